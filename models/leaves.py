"""Leave of officers: from when until when, and who stands in.

A leave is whole local days. Its officer gets no new cases and no reminders meanwhile; what happens
to the cases held when it begins is done in `complaints.absence`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Index, bindparam, text
from sqlalchemy import select as choose
from sqlmodel import Field, SQLModel, col, select

from models import journal, people
from models.database import Transaction, UtcDateTime, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.people import Appointment, Officer, Role

LONGEST = timedelta(days=366)
A_MOMENT = timedelta.resolution  # before the midnight that ends a day
SERVING = (Role.OFFICER, Role.HEAD, Role.INSPECTOR)
LEADING = (Role.HEAD, Role.ADMIN)
_TO_BEGIN = text("begun_at IS NULL AND ended_at IS NULL")


class Leave(SQLModel, table=True):
    """One leave. `until_at` is the midnight that ends its last day."""

    __tablename__ = "leaves"
    __table_args__ = (
        Index("leaves_to_begin", "from_at", sqlite_where=_TO_BEGIN, postgresql_where=_TO_BEGIN),
    )

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id", index=True)
    stand_in_id: int | None = Field(default=None, foreign_key="officers.id")  # None: the unit
    from_at: datetime = Field(sa_type=UtcDateTime)
    until_at: datetime = Field(sa_type=UtcDateTime, index=True)
    entered_by: int | None = Field(default=None, foreign_key="people.id")
    begun_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # cases were handed over
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # called off, or cut short


@dataclass(frozen=True)
class Days:
    """The days of a leave, the last one included, in a zone."""

    first: date
    last: date
    zone: str

    @property
    def start(self) -> datetime:
        return datetime.combine(self.first, time(), ZoneInfo(self.zone))

    @property
    def end(self) -> datetime:
        return datetime.combine(self.last + timedelta(days=1), time(), ZoneInfo(self.zone))


_leaves = table(Leave)
_AWAY = choose(_leaves.c.officer_id).where(
    _leaves.c.until_at > bindparam("at"),
    _leaves.c.from_at <= bindparam("at"),
    _leaves.c.ended_at.is_(None),
)


def away(tx: Transaction, at: datetime) -> frozenset[int]:
    """Ids of the officers on leave at that instant."""
    return frozenset(tx.execute(_AWAY, {"at": at}).scalars())


def present(tx: Transaction, officers: Collection[Officer], at: datetime) -> list[Officer]:
    """Those who are not on leave."""
    gone = away(tx, at) if officers else frozenset()
    return [officer for officer in officers if officer.id not in gone]


def coming(tx: Transaction, officer_id: int, at: datetime) -> list[Leave]:
    """The leaves of an officer that are not over, the next one first."""
    statement = select(Leave).where(
        Leave.officer_id == officer_id, Leave.until_at > at, col(Leave.ended_at).is_(None)
    )
    return list(tx.session.exec(statement.order_by(col(Leave.from_at))))


def plan(
    tx: Transaction, officer_id: int, days: Days, stand_in_id: int | None, at: datetime, by: int
) -> Leave:
    """Enter a leave, one's own or that of somebody one leads."""
    require_say(tx, officer_id, by, at)
    today = at.astimezone(ZoneInfo(days.zone)).date()
    if days.last < days.first or days.first < today:
        raise Refused("leave-days-wrong")
    if days.end - days.start > LONGEST:
        raise Refused("leave-too-long", days=LONGEST.days)
    known = coming(tx, officer_id, at)
    if any(one.from_at < days.end and days.start < one.until_at for one in known):
        raise Refused("leave-twice")
    if stand_in_id is not None and stand_in_id not in {
        one.id for one in colleagues(tx, officer_id, at, free_from=days.start)
    }:
        raise Refused("leave-stand-in-unfit")
    leave = Leave(
        officer_id=officer_id,
        stand_in_id=stand_in_id,
        from_at=days.start,
        until_at=days.end,
        entered_by=by,
    )
    tx.session.add(leave)
    tx.session.flush()
    _enter(tx, leave, at, by, "planned")
    return leave


def end(tx: Transaction, leave_id: int, at: datetime, by: int) -> Leave:
    """Call off a leave, or cut it short."""
    leave = tx.session.get(Leave, leave_id)
    if leave is None or leave.ended_at is not None or leave.until_at <= at:
        raise Refused("leave-over")
    require_say(tx, leave.officer_id, by, at)
    leave.ended_at = at
    _enter(tx, leave, at, by, "ended")
    return leave


def to_begin(tx: Transaction, at: datetime, limit: int) -> list[Leave]:
    """Leaves that have started and whose cases are still with the officer."""
    statement = select(Leave).where(
        col(Leave.begun_at).is_(None), col(Leave.ended_at).is_(None), Leave.from_at <= at
    )
    return list(
        tx.session.exec(statement.order_by(col(Leave.from_at)).limit(limit).with_for_update())
    )


def begin(tx: Transaction, leave: Leave, at: datetime) -> None:
    """Its cases were handed over."""
    leave.begun_at = at
    _enter(tx, leave, at, None, "begun")


def require_say(tx: Transaction, officer_id: int, by: int, at: datetime) -> Officer:
    """The officer, whose leave the person `by` may enter: one's own, or of one's people."""
    officer = tx.session.get(Officer, officer_id)
    authority = people.authority(tx, by, at)
    if officer is None or authority.officer is None:
        raise Refused("not-for-you")
    if authority.officer.id == officer_id and authority.holds(SERVING):
        return officer
    for unit in units_of(tx, officer_id, at):
        if any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in LEADING):
            return officer
    raise Refused("not-for-you")


def units_of(tx: Transaction, officer_id: int, at: datetime) -> list[Unit]:
    """The units an officer or a head serves in."""
    serving = select(Appointment.unit_id).where(
        Appointment.officer_id == officer_id,
        col(Appointment.role).in_(SERVING),
        people.valid_at(at),
    )
    statement = select(Unit).where(col(Unit.id).in_(serving))
    return list(tx.session.exec(statement.order_by(col(Unit.name), col(Unit.id))))


def colleagues(
    tx: Transaction, officer_id: int, at: datetime, *, free_from: datetime
) -> list[Officer]:
    """Who can stand in: serves in one of the same units, is in the chat, and not on leave then."""
    units = [unit.id for unit in units_of(tx, officer_id, at)]
    rows = tx.session.exec(
        select(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(
            col(Appointment.unit_id).in_(units),
            col(Appointment.role).in_(SERVING),
            col(Officer.person_id).is_not(None),
            Officer.id != officer_id,
            people.valid_at(at),
        )
        .order_by(col(Officer.name), col(Officer.id))
        .distinct()
    )
    return present(tx, rows.all(), max(free_from, at))


def led(tx: Transaction, by: int, at: datetime) -> list[Officer]:
    """The officers whose leave this person may enter as their head or admin, by name."""
    authority = people.authority(tx, by, at)
    if not authority.holds(LEADING):
        return []
    rows = tx.session.exec(
        select(Officer, Unit)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .join(Unit, col(Unit.id) == Appointment.unit_id)
        .where(col(Appointment.role).in_(SERVING), people.valid_at(at))
        .order_by(col(Officer.name), col(Officer.id))
    )
    found = {
        officer.id: officer
        for officer, unit in rows
        if officer.person_id != by
        and any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in LEADING)
    }
    return list(found.values())


def _enter(tx: Transaction, leave: Leave, at: datetime, by: int | None, what: str) -> None:
    journal.write(
        tx,
        Kind.LEAVE_CHANGED,
        at,
        actor_id=by,
        leave=leave.id,
        officer=leave.officer_id,
        stand_in=leave.stand_in_id,
        what=what,
        start=leave.from_at.isoformat(),
        end=leave.until_at.isoformat(),
    )
