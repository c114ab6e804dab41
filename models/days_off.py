"""Days that are different: what an office decreed itself, and Ramadan.

As in `office_admin`, every operation checks that `by` is an admin there and enters the journal.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlmodel import col, select

from models import entries, journal, offices
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import OwnDay
from models.staffing import require_admin
from models.worktime import OFFICE_WEEK, Calendar, Hours, ramadan

SEASON_DAYS = 60  # a time of the year with other hours is not longer than this
DECREE_LIMIT = 200


def set_own_day(
    tx: Transaction,
    office_id: int | None,
    day: date,
    name: str,
    decree: str,
    hours: Hours,
    *,
    at: datetime,
    by: int | None,
) -> bool:
    """A day with its own hours by decree, or closed (no hours), in an office or in all (None).

    Replaces what the office decreed for that day. Returns whether anything changed.
    """
    require_admin(tx, by, at, office_id=office_id)
    if office_id is not None:
        offices.office(tx, office_id)
    values: dict[str, Any] = {
        "name": entries.name(name),
        "decree": entries.note(decree, DECREE_LIMIT),
        "intervals": [list(span) for span in hours],
    }
    own = own_day(tx, office_id, day)
    if own is not None and all(getattr(own, key) == value for key, value in values.items()):
        return False
    if own is None:
        own = OwnDay(office_id=office_id, day=day, **values)
    for key, value in values.items():
        setattr(own, key, value)
    tx.session.add(own)
    tx.session.flush()
    _day_changed(tx, own, "set", at, by)
    return True


def remove_own_day(tx: Transaction, own_day_id: int, *, at: datetime, by: int | None) -> OwnDay:
    """Take back an own day that has not come yet: the past stays as it was."""
    own = tx.session.get(OwnDay, own_day_id)
    if own is None:
        raise Refused("own-day-unknown")
    require_admin(tx, by, at, office_id=own.office_id)
    if own.day < at.date():
        raise Refused("own-day-past")
    _day_changed(tx, own, "removed", at, by)
    tx.session.delete(own)
    return own


def set_ramadan(
    tx: Transaction, office_id: int, first: date, last: date, *, at: datetime, by: int | None
) -> None:
    """Ramadan hours of Perpres 21/2023 from the first to the last day, for units without own hours.

    Replaces a Ramadan it overlaps.
    """
    office = offices.office(tx, office_id)
    require_admin(tx, by, at, office_id=office_id)
    if last < first:
        raise Refused("days-backwards")
    if (last - first).days >= SEASON_DAYS:
        raise Refused("days-too-many", limit=SEASON_DAYS)
    kept = [
        season
        for season in office.seasons
        if season["last"] < first.isoformat() or season["first"] > last.isoformat()
    ]
    calendar = Calendar(office.zone, OFFICE_WEEK, (ramadan(first, last),))
    office.seasons = kept + calendar.to_json()["seasons"]
    journal.write(
        tx, Kind.CALENDAR_CHANGED, at, actor_id=by, office=office_id, seasons=office.seasons
    )


def own_day(tx: Transaction, office_id: int | None, day: date) -> OwnDay | None:
    return tx.session.exec(
        select(OwnDay).where(
            col(OwnDay.office_id).is_not_distinct_from(office_id), OwnDay.day == day
        )
    ).first()


def _day_changed(tx: Transaction, own: OwnDay, what: str, at: datetime, by: int | None) -> None:
    journal.write(
        tx,
        Kind.CALENDAR_CHANGED,
        at,
        actor_id=by,
        office=own.office_id,
        day=own.day.isoformat(),
        what=what,
        intervals=own.intervals,
    )
