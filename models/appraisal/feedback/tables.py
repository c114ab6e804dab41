"""Feedback of 360 degrees on the seven values (BerAKHLAK), and continuous feedback.

Answers of peers and subordinates lead back to nobody: no giver, no time, and an id drawn by chance,
so that not even their order tells. `answering` says what else could, and what is done about it.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.appraisal.values import Value as Value
from models.database import UtcDateTime


class Relation(StrEnum):
    """What the giver is to the officer."""

    LEADER = "leader"
    PEER = "peer"
    SUBORDINATE = "subordinate"


class GiverState(StrEnum):
    ASKED = "asked"
    ANSWERED = "answered"
    DECLINED = "declined"
    REPLACED = "replaced"  # by the officer's one change


class FeedbackRound(SQLModel, table=True):
    """The asking of colleagues about an officer for a period, opened by who leads the officer."""

    __tablename__ = "feedback_rounds"
    __table_args__ = (UniqueConstraint("officer_id", "period_id"),)

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id")
    period_id: int = Field(foreign_key="appraisal_periods.id", index=True)
    opened_by: int = Field(foreign_key="officers.id")
    opened_at: datetime = Field(sa_type=UtcDateTime)
    closes_at: datetime = Field(sa_type=UtcDateTime)
    # the officer may change the choice of givers once
    changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    change_reason: str = ""
    # before `closes_at` where everybody has answered or declined; told: that it can be read
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class FeedbackGiver(SQLModel, table=True):
    """Who was asked. Whether they answered is known; what they answered is not."""

    __tablename__ = "feedback_givers"

    round_id: int = Field(primary_key=True, foreign_key="feedback_rounds.id")
    giver_id: int = Field(primary_key=True, foreign_key="officers.id", index=True)
    relation: Relation = Field(sa_type=String)
    state: GiverState = Field(default=GiverState.ASKED, sa_type=String)


class FeedbackAnswer(SQLModel, table=True):
    """What was observed of one value. The leader's bears a name, nobody else's does."""

    __tablename__ = "feedback_answers"
    __table_args__ = (
        CheckConstraint("level IS NULL OR level BETWEEN 1 AND 4"),
        CheckConstraint("leader_id IS NULL OR relation = 'leader'"),
        # SQLite would number the rows as they come, beside their ids: no such number is kept
        {"sqlite_with_rowid": False},
    )

    # drawn by chance
    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    round_id: int = Field(foreign_key="feedback_rounds.id", index=True)
    relation: Relation = Field(sa_type=String)
    leader_id: int | None = Field(default=None, foreign_key="officers.id")
    value: Value = Field(sa_type=String)
    level: int | None = None  # None: not observed
    example: str | None = Field(default=None, sa_type=Text)  # masked


class FeedbackDraft(SQLModel, table=True):
    """Answers that are not sent yet. Deleted when they are, and when the round closes."""

    __tablename__ = "feedback_drafts"

    round_id: int = Field(primary_key=True, foreign_key="feedback_rounds.id")
    giver_id: int = Field(primary_key=True, foreign_key="officers.id")
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class NoteKind(StrEnum):
    PRAISE = "praise"
    ADVICE = "advice"


class FeedbackNote(SQLModel, table=True):
    """Continuous feedback (umpan balik berkelanjutan): signed and dated, on any day."""

    __tablename__ = "feedback_notes"

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id", index=True)  # about whom
    giver_id: int = Field(foreign_key="officers.id")
    relation: Relation = Field(sa_type=String)
    kind: NoteKind = Field(sa_type=String)
    text: str = Field(sa_type=Text)
    result_id: int | None = Field(default=None, foreign_key="planned_results.id")  # on which
    value: Value | None = Field(default=None, sa_type=String)  # on which behaviour
    at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
