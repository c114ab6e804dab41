"""What became of doubts about ratings, for reports and exports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from models.database import Transaction, table
from models.ratings.tables import Decision, Rating, RatingFlag, Standing

_flags, _ratings = table(RatingFlag), table(Rating)


def excluded_by_reason(
    tx: Transaction, unit_ids: Collection[int] | None, first: date, last: date
) -> dict[str, list[int]]:
    """Ids of the excluded ratings of these units (None: all) and local days, by reason.

    Each excluded rating stands under exactly one reason: that for which two people excluded it.
    """
    within = [_ratings.c.day.between(first, last), _flags.c.decision == Decision.EXCLUDED.value]
    if unit_ids is not None:
        within.append(_flags.c.unit_id.in_(list(unit_ids)))
    rows = tx.execute(
        select(_flags.c.reason, _ratings.c.id)
        .join_from(_flags, _ratings, _ratings.c.id == _flags.c.rating_id)
        .where(_ratings.c.standing == Standing.EXCLUDED.value, *within)
        .order_by(_flags.c.reason, _ratings.c.id)
    )
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        found[row.reason].append(row.id)
    return dict(found)
