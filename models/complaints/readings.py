"""Every reading of a supervisory case: who, when and why.

A reason opens the case for half an hour to the person who gave it: its words, its thread and its
files. Whatever is looked at meanwhile belongs to that reading; afterwards a reason is asked for
again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Index, Text, func, select
from sqlmodel import Field, SQLModel, col

from models import journal
from models.complaints import access
from models.complaints.tables import Case
from models.database import Transaction, UtcDateTime, table
from models.errors import Refused
from models.journal import Kind
from models.people import Officer

LASTS = timedelta(minutes=30)
LEAST_WORDS = 10  # characters of a reason in one's own words
MOST_WORDS = 300


class Purpose(StrEnum):
    """What a supervisory case is opened for."""

    NEW = "new"  # to see what it is about
    WORK = "work"  # to work on it
    REPORT = "report"  # to report to the leadership
    OTHER = "other"  # in the reader's own words


class CaseReading(SQLModel, table=True):
    """A reason that was given and the half hour it opened. Rows are only ever added."""

    __tablename__ = "case_readings"
    __table_args__ = (Index("case_readings_of_case", "case_id", "officer_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id")
    officer_id: int = Field(foreign_key="officers.id")
    reason: str  # Purpose
    words: str = Field(default="", sa_type=Text)
    at: datetime = Field(sa_type=UtcDateTime)


class ReasonNeeded(Refused):
    """The case can be read, once the reader says why."""

    def __init__(self, case: Case) -> None:
        super().__init__("reading-reason-first", ticket=case.ticket)
        self.case_id = case.id or 0
        self.ticket = case.ticket


@dataclass(frozen=True)
class Read:
    """A line of the log."""

    name: str
    at: datetime
    reason: Purpose
    words: str


_readings, _officers = table(CaseReading), table(Officer)


def opened(
    tx: Transaction, case_id: int, person_id: int, reason: str, at: datetime, words: str = ""
) -> Case:
    """Log that this person reads the case from now on for half an hour, and why."""
    case = tx.session.get(Case, case_id)
    if case is None:
        raise Refused("case-unknown")
    officer = access.entitled(tx, case, person_id, at)
    if reason not in set(Purpose):
        raise Refused("complain-choose")
    words = words.strip() if reason == Purpose.OTHER else ""
    if reason == Purpose.OTHER and len(words) < LEAST_WORDS:
        raise Refused("text-too-short", least=LEAST_WORDS)
    if len(words) > MOST_WORDS:
        raise Refused("text-too-long", limit=MOST_WORDS, length=len(words))
    if case.supervisory:
        _log(tx, case, officer, reason, words, person_id, at)
    return case


def _log(
    tx: Transaction,
    case: Case,
    officer: Officer,
    reason: str,
    words: str,
    person_id: int,
    at: datetime,
) -> None:
    reading = CaseReading(
        case_id=case.id or 0, officer_id=officer.id or 0, reason=reason, words=words, at=at
    )
    tx.session.add(reading)
    tx.session.flush()
    journal.write(
        tx,
        Kind.CASE_READ,
        at,
        actor_id=person_id,
        unit_id=case.unit_id,
        case_id=case.id,
        reason=reason,
        reading=reading.id,
    )


def require_reading(tx: Transaction, case: Case, person_id: int, at: datetime) -> None:
    """Refuse to show a supervisory case to who has given no reason within the last half hour."""
    if case.supervisory and not is_open(tx, case, person_id, at):
        raise ReasonNeeded(case)


def is_open(tx: Transaction, case: Case, person_id: int, at: datetime) -> bool:
    """Whether this person's last reason still holds."""
    found = tx.execute(
        select(_readings.c.id)
        .join_from(_readings, _officers, _readings.c.officer_id == _officers.c.id)
        .where(
            _readings.c.case_id == case.id,
            _officers.c.person_id == person_id,
            _readings.c.at > at - LASTS,
            _readings.c.at <= at,
        )
        .limit(1)
    )
    return found.first() is not None


def log_of(tx: Transaction, case_id: int, person_id: int, at: datetime) -> list[Read]:
    """Who has read the case and why, newest first; for who may read it too."""
    case = tx.session.get(Case, case_id)
    if case is None:
        raise Refused("case-unknown")
    access.entitled(tx, case, person_id, at)
    rows = tx.execute(
        select(_officers.c.name, _readings.c.at, _readings.c.reason, _readings.c.words)
        .join_from(_readings, _officers, _readings.c.officer_id == _officers.c.id)
        .where(_readings.c.case_id == case_id)
        .order_by(_readings.c.at.desc(), _readings.c.id.desc())
    )
    return [Read(row.name, row.at, Purpose(row.reason), row.words) for row in rows]


def number_of(tx: Transaction, case_id: int) -> int:
    """How many times the case was opened: its citizen may know."""
    counted = select(func.count()).where(col(CaseReading.case_id) == case_id)
    return int(tx.execute(counted).scalar_one())
