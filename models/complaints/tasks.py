"""The open cases of an officer's units, the nearest end first.

Read from the columns that every operation keeps true (`timers.wind`), never from histories, so that
a list costs the same among a thousand cases and among a million. Working time is computed for the
cases of the page that is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    bindparam,
    case,
    func,
    or_,
    select,
)
from sqlmodel import col
from sqlmodel import select as select_models

from models import calendars
from models.complaints import access
from models.complaints.desks import Desk
from models.complaints.limits import CaseClass
from models.complaints.sla import ClockName
from models.complaints.states import State
from models.complaints.tables import Case
from models.database import Transaction, UtcDateTime, table
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


# --- how many


def counts(tx: Transaction, desk: Desk, now: datetime, *, mine: bool = False) -> Counts:
    """The open cases by urgency: one grouped query over them for each time zone."""
    statement = _COUNT_MINE if mine else _COUNT
    found = Counts()
    for part in _parts(desk):
        for zone in {unit.zone for unit in part.units.values()}:
            ends = {group.value: end for group, end in _ends(zone, now)}
            for row in tx.execute(statement, part.of_zone(zone).values | ends):
                found += Counts({Group(row.urgency): row.n}, row.mine, row.free)
    return found


def late_by_unit(tx: Transaction, desk: Desk, now: datetime) -> dict[int, int]:
    """How many cases are late in each unit; units without one are left out."""
    found: dict[int, int] = {}
    for part in _parts(desk):
        for row in tx.execute(_LATE, part.values | {"now": now}):
            found[row.unit_id] = found.get(row.unit_id, 0) + row.n
    return found


# --- which


def page(
    tx: Transaction, desk: Desk, now: datetime, first: int, size: int, *, mine: bool = False
) -> list[Task]:
    """`size` cases of the list from place `first` on: by their next end, then those in which
    nothing runs."""
    statement = _PAGE_MINE if mine else _PAGE
    parts = list(_parts(desk))
    skipped = first if len(parts) == 1 else 0  # of two lists both beginnings are needed
    found: list[Row[Any]] = []
    for part in parts:
        values = part.values | {"size": first - skipped + size, "first": skipped}
        found += tx.execute(statement, values).all()
    found.sort(key=lambda row: (row.next_due is None, row.next_due or now, row.id))
    start = first - skipped
    return _tasks(tx, desk, found[start : start + size], now)


def _tasks(tx: Transaction, desk: Desk, rows: Sequence[Row[Any]], now: datetime) -> list[Task]:
    holders = _holders(tx, {row.holder_id for row in rows if row.holder_id is not None}, now)
    return [_task(tx, desk, row, holders.get(row.holder_id), now) for row in rows]


def _task(
    tx: Transaction, desk: Desk, row: Row[Any], holder: tuple[str, Authority] | None, now: datetime
) -> Task:
    unit = desk.every[row.unit_id]
    calendar = tx.once(
        ("calendar", row.calendar_id), lambda: calendars.version(tx, row.calendar_id)
    )
    name = holder[0] if holder and access.may_work(holder[1], row, unit) else None
    minutes, days = left(calendar, now, row.next_due)
    dues = [due for due in (row.next_due, row.resolution_due) if due is not None]
    return Task(
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
        movable=any(runs_into_undecreed_year(calendar, due) for due in dues),
    )


def _holders(
    tx: Transaction, ids: Collection[int], now: datetime
) -> dict[int, tuple[str, Authority]]:
    """Name and rights of the officers who hold cases of the page."""
    if not ids:
        return {}
    names = {row.id: row.name for row in tx.execute(_NAMES, {"ids": list(ids)})}
    held: dict[int, list[Appointment]] = {}
    for one in tx.session.execute(_APPOINTMENTS, {"ids": list(ids), "at": now}).scalars():
        held.setdefault(one.officer_id, []).append(one)
    return {
        key: (name, Authority(appointments=tuple(held.get(key, ())))) for key, name in names.items()
    }


_NAMES = select(_officers.c.id, _officers.c.name).where(
    _officers.c.id.in_(bindparam("ids", expanding=True))
)
_APPOINTMENTS = select_models(Appointment).where(
    col(Appointment.officer_id).in_(bindparam("ids", expanding=True)),
    col(Appointment.from_at) <= bindparam("at"),
    or_(col(Appointment.until_at).is_(None), col(Appointment.until_at) > bindparam("at")),
)


def left(calendar: Calendar, now: datetime, due: datetime | None) -> tuple[float, int]:
    """Working minutes until the end, and working days after today up to it."""
    if due is None or due <= now:
        return 0.0, 0
    day, last, days = calendar.day_of(now), calendar.day_of(due), 0
    while day < last:
        day += ONE_DAY
        days += bool(calendar.spans(day))
    return worked(calendar, now, due) / timedelta(minutes=1), days


# --- beneath: the two kinds of cases on a desk, and when each group ends


@dataclass(frozen=True)
class _Part:
    """The ordinary or the supervisory cases of some units."""

    desk: Desk
    units: dict[int, Unit]
    supervisory: bool

    @property
    def values(self) -> dict[str, Any]:
        """What the statements below ask for."""
        return {
            "units": list(self.units),
            "supervisory": self.supervisory,
            "own": list(self.desk.own),
            "me": self.desk.officer_id,
        }

    def of_zone(self, zone: str) -> _Part:
        units = {key: unit for key, unit in self.units.items() if unit.zone == zone}
        return _Part(self.desk, units, self.supervisory)


def _parts(desk: Desk) -> Iterator[_Part]:
    if desk.units:
        yield _Part(desk, desk.units, False)
    if desk.inspected:
        yield _Part(desk, desk.inspected, True)


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


def _group_of(zone: str, now: datetime, due: datetime | None) -> Group:
    if due is None:
        return Group.WAITING
    return next((group for group, end in _ends(zone, now) if due < end), Group.LATER)


# --- beneath: the statements, built once

_DUE = _cases.c.next_due


def _open(unit_id: ColumnElement[int]) -> tuple[ColumnElement[bool], ...]:
    return (
        unit_id.in_(bindparam("units", expanding=True)),
        _cases.c.supervisory == bindparam("supervisory"),
        _cases.c.resolved_at.is_(None),
        _cases.c.id.not_in(bindparam("own", expanding=True)),
    )


_OPEN = _open(_cases.c.unit_id)
_HELD = _cases.c.holder_id == bindparam("me")
_MINE = (_HELD, *_open(_cases.c.unit_id + 0))  # + 0: by what the officer holds, not by the unit
_URGENCY = case(
    (_DUE.is_(None), Group.WAITING.value),
    *(
        (bindparam(group.value, type_=UtcDateTime) > _DUE, group.value)
        for group in (Group.LATE, Group.TODAY, Group.SOON, Group.WEEK)
    ),
    else_=Group.LATER.value,
).label("urgency")
_COUNTED = select(
    _URGENCY,
    func.count().label("n"),
    func.count(case((_HELD, 1))).label("mine"),
    func.count(case((_cases.c.holder_id.is_(None), 1))).label("free"),
).group_by("urgency")
_COUNT, _COUNT_MINE = _COUNTED.where(*_OPEN), _COUNTED.where(*_MINE)
_LATE = (
    select(_cases.c.unit_id, func.count().label("n"))
    .where(*_OPEN, bindparam("now", type_=UtcDateTime) > _DUE)
    .group_by(_cases.c.unit_id)
)
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


def _page_of(conditions: tuple[ColumnElement[bool], ...]) -> Select[Any]:
    """A page put into order by the index alone, then the cases of the page."""
    order = (_DUE.is_(None), _DUE, _cases.c.id)
    ids = (
        select(_cases.c.id)
        .where(*conditions)
        .order_by(*order)
        .limit(bindparam("size", type_=Integer))
        .offset(bindparam("first", type_=Integer))
        .subquery()
    )
    return select(*(_cases.c[name] for name in _COLUMNS)).join_from(
        ids, _cases, _cases.c.id == ids.c.id
    )


_PAGE, _PAGE_MINE = _page_of(_OPEN), _page_of(_MINE)
