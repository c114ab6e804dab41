"""Offices, their units, services, counters, hours, own days off and roster."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import JSON, bindparam
from sqlmodel import Field, SQLModel, col, or_, select

from models import holidays_id, worktime
from models.database import Transaction, UtcDateTime, table
from models.errors import Refused
from models.worktime import OFFICE_WEEK, Calendar

CALENDAR_YEARS = range(2024, 2037)  # whose national days off a calendar knows
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")  # WIB, WITA, WIT


class Office(SQLModel, table=True):
    __tablename__ = "offices"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    zone: str = "Asia/Jakarta"
    # Ramadan and other times of the year with different hours: `Calendar.to_json()["seasons"]`
    seasons: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Unit(SQLModel, table=True):
    """What citizens rate and complain about. The zone and the hours belong to the unit."""

    __tablename__ = "units"

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    name: str
    zone: str = "Asia/Jakarta"
    # the keys "weekly", "seasons" of `Calendar.to_json`; None: office hours of Perpres 21/2023
    hours: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Service(SQLModel, table=True):
    """A service with its promised duration, e.g. 2 working_hours."""

    __tablename__ = "services"

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    name: str
    duration: str = ""  # as `worktime.Duration.parse` reads it; empty: none promised
    requirements: str = ""
    fee: str = ""
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Counter(SQLModel, table=True):
    __tablename__ = "counters"

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    name: str
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RosterEntry(SQLModel, table=True):
    """Who serves at a counter, and from when until when."""

    __tablename__ = "roster"

    id: int | None = Field(default=None, primary_key=True)
    counter_id: int = Field(foreign_key="counters.id", index=True)
    officer_id: int = Field(foreign_key="officers.id")
    from_at: datetime = Field(sa_type=UtcDateTime)
    until_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OwnDay(SQLModel, table=True):
    """A day the office decreed itself: closed, or with other hours."""

    __tablename__ = "own_days"

    id: int | None = Field(default=None, primary_key=True)
    office_id: int | None = Field(default=None, foreign_key="offices.id", index=True)
    day: date
    name: str
    decree: str = ""
    intervals: list[list[int]] = Field(default_factory=list, sa_type=JSON)  # minutes; []: closed


@dataclass(frozen=True, slots=True)
class Place:
    """What a rating needs to know of a unit."""

    id: int
    name: str
    zone: str


_units = table(Unit)
_PLACE = select(_units.c.id, _units.c.name, _units.c.zone).where(
    _units.c.id == bindparam("unit_id"), _units.c.closed_at.is_(None)
)


def place(tx: Transaction, unit_id: int) -> Place:
    """The same as `unit`, cheaper: for the path of every rating."""
    row = tx.execute(_PLACE, {"unit_id": unit_id}).first()
    if row is None:
        raise Refused("unit-unknown")
    return Place(row.id, row.name, row.zone)


def unit(tx: Transaction, unit_id: int) -> Unit:
    """The unit; refuses one that is unknown or closed."""
    found = tx.session.get(Unit, unit_id)
    if found is None or found.closed_at is not None:
        raise Refused("unit-unknown")
    return found


def offices(tx: Transaction) -> list[Office]:
    """Open offices."""
    statement = select(Office).where(col(Office.closed_at).is_(None)).order_by(col(Office.name))
    return list(tx.session.exec(statement))


def office(tx: Transaction, office_id: int) -> Office:
    """The office; refuses one that is unknown or closed."""
    found = tx.session.get(Office, office_id)
    if found is None or found.closed_at is not None:
        raise Refused("office-unknown")
    return found


def units(tx: Transaction, office_id: int | None = None) -> list[Unit]:
    """Open units, of one office or all."""
    statement = select(Unit).where(col(Unit.closed_at).is_(None)).order_by(col(Unit.name))
    if office_id is not None:
        statement = statement.where(Unit.office_id == office_id)
    return list(tx.session.exec(statement))


def counter(tx: Transaction, counter_id: int) -> Counter:
    found = tx.session.get(Counter, counter_id)
    if found is None or found.closed_at is not None:
        raise Refused("counter-unknown")
    return found


def counters(tx: Transaction, unit_id: int) -> list[Counter]:
    """Open counters of a unit."""
    statement = select(Counter).where(Counter.unit_id == unit_id, col(Counter.closed_at).is_(None))
    return list(tx.session.exec(statement.order_by(col(Counter.name))))


def service(tx: Transaction, service_id: int) -> Service:
    found = tx.session.get(Service, service_id)
    if found is None or found.closed_at is not None:
        raise Refused("service-unknown")
    return found


def services(tx: Transaction, unit_id: int) -> list[Service]:
    """Services a unit still gives."""
    statement = select(Service).where(Service.unit_id == unit_id, col(Service.closed_at).is_(None))
    return list(tx.session.exec(statement.order_by(col(Service.name))))


def own_days(tx: Transaction, office_id: int | None, since: date | None = None) -> list[OwnDay]:
    """Own days that hold in an office, those of all offices first, in order of the day."""
    statement = select(OwnDay).where(
        or_(col(OwnDay.office_id).is_(None), OwnDay.office_id == office_id)
    )
    if since is not None:
        statement = statement.where(OwnDay.day >= since)
    return list(
        tx.session.exec(
            statement.order_by(col(OwnDay.day), col(OwnDay.office_id).is_not(None), col(OwnDay.id))
        )
    )


def calendar_of(tx: Transaction, unit: Unit) -> Calendar:
    """When the unit is open: its hours or those of Perpres 21/2023, and every day off.

    An office's own day overrules one of all offices. The same answers give the same object, which
    remembers the days it was asked for. The seasons of the office hold for units without hours of
    their own: who works through the night does so in Ramadan too.
    """
    home = tx.session.get_one(Office, unit.office_id)
    hours = unit.hours or {"seasons": home.seasons}
    days = tuple(
        (own.day, own.name, own.decree, tuple((start, end) for start, end in own.intervals))
        for own in own_days(tx, unit.office_id)
    )
    return _calendar(unit.zone, json.dumps(hours, sort_keys=True), days)


def next_opening(tx: Transaction, unit: Unit, at: datetime) -> datetime | None:
    """When the unit opens next, `at` itself while it is open; None: its calendar has no opening."""
    try:
        return worktime.next_opening(calendar_of(tx, unit), at)
    except ValueError:
        return None


def until_opening(tx: Transaction, unit: Unit | None, at: datetime) -> datetime | None:
    """How long what is not urgent is held back: until the unit opens. None: not at all, as it is
    open, never opens, or there is none."""
    opening = next_opening(tx, unit, at) if unit is not None else None
    return opening if opening is not None and opening > at else None


_OwnDays = tuple[tuple[date, str, str, worktime.Hours], ...]


@lru_cache(maxsize=512)
def _calendar(zone: str, hours: str, days: _OwnDays) -> Calendar:
    base = Calendar.from_json({"zone": zone, "weekly": {}} | json.loads(hours))
    holidays, decreed_until = _national()
    return Calendar(
        zone,
        base.weekly if any(base.weekly) else OFFICE_WEEK,
        base.seasons,
        holidays,
        {day: worktime.OwnDay(spans, name, decree) for day, name, decree, spans in days},
        decreed_until,
    )


def learn_holidays() -> None:
    """Read the national days off before anybody waits for them."""
    _national()


@cache
def _national() -> tuple[dict[date, str], int]:
    """National holidays and cuti bersama, and the last decreed year; the slow part, done once."""
    first = CALENDAR_YEARS[0]
    return holidays_id.official_days(CALENDAR_YEARS), holidays_id.decreed_until(first)


def serving(tx: Transaction, counter_id: int, at: datetime) -> int | None:
    """Id of the officer on the roster of this counter at that instant."""
    return tx.session.exec(
        select(RosterEntry.officer_id)
        .where(
            RosterEntry.counter_id == counter_id,
            RosterEntry.from_at <= at,
            or_(col(RosterEntry.until_at).is_(None), col(RosterEntry.until_at) > at),
        )
        .order_by(col(RosterEntry.from_at).desc())
    ).first()
