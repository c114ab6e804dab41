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
    ONE_DAY,
    Calendar,
    Duration,
    Hours,
    Pause,
    Season,
    Span,
    Unit,
    clock_for,
    deadline,
    extend,
    merge_pauses,
    open_intervals,
    runs_into_undecreed_year,
    utc,
    worked,
)


class Why(StrEnum):
    """Why a unit is closed: a whole day (the first three), part of an open one; or open
    at other hours than usual."""

    HOLIDAY = "holiday"
    OWN_DAY = "own_day"
    DAY_OFF = "day_off"
    BREAK = "break"
    OUTSIDE_HOURS = "outside_hours"
    SEASON = "season"


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
    """Overlapping pauses joined: their reasons in order, and the open time they take out.

    `running`: one of them has no end yet.
    """

    start: datetime
    end: datetime
    reasons: tuple[str, ...]
    worked: timedelta
    running: bool = False


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
class DayOff:
    """A local day without open hours, and why."""

    day: date
    reason: Reason


@dataclass(frozen=True)
class OtherHours:
    """Local days with other hours than the week's: a season's, or those of one own day.

    `first` and `last` are the first and the last such day of the clock, not of the season.
    """

    first: date
    last: date
    reason: Reason
    hours: Hours  # of an own day; of a season they differ by weekday and are left out


@dataclass(frozen=True)
class Explanation:
    """One clock from `start` to `end` (UTC; `zone` is for showing it).

    `working_days` are the local days with open hours after the day of `start`, which is day 0,
    up to that of `end`. `undecreed` warns that days off not decreed yet may change the figure:
    those after the year `decreed_until`.
    """

    zone: str
    start: datetime
    end: datetime
    total: timedelta
    counted: tuple[Counted, ...]
    paused: tuple[Paused, ...]
    closed: tuple[Closed, ...]
    working_days: tuple[date, ...]
    days_off: tuple[DayOff, ...]
    other_hours: tuple[OtherHours, ...]
    undecreed: bool
    decreed_until: int | None


@dataclass(frozen=True)
class LimitExplanation:
    """Why a limit ends when it does.

    `days` are the working days counted, of a limit in working days; of others there are none.
    `promised` is the end first set. `recomputed` is where the calendar puts it, which differs only
    when the promise was made with another calendar. `end` is the promise moved by the pauses.
    `moved_by` are the pauses that moved it, whole. `pausing` says that one still runs, so that
    `end` moves on. `course` is the clock from receipt to `end` minus the pauses.
    """

    duration: Duration
    received: datetime
    days: tuple[date, ...]
    promised: datetime
    recomputed: datetime
    end: datetime
    moved_by: tuple[Paused, ...]
    pausing: bool
    course: Explanation

    @property
    def zone(self) -> str:
        """The unit's zone."""
        return self.course.zone


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
        days_off=_days_off(calendar, start, end),
        other_hours=tuple(_other_hours(calendar, start, end)),
        undecreed=runs_into_undecreed_year(calendar, end),
        decreed_until=calendar.decreed_until,
    )


def explain_limit(
    calendar: Calendar,
    received: datetime,
    duration: Duration,
    pauses: Iterable[Pause] = (),
    *,
    now: datetime | None = None,
    promised: datetime | None = None,
) -> LimitExplanation:
    """Why `duration` from `received` on, moved by the pauses since then, ends when it does.

    now: when a pause that still runs is looked at; `ValueError` if one does and `now` is missing.
    promised: the end as it was promised, if it is kept; it stands even where the calendar, or the
    decree, changed afterwards.
    """
    calendar = clock_for(calendar, duration.unit)
    received, pauses = utc(received), tuple(pauses)
    recomputed = deadline(calendar, received, duration)
    promised = recomputed if promised is None else utc(promised)
    over = [_ended(pause, now, received) for pause in pauses]
    end = extend(calendar, promised, _since(over, received))
    away = [span for span in merge_pauses(over, received) if span[0] < end]
    moved_by = (_paused(calendar, span, pauses) for span in away)
    in_days = duration.unit is Unit.WORKING_DAYS
    return LimitExplanation(
        duration=duration,
        received=received,
        days=_working_days(calendar, received, recomputed) if in_days else (),
        promised=promised,
        recomputed=recomputed,
        end=end,
        moved_by=tuple(pause for pause in moved_by if pause.worked),
        pausing=any(pause.end is None and utc(pause.start) < end for pause in pauses),
        course=explain(calendar, received, max(received, end), over),
    )


def _ended(pause: Pause, now: datetime | None, received: datetime) -> Pause:
    """A pause that still runs, as far as it goes by now."""
    if pause.end is not None:
        return pause
    if now is None:
        raise ValueError("a pause still runs: say at what time the limit is looked at")
    return Pause(pause.start, max(utc(now), utc(pause.start)), pause.reason)


def _since(pauses: Iterable[Pause], received: datetime) -> list[Pause]:
    """Without what lies before the receipt."""
    return [Pause(*span) for span in merge_pauses(pauses, received)]


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
    running = any(one.end is None for one in under)
    return Paused(start, end, reasons, worked(calendar, start, end), running)


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
    if not calendar.spans(day):
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
    return tuple(day for day in days if calendar.spans(day))


def _days_off(calendar: Calendar, start: datetime, end: datetime) -> tuple[DayOff, ...]:
    return tuple(
        DayOff(day, _off_reason(calendar, day))
        for day in _local_days(calendar, start, end)
        if not calendar.spans(day)
    )


def _off_reason(calendar: Calendar, day: date) -> Reason:
    """A holiday on a day that is closed every week takes no working day away: it is not named."""
    season = calendar.season(day)
    weekly = (season.weekly if season else calendar.weekly)[day.weekday()]
    if not weekly and day not in calendar.own_days:
        return Reason(Why.DAY_OFF)
    return _reason(calendar, day, inside=False)


def _other_hours(calendar: Calendar, start: datetime, end: datetime) -> Iterator[OtherHours]:
    """Seasons first to last day, and own days with hours, by their first day."""
    for day in _local_days(calendar, start, end):
        if (own := calendar.own_days.get(day)) and own.hours:
            yield OtherHours(day, day, Reason(Why.OWN_DAY, own.reason, own.decree), own.hours)
    open_days = [day for day in _local_days(calendar, start, end) if calendar.spans(day)]
    for season in calendar.seasons:
        if days := [day for day in open_days if _in_season(calendar, season, day)]:
            yield OtherHours(days[0], days[-1], Reason(Why.SEASON, season.name), ())


def _in_season(calendar: Calendar, season: Season, day: date) -> bool:
    return season.first <= day <= season.last and day not in calendar.own_days


def _local_days(calendar: Calendar, start: datetime, end: datetime) -> Iterator[date]:
    """Every local day the clock has a part in: one that it ends at the beginning of is none."""
    day, last = calendar.day_of(start), calendar.day_of(max(start, end - timedelta.resolution))
    while day <= last:
        yield day
        day += ONE_DAY
