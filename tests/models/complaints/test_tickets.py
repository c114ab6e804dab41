"""Ticket numbers: read back whatever is said, notice whatever is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.complaints.tickets import LETTERS, parse, ticket

YEARS = st.integers(2000, 2099)
NUMBERS = st.integers(1, 99_999_999)
TICKETS = st.builds(ticket, YEARS, NUMBERS)
CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SAME = {"O": "0", "I": "1", "L": "1"}  # read as a digit in a digit's place


def test_it_looks_as_promised() -> None:
    made = ticket(2026, 123)
    assert made[:-1] == "SW-26-000123-"
    assert made[-1] in LETTERS
    assert not set("IOQ") & set(LETTERS)


@given(TICKETS)
def test_it_reads_itself(made: str) -> None:
    assert parse(made) == made


@given(TICKETS, st.data())
def test_it_forgives_case_spaces_dashes_and_look_alikes(made: str, data: st.DataObject) -> None:
    body, check = made[3:-2], made[-1]
    spoken = body.replace("0", data.draw(st.sampled_from("0Oo")))
    spoken = spoken.replace("1", data.draw(st.sampled_from("1IiLl")))
    spoken = spoken.replace("-", data.draw(st.sampled_from(["", " ", "-", " - ", "."])))
    prefix = data.draw(st.sampled_from(["", "SW", "sw-", " SW "]))
    assert parse(f"{prefix}{spoken} {check.lower()} ") == made


@given(TICKETS, st.data())
def test_any_single_wrong_character_is_noticed(made: str, data: st.DataObject) -> None:
    places = [place for place, character in enumerate(made) if character != "-"]
    place = data.draw(st.sampled_from(places))
    wrong = data.draw(st.sampled_from(sorted(set(CHARACTERS) - {made[place]})))
    read = parse(made[:place] + wrong + made[place + 1 :])
    looks_the_same = place > 2 and place < len(made) - 1 and SAME.get(wrong) == made[place]
    assert read == (made if looks_the_same else None)


@given(TICKETS, st.data())
def test_any_two_characters_that_changed_places_are_noticed(made: str, data: st.DataObject) -> None:
    plain = made.replace("-", "")
    place = data.draw(st.integers(0, len(plain) - 2))
    swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    assert parse(swapped) == (made if swapped == plain else None)


@pytest.mark.parametrize("typed", ["", "SW", "halo", "SW-26-123-K", "SW-26-000123", "1" * 40])
def test_what_is_no_ticket(typed: str) -> None:
    assert parse(typed) is None


@pytest.mark.parametrize(("year", "number"), [(1999, 1), (2100, 1), (2026, 0), (2026, 10**8)])
def test_no_ticket_beyond_its_digits(year: int, number: int) -> None:
    with pytest.raises(ValueError, match="no ticket"):
        ticket(year, number)
