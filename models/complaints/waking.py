"""The cases whose instant has come: what time does to each, apart from the others.

It runs at any instant, twice or late. Nothing looks at the cases whose instant has not come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import bindparam, update
from sqlalchemy import select as choose
from sqlmodel import col, select

from models import journal, offices
from models.complaints import access, lapse, reminders, timers
from models.complaints.reminders import Told
from models.complaints.tables import Case
from models.complaints.timers import Standing
from models.database import TRANSIENT, Transaction, table
from models.journal import Kind
from models.worktime import Calendar, is_open, next_opening

BATCH = 50  # cases in one transaction: others wait for the Writer meanwhile
AGAIN_AFTER = timedelta(minutes=15)  # a case that could not be woken is tried again
CLOSING = timedelta(minutes=1)  # a limit ends at the closing minute: the office is still there

_cases = table(Case)
_DUE = (
    choose(_cases.c.id)
    .where(_cases.c.wake_at <= bindparam("at"))
    .order_by(_cases.c.wake_at)
    .limit(bindparam("limit"))
)


@dataclass
class Woken:
    """What came of one batch."""

    told: list[Told] = field(default_factory=list)
    cases: int = 0
    failed: dict[int, Exception] = field(default_factory=dict)
    more: bool = False  # there may be others


def wake(tx: Transaction, at: datetime, limit: int = BATCH) -> Woken:
    """Do what is due now, to `limit` cases at most. One that fails stops nobody."""
    due = list(tx.execute(_DUE, {"at": at, "limit": limit}).scalars())
    woken = Woken()
    for case_id in due:
        try:
            with tx.apart():
                case = _free(tx, case_id)
                told = _wake(tx, case, at) if case is not None else []
        except TRANSIENT:
            raise
        except Exception as error:
            woken.failed[case_id] = error
            _put_off(tx, case_id, at)
        else:
            woken.told += told
            woken.cases += case is not None
    woken.more = len(due) == limit and woken.cases + len(woken.failed) > 0
    return woken


def _free(tx: Transaction, case_id: int) -> Case | None:
    """The case, its row locked; None while somebody else does something to it: the next run sees
    what became of it."""
    statement = select(Case).where(col(Case.id) == case_id).with_for_update(skip_locked=True)
    return tx.session.exec(statement).first()


def _wake(tx: Transaction, case: Case, at: datetime) -> list[Told]:
    while case.wake_at is not None and case.wake_at <= at:  # else another process was faster
        standing = reminders.standing_of(tx, case, at)
        if any(move(tx, standing) for move in MOVES):
            continue  # its history is another one now, and it was wound
        hours = _hours(tx, case.unit_id)
        told = [line for tell in TELLS for line in tell(tx, standing)] if _there(hours, at) else []
        closed = None if is_open(hours, at) else next_opening(hours, at)
        before = _wound(case)
        timers.wind(tx, case, standing.past, standing.measure, at, closed_until=closed)
        if _wound(case) != before:
            journal.write_of_cases(tx, Kind.CASE_WOUND, at, [case])
        return told
    return []


def _wound(case: Case) -> tuple[object, ...]:
    return case.next_clock, case.next_due, case.wake_at


def _hours(tx: Transaction, unit_id: int) -> Calendar:
    """Today's opening hours, which the case's own calendar need not know."""
    unit = access.unit_of(tx, unit_id)
    return tx.once(("hours", unit_id), lambda: offices.calendar_of(tx, unit))


def _there(hours: Calendar, at: datetime) -> bool:
    """Whether the unit is at work; its closing minute counts."""
    return is_open(hours, at) or is_open(hours, at - CLOSING)


def _put_off(tx: Transaction, case_id: int, at: datetime) -> None:
    put_off = update(_cases).where(_cases.c.id == case_id).values(wake_at=at + AGAIN_AFTER)
    rows = tx.execute(put_off.returning(_cases.c.id, _cases.c.unit_id)).all()
    journal.write_of_cases(tx, Kind.CASE_WOUND, at, rows)


# --- what time does


def _nudge(tx: Transaction, standing: Standing) -> list[Told]:
    lapse.nudge(tx, standing)
    return []


MOVES: tuple[Callable[[Transaction, Standing], object], ...] = (lapse.end_silence,)
"""What moves a case, at whatever hour: it tells whether it did, by operations that end in `done`.
"""

TELLS: tuple[Callable[[Transaction, Standing], list[Told]], ...] = (_nudge, reminders.climb)
"""What only tells people, while the unit is at work."""
