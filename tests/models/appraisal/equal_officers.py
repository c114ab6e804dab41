"""Officers of equal true quality who served different numbers of citizens, and who is flagged.

Whatever tells them apart is chance alone, so a fair rule flags and praises few of them, and as many
of those with few records as of those with many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from models.appraisal.comparing import flagged, praised
from models.appraisal.indicators import CATALOGUE, Inputs, Measure, Others, Record, Result, compute

OFFICERS = 200
FEWEST, MOST = 5, 200
GROUPS = ((5, 9), (10, 19), (20, 49), (50, 99), (100, 200))
NOMINAL = 0.05  # of whom at most may be flagged, and at most praised, in any group
APART = 0.02  # two groups may differ by so much: chance, and the coarse steps of few records
ENOUGH = 300

Judge = Callable[[str, Sequence[Result], float], Sequence[tuple[bool, bool] | None]]
"""Of all officers' results and the common target, who is flagged, who praised; None: not asked."""


@dataclass(frozen=True, slots=True)
class Quality:
    """What is equally true of all: how one record of an indicator is drawn, and its true value."""

    key: str
    true: float
    draw: Callable[[np.random.Generator, int], Sequence[float]]


def opinion(*shares: float) -> Quality:
    """Of citizens, by score from 1 to 4."""
    true = sum(score * share for score, share in enumerate(shares, 1))
    return Quality(
        "satisfaction_conduct",
        true,
        lambda chance, n: chance.choice((1.0, 2.0, 3.0, 4.0), size=n, p=shares).tolist(),
    )


def in_time(share: float) -> Quality:
    return Quality(
        "visits_within", share, lambda chance, n: (chance.random(n) < share).astype(float).tolist()
    )


def lasting(minutes: float) -> Quality:
    """The median; most are near it, some take far longer."""
    return Quality(
        "visit_time", minutes, lambda chance, n: (minutes * chance.lognormal(0, 0.8, n)).tolist()
    )


def sizes(chance: np.random.Generator) -> list[int]:
    """Evenly over the logarithm: as many small counters as busy ones."""
    drawn = np.exp(chance.uniform(np.log(FEWEST), np.log(MOST + 1), OFFICERS))
    return [int(n) for n in drawn]


def records(key: str, values: Sequence[float], *, set_aside: bool = False) -> tuple[Record, ...]:
    return tuple(_record(key, value, set_aside) for value in values)


@lru_cache(maxsize=64)
def _record(key: str, value: float, set_aside: bool) -> Record:
    known = CATALOGUE[key]
    if known.measure is Measure.MINUTES:
        return Record(known.kind, 0, minutes=value, set_aside=set_aside)
    unit = 60 if known.measure is Measure.SCORE else 1
    return Record(known.kind, 0, score=value * unit, set_aside=set_aside)


def results(key: str, each: Sequence[tuple[Record, ...]]) -> list[Result]:
    """Of every officer, beside all others."""
    return [compute(key, 1, Inputs(own, others)) for own, others in _beside(key, each)]


def _beside(
    key: str, each: Sequence[tuple[Record, ...]]
) -> Iterator[tuple[tuple[Record, ...], Others]]:
    """Each with the unit without it, by sums: `others_of` would count the unit 200 times."""
    if CATALOGUE[key].measure is not Measure.SCORE:
        yield from ((own, Others()) for own in each)
        return
    counted = [_sums(own) for own in each]
    left = [_sums([one for one in own if not one.set_aside]) for own in each]
    all_of, all_left = np.sum(counted, axis=0), np.sum(left, axis=0)
    for own, mine, kept in zip(each, counted, left, strict=True):
        without = _others(all_left - kept)
        yield own, replace(_others(all_of - mine), without=without)


def _sums(own: Sequence[Record]) -> tuple[int, float, float]:
    points = [(one.score or 0) / 60 for one in own]
    return len(points), sum(points), sum(point * point for point in points)


def _others(sums: Sequence[float]) -> Others:
    n, total, squares = (float(one) for one in sums)
    mean = total / n
    spread = (squares / n - mean * mean) / ((mean - 1) * (4 - mean))
    return Others(int(n), mean, OFFICERS - 1, spread)


@dataclass
class Tally:
    """How many of each group, by number of records, were flagged and praised."""

    officers: dict[tuple[int, int], int] = field(default_factory=lambda: dict.fromkeys(GROUPS, 0))
    flagged: dict[tuple[int, int], int] = field(default_factory=lambda: dict.fromkeys(GROUPS, 0))
    praised: dict[tuple[int, int], int] = field(default_factory=lambda: dict.fromkeys(GROUPS, 0))

    def count(self, found: Sequence[Result], verdicts: Sequence[tuple[bool, bool] | None]) -> None:
        for one, verdict in zip(found, verdicts, strict=True):
            if verdict is not None:
                group = next((low, high) for low, high in GROUPS if low <= one.n <= high)
                self.officers[group] += 1
                self.flagged[group] += verdict[0]
                self.praised[group] += verdict[1]

    def shares(self) -> tuple[list[float], list[float]]:
        """Flagged, praised; by group, where it has enough officers to tell 2.5 % from 5 %."""
        known = [group for group in GROUPS if self.officers[group] >= ENOUGH]
        worse, better = (
            [found[group] / self.officers[group] for group in known]
            for found in (self.flagged, self.praised)
        )
        return worse, better

    def rare(self) -> bool:
        """In no group are more flagged or praised than chance may."""
        return all(max(shares) <= NOMINAL for shares in self.shares())

    def alike(self) -> bool:
        """Neither share depends on how many records there are."""
        return all(max(shares) - min(shares) <= APART for shares in self.shares())


def by_the_rule_where_it_can_tell(
    key: str, found: Sequence[Result], target: float
) -> list[tuple[bool, bool] | None]:
    """None of those of whom even the best record of so many would not be praised."""
    best = 1.0 if CATALOGUE[key].measure is Measure.SHARE else 4.0
    return [
        verdict if praised(key, replace(one, value=best), target) else None
        for one, verdict in zip(found, by_the_rule(key, found, target), strict=True)
    ]


def by_the_rule(key: str, found: Sequence[Result], target: float) -> list[tuple[bool, bool]]:
    return [(flagged(key, one, target), praised(key, one, target)) for one in found]


def tallied(judges: Sequence[Judge], quality: Sequence[Quality], towns: int) -> list[Tally]:
    """By judge, over towns of 200 officers, each of one of the qualities in turn."""
    tallies = [Tally() for _ in judges]
    for town in range(towns):
        chance, common = np.random.default_rng(town), quality[town % len(quality)]
        each = [records(common.key, common.draw(chance, n)) for n in sizes(chance)]
        found = results(common.key, each)
        for tally, judge in zip(tallies, judges, strict=True):
            tally.count(found, judge(common.key, found, common.true))
    return tallies
