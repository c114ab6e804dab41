"""Deadlines by a newer calendar: shown first, then moved one by one, each move journalled.

A calendar that changes (a late decree, other hours) moves no running deadline by itself, because
the citizen was promised a day. Whoever decides to move the open ones sees what would move, and the
citizens are told the new day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from models import calendars, offices, people
from models.calendars import CalendarVersion
from models.complaints import access, casework, history, notices, sla
from models.complaints.history import Measure
from models.complaints.limits import Step
from models.complaints.notices import when
from models.complaints.sla import Clock, ClockName, Happened, Status
from models.complaints.states import Event
from models.complaints.tables import Case
from models.database import Transaction
from models.errors import Refused
from models.offices import Unit
from models.people import Role
from models.worktime import Calendar, deadline, extend, runs_into_undecreed_year

DUES = {
    ClockName.VERIFICATION: "verify_due",
    ClockName.FIRST_ANSWER: "answer_due",
    ClockName.NEXT_ANSWER: "answer_due",
    ClockName.RESOLUTION: "resolution_due",
}
STEPS = {
    ClockName.VERIFICATION: Step.VERIFY,
    ClockName.FIRST_ANSWER: Step.FIRST_ANSWER,
    ClockName.NEXT_ANSWER: Step.NEXT_ANSWER,
    ClockName.RESOLUTION: Step.RESOLUTION,
}


@dataclass(frozen=True)
class Move:
    """One clock of an open case, and its end by the calendar of today."""

    clock: ClockName
    before: datetime
    after: datetime
    promised: datetime  # the new end without the pauses
    undecreed: bool


@dataclass(frozen=True)
class Moves:
    """What would move in one case."""

    case_id: int
    ticket: str
    supervisory: bool
    unit_name: str
    zone: str
    moves: tuple[Move, ...]


def proposed(
    tx: Transaction, at: datetime, *, by: int | None, office_id: int | None = None
) -> list[Moves]:
    """What would move in the open cases of an office (None: all), the nearest end first.

    `by` is an admin there; None is the command line.
    """
    _require(tx, by, office_id, at)
    found = (_moves(tx, case, at) for case in _stale(tx, office_id))
    return sorted((one for one in found if one), key=lambda one: min(m.after for m in one.moves))


def recalculate(tx: Transaction, case_id: int, at: datetime, *, by: int | None) -> Moves | None:
    """Move the clocks of one case to today's calendar; None if nothing moves any more."""
    case = access.locked(tx, case_id)
    unit = _home(tx, case)
    _require(tx, by, unit.office_id, at)
    moves = _moves(tx, case, at)
    if moves is None:
        return None
    version, _ = calendars.current(tx, unit, at)
    case.calendar_id = version
    dues = {DUES[move.clock]: move.promised.isoformat() for move in moves.moves}
    casework.happen(tx, case, Event.RECALCULATED, at, by, calendar=version, **dues)
    for move in moves.moves:
        if move.clock is ClockName.RESOLUTION:
            case.resolution_due = move.promised
            _tell(tx, case, unit, move, at)
        elif move.clock is ClockName.FIRST_ANSWER:
            case.first_answer_due = move.promised
    casework.done(tx, case, at)
    return moves


def _require(tx: Transaction, by: int | None, office_id: int | None, at: datetime) -> None:
    if by is not None and not people.authority(tx, by, at).over_office(Role.ADMIN, office_id):
        raise Refused("not-for-you")


def _stale(tx: Transaction, office_id: int | None) -> Iterable[Case]:
    """Open cases that run by another calendar than today's of the unit they were sent to."""
    unit_ids = [
        unit.id
        for unit in tx.session.exec(select(Unit))
        if office_id is None or unit.office_id == office_id
    ]
    every = tx.session.exec(
        select(Case).where(col(Case.unit_id).in_(unit_ids), col(Case.resolved_at).is_(None))
    )
    return (case for case in every if _is_stale(tx, case.calendar_id))


def _is_stale(tx: Transaction, version_id: int | None) -> bool:
    """Looked up once for all cases of a version, without their histories."""
    if version_id is None:  # from before versions were kept: the history tells
        return True

    def differs() -> bool:
        home = access.unit_of(tx, tx.session.get_one(CalendarVersion, version_id).unit_id)
        return _today(tx, home) != calendars.version(tx, version_id)

    return tx.once(("stale", version_id), differs)


def _today(tx: Transaction, unit: Unit) -> Calendar:
    return tx.once(("today", unit.id), lambda: offices.calendar_of(tx, unit))


def _moves(tx: Transaction, case: Case, at: datetime) -> Moves | None:
    past = casework.history(tx, case)
    measure = history.Measures(tx).of(past)
    unit = _home(tx, case)
    calendar = _today(tx, unit)
    if calendar == measure.calendar:
        return None
    clocks = sla.clocks(past, measure.calendar, at, measure.limits)
    open_ones = (clock for clock in clocks.every if clock.status in (Status.RUNNING, Status.PAUSED))
    made = (_move(clock, past, measure, calendar) for clock in open_ones)
    moves = tuple(move for move in made if move.before != move.after)
    if not moves:
        return None
    return Moves(case.id or 0, case.ticket, case.supervisory, unit.name, unit.zone, moves)


def _move(clock: Clock, past: Sequence[Happened], measure: Measure, calendar: Calendar) -> Move:
    limit = measure.limits.of(STEPS[clock.name], sla.case_class(past))
    promised = deadline(calendar, clock.started_at, limit.duration)
    after = extend(calendar, promised, [pause for pause in clock.pauses if pause.end])
    undecreed = runs_into_undecreed_year(calendar, after)
    return Move(clock.name, clock.due, after, promised, undecreed)


def _home(tx: Transaction, case: Case) -> Unit:
    """The unit it was sent to: its clocks run by that one's calendar."""
    return access.unit_of(tx, casework.history(tx, case)[0].unit_id or case.unit_id)


def _tell(tx: Transaction, case: Case, unit: Unit, move: Move, at: datetime) -> None:
    told = {"before": when(move.before, unit.zone), "after": when(move.after, unit.zone)}
    notices.tell_citizen(tx, case, "case-recalculated", at, told, buttons=[["track"]])
