"""One question at the end of the day, to some of those who agreed, drawn by chance.

Who was served or has complained and agreed to be asked is a candidate. Whether one is drawn follows
from a keyed hash of person, unit and day alone: nobody can steer it, and it can be computed again.
Everybody drawn is recorded as invited, so that the response rate is known.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import exists, func, select
from sqlalchemy.dialects.postgresql import insert

from models import journal, people
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Service, Unit
from models.people import CONSENT_VERSION, Person, Role
from models.ratings import invitation_settings, operations
from models.ratings.operations import Given
from models.ratings.tables import Asked, Rating, RatingInvitation
from models.visits.tables import Visit, VisitGuest

# Being asked each week is the most that people bear without answering at random; and whoever comes
# daily (an agent, a courier) would otherwise speak for all.
REST = timedelta(days=7)
VALID_FOR = timedelta(days=3)  # later, what is remembered is no more the visit but the office
LOOKS_BACK = timedelta(hours=36)  # over one evening on which nobody could be asked
LONGEST_VISIT = timedelta(days=31)  # from its beginning to its end

_people, _visits, _guests, _services, _ratings, _invitations = (
    table(one) for one in (Person, Visit, VisitGuest, Service, Rating, RatingInvitation)
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who was served, or complained, on a local day of the unit."""

    person_id: int
    day: date
    visit_id: int | None = None
    case_id: int | None = None
    service: str = ""


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody drawn: whom to ask, about what."""

    invitation_id: int
    candidate: Candidate


# --- the standing agreement


def agree(tx: Transaction, person_id: int, yes: bool, at: datetime) -> None:
    """Store whether the person may be asked now and then. It can be changed at any time."""
    person = tx.session.get_one(Person, person_id)
    if person.may_invite is yes:
        return
    person.may_invite = yes
    tx.session.add(person)
    journal.write(tx, Kind.INVITING_AGREED, at, actor_id=person_id, yes=yes)


# --- the draw


def drawn(key: str, person_id: int, unit_id: int, day: date, share: int) -> bool:
    """Whether chance takes this person, unit and day; `share` in per cent.

    HMAC-SHA256 with the service's secret: as good as a die for who does not know it, and the same
    each time it is thrown.
    """
    thrown = f"invitation|{person_id}|{unit_id}|{day.isoformat()}"
    digest = hmac.new(key.encode(), thrown.encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:8]) * 100 < share << 64


def draw(
    tx: Transaction,
    unit: Unit,
    since: datetime,
    complaints: Iterable[Candidate],
    key: str,
    at: datetime,
) -> list[Invited]:
    """Invite some of those whose visit has ended since, and of those who have complained.

    complaints: ordinary ones with a name under them; who was served is asked about the visit.
    """
    unit_id, share = unit.id or 0, invitation_settings.share(tx, unit.id or 0)
    found = {one.person_id: one for one in complaints}
    found |= {one.person_id: one for one in _visitors(tx, unit_id, since, at)}
    known = _askable(tx, found.keys(), at)
    candidates = [one for person, one in sorted(found.items()) if person in known]
    taken = [one for one in candidates if drawn(key, one.person_id, unit_id, one.day, share)]
    invited = [
        made
        for one in taken
        if _free(tx, unit, one, known[one.person_id], at)
        and (made := _record(tx, unit_id, one, at)) is not None
    ]
    if candidates:
        numbers = {"candidates": len(candidates), "invited": len(invited), "share": share}
        journal.write(tx, Kind.RATINGS_INVITED, at, unit_id=unit_id, **numbers)
    return invited


def _visitors(tx: Transaction, unit_id: int, since: datetime, at: datetime) -> list[Candidate]:
    """Who has scanned the code of a visit that ended and that nobody has rated; the last visit of
    each comes last."""
    rated = exists().where(_ratings.c.visit_id == _visits.c.id)
    rows = tx.execute(
        select(_guests.c.person_id, _visits.c.day, _visits.c.id, _services.c.name)
        .join_from(_visits, _guests, _guests.c.visit_id == _visits.c.id)
        .join(_services, _services.c.id == _visits.c.service_id)
        .where(
            _visits.c.unit_id == unit_id,
            _visits.c.day >= (since - LONGEST_VISIT).date(),
            _visits.c.ended_at > since,
            _visits.c.ended_at <= at,
            _visits.c.undone_at.is_(None),
            ~rated,
        )
        .order_by(_visits.c.ended_at, _visits.c.id)
    )
    return [Candidate(row.person_id, row.day, visit_id=row.id, service=row.name) for row in rows]


def _askable(tx: Transaction, person_ids: Collection[int], at: datetime) -> dict[int, str]:
    """Pseudonyms of those who agreed, can be reached, and were left in peace for a week."""
    lately = exists().where(
        _invitations.c.person_id == _people.c.id, _invitations.c.sent_at > at - REST
    )
    rows = tx.execute(
        select(_people.c.id, _people.c.pseudonym).where(
            _people.c.id.in_(list(person_ids)),
            _people.c.may_invite.is_(True),
            _people.c.consent_version == CONSENT_VERSION,
            _people.c.unreachable_since.is_(None),
            ~lately,
        )
    )
    return {row.id: row.pseudonym for row in rows}


def _free(tx: Transaction, unit: Unit, one: Candidate, rater: str, at: datetime) -> bool:
    """Not one of the unit's own people, nor somebody who has rated it by themself that day."""
    authority = people.known_authority(tx, one.person_id, at)
    if any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in Role):
        return False
    if one.visit_id is not None:
        return True
    rated = select(_ratings.c.id).where(
        _ratings.c.rater == rater,
        _ratings.c.unit_id == unit.id,
        _ratings.c.day == one.day,
        _ratings.c.visit_id.is_(None),
    )
    return tx.execute(rated).first() is None


def _record(tx: Transaction, unit_id: int, one: Candidate, at: datetime) -> Invited | None:
    """The row of an invitation; None when another unit has asked the person about that day."""
    row = tx.execute(
        insert(_invitations)
        .values(
            person_id=one.person_id,
            unit_id=unit_id,
            day=one.day,
            visit_id=one.visit_id,
            case_id=one.case_id,
            sent_at=at,
        )
        .on_conflict_do_nothing()
        .returning(_invitations.c.id)
    ).first()
    return None if row is None else Invited(row.id, one)


# --- the answer


def answer(
    tx: Transaction, invitation_id: int, person_id: int, rater: str, score: int, at: datetime
) -> tuple[Given, int]:
    """Store the answer, or change it within a day; with the id of the unit.

    Refuses anybody else's invitation, and an answer that comes too late.
    """
    invitation = tx.session.get(RatingInvitation, invitation_id, with_for_update=True)
    if invitation is None or invitation.person_id != person_id:
        raise Refused("not-for-you")
    if invitation.rating_id is not None:
        changed = operations.rerate(tx, rater, invitation.rating_id, score, at, person_id)
        return changed, invitation.unit_id
    if at - invitation.sent_at > VALID_FOR:
        raise Refused("invited-expired")
    given = operations.give(
        tx,
        rater,
        invitation.unit_id,
        score,
        at,
        asked=Asked.INVITED,
        visit_id=invitation.visit_id,
        actor_id=person_id,
    )
    invitation.rating_id = given.rating_id
    tx.session.add(invitation)
    return given, invitation.unit_id


def response(
    tx: Transaction, unit_ids: Collection[int] | None, first: date, last: date
) -> tuple[int, int]:
    """How many were invited about the days from `first` to `last`, and how many of them answered.

    unit_ids: None means all units.
    """
    where = [_invitations.c.day.between(first, last)]
    if unit_ids is not None:
        where.append(_invitations.c.unit_id.in_(list(unit_ids)))
    row = tx.execute(
        select(func.count().label("n"), func.count(_invitations.c.rating_id).label("k")).where(
            *where
        )
    ).one()
    return row.n, row.k
