"""Numbers, dates and durations as people of the language write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers import texts

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
    ],
)
def test_an_instant_in_the_zone_of_the_unit(
    language: str, zone: str, style: str, words: str
) -> None:
    assert texts.when(language, HALF_PAST_TWO, zone, style) == words


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
