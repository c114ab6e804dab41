"""The complaints of a span of time, as they stood at its end: received, answered, solved, late.

Pure: read from the events of each case before the end, so that the same span asked again gives
the same figures. A case counts for the unit that had it when the thing happened. Of a supervisory
case nothing is read but that it is there, and that only where `Span.supervisory` says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from models.complaints.causes import Causes
from models.complaints.history import CaseAt
from models.complaints.limits import CaseClass
from models.complaints.sla import ANSWERS, Clock, Clocks, Happened, Status
from models.complaints.states import Event
from models.reports.results import SOLVED, Check, Result, check, reason, result
from models.statistics import Length, Lengths, Mean, Part, lengths, mean_of, part


@dataclass(frozen=True, slots=True)
class Timed:
    """The lengths and the lateness of one case; working minutes."""

    verification: Length | None
    first_answer: Length | None
    resolution: Length | None
    late: bool  # some limit was passed
    answer_late: bool
    resolution_late: bool
    minutes: float  # of the resolution clock so far


@dataclass(frozen=True, slots=True)
class Line:
    """One case of the span, timed with and without its external causes."""

    case_id: int
    ticket: str
    category: str
    case_class: CaseClass
    unit_id: int  # that has it at the end of the span
    state: str
    result: Result
    received_at: datetime
    first_answer_due: datetime
    first_answered_at: datetime | None
    resolution_due: datetime
    ended_at: datetime | None
    timed: Timed
    without_causes: Timed
    caused: bool  # an external cause was accepted

    @property
    def late(self) -> bool:
        return self.timed.late


@dataclass(frozen=True, slots=True)
class Times:
    """The figures on time, once with the time of external causes and once without.

    answered, resolved: in time, of those that were answered (solved) in the span or are still
    open and late at its end.
    """

    late: int = 0
    verification: Lengths = field(default_factory=lambda: lengths(()))
    first_answer: Lengths = field(default_factory=lambda: lengths(()))
    resolution: Lengths = field(default_factory=lambda: lengths(()))
    answered: Part = field(default_factory=lambda: part(0, 0))
    resolved: Part = field(default_factory=lambda: part(0, 0))


@dataclass(frozen=True, slots=True)
class Complaints:
    """Figures of a span. `received` counts what was sent to the units or handed over to them by
    others. `late` of the times holds the cases whose limit passed: met too late in the span, or
    still open and past it at the end (`open_late` of them)."""

    received: int = 0
    answered: int = 0
    ended: tuple[tuple[Result, int], ...] = ()  # in the span, by how
    reasons: tuple[tuple[str, int], ...] = ()  # of those rejected or archived
    open: int = 0
    open_late: int = 0
    reopened: Part = field(default_factory=lambda: part(0, 0))  # of those answered in the span
    handling: Mean | None = None  # how citizens rate the handling
    handling_n: int = 0
    times: Times = field(default_factory=Times)
    without_causes: Times = field(default_factory=Times)
    causes: Causes = field(default_factory=Causes)
    check: Check = field(default_factory=lambda: check(0, (), supervisory=False))
    lines: tuple[Line, ...] = ()

    def ends(self, *how: Result) -> int:
        return sum(n for result_, n in self.ended if result_ in how)

    @property
    def solved(self) -> int:
        return self.ends(*SOLVED)


@dataclass(frozen=True, slots=True)
class Span:
    """[start, end) and the units whose part counts (None: all). supervisory: their number is
    told too."""

    start: datetime
    end: datetime
    unit_ids: frozenset[int] | None
    supervisory: bool = False

    def holds(self, at: datetime | None) -> bool:
        return at is not None and self.start <= at < self.end

    def concerns(self, unit_id: int) -> bool:
        """0 is no unit: what the inspectorate did counts nowhere."""
        return unit_id != 0 and (self.unit_ids is None or unit_id in self.unit_ids)


@dataclass(frozen=True)
class _Seen:
    """A case folded to the end of the span, and what of it belongs to the span."""

    case: CaseAt
    line: Line
    received: bool
    answered: bool
    ended: bool
    late: bool
    late_without: bool
    open_late: bool

    @property
    def open(self) -> bool:
        return self.line.result is Result.OPEN

    @property
    def counts(self) -> bool:
        return any((self.received, self.answered, self.ended, self.open, self.late))


def complaints(cases: Iterable[CaseAt], span: Span) -> Complaints:
    """The figures of the span, from cases as they stood at its end; others may be among them."""
    known = list(cases)
    seen = [one for case in known if not case.supervisory and (one := _see(case, span)).counts]
    lines = tuple(one.line for one in seen)
    scores = Counter(score for one in seen for score in _scores(one.case, span))
    counts = (scores[1], scores[2], scores[3], scores[4])
    received = sum(one.received for one in seen) + _supervisory(known, span)
    return Complaints(
        received=received,
        answered=sum(one.answered for one in seen),
        ended=tuple(sorted(Counter(one.line.result for one in seen if one.ended).items())),
        reasons=tuple(sorted(Counter(_reasons(seen)).items())),
        open=sum(one.open for one in seen),
        open_late=sum(one.open_late for one in seen),
        reopened=_reopened(seen, span),
        handling=mean_of(counts),
        handling_n=scores.total(),
        times=_times(lines, sum(one.late for one in seen), lambda line: line.timed),
        without_causes=_times(
            lines, sum(one.late_without for one in seen), lambda line: line.without_causes
        ),
        causes=causes_of(lines),
        check=_check(received, known, span),
        lines=lines,
    )


def _times(lines: Sequence[Line], late: int, timed: Callable[[Line], Timed]) -> Times:
    found = [timed(line) for line in lines]
    answers = [one for one in found if one.first_answer is not None]
    ends = [one for one in found if one.resolution is not None]
    return Times(
        late=late,
        verification=lengths(one.verification for one in found),
        first_answer=lengths(one.first_answer for one in answers),
        resolution=lengths(one.resolution for one in ends),
        answered=part(sum(not one.answer_late for one in answers), len(answers)),
        resolved=part(sum(not one.resolution_late for one in ends), len(ends)),
    )


def causes_of(lines: Iterable[Line]) -> Causes:
    """The part of external causes in these cases."""
    known = list(lines)
    minutes = sum(line.timed.minutes for line in known)
    return Causes(
        cases=sum(line.caused for line in known),
        of_cases=len(known),
        minutes=minutes - sum(line.without_causes.minutes for line in known),
        of_minutes=minutes,
    )


def _check(received: int, cases: Iterable[CaseAt], span: Span) -> Check:
    """Where everything received in the span stands at its end, beside the number received."""
    arrived = (case for case in cases if _arrived(case, span))
    results = (result(case, here=span.concerns(case.unit_id)) for case in arrived)
    return check(received, results, supervisory=span.supervisory)


def _supervisory(cases: Iterable[CaseAt], span: Span) -> int:
    return sum(case.supervisory and _arrived(case, span) for case in cases)


def _arrived(case: CaseAt, span: Span) -> bool:
    return (span.supervisory or not case.supervisory) and came_in(case.events, span)


def unit_at(events: Sequence[Happened], at: datetime) -> int:
    """The unit that has the case at an instant."""
    units = [one.unit_id for one in events if one.at <= at and one.unit_id is not None]
    return units[-1] if units else 0


def supervisory(events: Iterable[Happened]) -> bool:
    """Whether these events leave the case with the inspectorate."""
    return [one.supervisory for one in events if one.supervisory is not None][-1]


def came_in(events: Sequence[Happened], span: Span) -> bool:
    """Sent to one of the units in the span, or handed over to it by another one or by the
    inspectorate."""
    before, unit_id, secret = False, 0, False
    for event in events:
        unit_id = event.unit_id if event.unit_id is not None else unit_id
        secret = event.supervisory if event.supervisory is not None else secret
        now = span.concerns(unit_id) and (span.supervisory or not secret)
        if now and not before and span.holds(event.at):
            return True
        before = now
    return False


def first_answered(events: Sequence[Happened], span: Span) -> bool:
    """The citizen saw the first answer in the span, from one of the units."""
    first = next((event.at for event in events if event.event in ANSWERS), None)
    return first is not None and span.holds(first) and span.concerns(unit_at(events, first))


def _scores(case: CaseAt, span: Span) -> Iterable[int]:
    """The scores for the handling that were given in the span."""
    for one in case.events:
        given = one.event is Event.HANDLING_RATED and span.holds(one.at)
        if given and one.score is not None and span.concerns(unit_at(case.events, one.at)):
            yield one.score


def _reasons(seen: Iterable[_Seen]) -> Iterable[str]:
    return (why for one in seen if one.ended and (why := reason(one.case)))


def _reopened(seen: Iterable[_Seen], span: Span) -> Part:
    """Of the cases that got an answer in the span: those whose citizen reopened them after it."""
    answered = [times for one in seen if (times := _answers(one.case, span))]
    return part(sum(again for _, again in answered), len(answered))


def _answers(case: CaseAt, span: Span) -> tuple[datetime, bool] | None:
    """The first answer within the span by one of the units, and whether it was reopened later."""
    first = next(
        (
            one.at
            for one in case.events
            if one.event in ANSWERS
            and span.holds(one.at)
            and span.concerns(unit_at(case.events, one.at))
        ),
        None,
    )
    if first is None:
        return None
    return first, any(one.event is Event.REOPENED and one.at >= first for one in case.events)


def _see(case: CaseAt, span: Span) -> _Seen:
    here = span.concerns(case.unit_id)
    open_late = here and case.open and any(map(_unmet_late, case.clocks.every))
    open_late_without = here and case.open and any(map(_unmet_late, case.without_causes.every))
    stands = result(case, here=here)
    return _Seen(
        case=case,
        line=_line(case, stands, span),
        received=came_in(case.events, span),
        answered=_met_within(case.clocks.first_answer, case.events, span),
        ended=not case.open and here and span.holds(case.clocks.resolution.ended_at),
        late=open_late or _met_late(case.clocks, case.events, span),
        late_without=open_late_without or _met_late(case.without_causes, case.events, span),
        open_late=open_late,
    )


def _line(case: CaseAt, stands: Result, span: Span) -> Line:
    clocks = case.clocks
    answered = clocks.first_answer.status is Status.MET
    return Line(
        case_id=case.case_id,
        ticket=case.ticket,
        category=case.category,
        case_class=case.case_class,
        unit_id=case.unit_id,
        state=case.state.value,
        result=stands,
        received_at=case.received_at,
        first_answer_due=clocks.first_answer.due,
        first_answered_at=clocks.first_answer.ended_at if answered else None,
        resolution_due=clocks.resolution.due,
        ended_at=clocks.resolution.ended_at,
        timed=_timed(case, clocks, stands, span),
        without_causes=_timed(case, case.without_causes, stands, span),
        caused=any(one.excluded is not None for one in case.events),
    )


def _timed(case: CaseAt, clocks: Clocks, stands: Result, span: Span) -> Timed:
    """A rejection ends a case, it solves nothing: only what is solved has a time until then."""
    here = span.concerns(case.unit_id)
    solved = stands in SOLVED and _met_within(clocks.resolution, case.events, span)
    return Timed(
        verification=_length(clocks.verification, case, span, here),
        first_answer=_length(clocks.first_answer, case, span, here),
        resolution=_measured(clocks.resolution, met=solved, here=here and case.open),
        late=any(clock.overdue for clock in clocks.every),
        answer_late=clocks.first_answer.overdue,
        resolution_late=clocks.resolution.overdue,
        minutes=clocks.resolution.elapsed,
    )


def _length(clock: Clock, case: CaseAt, span: Span, here: bool) -> Length | None:
    return _measured(clock, met=_met_within(clock, case.events, span), here=here)


def _measured(clock: Clock, *, met: bool, here: bool) -> Length | None:
    """What was met in the span, or is open and late at its end in one of its units."""
    if met:
        return Length(clock.elapsed)
    return Length(clock.elapsed, unfinished=True) if here and _unmet_late(clock) else None


def _unmet_late(clock: Clock) -> bool:
    return clock.status in (Status.RUNNING, Status.PAUSED) and clock.overdue


def _met_late(clocks: Clocks, events: Sequence[Happened], span: Span) -> bool:
    return any(clock.overdue and _met_within(clock, events, span) for clock in clocks.every)


def _met_within(clock: Clock, events: Sequence[Happened], span: Span) -> bool:
    """What the clock waited for happened in the span, in one of its units."""
    at = clock.ended_at
    if at is None or clock.status is not Status.MET or not span.holds(at):
        return False
    return span.concerns(unit_at(events, at))
