"""What a rating counts as can change: another score, excluded, withdrawn, taken back in.

Each change moves the sums and leaves a row with its instant, so that the figures of any instant
can be told later: today's figures less what was changed since.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, update

from models import journal
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.ratings import comments, sums, surveys
from models.ratings.tables import Rating, RatingCorrection, Standing

_ratings, _corrections = table(Rating), table(RatingCorrection)
_OF_RATING = ("unit_id", "day", "asked", "service_id")
_NAMES = ("rating_id", *_OF_RATING, "given_at", "at", "was", "now")
_KEEP = insert(_corrections).values({name: bindparam(name) for name in _NAMES})


def moved(tx: Transaction, rating: Any, was: str, now: str, at: datetime) -> None:
    """The rating counted as `was` and counts as `now`: columns of `RatingSum`."""
    if was == now:
        return
    into = sums.slices(rating.asked, rating.service_id)
    sums.add(tx, rating.unit_id, rating.day, was, -1, into)
    sums.add(tx, rating.unit_id, rating.day, now, 1, into)
    row = {name: getattr(rating, name) for name in _OF_RATING}
    row |= {"rating_id": rating.id, "given_at": rating.at, "at": at, "was": was, "now": now}
    tx.execute(_KEEP, row)


def withdraw(
    tx: Transaction, rater: str, rating_id: int, at: datetime, actor_id: int | None
) -> Rating:
    """The citizen takes the own rating back: it counts no more, and its words are erased.

    Possible at any time, as easily as it was given; twice is once.
    """
    known = tx.session.get(Rating, rating_id)
    if known is None or known.rater != rater:
        raise Refused("not-for-you")
    rating = _held(tx, rating_id)
    if rating.standing != Standing.WITHDRAWN:
        _stand(tx, rating, Standing.WITHDRAWN, at)
        comments.erase(tx, rating)
        _write(tx, Kind.RATING_WITHDRAWN, rating, at, actor_id)
    return rating


def exclude(tx: Transaction, rating_id: int, at: datetime, by: int | None, reason: str) -> None:
    """Leave a rating out of every figure: called by `flags` after two people agreed.

    One that is withdrawn stays withdrawn. reason: a code; it is kept in the journal.
    """
    rating = _held(tx, rating_id)
    if rating.standing == Standing.COUNTED:
        _stand(tx, rating, Standing.EXCLUDED, at)
        _write(tx, Kind.RATING_EXCLUDED, rating, at, by, reason=reason)


def restore(tx: Transaction, rating_id: int, at: datetime, by: int | None, reason: str) -> None:
    """Count an excluded rating again."""
    rating = _held(tx, rating_id)
    if rating.standing == Standing.EXCLUDED:
        _stand(tx, rating, Standing.COUNTED, at)
        _write(tx, Kind.RATING_RESTORED, rating, at, by, reason=reason)


def rescored(tx: Transaction, rating: Any, score: int, at: datetime, actor_id: int | None) -> None:
    """Another score. One that was withdrawn is given again; one that is excluded stays so."""
    standing = rating.standing
    if standing == Standing.WITHDRAWN:
        standing = Standing.COUNTED.value
    was = sums.counted_as(rating.standing, rating.score)
    now = sums.counted_as(standing, score)
    if (rating.standing, rating.score) == (standing, score):
        return
    tx.execute(
        update(_ratings)
        .where(_ratings.c.id == rating.id)
        .values(score=score, standing=standing, why=None)
    )
    moved(tx, rating, was, now, at)
    surveys.follow(tx, rating.id, rating.standing, standing)
    changes = {"old": rating.score, "new": score}
    _write(tx, Kind.RATING_CHANGED, rating, at, actor_id, **changes)


def _held(tx: Transaction, rating_id: int) -> Rating:
    """The rating as it is now: nobody else changes what it counts as until this is over."""
    tx.session.flush()  # what this transaction has changed is written before it is read again
    return tx.session.get_one(Rating, rating_id, with_for_update=True, populate_existing=True)


def _stand(tx: Transaction, rating: Rating, standing: Standing, at: datetime) -> None:
    before, was = rating.standing, sums.counted_as(rating.standing, rating.score)
    rating.standing = standing.value
    moved(tx, rating, was, sums.counted_as(standing, rating.score), at)
    surveys.follow(tx, rating.id or 0, before, standing)


def _write(
    tx: Transaction, kind: Kind, rating: Any, at: datetime, actor_id: int | None, **data: Any
) -> None:
    unit_id: int = rating.unit_id
    journal.write(tx, kind, at, actor_id=actor_id, unit_id=unit_id, rating_id=rating.id, **data)
