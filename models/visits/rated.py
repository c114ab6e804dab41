"""Who has rated a visit: all that visits need to know of ratings, which stand above them.

Looked up by the table's name, as links between parts are.
"""

from __future__ import annotations

from sqlalchemy import bindparam, column, select, table

from models.database import Transaction

_ratings = table("ratings", column("visit_id"), column("rater"))
_RATER = select(_ratings.c.rater).where(_ratings.c.visit_id == bindparam("visit_id"))


def rater(tx: Transaction, visit_id: int) -> str | None:
    """The pseudonym of who rated it; None: nobody yet."""
    row = tx.execute(_RATER, {"visit_id": visit_id}).first()
    return None if row is None else str(row.rater)
