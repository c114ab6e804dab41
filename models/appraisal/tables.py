"""Evidence for the performance record (SKP) of a civil servant: facts, never a verdict."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import String
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime


class EvidenceKind(StrEnum):
    RATING = "rating"  # a citizen rated the counter while the officer was on its roster
    ANSWER = "answer"  # the officer held the case when it was answered
    RESOLUTION = "resolution"  # the officer held the case when it was solved


class Evidence(SQLModel, table=True):
    """One fact about the officer who served or held the case *then*."""

    __tablename__ = "evidence"

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id", index=True)
    period: str = Field(index=True)  # e.g. 2026-Q4
    kind: EvidenceKind = Field(sa_type=String)
    source: str = Field(unique=True)  # e.g. rating:17, answer:4:1: one fact, one row
    unit_id: int = Field(foreign_key="units.id")
    rating_id: int | None = Field(default=None, foreign_key="ratings.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="cases.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)
