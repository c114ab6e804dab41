"""What the ratings of a span of time say, as it stood at its end.

Asked again later, the answer is the same: a rating changed after the end counts as it did then, and
a comment counts in the span in which it was written, also if it was rewritten later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from models.database import Transaction, table
from models.journal import JournalEntry, Kind
from models.offices import Unit
from models.ratings import as_of, sums
from models.ratings.sums import Received, Units
from models.ratings.tables import SCORES, Rating, Standing
from models.statistics import Counts

_ratings, _journal, _units = table(Rating), table(JournalEntry), table(Unit)


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
    """Ratings given in [start, end) as they counted at `end`, by unit, day and way of asking."""
    found = as_of.numbers(tx, start, end, units, ("unit_id", "day", "asked"))
    return sorted(
        Cell(unit_id, day, asked, SCORES[sums.COLUMNS.index(column)], n)
        for (unit_id, day, asked, column), n in found.items()
        if n and column in sums.COLUMNS
    )


def received_between(tx: Transaction, start: datetime, end: datetime, units: Units) -> Received:
    """Ratings given in [start, end) by what they counted as at `end`."""
    found = as_of.numbers(tx, start, end, units, ())
    return sums.received_of({column: n for (column,), n in found.items()})


def asked_between(
    tx: Transaction, start: datetime, end: datetime, units: Units
) -> dict[str, Received]:
    """The same by the way of asking."""
    return _by_first(as_of.numbers(tx, start, end, units, ("asked",)))


def services_between(
    tx: Transaction, start: datetime, end: datetime, units: Units
) -> dict[int, Received]:
    """The same of visits, by the id of their service."""
    return _by_first(as_of.numbers(tx, start, end, units, ("service_id",)))


def _by_first(found: Counter[as_of.Key]) -> dict[Any, Received]:
    parts: dict[Any, dict[str, int]] = {}
    for (name, column), n in found.items():
        parts.setdefault(name, {})[column] = n
    return {name: sums.received_of(numbers) for name, numbers in parts.items()}


def _ids(tx: Transaction, units: Units) -> list[int]:
    """Named one by one, so that the indexes by unit and time serve all of them too."""
    return list(units) if units is not None else list(tx.execute(select(_units.c.id)).scalars())


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
