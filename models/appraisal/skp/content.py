"""What a plan says, apart from who agreed to it: one shape for chat, workbook, web form, template.

Pure. A draft may be unfinished (no result yet, a result without indicators); what is proposed is
whole. What is wrong is told with its place, so that each way in can point at it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from models import entries
from models.appraisal.indicators import CATALOGUE, Better, Measure
from models.appraisal.skp.tables import Aspect, Block, Direction, Source
from models.appraisal.values import Value
from models.errors import Refused

MOST_RESULTS = 20
MOST_INDICATORS = 6  # of one result
LEAST_WORDS = 5  # characters of a planned result or indicator
RESULT_LIMIT = 300
INDICATOR_LIMIT = 200
EXPECTATION_LIMIT = 300
MEASURE_LIMIT = 30
HIGHEST = 1_000_000_000
DECIMALS = 2
DOCUMENT = "dokumen"  # the measure of a document, whose target is 1
PERCENT = "%"
# A figure of the unit never stands in a person's plan.
OF_A_PERSON = tuple(key for key, one in CATALOGUE.items() if not one.of_unit)
MEASURES = {  # the measure of an indicator of the system, as the form has it
    Measure.COUNT: "kunjungan",
    Measure.SHARE: PERCENT,
    Measure.MINUTES: "menit kerja",
    Measure.SCORE: "nilai 1-4",
}
# What people also write for it; a count is of whatever is counted.
_ALSO = {
    Measure.SHARE: ("persen", "percent"),
    Measure.MINUTES: ("menit", "minutes", "working minutes"),
    Measure.SCORE: ("nilai", "skor", "score", "nilai 1–4"),
}
RANGES = {Measure.SHARE: (0.0, 100.0), Measure.SCORE: (1.0, 4.0)}


@dataclass(frozen=True, slots=True)
class IndicatorContent:
    aspect: Aspect
    text: str
    target: float  # in `measure`; a share in percent
    measure: str
    direction: Direction = Direction.AT_LEAST
    source: Source = Source.REPORTED
    indicator: str | None = None  # key of the catalogue, with source SYSTEM
    id: int | None = field(default=None, compare=False)  # of the row it is kept in

    def to_json(self) -> dict[str, Any]:
        return {
            "aspect": self.aspect.value,
            "text": self.text,
            "target": self.target,
            "measure": self.measure,
            "direction": self.direction.value,
            "source": self.source.value,
            "indicator": self.indicator,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        return cls(
            aspect=Aspect(stored["aspect"]),
            text=str(stored["text"]),
            target=float(stored["target"]),
            measure=str(stored["measure"]),
            direction=Direction(stored["direction"]),
            source=Source(stored["source"]),
            indicator=stored["indicator"],
        )


@dataclass(frozen=True, slots=True)
class ResultContent:
    block: Block
    text: str
    leader_result: str = ""  # the leader's result it serves, in words
    indicators: tuple[IndicatorContent, ...] = ()
    id: int | None = field(default=None, compare=False)

    def to_json(self) -> dict[str, Any]:
        return {
            "block": self.block.value,
            "text": self.text,
            "leader_result": self.leader_result,
            "indicators": [one.to_json() for one in self.indicators],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        return cls(
            block=Block(stored["block"]),
            text=str(stored["text"]),
            leader_result=str(stored["leader_result"]),
            indicators=tuple(IndicatorContent.from_json(one) for one in stored["indicators"]),
        )


@dataclass(frozen=True, slots=True)
class Content:
    """Planned results in their order, those of the main block first; and what the leader expects
    of behaviours, for those values that have such words (ekspektasi khusus pimpinan)."""

    results: tuple[ResultContent, ...] = ()
    expectations: Mapping[Value, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {
            "results": [one.to_json() for one in self.results],
            "expectations": {value.value: said for value, said in self.expectations.items()},
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The inverse; KeyError, TypeError or ValueError where it is something else."""
        return cls(
            tuple(ResultContent.from_json(one) for one in stored["results"]),
            expectations_of(stored.get("expectations", {})),
        )


def expectations_of(stored: Mapping[str, Any]) -> dict[Value, str]:
    """What the leader expects of behaviours, as it is kept; in the order of the values."""
    return {value: str(stored[value]) for value in Value if value in stored}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. result and indicator: places from 1; 0: the plan, or the result itself.
    Of an expectation the field is the value."""

    result: int
    indicator: int
    field: str  # of the dataclass; empty: the whole of it
    key: str
    values: Mapping[str, Any]


class WrongContent(Refused):
    """A plan that cannot be kept as it is: the first problem, and all of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        reason = {"text": first.key, "values": dict(first.values)}
        place = {"result": first.result, "indicator": first.indicator}
        super().__init__("skp-wrong" if first.result else "skp-wrong-whole", reason=reason, **place)
        if not first.result:
            self.values = {"reason": reason}
        self.problems = problems


def checked(content: Content, *, whole: bool = False) -> Content:
    """The content with its words cleaned and in order; WrongContent with everything that is wrong.

    whole: it must be fit to be proposed.
    """
    found = list(_of_plan(content, whole))
    results = []
    for number, result in enumerate(content.results, 1):
        made, wrong = _result(number, result, whole)
        results.append(made)
        found += wrong
    found += _twice(0, [one.text for one in results])
    expectations = _expectations(content.expectations, found)
    if found:
        raise WrongContent(tuple(found))
    ordered = sorted(results, key=lambda one: one.block is not Block.MAIN)
    return Content(tuple(ordered), expectations)


def system_indicator(
    key: str, target: float, text: str, aspect: Aspect, id: int | None = None
) -> IndicatorContent:
    """An indicator of the system: what it is measured in and which way is better are its own."""
    known = CATALOGUE.get(key)
    if known is None or key not in OF_A_PERSON:
        raise Refused("skp-indicator-unknown")
    return IndicatorContent(
        aspect, text, target, MEASURES[known.measure], direction_of(key), Source.SYSTEM, key, id
    )


def measure_of(key: str, said: str) -> str:
    """What an indicator of the system is measured in, if what was written means that."""
    known = CATALOGUE[key].measure
    fixed = MEASURES[known]
    if known is Measure.COUNT or said.casefold() in ("", fixed, *_ALSO[known]):
        return fixed
    raise Refused("skp-measure-fixed", measure=fixed)


def direction_of(key: str) -> Direction:
    return Direction.AT_LEAST if CATALOGUE[key].better is Better.HIGHER else Direction.AT_MOST


# --- the rules


def _of_plan(content: Content, whole: bool) -> Iterator[Problem]:
    if len(content.results) > MOST_RESULTS:
        yield Problem(0, 0, "", "skp-too-many-results", {"most": MOST_RESULTS})
    if whole and not any(one.block is Block.MAIN for one in content.results):
        yield Problem(0, 0, "", "skp-no-main-result", {})


def _twice(number: int, texts: list[str]) -> Iterator[Problem]:
    """The same words twice: of the plan's results (number 0), or of one result's indicators."""
    seen: set[str] = set()
    for place, text in enumerate(texts, 1):
        if text and text.casefold() in seen:
            result, indicator = (number, place) if number else (place, 0)
            yield Problem(result, indicator, "text", "skp-twice", {})
        seen.add(text.casefold())


def _expectations(said: Mapping[Value, str], found: list[Problem]) -> dict[Value, str]:
    """Those that say something, in the order of the values; what is wrong goes to `found`."""
    clean = {
        value: _words(0, 0, value.value, said[value], 0, EXPECTATION_LIMIT, found)
        for value in Value
        if value in said
    }
    return {value: words for value, words in clean.items() if words}


def _result(number: int, result: ResultContent, whole: bool) -> tuple[ResultContent, list[Problem]]:
    found: list[Problem] = []

    def read(name: str, least: int, most: int) -> str:
        return _words(number, 0, name, getattr(result, name), least, most, found)

    text = read("text", LEAST_WORDS, RESULT_LIMIT)
    leader_result = read("leader_result", 0, RESULT_LIMIT)
    if len(result.indicators) > MOST_INDICATORS:
        most = {"most": MOST_INDICATORS}
        found.append(Problem(number, 0, "", "skp-too-many-indicators", most))
    if whole and not result.indicators:
        found.append(Problem(number, 0, "", "skp-no-indicator", {}))
    indicators = []
    for place, indicator in enumerate(result.indicators, 1):
        made, wrong = _indicator(number, place, indicator)
        indicators.append(made)
        found += wrong
    found += _twice(number, [one.text for one in indicators])
    made_of = tuple(indicators)
    return replace(result, text=text, leader_result=leader_result, indicators=made_of), found


def _indicator(
    number: int, place: int, indicator: IndicatorContent
) -> tuple[IndicatorContent, list[Problem]]:
    found: list[Problem] = []

    def read(name: str, least: int, most: int) -> str:
        return _words(number, place, name, getattr(indicator, name), least, most, found)

    text = read("text", LEAST_WORDS, INDICATOR_LIMIT)
    measure = read("measure", 1, MEASURE_LIMIT)
    for name, key, values in (*_system(indicator), *_target(indicator)):
        found.append(Problem(number, place, name, key, values))
    return replace(indicator, text=text, measure=measure), found


Wrong = tuple[str, str, dict[str, Any]]


def _system(indicator: IndicatorContent) -> Iterator[Wrong]:
    """What an indicator of the system prescribes, and that only such a one names one."""
    if indicator.source is not Source.SYSTEM:
        if indicator.indicator is not None:
            yield "indicator", "skp-indicator-not-system", {}
        return
    if indicator.indicator not in OF_A_PERSON:
        yield "indicator", "skp-indicator-unknown", {}
        return
    known = CATALOGUE[indicator.indicator or ""]
    if indicator.measure.strip() != MEASURES[known.measure]:
        yield "measure", "skp-measure-fixed", {"measure": MEASURES[known.measure]}
    if indicator.direction is not direction_of(known.key):
        yield "direction", "skp-direction-fixed", {}


def _target(indicator: IndicatorContent) -> Iterator[Wrong]:
    low, high = range_of(indicator)
    target = indicator.target
    if not (math.isfinite(target) and low <= target <= high):
        yield "target", "skp-target-range", {"low": int(low), "high": int(high)}
    elif round(target, DECIMALS) != target:
        yield "target", "skp-target-decimals", {"decimals": DECIMALS}


def range_of(indicator: IndicatorContent) -> tuple[float, float]:
    """The least and the greatest target."""
    if indicator.source is Source.DOCUMENT:
        return 1.0, 1.0
    known = CATALOGUE.get(indicator.indicator or "")
    if known is not None:
        return RANGES.get(known.measure, (0.0, float(HIGHEST)))
    return (0.0, 100.0) if indicator.measure.strip() == PERCENT else (0.0, float(HIGHEST))


def _words(
    number: int,
    place: int,
    name: str,
    text: str,
    least: int,
    most: int,
    found: list[Problem],
) -> str:
    """Words on one line; what is wrong with them goes to `found`."""
    clean = ""
    try:
        clean = entries.note(" ".join(text.split()), most)
        if len(clean) < least:
            raise Refused("skp-words-short", least=least)
    except Refused as refused:
        found.append(Problem(number, place, name, refused.key, refused.values))
    return clean
