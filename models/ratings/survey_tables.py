"""The survey (SKM): instruments by version, answers, their daily sums, plans that follow."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime
from models.ratings.tables import Standing


class Medium(StrEnum):
    CHAT = "chat"
    PAPER = "paper"  # "kertas": entered from a sheet


class Instrument(SQLModel, table=True):
    """The questions of a unit from an instant on. Rows are only added; a response keeps its own."""

    __tablename__ = "instruments"
    __table_args__ = (UniqueConstraint("unit_id", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id")
    version: int  # 1, 2, … of the unit; the built-in instrument is 0 and has no row
    # [{"key": "waktu", "questions": [{"id": "…", "en": "…"}, …]}]; no questions: the standard one
    elements: list[dict[str, Any]] = Field(sa_type=JSON)
    valid_from: datetime = Field(sa_type=UtcDateTime)
    set_by: int | None = Field(default=None, foreign_key="people.id")


class SurveySetting(SQLModel, table=True):
    """How a unit's report is made. Without a row: exact weights, numbers of the questionnaire."""

    __tablename__ = "survey_settings"

    unit_id: int = Field(primary_key=True, foreign_key="units.id")
    weighting: str  # of `ikm.Weighting`
    numbering: str  # of `ikm.Numbering`


class Population(SQLModel, table=True):
    """How many people the unit served in a period, where visits do not tell: for the sample."""

    __tablename__ = "survey_populations"

    unit_id: int = Field(primary_key=True, foreign_key="units.id")
    period: str = Field(primary_key=True)  # as `periods.Period.code`: 2026-Q4, 2026-S2, 2026
    served: int
    at: datetime = Field(sa_type=UtcDateTime)
    set_by: int | None = Field(default=None, foreign_key="people.id")


class SurveyResponse(SQLModel, table=True):
    """One questionnaire, whole or in part. No name, no NIK: there is no column for them."""

    __tablename__ = "survey_responses"
    __table_args__ = (
        Index("ix_survey_responses_unit_id_day", "unit_id", "day"),
        Index(
            "ix_survey_responses_open",
            "rater",
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id")
    day: date  # of the rating, or of the sheet; local to the unit
    medium: Medium = Field(sa_type=String)
    rating_id: int | None = Field(default=None, foreign_key="ratings.id", unique=True)
    rater: str | None = None  # the pseudonym of who may go on with it; nobody once it is finished
    sheet_id: int | None = Field(default=None, foreign_key="survey_sheets.id", index=True)
    line: int | None = None  # of the sheet
    instrument_id: int | None = Field(default=None, foreign_key="instruments.id")
    service_id: int | None = Field(default=None, foreign_key="services.id")
    sex: str | None = None
    age: str | None = None  # a band
    education: str | None = None
    occupation: str | None = None
    standing: str = Standing.COUNTED.value  # follows the rating's
    started_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SurveyAnswer(SQLModel, table=True):
    """A score from 1 to 4 for one question: "waktu", or "waktu.2" where an element has several."""

    __tablename__ = "survey_answers"
    __table_args__ = (CheckConstraint("score BETWEEN 1 AND 4"),)

    response_id: int = Field(primary_key=True, foreign_key="survey_responses.id")
    question: str = Field(primary_key=True)
    score: int


class SurveySum(SQLModel, table=True):
    """Sums of a unit's questionnaires on a day; kept in the transaction of each answer.

    key: an element ("waktu": n answered it, total and squares of their scores in sixtieths),
    "index" (the complete ones: the mean of each one's elements, in 1/3600), or numbers alone:
    "received", "complete", "excluded", "withdrawn", "medium:paper", "sex:female", "service:12", …
    """

    __tablename__ = "survey_sums"

    unit_id: int = Field(primary_key=True, foreign_key="units.id")
    key: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    n: int = 0
    total: int = Field(default=0, sa_type=BigInteger)
    squares: int = Field(default=0, sa_type=BigInteger)


class SurveySheet(SQLModel, table=True):
    """A file of paper questionnaires, entered once."""

    __tablename__ = "survey_sheets"
    __table_args__ = (Index("ix_survey_sheets_unit_id_digest", "unit_id", "digest", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id")
    name: str
    digest: str  # SHA-256 of the file
    rows: int
    at: datetime = Field(sa_type=UtcDateTime)
    entered_by: str  # who, as the operator says


class PlanState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class FollowUpPlan(SQLModel, table=True):
    """What the head promises for a low element of a period; the next report tells what became of
    it."""

    __tablename__ = "follow_up_plans"

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    period: str  # whose result it follows
    element: str
    programme: str = Field(sa_type=Text)
    owner_id: int = Field(foreign_key="officers.id")
    due: str  # a quarter: 2027-Q1
    state: PlanState = Field(default=PlanState.OPEN, sa_type=String)
    outcome: str = Field(default="", sa_type=Text)  # what became of it, in words
    created_at: datetime = Field(sa_type=UtcDateTime)
    created_by: int | None = Field(default=None, foreign_key="people.id")
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_by: int | None = Field(default=None, foreign_key="people.id")
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reminded: str = ""  # the latest of `plans.Stage` somebody was told of, or need not be
