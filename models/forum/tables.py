"""Citizens' forum: a question that an office opens for a time, and what was answered."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, CheckConstraint, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime


class QuestionKind(StrEnum):
    CHOICE = "choice"  # one of the options
    OPEN = "open"  # in own words


class ForumQuestion(SQLModel, table=True):
    __tablename__ = "forum_questions"
    __table_args__ = (CheckConstraint("closes_at >= opens_at"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    unit_id: int | None = Field(default=None, foreign_key="units.id")  # None: the whole office
    kind: QuestionKind = Field(sa_type=String)
    text_id: str = Field(sa_type=Text)
    text_en: str = Field(default="", sa_type=Text)  # empty: the Indonesian one is shown
    options: list[str] = Field(default_factory=list, sa_type=JSON)
    options_en: list[str] = Field(default_factory=list, sa_type=JSON)  # empty, or one for each
    opens_at: datetime = Field(sa_type=UtcDateTime)
    closes_at: datetime = Field(sa_type=UtcDateTime, index=True)  # earlier where it was ended
    opened_by: int | None = Field(default=None, foreign_key="people.id")
    # the result, to who asked; from then on no answer says whose it is
    told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # what came of it: a follow-up plan of the unit
    plan_id: int | None = Field(default=None, foreign_key="follow_up_plans.id")


class ForumAnswer(SQLModel, table=True):
    """One of a person and question; may be changed while the question is open."""

    __tablename__ = "forum_answers"
    __table_args__ = (UniqueConstraint("question_id", "rater"),)

    id: int | None = Field(default=None, primary_key=True)
    question_id: int = Field(foreign_key="forum_questions.id")
    rater: str  # the person's pseudonym; a mark without meaning once the question is closed
    choice: int | None = None  # place of the option, from 0
    text: str | None = Field(default=None, sa_type=Text)  # masked
    at: datetime = Field(sa_type=UtcDateTime)
