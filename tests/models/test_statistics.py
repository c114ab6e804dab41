"""Intervals that hold what they promise, and quantiles that say when they are lower bounds."""

from __future__ import annotations

import random
from itertools import accumulate
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.statistics import (
    MINIMUM,
    Counts,
    Length,
    Moments,
    change,
    change_of_moments,
    lengths,
    mean_of,
    mean_of_moments,
    quantile,
    shares,
    t_quantile,
)

few = st.integers(0, 40)
counted = st.tuples(few, few, few, few).filter(lambda counts: sum(counts) >= MINIMUM)


def times(counts: Counts, factor: int) -> Counts:
    one, two, three, four = (n * factor for n in counts)
    return one, two, three, four


def sample(shares_: tuple[float, ...], n: int, chance: random.Random) -> Counts:
    drawn = chance.choices((1, 2, 3, 4), cum_weights=list(accumulate(shares_)), k=n)
    one, two, three, four = (drawn.count(score) for score in (1, 2, 3, 4))
    return one, two, three, four


@given(counted)
def test_an_interval_lies_on_the_scale_and_holds_its_mean(counts: Counts) -> None:
    mean = mean_of(counts)
    assert mean is not None
    assert 1 <= mean.low <= mean.mean <= mean.high <= 4
    assert mean.low < mean.high


@given(counted, st.integers(2, 9))
def test_more_of_the_same_answers_narrow_the_interval(counts: Counts, factor: int) -> None:
    some, more = mean_of(counts), mean_of(times(counts, factor))
    assert some is not None
    assert more is not None
    assert isclose(some.mean, more.mean)
    assert more.high - more.low < some.high - some.low


@given(counted)
def test_the_scale_turned_round_turns_the_interval_round(counts: Counts) -> None:
    one, two, three, four = counts
    there, back = mean_of(counts), mean_of((four, three, two, one))
    assert there is not None
    assert back is not None
    assert isclose(there.low, 5 - back.high)
    assert isclose(there.high, 5 - back.low)


@given(few, few, few, few)
def test_too_few_answers_give_no_figure(a: int, b: int, c: int, d: int) -> None:
    assert (mean_of((a, b, c, d)) is None) == (a + b + c + d < MINIMUM)
    assert change((a, b, c, d), (0, 0, 0, MINIMUM - 1)) is None


def test_five_equal_answers_are_not_certain() -> None:
    mean = mean_of((0, 0, 0, 5))
    assert mean is not None
    assert mean.mean == mean.high == 4
    assert mean.low == pytest.approx(4 - 2.776 * (3.5 / 25) ** 0.5, abs=0.001)


def test_a_worked_mean() -> None:
    """2, 3, 3, 4, 4, 4: mean 10/3; squares 10/3 with the imagined answer's 0.25 · Σ(s − m)²."""
    mean = mean_of((0, 1, 2, 3))
    assert mean is not None
    squares = 10 / 3 + 0.25 * ((7 / 3) ** 2 + (4 / 3) ** 2 + (1 / 3) ** 2 + (2 / 3) ** 2)
    assert mean.n == 6
    assert mean.mean == pytest.approx(10 / 3)
    assert mean.low == pytest.approx(10 / 3 - 2.5706 * (squares / 6 / 6) ** 0.5, abs=0.001)


@pytest.mark.parametrize(
    "opinion",
    [
        (0.02, 0.05, 0.33, 0.60),
        (0.01, 0.01, 0.08, 0.90),
        (0.20, 0.20, 0.30, 0.30),
        (0.25, 0.00, 0.00, 0.75),
        (0.03, 0.00, 0.00, 0.97),
        (0.60, 0.25, 0.10, 0.05),
    ],
)
@pytest.mark.parametrize("n", [5, 12, 40])
def test_the_interval_holds_the_true_mean_as_often_as_it_says(
    opinion: tuple[float, ...], n: int
) -> None:
    chance, tries = random.Random(n), 1500
    truth = sum(score * share for score, share in enumerate(opinion, 1))
    held = 0
    for _ in range(tries):
        mean = mean_of(sample(opinion, n, chance))
        assert mean is not None
        held += mean.low <= truth <= mean.high
    assert held / tries >= 0.93


@given(counted)
def test_no_change_is_within_chance(counts: Counts) -> None:
    moved = change(counts, counts)
    assert moved is not None
    assert moved.by == 0
    assert moved.within_chance


@given(counted, counted)
def test_a_change_backwards_is_the_same_change_turned_round(a: Counts, b: Counts) -> None:
    there, back = change(a, b), change(b, a)
    assert there is not None
    assert back is not None
    assert isclose(there.by, -back.by, abs_tol=1e-12)
    assert isclose(there.low, -back.high, abs_tol=1e-9)
    assert -3 <= there.low <= there.high <= 3


def test_a_great_change_of_many_is_beyond_chance_and_a_small_one_of_few_is_not() -> None:
    great = change((40, 10, 0, 0), (0, 0, 10, 40))
    small = change((0, 1, 2, 2), (0, 0, 2, 3))
    assert great is not None
    assert small is not None
    assert not great.within_chance
    assert small.within_chance


@pytest.mark.parametrize(
    ("freedom", "tabled"), [(4, 2.776), (5, 2.571), (9, 2.262), (29, 2.045), (120, 1.980)]
)
def test_t_agrees_with_the_tables(freedom: int, tabled: float) -> None:
    assert t_quantile(freedom) == pytest.approx(tabled, abs=0.001)


@given(st.lists(st.floats(0, 10_000), min_size=1), st.floats(0, 1))
def test_a_quantile_lies_among_its_lengths(minutes: list[float], share: float) -> None:
    found = quantile(map(Length, minutes), share)
    assert found is not None
    assert min(minutes) - 1e-6 <= found.minutes <= max(minutes) + 1e-6
    assert not found.at_least


@given(st.lists(st.tuples(st.integers(0, 50), st.booleans()), min_size=1), st.integers(1, 99))
def test_what_is_not_called_a_lower_bound_cannot_rise(
    rows: list[tuple[int, bool]], percent: int
) -> None:
    """Let every unfinished length grow without end: a figure not called `at_least` stays."""
    share = percent / 100
    now = quantile([Length(m, open_) for m, open_ in rows], share)
    later = quantile([Length(m + 1000 * open_) for m, open_ in rows], share)
    assert now is not None
    assert later is not None
    assert later.minutes >= now.minutes
    if not now.at_least:
        assert isclose(now.minutes, later.minutes)


def test_quantiles_of_a_worked_list() -> None:
    """Excel: MEDIAN(10,20,30,40) = 25, PERCENTILE.INC(10..50; 0.9) = 46."""
    assert quantile(map(Length, (40, 10, 30, 20)), 0.5) == quantile([Length(25)], 0.5)
    tenth = quantile(map(Length, (50, 40, 30, 20, 10)), 0.9)
    assert tenth is not None
    assert tenth.minutes == pytest.approx(46)
    assert quantile([], 0.5) is None


def test_an_open_length_makes_the_figures_above_it_lower_bounds() -> None:
    found = lengths([Length(10), Length(20), Length(30), Length(40), Length(50, unfinished=True)])
    assert (found.n, found.unfinished) == (5, 1)
    assert found.median is not None
    assert found.p90 is not None
    assert (found.median.minutes, found.median.at_least) == (30, False)
    assert found.p90.at_least


def test_few_lengths_give_a_median_but_no_tail_and_for_a_person_neither() -> None:
    four = [Length(10.0)] * 4
    assert lengths(four).median is not None
    assert lengths(four).p90 is None
    assert lengths(four, least=MINIMUM).median is None
    assert lengths([None, *four]).n == 4


def test_shares_of_nothing_are_nothing() -> None:
    assert shares((0, 0)) is None
    assert shares((1, 3)) == (0.25, 0.75)


def moments(counts: Counts, unit: int = 60) -> Moments:
    return Moments.of(score * unit for score, n in enumerate(counts, 1) for _ in range(n))


@given(counted, counted)
def test_kept_sums_give_the_same_figures_as_the_answers(a: Counts, b: Counts) -> None:
    kept, known = mean_of_moments(moments(a)), mean_of(a)
    assert kept is not None
    assert known is not None
    assert kept.mean == known.mean
    assert (kept.low, kept.high) == (pytest.approx(known.low), pytest.approx(known.high))
    moved, known_change = change_of_moments(moments(a), moments(b)), change(a, b)
    assert moved is not None
    assert known_change is not None
    assert moved.low == pytest.approx(known_change.low, abs=1e-9)
    assert moved.high == pytest.approx(known_change.high, abs=1e-9)


@given(counted)
def test_the_interval_is_that_of_the_sum_over_the_scores(counts: Counts) -> None:
    """s² = Σ (n + 0.25)(score - mean)² / n, each score with its part of the imagined answer."""
    mean = mean_of(counts)
    assert mean is not None
    squares = sum((n + 0.25) * (score - mean.mean) ** 2 for score, n in enumerate(counts, 1))
    half = t_quantile(mean.n - 1) * squares**0.5 / mean.n
    assert mean.low == pytest.approx(max(1, mean.mean - half))
    assert mean.high == pytest.approx(min(4, mean.mean + half))


def test_a_mean_of_scores_that_are_means_themselves() -> None:
    """Five people, 3.5 each: only the imagined answer gives the interval its width."""
    mean = mean_of_moments(Moments(5, 5 * 210, 5 * 210**2))
    assert mean is not None
    assert mean.mean == 3.5
    assert mean.low == pytest.approx(3.5 - 2.776 * (0.25 * 9 / 25) ** 0.5, abs=0.001)
    assert mean_of_moments(Moments(4, 4 * 210, 4 * 210**2)) is None
    assert change_of_moments(Moments(4, 840, 176_400), Moments(5, 1050, 220_500)) is None


def test_kept_sums_of_very_many_lose_nothing() -> None:
    many = 10**9
    mean = mean_of_moments(Moments(many, many * 240, many * 240**2))
    assert mean is not None
    assert mean.mean == mean.high == 4
    assert 3.99999 < mean.low < 4
