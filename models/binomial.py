"""How probable so many successes are: the tails of the binomial distribution.

Pure: standard library only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import exp, floor, lgamma, log


def reached(k: int, n: int, share: float) -> float:
    """P(Bin(n, share) >= k), share between 0 and 1, by sums of products outward from the mode.

    Only + * /, which every machine rounds alike; what is left out is below 1e-20 of the mode.
    """
    mode = min(n, floor((n + 1) * share))
    odds = share / (1 - share)
    up = _falling(lambda i: (n - i) / (i + 1) * odds, mode, n)
    down = _falling(lambda i: i / ((n - i + 1) * odds), mode, 0)
    terms = {mode: 1.0, **dict(up), **dict(down)}
    return sum(term for i, term in terms.items() if i >= k) / sum(terms.values())


def _falling(ratio: Callable[[int], float], start: int, end: int) -> Iterator[tuple[int, float]]:
    """From 1 at `start` towards `end`, each the one before times the ratio there."""
    term, step = 1.0, 1 if end > start else -1
    for i in range(start, end, step):
        term *= ratio(i)
        if term < 1e-20:
            return
        yield i + step, term


def tails(k: float, n: float, share: float) -> tuple[float, float]:
    """How probable k of n or fewer, and k of n or more, are where the true share is `share`.

    Mid-p: half of the probability of k itself belongs to either, so that the two add up to 1 and
    a level is reached as often as it says on average, not less often where n is small. k and n may
    be parts of numbers (incomplete beta function). share between 0 and 1.
    """
    more = (_reached(k, n, share) + _reached(k + 1, n, share)) / 2
    return 1 - more, more


def _reached(k: float, n: float, share: float) -> float:
    """`reached` for parts of numbers, I_share(k, n - k + 1)."""
    if k <= 0:
        return 1.0
    if k >= n + 1:
        return 0.0
    a, b = k, n - k + 1
    if share > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, 1 - share)
    return _beta(a, b, share)


def _beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function below its mean, by its continued fraction (Lentz;
    Abramowitz and Stegun 26.5.8)."""
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for part_ in (even, odd):
            d, c = 1 / (1 + part_ * d), 1 + part_ / c
            found *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return front * found
