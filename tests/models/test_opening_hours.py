"""Opening hours as people type them, and what is said when they cannot be read."""

from __future__ import annotations

import pytest

from models.errors import Refused
from models.opening_hours import PRESETS, read_hours, read_week, same_days
from models.worktime import OFFICE_WEEK

MORNING = ((480, 720),)


@pytest.mark.parametrize(
    "text",
    [
        "Sen-Kam 07.30-12.00 13.00-16.00; Jum 07.30-11.30, 13.00-16.30",
        "senin s.d. kamis: 7.30 - 12 dan 13-16\njum'at 07:30–11:30 & 13:00–16:30",
        "Mon-Thu 07:30-12:00, 13:00-16:00 | Fri 07:30-11:30, 13:00-16:30 | Sat closed",
        "Sen s/d Kam 07.30 s.d. 12.00, 13.00 sampai 16.00 WIB; Jumat 07.30-11.30 13.00-16.30 WIB",
    ],
)
def test_the_usual_office_week_in_many_spellings(text: str) -> None:
    assert read_week(text) == OFFICE_WEEK


def test_single_days_and_runs_over_the_weekend() -> None:
    assert read_week("Sen, Rab dan Jum 8-12") == (MORNING, (), MORNING, (), MORNING, (), ())
    assert read_week("Sab-Sen 08.00-12.00") == (MORNING, (), (), (), (), MORNING, MORNING)


def test_every_day_around_the_clock() -> None:
    assert read_week("Setiap hari 24 jam") == (((0, 1440),),) * 7


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("office", "Sen-Kam 07.30-12.00 13.00-16.00; Jum 07.30-11.30 13.00-16.30"),
        ("saturday", "Sen-Kam 07.30-12.00 13.00-16.00; Jum 07.30-11.30 13.00-16.30; Sab 8-12"),
        ("always", "Setiap hari 24 jam"),
    ],
)
def test_what_a_tap_sets_is_what_one_would_type(name: str, text: str) -> None:
    assert read_week(text) == PRESETS[name]


def test_neighbouring_days_with_the_same_hours_are_told_together() -> None:
    runs = same_days(OFFICE_WEEK)
    assert [(first, last) for first, last, _ in runs] == [(0, 3), (4, 4), (5, 6)]


@pytest.mark.parametrize(
    ("text", "key", "named"),
    [
        ("Snin 8-12", "hours-day-unknown", "snin"),
        ("Sen-Jum pagi", "hours-day-unknown", "pagi"),
        ("Sen", "hours-no-time", "sen"),
        ("08.00-12.00", "hours-no-day", "08.00-12.00"),
        ("Sen 8-12; Sel 9-10; Senin 13-14", "hours-day-twice", "Senin"),
        ("Sen 12.00-08.00", "hours-backwards", "12.00-08.00"),
        ("Sen 8-12 10-14", "hours-overlap", "08.00–12.00, 10.00–14.00"),
        ("Sen 8-25", "hours-time-unknown", "25.00"),
        ("Sen 08.75-10", "hours-time-unknown", "08.75"),
        ("Sen 8-12 istirahat", "hours-time-unknown", "istirahat"),
    ],
)
def test_the_trouble_is_named(text: str, key: str, named: str) -> None:
    with pytest.raises(Refused) as refused:
        read_week(text)
    assert refused.value.key == key
    assert named in refused.value.values.values()


@pytest.mark.parametrize("text", ["", "Sen tutup", "; ;"])
def test_a_week_that_never_opens_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_week(text)
    assert refused.value.key == "hours-empty"


def test_one_days_hours() -> None:
    assert read_hours("08.00-11.00 13-14.30") == ((480, 660), (780, 870))
    assert read_hours("tutup") == read_hours("") == ()
    assert read_hours("24 jam") == ((0, 1440),)
