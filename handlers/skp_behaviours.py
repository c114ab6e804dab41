"""What the leader expects of the seven behaviours (ekspektasi khusus pimpinan): seen, written.

Like all of the plan it is written by either of the two who agree on it, in turn.
"""

from __future__ import annotations

from handlers import skp_words
from handlers.message import Text, button, rows
from handlers.skp_steps import taking_part
from handlers.turn import Kind, Turn, step
from models.appraisal.skp import dialogue, drafting, plans
from models.appraisal.skp.content import EXPECTATION_LIMIT
from models.appraisal.values import Value
from models.errors import Refused
from models.people import Officer

NONE = "none"


def view(turn: Turn) -> None:
    """`skp-behaviours:<plan>`."""
    turn.finish()
    show(turn, turn.integer(0))


def show(turn: Turn, plan_id: int) -> None:
    """The seven values with what is expected; buttons to write for whose turn it is."""
    plan, standing = plans.readable(turn.tx, plan_id, turn.person_id, turn.at)
    in_turn = plan.open and plan.holder is skp_words.side_of(standing)
    writing = [
        button(Text("button-skp-expect", {"value": Text(f"value-{one}")}), "skp-expect", plan.id, n)
        for n, one in enumerate(Value)
        if in_turn
    ]
    turn.say(
        "skp-behaviours",
        edit=True,
        year=str(plan.year),
        version=plan.version,
        behaviours=skp_words.behaviours(plan),
        buttons=[*rows(writing, 2), [button(Text("button-back"), "skp-plan", plan.id)]],
    )


def write(turn: Turn) -> None:
    """`skp-expect:<plan>:<place of the value, from 0>`."""
    plan, place = taking_part(turn, turn.integer(0)), turn.integer(1)
    if not 0 <= place < len(Value):
        raise Refused("not-for-you")
    turn.ask("skp.expectation", plan=plan.id, value=list(Value)[place].value)


def _ask(turn: Turn) -> None:
    plan, value = plans.plan(turn.tx, turn.data["plan"]), Value(turn.data["value"])
    back = [button(Text("button-back"), "skp-behaviours", plan.id)]
    clear = [turn.choice(Text("button-skp-expect-none"), NONE)]
    turn.say(
        "skp-ask-expectation",
        edit=True,
        name=turn.tx.session.get_one(Officer, plan.officer_id).name,
        value=Text(f"value-{value}"),
        now=plan.expectations.get(value) or Text("skp-expected-none"),
        most=EXPECTATION_LIMIT,
        buttons=[*([clear] if value in plan.expectations else []), back],
    )


def _take(turn: Turn) -> None:
    plan_id, value = turn.data["plan"], Value(turn.data["value"])
    words = "" if turn.input.kind is Kind.BUTTON else turn.input.text
    dialogue.change(turn.tx, plan_id, drafting.expect(value, words), turn.person_id, turn.at)
    turn.finish()
    show(turn, plan_id)


EXPECTATION = step(_ask, _take)
