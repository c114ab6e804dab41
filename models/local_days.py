"""The day of an instant by a place's own clock, and the midnights of a day. Pure.

Zones are IANA names ("Asia/Jakarta"). Instants are aware; they come with any offset and leave in
UTC.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def local_day(zone: str, at: datetime) -> date:
    """Which day it is there."""
    return at.astimezone(ZoneInfo(zone)).date()


def midnight(day: date, zone: str) -> datetime:
    """The first instant of a local day."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def end_of_day(at: datetime, days: int, zone: str) -> datetime:
    """The midnight that ends the day so many days from now; 0: today's."""
    return midnight(local_day(zone, at) + timedelta(days=days + 1), zone)
