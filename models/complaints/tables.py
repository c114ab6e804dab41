"""Cases: what a citizen complained of, what was written about it, and what was attached."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, String, Text
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime


class Category(StrEnum):
    """The nine elements of PermenPANRB 14/2017 and four of our own."""

    PERSYARATAN = "persyaratan"
    PROSEDUR = "prosedur"
    WAKTU = "waktu"
    BIAYA = "biaya"
    PRODUK = "produk"
    KOMPETENSI = "kompetensi"
    PERILAKU = "perilaku"
    SARANA = "sarana"
    PENGADUAN = "pengaduan"
    PUNGLI = "pungli"
    KETERLAMBATAN = "keterlambatan"
    INFORMASI = "informasi"
    LAINNYA = "lainnya"


class Side(StrEnum):
    """Who wrote a message of the thread."""

    CITIZEN = "citizen"
    OFFICER = "officer"


class Case(SQLModel, table=True):
    """One complaint. Its state is a fold of its journal entries, kept here for lists."""

    __tablename__ = "cases"
    __table_args__ = (CheckConstraint("handling_score IS NULL OR handling_score BETWEEN 1 AND 4"),)

    id: int | None = Field(default=None, primary_key=True)
    ticket: str = Field(unique=True)  # e.g. SW-26-000123-K, with a check character
    unit_id: int = Field(foreign_key="units.id", index=True)
    counter_id: int | None = Field(default=None, foreign_key="counters.id")
    category: str
    kind: str  # class of PermenPANRB 62/2018, decides the limits: sla.py
    text: str = Field(sa_type=Text)
    reporter_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    reporter: str  # pseudonym
    reporter_name: str | None = None  # only when the citizen chose to be named
    latitude: float | None = None
    longitude: float | None = None
    place: str | None = None  # in the citizen's words
    state: str = Field(index=True)
    holder_id: int | None = Field(default=None, foreign_key="officers.id", index=True)
    received_at: datetime = Field(sa_type=UtcDateTime, index=True)
    first_answer_due: datetime = Field(sa_type=UtcDateTime)
    resolution_due: datetime = Field(sa_type=UtcDateTime)
    first_answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # the latest answer
    waiting_since: datetime | None = Field(default=None, sa_type=UtcDateTime)  # citizen's turn
    resolved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    handling_score: int | None = None
    reading: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class CaseMessage(SQLModel, table=True):
    """A message of the thread that both sides see."""

    __tablename__ = "case_messages"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id", index=True)
    side: Side = Field(sa_type=String)
    officer_id: int | None = Field(default=None, foreign_key="officers.id")
    text: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UtcDateTime)


class Attachment(SQLModel, table=True):
    """A file at Telegram's servers, by the id the bot can send again."""

    __tablename__ = "attachments"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id", index=True)
    message_id: int | None = Field(default=None, foreign_key="case_messages.id")
    kind: str  # photo or document
    file_id: str
    size: int | None = Field(default=None, sa_type=BigInteger)
    at: datetime = Field(sa_type=UtcDateTime)


class Reminder(SQLModel, table=True):
    """A reminder or escalation that was given: each step once per deadline."""

    __tablename__ = "reminders"

    case_id: int = Field(primary_key=True, foreign_key="cases.id")
    clock: str = Field(primary_key=True)  # sla.ClockName
    step: str = Field(primary_key=True)  # half, three_quarters, end, head
    due: datetime = Field(primary_key=True, sa_type=UtcDateTime)  # end of the limit as promised
    at: datetime = Field(sa_type=UtcDateTime)


class TicketYear(SQLModel, table=True):
    """The last ticket number given out in a year."""

    __tablename__ = "ticket_years"

    year: int = Field(primary_key=True)
    last: int
