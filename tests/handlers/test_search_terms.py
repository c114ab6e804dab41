"""What is understood of what people type into the search."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.search_terms import LEAST_WORD, WORDS, Terms, read
from models.complaints.states import ENDED, OPEN, State

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("23 Nov", "2026-11-23", "2026-11-23"),
        ("23 november 2025", "2025-11-23", "2025-11-23"),
        ("2026-11-23", "2026-11-23", "2026-11-23"),
        ("23/11/2026", "2026-11-23", "2026-11-23"),
        ("23.11.2026", "2026-11-23", "2026-11-23"),
        ("5 Des", "2025-12-05", "2025-12-05"),  # this year's is still to come
        ("hari ini", "2026-11-25", "2026-11-25"),
        ("yesterday", "2026-11-24", "2026-11-24"),
        ("Minggu ini", "2026-11-23", "2026-11-29"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("bulan ini", "2026-11-01", "2026-11-30"),
        ("bulan lalu", "2026-10-01", "2026-10-31"),
        ("tahun ini", "2026-01-01", "2026-12-31"),
        ("1 Nov - 7 Nov", "2026-11-01", "2026-11-07"),
        ("2026-11-07 sampai 2026-11-01", "2026-11-01", "2026-11-07"),
        ("1/11/2026–7/11/2026", "2026-11-01", "2026-11-07"),
        ("Oktober 2026", "2026-10-01", "2026-10-31"),
        ("februari", "2026-02-01", "2026-02-28"),
        ("desember", "2025-12-01", "2025-12-31"),
        ("bulan mei", "2026-05-01", "2026-05-31"),
    ],
)
def test_days(typed: str, first: str, last: str) -> None:
    assert read(typed, TODAY) == Terms(days=(date.fromisoformat(first), date.fromisoformat(last)))


@pytest.mark.parametrize("typed", ["31 Feb", "2026-13-01", "99/99/2026", "00.00.2026"])
def test_a_day_that_does_not_exist_is_a_word(typed: str) -> None:
    terms = read(typed, TODAY)
    assert terms.days is None
    assert terms.words


@pytest.mark.parametrize(
    ("typed", "states"),
    [
        ("selesai", {State.SOLVED}),
        ("Terbuka", set(OPEN)),
        ("dibuka kembali", {State.REOPENED}),
        ("tidak diterima", {State.REJECTED}),
        ("ended", set(ENDED)),
        ("ditolak diarsipkan", {State.REJECTED, State.ARCHIVED}),
    ],
)
def test_states(typed: str, states: set[State]) -> None:
    assert set(read(typed, TODAY).states) == states
    assert read(typed, TODAY).words == ()


def test_everything_together() -> None:
    terms = read("KTP hilang,  terlambat 1 Nov - 7 Nov ditangani", TODAY)
    assert terms.words == ("ktp", "hilang")
    assert terms.days == (date(2026, 11, 1), date(2026, 11, 7))
    assert terms.states == (State.IN_PROGRESS,)
    assert terms.late


def test_words_that_only_look_like_months_stay_words() -> None:
    assert read("mar mei", TODAY).words == ("mar", "mei")


@pytest.mark.parametrize("typed", ["", "?", "a", " , ; "])
def test_nothing_to_look_for(typed: str) -> None:
    assert read(typed, TODAY).empty


@given(st.text(max_size=300))
def test_anything_can_be_typed(typed: str) -> None:
    terms = read(typed, TODAY)
    assert len(terms.words) <= WORDS
    assert all(len(word) >= LEAST_WORD for word in terms.words)
