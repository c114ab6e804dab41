"""Heads and admins are told of new doubts: at an opening, one message a day at most.

What was raised or proposed before the opening is told then; what comes later, the next day. Who is
on leave is told on return. The message goes out while a unit is open, so no quiet hours hold it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, or_, select

from models import leaves, offices, outbox, people
from models.database import Transaction, table
from models.offices import Unit
from models.outbox import Outgoing
from models.people import Officer
from models.ratings import flag_review, flags
from models.ratings.tables import FlagNotice, RatingFlag
from models.worktime import is_open

NEW_FOR = timedelta(days=14)  # doubts older than this are told no more; the list still has them

_flags = table(RatingFlag)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A unit with open doubts, and its opening of today."""

    unit: Unit
    opening: datetime
    day: date


def tell(tx: Transaction, at: datetime) -> int:
    """Tell the heads and admins of the units that have opened; returns how many messages."""
    told = 0
    for opened in _opened(tx, at):
        for officer in _reviewers(tx, opened.unit, at):
            told += _tell(tx, officer, opened, at)
    return told


def _opened(tx: Transaction, at: datetime) -> Iterable[_Opened]:
    rows = tx.execute(
        select(_flags.c.unit_id)
        .where(_flags.c.decided_at.is_(None), _touched_since(at - NEW_FOR))
        .distinct()
    )
    for unit_id in list(rows.scalars()):
        unit = tx.session.get_one(Unit, unit_id)
        calendar = offices.calendar_of(tx, unit)
        day = at.astimezone(ZoneInfo(unit.zone)).date()
        if unit.closed_at is None and is_open(calendar, at):
            yield _Opened(unit, calendar.spans(day)[0][0], day)


def _touched_since(instant: datetime) -> ColumnElement[bool]:
    return or_(_flags.c.raised_at > instant, _flags.c.proposed_at > instant)


def _reviewers(tx: Transaction, unit: Unit, at: datetime) -> list[Officer]:
    found = {
        officer.id: officer
        for role in flags.REVIEWERS
        for officer in people.holders(tx, role, at, unit_id=unit.id, office_id=unit.office_id)
    }
    return leaves.present(tx, found.values(), at)


def _tell(tx: Transaction, officer: Officer, opened: _Opened, at: datetime) -> bool:
    notice = tx.session.get(FlagNotice, officer.id)
    if notice is not None and notice.day >= opened.day:
        return False
    since = notice.until if notice is not None else at - NEW_FOR
    raised, proposed = _flags.c.raised_at, _flags.c.proposed_at
    until = opened.opening
    new = _patterns(tx, officer, at, raised > since, raised <= until, proposed.is_(None))
    second = _flags.c.proposed_by != officer.id
    waiting = _patterns(tx, officer, at, proposed > since, proposed <= until, second)
    if not new and not waiting:
        return False
    if notice is None:
        notice = FlagNotice(officer_id=officer.id or 0, day=opened.day, until=opened.opening)
        tx.session.add(notice)
    notice.day, notice.until = opened.day, opened.opening
    message = {
        "key": "flag-notice",
        "values": {"new": new, "proposed": waiting},
        "buttons": [[{"label": {"text": "button-flags", "values": {}}, "data": "flags"}]],
    }
    outbox.put(tx, Outgoing(officer.person_id or 0, message), at)
    return True


def _patterns(tx: Transaction, officer: Officer, at: datetime, *which: ColumnElement[bool]) -> int:
    """How many open patterns there are that concern this reviewer and were raised by others."""
    by_others = _flags.c.raised_by.is_distinct_from(officer.id)
    names = flag_review.joined(_flags.c.unit_id, _flags.c.reason, _flags.c.pattern)
    within = flag_review.say(tx, officer.person_id or 0, at)
    found = names.join(flag_review.UNITS, flag_review.UNITS.c.id == _flags.c.unit_id)
    found = found.where(*flag_review.OPEN, *within, by_others, *which).distinct()
    return int(tx.execute(select(func.count()).select_from(found.subquery())).scalar_one())
