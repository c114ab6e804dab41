"""Small, careful statistics: a mean with its interval, a change, a quantile of lengths of time.

Pure: standard library only. Missing is never zero: below `MINIMUM` answers there is no figure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import ceil, floor, sqrt

from models.binomial import reached

MINIMUM = 5  # answers below which no mean is given
LOWEST, HIGHEST = 1, 4  # the scale of PermenPANRB 14/2017
CONFIDENCE = 0.95
Z = 1.959963984540054  # of the normal distribution; written out: the same on every machine
BEYOND = 0.04  # how often at most a true quantile may lie beyond one end, where a rank can help
# One imagined answer, spread evenly over the four scores, enters the variance (not the mean).
# Without it five equal answers would give an interval of no width. Simulated over seven shapes of
# opinion and n = 5 to 100, the interval then holds the true mean in at least 94 % of samples; the
# plain t-interval falls to 15 % where nearly everybody gives the same score.
IMAGINED = 0.25

Counts = tuple[int, int, int, int]
"""How many answers gave each score, lowest first."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Of answers that are not kept one by one: how many, their sum, and that of their squares.

    All in whole numbers, of which a given number make a point: the score of an element of the
    survey is one of sixtieths. A difference may be below zero.
    """

    n: int = 0
    total: int = 0
    squares: int = 0

    @classmethod
    def of(cls, scores: Iterable[int]) -> Moments:
        known = list(scores)
        return cls(len(known), sum(known), sum(score * score for score in known))

    def __add__(self, other: Moments) -> Moments:
        return Moments(self.n + other.n, self.total + other.total, self.squares + other.squares)

    def __sub__(self, other: Moments) -> Moments:
        return Moments(self.n - other.n, self.total - other.total, self.squares - other.squares)


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean score of n answers with its 95 % interval, all within 1 to 4."""

    n: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of two means with its 95 % interval."""

    by: float
    low: float
    high: float

    @property
    def within_chance(self) -> bool:
        """No change at all is compatible with the answers."""
        return self.low <= 0 <= self.high


@dataclass(frozen=True, slots=True)
class Part:
    """k of n with the 95 % interval of the share; no share below `MINIMUM`."""

    k: int
    n: int
    share: float | None = None  # 0 to 1
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length of time in minutes. unfinished: it is at least this long, it still runs."""

    minutes: float
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Quantile:
    """A quantile in minutes. at_least: it would rise with lengths that still run."""

    minutes: float
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """A figure with the ends of its 95 % interval. high None: open, nothing bounds it from above.
    at_least: it would rise with lengths that still run."""

    value: float
    low: float
    high: float | None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Lengths:
    """n lengths of time, of which some still run. Figures are None where n is too small."""

    n: int
    unfinished: int
    median: Quantile | None
    p90: Quantile | None


def mean_of(counts: Counts) -> Mean | None:
    """Mean and interval of answers by score; None below `MINIMUM` answers.

    t-interval, mean ± t(n-1) · sqrt(s²/n), with the imagined answer in s²; cut off at 1 and 4.
    """
    return mean_of_moments(_moments(counts), unit=1)


def mean_of_moments(kept: Moments, unit: int = 60) -> Mean | None:
    """Mean and interval of answers of which only the moments are kept, in 1/`unit` points.

    The interval is that of `mean_of`; None below `MINIMUM` answers.
    """
    if kept.n < MINIMUM:
        return None
    mean = kept.total / (kept.n * unit)
    half = t_quantile(kept.n - 1) * sqrt(_variance(kept, unit) / kept.n)
    return Mean(kept.n, mean, max(LOWEST, mean - half), min(HIGHEST, mean + half))


def change(before: Counts, after: Counts) -> Change | None:
    """How much the mean moved, by Welch's interval; None if either has too few answers.

    The two samples are taken as independent: a person rates a unit once a day, but may do so in
    both weeks; that makes the interval a little too wide, never too narrow.
    """
    return change_of_moments(_moments(before), _moments(after), unit=1)


def change_of_moments(before: Moments, after: Moments, unit: int = 60) -> Change | None:
    """`change` between answers of which only the moments are kept, in 1/`unit` points; None if
    either has too few answers."""
    n, m = before.n, after.n
    if min(n, m) < MINIMUM:
        return None
    a, b = _variance(before, unit) / n, _variance(after, unit) / m
    freedom = (a + b) ** 2 / (a**2 / (n - 1) + b**2 / (m - 1))
    by = after.total / (m * unit) - before.total / (n * unit)
    half = t_quantile(freedom) * sqrt(a + b)
    widest = HIGHEST - LOWEST
    return Change(by, max(-widest, by - half), min(widest, by + half))


def quantile(lengths: Iterable[Length], share: float) -> Quantile | None:
    """The quantile between the two nearest lengths (Excel's PERCENTILE.INC); None of nothing.

    What still runs enters with its present length. It can only grow, so the figure is a lower
    bound, and says so, as soon as such a length stands at or below it.
    """
    ordered = sorted(lengths)
    if not ordered:
        return None
    minutes, upper = _between(len(ordered), share, lambda place: ordered[place].minutes)
    at_least = any(one.unfinished for one in ordered if one.minutes <= upper)
    return Quantile(minutes, at_least)


def counted_quantile(lengths: Sequence[tuple[float, int]], share: float) -> float:
    """`quantile` of lengths in their order, each with how often it occurred; at least one."""
    ends = list(accumulate(times for _, times in lengths))
    found, _ = _between(ends[-1], share, lambda place: lengths[bisect_right(ends, place)][0])
    return found


def quantile_interval(lengths: Sequence[Length], share: float) -> Range | None:
    """`quantile` with the interval its bootstrap gives; None below `MINIMUM` lengths.

    The ends are lengths that occurred, of the ranks of `interval_ranks`. An end that a length
    still running reaches can only rise: the lower one stays a lower bound, the upper one is open.
    """
    ordered, n = sorted(lengths), len(lengths)
    if n < MINIMUM:
        return None
    value, upper = _between(n, share, lambda place: ordered[place].minutes)
    first, last = interval_ranks(n, share)
    high = None if last is None else ordered[last - 1].minutes
    running = min((one.minutes for one in ordered if one.unfinished), default=None)
    if high is not None and running is not None and running <= high:
        high = None
    at_least = running is not None and running <= upper
    return Range(value, ordered[first - 1].minutes, high, at_least)


@lru_cache(maxsize=4096)
def interval_ranks(n: int, share: float) -> tuple[int, int | None]:
    """Ranks, from 1, of the ends of a quantile's 95 % interval; None: open.

    Those of the bootstrap, each a rank further out where the true quantile would lie beyond it more
    often than `BEYOND` (that is known too, whatever the lengths: P(Bin(n, share) >= rank)). The
    median of 7 needs it: ranks 2 and 6 hold it in 87.5 % of samples only.
    """
    low, high = bootstrap_ranks(n, share)
    while low > 1 and reached(low, n, share) < 1 - BEYOND:
        low -= 1
    while high is not None and high < n and reached(high, n, share) > BEYOND:
        high += 1
    return low, high


def bootstrap_ranks(n: int, share: float) -> tuple[int, int | None]:
    """Ranks, from 1, of the ends of a quantile's 95 % interval by the percentile bootstrap.

    Drawn n times with replacement, the k-th smallest of a resample lies at or below the j-th
    smallest of the sample with probability P(Bin(n, j/n) >= k). So the bootstrap's distribution is
    known exactly (Efron 1982, Maritz and Jarrett 1978), as if there were infinitely many resamples:
    no seed, no error of resampling, microseconds, and the same on every machine.

    Where the quantile lies between two lengths, the lower end is that of the lower one and the
    upper end that of the upper one. None: so far out in the tail no length bounds the quantile from
    above; the 90th percentile is above all n with probability 0.9^n, more than 2.5 % below n = 36.
    """
    place, tail = (n - 1) * share, (1 - CONFIDENCE) / 2
    low = _rank(n, floor(place) + 1, tail)
    if share > 0.5 and share**n > tail:
        return low, None
    return low, _rank(n, ceil(place) + 1, 1 - tail)


def _rank(n: int, k: int, share: float) -> int:
    """The first rank at or below which a resample's k-th smallest lies in `share` of resamples."""
    return bisect_left(range(1, n), share, key=lambda j: reached(k, n, j / n)) + 1


def _between(n: int, share: float, at: Callable[[int], float]) -> tuple[float, float]:
    """The quantile of n lengths and the nearest above it; at: the length at a place, from 0."""
    place = (n - 1) * share
    lower, upper = at(floor(place)), at(ceil(place))
    return lower + (upper - lower) * (place - floor(place)), upper


def lengths(found: Iterable[Length | None], least: int = 1) -> Lengths:
    """Median from `least` lengths on; 90th percentile from `MINIMUM` on, below which it would only
    be the slowest.

    What is open and late belongs among them with its length so far: leaving it out would reward
    those who never answer.
    """
    known = [length for length in found if length is not None]
    n = len(known)
    return Lengths(
        n=n,
        unfinished=sum(length.unfinished for length in known),
        median=quantile(known, 0.5) if n >= least else None,
        p90=quantile(known, 0.9) if n >= max(least, MINIMUM) else None,
    )


def part(k: int, n: int) -> Part:
    """The share of k in n with Wilson's interval, which holds near 0 and 1 and for small n too."""
    if n < MINIMUM:
        return Part(k, n)
    found = wilson(k, n)
    return Part(k, n, found.value, found.low, found.high)


def wilson(k: float, n: float) -> Range:
    """The share k / n with Wilson's interval, n above 0.

    Both may be parts of numbers. Successes that count for a part, between 0 and 1, vary less than
    those that count 0 or 1: for them it is rather too wide.
    """
    z, share = Z, k / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return Range(share, max(0.0, middle - half), min(1.0, middle + half))


def shares(numbers: Sequence[int]) -> tuple[float, ...] | None:
    """Parts of a whole, 0 to 1; None if there is no whole."""
    whole = sum(numbers)
    return tuple(number / whole for number in numbers) if whole else None


def t_quantile(freedom: float) -> float:
    """The upper 2.5 % point of Student's t for 4 or more degrees of freedom.

    Expansion around the normal quantile, Abramowitz and Stegun 26.7.5; off by less than 0.001. By
    products only, which every machine rounds alike.
    """
    z, q = Z, Z * Z
    terms = (
        z,
        z * (q + 1) / 4,
        z * ((5 * q + 16) * q + 3) / 96,
        z * (((3 * q + 19) * q + 17) * q - 15) / 384,
        z * ((((79 * q + 776) * q + 1482) * q - 1920) * q - 945) / 92160,
    )
    found = 0.0
    for term in reversed(terms):
        found = found / freedom + term
    return found


def _moments(counts: Counts) -> Moments:
    """In whole points."""
    scored = list(enumerate(counts, LOWEST))
    total, squares = (sum(score**power * n for score, n in scored) for power in (1, 2))
    return Moments(sum(counts), total, squares)


def _variance(kept: Moments, unit: int) -> float:
    """Sample variance with the imagined answer: (squares + its squares) / (n - 1 + 1).

    The first part is in whole numbers up to its division, so that nothing is lost where large sums
    almost cancel.
    """
    n, total = kept.n, kept.total
    mean = total / (n * unit)
    given = (n * kept.squares - total * total) / (n * unit * unit)
    imagined = IMAGINED * sum((score - mean) ** 2 for score in range(LOWEST, HIGHEST + 1))
    return (given + imagined) / n
