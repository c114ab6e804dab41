"""Plans as others read them: the one that held at an instant, one by its id, those a leader sees.

What changes them is in `dialogue` and `drafting`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select as sa_select
from sqlmodel import col, select

from models.appraisal import leaders
from models.appraisal.leaders import Standing
from models.appraisal.skp.content import expectations_of
from models.appraisal.skp.tables import (
    Aspect,
    Block,
    Direction,
    PerformancePlan,
    PlannedIndicator,
    PlannedResult,
    PlanState,
    PlanStep,
    Side,
    Source,
)
from models.appraisal.values import Value
from models.database import Transaction
from models.errors import Refused
from models.local_days import local_day
from models.people import Officer

OPEN = (PlanState.DRAFT, PlanState.PROPOSED, PlanState.CHANGE_ASKED)
BOTH_AGREED = (PlanState.AGREED, PlanState.REPLACED)
READERS = tuple(Standing)  # a plan says nothing about a person; peers still have no part in it


@dataclass(frozen=True, slots=True)
class Indicator:
    id: int
    place: int
    aspect: Aspect
    text: str
    target: float  # in `measure`: a share in percent, a document 1
    measure: str
    direction: Direction
    source: Source
    indicator: str | None  # key of `models.appraisal.indicators`, with source SYSTEM

    @property
    def wanted(self) -> float:
        """The target as figures of the system are counted: a share from 0 to 1."""
        share = self.source is Source.SYSTEM and self.measure == "%"
        return self.target / 100 if share else self.target


@dataclass(frozen=True, slots=True)
class Result:
    id: int
    place: int  # from 1, over both blocks
    block: Block
    text: str
    leader_result: str  # the leader's result it serves, in words; may be empty
    leader_result_id: int | None  # its row, where the leader's plan has it
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    id: int
    officer_id: int
    unit_id: int
    leader_id: int
    year: int
    version: int
    state: PlanState
    results: tuple[Result, ...]
    holder: Side  # whose turn it is, while it is open
    reason: str  # why there is a new version
    changed_at: datetime
    officer_confirmed_at: datetime | None
    leader_confirmed_at: datetime | None
    expectations: Mapping[Value, str] = field(default_factory=dict)  # the leader's, of behaviours

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def agreed_at(self) -> datetime | None:
        """When both had confirmed it."""
        if self.state not in BOTH_AGREED:
            return None
        given = (self.officer_confirmed_at, self.leader_confirmed_at)
        return max(at for at in given if at is not None)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(one for result in self.results for one in result.indicators)


@dataclass(frozen=True, slots=True)
class Taken:
    """A step of the dialogue: who took it, in which words, when."""

    step: str  # skp.dialogue.Step
    by: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Led:
    """An officer whom a leader leads, with the plan that stands open and the one that holds."""

    officer: Officer
    open: PerformancePlan | None
    agreed: PerformancePlan | None


# --- one plan


def plan(tx: Transaction, plan_id: int) -> Plan:
    """Refuses an id that is none."""
    row = tx.session.get(PerformancePlan, plan_id)
    if row is None:
        raise Refused("not-for-you")
    return _read(tx, [row])[0]


def agreed(tx: Transaction, officer_id: int, year: int, at: datetime) -> Plan | None:
    """The version that held at an instant: the last one that both had confirmed by then."""
    found = [
        (both, row)
        for row in _rows(tx, [officer_id], year)
        if row.state in BOTH_AGREED and (both := _both_at(row)) is not None and both <= at
    ]
    if not found:
        return None
    return _read(tx, [max(found, key=lambda one: one[1].version)[1]])[0]


def newest(tx: Transaction, officer_id: int, year: int) -> Plan | None:
    """The one to show: the version that stands open, or else the one that holds."""
    rows = _rows(tx, [officer_id], year)
    row = _open(rows) or _holding(rows)
    return _read(tx, [row])[0] if row else None


def holding(tx: Transaction, officer_id: int, year: int) -> Plan | None:
    """The version that holds now."""
    row = _holding(_rows(tx, [officer_id], year))
    return _read(tx, [row])[0] if row else None


def versions(tx: Transaction, officer_id: int, year: int) -> list[PerformancePlan]:
    """All versions, the first one first; also those that were dropped."""
    return _rows(tx, [officer_id], year)


def steps(tx: Transaction, plan_id: int) -> list[Taken]:
    """The dialogue about one version, from its beginning."""
    rows = tx.session.exec(
        select(PlanStep, Officer)
        .join(Officer, col(Officer.id) == PlanStep.officer_id)
        .where(PlanStep.plan_id == plan_id)
        .order_by(col(PlanStep.id))
    )
    return [Taken(step.step, officer.name, step.words, step.at) for step, officer in rows]


def of_led(tx: Transaction, leader_id: int, year: int, at: datetime) -> list[Led]:
    """Those whom an officer leads, by name, each with the plan of the year."""
    officers = leaders.led_by(tx, leader_id, at)
    rows: dict[int, list[PerformancePlan]] = defaultdict(list)
    for row in _rows(tx, [one.id or 0 for one in officers], year):
        rows[row.officer_id].append(row)
    return [Led(one, _open(rows[one.id or 0]), _holding(rows[one.id or 0])) for one in officers]


def readable(tx: Transaction, plan_id: int, by: int, at: datetime) -> tuple[Plan, Standing]:
    """A plan, for whom the record of its officer is open; refuses everybody else."""
    row = tx.session.get(PerformancePlan, plan_id)
    standing = leaders.standing(tx, row.officer_id, by, at) if row else None
    if row is None or standing not in READERS:
        raise Refused("not-for-you")
    return _read(tx, [row])[0], standing


def forebears(tx: Transaction, one: Plan) -> dict[int, frozenset[int]]:
    """For each of its results the same result in earlier versions, itself among them: what was
    noted on any of them is noted on it."""
    above = _chain(tx, PlannedResult, [result.id for result in one.results])
    return {now: frozenset(ids) for now, ids in above.items()}


def earlier(tx: Transaction, indicator_ids: Iterable[int]) -> dict[int, list[int]]:
    """For each indicator the same one in earlier versions, itself first."""
    return _chain(tx, PlannedIndicator, list(indicator_ids))


def this_year(zone: str, at: datetime) -> int:
    return local_day(zone, at).year


# --- beneath


def _rows(tx: Transaction, officer_ids: Sequence[int], year: int) -> list[PerformancePlan]:
    statement = select(PerformancePlan).where(
        col(PerformancePlan.officer_id).in_(officer_ids), PerformancePlan.year == year
    )
    return list(tx.session.exec(statement.order_by(col(PerformancePlan.version))))


def _open(rows: Sequence[PerformancePlan]) -> PerformancePlan | None:
    return next((row for row in rows if row.state in OPEN), None)


def _holding(rows: Sequence[PerformancePlan]) -> PerformancePlan | None:
    return next((row for row in reversed(rows) if row.state == PlanState.AGREED), None)


def _both_at(row: PerformancePlan) -> datetime | None:
    if row.officer_confirmed_at is None or row.leader_confirmed_at is None:
        return None
    return max(row.officer_confirmed_at, row.leader_confirmed_at)


def _read(tx: Transaction, rows: Sequence[PerformancePlan]) -> list[Plan]:
    """Each with its results and their indicators, in three looks for all of them."""
    results = _results(tx, [row.id or 0 for row in rows])
    return [
        Plan(
            id=row.id or 0,
            officer_id=row.officer_id,
            unit_id=row.unit_id,
            leader_id=row.leader_id,
            year=row.year,
            version=row.version,
            state=PlanState(row.state),
            results=tuple(results[row.id or 0]),
            holder=Side(row.holder),
            reason=row.reason,
            changed_at=row.changed_at,
            officer_confirmed_at=row.officer_confirmed_at,
            leader_confirmed_at=row.leader_confirmed_at,
            expectations=expectations_of(row.expectations),
        )
        for row in rows
    ]


# Columns and not objects: rows of a draft are taken away and put back under the same ids.
_RESULT = (
    col(PlannedResult.id),
    col(PlannedResult.plan_id),
    col(PlannedResult.place),
    col(PlannedResult.block),
    col(PlannedResult.text),
    col(PlannedResult.leader_result),
    col(PlannedResult.leader_result_id),
)
_INDICATOR = (
    col(PlannedIndicator.id),
    col(PlannedIndicator.result_id),
    col(PlannedIndicator.place),
    col(PlannedIndicator.aspect),
    col(PlannedIndicator.text),
    col(PlannedIndicator.target),
    col(PlannedIndicator.measure),
    col(PlannedIndicator.direction),
    col(PlannedIndicator.source),
    col(PlannedIndicator.indicator),
)


def _results(tx: Transaction, plan_ids: Sequence[int]) -> dict[int, list[Result]]:
    found = tx.session.execute(
        sa_select(*_RESULT)
        .where(col(PlannedResult.plan_id).in_(plan_ids))
        .order_by(col(PlannedResult.place))
    ).all()
    indicators = _indicators(tx, [row.id for row in found])
    listed: dict[int, list[Result]] = defaultdict(list)
    for row in found:
        listed[row.plan_id].append(
            Result(
                id=row.id,
                place=row.place,
                block=Block(row.block),
                text=row.text,
                leader_result=row.leader_result,
                leader_result_id=row.leader_result_id,
                indicators=tuple(indicators[row.id]),
            )
        )
    return listed


def _indicators(tx: Transaction, result_ids: Sequence[int]) -> dict[int, list[Indicator]]:
    found = tx.session.execute(
        sa_select(*_INDICATOR)
        .where(col(PlannedIndicator.result_id).in_(result_ids))
        .order_by(col(PlannedIndicator.place))
    )
    listed: dict[int, list[Indicator]] = defaultdict(list)
    for row in found:
        listed[row.result_id].append(
            Indicator(
                id=row.id,
                place=row.place,
                aspect=Aspect(row.aspect),
                text=row.text,
                target=row.target,
                measure=row.measure,
                direction=Direction(row.direction),
                source=Source(row.source),
                indicator=row.indicator,
            )
        )
    return listed


def _chain(
    tx: Transaction, model: type[PlannedResult] | type[PlannedIndicator], ids: Sequence[int]
) -> dict[int, list[int]]:
    """Each row with those it continues, the nearest first; one look for each version."""
    chains = {one: [one] for one in ids}
    ends = {one: one for one in ids}  # the last known of a chain -> its beginning
    while ends:
        rows = tx.session.execute(
            sa_select(col(model.id), col(model.continues_id)).where(
                col(model.id).in_(list(ends)), col(model.continues_id).is_not(None)
            )
        ).all()
        ends = {row.continues_id: ends[row.id] for row in rows}
        for before, beginning in ends.items():
            chains[beginning].append(before)
    return chains
