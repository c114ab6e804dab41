"""Fair by construction: 200 officers of equal true quality, who served 5 to 200 citizens each.

Over 40 to 60 towns of 200 officers the share flagged, and the share praised, is rare (at most 5 %
in any group; the rule says 2.5 %) and does not depend on the number of records (no two groups
further apart than 2 points). Rules that look fair and are not fail the same check. Then a tenth of
the officers is stuffed with false scores, before and after these are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import pytest
from scipy import stats

from models.appraisal.comparing import flagged, praised
from models.appraisal.indicators import Against, Inputs, Record, Result, against, compute
from tests.models.appraisal.equal_officers import (
    APART,
    NOMINAL,
    OFFICERS,
    Judge,
    Quality,
    Tally,
    by_the_rule,
    by_the_rule_where_it_can_tell,
    in_time,
    lasting,
    opinion,
    records,
    results,
    sizes,
    tallied,
)

OPINIONS = (
    opinion(0.02, 0.05, 0.33, 0.60),
    opinion(0.05, 0.15, 0.50, 0.30),
    opinion(0.20, 0.20, 0.30, 0.30),
)
MIDDLING = [in_time(share) for share in np.linspace(0.3, 0.7, 60)]
HIGH = [in_time(share) for share in np.linspace(0.7, 0.95, 60)]
LENGTHS = [lasting(20.0)]


@pytest.mark.parametrize(
    ("quality", "towns"),
    [(OPINIONS, 60), (MIDDLING, 60), (LENGTHS, 40)],
    ids=["scores", "shares", "times"],
)
def test_who_is_flagged_or_praised_does_not_depend_on_n(
    quality: Sequence[Quality], towns: int
) -> None:
    (found,) = tallied([by_the_rule], quality, towns)
    assert found.rare(), found.shares()
    assert found.alike(), found.shares()


def test_where_nearly_all_is_well_few_records_can_be_flagged_but_not_praised() -> None:
    """Flagged alike, and praised alike among those of whom enough is known to tell."""
    found, told = tallied([by_the_rule, by_the_rule_where_it_can_tell], HIGH, len(HIGH))
    assert found.rare(), found.shares()
    worse, _ = found.shares()
    assert max(worse) - min(worse) <= APART
    assert told.rare(), told.shares()
    assert told.alike(), told.shares()


def test_beside_the_units_others_it_does_not_depend_on_n_either() -> None:
    """No target: the others' own figure, an estimate as well."""

    def judge(key: str, found: Sequence[Result], _: float) -> list[tuple[bool, bool]]:
        return [(flagged(key, one), praised(key, one)) for one in found]

    (found,) = tallied([judge], OPINIONS, 60)
    assert found.rare(), found.shares()
    assert found.alike(), found.shares()


# ---- the check can fail


def raw(key: str, found: Sequence[Result], target: float) -> list[tuple[bool, bool]]:
    """Below the target, above the target."""
    return [(value < target, value > target) for value in _values(found)]


def extreme(part: float) -> Judge:
    """The lowest and the highest of the list."""

    def judge(key: str, found: Sequence[Result], target: float) -> list[tuple[bool, bool]]:
        low, high = np.quantile(_values(found), (part, 1 - part))
        return [(value <= low, value >= high) for value in _values(found)]

    return judge


def _values(found: Sequence[Result]) -> list[float]:
    return [one.value for one in found if one.value is not None]


def test_naive_rules_are_not_fair() -> None:
    target, tenth, fiftieth = tallied([raw, extreme(0.10), extreme(0.02)], OPINIONS[:1], 15)
    assert not target.rare()
    for found in (target, tenth, fiftieth):
        assert not found.alike(), found.shares()


def test_the_interval_of_a_share_alone_would_flag_too_many_with_few_records() -> None:
    """3 of 5 lie below 90 % by Wilson's interval, and so do 8 % of officers who are at 90 %."""
    found = compute("visits_within", 1, Inputs(records("visits_within", [1.0] * 3 + [0.0] * 2)))
    assert against(found, 0.9, "at_least") is Against.SHORT
    assert stats.binom.cdf(3, 5, 0.9) > NOMINAL
    assert not flagged("visits_within", found, 0.9)


@pytest.mark.parametrize("share", [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98])
@pytest.mark.parametrize("n", [5, 6, 7, 8, 9, 10, 13, 17, 25, 40, 80, 200])
def test_at_no_single_n_is_a_share_flagged_or_praised_often(share: float, n: int) -> None:
    """Exactly, over all that can happen."""
    worse = better = 0.0
    for k in range(n + 1):
        found = compute(
            "visits_within", 1, Inputs(records("visits_within", [1.0] * k + [0.0] * (n - k)))
        )
        worse += flagged("visits_within", found, share) * stats.binom.pmf(k, n, share)
        better += praised("visits_within", found, share) * stats.binom.pmf(k, n, share)
    assert max(worse, better) <= NOMINAL + 0.001


def test_what_few_records_cannot_tell_nobody_is_told() -> None:
    """Five of five in time come to 59 % of officers at 90 %: no rule may praise them for it, and
    five of five late come to one in 100,000."""
    best, worst = (
        compute("visits_within", 1, Inputs(records("visits_within", [value] * 5)))
        for value in (1.0, 0.0)
    )
    assert not praised("visits_within", best, 0.9)
    assert flagged("visits_within", worst, 0.9)


# ---- stuffing

STUFFED = OFFICERS // 10
Put = Callable[[int, int], Sequence[float]]
"""False scores for the officer of a place with n true ones."""


def stuff(place: int, n: int) -> Sequence[float]:
    """A tenth of the officers: half get praise from a handed-round phone, half an angry crowd."""
    if place >= STUFFED:
        return ()
    return [4.0 if place % 2 else 1.0] * max(5, n // 2)


def nothing(place: int, n: int) -> Sequence[float]:
    return ()


@cache
def towns_with(put: Put, towns: int) -> list[list[Result]]:
    """The same towns each time, but for what is put in; that is set aside."""
    quality, found = OPINIONS[1], []
    for town in range(towns):
        chance = np.random.default_rng(town)
        each: list[tuple[Record, ...]] = []
        for place, n in enumerate(sizes(chance)):
            true = records(quality.key, quality.draw(chance, n))
            each.append((*true, *records(quality.key, put(place, n), set_aside=True)))
        found.append(results(quality.key, each))
    return found


def judged(town: Sequence[Result]) -> list[tuple[bool, bool]]:
    return by_the_rule(OPINIONS[1].key, town, OPINIONS[1].true)


def test_stuffing_stands_out_before_and_leaves_nothing_after_it_is_left_out() -> None:
    before, clean = towns_with(stuff, 40), towns_with(nothing, 40)
    told = [judged(town) for town in before]
    assert np.mean([town[place][0] for town in told for place in range(0, STUFFED, 2)]) > 0.5
    assert np.mean([town[place][1] for town in told for place in range(1, STUFFED, 2)]) > 0.5
    after = [[one.without or one for one in town] for town in before]
    found = Tally()
    for town, as_it_was in zip(after, clean, strict=True):
        assert town[:STUFFED] == as_it_was[:STUFFED]
        found.count(town, judged(town))
    assert found.rare(), found.shares()
    assert found.alike(), found.shares()


def test_others_are_treated_alike_while_a_tenth_is_stuffed() -> None:
    """Against a target; false scores widen the spread, which makes the rule more cautious."""
    found = Tally()
    for town in towns_with(stuff, 40):
        found.count(town[STUFFED:], judged(town)[STUFFED:])
    assert found.rare(), found.shares()
    assert found.alike(), found.shares()
