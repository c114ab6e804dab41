"""Who appraises whom, for which periods, and by which terms: the ground of the whole part."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime

CUSTOM = "custom"  # a kind of period beside those of `ratings.periods.PeriodKind`


class ReportingLine(SQLModel, table=True):
    """A leader (atasan langsung) named for an officer; without one it is the head of the unit."""

    __tablename__ = "reporting_lines"

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id", index=True)
    leader_id: int = Field(foreign_key="officers.id", index=True)
    from_at: datetime = Field(sa_type=UtcDateTime)
    until_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    by_id: int | None = Field(default=None, foreign_key="people.id")


class AppraisalSetting(SQLModel, table=True):
    """How an office appraises. Without a row the defaults of `terms.DEFAULT` hold.

    kind: of its periods beside the year (PermenPANRB 6/2022 asks for a periodic appraisal, monthly
    or quarterly, and for an annual one); "custom": those an admin enters one by one.
    """

    __tablename__ = "appraisal_settings"
    __table_args__ = (CheckConstraint("objection_days BETWEEN 1 AND 90"),)

    office_id: int = Field(primary_key=True, foreign_key="offices.id")
    kind: str = "quarter"
    yearly: bool = True  # the year is appraised too
    freeze_after: int = 7  # days after a period's last day on which its records are frozen
    objection_days: int = 14
    objection_working: bool = False  # counted in working days of the unit's calendar
    # terms of the house: when they end, nothing is decided, people are reminded
    rate_within: int = 14  # days after freezing for the appraiser to rate
    explain_within: int = 5  # working days for the appraiser to answer an objection
    decide_within: int = 14  # days after that for the superior to decide
    source: str = ""  # of the term of objection: the rule an admin named
    changed_at: datetime = Field(sa_type=UtcDateTime)
    changed_by: int | None = Field(default=None, foreign_key="people.id")


class AppraisalPeriod(SQLModel, table=True):
    """A period of an office. Days are local to each unit; both ends belong to it."""

    __tablename__ = "appraisal_periods"
    __table_args__ = (UniqueConstraint("office_id", "first_day", "last_day"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    kind: str  # `PeriodKind`, or CUSTOM
    first_day: date
    last_day: date
    name: str = ""  # of a custom one, as the admin wrote it
    made_at: datetime = Field(sa_type=UtcDateTime)
    # the records of everybody are frozen; None: not yet, or some are still to come
    frozen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
