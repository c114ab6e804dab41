"""What a person typed into the search, taken apart: dates, states, and words. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.complaints.states import ENDED, OPEN, WITH_CITIZEN, State

WORDS = 5  # looked for at most
LEAST_WORD = 2  # characters

Days = tuple[date, date]
"""The first and the last day."""


@dataclass(frozen=True)
class Terms:
    """days: of the receipt, both included. late: open, with a clock past its end."""

    words: tuple[str, ...] = ()
    days: Days | None = None
    states: tuple[State, ...] = ()
    late: bool = False

    @property
    def empty(self) -> bool:
        return self == Terms()


def read(typed: str, today: date) -> Terms:
    """'KTP 23 Nov', 'selesai minggu ini'. today: by the unit's clock."""
    rest = f" {' '.join(typed.lower().split())} "
    days, rest = _days(rest, today)
    states, late, rest = _states(rest)
    words = [word for word in re.split(r"[\s,;]+", rest) if len(word) >= LEAST_WORD]
    return Terms(tuple(dict.fromkeys(words))[:WORDS], days, states, late)


# --- days

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb februari february pebruari",
            "mar maret march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agustus aug august agt",
            "sep september sept",
            "okt oktober oct october",
            "nov november nop",
            "des desember dec december",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = (
    rf"(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}"
    rf"|\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?)"
)
_RANGE = re.compile(rf" ({_DAY}) ?(?:-|–|\.\.|s/d|sd|sampai|hingga|to|until) ?({_DAY}) ")
_ONE = re.compile(rf" ({_DAY}) ")
_WHOLE_MONTH = re.compile(rf" (?:bulan )?({_MONTH})(?: (\d{{4}}))? ")


def _week(today: date, before: int = 0) -> Days:
    monday = today - timedelta(days=today.weekday() + 7 * before)
    return monday, monday + timedelta(days=6)


def _month(year: int, month: int) -> Days:
    first = date(year, month, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return first, following - timedelta(days=1)


def _last_month(today: date) -> Days:
    before = today.replace(day=1) - timedelta(days=1)
    return _month(before.year, before.month)


def _day(day: date) -> Days:
    return day, day


_NAMED: dict[str, Callable[[date], Days]] = {
    "hari ini": _day,
    "today": _day,
    "kemarin": lambda today: _day(today - timedelta(days=1)),
    "yesterday": lambda today: _day(today - timedelta(days=1)),
    "minggu ini": _week,
    "pekan ini": _week,
    "this week": _week,
    "minggu lalu": lambda today: _week(today, 1),
    "pekan lalu": lambda today: _week(today, 1),
    "last week": lambda today: _week(today, 1),
    "bulan ini": lambda today: _month(today.year, today.month),
    "this month": lambda today: _month(today.year, today.month),
    "bulan lalu": _last_month,
    "last month": _last_month,
    "tahun ini": lambda today: (date(today.year, 1, 1), date(today.year, 12, 31)),
    "this year": lambda today: (date(today.year, 1, 1), date(today.year, 12, 31)),
}


def _days(rest: str, today: date) -> tuple[Days | None, str]:
    """The days asked for, and the text without them."""
    for found, days in _dated(rest, today):
        return days, rest.replace(found, " ", 1)
    return None, rest


def _dated(rest: str, today: date) -> Iterator[tuple[str, Days]]:
    for name, days in _NAMED.items():
        if f" {name} " in rest:
            yield f" {name} ", days(today)
    if (span := _RANGE.search(rest)) and (ends := _both(span[1], span[2], today)):
        yield span[0], ends
    if (one := _ONE.search(rest)) and (day := _date(one[1], today)):
        yield one[0], _day(day)
    if (month := _WHOLE_MONTH.search(rest)) and _is_month(month[0], month[1]):
        yield month[0], _month(*_year_of(_MONTHS[month[1]], month[2], today))


def _is_month(found: str, name: str) -> bool:
    """'mei' and 'mar' may be words; a longer name, a year or 'bulan' beside it makes it sure."""
    return len(name) > 3 or found.strip() != name


def _both(first: str, last: str, today: date) -> Days | None:
    """In either order."""
    start, end = _date(first, today), _date(last, today)
    return (min(start, end), max(start, end)) if start and end else None


def _date(text: str, today: date) -> date | None:
    """None for a day that does not exist. Without a year: the latest one that is not to come."""
    parts = re.split(r"[-/. ]", text)
    try:
        if "-" in text:
            return date(*map(int, parts))
        if parts[1].isdecimal():
            return date(*map(int, reversed(parts)))
        year, month = _year_of(_MONTHS[parts[1]], parts[2] if len(parts) > 2 else None, today)
        day = date(year, month, int(parts[0]))
    except ValueError:
        return None
    return day if len(parts) > 2 or day <= today else day.replace(year=year - 1)


def _year_of(month: int, year: str | None, today: date) -> tuple[int, int]:
    if year is not None:
        return int(year), month
    return today.year - (month > today.month), month


# --- states

_STATES: dict[str, tuple[State, ...]] = {
    "terbuka": tuple(OPEN),
    "open": tuple(OPEN),
    "baru": (State.SENT,),
    "new": (State.SENT,),
    "diteruskan": (State.FORWARDED,),
    "forwarded": (State.FORWARDED,),
    "ditangani": (State.IN_PROGRESS,),
    "diproses": (State.IN_PROGRESS,),
    "in progress": (State.IN_PROGRESS,),
    "menunggu": tuple(WITH_CITIZEN),
    "waiting": tuple(WITH_CITIZEN),
    "dijawab": (State.ANSWERED,),
    "answered": (State.ANSWERED,),
    "dibuka kembali": (State.REOPENED,),
    "reopened": (State.REOPENED,),
    "selesai": (State.SOLVED,),
    "solved": (State.SOLVED,),
    "ditolak": (State.REJECTED,),
    "tidak diterima": (State.REJECTED,),
    "rejected": (State.REJECTED,),
    "diarsipkan": (State.ARCHIVED,),
    "arsip": (State.ARCHIVED,),
    "archived": (State.ARCHIVED,),
    "digabung": (State.MERGED,),
    "merged": (State.MERGED,),
    "ditarik": (State.WITHDRAWN,),
    "withdrawn": (State.WITHDRAWN,),
    "berakhir": tuple(ENDED),
    "ended": tuple(ENDED),
}
_LATE = ("terlambat", "lewat batas", "late", "overdue")


def _states(rest: str) -> tuple[tuple[State, ...], bool, str]:
    found: list[State] = []
    late = False
    for name in sorted((*_STATES, *_LATE), key=len, reverse=True):
        if f" {name} " in rest:
            rest = rest.replace(f" {name} ", " ", 1)
            late = late or name in _LATE
            found += _STATES.get(name, ())
    return tuple(sorted(set(found))), late, rest
