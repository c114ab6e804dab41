"""What can wait until a unit opens: the clock's notices about days that ended at midnight."""

from __future__ import annotations

from datetime import datetime

from models import offices
from models.database import Transaction
from models.offices import Unit
from models.worktime import is_open, next_opening


def until_opening(tx: Transaction, unit: Unit | None, at: datetime) -> datetime | None:
    """When the unit opens next; None: it is open, or there is no such instant."""
    if unit is None:
        return None
    calendar = offices.calendar_of(tx, unit)
    if is_open(calendar, at):
        return None
    try:
        return next_opening(calendar, at)
    except ValueError:  # a calendar without any opening
        return None
