"""A figure beside another, and when one is clearly worse or better than a target. Pure.

`indicators.against` says whether an interval holds a target. Whether an officer is *flagged* (a
reason to look, by people) or *praised* asks another question, so that few and many records are
treated alike: how often would an officer who is exactly at the target have such a record by chance?
Below 2.5 % it is clear. The chance is computed for the officer's own n, so it is as rare with 5
records as with 200; see docs/indicators.md for what was tried and measured.
"""

from __future__ import annotations

from enum import StrEnum
from math import inf, sqrt

from models.appraisal.indicators import CATALOGUE, Better, Measure, Result
from models.binomial import tails
from models.statistics import CONFIDENCE, HIGHEST, LOWEST

RARE = (1 - CONFIDENCE) / 2  # chance at or below which a record is clearly worse, or better
CERTAIN = 0.01  # of the scale: a target of 100 % is taken as 99 %, one slip is no proof
SCALES = {Measure.SHARE: (0, 1), Measure.SCORE: (LOWEST, HIGHEST)}


class Standing(StrEnum):
    """A figure beside another. There are no ranks."""

    BETTER = "better"
    WORSE = "worse"
    NOT_DISTINGUISHABLE = "not_distinguishable"


def overlap(one: Result, other: Result) -> bool:
    """Their intervals have a value in common; where there is no figure nothing tells them apart.

    A count is a fact, its own interval."""
    if one.value is None or other.value is None:
        return True
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    return low <= other_high and other_low <= high


def standing(key: str, result: Result, other: Result) -> Standing:
    """Clearly better or worse than another figure, or not distinguishable: never a rank."""
    if overlap(result, other):
        return Standing.NOT_DISTINGUISHABLE
    higher = _ends(result)[0] > _ends(other)[1]
    better = higher == (CATALOGUE[key].better is Better.HIGHER)
    return Standing.BETTER if better else Standing.WORSE


def flagged(key: str, result: Result | None, target: float | None = None) -> bool:
    """Clearly worse than a target, in the figure's measure; without one, than the unit's others.

    Never of a count, nor of what the officer does not control.
    """
    worse, _ = _clearly(key, result, target)
    return worse


def praised(key: str, result: Result | None, target: float | None = None) -> bool:
    """Clearly better; otherwise as `flagged`."""
    _, better = _clearly(key, result, target)
    return better


def _clearly(key: str, result: Result | None, target: float | None) -> tuple[bool, bool]:
    """Worse, better."""
    indicator = CATALOGUE[key]
    if result is None or result.value is None or not indicator.controlled:
        return False, False
    wanted, others = (target, inf) if target is not None else (result.unit_value, result.unit_n)
    if wanted is None:
        return False, False
    below, above = (
        _scored(indicator.measure, result, wanted, others)
        if indicator.measure in SCALES
        else _timed(result, wanted, others)
    )
    return (below, above) if indicator.better is Better.HIGHER else (above, below)


def _scored(measure: Measure, result: Result, target: float, others: float) -> tuple[bool, bool]:
    """Below, above, by the mid-p tails of the binomial distribution.

    n scores tell as much as n / spread answers of yes or no (`Result.spread`; 1, the most there can
    be, where it is not known); compared with the others' own figure, which n' records made, as much
    as n·n' / (n + n') of them.
    """
    low, high = SCALES[measure]
    part = ((result.value or low) - low) / (high - low)
    wanted = min(max((target - low) / (high - low), CERTAIN), 1 - CERTAIN)
    spread = 1.0 if result.spread is None else result.spread
    informed = result.n / (1 + result.n / others) / spread
    fewer, more = tails(part * informed, informed, wanted)
    return fewer <= RARE, more <= RARE


def _timed(result: Result, target: float, others: float) -> tuple[bool, bool]:
    """Below, above, by the interval of the median, whose ends are those of a sign test; wider where
    the target is an estimate itself."""
    value, (low, high) = result.value or 0.0, _ends(result)
    wider = sqrt(1 + result.n / others)
    return value + (high - value) * wider < target, value - (value - low) * wider > target


def _ends(result: Result) -> tuple[float, float]:
    value = result.value or 0.0
    if result.low is None:
        return value, value
    return result.low, inf if result.high is None else result.high
