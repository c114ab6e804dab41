"""Where the marks of a figure stand on its line: numbers for the templates, which draw them as SVG.

A share has a line from 0 to 100 %, a score one from 1 to 4; a length of time or a count one from 0
to a little beyond everything on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.appraisal.indicators import Measure, Result

ROOM = 1.08  # beyond the greatest of what is drawn
FIXED = {Measure.SHARE: (0.0, 1.0), Measure.SCORE: (1.0, 4.0)}
STEPS = {Measure.SHARE: (0.0, 0.25, 0.5, 0.75, 1.0), Measure.SCORE: (1.0, 2.0, 3.0, 4.0)}
HOUR = 60.0


@dataclass(frozen=True, slots=True)
class Line:
    """x of each mark; None: it is not there. open: there is no upper end of the interval yet."""

    at: float
    low: float | None
    high: float | None
    open: bool
    target: float | None
    others: float | None
    without: float | None
    ticks: tuple[tuple[float, float], ...]  # x and what it stands for


def line(
    measure: Measure, result: Result, target: float | None = None, width: float = 300
) -> Line | None:
    """The figure with its interval, target, and the unit's others; None without a value."""
    if result.value is None:
        return None
    without = result.without.value if result.without else None
    drawn = [result.value, result.low, result.high, target, result.unit_value, without]
    least, most = FIXED.get(measure) or (0.0, _most(measure, [v for v in drawn if v is not None]))

    def place(value: float | None) -> float | None:
        if value is None:
            return None
        return round((min(most, max(least, value)) - least) / (most - least) * width, 1)

    open_ = result.low is not None and result.high is None
    ticks = STEPS.get(measure, (0.0, most / 2, most))
    return Line(
        at=place(result.value) or 0.0,
        low=place(result.low),
        high=width if open_ else place(result.high),
        open=open_,
        target=place(target),
        others=place(result.unit_value),
        without=place(without),
        ticks=tuple((place(value) or 0.0, value) for value in ticks),
    )


def _most(measure: Measure, values: list[float]) -> float:
    """A round end beyond everything: of lengths whole hours, of counts whole tens."""
    step = HOUR if measure is Measure.MINUTES else 10.0
    wanted = max(values, default=0.0) * ROOM
    if wanted < step / 2:
        return step / 2
    whole = step * 2  # so that the middle is whole too
    return whole * -(-wanted // whole)
