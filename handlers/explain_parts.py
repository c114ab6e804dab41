"""The parts of a clock's explanation in words: days, hours, pauses, days off.

Long lists keep their ends and say how much lies between, so that no clock fills a message.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from handlers import texts
from handlers.message import Listed, Minutes, Text, When
from models.worktime_explain import Counted, DayOff, OtherHours, Paused, Reason, Why

DAYS_TOLD = 4
PAUSES_TOLD = 3
REASONS_TOLD = 3
DAYS_OFF_TOLD = 12
WEEKS_TOLD = 2  # more weekends than this are told as "every week"
OTHER_HOURS_TOLD = 5
NAME_LENGTH = 60
A_WEEK = 7  # days; within it the weekday alone says which day it is
NOTHING, ONE_DAY = timedelta(0), timedelta(days=1)


@dataclass(frozen=True)
class Words:
    """Days and times of one clock, as short as its length allows."""

    zone: str
    start: datetime
    end: datetime

    @property
    def within_a_week(self) -> bool:
        """Whether no weekday comes twice."""
        return (self.day_of(self.end) - self.day_of(self.start)).days < A_WEEK

    @property
    def style(self) -> str:
        """How a day is told: 'Kam', 'Kam 15 Jan' or 'Kam 15 Jan 2026'."""
        if self.within_a_week:
            return "weekday"
        same_year = self.day_of(self.start).year == self.day_of(self.end).year
        return "short-day" if same_year else "long-day"

    def day_of(self, instant: datetime) -> date:
        """The local day."""
        return instant.astimezone(ZoneInfo(self.zone)).date()

    def same_day(self, start: datetime, end: datetime) -> bool:
        """Whether a span lies within one local day, its 24:00 included."""
        return self.day_of(start) == self.day_of(end - timedelta.resolution)

    def day(self, day: date, style: str = "") -> When:
        noon = datetime.combine(day, time(12), ZoneInfo(self.zone))
        return When(noon, self.zone, style or self.style)

    def days(self, first: date, last: date, style: str = "") -> When | Text:
        """'Sab' or 'Sab–Min'."""
        if first == last:
            return self.day(first, style)
        return _span(self.day(first, style), self.day(last, style))

    def at(self, instant: datetime) -> When:
        """'Kam 14.50'."""
        return When(instant, self.zone, f"{self.style}-clock")

    def hours(self, start: datetime, end: datetime) -> Text:
        """'14.50–16.00', of a day named beside it."""
        return _span(When(start, self.zone, "clock"), When(end, self.zone, "clock-end"))

    def span(self, start: datetime, end: datetime) -> Text:
        """'Kam 14.50–16.00' or 'Jum 08.30–Sen 09.00'."""
        style = "clock-end" if self.same_day(start, end) else f"{self.style}-clock-end"
        return _span(self.at(start), When(end, self.zone, style))


def minutes(length: timedelta) -> Minutes:
    return Minutes(length / timedelta(minutes=1))


# --- what is counted


def total(counted: Sequence[Counted]) -> Minutes:
    return minutes(sum((part.worked for part in counted), NOTHING))


def counted_days(words: Words, counted: Sequence[Counted]) -> Listed:
    """'Kam 14.50–16.00, Jum 07.30–08.30'; of many days the first, how many more, and the last."""
    days = [list(parts) for _, parts in groupby(counted, key=lambda one: words.day_of(one.start))]
    if len(days) <= DAYS_TOLD:
        return Listed([_counted_day(words, day) for day in days])
    between = {"n": len(days) - 2, "total": total([part for day in days[1:-1] for part in day])}
    first, last = _counted_day(words, days[0]), _counted_day(words, days[-1])
    return Listed([first, Text("clock-days-between", between), last])


def _counted_day(words: Words, parts: Sequence[Counted]) -> Text:
    if not all(words.same_day(part.start, part.end) for part in parts):
        return _all([words.span(part.start, part.end) for part in parts])
    hours = _all([words.hours(part.start, part.end) for part in parts])
    return Text("clock-day", {"day": words.day(words.day_of(parts[0].start)), "hours": hours})


def day_list(words: Words, days: Sequence[date]) -> Listed:
    """Working days by name; of many the first, how many more, and the last."""
    if len(days) <= DAYS_TOLD:
        return Listed([words.day(day) for day in days])
    more = Text("clock-days-more", {"n": len(days) - 2})
    return Listed([words.day(days[0]), more, words.day(days[-1])])


# --- pauses


def pauses(words: Words, paused: Sequence[Paused]) -> list[Text]:
    """Those that take open time out; of many the first, how many more, and the last."""
    felt = [pause for pause in paused if pause.worked or pause.running]
    if len(felt) <= PAUSES_TOLD:
        return [_pause(words, pause) for pause in felt]
    between = sum((pause.worked for pause in felt[1:-1]), NOTHING)
    more = Text("clock-paused-more", {"n": len(felt) - 2, "total": minutes(between)})
    return [_pause(words, felt[0]), more, _pause(words, felt[-1])]


def _pause(words: Words, pause: Paused) -> Text:
    reasons = Listed([_reason(reason) for reason in pause.reasons[:REASONS_TOLD]])
    if pause.running:
        since = {"since": words.at(pause.start), "why": reasons}
        return Text("clock-paused-since-why" if pause.reasons else "clock-paused-since", since)
    span = {"span": words.span(pause.start, pause.end), "why": reasons}
    return Text("clock-paused-why" if pause.reasons else "clock-paused", span)


def _reason(reason: str) -> Text | str:
    """A text if the reason is the key of one, or what a text calls it: a case's state."""
    for key in (f"pause-{reason}", reason):
        if "-" in key and texts.known(key):
            return Text(key)
    return _short(reason)


# --- days off and days with other hours


def days_off(words: Words, days: Sequence[DayOff]) -> Listed:
    """Holidays and own days by name, the weekly ones by weekday when there are many."""
    runs = list(_runs(days))
    weekly = [run for run in runs if run[0].reason.why is Why.DAY_OFF]
    summed_up = len(weekly) > WEEKS_TOLD
    if summed_up:
        runs = [run for run in runs if run[0].reason.why is not Why.DAY_OFF]
    told: list[Any] = [_run(words, run) for run in runs[:DAYS_OFF_TOLD]]
    if left_out := sum(map(len, runs[DAYS_OFF_TOLD:])):
        told.append(Text("clock-more", {"n": left_out}))
    if summed_up:
        told.append(_every_week(words, [off.day for run in weekly for off in run]))
    return Listed(told)


def _runs(days: Sequence[DayOff]) -> Iterator[list[DayOff]]:
    """Neighbouring days with the same reason."""
    run: list[DayOff] = []
    for off in days:
        if run and (off.day - run[-1].day != ONE_DAY or off.reason != run[-1].reason):
            yield run
            run = []
        run.append(off)
    if run:
        yield run


def _run(words: Words, run: Sequence[DayOff]) -> When | Text:
    days, reason = words.days(run[0].day, run[-1].day), run[0].reason
    return Text("clock-named", {"days": days, "name": _name(reason)}) if reason.name else days


def _every_week(words: Words, days: Sequence[date]) -> Text:
    """'Sab–Min tiap pekan (16 hari)'."""
    example = {day.weekday(): day for day in days}
    numbers = sorted(example)
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ]
    named = [words.days(example[run[0]], example[run[-1]], "weekday") for run in runs]
    return Text("clock-weekly", {"days": Listed(named), "n": len(days)})


def other_hours(words: Words, others: Sequence[OtherHours]) -> list[Text]:
    """Ramadan and the like from day to day, own days with their hours, reason and decree."""
    told = [_other(words, other) for other in others[:OTHER_HOURS_TOLD]]
    if left_out := len(others) - len(told):
        told.append(Text("clock-more", {"n": left_out}))
    return told


def _other(words: Words, other: OtherHours) -> Text:
    if other.reason.why is Why.SEASON:
        days = words.days(other.first, other.last)
        return Text("clock-season", {"name": _short(other.reason.name), "days": days})
    midnight = datetime.combine(other.first, time(), ZoneInfo(words.zone))
    edges = [[midnight + timedelta(minutes=minute) for minute in span] for span in other.hours]
    hours = _all([words.hours(start, end) for start, end in edges])
    values = {"day": words.day(other.first), "hours": hours, "name": _name(other.reason)}
    return Text("clock-own-hours", values)


def _name(reason: Reason) -> Text | str:
    """'Banjir (SK 7/2026)'."""
    if not reason.decree:
        return _short(reason.name)
    named = {"name": _short(reason.name), "decree": _short(reason.decree)}
    return Text("clock-source", named)


def _span(first: When, last: When) -> Text:
    return Text("clock-span", {"first": first, "last": last})


def _all(items: Sequence[Text]) -> Text:
    """'a', 'a dan b', 'a, b dan c'."""
    *first, last = items
    return Text("clock-and", {"first": Listed(first), "last": last}) if first else last


def _short(words: str) -> str:
    return textwrap.shorten(words, NAME_LENGTH, placeholder="…")
