"""The demo's complaints lie within the life of its town, whatever day it is opened on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.sandbox.town_cases import CASES
from bot.sandbox.town_story import working_days_before
from models.holidays_id import official_days
from models.worktime import Calendar, office_default

YEARS = (2026, 2027)
LIFE = timedelta(weeks=7)
OLDEST = max(case.age for case in CASES)


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return office_default("Asia/Jakarta", holidays=official_days(YEARS))


def test_every_complaint_is_sent_on_a_working_day_of_the_towns_life(calendar: Calendar) -> None:
    clipped = 0
    for number in range(360, 720):
        today = date(YEARS[0], 1, 1) + timedelta(days=number)
        first = today - LIFE + timedelta(days=2)
        for age in (1, OLDEST):
            sent = working_days_before(calendar, today, age, first)
            assert first <= sent <= today
            assert calendar.spans(sent)
            between = (sent + timedelta(days=day) for day in range((today - sent).days))
            worked = sum(bool(calendar.spans(day)) for day in between)
            clipped += worked < age
            assert worked <= age
    assert clipped > 0  # after Lebaran the oldest would be from before the bot came
