"""What can happen to a rating: given, changed within 24 hours, commented.

One rating per person, unit and day (rules.md §6); the daily sums are kept in the same transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from models import journal, offices
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.ratings.tables import SCORES, Rating, RatingSum

CHANGEABLE_FOR = timedelta(hours=24)

_ratings, _sums = table(Rating), table(RatingSum)

_GIVE = (
    insert(_ratings)
    .values(
        {
            name: bindparam(name)
            for name in (
                "rater",
                "unit_id",
                "day",
                "counter_id",
                "officer_id",
                "score",
                "asked",
                "at",
            )
        }
    )
    .on_conflict_do_nothing()
    .returning(_ratings.c.id)
)
_TODAY = select(_ratings.c.id, _ratings.c.score, _ratings.c.at).where(
    _ratings.c.rater == bindparam("rater"),
    _ratings.c.unit_id == bindparam("unit_id"),
    _ratings.c.day == bindparam("day"),
)


def _sum_statement(score: int) -> Any:
    """One more (or, with n = -1, one less) rating of this score."""
    column = f"n{score}"
    fresh: dict[str, Any] = {f"n{s}": 0 for s in SCORES}
    fresh[column] = bindparam("n")
    adding = insert(_sums).values(unit_id=bindparam("unit_id"), day=bindparam("day"), **fresh)
    return adding.on_conflict_do_update(
        index_elements=[_sums.c.unit_id, _sums.c.day],
        set_={column: _sums.c[column] + adding.excluded[column]},
    )


_SUMS = {score: _sum_statement(score) for score in SCORES}


@dataclass(frozen=True, slots=True)
class Given:
    """The rating as it stands, and whether it was there before."""

    rating_id: int
    unit_name: str
    unit_zone: str
    officer_id: int | None
    changed_from: int | None = None  # the former score, when it was changed


def give(
    tx: Transaction,
    rater: str,
    unit_id: int,
    score: int,
    at: datetime,
    *,
    asked: str,
    counter_id: int | None = None,
    actor_id: int | None = None,
) -> Given:
    """Store a rating; the same person, unit and day again changes it within 24 hours."""
    if score not in SCORES:
        raise Refused("score-unknown")
    unit = offices.place(tx, unit_id)
    day = at.astimezone(ZoneInfo(unit.zone)).date()
    officer_id = _served_by(tx, counter_id, unit_id, at)
    row = tx.execute(
        _GIVE,
        {
            "rater": rater,
            "unit_id": unit_id,
            "day": day,
            "counter_id": counter_id,
            "officer_id": officer_id,
            "score": score,
            "asked": asked,
            "at": at,
        },
    ).first()
    if row is None:
        return _change(tx, rater, unit, day, score, at, actor_id)
    _add(tx, unit_id, day, score, 1)
    journal.write(
        tx, Kind.RATED, at, actor_id=actor_id, unit_id=unit_id, rating_id=row.id, score=score
    )
    return Given(row.id, unit.name, unit.zone, officer_id)


def rerate(
    tx: Transaction, rater: str, rating_id: int, score: int, at: datetime, actor_id: int | None
) -> Given:
    """Change one's own rating, also after midnight, within 24 hours of giving it."""
    if score not in SCORES:
        raise Refused("score-unknown")
    rating = own(tx, rater, rating_id)
    unit = offices.unit(tx, rating.unit_id)
    row = tx.execute(_TODAY, {"rater": rater, "unit_id": rating.unit_id, "day": rating.day}).one()
    return _changed(tx, row, unit, rating.day, score, at, actor_id)


def comment(
    tx: Transaction,
    rater: str,
    rating_id: int,
    text: str,
    reading: dict[str, Any],
    at: datetime,
    actor_id: int | None,
) -> None:
    """Add the person's words to their own rating, within 24 hours."""
    changed = tx.execute(
        _COMMENT,
        {
            "the_id": rating_id,
            "the_rater": rater,
            "since": at - CHANGEABLE_FOR,
            "text": text,
            "reading": reading,
            "now": at,
        },
    ).first()
    if changed is None:
        raise Refused("rating-too-old")
    journal.write(
        tx,
        Kind.RATING_COMMENTED,
        at,
        actor_id=actor_id,
        unit_id=changed.unit_id,
        rating_id=rating_id,
        **_codes(reading),
    )


def _codes(reading: dict[str, Any]) -> dict[str, Any]:
    """What a weekly figure still needs when the comment is rewritten or erased: no words."""
    return {
        "sentiment": reading.get("sentiment", {}).get("label"),
        "aspects": [aspect["key"] for aspect in reading.get("aspects", ())],
    }


_COMMENT = (
    update(_ratings)
    .where(
        _ratings.c.id == bindparam("the_id"),
        _ratings.c.rater == bindparam("the_rater"),
        _ratings.c.at > bindparam("since"),
    )
    .values(comment=bindparam("text"), reading=bindparam("reading"), commented_at=bindparam("now"))
    .returning(_ratings.c.unit_id)
)


def own(tx: Transaction, rater: str, rating_id: int) -> Rating:
    """The person's own rating; refuses anybody else's."""
    rating = tx.session.get(Rating, rating_id)
    if rating is None or rating.rater != rater:
        raise Refused("not-for-you")
    return rating


def _change(
    tx: Transaction, rater: str, unit: Any, day: date, score: int, at: datetime, actor: int | None
) -> Given:
    row = tx.execute(_TODAY, {"rater": rater, "unit_id": unit.id, "day": day}).one()
    return _changed(tx, row, unit, day, score, at, actor)


def _changed(
    tx: Transaction, row: Any, unit: Any, day: date, score: int, at: datetime, actor: int | None
) -> Given:
    if at - row.at > CHANGEABLE_FOR:
        raise Refused("rating-too-old")
    if row.score != score:
        tx.execute(update(_ratings).where(_ratings.c.id == row.id).values(score=score))
        _add(tx, unit.id, day, row.score, -1)
        _add(tx, unit.id, day, score, 1)
        journal.write(
            tx,
            Kind.RATING_CHANGED,
            at,
            actor_id=actor,
            unit_id=unit.id,
            rating_id=row.id,
            old=row.score,
            new=score,
        )
    return Given(row.id, unit.name, unit.zone, None, changed_from=row.score)


def _add(tx: Transaction, unit_id: int, day: date, score: int, n: int) -> None:
    tx.execute(_SUMS[score], {"unit_id": unit_id, "day": day, "n": n})


def _served_by(tx: Transaction, counter_id: int | None, unit_id: int, at: datetime) -> int | None:
    """Who served is a fact of the roster at that time, never the citizen's guess."""
    if counter_id is None:
        return None
    if offices.counter(tx, counter_id).unit_id != unit_id:
        raise Refused("counter-unknown")
    return offices.serving(tx, counter_id, at)
