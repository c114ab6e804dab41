"""The versions of a unit's calendar. A case runs by the version it was received under.

A version is written when a calendar is used that differs from the one before it: other hours, a day
off by a late decree, a newer list of national holidays. It never changes. A running deadline moves
to a newer version only by an explicit, journalled act.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, bindparam
from sqlalchemy import select as choose
from sqlmodel import Field, SQLModel, col, select

from models import offices
from models.database import Transaction, UtcDateTime, table
from models.offices import Unit
from models.worktime import Calendar

KEPT = 1024  # calendars in memory


class CalendarVersion(SQLModel, table=True):
    """One calendar of a unit, valid from an instant until the next version's."""

    __tablename__ = "calendar_versions"

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    valid_from: datetime = Field(sa_type=UtcDateTime)
    digest: str  # of the calendar
    calendar: dict[str, Any] = Field(sa_type=JSON)  # `Calendar.to_json`


_versions = table(CalendarVersion)
_DIGEST = choose(_versions.c.digest).where(_versions.c.id == bindparam("id"))
_LATEST = (
    choose(_versions.c.id, _versions.c.digest)
    .where(_versions.c.unit_id == bindparam("unit_id"))
    .order_by(_versions.c.id.desc())
    .limit(1)
)


def current(tx: Transaction, unit: Unit, at: datetime) -> tuple[int, Calendar]:
    """The version of today's calendar, written now if it is new, and the calendar."""
    calendar = offices.calendar_of(tx, unit)
    digest = _digest(calendar)
    latest = tx.execute(_LATEST, {"unit_id": unit.id}).first()
    if latest is not None and latest.digest == digest:
        return latest.id, calendar
    version = CalendarVersion(
        unit_id=unit.id or 0, valid_from=at, digest=digest, calendar=calendar.to_json()
    )
    tx.session.add(version)
    tx.session.flush()
    return version.id or 0, calendar


def version(tx: Transaction, version_id: int) -> Calendar:
    """The calendar of a version."""
    row = tx.execute(_DIGEST, {"id": version_id}, flush=False).one()
    known = _MADE.get(row.digest)
    if known is None:
        stored = tx.session.get_one(CalendarVersion, version_id)
        known = Calendar.from_json(stored.calendar)
        if len(_MADE) >= KEPT:
            _MADE.pop(next(iter(_MADE)))
        _MADE[row.digest] = known
    return known


def of_unit(tx: Transaction, unit_id: int) -> list[CalendarVersion]:
    """Every version of a unit's calendar, the oldest first."""
    statement = select(CalendarVersion).where(CalendarVersion.unit_id == unit_id)
    return list(tx.session.exec(statement.order_by(col(CalendarVersion.id))))


_MADE: dict[str, Calendar] = {}
"""By digest: making one reads some hundred days, and it remembers the days it was asked for."""


@lru_cache(maxsize=KEPT)
def _digest(calendar: Calendar) -> str:
    text = json.dumps(calendar.to_json(), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
