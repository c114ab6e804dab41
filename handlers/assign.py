"""Giving a case to another officer of the unit, or back to the unit: two taps."""

from __future__ import annotations

from handlers import lists
from handlers.message import Button, Text, button
from handlers.turn import Turn
from models.complaints import handover
from models.complaints.handover import Candidate


def choose(turn: Turn) -> None:
    """`case-assign:<case>:<page>`: to whom."""
    case_id = turn.integer(0)
    found = handover.giving(turn.tx, case_id, turn.person_id, turn.at)
    listed = lists.paged(
        found.candidates,
        lists.page_number(turn, 1),
        lambda one: _button(case_id, one),
        "case-assign",
        case_id,
    )
    back_to = "button-case-return-inspected" if found.supervisory else "button-case-return"
    back = [[button(Text(back_to), "case-return", case_id)]]
    turn.say(
        "case-assign" if found.candidates else "case-assign-nobody",
        edit=len(turn.arguments) > 1,
        ticket=found.ticket,
        holder=found.holder_name or Text("case-held-by-nobody"),
        buttons=[
            *listed,
            *(back if found.holder_name else []),
            [button(Text("button-case"), "case", case_id)],
        ],
    )


def _button(case_id: int, one: Candidate) -> Button:
    label = Text("assign-label", {"name": one.name, "n": one.open_cases})
    return button(label, "case-assign-to", case_id, one.officer_id)


def give(turn: Turn) -> None:
    """`case-assign-to:<case>:<officer>`."""
    case_id = turn.integer(0)
    done, name = handover.assign(turn.tx, case_id, turn.person_id, turn.integer(1), turn.at)
    turn.say("case-assign-done", edit=True, ticket=done.ticket, name=name, buttons=_after(case_id))


def give_back(turn: Turn) -> None:
    """`case-return:<case>`."""
    case_id = turn.integer(0)
    done = handover.give_back(turn.tx, case_id, turn.person_id, turn.at)
    turn.say("case-return-done", edit=True, ticket=done.ticket, buttons=_after(case_id))


def _after(case_id: int) -> list[list[Button]]:
    return [[button(Text("button-case"), "case", case_id), button(Text("button-tasks"), "tasks")]]
