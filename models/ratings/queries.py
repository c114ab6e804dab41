"""What the ratings of a span of time say, as it stood at its end.

Asked again later, the answer is the same: a rating changed after the end counts as it did then, and
a comment counts in the span in which it was written, also if it was rewritten later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select

from models.database import Transaction, table
from models.journal import JournalEntry, Kind
from models.offices import Unit
from models.ratings import sums
from models.ratings.sums import Received, Units, in_units
from models.ratings.tables import SCORES, Rating, RatingCorrection, RatingSum, Standing
from models.statistics import Counts

DAY, NONE, MIDNIGHT = timedelta(days=1), timedelta(), time()

_ratings, _journal, _units = table(Rating), table(JournalEntry), table(Unit)
_sums, _changes = table(RatingSum), table(RatingCorrection)


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """n ratings of one unit, local day, score and way of asking."""

    unit_id: int
    day: date
    asked: str
    score: int
    n: int


@dataclass(frozen=True, slots=True)
class Comment:
    """What the reader found in one comment. Text and clauses are redacted; empty once erased."""

    rating_id: int
    unit_id: int
    at: datetime
    sentiment: str | None  # positive, neutral, negative; None: the reader abstained
    aspects: tuple[tuple[str, str], ...]  # key and clause
    text: str = ""
    corruption: bool = False  # or abuse: never quoted


def rated_between(tx: Transaction, start: datetime, end: datetime, units: Units) -> list[Cell]:
    """Ratings given in [start, end) as they counted at `end`, by the way of asking."""
    found = _as_of(tx, start, end, units, sums.ASKED)
    return sorted(
        Cell(unit_id, day, asked, SCORES[sums.COLUMNS.index(column)], n)
        for (unit_id, day, asked, column), n in found.items()
        if n and column in sums.COLUMNS
    )


def received_between(tx: Transaction, start: datetime, end: datetime, units: Units) -> Received:
    """Ratings given in [start, end) by what they counted as at `end`."""
    numbers = Counter[str]()
    for (_unit, _day, _slice, column), n in _as_of(tx, start, end, units, (sums.ALL,)).items():
        numbers[column] += n
    return sums.received_of(numbers)


_Key = tuple[int, date, str, str]  # unit, local day, slice, column of `RatingSum`


def _as_of(
    tx: Transaction, start: datetime, end: datetime, units: Units, slices: Collection[str]
) -> Counter[_Key]:
    """Whole days are read from the sums, the parts of days at either end from the rows; then what
    was changed since is taken back."""
    numbers = Counter[_Key]()
    for zone, ids in _by_zone(tx, units).items():
        first, last = _whole_days(start, end, zone)
        if first <= last:
            numbers.update(_summed(tx, first, last, ids, slices))
            parts = [(start, _midnight(first, zone)), (_midnight(last + DAY, zone), end)]
        else:
            parts = [(start, end)]
        for since, until in parts:
            if since < until:
                numbers.update(_counted(tx, since, until, zone, ids, slices))
        _take_back(tx, numbers, start, end, zone, ids, slices)
    return numbers


def _by_zone(tx: Transaction, units: Units) -> dict[str, list[int]]:
    """The units by their zone: a day is local to the unit."""
    found: dict[str, list[int]] = {}
    for row in tx.execute(select(_units.c.id, _units.c.zone).where(*in_units(_units.c.id, units))):
        found.setdefault(row.zone, []).append(row.id)
    return found


def _ids(tx: Transaction, units: Units) -> list[int]:
    """Named one by one, so that the indexes by unit and time serve all of them too."""
    return list(units) if units is not None else list(tx.execute(select(_units.c.id)).scalars())


def _whole_days(start: datetime, end: datetime, zone: str) -> tuple[date, date]:
    """The first and the last day that lie within [start, end); none if the first is later."""
    first, last = start.astimezone(ZoneInfo(zone)), end.astimezone(ZoneInfo(zone))
    return first.date() + (DAY if first.time() > MIDNIGHT else NONE), last.date() - DAY


def _midnight(day: date, zone: str) -> datetime:
    """The first instant of a day, in UTC."""
    return datetime.combine(day, MIDNIGHT, ZoneInfo(zone)).astimezone(UTC)


def _summed(
    tx: Transaction, first: date, last: date, ids: list[int], slices: Collection[str]
) -> Counter[_Key]:
    days = [first + DAY * after for after in range((last - first).days + 1)]
    rows = tx.execute(
        select(_sums).where(
            _sums.c.slice.in_(list(slices)), _sums.c.unit_id.in_(ids), _sums.c.day.in_(days)
        )
    )
    return Counter(
        {
            (row.unit_id, row.day, row.slice, column): n
            for row in rows
            for column in sums.COUNTED_AS
            if (n := getattr(row, column))
        }
    )


def _counted(
    tx: Transaction,
    since: datetime,
    until: datetime,
    zone: str,
    ids: list[int],
    slices: Collection[str],
) -> Counter[_Key]:
    """Counted row by row: a part of a day."""
    column = sums.column_of_row().label("counted_as")
    keys = (_ratings.c.unit_id, _ratings.c.day, _ratings.c.asked, column)
    rows = tx.execute(
        select(*keys, func.count().label("n"))
        .where(_ratings.c.at >= since, _ratings.c.at < until, *_days(_ratings, since, until, zone))
        .where(_ratings.c.unit_id.in_(ids))
        .group_by(*keys)
    )
    numbers = Counter[_Key]()
    for row in rows:
        numbers[row.unit_id, row.day, _slice(row.asked, slices), row.counted_as] += row.n
    return numbers


def _take_back(
    tx: Transaction,
    numbers: Counter[_Key],
    start: datetime,
    end: datetime,
    zone: str,
    ids: list[int],
    slices: Collection[str],
) -> None:
    """Undo what was changed at `end` or later in ratings given before."""
    rows = tx.execute(
        select(_changes)
        .join_from(_changes, _ratings, _ratings.c.id == _changes.c.rating_id)
        .where(_changes.c.at >= end, _changes.c.unit_id.in_(ids))
        .where(_ratings.c.at >= start, _ratings.c.at < end, *_days(_changes, start, end, zone))
    )
    for row in rows:
        name = _slice(row.asked, slices)
        numbers[row.unit_id, row.day, name, row.now] -= 1
        numbers[row.unit_id, row.day, name, row.was] += 1


def _slice(asked: str, slices: Collection[str]) -> str:
    return asked if asked in slices else sums.ALL


def _days(rows: Any, since: datetime, until: datetime, zone: str) -> list[ColumnElement[bool]]:
    """The local days on which instants of [since, until) can fall: for the index."""
    local = ZoneInfo(zone)
    first, last = since.astimezone(local).date(), until.astimezone(local).date()
    return [rows.c.day.between(first, last)]


def counts(cells: Iterable[Cell]) -> Counts:
    """Number of ratings by score, lowest first."""
    numbers = Counter[int]()
    for cell in cells:
        numbers[cell.score] += cell.n
    one, two, three, four = (numbers[score] for score in SCORES)
    return one, two, three, four


def comments_between(
    tx: Transaction, start: datetime, end: datetime, units: Units
) -> list[Comment]:
    """Comments written in [start, end), at most one of each rating, in order of time.

    One rewritten or erased since is known from the journal only: its codes, not its words.
    """
    standing = select(
        _ratings.c.id, _ratings.c.unit_id, _ratings.c.commented_at, _ratings.c.reading
    ).where(
        _ratings.c.commented_at >= start,
        _ratings.c.commented_at < end,
        _ratings.c.standing == Standing.COUNTED.value,
        _ratings.c.unit_id.in_(_ids(tx, units)),
    )
    found = {
        row.id: _comment(row.id, row.unit_id, row.commented_at, row.reading or {})
        for row in tx.execute(standing)
    }
    for row in tx.execute(_entries(Kind.RATING_COMMENTED, start, end, _ids(tx, units))):
        if row.rating_id not in found and "sentiment" in row.data:
            found[row.rating_id] = _from_journal(row)
    return sorted(found.values(), key=lambda comment: (comment.at, comment.rating_id))


def _entries(kind: Kind, start: datetime, end: datetime, ids: list[int]) -> Any:
    """Journal entries of the span, the latest first."""
    return (
        select(_journal.c.rating_id, _journal.c.unit_id, _journal.c.at, _journal.c.data)
        .where(_journal.c.kind == kind.value, _journal.c.at >= start, _journal.c.at < end)
        .where(_journal.c.unit_id.in_(ids))
        .order_by(_journal.c.at.desc(), _journal.c.id.desc())
    )


def _comment(rating_id: int, unit_id: int, at: datetime, reading: Mapping[str, Any]) -> Comment:
    return Comment(
        rating_id,
        unit_id,
        at,
        reading.get("sentiment", {}).get("label"),
        tuple((one["key"], one.get("clause", "")) for one in reading.get("aspects", ())),
        reading.get("redacted", ""),
        bool(reading.get("corruption") or reading.get("abuse")),
    )


def _from_journal(row: Any) -> Comment:
    aspects = tuple((key, "") for key in row.data.get("aspects", ()))
    return Comment(row.rating_id, row.unit_id, row.at, row.data["sentiment"], aspects)
