"""What a plan says, kept as rows; and small edits of it, which `dialogue.change` applies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Table, delete, insert

from models.appraisal.skp import plans
from models.appraisal.skp.content import Content, IndicatorContent, ResultContent
from models.appraisal.skp.plans import Indicator, Plan, Result
from models.appraisal.skp.tables import PerformancePlan, PlannedIndicator, PlannedResult
from models.appraisal.values import Value
from models.database import Transaction, table
from models.errors import Refused

Edit = Callable[[Content], Content]
_results, _indicators = table(PlannedResult), table(PlannedIndicator)


def content_of(plan: Plan) -> Content:
    """What a plan says, each part with the id of its row."""
    return Content(tuple(_result_content(one) for one in plan.results), plan.expectations)


def _result_content(one: Result) -> ResultContent:
    indicators = tuple(indicator_content(each) for each in one.indicators)
    return ResultContent(one.block, one.text, one.leader_result, indicators, one.id)


def indicator_content(one: Indicator) -> IndicatorContent:
    return IndicatorContent(
        one.aspect,
        one.text,
        one.target,
        one.measure,
        one.direction,
        one.source,
        one.indicator,
        one.id,
    )


# --- edits


def whole(content: Content) -> Edit:
    """Another content in the place of all; rows that say the same keep their ids."""
    return lambda before: _with_ids(before, content)


def add_result(result: ResultContent) -> Edit:
    return lambda content: replace(content, results=(*content.results, result))


def change_result(result_id: int, **changes: Any) -> Edit:
    """Other words, another block or another result of the leader's."""
    return lambda content: _each(content, result_id, lambda one: replace(one, **changes))


def remove_result(result_id: int) -> Edit:
    def edit(content: Content) -> Content:
        _find(content.results, result_id)
        kept = tuple(one for one in content.results if one.id != result_id)
        return replace(content, results=kept)

    return edit


def add_indicator(result_id: int, indicator: IndicatorContent) -> Edit:
    def edit(content: Content) -> Content:
        return _each(
            content, result_id, lambda one: replace(one, indicators=(*one.indicators, indicator))
        )

    return edit


def change_indicator(indicator_id: int, indicator: IndicatorContent) -> Edit:
    """Another indicator in the place of one."""
    return lambda content: _each_indicator(
        content, indicator_id, replace(indicator, id=indicator_id)
    )


def remove_indicator(indicator_id: int) -> Edit:
    return lambda content: _each_indicator(content, indicator_id, None)


def expect(value: Value, said: str) -> Edit:
    """What the leader expects of a behaviour; without words nothing particular."""
    return lambda content: replace(content, expectations={**content.expectations, value: said})


def result_of(content: Content, indicator_id: int) -> ResultContent:
    """The result that an indicator belongs to; refuses an id that is not in the plan."""
    for result in content.results:
        if any(one.id == indicator_id for one in result.indicators):
            return result
    raise Refused("skp-part-gone")


def _each(
    content: Content, result_id: int, change: Callable[[ResultContent], ResultContent]
) -> Content:
    _find(content.results, result_id)
    changed = tuple(change(one) if one.id == result_id else one for one in content.results)
    return replace(content, results=changed)


def _each_indicator(
    content: Content, indicator_id: int, instead: IndicatorContent | None
) -> Content:
    result = result_of(content, indicator_id)
    listed = (instead if one.id == indicator_id else one for one in result.indicators)
    kept = tuple(one for one in listed if one is not None)
    return _each(content, result.id or 0, lambda one: replace(one, indicators=kept))


def _find(results: Iterable[ResultContent], result_id: int) -> None:
    if not any(one.id == result_id for one in results):
        raise Refused("skp-part-gone")


def _with_ids(before: Content, content: Content) -> Content:
    """The ids of rows that say the same."""
    known = {_words(one.text): one for one in before.results}
    named = (_like(one, known.get(_words(one.text))) for one in _unnamed(content).results)
    return replace(content, results=tuple(named))


def _like(one: ResultContent, was: ResultContent | None) -> ResultContent:
    if was is None:
        return one
    known = {_kind(each): each.id for each in was.indicators}
    named = tuple(replace(each, id=known.get(_kind(each))) for each in one.indicators)
    return replace(one, id=was.id, indicators=named)


def _unnamed(content: Content) -> Content:
    """Without ids: those of a form or a file are not to be believed."""
    results = (
        replace(one, id=None, indicators=tuple(replace(each, id=None) for each in one.indicators))
        for one in content.results
    )
    return replace(content, results=tuple(results))


def _words(text: str) -> str:
    """Words as they are compared; in a plan no two results have the same (`content.checked`)."""
    return " ".join(text.split()).casefold()


def _kind(one: IndicatorContent | Indicator) -> tuple[str, ...]:
    """What makes an indicator the same one, whatever its target."""
    return (_words(one.text), one.measure, one.source.value, one.indicator or "")


# --- keeping


def store(tx: Transaction, plan: PerformancePlan, content: Content) -> None:
    """Put a content in the place of what an open plan said.

    Rows are taken away and put back, those that stay under the same id: nothing refers to a plan
    that is not agreed yet.
    """
    own = plans.plan(tx, plan.id or 0)
    was, above = _version_before(tx, plan), _of_leader(tx, plan)
    result_ids = {one.id for one in own.results}
    indicator_ids = {one.id for one in own.indicators}
    plan.expectations = {value.value: said for value, said in content.expectations.items()}
    tx.execute(delete(_indicators).where(_indicators.c.result_id.in_(result_ids)))
    tx.execute(delete(_results).where(_results.c.id.in_(result_ids)))
    for place, result in enumerate(content.results, 1):
        same = was.get(_words(result.text))
        values = {
            "plan_id": own.id,
            "place": place,
            "block": result.block.value,
            "text": result.text,
            "leader_result": result.leader_result,
            "leader_result_id": above.get(_words(result.leader_result)),
            "continues_id": same.id if same else None,
        }
        result_id = _put(tx, _results, result.id, result_ids, values)
        _store_indicators(tx, result_id, result.indicators, same, indicator_ids)


def _store_indicators(
    tx: Transaction,
    result_id: int,
    indicators: Iterable[IndicatorContent],
    before: Result | None,
    ids: set[int],
) -> None:
    known = {_kind(one): one.id for one in before.indicators} if before else {}
    for place, one in enumerate(indicators, 1):
        values = {
            "result_id": result_id,
            "place": place,
            "aspect": one.aspect.value,
            "text": one.text,
            "target": one.target,
            "measure": one.measure,
            "direction": one.direction.value,
            "source": one.source.value,
            "indicator": one.indicator,
            "continues_id": known.get(_kind(one)),
        }
        _put(tx, _indicators, one.id, ids, values)


def _put(
    tx: Transaction, into: Table, row_id: int | None, own: set[int], values: dict[str, Any]
) -> int:
    """A row back under its id, or a new one; an id of another plan is none of this one's."""
    named = values | {"id": row_id} if row_id in own else values
    key = tx.execute(insert(into).values(named)).inserted_primary_key
    return int(key[0]) if key else 0


def _version_before(tx: Transaction, plan: PerformancePlan) -> dict[str, Result]:
    """The results of the version that holds while this one is open, by their words."""
    holding = plans.holding(tx, plan.officer_id, plan.year)
    return {_words(one.text): one for one in holding.results} if holding else {}


def _of_leader(tx: Transaction, plan: PerformancePlan) -> dict[str, int]:
    """The leader's agreed results of the year, by their words."""
    above = plans.holding(tx, plan.leader_id, plan.year)
    return {_words(one.text): one.id for one in above.results} if above else {}
