"""What the ratings of a span of time say, as it stood at its end.

Asked again later, the answer is the same: a score changed after the end counts with the value it
had, and a comment counts in the span in which it was written, also if it was rewritten later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from models.database import Transaction, table
from models.journal import JournalEntry, Kind
from models.ratings.tables import SCORES, Rating
from models.statistics import Counts

_ratings, _journal = table(Rating), table(JournalEntry)

Units = Collection[int] | None
"""Ids of units; None: all."""


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
    """Ratings given in [start, end) with the scores they had at `end`."""
    numbers = Counter[tuple[int, date, str, int]]()
    for row in tx.execute(_cells(start, end, units)):
        numbers[row.unit_id, row.day, row.asked, row.score] += row.n
    for rating, was in _changed_since(tx, start, end, units):
        numbers[rating.unit_id, rating.day, rating.asked, rating.score] -= 1
        numbers[rating.unit_id, rating.day, rating.asked, was] += 1
    return sorted(Cell(*key, n=n) for key, n in numbers.items() if n)


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
        *_in(_ratings.c.unit_id, units),
    )
    found = {
        row.id: _comment(row.id, row.unit_id, row.commented_at, row.reading or {})
        for row in tx.execute(standing)
    }
    for row in tx.execute(_entries(Kind.RATING_COMMENTED, start, end, units)):
        if row.rating_id not in found and "sentiment" in row.data:
            found[row.rating_id] = _from_journal(row)
    return sorted(found.values(), key=lambda comment: (comment.at, comment.rating_id))


def _cells(start: datetime, end: datetime, units: Units) -> Any:
    keys = (_ratings.c.unit_id, _ratings.c.day, _ratings.c.asked, _ratings.c.score)
    counting = select(*keys, func.count().label("n")).group_by(*keys)
    return counting.where(*_given(start, end, units))


def _changed_since(
    tx: Transaction, start: datetime, end: datetime, units: Units
) -> Iterable[tuple[Any, int]]:
    """Each rating of the span that was changed after its end, and the score it had then."""
    changes = (
        select(
            _ratings.c.id,
            _ratings.c.unit_id,
            _ratings.c.day,
            _ratings.c.asked,
            _ratings.c.score,
            _journal.c.data,
        )
        .join_from(_journal, _ratings, _journal.c.rating_id == _ratings.c.id)
        .where(_journal.c.kind == Kind.RATING_CHANGED.value, _journal.c.at >= end)
        .where(*_given(start, end, units))
        .order_by(_journal.c.at, _journal.c.id)
    )
    first: dict[int, tuple[Any, int]] = {}
    for row in tx.execute(changes):
        first.setdefault(row.id, (row, row.data["old"]))
    return first.values()


def _entries(kind: Kind, start: datetime, end: datetime, units: Units) -> Any:
    """Journal entries of the span, the latest first."""
    return (
        select(_journal.c.rating_id, _journal.c.unit_id, _journal.c.at, _journal.c.data)
        .where(_journal.c.kind == kind.value, _journal.c.at >= start, _journal.c.at < end)
        .where(*_in(_journal.c.unit_id, units))
        .order_by(_journal.c.at.desc(), _journal.c.id.desc())
    )


def _given(start: datetime, end: datetime, units: Units) -> list[ColumnElement[bool]]:
    return [_ratings.c.at >= start, _ratings.c.at < end, *_in(_ratings.c.unit_id, units)]


def _in(column: Any, units: Units) -> list[ColumnElement[bool]]:
    return [] if units is None else [column.in_(list(units))]


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
