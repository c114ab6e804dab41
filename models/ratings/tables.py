"""Ratings and their daily sums."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime

SCORES = (1, 2, 3, 4)  # Tidak baik, Kurang baik, Baik, Sangat baik (PermenPANRB 14/2017)


class Asked(StrEnum):
    """How the citizen came to the question; figures keep these apart."""

    COUNTER = "counter"  # the poster at a counter
    UNIT = "unit"  # the poster of a unit, or its link
    SEARCH = "search"  # found in the list or by search


class Rating(SQLModel, table=True):
    __tablename__ = "ratings"
    __table_args__ = (
        UniqueConstraint("rater", "unit_id", "day"),
        CheckConstraint("score BETWEEN 1 AND 4"),
    )

    id: int | None = Field(default=None, primary_key=True)
    rater: str  # the person's pseudonym
    unit_id: int = Field(foreign_key="units.id", index=True)
    day: date  # local to the unit
    counter_id: int | None = Field(default=None, foreign_key="counters.id")
    officer_id: int | None = Field(default=None, foreign_key="officers.id")  # on the roster then
    score: int
    asked: str
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    comment: str | None = Field(default=None, sa_type=Text)
    commented_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reading: dict[str, Any] | None = Field(default=None, sa_type=JSON)  # nlp.Reading.to_json


class RatingSum(SQLModel, table=True):
    """Ratings of a unit on a day, by score; kept in the transaction of each rating."""

    __tablename__ = "rating_sums"

    unit_id: int = Field(primary_key=True, foreign_key="units.id")
    day: date = Field(primary_key=True)
    n1: int = 0
    n2: int = 0
    n3: int = 0
    n4: int = 0
