"""Opening hours as people write them: "Sen-Kam 07.30-12.00 13.00-16.00; Jum 07.30-11.30".

Pure. Whatever cannot be read is refused with the words that are the trouble.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from models.errors import Refused
from models.worktime import OFFICE_WEEK, Hours, Interval, Week
from models.worktime_calendar import DAY_MINUTES, ROUND_THE_CLOCK

# The shortest beginnings that tell a day, Monday first, in Indonesian and English.
DAYS: tuple[tuple[str, ...], ...] = (
    ("senin", "sen", "sn", "monday", "mon"),
    ("selasa", "sel", "sl", "tuesday", "tue", "tues"),
    ("rabu", "rab", "rb", "wednesday", "wed"),
    ("kamis", "kam", "km", "thursday", "thu", "thur", "thurs"),
    ("jumat", "jum", "jum'at", "jum’at", "jm", "friday", "fri"),
    ("sabtu", "sab", "sb", "saturday", "sat"),
    ("minggu", "min", "ahad", "mg", "sunday", "sun"),
)
EVERY_DAY = ("setiap hari", "tiap hari", "every day", "daily")
CLOSED = ("tutup", "libur", "closed")
ALL_DAY = ("24 jam", "24 hours", "24 hrs")
_NUMBER = {word: number for number, words in enumerate(DAYS) for word in words}
_TIME = r"(\d{1,2})(?:[.:](\d{2}))?"
_SPAN = re.compile(rf"{_TIME}\s*-\s*{_TIME}")
_UNTIL = re.compile(r"\s*(?:\bs/d\b|\bs\.?d\.?(?=\s|\d)|\bsampai\b|\bhingga\b|\bto\b)\s*")
_BETWEEN = re.compile(r"(?:[\s,&/]|\bdan\b|\band\b|\bwib\b|\bwita\b|\bwit\b)*", re.ASCII)

WITH_SATURDAY: Week = (*OFFICE_WEEK[:5], ((480, 720),), ())
PRESETS: dict[str, Week] = {
    "office": OFFICE_WEEK,
    "saturday": WITH_SATURDAY,
    "always": ROUND_THE_CLOCK,
}


def read_week(text: str) -> Week:
    """The hours of seven days; days that are not named are closed.

    Groups are parted by a line end, `;` or `|`. Refuses an unknown day or time, a day named
    twice, hours that overlap, and a week that is closed all the time.
    """
    week: dict[int, Hours] = {}
    for group in filter(None, (part.strip() for part in re.split(r"[;|\n]", _plain(text)))):
        days, hours = _group(group)
        for day in days:
            if day in week:
                raise Refused("hours-day-twice", day=DAYS[day][0].capitalize())
            week[day] = hours
    if not any(week.values()):
        raise Refused("hours-empty")
    return tuple(week.get(day, ()) for day in range(7))


def read_hours(text: str) -> Hours:
    """The hours of one day: "08.00-11.00 13.00-15.00", "24 jam", or "tutup" for none."""
    plain = _plain(text).strip()
    if not plain or plain in CLOSED:
        return ()
    if plain in ALL_DAY:
        return ((0, DAY_MINUTES),)
    return _ordered(_spans(plain))


def write_hours(hours: Iterable[Iterable[int]]) -> str:
    """'07.30–12.00, 13.00–16.00'; empty when closed."""
    return ", ".join(
        f"{start // 60:02}.{start % 60:02}–{end // 60:02}.{end % 60:02}" for start, end in hours
    )


def same_days(week: Week) -> list[tuple[int, int, Hours]]:
    """Runs of neighbouring days with the same hours: first day, last day (0 Monday), hours."""
    runs = []
    for hours, days in groupby(range(7), key=lambda day: week[day]):
        numbers = list(days)
        runs.append((numbers[0], numbers[-1], hours))
    return runs


def _plain(text: str) -> str:
    lowered = text.lower().replace("–", "-").replace("—", "-")
    return _UNTIL.sub("-", lowered)


def _group(group: str) -> tuple[list[int], Hours]:
    for words in EVERY_DAY:
        if group.startswith(words):
            return list(range(7)), _needed(group.removeprefix(words), group)
    parts = re.match(r"([a-z'’,\-\s]*?)(?=\s*:?\s*(?:\d|tutup|libur|closed|$))", group)
    words = parts[1].strip() if parts else ""
    if not words:
        raise Refused("hours-no-day", text=group[:40])
    return list(_days(words)), _needed(group[len(parts[0]) if parts else 0 :], group)


def _needed(rest: str, group: str) -> Hours:
    rest = rest.strip(" :,")
    if not rest:
        raise Refused("hours-no-time", text=group[:40])
    return read_hours(rest)


def _days(words: str) -> Iterator[int]:
    joined = re.sub(r"\s*-\s*", "-", re.sub(r"\bdan\b|\band\b", " ", words))
    for part in filter(None, re.split(r"[,\s]+", joined)):
        ends = [_day(word) for word in part.split("-")]
        if len(ends) > 2:
            raise Refused("hours-day-unknown", text=part[:40])
        first, last = ends[0], ends[-1]
        yield from (number % 7 for number in range(first, last + (7 if last < first else 0) + 1))


def _day(word: str) -> int:
    number = _NUMBER.get(word.strip(" .,:"))
    if number is None:
        raise Refused("hours-day-unknown", text=word.strip()[:40])
    return number


def _spans(text: str) -> Iterator[Interval]:
    place = 0
    for found in _SPAN.finditer(text):
        _only_between(text[place : found.start()])
        place = found.end()
        start, end = _minute(found[1], found[2]), _minute(found[3], found[4])
        if start >= end:
            raise Refused("hours-backwards", text=found[0])
        yield start, end
    _only_between(text[place:])


def _only_between(text: str) -> None:
    if not _BETWEEN.fullmatch(text):
        raise Refused("hours-time-unknown", text=text.strip()[:40])


def _minute(hour: str, minute: str | None) -> int:
    minutes = int(hour) * 60 + int(minute or 0)
    if int(minute or 0) > 59 or minutes > DAY_MINUTES:
        raise Refused("hours-time-unknown", text=f"{hour}.{minute or '00'}")
    return minutes


def _ordered(spans: Iterable[Interval]) -> Hours:
    ordered = tuple(sorted(spans))
    if not ordered:
        raise Refused("hours-empty")
    for (_, end), (start, _) in pairwise(ordered):
        if start < end:
            raise Refused("hours-overlap", text=write_hours(ordered))
    return ordered
