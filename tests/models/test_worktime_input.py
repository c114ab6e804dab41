"""What the working clock takes in: durations, instants, intervals, calendars; and refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from models.worktime import (
    WEEKDAYS,
    Calendar,
    Duration,
    Pause,
    Season,
    Unit,
    advance,
    deadline,
    extend,
    instant_at_share,
    is_open,
    next_opening,
    office_default,
    open_intervals,
    share_used,
    worked,
)
from models.worktime_explain import explain
from tests.models.worktime_office import OFFICE, RAMADAN, wib


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("14 working days", 14, Unit.WORKING_DAYS),
        ("2 working hours", 2, Unit.WORKING_HOURS),
        ("1 working_hour", 1, Unit.WORKING_HOURS),
        ("30 minutes", 30, Unit.MINUTES),
        ("3 days", 3, Unit.DAYS),
        (" 24  HOURS ", 24, Unit.HOURS),
        ("5 hari kerja", 5, Unit.WORKING_DAYS),
    ],
)
def test_durations_are_read(text: str, value: int, unit: Unit) -> None:
    duration = Duration.parse(text)
    assert duration == Duration(value, unit)
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize(
    "text", ["", "days", "3", "0 days", "-1 days", "1.5 hours", "3 weeks", "200000 days", "3 d"]
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        Duration.parse(text)


def test_naive_instants_are_refused_everywhere() -> None:
    naive, aware = datetime.fromisoformat("2026-01-13T10:00"), wib("2026-01-13 11:00")
    calls = (
        lambda: deadline(OFFICE, naive, Duration(1, Unit.HOURS)),
        lambda: deadline(OFFICE, naive, Duration(1, Unit.WORKING_DAYS)),
        lambda: advance(OFFICE, naive, timedelta(0)),
        lambda: extend(OFFICE, naive, []),
        lambda: worked(OFFICE, naive, aware),
        lambda: worked(OFFICE, aware, naive),
        lambda: share_used(OFFICE, aware, aware, naive),
        lambda: instant_at_share(OFFICE, aware, naive, 0.5),
        lambda: next_opening(OFFICE, naive),
        lambda: is_open(OFFICE, naive),
        lambda: list(open_intervals(OFFICE, aware, naive)),
        lambda: explain(OFFICE, naive, aware),
        lambda: Pause(naive),
        lambda: Pause(aware, naive),
    )
    for call in calls:
        with pytest.raises(ValueError, match="time zone"):
            call()


def test_intervals_that_end_before_they_start_are_refused() -> None:
    start, end = wib("2026-01-13 11:00"), wib("2026-01-13 10:00")
    for call in (lambda: worked(OFFICE, start, end), lambda: Pause(start, end)):
        with pytest.raises(ValueError, match="before"):
            call()
    with pytest.raises(ValueError, match="backwards"):
        advance(OFFICE, start, timedelta(minutes=-1))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"zone": "Asia/Atlantis"}, "time zone"),
        ({"weekly": {"monday": ["08:00-12:00"]}}, "day of the week"),
        ({"weekly": {"mon": ["08:00-12:00", "11:00-13:00"]}}, "overlap"),
        ({"weekly": {"mon": ["12:00-08:00"]}}, "no opening hours"),
        ({"weekly": {"mon": ["08:00-24:01"]}}, "no opening hours"),
        ({"weekly": {"mon": ["8-12"]}}, "time of day"),
        ({"weekly": {"mon": ["08:75-12:00"]}}, "time of day"),
        ({"weekly": [1]}, "expected form"),
        ({"holidays": {"17-08-2026": "HUT RI"}}, "isoformat"),
        ({"own_days": {"2026-08-18": {"hours": []}}}, "reason"),
        ({"decreed_until": "soon"}, "decreed_until"),
    ],
)
def test_a_bad_calendar_is_refused_with_the_reason(
    change: dict[str, object], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        Calendar.from_json({**OFFICE.to_json(), **change})


def test_calendars_refuse_what_cannot_be() -> None:
    with pytest.raises(ValueError, match="lacks 'zone'"):
        Calendar.from_json({})
    with pytest.raises(ValueError, match="seven days"):
        Calendar("Asia/Jakarta", OFFICE.weekly[:5])
    with pytest.raises(ValueError, match="overlap"):
        replace(OFFICE, seasons=(RAMADAN, replace(RAMADAN, first=RAMADAN.last, name="again")))
    with pytest.raises(ValueError, match="before it starts"):
        Season("Ramadan", date(2026, 3, 2), date(2026, 3, 1), OFFICE.weekly)


def test_a_calendar_is_easy_to_write_by_hand() -> None:
    week = {day: ["07:30-12:00", "13:00-16:00"] for day in WEEKDAYS[:4]}
    week["fri"] = ["07:30-11:30", "13:00-16:30"]
    assert Calendar.from_json({"zone": "Asia/Jakarta", "weekly": week}) == office_default(
        "Asia/Jakarta"
    )
