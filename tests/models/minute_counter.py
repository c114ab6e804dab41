"""A counter that knows nothing but minutes, and the random calendars it is held against.

A calendar is laid out as one bit per minute of two and a half years, 1 when open, in one large
number; counting is counting its bits. The zones' offsets and changes of the clock are written out,
so that the counter does not lean on the zone database as the clock does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from random import Random

from models.worktime import (
    OFFICE_WEEK,
    RAMADAN_WEEK,
    Calendar,
    Hours,
    OwnDay,
    Pause,
    Season,
    Week,
    round_the_clock,
)

FIRST, DAYS = date(2026, 1, 1), 900
DAY = 24 * 60
MINUTE = timedelta(minutes=1)
ZERO = datetime.combine(FIRST, time(), UTC)  # position 0; the tests begin a day later

# From which instant on local time is how many minutes ahead of UTC.
Offsets = tuple[tuple[datetime, int], ...]


def _changes(first: int, *later: tuple[str, int]) -> Offsets:
    read = ((datetime.fromisoformat(f"{at}+00:00"), offset) for at, offset in later)
    return ((ZERO, first), *read)


ZONES: dict[str, Offsets] = {
    "Asia/Jakarta": _changes(420),
    "Asia/Makassar": _changes(480),
    "Asia/Jayapura": _changes(540),
    # at 01.00 UTC on the last Sundays of March and October
    "Europe/Berlin": _changes(
        60,
        ("2026-03-29T01:00", 120),
        ("2026-10-25T01:00", 60),
        ("2027-03-28T01:00", 120),
        ("2027-10-31T01:00", 60),
        ("2028-03-26T01:00", 120),
    ),
    # at midnight: a day that begins at 01.00, and one whose last hour comes twice
    "America/Santiago": _changes(
        -180,
        ("2026-04-05T03:00", -240),
        ("2026-09-06T04:00", -180),
        ("2027-04-04T03:00", -240),
        ("2027-09-05T04:00", -180),
        ("2028-04-02T03:00", -240),
    ),
}


@dataclass(frozen=True)
class MinuteCounter:
    """One calendar, minute by minute. Positions are minutes after `ZERO`."""

    calendar: Calendar

    @staticmethod
    def instant(position: int) -> datetime:
        return ZERO + position * MINUTE

    @staticmethod
    def position(instant: datetime) -> int:
        minutes, rest = divmod(instant - ZERO, MINUTE)
        assert not rest
        return minutes

    def count(self, start: int, end: int, away: int = 0) -> int:
        """Open minutes from `start` to `end` that are not `away`."""
        found = self.between(start, end)
        return (found & ~(away >> start) if away else found).bit_count()

    def between(self, start: int, end: int) -> int:
        """The minutes from `start` to `end`, the first of them as the lowest bit."""
        cut = int.from_bytes(self._bytes[start >> 3 : (end >> 3) + 1], "little")
        return cut >> (start & 7) & mask(0, end - start)

    def is_open(self, position: int) -> bool:
        return bool(self.between(position, position + 1))

    @cached_property
    def _bytes(self) -> bytes:
        return self.minutes.to_bytes(DAYS * DAY // 8, "little")

    @cached_property
    def minutes(self) -> int:
        """Open minutes as they pass. An hour that comes twice goes on as the first time it ended,
        as a closing time is over once it has come."""
        laid = 0
        for start, end, offset, again in self._stretches:
            local = self.local >> (start + offset) & mask(0, end - start)
            if again:
                local = local >> again << again | (mask(0, again) if self._before(start) else 0)
            laid |= local << start
        return laid

    def _before(self, change: int) -> bool:
        """Whether the last local minute before the clock went back was open."""
        offset = self.offset(change - 1)
        return bool(self.local >> (change - 1 + offset) & 1)

    @cached_property
    def _stretches(self) -> list[tuple[int, int, int, int]]:
        """From, to, the offset in between, and how many minutes at its head come again."""
        changes = [(self.position(at), offset) for at, offset in ZONES[self.calendar.zone]]
        found = []
        for n, (start, offset) in enumerate(changes):
            end = changes[n + 1][0] if n + 1 < len(changes) else (DAYS - 2) * DAY
            again = max(0, changes[n - 1][1] - offset) if n else 0
            found.append((max(start, DAY), end, offset, again))
        return found

    def offset(self, position: int) -> int:
        return next(o for start, end, o, _ in self._stretches if start <= position < end)

    def day_number(self, position: int) -> int:
        """The local day, counted from FIRST."""
        return (position + self.offset(position)) // DAY

    def begins(self, day: int) -> int:
        """When a local day begins: at midnight, or as soon as the clock is past it."""
        for start, end, offset, _ in self._stretches:
            if day * DAY - offset < end:
                return max(start, day * DAY - offset)
        raise AssertionError("beyond the counter")

    @cached_property
    def local(self) -> int:
        """Local minutes as the calendar's rules read: own day, holiday, season, week."""
        drawn: dict[Hours, bytes] = {}
        laid = []
        for n in range(DAYS):
            today = self.rule(FIRST + timedelta(days=n))
            if today not in drawn:
                drawn[today] = sum(1 << m for span in today for m in range(*span)).to_bytes(
                    DAY // 8, "little"
                )
            laid.append(drawn[today])
        return int.from_bytes(b"".join(laid), "little")

    def rule(self, day: date) -> Hours:
        if day in self.calendar.own_days:
            return self.calendar.own_days[day].hours
        if day in self.calendar.holidays:
            return ()
        for season in self.calendar.seasons:
            if season.first <= day and day <= season.last:
                return season.weekly[day.weekday()]
        return self.calendar.weekly[day.weekday()]


def mask(start: int, end: int) -> int:
    """The minutes from `start` to `end` as ones."""
    return (1 << end) - (1 << start) if start < end else 0


# --- random calendars and pauses


def random_calendar(random: Random) -> Calendar:
    """Offices, Saturday units, night shifts, seasons, holidays alone and in rows, own days."""
    zone = random.choice(sorted(ZONES))
    kind = random.random()
    if kind < 0.05:
        return round_the_clock(zone)
    weekly = OFFICE_WEEK if kind < 0.25 else _week(random)
    if kind < 0.15:
        weekly = (*weekly[:5], ((480, 720),), ())
    return Calendar(
        zone,
        weekly,
        tuple(_seasons(random)),
        dict.fromkeys(_days(random, 25), "Libur"),
        {day: OwnDay(_hours(random), "Khusus", "SK") for day in _days(random, 6)},
    )


def _week(random: Random) -> Week:
    """Open for at least an hour a week."""
    while True:
        week = tuple(_hours(random) for _ in range(7))
        if sum(end - start for day in week for start, end in day) >= 60:
            return week


def _hours(random: Random) -> Hours:
    """None, all day, or one to three intervals, which may touch each other or midnight."""
    kind = random.random()
    if kind < 0.2:
        return ()
    if kind < 0.3:
        return ((0, DAY),)
    edges = sorted(random.sample(range(DAY + 1), 2 * random.randint(1, 3)))
    if kind < 0.45:
        return tuple(pairwise(edges))  # each begins where the one before it ends
    if kind < 0.55:
        edges[0], edges[-1] = 0, DAY
    return tuple(zip(edges[::2], edges[1::2], strict=True))


def _seasons(random: Random) -> list[Season]:
    edges = sorted(random.sample(range(450), 2 * random.randint(0, 2)))
    return [
        Season(
            f"musim {first}",
            FIRST + timedelta(days=first),
            FIRST + timedelta(days=last),
            random.choice([RAMADAN_WEEK, _week(random)]),
        )
        for first, last in zip(edges[::2], edges[1::2], strict=True)
    ]


def _days(random: Random, most: int) -> list[date]:
    """Single days, and rows such as those of Lebaran."""
    found: set[date] = set()
    for _ in range(random.randint(0, most // 3)):
        first = FIRST + timedelta(days=random.randint(0, 450))
        found |= {first + timedelta(days=n) for n in range(random.choice([1, 1, 2, 5]))}
    return sorted(found)


def random_pauses(random: Random, start: int, end: int) -> list[Pause]:
    """Up to six: overlapping, touching, empty, before, after, and some that still run."""
    found, around = [], end
    for _ in range(random.choice([0, 1, 1, 2, 3, 6])):
        one = random.choice([around, random.randint(max(DAY, start - 20 * DAY), end + DAY)])
        around = one + random.choice([0, random.randint(0, 300), random.randint(0, 20 * DAY)])
        running = random.random() < 0.1
        at = MinuteCounter.instant
        found.append(Pause(at(one), None if running else at(around), f"jeda {one}"))
    return found


def away(pauses: list[Pause], until: int) -> int:
    """The minutes under at least one pause; one that still runs ends at `until`."""
    minutes = 0
    for pause in pauses:
        end = MinuteCounter.position(pause.end) if pause.end else until
        minutes |= mask(MinuteCounter.position(pause.start), end)
    return minutes
