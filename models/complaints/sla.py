"""The clocks of a case: how much of its limits is used, and who had it meanwhile.

Four clocks, folded from what happened to the case; nothing else starts, stops or moves one:

- verification: from the sending until somebody decided whose it is and of which class;
- first answer: from the sending to the first answer the citizen can see. A question is none: asking
  back neither stops nor pauses this clock;
- next answer: from each reply that wants an answer, and each reopening, to the next word of an
  officer;
- resolution: from the sending to the end; it stands still while the citizen has the word.

A note, thanks, an edit, taking a case or handing it over leave every clock as it is. A deadline
moves only by a pause, by the decision on the class, or when an admin has it calculated anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from models.complaints.limits import CaseClass, Limits, Step
from models.complaints.states import ENDED, WITH_CITIZEN, Event, State, next_state
from models.worktime import (
    Calendar,
    Pause,
    deadline,
    extend,
    runs_into_undecreed_year,
    share_used,
    worked,
)

ANSWERS = frozenset({Event.ANSWERED, Event.REJECTED, Event.ARCHIVED})
"""What the citizen reads as an answer: the thing itself, or a reason why not."""

WORD_OF_OFFICER = ANSWERS | {Event.ASKED_BACK}
WANTS_ANSWER = frozenset({Event.CITIZEN_REPLIED, Event.REOPENED, Event.SEPARATED})
SETS_DUES = frozenset({Event.VERIFIED, Event.RECLASSIFIED, Event.REFERRED, Event.RECALCULATED})
"""What may move the limits of clocks that run already. The class does not move the next answer:
that was promised when it was asked for."""

DECIDES_WHOSE = frozenset({Event.VERIFIED, Event.FORWARDED, Event.REFERRED}) | WORD_OF_OFFICER
DROPS = frozenset({Event.WITHDRAWN, Event.MERGED, Event.CLOSED_BY_SILENCE})
"""What ends the waiting for an answer without one."""


@dataclass(frozen=True)
class Happened:
    """One entry of the case's history. The dues are those promised then: a decree that comes
    later moves no open deadline by itself."""

    event: Event
    at: datetime
    category: str = ""  # with SENT
    case_class: CaseClass | None = None  # where it was proposed or decided
    supervisory: bool | None = None  # with SENT and REFERRED
    verify_due: datetime | None = None  # with SENT
    answer_due: datetime | None = None  # with SENT, CITIZEN_REPLIED, REOPENED, RECALCULATED
    resolution_due: datetime | None = None  # with SENT, VERIFIED, RECLASSIFIED, RECALCULATED, …
    calendar_id: int | None = None  # with SENT and RECALCULATED
    actor_id: int | None = None  # people.id
    officer_id: int | None = None  # who holds the case after this
    unit_id: int | None = None  # with SENT and FORWARDED: whose case it is after this
    outcome: str = ""  # the reason, with REJECTED and ARCHIVED
    cause_id: int | None = None  # with CAUSE_CLAIMED, CAUSE_DECIDED and CAUSE_ENDED
    # with CAUSE_DECIDED and CAUSE_ENDED: the time accepted as not the officer's
    excluded: Pause | None = None
    score: int | None = None  # with HANDLING_RATED


class ClockName(StrEnum):
    VERIFICATION = "verification"
    FIRST_ANSWER = "first_answer"
    NEXT_ANSWER = "next_answer"
    RESOLUTION = "resolution"


class Status(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"  # the citizen has the word
    MET = "met"  # what it waited for happened
    DROPPED = "dropped"  # it ended without: withdrawn, merged, or the citizen kept silent


@dataclass(frozen=True)
class Clock:
    """A clock at one instant. Minutes are working minutes."""

    name: ClockName
    started_at: datetime
    promised: datetime  # the end of the limit as set
    due: datetime  # the same, moved by the pauses
    ended_at: datetime | None
    status: Status
    elapsed: float  # minutes
    share: float  # of the limit: 1.0 at its end, more when overdue
    overdue: bool  # ended, paused or still running past its end
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True)
class Clocks:
    verification: Clock
    first_answer: Clock
    next_answers: tuple[Clock, ...]
    resolution: Clock

    @property
    def every(self) -> tuple[Clock, ...]:
        return (self.verification, self.first_answer, *self.next_answers, self.resolution)

    @property
    def running(self) -> tuple[Clock, ...]:
        """Those that run, the one that ends first coming first."""
        return tuple(
            sorted((c for c in self.every if c.status is Status.RUNNING), key=lambda c: c.due)
        )

    @property
    def next_due(self) -> Clock | None:
        return next(iter(self.running), None)

    @property
    def overdue(self) -> bool:
        """Whether a clock that still runs is past its end: such a case counts as late."""
        return any(clock.overdue for clock in self.running)


@dataclass(frozen=True)
class Promise:
    """The ends of the limits of a case received at an instant."""

    verification: datetime
    first_answer: datetime
    resolution: datetime
    undecreed: bool  # days off that are not decreed yet may move the resolution


@dataclass(frozen=True)
class Held:
    """How long one holder had the case. Minutes of the resolution clock, pauses taken out."""

    unit_id: int
    officer_id: int | None  # None: it lay with the unit, taken by nobody
    start: datetime
    end: datetime
    minutes: float


def promise(
    calendar: Calendar, received: datetime, case_class: CaseClass, limits: Limits
) -> Promise:
    ends = {
        step: deadline(calendar, received, limits.of(step, case_class).duration)
        for step in (Step.VERIFY, Step.FIRST_ANSWER, Step.RESOLUTION)
    }
    resolution = ends[Step.RESOLUTION]
    undecreed = runs_into_undecreed_year(calendar, resolution)
    return Promise(ends[Step.VERIFY], ends[Step.FIRST_ANSWER], resolution, undecreed)


def clocks(
    events: Sequence[Happened], calendar: Calendar, now: datetime, limits: Limits | None = None
) -> Clocks:
    """Every clock of a case as it stands at `now`.

    events: everything that happened before `now`, oldest first, the sending at its head.
    calendar: the version the case runs by; handing over moves no promised deadline.
    limits: those that held at the receipt, for events that carry no due of their own.
    """
    if not events or events[0].event is not Event.SENT:
        raise ValueError("a case begins with its sending")
    fold = _Fold(events, calendar, now, limits or Limits())
    sent, later = events[0], events[1:]
    return Clocks(
        fold.waiting(ClockName.VERIFICATION, sent, later, DECIDES_WHOSE),
        fold.waiting(ClockName.FIRST_ANSWER, sent, later, ANSWERS),
        tuple(
            fold.waiting(ClockName.NEXT_ANSWER, asked, rest, WORD_OF_OFFICER)
            for asked, rest in _questions(events)
        ),
        fold.resolution(),
    )


def without_causes(events: Sequence[Happened]) -> list[Pause]:
    """The spans accepted as external causes, to be measured as pauses for the second figure. Of a
    cause that went on and is over now, what was said last."""
    last = {one.cause_id: one.excluded for one in events if one.excluded is not None}
    return list(last.values())


def clocks_without_causes(
    events: Sequence[Happened], calendar: Calendar, now: datetime, limits: Limits | None = None
) -> Clocks:
    """The same clocks with the time of accepted external causes left out."""
    return less_causes(clocks(events, calendar, now, limits), events, calendar, now)


def less_causes(
    found: Clocks, events: Sequence[Happened], calendar: Calendar, now: datetime
) -> Clocks:
    """Clocks that were measured, once more without the time of accepted external causes."""
    causes = without_causes(events)
    if not causes:
        return found

    def less(clock: Clock, until: datetime | None = None) -> Clock:
        return _less(clock, causes, calendar, until or clock.ended_at or now)

    _, stopped_at, _, _ = standstills(events)  # while the citizen has the word it stands still
    return Clocks(
        less(found.verification),
        less(found.first_answer),
        tuple(map(less, found.next_answers)),
        less(found.resolution, stopped_at),
    )


def _less(clock: Clock, causes: Sequence[Pause], calendar: Calendar, until: datetime) -> Clock:
    """A clock with more pauses than it had: what of the causes lies within its time."""
    until = max(until, clock.started_at)
    within = [
        replace(cause, start=max(cause.start, clock.started_at))
        for cause in causes
        if cause.start < until and (cause.end is None or cause.end > clock.started_at)
    ]
    return _measured(clock, (*clock.pauses, *within), calendar, until)


def holders(events: Sequence[Happened], calendar: Calendar, now: datetime) -> tuple[Held, ...]:
    """Who had the case and for how long; the minutes add up to those of the resolution clock."""
    pauses, stopped_at, _, _ = standstills(events)
    until = stopped_at or max(now, events[0].at)
    found: list[Held] = []
    unit_id, since, officer_id = events[0].unit_id or 0, events[0].at, events[0].officer_id
    for happened in (*events[1:], None):
        at = min(happened.at, until) if happened else until
        following = (happened.unit_id or unit_id, happened.officer_id) if happened else None
        if following == (unit_id, officer_id):
            continue
        if at > since:
            length = worked(calendar, since, at, pauses)
            found.append(Held(unit_id, officer_id, since, at, _minutes(length)))
        if following is not None:
            (unit_id, officer_id), since = following, at
    return tuple(found)


def _questions(events: Sequence[Happened]) -> list[tuple[Happened, Sequence[Happened]]]:
    """What wants an answer while none is pending, with what followed."""
    found, pending = [], True  # the first answer
    answered = False
    for place, happened in enumerate(events):
        if happened.event in ANSWERS or happened.event in DROPS:
            pending, answered = False, True
        elif happened.event is Event.ASKED_BACK and answered:
            pending = False
        elif happened.event in WANTS_ANSWER and not pending:
            pending = True
            found.append((happened, events[place + 1 :]))
    return found


@dataclass(frozen=True)
class _Fold:
    """The history of one case with what it is measured by."""

    events: Sequence[Happened]
    calendar: Calendar
    now: datetime
    limits: Limits

    def waiting(
        self,
        name: ClockName,
        start: Happened,
        later: Sequence[Happened],
        met_by: frozenset[Event],
    ) -> Clock:
        """A clock that nothing pauses, from a start to what it waits for."""
        end = next((one for one in later if one.event in met_by | DROPS), None)
        status = Status.RUNNING if end is None else Status.MET
        if end is not None and end.event not in met_by:
            status = Status.DROPPED
        promised = self._promised(name, start, later, end)
        clock = Clock(
            name, start.at, promised, promised, end.at if end else None, status, 0, 0, False
        )
        return _measured(clock, (), self.calendar, end.at if end else max(self.now, start.at))

    def resolution(self) -> Clock:
        sent = self.events[0]
        pauses, stopped_at, state, ended_at = standstills(self.events)
        promised = self._promised(ClockName.RESOLUTION, sent, self.events[1:], None)
        status = _resolution_status(state)
        clock = Clock(
            ClockName.RESOLUTION, sent.at, promised, promised, ended_at, status, 0, 0, False
        )
        until = stopped_at or max(self.now, sent.at)
        return _measured(clock, tuple(pauses), self.calendar, until)

    def _promised(
        self, name: ClockName, start: Happened, later: Sequence[Happened], end: Happened | None
    ) -> datetime:
        """The due set last: with the start, by a decision on the class, or calculated anew."""
        stop = later.index(end) if end is not None else len(later)
        moving = {Event.RECALCULATED} if name is ClockName.NEXT_ANSWER else SETS_DUES
        setting = (one for one in later[:stop] if one.event in moving)
        dues = [due for one in (start, *setting) if (due := _due(one, name)) is not None]
        if dues:
            return dues[-1]
        limit = self.limits.of(_STEP[name], case_class(self.events))
        return deadline(self.calendar, start.at, limit.duration)


_STEP = {
    ClockName.VERIFICATION: Step.VERIFY,
    ClockName.FIRST_ANSWER: Step.FIRST_ANSWER,
    ClockName.NEXT_ANSWER: Step.NEXT_ANSWER,
    ClockName.RESOLUTION: Step.RESOLUTION,
}


def _due(happened: Happened, name: ClockName) -> datetime | None:
    if name is ClockName.RESOLUTION:
        return happened.resolution_due
    return happened.verify_due if name is ClockName.VERIFICATION else happened.answer_due


def case_class(events: Sequence[Happened]) -> CaseClass:
    """The class as proposed or decided last."""
    return [one.case_class for one in events if one.case_class is not None][-1]


def _measured(clock: Clock, pauses: Sequence[Pause], calendar: Calendar, until: datetime) -> Clock:
    """The clock with its pauses, as it stands at `until`."""
    ended = [pause if pause.end else replace(pause, end=until) for pause in pauses]
    due = extend(calendar, clock.promised, ended)
    return replace(
        clock,
        due=due,
        elapsed=_minutes(worked(calendar, clock.started_at, until, ended)),
        share=share_used(calendar, clock.started_at, clock.promised, until, ended),
        overdue=until > due,
        pauses=tuple(pauses),
    )


def standstills(
    events: Sequence[Happened],
) -> tuple[list[Pause], datetime | None, State, datetime | None]:
    """The pauses that are over, since when the clock stands still now (None: it runs), the state,
    and when the case ended (None: it is open)."""
    pauses: list[Pause] = []
    stopped_at: datetime | None = None
    ended_at: datetime | None = None
    state = next_state(None, events[0].event)
    reason = state
    for happened in events[1:]:
        before, state = state, next_state(state, happened.event)
        still = state in WITH_CITIZEN or state in ENDED
        if still and stopped_at is None:
            stopped_at, reason = happened.at, state
        elif not still and stopped_at is not None:
            pauses.append(Pause(stopped_at, happened.at, reason.value))
            stopped_at = None
        if state in ENDED and before not in ENDED:
            ended_at = happened.at
        elif state not in ENDED:
            ended_at = None
    return pauses, stopped_at, state, ended_at


def _resolution_status(state: State) -> Status:
    if state in (State.WITHDRAWN, State.MERGED):
        return Status.DROPPED
    if state in ENDED:
        return Status.MET
    return Status.PAUSED if state in WITH_CITIZEN else Status.RUNNING


def _minutes(length: timedelta) -> float:
    return length / timedelta(minutes=1)
