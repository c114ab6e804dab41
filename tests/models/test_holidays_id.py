"""Indonesia's official days off, and the deadlines of the rules computed with them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime

import pytest

from models.holidays_id import decreed, decreed_until, official_days
from models.worktime import Duration, deadline, office_default


def test_national_holidays_and_cuti_bersama_under_their_indonesian_names() -> None:
    days = official_days([2026])
    assert days[date(2026, 3, 19)] == "Hari Suci Nyepi"
    assert days[date(2026, 3, 20)] == "Cuti Bersama Hari Raya Idul Fitri"
    assert days[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert len(days) == 25  # 17 holidays and 8 days of cuti bersama
    assert date(2026, 3, 17) not in days


def test_several_years_in_order_each_once() -> None:
    days = official_days([2027, 2026, 2027])
    assert list(days) == sorted(official_days([2026]) | official_days([2027]))
    assert {day.year for day in days} == {2026, 2027}


def test_a_caller_cannot_change_what_the_next_one_gets() -> None:
    official_days([2026]).clear()
    assert date(2026, 8, 17) in official_days([2026])


def test_a_year_is_decreed_when_its_cuti_bersama_is_known() -> None:
    assert decreed(2025)
    assert decreed(2026)
    assert not decreed(2060)
    last = decreed_until(2026)
    assert last >= 2026
    assert decreed(last)
    assert not decreed(last + 1)
    assert decreed_until(2060) == 2059


def test_a_year_without_decree_has_its_holidays_with_estimates_marked() -> None:
    days = official_days([2060])
    assert date(2060, 8, 17) in days
    assert not [name for name in days.values() if "Cuti Bersama" in name]
    guessed = [name for name in days.values() if "(perkiraan)" in name]
    assert [name for name in guessed if name.startswith("Hari Raya Idul Fitri")]
    assert days[date(2060, 8, 17)] not in guessed
    assert "(perkiraan)" not in str(official_days([2025]))


@pytest.mark.parametrize(
    ("received", "days", "ends"),
    [
        ("2026-03-17", 3, "2026-03-27"),
        ("2026-03-17", 5, "2026-03-31"),
        ("2026-03-17", 10, "2026-04-08"),
        ("2026-03-17", 14, "2026-04-14"),
        ("2026-03-17", 60, "2026-06-26"),
        ("2026-05-13", 3, "2026-05-20"),
        ("2026-05-13", 5, "2026-05-22"),
        ("2026-05-13", 10, "2026-06-03"),
        ("2026-05-13", 14, "2026-06-09"),
        ("2026-05-13", 60, "2026-08-13"),
    ],
)
@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
def test_the_deadlines_of_the_rules(received: str, days: int, ends: str, zone: str) -> None:
    calendar = office_default(zone, holidays=official_days([2026, 2027]))
    at = datetime.fromisoformat(f"{received}T10:00").replace(tzinfo=calendar.tz)
    end = deadline(calendar, at, Duration.parse(f"{days} working days"))
    assert calendar.day_of(end) == date.fromisoformat(ends)


def test_the_package_is_loaded_at_the_first_question_only() -> None:
    program = (
        "import sys, models.holidays_id as days; before = 'holidays' in sys.modules;"
        "days.decreed(2026); print(before, 'holidays' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["False", "True"]
