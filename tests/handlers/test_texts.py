"""Numbers, dates and durations as people of the language write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers import texts
from handlers.message import Listed, Minutes, When, encode, said

HALF_PAST_TWO = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "style", "words"),
    [
        ("id", "Asia/Jakarta", "full", "Senin 23 Nov 2026 14.30 WIB"),
        ("en", "Asia/Jakarta", "full", "Monday 23 Nov 2026 14:30 WIB"),
        ("id", "Asia/Makassar", "time", "15.30 WITA"),
        ("id", "Asia/Jayapura", "short", "Sen 23 Nov 16.30 WIT"),
        ("en", "Asia/Jayapura", "short", "Mon 23 Nov 16:30 WIT"),
        ("id", "Asia/Jakarta", "day", "Senin 23 Nov 2026"),
        ("id", "Asia/Jakarta", "date", "23 Nov 2026"),
        ("id", "Asia/Jakarta", "clock", "14.30"),
        ("en", "Asia/Jakarta", "weekday", "Mon"),
        ("id", "Asia/Jakarta", "weekday-clock", "Sen 14.30"),
        ("en", "Asia/Jakarta", "weekday-clock", "Mon 14:30"),
        ("id", "Asia/Jakarta", "short-day-clock-end", "Sen 23 Nov 14.30"),
        ("id", "Asia/Jakarta", "long-day-clock", "Sen 23 Nov 2026 14.30"),
    ],
)
def test_an_instant_in_the_zone_of_the_unit(
    language: str, zone: str, style: str, words: str
) -> None:
    assert texts.when(language, HALF_PAST_TWO, zone, style) == words


@pytest.mark.parametrize(
    ("language", "style", "words"),
    [
        ("id", "full", "Selasa 24 Nov 2026 00.00 WIB"),
        ("id", "full-end", "Senin 23 Nov 2026 24.00 WIB"),
        ("en", "full-end", "Monday 23 Nov 2026 24:00 WIB"),
        ("id", "clock-end", "24.00"),
        ("en", "weekday-clock-end", "Mon 24:00"),
    ],
)
def test_an_end_at_midnight_belongs_to_the_day_it_ends(
    language: str, style: str, words: str
) -> None:
    midnight = datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert texts.when(language, midnight, "Asia/Jakarta", style) == words


def test_values_one_after_the_other() -> None:
    listed = Listed([When(HALF_PAST_TWO, "Asia/Jakarta", "weekday"), "a & b", Minutes(90)], "; ")
    assert said("id", listed) == "Sen; a & b; 1 jam 30 menit"
    shown = texts.render("id", "clock-sentence", encode({"parts": listed}))
    assert shown == "Sen; a &amp; b; 1 jam 30 menit."


@pytest.mark.parametrize(
    ("language", "length", "words"),
    [
        ("id", 130, "2 jam 10 menit"),
        ("en", 61, "1 hour 1 minute"),
        ("id", 0, "0 menit"),
        ("id", 0.2, "1 menit"),
    ],
)
def test_a_length_of_time(language: str, length: float, words: str) -> None:
    assert texts.minutes(language, length) == words


def test_numbers() -> None:
    assert texts.number("id", 1234.5, 1) == "1.234,5"
    assert texts.number("en", 1234.5, 1) == "1,234.5"
