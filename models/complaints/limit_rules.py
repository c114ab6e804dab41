"""Limits set by admins for all offices, one office or one unit; journalled, never retroactive."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import String, bindparam, or_, select
from sqlmodel import Field, SQLModel

from models import entries, journal, offices
from models.complaints.limits import CaseClass, Key, Limit, Limits, Step
from models.database import Transaction, UtcDateTime, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.staffing import require_admin
from models.worktime import WORKING_UNITS, Duration
from models.worktime import Unit as TimeUnit

LEAST_SOURCE, SOURCE_LIMIT = 5, 200  # characters
FOREVER = datetime.max.replace(tzinfo=UTC)


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
    given = {"unit_id": unit.id, "office_id": unit.office_id, "at": at}
    rows = tx.execute(_OF_UNIT, given, flush=False)
    for row in rows:
        key = (Step(row.step), CaseClass(row.case_class) if row.case_class else None)
        if row.value is None:
            own.pop(key, None)
        else:
            own[key] = Limit(Duration(row.value, TimeUnit(row.unit)), row.source)
    return Limits(own)


def changes(tx: Transaction, unit: Unit) -> list[datetime]:
    """When another limit began to hold for a unit, oldest first: between two of them all hold."""
    given = {"unit_id": unit.id, "office_id": unit.office_id, "at": FOREVER}
    return sorted({row.valid_from for row in tx.execute(_OF_UNIT, given, flush=False)})


def set_limit(
    tx: Transaction,
    unit_id: int,
    step: Step,
    case_class: CaseClass | None,
    duration: Duration | None,
    source: str,
    *,
    at: datetime,
    by: int | None,
) -> None:
    """A unit's own limit for cases received from now on; None takes it back.

    In working time, because the citizen's silence pauses it: a limit in days round the clock would
    be measured by another clock than its pauses. `source` is printed beside figures that used it.
    """
    unit = offices.unit(tx, unit_id)
    require_admin(tx, by, at, office_id=unit.office_id, unit_id=unit_id)
    _check(duration, source)
    rule = LimitRule(
        unit_id=unit_id,
        step=step,
        case_class=case_class,
        value=duration.value if duration else None,
        unit=duration.unit if duration else TimeUnit.WORKING_DAYS,
        source=entries.note(source, SOURCE_LIMIT),
        valid_from=at,
        set_by=by,
    )
    tx.session.add(rule)
    tx.session.flush()
    journal.write(
        tx,
        Kind.LIMIT_CHANGED,
        at,
        actor_id=by,
        unit_id=unit_id,
        step=step.value,
        case_class=case_class.value if case_class else None,
        limit=str(duration) if duration else None,
    )


def _check(duration: Duration | None, source: str) -> None:
    if duration is None:
        return
    if duration.unit not in WORKING_UNITS:
        raise Refused("limit-not-working-time")
    if len(source.strip()) < LEAST_SOURCE:
        raise Refused("limit-needs-source", least=LEAST_SOURCE)
