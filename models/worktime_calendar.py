"""The calendar of one unit: its zone, weekly hours, seasons, days off and own days.

Pure and immutable; one version of it is one value, kept in the database as plain JSON, and one
object may serve any number of cases and threads. The arithmetic on it is in `worktime`, which
offers these names too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Self
from zoneinfo import ZoneInfo

Interval = tuple[int, int]
"""Opening and closing in minutes after local midnight; 1440 is 24:00, the end of the day."""
Hours = tuple[Interval, ...]
Week = tuple[Hours, ...]
"""Monday first, seven entries."""
Span = tuple[datetime, datetime]
"""Start and end in UTC; the end is not part of it."""

DAY_MINUTES = 24 * 60
# Days whose opening instants a calendar keeps at hand (about 0.4 kB each): two years and more.
KEPT_DAYS = 800
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Season:
    """Other weekly hours from the first to the last local day, both included; Ramadan above all."""

    name: str
    first: date
    last: date
    weekly: Week

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"season {self.name}: ends {self.last}, before it starts {self.first}")
        object.__setattr__(self, "weekly", _week(self.weekly))


@dataclass(frozen=True)
class OwnDay:
    """A day with its own hours by decree: shortened, moved, closed (no hours) or opened."""

    hours: Hours
    reason: str
    decree: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "hours", _hours(self.hours))


@dataclass(frozen=True)
class Calendar:
    """When one unit is open. An own day overrules a holiday, that a season, that the week.

    `decreed_until` is the last year whose days off are decreed (None: not known, nothing is said).
    Indonesia's three zones never change their clocks. Where clocks change, an opening or closing
    time that comes twice is its first, and one that is skipped is the moment of the change.
    `ValueError` on an unknown zone, overlapping hours or seasons.
    """

    zone: str
    weekly: Week
    seasons: tuple[Season, ...] = ()
    holidays: Mapping[date, str] = field(default_factory=dict, hash=False)
    own_days: Mapping[date, OwnDay] = field(default_factory=dict, hash=False)
    decreed_until: int | None = None
    tz: ZoneInfo = field(init=False, repr=False, compare=False)
    _kept: dict[date, tuple[tuple[Span, ...], timedelta]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        try:
            object.__setattr__(self, "tz", ZoneInfo(self.zone))
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(f'unknown time zone "{self.zone}"') from error
        seasons = tuple(sorted(self.seasons, key=lambda season: season.first))
        for one, two in pairwise(seasons):
            if two.first <= one.last:
                raise ValueError(f"seasons {one.name} and {two.name} overlap")
        object.__setattr__(self, "weekly", _week(self.weekly))
        object.__setattr__(self, "seasons", seasons)
        object.__setattr__(self, "holidays", MappingProxyType(dict(self.holidays)))
        object.__setattr__(self, "own_days", MappingProxyType(dict(self.own_days)))

    def season(self, day: date) -> Season | None:
        """The season the local day falls into."""
        return next((one for one in self.seasons if one.first <= day <= one.last), None)

    def hours(self, day: date) -> Hours:
        """The opening hours of a local day, in minutes after midnight; empty when closed."""
        if own := self.own_days.get(day):
            return own.hours
        if day in self.holidays:
            return ()
        season = self.season(day)
        return (season.weekly if season else self.weekly)[day.weekday()]

    def spans(self, day: date) -> tuple[Span, ...]:
        """The opening hours of a local day as instants."""
        return (self._kept.get(day) or self._work_out(day))[0]

    def open_time(self, day: date) -> timedelta:
        """How long the unit is open on a local day."""
        return (self._kept.get(day) or self._work_out(day))[1]

    def _work_out(self, day: date) -> tuple[tuple[Span, ...], timedelta]:
        """Done once and kept: the calendar never changes, so threads need no lock."""
        if len(self._kept) >= KEPT_DAYS:
            self._kept.clear()
        found = ((self.at(day, start), self.at(day, end)) for start, end in self.hours(day))
        spans = tuple(span for span in found if span[0] < span[1])
        length = sum((end - start for start, end in spans), timedelta(0))
        self._kept[day] = spans, length
        return spans, length

    def at(self, day: date, minute: int) -> datetime:
        """The instant of a local day's minute, 0 to 1440."""
        local = datetime.combine(day, time(), self.tz) + timedelta(minutes=minute)
        first, second = local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)
        # Only of a time that the clock skips does the second reading come before the first.
        return _clock_change(second, first, self.tz) if second < first else first

    def day_of(self, instant: datetime) -> date:
        """The local day an instant falls on."""
        return utc(instant).astimezone(self.tz).date()

    def to_json(self) -> dict[str, Any]:
        """A plain dictionary, easy to write by hand: days are ISO dates, hours "07:30-12:00"."""
        return {
            "zone": self.zone,
            "weekly": _week_to_json(self.weekly),
            "seasons": [
                {
                    "name": one.name,
                    "first": one.first.isoformat(),
                    "last": one.last.isoformat(),
                    "weekly": _week_to_json(one.weekly),
                }
                for one in self.seasons
            ],
            "holidays": {day.isoformat(): name for day, name in sorted(self.holidays.items())},
            "own_days": {
                day.isoformat(): {
                    "hours": _hours_to_json(own.hours),
                    "reason": own.reason,
                    "decree": own.decree,
                }
                for day, own in sorted(self.own_days.items())
            },
            "decreed_until": self.decreed_until,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The inverse of `to_json`; all but zone and weekly may be missing. `ValueError` if bad."""
        try:
            return cls(
                zone=str(data["zone"]),
                weekly=_week_from_json(data["weekly"]),
                seasons=tuple(
                    Season(str(one["name"]), *_days(one), _week_from_json(one["weekly"]))
                    for one in data.get("seasons", ())
                ),
                holidays={
                    date.fromisoformat(day): str(name)
                    for day, name in data.get("holidays", {}).items()
                },
                own_days={
                    date.fromisoformat(day): OwnDay(
                        _hours_from_json(own["hours"]), str(own["reason"]), own.get("decree", "")
                    )
                    for day, own in data.get("own_days", {}).items()
                },
                decreed_until=_year_or_none(data.get("decreed_until")),
            )
        except KeyError as missing:
            raise ValueError(f"the calendar lacks {missing}") from missing
        except (TypeError, AttributeError) as error:
            raise ValueError(f"the calendar is not of the expected form: {error}") from error


# Perpres 21/2023: five working days, 37 h 30 min a week without breaks, from 07.30 local time;
# the break lasts 60 minutes, on Friday 90.
OFFICE_WEEK: Week = (
    *(((450, 720), (780, 960)),) * 4,  # Mon-Thu 07.30-12.00, 13.00-16.00
    ((450, 690), (780, 990)),  # Fri 07.30-11.30, 13.00-16.30
    (),
    (),
)
# Perpres 21/2023, in Ramadan: 32 h 30 min a week, from 08.00; break 30 minutes, on Friday 60.
RAMADAN_WEEK: Week = (
    *(((480, 720), (750, 900)),) * 4,  # Mon-Thu 08.00-12.00, 12.30-15.00
    ((480, 690), (750, 930)),  # Fri 08.00-11.30, 12.30-15.30
    (),
    (),
)
ROUND_THE_CLOCK: Week = (((0, DAY_MINUTES),),) * 7


def office_default(
    zone: str,
    *,
    holidays: Mapping[date, str] | None = None,
    seasons: Iterable[Season] = (),
    decreed_until: int | None = None,
) -> Calendar:
    """The hours of Perpres 21/2023 in a zone; days off and Ramadan (see `ramadan`) are given."""
    days = holidays or {}
    return Calendar(zone, OFFICE_WEEK, tuple(seasons), days, decreed_until=decreed_until)


@cache
def round_the_clock(zone: str) -> Calendar:
    """A unit that never closes: 00:00-24:00 every day, with no gap at midnight."""
    return Calendar(zone, ROUND_THE_CLOCK)


def ramadan(first: date, last: date, weekly: Week = RAMADAN_WEEK) -> Season:
    """The season of fasting, from the first to the last day, both included."""
    return Season("Ramadan", first, last, weekly)


def utc(instant: datetime) -> datetime:
    """The same instant in UTC; `ValueError` when it carries no zone."""
    if instant.utcoffset() is None:
        raise ValueError(f"an instant needs a time zone: {instant.isoformat()}")
    return instant.astimezone(UTC)


def _clock_change(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """When the clock jumps ahead between two instants: the first with the later offset."""
    offset = after.astimezone(tz).utcoffset()
    while (gap := (after - before) // 2) >= timedelta.resolution:
        middle = before + gap
        if middle.astimezone(tz).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def _hours(hours: Iterable[Sequence[int]]) -> Hours:
    """Sorted and checked: within the day, not empty, no two overlapping."""
    ordered = tuple(sorted((start, end) for start, end in hours))
    for start, end in ordered:
        if not 0 <= start < end <= DAY_MINUTES:
            raise ValueError(f"no opening hours: {_clock(start)}-{_clock(end)}")
    for one, two in pairwise(ordered):
        if two[0] < one[1]:
            raise ValueError(f"opening hours overlap: {', '.join(_hours_to_json(ordered))}")
    return ordered


def _week(week: Iterable[Hours]) -> Week:
    days = tuple(_hours(hours) for hours in week)
    if len(days) != len(WEEKDAYS):
        raise ValueError(f"a week has seven days, not {len(days)}")
    return days


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _minute(text: str) -> int:
    hour, colon, minute = text.strip().partition(":")
    if not (colon and hour.isdecimal() and len(minute) == 2 and minute.isdecimal()):
        raise ValueError(f'not a time of day: "{text}"')
    if int(minute) > 59:
        raise ValueError(f'not a time of day: "{text}"')
    return int(hour) * 60 + int(minute)


def _hours_to_json(hours: Hours) -> list[str]:
    return [f"{_clock(start)}-{_clock(end)}" for start, end in hours]


def _hours_from_json(texts: Iterable[str]) -> Hours:
    pairs = (text.partition("-") for text in texts)
    return tuple((_minute(start), _minute(end)) for start, _, end in pairs)


def _week_to_json(week: Week) -> dict[str, list[str]]:
    return {name: _hours_to_json(day) for name, day in zip(WEEKDAYS, week, strict=True)}


def _week_from_json(data: Mapping[str, Iterable[str]]) -> Week:
    if unknown := set(data) - set(WEEKDAYS):
        raise ValueError(f"not a day of the week: {', '.join(sorted(unknown))}")
    return tuple(_hours_from_json(data.get(name, ())) for name in WEEKDAYS)


def _days(season: Mapping[str, Any]) -> tuple[date, date]:
    return date.fromisoformat(season["first"]), date.fromisoformat(season["last"])


def _year_or_none(value: object) -> int | None:
    if value is None or isinstance(value, int):
        return value
    raise ValueError(f"decreed_until is a year, not {value!r}")
