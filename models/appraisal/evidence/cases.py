"""What a case says about those who held it: their own time, and their part where it came too late.

A case handed over is split by the time held. The parts of one clock add up to the clock, and the
parts of one late case to one; handing over moves neither sum. What nobody held is the unit's, and
so is what lay with somebody who had left it. Supervisory cases never come here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from models.complaints import sla
from models.complaints.history import CaseAt
from models.complaints.sla import ANSWERS, WORD_OF_OFFICER, Clock, Happened, Status
from models.complaints.states import ENDED, Event, State, next_state
from models.worktime import Calendar, Duration, Pause, Unit, deadline, extend, worked

ONE_DAY = Duration(1, Unit.WORKING_DAYS)  # answered within it: the promise of the coaching plan
MINUTE = timedelta(minutes=1)

Spans = Sequence[tuple[datetime, datetime | None]]
"""When somebody served; an open end is None."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which one holder had the case without a break."""

    unit_id: int
    officer_id: int | None  # None: it lay with the unit
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """What one holder has in a clock. Minutes are working minutes.

    late: the holder's part of the lateness, 0 to 1; 0 where the case is in time.
    """

    unit_id: int
    officer_id: int | None
    minutes: float
    minutes_without: float  # with the time of external causes left out
    late: float
    late_without: float
    last: bool  # held it when the clock ended, or still does
    lately: bool  # held it within the period


@dataclass(frozen=True, slots=True)
class Timed:
    """One clock of a case, as it stood at the end of the period or of the clock."""

    at: datetime  # when it ended; of one that still runs, until when it was measured
    running: bool
    late: bool
    late_without: bool
    elapsed: float  # working minutes
    elapsed_without: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one holder's word in a case: once for a case, holder and period."""

    unit_id: int
    officer_id: int | None
    at: datetime
    confirmed: bool | None  # False: closed by silence; None: not over
    reopened: bool


@dataclass(frozen=True, slots=True)
class CaseFact:
    """A case with what it adds to a period. A clock that adds nothing is None."""

    case_id: int
    ticket: str
    unit_id: int  # whose it was at the end of the period
    category: str
    received_at: datetime
    caused: bool  # an external cause was accepted
    first_answer: Timed | None
    in_a_day: Timed | None  # the first answer, measured by one working day
    resolution: Timed | None
    verdicts: tuple[Verdict, ...]

    @property
    def timed(self) -> Iterator[Timed]:
        yield from (one for one in (self.first_answer, self.in_a_day, self.resolution) if one)

    def concerns(self, officer_id: int | None) -> bool:
        """Whether anything of it is this officer's; None: the unit's."""
        if any(verdict.officer_id == officer_id for verdict in self.verdicts):
            return True
        return any(part.officer_id == officer_id for one in self.timed for part in one.parts)


class Served:
    """When each officer could work on the cases of each unit."""

    def __init__(self, spans: dict[tuple[int, int], Spans]) -> None:
        """spans: by officer and unit."""
        self._spans = spans

    def split(self, stretch: Stretch) -> Iterator[Stretch]:
        """A stretch, with what lay after its holder had left given to the unit."""
        if stretch.officer_id is None:
            yield stretch
            return
        since = stretch.start
        for start, end in self._spans.get((stretch.officer_id, stretch.unit_id), ()):
            first, last = max(start, since), min(end or stretch.end, stretch.end)
            if first > last or (first == last and stretch.start < stretch.end):
                continue
            if since < first:
                yield replace(stretch, officer_id=None, start=since, end=first)
            yield replace(stretch, start=first, end=last)
            since = last
        if since < stretch.end:
            yield replace(stretch, officer_id=None, start=since)


def fact(
    case: CaseAt, calendar: Calendar, served: Served, start: datetime, until: datetime
) -> CaseFact | None:
    """What a case adds to [start, until); None: nothing. The case as it stood at `until`."""
    if case.supervisory:
        return None
    held = [part for one in stretches(case.events, until) for part in served.split(one)]
    fold = _Fold(case, calendar, held, start, until)
    found = CaseFact(
        case_id=case.case_id,
        ticket=case.ticket,
        unit_id=case.unit_id,
        category=case.category,
        received_at=case.received_at,
        caused=bool(sla.without_causes(case.events)),
        first_answer=fold.first_answer(),
        in_a_day=fold.in_a_day(),
        resolution=fold.resolution(),
        verdicts=tuple(verdicts(case.events, start, until)),
    )
    return found if any(found.timed) or found.verdicts else None


def stretches(events: Sequence[Happened], until: datetime) -> list[Stretch]:
    """Who had the case from its sending until an instant, without gaps."""
    found: list[Stretch] = []
    unit_id, officer_id, since = events[0].unit_id or 0, events[0].officer_id, events[0].at
    for happened in events[1:]:
        following = (happened.unit_id or unit_id, happened.officer_id)
        if following != (unit_id, officer_id):
            found.append(Stretch(unit_id, officer_id, since, happened.at))
            (unit_id, officer_id), since = following, happened.at
    found.append(Stretch(unit_id, officer_id, since, max(until, since)))
    return found


@dataclass(frozen=True, slots=True)
class _Fold:
    """One case, with who had it, measured for one period."""

    case: CaseAt
    calendar: Calendar
    held: Sequence[Stretch]
    start: datetime
    until: datetime

    def first_answer(self) -> Timed | None:
        return self._answer(self.case.clocks.first_answer, self.case.without_causes.first_answer)

    def in_a_day(self) -> Timed | None:
        """The same clock against one working day of the unit's calendar."""
        clock, without = self.case.clocks.first_answer, self.case.without_causes.first_answer
        due = deadline(self.calendar, clock.started_at, ONE_DAY)
        end = clock.ended_at or self.until
        extended = extend(self.calendar, due, _ended(without.pauses, end))
        return self._answer(
            replace(clock, overdue=end > due), replace(without, overdue=end > extended)
        )

    def _answer(self, clock: Clock, without: Clock) -> Timed | None:
        if clock.status is Status.MET and clock.ended_at is not None:
            if not self.start <= clock.ended_at < self.until:
                return None
            return self._timed(clock, without, clock.ended_at, running=False)
        if clock.status is not Status.RUNNING or not clock.overdue:
            return None  # nobody waits any more, or there is time yet
        return self._timed(clock, without, self.until, running=True)

    def resolution(self) -> Timed | None:
        """Of a case that ended in the period, or is open at its end and over its limit."""
        clock, without = self.case.clocks.resolution, self.case.without_causes.resolution
        ended = clock.status is Status.MET
        if clock.status is Status.DROPPED or not (ended or clock.overdue):
            return None
        if clock.ended_at is not None and not self.start <= clock.ended_at < self.until:
            return None
        _, stopped_at, _, _ = sla.standstills(self.case.events)
        return self._timed(clock, without, stopped_at or self.until, running=not ended)

    def _timed(self, clock: Clock, without: Clock, end: datetime, *, running: bool) -> Timed:
        late = clock.overdue
        late_without = late and without.overdue
        shares = _Shares(self.calendar, clock, without, end)
        return Timed(
            at=clock.ended_at or self.until,
            running=running,
            late=late,
            late_without=late_without,
            elapsed=clock.elapsed,
            elapsed_without=without.elapsed,
            parts=tuple(self._parts(shares, late, late_without)),
        )

    def _parts(self, shares: _Shares, late: bool, late_without: bool) -> Iterator[Part]:
        """By holder, in the order in which they got it. Who held it for no working time at all has
        a part only by ending the clock."""
        last = _holder_at(self.held, shares.end)
        for key in dict.fromkeys((one.unit_id, one.officer_id) for one in self.held):
            own = [one for one in self.held if (one.unit_id, one.officer_id) == key]
            minutes, without = shares.minutes(own)
            if not minutes and key != last:
                continue
            yield Part(
                *key,
                minutes=minutes,
                minutes_without=without,
                late=_share(minutes, shares.clock.elapsed, key == last) if late else 0.0,
                late_without=(
                    _share(without, shares.without.elapsed, key == last) if late_without else 0.0
                ),
                last=key == last,
                lately=any(one.end > self.start for one in own),
            )


@dataclass(frozen=True, slots=True)
class _Shares:
    """Measures stretches by a clock and by the one without external causes."""

    calendar: Calendar
    clock: Clock
    without: Clock
    end: datetime

    def minutes(self, own: Iterable[Stretch]) -> tuple[float, float]:
        spans = [
            (max(one.start, self.clock.started_at), min(one.end, self.end))
            for one in own
            if one.start < self.end
        ]
        plain = self._worked(spans, self.clock.pauses)
        if self.without.pauses == self.clock.pauses:
            return plain, plain
        return plain, self._worked(spans, self.without.pauses)

    def _worked(self, spans: Sequence[tuple[datetime, datetime]], pauses: Sequence[Pause]) -> float:
        ended = _ended(pauses, self.end)
        times = (worked(self.calendar, start, end, ended) for start, end in spans)
        return sum(times, timedelta()) / MINUTE


def _ended(pauses: Iterable[Pause], end: datetime) -> list[Pause]:
    return [pause if pause.end else replace(pause, end=max(end, pause.start)) for pause in pauses]


def _holder_at(held: Sequence[Stretch], end: datetime) -> tuple[int, int | None]:
    """Who had it at an instant: who acted just then, where it changed hands."""
    had = [one for one in held if one.start <= end] or held[:1]
    return had[-1].unit_id, had[-1].officer_id


def _share(minutes: float, elapsed: float, last: bool) -> float:
    """The part of a lateness; of one without any working time, all is with who had it last."""
    if elapsed > 0:
        return minutes / elapsed
    return 1.0 if last else 0.0


# --- what the citizen said of it


def verdicts(events: Sequence[Happened], start: datetime, until: datetime) -> Iterator[Verdict]:
    """By holder of the answer, what became of it in [start, until)."""
    found: dict[tuple[int, int | None], Verdict] = {}
    for author, at, confirmed, reopened in _outcomes(events):
        if not start <= at < until:
            continue
        before = found.get(author)
        found[author] = Verdict(
            *author,
            at=at,
            confirmed=None if reopened else confirmed,
            reopened=reopened or (before is not None and before.reopened),
        )
    yield from found.values()


_Outcome = tuple[tuple[int, int | None], datetime, bool | None, bool]


def _outcomes(events: Sequence[Happened]) -> Iterator[_Outcome]:
    """Each answer that the citizen confirmed, left without a word, or did not accept. A
    confirmation after silence takes its place, and belongs to the day of the silence."""
    state = next_state(None, events[0].event)
    author, answered, unit_id = (events[0].unit_id or 0, events[0].officer_id), False, 0
    waiting: _Outcome | None = None
    for one in events:
        unit_id = one.unit_id or unit_id
        before, state = state, _after(state, one)
        if one.event in WORD_OF_OFFICER:
            answered, author = one.event in ANSWERS, (unit_id, one.officer_id)
        if not answered:
            continue
        if one.event is Event.REOPENED:
            yield from (waiting,) if waiting else ()
            waiting, answered = None, False
            yield author, one.at, None, True
        elif state is State.SOLVED and one.event in (Event.CONFIRMED, Event.CLOSED_BY_SILENCE):
            since = waiting[1] if waiting and before in ENDED else one.at
            waiting = (author, since, one.event is Event.CONFIRMED, False)
    if waiting:
        yield waiting


def _after(state: State, happened: Happened) -> State:
    return state if happened.event is Event.SENT else next_state(state, happened.event)
