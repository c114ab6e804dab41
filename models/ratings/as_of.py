"""What ratings counted as at an instant.

Whole days are read from the sums, days that an instant cuts from the rows; then what was changed
since is taken back. So a past week costs a few sums, and never changes; several weeks one after the
other cost no more than one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, case, func, literal, select

from models.database import Transaction, table
from models.offices import Unit
from models.ratings import sums
from models.ratings.sums import Units, in_units
from models.ratings.tables import Rating, RatingCorrection, RatingSum

DAY, MIDNIGHT = timedelta(days=1), time()

_units, _ratings, _sums = table(Unit), table(Rating), table(RatingSum)
_changes = table(RatingCorrection)

Key = tuple[Any, ...]
"""The values of the chosen columns, and last the column of `RatingSum` it counted in."""


def numbers(
    tx: Transaction, start: datetime, end: datetime, units: Units, by: Sequence[str]
) -> Counter[Key]:
    """Ratings given in [start, end), by what they counted as at `end`.

    by: any of "unit_id", "day" and either "asked" or "service_id"; by service only those of
    visits are counted. A number may be 0, never below.
    """
    return series(tx, (start, end), units, by)[0] if start < end else Counter()


def series(
    tx: Transaction, edges: Sequence[datetime], units: Units, by: Sequence[str] = ()
) -> list[Counter[Key]]:
    """The same for spans that follow each other: from each edge to the next, as at its own end."""
    found = [Counter[Key]() for _ in edges[1:]]
    if not found:
        return found
    for zone, ids in _by_zone(tx, units).items():
        part = _Part(tx, tuple(edges), zone, ids, tuple(by))
        part.add_to(found)
    return found


def _by_zone(tx: Transaction, units: Units) -> dict[str, Units]:
    """The units by their zone: a day is local to the unit. All of one zone need not be named."""
    found: dict[str, list[int]] = {}
    key = ("zones", None if units is None else tuple(units))
    for row in tx.once(key, lambda: _zones(tx, units)):
        found.setdefault(row.zone, []).append(row.id)
    if units is None and len(found) == 1:
        return dict.fromkeys(found)
    return dict(found)


def _zones(tx: Transaction, units: Units) -> Sequence[Any]:
    rows = select(_units.c.id, _units.c.zone).where(*in_units(_units.c.id, units))
    return tx.execute(rows).all()


@dataclass(frozen=True, slots=True)
class _Part:
    """The units of one zone."""

    tx: Transaction
    edges: tuple[datetime, ...]
    zone: str
    ids: Units
    by: tuple[str, ...]

    def add_to(self, found: list[Counter[Key]]) -> None:
        whole, cut = self._days()
        if whole:
            self._add_sums(found, whole, cut)
        if cut:
            self._add_rows(found, cut)
        self._take_back(found)

    def _days(self) -> tuple[dict[date, int], list[date]]:
        """The days that lie within one span, with its place; and those that are cut."""
        local = ZoneInfo(self.zone)
        whole: dict[date, int] = {}
        cut: set[date] = set()
        for place, span in enumerate(pairwise(self.edges)):
            day = span[0].astimezone(local).date()
            while (begins := self._midnight(day)) < span[1]:
                if begins >= span[0] and self._midnight(day + DAY) <= span[1]:
                    whole[day] = place
                else:
                    cut.add(day)
                day += DAY
        return whole, sorted(cut)

    def _midnight(self, day: date) -> datetime:
        """The first instant of a day, in UTC."""
        return datetime.combine(day, MIDNIGHT, ZoneInfo(self.zone)).astimezone(UTC)

    def _add_sums(
        self, found: list[Counter[Key]], days: dict[date, int], cut: Sequence[date]
    ) -> None:
        lasts = {place: day for day, place in days.items()}  # days come in order
        place = _place(_sums.c.day, [(last, p) for p, last in lasts.items()], upto=True)
        keys = [_sums.c[_SLICED.get(name, name)] for name in self.by]
        totals = [func.sum(_sums.c[name]).label(name) for name in sums.COUNTED_AS]
        rows = self.tx.execute(
            select(place, *keys, *totals)
            .where(_slices(self.by), *in_units(_sums.c.unit_id, self.ids))
            .where(_sums.c.day.between(min(days), max(days)), _sums.c.day.not_in(cut))
            .group_by(place, *keys)
        )
        for span, *row in map(list, rows):
            key = tuple(_unsliced(n, v) for n, v in zip(self.by, row, strict=False))
            for column, n in zip(sums.COUNTED_AS, row[len(self.by) :], strict=True):
                if n:  # none of all, or nothing
                    found[span][*key, column] += int(n)

    def _add_rows(self, found: list[Counter[Key]], days: list[date]) -> None:
        """Counted one by one: days that an edge cuts."""
        place = _place(_ratings.c.at, self._ends())
        keys = [_ratings.c[name] for name in self.by]
        column = sums.column_of_row().label("counted_as")
        wanted = select(place, *keys, column, func.count())
        rows = self._within(_ratings, _ratings.c.at, wanted)
        cut = rows.where(_ratings.c.day.in_(days)).group_by(place, *keys, column)
        for span, *key, n in map(list, self.tx.execute(cut)):
            found[span][tuple(key)] += n

    def _take_back(self, found: list[Counter[Key]]) -> None:
        """Undo what was changed at the end of a span or later in ratings given in it."""
        given, changed = (_place(_changes.c[name], self._ends()) for name in ("given_at", "at"))
        keys = [_changes.c[name] for name in self.by]
        columns = (given, *keys, _changes.c.was, _changes.c.now)
        rows = self._within(_changes, _changes.c.given_at, select(*columns, func.count()))
        later = rows.where(changed > given, _changes.c.at >= self.edges[1]).group_by(*columns)
        for span, *key, was, now, n in map(list, self.tx.execute(later)):
            found[span][*key, now] -= n
            found[span][*key, was] += n

    def _ends(self) -> list[tuple[datetime, int]]:
        return [(end, place) for place, end in enumerate(self.edges[1:])]

    def _within(self, rows: Any, given_at: Any, wanted: Select[Any]) -> Select[Any]:
        if "service_id" in self.by:
            wanted = wanted.where(rows.c.service_id.is_not(None))
        return wanted.where(
            given_at >= self.edges[0],
            given_at < self.edges[-1],
            *in_units(rows.c.unit_id, self.ids),
            rows.c.day.between(*self._first_and_last()),
        )

    def _first_and_last(self) -> tuple[date, date]:
        """The local days on which the spans can fall: for the index."""
        local = ZoneInfo(self.zone)
        return self.edges[0].astimezone(local).date(), self.edges[-1].astimezone(local).date()


def _place(
    column: Any, ends: Sequence[tuple[Any, int]], *, upto: bool = False
) -> ColumnElement[int]:
    """In which span a value lies: below (or, `upto`, at) its end; above all of them one more."""
    if upto and len(ends) == 1:
        return literal(ends[0][1]).label("place")
    known = [(column <= end if upto else column < end, place) for end, place in ends]
    return case(*known, else_=ends[-1][1] + 1).label("place")


_SLICED = {"asked": "slice", "service_id": "slice"}


def _slices(by: Sequence[str]) -> ColumnElement[bool]:
    if "service_id" in by:
        return _sums.c.slice.like(f"{sums.SERVICE}%")
    return _sums.c.slice.in_(sums.ASKED if "asked" in by else (sums.ALL,))


def _unsliced(name: str, value: Any) -> Any:
    return int(value.removeprefix(sums.SERVICE)) if name == "service_id" else value
