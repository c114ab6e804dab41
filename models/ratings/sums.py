"""The daily sums of ratings: kept with each rating, read for every figure, made anew from the rows.

A sum belongs to a slice of a unit on a day: everything (""), a way of asking, or a service.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from models.database import Transaction, table
from models.ratings.tables import SCORES, Asked, Rating, RatingSum, Standing
from models.statistics import Counts

ALL = ""  # the slice of everything
SERVICE = "service:"  # begins the slice of a service
COLUMNS = tuple(f"n{score}" for score in SCORES)
COUNTED_AS = (*COLUMNS, Standing.EXCLUDED.value, Standing.WITHDRAWN.value)
BATCH = 5000  # rows of a rebuild written at once

Units = Collection[int] | None
"""Ids of units; None: all."""

_sums, _ratings = table(RatingSum), table(Rating)


@dataclass(frozen=True, slots=True)
class Received:
    """Every rating received: received = counted + excluded + withdrawn."""

    counts: Counts
    excluded: int = 0
    withdrawn: int = 0

    @property
    def counted(self) -> int:
        return sum(self.counts)

    @property
    def received(self) -> int:
        return self.counted + self.excluded + self.withdrawn


def slices(asked: str, service_id: int | None) -> tuple[str, ...]:
    """The slices one rating belongs to."""
    return (ALL, asked) if service_id is None else (ALL, asked, service(service_id))


def service(service_id: int) -> str:
    """The slice of a service."""
    return f"{SERVICE}{service_id}"


def counted_as(standing: str, score: int) -> str:
    """The column in which a rating stands."""
    return f"n{score}" if standing == Standing.COUNTED else standing


def add(tx: Transaction, unit_id: int, day: date, column: str, n: int, into: Sequence[str]) -> None:
    """n more (or, below 0, fewer) ratings in a column of these slices."""
    rows = [{"slice": name, "unit_id": unit_id, "day": day, "n": n} for name in into]
    tx.execute(_ADDING[column], rows, flush=False)


def _adding(column: str) -> Any:
    """One row at a time: a statement with several is compiled anew each time."""
    fresh: dict[str, Any] = dict.fromkeys(COUNTED_AS, 0)
    place: dict[str, Any] = {name: bindparam(name) for name in ("slice", "unit_id", "day")}
    added = insert(_sums).values(**place, **(fresh | {column: bindparam("n")}))
    return added.on_conflict_do_update(
        index_elements=[_sums.c.slice, _sums.c.unit_id, _sums.c.day],
        set_={column: _sums.c[column] + added.excluded[column]},
    )


_ADDING = {column: _adding(column) for column in COUNTED_AS}


def counts(tx: Transaction, units: Units, first: date, last: date, slice_: str = ALL) -> Counts:
    """Counted ratings by score from `first` to `last`, both included."""
    return received(tx, units, first, last, slice_).counts


def received(tx: Transaction, units: Units, first: date, last: date, slice_: str = ALL) -> Received:
    """Ratings of a slice from `first` to `last`, both included, by what they count as."""
    found = select(*_totals()).where(_sums.c.slice == slice_, *_within(units, first, last))
    return _received(tx.execute(found).one())


def by_slice(
    tx: Transaction,
    units: Units,
    first: date,
    last: date,
    slices: Collection[str] | None = None,
) -> dict[str, Received]:
    """The slices in which there is something: every one, or (cheaper) of those named."""
    wanted = [] if slices is None else [_sums.c.slice.in_(list(slices))]
    found = select(_sums.c.slice, *_totals()).where(*wanted, *_within(units, first, last))
    return {row.slice: _received(row) for row in tx.execute(found.group_by(_sums.c.slice))}


def by_unit(
    tx: Transaction, units: Units, first: date, last: date, slice_: str = ALL
) -> dict[int, Received]:
    """The units that received something, by their id."""
    found = select(_sums.c.unit_id, *_totals()).where(
        _sums.c.slice == slice_, *_within(units, first, last)
    )
    return {row.unit_id: _received(row) for row in tx.execute(found.group_by(_sums.c.unit_id))}


def rebuild(tx: Transaction) -> int:
    """Make every sum anew from the ratings; returns how many sums there are."""
    numbers: dict[tuple[str, int, date], Counter[str]] = {}
    for row in tx.execute(_rows()):
        for name in slices(row.asked, row.service_id):
            numbers.setdefault((name, row.unit_id, row.day), Counter())[row.counted_as] += row.n
    tx.execute(delete(_sums))
    made = [
        {"slice": name, "unit_id": unit_id, "day": day}
        | {column: found[column] for column in COUNTED_AS}
        for (name, unit_id, day), found in sorted(numbers.items())
    ]
    for start in range(0, len(made), BATCH):
        tx.execute(_sums.insert(), made[start : start + BATCH])
    return len(made)


def _rows() -> Any:
    keys = (_ratings.c.unit_id, _ratings.c.day, _ratings.c.asked, _ratings.c.service_id)
    standing = column_of_row().label("counted_as")
    return select(*keys, standing, func.count().label("n")).group_by(*keys, standing)


def column_of_row() -> ColumnElement[str]:
    """The column in which a row of `ratings` stands."""
    scores = [(_ratings.c.score == score, f"n{score}") for score in SCORES]
    return case((_ratings.c.standing != Standing.COUNTED.value, _ratings.c.standing), *scores)


def _totals() -> list[ColumnElement[int]]:
    return [func.coalesce(func.sum(_sums.c[name]), 0).label(name) for name in COUNTED_AS]


def _within(units: Units, first: date, last: date) -> list[ColumnElement[bool]]:
    return [_sums.c.day.between(first, last), *in_units(_sums.c.unit_id, units)]


def in_units(column: Any, units: Units) -> list[ColumnElement[bool]]:
    return [] if units is None else [column.in_(list(units))]


def received_of(numbers: Mapping[str, int]) -> Received:
    """From numbers by column; a column that is missing holds none."""
    one, two, three, four = (int(numbers.get(name, 0)) for name in COLUMNS)
    return Received(
        (one, two, three, four),
        int(numbers.get(Standing.EXCLUDED.value, 0)),
        int(numbers.get(Standing.WITHDRAWN.value, 0)),
    )


def _received(row: Any) -> Received:
    return received_of({name: getattr(row, name) for name in COUNTED_AS})


def total(found: Iterable[Received]) -> Received:
    """Several as one."""
    known = list(found)
    one, two, three, four = (sum(each.counts[place] for each in known) for place in range(4))
    return Received(
        (one, two, three, four),
        sum(each.excluded for each in known),
        sum(each.withdrawn for each in known),
    )


ASKED = tuple(asked.value for asked in Asked)
