"""The web form of a whole plan: rows as they stand in the browser, and the plan's content.

Rows are added and taken away by named buttons, each a round trip: the form comes back with all that
was written, whether it can be read or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from bot.web.pages.asked import Fields
from models.appraisal.indicators import CATALOGUE
from models.appraisal.skp import amounts
from models.appraisal.skp.content import (
    DOCUMENT,
    MEASURES,
    MOST_INDICATORS,
    MOST_RESULTS,
    OF_A_PERSON,
    Content,
    IndicatorContent,
    Problem,
    ResultContent,
    WrongContent,
    direction_of,
)
from models.appraisal.skp.tables import Aspect, Block, Direction, Source
from models.appraisal.values import Value
from models.errors import Refused

SYSTEM = f"{Source.SYSTEM.value}:"
SOURCES = (
    Source.REPORTED.value,
    Source.DOCUMENT.value,
    *(f"{SYSTEM}{key}" for key in OF_A_PERSON),
)
"""What can be chosen as the source of a realisation; an indicator of the system by its key."""
EXPECTS = "e-"  # before the value, in the name of a field
_RESULT = re.compile(r"r(\d{1,2})-text")
_INDICATOR = re.compile(r"r(\d{1,2})-i(\d{1,2})-text")
_BUTTON = re.compile(r"(add|remove)(?:-(main|additional)|:(\d{1,2})(?::(\d{1,2}))?)")


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """As it was typed."""

    aspect: str = Aspect.QUANTITY.value
    text: str = ""
    target: str = ""
    measure: str = ""
    direction: str = Direction.AT_LEAST.value
    source: str = Source.REPORTED.value


@dataclass(frozen=True, slots=True)
class ResultRow:
    block: str = Block.MAIN.value
    text: str = ""
    leader_result: str = ""
    indicators: tuple[IndicatorRow, ...] = ()


Rows = tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong, at the fields' names in the form."""

    fields: Mapping[str, Refused] = field(default_factory=dict)

    @classmethod
    def of(cls, error: Refused | None) -> Wrong:
        if not isinstance(error, WrongContent):
            return cls()
        found: dict[str, Refused] = {}
        for one in error.problems:
            found.setdefault(_name(one), Refused(one.key, **one.values))
        return cls(found)


def _name(problem: Problem) -> str:
    """Of the field a problem stands at; what is of a whole part stands at its words."""
    if not problem.result:
        return f"{EXPECTS}{problem.field}" if problem.field else "plan"
    result = f"r{problem.result - 1}"
    if not problem.indicator:
        return f"{result}-{problem.field or 'text'}"
    named = "source" if problem.field == "indicator" else problem.field or "text"
    return f"{result}-i{problem.indicator - 1}-{named}"


# --- from the form


def rows_of(form: Fields) -> Rows:
    """What was sent, in its order."""
    numbers = sorted({int(found[1]) for name in form if (found := _RESULT.fullmatch(name))})
    return tuple(_result_row(form, number) for number in numbers)


def _result_row(form: Fields, number: int) -> ResultRow:
    found = (_INDICATOR.fullmatch(name) for name in form)
    places = sorted({int(one[2]) for one in found if one and int(one[1]) == number})
    begin = f"r{number}-"
    return ResultRow(
        block=form.get(f"{begin}block", Block.MAIN.value),
        text=form.get(f"{begin}text", ""),
        leader_result=form.get(f"{begin}leader_result", ""),
        indicators=tuple(_indicator_row(form, f"{begin}i{place}-") for place in places),
    )


def _indicator_row(form: Fields, begin: str) -> IndicatorRow:
    names = IndicatorRow.__dataclass_fields__
    return IndicatorRow(**{name: form.get(begin + name, "") for name in names})


def pressed(rows: Rows, button: str) -> Rows | None:
    """The rows after a button that adds or takes away one; None: it is another button."""
    found = _BUTTON.fullmatch(button)
    if found is None:
        return None
    act, block, result, indicator = found.groups()
    if block is not None:
        return _added(rows, block) if act == "add" else rows
    edit: Callable[[ResultRow], ResultRow | None]
    edit = _longer if act == "add" else partial(_shorter, place=indicator)
    edited = (edit(row) if place == int(result) else row for place, row in enumerate(rows))
    return tuple(row for row in edited if row is not None)


def _added(rows: Rows, block: str) -> Rows:
    return rows if len(rows) >= MOST_RESULTS else (*rows, blank(block))


def blank(block: str) -> ResultRow:
    return ResultRow(block=block, indicators=(IndicatorRow(),))


def _longer(row: ResultRow) -> ResultRow:
    if len(row.indicators) >= MOST_INDICATORS:
        return row
    return replace(row, indicators=(*row.indicators, IndicatorRow()))


def _shorter(row: ResultRow, place: str | None) -> ResultRow | None:
    """Without an indicator; without a place it is the whole result that goes."""
    if place is None:
        return None
    kept = (one for number, one in enumerate(row.indicators) if number != int(place))
    return replace(row, indicators=tuple(kept))


# --- to and from content


def expected_of(form: Fields) -> dict[Value, str]:
    """What was written of each value."""
    return {value: form.get(f"{EXPECTS}{value}", "") for value in Value}


def content_of(rows: Rows, expected: Mapping[Value, str] | None = None) -> Content:
    """What the form says; WrongContent with every field that cannot be read. What can be read and
    may not be is for `content.checked`."""
    problems: list[Problem] = []
    results = tuple(_result(number, row, problems) for number, row in enumerate(rows, 1))
    if problems:
        raise WrongContent(tuple(problems))
    return Content(results, expected or {})


def _result(number: int, row: ResultRow, problems: list[Problem]) -> ResultContent:
    indicators = tuple(
        _indicator(number, place, one, problems) for place, one in enumerate(row.indicators, 1)
    )
    block = Block.ADDITIONAL if row.block == Block.ADDITIONAL else Block.MAIN
    return ResultContent(block, row.text, row.leader_result, indicators)


def _indicator(
    number: int, place: int, row: IndicatorRow, problems: list[Problem]
) -> IndicatorContent:
    """What the system measures has its own unit and direction; a document is there or not."""
    aspect = Aspect(row.aspect) if row.aspect in tuple(Aspect) else Aspect.QUANTITY
    if row.source == Source.DOCUMENT:
        way = Direction.AT_LEAST
        return IndicatorContent(aspect, row.text, 1.0, DOCUMENT, way, Source.DOCUMENT)
    target = 0.0
    try:
        target = amounts.number(row.target)
    except Refused as refused:
        problems.append(Problem(number, place, "target", refused.key, refused.values))
    key = row.source.removeprefix(SYSTEM) if row.source.startswith(SYSTEM) else None
    if key is None:
        at_most = row.direction == Direction.AT_MOST
        way = Direction.AT_MOST if at_most else Direction.AT_LEAST
        return IndicatorContent(aspect, row.text, target, row.measure, way)
    if key not in OF_A_PERSON:
        problems.append(Problem(number, place, "indicator", "skp-indicator-unknown", {}))
        return IndicatorContent(aspect, row.text, target, row.measure)
    measure = MEASURES[CATALOGUE[key].measure]
    return IndicatorContent(
        aspect, row.text, target, measure, direction_of(key), Source.SYSTEM, key
    )


def rows_from(content: Content, shown: Callable[[float], str]) -> Rows:
    """The rows of what a plan says; shown: writes a number as people do."""
    return tuple(
        ResultRow(
            block=result.block.value,
            text=result.text,
            leader_result=result.leader_result,
            indicators=tuple(_row(one, shown) for one in result.indicators),
        )
        for result in content.results
    )


def _row(one: IndicatorContent, shown: Callable[[float], str]) -> IndicatorRow:
    named = f"{SYSTEM}{one.indicator}" if one.indicator else one.source.value
    return IndicatorRow(
        aspect=one.aspect.value,
        text=one.text,
        target=shown(one.target),
        measure=one.measure,
        direction=one.direction.value,
        source=named,
    )
