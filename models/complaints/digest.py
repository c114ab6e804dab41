"""The digest: at the opening of a unit, what its officers find on their desks.

Each officer gets one a day, at the opening of the first of their units, and only if there is
something in it. Late or twice, the job sends each once: what was sent is kept by officer and day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, bindparam, func, insert, or_, select, update
from sqlmodel import Field, SQLModel, col
from sqlmodel import select as pick

from models import leaves, offices, people
from models.complaints.states import State
from models.complaints.tables import Case
from models.database import Transaction, UtcDateTime, table
from models.offices import Unit
from models.people import Appointment, Officer, Role
from models.worktime import Calendar, is_open, next_opening

URGENT = 5  # cases shown by name
BATCH = 20  # units in one transaction
AGAIN_AFTER = timedelta(minutes=15)
KEPT = timedelta(days=31)
SERVING = (Role.OFFICER, Role.HEAD)


class DigestTime(SQLModel, table=True):
    """When a unit opens next, as far as the digest knows."""

    __tablename__ = "digest_times"

    unit_id: int = Field(primary_key=True, foreign_key="units.id")
    next_at: datetime = Field(sa_type=UtcDateTime, index=True)


class DigestSent(SQLModel, table=True):
    """An officer's digest of a day."""

    __tablename__ = "digests_sent"

    officer_id: int = Field(primary_key=True, foreign_key="officers.id")
    day: date = Field(primary_key=True, index=True)


@dataclass(frozen=True)
class Urgent:
    """A case to begin with."""

    case_id: int
    ticket: str
    category: str
    unit_name: str
    zone: str
    due: datetime
    late: bool
    mine: bool


@dataclass(frozen=True)
class Desk:
    """What one officer finds at the opening: the own cases, and those that nobody holds."""

    person_id: int
    officer_id: int
    new: int  # since the last closing, held by nobody
    due_today: int
    overdue: int
    waiting: int  # own ones with the citizen
    urgent: tuple[Urgent, ...]

    @property
    def empty(self) -> bool:
        return not (self.new or self.due_today or self.overdue or self.waiting)


_cases, _times, _sent, _units = table(Case), table(DigestTime), table(DigestSent), table(Unit)
_DUE = (
    select(_times.c.unit_id)
    .where(_times.c.next_at <= bindparam("at"))
    .order_by(_times.c.next_at)
    .limit(bindparam("limit"))
    .with_for_update()
)
_UNKNOWN = (
    select(_units.c.id)
    .join(_times, _times.c.unit_id == _units.c.id, isouter=True)
    .where(_times.c.unit_id.is_(None), _units.c.closed_at.is_(None))
    .limit(bindparam("limit"))
)
_OPEN = (
    _cases.c.unit_id == bindparam("unit_id"),
    _cases.c.resolved_at.is_(None),
    _cases.c.supervisory.is_(False),
    _cases.c.reporter_id.is_distinct_from(bindparam("person_id")),
)
_OURS = (*_OPEN, or_(_cases.c.holder_id.is_(None), _cases.c.holder_id == bindparam("officer_id")))
_ENDING = (*_OURS, _cases.c.next_due <= bindparam("closing"))
_COUNT = select(
    func.count().label("ending"),
    func.count().filter(_cases.c.next_due < bindparam("at")).label("late"),
).where(*_ENDING)
_FIRST = (
    select(_cases.c.id, _cases.c.ticket, _cases.c.category, _cases.c.holder_id, _cases.c.next_due)
    .where(*_ENDING)
    .order_by(_cases.c.next_due, _cases.c.id)
    .limit(URGENT)
)
_WITH_CITIZEN = (
    select(func.count())
    .select_from(_cases)
    .where(
        _cases.c.holder_id == bindparam("officer_id"),
        _cases.c.resolved_at.is_(None),
        _cases.c.supervisory.is_(False),
        _cases.c.state.in_([State.WAITING, State.ANSWERED]),
    )
)
_NEW = (
    select(func.count())
    .select_from(_cases)
    .where(*_OPEN, _cases.c.received_at >= bindparam("since"), _cases.c.holder_id.is_(None))
)


def due(tx: Transaction, at: datetime, limit: int = BATCH) -> list[int]:
    """Ids of the units whose next opening, as far as it is known, has come; `limit` at most."""
    for unit_id in list(tx.execute(_UNKNOWN, {"limit": limit}).scalars()):
        tx.execute(insert(_times).values(unit_id=unit_id, next_at=at))
    return list(tx.execute(_DUE, {"at": at, "limit": limit}).scalars())


def opened(tx: Transaction, unit_id: int, at: datetime) -> Unit | None:
    """The unit if it is open; in any case it is set to its next opening. `ValueError` for a
    calendar without any."""
    unit = tx.session.get_one(Unit, unit_id)
    calendar = offices.calendar_of(tx, unit)
    tx.session.get_one(DigestTime, unit_id).next_at = _next_day(calendar, unit.zone, at)
    tx.session.flush()
    return unit if is_open(calendar, at) and unit.closed_at is None else None


def put_off(tx: Transaction, unit_id: int, at: datetime) -> None:
    """A unit whose desks could not be laid out is tried again later."""
    tx.execute(update(_times).where(_times.c.unit_id == unit_id).values(next_at=at + AGAIN_AFTER))


def _next_day(calendar: Calendar, zone: str, at: datetime) -> datetime:
    """The first opening that is still to come: today's, if the unit has not opened yet."""
    today = at.astimezone(ZoneInfo(zone)).date()
    spans = calendar.spans(today)
    if spans and at < spans[0][0]:
        return spans[0][0]
    midnight = datetime.combine(today + timedelta(days=1), time(), ZoneInfo(zone))
    return next_opening(calendar, midnight)


def desks(tx: Transaction, unit: Unit, at: datetime) -> list[Desk]:
    """The desks of a unit's officers who had no digest today and find something; marked as sent."""
    today = at.astimezone(ZoneInfo(unit.zone)).date()
    found = []
    for officer in _officers(tx, unit, at):
        if tx.session.get(DigestSent, (officer.id, today)) is not None:
            continue
        desk = _desk(tx, officer, at)
        if not desk.empty:
            tx.session.add(DigestSent(officer_id=officer.id or 0, day=today))
            found.append(desk)
    return found


def _officers(tx: Transaction, unit: Unit, at: datetime) -> list[Officer]:
    rows = tx.session.exec(
        pick(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(
            Appointment.unit_id == unit.id,
            col(Appointment.role).in_(SERVING),
            col(Officer.person_id).is_not(None),
            people.valid_at(at),
        )
        .order_by(col(Officer.id))
        .distinct()
    )
    return leaves.present(tx, rows.all(), at)


def _desk(tx: Transaction, officer: Officer, at: datetime) -> Desk:
    """Over all units in which the officer serves."""
    serving = [
        one.unit_id
        for one in people.appointments_of(tx, officer.id or 0, at)
        if one.role in SERVING and one.unit_id is not None
    ]
    units = [tx.session.get_one(Unit, unit_id) for unit_id in dict.fromkeys(serving)]
    parts = [_part(tx, officer, unit, at) for unit in units]
    urgent = sorted((case for part in parts for case in part.urgent), key=lambda case: case.due)
    waiting = tx.execute(_WITH_CITIZEN, {"officer_id": officer.id}).scalar_one()
    return Desk(
        person_id=officer.person_id or 0,
        officer_id=officer.id or 0,
        new=sum(part.new for part in parts),
        due_today=sum(part.ending - part.late for part in parts),
        overdue=sum(part.late for part in parts),
        waiting=int(waiting),
        urgent=tuple(urgent[:URGENT]),
    )


@dataclass(frozen=True)
class _Part:
    """What concerns an officer in one unit; ending: today or earlier."""

    new: int
    ending: int
    late: int
    urgent: list[Urgent]


def _part(tx: Transaction, officer: Officer, unit: Unit, at: datetime) -> _Part:
    since, closing = _edges(offices.calendar_of(tx, unit), unit.zone, at)
    values = {
        "unit_id": unit.id,
        "person_id": officer.person_id,
        "officer_id": officer.id,
        "closing": closing,
        "since": since,
        "at": at,
    }
    count = tx.execute(_COUNT, values).one()
    first = tx.execute(_FIRST, values).all()
    return _Part(
        new=int(tx.execute(_NEW, values).scalar_one()),
        ending=int(count.ending),
        late=int(count.late),
        urgent=[_urgent(row, unit, officer, at) for row in first],
    )


def _urgent(row: Row[Any], unit: Unit, officer: Officer, at: datetime) -> Urgent:
    return Urgent(
        case_id=row.id,
        ticket=row.ticket,
        category=row.category,
        unit_name=unit.name,
        zone=unit.zone,
        due=row.next_due,
        late=row.next_due < at,
        mine=row.holder_id == officer.id,
    )


def _edges(calendar: Calendar, zone: str, at: datetime) -> tuple[datetime, datetime]:
    """The closing before today, and today's."""
    today = at.astimezone(ZoneInfo(zone)).date()
    day = today - timedelta(days=1)
    while not (spans := calendar.spans(day)) and today - day < KEPT:
        day -= timedelta(days=1)
    since = spans[-1][1] if spans else at - KEPT
    now = calendar.spans(today)
    return since, now[-1][1] if now else at


def forget(tx: Transaction, at: datetime) -> None:
    """What was sent long ago need not be known."""
    old = (at - KEPT).date()
    tx.execute(_sent.delete().where(_sent.c.day < old))
