"""What the parts of coaching share: words as people type them, and who is who."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlmodel import col, select

from models import entries, people
from models.appraisal import leaders
from models.appraisal.indicators import CATALOGUE, Measure
from models.database import Transaction
from models.errors import Refused
from models.offices import Unit
from models.people import Appointment, Officer, Role

LEAST, LONGEST = 10, 500  # characters of a reason, a promise, a decision
DAY = timedelta(days=1)

# What an officer does himself and what has a share, a length or a score: how many citizens come is
# nobody's skill.
TOPICS = tuple(
    key for key, one in CATALOGUE.items() if one.controlled and one.measure is not Measure.COUNT
)


def words(text: str, least: int = LEAST) -> str:
    """As typed, on one line; refuses what is too short or too long."""
    return entries.words(text, least, LONGEST, one_line=True)


def topic(key: str) -> str:
    """The key of an indicator that a training can better."""
    if key not in TOPICS:
        raise Refused("coaching-topic-unknown")
    return key


def officer(tx: Transaction, person_id: int, at: datetime) -> Officer:
    """Who serves now, as an officer; refused to everybody else."""
    authority = people.known_authority(tx, person_id, at)
    if authority.officer is None or not authority.appointments:
        raise Refused("not-for-you")
    return authority.officer


def admin(tx: Transaction, person_id: int, at: datetime, office_id: int) -> None:
    """Refuse unless an admin of the office."""
    if not is_admin(tx, person_id, at, office_id):
        raise Refused("not-for-you")


def is_admin(tx: Transaction, person_id: int, at: datetime, office_id: int) -> bool:
    return people.known_authority(tx, person_id, at).over_office(Role.ADMIN, office_id)


def heads_office(tx: Transaction, person_id: int, at: datetime, office_id: int) -> bool:
    """Whether head of the whole office, or of all of them."""
    return people.known_authority(tx, person_id, at).over_office(Role.HEAD, office_id)


def served(tx: Transaction, office_id: int, at: datetime) -> list[Officer]:
    """Everybody who serves in an office, by name."""
    return [
        one
        for one in leaders.officers(tx, at)
        if leaders.office_of(tx, one.id or 0, at) == office_id
    ]


def everybody(tx: Transaction, office_id: int, at: datetime) -> list[Officer]:
    """Whoever has a role in an office or its units and a chat, by name."""
    rows = tx.session.exec(
        select(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .join(Unit, col(Unit.id) == Appointment.unit_id, isouter=True)
        .where(
            (Unit.office_id == office_id) | (Appointment.office_id == office_id),
            col(Officer.person_id).is_not(None),
            people.valid_at(at),
        )
        .order_by(col(Officer.name), col(Officer.id))
        .distinct()
    )
    return list(rows)


def names(tx: Transaction, officer_ids: Iterable[int]) -> dict[int, str]:
    """Names by officers.id."""
    wanted = list(officer_ids)
    rows = tx.session.exec(select(Officer.id, Officer.name).where(col(Officer.id).in_(wanted)))
    return {number or 0: name for number, name in rows}
