"""The figures of an officer and period: the facts as records of each indicator, and the pure rules
over them.

A figure is made of what the officer served or held; the unit's others stand beside it, and draw it
towards them where there is little. What was set aside by an accepted contest stays in the record
and is left out of the second figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from models.appraisal import indicators
from models.appraisal.evidence import contests, facts, voices
from models.appraisal.evidence.cases import CaseFact, Part, Timed, Verdict
from models.appraisal.evidence.contests import Aside
from models.appraisal.evidence.facts import AnswerFact, RatingFact, UnitFacts, VisitFact
from models.appraisal.indicators import CATALOGUE, Inputs, Others, Record, RecordKind, Result
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.local_days import local_day
from models.offices import Unit
from models.ratings import survey_sums

INDEX_UNIT = 3600  # the sums keep an index in so many parts of a point

Records = Mapping[int | None, Sequence[Record]]
"""By officer; None: what nobody held, the unit's."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure with all it takes to compute it again."""

    key: str
    formula: int
    inputs: Inputs
    result: Result


@dataclass(frozen=True, slots=True)
class Pool:
    """The facts of one unit or several, each fact once."""

    unit_ids: frozenset[int]
    visits: tuple[VisitFact, ...]
    ratings: tuple[RatingFact, ...]
    answers: tuple[AnswerFact, ...]
    cases: tuple[CaseFact, ...]

    @classmethod
    def of(cls, units: Sequence[UnitFacts]) -> Pool:
        return cls(
            unit_ids=frozenset(one.unit_id for one in units),
            visits=tuple(fact for one in units for fact in one.visits),
            ratings=tuple(fact for one in units for fact in one.ratings),
            answers=tuple(fact for one in units for fact in one.answers),
            cases=tuple({fact.case_id: fact for one in units for fact in one.cases}.values()),
        )


def computed(
    tx: Transaction, officer_id: int, period: AppraisalPeriod, now: datetime
) -> dict[str, Computed]:
    """The officer's figures of a period up to now, by key, in the order of the catalogue."""
    return Figures(tx, period, now).of(officer_id)


@dataclass
class Figures:
    """The figures of many officers of a period, each unit read once."""

    tx: Transaction
    period: AppraisalPeriod
    now: datetime
    _units: dict[tuple[int, RecordKind], UnitFacts] = field(default_factory=dict)
    _pools: dict[tuple[tuple[int, ...], RecordKind], dict[str, Records]] = field(
        default_factory=dict
    )
    _indices: dict[tuple[int, ...], Others] = field(default_factory=dict)

    def of(self, officer_id: int) -> dict[str, Computed]:
        return {key: self.one(officer_id, key) for key in CATALOGUE}

    def one(self, officer_id: int, key: str) -> Computed:
        """One figure alone."""
        inputs = self._inputs(officer_id, self._unit_ids(officer_id), key)
        formula = CATALOGUE[key].formula
        return Computed(key, formula, inputs, indicators.compute(key, formula, inputs))

    def _unit_ids(self, officer_id: int) -> tuple[int, ...]:
        """Of the period's office: what was done in another one stands in the record of that."""
        period = self.period
        key = ("units of", officer_id, period.office_id, period.first_day, period.last_day)

        def read() -> tuple[int, ...]:
            found = facts.units_of(self.tx, officer_id, period.first_day, period.last_day)
            return tuple(
                unit_id
                for unit_id in found
                if self.tx.session.get_one(Unit, unit_id).office_id == period.office_id
            )

        return self.tx.once(key, read)

    def _inputs(self, officer_id: int, unit_ids: tuple[int, ...], key: str) -> Inputs:
        if CATALOGUE[key].of_unit:
            return Inputs(others=self._index(unit_ids))
        by_officer = self._records(unit_ids, CATALOGUE[key].kind)[key]
        others = [
            records for whose, records in by_officer.items() if whose not in (None, officer_id)
        ]
        own = tuple(by_officer.get(officer_id, ()))
        return Inputs(own, indicators.others_of(key, others))

    def _records(self, unit_ids: tuple[int, ...], kind: RecordKind) -> dict[str, Records]:
        if (unit_ids, kind) not in self._pools:
            pool = Pool.of([self._unit(unit_id, kind) for unit_id in unit_ids])
            keys = [key for key, known in CATALOGUE.items() if known.kind is kind and key in _MADE]
            self._pools[unit_ids, kind] = records_of(pool, _set_aside(self.tx, pool), keys)
        return self._pools[unit_ids, kind]

    def _unit(self, unit_id: int, kind: RecordKind) -> UnitFacts:
        """The facts of one kind: who looks at one figure need not wait for all."""
        if (unit_id, kind) not in self._units:
            unit = self.tx.session.get_one(Unit, unit_id)
            first, last = self.period.first_day, self.period.last_day
            found = facts.of_unit(self.tx, unit, first, last, self.now, (kind,))
            self._units[unit_id, kind] = _settled(found, self._today(unit))
        return self._units[unit_id, kind]

    def _today(self, unit: Unit) -> date:
        return local_day(unit.zone, self.now)

    def _index(self, unit_ids: tuple[int, ...]) -> Others:
        """The mean index of the units' complete questionnaires: nobody's own."""
        if unit_ids not in self._indices:
            found = survey_sums.moments(
                self.tx,
                unit_ids,
                self.period.first_day,
                self._last_told(unit_ids),
                [survey_sums.INDEX],
            ).get(survey_sums.INDEX, survey_sums.NOTHING)
            value = found.total / (found.n * INDEX_UNIT) if found.n else None
            self._indices[unit_ids] = Others(found.n, value)
        return self._indices[unit_ids]

    def _last_told(self, unit_ids: tuple[int, ...]) -> date:
        """Of a running period the Sunday before today; of one that has ended its last day."""
        last = self.period.last_day
        units = [self.tx.session.get_one(Unit, unit_id) for unit_id in unit_ids]
        today = min((self._today(unit) for unit in units), default=last)
        return last if today > last else voices.monday(today) - timedelta(days=1)


def _settled(found: UnitFacts, today: date) -> UnitFacts:
    """Without the voices that may not be told yet, while the period runs."""
    if today > found.span.last:
        return found
    return replace(
        found,
        ratings=tuple(_told(found.ratings, today)),
        answers=tuple(_told(found.answers, today)),
    )


Voice = TypeVar("Voice", RatingFact, AnswerFact)


def _told(found: Sequence[Voice], today: date) -> Iterator[Voice]:
    by_officer: dict[int, list[Voice]] = defaultdict(list)
    for one in found:
        by_officer[one.officer_id].append(one)
    for said in by_officer.values():
        yield from voices.told(said, lambda one: one.day, today)


def sources(inputs: Inputs) -> dict[RecordKind, tuple[int, ...]]:
    """The ids a figure is made of, by kind."""
    found: dict[RecordKind, list[int]] = defaultdict(list)
    for record in inputs.records:
        found[record.kind].append(record.id)
    return {kind: tuple(ids) for kind, ids in found.items()}


# --- facts as records


def records_of(
    pool: Pool, aside: Aside = frozenset(), keys: Collection[str] | None = None
) -> dict[str, Records]:
    """By indicator (all, or these keys), what each person has in it; together with what nobody held
    it is the unit's."""
    found: dict[str, Records] = {}
    for key in _MADE if keys is None else keys:
        by_officer: dict[int | None, list[Record]] = defaultdict(list)
        for officer_id, record, named in _MADE[key](pool):
            if officer_id is not None and (officer_id, *named) in aside:
                record = replace(record, set_aside=True)
            by_officer[officer_id].append(record)
        found[key] = by_officer
    return found


def _set_aside(tx: Transaction, pool: Pool) -> Aside:
    """By the contests of those whose facts are here."""
    officers: set[int | None] = {rating.officer_id for rating in pool.ratings}
    officers |= {answer.officer_id for answer in pool.answers}
    for case in pool.cases:
        officers |= {part.officer_id for one in case.timed for part in one.parts}
        officers |= {verdict.officer_id for verdict in case.verdicts}
    return contests.set_aside(tx, sorted(one for one in officers if one is not None))


_Named = tuple[RecordKind, int]
"""What a contest of a record names: a rating or a case."""

_Made = Iterator[tuple[int | None, Record, _Named]]
"""Whose, the record, and its name in a contest."""


def _visits(make: Callable[[VisitFact], Record | None]) -> Callable[[Pool], _Made]:
    def made(pool: Pool) -> _Made:
        for fact in pool.visits:
            record = make(fact)
            if record is not None:
                yield fact.officer_id, record, (RecordKind.VISIT, fact.visit_id)

    return made


def _served(fact: VisitFact) -> Record:
    return Record(RecordKind.VISIT, fact.visit_id)


def _within(fact: VisitFact) -> Record | None:
    if fact.within is None:
        return None
    return Record(RecordKind.VISIT, fact.visit_id, score=float(fact.within))


def _took(fact: VisitFact) -> Record | None:
    if fact.minutes is None:
        return None
    return Record(RecordKind.VISIT, fact.visit_id, minutes=fact.minutes)


def _ratings(pool: Pool) -> _Made:
    for fact in pool.ratings:
        record = Record(RecordKind.RATING, fact.rating_id, score=float(fact.score))
        yield fact.officer_id, record, (RecordKind.RATING, fact.rating_id)


def _answers(element: str) -> Callable[[Pool], _Made]:
    def made(pool: Pool) -> _Made:
        for fact in pool.answers:
            if element in fact.scores:
                score = float(fact.scores[element])
                record = Record(RecordKind.ANSWER, fact.response_id, score=score)
                yield fact.officer_id, record, (RecordKind.RATING, fact.rating_id)

    return made


def _clock(name: str, make: Callable[[CaseFact, Timed, Part], Record]) -> Callable[[Pool], _Made]:
    """A clock of each case, by who held it. One that still runs is of those who held it lately."""

    def made(pool: Pool) -> _Made:
        for fact in pool.cases:
            timed: Timed | None = getattr(fact, name)
            if timed is None:
                continue
            for officer_id, part in _parts(timed, pool.unit_ids):
                if part.lately or not timed.running:
                    yield officer_id, make(fact, timed, part), (RecordKind.CASE, fact.case_id)

    return made


def _parts(timed: Timed, unit_ids: frozenset[int]) -> Iterable[tuple[int | None, Part]]:
    """By person, what was held in these units; in two of them it is one part."""
    found: dict[int | None, Part] = {}
    for part in timed.parts:
        if part.unit_id in unit_ids:
            before = found.get(part.officer_id)
            found[part.officer_id] = part if before is None else _together(before, part)
    return found.items()


def _together(one: Part, other: Part) -> Part:
    return replace(
        one,
        minutes=one.minutes + other.minutes,
        minutes_without=one.minutes_without + other.minutes_without,
        late=one.late + other.late,
        late_without=one.late_without + other.late_without,
        last=one.last or other.last,
        lately=one.lately or other.lately,
    )


def _length(fact: CaseFact, timed: Timed, part: Part) -> Record:
    left = part.minutes_without if _caused(fact, timed) else None
    running = timed.running and part.last
    return Record(
        RecordKind.CASE,
        fact.case_id,
        minutes=part.minutes,
        running=running,
        minutes_without=left,
    )


def _in_time(fact: CaseFact, timed: Timed, part: Part) -> Record:
    """1 in time; of a late case what is not the holder's part of the lateness."""
    left = 1 - part.late_without if _caused(fact, timed) else None
    return Record(
        RecordKind.CASE,
        fact.case_id,
        score=1 - part.late,
        running=timed.running and part.last,
        score_without=left,
    )


def _caused(fact: CaseFact, timed: Timed) -> bool:
    """An external cause was accepted, and lies within this clock."""
    return fact.caused and timed.elapsed != timed.elapsed_without


def _verdicts(score: Callable[[Verdict], float | None]) -> Callable[[Pool], _Made]:
    def made(pool: Pool) -> _Made:
        for fact in pool.cases:
            of = {one.officer_id: one for one in fact.verdicts if one.unit_id in pool.unit_ids}
            for officer_id, verdict in of.items():
                record = Record(RecordKind.CASE, fact.case_id, score=score(verdict))
                yield officer_id, record, (RecordKind.CASE, fact.case_id)

    return made


def _confirmed(verdict: Verdict) -> float | None:
    """Silence is evidence of nothing."""
    if verdict.confirmed:
        return 1.0
    return 0.0 if verdict.reopened else None


def _reopened(verdict: Verdict) -> float:
    return float(verdict.reopened)


_MADE: Mapping[str, Callable[[Pool], _Made]] = {
    "visits_served": _visits(_served),
    "visits_within": _visits(_within),
    "visit_time": _visits(_took),
    "first_answer": _clock("first_answer", _length),
    "answered_in_a_day": _clock("in_a_day", _in_time),
    "solved_on_time": _clock("resolution", _in_time),
    "confirmed": _verdicts(_confirmed),
    "reopened": _verdicts(_reopened),
    "satisfaction_competence": _answers("kompetensi"),
    "satisfaction_conduct": _answers("perilaku"),
    "satisfaction_time": _answers("waktu"),
    "satisfaction": _ratings,
}
