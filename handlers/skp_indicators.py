"""An indicator of a planned result: where its figure comes from, its words, aspect and target."""

from __future__ import annotations

from typing import Any

from handlers import skp_parts, skp_words
from handlers.message import Text, button, rows, said
from handlers.skp_parts import back, change, chosen, part
from handlers.skp_steps import taking_part
from handlers.turn import Turn, step
from models.appraisal.indicators import CATALOGUE
from models.appraisal.skp import amounts, drafting
from models.appraisal.skp.content import (
    DOCUMENT,
    INDICATOR_LIMIT,
    LEAST_WORDS,
    OF_A_PERSON,
    IndicatorContent,
    direction_of,
    measure_of,
    system_indicator,
)
from models.appraisal.skp.plans import Indicator, Plan, Result
from models.appraisal.skp.tables import Aspect, Direction, Source
from models.errors import Refused

OFFICIAL = "id"  # a plan is written in Indonesian


# --- one indicator


def view(turn: Turn) -> None:
    """`skp-indicator:<plan>:<indicator>`."""
    turn.finish()
    plan, result, found = _named(turn)
    ids = (plan.id, found.id)
    changes = [
        button(Text("button-skp-target"), "skp-target", *ids),
        button(Text("button-skp-words"), "skp-words", *ids),
        button(Text("button-skp-aspect"), "skp-aspect", *ids),
    ]
    turn.say(
        "skp-indicator",
        edit=True,
        number=result.place,
        result=result.text,
        indicator=skp_words.indicator(found),
        buttons=[
            *rows(changes if found.source is not Source.DOCUMENT else changes[1:], 3),
            [button(Text("button-skp-remove"), "skp-indicator-remove", *ids)],
            [button(Text("button-back"), "skp-result", plan.id, result.id)],
        ],
    )


def remove(turn: Turn) -> None:
    """`skp-indicator-remove:<plan>:<indicator>`."""
    plan, result, found = _named(turn)
    change(turn, plan.id, drafting.remove_indicator(found.id))
    turn.pop_up("skp-removed")
    skp_parts.show(turn, plan.id, result.id)


def _named(turn: Turn) -> tuple[Plan, Result, Indicator]:
    """The indicator of the button, in its result and plan."""
    plan, indicator_id = taking_part(turn, turn.integer(0)), turn.integer(1)
    for result in plan.results:
        for one in result.indicators:
            if one.id == indicator_id:
                return plan, result, one
    raise Refused("skp-part-gone")


# --- a new one, or a change of one: `draft` is what the dialogue knows of it


def add(turn: Turn) -> None:
    """`skp-indicator-add:<plan>:<result>`."""
    plan = taking_part(turn, turn.integer(0))
    result = part(plan, turn.integer(1))
    turn.ask("skp.source", plan=plan.id, result=result.id, draft={})


def change_target(turn: Turn) -> None:
    """`skp-target:<plan>:<indicator>`."""
    _change(turn, "skp.target")


def change_words(turn: Turn) -> None:
    """`skp-words:<plan>:<indicator>`."""
    _change(turn, "skp.words")


def change_aspect(turn: Turn) -> None:
    """`skp-aspect:<plan>:<indicator>`."""
    _change(turn, "skp.aspect")


def _change(turn: Turn, named: str) -> None:
    plan, result, found = _named(turn)
    draft = drafting.indicator_content(found).to_json()
    turn.ask(named, plan=plan.id, result=result.id, indicator=found.id, draft=draft)


def _on(turn: Turn, following: str, **known: Any) -> None:
    """To the next question of a new indicator; one that is only changed is kept at once."""
    draft = turn.data["draft"] | known
    if following and "indicator" not in turn.data:
        turn.ask(following, **(turn.data | {"draft": draft}))
    else:
        _keep(turn, draft)


def _ask_source(turn: Turn) -> None:
    choices = [turn.choice(Text(f"button-skp-source-{one}"), one.value) for one in Source]
    turn.say("skp-ask-source", edit=True, buttons=[*rows(choices), back(turn)])


def _take_source(turn: Turn) -> None:
    if not chosen(turn):
        return
    source = Source(turn.input.data)
    following = "skp.indicator" if source is Source.SYSTEM else "skp.words"
    _on(turn, following, source=source.value)


def _ask_indicator(turn: Turn) -> None:
    choices = [turn.choice(Text(f"indicator-{key}"), key) for key in OF_A_PERSON]
    turn.say("skp-ask-indicator", edit=True, buttons=[*rows(choices), back(turn)])


def _take_indicator(turn: Turn) -> None:
    if not chosen(turn):
        return
    key = turn.input.data
    if key not in OF_A_PERSON:
        raise Refused("skp-indicator-unknown")
    words = said(OFFICIAL, Text(f"indicator-{key}"))
    _on(turn, "skp.aspect", indicator=key, text=words)


def _ask_words(turn: Turn) -> None:
    document = turn.data["draft"]["source"] == Source.DOCUMENT
    turn.say(
        "skp-ask-document" if document else "skp-ask-words",
        edit=True,
        least=LEAST_WORDS,
        most=INDICATOR_LIMIT,
        buttons=[back(turn)],
    )


def _take_words(turn: Turn) -> None:
    words = " ".join(turn.input.text.split())
    if not LEAST_WORDS <= len(words) <= INDICATOR_LIMIT:
        raise Refused("skp-words-between", least=LEAST_WORDS, most=INDICATOR_LIMIT)
    _on(turn, "skp.aspect", text=words)


def _ask_aspect(turn: Turn) -> None:
    choices = [turn.choice(Text(f"skp-aspect-{one}"), one.value) for one in Aspect]
    turn.say("skp-ask-aspect", edit=True, buttons=[*rows(choices, 2), back(turn)])


def _take_aspect(turn: Turn) -> None:
    if not chosen(turn):
        return
    document = turn.data["draft"]["source"] == Source.DOCUMENT
    _on(turn, "" if document else "skp.target", aspect=Aspect(turn.input.data).value)


def _ask_target(turn: Turn) -> None:
    draft = turn.data["draft"]
    key = draft.get("indicator")
    if key:
        measure = CATALOGUE[key].measure
        turn.say(f"skp-ask-target-{measure}", edit=True, words=draft["text"], buttons=[back(turn)])
    else:
        turn.say("skp-ask-target", edit=True, words=draft["text"], buttons=[back(turn)])


def _take_target(turn: Turn) -> None:
    _on(turn, "", **_target(turn.input.text, turn.data["draft"]))


def _target(text: str, draft: dict[str, Any]) -> dict[str, Any]:
    """Target, measure and direction as typed; what the system counts has its own."""
    amount, key = amounts.amount(text), draft.get("indicator")
    if key:
        if amount.direction not in (None, direction_of(key)):
            raise Refused("skp-direction-fixed")
        return {"target": amount.value, "measure": measure_of(key, amount.measure)}
    measure = amount.measure or draft.get("measure", "")
    if not measure:
        raise Refused("skp-measure-missing")
    direction = amount.direction or draft.get("direction", Direction.AT_LEAST)
    return {"target": amount.value, "measure": measure, "direction": str(direction)}


def _keep(turn: Turn, draft: dict[str, Any]) -> None:
    data = turn.data
    plan_id, result_id, made = data["plan"], data["result"], _made(draft)
    if "indicator" in data:
        change(turn, plan_id, drafting.change_indicator(data["indicator"], made))
    else:
        change(turn, plan_id, drafting.add_indicator(result_id, made))
    turn.finish()
    skp_parts.show(turn, plan_id, result_id)


def _made(draft: dict[str, Any]) -> IndicatorContent:
    aspect, text, source = Aspect(draft["aspect"]), draft["text"], Source(draft["source"])
    if source is Source.SYSTEM:
        return system_indicator(draft["indicator"], draft["target"], text, aspect)
    if source is Source.DOCUMENT:
        return IndicatorContent(aspect, text, 1.0, DOCUMENT, Direction.AT_LEAST, source)
    direction = Direction(draft["direction"])
    return IndicatorContent(aspect, text, draft["target"], draft["measure"], direction, source)


SOURCE = step(_ask_source, _take_source)
INDICATOR = step(_ask_indicator, _take_indicator)
WORDS = step(_ask_words, _take_words, buttons=False)
ASPECT = step(_ask_aspect, _take_aspect)
TARGET = step(_ask_target, _take_target, buttons=False)
