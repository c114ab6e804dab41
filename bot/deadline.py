"""The working clock on the command line: when a limit ends, and why. No settings, no database."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.settings import BadSetting
from handlers import explain, texts
from handlers.message import said
from models import holidays_id
from models.worktime import Calendar, Duration, Pause, clock_for, deadline, extend, office_default
from models.worktime_explain import explain_limit

ZONES = {short: zone for zone, short in texts.ABBREVIATIONS.items()}


def answer(arguments: argparse.Namespace) -> list[str]:
    """The lines to print, the deadline in ISO 8601 first. `BadSetting` names what is wrong."""
    data = _calendar_data(arguments)
    plain = _calendar(data, arguments)
    received = _instant("--received", arguments.received, plain)
    duration = _duration(arguments.within)
    pauses = [_pause(plain, *words) for words in arguments.pause]
    calendar, end = _with_days_off(data, plain, received, duration, pauses)
    lines = [end.astimezone(calendar.tz).isoformat()]
    if arguments.explain:
        told = explain_limit(calendar, received, duration, pauses)
        lines.append(said(arguments.language, explain.limit(told)))
    return lines


def _calendar_data(arguments: argparse.Namespace) -> dict[str, Any]:
    """The calendar as JSON: that of the file, else the hours of Perpres 21/2023."""
    zone = ZONES.get(str(arguments.zone).upper(), arguments.zone)
    if arguments.calendar is None:
        if zone is None:
            raise BadSetting("--zone is missing: write WIB, WITA, WIT or such as Asia/Jakarta")
        data = office_default("UTC").to_json()
        return {"zone": zone, "weekly": data["weekly"]}
    data = _file(Path(arguments.calendar))
    return data | ({"zone": zone} if zone is not None else {})


def _file(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadSetting(f"--calendar: {path} cannot be read: {error.strerror}") from None
    except ValueError as error:  # not UTF-8, or not JSON
        raise BadSetting(f"--calendar: {path} is not JSON: {error}") from None
    if not isinstance(data, dict):
        raise BadSetting(f"--calendar: {path} holds no calendar: see docs/clock.md")
    return data


def _calendar(data: Mapping[str, Any], arguments: argparse.Namespace) -> Calendar:
    option = "--zone" if arguments.calendar is None else "--calendar"
    try:
        return Calendar.from_json(data)
    except ValueError as error:
        raise BadSetting(f"{option}: {error}") from None


def _instant(option: str, text: str, calendar: Calendar) -> datetime:
    """An instant in ISO 8601; without an offset it is the local time of the unit."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or not set("T ") & set(text):
        example = "2026-03-17T10:00, with or without an offset such as +07:00"
        raise BadSetting(f'{option}: not a date and time: "{text}"; write it as {example}')
    return read if read.tzinfo else read.replace(tzinfo=calendar.tz)


def _duration(text: str) -> Duration:
    try:
        return Duration.parse(text)
    except ValueError as error:
        raise BadSetting(f"--within: {error}") from None


def _pause(calendar: Calendar, start: str, end: str, reason: str) -> Pause:
    since, until = (_instant("--pause", text, calendar) for text in (start, end))
    try:
        return Pause(since, until, reason)
    except ValueError as error:
        raise BadSetting(f"--pause: {error}") from None


def _with_days_off(
    data: dict[str, Any],
    plain: Calendar,
    received: datetime,
    duration: Duration,
    pauses: list[Pause],
) -> tuple[Calendar, datetime]:
    """The calendar with the national days off of every year it takes, and the deadline by it.

    The days off of a year may push the deadline into the next: so until it stays where it is.
    """
    try:
        first = last = plain.day_of(received).year
        while True:
            calendar = _filled(data, range(first, last + 1))
            clock = clock_for(calendar, duration.unit)
            end = extend(clock, deadline(clock, received, duration), pauses)
            if (year := calendar.day_of(end).year) <= last:
                return calendar, end
            last = year
    except OverflowError:
        raise BadSetting("--within: the deadline lies after the year 9999") from None
    except ValueError as error:
        raise BadSetting(f"--calendar: {error}") from None


def _filled(data: dict[str, Any], years: range) -> Calendar:
    """National holidays and cuti bersama where the file has no "holidays" of its own."""
    if "holidays" in data:
        return Calendar.from_json(data)
    days = holidays_id.official_days(years)
    national = {
        "holidays": {day.isoformat(): name for day, name in days.items()},
        "decreed_until": holidays_id.decreed_until(years[0]),
    }
    return Calendar.from_json(national | data)
