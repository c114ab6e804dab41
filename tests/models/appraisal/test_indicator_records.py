"""Frozen inputs and results: read back to the last digit, and nothing odd is read at all."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.appraisal.indicators import (
    CATALOGUE,
    Inputs,
    Others,
    Record,
    RecordKind,
    Result,
    compute,
)

number = st.floats(0, 1e9)
maybe = st.none() | number
flag = st.booleans()


def record(kind: RecordKind) -> st.SearchStrategy[Record]:
    score: st.SearchStrategy[float | None] = st.none() | {
        RecordKind.RATING: st.sampled_from([1.0, 2.0, 3.0, 4.0]),
        RecordKind.ANSWER: st.integers(60, 240).map(float),
    }.get(kind, st.floats(0, 1))
    return st.builds(
        Record, st.just(kind), st.integers(0, 2**62), score, maybe, flag, score, maybe, flag
    )


def others() -> st.SearchStrategy[Others]:
    few = st.integers(0, 900)
    plain = st.builds(Others, few, maybe, few, st.none() | st.floats(0, 1))
    return st.builds(Others, few, maybe, few, st.none() | st.floats(0, 1), st.none() | plain)


def inputs(kind: RecordKind) -> st.SearchStrategy[Inputs]:
    once = st.lists(record(kind), max_size=30, unique_by=lambda one: one.id)
    return st.builds(Inputs, once.map(tuple), others())


def keyed(key: str) -> st.SearchStrategy[tuple[str, Inputs]]:
    return st.tuples(st.just(key), inputs(CATALOGUE[key].kind))


drawn = st.sampled_from(list(CATALOGUE)).flatmap(keyed)


def through(data: dict[str, Any]) -> Any:
    return json.loads(json.dumps(data))


@given(drawn)
def test_a_frozen_figure_is_computed_again_to_the_last_digit(found: tuple[str, Inputs]) -> None:
    key, frozen = found
    first = compute(key, 1, frozen)
    again = compute(key, 1, Inputs.from_json(through(frozen.to_json())))
    assert again == first
    assert Result.from_json(through(first.to_json())) == first
    assert json.dumps(again.to_json()) == json.dumps(first.to_json())


@given(drawn)
def test_the_order_of_records_does_not_matter(found: tuple[str, Inputs]) -> None:
    key, frozen = found
    turned = Inputs(frozen.records[::-1], frozen.others)
    assert json.dumps(turned.to_json()) == json.dumps(frozen.to_json())
    assert compute(key, 1, turned) == compute(key, 1, frozen)


def test_a_whole_number_is_written_as_every_other_number() -> None:
    whole, other = (Inputs((Record(RecordKind.RATING, 1, score=s),)) for s in (4, 4.0))
    assert json.dumps(whole.to_json()) == json.dumps(other.to_json())
    assert whole.to_json()["records"] == [{"kind": "rating", "id": 1, "score": 4.0}]


GOOD: dict[str, Any] = {"kind": "visit", "id": 7, "score": 1.0, "minutes": 12.5}


@pytest.mark.parametrize(
    "odd",
    [
        {"kind": "visitor"},
        {"kind": None},
        {"id": "7"},
        {"id": -1},
        {"id": True},
        {"id": 7.0},
        {"score": "1.0"},
        {"score": 1.1},
        {"score": -0.1},
        {"score": float("nan")},
        {"score_without": 2.0},
        {"minutes": -1.0},
        {"minutes": float("inf")},
        {"minutes": True},
        {"minutes_without": None},
        {"running": 1},
        {"set_aside": "true"},
        {"colour": "red"},
        {"kind": "rating", "score": 5.0},
        {"kind": "answer", "score": 4.0},
    ],
)
def test_an_odd_record_is_refused(odd: dict[str, Any]) -> None:
    assert Inputs.from_json({"records": [GOOD], "others": {"n": 0, "officers": 0}})
    with pytest.raises(ValueError, match=r"\S"):
        Inputs.from_json({"records": [{**GOOD, **odd}], "others": {}})


@pytest.mark.parametrize(
    "odd",
    [
        None,
        [],
        {"records": []} | {"others": None},
        {"records": {}, "others": {}},
        {"records": [7], "others": {}},
        {"records": [{"kind": "visit"}], "others": {}},
        {"records": [GOOD, GOOD], "others": {}},
        {"records": [], "others": {"n": -1}},
        {"records": [], "others": {"without": []}},
        {"records": [], "others": {}, "more": 1},
    ],
)
def test_odd_inputs_are_refused(odd: object) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Inputs.from_json(odd)


@pytest.mark.parametrize(
    "odd",
    [None, {}, {"n": 1.5}, {"n": 3, "value": "3"}, {"n": 3, "rank": 1}, {"n": 3, "without": {}}],
)
def test_odd_results_are_refused(odd: object) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Result.from_json(odd)
