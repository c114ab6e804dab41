"""A visit to a counter: who was served with what, when, by whom; and the keys of queue systems."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, String, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime


class Outcome(StrEnum):
    """How a visit ended. Missing papers end nothing: they are a pause."""

    DONE = "done"
    REDIRECTED = "redirected"  # to another counter, unit or office
    LEFT = "left"  # the papers never came, or nobody ended it: closed by a job


class Source(StrEnum):
    CHAT = "chat"  # started and ended by the officer
    API = "api"  # sent by a queue system
    CSV = "csv"


class Visit(SQLModel, table=True):
    """One person served once. Nothing here says who the person was."""

    __tablename__ = "visits"
    __table_args__ = (
        UniqueConstraint("unit_id", "external"),
        # with what the quantiles of a service are made of, so that its rows need not be read
        Index("ix_visits_unit_id_day_minutes", "unit_id", "day", "service_id", "minutes"),
        Index("ix_visits_officer_id_day", "officer_id", "day", "service_id"),
        Index(
            "ix_visits_open",
            "officer_id",
            sqlite_where=text("ended_at IS NULL AND undone_at IS NULL"),
            postgresql_where=text("ended_at IS NULL AND undone_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id")
    service_id: int = Field(foreign_key="services.id")
    counter_id: int | None = Field(default=None, foreign_key="counters.id")
    officer_id: int | None = Field(default=None, foreign_key="officers.id")  # who served then
    day: date  # of its beginning, local to the unit
    source: Source = Field(sa_type=String)
    external: str | None = None  # its number in the queue system, once per unit
    queued_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # took a number
    started_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    outcome: Outcome | None = Field(default=None, sa_type=String)
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # never took place
    # as it was at the end of the visit, by the calendar and the promise of then
    promised: str = ""  # `worktime.Duration`; empty: none promised
    minutes: float | None = (
        None  # of processing, in the promise's own kind of time; pauses left out
    )
    within: bool | None = None  # the promise was kept; None: none promised, or not done
    waited: float | None = None  # minutes of working time between number and counter


class VisitPause(SQLModel, table=True):
    """The citizen fetches missing papers: the clock stands still.

    until_at: None: it lasts, or lasted until the visit ended.
    """

    __tablename__ = "visit_pauses"

    id: int | None = Field(default=None, primary_key=True)
    visit_id: int = Field(foreign_key="visits.id", index=True)
    from_at: datetime = Field(sa_type=UtcDateTime)
    until_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class VisitGuest(SQLModel, table=True):
    """Who has scanned the code of a visit, and so may rate it; forgotten some days after it."""

    __tablename__ = "visit_guests"

    visit_id: int = Field(primary_key=True, foreign_key="visits.id")
    person_id: int = Field(primary_key=True, foreign_key="people.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class VisitSum(SQLModel, table=True):
    """Visits of a service on a day that have ended; kept in the transaction of each."""

    __tablename__ = "visit_sums"

    unit_id: int = Field(primary_key=True, foreign_key="units.id")
    service_id: int = Field(primary_key=True, foreign_key="services.id")
    day: date = Field(primary_key=True)
    visits: int = 0  # ended, however
    done: int = 0
    minutes: float = 0.0  # of processing, of those that are done
    promised: int = 0  # of those done, how many had a promise
    within: int = 0
    waits: int = 0  # of all, how many have a known waiting time
    waited: float = 0.0  # minutes


class ApiKey(SQLModel, table=True):
    """A queue system's key to one unit. Only its hash is kept."""

    __tablename__ = "api_keys"

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    name: str  # what the key is for, e.g. "Mesin antrean lantai 1"
    hash: str = Field(unique=True)
    hint: str  # its last four characters
    created_at: datetime = Field(sa_type=UtcDateTime)
    created_by: int | None = Field(default=None, foreign_key="people.id")
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ApiRequest(SQLModel, table=True):
    """What was answered under an idempotency key, so that the same request gets the same answer."""

    __tablename__ = "api_requests"

    key_id: int = Field(primary_key=True, foreign_key="api_keys.id")
    idempotency_key: str = Field(primary_key=True)
    fingerprint: str  # hash of the body: another body under the same key is refused
    status: int
    response: dict[str, Any] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
