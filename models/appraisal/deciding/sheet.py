"""The sheet of an officer and period in the columns of the SKP form: what chat, page, PDF, workbook
and meeting pack show alike. Evidence and words stand beside each other; nothing is added up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.appraisal.feedback.tables import NoteKind, Relation, Value
from models.appraisal.indicators import Against, Result
from models.appraisal.skp.tables import Aspect, Block, Direction, Source


@dataclass(frozen=True, slots=True)
class Who:
    """A civil servant as the form names one."""

    officer_id: int
    nip: str
    name: str
    position: str
    unit: str


@dataclass(frozen=True, slots=True)
class Note:
    """Continuous feedback: signed and dated."""

    by: str
    relation: Relation
    kind: NoteKind
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    indicator_id: int
    aspect: Aspect
    text: str
    target: float
    measure: str
    direction: Direction
    source: Source
    indicator: str | None  # key of the catalogue, with source SYSTEM
    figure_id: int | None  # frozen; None while the period runs
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
    notes: tuple[Note, ...]  # continuous feedback on it


@dataclass(frozen=True, slots=True)
class Observed:
    """Answers about one value by those of one relation. levels: how many chose 1 to 4; None where
    too few answered to be told. texts: shuffled, masked."""

    relation: Relation
    levels: tuple[int, int, int, int] | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One of the seven values: what colleagues observed, what citizens can witness, notes on it."""

    value: Value
    observed: tuple[Observed, ...]
    figures: tuple[tuple[str, Result], ...]  # indicators that citizens witness, by key
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the appraisal's file."""

    step: str
    by: str  # empty: the clock
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sheet:
    officer: Who
    appraiser: Who | None
    period_id: int
    period: tuple[str, dict[str, str | int]]  # key and values of its name
    zone: str
    frozen_at: datetime | None  # None: the period runs, the figures move
    version: int  # of the snapshot: 1, or more after amendments
    amendments: tuple[str, ...]  # their reasons
    snapshot_hash: str
    plan_version: int | None  # None: no plan is agreed
    results: tuple[ResultLine, ...]
    others: tuple[tuple[str, Result], ...]  # figures that no planned indicator uses, by key
    behaviours: tuple[Behaviour, ...]
    notes: tuple[Note, ...]  # on no result and no value
    own_words: str
    # decided by people; None until then
    appraisal_id: int | None
    state: str  # AppraisalState, or ""
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
