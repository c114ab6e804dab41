"""Where a rating says the opposite of what the evidence decides. Pure.

It never says which rating would fit. Of each three ratings only the two ends can contradict, never
both at once, so that at least two remain about which nothing is said; "as expected" never does.

- Work: "above" while most of the planned indicators whose interval decides fell short of their
  target; "below" while all of them met it. Nothing is decided by a figure whose interval holds the
  target, that external causes and accepted contests would turn, or that the officer does not
  control (how many citizens came).
- Behaviour: the same over the values (BerAKHLAK) that colleagues and citizens observed. A value
  decides where the 95 % interval of the share of answers 3 and 4 of peers and subordinates lies on
  one side of a half, or a citizens' score on one side of the middle of its scale; where the two
  differ it decides nothing. The appraiser's own answers are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Protocol

from models.appraisal.deciding.gathering import Behaviour, IndicatorLine, ResultLine
from models.appraisal.feedback.tables import Relation
from models.appraisal.indicators import CATALOGUE, Against, Measure, Result, against
from models.appraisal.matrix import Expectation
from models.statistics import wilson

WITNESSES = frozenset({Relation.PEER, Relation.SUBORDINATE})
MIDDLE = 2.5  # of the scale 1 to 4
HALF = 0.5


class Axis(StrEnum):
    WORK = "work"
    BEHAVIOUR = "behaviour"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A rating against which `against` of the `decided` indicators or values speak."""

    axis: Axis
    rating: Expectation
    against: int
    decided: int


class Evidence(Protocol):
    """What of a record is looked at."""

    @property
    def results(self) -> Sequence[ResultLine]: ...
    @property
    def behaviours(self) -> Sequence[Behaviour]: ...


def contradicts(
    work: Expectation, behaviour: Expectation, evidence: Evidence
) -> tuple[Contradiction, ...]:
    """What of the two ratings the evidence contradicts; nothing where it decides nothing."""
    lines = chain.from_iterable(result.indicators for result in evidence.results)
    found = (
        _against(Axis.WORK, work, [_decides(line) for line in lines]),
        _against(Axis.BEHAVIOUR, behaviour, [_observed(one) for one in evidence.behaviours]),
    )
    return tuple(one for one in found if one is not None)


def _against(
    axis: Axis, rating: Expectation, verdicts: Iterable[bool | None]
) -> Contradiction | None:
    decided = [verdict for verdict in verdicts if verdict is not None]
    good, bad = decided.count(True), decided.count(False)
    if rating is Expectation.ABOVE and bad > good:
        return Contradiction(axis, rating, bad, len(decided))
    if rating is Expectation.BELOW and decided and not bad:
        return Contradiction(axis, rating, good, len(decided))
    return None


_VERDICTS = {Against.MET: True, Against.SHORT: False}


def _decides(line: IndicatorLine) -> bool | None:
    """Whether a planned indicator surely met its target, surely not, or None."""
    if line.against is None or line.against not in _VERDICTS:
        return None
    key = line.indicator
    if key is not None and not CATALOGUE[key].controlled:
        return None
    without = line.result.without if line.result else None
    if key is not None and without is not None:
        told = against(without, line.wanted, line.direction)
        return _VERDICTS[line.against] if told == line.against else None
    return _VERDICTS[line.against]


def _observed(behaviour: Behaviour) -> bool | None:
    verdicts = {_colleagues(behaviour), *(_citizens(*one) for one in behaviour.figures)} - {None}
    return verdicts.pop() if len(verdicts) == 1 else None


def _colleagues(behaviour: Behaviour) -> bool | None:
    told = [one.levels for one in behaviour.observed if one.relation in WITNESSES and one.levels]
    n, high = sum(map(sum, told)), sum(levels[2] + levels[3] for levels in told)
    if n == 0:
        return None
    share = wilson(high, n)
    return _side(share.low, share.high, HALF)


def _citizens(key: str, result: Result | None) -> bool | None:
    if result is None or CATALOGUE[key].measure is not Measure.SCORE:
        return None
    if result.low is None or result.high is None:
        return None
    return _side(result.low, result.high, MIDDLE)


def _side(low: float, high: float | None, middle: float) -> bool | None:
    """True: surely above, False: surely below."""
    if low > middle:
        return True
    return False if high is not None and high < middle else None
