"""One planned result of a plan: seen, added, changed, taken out."""

from __future__ import annotations

from typing import Any

from handlers import skp, skp_words
from handlers.clipping import clip
from handlers.message import Button, Lines, Text, button, rows
from handlers.skp_steps import taking_part
from handlers.turn import Kind, Turn, step
from models.appraisal.skp import dialogue, drafting, plans
from models.appraisal.skp.content import LEAST_WORDS, RESULT_LIMIT, ResultContent
from models.appraisal.skp.plans import Plan, Result
from models.appraisal.skp.tables import Block
from models.errors import Refused

NONE = "none"  # the result serves none of the leader's
LABEL = 60  # code units of a result on a button


# --- one result


def view(turn: Turn) -> None:
    """`skp-result:<plan>:<result>`."""
    turn.finish()
    show(turn, turn.integer(0), turn.integer(1))


def show(turn: Turn, plan_id: int, result_id: int) -> None:
    """A result with its indicators, and what may be changed in it."""
    plan = taking_part(turn, plan_id)
    result = part(plan, result_id)
    lines = [skp_words.indicator(one) for one in result.indicators]
    serves = Text("skp-result-serves", {"text": result.leader_result})
    turn.say(
        "skp-result",
        edit=True,
        number=result.place,
        block=Text(f"skp-block-{result.block}"),
        text=result.text,
        serves=serves if result.leader_result else Text("skp-result-serves-none"),
        indicators=Lines(lines or [Text("skp-result-bare")]),
        buttons=[*_buttons(plan, result), [button(Text("button-back"), "skp-plan", plan.id)]],
    )


def _buttons(plan: Plan, result: Result) -> list[list[Button]]:
    ids = (plan.id, result.id)
    indicators = [
        button(
            Text("button-skp-indicator", {"number": one.place}), "skp-indicator", plan.id, one.id
        )
        for one in result.indicators
    ]
    other = Block.ADDITIONAL if result.block is Block.MAIN else Block.MAIN
    return [
        *rows(indicators, 2),
        [button(Text("button-skp-indicator-add"), "skp-indicator-add", *ids)],
        [
            button(Text("button-skp-text"), "skp-text", *ids),
            button(Text("button-skp-above"), "skp-above", *ids),
        ],
        [
            button(Text(f"button-skp-to-{other}"), "skp-block", *ids, other.value),
            button(Text("button-skp-remove"), "skp-remove", *ids),
        ],
    ]


def part(plan: Plan, result_id: int) -> Result:
    """A result of this plan, and of no other."""
    found = next((one for one in plan.results if one.id == result_id), None)
    if found is None:
        raise Refused("skp-part-gone")
    return found


def change(turn: Turn, plan_id: int, edit: drafting.Edit) -> None:
    dialogue.change(turn.tx, plan_id, edit, turn.person_id, turn.at)


def block(turn: Turn) -> None:
    """`skp-block:<plan>:<result>:<block>`: to the other block."""
    plan_id, result_id = turn.integer(0), turn.integer(1)
    change(turn, plan_id, drafting.change_result(result_id, block=Block(turn.arguments[2])))
    show(turn, plan_id, result_id)


def remove(turn: Turn) -> None:
    """`skp-remove:<plan>:<result>`: asks once more, since its indicators go with it."""
    plan = taking_part(turn, turn.integer(0))
    result = part(plan, turn.integer(1))
    yes = [button(Text("button-skp-remove-yes"), "skp-remove-yes", plan.id, result.id)]
    back = [button(Text("button-back"), "skp-result", plan.id, result.id)]
    turn.say(
        "skp-remove-sure",
        edit=True,
        text=result.text,
        indicators=len(result.indicators),
        buttons=[yes, back],
    )


def remove_now(turn: Turn) -> None:
    """`skp-remove-yes:<plan>:<result>`."""
    plan_id = turn.integer(0)
    change(turn, plan_id, drafting.remove_result(turn.integer(1)))
    turn.pop_up("skp-removed")
    skp.show_plan(turn, plan_id)


# --- a new one, or other words: the block, the words, the leader's result


def add(turn: Turn) -> None:
    """`skp-add:<plan>`."""
    turn.ask("skp.block", plan=taking_part(turn, turn.integer(0)).id)


def text(turn: Turn) -> None:
    """`skp-text:<plan>:<result>`: other words for a result."""
    turn.ask("skp.text", **_existing(turn))


def above(turn: Turn) -> None:
    """`skp-above:<plan>:<result>`: another result of the leader's that it serves."""
    turn.ask("skp.above", **_existing(turn))


def _existing(turn: Turn) -> dict[str, Any]:
    plan = taking_part(turn, turn.integer(0))
    return {"plan": plan.id, "result": part(plan, turn.integer(1)).id}


def _ask_block(turn: Turn) -> None:
    choices = [turn.choice(Text(f"skp-block-name-{one}"), one.value) for one in Block]
    turn.say("skp-ask-block", edit=True, buttons=[choices, back(turn)])


def _take_block(turn: Turn) -> None:
    if chosen(turn):
        turn.ask("skp.text", **(turn.data | {"block": Block(turn.input.data).value}))


def _ask_text(turn: Turn) -> None:
    turn.say("skp-ask-text", edit=True, least=LEAST_WORDS, most=RESULT_LIMIT, buttons=[back(turn)])


def _take_text(turn: Turn) -> None:
    words = " ".join(turn.input.text.split())
    if "result" in turn.data:
        _changed(turn, text=words)
        return
    # what is wrong with the words is said now and not after the next question
    edit = drafting.add_result(ResultContent(Block(turn.data["block"]), words))
    dialogue.preview(turn.tx, turn.data["plan"], edit)
    turn.ask("skp.above", **(turn.data | {"text": words}))


def _ask_above(turn: Turn) -> None:
    """The leader's own results, or free words."""
    offered = _of_leader(turn)
    choices = [turn.choice(clip(one.text, LABEL), one.id) for one in offered]
    turn.say(
        "skp-ask-above" if offered else "skp-ask-above-free",
        edit=True,
        most=RESULT_LIMIT,
        buttons=[
            *rows(choices),
            [turn.choice(Text("button-skp-serves-none"), NONE)],
            back(turn),
        ],
    )


def _of_leader(turn: Turn) -> tuple[Result, ...]:
    plan = plans.plan(turn.tx, turn.data["plan"])
    found = plans.holding(turn.tx, plan.leader_id, plan.year)
    return found.results if found else ()


def _take_above(turn: Turn) -> None:
    words = _above_words(turn)
    if "result" in turn.data:
        _changed(turn, leader_result=words)
        return
    data = turn.data
    result = ResultContent(Block(data["block"]), data["text"], words)
    change(turn, data["plan"], drafting.add_result(result))
    turn.finish()
    made = max(one.id for one in plans.plan(turn.tx, data["plan"]).results)
    show(turn, data["plan"], made)


def _above_words(turn: Turn) -> str:
    if turn.input.kind is not Kind.BUTTON:
        return turn.input.text
    if turn.input.data == NONE:
        return ""
    known = {str(one.id): one.text for one in _of_leader(turn)}
    if turn.input.data not in known:
        raise Refused("skp-part-gone")
    return known[turn.input.data]


def _changed(turn: Turn, **changes: Any) -> None:
    plan_id, result_id = turn.data["plan"], turn.data["result"]
    change(turn, plan_id, drafting.change_result(result_id, **changes))
    turn.finish()
    show(turn, plan_id, result_id)


BLOCK = step(_ask_block, _take_block)
TEXT = step(_ask_text, _take_text, buttons=False)
ABOVE = step(_ask_above, _take_above)


def chosen(turn: Turn) -> bool:
    """Whether a button was pressed; words are answered by asking again."""
    if turn.input.kind is Kind.BUTTON:
        return True
    turn.say("complain-choose")
    turn.ask_again()
    return False


def back(turn: Turn) -> list[Button]:
    """To the result if there is one already, else to the plan."""
    plan_id, result_id = turn.data["plan"], turn.data.get("result")
    if result_id is None:
        return [button(Text("button-back"), "skp-plan", plan_id)]
    return [button(Text("button-back"), "skp-result", plan_id, result_id)]
