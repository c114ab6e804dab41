"""What an officer does with a case: take, answer, ask back, hand over, turn down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from handlers import cases, clipping, drafting, evidence, lists, uploads
from handlers.masked import without_reporter
from handlers.message import Text, button, rows
from handlers.turn import Kind, Turn, step
from models import offices
from models.complaints import handover, queries
from models.complaints import operations as complaints
from models.complaints.casework import Done
from models.complaints.operations import LEAST_EXPLANATION, Reason
from models.complaints.queries import CaseView
from models.offices import Unit
from models.people import Role


def take(turn: Turn) -> None:
    if turn.has(Role.INSPECTOR):  # a supervisory case is read, for a reason, before it is taken
        queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    done = complaints.take(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.pop_up("case-taken", ticket=done.ticket)
    cases.show(turn, done.case_id)


# --- answering and asking back


def answer(turn: Turn) -> None:
    _open(turn, "case.answer")


def ask_back(turn: Turn) -> None:
    _open(turn, "case.ask")


def _open(turn: Turn, name: str) -> None:
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    cases.refuse_what_another_holds(turn, case)
    turn.ask(
        name,
        case=case.case_id,
        ticket=case.ticket,
        unit=case.unit_id,
        unit_name=case.unit_name,
        sender=case.sender_name,
        since=turn.at.isoformat(),
    )


def _take_answer(turn: Turn) -> None:
    _send(turn, complaints.answer, "case-answered", public=True)


def _take_question(turn: Turn) -> None:
    _send(turn, complaints.ask_back, "case-asked")


def _send(turn: Turn, operation: Callable[..., Done], key: str, *, public: bool = False) -> None:
    """public: followers read it too."""
    said = drafting.take(turn)
    if said is None or _somebody_wrote(turn):
        return
    sent = uploads.uploads(turn)
    shown = {"public": _public(turn, said)} if public else {}
    done = operation(turn.tx, turn.data["case"], turn.person_id, said, turn.at, sent, **shown)
    _finish(turn, done, key)


def _public(turn: Turn, said: str) -> str:
    return without_reporter(said, turn.data.get("sender"))


def _somebody_wrote(turn: Turn) -> bool:
    """Whether a colleague has written to the citizen since the draft was begun: then it is asked
    once more whether to send it. (A draft of an older version does not know when it was begun.)"""
    since = datetime.fromisoformat(turn.data.get("since", turn.at.isoformat()))
    name = complaints.written_since(turn.tx, turn.data["case"], turn.person_id, since, turn.at)
    if name is None:
        return False
    turn.pop_up("draft-written-since", modal=True, name=name)
    turn.ask_again(since=turn.at.isoformat())
    return True


def _finish(turn: Turn, done: Done, key: str, **values: Any) -> None:
    """The preview becomes the record of what was sent."""
    evidence.keep(turn.tx, done)
    said = clipping.clip(str(turn.data.get("said", "")), drafting.SHOWN)
    turn.finish()
    turn.say(
        key,
        edit=True,
        ticket=done.ticket,
        said=said,
        buttons=[cases.back(done.case_id)],
        **values,
    )


# --- handing over


def hand(turn: Turn) -> None:
    """`case-hand:<case>:<page>`: the units it could belong to, those of the own office first."""
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    cases.refuse_what_another_holds(turn, case)
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
    outcome = Text(f"outcome-{turn.data['outcome']}")
    drafting.ask(turn, "case-reject", outcome=outcome, least=LEAST_EXPLANATION)


def _take_reject(turn: Turn) -> None:
    said = drafting.take(turn)
    if said is None or _somebody_wrote(turn):
        return
    outcome = turn.data["outcome"]
    done = complaints.reject(
        turn.tx,
        turn.data["case"],
        turn.person_id,
        outcome,
        said,
        turn.at,
        public=_public(turn, said),
    )
    _finish(turn, done, "case-rejected", outcome=Text(f"outcome-{outcome}"))


ANSWER = step(lambda turn: drafting.ask(turn, "case-answer"), _take_answer, *drafting.ACCEPTED)
ASK = step(lambda turn: drafting.ask(turn, "case-ask"), _take_question, *drafting.ACCEPTED)
REASON = step(_ask_reason, _take_reason)
REJECT = step(_ask_reject, _take_reject)
