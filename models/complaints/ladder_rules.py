"""Ladders of their own, set by admins for an office or a unit; journalled."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, or_, select, update
from sqlmodel import Field, SQLModel

from models import journal, offices, staffing
from models.complaints.ladder import OFF, RANGE, Ladder, Rung
from models.complaints.tables import Case
from models.database import Transaction, UtcDateTime, table
from models.errors import Refused
from models.journal import Kind


class LadderRule(SQLModel, table=True):
    """A rung's share from an instant on, until a later rule for the same. Rules are only added.

    Without a unit it holds in the whole office. Without a percentage it takes back the one before.
    """

    __tablename__ = "ladder_rules"

    id: int | None = Field(default=None, primary_key=True)
    office_id: int | None = Field(default=None, foreign_key="offices.id", index=True)
    unit_id: int | None = Field(default=None, foreign_key="units.id", index=True)
    rung: str  # ladder.Rung
    percent: int | None = None  # of the limit; ladder.OFF leaves the rung out
    valid_from: datetime = Field(sa_type=UtcDateTime)
    set_by: int | None = Field(default=None, foreign_key="people.id")


_rules, _cases = table(LadderRule), table(Case)
_OF_UNIT = (
    select(_rules.c.rung, _rules.c.percent)
    .where(
        or_(_rules.c.unit_id == bindparam("unit_id"), _rules.c.office_id == bindparam("office_id")),
        _rules.c.valid_from <= bindparam("at"),
    )
    # later ones overrule earlier ones: the office's, then the unit's; oldest first
    .order_by(_rules.c.unit_id.is_not(None), _rules.c.valid_from, _rules.c.id)
)


def of_unit(tx: Transaction, unit_id: int, office_id: int, at: datetime) -> Ladder:
    """The ladder of a unit at an instant: its own before its office's before the default."""
    own: dict[Rung, int] = {}
    given = {"unit_id": unit_id, "office_id": office_id, "at": at}
    for row in tx.execute(_OF_UNIT, given, flush=False):
        if row.percent is None:
            own.pop(Rung(row.rung), None)
        else:
            own[Rung(row.rung)] = row.percent
    return Ladder(own)


def set_rung(
    tx: Transaction,
    rung: Rung,
    percent: int | None,
    at: datetime,
    by: int | None,
    *,
    office_id: int,
    unit_id: int | None = None,
) -> None:
    """Set a rung of an office, or of one unit of it, from now on; None: as it was before.

    Open cases are looked at anew by the clock. Refused to whoever is no admin there; by None: the
    command line.
    """
    staffing.require_admin(tx, by, at, office_id=office_id, unit_id=unit_id)
    if percent not in (None, OFF) and percent not in RANGE:
        raise Refused("ladder-range", first=RANGE[0], last=RANGE[-1])
    of_unit_only = None if unit_id is not None else office_id
    tx.session.add(
        LadderRule(
            office_id=of_unit_only,
            unit_id=unit_id,
            rung=rung,
            percent=percent,
            valid_from=at,
            set_by=by,
        )
    )
    journal.write(
        tx,
        Kind.LADDER_CHANGED,
        at,
        actor_id=by,
        unit_id=unit_id,
        office=office_id,
        rung=rung.value,
        percent=percent,
    )
    units = [unit_id] if unit_id is not None else [u.id for u in offices.units(tx, office_id)]
    woken = tx.execute(
        update(_cases)
        .where(_cases.c.unit_id.in_(units), _cases.c.resolved_at.is_(None))
        .values(wake_at=at)
        .returning(_cases.c.id, _cases.c.unit_id)
    )
    journal.write_of_cases(tx, Kind.CASE_WOUND, at, woken.all())
