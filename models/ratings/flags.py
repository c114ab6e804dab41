"""Doubts about ratings: raised by a detector or by hand, settled by people, never by the clock.

To keep a rating takes one person; to exclude it two, who are other officers than the one rated and
than the one whose rating it is. Until then it counts. An excluded one can be restored, with a
reason, by one person. Nothing is deleted, and the citizen is never told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel import select as pick

from models import entries, journal, people
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.people import Authority, Officer, Person, Role
from models.ratings import corrections, patterns, scenes
from models.ratings.patterns import Found, Reason
from models.ratings.tables import Decision, Rating, RatingFlag, Standing

REVIEWERS = (Role.HEAD, Role.ADMIN)
LEAST_REASON, MOST_REASON = 10, 500  # characters
MOST_BY_HAND = 20  # open doubts of one officer about one unit
_CHUNK = 500

_flags, _ratings = table(RatingFlag), table(Rating)


@dataclass(frozen=True, slots=True)
class Done:
    """For how many ratings something was decided; left: not by this person, or not now."""

    done: int
    left: int = 0


# --- raising


def detect(tx: Transaction, at: datetime, part: int | None = None) -> int:
    """Look at the ratings of the last hours; returns how many doubts are new. Asked twice it raises
    nothing twice: a rating is doubted once for each reason, also after it was decided.

    part: only the units of a part (`scenes.PARTS`); None: all.
    """
    seen = scenes.scenes(tx, at, part)
    return sum(_raise(tx, found, at) for scene in seen for found in patterns.find(scene))


def detect_in_turn(tx: Transaction, at: datetime) -> int:
    """The part of the units whose minute it is: run each minute, every unit has its turn in ten."""
    return detect(tx, at, int(at.timestamp() // 60) % scenes.PARTS)


def _raise(tx: Transaction, found: Found, at: datetime) -> int:
    """The ratings of a pattern that are not doubted for its reason yet; they join the pattern of
    those that are."""
    known: dict[int, str] = {}
    units: dict[int, int] = {}
    for ids in _chunks(found.rating_ids):
        doubted = _flags.c.rating_id.in_(ids), _flags.c.reason == found.reason.value
        known |= _pairs(tx, select(_flags.c.rating_id, _flags.c.pattern).where(*doubted))
        placed = select(_ratings.c.id, _ratings.c.unit_id).where(_ratings.c.id.in_(ids))
        units |= _pairs(tx, placed)
    name = known[min(known)] if known else found.pattern
    fresh = [rating_id for rating_id in found.rating_ids if rating_id not in known]
    numbers = dict(found.numbers)
    return sum(
        _enter(tx, rating_id, units[rating_id], found.reason, name, numbers, at)
        for rating_id in fresh
    )


def _pairs(tx: Transaction, statement: Any) -> dict[Any, Any]:
    rows: Any = tx.execute(statement)
    return {row[0]: row[1] for row in rows}


def _chunks(ids: Collection[int]) -> Iterable[list[int]]:
    listed = list(ids)
    return (listed[start : start + _CHUNK] for start in range(0, len(listed), _CHUNK))


def _enter(
    tx: Transaction,
    rating_id: int,
    unit_id: int,
    reason: Reason,
    pattern: str,
    found: dict[str, Any],
    at: datetime,
    by: Officer | None = None,
) -> bool:
    row = {
        "rating_id": rating_id,
        "unit_id": unit_id,
        "reason": reason.value,
        "pattern": pattern,
        "found": found,
        "raised_at": at,
        "raised_by": by.id if by else None,
        "proposal": "",
        "because": "",
    }
    entering = insert(_flags).values(row).on_conflict_do_nothing().returning(_flags.c.id)
    if tx.execute(entering).first() is None:
        return False
    journal.write(
        tx,
        Kind.RATING_FLAGGED,
        at,
        actor_id=by.person_id if by else None,
        unit_id=unit_id,
        rating_id=rating_id,
        reason=reason.value,
    )
    return True


def raise_by_hand(tx: Transaction, rating_id: int, person_id: int, why: str, at: datetime) -> int:
    """A head, an admin or the officer rated doubts a rating that counts; returns the doubt's id."""
    rating = tx.session.get(Rating, rating_id)
    if rating is None:
        raise Refused("flag-unknown")
    authority = people.authority(tx, person_id, at)
    officer = authority.officer
    about = officer is not None and rating.officer_id == officer.id
    if officer is None or not (about or reviews(tx, authority, rating.unit_id)):
        raise Refused("not-for-you")
    if rating.rater == pseudonym_of(tx, person_id):
        raise Refused("flag-own-rating")
    if rating.standing != Standing.COUNTED:
        raise Refused("flag-not-counted")
    _refuse_many(tx, rating.unit_id, officer)
    said, name = {"words": words(why)}, f"{Reason.BY_HAND}:{rating_id}"
    if not _enter(tx, rating_id, rating.unit_id, Reason.BY_HAND, name, said, at, officer):
        raise Refused("flag-known")
    doubt = pick(RatingFlag.id).where(
        RatingFlag.rating_id == rating_id, RatingFlag.reason == Reason.BY_HAND
    )
    return tx.session.exec(doubt).one() or 0


def _refuse_many(tx: Transaction, unit_id: int, officer: Officer) -> None:
    """Nobody doubts whatever they do not like."""
    counting = select(func.count()).where(
        _flags.c.unit_id == unit_id,
        _flags.c.decided_at.is_(None),
        _flags.c.raised_by == officer.id,
    )
    if tx.execute(counting).scalar_one() >= MOST_BY_HAND:
        raise Refused("flag-enough", limit=MOST_BY_HAND)


# --- settling


def keep(
    tx: Transaction, flag_id: int, by: int, because: str, at: datetime, *, whole: bool = False
) -> Done:
    """The rating, or every one of the pattern, stays counted. Who proposed to exclude it may so
    take that back; what somebody else proposed is decided on."""
    said = words(because)

    def may(flag: RatingFlag, officer: Officer) -> str | None:
        return None if flag.proposed_by in (None, officer.id) else "flag-proposed-already"

    def settle(flag: RatingFlag, rating: Rating, officer: Officer) -> None:
        _settle(tx, flag, Decision.KEPT, officer, said, at)

    return _act(tx, flag_id, by, at, whole, may, settle)


def propose(
    tx: Transaction, flag_id: int, by: int, why: str, at: datetime, *, whole: bool = False
) -> Done:
    """Ask a second person to exclude the rating, or every one of the pattern."""
    said = words(why)

    def may(flag: RatingFlag, officer: Officer) -> str | None:
        return None if flag.proposed_by is None else "flag-proposed-already"

    def settle(flag: RatingFlag, rating: Rating, officer: Officer) -> None:
        flag.proposed_at, flag.proposed_by, flag.proposal = at, officer.id, said
        _write(tx, Kind.RATING_FLAG_PROPOSED, flag, officer, at)

    return _act(tx, flag_id, by, at, whole, may, settle)


def decide(
    tx: Transaction,
    flag_id: int,
    by: int,
    exclude: bool,
    because: str,
    at: datetime,
    *,
    whole: bool = False,
) -> Done:
    """The second person agrees to exclude what was proposed, or not: then it stays counted."""
    said = words(because)

    def settle(flag: RatingFlag, rating: Rating, officer: Officer) -> None:
        _settle(tx, flag, Decision.EXCLUDED if exclude else Decision.KEPT, officer, said, at)
        if exclude:
            corrections.exclude(tx, flag.rating_id, at, by, flag.reason)

    return _act(tx, flag_id, by, at, whole, second, settle)


def second(flag: RatingFlag, officer: Officer) -> str | None:
    """Why the officer is no second person: they proposed it, or raised it. None: they are."""
    if flag.proposed_by is None:
        return "flag-not-proposed"
    return "flag-second-person" if officer.id in (flag.proposed_by, flag.raised_by) else None


def restore(tx: Transaction, rating_id: int, by: int, because: str, at: datetime) -> None:
    """Count an excluded rating again; the doubt that excluded it ends as kept."""
    said = words(because)
    rating = tx.session.get(Rating, rating_id)
    flag = tx.session.exec(
        pick(RatingFlag)
        .where(RatingFlag.rating_id == rating_id, RatingFlag.decision == Decision.EXCLUDED)
        .with_for_update()
    ).first()
    if rating is None or flag is None or rating.standing != Standing.EXCLUDED:
        raise Refused("flag-not-excluded")
    officer = reviewer(tx, flag.unit_id, by, at)
    if (key := concerned(rating, officer, pseudonym_of(tx, by))) is not None:
        raise Refused(key)
    flag.decision, flag.decided_at, flag.decided_by = Decision.KEPT, at, officer.id
    flag.because = said
    corrections.restore(tx, rating_id, at, by, flag.reason)


def _act(
    tx: Transaction,
    flag_id: int,
    by: int,
    at: datetime,
    whole: bool,
    may: Callable[[RatingFlag, Officer], str | None],
    settle: Callable[[RatingFlag, Rating, Officer], None],
) -> Done:
    """Do it to each rating for which this person may; refused when there is none."""
    asked = tx.session.get(RatingFlag, flag_id)
    if asked is None:
        raise Refused("flag-unknown")
    officer, pseudonym = reviewer(tx, asked.unit_id, by, at), pseudonym_of(tx, by)
    done, refused = 0, defaultdict[str, int](int)
    for flag, rating in _open(tx, asked, whole):
        key = concerned(rating, officer, pseudonym) or may(flag, officer)
        if key is not None:
            refused[key] += 1
        else:
            settle(flag, rating, officer)
            done += 1
    if not done:
        raise Refused(next(iter(refused), "flag-decided-already"))
    return Done(done, sum(refused.values()))


def _open(tx: Transaction, asked: RatingFlag, whole: bool) -> list[tuple[RatingFlag, Rating]]:
    """The doubt, or all of its pattern in its unit; undecided, about ratings that count, locked."""
    one = RatingFlag.id == asked.id
    among = (
        RatingFlag.unit_id == asked.unit_id,
        RatingFlag.reason == asked.reason,
        RatingFlag.pattern == asked.pattern,
    )
    rows = tx.session.exec(
        pick(RatingFlag, Rating)
        .join(Rating, col(Rating.id) == RatingFlag.rating_id)
        .where(
            *(among if whole else (one,)),
            col(RatingFlag.decided_at).is_(None),
            Rating.standing == Standing.COUNTED,
        )
        .order_by(col(RatingFlag.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return list(rows.all())


def _settle(
    tx: Transaction, flag: RatingFlag, decision: Decision, by: Officer, because: str, at: datetime
) -> None:
    flag.decision, flag.decided_at, flag.decided_by, flag.because = decision, at, by.id, because
    if decision is Decision.KEPT:
        _write(tx, Kind.RATING_FLAG_KEPT, flag, by, at)


def _write(tx: Transaction, kind: Kind, flag: RatingFlag, by: Officer, at: datetime) -> None:
    journal.write(
        tx,
        kind,
        at,
        actor_id=by.person_id,
        unit_id=flag.unit_id,
        rating_id=flag.rating_id,
        reason=flag.reason,
    )


# --- who may


def reviewer(tx: Transaction, unit_id: int, person_id: int, at: datetime) -> Officer:
    """The person as a head or admin over the unit; refused to everybody else."""
    authority = people.known_authority(tx, person_id, at)
    if authority.officer is None or not reviews(tx, authority, unit_id):
        raise Refused("not-for-you")
    return authority.officer


def reviews(tx: Transaction, authority: Authority, unit_id: int) -> bool:
    """Whether the person leads or administers the unit, also one that has closed since."""
    unit = tx.once(("unit", unit_id), lambda: tx.session.get_one(Unit, unit_id))
    return any(authority.over_unit(role, unit_id, unit.office_id) for role in REVIEWERS)


def concerned(rating: Rating, officer: Officer, pseudonym: str) -> str | None:
    """Why this person has no say in the rating: it is about them, or theirs."""
    if rating.officer_id is not None and rating.officer_id == officer.id:
        return "flag-about-you"
    return "flag-own-rating" if rating.rater == pseudonym else None


def pseudonym_of(tx: Transaction, person_id: int) -> str:
    """How the person stands in ratings."""
    return tx.session.get_one(Person, person_id).pseudonym


def words(said: str) -> str:
    """A reason, within the limits."""
    return entries.said(said, LEAST_REASON, MOST_REASON)


def seconds(tx: Transaction, flag_id: int, at: datetime) -> int:
    """How many people there are who could decide on what was proposed."""
    flag = tx.session.get_one(RatingFlag, flag_id)
    rating = tx.session.get_one(Rating, flag.rating_id)
    unit = tx.session.get_one(Unit, flag.unit_id)
    able = {
        officer.id
        for role in REVIEWERS
        for officer in people.holders(tx, role, at, unit_id=unit.id, office_id=unit.office_id)
    }
    return len(able - {flag.proposed_by, flag.raised_by, rating.officer_id})
