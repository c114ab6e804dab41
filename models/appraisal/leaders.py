"""Who leads and appraises whom, and what somebody is to an officer's record.

The leader (atasan langsung, pejabat penilai) is the one named for the officer, while serving; else
the head of the officer's unit, else of the office, else of everything; never the officer. The
superior, who decides objections, is the leader's leader.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, false
from sqlmodel import and_, col, func, or_, select

from models import journal, people, staffing
from models.appraisal.terms_tables import ReportingLine
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.people import Appointment, Officer, Role

SERVING = (Role.OFFICER, Role.HEAD)
LONGEST = 6  # leaders above one another; a longer line is a circle


class Standing(StrEnum):
    """What a reader is to the record of an officer, nearest first."""

    OWN = "own"
    LEADER = "leader"  # appraises
    SUPERIOR = "superior"  # the leader's leader: decides objections
    ADMIN = "admin"  # of the office: terms, periods, leaders, recap; not the words about a person


def unit_of(tx: Transaction, officer_id: int, at: datetime) -> Unit | None:
    """The unit an officer serves in; that of the first appointment if there are several."""
    held = [one for one in people.appointments_of(tx, officer_id, at) if one.role in SERVING]
    unit_ids = [one.unit_id for one in held if one.unit_id is not None]
    return tx.session.get_one(Unit, unit_ids[0]) if unit_ids else None


def unit_until(tx: Transaction, officer_id: int, office_id: int, end: datetime) -> Unit | None:
    """The unit of an office in which an officer served last before an instant; None: in none."""
    until = func.coalesce(col(Appointment.until_at), end)
    return tx.session.exec(
        select(Unit)
        .join(Appointment, col(Appointment.unit_id) == Unit.id)
        .where(
            Appointment.officer_id == officer_id,
            Unit.office_id == office_id,
            col(Appointment.role).in_(SERVING),
            col(Appointment.from_at) < end,
        )
        .order_by(until.desc(), col(Appointment.id))
    ).first()


def office_of(tx: Transaction, officer_id: int, at: datetime) -> int | None:
    """offices.id of the officer's unit, or of an appointment over a whole office."""
    unit = unit_of(tx, officer_id, at)
    if unit is not None:
        return unit.office_id
    held = [one for one in people.appointments_of(tx, officer_id, at) if one.role in SERVING]
    return next((one.office_id for one in held if one.office_id is not None), None)


def leader_of(tx: Transaction, officer_id: int, at: datetime) -> Officer | None:
    """Who leads and appraises the officer at an instant; None: nobody is above."""
    return tx.once(("leader", officer_id, at), lambda: _leader(tx, officer_id, at))


def _leader(tx: Transaction, officer_id: int, at: datetime) -> Officer | None:
    named = tx.session.exec(
        select(Officer)
        .join(ReportingLine, col(ReportingLine.leader_id) == Officer.id)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(
            ReportingLine.officer_id == officer_id,
            _in_force(at),
            col(Appointment.role).in_(SERVING),
            people.valid_at(at),
        )
        .order_by(col(ReportingLine.id).desc())
    ).first()
    return named or _head_above(tx, officer_id, at)


def _head_above(tx: Transaction, officer_id: int, at: datetime) -> Officer | None:
    """The nearest head; a head is led from above, not by a second head of the same place."""
    found = tx.session.exec(
        select(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(
            Appointment.role == Role.HEAD,
            Officer.id != officer_id,
            people.valid_at(at),
            or_(*_places_above(tx, officer_id, at)),
        )
        .order_by(
            col(Appointment.unit_id).is_(None),
            col(Appointment.office_id).is_(None),
            col(Appointment.id),
        )
    )
    return found.first()


def _places_above(tx: Transaction, officer_id: int, at: datetime) -> list[ColumnElement[bool]]:
    """Appointments over the places from which the officer is led."""
    own = people.appointments_of(tx, officer_id, at)
    heads = [one for one in own if one.role == Role.HEAD]
    unit, office_id = unit_of(tx, officer_id, at), office_of(tx, officer_id, at)
    no_unit, no_office = col(Appointment.unit_id).is_(None), col(Appointment.office_id).is_(None)
    places: list[ColumnElement[bool]] = [false()]
    if any(one.unit_id is None and one.office_id is None for one in heads):
        return places
    places.append(and_(no_unit, no_office))
    if office_id is not None and all(one.unit_id is not None for one in heads):
        places.append(and_(no_unit, col(Appointment.office_id) == office_id))
    if unit is not None and not heads:
        places.append(col(Appointment.unit_id) == unit.id)
    return places


def superior_of(tx: Transaction, officer_id: int, at: datetime) -> Officer | None:
    """The leader's leader."""
    leader = leader_of(tx, officer_id, at)
    return leader_of(tx, leader.id or 0, at) if leader else None


def led_by(tx: Transaction, leader_id: int, at: datetime) -> list[Officer]:
    """Those whom this officer leads, by name."""
    return [
        officer
        for officer in _perhaps_led(tx, leader_id, at)
        if officer.id != leader_id and _is(leader_of(tx, officer.id or 0, at), leader_id)
    ]


def _perhaps_led(tx: Transaction, leader_id: int, at: datetime) -> list[Officer]:
    """Among whom those led are, by name: nobody looks through a whole town for a unit's head, and
    who is neither head nor named leads nobody."""
    held = people.appointments_of(tx, leader_id, at)
    heads = [one for one in held if one.role == Role.HEAD]
    if any(one.unit_id is None for one in heads):
        return officers(tx, at)
    named = select(ReportingLine.officer_id).where(
        ReportingLine.leader_id == leader_id, _in_force(at)
    )
    ids = set(tx.session.exec(named))
    for one in heads:
        ids |= {officer.id or 0 for officer in officers(tx, at, one.unit_id)}
    return [officer for officer in officers(tx, at) if officer.id in ids] if ids else []


def officers(tx: Transaction, at: datetime, unit_id: int | None = None) -> list[Officer]:
    """Officers and heads who serve at an instant, by name; of one unit if it is given."""
    statement = (
        select(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(col(Appointment.role).in_(SERVING), people.valid_at(at))
        .order_by(col(Officer.name), col(Officer.id))
        .distinct()
    )
    if unit_id is not None:
        statement = statement.where(Appointment.unit_id == unit_id)
    return list(tx.session.exec(statement))


def peers_of(tx: Transaction, officer_id: int, at: datetime) -> list[Officer]:
    """Others with the same leader in the same unit."""
    unit, leader = unit_of(tx, officer_id, at), leader_of(tx, officer_id, at)
    if unit is None:
        return []
    return [
        one
        for one in officers(tx, at, unit.id)
        if one.id != officer_id
        and (leader is None or one.id != leader.id)
        and not _is(leader_of(tx, one.id or 0, at), officer_id)
    ]


# --- rights


def standing(tx: Transaction, officer_id: int, person_id: int, at: datetime) -> Standing | None:
    """What a person is to the record of an officer; None: nothing, and it is not theirs to read."""
    authority = people.known_authority(tx, person_id, at)
    if authority.officer is None:
        return None
    reader = authority.officer.id or 0
    if reader == officer_id:
        return Standing.OWN
    leader = leader_of(tx, officer_id, at)
    if _is(leader, reader):
        return Standing.LEADER
    if leader is not None and _is(leader_of(tx, leader.id or 0, at), reader):
        return Standing.SUPERIOR
    office_id = office_of(tx, officer_id, at)
    if office_id is not None and authority.over_office(Role.ADMIN, office_id):
        return Standing.ADMIN
    return None


def entitled(
    tx: Transaction, officer_id: int, person_id: int, at: datetime, *allowed: Standing
) -> Officer:
    """The person as an officer with one of these standings; refused to everybody else. The same
    words whether there is such a record or not."""
    if standing(tx, officer_id, person_id, at) not in allowed:
        raise Refused("not-for-you")
    authority = people.known_authority(tx, person_id, at)
    if authority.officer is None:
        raise Refused("not-for-you")
    return authority.officer


# --- naming a leader


def name_leader(
    tx: Transaction, officer_id: int, leader_id: int | None, at: datetime, by: int | None
) -> None:
    """Name the leader of an officer; None: the head of the unit again. For an admin of the office.

    Refused where the line would become a circle.
    """
    staffing.require_admin(tx, by, at, office_id=office_of(tx, officer_id, at))
    if leader_id is not None:
        _refuse_circle(tx, officer_id, leader_id, at)
    for line in tx.session.exec(
        select(ReportingLine).where(ReportingLine.officer_id == officer_id, _in_force(at))
    ):
        line.until_at = at
    if leader_id is not None:
        tx.session.add(
            ReportingLine(officer_id=officer_id, leader_id=leader_id, from_at=at, by_id=by)
        )
    tx.session.flush()
    tx.forget(("leader", officer_id, at))
    journal.write(tx, Kind.LEADER_NAMED, at, actor_id=by, officer=officer_id, leader=leader_id)


def _refuse_circle(tx: Transaction, officer_id: int, leader_id: int, at: datetime) -> None:
    above: int | None = leader_id
    for _ in range(LONGEST):
        if above is None:
            return
        if above == officer_id:
            break
        leader = leader_of(tx, above, at)
        above = leader.id if leader else None
    raise Refused("leader-circle")


def _in_force(at: datetime) -> ColumnElement[bool]:
    until = col(ReportingLine.until_at)
    return and_(col(ReportingLine.from_at) <= at, or_(until.is_(None), until > at))


def _is(officer: Officer | None, officer_id: int) -> bool:
    return officer is not None and officer.id == officer_id
