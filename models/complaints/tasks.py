"""The open cases of an officer's units, the nearest end first.

Read from the columns that every operation keeps true (`timers.wind`), never from histories, so that
a list costs the same among a thousand cases and among a million. Working time is computed for the
cases of the page that is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, and_, case, false, func, not_, or_, select
from sqlmodel import col
from sqlmodel import select as select_models

from models import calendars, people
from models.complaints import access
from models.complaints.limits import CaseClass
from models.complaints.sla import ClockName
from models.complaints.states import State
from models.complaints.tables import Case
from models.database import Transaction, table
from models.offices import Unit
from models.people import Appointment, Authority, Officer
from models.worktime import ONE_DAY, Calendar, runs_into_undecreed_year, worked

_cases, _officers = table(Case), table(Officer)


class Group(StrEnum):
    """How urgent a case is, by the end of the clock that ends first; days by the unit's zone."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"  # tomorrow and the day after
    WEEK = "week"  # within seven days
    LATER = "later"
    WAITING = "waiting"  # the citizen has the word: nothing runs


@dataclass(frozen=True)
class Desk:
    """What a person may work on: ordinary cases of some units, supervisory ones of others."""

    person_id: int
    officer_id: int | None
    units: dict[int, Unit]  # ordinary cases
    inspected: dict[int, Unit]  # supervisory cases
    own: tuple[int, ...] = ()  # cases the person sent: nobody handles those of their own

    @property
    def every(self) -> dict[int, Unit]:
        return self.units | self.inspected

    def of(self, unit_id: int) -> Desk:
        """The same for one unit only."""
        kept = [
            {key: unit for key, unit in units.items() if key == unit_id}
            for units in (self.units, self.inspected)
        ]
        return Desk(self.person_id, self.officer_id, kept[0], kept[1], self.own)


@dataclass(frozen=True)
class Counts:
    """How many cases there are in a list."""

    by_group: dict[Group, int] = field(default_factory=dict)
    mine: int = 0
    unassigned: int = 0

    @property
    def total(self) -> int:
        return sum(self.by_group.values())

    def __add__(self, other: Counts) -> Counts:
        groups = {
            group: n
            for group in Group
            if (n := self.by_group.get(group, 0) + other.by_group.get(group, 0))
        }
        return Counts(groups, self.mine + other.mine, self.unassigned + other.unassigned)


@dataclass(frozen=True)
class Task:
    """An open case in a list. Time left is working time of its unit."""

    case_id: int
    ticket: str
    category: str
    case_class: CaseClass
    supervisory: bool
    state: State
    unit_id: int
    unit_name: str
    zone: str
    holder_id: int | None
    holder_name: str | None
    mine: bool
    group: Group
    clock: ClockName | None  # the running one that ends first; None while nothing runs
    due: datetime | None  # its end
    minutes_left: float  # 0 when overdue or nothing runs
    days_left: int  # working days after today up to the end
    movable: bool  # days off that are not decreed yet may move its limits


# --- whose


def desk_of(tx: Transaction, person_id: int, authority: Authority) -> Desk:
    """The units whose cases the person may work on, and which cases of these are the person's."""
    ordinary, inspected = {}, {}
    for unit in _units_of(tx, authority):
        if access.over(authority, unit, access.ROLES):
            ordinary[unit.id or 0] = unit
        if access.inspects(authority, unit):
            inspected[unit.id or 0] = unit
    own = tx.execute(
        select(_cases.c.id).where(_cases.c.reporter_id == person_id, _cases.c.resolved_at.is_(None))
    )
    officer_id = authority.officer.id if authority.officer else None
    return Desk(person_id, officer_id, ordinary, inspected, tuple(row.id for row in own))


def _units_of(tx: Transaction, authority: Authority) -> list[Unit]:
    """Every unit an appointment reaches, by name; also those that have closed since."""
    statement = select_models(Unit).order_by(col(Unit.name))
    places = [(one.unit_id, one.office_id) for one in authority.appointments]
    if (None, None) not in places:
        named = [unit_id for unit_id, _ in places if unit_id is not None]
        offices = [office_id for unit_id, office_id in places if unit_id is None]
        statement = statement.where(or_(col(Unit.id).in_(named), col(Unit.office_id).in_(offices)))
    return list(tx.session.exec(statement))


# --- how many


def counts(tx: Transaction, desk: Desk, now: datetime, *, mine: bool = False) -> Counts:
    """The open cases by urgency: one grouped query over them for each time zone."""
    found = Counts()
    for zone, where in _by_zone(desk):
        group = _group(zone, now)
        rows = tx.execute(
            select(
                group.label("urgency"),
                func.count().label("n"),
                func.count(case((_cases.c.holder_id == desk.officer_id, 1))).label("mine"),
                func.count(case((_cases.c.holder_id.is_(None), 1))).label("free"),
            )
            .where(where, _open(desk, mine))
            .group_by("urgency")
        )
        for row in rows:
            found += Counts({Group(row.urgency): row.n}, row.mine, row.free)
    return found


def late_by_unit(tx: Transaction, desk: Desk, now: datetime) -> dict[int, int]:
    """How many cases are late in each unit; units without one are left out."""
    statement = (
        select(_cases.c.unit_id, func.count().label("n"))
        .where(_within(desk.units, desk.inspected), _open(desk), _cases.c.next_due < now)
        .group_by(_cases.c.unit_id)
    )
    return {row.unit_id: row.n for row in tx.execute(statement)}


# --- which


def page(
    tx: Transaction, desk: Desk, now: datetime, first: int, size: int, *, mine: bool = False
) -> list[Task]:
    """`size` cases of the list from place `first` on: by their next end, then those in which
    nothing runs."""
    rows = tx.execute(
        select(*(_cases.c[name] for name in _COLUMNS))
        .where(_within(desk.units, desk.inspected), _open(desk, mine))
        .order_by(_cases.c.next_due.is_(None), _cases.c.next_due, _cases.c.id)
        .limit(size)
        .offset(first)
    ).all()
    return _tasks(tx, desk, rows, now)


_COLUMNS = (
    "id",
    "ticket",
    "category",
    "kind",
    "supervisory",
    "state",
    "unit_id",
    "holder_id",
    "calendar_id",
    "next_clock",
    "next_due",
    "resolution_due",
)


def _tasks(tx: Transaction, desk: Desk, rows: Sequence[Row[Any]], now: datetime) -> list[Task]:
    holders = _holders(tx, {row.holder_id for row in rows if row.holder_id is not None}, now)
    known: dict[int, Calendar] = {}
    found = []
    for row in rows:
        unit = desk.every[row.unit_id]
        if row.calendar_id not in known:
            known[row.calendar_id] = calendars.version(tx, row.calendar_id)
        calendar = known[row.calendar_id]
        holder = holders.get(row.holder_id)
        name = holder[0] if holder and access.may_work(holder[1], row, unit) else None
        minutes, days = left(calendar, now, row.next_due)
        found.append(
            Task(
                case_id=row.id,
                ticket=row.ticket,
                category=row.category,
                case_class=CaseClass(row.kind),
                supervisory=row.supervisory,
                state=State(row.state),
                unit_id=row.unit_id,
                unit_name=unit.name,
                zone=unit.zone,
                holder_id=row.holder_id if name else None,
                holder_name=name,
                mine=name is not None and row.holder_id == desk.officer_id,
                group=_group_of(unit.zone, now, row.next_due),
                clock=ClockName(row.next_clock) if row.next_clock else None,
                due=row.next_due,
                minutes_left=minutes,
                days_left=days,
                movable=any(
                    runs_into_undecreed_year(calendar, due)
                    for due in (row.next_due, row.resolution_due)
                    if due is not None
                ),
            )
        )
    return found


def _holders(
    tx: Transaction, ids: Collection[int], now: datetime
) -> dict[int, tuple[str, Authority]]:
    """Name and rights of the officers who hold cases of the page."""
    if not ids:
        return {}
    rows = tx.execute(select(_officers.c.id, _officers.c.name).where(_officers.c.id.in_(ids)))
    names = {row.id: row.name for row in rows}
    held: dict[int, list[Appointment]] = {}
    for one in tx.session.exec(
        select_models(Appointment).where(col(Appointment.officer_id).in_(ids), people.valid_at(now))
    ):
        held.setdefault(one.officer_id, []).append(one)
    return {
        key: (name, Authority(appointments=tuple(held.get(key, ())))) for key, name in names.items()
    }


def left(calendar: Calendar, now: datetime, due: datetime | None) -> tuple[float, int]:
    """Working minutes until the end, and working days after today up to it."""
    if due is None or due <= now:
        return 0.0, 0
    day, last, days = calendar.day_of(now), calendar.day_of(due), 0
    while day < last:
        day += ONE_DAY
        days += bool(calendar.spans(day))
    return worked(calendar, now, due) / timedelta(minutes=1), days


# --- beneath: conditions


def _open(desk: Desk, mine: bool = False) -> ColumnElement[bool]:
    """Open, and not sent by the person who asks."""
    conditions: list[ColumnElement[bool]] = [_cases.c.resolved_at.is_(None)]
    if desk.own:
        conditions.append(not_(_cases.c.id.in_(desk.own)))
    if mine:
        conditions.append(_cases.c.holder_id == desk.officer_id)
    return and_(*conditions)


def _within(units: Iterable[int], inspected: Iterable[int]) -> ColumnElement[bool]:
    """Ordinary cases of the first units, supervisory ones of the second."""
    kinds = [
        and_(_cases.c.unit_id.in_(ids), _cases.c.supervisory.is_(flag))
        for flag, ids in ((False, list(units)), (True, list(inspected)))
        if ids
    ]
    return or_(false(), *kinds) if len(kinds) != 1 else kinds[0]


def _by_zone(desk: Desk) -> Iterable[tuple[str, ColumnElement[bool]]]:
    for zone in {unit.zone for unit in desk.every.values()}:
        ordinary, inspected = (
            [key for key, unit in units.items() if unit.zone == zone]
            for units in (desk.units, desk.inspected)
        )
        yield zone, _within(ordinary, inspected)


def _ends(zone: str, now: datetime) -> list[tuple[Group, datetime]]:
    """Where each group but the last two ends: the first instant that belongs to the next."""
    tz = ZoneInfo(zone)
    today = now.astimezone(tz).date()
    midnights = ((Group.TODAY, 1), (Group.SOON, 3), (Group.WEEK, 8))
    return [
        (Group.LATE, now),
        *(
            (group, datetime.combine(today + timedelta(days=days), time(), tz))
            for group, days in midnights
        ),
    ]


def _group(zone: str, now: datetime) -> ColumnElement[str]:
    due = _cases.c.next_due
    ends = [(due < end, group.value) for group, end in _ends(zone, now)]
    return case((due.is_(None), Group.WAITING.value), *ends, else_=Group.LATER.value)


def _group_of(zone: str, now: datetime, due: datetime | None) -> Group:
    if due is None:
        return Group.WAITING
    return next((group for group, end in _ends(zone, now) if due < end), Group.LATER)
