"""What a report is about: one unit, one office or all; and its weeks, by its own clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from models.database import Transaction
from models.errors import Refused
from models.offices import Office, Unit

DEFAULT_ZONE = "Asia/Jakarta"
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Scope:
    """A unit, an office, or all. `code` ("u5", "o2", "a") stands in buttons and arguments."""

    unit_id: int | None = None
    office_id: int | None = None

    @property
    def code(self) -> str:
        if self.unit_id is not None:
            return f"u{self.unit_id}"
        return f"o{self.office_id}" if self.office_id is not None else "a"

    @classmethod
    def of(cls, code: str) -> Self:
        """The inverse of `code`; ValueError on anything else."""
        if code == "a":
            return cls()
        kind, number = code[:1], int(code[1:])
        if kind == "u":
            return cls(unit_id=number)
        if kind == "o":
            return cls(office_id=number)
        raise ValueError(f"not a scope: {code!r}")


@dataclass(frozen=True, slots=True)
class Place:
    """A scope with what the database knows of it. unit_ids None: all units."""

    scope: Scope
    name: str  # empty for all
    zone: str
    unit_ids: tuple[int, ...] | None


def place(tx: Transaction, scope: Scope) -> Place:
    """Name, zone and units, also those closed since: what they did stays counted.

    The zone is the unit's or the office's; for all, that of the office entered first.
    """
    if scope.unit_id is not None:
        unit = tx.session.get(Unit, scope.unit_id)
        if unit is None:
            raise Refused("unit-unknown")
        return Place(scope, unit.name, unit.zone, (scope.unit_id,))
    if scope.office_id is not None:
        return _office(tx, scope, scope.office_id)
    first = tx.session.exec(select(Office.zone).order_by(col(Office.id)).limit(1)).first()
    return Place(scope, "", first or DEFAULT_ZONE, None)


def _office(tx: Transaction, scope: Scope, office_id: int) -> Place:
    office = tx.session.get(Office, office_id)
    if office is None:
        raise Refused("office-unknown")
    ids = tx.session.exec(select(Unit.id).where(Unit.office_id == office_id).order_by(col(Unit.id)))
    return Place(scope, office.name, office.zone, tuple(id_ for id_ in ids if id_ is not None))


def monday(at: datetime, zone: str) -> date:
    """The first day of the week an instant falls into, by the clock of the zone."""
    day = at.astimezone(ZoneInfo(zone)).date()
    return day - timedelta(days=day.weekday())


def bounds(week: date, zone: str) -> tuple[datetime, datetime]:
    """From Monday 00.00 to the next Monday 00.00 in the zone, as UTC; the end is not part of it.

    `week` is its Monday; ValueError for another day.
    """
    if week.weekday() != 0:
        raise ValueError(f"a week starts on a Monday, not {week}")
    midnights = (datetime.combine(day, time(), ZoneInfo(zone)) for day in (week, week + WEEK))
    start, end = (midnight.astimezone(UTC) for midnight in midnights)
    return start, end
