"""What the ratings of a span of time say, as it stood at its end.

Asked again later, the answer is the same: a rating changed after the end counts as it did then, and
a comment counts in the span in which it was written, also if it was rewritten later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.database import Transaction, table
from models.journal import JournalEntry
from models.offices import Unit
from models.ratings import as_of, sums
from models.ratings.sums import Received, Units
from models.ratings.tables import SCORES, Rating
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


def received_in_each(tx: Transaction, edges: Sequence[datetime], units: Units) -> list[Received]:
    """The same for spans that follow each other, each from an edge to the next."""
    return [
        sums.received_of({column: n for (column,), n in found.items()})
        for found in as_of.series(tx, edges, units)
    ]


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


def counts(cells: Iterable[Cell]) -> Counts:
    """Number of ratings by score, lowest first."""
    numbers = Counter[int]()
    for cell in cells:
        numbers[cell.score] += cell.n
    one, two, three, four = (numbers[score] for score in SCORES)
    return one, two, three, four
