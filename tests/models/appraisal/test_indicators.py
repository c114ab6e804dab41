"""What each measure counts, and what stands beside it."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.appraisal.indicators import (
    CATALOGUE,
    PRIOR,
    Against,
    Inputs,
    Measure,
    Others,
    Record,
    RecordKind,
    Result,
    against,
    compute,
    in_measure,
    others_of,
    shrunk,
)
from models.statistics import MINIMUM, mean_of, part
from tests.models.appraisal.figures import UNIT, inputs, records

KEYS = list(CATALOGUE)
OF_RECORDS = [key for key in KEYS if not CATALOGUE[key].of_unit]
MEASURED = [key for key in OF_RECORDS if CATALOGUE[key].measure is not Measure.COUNT]


def values(key: str) -> st.SearchStrategy[list[float]]:
    """What the records of an indicator may say."""
    return st.lists(one_value(key), max_size=60)


def one_value(key: str) -> st.SearchStrategy[float]:
    measure = CATALOGUE[key].measure
    if measure is Measure.MINUTES:
        return st.floats(0, 5_000)
    return st.floats(0, 1) if measure is Measure.SHARE else st.sampled_from([1.0, 2.0, 3.0, 4.0])


def known(key: str) -> st.SearchStrategy[tuple[str, list[float], float]]:
    return st.tuples(st.just(key), values(key), one_value(key))


drawn = st.sampled_from(MEASURED).flatmap(known)


# ---- what is counted


def test_a_count_is_a_fact_without_an_interval() -> None:
    found = compute("visits_served", 1, Inputs(records("visits_served", [1.0] * 17), UNIT))
    assert (found.n, found.value, found.low, found.high, found.shrunk) == (17, 17, None, None, None)


def test_no_visit_at_all_is_no_count_of_zero() -> None:
    assert compute("visits_served", 1, Inputs()) == Result(0)


def test_a_share_has_wilsons_interval() -> None:
    found = compute("visits_within", 1, inputs("visits_within", [1.0] * 12 + [0.0] * 3))
    known_ = part(12, 15)
    assert (found.n, found.value) == (15, 0.8)
    assert (found.low, found.high) == (known_.low, known_.high)


def test_lateness_shared_out_counts_for_its_part() -> None:
    """Ten cases, one of them late and held for a quarter of its time."""
    found = compute("solved_on_time", 1, inputs("solved_on_time", [1.0] * 9 + [0.75]))
    assert (found.n, found.value) == (10, pytest.approx(0.975))


def test_a_length_has_a_median_and_a_slow_tenth() -> None:
    found = compute("visit_time", 1, inputs("visit_time", map(float, range(1, 102))))
    assert (found.value, found.low, found.high) == (51, 41, 61)
    assert (found.p90, found.p90_low, found.p90_high) == (91, 84, 97)


def test_what_still_runs_makes_a_length_a_lower_bound() -> None:
    lengths = records("first_answer", [10.0, 20.0, 30.0, 40.0, 50.0, 60.0])
    running = (*lengths[:2], replace(lengths[2], running=True), *lengths[3:])
    found = compute("first_answer", 1, Inputs(running))
    assert (found.value, found.low, found.high, found.at_least) == (35, 10, None, True)


def test_a_score_alone_has_the_cautious_interval_of_its_mean() -> None:
    found = compute("satisfaction", 1, inputs("satisfaction", [4.0] * 6 + [3.0, 2.0]))
    mean = mean_of((0, 1, 1, 6))
    assert mean is not None
    assert (found.value, found.low, found.high) == (mean.mean, mean.low, mean.high)
    assert found.spread is None


def test_a_rating_and_a_survey_answer_of_the_same_score_tell_the_same() -> None:
    rated = compute("satisfaction", 1, inputs("satisfaction", [4.0, 3.0, 3.0, 2.0, 4.0]))
    asked = compute("satisfaction_time", 1, inputs("satisfaction_time", [4.0, 3.0, 3.0, 2.0, 4.0]))
    assert rated == asked


def test_what_says_nothing_for_the_indicator_is_not_counted() -> None:
    told = records("visits_within", [1.0] * 6)
    silent = [Record(RecordKind.VISIT, 100 + i, minutes=9.0) for i in range(5)]
    assert compute("visits_within", 1, Inputs((*told, *silent))).n == 6
    assert compute("visit_time", 1, Inputs((*told, *silent))).n == 5


def test_the_units_index_is_nobodys() -> None:
    found = compute("unit_index", 1, Inputs(others=Others(n=120, value=3.4)))
    assert found == Result(0, unit_n=120, unit_value=3.4)


@pytest.mark.parametrize("formula", [0, 2])
def test_a_formula_there_is_not(formula: int) -> None:
    with pytest.raises(ValueError, match="no formula"):
        compute("confirmed", formula, Inputs())
    with pytest.raises(ValueError, match="no formula"):
        compute("speed", 1, Inputs())


# ---- missing is never zero


@given(drawn)
def test_below_the_minimum_there_is_no_figure(found: tuple[str, list[float], float]) -> None:
    key, said, others = found
    result = compute(key, 1, inputs(key, said, Others(50, others, 5)))
    if len(said) < MINIMUM:
        assert replace(result, unit_n=0, unit_value=None) == Result(len(said))
    else:
        assert result.value is not None
        assert result.low is not None
        assert result.low <= result.value + 1e-9
        assert result.high is None or result.value <= result.high + 1e-9
    assert result.without is None


@given(drawn)
def test_a_figure_stays_within_what_was_recorded(found: tuple[str, list[float], float]) -> None:
    key, said, _ = found
    value = compute(key, 1, inputs(key, said)).value
    assert value is None or min(said) - 1e-9 <= value <= max(said) + 1e-9


# ---- drawn towards the unit


@given(st.floats(0, 1000), st.integers(1, 10**6), st.floats(0, 1000))
def test_a_shrunk_value_lies_between_the_own_and_the_others(
    value: float, n: int, others: float
) -> None:
    assert min(value, others) <= shrunk(value, n, others) <= max(value, others)
    assert shrunk(value, n, value) == value


@given(st.floats(0, 1000), st.integers(1, 10**5), st.floats(0, 1000))
def test_the_more_records_the_less_it_is_drawn(value: float, n: int, others: float) -> None:
    few, more = (abs(shrunk(value, times, others) - value) for times in (n, 10 * n))
    assert more <= few + 1e-9
    assert few <= PRIOR / (n + PRIOR) * abs(value - others) + 1e-9


def test_ten_records_are_drawn_half_way() -> None:
    found = compute("visits_within", 1, inputs("visits_within", [1.0] * 10, Others(90, 0.8, 4)))
    assert (found.value, found.shrunk) == (1.0, pytest.approx(0.9))


@given(drawn, st.integers(0, 30), st.integers(0, 5))
def test_nothing_is_drawn_towards_what_is_not_known(
    found: tuple[str, list[float], float], n: int, officers: int
) -> None:
    """Where the others are too few records or people, their figure would be a colleague's."""
    key, said, others = found
    result = compute(key, 1, inputs(key, said, Others(n, others, officers)))
    told = n >= MINIMUM and officers >= 2
    assert (result.unit_value is not None) == told
    assert (result.shrunk is not None) == (told and len(said) >= MINIMUM)


def test_one_colleague_alone_is_never_shown_as_the_unit() -> None:
    alone = others_of("satisfaction", [records("satisfaction", [4.0] * 40)])
    with_few = others_of(
        "satisfaction",
        [records("satisfaction", [4.0] * 40), records("satisfaction", [1.0] * 4)],
    )
    for others in (alone, with_few):
        found = compute("satisfaction", 1, inputs("satisfaction", [3.0] * 10, others))
        assert (found.unit_n, found.unit_value, found.shrunk) == (0, None, None)


def test_the_unit_without_an_officer() -> None:
    each = [records("satisfaction", [4.0, 4.0, 3.0, 3.0, 1.0]) for _ in range(3)]
    assert others_of("satisfaction", each) == Others(15, 3.0, 3, pytest.approx(0.6))


# ---- outside causes and contests


def caused(key: str, said: list[float], first: Record) -> Result:
    return compute(key, 1, Inputs((first, *records(key, said)[1:])))


def test_both_figures_are_there_where_an_outside_cause_was_accepted() -> None:
    slow = Record(RecordKind.CASE, 1, minutes=900.0, minutes_without=30.0)
    found = caused("first_answer", [0.0, 40.0, 50.0, 60.0, 70.0], slow)
    assert found.value == 60
    assert found.without is not None
    assert (found.without.n, found.without.value) == (5, 50)
    late = Record(RecordKind.CASE, 1, score=0.0, score_without=1.0)
    share = caused("solved_on_time", [0.0, 1.0, 1.0, 1.0, 1.0], late)
    assert share.without is not None
    assert (share.value, share.without.value) == (0.8, 1.0)


def test_an_accepted_contest_leaves_its_record_out_of_the_second_figure() -> None:
    insult = Record(RecordKind.RATING, 1, score=1.0, set_aside=True)
    found = caused("satisfaction", [1.0, 4.0, 4.0, 4.0, 4.0, 4.0], insult)
    assert found.without is not None
    assert (found.n, found.value) == (6, 3.5)
    assert (found.without.n, found.without.value) == (5, 4.0)


def test_a_second_figure_below_the_minimum_is_none() -> None:
    insult = Record(RecordKind.RATING, 1, score=1.0, set_aside=True)
    found = caused("satisfaction", [1.0, 4.0, 4.0, 4.0, 4.0], insult)
    assert found.without == Result(4)


def test_a_cause_that_moves_another_indicator_makes_no_second_figure() -> None:
    slow = Record(RecordKind.VISIT, 1, score=1.0, minutes=50.0, minutes_without=5.0)
    assert caused("visits_within", [1.0] * 6, slow).without is None
    assert caused("visits_served", [1.0] * 6, slow).without is None


def test_the_second_figure_is_drawn_towards_the_others_second_figure() -> None:
    left = Record(RecordKind.CASE, 9, score=0.0, score_without=1.0)
    others = others_of("solved_on_time", [(left, *records("solved_on_time", [1.0] * 4))] * 2)
    assert others.value == 0.8
    assert others.without is not None
    assert others.without.value == 1.0
    own = (replace(left, id=10), *records("solved_on_time", [1.0] * 9))
    found = compute("solved_on_time", 1, Inputs(own, others))
    assert found.without is not None
    assert (found.unit_value, found.without.unit_value) == (0.8, 1.0)


# ---- the spread of scores


@pytest.mark.parametrize("n", [5, 20, 100])
@pytest.mark.parametrize(
    "opinion", [(0.02, 0.05, 0.33, 0.60), (0.05, 0.15, 0.50, 0.30), (0.25, 0.25, 0.25, 0.25)]
)
def test_the_interval_of_a_mean_beside_others_covers_what_it_says(
    opinion: tuple[float, ...], n: int
) -> None:
    """95 %, over 10,000 draws: between 93 and 97."""
    true = float(np.dot(opinion, (1, 2, 3, 4)))
    variance = float(np.dot(opinion, (np.arange(1, 5) - true) ** 2))
    unit = Others(2000, true, 9, variance / ((true - 1) * (4 - true)))
    times = np.random.default_rng(n).multinomial(n, opinion, size=10_000)
    rows, often = np.unique(times, axis=0, return_counts=True)
    held = 0
    for row, seen in zip(rows, often, strict=True):
        said = np.repeat((1.0, 2.0, 3.0, 4.0), row)
        found = compute("satisfaction", 1, inputs("satisfaction", said, unit))
        assert found.low is not None
        assert found.high is not None
        held += int(seen) * (found.low <= true <= found.high)
    assert 0.93 <= held / 10_000 <= 0.97


@given(values("satisfaction"), st.floats(0, 1), st.integers(5, 900))
def test_an_interval_by_the_others_spread_lies_on_the_scale(
    said: list[float], spread: float, n: int
) -> None:
    found = compute("satisfaction", 1, inputs("satisfaction", said, Others(n, 3.1, 4, spread)))
    if found.value is not None:
        assert found.low is not None
        assert found.high is not None
        assert 1 <= found.low <= found.value <= found.high <= 4
        assert found.low < found.high
        assert found.spread is not None
        assert 0 < found.spread <= 1


# ---- against a target


RESULT = Result(20, 0.8, 0.6, 0.9)


@pytest.mark.parametrize(
    ("target", "direction", "expected"),
    [
        (0.6, "at_least", Against.MET),
        (0.61, "at_least", Against.UNDECIDED),
        (0.9, "at_least", Against.UNDECIDED),
        (0.91, "at_least", Against.SHORT),
        (0.9, "at_most", Against.MET),
        (0.6, "at_most", Against.UNDECIDED),
        (0.59, "at_most", Against.SHORT),
    ],
)
def test_a_target_is_decided_by_the_interval(
    target: float, direction: str, expected: Against
) -> None:
    assert against(RESULT, target, direction) is expected


def test_against_a_target_without_data_or_without_an_upper_end() -> None:
    opened = Result(6, 30.0, 10.0, None, at_least=True)
    assert against(None, 1, "at_least") is Against.NO_DATA
    assert against(Result(4), 1, "at_least") is Against.NO_DATA
    assert against(opened, 1_000_000, "at_most") is Against.UNDECIDED
    assert against(opened, 5, "at_most") is Against.SHORT
    with pytest.raises(ValueError, match="upwards"):
        against(RESULT, 1, "upwards")


def test_a_count_decides_by_itself() -> None:
    assert against(Result(17, 17.0), 17, "at_least") is Against.MET
    assert against(Result(17, 17.0), 18, "at_least") is Against.SHORT


def test_a_planned_share_is_in_percent() -> None:
    assert in_measure("solved_on_time", 90) == 0.9
    assert in_measure("first_answer", 90) == 90


# ---- speed


def test_a_hundred_thousand_figures_are_computed_in_half_a_minute() -> None:
    """A twentieth of them in a twentieth of the time; it takes 2 to 3 s on one quiet core."""
    said = {key: inputs(key, [(3.0, 4.0)[i % 2] / 4 for i in range(20)], UNIT) for key in MEASURED}
    said |= {key: inputs(key, [4.0, 3.0] * 10, UNIT) for key in MEASURED if "satis" in key}
    begun = time.process_time()
    for i in range(5_000):
        key = MEASURED[i % len(MEASURED)]
        compute(key, 1, said[key])
    assert time.process_time() - begun < 30 / 20
