"""An officer's record of one quarter: figures, each with the facts it is made of. No verdict.

Nothing here knows what the reader thinks of a text: sentiment is never part of a figure about a
person. Below `statistics.MINIMUM` facts there is no figure, so that it tells of no single citizen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from models.appraisal.tables import Evidence, EvidenceKind
from models.complaints import access, history, sla
from models.complaints.causes import Causes
from models.complaints.history import CaseAt
from models.complaints.sla import ANSWERS, Status
from models.complaints.tables import Case
from models.database import Transaction, table
from models.journal import JournalEntry, Kind
from models.people import Appointment
from models.ratings.tables import SCORES, Rating, Standing
from models.statistics import MINIMUM, Counts, Length, Lengths, Mean, lengths, mean_of
from models.worktime import Calendar, Pause, worked

_evidence, _ratings, _cases = table(Evidence), table(Rating), table(Case)
_journal, _appointments = table(JournalEntry), table(Appointment)


@dataclass(frozen=True, slots=True)
class RatedFact:
    """A rating given while the officer was on the roster. Nothing of who gave it."""

    rating_id: int
    unit_id: int
    at: datetime
    score: int  # as it stands


@dataclass(frozen=True, slots=True)
class CaseFact:
    """A case the officer answered, solved, or holds past its limit."""

    case_id: int
    ticket: str
    unit_id: int
    at: datetime  # of the answer or solution; of the receipt while there is none
    answered: bool
    resolved: bool
    first_answer: Length | None  # working minutes since the unit received it
    held: Length | None  # the part of it since the officer took it
    late: bool  # the first answer
    first_answer_without: Length | None  # the same with the time of external causes left out
    held_without: Length | None
    late_without: bool
    caused: bool  # an external cause was accepted


@dataclass(frozen=True, slots=True)
class Record:
    """One officer, one quarter. Figures are None below `MINIMUM` facts."""

    officer_id: int
    period: str
    until: datetime  # not part of it
    ratings: tuple[RatedFact, ...]
    counts: Counts
    mean: Mean | None
    cases: tuple[CaseFact, ...]
    first_answer: Lengths
    held: Lengths
    first_answer_without: Lengths  # with the time of external causes left out
    held_without: Lengths

    @property
    def causes(self) -> Causes:
        """The part of external causes in the time the officer held the cases."""
        timed = [case for case in self.cases if case.held is not None]
        minutes = sum(case.held.minutes for case in timed if case.held)
        left = sum(case.held_without.minutes for case in timed if case.held_without)
        caused = sum(case.caused for case in timed)
        return Causes(caused, len(timed), minutes - left, minutes)

    @property
    def answered(self) -> int:
        return sum(case.answered for case in self.cases)

    @property
    def resolved(self) -> int:
        return sum(case.resolved for case in self.cases)

    @property
    def open_late(self) -> int:
        """Cases still held without an answer, past the limit; they count as late."""
        return sum(bool(case.first_answer and case.first_answer.unfinished) for case in self.cases)

    @property
    def late(self) -> int:
        return sum(case.late for case in self.cases)

    @property
    def late_without(self) -> int:
        return sum(case.late_without for case in self.cases)


def record_of(tx: Transaction, officer_id: int, period: str, now: datetime, zone: str) -> Record:
    """The officer's record of a quarter such as "2026-Q4", as of `now` or the quarter's end.

    zone: of the officer's unit; it says when the quarter ends.
    """
    start, end = bounds(period, zone)
    until = max(start, min(end, now + timedelta.resolution))  # what happens at `now` counts
    rated = _rated(tx, officer_id, period)
    counts = _counts(rated)
    cases = _cases_of(tx, _Quarter(officer_id, period, start, until, until < end))
    return Record(
        officer_id=officer_id,
        period=period,
        until=until,
        ratings=rated,
        counts=counts,
        mean=mean_of(counts),
        cases=cases,
        first_answer=_lengths(case.first_answer for case in cases),
        held=_lengths(case.held for case in cases),
        first_answer_without=_lengths(case.first_answer_without for case in cases),
        held_without=_lengths(case.held_without for case in cases),
    )


def _lengths(found: Iterable[Length | None]) -> Lengths:
    return lengths(found, least=MINIMUM)


def bounds(period: str, zone: str) -> tuple[datetime, datetime]:
    """First instant of a quarter and of the next, as UTC. ValueError if it is none."""
    year, quarter = period.split("-Q")
    first = date(int(year), int(quarter) * 3 - 2, 1)
    following = (first + timedelta(days=93)).replace(day=1)
    midnights = (datetime.combine(day, time(), ZoneInfo(zone)) for day in (first, following))
    start, end = (midnight.astimezone(UTC) for midnight in midnights)
    return start, end


def before(period: str) -> str:
    """The quarter before this one."""
    year, quarter = (int(part) for part in period.split("-Q"))
    return f"{year}-Q{quarter - 1}" if quarter > 1 else f"{year - 1}-Q4"


def _rated(tx: Transaction, officer_id: int, period: str) -> tuple[RatedFact, ...]:
    rows = tx.execute(
        select(_ratings.c.id, _ratings.c.unit_id, _ratings.c.at, _ratings.c.score)
        .join_from(_evidence, _ratings, _evidence.c.rating_id == _ratings.c.id)
        .where(
            _evidence.c.officer_id == officer_id,
            _evidence.c.period == period,
            _evidence.c.kind == EvidenceKind.RATING,
            _ratings.c.standing == Standing.COUNTED.value,
        )
        .order_by(_ratings.c.at, _ratings.c.id)
    )
    return tuple(RatedFact(row.id, row.unit_id, row.at, row.score) for row in rows)


def _counts(rated: Sequence[RatedFact]) -> Counts:
    numbers = Counter(fact.score for fact in rated)
    one, two, three, four = (numbers[score] for score in SCORES)
    return one, two, three, four


@dataclass(frozen=True, slots=True)
class _Quarter:
    officer_id: int
    period: str
    start: datetime
    until: datetime
    running: bool  # it has not ended


def _cases_of(tx: Transaction, quarter: _Quarter) -> tuple[CaseFact, ...]:
    facts = _facts(tx, quarter)
    ids = _ordinary(tx, {*facts, *_touched(tx, quarter)})
    past = history.stand(tx, ids, now=quarter.until, before=quarter.until)
    measures = history.Measures(tx)
    found = [
        _case_fact(
            case, quarter, facts.get(case.case_id, {}), measures, _waits_for(tx, case, quarter)
        )
        for case in past
        if not case.supervisory or access.serves(tx, quarter.officer_id, case, quarter.until)
    ]
    return tuple(sorted((f for f in found if f), key=lambda fact: (fact.at, fact.case_id)))


def _ordinary(tx: Transaction, ids: set[int]) -> list[int]:
    """Without those of the inspectorate: the officer may be the one complained of."""
    rows = tx.execute(
        select(_cases.c.id).where(_cases.c.id.in_(ids), _cases.c.supervisory.is_(False))
    )
    return [row.id for row in rows]


def _facts(tx: Transaction, quarter: _Quarter) -> dict[int, dict[EvidenceKind, datetime]]:
    """By case, when the officer's evidence about it was made last."""
    rows = tx.execute(
        select(_evidence.c.case_id, _evidence.c.kind, _evidence.c.at)
        .where(
            _evidence.c.officer_id == quarter.officer_id,
            _evidence.c.period == quarter.period,
            _evidence.c.case_id.is_not(None),
        )
        .order_by(_evidence.c.at, _evidence.c.id)
    )
    facts: dict[int, dict[EvidenceKind, datetime]] = {}
    for row in rows:
        facts.setdefault(row.case_id, {})[row.kind] = row.at
    return facts


def _touched(tx: Transaction, quarter: _Quarter) -> set[int]:
    """Cases without an answer at the end that the officer held then: some wait past their limit.

    In the running quarter those held now; of a past one also those that were taken or given in the
    officer's units and went to somebody else since.
    """
    unanswered = _cases.c.first_answered_at.is_(None) | (
        _cases.c.first_answered_at >= quarter.until
    )
    holding = select(_cases.c.id).where(_cases.c.holder_id == quarter.officer_id, unanswered)
    if quarter.running:
        return {row[0] for row in tx.execute(holding)}
    served = select(_appointments.c.unit_id).where(
        _appointments.c.officer_id == quarter.officer_id, _appointments.c.unit_id.is_not(None)
    )
    got = (
        select(_journal.c.case_id)
        .join_from(_journal, _cases, _journal.c.case_id == _cases.c.id)
        .where(
            _journal.c.unit_id.in_(served),
            _journal.c.kind.in_((Kind.CASE_TAKEN.value, Kind.CASE_ASSIGNED.value)),
            _journal.c.data["holder"].as_integer() == quarter.officer_id,
            _journal.c.at < quarter.until,
            unanswered,
        )
    )
    return {row[0] for statement in (holding, got) for row in tx.execute(statement)}


def _case_fact(
    case: CaseAt,
    quarter: _Quarter,
    facts: dict[EvidenceKind, datetime],
    measures: history.Measures,
    waiting: bool,
) -> CaseFact | None:
    clock, without = case.clocks.first_answer, case.without_causes.first_answer
    if not facts and not waiting:
        return None
    mine = waiting or _first_answered_by(case, quarter)
    calendar = measures.of(case.events).calendar
    causes = sla.without_causes(case.events)

    def timed(minutes: float) -> Length | None:
        return Length(minutes, unfinished=waiting) if mine else None

    return CaseFact(
        case_id=case.case_id,
        ticket=case.ticket,
        unit_id=case.unit_id,
        at=max(facts.values(), default=case.received_at),
        answered=EvidenceKind.ANSWER in facts,
        resolved=EvidenceKind.RESOLUTION in facts,
        first_answer=timed(clock.elapsed),
        held=timed(_held(case, quarter, calendar)),
        late=mine and clock.overdue,
        first_answer_without=timed(without.elapsed),
        held_without=timed(_held(case, quarter, calendar, causes)),
        late_without=mine and without.overdue,
        caused=bool(causes),
    )


def _waits_for(tx: Transaction, case: CaseAt, quarter: _Quarter) -> bool:
    """Open, with this officer, without an answer and past the limit for one. Who has left the unit
    can no longer answer: the case is the unit's then."""
    clock = case.clocks.first_answer
    mine = case.open and case.holder_id == quarter.officer_id
    late = mine and clock.status is Status.RUNNING and clock.overdue
    return late and access.serves(tx, quarter.officer_id, case, quarter.until)


def _first_answered_by(case: CaseAt, quarter: _Quarter) -> bool:
    """The first answer is this officer's, in this quarter."""
    clock = case.clocks.first_answer
    if clock.ended_at is None or clock.status is not Status.MET:
        return False
    if not quarter.start <= clock.ended_at < quarter.until:
        return False
    return any(
        event.at == clock.ended_at and event.officer_id == quarter.officer_id
        for event in case.events
        if event.event in ANSWERS
    )


def _held(
    case: CaseAt, quarter: _Quarter, calendar: Calendar, pauses: Sequence[Pause] = ()
) -> float:
    """Working minutes for which the officer held the case without a break before the first answer,
    or until now."""
    end = case.clocks.first_answer.ended_at or quarter.until
    since = end
    for event in reversed([event for event in case.events if event.at <= end]):
        if event.officer_id != quarter.officer_id:
            break
        since = event.at
    within = [pause for pause in pauses if pause.start < end]
    return worked(calendar, since, end, within) / timedelta(minutes=1)
