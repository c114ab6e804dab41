"""Why the working clock shows what it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date

from models.worktime import OwnDay, Pause
from models.worktime_explain import Closed, Reason, Why, explain
from tests.models.worktime_office import OFFICE, RAMADAN, minutes, wib


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
