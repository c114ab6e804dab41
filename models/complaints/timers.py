"""What time does to a case, and when: the columns that lists and jobs go by.

`cases.wake_at` is the next instant at which time alone does something to the case; the job takes
the cases whose instant has come (`waking`), does what is due and winds them again. A duty of time
is one function in DUTIES, which says when it is next due, and one in `waking.MOVES` or
`waking.TELLS`, which does it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select

from models.complaints import access, ladder_rules, sla
from models.complaints.history import Measure
from models.complaints.ladder import Audience, Ladder, Mark
from models.complaints.limits import CaseClass, Step
from models.complaints.sla import Clock, ClockName, Clocks, Happened
from models.complaints.states import OPEN, State
from models.complaints.tables import Case, Reminder
from models.database import Transaction, table
from models.worktime import deadline, extend, instant_at_share

JUST_AFTER = timedelta.resolution
WAITING = "waiting"  # stands in `reminders.clock` while the citizen has the word
NUDGED = "nudge"

Known = frozenset[tuple[str, str, datetime]]
"""What was told already: the clock, the step, and the end of the limit as promised."""

_reminders = table(Reminder)
_TOLD = select(_reminders.c.clock, _reminders.c.step, _reminders.c.due).where(
    _reminders.c.case_id == bindparam("case_id")
)


@dataclass(frozen=True)
class Standing:
    """A case with its clocks at one instant."""

    case: Case
    past: Sequence[Happened]
    measure: Measure
    clocks: Clocks
    at: datetime
    closed_until: datetime | None = None  # nobody is told anything before, when it is known


def stand(case: Case, past: Sequence[Happened], measure: Measure, at: datetime) -> Standing:
    clocks = sla.clocks(past, measure.calendar, at, measure.limits)
    return Standing(case, past, measure, clocks, at)


def wind(
    tx: Transaction,
    case: Case,
    past: Sequence[Happened],
    measure: Measure,
    at: datetime,
    *,
    closed_until: datetime | None = None,
) -> None:
    """Set the clock that ends first, and when time acts on the case next.

    closed_until: the next opening, once it is known that the office is closed.
    """
    standing = replace(stand(case, past, measure, at), closed_until=closed_until)
    first = standing.clocks.next_due
    case.next_clock = first.name if first else None
    case.next_due = first.due if first else None
    case.wake_at = _wake_at(tx, standing)


def _wake_at(tx: Transaction, standing: Standing) -> datetime | None:
    if State(standing.case.state) not in OPEN:
        return None
    instants = (duty(tx, standing) for duty in DUTIES)
    return min((instant for instant in instants if instant is not None), default=None)


def already(tx: Transaction, case: Case) -> Known:
    """Every step that was told, of any deadline."""
    rows = tx.execute(_TOLD, {"case_id": case.id})
    return frozenset((row.clock, row.step, row.due) for row in rows)


# --- the ladder


def ladder_of(tx: Transaction, case: Case, at: datetime) -> Ladder:
    unit = access.unit_of(tx, case.unit_id)
    key = ("ladder", unit.id, at)
    return tx.once(key, lambda: ladder_rules.of_unit(tx, case.unit_id, unit.office_id, at))


def untold(ladder: Ladder, clock: Clock, told: Collection[object]) -> list[Mark]:
    """The rungs of a clock that are still to come, or were missed; the lowest first."""
    marks = ladder.marks(promised=clock.name is not ClockName.VERIFICATION)
    return [m for m in marks if (clock.name.value, m.rung.value, clock.promised) not in told]


def climbed_at(standing: Standing, clock: Clock, mark: Mark) -> datetime:
    """When a rung of a running clock is climbed, by the calendar of the case. An officer is warned
    while there is time; everybody else hears when it is over."""
    calendar = standing.measure.calendar
    unpaused = instant_at_share(calendar, clock.started_at, clock.promised, mark.share)
    instant = extend(calendar, unpaused, clock.pauses)
    return instant if mark.audience is Audience.OFFICER else instant + JUST_AFTER


def _next_rung(tx: Transaction, standing: Standing) -> datetime | None:
    running = standing.clocks.running
    if not running:
        return None
    ladder = ladder_of(tx, standing.case, standing.at)
    instants = list(_first(standing, ladder, running, frozenset()))
    if instants and min(instants) <= standing.at:  # only then can any have been told
        told = already(tx, standing.case)
        instants = list(_first(standing, ladder, running, told))
    return _in_hours(standing, min(instants)) if instants else None


def _first(
    standing: Standing, ladder: Ladder, running: Sequence[Clock], told: Known
) -> Iterator[datetime]:
    """When the first rung of each clock that was not told is climbed."""
    for clock in running:
        if marks := untold(ladder, clock, told):
            yield climbed_at(standing, clock, marks[0])


# --- the citizen has the word


def nudged_at(standing: Standing) -> datetime | None:
    """When the citizen is reminded that a question or an answer waits."""
    return _after_waiting(standing, Step.NUDGE)


def silent_at(standing: Standing) -> datetime | None:
    """When the case ends by itself."""
    return _after_waiting(standing, Step.SILENCE)


def _after_waiting(standing: Standing, step: Step) -> datetime | None:
    since = standing.case.waiting_since
    if since is None:
        return None
    limit = standing.measure.limits.of(step, CaseClass(standing.case.kind))
    return deadline(standing.measure.calendar, since, limit.duration)


def _next_nudge(tx: Transaction, standing: Standing) -> datetime | None:
    instant = nudged_at(standing)
    if instant is None:
        return None
    if instant <= standing.at and (WAITING, NUDGED, instant) in already(tx, standing.case):
        return None
    return _in_hours(standing, instant)


def _next_silence(_tx: Transaction, standing: Standing) -> datetime | None:
    return silent_at(standing)


def _in_hours(standing: Standing, instant: datetime) -> datetime:
    """Not before now, nor before the office opens."""
    return max(instant, standing.closed_until or standing.at)


Duty = Callable[[Transaction, Standing], datetime | None]

DUTIES: tuple[Duty, ...] = (_next_rung, _next_nudge, _next_silence)
