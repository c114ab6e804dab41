"""What a citizen does with a rating: give it, change it within 24 hours, say why, comment on it.

At most one of a visit; without a visit at most one of a person, unit and day. The database sees to
it; the daily sums are kept in the same transaction.
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
from models.ratings import comments, corrections, sums
from models.ratings.tables import SCORES, Rating, Standing
from models.visits.tables import Visit, VisitGuest

CHANGEABLE_FOR = timedelta(hours=24)
LOW = 2  # a score up to here is asked for its reason

_ratings, _visits, _guests = table(Rating), table(Visit), table(VisitGuest)
_GIVEN = (
    "rater",
    "unit_id",
    "day",
    "visit_id",
    "service_id",
    "counter_id",
    "officer_id",
    "score",
    "asked",
    "standing",
    "at",
)
_GIVE = (
    insert(_ratings)
    .values({name: bindparam(name) for name in _GIVEN})
    .on_conflict_do_nothing()
    .returning(_ratings.c.id)
)
_STANDS = select(
    *(
        _ratings.c[name]
        for name in ("id", "rater", "unit_id", "day", "asked", "service_id", "score")
    ),
    _ratings.c.standing,
    _ratings.c.at,
).with_for_update()  # or somebody excludes it at the same instant
_TODAY = _STANDS.where(
    _ratings.c.rater == bindparam("rater"),
    _ratings.c.unit_id == bindparam("unit_id"),
    _ratings.c.day == bindparam("day"),
    _ratings.c.visit_id.is_(None),
)
_OF_VISIT = _STANDS.where(_ratings.c.visit_id == bindparam("visit_id"))
_BY_ID = _STANDS.where(_ratings.c.id == bindparam("the_id"))
_SCANNED = (
    select(_visits.c.unit_id, _visits.c.service_id, _visits.c.counter_id, _visits.c.officer_id)
    .join_from(_visits, _guests, _guests.c.visit_id == _visits.c.id)
    .where(
        _visits.c.id == bindparam("visit_id"),
        _visits.c.undone_at.is_(None),
        _guests.c.person_id == bindparam("person_id"),
    )
    .with_for_update(read=True, of=_visits)  # or the officer takes it back at the same instant
)


@dataclass(frozen=True, slots=True)
class Given:
    """The rating as it stands, and whether it was there before."""

    rating_id: int
    unit_name: str
    unit_zone: str
    officer_id: int | None
    changed_from: int | None = None  # the former score, when it was changed


@dataclass(frozen=True, slots=True)
class _Served:
    """What is known of who was served where: facts of the roster and the visit at that time,
    never the citizen's guess."""

    counter_id: int | None = None
    officer_id: int | None = None
    service_id: int | None = None


def give(
    tx: Transaction,
    rater: str,
    unit_id: int,
    score: int,
    at: datetime,
    *,
    asked: str,
    counter_id: int | None = None,
    visit_id: int | None = None,
    actor_id: int | None = None,
) -> Given:
    """Store a rating; the same person once more changes it within 24 hours.

    visit_id: of a visit whose code this person (`actor_id`) has scanned. Refuses the second person
    of a visit.
    """
    if score not in SCORES:
        raise Refused("score-unknown")
    unit = offices.place(tx, unit_id)
    day = at.astimezone(ZoneInfo(unit.zone)).date()
    served = _served(tx, unit_id, counter_id, visit_id, actor_id, at)
    row = tx.execute(
        _GIVE,
        {
            "rater": rater,
            "unit_id": unit_id,
            "day": day,
            "visit_id": visit_id,
            "service_id": served.service_id,
            "counter_id": served.counter_id,
            "officer_id": served.officer_id,
            "score": score,
            "asked": asked,
            "standing": Standing.COUNTED.value,
            "at": at,
        },
    ).first()
    if row is None:
        found = _standing(tx, rater, unit_id, day, visit_id)
        return _changed(tx, found, unit, score, at, actor_id)
    sums.add(tx, unit_id, day, f"n{score}", 1, sums.slices(asked, served.service_id))
    journal.write(
        tx, Kind.RATED, at, actor_id=actor_id, unit_id=unit_id, rating_id=row.id, score=score
    )
    return Given(row.id, unit.name, unit.zone, served.officer_id)


def rerate(
    tx: Transaction, rater: str, rating_id: int, score: int, at: datetime, actor_id: int | None
) -> Given:
    """Change one's own rating, also after midnight, within 24 hours of giving it."""
    if score not in SCORES:
        raise Refused("score-unknown")
    rating = own(tx, rater, rating_id)
    unit = offices.unit(tx, rating.unit_id)
    found = tx.execute(_BY_ID, {"the_id": rating_id}).one()
    tx.session.expire(rating)
    return _changed(tx, found, unit, score, at, actor_id)


def explain(
    tx: Transaction, rater: str, rating_id: int, aspect: str, at: datetime, actor_id: int | None
) -> None:
    """What lies behind a low score: an aspect, as the citizen chose it."""
    rating = own(tx, rater, rating_id)
    if rating.score > LOW or rating.standing == Standing.WITHDRAWN:
        raise Refused("why-not-low")
    rating.why = aspect
    journal.write(
        tx,
        Kind.RATING_EXPLAINED,
        at,
        actor_id=actor_id,
        unit_id=rating.unit_id,
        rating_id=rating_id,
        aspect=aspect,
    )


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
    sentiment, aspects = comments.codes(reading)
    written = {"text": text, "reading": reading, "now": at}
    coded = {"sentiment": sentiment, "aspects": aspects}
    whose = {"the_id": rating_id, "the_rater": rater, "since": at - CHANGEABLE_FOR}
    commented = tx.execute(_COMMENT, written | coded | whose).first()
    unit_id = commented.unit_id if commented else _rewrite(tx, whose, written, coded)
    journal.write(
        tx,
        Kind.RATING_COMMENTED,
        at,
        actor_id=actor_id,
        unit_id=unit_id,
        rating_id=rating_id,
        sentiment=sentiment,
        aspects=comments.unpacked(aspects),
    )


_COMMENT = (
    update(_ratings)
    .where(
        _ratings.c.id == bindparam("the_id"),
        _ratings.c.rater == bindparam("the_rater"),
        _ratings.c.at > bindparam("since"),
        _ratings.c.standing != Standing.WITHDRAWN.value,
        _ratings.c.commented_at.is_(None),
    )
    .values(
        comment=bindparam("text"),
        reading=bindparam("reading"),
        commented_at=bindparam("now"),
        sentiment=bindparam("sentiment"),
        aspects=bindparam("aspects"),
    )
    .returning(_ratings.c.unit_id)
)


def _rewrite(
    tx: Transaction, whose: dict[str, Any], written: dict[str, Any], coded: dict[str, Any]
) -> int:
    """Other words in the place of the first ones."""
    rating = own(tx, whose["the_rater"], whose["the_id"])
    if rating.at <= whose["since"] or rating.standing == Standing.WITHDRAWN:
        raise Refused("rating-too-old")
    comments.retire(tx, rating)
    rating.comment, rating.reading, rating.commented_at = written.values()
    rating.sentiment, rating.aspects = coded.values()
    return rating.unit_id


def own(tx: Transaction, rater: str, rating_id: int) -> Rating:
    """The person's own rating; refuses anybody else's."""
    rating = tx.session.get(Rating, rating_id)
    if rating is None or rating.rater != rater:
        raise Refused("not-for-you")
    return rating


def _served(
    tx: Transaction,
    unit_id: int,
    counter_id: int | None,
    visit_id: int | None,
    person_id: int | None,
    at: datetime,
) -> _Served:
    if visit_id is not None:
        row = tx.execute(_SCANNED, {"visit_id": visit_id, "person_id": person_id}).first()
        if row is None or row.unit_id != unit_id:
            raise Refused("not-for-you")
        return _Served(row.counter_id, row.officer_id, row.service_id)
    if counter_id is None:
        return _Served()
    if offices.counter(tx, counter_id).unit_id != unit_id:
        raise Refused("counter-unknown")
    return _Served(counter_id, offices.serving(tx, counter_id, at))


def _standing(tx: Transaction, rater: str, unit_id: int, day: date, visit_id: int | None) -> Any:
    """The rating that was there before; refuses the second person of a visit."""
    if visit_id is None:
        return tx.execute(_TODAY, {"rater": rater, "unit_id": unit_id, "day": day}).one()
    found = tx.execute(_OF_VISIT, {"visit_id": visit_id}).one()
    if found.rater != rater:
        raise Refused("visit-rated")
    return found


def _changed(
    tx: Transaction, found: Any, unit: Any, score: int, at: datetime, actor: int | None
) -> Given:
    if at - found.at > CHANGEABLE_FOR:
        raise Refused("rating-too-old")
    corrections.rescored(tx, found, score, at, actor)
    return Given(found.id, unit.name, unit.zone, None, changed_from=found.score)
