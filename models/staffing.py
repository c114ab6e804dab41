"""Who works where: invitations, dismissals, the roster of the counters, and lists of people.

Every operation takes `by`, the person who does it, and checks that this is an admin there; None is
the command line, which has the whole database anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_
from sqlmodel import col, or_, select

from models import entries, journal, offices, people
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import Counter, RosterEntry, Unit
from models.people import Appointment, Invitation, Officer, Role

# Held in one unit; an admin and an inspector have an office or all of them.
UNIT_ROLES = frozenset({Role.OFFICER, Role.HEAD})


@dataclass(frozen=True, slots=True)
class Member:
    """One appointment with the person who holds it."""

    appointment_id: int
    officer_id: int
    person_id: int | None  # None: has not joined in the chat yet
    name: str
    position: str
    role: Role
    office_id: int | None
    unit_id: int | None
    unit: str


def require_admin(
    tx: Transaction,
    by: int | None,
    at: datetime,
    *,
    office_id: int | None,
    unit_id: int | None = None,
) -> None:
    """Refuse unless `by` is an admin of the unit, or else the office, or else everything."""
    if by is None:
        return
    authority = people.authority(tx, by, at)
    if unit_id is not None and office_id is not None:
        allowed = authority.over_unit(Role.ADMIN, unit_id, office_id)
    else:
        allowed = authority.over_office(Role.ADMIN, office_id)
    if not allowed:
        raise Refused("not-for-you")


def invite(
    tx: Transaction,
    role: Role,
    at: datetime,
    *,
    by: int | None,
    office_id: int | None = None,
    unit_id: int | None = None,
) -> str:
    """A single-use invitation; an officer or head is invited to a unit, an admin or inspector to
    an office.

    Only an admin of everything invites one for everything. Returns the token.
    """
    office_id, unit_id = _place(tx, role, office_id, unit_id)
    require_admin(tx, by, at, office_id=office_id, unit_id=unit_id)
    return people.invite(tx, role, at, office_id=office_id, unit_id=unit_id, by=by)


def register(
    tx: Transaction,
    at: datetime,
    *,
    by: int | None,
    nip: str,
    name: str,
    position: str,
    role: Role,
    office_id: int | None = None,
    unit_id: int | None = None,
) -> tuple[Officer, Appointment | None]:
    """Enter an officer beforehand, with the role; the officer joins later by a personal link.

    Returns the officer and the appointment, None if the role was held already. Somebody known
    keeps name and position.
    """
    office_id, unit_id = _place(tx, role, office_id, unit_id)
    require_admin(tx, by, at, office_id=office_id, unit_id=unit_id)
    number = entries.nip(nip)
    officer = tx.session.exec(select(Officer).where(Officer.nip == number)).first()
    if officer is None:
        title = entries.note(position, entries.POSITION_LIMIT)
        officer = Officer(nip=number, name=entries.name(name), position=title)
        tx.session.add(officer)
        tx.session.flush()
    people.refuse_both(tx, officer, role, office_id, at)
    if people.held(tx, officer, role, at, office_id=office_id, unit_id=unit_id):
        return officer, None
    appointment = people.appoint(tx, officer, role, at, office_id=office_id, unit_id=unit_id)
    journal.write(
        tx, Kind.APPOINTED, at, actor_id=by, unit_id=unit_id, officer=officer.id, role=role.value
    )
    return officer, appointment


def invite_officer(tx: Transaction, appointment_id: int, at: datetime, by: int | None) -> str:
    """The personal link of an officer entered beforehand; an earlier one becomes void."""
    appointment = _appointment(tx, appointment_id, at, by)
    officer = tx.session.get_one(Officer, appointment.officer_id)
    if officer.person_id is not None:
        raise Refused("officer-joined")
    return _personal_invitation(tx, appointment, at, by)


def has_invitation(tx: Transaction, officer_id: int, at: datetime) -> bool:
    """Whether a personal link of the officer is still good."""
    return bool(_open_invitations(tx, officer_id, at))


def dismiss(tx: Transaction, appointment_id: int, at: datetime, by: int | None) -> Member:
    """End an appointment, and the roster entries that stood on it. Returns what it was.

    The last admin of everything stays: nobody could let another one in.
    """
    appointment = _appointment(tx, appointment_id, at, by)
    if _is_last_admin(tx, appointment, at):
        raise Refused("last-admin")
    was = next(m for m in staff(tx, at) if m.appointment_id == appointment_id)
    people.dismiss(tx, appointment_id, at, by)
    tx.session.flush()
    left = people.appointments_of(tx, appointment.officer_id, at)
    if not left:
        _void_invitations(tx, appointment.officer_id, at)
    for entry in _roster_of(tx, appointment.officer_id, at):
        unit = tx.session.get_one(Unit, offices.counter(tx, entry.counter_id).unit_id)
        if not _reaches(left, unit):
            entry.until_at = at
            _roster_changed(tx, entry.counter_id, None, unit.id or 0, at, by)
    return was


def assign(
    tx: Transaction, counter_id: int, officer_id: int | None, at: datetime, by: int | None
) -> None:
    """Put an officer of the unit at a counter from now on; None leaves the counter empty.

    The entry of whoever was there ends now. The same officer again changes nothing.
    """
    counter = offices.counter(tx, counter_id)
    unit = offices.unit(tx, counter.unit_id)
    require_admin(tx, by, at, office_id=unit.office_id, unit_id=unit.id)
    if officer_id is not None and officer_id not in {o.id for o in candidates(tx, unit, at)}:
        raise Refused("officer-elsewhere")
    if offices.serving(tx, counter_id, at) == officer_id:
        return
    for entry in tx.session.exec(
        select(RosterEntry).where(
            RosterEntry.counter_id == counter_id, col(RosterEntry.until_at).is_(None)
        )
    ):
        entry.until_at = max(at, entry.from_at)
    if officer_id is not None:
        tx.session.add(RosterEntry(counter_id=counter_id, officer_id=officer_id, from_at=at))
    _roster_changed(tx, counter_id, officer_id, unit.id or 0, at, by)


def candidates(tx: Transaction, unit: Unit, at: datetime) -> list[Officer]:
    """Officers and heads of the unit, joined or not, by name."""
    rows = tx.session.exec(
        select(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(
            col(Appointment.role).in_(UNIT_ROLES),
            Appointment.unit_id == unit.id,
            people.valid_at(at),
        )
        .order_by(col(Officer.name), col(Officer.id))
        .distinct()
    )
    return list(rows)


def serving_names(tx: Transaction, unit_id: int, at: datetime) -> dict[int, str]:
    """Who serves at each open counter of a unit, by the counter's id."""
    rows = tx.session.exec(
        select(RosterEntry.counter_id, Officer.name)
        .join(Counter, col(Counter.id) == RosterEntry.counter_id)
        .join(Officer, col(Officer.id) == RosterEntry.officer_id)
        .where(
            Counter.unit_id == unit_id,
            RosterEntry.from_at <= at,
            or_(col(RosterEntry.until_at).is_(None), col(RosterEntry.until_at) > at),
        )
    )
    return dict(rows.all())


def staff(tx: Transaction, at: datetime, office_id: int | None = None) -> list[Member]:
    """Everybody with a role in an office, or anywhere: by unit, role and name."""
    statement = (
        select(Appointment, Officer, Unit)
        .join(Officer, col(Appointment.officer_id) == Officer.id)
        .join(Unit, col(Appointment.unit_id) == Unit.id, isouter=True)
        .where(people.valid_at(at))
        .order_by(col(Unit.name).nulls_first(), col(Officer.name), col(Appointment.id))
    )
    if office_id is not None:
        statement = statement.where(
            or_(
                Unit.office_id == office_id,
                and_(col(Appointment.unit_id).is_(None), col(Appointment.office_id) == office_id),
            )
        )
    return [_member(*row) for row in tx.session.exec(statement)]


def member(tx: Transaction, appointment_id: int, at: datetime, by: int | None) -> Member:
    """One appointment, for an admin of the place."""
    _appointment(tx, appointment_id, at, by)
    return next(m for m in staff(tx, at) if m.appointment_id == appointment_id)


def _member(appointment: Appointment, officer: Officer, unit: Unit | None) -> Member:
    return Member(
        appointment_id=appointment.id or 0,
        officer_id=appointment.officer_id,
        person_id=officer.person_id,
        name=officer.name,
        position=officer.position,
        role=Role(appointment.role),
        office_id=unit.office_id if unit else appointment.office_id,
        unit_id=appointment.unit_id,
        unit=unit.name if unit else "",
    )


def _place(
    tx: Transaction, role: Role, office_id: int | None, unit_id: int | None
) -> tuple[int | None, int | None]:
    """Where a role is held; refuses an officer without a unit, a head without a unit or an office,
    and an admin or inspector with a unit. The head of an office heads each of its units."""
    if role in UNIT_ROLES and unit_id is not None:
        return offices.unit(tx, unit_id).office_id, unit_id
    if role is Role.OFFICER or (role is Role.HEAD and office_id is None):
        raise Refused("role-needs-unit")
    if unit_id is not None:
        raise Refused("admin-has-office")
    return (None if office_id is None else offices.office(tx, office_id).id), None


def _appointment(tx: Transaction, appointment_id: int, at: datetime, by: int | None) -> Appointment:
    found = tx.session.get(Appointment, appointment_id)
    if found is None or (found.until_at is not None and found.until_at <= at):
        raise Refused("appointment-over")
    unit = tx.session.get(Unit, found.unit_id) if found.unit_id is not None else None
    office_id = unit.office_id if unit else found.office_id
    require_admin(tx, by, at, office_id=office_id, unit_id=found.unit_id)
    return found


def _is_last_admin(tx: Transaction, appointment: Appointment, at: datetime) -> bool:
    if appointment.role != Role.ADMIN or appointment.office_id is not None:
        return False
    all_admins = people.holders(tx, Role.ADMIN, at, unit_id=None, office_id=None)
    return all(admin.id == appointment.officer_id for admin in all_admins)


def _personal_invitation(
    tx: Transaction, appointment: Appointment, at: datetime, by: int | None
) -> str:
    _void_invitations(tx, appointment.officer_id, at)
    return people.invite(
        tx,
        Role(appointment.role),
        at,
        office_id=appointment.office_id,
        unit_id=appointment.unit_id,
        officer_id=appointment.officer_id,
        by=by,
    )


def _void_invitations(tx: Transaction, officer_id: int, at: datetime) -> None:
    for open_one in _open_invitations(tx, officer_id, at):
        open_one.expires_at = at


def _open_invitations(tx: Transaction, officer_id: int, at: datetime) -> list[Invitation]:
    return list(
        tx.session.exec(
            select(Invitation).where(
                Invitation.officer_id == officer_id,
                col(Invitation.used_at).is_(None),
                Invitation.expires_at > at,
            )
        )
    )


def _roster_of(tx: Transaction, officer_id: int, at: datetime) -> list[RosterEntry]:
    return list(
        tx.session.exec(
            select(RosterEntry).where(
                RosterEntry.officer_id == officer_id, col(RosterEntry.until_at).is_(None)
            )
        )
    )


def _reaches(appointments: list[Appointment], unit: Unit) -> bool:
    return any(a.role in UNIT_ROLES and a.unit_id == unit.id for a in appointments)


def _roster_changed(
    tx: Transaction,
    counter_id: int,
    officer_id: int | None,
    unit_id: int,
    at: datetime,
    by: int | None,
) -> None:
    journal.write(
        tx,
        Kind.ROSTER_CHANGED,
        at,
        actor_id=by,
        unit_id=unit_id,
        counter=counter_id,
        officer=officer_id,
    )
