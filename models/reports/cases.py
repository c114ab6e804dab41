"""The complaints of a span of time, as they stood at its end: received, answered, solved, late.

Pure: read from the events of each case before the end, so that the same span asked again gives
the same figures. A case counts for the unit that had it when the thing happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from models.complaints.history import CaseAt
from models.complaints.sla import ANSWERS, Clock, Clocks, Happened, Status
from models.complaints.states import State
from models.statistics import Length, Lengths, lengths


@dataclass(frozen=True, slots=True)
class Line:
    """One case of the span. Lengths are working minutes; `late`: some limit was passed."""

    case_id: int
    ticket: str
    category: str
    unit_id: int  # that has it at the end of the span
    state: str
    received_at: datetime
    first_answer_due: datetime
    first_answered_at: datetime | None
    first_answer: Length | None
    resolution_due: datetime
    ended_at: datetime | None
    resolution: Length | None
    late: bool


@dataclass(frozen=True, slots=True)
class Complaints:
    """Figures of a span. `received` counts what was sent to the units or handed over to them by
    others. `late` holds the cases whose limit passed: met too late in the span, or
    still open and past it at the end (`open_late` of them)."""

    received: int = 0
    answered: int = 0
    solved: int = 0
    rejected: int = 0
    open: int = 0
    late: int = 0
    open_late: int = 0
    first_answer: Lengths = field(default_factory=lambda: lengths(()))
    resolution: Lengths = field(default_factory=lambda: lengths(()))
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """[start, end) and the units whose part counts (None: all)."""

    start: datetime
    end: datetime
    unit_ids: frozenset[int] | None

    def holds(self, at: datetime | None) -> bool:
        return at is not None and self.start <= at < self.end

    def concerns(self, unit_id: int) -> bool:
        return self.unit_ids is None or unit_id in self.unit_ids


@dataclass(frozen=True)
class _Seen:
    """A case folded to the end of the span, and what of it belongs to the span."""

    line: Line
    received: bool
    answered: bool
    solved: bool
    rejected: bool
    open: bool
    late: bool
    open_late: bool

    @property
    def counts(self) -> bool:
        return any((self.received, self.answered, self.solved, self.rejected, self.open, self.late))


def complaints(cases: Iterable[CaseAt], span: Span) -> Complaints:
    """The figures of the span, from cases as they stood at its end; others may be among them."""
    seen = [one for case in cases if (one := _see(case, span)).counts]
    lines = tuple(one.line for one in seen)
    return Complaints(
        received=sum(one.received for one in seen),
        answered=sum(one.answered for one in seen),
        solved=sum(one.solved for one in seen),
        rejected=sum(one.rejected for one in seen),
        open=sum(one.open for one in seen),
        late=sum(one.late for one in seen),
        open_late=sum(one.open_late for one in seen),
        first_answer=lengths(line.first_answer for line in lines),
        resolution=lengths(line.resolution for line in lines),
        lines=lines,
    )


def unit_at(events: Sequence[Happened], at: datetime) -> int:
    """The unit that has the case at an instant."""
    units = [one.unit_id for one in events if one.at <= at and one.unit_id is not None]
    return units[-1] if units else 0


def came_in(events: Sequence[Happened], span: Span) -> bool:
    """Sent to one of the units in the span, or handed over to it by another one."""
    before = False
    for event in events:
        if event.unit_id is None:
            continue
        now = span.concerns(event.unit_id)
        if now and not before and span.holds(event.at):
            return True
        before = now
    return False


def first_answered(events: Sequence[Happened], span: Span) -> bool:
    """The citizen saw the first answer in the span, from one of the units."""
    first = next((event.at for event in events if event.event in ANSWERS), None)
    return first is not None and span.holds(first) and span.concerns(unit_at(events, first))


def _see(case: CaseAt, span: Span) -> _Seen:
    here = span.concerns(case.unit_id)
    answer, resolution = case.clocks.first_answer, case.clocks.resolution
    answered = _met_within(answer, case.events, span)
    ended = _met_within(resolution, case.events, span)
    solved = ended and case.state is State.SOLVED  # a rejection ends a case, it solves nothing
    open_late = here and case.open and any(map(_unmet_late, _all(case.clocks)))
    return _Seen(
        line=_line(case, _length(answer, answered, here), _length(resolution, solved, here)),
        received=came_in(case.events, span),
        answered=answered,
        solved=solved,
        rejected=ended and case.state in (State.REJECTED, State.ARCHIVED),
        open=here and case.open,
        late=open_late or _met_late(case.clocks, case.events, span),
        open_late=open_late,
    )


def _line(case: CaseAt, first_answer: Length | None, resolution: Length | None) -> Line:
    clocks = case.clocks
    answered = clocks.first_answer.status is Status.MET
    return Line(
        case_id=case.case_id,
        ticket=case.ticket,
        category=case.category,
        unit_id=case.unit_id,
        state=case.state.value,
        received_at=case.received_at,
        first_answer_due=clocks.first_answer.due,
        first_answered_at=clocks.first_answer.ended_at if answered else None,
        first_answer=first_answer,
        resolution_due=clocks.resolution.due,
        ended_at=clocks.resolution.ended_at,
        resolution=resolution,
        late=any(clock.overdue for clock in _all(clocks)),
    )


def _length(clock: Clock, met: bool, here: bool) -> Length | None:
    """What was met in the span, or is open and late at its end in one of its units."""
    if met:
        return Length(clock.elapsed)
    return Length(clock.elapsed, unfinished=True) if here and _unmet_late(clock) else None


def _unmet_late(clock: Clock) -> bool:
    return clock.status in (Status.RUNNING, Status.PAUSED) and clock.overdue


def _met_late(clocks: Clocks, events: Sequence[Happened], span: Span) -> bool:
    return any(clock.overdue and _met_within(clock, events, span) for clock in _all(clocks))


def _met_within(clock: Clock, events: Sequence[Happened], span: Span) -> bool:
    """What the clock waited for happened in the span, in one of its units."""
    at = clock.ended_at
    if at is None or clock.status is not Status.MET or not span.holds(at):
        return False
    return span.concerns(unit_at(events, at))


def _all(clocks: Clocks) -> tuple[Clock, ...]:
    return clocks.every
