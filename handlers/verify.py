"""Verify a case: decide its class, by which its limits are set; and correct the class later."""

from __future__ import annotations

from collections.abc import Callable

from handlers import case_lines, cases
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Turn
from models.complaints import operations as complaints
from models.complaints import queries
from models.complaints.casework import Done
from models.complaints.limits import CaseClass
from models.complaints.queries import CaseView
from models.complaints.states import UNVERIFIED
from models.errors import Refused

ORDINARY = tuple(one for one in CaseClass if one is not CaseClass.SUPERVISORY)


def verify(turn: Turn) -> None:
    """`case-verify:<id>`: the classes with their limits."""
    _choose(turn, "case-verify")


def reclassify(turn: Turn) -> None:
    """`case-class:<id>`: the same for a case whose class was decided before."""
    _choose(turn, "case-class")


def _choose(turn: Turn, key: str) -> None:
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    cases.refuse_what_another_holds(turn, case)
    turn.say(
        key,
        ticket=case.ticket,
        name=case_lines.class_text(case.case_class),
        lines=Lines([_class_line(case, one) for one in _classes(case)]),
        buttons=[
            *rows(_class_button(case, one) for one in _classes(case)),
            *_to_inspectorate(case),
            [button(Text("button-case"), "case", case.case_id)],
        ],
    )


def _classes(case: CaseView) -> tuple[CaseClass, ...]:
    """Into the hands of the inspectorate, and out of them, leads another way."""
    return (CaseClass.SUPERVISORY,) if case.supervisory else ORDINARY


def _class_button(case: CaseView, one: CaseClass) -> Button:
    key = "button-class-now" if one is case.case_class else "button-class"
    label = Text(key, {"name": case_lines.class_text(one)})
    return button(label, "case-set-class", case.case_id, one.value)


def _class_line(case: CaseView, one: CaseClass) -> Text:
    limit = case_lines.limit_text(case.measure.limits, one)
    return Text("class-line", {"name": case_lines.class_text(one), "limit": limit})


def _to_inspectorate(case: CaseView) -> list[list[Button]]:
    if case.supervisory:
        return []
    return [[button(Text("button-case-refer"), "case-refer", case.case_id)]]


def decide(turn: Turn) -> None:
    """`case-set-class:<id>:<class>`."""
    case_class = _class_of(turn.arguments[1])
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    operation: Callable[..., Done] = complaints.reclassify
    key = "case-reclassified"
    if case.state in UNVERIFIED:
        operation, key = complaints.verify, "case-verified"
    cases.refuse_what_another_holds(turn, case)
    done = operation(turn.tx, case.case_id, turn.person_id, case_class, turn.at)
    after = queries.for_officer(turn.tx, case.case_id, turn.person_id, turn.at)
    turn.say(
        key,
        edit=True,
        ticket=done.ticket,
        name=case_lines.class_text(case_class),
        due=When(after.clocks.resolution.due, after.zone),
        buttons=_next(after),
    )


def _class_of(value: str) -> CaseClass:
    if value not in set(CaseClass):
        raise Refused("button-old")
    return CaseClass(value)


def _next(case: CaseView) -> list[list[Button]]:
    take = button(Text("button-case-take"), "case-take", case.case_id)
    row = cases.back(case.case_id)
    return [[take], row] if case.holder_name is None else [row]
