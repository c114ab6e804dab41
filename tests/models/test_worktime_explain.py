"""Why the working clock shows what it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date

import pytest

from models.worktime import Duration, OwnDay, Pause, Unit, worked
from models.worktime_explain import (
    Closed,
    DayOff,
    OtherHours,
    Reason,
    Why,
    explain,
    explain_limit,
)
from tests.models.worktime_office import OFFICE, RAMADAN, SATURDAYS, minutes, wib


def test_the_explanation_of_the_issue() -> None:
    start, end = wib("2026-01-15 14:50"), wib("2026-01-19 09:00")  # Thursday to Monday
    waiting = Pause(wib("2026-01-16 08:30"), end, "menunggu foto dari pelapor")
    told = explain(OFFICE, start, end, [waiting])
    assert minutes(told.total) == 130
    assert [(one.start, one.end) for one in told.counted] == [
        (wib("2026-01-15 14:50"), wib("2026-01-15 16:00")),
        (wib("2026-01-16 07:30"), wib("2026-01-16 08:30")),
    ]
    assert [(one.reasons, minutes(one.worked)) for one in told.paused] == [
        (("menunggu foto dari pelapor",), 180 + 210 + 90)
    ]
    assert [(one.reasons[0].why, one.start, one.end) for one in told.closed] == [
        (Why.OUTSIDE_HOURS, wib("2026-01-15 16:00"), wib("2026-01-16 07:30")),
        (Why.BREAK, wib("2026-01-16 11:30"), wib("2026-01-16 13:00")),
        (Why.OUTSIDE_HOURS, wib("2026-01-16 16:30"), wib("2026-01-17 00:00")),
        (Why.DAY_OFF, wib("2026-01-17 00:00"), wib("2026-01-19 00:00")),
        (Why.OUTSIDE_HOURS, wib("2026-01-19 00:00"), wib("2026-01-19 07:30")),
    ]
    assert told.working_days == (date(2026, 1, 16), date(2026, 1, 19))
    assert not told.undecreed


def test_adjacent_closed_days_are_told_together() -> None:
    told = explain(OFFICE, wib("2026-03-17 10:00"), wib("2026-03-25 10:00"))
    assert [one for one in told.closed if one.whole_days] == [
        Closed(
            wib("2026-03-18 00:00").astimezone(UTC),
            wib("2026-03-25 00:00").astimezone(UTC),
            (
                Reason(Why.HOLIDAY, "Cuti Bersama Hari Suci Nyepi"),
                Reason(Why.HOLIDAY, "Hari Suci Nyepi"),
                Reason(Why.HOLIDAY, "Cuti Bersama Hari Raya Idul Fitri"),
                Reason(Why.DAY_OFF),
            ),
        )
    ]
    assert told.working_days == (date(2026, 3, 25),)


def test_own_days_and_seasons_give_their_reason() -> None:
    own = {
        date(2026, 2, 19): OwnDay((), "Banjir", "SK 7/2026"),
        date(2026, 2, 20): OwnDay(((480, 600),), "Upacara", "SK 8/2026"),
    }
    calendar = replace(OFFICE, seasons=(RAMADAN,), own_days=own)
    told = explain(calendar, wib("2026-02-18 12:00"), wib("2026-02-20 12:00"))
    assert [one.reasons for one in told.closed] == [
        (Reason(Why.BREAK, "Ramadan"),),
        (Reason(Why.OUTSIDE_HOURS, "Ramadan"),),
        (Reason(Why.OWN_DAY, "Banjir", "SK 7/2026"),),
        (Reason(Why.OUTSIDE_HOURS, "Upacara", "SK 8/2026"),),
        (Reason(Why.OUTSIDE_HOURS, "Upacara", "SK 8/2026"),),
    ]


def test_overlapping_pauses_are_told_once_with_both_reasons() -> None:
    pauses = [
        Pause(wib("2026-01-13 09:00"), wib("2026-01-13 10:00"), "listrik padam"),
        Pause(wib("2026-01-13 08:30"), wib("2026-01-13 09:30"), "menunggu foto"),
        Pause(wib("2026-01-13 11:00"), None, "sistem pusat"),
    ]
    told = explain(OFFICE, wib("2026-01-13 08:00"), wib("2026-01-13 12:00"), pauses)
    assert [(one.reasons, minutes(one.worked)) for one in told.paused] == [
        (("menunggu foto", "listrik padam"), 90),
        (("sistem pusat",), 60),
    ]
    assert minutes(told.total) == 90


def test_a_limit_into_the_unknown_is_told() -> None:
    assert explain(OFFICE, wib("2026-12-28 10:00"), wib("2027-01-15 10:00")).undecreed


def test_a_span_that_ends_at_midnight_has_no_part_in_the_next_day() -> None:
    told = explain(OFFICE, wib("2026-01-13 10:00"), wib("2026-01-15 00:00"))
    assert told.working_days == (date(2026, 1, 14),)
    assert told.closed[-1].end == wib("2026-01-15 00:00")


# --- other hours, days off, limits


def test_days_off_and_days_with_other_hours_are_listed() -> None:
    own = {
        date(2026, 2, 19): OwnDay((), "Banjir", "SK 7/2026"),
        date(2026, 2, 20): OwnDay(((480, 600),), "Upacara", "SK 8/2026"),
    }
    calendar = replace(OFFICE, seasons=(RAMADAN,), own_days=own)
    told = explain(calendar, wib("2026-02-17 12:00"), wib("2026-02-24 12:00"))
    assert told.days_off == (
        DayOff(date(2026, 2, 19), Reason(Why.OWN_DAY, "Banjir", "SK 7/2026")),
        DayOff(date(2026, 2, 21), Reason(Why.DAY_OFF)),
        DayOff(date(2026, 2, 22), Reason(Why.DAY_OFF)),
    )
    upacara = Reason(Why.OWN_DAY, "Upacara", "SK 8/2026")
    assert told.other_hours == (
        OtherHours(date(2026, 2, 20), date(2026, 2, 20), upacara, ((480, 600),)),
        OtherHours(date(2026, 2, 18), date(2026, 2, 24), Reason(Why.SEASON, "Ramadan"), ()),
    )


def test_a_holiday_on_a_day_that_is_closed_every_week_is_not_named() -> None:
    sunday = replace(OFFICE, holidays={date(2026, 4, 5): "Kebangkitan Yesus Kristus"})
    told = explain(sunday, wib("2026-04-03 10:00"), wib("2026-04-06 10:00"))
    assert [off.reason for off in told.days_off] == [Reason(Why.DAY_OFF)] * 2
    on_sundays = replace(SATURDAYS, weekly=(*SATURDAYS.weekly[:6], ((480, 720),)))
    open_then = replace(on_sundays, holidays=sunday.holidays)
    told = explain(open_then, wib("2026-04-03 10:00"), wib("2026-04-06 10:00"))
    assert [off.reason.name for off in told.days_off] == ["Kebangkitan Yesus Kristus"]


def test_a_running_pause_is_known_as_such() -> None:
    pauses = [
        Pause(wib("2026-01-13 09:00")),
        Pause(wib("2026-01-13 08:10"), wib("2026-01-13 08:20")),
    ]
    told = explain(OFFICE, wib("2026-01-13 08:00"), wib("2026-01-13 12:00"), pauses)
    assert [pause.running for pause in told.paused] == [False, True]


def test_why_a_limit_ends_then() -> None:
    days = Duration(2, Unit.WORKING_DAYS)
    waiting = Pause(wib("2026-01-14 16:00"), wib("2026-01-15 08:00"), "waiting")
    before = Pause(wib("2026-01-12 08:00"), wib("2026-01-12 12:00"), "before the receipt")
    after = Pause(wib("2026-01-19 08:00"), wib("2026-01-19 12:00"), "after the end")
    received = wib("2026-01-13 15:59")
    told = explain_limit(OFFICE, received, days, [after, waiting, before])
    assert told.days == (date(2026, 1, 14), date(2026, 1, 15))
    assert told.promised == told.recomputed == wib("2026-01-15 16:00")
    assert told.end == wib("2026-01-16 08:00")
    assert [(one.reasons, minutes(one.worked)) for one in told.moved_by] == [(("waiting",), 30)]
    assert told.moved_by[0].end == wib("2026-01-15 08:00")
    assert told.course.total == worked(OFFICE, received, told.promised)
    assert not told.pausing


def test_a_promised_end_stands_beside_what_the_calendar_says() -> None:
    promised = wib("2026-01-14 16:00")
    told = explain_limit(
        OFFICE, wib("2026-01-13 10:00"), Duration(2, Unit.WORKING_DAYS), promised=promised
    )
    assert (told.promised, told.end) == (promised, promised)
    assert told.recomputed == wib("2026-01-15 16:00")


def test_a_limit_that_is_paused_now_needs_to_know_the_time() -> None:
    hours = Duration(4, Unit.WORKING_HOURS)
    received, running = wib("2026-01-13 08:00"), [Pause(wib("2026-01-13 09:00"))]
    with pytest.raises(ValueError, match="still runs"):
        explain_limit(OFFICE, received, hours, running)
    told = explain_limit(OFFICE, received, hours, running, now=wib("2026-01-13 10:00"))
    assert told.pausing
    assert told.end == wib("2026-01-13 14:00")


def test_limits_in_hours_run_round_the_clock_and_know_no_days_off() -> None:
    told = explain_limit(OFFICE, wib("2026-03-17 10:00"), Duration(72, Unit.HOURS))
    assert told.end == wib("2026-03-20 10:00")
    assert (told.days, told.course.days_off, told.course.closed) == ((), (), ())
