"""Who has rated a visit: all that visits need to know of ratings, which stand above them.

Looked up by the table's name, as links between parts are.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, column, select, table

from models.database import Transaction

_ratings = table("ratings", column("id"), column("visit_id"), column("rater"))
_OF_VISIT = select(_ratings.c.id, _ratings.c.rater).where(
    _ratings.c.visit_id == bindparam("visit_id")
)


@dataclass(frozen=True, slots=True)
class Rated:
    rating_id: int
    rater: str  # pseudonym


def of(tx: Transaction, visit_id: int) -> Rated | None:
    """The visit's rating, whatever it counts as now; None: nobody has rated it yet."""
    row = tx.execute(_OF_VISIT, {"visit_id": visit_id}).first()
    return None if row is None else Rated(row.id, row.rater)
