"""Faults that other systems' clocks are known for, each with the case that shows it.

Beside the right answer stands the one of the faulty rule, so that the case is seen to tell them
apart.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from models.worktime import (
    WEEKDAYS,
    Calendar,
    Duration,
    OwnDay,
    Pause,
    Unit,
    advance,
    clock_for,
    deadline,
    extend,
    is_open,
    open_intervals,
    round_the_clock,
    share_used,
    worked,
)
from tests.models.worktime_office import OFFICE, minutes, wib

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
WARDS = [
    round_the_clock("Asia/Jakarta"),
    Calendar.from_json(
        {"zone": "Asia/Makassar", "weekly": {day: ["00:00-24:00"] for day in WEEKDAYS}}
    ),
    Calendar.from_json(  # the same, written as two shifts, and on one day by decree
        {
            "zone": "Asia/Jayapura",
            "weekly": {day: ["00:00-12:00", "12:00-24:00"] for day in WEEKDAYS},
            "own_days": {"2026-01-14": {"hours": ["00:00-24:00"], "reason": "Siaga"}},
        }
    ),
]


# --- Zammad: a calendar open day and night closed for the last minute of each day


@pytest.mark.parametrize("ward", WARDS, ids=lambda ward: ward.zone)
def test_zammad_24_7_calendar_closes_for_a_minute_at_midnight(ward: Calendar) -> None:
    midnight = ward.at(date(2026, 1, 13), 24 * 60)
    around = [midnight + n * timedelta(seconds=10) for n in range(-12, 12)]
    assert [is_open(ward, at) for at in around] == [True] * 24
    week = (midnight - timedelta(days=3), midnight + timedelta(days=4))
    assert worked(ward, *week) == timedelta(days=7)  # with the fault 7 minutes less
    assert list(open_intervals(ward, *week)) == [week]
    assert deadline(ward, week[0], Duration(7 * 24, Unit.WORKING_HOURS)) == week[1]


@pytest.mark.parametrize("ward", WARDS, ids=lambda ward: ward.zone)
def test_zammad_a_limit_that_ends_at_midnight_is_not_pushed_on(ward: Calendar) -> None:
    midnight = ward.at(date(2026, 1, 13), 24 * 60)
    assert deadline(ward, midnight - HOUR, Duration(60, Unit.MINUTES)) == midnight
    assert deadline(ward, midnight - HOUR, Duration(61, Unit.MINUTES)) == midnight + MINUTE
    next_day_over = midnight + timedelta(days=1)
    assert deadline(ward, midnight - HOUR, Duration(1, Unit.WORKING_DAYS)) == next_day_over


def test_zammad_round_the_clock_limits_of_an_office_lose_nothing_at_midnight() -> None:
    at = wib("2026-01-13 23:30")
    clock = clock_for(OFFICE, Unit.HOURS)
    assert worked(clock, at, at + 3 * HOUR) == 3 * HOUR
    assert deadline(OFFICE, at, Duration(72, Unit.HOURS)) == at + 72 * HOUR


# --- GLPI: waiting was counted round the clock and added to a deadline of a calendar


def test_glpi_counts_waiting_round_the_clock_against_a_calendar_deadline() -> None:
    limit = deadline(OFFICE, wib("2026-01-15 15:00"), Duration(8, Unit.WORKING_HOURS))
    assert limit == wib("2026-01-16 16:00")  # Friday
    waiting = Pause(wib("2026-01-16 15:30"), wib("2026-01-19 08:30"))  # over the weekend
    moved = extend(OFFICE, limit, [waiting])
    assert moved == wib("2026-01-19 09:00")  # 30 minutes were left, and are left
    round_the_clock_waiting = (waiting.end or limit) - waiting.start
    assert advance(OFFICE, limit, round_the_clock_waiting) > moved + 24 * HOUR


def test_glpi_waiting_while_closed_wins_no_time() -> None:
    limit = deadline(OFFICE, wib("2026-01-15 15:00"), Duration(2, Unit.WORKING_DAYS))
    nights = [
        Pause(wib("2026-01-15 16:00"), wib("2026-01-16 07:30")),
        Pause(wib("2026-01-16 11:30"), wib("2026-01-16 13:00")),  # Friday prayer
        Pause(wib("2026-01-16 16:30"), wib("2026-01-19 07:30")),
    ]
    assert extend(OFFICE, limit, nights) == limit
    start = wib("2026-01-15 15:00")
    assert worked(OFFICE, start, limit, nights) == worked(OFFICE, start, limit)


def test_glpi_waiting_is_taken_off_in_the_same_time_as_it_is_counted_in() -> None:
    start, end = wib("2026-01-16 14:00"), wib("2026-01-19 09:00")
    waiting = Pause(wib("2026-01-16 16:00"), wib("2026-01-19 08:00"))
    assert minutes(worked(OFFICE, start, end, [waiting])) == 120 + 60
    round_the_clock_waiting = (waiting.end or end) - waiting.start
    assert worked(OFFICE, start, end) < round_the_clock_waiting  # it would be below nothing


# --- Frappe: the time on hold was added to the instant of creation


def test_frappe_adds_hold_time_to_the_creation() -> None:
    received, four_hours = wib("2026-01-15 15:30"), Duration(4, Unit.WORKING_HOURS)
    hold = Pause(wib("2026-01-16 08:00"), wib("2026-01-16 09:00"))
    limit = deadline(OFFICE, received, four_hours)
    assert limit == wib("2026-01-16 11:00")
    moved = extend(OFFICE, limit, [hold])
    assert moved == wib("2026-01-16 13:30")
    assert deadline(OFFICE, received + HOUR, four_hours) == wib("2026-01-16 11:30")
    assert worked(OFFICE, received, moved, [hold]) == 4 * HOUR


def test_frappe_a_hold_makes_no_other_day_the_day_of_receipt() -> None:
    received, two_days = wib("2026-01-13 15:30"), Duration(2, Unit.WORKING_DAYS)
    hold = Pause(wib("2026-01-14 08:00"), wib("2026-01-14 08:30"))
    limit = deadline(OFFICE, received, two_days)
    assert limit == wib("2026-01-15 16:00")
    assert extend(OFFICE, limit, [hold]) == wib("2026-01-16 08:00")
    from_creation = deadline(OFFICE, received + timedelta(hours=8, minutes=30), two_days)
    assert from_creation == wib("2026-01-16 16:30")


def test_frappe_time_before_the_hold_is_not_worked_again() -> None:
    received = wib("2026-01-13 08:00")
    hold = Pause(wib("2026-01-13 10:00"), wib("2026-01-13 11:00"))
    assert minutes(worked(OFFICE, received, hold.start, [hold])) == 120
    assert minutes(worked(OFFICE, received, hold.end or received, [hold])) == 120
    assert minutes(worked(OFFICE, received, wib("2026-01-13 12:00"), [hold])) == 180


# --- Chatwoot: limits were broken by the wall clock, and a reopened case counted all the time


def test_chatwoot_breaches_on_the_wall_clock() -> None:
    received, two_hours = wib("2026-01-16 16:00"), Duration(2, Unit.WORKING_HOURS)  # Friday
    limit = deadline(OFFICE, received, two_hours)
    assert limit == wib("2026-01-19 09:00")
    for at in ("2026-01-16 18:01", "2026-01-17 12:00", "2026-01-18 23:59", "2026-01-19 07:30"):
        assert wib(at) - received > 2 * HOUR  # broken, by the wall clock
        assert share_used(OFFICE, received, limit, wib(at)) == 0.25
    assert share_used(OFFICE, received, limit, limit) == 1.0


def test_chatwoot_a_break_for_prayer_or_a_decreed_day_breaks_no_limit() -> None:
    friday = wib("2026-01-16 11:20")
    assert deadline(OFFICE, friday, Duration(30, Unit.MINUTES)) == wib("2026-01-16 13:20")
    flood = {date(2026, 1, 19): OwnDay((), "Banjir", "SK 7/2026")}
    closed = Calendar(OFFICE.zone, OFFICE.weekly, own_days=flood)
    limit = deadline(closed, wib("2026-01-16 16:00"), Duration(1, Unit.WORKING_HOURS))
    assert limit == wib("2026-01-20 08:00")


def test_chatwoot_a_reopened_case_counts_985492_seconds() -> None:
    received = wib("2026-01-05 09:00")
    solved = received + HOUR
    reopened = solved + timedelta(seconds=985_492)  # Friday 16 January, 19.44.52
    now = wib("2026-01-19 08:30")
    over = Pause(solved, reopened, "solved")
    assert worked(OFFICE, received, now, [over]) == 2 * HOUR
    assert worked(OFFICE, received, now) > 70 * HOUR  # in working time, without the pause
    assert now.astimezone(UTC) - received > timedelta(seconds=985_492)  # by the wall clock


def test_chatwoot_a_limit_read_from_another_zone_is_the_same_limit() -> None:
    received, one_hour = wib("2026-01-13 15:30"), Duration(1, Unit.WORKING_HOURS)
    same = received.astimezone(UTC)
    assert deadline(OFFICE, same, one_hour) == deadline(OFFICE, received, one_hour)
    assert deadline(OFFICE, same, one_hour) == datetime(2026, 1, 14, 1, tzinfo=UTC)
