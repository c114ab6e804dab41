"""A day and time as people type it: '08.30', 'kemarin 08.30', '23/11 08.30', '2026-11-23 08:30'."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.turn import Kind, Turn
from models import entries
from models.errors import Refused

NOW = "now"  # of a button
DAYS_AGO = {"hari ini": 0, "today": 0, "kemarin": 1, "yesterday": 1, "kemarin dulu": 2}
_WHEN = re.compile(r"(?:(?P<day>.*?)[\s,]+)?(?:(?:pukul|jam|at)\s+)?(?P<h>\d{1,2})[.:](?P<m>\d{2})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[/.-](\d{1,2})")


def chosen(turn: Turn, start: datetime | None = None) -> datetime:
    """The instant that was chosen with a button or typed; a time alone is of the day of `start`.

    The dialogue's data hold the zone.
    """
    if turn.input.kind is not Kind.BUTTON:
        zone = turn.data["zone"]
        day = start.astimezone(ZoneInfo(zone)).date() if start else None
        return read(turn.input.text, zone, turn.at, day)
    if turn.input.data == NOW:
        return turn.at
    return datetime.fromisoformat(turn.input.data)


def read(text: str, zone: str, now: datetime, day: date | None = None) -> datetime:
    """The instant; a time alone is of `day` (today without one), a date without a year is the
    latest that is not to come."""
    today = now.astimezone(ZoneInfo(zone)).date()
    found = _WHEN.fullmatch(" ".join(text.lower().split()))
    if found is None:
        raise Refused("instant-unreadable", text=text.strip()[:30])
    chosen = _day(found["day"], today) if found["day"] else day or today
    try:
        clock = time(int(found["h"]), int(found["m"]))
    except ValueError:
        raise Refused("instant-unreadable", text=text.strip()[:30]) from None
    return datetime.combine(chosen, clock, ZoneInfo(zone))


def _day(text: str, today: date) -> date:
    if text in DAYS_AGO:
        return today - timedelta(days=DAYS_AGO[text])
    short = _DAY_AND_MONTH.fullmatch(text)
    if short is None:
        return entries.day(text)
    this = entries.day(f"{short[1]}/{short[2]}/{today.year}")
    return this if this <= today else entries.day(f"{short[1]}/{short[2]}/{today.year - 1}")
