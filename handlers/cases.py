"""What an officer does with a case: look, take, answer, ask back, hand over, turn down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers import case_files, evidence, lists, thread, uploads, writing
from handlers.message import Button, Rows, Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models import offices
from models.complaints import access, handover, queries
from models.complaints import operations as complaints
from models.complaints.casework import Done
from models.complaints.notices import officer_buttons
from models.complaints.operations import Reason
from models.complaints.queries import CaseView
from models.complaints.states import ENDED
from models.errors import Refused
from models.offices import Unit


def view(turn: Turn) -> None:
    """The button `case:<id>`."""
    _show(turn, turn.integer(0))


def _show(turn: Turn, case_id: int, key: str = "case-view", *, edit: bool = False) -> None:
    case = queries.for_officer(turn.tx, case_id, turn.person_id, turn.at)
    turn.say(
        key,
        edit=edit,
        ticket=case.ticket,
        unit=case.unit_name,
        category=Text(f"category-{case.category}"),
        state=Text(f"state-{case.state}"),
        holder=case.holder_name or Text("case-held-by-nobody"),
        said=case.text,
        where=_place(case),
        thread=thread.shown(case, officer="thread-officer", citizen="thread-citizen"),
        next=_due(case),
        buttons=_buttons(turn, case),
    )


def _place(case: CaseView) -> Text | str:
    if case.place:
        return case.place
    return Text("complain-place-unknown" if case.latitude is None else "complain-place-point")


def _buttons(turn: Turn, case: CaseView) -> Rows:
    can = officer_buttons(case.state, held=case.holder_name is not None)
    offered: list[list[Button]] = [
        [button(Text(f"button-{name}"), name, case.case_id) for name in row]
        for row in (can if _may_act(turn, case) else [])
    ]
    if case_files.case_files(case) or case.latitude is not None:
        offered.append([button(Text("button-case-files"), "case-files", case.case_id)])
    return [*offered, [button(Text("button-tasks"), "tasks")]]


def _due(case: CaseView) -> Text:
    """The limit that ends first, for who works on the case."""
    clock = case.clocks.next_due
    if clock is not None:
        key = f"due-{clock.name}{'-late' if clock.overdue else ''}".replace("_", "-")
        return Text(key, {"due": When(clock.due, case.zone)})
    return Text("due-ended" if case.state in ENDED else "due-citizen")


def _may_act(turn: Turn, case: CaseView) -> bool:
    """Nobody holds it, or this officer does, or leads the unit and may stand in."""
    own = turn.authority.officer
    if case.holder_name is None or (own is not None and own.id == case.holder_id):
        return True
    return access.may_lead(turn.authority, case, access.unit_of(turn.tx, case.unit_id))


def _refuse_what_another_holds(turn: Turn, case: CaseView) -> None:
    """Said before anything is written, not after."""
    if not _may_act(turn, case):
        raise Refused("case-taken-by", ticket=case.ticket, name=case.holder_name)


# --- taking


def take(turn: Turn) -> None:
    done = complaints.take(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.pop_up("case-taken", ticket=done.ticket)
    _show(turn, done.case_id)


# --- answering and asking back


def answer(turn: Turn) -> None:
    _open(turn, "case.answer")


def ask_back(turn: Turn) -> None:
    _open(turn, "case.ask")


def _open(turn: Turn, name: str) -> None:
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    _refuse_what_another_holds(turn, case)
    turn.ask(name, case=case.case_id, ticket=case.ticket)


def _asks(key: str) -> Callable[[Turn], None]:
    return lambda turn: writing.ask(turn, key, ticket=turn.data["ticket"])


def _take_answer(turn: Turn) -> None:
    _write(turn, complaints.answer, "case-answered")


def _take_question(turn: Turn) -> None:
    _write(turn, complaints.ask_back, "case-asked")


def _write(turn: Turn, operation: Callable[..., Done], key: str) -> None:
    said = writing.take(turn)
    if said is None:
        return
    sent = uploads.uploads(turn)
    done = operation(turn.tx, turn.data["case"], turn.person_id, said, turn.at, sent)
    _finish(turn, done, key)


def _finish(turn: Turn, done: Done, key: str, **values: Any) -> None:
    evidence.keep(turn.tx, done)
    turn.finish()
    case = button(Text("button-case"), "case", done.case_id)
    turn.say(
        key,
        ticket=done.ticket,
        buttons=[[case, button(Text("button-tasks"), "tasks")]],
        **values,
    )


# --- handing over


def hand(turn: Turn) -> None:
    """`case-hand:<case>:<page>`: the units it could belong to, those of the own office first."""
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    _refuse_what_another_holds(turn, case)
    listed = [
        *lists.paged(
            _others(turn, case),
            lists.page_number(turn, 1),
            lambda unit: button(unit.name, "case-to", case.case_id, unit.id),
            "case-hand",
            case.case_id,
        ),
        [button(Text("button-case"), "case", case.case_id)],
    ]
    turn.say("case-hand", edit=len(turn.arguments) > 1, ticket=case.ticket, buttons=listed)


def _others(turn: Turn, case: CaseView) -> list[Unit]:
    every = offices.units(turn.tx)
    home = next((unit.office_id for unit in every if unit.id == case.unit_id), 0)
    others = [unit for unit in every if unit.id != case.unit_id]
    return sorted(others, key=lambda unit: unit.office_id != home)


def hand_to(turn: Turn) -> None:
    """`case-to:<case>:<unit>`."""
    unit = offices.unit(turn.tx, turn.integer(1))
    done = handover.forward(turn.tx, turn.integer(0), turn.person_id, turn.integer(1), turn.at)
    turn.say(
        "case-handed",
        edit=True,
        ticket=done.ticket,
        unit=unit.name,
        buttons=[[button(Text("button-tasks"), "tasks")]],
    )


# --- turning down


def reject(turn: Turn) -> None:
    """Which reason, then the words the citizen reads."""
    _open(turn, "case.reason")


def _ask_reason(turn: Turn) -> None:
    choices = [turn.choice(Text(f"outcome-{outcome}"), outcome.value) for outcome in Reason]
    back = button(Text("button-case"), "case", turn.data["case"])
    turn.say("case-outcome", ticket=turn.data["ticket"], buttons=rows([*choices, back]))


def _take_reason(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON or turn.input.data not in set(Reason):
        turn.say("complain-choose")
        turn.ask_again()
        return
    turn.ask("case.reject", **(turn.data | {"outcome": turn.input.data}))


def _ask_reject(turn: Turn) -> None:
    turn.say(
        "case-reject",
        edit=True,
        ticket=turn.data["ticket"],
        outcome=Text(f"outcome-{turn.data['outcome']}"),
    )


def _take_reject(turn: Turn) -> None:
    done = complaints.reject(
        turn.tx,
        turn.data["case"],
        turn.person_id,
        turn.data["outcome"],
        turn.input.text,
        turn.at,
    )
    _finish(turn, done, "case-rejected", outcome=Text(f"outcome-{turn.data['outcome']}"))


ANSWER = step(_asks("case-answer"), _take_answer, *writing.ACCEPTED)
ASK = step(_asks("case-ask"), _take_question, *writing.ACCEPTED)
REASON = step(_ask_reason, _take_reason)
REJECT = step(_ask_reject, _take_reject)
