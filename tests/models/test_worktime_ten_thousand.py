"""Ten thousand cases, up to a year long: the clock against a counter of minutes.

A case is a calendar in a zone, an instant of receipt, another one, and pauses. In every case the
measured time, its parts, a limit and the limit moved by the pauses are compared; the explanations
of some are added up. Hypothesis draws the worlds; a difference is reported with the smallest seed
it finds, and `world(seed)` is that calendar again. WORKTIME_CASES asks for more.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import datetime, timedelta
from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.worktime import (
    Calendar,
    Duration,
    Pause,
    Unit,
    advance,
    deadline,
    extend,
    instant_at_share,
    is_open,
    next_opening,
    share_used,
    worked,
)
from models.worktime_explain import explain, explain_limit
from tests.models.minute_counter import (
    DAY,
    MINUTE,
    MinuteCounter,
    away,
    random_calendar,
    random_pauses,
)

CASES = int(os.environ.get("WORKTIME_CASES", "10000"))
IN_A_WORLD = 20
YEAR = 366 * DAY

pytestmark = pytest.mark.timeout(3600)


def world(seed: int) -> tuple[Random, MinuteCounter]:
    random = Random(seed)
    return random, MinuteCounter(random_calendar(random))


def test_ten_thousand_cases_without_a_difference(capsys: pytest.CaptureFixture[str]) -> None:
    seen: Counter[str] = Counter()
    began = perf_counter()

    @settings(max_examples=CASES // IN_A_WORLD, deadline=None, database=None)
    @given(st.integers(0, 2**63))
    def compare(seed: int) -> None:
        random, counter = world(seed)
        for n in range(IN_A_WORLD):
            start = random.randint(DAY, 60 * DAY)
            end = start + random.choice([random.randint(0, 3 * DAY), random.randint(0, YEAR)])
            pauses = random_pauses(random, start, end)
            the_time_measured(counter, start, end, pauses, random)
            a_limit_in_working_time(counter, start, pauses, random)
            a_limit_in_days(counter, start, random)
            if n == 0:
                the_explanations(counter, start, end, pauses, random)
            seen[counter.calendar.zone] += 1

    compare()
    with capsys.disabled():
        took = perf_counter() - began
        zones = ", ".join(f"{zone} {n:,}" for zone, n in sorted(seen.items()))
        print(f"\n{seen.total():,} cases of the clock in {took:.1f} s, no difference: {zones}")
    assert seen.total() >= CASES
    assert len(seen) == 5


def the_time_measured(
    counter: MinuteCounter, start: int, end: int, pauses: list[Pause], random: Random
) -> None:
    calendar, at = counter.calendar, counter.instant
    measured = worked(calendar, at(start), at(end), pauses)
    assert measured == counter.count(start, end, away(pauses, end)) * MINUTE
    between = random.randint(start, end)
    stopped = [Pause(p.start, p.end or max(p.start, at(end)), p.reason) for p in pauses]
    parts = (
        worked(calendar, at(start), at(between), stopped),
        worked(calendar, at(between), at(end), stopped),
    )
    assert sum(parts, timedelta(0)) == measured
    assert is_open(calendar, at(start)) == counter.is_open(start)
    opening = counter.position(next_opening(calendar, at(start)))
    assert counter.is_open(opening)
    assert not counter.count(start, opening)


def a_limit_in_working_time(
    counter: MinuteCounter, start: int, pauses: list[Pause], random: Random
) -> None:
    """Adding and measuring are inverse; the limit and the moved limit end at the nth minute."""
    calendar, at = counter.calendar, counter.instant
    n = amount(counter, start, random)
    limit = deadline(calendar, at(start), Duration(n, Unit.MINUTES))
    is_nth(counter, start, limit, n, 0)
    assert worked(calendar, at(start), limit) == n * MINUTE
    assert advance(calendar, at(start), worked(calendar, at(start), limit)) == limit
    share = random.choice([0.25, 0.5, 1.0, 1.25, 1.5])
    assert share_used(calendar, at(start), limit, limit) == 1.0
    step = instant_at_share(calendar, at(start), limit, share)
    assert worked(calendar, at(start), step) == n * share * MINUTE
    over = [p for p in pauses if p.end and at(start) <= p.start]
    moved = extend(calendar, limit, over)
    is_nth(counter, start, moved, n, away(over, 0))
    assert worked(calendar, at(start), moved, over) == n * MINUTE


def amount(counter: MinuteCounter, start: int, random: Random) -> int:
    """Some open minutes, at times just as many as are left until a day ends."""
    day = counter.day_number(start) + random.randint(1, 30)
    until_closing = counter.count(start, counter.begins(day))
    if until_closing and random.random() < 0.3:
        return until_closing
    return random.randint(1, min(20_000, counter.count(start, start + YEAR)))


def is_nth(counter: MinuteCounter, start: int, moved: datetime, n: int, paused: int) -> None:
    """Whether an instant is the end of the nth open minute that is not paused."""
    end = counter.position(moved)
    assert counter.count(start, end, paused) == n
    assert counter.count(end - 1, end, paused) == 1


def a_limit_in_days(counter: MinuteCounter, start: int, random: Random) -> None:
    calendar, received, n = counter.calendar, counter.instant(start), random.randint(1, 60)
    day, left = counter.day_number(start), n
    last_of_days = counter.begins(day + n + 1)
    assert deadline(calendar, received, Duration(n, Unit.DAYS)) == counter.instant(last_of_days)
    while left:
        day += 1
        begins = counter.begins(day)
        open_minutes = counter.between(begins, counter.begins(day + 1))
        left -= bool(open_minutes)
    closing = counter.instant(begins + open_minutes.bit_length())
    assert deadline(calendar, received, Duration(n, Unit.WORKING_DAYS)) == closing


def the_explanations(
    counter: MinuteCounter, start: int, end: int, pauses: list[Pause], random: Random
) -> None:
    """Counted, paused and closed make up the whole, and each minute is what it is said to be."""
    calendar, at, position = counter.calendar, counter.instant, counter.position
    told = explain(calendar, at(start), at(end), pauses)
    paused = away(pauses, end)
    for part in told.counted:
        length = position(part.end) - position(part.start)
        assert counter.count(position(part.start), position(part.end), paused) == length
    closed = [(position(part.start), position(part.end)) for part in told.closed]
    assert not any(counter.count(*span) for span in closed)
    counted = sum((part.worked for part in told.counted), timedelta(0))
    taken = sum((part.worked for part in told.paused), timedelta(0))
    shut = sum(two - one for one, two in closed) * MINUTE
    assert counted == told.total
    assert counted + taken + shut == (end - start) * MINUTE
    the_explained_limit(calendar, at(start), at(end), pauses, random)


def the_explained_limit(
    calendar: Calendar, received: datetime, now: datetime, pauses: list[Pause], random: Random
) -> None:
    n = random.randint(1, 30)
    told = explain_limit(calendar, received, Duration(n, Unit.WORKING_DAYS), pauses, now=now)
    assert len(told.days) == n
    assert calendar.day_of(told.recomputed - timedelta.resolution) == told.days[-1]
    taken = sum((pause.worked for pause in told.moved_by), timedelta(0))
    assert worked(calendar, told.promised, told.end) == taken
    assert told.course.total == worked(calendar, told.received, told.promised)
