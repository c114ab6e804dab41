"""Figures beside each other, and when one is clearly worse or better. No ranks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.appraisal.comparing import Standing, flagged, overlap, praised, standing
from models.appraisal.indicators import (
    CATALOGUE,
    Against,
    Better,
    Measure,
    Others,
    Result,
    against,
    compute,
)
from tests.models.appraisal.figures import UNIT, inputs

CONTROLLED = [key for key, known in CATALOGUE.items() if known.controlled]
DIRECTIONS = {Better.HIGHER: "at_least", Better.LOWER: "at_most"}


def said(key: str) -> st.SearchStrategy[tuple[str, list[float], float]]:
    measure = CATALOGUE[key].measure
    one: st.SearchStrategy[float] = st.floats(1, 500)
    if measure is Measure.SHARE:
        one = st.sampled_from([0.0, 1.0])
    elif measure is Measure.SCORE:
        one = st.sampled_from([1.0, 2.0, 3.0, 4.0])
    target = st.floats(1, 500) if measure is Measure.MINUTES else st.floats(0, 1)
    scaled = target.map(lambda t: 1 + 3 * t) if measure is Measure.SCORE else target
    return st.tuples(st.just(key), st.lists(one, max_size=80), scaled)


drawn = st.sampled_from(CONTROLLED).flatmap(said)


@given(drawn, st.sampled_from([None, UNIT]))
def test_who_meets_a_target_is_never_flagged_and_who_is_short_never_praised(
    found: tuple[str, list[float], float], others: Others | None
) -> None:
    key, values, target = found
    result = compute(key, 1, inputs(key, values, others))
    told = against(result, target, DIRECTIONS[CATALOGUE[key].better])
    assert not (told is Against.MET and flagged(key, result, target))
    assert not (told is Against.SHORT and praised(key, result, target))
    assert not (flagged(key, result, target) and praised(key, result, target))


@given(drawn)
def test_whose_figure_reaches_the_target_is_never_flagged(
    found: tuple[str, list[float], float],
) -> None:
    key, values, target = found
    result = compute(key, 1, inputs(key, values, UNIT))
    if result.value is None:
        assert not flagged(key, result, target)
        assert not praised(key, result, target)
        return
    higher = CATALOGUE[key].better is Better.HIGHER
    reached = result.value >= target if higher else result.value <= target
    if reached:
        assert not flagged(key, result, target)
    else:
        assert not praised(key, result, target)


def test_a_clear_case_of_each_measure() -> None:
    late = compute("visits_within", 1, inputs("visits_within", [0.0] * 12 + [1.0] * 8))
    assert flagged("visits_within", late, 0.9)
    assert praised("visits_within", late, 0.1)
    slow = compute("visit_time", 1, inputs("visit_time", map(float, range(40, 60))))
    assert flagged("visit_time", slow, 20)
    assert praised("visit_time", slow, 90)
    liked = compute("satisfaction_conduct", 1, inputs("satisfaction_conduct", [4.0] * 30, UNIT))
    assert praised("satisfaction_conduct", liked, 3.2)
    assert not flagged("satisfaction_conduct", liked, 4.0)


def test_one_slip_of_many_is_not_clearly_below_a_target_of_everything() -> None:
    """100 % is taken as 99 %."""
    slip = compute("visits_within", 1, inputs("visits_within", [1.0] * 59 + [0.0]))
    assert not flagged("visits_within", slip, 1.0)
    often = compute("visits_within", 1, inputs("visits_within", [1.0] * 50 + [0.0] * 10))
    assert flagged("visits_within", often, 1.0)


def test_few_colleagues_are_no_firm_ground_to_be_compared_with() -> None:
    """3 of 10 against the others' 7 of 10: clear of many records, not of few."""
    values = [1.0] * 3 + [0.0] * 7
    few, many = (
        compute("visits_within", 1, inputs("visits_within", values, Others(n, 0.7, 3)))
        for n in (10, 1000)
    )
    assert flagged("visits_within", many)
    assert not flagged("visits_within", few)


@pytest.mark.parametrize("key", [key for key in CATALOGUE if key not in CONTROLLED])
def test_what_is_not_in_the_officers_hands_is_neither_flagged_nor_praised(key: str) -> None:
    for value, target in ((1.0, 4.0), (4.0, 1.0)):
        found = compute(key, 1, inputs(key, [value] * 40, UNIT))
        assert not flagged(key, found, target)
        assert not praised(key, found, target)


def test_without_data_or_others_nobody_is_told_apart() -> None:
    for result in (None, Result(3), Result(40, 0.5, 0.4, 0.6)):
        assert not flagged("confirmed", result)
        assert not praised("confirmed", result)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Result(9, 0.5, 0.3, 0.6), Standing.NOT_DISTINGUISHABLE),
        (Result(9, 0.5, 0.3, 0.59), Standing.BETTER),
        (Result(9, 0.95, 0.91, 0.99), Standing.WORSE),
        (Result(9, 0.95, 0.91, None), Standing.WORSE),
        (Result(4), Standing.NOT_DISTINGUISHABLE),
    ],
)
def test_no_rank_where_intervals_overlap(other: Result, expected: Standing) -> None:
    mine = Result(20, 0.8, 0.6, 0.9)
    assert standing("confirmed", mine, other) is expected
    assert overlap(mine, other) == (expected is Standing.NOT_DISTINGUISHABLE)
    turned = {Standing.BETTER: Standing.WORSE, Standing.WORSE: Standing.BETTER}
    assert standing("reopened", mine, other) is turned.get(expected, expected)
    assert standing("confirmed", other, mine) is turned.get(expected, expected)


def test_counts_are_facts() -> None:
    assert overlap(Result(5, 5.0), Result(5, 5.0))
    assert standing("visits_served", Result(6, 6.0), Result(5, 5.0)) is Standing.BETTER


def test_an_unknown_spread_is_taken_as_the_widest() -> None:
    """Eight of the best score: clear beside colleagues' like scores, not by themselves."""
    key = "satisfaction_conduct"
    known = compute(key, 1, inputs(key, [4.0] * 8, replace(UNIT, spread=0.2)))
    alone = compute(key, 1, inputs(key, [4.0] * 8))
    assert praised(key, known, 3.2)
    assert not praised(key, alone, 3.2)
