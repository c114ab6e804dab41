"""Cases: what a citizen complained of, what was written about it, and what was attached.

What others read of a citizen's words is `text`, with insults and personal data masked; `original`
is what was written, kept only where it differs, and each reading of it is logged.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Index, String, Text, text
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


_OPEN = text("resolved_at IS NULL")
_TIMED = text("wake_at IS NOT NULL")


class Case(SQLModel, table=True):
    """One complaint. Its state and dues are a fold of its journal entries, kept here for lists."""

    __tablename__ = "cases"
    __table_args__ = (
        CheckConstraint("handling_score IS NULL OR handling_score BETWEEN 1 AND 4"),
        # an officer's list: counted and put into order without a look at the cases themselves,
        # for which SQLite wants resolved_at among the columns
        Index(
            "cases_open",
            "unit_id",
            "supervisory",
            "next_due",
            "holder_id",
            "resolved_at",
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("cases_held", "holder_id", "resolved_at", "next_due"),
        Index("cases_timed", "wake_at", sqlite_where=_TIMED, postgresql_where=_TIMED),
        Index("cases_of_unit", "unit_id", "received_at"),
        # the newest open ones, to find those that tell of the same thing
        Index(
            "cases_newest",
            "unit_id",
            "supervisory",
            "received_at",
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(
            "cases_supervisory",
            "supervisory",
            "resolved_at",
            "next_due",
            sqlite_where=text("supervisory IS 1"),
            postgresql_where=text("supervisory IS TRUE"),
        ),
        Index("cases_of_reporter", "reporter_id", "received_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    ticket: str = Field(unique=True)  # e.g. SW-26-000123-K, with a check character
    unit_id: int = Field(foreign_key="units.id")
    counter_id: int | None = Field(default=None, foreign_key="counters.id")
    category: str
    kind: str  # sla.CaseClass, decides the limits: proposed, then decided by who verifies
    supervisory: bool = False  # the inspectorate's people only
    text: str = Field(sa_type=Text)
    original: str | None = Field(default=None, sa_type=Text)
    reporter_id: int | None = Field(default=None, foreign_key="people.id")
    reporter: str  # pseudonym
    anonymous: bool = True  # who sent it is hidden from everybody
    confidential: bool = False  # the report is hidden from the public
    reporter_name: str | None = None  # only when the citizen chose to be named
    latitude: float | None = None
    longitude: float | None = None
    place: str | None = None  # in the citizen's words, masked
    state: str
    holder_id: int | None = Field(default=None, foreign_key="officers.id")
    calendar_id: int | None = Field(default=None, foreign_key="calendar_versions.id")
    received_at: datetime = Field(sa_type=UtcDateTime, index=True)
    verified_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    first_answer_due: datetime = Field(sa_type=UtcDateTime)
    resolution_due: datetime = Field(sa_type=UtcDateTime)  # as promised, pauses not added
    first_answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # the latest answer
    waiting_since: datetime | None = Field(default=None, sa_type=UtcDateTime)  # citizen's turn
    resolved_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    # the running clock that ends first; next_due is its end, None while no clock runs
    next_clock: str | None = None
    next_due: datetime | None = Field(default=None, sa_type=UtcDateTime)
    wake_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when time acts on it
    handling_score: int | None = None
    reopened: int = 0  # times
    followers: int = 0  # and merged cases with theirs: reports besides this one (`merged`)
    previous_id: int | None = Field(default=None, foreign_key="cases.id")  # goes on from that one
    merged_into_id: int | None = Field(default=None, foreign_key="cases.id", index=True)
    reading: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class CaseMessage(SQLModel, table=True):
    """A message of the thread that both sides see."""

    __tablename__ = "case_messages"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id", index=True)
    side: Side = Field(sa_type=String)
    officer_id: int | None = Field(default=None, foreign_key="officers.id")
    text: str = Field(sa_type=Text)
    original: str | None = Field(default=None, sa_type=Text)
    at: datetime = Field(sa_type=UtcDateTime)


class FileKind(StrEnum):
    """As the sender chose; what it really is, the content says."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"


class FileState(StrEnum):
    PENDING = "pending"  # at Telegram's servers only
    STORED = "stored"  # checked, cleaned, kept by us
    REFUSED = "refused"  # the sender was told why


_PENDING = text("state = 'pending'")


class Attachment(SQLModel, table=True):
    """A file that was sent along. Others are shown the cleaned copy only, by this row's id."""

    __tablename__ = "attachments"
    __table_args__ = (
        Index("attachments_due", "next_try_at", sqlite_where=_PENDING, postgresql_where=_PENDING),
    )

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id", index=True)
    message_id: int | None = Field(default=None, foreign_key="case_messages.id")
    cause_id: int | None = Field(default=None, foreign_key="external_causes.id")  # its proof
    sender_id: int | None = Field(default=None, foreign_key="people.id")  # None once erased
    kind: FileKind = Field(sa_type=String)
    file_id: str  # of what was sent, at Telegram's servers
    size: int | None = Field(default=None, sa_type=BigInteger)  # bytes, as told
    at: datetime = Field(sa_type=UtcDateTime)
    state: FileState = Field(default=FileState.PENDING, sa_type=String)
    next_try_at: datetime = Field(sa_type=UtcDateTime)
    attempts: int = 0
    reason: str | None = None  # why it was refused, or is tried again
    stored_as: str = Field(unique=True)  # random, given before it is fetched
    mime: str | None = None  # of the cleaned copy, by its content
    digest: str | None = None  # SHA-256 of the cleaned copy, in hex
    sent_file_id: str | None = None  # of the cleaned copy at Telegram's servers, to send it again


class Follower(SQLModel, table=True):
    """Somebody who gets every answer to a case besides its reporter."""

    __tablename__ = "case_followers"

    case_id: int = Field(primary_key=True, foreign_key="cases.id")
    person_id: int = Field(primary_key=True, foreign_key="people.id", index=True)
    merged_id: int | None = Field(default=None, foreign_key="cases.id")  # they came with it
    at: datetime = Field(sa_type=UtcDateTime)


class Reminder(SQLModel, table=True):
    """A reminder or escalation that was given: each step once per deadline."""

    __tablename__ = "reminders"

    case_id: int = Field(primary_key=True, foreign_key="cases.id")
    clock: str = Field(primary_key=True)  # sla.ClockName
    step: str = Field(primary_key=True)  # half, three_quarters, end, head, office, …
    due: datetime = Field(primary_key=True, sa_type=UtcDateTime)  # end of the limit as promised
    at: datetime = Field(sa_type=UtcDateTime)


class TicketYear(SQLModel, table=True):
    """The last ticket number given out in a year."""

    __tablename__ = "ticket_years"

    year: int = Field(primary_key=True)
    last: int
