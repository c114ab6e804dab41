"""How many of those who may be asked a unit invites, and when: at its own closing time.

Each unit knows when its next evening comes, so that the job looks only at units whose time has
come, and draws once for each evening, however often it runs.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import CheckConstraint, bindparam, insert, select
from sqlmodel import Field, SQLModel

from models import journal, offices, people
from models.database import Transaction, UtcDateTime, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.people import Role
from models.worktime import Calendar

USUAL_SHARE = 30  # per cent: enough for a figure, few enough that nobody is asked all the time
SHARES = (0, 10, 20, 30, 50, 100)  # per cent that an admin may choose; 0: nobody is invited
CLOSED_DAY = 17 * 60  # minutes after midnight, where the unit does not open that day
LATEST = 18 * 60  # a unit that is open at night asks then
PATIENCE = timedelta(hours=2)  # later than that after the evening nobody is disturbed
BATCH = 20  # units in one transaction
AGAIN_AFTER = timedelta(minutes=15)


class RatingInvitationSetting(SQLModel, table=True):
    """What a unit invites by. A row comes by itself when the unit's first evening is looked for."""

    __tablename__ = "rating_invitation_settings"
    __table_args__ = (CheckConstraint("share BETWEEN 0 AND 100"),)

    unit_id: int = Field(primary_key=True, foreign_key="units.id")
    share: int = USUAL_SHARE  # per cent
    next_at: datetime = Field(sa_type=UtcDateTime, index=True)  # the evening that comes next
    drawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # the latest draw


_settings, _units = table(RatingInvitationSetting), table(Unit)
_UNKNOWN = (
    select(_units.c.id)
    .join(_settings, _settings.c.unit_id == _units.c.id, isouter=True)
    .where(_settings.c.unit_id.is_(None), _units.c.closed_at.is_(None))
    .limit(bindparam("limit"))
)
_DUE = (
    select(_settings.c.unit_id)
    .where(_settings.c.next_at <= bindparam("at"))
    .order_by(_settings.c.next_at)
    .limit(bindparam("limit"))
    .with_for_update()
)


def share(tx: Transaction, unit_id: int) -> int:
    """Per cent of those who may be asked."""
    row = tx.session.get(RatingInvitationSetting, unit_id)
    return USUAL_SHARE if row is None else row.share


def set_share(tx: Transaction, unit_id: int, per_cent: int, at: datetime, by: int) -> None:
    """Choose the share; for an admin of the unit."""
    unit = offices.unit(tx, unit_id)
    if not people.known_authority(tx, by, at).over_unit(Role.ADMIN, unit_id, unit.office_id):
        raise Refused("not-for-you")
    if per_cent not in SHARES:
        raise Refused("invited-share-unknown")
    row = tx.session.get(RatingInvitationSetting, unit_id)
    if row is None:
        row = RatingInvitationSetting(unit_id=unit_id, next_at=at)
    before, row.share = row.share, per_cent
    tx.session.add(row)
    journal.write(
        tx,
        Kind.UNIT_CHANGED,
        at,
        actor_id=by,
        unit_id=unit_id,
        field="invited_share",
        was=before,
        now=per_cent,
    )


def due(tx: Transaction, at: datetime, limit: int = BATCH) -> list[int]:
    """Ids of the units whose evening, as far as it is known, has come; `limit` at most."""
    for unit_id in list(tx.execute(_UNKNOWN, {"limit": limit}).scalars()):
        tx.execute(insert(_settings).values(unit_id=unit_id, share=USUAL_SHARE, next_at=at))
    return list(tx.execute(_DUE, {"at": at, "limit": limit}).scalars())


def put_off(tx: Transaction, unit_id: int, at: datetime) -> None:
    """A unit for which something failed is tried again later."""
    tx.session.get_one(RatingInvitationSetting, unit_id).next_at = at + AGAIN_AFTER
    tx.session.flush()


def this_evening(tx: Transaction, unit: Unit, at: datetime) -> tuple[RatingInvitationSetting, bool]:
    """The unit's row, set to its next evening, and whether one has just come."""
    row = tx.session.get_one(RatingInvitationSetting, unit.id)
    calendar = offices.calendar_of(tx, unit)
    today = calendar.day_of(at)
    now = evening(calendar, today)
    row.next_at = now if at < now else evening(calendar, today + timedelta(days=1))
    tx.session.add(row)
    tx.session.flush()
    return row, now <= at < now + PATIENCE and unit.closed_at is None


def evening(calendar: Calendar, day: date) -> datetime:
    """When a unit asks on a local day: as it closes, at 18.00 at the latest; on a day off 17.00."""
    latest, spans = calendar.at(day, LATEST), calendar.spans(day)
    return min(spans[-1][1], latest) if spans else calendar.at(day, CLOSED_DAY)
