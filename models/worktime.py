"""The working clock: how much open time has passed, when a limit ends, when the office opens.

Everything is computed from a `Calendar` and aware instants: no clock, no database. Instants come
with any offset and leave in UTC; a naive one is a `ValueError`. Intervals are half-open, turned
into UTC first and measured there. Why a figure is what it is: `worktime_explain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import islice
from math import ceil
from typing import Self

from models.worktime_calendar import (
    DAY_MINUTES,
    OFFICE_WEEK,
    RAMADAN_WEEK,
    WEEKDAYS,
    Calendar,
    Hours,
    Interval,
    OwnDay,
    Season,
    Span,
    Week,
    office_default,
    ramadan,
    round_the_clock,
    utc,
)

__all__ = [
    "OFFICE_WEEK",
    "RAMADAN_WEEK",
    "WEEKDAYS",
    "Calendar",
    "Duration",
    "Hours",
    "Interval",
    "OwnDay",
    "Pause",
    "Season",
    "Span",
    "Unit",
    "Week",
    "advance",
    "clock_for",
    "deadline",
    "extend",
    "instant_at_share",
    "is_open",
    "merge_pauses",
    "next_opening",
    "office_default",
    "open_intervals",
    "ramadan",
    "round_the_clock",
    "runs_into_undecreed_year",
    "share_used",
    "utc",
    "worked",
    "working_day_after",
]

NOTHING = timedelta(0)
ONE_DAY = timedelta(days=1)
# A calendar closed for longer than this has no next opening worth promising.
MAX_CLOSED_DAYS = 3660
MAX_SHARE = 100


class Unit(StrEnum):
    """What a limit is counted in. Minutes are working minutes; hours are round the clock."""

    MINUTES = "minutes"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    HOURS = "hours"
    DAYS = "days"


WORKING_UNITS = frozenset({Unit.MINUTES, Unit.WORKING_HOURS, Unit.WORKING_DAYS})

UNIT_NAMES: dict[str, Unit] = {
    "minute": Unit.MINUTES,
    "minutes": Unit.MINUTES,
    "working minute": Unit.MINUTES,
    "working minutes": Unit.MINUTES,
    "menit": Unit.MINUTES,
    "menit kerja": Unit.MINUTES,
    "working hour": Unit.WORKING_HOURS,
    "working hours": Unit.WORKING_HOURS,
    "jam kerja": Unit.WORKING_HOURS,
    "working day": Unit.WORKING_DAYS,
    "working days": Unit.WORKING_DAYS,
    "hari kerja": Unit.WORKING_DAYS,
    "hour": Unit.HOURS,
    "hours": Unit.HOURS,
    "calendar hour": Unit.HOURS,
    "calendar hours": Unit.HOURS,
    "jam": Unit.HOURS,
    "jam kalender": Unit.HOURS,
    "day": Unit.DAYS,
    "days": Unit.DAYS,
    "calendar day": Unit.DAYS,
    "calendar days": Unit.DAYS,
    "hari": Unit.DAYS,
    "hari kalender": Unit.DAYS,
}


@dataclass(frozen=True)
class Duration:
    """A limit such as 14 working days: a whole number from 1 to 100,000 and its unit."""

    value: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 1 <= self.value <= 100_000:
            raise ValueError(f"a duration is 1 to 100000 units, not {self.value}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "14 working days", "2 working_hours" or "5 hari kerja"; `ValueError` otherwise."""
        match = re.fullmatch(r"([0-9]{1,9})\s*([a-z _]+)", text.strip().lower())
        unit = UNIT_NAMES.get(" ".join(match[2].replace("_", " ").split())) if match else None
        if match is None or unit is None:
            known = ", ".join(unit.replace("_", " ") for unit in Unit)
            raise ValueError(f'not a duration: "{text}"; write a whole number and one of {known}')
        return cls(int(match[1]), unit)

    def __str__(self) -> str:
        name = self.unit.replace("_", " ")
        return f"{self.value} {name.removesuffix('s') if self.value == 1 else name}"


@dataclass(frozen=True)
class Pause:
    """The clock stood still from `start` to `end` (None: it still does), for a stated reason."""

    start: datetime
    end: datetime | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        if utc(self.start) > (utc(self.end) if self.end else utc(self.start)):
            raise ValueError(f"a pause ends {self.end}, before it starts {self.start}")


def clock_for(calendar: Calendar, unit: Unit) -> Calendar:
    """The calendar in which time of a unit runs: hours and days run round the clock."""
    return calendar if unit in WORKING_UNITS else round_the_clock(calendar.zone)


# --- limits


def deadline(calendar: Calendar, received: datetime, duration: Duration) -> datetime:
    """When a limit ends, in UTC.

    minutes, working hours: open time, counted from the next opening if received when closed.
    working days: the last closing of the nth working day after the local day of receipt.
    hours: elapsed, 24 a day. days: 24:00 of the nth local day after the day of receipt.
    """
    value = duration.value
    match duration.unit:
        case Unit.MINUTES:
            return advance(calendar, received, timedelta(minutes=value))
        case Unit.WORKING_HOURS:
            return advance(calendar, received, timedelta(hours=value))
        case Unit.WORKING_DAYS:
            last = working_day_after(calendar, calendar.day_of(received), value)
            return calendar.spans(last)[-1][1]
        case Unit.HOURS:
            return utc(received) + timedelta(hours=value)
        case Unit.DAYS:
            return calendar.at(calendar.day_of(received) + timedelta(days=value), DAY_MINUTES)


def advance(calendar: Calendar, start: datetime, amount: timedelta) -> datetime:
    """The earliest instant by which `amount` of open time has passed since `start`.

    It is a closing, never the next opening, when the amount ends just there; no amount is no move.
    """
    if amount < NOTHING:
        raise ValueError(f"the working clock does not run backwards: {amount}")
    start, rest = utc(start), amount
    if not rest:
        return start
    today = calendar.day_of(start)
    for day in _working_days(calendar, today):
        if day > today and rest > (length := calendar.open_time(day)):
            rest -= length  # the whole day is used up: no need to look into it
            continue
        for opening, closing in calendar.spans(day):
            opening = max(opening, start)
            if opening < closing and rest <= closing - opening:
                return opening + rest
            rest -= max(closing - opening, NOTHING)
    raise AssertionError("working days have no end")


def extend(calendar: Calendar, limit: datetime, pauses: Iterable[Pause]) -> datetime:
    """A limit moved by the open time of the pauses that began before it; none before receipt.

    One rule for limits in working hours and in working days: as much open time as was paused is
    added, so that `worked(start, extended, pauses) == worked(start, limit)`. For limits in hours
    or days pass `clock_for(calendar, unit)`. `ValueError` if a pause still runs: end it at now.
    """
    limit, pauses = utc(limit), tuple(pauses)
    if any(pause.end is None for pause in pauses):
        raise ValueError("a pause still runs, so the limit is not known yet")
    for start, end in merge_pauses(pauses):
        if start < limit:
            limit = advance(calendar, limit, _open_time(calendar, start, end))
    return limit


def runs_into_undecreed_year(calendar: Calendar, limit: datetime) -> bool:
    """True if days off not decreed yet may move the limit (24:00 belongs to the day it ends)."""
    year = calendar.day_of(utc(limit) - timedelta.resolution).year
    return calendar.decreed_until is not None and year > calendar.decreed_until


# --- measuring


def worked(
    calendar: Calendar, start: datetime, end: datetime, pauses: Iterable[Pause] = ()
) -> timedelta:
    """Open time from `start` to `end` minus the open time of the pauses, overlaps taken once.

    A pause without an end runs to `end`. `ValueError` when `end` lies before `start`.
    """
    start, end = _ordered(start, end)
    paused = (_open_time(calendar, *span) for span in merge_pauses(pauses, start, end))
    return _open_time(calendar, start, end) - sum(paused, NOTHING)


def share_used(
    calendar: Calendar,
    start: datetime,
    limit: datetime,
    now: datetime,
    pauses: Iterable[Pause] = (),
) -> float:
    """The part of a limit used up: 0.0 at receipt, 1.0 at its end, more when overdue.

    `limit` is the one first set, not extended: the pauses are taken off the time used instead.
    A limit with no open time before it is all unused until it passes, then all used.
    """
    start, now = utc(start), utc(now)
    whole = worked(calendar, start, limit)
    if not whole:
        return float(now >= utc(limit))
    return worked(calendar, start, max(start, now), pauses) / whole


def instant_at_share(
    calendar: Calendar, start: datetime, limit: datetime, share: Fraction | float
) -> datetime:
    """The earliest instant when a share of a limit is used, if nothing pauses (see `extend`).

    share: 0 at receipt, 1 at the end, more for steps after it (1.25: a quarter of the limit
    late), 100 at most. Read as written: 0.1 is a tenth. Rounded up to the microsecond, so that
    `share_used` there is never less. A limit with no open time before it is used at its end.
    """
    part = Fraction(str(share)) if 0 <= share <= MAX_SHARE else None
    if part is None:
        raise ValueError(f"a share of a limit is 0 to {MAX_SHARE}, not {share}")
    whole = worked(calendar, start, limit)
    if part and not whole:
        return utc(limit)
    microseconds = ceil(part * (whole // timedelta.resolution))
    return advance(calendar, start, timedelta(microseconds=microseconds))


# --- opening hours


def open_intervals(calendar: Calendar, start: datetime, end: datetime) -> Iterator[Span]:
    """The open spans between two instants, clipped to them, in order, joined where they touch."""
    held: Span | None = None
    for opening, closing in _spans_between(calendar, *_ordered(start, end)):
        if held and held[1] == opening:
            held = (held[0], closing)
            continue
        if held:
            yield held
        held = (opening, closing)
    if held:
        yield held


def next_opening(calendar: Calendar, instant: datetime) -> datetime:
    """The instant itself if open then, else the next opening; `ValueError` if there is none."""
    return next(_spans_from(calendar, utc(instant)))[0]


def is_open(calendar: Calendar, instant: datetime) -> bool:
    """Whether the unit is open: the opening minute is, the closing minute is not."""
    at = utc(instant)
    return any(start <= at < end for start, end in calendar.spans(calendar.day_of(at)))


def working_day_after(calendar: Calendar, day: date, n: int) -> date:
    """The nth day after `day` with any open hours, n from 1."""
    if n < 1:
        raise ValueError(f"count working days from 1, not {n}")
    days = _working_days(calendar, day + ONE_DAY)
    return next(islice(days, n - 1, None))


def merge_pauses(
    pauses: Iterable[Pause], start: datetime | None = None, end: datetime | None = None
) -> list[Span]:
    """The spans under at least one pause, in order, clipped to start and end if given."""
    merged: list[Span] = []
    for pause in sorted(pauses, key=lambda one: one.start):
        left = max(filter(None, (utc(pause.start), start)))
        right = min(filter(None, (pause.end and utc(pause.end), end)))
        if merged and left <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        elif left < right:
            merged.append((left, right))
    return merged


# --- walking the calendar, a day at a time


def _working_days(calendar: Calendar, first: date) -> Iterator[date]:
    """Every day with open hours from `first` on, without end; `ValueError` in a dead calendar."""
    day, closed = first, 0
    while closed <= MAX_CLOSED_DAYS:
        if calendar.spans(day):
            closed = 0
            yield day
        closed += 1
        day += ONE_DAY
    raise ValueError(f"the calendar has no opening hours for ten years after {first}")


def _spans_from(calendar: Calendar, start: datetime) -> Iterator[Span]:
    for day in _working_days(calendar, calendar.day_of(start)):
        for opening, closing in calendar.spans(day):
            if closing > start:
                yield max(opening, start), closing


def _spans_between(calendar: Calendar, start: datetime, end: datetime) -> Iterator[Span]:
    first = calendar.day_of(start)
    for n in range((calendar.day_of(end) - first).days + 1):
        for opening, closing in calendar.spans(first + timedelta(days=n)):
            span = max(opening, start), min(closing, end)
            if span[0] < span[1]:
                yield span


def _open_time(calendar: Calendar, start: datetime, end: datetime) -> timedelta:
    """The open time of every day the interval touches, without what lies before and after it."""
    if end <= start:
        return NOTHING
    day = first = calendar.day_of(start)
    last, whole = calendar.day_of(end), NOTHING
    while day <= last:
        whole += calendar.open_time(day)
        day += ONE_DAY
    before = (min(closing, start) - opening for opening, closing in calendar.spans(first))
    after = (closing - max(opening, end) for opening, closing in calendar.spans(last))
    return whole - sum((part for part in (*before, *after) if part > NOTHING), NOTHING)


def _ordered(start: datetime, end: datetime) -> Span:
    start, end = utc(start), utc(end)
    if end < start:
        raise ValueError(f"an interval ends {end.isoformat()}, before {start.isoformat()}")
    return start, end
