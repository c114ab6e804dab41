"""The record of an officer and period: what is contested, what the officer says, and the frozen
figures in a hash chain with a snapshot over them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime


class ContestKind(StrEnum):
    """Why a fact should not stand in an officer's record (sanggah)."""

    NOT_MINE = "not_mine"  # another officer served or held it
    WRONG_VISIT = "wrong_visit"  # about another visit, unit or service
    INSULT = "insult"  # says nothing of the service
    OUTSIDE_CAUSE = "outside_cause"  # what the officer could not change


class Contest(SQLModel, table=True):
    """An officer contests one rating or case. Accepted, the fact is set aside in this officer's
    figures, and both figures are shown; those of the unit stay as they are."""

    __tablename__ = "contests"
    __table_args__ = (
        CheckConstraint("(rating_id IS NULL) <> (case_id IS NULL)"),
        CheckConstraint("(accepted IS NULL) = (decided_by_id IS NULL)"),
        CheckConstraint("decided_by_id IS NULL OR decided_by_id <> officer_id"),
        Index("ix_contests_officer_id_rating_id", "officer_id", "rating_id", unique=True),
        Index("ix_contests_officer_id_case_id", "officer_id", "case_id", unique=True),
    )

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id")
    unit_id: int = Field(foreign_key="units.id", index=True)
    rating_id: int | None = Field(default=None, foreign_key="ratings.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="cases.id", index=True)
    kind: ContestKind = Field(sa_type=String)
    words: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UtcDateTime)
    accepted: bool | None = None  # None: not decided yet
    decided_by_id: int | None = Field(default=None, foreign_key="officers.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decision_words: str = Field(default="", sa_type=Text)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # of freezing


class OwnWords(SQLModel, table=True):
    """What an officer says of the own period; stands in the record and the meeting pack."""

    __tablename__ = "own_words"

    officer_id: int = Field(primary_key=True, foreign_key="officers.id")
    period_id: int = Field(primary_key=True, foreign_key="appraisal_periods.id")
    words: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UtcDateTime)


class LateKind(StrEnum):
    """Why a frozen record may have to be amended."""

    OPEN = "open"  # a contest was not decided when it was frozen
    CHANGED = "changed"  # facts came, went or changed since


class LateTold(SQLModel, table=True):
    """That people were told of a frozen record whose facts came late: of each version once."""

    __tablename__ = "late_told"

    snapshot_id: int = Field(primary_key=True, foreign_key="snapshots.id")
    kind: LateKind = Field(primary_key=True, sa_type=String)
    at: datetime = Field(sa_type=UtcDateTime)


class LateSeen(SQLModel, table=True):
    """Up to which entry the journal was looked through for late facts; a single row."""

    __tablename__ = "late_seen"

    id: int = Field(default=1, primary_key=True)
    entry_id: int = 0  # journal.id


class Snapshot(SQLModel, table=True):
    """An officer's record of a period as it stood at one instant. Rows are only added.

    version 1 is frozen by the clock after the period's end; a later one is an amendment: facts that
    came late, with a reason and a name. Its hash covers `content`, the last hash of its figures and
    the officer's snapshot before it, and is entered into the journal.
    """

    __tablename__ = "snapshots"
    __table_args__ = (
        UniqueConstraint("officer_id", "period_id", "version"),
        CheckConstraint("version = 1 OR (by_id IS NOT NULL AND reason <> '')"),
    )

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id")
    period_id: int = Field(foreign_key="appraisal_periods.id", index=True)
    version: int = 1
    unit_id: int = Field(foreign_key="units.id", index=True)  # where the officer served at the end
    plan_id: int | None = Field(default=None, foreign_key="performance_plans.id")  # that held
    at: datetime = Field(sa_type=UtcDateTime)
    by_id: int | None = Field(default=None, foreign_key="officers.id")  # None: the clock
    reason: str = ""
    content: dict[str, Any] = Field(sa_type=JSON)  # what the record holds besides its figures
    figures: int  # how many
    previous: str  # hash of the officer's snapshot before, or journal.GENESIS
    hash: str


class Figure(SQLModel, table=True):
    """One frozen figure, with everything it takes to compute it again. Rows are only added."""

    __tablename__ = "figures"
    __table_args__ = (UniqueConstraint("snapshot_id", "indicator"),)

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(foreign_key="snapshots.id")
    officer_id: int = Field(foreign_key="officers.id", index=True)
    indicator: str  # key of `models.appraisal.indicators`
    formula: int  # version of its formula
    inputs: dict[str, Any] = Field(sa_type=JSON)  # ids of the records, and the value of each
    result: dict[str, Any] = Field(sa_type=JSON)
    previous: str  # hash of the officer's figure before, or journal.GENESIS
    hash: str
