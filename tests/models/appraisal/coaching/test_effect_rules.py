"""What can be said of a change: never more than chance leaves."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.appraisal.coaching.effect_rules import LEAST, SCALES, Moved, Own, Verdict, beyond, moved

Draw = Callable[[random.Random, float], float]
RUNS = 800

_shares = st.sampled_from((0.0, 0.25, 1.0))
_windows = st.lists(_shares, max_size=15).map(tuple)
_groups = st.lists(st.tuples(_windows, _windows), max_size=5).map(
    lambda pairs: [Own(number, *pair) for number, pair in enumerate(pairs)]
)


def share(base: float) -> Draw:
    def draw(chance: random.Random, quality: float) -> float:
        return float(chance.random() < 1 / (1 + math.exp(-(base + quality))))

    return draw


def minutes(chance: random.Random, quality: float) -> float:
    return math.exp(5 + quality + chance.gauss(0, 1.2))


def score(chance: random.Random, quality: float) -> float:
    return float(min(4, max(1, round(3.3 + quality + chance.gauss(0, 0.8)))))


def group(
    chance: random.Random, draw: Draw, officers: int, most: int, gain: float = 0
) -> list[Own]:
    """Officers of different quality and different numbers of records in both windows."""

    def own(number: int) -> Own:
        quality = chance.gauss(0, 0.5)
        before = [draw(chance, quality) for _ in range(chance.randint(3, most))]
        after = [draw(chance, quality + gain) for _ in range(chance.randint(3, most))]
        return Own(number, tuple(before), tuple(after))

    return [own(number) for number in range(officers)]


def simulated(draw: Draw, measure: str, officers: int, most: int, gain: float = 0) -> float:
    """The part of simulated trainings without a visible change."""
    chance = random.Random(7)
    found = [
        moved(group(chance, draw, officers, most, gain), measure, "higher") for _ in range(RUNS)
    ]
    told = [one for one in found if one is not None]
    assert len(told) > RUNS / 2
    return sum(one.verdict is Verdict.NONE for one in told) / len(told)


@pytest.mark.parametrize("officers", [1, 3, 10])
@pytest.mark.parametrize(
    ("draw", "measure"),
    [
        (share(0), "share"),
        (share(2.2), "share"),
        (minutes, "minutes"),
        (score, "score"),
    ],
    ids=["half", "nine-in-ten", "minutes", "scores"],
)
def test_where_nothing_changed_no_change_is_told_in_about_95_of_100(
    draw: Draw, measure: str, officers: int
) -> None:
    assert 0.93 <= simulated(draw, measure, officers, 40) <= 0.99


def test_a_large_change_is_seen() -> None:
    assert simulated(share(0), "share", 5, 40, gain=1.5) < 0.1
    assert simulated(minutes, "minutes", 5, 40, gain=-1.0) < 0.1


@pytest.mark.parametrize(("trained", "others"), [(4, 4), (8, 3)])
def test_what_the_whole_unit_gained_is_not_the_trainings(trained: int, others: int) -> None:
    """Both groups gain alike: each moved, but not one more than the other."""
    chance = random.Random(11)
    alone, more = [], []
    for _ in range(400):
        a = moved(group(chance, share(0), trained, 40, 1.0), "share", "higher")
        b = moved(group(chance, share(0), others, 40, 1.0), "share", "higher")
        if a is not None and b is not None:
            alone.append(a.verdict)
            more.append(beyond(a, b, "share", "higher")[1])
    assert alone.count(Verdict.BETTER) > 0.6 * len(alone)
    assert 0.9 <= more.count(Verdict.NONE) / len(more) <= 0.99


def test_a_change_of_the_mix_is_no_change() -> None:
    """A good officer with few records later and a weak one with many: nobody changed."""
    good = Own(1, (1.0,) * 45 + (0.0,) * 5, (1.0,) * 9 + (0.0,))
    weak = Own(2, (1.0,) * 4 + (0.0,) * 6, (1.0,) * 20 + (0.0,) * 30)
    found = moved([good, weak], "share", "higher")
    assert found is not None
    assert found.shift.by == pytest.approx(0)
    assert found.verdict is Verdict.NONE


def test_officers_who_moved_apart_widen_the_interval() -> None:
    """Two of whom one rose and one fell far say less than two who rose alike."""
    rose = Own(1, (0.0,) * 20 + (1.0,) * 20, (1.0,) * 36 + (0.0,) * 4)
    fell = Own(2, rose.after, rose.before)
    alike = _moved([rose, Own(2, rose.before, rose.after)])
    apart = _moved([rose, fell])
    assert apart.shift.high - apart.shift.low > 2 * (alike.shift.high - alike.shift.low)
    assert (alike.verdict, apart.verdict) == (Verdict.BETTER, Verdict.NONE)


def test_shorter_is_better_where_lower_is() -> None:
    slow, fast = (300.0, 400, 350, 500, 320, 280) * 3, (60.0, 90, 70, 120, 65, 50) * 3
    found = moved([Own(1, slow, fast)], "minutes", "lower")
    assert found is not None
    assert found.verdict is Verdict.BETTER
    assert found.shift.by == pytest.approx(found.after.value / found.before.value)
    assert found.shift.high < 0.5


def test_a_count_is_not_compared() -> None:
    with pytest.raises(KeyError):
        moved([], "count", "higher")


@given(_groups)
def test_too_little_is_nothing_and_every_interval_holds_its_figure(own: list[Own]) -> None:
    found = moved(own, "share", "higher")
    both = [one for one in own if one.before and one.after]
    n = min(sum(len(one.before) for one in both), sum(len(one.after) for one in both))
    if n < LEAST:
        assert found is None
    if found is None:
        return
    assert found.officers == len(both)
    for level in (found.before, found.after):
        assert 0 <= level.low <= level.value <= level.high <= 1
    assert -1 <= found.shift.low <= found.shift.by <= found.shift.high <= 1
    assert found.shift.by == pytest.approx(found.after.value - found.before.value)


@given(_groups)
def test_turning_the_time_round_turns_the_verdict_round(own: list[Own]) -> None:
    found = moved(own, "share", "higher")
    back = moved([Own(one.officer_id, one.after, one.before) for one in own], "share", "higher")
    turned = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    if found is None or back is None:
        assert found is back
        return
    assert back.shift.by == pytest.approx(-found.shift.by)
    assert back.verdict is turned.get(found.verdict, Verdict.NONE)


@given(_groups, st.randoms(use_true_random=False))
def test_the_order_of_officers_says_nothing(own: list[Own], chance: random.Random) -> None:
    shuffled = chance.sample(own, len(own))
    first, second = moved(own, "share", "lower"), moved(shuffled, "share", "lower")
    assert (first is None) == (second is None)
    if first and second:
        assert first.shift.by == pytest.approx(second.shift.by)
        assert first.verdict is second.verdict


def test_each_measure_with_a_value_has_a_scale() -> None:
    assert set(SCALES) == {"share", "score", "minutes"}


def _moved(own: list[Own]) -> Moved:
    found = moved(own, "share", "higher")
    assert found is not None
    return found
