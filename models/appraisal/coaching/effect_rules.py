"""Whether a figure moved after a training: each participant beside oneself, with an interval.

Pure. Every officer is compared with the same officer before (a stratum), so that it does not matter
who of the group had more records in which window; officers without records in both windows say
nothing. The weight of an officer is that of Mantel and Haenszel, n₀n₁ / (n₀ + n₁), which keeps the
variance of the weighted difference small.

What is assumed, and said in `docs/coaching.md`: one officer's records do not depend on each other.
Where the officers moved more differently than that allows, the interval is widened by Birge's
ratio; it is never made narrower. Lengths of time are skewed, so their logarithms are compared: the
change is a ratio, and the figures shown are geometric means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log, sqrt
from types import MappingProxyType

from models.statistics import t_quantile

LEAST = 10  # records of a group in each window, below which nothing is said
LEAST_FREEDOM = 4  # records beyond one of each officer; t is known from here on
SHORTEST = 1.0  # minutes: what took less counts as one, since nought has no logarithm


@dataclass(frozen=True, slots=True)
class Scale:
    """How values of a measure are compared. imagined: one more record, spread evenly over these
    values, enters the variance, so that equal records do not give an interval of no width."""

    inward: Callable[[float], float]
    outward: Callable[[float], float]
    imagined: Callable[[float], Sequence[float]]
    ratio: bool = False  # a change is told as a ratio


def _same(value: float) -> float:
    return value


SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        "share": Scale(_same, _same, lambda _: (0.0, 1.0)),
        "score": Scale(_same, _same, lambda _: (1.0, 2.0, 3.0, 4.0)),
        # half as long, or twice
        "minutes": Scale(
            lambda minutes: log(max(SHORTEST, minutes)),
            exp,
            lambda middle: (middle - log(2), middle + log(2)),
            ratio=True,
        ),
    }
)
"""By measure of an indicator. A count is none of them: how many come is not an officer's doing."""


class Verdict(StrEnum):
    """What can be said of a change. Never more than its interval allows."""

    BETTER = "better"
    WORSE = "worse"
    NONE = "none"  # no change is visible: the interval holds nought


@dataclass(frozen=True, slots=True)
class Own:
    """The values of one officer's records in both windows."""

    officer_id: int
    before: tuple[float, ...]
    after: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A group's figure in one window, in the measure of the indicator, with its 95 % interval."""

    n: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Shift:
    """A change with its 95 % interval: a difference, or a ratio for lengths of time."""

    by: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Moved:
    """How a group of officers moved."""

    officers: int  # with records in both windows
    before: Level
    after: Level
    shift: Shift
    verdict: Verdict
    _estimate: _Estimate


@dataclass(frozen=True, slots=True)
class _Estimate:
    """A difference on the inward scale."""

    by: float
    variance: float
    freedom: float

    @property
    def half(self) -> float:
        return t_quantile(self.freedom) * sqrt(self.variance)


@dataclass(frozen=True, slots=True)
class _Window:
    """Values of each officer in one window, on the inward scale."""

    values: tuple[tuple[float, ...], ...]
    imagined: Callable[[float], Sequence[float]]

    @property
    def n(self) -> int:
        return sum(map(len, self.values))

    @property
    def freedom(self) -> int:
        return self.n - len(self.values)

    @property
    def means(self) -> list[float]:
        return [sum(own) / len(own) for own in self.values]

    def variances(self) -> list[float]:
        """Of each officer's mean; a single officer's spread is drawn a little to that of all."""
        spreads = [
            sum((value - mean) ** 2 for value in own)
            for own, mean in zip(self.values, self.means, strict=True)
        ]
        middle = sum(map(sum, self.values)) / self.n
        guessed = self.imagined(middle)
        more = sum((value - middle) ** 2 for value in guessed) / len(guessed)
        pooled = (sum(spreads) + more) / (self.freedom + 1)
        return [
            (spread + pooled) / len(own) ** 2
            for own, spread in zip(self.values, spreads, strict=True)
        ]


def moved(group: Iterable[Own], measure: str, better: str) -> Moved | None:
    """How a group moved; None below `LEAST` records in a window.

    measure: a key of `SCALES` (KeyError for a count). better: "higher" or "lower".
    """
    scale = SCALES[measure]
    both = [own for own in group if own.before and own.after]
    before, after = (
        _Window(tuple(tuple(map(scale.inward, values)) for values in found), scale.imagined)
        for found in ([own.before for own in both], [own.after for own in both])
    )
    if min(before.n, after.n) < LEAST or min(before.freedom, after.freedom) < LEAST_FREEDOM:
        return None
    weights = _weights(before, after)
    estimate = _difference(before, after, weights)
    return Moved(
        len(both),
        _level(before, weights, scale),
        _level(after, weights, scale),
        _shift(estimate, scale),
        _verdict(estimate, better),
        estimate,
    )


def beyond(trained: Moved, others: Moved, measure: str, better: str) -> tuple[Shift, Verdict]:
    """How much more the trained moved than the others: the difference of both changes."""
    mine, theirs = trained._estimate, others._estimate
    variance = mine.variance + theirs.variance
    freedom = variance**2 / (mine.variance**2 / mine.freedom + theirs.variance**2 / theirs.freedom)
    estimate = _Estimate(mine.by - theirs.by, variance, freedom)
    return _shift(estimate, SCALES[measure]), _verdict(estimate, better)


# --- the parts


def _weights(before: _Window, after: _Window) -> list[float]:
    """Of Mantel and Haenszel; they add up to one."""
    sizes = [
        len(a) * len(b) / (len(a) + len(b))
        for a, b in zip(before.values, after.values, strict=True)
    ]
    return [size / sum(sizes) for size in sizes]


def _difference(before: _Window, after: _Window, weights: Sequence[float]) -> _Estimate:
    own = [b - a for a, b in zip(before.means, after.means, strict=True)]
    first, second = before.variances(), after.variances()
    parts = [
        sum(weight**2 * variance for weight, variance in zip(weights, found, strict=True))
        for found in (first, second)
    ]
    whole = sum(parts)
    freedom = whole**2 / (parts[0] ** 2 / before.freedom + parts[1] ** 2 / after.freedom)
    by = sum(weight * change for weight, change in zip(weights, own, strict=True))
    wider = _birge(own, [a + b for a, b in zip(first, second, strict=True)])
    return _Estimate(by, whole * wider, freedom)


def _birge(changes: Sequence[float], variances: Sequence[float]) -> float:
    """By how much the officers' changes differ more than chance allows; at least 1."""
    if len(changes) < 2:
        return 1.0
    weights = [1 / variance for variance in variances]
    middle = sum(w * d for w, d in zip(weights, changes, strict=True)) / sum(weights)
    spread = sum(w * (d - middle) ** 2 for w, d in zip(weights, changes, strict=True))
    return max(1.0, spread / (len(changes) - 1))


def _level(window: _Window, weights: Sequence[float], scale: Scale) -> Level:
    value = sum(weight * mean for weight, mean in zip(weights, window.means, strict=True))
    variance = sum(w**2 * v for w, v in zip(weights, window.variances(), strict=True))
    half = t_quantile(window.freedom) * sqrt(variance)
    least, most = _ends(scale)
    low, high = max(least, value - half), min(most, value + half)
    return Level(window.n, scale.outward(value), scale.outward(low), scale.outward(high))


def _ends(scale: Scale) -> tuple[float, float]:
    """Of the values there can be, on the inward scale."""
    if scale.ratio:
        return scale.inward(SHORTEST), float("inf")
    known = scale.imagined(0.0)
    return min(known), max(known)


def _shift(estimate: _Estimate, scale: Scale) -> Shift:
    by, half = estimate.by, estimate.half
    if scale.ratio:
        return Shift(exp(by), exp(by - half), exp(by + half))
    least, most = _ends(scale)
    widest = most - least
    return Shift(by, max(-widest, by - half), min(widest, by + half))


def _verdict(estimate: _Estimate, better: str) -> Verdict:
    by, half = estimate.by, estimate.half
    if by - half <= 0 <= by + half:
        return Verdict.NONE
    return Verdict.BETTER if (by > 0) is (better == "higher") else Verdict.WORSE
