"""The working clock on the cases one can check by hand; the random ones are in the properties."""

from __future__ import annotations

import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from time import perf_counter

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
    instant_at_share,
    is_open,
    next_opening,
    office_default,
    open_intervals,
    round_the_clock,
    runs_into_undecreed_year,
    share_used,
    worked,
    working_day_after,
)
from tests.models.worktime_office import OFFICE, RAMADAN, SATURDAYS, minutes, wib

ZONES = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}


def limit(received: str, within: str, calendar: Calendar = OFFICE) -> str:
    """A deadline in the calendar's own local time, to the minute."""
    end = deadline(calendar, wib(received), Duration.parse(within))
    assert end.tzinfo is UTC
    return end.astimezone(calendar.tz).strftime("%Y-%m-%d %H:%M")


# --- limits


@pytest.mark.parametrize(
    ("received", "days", "ends"),
    [
        ("2026-03-17 10:00", 3, "2026-03-27 16:30"),
        ("2026-03-17 10:00", 5, "2026-03-31 16:00"),
        ("2026-03-17 10:00", 10, "2026-04-08 16:00"),
        ("2026-03-17 10:00", 14, "2026-04-14 16:00"),
        ("2026-03-17 10:00", 60, "2026-06-26 16:30"),
        ("2026-05-13 10:00", 3, "2026-05-20 16:00"),
        ("2026-05-13 10:00", 5, "2026-05-22 16:30"),
        ("2026-05-13 10:00", 10, "2026-06-03 16:00"),
        ("2026-05-13 10:00", 14, "2026-06-09 16:00"),
        ("2026-05-13 10:00", 60, "2026-08-13 16:00"),
    ],
)
@pytest.mark.parametrize("zone", ZONES)
def test_working_days_of_the_rules(received: str, days: int, ends: str, zone: str) -> None:
    assert limit(received, f"{days} working days", replace(OFFICE, zone=zone)) == ends


@pytest.mark.parametrize(
    "received",
    [
        "2026-03-17 00:00",  # the first minute of the day
        "2026-03-17 06:00",  # before opening
        "2026-03-17 12:30",  # in the break
        "2026-03-17 15:59",  # one minute before closing
        "2026-03-17 23:59",  # at night
        "2026-03-18 10:00",  # in cuti bersama
        "2026-03-19 10:00",  # on a holiday
        "2026-03-21 10:00",  # on a Saturday
        "2026-03-24 23:59",
    ],
)
def test_the_day_of_receipt_is_day_0_open_or_not(received: str) -> None:
    assert limit(received, "1 working day") == "2026-03-25 16:00"


@pytest.mark.parametrize(
    ("received", "within", "ends"),
    [
        ("2026-01-13 10:00", "30 minutes", "2026-01-13 10:30"),
        ("2026-01-13 06:00", "30 minutes", "2026-01-13 08:00"),  # before opening
        ("2026-01-13 12:30", "30 minutes", "2026-01-13 13:30"),  # in the break
        ("2026-01-13 11:45", "30 minutes", "2026-01-13 13:15"),  # across the break
        ("2026-01-13 15:59", "1 minute", "2026-01-13 16:00"),  # ends at the closing itself
        ("2026-01-13 15:59", "1 working hour", "2026-01-14 08:29"),
        ("2026-01-13 16:00", "1 working hour", "2026-01-14 08:30"),
        ("2026-01-13 20:00", "2 working hours", "2026-01-14 09:30"),
        ("2026-01-16 11:00", "1 working hour", "2026-01-16 13:30"),  # across Friday prayer
        ("2026-01-16 12:15", "10 minutes", "2026-01-16 13:10"),  # during it
        ("2026-01-13 07:30", "15 working hours", "2026-01-14 16:00"),  # two whole days: a closing
        ("2026-01-16 16:29", "3 working hours", "2026-01-19 10:29"),  # over the weekend
        ("2026-03-17 15:30", "1 working hour", "2026-03-25 08:00"),  # over Nyepi and Lebaran
        ("2026-03-19 10:00", "1 working hour", "2026-03-25 08:30"),  # on a holiday
        ("2026-03-20 10:00", "30 minutes", "2026-03-25 08:00"),  # in cuti bersama
    ],
)
def test_working_hours_and_minutes(received: str, within: str, ends: str) -> None:
    assert limit(received, within) == ends


@pytest.mark.parametrize(
    ("received", "within", "ends"),
    [
        ("2026-03-20 22:15", "24 hours", "2026-03-21 22:15"),  # KTP-el: holidays or not
        ("2026-03-17 10:00", "72 hours", "2026-03-20 10:00"),  # UU 27/2022: 3 x 24 hours
        ("2026-03-17 10:00", "3 days", "2026-03-21 00:00"),  # 24:00 of the third day after
        ("2026-03-17 00:00", "1 day", "2026-03-19 00:00"),
        ("2026-03-17 23:59", "1 day", "2026-03-19 00:00"),
    ],
)
def test_hours_and_days_run_round_the_clock(received: str, within: str, ends: str) -> None:
    assert limit(received, within) == ends


@pytest.mark.parametrize(("zone", "offset"), ZONES.items())
def test_each_zone_keeps_its_own_morning(zone: str, offset: int) -> None:
    calendar = office_default(zone)
    opening = datetime(2026, 1, 13, 7, 30, tzinfo=UTC) - timedelta(hours=offset)
    assert not is_open(calendar, opening - timedelta(minutes=1))
    assert next_opening(calendar, opening - timedelta(hours=3)) == opening
    assert deadline(calendar, opening, Duration(1, Unit.WORKING_HOURS)) == opening + timedelta(
        hours=1
    )


def test_the_day_of_receipt_is_the_units_own() -> None:
    # 23.30 in Jakarta on Monday is 01.30 on Tuesday in Jayapura.
    at, one_day = wib("2026-01-12 23:30"), Duration(1, Unit.WORKING_DAYS)
    east = deadline(office_default("Asia/Jayapura"), at, one_day)
    assert deadline(OFFICE, at, one_day) == wib("2026-01-13 16:00")
    assert east == wib("2026-01-14 14:00")


def test_ramadan_hours() -> None:
    calendar = replace(OFFICE, seasons=(RAMADAN,))
    assert limit("2026-02-19 14:30", "1 working hour", calendar) == "2026-02-20 08:30"
    assert limit("2026-02-20 11:00", "1 working hour", calendar) == "2026-02-20 13:00"  # Friday
    assert limit("2026-02-20 11:00", "1 working day", calendar) == "2026-02-23 15:00"
    assert limit("2026-02-17 15:30", "1 working hour", calendar) == "2026-02-18 08:30"  # eve
    assert limit("2026-03-17 14:30", "1 working hour", calendar) == "2026-03-25 08:00"  # after


def test_a_season_holds_its_first_and_last_day() -> None:
    calendar = replace(office_default("Asia/Jakarta"), seasons=(RAMADAN,))
    eight = {day: calendar.hours(day)[0][0] == 480 for day in (RAMADAN.first, RAMADAN.last)}
    assert all(eight.values())
    assert calendar.hours(RAMADAN.first - timedelta(days=1))[0][0] == 450
    assert calendar.hours(RAMADAN.last + timedelta(days=1))[0][0] == 450


def test_weeks_have_the_decreed_length() -> None:
    plain, week = office_default("Asia/Jakarta"), timedelta(days=7)
    fasting = replace(plain, seasons=(RAMADAN,))
    start = wib("2026-02-23 00:00")
    assert worked(plain, start, start + week) == timedelta(hours=37, minutes=30)
    assert worked(fasting, start, start + week) == timedelta(hours=32, minutes=30)


def test_a_unit_open_on_saturday_counts_it() -> None:
    assert limit("2026-01-16 10:00", "1 working day", SATURDAYS) == "2026-01-17 12:00"
    assert limit("2026-01-16 16:00", "1 working hour", SATURDAYS) == "2026-01-17 08:30"
    assert limit("2026-01-17 11:30", "1 working hour", SATURDAYS) == "2026-01-19 08:00"
    assert limit("2026-01-16 10:00", "1 working day") == "2026-01-19 16:00"


def test_a_24_hour_unit_has_no_gap_at_midnight() -> None:
    ward = round_the_clock("Asia/Makassar")
    midnight = datetime(2026, 1, 13, 16, tzinfo=UTC)
    second = timedelta(seconds=1)
    assert is_open(ward, midnight - second)
    assert is_open(ward, midnight)
    assert worked(ward, midnight - second, midnight + second) == 2 * second
    assert advance(ward, midnight - second, 2 * second) == midnight + second
    week = (midnight - timedelta(days=3), midnight + timedelta(days=4))
    assert list(open_intervals(ward, *week)) == [week]
    assert deadline(ward, midnight, Duration(1, Unit.WORKING_DAYS)) == midnight + timedelta(days=2)


def test_own_days_overrule_holidays_and_the_week() -> None:
    calendar = replace(
        OFFICE,
        own_days={
            date(2026, 3, 18): OwnDay(((480, 600),), "Pelayanan mudik", "SK 12/2026"),
            date(2026, 3, 25): OwnDay((), "HUT kota", "SK 13/2026"),
            date(2026, 3, 26): OwnDay(((450, 690),), "Upacara"),
        },
    )
    assert limit("2026-03-17 10:00", "1 working day", calendar) == "2026-03-18 10:00"
    assert limit("2026-03-17 10:00", "2 working days", calendar) == "2026-03-26 11:30"


def test_a_limit_into_a_year_without_decree_is_known() -> None:
    new_year = wib("2027-01-01 00:00")
    assert not runs_into_undecreed_year(OFFICE, new_year)  # 24:00 of 31 December
    assert runs_into_undecreed_year(OFFICE, new_year + timedelta(seconds=1))
    assert not runs_into_undecreed_year(
        replace(OFFICE, decreed_until=None), wib("2040-01-01 10:00")
    )


# --- where clocks change


def shifts(*hours: str) -> Calendar:
    """The same hours every day in Berlin, which skips 02.00-03.00 on 29 March 2026 and has it
    twice on 25 October."""
    week = {day: list(hours) for day in WEEKDAYS}
    return Calendar.from_json({"zone": "Europe/Berlin", "weekly": week})


@pytest.mark.parametrize(
    ("day", "hours", "open_minutes"),
    [
        ("2026-03-28", ["01:00-02:30", "02:30-04:00"], 180),
        ("2026-03-29", ["01:00-02:30", "02:30-04:00"], 120),  # no minute is counted twice
        ("2026-03-29", ["01:00-02:30", "03:00-04:00"], 120),
        ("2026-03-29", ["02:15-02:45"], 0),  # does not exist
        ("2026-03-29", ["00:00-24:00"], 23 * 60),
        ("2026-10-25", ["01:00-04:00"], 240),
        ("2026-10-25", ["01:00-02:30"], 90),  # closed when it is 02.30 for the first time
        ("2026-10-25", ["02:30-03:00"], 90),  # opened then
        ("2026-10-25", ["00:00-24:00"], 25 * 60),
    ],
)
def test_hours_over_a_change_of_the_clock(day: str, hours: list[str], open_minutes: int) -> None:
    calendar = shifts(*hours)
    start, end = (calendar.at(date.fromisoformat(day), minute) for minute in (0, 24 * 60))
    assert minutes(worked(calendar, start, end)) == open_minutes
    assert calendar.open_time(date.fromisoformat(day)) == timedelta(minutes=open_minutes)


def test_a_skipped_opening_time_is_the_moment_of_the_change() -> None:
    night = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert next_opening(shifts("02:30-04:00"), night) == datetime(2026, 3, 29, 1, tzinfo=UTC)


# --- measuring


def test_a_pause_takes_out_its_open_time_only() -> None:
    start, end = wib("2026-01-15 14:50"), wib("2026-01-19 10:00")  # Thursday to Monday
    waiting = Pause(wib("2026-01-16 08:30"), wib("2026-01-19 09:00"), "menunggu foto")
    assert minutes(worked(OFFICE, start, end)) == 70 + 450 + 150
    assert minutes(worked(OFFICE, start, end, [waiting])) == 70 + 60 + 60


def test_pauses_overlapping_running_or_outside_are_counted_once() -> None:
    start, end = wib("2026-01-13 08:00"), wib("2026-01-13 12:00")
    pauses = [
        Pause(wib("2026-01-13 10:00"), wib("2026-01-13 11:00")),
        Pause(wib("2026-01-13 10:30"), wib("2026-01-13 10:40")),
        Pause(wib("2026-01-12 08:00"), wib("2026-01-13 08:15")),  # began before
        Pause(wib("2026-01-13 11:30")),  # still runs
        Pause(wib("2026-01-14 08:00")),  # not yet
    ]
    assert minutes(worked(OFFICE, start, end, pauses)) == 240 - 60 - 15 - 30


def test_a_limit_moves_by_the_open_time_paused() -> None:
    end = deadline(OFFICE, wib("2026-01-12 10:00"), Duration(3, Unit.WORKING_DAYS))
    assert end == wib("2026-01-15 16:00")
    night = Pause(wib("2026-01-13 16:00"), wib("2026-01-14 07:30"))
    day = Pause(wib("2026-01-14 07:30"), wib("2026-01-14 16:00"))
    late = Pause(end, wib("2026-01-20 10:00"))
    assert extend(OFFICE, end, [night]) == end
    assert extend(OFFICE, end, [late]) == end
    assert extend(OFFICE, end, [day]) == wib("2026-01-16 16:30")  # Friday's whole 7 h 30 min
    assert extend(OFFICE, end, [day, day, night]) == wib("2026-01-16 16:30")
    clock = clock_for(OFFICE, Unit.DAYS)
    assert extend(clock, wib("2026-01-15 00:00"), [night]) == wib("2026-01-15 15:30")
    with pytest.raises(ValueError, match="still runs"):
        extend(OFFICE, end, [Pause(wib("2026-01-13 10:00"))])


def test_a_pause_in_the_time_won_by_a_pause_counts_too() -> None:
    end = wib("2026-01-13 12:00")
    first = Pause(wib("2026-01-13 11:00"), wib("2026-01-13 12:00"))  # moves it to 14.00
    second = Pause(wib("2026-01-13 13:30"), wib("2026-01-13 14:00"))
    assert extend(OFFICE, end, [second, first]) == wib("2026-01-13 14:30")


def test_share_used() -> None:
    start, end = wib("2026-01-13 08:00"), wib("2026-01-13 12:00")
    pause = Pause(wib("2026-01-13 09:00"), wib("2026-01-13 10:00"))
    assert share_used(OFFICE, start, end, start - timedelta(days=1)) == 0.0
    assert share_used(OFFICE, start, end, wib("2026-01-13 10:00")) == 0.5
    assert share_used(OFFICE, start, end, wib("2026-01-13 10:00"), [pause]) == 0.25
    assert share_used(OFFICE, start, end, end, [pause]) == 0.75
    assert share_used(OFFICE, start, end, wib("2026-01-13 13:00"), [pause]) == 0.75
    assert share_used(OFFICE, start, end, wib("2026-01-13 14:00"), [pause]) == 1.0
    assert share_used(OFFICE, start, end, wib("2026-01-13 16:00")) == 1.75


def test_share_of_a_limit_without_open_time() -> None:
    start, end = wib("2026-01-17 08:00"), wib("2026-01-18 08:00")
    assert share_used(OFFICE, start, end, end - timedelta(minutes=1)) == 0.0
    assert share_used(OFFICE, start, end, end) == 1.0


def test_reminders_fall_into_working_hours() -> None:
    start, end = wib("2026-01-15 15:00"), wib("2026-01-16 09:30")  # 1 h and 2 h
    assert instant_at_share(OFFICE, start, end, 0) == start
    assert instant_at_share(OFFICE, start, end, 0.5) == wib("2026-01-16 08:00")
    assert instant_at_share(OFFICE, start, end, 0.75) == wib("2026-01-16 08:45")
    assert instant_at_share(OFFICE, start, end, 1) == end


@pytest.mark.parametrize(
    ("share", "at"),
    [
        (0, "2026-01-15 15:00"),
        (0.1, "2026-01-15 15:18"),
        (1, "2026-01-16 09:30"),
        (1.25, "2026-01-16 10:15"),
        (1.5, "2026-01-16 11:00"),
        (2, "2026-01-16 14:00"),  # three hours later: over Friday prayer
        (3, "2026-01-19 08:00"),  # six hours later: over the weekend
    ],
)
def test_steps_after_the_limit_fall_into_working_hours_too(share: float, at: str) -> None:
    start, end = wib("2026-01-15 15:00"), wib("2026-01-16 09:30")  # 3 h
    expected = datetime.fromisoformat(f"{at}+07:00")
    assert instant_at_share(OFFICE, start, end, share) == expected


def test_a_share_is_exact() -> None:
    start, third = wib("2026-01-13 08:00"), Fraction(1, 3)
    end = start + timedelta(microseconds=10)
    assert instant_at_share(OFFICE, start, end, third) - start == timedelta(microseconds=4)
    assert share_used(OFFICE, start, end, start + timedelta(microseconds=3)) < third
    for tenths in range(1, 40):
        at = instant_at_share(OFFICE, start, end + timedelta(days=30), tenths / 10)
        assert share_used(OFFICE, start, end + timedelta(days=30), at) >= tenths / 10
    for wrong in (-0.1, 101, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="share"):
            instant_at_share(OFFICE, start, end, wrong)


def test_a_limit_without_open_time_takes_its_steps_at_its_end() -> None:
    start, end = wib("2026-01-17 08:00"), wib("2026-01-18 08:00")
    assert instant_at_share(OFFICE, start, end, 0) == start
    for share in (0.5, 1, 1.25):
        assert instant_at_share(OFFICE, start, end, share) == end


# --- opening hours


@pytest.mark.parametrize(
    ("at", "open_now", "opens"),
    [
        ("2026-01-13 07:29", False, "2026-01-13 07:30"),
        ("2026-01-13 07:30", True, "2026-01-13 07:30"),
        ("2026-01-13 11:59", True, "2026-01-13 11:59"),
        ("2026-01-13 12:00", False, "2026-01-13 13:00"),
        ("2026-01-16 12:30", False, "2026-01-16 13:00"),
        ("2026-01-16 16:30", False, "2026-01-19 07:30"),
        ("2026-03-17 16:00", False, "2026-03-25 07:30"),
    ],
)
def test_open_and_next_opening(at: str, open_now: bool, opens: str) -> None:
    assert is_open(OFFICE, wib(at)) is open_now
    assert next_opening(OFFICE, wib(at)) == wib(opens)


def test_working_day_after() -> None:
    assert working_day_after(OFFICE, date(2026, 3, 17), 1) == date(2026, 3, 25)
    assert working_day_after(SATURDAYS, date(2026, 1, 16), 1) == date(2026, 1, 17)
    with pytest.raises(ValueError, match="from 1"):
        working_day_after(OFFICE, date(2026, 3, 17), 0)


def test_a_calendar_never_open_is_refused_not_searched_for_ever() -> None:
    dead = Calendar("Asia/Jakarta", ((),) * 7)
    start = wib("2026-01-13 10:00")
    assert worked(dead, start, start + timedelta(days=400)) == timedelta(0)
    for within in ("1 minute", "1 working day"):
        with pytest.raises(ValueError, match="no opening hours"):
            deadline(dead, start, Duration.parse(within))


# --- one calendar for many cases


def test_a_calendar_keeps_a_bounded_number_of_days_and_answers_the_same() -> None:
    shared, start = replace(OFFICE, decreed_until=2030), wib("2026-01-13 10:00")
    end = start + timedelta(days=10 * 365)
    tracemalloc.start()
    years = worked(shared, start, end)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 500_000  # bytes; ten whole years would be 1.2 million
    assert worked(shared, start, end) == years


def test_threads_share_one_calendar() -> None:
    shared, start = replace(OFFICE, decreed_until=2031), wib("2026-01-13 10:00")

    def measure(days: int) -> timedelta:
        return worked(shared, start, start + timedelta(days=days))

    lengths = [(n * 37) % 1200 for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(measure, lengths))
    alone = replace(OFFICE, decreed_until=2032)
    assert found == [worked(alone, start, start + timedelta(days=days)) for days in lengths]


def test_calendars_are_values() -> None:
    one, two = (Calendar.from_json(OFFICE.to_json()) for _ in range(2))
    worked(one, wib("2026-01-13 10:00"), wib("2026-02-13 10:00"))  # what it remembers is no part
    assert one == two
    assert hash(one) == hash(two)
    assert one != replace(two, holidays={})


# --- cost


def test_sixty_working_days_are_walked_by_day_not_by_minute() -> None:
    start, sixty = wib("2026-03-17 10:00"), Duration(60, Unit.WORKING_DAYS)
    began = perf_counter()
    for n in range(20):
        fresh = replace(OFFICE, decreed_until=2026 + n)  # nothing kept from the round before
        assert worked(fresh, start, deadline(fresh, start, sixty)) > timedelta(hours=400)
    # About 1 ms a round; walking minutes takes 100 times that.
    assert perf_counter() - began < 0.6


def test_a_unit_open_one_day_a_year_is_not_taken_for_dead() -> None:
    own = {date(2026 + n, 6, 2): OwnDay(((480, 600),), "Hari layanan") for n in range(15)}
    yearly = Calendar("Asia/Jakarta", ((),) * 7, own_days=own)
    assert limit("2026-01-13 10:00", "14 working days", yearly) == "2039-06-02 10:00"
