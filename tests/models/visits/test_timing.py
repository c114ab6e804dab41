"""Processing time in the promise's own kind of time; the unit opens 08.00 to 16.00 with a break."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.visits.timing import GRAIN, figures, grains
from models.worktime import Pause, office_default

CALENDAR = office_default("Asia/Jakarta")
MINUTE = timedelta(minutes=1)


def wib(day: int, clock: str) -> datetime:
    hour, minute = map(int, clock.split("."))
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


def told(promised: str, start: datetime, end: datetime, **more: Any) -> Any:
    return figures(CALENDAR, promised, queued_at=None, started_at=start, ended_at=end, **more)


NINE = wib(23, "09.00")  # a Monday


@pytest.mark.parametrize(
    ("promised", "end", "minutes", "within"),
    [
        ("15 minutes", wib(23, "09.15"), 15, True),
        ("15 minutes", wib(23, "09.16"), 16, False),
        ("2 working hours", wib(23, "11.00"), 120, True),
        ("2 working hours", wib(23, "11.01"), 121, False),
        ("3 hours", wib(23, "12.30"), 210, False),  # round the clock: the break counts
        ("3 hours", wib(23, "12.00"), 180, True),
        ("24 hours", wib(24, "09.00"), 1440, True),
        ("1 day", wib(24, "23.59"), 2339, True),
        ("1 day", wib(25, "00.01"), 2341, False),
    ],
)
def test_each_kind_of_promise(promised: str, end: datetime, minutes: int, within: bool) -> None:
    found = told(promised, NINE, end)
    assert (found.promised, found.minutes, found.within) == (promised, minutes, within)


def test_a_working_day_ends_with_the_closing_of_the_next_one() -> None:
    closing = CALENDAR.spans(CALENDAR.day_of(wib(24, "12.00")))[-1][1]
    assert told("1 working day", NINE, closing).within is True
    later = told("1 working day", NINE, closing + MINUTE)
    assert later.within is False
    assert later.minutes == told("1 working day", NINE, closing).minutes  # closed: no open time


def test_over_night_only_open_time_counts() -> None:
    found = told("2 working hours", wib(23, "15.30"), wib(24, "08.30"))
    assert found.minutes is not None
    assert found.minutes < 120
    assert found.within is True


def test_time_for_missing_papers_is_left_out() -> None:
    pauses = [Pause(wib(23, "09.05"), wib(24, "09.05"))]
    found = told("15 minutes", NINE, wib(24, "09.14"), pauses=pauses)
    assert (found.minutes, found.within) == (14, True)
    calendar_days = told("1 day", NINE, wib(26, "09.00"), pauses=[Pause(NINE, wib(25, "09.00"))])
    assert (calendar_days.minutes, calendar_days.within) == (1440, True)


def test_a_pause_without_an_end_lasts_until_the_end_of_the_visit() -> None:
    found = told("15 minutes", NINE, wib(23, "11.00"), pauses=[Pause(wib(23, "09.10"))])
    assert (found.minutes, found.within) == (10, True)


def test_nothing_promised_is_not_kept_but_measured() -> None:
    found = told("", NINE, wib(23, "09.20"))
    assert (found.promised, found.minutes, found.within) == ("", 20, None)


def test_what_was_not_done_took_no_time() -> None:
    found = figures(
        CALENDAR,
        "15 minutes",
        queued_at=wib(23, "08.50"),
        started_at=NINE,
        ended_at=wib(23, "09.02"),
        done=False,
    )
    assert (found.minutes, found.within, found.waited) == (None, None, 10)


def test_waiting_counts_from_the_opening() -> None:
    early = figures(
        CALENDAR, "", queued_at=wib(23, "05.00"), started_at=NINE, ended_at=NINE + MINUTE
    )
    opened = CALENDAR.spans(CALENDAR.day_of(NINE))[0][0]
    assert early.waited == (NINE - opened) / MINUTE


@given(some.lists(some.integers(0, 10**10), max_size=30), some.randoms())
def test_lengths_add_up_to_the_same_in_any_order(microseconds: list[int], dice: Any) -> None:
    lengths = [grains(timedelta(microseconds=n)) for n in microseconds]
    assert all((length * GRAIN).is_integer() for length in lengths)
    total = sum(lengths)
    dice.shuffle(lengths)
    assert sum(lengths) == total
    for length in lengths:
        total -= length
    assert total == 0


@given(some.integers(1, 600), some.integers(0, 6000), some.sampled_from(["minutes", "hours"]))
def test_within_says_what_the_minutes_say(value: int, taken: int, unit: str) -> None:
    """For promises that are lengths of time, not days."""
    found = told(f"{value} {unit}", NINE, NINE + taken * MINUTE)
    limit = value * (60 if unit == "hours" else 1)
    assert found.minutes is not None
    assert (found.within is False) == (found.minutes > limit) or found.minutes == limit
