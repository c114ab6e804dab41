"""The sheet of an officer and period: the record in the columns of the SKP form, and what people
decided on it. Chat, page, PDF, workbook and meeting pack show this one thing.

Evidence and words stand beside each other; nothing is added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from models.appraisal import leaders, terms
from models.appraisal.deciding import gathering
from models.appraisal.deciding.gathering import Gathered, Who, who
from models.appraisal.deciding.steps import Step
from models.appraisal.deciding.tables import Appraisal, AppraisalState, AppraisalStep
from models.appraisal.evidence import freezing
from models.appraisal.evidence.tables import Snapshot
from models.appraisal.indicators import Result
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.offices import Unit
from models.people import Officer


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the appraisal's file."""

    step: str
    by: str  # empty: the clock
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Frozen:
    """When the record was frozen, and what its snapshot is called by. amendments: their reasons."""

    at: datetime
    version: int
    hash: str
    amendments: tuple[str, ...]
    figure_ids: dict[str, int]  # by indicator


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided so far."""

    appraisal_id: int
    state: str  # AppraisalState
    appraiser_id: int
    work: str | None
    behaviour: str | None
    work_note: str
    behaviour_note: str
    contradiction: str
    rated_by: str
    predicate: str | None
    confirmed_by: str
    objection_until: datetime | None
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    period_id: int
    period: tuple[str, dict[str, str | int]]  # key and values of its name
    appraiser: Who | None
    record: Gathered
    frozen: Frozen | None  # None: the period runs, the figures move
    decided: Decided | None  # None: no appraisal is open yet


def sheet_of(
    tx: Transaction, officer_id: int, period_id: int, at: datetime, *, draft: bool = False
) -> Sheet:
    """As it stands at `at`: frozen, or gathered from what stands today.

    Ratings that nobody has confirmed are left out; draft: they are shown, for the appraiser alone.
    Asks for no rights: whoever shows it has asked.
    """
    snapshot = freezing.latest(tx, officer_id, period_id)
    if snapshot is not None:
        return of_snapshot(tx, snapshot, draft=draft)
    period = terms.period(tx, period_id)
    record = gathering.gather(tx, officer_id, period, at)
    return _sheet(tx, period, record, None, at)


def of_snapshot(tx: Transaction, snapshot: Snapshot, *, draft: bool = False) -> Sheet:
    """The sheet of one version of a frozen record, with what was decided until now."""
    period = terms.period(tx, snapshot.period_id)
    return _sheet(tx, period, thawed(tx, snapshot), _frozen(tx, snapshot), snapshot.at, draft=draft)


def _sheet(
    tx: Transaction,
    period: AppraisalPeriod,
    record: Gathered,
    frozen: Frozen | None,
    at: datetime,
    *,
    draft: bool = False,
) -> Sheet:
    officer_id, period_id = record.officer.officer_id, period.id or 0
    decided = _decided(tx, officer_id, period_id)
    return Sheet(
        period_id=period_id,
        period=terms.label(period),
        appraiser=_appraiser(tx, officer_id, decided, at),
        record=record,
        frozen=frozen,
        decided=decided if draft or decided is None else told(decided),
    )


TOLD = frozenset({AppraisalState.DELIVERED, AppraisalState.OBJECTED, AppraisalState.FINAL})
_NAMING = frozenset({Step.CONFIRMED, Step.DECIDED})


def told(decided: Decided) -> Decided:
    """Without ratings that are still the appraiser's own draft, and without their steps."""
    steps = tuple(decided.steps[n] for n in told_steps([one.step for one in decided.steps]))
    if decided.state in TOLD:
        return replace(decided, steps=steps)
    words = ("work_note", "behaviour_note", "contradiction", "rated_by", "confirmed_by")
    hidden: dict[str, Any] = dict.fromkeys(words, "") | {"objection_until": None}
    return replace(decided, work=None, behaviour=None, predicate=None, steps=steps, **hidden)


def told_steps(steps: Sequence[str]) -> list[int]:
    """Places of the steps that are no draft: ratings only once a predicate followed."""
    named = max((n for n, step in enumerate(steps) if step in _NAMING), default=-1)
    return [n for n, step in enumerate(steps) if step != Step.RATED or n < named]


def thawed(tx: Transaction, snapshot: Snapshot) -> Gathered:
    """The record a snapshot holds."""
    rows = freezing.figures(tx, snapshot.id or 0)
    results = {key: Result.from_json(row.result) for key, row in rows.items()}
    return gathering.from_json(snapshot.content, results)


def _frozen(tx: Transaction, snapshot: Snapshot) -> Frozen:
    versions = tx.session.exec(
        select(Snapshot)
        .where(Snapshot.officer_id == snapshot.officer_id, Snapshot.period_id == snapshot.period_id)
        .order_by(col(Snapshot.version))
    ).all()
    rows = freezing.figures(tx, snapshot.id or 0)
    return Frozen(
        at=versions[0].at,
        version=snapshot.version,
        hash=snapshot.hash,
        amendments=tuple(one.reason for one in versions if one.version > 1),
        figure_ids={key: row.id or 0 for key, row in rows.items()},
    )


def _decided(tx: Transaction, officer_id: int, period_id: int) -> Decided | None:
    found = tx.session.exec(
        select(Appraisal).where(
            Appraisal.officer_id == officer_id, Appraisal.period_id == period_id
        )
    ).first()
    if found is None:
        return None
    return Decided(
        appraisal_id=found.id or 0,
        state=found.state,
        appraiser_id=found.appraiser_id,
        work=found.work,
        behaviour=found.behaviour,
        work_note=found.work_note,
        behaviour_note=found.behaviour_note,
        contradiction=found.contradiction,
        rated_by=_name(tx, found.rated_by_id),
        predicate=found.predicate,
        confirmed_by=_name(tx, found.confirmed_by_id),
        objection_until=found.objection_until,
        steps=_steps(tx, found.id or 0),
    )


def _steps(tx: Transaction, appraisal_id: int) -> tuple[StepLine, ...]:
    rows = tx.session.exec(
        select(AppraisalStep)
        .where(AppraisalStep.appraisal_id == appraisal_id)
        .order_by(col(AppraisalStep.id))
    )
    return tuple(StepLine(row.step, _name(tx, row.officer_id), row.words, row.at) for row in rows)


def _appraiser(
    tx: Transaction, officer_id: int, decided: Decided | None, at: datetime
) -> Who | None:
    """Who was named when the record was frozen; before that, who would be today."""
    if decided is None:
        named = leaders.leader_of(tx, officer_id, at)
    else:
        named = tx.session.get_one(Officer, decided.appraiser_id)
    if named is None:
        return None
    unit: Unit | None = leaders.unit_of(tx, named.id or 0, at)
    return who(named, unit.name if unit else "")


def _name(tx: Transaction, officer_id: int | None) -> str:
    return tx.session.get_one(Officer, officer_id).name if officer_id is not None else ""
