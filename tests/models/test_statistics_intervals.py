"""Intervals against scipy, and what they cover over 10,000 draws."""

from __future__ import annotations

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import special, stats

from models.binomial import reached, tails
from models.statistics import (
    BEYOND,
    Length,
    bootstrap_ranks,
    interval_ranks,
    mean_of,
    part,
    quantile,
    quantile_interval,
    t_quantile,
    wilson,
)

DRAWS = 10_000
PROMISED = (0.93, 0.97)
SIZES = (5, 20, 100)
LESS_THAN = 1e-9


# ---- against other libraries


@given(st.integers(5, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_has_the_interval_of_scipy(counted: tuple[int, int]) -> None:
    k, n = counted
    low, high = stats.binomtest(k, n).proportion_ci(method="wilson")
    found = part(k, n)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-12), pytest.approx(high))


@given(st.floats(0, 50), st.floats(50, 400))
def test_a_share_of_parts_has_wilsons_interval_too(k: float, n: float) -> None:
    """The ends solve (p - k/n)² = z² p (1 - p) / n."""
    found = wilson(k, n)
    assert found.high is not None
    for end in (found.low, found.high):
        z = 1.959963984540054
        assert (end - k / n) ** 2 == pytest.approx(z * z * end * (1 - end) / n, abs=1e-12)


@pytest.mark.parametrize("freedom", [4, 5, 7, 9.5, 20, 99, 1000])
def test_the_quantile_of_student_is_that_of_scipy(freedom: float) -> None:
    assert t_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=0.001)


def test_the_interval_of_a_mean_is_scipys_with_the_imagined_answer() -> None:
    """A t-interval of 30 answers, of which s² holds a quarter of each score besides."""
    counts = (2, 3, 10, 15)
    scores = np.repeat([1, 2, 3, 4], counts)
    imagined = 0.25 * ((np.arange(1, 5) - scores.mean()) ** 2).sum()
    scale = np.sqrt((((scores - scores.mean()) ** 2).sum() + imagined) / 30 / 30)
    low, high = stats.t.interval(0.95, 29, loc=scores.mean(), scale=scale)
    found = mean_of(counts)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-5), pytest.approx(high, abs=1e-5))


@given(st.integers(1, 3000), st.floats(0.001, 0.999), st.data())
def test_the_tail_of_the_binomial_is_that_of_scipy(
    n: int, share: float, data: st.DataObject
) -> None:
    k = data.draw(st.integers(0, n))
    assert reached(k, n, share) == pytest.approx(stats.binom.sf(k - 1, n, share), abs=1e-9)
    half = stats.binom.pmf(k, n, share) / 2
    fewer, more = tails(k, n, share)
    assert more == pytest.approx(stats.binom.sf(k, n, share) + half, abs=1e-9)
    assert fewer == pytest.approx(stats.binom.cdf(k - 1, n, share) + half, abs=1e-9)


@given(st.floats(0.1, 0.9), st.floats(1, 800), st.floats(0.001, 0.999))
def test_tails_between_whole_numbers_are_those_of_the_beta_distribution(
    part_: float, n: float, share: float
) -> None:
    k = part_ * n
    more = special.betainc(k, n - k + 1, share) + special.betainc(k + 1, n - k, share)
    assert tails(k, n, share)[1] == pytest.approx(more / 2, abs=1e-9)


@pytest.mark.parametrize("share", [0.5, 0.9])
@pytest.mark.parametrize("n", [5, 6])
def test_ranks_are_those_of_every_possible_resample(n: int, share: float) -> None:
    """All n^n resamples, in place of a probability."""
    places = [int((n - 1) * share), int(np.ceil((n - 1) * share))]
    low, high = (Counter[int](), Counter[int]())
    for resample in product(range(1, n + 1), repeat=n):
        ordered = sorted(resample)
        low[ordered[places[0]]] += 1
        high[ordered[places[1]]] += 1
    first, last = bootstrap_ranks(n, share)
    assert first == _rank(low, n, 0.025)
    if share < 0.9:
        assert last == _rank(high, n, 0.975)
    else:
        assert last is None


def _rank(counted: Counter[int], n: int, part_: float) -> int:
    ends = np.cumsum([counted[rank] for rank in range(1, n + 1)]) / n**n
    return int(np.argmax(ends >= part_)) + 1


@pytest.mark.parametrize(("n", "share"), [(5, 0.5), (9, 0.5), (25, 0.5), (101, 0.5), (61, 0.9)])
def test_ranks_are_those_that_scipys_bootstrap_comes_near_to(n: int, share: float) -> None:
    """The lengths are their own ranks, n such that the quantile is one of them; 20,000 resamples
    leave a rank of doubt where the level lies near a step."""
    ranks = np.arange(1, n + 1)
    found = stats.bootstrap(
        (ranks,),
        lambda sample, axis: np.quantile(sample, share, axis=axis),
        n_resamples=20_000,
        method="percentile",
        rng=np.random.default_rng(n),
    ).confidence_interval
    first, last = bootstrap_ranks(n, share)
    assert abs(first - found.low) <= (n > 50)
    assert last is not None
    assert abs(last - found.high) <= (n > 50)


# ---- the ends


@given(st.lists(st.floats(0, 10_000), min_size=5, max_size=80), st.sampled_from([0.5, 0.9]))
def test_the_ends_are_lengths_on_either_side_of_the_quantile(
    minutes: list[float], share: float
) -> None:
    lengths = [Length(one) for one in minutes]
    found, known = quantile_interval(lengths, share), quantile(lengths, share)
    assert found is not None
    assert known is not None
    assert found.value == known.minutes
    assert found.low in minutes
    assert found.low <= found.value + LESS_THAN
    if found.high is not None:
        assert found.high in minutes
        assert found.value <= found.high + LESS_THAN


def test_the_ninetieth_percentile_of_few_is_open_upwards() -> None:
    """0.9^35 = 2.503 %: all 35 may lie below it."""
    assert interval_ranks(35, 0.9)[1] is None
    assert interval_ranks(36, 0.9)[1] == 36
    assert quantile_interval([Length(float(m)) for m in range(4)], 0.5) is None


@pytest.mark.parametrize("n", range(5, 200))
def test_the_true_median_lies_beyond_an_end_as_seldom_as_it_must(n: int) -> None:
    """Known for any continuous lengths; the bootstrap's own ranks of 7 leave 6.25 % beyond each."""
    first, last = interval_ranks(n, 0.5)
    assert last is not None
    assert first + last == n + 1
    assert stats.binom.cdf(first - 1, n, 0.5) <= BEYOND
    assert first >= bootstrap_ranks(n, 0.5)[0] - 1


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=5, max_size=60))
def test_what_still_runs_only_raises_the_ends_that_allow_it(rows: list[tuple[int, bool]]) -> None:
    """However long the running ones get, the interval of now holds the later one's ends."""
    now = quantile_interval([Length(m, runs) for m, runs in rows], 0.5)
    later = quantile_interval([Length(m + 10_000.0 * runs) for m, runs in rows], 0.5)
    assert now is not None
    assert later is not None
    assert later.high is not None
    assert now.low <= later.low
    assert now.high is None or now.high == later.high
    assert now.at_least or now.value == later.value


def test_a_length_that_runs_below_the_upper_end_opens_it() -> None:
    done = [Length(float(m)) for m in range(10, 30)]
    closed, opened = (
        quantile_interval(done, 0.5),
        quantile_interval([*done, Length(5.0, unfinished=True)], 0.5),
    )
    late = quantile_interval([*done, Length(500.0, unfinished=True)], 0.5)
    assert closed is not None
    assert closed.high == 24
    assert opened is not None
    assert (opened.high, opened.at_least) == (None, True)
    assert late is not None
    assert late.high is not None
    assert not late.at_least


# ---- coverage


@pytest.mark.parametrize("n", SIZES)
def test_the_interval_of_a_median_covers_what_it_says(n: int) -> None:
    drawn = np.sort(np.random.default_rng(n).lognormal(4, 1, (DRAWS, n)), axis=1)
    first, last = interval_ranks(n, 0.5)
    assert last is not None
    held = _covered(drawn[:, first - 1], drawn[:, last - 1], np.exp(4))
    assert PROMISED[0] <= held <= PROMISED[1]


@pytest.mark.parametrize("n", SIZES)
def test_the_interval_of_a_share_covers_what_it_says(n: int) -> None:
    """Over shares drawn evenly: of one single share it covers a little more or less, as k is a
    whole number."""
    chance = np.random.default_rng(n)
    true = chance.uniform(size=DRAWS)
    ends = np.array([(p.low, p.high) for p in (part(k, n) for k in range(n + 1))], dtype=float)
    drawn = ends[chance.binomial(n, true)]
    held = _covered(drawn[:, 0], drawn[:, 1], true)
    assert PROMISED[0] <= held <= PROMISED[1]


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize(
    "opinion", [(0.02, 0.05, 0.33, 0.60), (0.05, 0.15, 0.50, 0.30), (0.25, 0.25, 0.25, 0.25)]
)
def test_the_interval_of_a_mean_alone_covers_no_less_than_it_says(
    opinion: tuple[float, ...], n: int
) -> None:
    """With its imagined answer it is cautious: five answers alone cover up to 99.9 %. Where the
    spread among the unit's others is known, `indicators` gives one of 93 to 97 %."""
    drawn = np.random.default_rng(n).multinomial(n, opinion, size=DRAWS)
    found = [mean_of((int(a), int(b), int(c), int(d))) for a, b, c, d in drawn]
    ends = np.array([(mean.low, mean.high) for mean in found if mean is not None])
    held = _covered(ends[:, 0], ends[:, 1], float(np.dot(opinion, (1, 2, 3, 4))))
    assert PROMISED[0] <= held
    if n > 20:
        assert held <= PROMISED[1]


def _covered(
    low: NDArray[np.float64], high: NDArray[np.float64], true: NDArray[np.float64] | float
) -> float:
    return float(((low <= true + LESS_THAN) & (high >= true - LESS_THAN)).mean())
