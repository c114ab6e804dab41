"""The indicators of the system: what is counted of an officer's work, how, and how sure it is.

Pure: standard library only, so that a frozen figure can be computed again from its inputs alone, to
the last digit, on any machine. Nothing here rates anybody: a figure stands beside a target, and
people decide. Missing is never zero: below its minimum an indicator has no value.

Values: a count is a number, a share 0 to 1, a length of time in working minutes, a score 1 to 4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from math import fsum

from models.appraisal.indicator_records import UNIT, Inputs, Others, Record, RecordKind, Result
from models.statistics import (
    HIGHEST,
    LOWEST,
    MINIMUM,
    Length,
    Moments,
    mean_of_moments,
    quantile_interval,
    wilson,
)

__all__ = [
    "CATALOGUE",
    "Against",
    "Better",
    "Indicator",
    "Inputs",
    "Measure",
    "Others",
    "Record",
    "RecordKind",
    "Result",
    "against",
    "compute",
    "in_measure",
    "others_of",
    "shrunk",
]

FORMULA = 1  # the version in use; a frozen figure keeps its own
PRIOR = 10  # records that the unit's others count for in a shrunk value (see docs/indicators.md)
SPREAD_PRIOR = 30  # likewise for the spread of scores, of which few records tell less
OTHERS = 2  # other officers at least, each with the minimum, before their figure is told


class Measure(StrEnum):
    COUNT = "count"
    SHARE = "share"  # 0 to 1
    MINUTES = "minutes"  # working minutes; the value is the median
    SCORE = "score"  # 1 to 4


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"


class Against(StrEnum):
    """A figure against its target, by the interval."""

    MET = "met"
    SHORT = "short"
    UNDECIDED = "undecided"  # the interval holds the target
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. Words: `indicator-<key>` and so on in indicators.ftl.

    controlled: by the officer; what is not is context and leads to neither coaching nor praise.
    values: those of BerAKHLAK that citizens witness in it. of_unit: never a person's figure.
    """

    key: str
    measure: Measure
    better: Better
    kind: RecordKind
    minimum: int = MINIMUM
    formula: int = FORMULA
    controlled: bool = True
    values: tuple[str, ...] = ()
    of_unit: bool = False


_HIGHER, _LOWER = Better
_VISIT, _CASE, _RATING, _ANSWER = RecordKind
_COUNT, _SHARE, _MINUTES, _SCORE = Measure
_SERVICE, _ACCOUNTABLE, _COMPETENT = "service", "accountable", "competent"

CATALOGUE: Mapping[str, Indicator] = {
    one.key: one
    for one in (
        Indicator("visits_served", _COUNT, _HIGHER, _VISIT, minimum=1, controlled=False),
        Indicator("visits_within", _SHARE, _HIGHER, _VISIT, values=(_SERVICE, _ACCOUNTABLE)),
        Indicator("visit_time", _MINUTES, _LOWER, _VISIT, values=(_SERVICE,)),
        Indicator("first_answer", _MINUTES, _LOWER, _CASE, values=(_SERVICE,)),
        Indicator("answered_in_a_day", _SHARE, _HIGHER, _CASE, values=(_SERVICE,)),
        Indicator("solved_on_time", _SHARE, _HIGHER, _CASE, values=(_SERVICE, _ACCOUNTABLE)),
        Indicator("confirmed", _SHARE, _HIGHER, _CASE, values=(_SERVICE, _ACCOUNTABLE)),
        Indicator("reopened", _SHARE, _LOWER, _CASE, values=(_ACCOUNTABLE, _COMPETENT)),
        Indicator("satisfaction_competence", _SCORE, _HIGHER, _ANSWER, values=(_COMPETENT,)),
        Indicator("satisfaction_conduct", _SCORE, _HIGHER, _ANSWER, values=(_SERVICE,)),
        Indicator("satisfaction_time", _SCORE, _HIGHER, _ANSWER, controlled=False),
        Indicator("satisfaction", _SCORE, _HIGHER, _RATING, controlled=False),
        Indicator("unit_index", _SCORE, _HIGHER, _ANSWER, controlled=False, of_unit=True),
    )
}


# ---- computing


def compute(key: str, formula: int, inputs: Inputs) -> Result:
    """The figure of these inputs by this version of the formula; ValueError if there is none."""
    indicator = _known(key, formula)
    found = _result(indicator, inputs.records, inputs.others)
    touched = _touched_by(indicator)
    if not any(map(touched, inputs.records)):
        return found
    left = [_left(record) for record in inputs.records if not record.set_aside]
    return replace(found, without=_result(indicator, left, inputs.others.without or inputs.others))


def others_of(key: str, by_officer: Iterable[Sequence[Record]]) -> Others:
    """The unit without an officer, from the records of each of the others."""
    indicator = _known(key, FORMULA)
    each = list(by_officer)
    found = _summed(indicator, each)
    if not any(map(_touched_by(indicator), chain.from_iterable(each))):
        return found
    left = [[_left(record) for record in records if not record.set_aside] for records in each]
    return replace(found, without=_summed(indicator, left))


def _known(key: str, formula: int) -> Indicator:
    indicator = CATALOGUE.get(key)
    if indicator is None or formula != indicator.formula:
        raise ValueError(f"no formula {formula} of {key!r}")
    return indicator


def _result(indicator: Indicator, records: Sequence[Record], others: Others) -> Result:
    figure = _FIGURES[indicator.measure](records, indicator.minimum)
    told = indicator.of_unit or others.officers >= OTHERS
    if not told or others.n < indicator.minimum or others.value is None:
        return figure
    found = replace(
        figure,
        shrunk=_shrunk(indicator, figure, others.value),
        unit_n=others.n,
        unit_value=others.value,
    )
    if indicator.measure is not Measure.SCORE or others.spread is None:
        return found
    return _by_spread(found, records, others.spread)


def _by_spread(figure: Result, records: Sequence[Record], others: float) -> Result:
    """A mean score with the interval that its spread and that of the unit's others give.

    n scores tell as much as n / spread answers of yes or no: Wilson's interval on the scale 1 to 4.
    The interval of `statistics.mean_of` knows the officer's own few scores only, and must be wider.
    """
    if figure.value is None:
        return figure
    own, m = _spread(figure.value, records), SPREAD_PRIOR
    known = (figure.unit_n * others + PRIOR) / (figure.unit_n + PRIOR)  # few others: towards 1
    spread = known if own is None else (figure.n * own + m * known) / (figure.n + m)
    informed, width = figure.n / spread, HIGHEST - LOWEST
    ends = wilson((figure.value - LOWEST) / width * informed, informed)
    low, high = (LOWEST + width * (end or 0.0) for end in (ends.low, ends.high))
    low, high = min(low, figure.value), max(high, figure.value)
    return replace(figure, low=low, high=high, spread=spread)


def _shrunk(indicator: Indicator, figure: Result, others: float) -> float | None:
    if figure.value is None or indicator.measure is Measure.COUNT:
        return None
    return shrunk(figure.value, figure.n, others)


def shrunk(value: float, n: int, others: float) -> float:
    """(n·x + m·u) / (n + m), m = `PRIOR`: never beyond the officer's value x or the others' u."""
    found = (n * value + PRIOR * others) / (n + PRIOR)
    return min(max(found, min(value, others)), max(value, others))


def _summed(indicator: Indicator, each: Sequence[Sequence[Record]]) -> Others:
    together = list(chain.from_iterable(each))
    figure = _FIGURES[indicator.measure](together, indicator.minimum)
    enough = sum(_n(indicator, records) >= indicator.minimum for records in each)
    scored = indicator.measure is Measure.SCORE and figure.value is not None
    spread = _spread(figure.value or 0.0, together) if scored else None
    return Others(figure.n, figure.value, enough, spread)


def _spread(mean: float, records: Iterable[Record]) -> float | None:
    """The variance of scores as a part of the largest their mean allows; None at an end of it."""
    largest = (mean - LOWEST) * (HIGHEST - mean)
    if largest <= 0:
        return None
    off = [(_points(one) - mean) ** 2 for one in records if one.score is not None]
    return min(1.0, fsum(off) / len(off) / largest)


def _n(indicator: Indicator, records: Sequence[Record]) -> int:
    name = _VALUES[indicator.measure]
    return sum(getattr(record, name) is not None for record in records)


def _touched_by(indicator: Indicator) -> Callable[[Record], bool]:
    """What the second figure leaves out or counts otherwise."""
    value, without = _VALUES[indicator.measure], _WITHOUT.get(indicator.measure)

    def touched(record: Record) -> bool:
        if getattr(record, value) is None:
            return False
        return record.set_aside or (without is not None and getattr(record, without) is not None)

    return touched


def _left(record: Record) -> Record:
    score, minutes = record.score_without, record.minutes_without
    if score is None and minutes is None:
        return record
    return replace(
        record,
        score=record.score if score is None else score,
        minutes=record.minutes if minutes is None else minutes,
    )


# ---- by measure


def _count(records: Sequence[Record], minimum: int) -> Result:
    """A count is a fact: it has no interval."""
    n = len(records)
    return Result(n, float(n)) if n >= minimum else Result(n)


def _share(records: Sequence[Record], minimum: int) -> Result:
    scores = [record.score for record in records if record.score is not None]
    n = len(scores)
    if n < minimum:
        return Result(n)
    found = wilson(fsum(scores), n)
    return Result(n, found.value, found.low, found.high)


def _minutes(records: Sequence[Record], minimum: int) -> Result:
    known = [Length(one.minutes, one.running) for one in records if one.minutes is not None]
    n = len(known)
    if n < minimum:
        return Result(n)
    middle, slow = quantile_interval(known, 0.5), quantile_interval(known, 0.9)
    if middle is None or slow is None:
        return Result(n)
    return Result(
        n,
        middle.value,
        middle.low,
        middle.high,
        middle.at_least,
        p90=slow.value,
        p90_low=slow.low,
        p90_high=slow.high,
        p90_at_least=slow.at_least,
    )


def _score(records: Sequence[Record], minimum: int) -> Result:
    sixtieths = [_sixtieths(one) for one in records if one.score is not None]
    kept = Moments.of(sixtieths)
    mean = mean_of_moments(kept, UNIT) if kept.n >= minimum else None
    return Result(kept.n) if mean is None else Result(kept.n, mean.mean, mean.low, mean.high)


def _sixtieths(record: Record) -> int:
    return round(_points(record) * UNIT)


def _points(record: Record) -> float:
    """On the scale of the measure."""
    score = record.score or 0.0
    return score / UNIT if record.kind is RecordKind.ANSWER else score


_FIGURES: Mapping[Measure, Callable[[Sequence[Record], int], Result]] = {
    Measure.COUNT: _count,
    Measure.SHARE: _share,
    Measure.MINUTES: _minutes,
    Measure.SCORE: _score,
}
# where a record has its value, and the one without external causes: none moves a count
_VALUES = {_COUNT: "id", _SHARE: "score", _MINUTES: "minutes", _SCORE: "score"}
_WITHOUT = {_SHARE: "score_without", _MINUTES: "minutes_without", _SCORE: "score_without"}


# ---- against a target, beside others


def in_measure(key: str, target: float) -> float:
    """A planned target in the figure's own measure: a share is planned in percent."""
    return target / 100 if CATALOGUE[key].measure is Measure.SHARE else target


def against(result: Result | None, target: float, direction: str) -> Against:
    """direction: "at_least" or "at_most"; target in the figure's measure (see `in_measure`)."""
    if result is None or result.value is None:
        return Against.NO_DATA
    low, high = _ends(result)
    if direction == "at_least":
        return _decided(low >= target, high is not None and high < target)
    if direction == "at_most":
        return _decided(high is not None and high <= target, low > target)
    raise ValueError(direction)


def _decided(met: bool, short: bool) -> Against:
    return Against.MET if met else Against.SHORT if short else Against.UNDECIDED


def _ends(result: Result) -> tuple[float, float | None]:
    """A count is its own interval."""
    if result.low is None:
        value = result.value or 0.0
        return value, value
    return result.low, result.high
