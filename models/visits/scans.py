"""The citizen scans the code of a visit: who may rate it, and what they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import insert

from models import journal
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Counter, Service, Unit
from models.people import Officer, Person
from models.visits import rated, tokens
from models.visits.tables import Outcome, Visit, VisitGuest

_guests = table(VisitGuest)
_COME = (
    insert(_guests)
    .values({name: bindparam(name) for name in ("visit_id", "person_id", "at")})
    .on_conflict_do_nothing()
    .returning(_guests.c.visit_id)
)
_REFUSALS = {
    tokens.Problem.MALFORMED: "visit-code-invalid",
    tokens.Problem.FORGED: "visit-code-invalid",
    tokens.Problem.EXPIRED: "visit-code-expired",
}


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a guest of a visit is shown of it."""

    visit_id: int
    unit_id: int
    unit: str
    zone: str
    service: str
    counter: str  # empty: at none
    started_at: datetime
    ended_at: datetime | None  # None: still being served
    outcome: Outcome | None
    rating_id: int | None  # of this person; None: not rated yet


def token(visit: Visit, key: str, at: datetime) -> str:
    """The payload of the visit's deep link, good for `tokens.VALID_FOR` from now on."""
    return tokens.make(key, _bound(visit), at)


def scan(tx: Transaction, key: str, payload: str, person_id: int, at: datetime) -> Scanned:
    """Accept a token: from now on the person may rate the visit. Scanning again is no harm.

    Refuses a token that is forged or edited, expired, of a visit that was taken back or is over for
    `tokens.VALID_FOR`, used by somebody else, or held by the very officer who served.
    """
    visit = _accepted(tx, key, payload, at)
    found = _shown(tx, visit, person_id)
    _refuse_late(found, at)
    row = tx.execute(_COME, {"visit_id": visit.id, "person_id": person_id, "at": at}).first()
    if row is not None:  # who it was stands in the row, which can be erased, not in the journal
        journal.write(tx, Kind.VISIT_SCANNED, at, unit_id=visit.unit_id, visit=visit.id)
    return found


def guest(tx: Transaction, visit_id: int, person_id: int, at: datetime) -> Scanned:
    """The visit, for somebody who has scanned its code; refuses everybody else, and who comes
    later than `tokens.VALID_FOR` after its end without having rated it."""
    visit = tx.session.get(Visit, visit_id)
    if visit is None or tx.session.get(VisitGuest, (visit_id, person_id)) is None:
        raise Refused("not-for-you")
    found = _shown(tx, visit, person_id)
    _refuse_late(found, at)
    return found


def _accepted(tx: Transaction, key: str, payload: str, at: datetime) -> Visit:
    try:
        claim = tokens.read(payload)
        visit = tx.session.get(Visit, claim.visit_id) if claim.visit_id < 2**31 else None
        if visit is None:
            raise tokens.BadToken(tokens.Problem.FORGED)
        tokens.check(key, claim, _bound(visit), at)
    except tokens.BadToken as bad:
        raise Refused(_REFUSALS[bad.problem]) from None
    return visit


def _shown(tx: Transaction, visit: Visit, person_id: int) -> Scanned:
    if visit.undone_at is not None:
        raise Refused("visit-code-undone")
    officer = tx.session.get(Officer, visit.officer_id) if visit.officer_id else None
    if officer is not None and officer.person_id == person_id:
        raise Refused("visit-code-own")
    rating = rated.of(tx, visit.id or 0)
    if rating and rating.rater != tx.session.get_one(Person, person_id).pseudonym:
        raise Refused("visit-rated")
    unit = tx.session.get_one(Unit, visit.unit_id)
    counter = tx.session.get(Counter, visit.counter_id) if visit.counter_id else None
    return Scanned(
        visit.id or 0,
        visit.unit_id,
        unit.name,
        unit.zone,
        tx.session.get_one(Service, visit.service_id).name,
        counter.name if counter else "",
        visit.started_at,
        visit.ended_at,
        Outcome(visit.outcome) if visit.outcome else None,
        rating.rating_id if rating else None,
    )


def _refuse_late(found: Scanned, at: datetime) -> None:
    """Whatever code one holds: a visit is not rated for the first time long after its end."""
    over = found.ended_at is not None and at >= found.ended_at + tokens.VALID_FOR
    if over and found.rating_id is None:
        raise Refused("visit-code-expired")


def _bound(visit: Visit) -> tokens.Bound:
    shift = f"{visit.day.isoformat()}/{visit.officer_id or '-'}"
    return tokens.Bound(visit.id or 0, visit.unit_id, visit.counter_id, visit.service_id, shift)
