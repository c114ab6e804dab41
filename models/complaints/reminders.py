"""Which reminders and escalations are due, each once per promised limit.

Asked at any instant and any number of times: what was told is kept in `reminders`. Steps that were
missed at once count as told with the latest of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, delete, select

from models import journal, offices
from models.complaints import access, notices, queries
from models.complaints.sla import Clock
from models.complaints.tables import Case, Reminder
from models.database import Transaction
from models.journal import Kind
from models.offices import Unit
from models.people import Officer, Role
from models.worktime import is_open

STEPS: tuple[tuple[str, float], ...] = (("half", 0.5), ("three_quarters", 0.75), ("end", 1.0))
HEAD = "head"  # the step after the end
CLOSING = timedelta(minutes=1)  # a limit ends at the closing minute: the office is still there


@dataclass(frozen=True)
class Told:
    """One line for one officer: a case, its clock and the step it has reached."""

    case_id: int
    ticket: str
    category: str
    unit_name: str
    zone: str
    step: str
    clock: Clock
    held: bool


def remind(tx: Transaction, at: datetime) -> dict[int, list[Told]]:
    """What each officer is to be reminded of now, by the person's id; marked as told.

    The holder is reminded; of a case nobody holds, all officers of its unit. Only within the
    unit's working hours.
    """
    told: dict[int, list[Told]] = {}
    for case, unit, clocks in _running(tx, at):
        holder = access.holder(tx, case, at)
        officers = (
            [holder] if holder else notices.reached(tx, Role.OFFICER, unit, at, case.reporter_id)
        )
        for clock in clocks:
            step = _reached(tx, case, clock, at) if officers else None
            if step is not None:
                line = _told(case, unit, step, clock, holder)
                _add(told, officers, line)
                _journal(tx, Kind.CASE_REMINDED, case, line, at)
    return told


def escalate(tx: Transaction, at: datetime) -> dict[int, list[Told]]:
    """Overdue cases for the head of the unit, or the admin where there is none; marked as told."""
    told: dict[int, list[Told]] = {}
    for case, unit, clocks in _running(tx, at):
        leaders = notices.reached(tx, Role.HEAD, unit, at, case.reporter_id) or notices.reached(
            tx, Role.ADMIN, unit, at, case.reporter_id
        )
        for clock in clocks:
            if clock.overdue and leaders and _once(tx, case, clock, HEAD, at):
                line = _told(case, unit, HEAD, clock, access.holder(tx, case, at))
                _add(told, leaders, line)
                _journal(tx, Kind.CASE_ESCALATED, case, line, at)
    return told


def begin_anew_for_head(tx: Transaction, case: Case) -> None:
    """The case has another unit now: what the former head was told, this one was not."""
    tx.session.exec(
        delete(Reminder).where(col(Reminder.case_id) == case.id, col(Reminder.step) == HEAD)
    )


def _running(tx: Transaction, at: datetime) -> Iterable[tuple[Case, Unit, list[Clock]]]:
    """Open cases of the units that are at work now, with their clocks of which half is used."""
    standing = {case.case_id: case for case in queries.open_at(tx, None, at)}
    for case in _cases(tx, list(standing)):
        calendar = offices.calendar_of(tx, access.unit_of(tx, case.unit_id))
        if is_open(calendar, at) or is_open(calendar, at - CLOSING):
            clocks = [c for c in standing[case.id or 0].clocks.running if c.share >= STEPS[0][1]]
            if clocks:
                yield case, access.unit_of(tx, case.unit_id), clocks


def _cases(tx: Transaction, ids: list[int]) -> list[Case]:
    return list(tx.session.exec(select(Case).where(col(Case.id).in_(ids)).order_by(col(Case.id))))


def _reached(tx: Transaction, case: Case, clock: Clock, at: datetime) -> str | None:
    """The latest step the clock has passed, if it was not told; the ones before it are marked."""
    passed = [name for name, share in STEPS if clock.share >= share]
    fresh = [name for name in passed if _once(tx, case, clock, name, at)]
    return passed[-1] if passed and passed[-1] in fresh else None


def _once(tx: Transaction, case: Case, clock: Clock, step: str, at: datetime) -> bool:
    """Mark a step; False when it was marked before."""
    key = (case.id or 0, clock.name.value, step, clock.promised)
    if tx.session.get(Reminder, key) is not None:
        return False
    tx.session.add(Reminder(case_id=key[0], clock=key[1], step=key[2], due=clock.promised, at=at))
    return True


def _told(case: Case, unit: Unit, step: str, clock: Clock, holder: Officer | None) -> Told:
    return Told(
        case_id=case.id or 0,
        ticket=case.ticket,
        category=case.category,
        unit_name=unit.name,
        zone=unit.zone,
        step=step,
        clock=clock,
        held=holder is not None,
    )


def _add(told: dict[int, list[Told]], officers: Iterable[Officer], line: Told) -> None:
    for officer in officers:
        if officer.person_id is not None:
            told.setdefault(officer.person_id, []).append(line)


def _journal(tx: Transaction, kind: Kind, case: Case, line: Told, at: datetime) -> None:
    journal.write(
        tx,
        kind,
        at,
        unit_id=case.unit_id,
        case_id=case.id,
        step=line.step,
        clock=line.clock.name.value,
    )
