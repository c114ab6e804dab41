"""What an officer's record of a period holds, in the columns of the SKP form: planned results with
their realisation by evidence and continuous feedback, the seven behaviours, and own words.

While the period runs it is gathered from what stands today; when the record is frozen, `to_json` of
it is the content of the snapshot, and `from_json` gives the same back. The figures themselves stand
in rows of their own and are put in their places again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from models.appraisal import leaders, terms
from models.appraisal.evidence import figures, own_words
from models.appraisal.evidence.figures import Computed
from models.appraisal.feedback import queries as feedback
from models.appraisal.feedback.queries import NoteLine, Seen
from models.appraisal.feedback.tables import Value
from models.appraisal.feedback.witness import WITNESSED
from models.appraisal.indicators import Against, Result, against
from models.appraisal.skp import plans, reports
from models.appraisal.skp.plans import Indicator, Plan
from models.appraisal.skp.reports import Reported
from models.appraisal.skp.tables import Aspect, Block, Direction, Source
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.offices import Office, Unit
from models.people import Officer


@dataclass(frozen=True, slots=True)
class Who:
    """A civil servant as the form names one."""

    officer_id: int
    nip: str
    name: str
    position: str
    unit: str


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    indicator_id: int  # of `PlannedIndicator`
    aspect: Aspect
    text: str
    target: float  # in `measure`
    wanted: float  # the target as figures are counted: a share from 0 to 1
    measure: str
    direction: Direction
    source: Source
    indicator: str | None  # key of the catalogue, with source SYSTEM
    result: Result | None  # by evidence, with source SYSTEM
    against: Against | None  # the target, where there is a figure
    reported: float | None  # with source REPORTED
    words: str  # what the officer reported
    proofs: tuple[int, ...]  # ids of `Proof`


@dataclass(frozen=True, slots=True)
class ResultLine:
    result_id: int
    place: int
    block: Block
    leader_result: str
    text: str
    indicators: tuple[IndicatorLine, ...]
    notes: tuple[NoteLine, ...]  # continuous feedback on it


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One of the seven values: what the leader expects, what colleagues observed, what citizens can
    witness, notes on it."""

    value: Value
    observed: tuple[Seen, ...]
    figures: tuple[tuple[str, Result | None], ...]  # that citizens witness, by key
    notes: tuple[NoteLine, ...]
    expectation: str = ""  # the leader's, as the plan has it


@dataclass(frozen=True, slots=True)
class Gathered:
    """An officer's record of a period up to an instant."""

    officer: Who
    unit_id: int
    zone: str
    plan_id: int | None  # None: no plan is agreed
    plan_version: int | None
    results: tuple[ResultLine, ...]
    others: tuple[tuple[str, Result | None], ...]  # figures that no planned indicator uses, by key
    behaviours: tuple[Behaviour, ...]
    notes: tuple[NoteLine, ...]  # on no value, and on no result of the plan
    own_words: str


def gather(
    tx: Transaction,
    officer_id: int,
    period: AppraisalPeriod,
    now: datetime,
    computed: Mapping[str, Computed] | None = None,
) -> Gathered:
    """The record as it stands at `now`; computed: its figures, where they are known already."""
    found = figures.computed(tx, officer_id, period, now) if computed is None else computed
    results = {key: one.result for key, one in found.items()}
    return _Gathering(tx, officer_id, period, now, results).whole()


class _Gathering:
    def __init__(
        self,
        tx: Transaction,
        officer_id: int,
        period: AppraisalPeriod,
        now: datetime,
        results: Mapping[str, Result],
    ) -> None:
        self._tx = tx
        self._officer_id = officer_id
        self._period = period
        self._results = results
        self._unit = _unit(tx, officer_id, period)
        start, end = terms.bounds(period, self._unit.zone)
        self._at = max(start, min(now, end))
        self._notes = feedback.notes(tx, officer_id, start, self._at)
        self._seen = dict(feedback.summary(tx, officer_id, period.id or 0, now))
        self._plan = plans.agreed(tx, officer_id, period.last_day.year, min(now, end))
        self._same = plans.forebears(tx, self._plan) if self._plan else {}

    def whole(self) -> Gathered:
        plan = self._plan
        lines = self._lines(plan) if plan else ()
        placed = {note.id for line in lines for note in line.notes}
        used = {one.indicator for line in lines for one in line.indicators}
        witnessed = {key for keys in WITNESSED.values() for key in keys}
        return Gathered(
            officer=self._who(),
            unit_id=self._unit.id or 0,
            zone=self._unit.zone,
            plan_id=plan.id if plan else None,
            plan_version=plan.version if plan else None,
            results=lines,
            others=tuple((k, v) for k, v in self._results.items() if k not in used | witnessed),
            behaviours=tuple(self._behaviour(value) for value in Value),
            notes=tuple(n for n in self._notes if n.id not in placed and n.value is None),
            own_words=own_words.of(self._tx, self._officer_id, self._period.id or 0),
        )

    def _who(self) -> Who:
        officer = self._tx.session.get_one(Officer, self._officer_id)
        return who(officer, self._unit.name)

    def _lines(self, plan: Plan) -> tuple[ResultLine, ...]:
        ids = [one.id for result in plan.results for one in result.indicators]
        reported = reports.realised(self._tx, ids, self._period.id or 0)
        return tuple(
            ResultLine(
                result_id=result.id,
                place=result.place,
                block=result.block,
                leader_result=result.leader_result,
                text=result.text,
                indicators=tuple(self._line(i, reported.get(i.id)) for i in result.indicators),
                notes=tuple(n for n in self._notes if n.result_id in self._same[result.id]),
            )
            for result in plan.results
        )

    def _line(self, planned: Indicator, reported: Reported | None) -> IndicatorLine:
        result = self._results.get(planned.indicator) if planned.indicator else None
        return IndicatorLine(
            indicator_id=planned.id,
            aspect=planned.aspect,
            text=planned.text,
            target=planned.target,
            wanted=planned.wanted,
            measure=planned.measure,
            direction=planned.direction,
            source=planned.source,
            indicator=planned.indicator,
            result=result,
            against=_against(result, planned.wanted, planned.direction),
            reported=reported.value if reported else None,
            words=reported.words if reported else "",
            proofs=reported.proofs if reported else (),
        )

    def _behaviour(self, value: Value) -> Behaviour:
        keys = [key for key in WITNESSED.get(value, ()) if key in self._results]
        return Behaviour(
            value=value,
            observed=self._seen.get(value, ()),
            figures=tuple((key, self._results[key]) for key in keys),
            notes=tuple(note for note in self._notes if note.value == value),
            expectation=self._plan.expectations.get(value, "") if self._plan else "",
        )


def _unit(tx: Transaction, officer_id: int, period: AppraisalPeriod) -> Unit:
    """Where the officer served last in the period."""
    office = tx.session.get_one(Office, period.office_id)
    _, end = terms.bounds(period, office.zone)
    found = leaders.unit_until(tx, officer_id, period.office_id, end)
    if found is None:
        raise Refused("record-without-unit")
    return found


def who(officer: Officer, unit: str) -> Who:
    return Who(officer.id or 0, officer.nip, officer.name, officer.position, unit)


def _against(result: Result | None, target: float, direction: Direction) -> Against | None:
    return None if result is None else against(result, target, direction)


# --- frozen and thawed


def to_json(record: Gathered) -> dict[str, Any]:
    """The content of a snapshot: everything but the results of figures, which have their rows."""
    return dict(_adapter().dump_python(_placed(record, {}), mode="json"))


def from_json(content: Mapping[str, Any], results: Mapping[str, Result]) -> Gathered:
    """The record as it was frozen; results: of its figures, by key. ValueError: it is no record."""
    return _placed(_adapter().validate_python(content), results)


@cache
def _adapter() -> TypeAdapter[Gathered]:
    return TypeAdapter(Gathered)


def _placed(record: Gathered, results: Mapping[str, Result]) -> Gathered:
    """With these results in the places of the figures, and none where there is none."""
    return replace(
        record,
        results=tuple(
            replace(line, indicators=tuple(_put(one, results) for one in line.indicators))
            for line in record.results
        ),
        others=_put_all(record.others, results),
        behaviours=tuple(
            replace(one, figures=_put_all(one.figures, results)) for one in record.behaviours
        ),
    )


def _put(line: IndicatorLine, results: Mapping[str, Result]) -> IndicatorLine:
    return replace(line, result=results.get(line.indicator) if line.indicator else None)


def _put_all(
    keyed: Sequence[tuple[str, Result | None]], results: Mapping[str, Result]
) -> tuple[tuple[str, Result | None], ...]:
    return tuple((key, results.get(key)) for key, _ in keyed)
