"""The working clock against a counter that knows nothing but minutes, case by case.

Hypothesis draws every part of a case here, so that it can say which part makes a difference; the
great number of cases is in test_worktime_ten_thousand. This counter lays two and a half years out
as one byte per minute, open or not. Set HYPOTHESIS_EXAMPLES for more cases a property than the
default (10000 takes some minutes).
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from models.worktime import (
    Calendar,
    Duration,
    Hours,
    OwnDay,
    Pause,
    Season,
    Unit,
    Week,
    advance,
    clock_for,
    deadline,
    extend,
    instant_at_share,
    is_open,
    next_opening,
    open_intervals,
    round_the_clock,
    share_used,
    worked,
    working_day_after,
)
from models.worktime_explain import explain

cases = settings(
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "30")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
pytestmark = pytest.mark.timeout(3600)

FIRST, DAYS = date(2026, 1, 1), 900
MINUTE, DAY = timedelta(minutes=1), 1440
# Written out, so that the counter does not lean on the zone database as the clock does.
OFFSETS = {
    "Asia/Jakarta": 420,
    "Asia/Makassar": 480,
    "Asia/Jayapura": 540,
    "Asia/Kathmandu": 345,
    "UTC": 0,
    "America/Bogota": -300,
}

FULL: Hours = ((0, DAY),)


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """A day's opening hours: often none, sometimes all day, intervals that may touch."""
    if draw(st.integers(0, 5)) == 0:
        return FULL
    edges = draw(st.lists(st.integers(0, DAY), max_size=6, unique=True).map(sorted))
    return tuple(zip(edges[::2], edges[1::2], strict=False))


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    return tuple(draw(st.lists(hours(), min_size=7, max_size=7)))


def days(last: int = 450) -> st.SearchStrategy[date]:
    return st.integers(0, last).map(lambda n: FIRST + timedelta(days=n))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """A calendar with every kind of day, open for at least some minutes a week."""
    weekly = draw(weeks())
    assume(sum(end - start for day in weekly for start, end in day) >= 60)
    edges = sorted(draw(st.lists(days(), max_size=4, unique=True)))
    seasons = [
        Season(f"season {first}", first, last, draw(weeks()))
        for first, last in zip(edges[::2], edges[1::2], strict=False)
    ]
    start = draw(st.integers(0, 60))
    near = st.integers(start, start + 40).map(lambda n: FIRST + timedelta(days=n))
    return Calendar(
        draw(st.sampled_from(sorted(OFFSETS))),
        weekly,
        tuple(seasons),
        draw(st.dictionaries(days() | near, st.just("Libur"), max_size=25)),
        draw(st.dictionaries(days() | near, st.builds(OwnDay, hours(), st.just("SK")), max_size=6)),
    )


class MinuteCounter:
    """Every local minute from FIRST on as a byte, 1 when open; positions are minutes."""

    def __init__(self, calendar: Calendar) -> None:
        self.offset = OFFSETS[calendar.zone]
        drawn: dict[Hours, bytes] = {}
        laid = []
        for n in range(DAYS):
            today = self.rule(calendar, FIRST + timedelta(days=n))
            if today not in drawn:
                drawn[today] = self.draw(today)
            laid.append(drawn[today])
        self.minutes = bytearray(b"".join(laid))

    @staticmethod
    def rule(calendar: Calendar, day: date) -> Hours:
        if day in calendar.own_days:
            return calendar.own_days[day].hours
        if day in calendar.holidays:
            return ()
        for season in calendar.seasons:
            if season.first <= day and day <= season.last:
                return season.weekly[day.weekday()]
        return calendar.weekly[day.weekday()]

    @staticmethod
    def draw(today: Hours) -> bytes:
        line = bytearray(DAY)
        for start, end in today:
            for minute in range(start, end):
                line[minute] = 1
        return bytes(line)

    def instant(self, position: int) -> datetime:
        zero = datetime.combine(FIRST, time(), UTC)
        return zero + timedelta(minutes=position - self.offset)

    def pause(self, start: int, end: int) -> None:
        self.minutes[start:end] = bytes(end - start)

    def count(self, start: int, end: int) -> int:
        return self.minutes.count(1, start, end)

    def nth(self, start: int, n: int) -> int:
        """The end of the nth open minute from `start`."""
        position = start
        for _ in range(n):
            position = self.minutes.index(1, position) + 1
        return position


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Calendar, MinuteCounter]:
    calendar = draw(calendars())
    return calendar, MinuteCounter(calendar)


World = tuple[Calendar, MinuteCounter]
starts = st.integers(0, 60 * DAY)
lengths = st.integers(0, 366 * DAY) | st.integers(0, 3 * DAY)


@st.composite
def positions(draw: st.DrawFn, most: int = 5) -> list[tuple[int, int]]:
    """Pauses as offsets in minutes from a start: overlapping, touching, empty, in any order."""
    short = st.tuples(st.integers(0, 10 * DAY), st.integers(0, 3 * DAY))
    long = st.tuples(st.integers(0, 366 * DAY), st.integers(0, 60 * DAY))
    drawn = draw(st.lists(short | long, max_size=most))
    return [(start, start + length) for start, length in drawn]


def pauses_at(counter: MinuteCounter, start: int, offsets: list[tuple[int, int]]) -> list[Pause]:
    return [
        Pause(counter.instant(start + one), counter.instant(start + two)) for one, two in offsets
    ]


@cases
@given(worlds(), starts, lengths, st.integers(-20 * DAY, 0), positions())
def test_worked_time_is_what_a_minute_counter_counts(
    world: World, start: int, length: int, early: int, offsets: list[tuple[int, int]]
) -> None:
    calendar, counter = world
    offsets = [(one + early, two + early) for one, two in offsets]  # some begin before the start
    offsets = [pair for pair in offsets if start + pair[0] >= 0]
    pauses = pauses_at(counter, start, offsets)
    for one, two in offsets:
        counter.pause(start + one, start + two)
    end = start + length
    measured = worked(calendar, counter.instant(start), counter.instant(end), pauses)
    assert measured == counter.count(start, end) * MINUTE


@cases
@given(worlds(), starts, st.integers(1, 3000), st.sampled_from([Unit.MINUTES, Unit.WORKING_HOURS]))
def test_limits_in_working_time_end_where_the_counter_ends(
    world: World, start: int, value: int, unit: Unit
) -> None:
    calendar, counter = world
    n = value if unit is Unit.MINUTES else (value % 50 + 1) * 60
    assume(n <= counter.count(start, DAYS * DAY))
    duration = Duration(n if unit is Unit.MINUTES else n // 60, unit)
    end = deadline(calendar, counter.instant(start), duration)
    assert end == counter.instant(counter.nth(start, n))


@cases
@given(worlds(), starts, st.integers(1, 60))
def test_limits_in_working_days_end_where_the_counter_ends(
    world: World, start: int, n: int
) -> None:
    calendar, counter = world
    day, left = start // DAY, n
    while left:
        day += 1
        assume(day < DAYS)
        left -= 1 in counter.minutes[day * DAY : (day + 1) * DAY]
    last = counter.minutes.rindex(1, day * DAY, (day + 1) * DAY)
    received = counter.instant(start)
    assert deadline(calendar, received, Duration(n, Unit.WORKING_DAYS)) == counter.instant(last + 1)
    of_receipt = FIRST + timedelta(days=start // DAY)
    assert working_day_after(calendar, of_receipt, n) == FIRST + timedelta(days=day)


@cases
@given(worlds(), starts, st.integers(1, 90))
def test_limits_in_hours_and_days_ignore_the_hours(world: World, start: int, n: int) -> None:
    calendar, counter = world
    received = counter.instant(start)
    assert deadline(calendar, received, Duration(n, Unit.HOURS)) == counter.instant(start + n * 60)
    whole_days = counter.instant((start // DAY + n + 1) * DAY)
    assert deadline(calendar, received, Duration(n, Unit.DAYS)) == whole_days


@cases
@given(worlds(), starts, st.integers(1, 3000), positions(3))
def test_an_extended_limit_ends_where_the_counter_ends(
    world: World, start: int, n: int, offsets: list[tuple[int, int]]
) -> None:
    calendar, counter = world
    received, pauses = counter.instant(start), pauses_at(counter, start, offsets)
    assume(n <= counter.count(start, DAYS * DAY))
    first = deadline(calendar, received, Duration(n, Unit.MINUTES))
    for one, two in offsets:
        counter.pause(start + one, start + two)
    assume(n <= counter.count(start, DAYS * DAY))
    moved = extend(calendar, first, pauses)
    assert moved == counter.instant(counter.nth(start, n))
    assert worked(calendar, received, moved, pauses) == worked(calendar, received, first)


@cases
@given(calendars(), starts, st.integers(1, 30), positions(3))
def test_extending_keeps_the_time_of_working_days(
    calendar: Calendar, start: int, n: int, offsets: list[tuple[int, int]]
) -> None:
    received = datetime.combine(FIRST, time(), UTC) + start * MINUTE
    first = deadline(calendar, received, Duration(n, Unit.WORKING_DAYS))
    pauses = [Pause(received + one * MINUTE, received + two * MINUTE) for one, two in offsets]
    moved = extend(calendar, first, pauses)
    whole = worked(calendar, received, first)
    assert moved >= first
    assert worked(calendar, received, moved, pauses) == whole
    assert share_used(calendar, received, first, moved, pauses) == 1.0


@cases
@given(worlds(), starts)
def test_opening_is_what_the_counter_sees(world: World, start: int) -> None:
    calendar, counter = world
    at = counter.instant(start)
    assert is_open(calendar, at) == bool(counter.minutes[start])
    assert next_opening(calendar, at) == counter.instant(counter.minutes.index(1, start))


@cases
@given(worlds(), starts, lengths)
def test_open_intervals_are_the_runs_of_the_counter(world: World, start: int, length: int) -> None:
    calendar, counter = world
    runs, position, end = [], start, start + length
    while (opening := counter.minutes.find(1, position, end)) >= 0:
        closing = counter.minutes.find(0, opening, end)
        position = end if closing < 0 else closing
        runs.append((counter.instant(opening), counter.instant(position)))
    assert list(open_intervals(calendar, counter.instant(start), counter.instant(end))) == runs


# --- instants to the microsecond

ticks = st.integers(0, 90 * 86_400_000_000).map(
    lambda n: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(microseconds=n)
)
amounts = st.integers(1, 200 * 3_600_000_000).map(lambda n: timedelta(microseconds=n))


@st.composite
def moments(draw: st.DrawFn) -> list[Pause]:
    """Pauses to the microsecond, some still running."""
    pairs = draw(st.lists(st.tuples(ticks, ticks).map(sorted), max_size=4))
    return [Pause(one, draw(st.sampled_from([two, None])), f"{two}") for one, two in pairs]


@cases
@given(calendars(), ticks, amounts)
def test_adding_and_measuring_are_inverse(
    calendar: Calendar, start: datetime, amount: timedelta
) -> None:
    end = advance(calendar, start, amount)
    assert worked(calendar, start, end) == amount
    assert worked(calendar, start, end - timedelta.resolution) < amount  # the earliest such end
    assert advance(calendar, start, worked(calendar, start, end)) == end


@cases
@given(calendars(), st.tuples(ticks, ticks, ticks).map(sorted), moments())
def test_splitting_an_interval_changes_nothing(
    calendar: Calendar, three: list[datetime], pauses: list[Pause]
) -> None:
    start, between, end = three
    whole = worked(calendar, start, end, pauses)
    parts = worked(calendar, start, between, pauses), worked(calendar, between, end, pauses)
    assert sum(parts, timedelta(0)) == whole


@cases
@given(calendars(), st.tuples(ticks, ticks, ticks).map(sorted), moments(), st.randoms())
def test_order_repetition_and_splitting_of_pauses_change_nothing(
    calendar: Calendar, three: list[datetime], pauses: list[Pause], random: Random
) -> None:
    start, between, end = three
    said = worked(calendar, start, end, [Pause(start, end), *pauses])
    assert said == timedelta(0)
    cut = [Pause(start, between), Pause(between, end)]
    assert worked(calendar, start, end, cut) == timedelta(0)
    shuffled = pauses * 2
    random.shuffle(shuffled)
    assert worked(calendar, start, end, shuffled) == worked(calendar, start, end, pauses)


@cases
@given(calendars(), ticks, amounts, st.floats(0, 1), st.floats(0, 1))
def test_shares_come_in_order_and_measure_back(
    calendar: Calendar, start: datetime, amount: timedelta, one: float, two: float
) -> None:
    end = advance(calendar, start, amount)
    low, high = (instant_at_share(calendar, start, end, share) for share in sorted((one, two)))
    assert start <= low <= high <= end
    assert share_used(calendar, start, end, low) == pytest.approx(
        min(one, two), abs=timedelta.resolution / amount
    )
    assert instant_at_share(calendar, start, end, 1) == end


@cases
@given(calendars(), st.tuples(ticks, ticks).map(sorted), moments())
def test_the_explanation_adds_up(
    calendar: Calendar, two: list[datetime], pauses: list[Pause]
) -> None:
    start, end = two
    told = explain(calendar, start, end, pauses)
    assert told.total == worked(calendar, start, end, pauses)
    assert sum((one.worked for one in told.counted), timedelta(0)) == told.total
    paused = sum((one.worked for one in told.paused), timedelta(0))
    closed = sum((one.end - one.start for one in told.closed), timedelta(0))
    assert told.total + paused + closed == end - start
    for one, after in zip(told.closed, told.closed[1:], strict=False):
        assert one.end < after.start or one.whole_days != after.whole_days
    assert not any(is_open(calendar, one.start) for one in told.closed)
    assert all(one.reasons for one in told.closed)
    assert all(one.reasons for one in told.paused)


@cases
@given(calendars())
def test_a_calendar_survives_the_database(calendar: Calendar) -> None:
    assert Calendar.from_json(calendar.to_json()) == calendar


# --- zones whose clocks change


@cases
@given(
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]),
    st.sampled_from([date(2026, 3, 7), date(2026, 3, 28), date(2026, 4, 4), date(2026, 10, 24)]),
    st.integers(0, 2 * DAY),
    st.integers(0, 2 * DAY),
    st.sampled_from([FULL, ((0, 60), (480, 1020)), ((360, DAY),)]),
)
def test_where_clocks_change_each_minute_is_asked(
    zone: str, near: date, start: int, length: int, today: Hours
) -> None:
    calendar, tz = Calendar(zone, (today,) * 7), ZoneInfo(zone)
    begin = datetime.combine(near, time(), UTC) + start * MINUTE
    asked = 0
    for n in range(length):
        local = (begin + n * MINUTE).astimezone(tz)
        asked += any(one <= local.hour * 60 + local.minute < two for one, two in today)
    assert worked(calendar, begin, begin + length * MINUTE) == asked * MINUTE


@cases
@given(st.sampled_from([*OFFSETS, "Europe/Berlin"]), st.tuples(ticks, ticks).map(sorted))
def test_round_the_clock_is_elapsed_time(zone: str, two: list[datetime]) -> None:
    start, end = two
    office = Calendar(zone, ((),) * 7)
    assert worked(round_the_clock(zone), start, end) == end - start
    assert worked(clock_for(office, Unit.HOURS), start, end) == end - start
    assert clock_for(office, Unit.WORKING_DAYS) is office
