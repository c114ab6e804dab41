"""A performance plan in words: its results, indicators, targets, its state and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handlers.clipping import clip
from handlers.message import Lines, Number, Text, When
from models.appraisal.indicators import CATALOGUE
from models.appraisal.leaders import Standing
from models.appraisal.skp.content import IndicatorContent, WrongContent
from models.appraisal.skp.differences import Difference, Expected
from models.appraisal.skp.plans import Indicator, Plan, Result, Taken
from models.appraisal.skp.tables import Block, Direction, PlanState, Side, Source
from models.appraisal.values import Value

SHORT = 160  # code units of a result in the list of all
PLAN_LIMIT = 2600  # of all results together in one message; longer ones are shortened
DIFFERENCES_SHOWN = 20
_TARGETS = {
    Direction.AT_LEAST: "skp-target-at-least",
    Direction.AT_MOST: "skp-target-at-most",
}


def side_of(standing: Standing) -> Side | None:
    """Whose turn a reader's turn is; None: only reads."""
    return {Standing.OWN: Side.OFFICER, Standing.LEADER: Side.LEADER}.get(standing)


def state(plan: Plan) -> Text:
    """'menunggu persetujuan atasan', 'disetujui'."""
    if not plan.open:
        return Text(f"skp-state-{plan.state}")
    return Text(f"skp-state-{plan.state}-{plan.holder}")


def next_step(plan: Plan, side: Side | None) -> Text:
    """What the reader can do now, or whom it waits for."""
    if plan.open and side is not None:
        return Text(f"skp-next-{plan.state}" if plan.holder is side else "skp-next-wait")
    return Text("skp-next-agreed" if plan.state is PlanState.AGREED else "skp-next-none")


def number(value: float) -> Number:
    """With as many decimals as it has."""
    for decimals in (0, 1):
        if round(value, decimals) == value:
            return Number(value, decimals)
    return Number(value, 2)


def target(one: Indicator | IndicatorContent) -> Text:
    """'paling sedikit 90 %'; of a document that it is there."""
    if one.source is Source.DOCUMENT:
        return Text("skp-target-document")
    values = {"value": number(one.target), "measure": measure(one)}
    return Text(_TARGETS[one.direction], values)


def measure(one: Indicator | IndicatorContent) -> Text | str:
    """In the reader's language where the system counts it."""
    known = CATALOGUE.get(one.indicator or "")
    return Text(f"skp-measure-{known.measure}") if known else one.measure


def indicator(one: Indicator | IndicatorContent) -> Text:
    return Text(
        "skp-indicator-line",
        {
            "aspect": Text(f"skp-aspect-{one.aspect}"),
            "text": one.text,
            "target": target(one),
            "source": Text(f"skp-source-{one.source}"),
        },
    )


def results(plan: Plan) -> Lines:
    """All of the plan, by blocks; shortened where it would not be one message."""
    whole = sum(
        len(one.text) + sum(len(i.text) + 60 for i in one.indicators) for one in plan.results
    )
    most = SHORT if whole > PLAN_LIMIT else PLAN_LIMIT
    lines: list[Text] = []
    for block in Block:
        listed = [one for one in plan.results if one.block is block]
        if listed:
            lines.append(Text(f"skp-block-{block}"))
        for one in listed:
            lines += _result(one, most)
    if not lines:
        lines.append(Text("skp-no-results"))
    if plan.expectations:
        lines.append(Text("skp-expected-of", {"n": len(plan.expectations), "of": len(Value)}))
    return Lines(lines)


def behaviours(plan: Plan) -> Lines:
    """The seven values, each with what the leader expects, as far as there is something."""
    return Lines([_behaviour(number, one, plan) for number, one in enumerate(Value, 1)])


def _behaviour(number: int, value: Value, plan: Plan) -> Text:
    named = {"number": number, "value": Text(f"value-{value}")}
    said = plan.expectations.get(value)
    if said is None:
        return Text("skp-behaviour-line", named)
    return Text("skp-behaviour-expected", {**named, "words": said})


def _result(one: Result, most: int) -> Iterator[Text]:
    yield Text("skp-result-line", {"number": one.place, "text": clip(one.text, most)})
    if most != SHORT:
        if one.leader_result:
            yield Text("skp-result-serves", {"text": one.leader_result})
        yield from (indicator(each) for each in one.indicators)
    elif one.indicators:
        yield Text("skp-result-indicators", {"n": len(one.indicators)})
    if not one.indicators:
        yield Text("skp-result-bare")


def step(taken: Taken, zone: str) -> Text:
    """'Sen 23 Nov 09.00: Sari mengusulkan.', with the words if there are any."""
    values = {"at": When(taken.at, zone, "long-day-clock"), "by": taken.by}
    line = Text(f"skp-step-{taken.step}", values)
    return Text("skp-step-words", {"line": line, "words": taken.words}) if taken.words else line


def differences(found: Iterable[Difference | Expected]) -> Lines:
    """What differs, line by line; of many the first and how many more."""
    listed = list(found)
    lines = [_difference(one) for one in listed[:DIFFERENCES_SHOWN]]
    more = len(listed) - DIFFERENCES_SHOWN
    if more > 0:
        lines.append(Text("skp-differences-more", {"n": more}))
    return Lines(lines or [Text("skp-differences-none")])


def _difference(one: Difference | Expected) -> Text:
    if isinstance(one, Expected):
        values = {"value": Text(f"value-{one.value}"), "words": one.words}
        return Text(f"skp-difference-expected-{one.what}", values)
    result = clip(one.result.text, SHORT)
    if one.was is None and one.now is None:
        return Text(f"skp-difference-result-{one.what}", {"text": result})
    told = {name: indicator(each) for name, each in (("was", one.was), ("now", one.now)) if each}
    return Text(f"skp-difference-{one.what}", {"result": result, **told})


def problems(wrong: WrongContent, most: int = 15) -> Lines:
    """Everything that keeps a plan from being proposed."""
    lines = []
    for one in wrong.problems[:most]:
        reason = Text(one.key, dict(one.values))
        place = {"result": one.result, "indicator": one.indicator, "reason": reason}
        lines.append(Text("skp-wrong", place) if one.result else reason)
    return Lines(lines)
