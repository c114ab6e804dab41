"""Offices, their units, services, counters, hours, own days off and roster."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel, col, or_, select

from models import holidays_id
from models.database import Transaction, UtcDateTime
from models.errors import Refused
from models.worktime import Calendar

ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")  # WIB, WITA, WIT


class Office(SQLModel, table=True):
    __tablename__ = "offices"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    zone: str = "Asia/Jakarta"


class Unit(SQLModel, table=True):
    """What citizens rate and complain about. The zone and the hours belong to the unit."""

    __tablename__ = "units"

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    name: str
    zone: str = "Asia/Jakarta"
    hours: dict[str, Any] | None = Field(default=None, sa_type=JSON)  # Calendar.to_json; None: default
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


def unit(tx: Transaction, unit_id: int) -> Unit:
    """The unit; refuses one that is unknown or closed."""
    found = tx.session.get(Unit, unit_id)
    if found is None or found.closed_at is not None:
        raise Refused("unit-unknown")
    return found


def offices(tx: Transaction) -> list[Office]:
    return list(tx.session.exec(select(Office).order_by(col(Office.name))))


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
