"""No token but the one that was made for the visit as it stands is accepted."""

from __future__ import annotations

import base64
import random
import string
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.visits import tokens
from models.visits.tokens import BadToken, Bound, Problem

KEY = "k" * 32
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BOUND = Bound(4711, 12, 3, 45, "2026-11-23/7")
LETTERS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"  # as base64 has


def problem(payload: str, bound: Bound = BOUND, *, key: str = KEY, at: datetime = NOW) -> Problem:
    """Why it is not accepted; being accepted fails the test."""
    with pytest.raises(BadToken) as bad:
        tokens.check(key, tokens.read(payload), bound, at)
    return bad.value.problem


def accepted(payload: str, bound: Bound, at: datetime) -> None:
    tokens.check(KEY, tokens.read(payload), bound, at)


@given(
    visit=some.integers(1, tokens.MAX_ID),
    numbers=some.tuples(*[some.integers(1, 2**31)] * 2),
    counter=some.none() | some.integers(1, 2**31),
    minutes=some.integers(0, 3 * 24 * 60 - 1),
)
def test_a_token_is_accepted_for_its_visit_until_it_expires(
    visit: int, numbers: tuple[int, int], counter: int | None, minutes: int
) -> None:
    bound = Bound(visit, numbers[0], counter, numbers[1], "2026-11-23/7")
    payload = tokens.make(KEY, bound, NOW)
    assert len(payload) == tokens.LENGTH <= 64
    assert set(payload) <= set(LETTERS)
    accepted(payload, bound, NOW + timedelta(minutes=minutes))


def test_it_expires_after_three_days() -> None:
    payload = tokens.make(KEY, BOUND, NOW)
    accepted(payload, BOUND, NOW + timedelta(days=3, seconds=-1))
    assert problem(payload, at=NOW + timedelta(days=3)) is Problem.EXPIRED


def test_every_bit_of_it_counts() -> None:
    payload = tokens.make(KEY, BOUND, NOW)
    for place, letter in enumerate(payload[1:], 1):
        for bit in range(6):
            other = LETTERS[LETTERS.index(letter) ^ (1 << bit)]
            problem(payload[:place] + other + payload[place + 1 :])


@pytest.mark.parametrize(
    "changes",
    [
        {"visit_id": 4712},
        {"unit_id": 13},
        {"counter_id": None},
        {"counter_id": 4},
        {"service_id": 46},
        {"shift": "2026-11-24/7"},
        {"shift": "2026-11-23/8"},
        {"shift": "2026-11-23/-"},
        {"unit_id": 123, "counter_id": 45, "service_id": 3},
    ],
)
def test_it_does_not_fit_an_edited_row(changes: dict[str, object]) -> None:
    edited = replace(BOUND, **changes)
    assert problem(tokens.make(KEY, BOUND, NOW), edited) is Problem.FORGED
    assert problem(tokens.make(KEY, edited, NOW)) is Problem.FORGED


def test_a_counter_that_is_missing_is_not_another_row() -> None:
    """The parts of what is signed cannot run into each other."""
    one = tokens.make(KEY, Bound(1, 11, 1, 1, "2026-11-23/7"), NOW)
    assert problem(one, Bound(1, 1, 11, 1, "2026-11-23/7")) is Problem.FORGED


@pytest.mark.parametrize("payload", ["", "v", "u12", "i" * 33, "v" * 34, "v" * 32, "v?" + "A" * 31])
def test_what_is_no_token_is_told_apart(payload: str) -> None:
    assert problem(payload) is Problem.MALFORMED


def test_trailing_lines_and_other_digits_are_no_token() -> None:
    payload = tokens.make(KEY, BOUND, NOW)
    for edited in (payload + "\n", payload[:-1] + "٣", payload[:-1] + "=", " " + payload):
        assert problem(edited) is Problem.MALFORMED


def test_a_forged_expiry_beyond_all_calendars_is_refused() -> None:
    head = struct.pack(">BII", tokens.VERSION, BOUND.visit_id, 2**32 - 1)
    forged = tokens.PREFIX + base64.urlsafe_b64encode(head + bytes(tokens.MAC_BYTES)).decode()
    assert problem(forged) is Problem.FORGED


def test_of_ten_thousand_forged_tokens_none_is_accepted() -> None:
    refused = [problem(*each) for each in _forged(10_000)]
    assert len(refused) == 10_000
    assert set(refused) == set(Problem)


def _forged(n: int) -> Iterator[tuple[str, Bound]]:
    dice = random.Random(2026)
    for number in range(n):
        bound = Bound(
            dice.randrange(1, 2**31),
            dice.randrange(1, 1000),
            dice.choice([None, dice.randrange(1, 1000)]),
            dice.randrange(1, 1000),
            f"2026-11-{dice.randrange(1, 31):02d}/{dice.randrange(1, 1000)}",
        )
        yield _FORGERIES[number % len(_FORGERIES)](dice, bound), bound


def _random(dice: random.Random, bound: Bound) -> str:
    return "v" + "".join(dice.choices(LETTERS, k=tokens.LENGTH - 1))


def _edited(dice: random.Random, bound: Bound) -> str:
    payload = tokens.make(KEY, bound, NOW)
    place = dice.randrange(1, len(payload))
    other = dice.choice([letter for letter in LETTERS if letter != payload[place]])
    return payload[:place] + other + payload[place + 1 :]


def _longer(dice: random.Random, bound: Bound) -> str:
    """The expiry of one token with the signature of another."""
    early, late = (
        tokens.make(KEY, bound, NOW + timedelta(minutes=m)) for m in (0, dice.randrange(1, 9999))
    )
    return late[:13] + early[13:]


def _expired(dice: random.Random, bound: Bound) -> str:
    return tokens.make(KEY, bound, NOW - timedelta(days=3, minutes=dice.randrange(1, 99999)))


def _cut(dice: random.Random, bound: Bound) -> str:
    return tokens.make(KEY, bound, NOW)[: dice.randrange(tokens.LENGTH)]


def _other_key(dice: random.Random, bound: Bound) -> str:
    return tokens.make(f"{dice.random()}", bound, NOW)


def _other_visit(dice: random.Random, bound: Bound) -> str:
    return tokens.make(KEY, replace(bound, visit_id=bound.visit_id + 1), NOW)


def _other_place(dice: random.Random, bound: Bound) -> str:
    return tokens.make(KEY, replace(bound, unit_id=bound.unit_id + 1), NOW)


_FORGERIES = (_random, _edited, _longer, _expired, _cut, _other_key, _other_visit, _other_place)


def test_a_visit_without_an_id_has_no_token() -> None:
    for number in (0, -1, 2**32):
        with pytest.raises(ValueError, match="visit's id"):
            tokens.make(KEY, replace(BOUND, visit_id=number), NOW)
