"""The plan of a civil servant for a year (SKP), its versions, and what was reached by report.

The form is that of PermenPANRB 6/2022: planned results, main and additional, each linked to one of
the leader's; under each, indicators of quantity, quality, time and cost with a target.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime

# A draft's rows are taken away and put back: an id that was let go must not come to mean another
# row, neither for a button that still shows it nor for the rows that are put back after it.
_NEVER_AGAIN = {"sqlite_autoincrement": True}


class PlanState(StrEnum):
    """Who may act next, while it is open, says the plan's `holder`."""

    DRAFT = "draft"  # its holder writes it
    PROPOSED = "proposed"  # confirmed by one side; the holder agrees, asks for a change or changes
    CHANGE_ASKED = "change_asked"  # back with the holder, with the other's words
    AGREED = "agreed"  # confirmed by both; changed only by a new version
    REPLACED = "replaced"  # a later version was agreed
    DROPPED = "dropped"  # a version that was given up before it was agreed


class Side(StrEnum):
    """Whose turn it is, or whose confirmation: the two who agree on a plan."""

    OFFICER = "officer"
    LEADER = "leader"


class Block(StrEnum):
    MAIN = "main"  # utama
    ADDITIONAL = "additional"  # tambahan


class Aspect(StrEnum):
    QUANTITY = "quantity"  # kuantitas
    QUALITY = "quality"  # kualitas
    TIME = "time"  # waktu
    COST = "cost"  # biaya


class Direction(StrEnum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Source(StrEnum):
    """Where the realisation comes from."""

    SYSTEM = "system"  # an indicator of `models.appraisal.indicators`
    REPORTED = "reported"  # a figure the officer reports, with proof
    DOCUMENT = "document"  # a document: there or not


class PerformancePlan(SQLModel, table=True):
    """One version of an officer's plan for a year. At most one that is not agreed, replaced or
    dropped stands open; the agreed one of the highest version holds."""

    __tablename__ = "performance_plans"
    __table_args__ = (UniqueConstraint("officer_id", "year", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id")
    unit_id: int = Field(foreign_key="units.id", index=True)
    leader_id: int = Field(foreign_key="officers.id", index=True)  # officers.id
    year: int
    version: int = 1
    state: PlanState = Field(default=PlanState.DRAFT, sa_type=String)
    holder: Side = Field(default=Side.OFFICER, sa_type=String)  # whose turn it is
    reason: str = ""  # why there is a new version; the first has none
    made_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)
    officer_confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    leader_confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # the leader's expectation of a behaviour, by `values.Value`; only those that have one
    expectations: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class PlannedResult(SQLModel, table=True):
    """A planned result (rencana hasil kerja)."""

    __tablename__ = "planned_results"
    __table_args__ = (UniqueConstraint("plan_id", "place"), _NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="performance_plans.id")
    place: int  # from 1, over both blocks
    block: Block = Field(sa_type=String)
    text: str
    # the leader's planned result it serves: its words, and its row where the leader's plan has it
    leader_result_id: int | None = Field(default=None, foreign_key="planned_results.id")
    leader_result: str = ""
    # the same result in the version before, word for word
    continues_id: int | None = Field(default=None, foreign_key="planned_results.id")


class PlannedIndicator(SQLModel, table=True):
    """An indicator of a planned result, with its target."""

    __tablename__ = "planned_indicators"
    __table_args__ = (
        UniqueConstraint("result_id", "place"),
        CheckConstraint("(source = 'system') = (indicator IS NOT NULL)"),
        CheckConstraint("target >= 0"),
        _NEVER_AGAIN,
    )

    id: int | None = Field(default=None, primary_key=True)
    result_id: int = Field(foreign_key="planned_results.id")
    place: int  # from 1
    aspect: Aspect = Field(sa_type=String)
    text: str
    target: float  # in `measure`; a share in percent, a document 1
    measure: str  # the unit of the target in words: "lembar", "%", "menit kerja"
    direction: Direction = Field(default=Direction.AT_LEAST, sa_type=String)
    source: Source = Field(sa_type=String)
    indicator: str | None = None  # key of `models.appraisal.indicators`, with source SYSTEM
    # the same indicator in the version before: what was reported of it is reported of this one
    continues_id: int | None = Field(default=None, foreign_key="planned_indicators.id")


class PlanStep(SQLModel, table=True):
    """One step of the dialogue about a plan; both confirmations are kept here."""

    __tablename__ = "plan_steps"

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="performance_plans.id", index=True)
    step: str  # skp.dialogue.Step
    officer_id: int = Field(foreign_key="officers.id")  # who took it
    words: str = Field(default="", sa_type=Text)
    at: datetime = Field(sa_type=UtcDateTime)


class PlanTemplate(SQLModel, table=True):
    """A plan to begin with, for a position in an office; content as `skp.content` has it."""

    __tablename__ = "plan_templates"
    __table_args__ = (UniqueConstraint("office_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="offices.id")
    position: str
    content: dict[str, Any] = Field(sa_type=JSON)
    changed_at: datetime = Field(sa_type=UtcDateTime)
    changed_by: int | None = Field(default=None, foreign_key="people.id")


class Realisation(SQLModel, table=True):
    """What was reached of a reported or documented indicator in a period, as the officer says.

    A later report replaces an earlier one; both stay.
    """

    __tablename__ = "realisations"
    __table_args__ = (Index("ix_realisations_indicator_id_period_id", "indicator_id", "period_id"),)

    id: int | None = Field(default=None, primary_key=True)
    indicator_id: int = Field(foreign_key="planned_indicators.id")
    period_id: int = Field(foreign_key="appraisal_periods.id")
    value: float | None = None  # in the indicator's measure; None: words only
    words: str = Field(default="", sa_type=Text)
    officer_id: int = Field(foreign_key="officers.id")  # who reported it
    at: datetime = Field(sa_type=UtcDateTime)
    replaced_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Proof(SQLModel, table=True):
    """A document or photo that shows a reported figure; it stays at Telegram's servers and is sent
    to those who may read the record."""

    __tablename__ = "proofs"

    id: int | None = Field(default=None, primary_key=True)
    realisation_id: int = Field(foreign_key="realisations.id", index=True)
    kind: str  # photo, document
    file_id: str
    at: datetime = Field(sa_type=UtcDateTime)
