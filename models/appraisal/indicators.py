"""The indicators of the system: what is counted of an officer's work, how, and how sure it is.

Pure: standard library only, so that a frozen figure can be computed again from its inputs alone, to
the last digit, on any machine. Nothing here rates anybody: a figure stands beside a target, and
people decide. Missing is never zero: below its minimum an indicator has no value.

Values: a count is a number, a share 0 to 1, a length of time in working minutes, a score 1 to 4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from math import fsum, isfinite
from typing import Any

from models.statistics import (
    MINIMUM,
    Length,
    Moments,
    mean_of_moments,
    quantile_interval,
    wilson,
)

FORMULA = 1  # the version in use; a frozen figure keeps its own
UNIT = 60  # a score is kept in sixtieths of a point, as those of the survey are
PRIOR = 10  # records that the unit's others count for in a shrunk value
OTHERS = 2  # other officers at least, each with the minimum, before their figure is told


class Measure(StrEnum):
    COUNT = "count"
    SHARE = "share"  # 0 to 1
    MINUTES = "minutes"  # working minutes; the value is the median
    SCORE = "score"  # 1 to 4


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"


class RecordKind(StrEnum):
    VISIT = "visit"
    CASE = "case"
    RATING = "rating"
    ANSWER = "answer"  # a survey answer; id of the response


class Against(StrEnum):
    """A figure against its target, by the interval."""

    MET = "met"
    SHORT = "short"
    UNDECIDED = "undecided"  # the interval holds the target
    NO_DATA = "no_data"


class Standing(StrEnum):
    """A figure beside that of others. There are no ranks."""

    BETTER = "better"
    WORSE = "worse"
    NOT_DISTINGUISHABLE = "not_distinguishable"


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


@dataclass(frozen=True, slots=True)
class Record:
    """One visit, case, rating or survey answer; None where it says nothing for the indicator.

    score: of a share 0 (not reached) to 1, between them where lateness is shared out; of a rating 1
    to 4; of a survey answer the element's score in sixtieths (60 to 240).
    minutes: working minutes. running: it still runs, `minutes` so far.
    *_without: the same with the time of external causes left out; None if there were none.
    set_aside: a contest of it was accepted.
    """

    kind: RecordKind
    id: int
    score: float | None = None
    minutes: float | None = None
    running: bool = False
    score_without: float | None = None
    minutes_without: float | None = None
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class Others:
    """The unit without this officer. officers: how many others have the minimum of records."""

    n: int = 0
    value: float | None = None
    officers: int = 0
    without: Others | None = None  # with causes and contests left out; None: there were none


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a figure is computed from."""

    records: tuple[Record, ...] = ()
    others: Others = Others()

    def to_json(self) -> dict[str, Any]:
        return {
            "records": [_filled(one) for one in sorted(self.records, key=_place)],
            "others": _others_json(self.others),
        }

    @classmethod
    def from_json(cls, data: object) -> Inputs:
        """ValueError if it is not what `to_json` makes."""
        read = _mapping(data, {"records", "others"})
        if not isinstance(read["records"], list):
            raise ValueError("records")
        return cls(tuple(map(_record, read["records"])), _others(read["others"]))


@dataclass(frozen=True, slots=True)
class Result:
    """A figure. Ends are those of a 95 % interval; a `high` of None with a value is open, or, with
    `low` None too, there is no interval (a count). at_least: it would rise with what still runs.

    unit_value: of the unit's others; shrunk: the value drawn towards it.
    without: the figure with external causes and accepted contests left out; None: none were.
    """

    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    at_least: bool = False
    shrunk: float | None = None
    p90: float | None = None
    p90_low: float | None = None
    p90_high: float | None = None
    p90_at_least: bool = False
    unit_n: int = 0
    unit_value: float | None = None
    without: Result | None = None

    def to_json(self) -> dict[str, Any]:
        found = _filled(self)
        if self.without is not None:
            found["without"] = self.without.to_json()
        return found

    @classmethod
    def from_json(cls, data: object) -> Result:
        """ValueError if it is not what `to_json` makes."""
        return _result(data)


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
    without = _result_of(
        indicator, _without(inputs.records), inputs.others.without or inputs.others
    )
    found = _result_of(indicator, inputs.records, inputs.others)
    touched = any(map(_touched, inputs.records))
    return _with(found, without) if touched else found


def others_of(key: str, by_officer: Iterable[Sequence[Record]]) -> Others:
    """The unit without an officer, from the records of each of the others."""
    indicator = _known(key, FORMULA)
    each = [list(records) for records in by_officer]
    together = [record for records in each for record in records]
    found = _summed(indicator, each)
    if not any(map(_touched, together)):
        return found
    left = _summed(indicator, [_without(records) for records in each])
    return Others(found.n, found.value, found.officers, left)


def _summed(indicator: Indicator, each: Sequence[Sequence[Record]]) -> Others:
    figure = _FIGURES[indicator.measure](
        [record for records in each for record in records], indicator.minimum
    )
    enough = sum(_n(indicator, records) >= indicator.minimum for records in each)
    return Others(figure.n, figure.value, enough)


def _n(indicator: Indicator, records: Sequence[Record]) -> int:
    return _FIGURES[indicator.measure](records, indicator.minimum).n


def _known(key: str, formula: int) -> Indicator:
    indicator = CATALOGUE.get(key)
    if indicator is None or formula != FORMULA:
        raise ValueError(f"no formula {formula} of {key!r}")
    return indicator


def _result_of(indicator: Indicator, records: Sequence[Record], others: Others) -> Result:
    figure = _FIGURES[indicator.measure](records, indicator.minimum)
    known = indicator.of_unit or others.officers >= OTHERS
    if not known or others.n < indicator.minimum or others.value is None:
        return figure
    return Result(
        figure.n,
        figure.value,
        figure.low,
        figure.high,
        figure.at_least,
        _shrunk(indicator, figure, others.value),
        figure.p90,
        figure.p90_low,
        figure.p90_high,
        figure.p90_at_least,
        others.n,
        others.value,
    )


def _with(found: Result, without: Result) -> Result:
    kept = {field.name: getattr(found, field.name) for field in fields(Result)}
    return Result(**{**kept, "without": without})


def _shrunk(indicator: Indicator, figure: Result, others: float) -> float | None:
    if figure.value is None or indicator.measure is Measure.COUNT:
        return None
    return shrunk(figure.value, figure.n, others)


def shrunk(value: float, n: int, others: float) -> float:
    """(n·x + m·u) / (n + m), m = `PRIOR`: always between the officer's value and the others'."""
    found = (n * value + PRIOR * others) / (n + PRIOR)
    return min(max(found, min(value, others)), max(value, others))


def _touched(record: Record) -> bool:
    left = (record.score_without, record.minutes_without)
    return record.set_aside or left != (None, None)


def _without(records: Iterable[Record]) -> list[Record]:
    return [
        _left(record) if _touched(record) else record for record in records if not record.set_aside
    ]


def _left(record: Record) -> Record:
    score, minutes = record.score_without, record.minutes_without
    return Record(
        record.kind,
        record.id,
        record.score if score is None else score,
        record.minutes if minutes is None else minutes,
        record.running,
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
    score = record.score or 0
    return round(score if record.kind is RecordKind.ANSWER else score * UNIT)


_FIGURES: Mapping[Measure, Callable[[Sequence[Record], int], Result]] = {
    Measure.COUNT: _count,
    Measure.SHARE: _share,
    Measure.MINUTES: _minutes,
    Measure.SCORE: _score,
}


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


def standing(key: str, result: Result, others: Result) -> Standing:
    """Beside another figure: told apart only where the intervals do not overlap."""
    if result.value is None or others.value is None:
        return Standing.NOT_DISTINGUISHABLE
    (low, high), (other_low, other_high) = _ends(result), _ends(others)
    above = other_high is not None and low > other_high
    below = high is not None and high < other_low
    if not above and not below:
        return Standing.NOT_DISTINGUISHABLE
    better = above == (CATALOGUE[key].better is Better.HIGHER)
    return Standing.BETTER if better else Standing.WORSE


def flagged(key: str, result: Result | None, target: float) -> bool:
    """Clearly worse than the target: a reason to look, by people."""
    return against(result, target, _DIRECTION[CATALOGUE[key].better]) is Against.SHORT


def praised(key: str, result: Result | None, target: float) -> bool:
    """Clearly better than the target."""
    other = Better.LOWER if CATALOGUE[key].better is Better.HIGHER else Better.HIGHER
    return against(result, target, _DIRECTION[other]) is Against.SHORT


_DIRECTION = {Better.HIGHER: "at_least", Better.LOWER: "at_most"}


# ---- JSON


def _place(record: Record) -> tuple[str, int]:
    return record.kind, record.id


def _filled(one: Record | Result | Others) -> dict[str, Any]:
    """Without what is as by default, so that it stays short."""
    found = {field.name: getattr(one, field.name) for field in fields(one)}
    default = {field.name: field.default for field in fields(one)}
    return {name: value for name, value in found.items() if value != default[name]}


def _others_json(others: Others) -> dict[str, Any]:
    found = _filled(others)
    if others.without is not None:
        found["without"] = _others_json(others.without)
    return found


def _mapping(data: object, names: set[str], needed: set[str] | None = None) -> dict[str, Any]:
    if not isinstance(data, dict) or not set(data) <= names:
        raise ValueError(f"not of {sorted(names)}: {data!r:.80}")
    if not (names if needed is None else needed) <= set(data):
        raise ValueError(f"incomplete: {data!r:.80}")
    return data


def _number(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError(f"not a number: {value!r:.80}")
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"not a whole number: {value!r:.80}")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"not true or false: {value!r:.80}")
    return value


def _kind(value: object) -> RecordKind:
    return RecordKind(str(value))


def _record(data: object) -> Record:
    read = _mapping(data, set(_RECORD), {"kind", "id"})
    return Record(**{name: _RECORD[name](value) for name, value in read.items()})


def _others(data: object) -> Others:
    read = _mapping(data, set(_OTHERS), set())
    return Others(**{name: _OTHERS[name](value) for name, value in read.items()})


def _result(data: object) -> Result:
    read = _mapping(data, set(_RESULT), {"n"})
    return Result(**{name: _RESULT[name](value) for name, value in read.items()})


_RECORD: Mapping[str, Callable[[object], Any]] = {
    "kind": _kind,
    "id": _whole,
    "score": _number,
    "minutes": _number,
    "running": _flag,
    "score_without": _number,
    "minutes_without": _number,
    "set_aside": _flag,
}
_OTHERS: Mapping[str, Callable[[object], Any]] = {
    "n": _whole,
    "value": _number,
    "officers": _whole,
    "without": _others,
}
_RESULT: Mapping[str, Callable[[object], Any]] = {
    "n": _whole,
    "value": _number,
    "low": _number,
    "high": _number,
    "at_least": _flag,
    "shrunk": _number,
    "p90": _number,
    "p90_low": _number,
    "p90_high": _number,
    "p90_at_least": _flag,
    "unit_n": _whole,
    "unit_value": _number,
    "without": _result,
}
