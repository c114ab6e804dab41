"""The clocks of a case: its limits with their sources, and how much of them is used.

Three clocks, folded from what happened to the case; nothing else starts, stops or moves one:

- first answer: from the sending to the first message of an officer that the citizen can see;
- next answer: from each reply that wants an answer, and each reopening, to the next such message;
- resolution: from the sending to the end; it stands still while the citizen has the word.

A note, thanks, an edit, taking a case or handing it over leave every clock as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from models.complaints.states import ENDED, WITH_CITIZEN, Event, State, next_state
from models.worktime import (
    Calendar,
    Duration,
    Pause,
    Unit,
    deadline,
    extend,
    runs_into_undecreed_year,
    share_used,
    worked,
)


class CaseClass(StrEnum):
    """The classes of PermenPANRB 62/2018 by which a limit is set."""

    MINOR = "ringan"
    NORMATIVE = "normatif"
    ORDINARY = "tidak_berkadar"  # tidak berkadar pengawasan
    SUPERVISORY = "berkadar"  # berkadar pengawasan: bribes, abuse, violence, harassment
    REQUEST = "permintaan"  # a question or a wish


@dataclass(frozen=True)
class Limit:
    """A limit and where it comes from; the source is printed beside figures that used it."""

    duration: Duration
    source: str


def _working_days(days: int, source: str) -> Limit:
    return Limit(Duration(days, Unit.WORKING_DAYS), source)


_BY_CLASS = "PermenPANRB 62/2018 (diganti PermenPANRB 5/2025); Perpres 76/2013"
_PRACTICE = "praktik SP4N-LAPOR!"
RESOLUTION: dict[CaseClass, Limit] = {
    CaseClass.MINOR: _working_days(2, _BY_CLASS),
    CaseClass.NORMATIVE: _working_days(5, _BY_CLASS),
    CaseClass.ORDINARY: _working_days(14, _BY_CLASS),
    CaseClass.SUPERVISORY: _working_days(60, _BY_CLASS),
    CaseClass.REQUEST: _working_days(5, _PRACTICE),
}
FIRST_ANSWER = _working_days(5, _PRACTICE)
NEXT_ANSWER = _working_days(5, "seperti jawaban pertama")
AUTO_CLOSE = _working_days(10, _PRACTICE)
REOPEN_WITHIN = timedelta(days=30)  # calendar days after the end, as for filing (Perpres 76/2013)

# A proposal: whoever verifies a case may choose another class.
PROPOSED: dict[str, CaseClass] = {
    "persyaratan": CaseClass.NORMATIVE,
    "prosedur": CaseClass.NORMATIVE,
    "waktu": CaseClass.NORMATIVE,
    "biaya": CaseClass.NORMATIVE,
    "produk": CaseClass.NORMATIVE,
    "kompetensi": CaseClass.ORDINARY,
    "perilaku": CaseClass.ORDINARY,
    "sarana": CaseClass.ORDINARY,
    "pengaduan": CaseClass.ORDINARY,
    "pungli": CaseClass.SUPERVISORY,
    "keterlambatan": CaseClass.NORMATIVE,
    "informasi": CaseClass.REQUEST,
    "lainnya": CaseClass.ORDINARY,
}

SEEN_BY_CITIZEN = frozenset({Event.ANSWERED, Event.ASKED_BACK, Event.CLOSED, Event.REJECTED})
WANTS_ANSWER = frozenset({Event.CITIZEN_REPLIED, Event.REOPENED})


@dataclass(frozen=True)
class Happened:
    """One entry of the case's history. The dues are those promised then: a decree that comes
    later moves no open deadline by itself."""

    event: Event
    at: datetime
    category: str = ""  # with SENT
    case_class: CaseClass = CaseClass.ORDINARY  # with SENT
    answer_due: datetime | None = None  # with SENT, CITIZEN_REPLIED, REOPENED
    resolution_due: datetime | None = None  # with SENT
    actor_id: int | None = None  # people.id
    officer_id: int | None = None  # who holds the case after this
    unit_id: int | None = None  # with SENT and FORWARDED: whose case it is after this
    outcome: str = ""  # with CLOSED and REJECTED


class ClockName(StrEnum):
    FIRST_ANSWER = "first_answer"
    NEXT_ANSWER = "next_answer"
    RESOLUTION = "resolution"


class Status(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"  # the citizen has the word
    MET = "met"  # what it waited for happened
    DROPPED = "dropped"  # the citizen withdrew the case


@dataclass(frozen=True)
class Clock:
    """A clock at one instant. Minutes are working minutes."""

    name: ClockName
    started_at: datetime
    promised: datetime  # the end of the limit as first set
    due: datetime  # the same, moved by the pauses
    ended_at: datetime | None
    status: Status
    elapsed: float  # minutes
    share: float  # of the limit: 1.0 at its end, more when overdue
    overdue: bool  # ended, paused or still running past its end


@dataclass(frozen=True)
class Clocks:
    first_answer: Clock
    next_answers: tuple[Clock, ...]
    resolution: Clock

    @property
    def running(self) -> tuple[Clock, ...]:
        """Those that run, the one that ends first coming first."""
        every = (self.first_answer, *self.next_answers, self.resolution)
        return tuple(sorted((c for c in every if c.status is Status.RUNNING), key=lambda c: c.due))

    @property
    def next_due(self) -> Clock | None:
        return next(iter(self.running), None)

    @property
    def overdue(self) -> bool:
        """Whether a clock that still runs is past its end: such a case counts as late."""
        return any(clock.overdue for clock in self.running)


@dataclass(frozen=True)
class Promise:
    """The ends of the limits of a case received just now."""

    first_answer: datetime
    resolution: datetime
    undecreed: bool  # days off that are not decreed yet may move the resolution


def proposed_class(category: str) -> CaseClass:
    return PROPOSED.get(category, CaseClass.ORDINARY)


def promise(calendar: Calendar, received: datetime, case_class: CaseClass) -> Promise:
    resolution = deadline(calendar, received, RESOLUTION[case_class].duration)
    return Promise(
        first_answer=deadline(calendar, received, FIRST_ANSWER.duration),
        resolution=resolution,
        undecreed=runs_into_undecreed_year(calendar, resolution),
    )


def next_answer_due(calendar: Calendar, asked_at: datetime) -> datetime:
    return deadline(calendar, asked_at, NEXT_ANSWER.duration)


def silent_until(calendar: Calendar, since: datetime) -> datetime:
    """When a case closes by itself if the citizen, who has the word since then, keeps silent."""
    return deadline(calendar, since, AUTO_CLOSE.duration)


def clocks(events: Sequence[Happened], calendar: Calendar, now: datetime) -> Clocks:
    """Every clock of a case as it stands at `now`.

    events: everything that happened before `now`, oldest first, the sending at its head.
    calendar: that of the unit it was sent to; handing over moves no promised deadline.
    """
    if not events or events[0].event is not Event.SENT:
        raise ValueError("a case begins with its sending")
    sent, later = events[0], events[1:]
    return Clocks(
        _answer_clock(ClockName.FIRST_ANSWER, sent, later, calendar, now),
        tuple(
            _answer_clock(ClockName.NEXT_ANSWER, asked, rest, calendar, now)
            for asked, rest in _questions(events)
        ),
        _resolution_clock(events, calendar, now),
    )


def _questions(events: Sequence[Happened]) -> list[tuple[Happened, Sequence[Happened]]]:
    """What wants an answer while none is pending, with what followed."""
    found, pending = [], True  # the first answer
    for place, happened in enumerate(events):
        if happened.event in SEEN_BY_CITIZEN:
            pending = False
        elif happened.event in WANTS_ANSWER and not pending:
            pending = True
            found.append((happened, events[place + 1 :]))
    return found


def _answer_clock(
    name: ClockName,
    start: Happened,
    later: Sequence[Happened],
    calendar: Calendar,
    now: datetime,
) -> Clock:
    limit = FIRST_ANSWER if name is ClockName.FIRST_ANSWER else NEXT_ANSWER
    due = start.answer_due or deadline(calendar, start.at, limit.duration)
    stops = SEEN_BY_CITIZEN | {Event.WITHDRAWN}
    end = next((happened for happened in later if happened.event in stops), None)
    status = Status.RUNNING if end is None else Status.MET
    if end is not None and end.event is Event.WITHDRAWN:
        status = Status.DROPPED
    until = end.at if end else max(now, start.at)
    return Clock(
        name=name,
        started_at=start.at,
        promised=due,
        due=due,
        ended_at=end.at if end else None,
        status=status,
        elapsed=_minutes(worked(calendar, start.at, until)),
        share=share_used(calendar, start.at, due, until),
        overdue=until > due,
    )


def _resolution_clock(events: Sequence[Happened], calendar: Calendar, now: datetime) -> Clock:
    sent = events[0]
    limit = RESOLUTION[sent.case_class].duration
    promised = sent.resolution_due or deadline(calendar, sent.at, limit)
    pauses, stopped_at, state, ended_at = _standstills(events)
    until = stopped_at or max(now, sent.at)
    due = extend(calendar, promised, pauses)
    return Clock(
        name=ClockName.RESOLUTION,
        started_at=sent.at,
        promised=promised,
        due=due,
        ended_at=ended_at,
        status=_resolution_status(state),
        elapsed=_minutes(worked(calendar, sent.at, until, pauses)),
        share=share_used(calendar, sent.at, promised, until, pauses),
        overdue=until > due,
    )


def _standstills(
    events: Sequence[Happened],
) -> tuple[list[Pause], datetime | None, State, datetime | None]:
    """The pauses that are over, since when the clock stands still now (None: it runs), the state,
    and when the case ended (None: it is open)."""
    pauses: list[Pause] = []
    stopped_at: datetime | None = None
    ended_at: datetime | None = None
    state = next_state(None, events[0].event)
    for happened in events[1:]:
        before, state = state, next_state(state, happened.event)
        still = state in WITH_CITIZEN or state in ENDED
        if still and stopped_at is None:
            stopped_at = happened.at
        elif not still and stopped_at is not None:
            pauses.append(Pause(stopped_at, happened.at))
            stopped_at = None
        if state in ENDED and before not in ENDED:
            ended_at = happened.at
        elif state not in ENDED:
            ended_at = None
    return pauses, stopped_at, state, ended_at


def _resolution_status(state: State) -> Status:
    if state is State.WITHDRAWN:
        return Status.DROPPED
    if state in ENDED:
        return Status.MET
    return Status.PAUSED if state in WITH_CITIZEN else Status.RUNNING


def _minutes(length: timedelta) -> float:
    return length / timedelta(minutes=1)
