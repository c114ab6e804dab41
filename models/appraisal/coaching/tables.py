"""Needs of training and what training did, recognition, and the meeting that looks at both."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime


class Training(SQLModel, table=True):
    """A training of an office's catalogue. topic: an indicator's key it should better."""

    __tablename__ = "trainings"

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    name: str
    topic: str
    words: str = Field(default="", sa_type=Text)  # what it teaches, who gives it
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Origin(StrEnum):
    EVIDENCE = "evidence"  # below target in two periods
    OFFICER = "officer"  # asked for it
    HEAD = "head"


class TrainingNeed(SQLModel, table=True):
    """A proposal that somebody needs training; the head decides."""

    __tablename__ = "training_needs"
    __table_args__ = (CheckConstraint("(accepted IS NULL) = (decided_by_id IS NULL)"),)

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    officer_id: int = Field(foreign_key="officers.id", index=True)
    topic: str  # an indicator's key
    training_id: int | None = Field(default=None, foreign_key="trainings.id")
    origin: Origin = Field(sa_type=String)
    period_id: int | None = Field(default=None, foreign_key="appraisal_periods.id")  # the later one
    facts: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)  # of both periods
    words: str = Field(default="", sa_type=Text)
    at: datetime = Field(sa_type=UtcDateTime)
    accepted: bool | None = None
    decided_by_id: int | None = Field(default=None, foreign_key="officers.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decision_words: str = Field(default="", sa_type=Text)
    event_id: int | None = Field(default=None, foreign_key="training_events.id")


class RecordLook(SQLModel, table=True):
    """A frozen record that was searched for needs of training: each once."""

    __tablename__ = "training_record_looks"

    snapshot_id: int = Field(primary_key=True, foreign_key="snapshots.id")
    at: datetime = Field(sa_type=UtcDateTime)


class TrainingEvent(SQLModel, table=True):
    """A training that is held; its effect is looked at on one indicator, before and after."""

    __tablename__ = "training_events"
    __table_args__ = (CheckConstraint("last_day >= first_day"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    training_id: int = Field(foreign_key="trainings.id")
    topic: str  # the indicator looked at
    first_day: date
    last_day: date
    weeks: int = 8  # before the first day, and after the last
    made_by: int | None = Field(default=None, foreign_key="people.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    cancelled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TrainingParticipant(SQLModel, table=True):
    __tablename__ = "training_participants"

    event_id: int = Field(primary_key=True, foreign_key="training_events.id")
    officer_id: int = Field(primary_key=True, foreign_key="officers.id", index=True)
    attended: bool | None = None  # None: not told yet


class Watcher(SQLModel, table=True):
    """Of the team that watches what training did: gets the list each month."""

    __tablename__ = "training_watchers"

    office_id: int = Field(primary_key=True, foreign_key="offices.id")
    officer_id: int = Field(primary_key=True, foreign_key="officers.id")
    sent_for: str = ""  # the last month told of: 2026-11


class Recognition(SQLModel, table=True):
    """A recognition decided by a person, with its reason; published to the office."""

    __tablename__ = "recognitions"
    __table_args__ = (
        UniqueConstraint("officer_id", "period_id"),
        CheckConstraint("decided_by_id <> officer_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    officer_id: int = Field(foreign_key="officers.id")
    period_id: int = Field(foreign_key="appraisal_periods.id")
    reason: str = Field(sa_type=Text)
    decided_by_id: int = Field(foreign_key="officers.id")
    decided_at: datetime = Field(sa_type=UtcDateTime)
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Promise(SQLModel, table=True):
    """What was promised at an evaluation meeting, and what became of it."""

    __tablename__ = "promises"

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    period_id: int = Field(foreign_key="appraisal_periods.id")  # whose meeting
    officer_id: int | None = Field(default=None, foreign_key="officers.id")  # None: the unit
    words: str = Field(sa_type=Text)
    due: date
    made_by: int = Field(foreign_key="officers.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    kept: bool | None = None
    outcome: str = Field(default="", sa_type=Text)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # that it is due soon
