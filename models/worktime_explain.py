"""Why a clock shows what it shows, as data without language; sentences are made elsewhere.

Counted, paused and closed time together make up the whole interval: each minute of it is either
counted, open but paused, or closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from models.worktime import (
    Calendar,
    Pause,
    Span,
    merge_pauses,
    open_intervals,
    runs_into_undecreed_year,
    utc,
    worked,
)


class Why(StrEnum):
    """Why a unit is closed: a whole day (the first three) or part of an open one."""

    HOLIDAY = "holiday"
    OWN_DAY = "own_day"
    DAY_OFF = "day_off"
    BREAK = "break"
    OUTSIDE_HOURS = "outside_hours"


WHOLE_DAY = frozenset({Why.HOLIDAY, Why.OWN_DAY, Why.DAY_OFF})


@dataclass(frozen=True)
class Reason:
    """Why, with the name of the holiday, season or own day and the decree's number if any."""

    why: Why
    name: str = ""
    decree: str = ""


@dataclass(frozen=True)
class Counted:
    """Open time that counts."""

    start: datetime
    end: datetime

    @property
    def worked(self) -> timedelta:
        """Its length."""
        return self.end - self.start


@dataclass(frozen=True)
class Paused:
    """Overlapping pauses joined: their reasons in order, and the open time they take out."""

    start: datetime
    end: datetime
    reasons: tuple[str, ...]
    worked: timedelta


@dataclass(frozen=True)
class Closed:
    """Closed time: adjacent closed days joined, each reason once, in order of appearance."""

    start: datetime
    end: datetime
    reasons: tuple[Reason, ...]

    @property
    def whole_days(self) -> bool:
        """Whether it is made of whole days rather than a break, evening or night."""
        return self.reasons[0].why in WHOLE_DAY


@dataclass(frozen=True)
class Explanation:
    """One clock from `start` to `end` (UTC; `zone` is for showing it).

    `working_days` are the local days with open hours after the day of `start`, which is day 0,
    up to that of `end`. `undecreed` warns that days off not decreed yet may change the figure.
    """

    zone: str
    start: datetime
    end: datetime
    total: timedelta
    counted: tuple[Counted, ...]
    paused: tuple[Paused, ...]
    closed: tuple[Closed, ...]
    working_days: tuple[date, ...]
    undecreed: bool


def explain(
    calendar: Calendar, start: datetime, end: datetime, pauses: Iterable[Pause] = ()
) -> Explanation:
    """How `worked(calendar, start, end, pauses)` comes about; `ValueError` as there."""
    start, end, pauses = utc(start), utc(end), tuple(pauses)
    total = worked(calendar, start, end, pauses)
    away = merge_pauses(pauses, start, end)
    return Explanation(
        zone=calendar.zone,
        start=start,
        end=end,
        total=total,
        counted=tuple(_counted(calendar, start, end, away)),
        paused=tuple(_paused(calendar, span, pauses) for span in away),
        closed=tuple(_joined(_closed(calendar, start, end))),
        working_days=_working_days(calendar, start, end),
        undecreed=runs_into_undecreed_year(calendar, end),
    )


def _counted(
    calendar: Calendar, start: datetime, end: datetime, away: list[Span]
) -> Iterator[Counted]:
    """The open spans of every stretch between two pauses."""
    edges = [start, *(edge for span in away for edge in span), end]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        for span in open_intervals(calendar, left, right):
            yield Counted(*span)


def _paused(calendar: Calendar, span: Span, pauses: tuple[Pause, ...]) -> Paused:
    start, end = span
    under = sorted(
        (
            one
            for one in pauses
            if utc(one.start) < end and (one.end is None or utc(one.end) > start)
        ),
        key=lambda one: one.start,
    )
    reasons = tuple(dict.fromkeys(one.reason for one in under if one.reason))
    return Paused(start, end, reasons, worked(calendar, start, end))


def _closed(calendar: Calendar, start: datetime, end: datetime) -> Iterator[Closed]:
    """The closed parts of each local day, clipped, each with its one reason."""
    for day in _local_days(calendar, start, end):
        midnight, next_midnight = calendar.at(day, 0), calendar.at(day + timedelta(days=1), 0)
        spans = calendar.spans(day)
        edges = [midnight, *(edge for span in spans for edge in span), next_midnight]
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            inside = midnight < left and right < next_midnight
            left, right = max(left, start), min(right, end)
            if left < right:
                yield Closed(left, right, (_reason(calendar, day, inside),))


def _reason(calendar: Calendar, day: date, inside: bool) -> Reason:
    """Why a day, or a part of it, is closed; `inside` means between two openings."""
    season = calendar.season(day)
    if own := calendar.own_days.get(day):
        return Reason(_part(inside) if own.hours else Why.OWN_DAY, own.reason, own.decree)
    if day in calendar.holidays:
        return Reason(Why.HOLIDAY, calendar.holidays[day])
    if not calendar.hours(day):
        return Reason(Why.DAY_OFF)
    return Reason(_part(inside), season.name if season else "")


def _part(inside: bool) -> Why:
    return Why.BREAK if inside else Why.OUTSIDE_HOURS


def _joined(parts: Iterable[Closed]) -> Iterator[Closed]:
    """Join whole closed days that touch, and the two halves of one night."""
    held: Closed | None = None
    for part in parts:
        if held and held.end == part.start and held.whole_days == part.whole_days:
            reasons = tuple(dict.fromkeys(held.reasons + part.reasons))
            held = Closed(held.start, part.end, reasons)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _working_days(calendar: Calendar, start: datetime, end: datetime) -> tuple[date, ...]:
    days = list(_local_days(calendar, start, end))[1:]
    return tuple(day for day in days if calendar.hours(day) and calendar.at(day, 0) < end)


def _local_days(calendar: Calendar, start: datetime, end: datetime) -> Iterator[date]:
    first, last = calendar.day_of(start), calendar.day_of(end)
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
