"""Limits set by admins for all offices, one office or one unit; journalled, never retroactive."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, bindparam, or_, select
from sqlmodel import Field, SQLModel

from models.complaints.limits import CaseClass, Key, Limit, Limits, Step
from models.database import Transaction, UtcDateTime, table
from models.offices import Unit
from models.worktime import Duration
from models.worktime import Unit as TimeUnit


class LimitRule(SQLModel, table=True):
    """A limit from an instant on, until a later rule for the same. Rules are only ever added.

    Without office and unit it holds everywhere. Without a value it takes back the one before.
    """

    __tablename__ = "limit_rules"

    id: int | None = Field(default=None, primary_key=True)
    office_id: int | None = Field(default=None, foreign_key="offices.id")
    unit_id: int | None = Field(default=None, foreign_key="units.id")
    step: str  # limits.Step
    case_class: str | None = None  # None: every class
    value: int | None = None
    unit: TimeUnit = Field(default=TimeUnit.WORKING_DAYS, sa_type=String)
    source: str = ""
    valid_from: datetime = Field(sa_type=UtcDateTime)
    set_by: int | None = Field(default=None, foreign_key="people.id")


_rules = table(LimitRule)
_OF_UNIT = (
    select(_rules)
    .where(
        or_(_rules.c.unit_id == bindparam("unit_id"), _rules.c.unit_id.is_(None)),
        or_(_rules.c.office_id == bindparam("office_id"), _rules.c.office_id.is_(None)),
        _rules.c.valid_from <= bindparam("at"),
    )
    .order_by(
        # later ones overrule earlier ones: everywhere, the office, the unit; oldest first
        _rules.c.unit_id.is_not(None),
        _rules.c.office_id.is_not(None),
        _rules.c.valid_from,
        _rules.c.id,
    )
)


def of_unit(tx: Transaction, unit: Unit, at: datetime) -> Limits:
    """The limits for cases the unit receives at that instant."""
    own: dict[Key, Limit] = {}
    rows = tx.execute(_OF_UNIT, {"unit_id": unit.id, "office_id": unit.office_id, "at": at})
    for row in rows:
        key = (Step(row.step), CaseClass(row.case_class) if row.case_class else None)
        if row.value is None:
            own.pop(key, None)
        else:
            own[key] = Limit(Duration(row.value, TimeUnit(row.unit)), row.source)
    return Limits(own)
