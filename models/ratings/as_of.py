"""What ratings counted as at an instant.

Whole days are read from the sums, the parts of days at either end from the rows; then what was
changed since is taken back. So a past week costs a few sums, and never changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, func, select

from models.database import Transaction, table
from models.offices import Unit
from models.ratings import sums
from models.ratings.sums import Units, in_units
from models.ratings.tables import Rating, RatingCorrection, RatingSum

DAY, NONE, MIDNIGHT = timedelta(days=1), timedelta(), time()

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
    found = Counter[Key]()
    for zone, ids in _by_zone(tx, units).items():
        part = _Part(tx, start, end, zone, ids, tuple(by))
        part.add_to(found)
    return found


def _by_zone(tx: Transaction, units: Units) -> dict[str, Units]:
    """The units by their zone: a day is local to the unit. All of one zone need not be named."""
    found: dict[str, list[int]] = {}
    for row in tx.once(
        ("zones", None if units is None else tuple(units)), lambda: _zones(tx, units)
    ):
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
    start: datetime
    end: datetime
    zone: str
    ids: Units
    by: tuple[str, ...]

    def add_to(self, found: Counter[Key]) -> None:
        first, last = self._whole_days()
        if first <= last:
            self._add_sums(found, first, last)
            self._add_rows(found, self.start, self._midnight(first))
            self._add_rows(found, self._midnight(last + DAY), self.end)
        else:
            self._add_rows(found, self.start, self.end)
        self._take_back(found)

    def _whole_days(self) -> tuple[date, date]:
        """The first and the last day that lie within the span; none if the first is later."""
        local = ZoneInfo(self.zone)
        first, last = self.start.astimezone(local), self.end.astimezone(local)
        return first.date() + (DAY if first.time() > MIDNIGHT else NONE), last.date() - DAY

    def _midnight(self, day: date) -> datetime:
        """The first instant of a day, in UTC."""
        return datetime.combine(day, MIDNIGHT, ZoneInfo(self.zone)).astimezone(UTC)

    def _add_sums(self, found: Counter[Key], first: date, last: date) -> None:
        days = [first + DAY * after for after in range((last - first).days + 1)]
        keys = [_sums.c[_SLICED.get(name, name)] for name in self.by]
        totals = [func.sum(_sums.c[name]).label(name) for name in sums.COUNTED_AS]
        rows = self.tx.execute(
            select(*keys, *totals)
            .where(_slices(self.by), _sums.c.day.in_(days), *in_units(_sums.c.unit_id, self.ids))
            .group_by(*keys)
        )
        for row in rows:
            key = tuple(_unsliced(n, v) for n, v in zip(self.by, row, strict=False))
            for place, column in enumerate(sums.COUNTED_AS, len(self.by)):
                if row[place]:  # none of all, or nothing
                    found[*key, column] += int(row[place])

    def _add_rows(self, found: Counter[Key], since: datetime, until: datetime) -> None:
        """Counted one by one: a part of a day."""
        if since >= until:
            return
        keys = [_ratings.c[name] for name in self.by]
        column = sums.column_of_row().label("counted_as")
        rows = self._given(select(*keys, column, func.count()), since, until)
        for row in self.tx.execute(rows.group_by(*keys, column)):
            found[tuple(row[:-1])] += row[-1]

    def _take_back(self, found: Counter[Key]) -> None:
        """Undo what was changed at the end or later in ratings given before."""
        keys = [_ratings.c[name] for name in self.by]
        changed = select(*keys, _changes.c.was, _changes.c.now, func.count())
        rows = self._given(
            changed.join_from(_changes, _ratings, _ratings.c.id == _changes.c.rating_id),
            self.start,
            self.end,
        ).where(_changes.c.at >= self.end, *self._days(_changes, self.start, self.end))
        for row in self.tx.execute(rows.group_by(*keys, _changes.c.was, _changes.c.now)):
            *key, was, now, n = list(row)
            found[*key, now] -= n
            found[*key, was] += n

    def _given(self, rows: Select[Any], since: datetime, until: datetime) -> Select[Any]:
        rows = rows.where(_ratings.c.at >= since, _ratings.c.at < until)
        if "service_id" in self.by:
            rows = rows.where(_ratings.c.service_id.is_not(None))
        return rows.where(
            *in_units(_ratings.c.unit_id, self.ids), *self._days(_ratings, since, until)
        )

    def _days(self, rows: Any, since: datetime, until: datetime) -> list[ColumnElement[bool]]:
        """The local days on which the span can fall: for the index."""
        local = ZoneInfo(self.zone)
        first, last = since.astimezone(local).date(), until.astimezone(local).date()
        return [rows.c.day.between(first, last)]


_SLICED = {"asked": "slice", "service_id": "slice"}


def _slices(by: Sequence[str]) -> ColumnElement[bool]:
    if "service_id" in by:
        return _sums.c.slice.like(f"{sums.SERVICE}%")
    return _sums.c.slice.in_(sums.ASKED if "asked" in by else (sums.ALL,))


def _unsliced(name: str, value: Any) -> Any:
    return int(value.removeprefix(sums.SERVICE)) if name == "service_id" else value
