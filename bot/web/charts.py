"""Where the marks of a chart stand: numbers for the templates, which draw them as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from math import floor

from models.ratings.ikm import Quality
from models.ratings.periods import Period, PeriodKind
from models.reports.skm_figures import TrendPoint

LEAST, MOST = 25.0, 100.0  # of an IKM
_LETTERS = tuple(Quality)  # A first
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Band:
    """The span of a letter, along one axis."""

    letter: str
    start: float
    length: float

    @property
    def middle(self) -> float:
        return self.start + self.length / 2


@dataclass(frozen=True, slots=True)
class Scale:
    """An IKM with its interval on a line from 25 to 100, `width` wide."""

    at: float
    low: float | None
    high: float | None
    bands: tuple[Band, ...]
    bounds: tuple[tuple[float, float], ...]  # the least of C, B and A, and where it stands


def scale(ikm: float, low: float | None, high: float | None, width: float) -> Scale:
    def place(value: float) -> float:
        return round((value - LEAST) / (MOST - LEAST) * width, 1)

    steps = [*(float(one.least) for one in reversed(_LETTERS)), MOST]
    bands = tuple(
        Band(one.name, place(start), round(place(end) - place(start), 1))
        for one, start, end in zip(reversed(_LETTERS), steps[:-1], steps[1:], strict=True)
    )
    return Scale(
        at=place(ikm),
        low=None if low is None else place(max(LEAST, low)),
        high=None if high is None else place(min(MOST, high)),
        bands=bands,
        bounds=tuple((step, place(step)) for step in steps[1:-1]),
    )


@dataclass(frozen=True, slots=True)
class Value:
    """A period's IKM; None where there is none."""

    ikm: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A period in the chart; y None: nothing to draw."""

    x: float
    y: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    marks: tuple[Mark, ...]
    lines: tuple[str, ...]  # each joins neighbours that have a value: the points of a polyline
    bands: tuple[Band, ...]  # from top to bottom


def begun(points: Iterable[TrendPoint]) -> tuple[TrendPoint, ...]:
    """Without the periods before anybody was asked."""
    return tuple(dropwhile(lambda point: point.n == 0, points))


def values(points: Iterable[TrendPoint]) -> tuple[Value, ...]:
    return tuple(
        Value(float(one.index.ikm), one.index.low, one.index.high) if one.index else Value(None)
        for one in points
    )


def short(period: Period) -> tuple[str, str]:
    """What stands under a mark: 'IV' and '2026'."""
    if period.kind is PeriodKind.YEAR:
        return "", str(period.year)
    month = period.kind is PeriodKind.MONTH
    return str(period.number) if month else _ROMAN[period.number - 1], str(period.year)


def trend(
    values: Sequence[Value], *, left: float, top: float, width: float, height: float
) -> Trend:
    """The axis begins at 25, or at the ten below everything drawn where that is above 60."""
    drawn = [number for one in values for number in (one.ikm, one.low) if number is not None]
    floor_ = LEAST if not drawn or min(drawn) < 60 else min(60.0, floor(min(drawn) / 10) * 10.0)

    def height_of(value: float | None) -> float | None:
        if value is None:
            return None
        kept = min(MOST, max(floor_, value))
        return round(top + (MOST - kept) / (MOST - floor_) * height, 1)

    step = width / max(1, len(values))
    marks = tuple(
        Mark(
            round(left + step * (place + 0.5), 1),
            height_of(one.ikm),
            height_of(one.low),
            height_of(one.high),
        )
        for place, one in enumerate(values)
    )
    return Trend(marks, tuple(_lines(marks)), tuple(_bands(floor_, top, height)))


def _lines(marks: Sequence[Mark]) -> list[str]:
    """A period without a value breaks the line: nothing is made up between its neighbours."""
    lines: list[list[str]] = [[]]
    for mark in marks:
        if mark.y is None:
            lines.append([])
        else:
            lines[-1].append(f"{mark.x},{mark.y}")
    return [" ".join(points) for points in lines if len(points) > 1]


def _bands(lowest: float, top: float, height: float) -> list[Band]:
    bands, above = [], MOST
    for one in _LETTERS:
        below = max(lowest, float(one.least))
        if above > below:
            start = top + (MOST - above) / (MOST - lowest) * height
            bands.append(
                Band(
                    one.name, round(start, 1), round((above - below) / (MOST - lowest) * height, 1)
                )
            )
        above = min(above, below)
    return bands
