"""What the daily sums say: counts by score for a unit and a span of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from models.database import Transaction, table
from models.ratings.tables import SCORES, RatingSum

MIN_FIGURE = 5  # no figure about fewer people

_sums = table(RatingSum)


@dataclass(frozen=True)
class Counts:
    """Number of ratings by score 1 to 4."""

    by_score: tuple[int, int, int, int]

    @property
    def n(self) -> int:
        return sum(self.by_score)

    @property
    def mean(self) -> float | None:
        """Mean score from 1 to 4; None without ratings."""
        if not self.n:
            return None
        total = sum(score * n for score, n in zip(SCORES, self.by_score, strict=True))
        return total / self.n


def counts(tx: Transaction, unit_id: int, first: date, last: date) -> Counts:
    """Ratings of the unit from `first` to `last`, both included."""
    columns = [func.coalesce(func.sum(_sums.c[f"n{score}"]), 0) for score in SCORES]
    statement = select(*columns).where(_sums.c.unit_id == unit_id, _sums.c.day.between(first, last))
    n1, n2, n3, n4 = (int(n) for n in tuple(tx.execute(statement).one()))
    return Counts((n1, n2, n3, n4))
