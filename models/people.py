"""Citizens, civil servants, and who may do what, where, and when."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, ColumnElement, String, bindparam
from sqlmodel import Field, SQLModel, and_, col, or_, select

from models import journal
from models.database import Transaction, UtcDateTime, table
from models.errors import Refused
from models.journal import Kind

CONSENT_VERSION = 2  # raise it when the notice changes: everybody is asked again
INVITATION_VALID = timedelta(days=7)


class Role(StrEnum):
    OFFICER = "officer"
    HEAD = "head"
    ADMIN = "admin"
    INSPECTOR = "inspector"  # of the inspectorate: supervisory complaints, and only those


class Person(SQLModel, table=True):
    """Somebody who writes to the bot. The name is not kept."""

    __tablename__ = "people"

    id: int | None = Field(default=None, primary_key=True)
    telegram_id: int = Field(sa_type=BigInteger, unique=True)
    pseudonym: str = Field(unique=True)  # keyed hash of telegram_id: stands in ratings
    language: str = "id"
    consent_version: int = 0
    consented_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    unreachable_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # may be asked how it was, at the end of a day: None is not asked yet
    may_invite: bool | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)


class Officer(SQLModel, table=True):
    """A civil servant (ASN), keyed by NIP: 18 digits, text."""

    __tablename__ = "officers"

    id: int | None = Field(default=None, primary_key=True)
    nip: str = Field(unique=True, max_length=18)
    name: str
    position: str = ""
    person_id: int | None = Field(default=None, foreign_key="people.id", unique=True)


class Appointment(SQLModel, table=True):
    """A role somewhere, for a time. Without unit and office it holds everywhere."""

    __tablename__ = "appointments"

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id", index=True)
    role: Role = Field(sa_type=String)
    office_id: int | None = Field(default=None, foreign_key="offices.id")
    unit_id: int | None = Field(default=None, foreign_key="units.id", index=True)
    from_at: datetime = Field(sa_type=UtcDateTime)
    until_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Invitation(SQLModel, table=True):
    """A single-use link that gives somebody a role. Only its hash is kept."""

    __tablename__ = "invitations"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True)
    role: Role = Field(sa_type=String)
    office_id: int | None = Field(default=None, foreign_key="offices.id")
    unit_id: int | None = Field(default=None, foreign_key="units.id")
    officer_id: int | None = Field(default=None, foreign_key="officers.id")  # only for this one
    created_by: int | None = Field(default=None, foreign_key="people.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used_by: int | None = Field(default=None, foreign_key="people.id")


@dataclass(frozen=True)
class Authority:
    """What a person may do at one instant. Empty for a citizen."""

    officer: Officer | None = None
    appointments: tuple[Appointment, ...] = ()

    def holds(self, roles: Iterable[Role]) -> bool:
        wanted = set(roles)
        return any(appointment.role in wanted for appointment in self.appointments)

    def over_unit(self, role: Role, unit_id: int, office_id: int) -> bool:
        """Whether `role` is held over this unit, directly, through its office, or everywhere."""
        return any(
            a.role == role
            and (a.unit_id is None or a.unit_id == unit_id)
            and (a.office_id is None or a.office_id == office_id)
            for a in self.appointments
        )

    def over_office(self, role: Role, office_id: int | None) -> bool:
        """Whether `role` is held over the whole office; None: over all offices."""
        return any(
            a.role == role and a.unit_id is None and a.office_id in (None, office_id)
            for a in self.appointments
        )

    def unit_ids(self, *roles: Role) -> tuple[int, ...]:
        """Units named directly in appointments with one of `roles`."""
        return tuple(
            dict.fromkeys(
                a.unit_id for a in self.appointments if a.unit_id is not None and a.role in roles
            )
        )


def pseudonym(key: str, telegram_id: int) -> str:
    """32 hex digits that cannot be led back to the Telegram id without the key."""
    digest = hmac.new(key.encode(), str(telegram_id).encode(), hashlib.sha256)
    return digest.hexdigest()[:32]


def valid_nip(text: str) -> bool:
    """NIP: 18 digits (birth date, appointment month, sex, number)."""
    return len(text) == 18 and text.isascii() and text.isdigit()


_officers = table(Officer)
_OFFICER_ID = select(_officers.c.id).where(_officers.c.person_id == bindparam("person_id"))
_APPOINTMENTS = (
    select(Appointment)
    .where(
        Appointment.officer_id == bindparam("officer_id"),
        col(Appointment.from_at) <= bindparam("at"),
        or_(col(Appointment.until_at).is_(None), col(Appointment.until_at) > bindparam("at")),
    )
    .order_by(col(Appointment.id))
)


def authority(tx: Transaction, person_id: int, at: datetime) -> Authority:
    """What this person may do; for a citizen, and that is nearly everybody, one cheap look."""
    row = tx.execute(_OFFICER_ID, {"person_id": person_id}).first()
    if row is None:
        return Authority()
    officer = tx.session.get_one(Officer, row.id)
    return Authority(officer, tuple(appointments_of(tx, row.id, at)))


def known_authority(tx: Transaction, person_id: int, at: datetime) -> Authority:
    """The same, read once in a piece of work that changes nobody's appointments."""
    return tx.once(("authority", person_id, at), lambda: authority(tx, person_id, at))


def appointments_of(tx: Transaction, officer_id: int, at: datetime) -> list[Appointment]:
    """Those that hold at an instant."""

    def read() -> list[Appointment]:
        found = tx.session.execute(_APPOINTMENTS, {"officer_id": officer_id, "at": at})
        return list(found.scalars())

    return tx.once(("appointments", officer_id, at), read)


def holders(
    tx: Transaction, role: Role, at: datetime, *, unit_id: int | None, office_id: int | None
) -> list[Officer]:
    """Officers whose `role` reaches this unit or office, nearest first, with a chat."""
    rows = tx.session.exec(
        select(Officer, Appointment)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(
            Appointment.role == role,
            col(Officer.person_id).is_not(None),
            or_(col(Appointment.unit_id).is_(None), Appointment.unit_id == unit_id),
            or_(col(Appointment.office_id).is_(None), Appointment.office_id == office_id),
            valid_at(at),
        )
        .order_by(
            col(Appointment.unit_id).is_(None),
            col(Appointment.office_id).is_(None),
            col(Officer.id),
        )
    )
    return list({officer.id: officer for officer, _ in rows}.values())


def valid_at(at: datetime) -> ColumnElement[bool]:
    """The condition for appointments that hold at an instant."""
    begun, end = col(Appointment.from_at) <= at, col(Appointment.until_at)
    return and_(begun, or_(end.is_(None), end > at))


def consent(tx: Transaction, person_id: int, given: bool, at: datetime) -> None:
    """Store what the person decided, with the version of the notice and the time (UU 27/2022)."""
    person = tx.session.get_one(Person, person_id)
    person.consent_version = CONSENT_VERSION if given else 0
    person.consented_at = at if given else None
    kind = Kind.CONSENT_GIVEN if given else Kind.CONSENT_WITHDRAWN
    journal.write(tx, kind, at, actor_id=person_id, version=CONSENT_VERSION)


def set_language(tx: Transaction, person_id: int, language: str) -> None:
    tx.session.get_one(Person, person_id).language = language


def invite(
    tx: Transaction,
    role: Role,
    at: datetime,
    *,
    office_id: int | None = None,
    unit_id: int | None = None,
    by: int | None = None,
    officer_id: int | None = None,
    valid: timedelta = INVITATION_VALID,
) -> str:
    """Make an invitation and return its token (22 characters, for `?start=i…`), shown only once.

    Whether `by` may do so is checked by `staffing`; the command line needs no leave.
    """
    token = secrets.token_urlsafe(16)
    tx.session.add(
        Invitation(
            token_hash=_token_hash(token),
            role=role,
            office_id=office_id,
            unit_id=unit_id,
            officer_id=officer_id,
            created_by=by,
            created_at=at,
            expires_at=at + valid,
        )
    )
    journal.write(tx, Kind.INVITED, at, actor_id=by, unit_id=unit_id, role=role.value)
    return token


def open_invitation(tx: Transaction, token: str, at: datetime) -> Invitation:
    """The invitation behind a token; refuses an unknown, used or expired one."""
    invitation = tx.session.exec(
        select(Invitation).where(Invitation.token_hash == _token_hash(token)).with_for_update()
    ).first()
    if invitation is None:
        raise Refused("invitation-unknown")
    if invitation.used_at is not None:
        raise Refused("invitation-used")
    if invitation.expires_at <= at:
        raise Refused("invitation-expired")
    return invitation


def join(
    tx: Transaction, token: str, person_id: int, *, nip: str, name: str, position: str, at: datetime
) -> Appointment:
    """Use an invitation: the person becomes the officer with this NIP, in the invited role."""
    invitation = open_invitation(tx, token, at)
    officer = _officer_for(
        tx, person_id, nip, name, position, personal=invitation.officer_id, at=at
    )
    if invitation.officer_id not in (None, officer.id):
        raise Refused("nip-not-invited")
    place = {"office_id": invitation.office_id, "unit_id": invitation.unit_id}
    refuse_both(tx, officer, Role(invitation.role), invitation.office_id, at)
    appointment = held(tx, officer, invitation.role, at, **place)
    if appointment is not None and invitation.officer_id is None:
        raise Refused("role-held")  # the link stays good for whom it was meant for
    if appointment is None:
        appointment = appoint(tx, officer, invitation.role, at, **place)
    invitation.used_at, invitation.used_by = at, person_id
    journal.write(
        tx,
        Kind.JOINED,
        at,
        actor_id=person_id,
        unit_id=invitation.unit_id,
        officer=officer.id,
        role=str(invitation.role),
    )
    return appointment


_APART = {Role.ADMIN: Role.INSPECTOR, Role.INSPECTOR: Role.ADMIN}


def refuse_both(
    tx: Transaction, officer: Officer, role: Role, office_id: int | None, at: datetime
) -> None:
    """Nobody is admin and inspector of the same office: who arranges the people complained of is
    not who examines the complaints, and what one of them does the other looks at."""
    for one in appointments_of(tx, officer.id or 0, at):
        same_place = None in (office_id, one.office_id) or one.office_id == office_id
        if one.role == _APART.get(role) and same_place:
            raise Refused("inspector-not-admin")


def held(
    tx: Transaction,
    officer: Officer,
    role: Role,
    at: datetime,
    *,
    office_id: int | None,
    unit_id: int | None,
) -> Appointment | None:
    """The officer's appointment to exactly this role and place, if there is one now."""
    for one in appointments_of(tx, officer.id or 0, at):
        same_place = one.unit_id == unit_id and (unit_id is not None or one.office_id == office_id)
        if one.role == role and same_place:
            return one
    return None


def appoint(
    tx: Transaction,
    officer: Officer,
    role: Role,
    at: datetime,
    *,
    office_id: int | None = None,
    unit_id: int | None = None,
) -> Appointment:
    appointment = Appointment(
        officer_id=officer.id or 0, role=role, office_id=office_id, unit_id=unit_id, from_at=at
    )
    tx.session.add(appointment)
    tx.session.flush()
    tx.forget()
    return appointment


def dismiss(tx: Transaction, appointment_id: int, at: datetime, by: int | None) -> None:
    """End an appointment. The record keeps that it was held."""
    appointment = tx.session.get_one(Appointment, appointment_id)
    appointment.until_at = at
    tx.forget()
    journal.write(
        tx,
        Kind.DISMISSED,
        at,
        actor_id=by,
        unit_id=appointment.unit_id,
        officer=appointment.officer_id,
        role=str(appointment.role),
    )


def officer_with(tx: Transaction, nip: str) -> Officer | None:
    """The officer with this NIP, joined or not."""
    return tx.session.exec(select(Officer).where(Officer.nip == nip)).first()


def _officer_for(
    tx: Transaction,
    person_id: int,
    nip: str,
    name: str,
    position: str,
    *,
    personal: int | None,
    at: datetime,
) -> Officer:
    """The officer of this person; a NIP entered beforehand (by CSV) is taken over once."""
    if not valid_nip(nip):
        raise Refused("nip-invalid")
    mine = tx.session.exec(select(Officer).where(Officer.person_id == person_id)).first()
    known = officer_with(tx, nip)
    if mine is not None and mine.nip != nip:
        raise Refused("nip-differs", nip=mine.nip)
    if known is not None and known.person_id not in (None, person_id):
        raise Refused("nip-taken")
    beforehand = known is not None and mine is None and personal != known.id
    if known is not None and beforehand and appointments_of(tx, known.id or 0, at):
        # entered with a role: the personal link proves who it is, a NIP does not
        raise Refused("nip-own-link")
    officer = mine or known or Officer(nip=nip, name=name, position=position)
    officer.person_id = person_id
    officer.name, officer.position = name or officer.name, position or officer.position
    tx.session.add(officer)
    tx.session.flush()
    tx.forget()
    return officer


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
