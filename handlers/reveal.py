"""Ask to be told who sent an anonymous complaint, with a reason; and the second person's word."""

from __future__ import annotations

from handlers.message import Text, When, button
from handlers.turn import Kind, Turn, step
from models.complaints import reveals
from models.complaints.queries import CaseView
from models.complaints.reveals import LEAST_REASON, MOST_REASON, Asked
from models.complaints.states import State
from models.people import Role

DECIDERS = (Role.ADMIN, Role.INSPECTOR)
ASKERS = (Role.HEAD, Role.INSPECTOR)


def offered(turn: Turn, case: CaseView) -> bool:
    """Whether this person may ask who sent the case."""
    return case.state is not State.WITHDRAWN and reveals.may_ask(turn.tx, case, turn.authority)


def begin(turn: Turn) -> None:
    """`case-reveal:<case>`: refused at once when it cannot be, before a word is written."""
    case, _ = reveals.check(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.ask("reveal.reason", case=case.id, ticket=case.ticket)


def _ask_reason(turn: Turn) -> None:
    stop = [[turn.choice(Text("button-stop"), "stop")]]
    turn.say("reveal-why", ticket=turn.data["ticket"], least=LEAST_REASON, buttons=stop)


def _take_reason(turn: Turn) -> None:
    said = turn.input.text.strip()
    if turn.input.kind is Kind.BUTTON:
        back = [[button(Text("button-case"), "case", turn.data["case"])]]
        turn.finish()
        turn.say("writing-stopped", edit=True, buttons=back)
    elif len(said) < LEAST_REASON:
        turn.say("text-too-short", least=LEAST_REASON)
    elif len(said) > MOST_REASON:
        turn.say("text-too-long", limit=MOST_REASON, length=len(said))
    else:
        asked = reveals.ask(turn.tx, turn.data["case"], turn.person_id, said, turn.at)
        back = [[button(Text("button-case"), "case", turn.data["case"])]]
        turn.finish()
        turn.say(
            "reveal-asked-done",
            ticket=asked.ticket,
            due=When(asked.expires_at, asked.zone),
            buttons=back,
        )


# --- the second person


def show(turn: Turn) -> None:
    """`reveal:<id>`: who asks and why, and the two answers."""
    asked = reveals.asked(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.say(
        "reveal-decide",
        edit=True,
        ticket=asked.ticket,
        name=asked.asker,
        unit=_unit(asked),
        reason=asked.reason,
        due=When(asked.expires_at, asked.zone),
        buttons=[
            [button(Text("button-reveal-yes"), "reveal-yes", asked.reveal_id)],
            [button(Text("button-reveal-no"), "reveal-no", asked.reveal_id)],
        ],
    )


def approve(turn: Turn) -> None:
    """`reveal-yes:<id>`."""
    _decide(turn, approve=True)


def refuse(turn: Turn) -> None:
    """`reveal-no:<id>`."""
    _decide(turn, approve=False)


def _decide(turn: Turn, *, approve: bool) -> None:
    asked = reveals.decide(turn.tx, turn.integer(0), turn.person_id, approve, turn.at)
    key = "reveal-approved-done" if approve else "reveal-refused-done"
    turn.say(key, edit=True, ticket=asked.ticket, name=asked.asker)


def _unit(asked: Asked) -> Text | str:
    return Text("the-inspectorate") if asked.supervisory else asked.unit_name


REASON = step(_ask_reason, _take_reason)
