"""Quiet hours: how an officer is reached while the unit is closed.

By default a message arrives at once and makes no sound, so that "told at once" holds. Who prefers
it is left alone until the opening, or is always rung.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel, col, select

from models import offices, people
from models.database import Transaction
from models.errors import Refused
from models.offices import Unit
from models.worktime import is_open, next_opening


class Manner(StrEnum):
    SILENT = "silent"  # at once, without a sound
    HELD = "held"  # at the next opening
    LOUD = "loud"  # at once, with a sound


class QuietHours(SQLModel, table=True):
    """What an officer chose; without a row it is `Manner.SILENT`."""

    __tablename__ = "quiet_hours"

    officer_id: int = Field(primary_key=True, foreign_key="officers.id")
    manner: str


@dataclass(frozen=True)
class Delivery:
    """How one message goes out."""

    silent: bool = False
    held_until: datetime | None = None


ALOUD = Delivery()


def chosen(tx: Transaction, officer_id: int) -> Manner:
    """What the officer wants while the unit is closed."""
    return _of(tx, [officer_id]).get(officer_id, Manner.SILENT)


def choose(tx: Transaction, person_id: int, wanted: str, at: datetime) -> Manner:
    """Set one's own quiet hours."""
    officer = people.authority(tx, person_id, at).officer
    if officer is None or wanted not in set(Manner):
        raise Refused("not-for-you")
    row = tx.session.get(QuietHours, officer.id)
    if row is None:
        row = QuietHours(officer_id=officer.id or 0, manner=wanted)
        tx.session.add(row)
    row.manner = wanted
    return Manner(wanted)


def deliveries(
    tx: Transaction, officer_ids: Collection[int], unit: Unit, at: datetime
) -> dict[int, Delivery]:
    """How each officer is told of something in this unit now."""
    if not officer_ids:
        return {}
    calendar = offices.calendar_of(tx, unit)
    if is_open(calendar, at):
        return dict.fromkeys(officer_ids, ALOUD)
    manners, opening = _of(tx, officer_ids), next_opening(calendar, at)
    ways = {
        Manner.SILENT: Delivery(silent=True),
        Manner.HELD: Delivery(held_until=opening),
        Manner.LOUD: ALOUD,
    }
    return {one: ways[manners.get(one, Manner.SILENT)] for one in officer_ids}


def _of(tx: Transaction, officer_ids: Collection[int]) -> dict[int, Manner]:
    rows = tx.session.exec(select(QuietHours).where(col(QuietHours.officer_id).in_(officer_ids)))
    return {row.officer_id: Manner(row.manner) for row in rows}
