"""Hambatan luar: a second person reads a claim and decides; who claimed it says when it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from handlers import instants, lists
from handlers.instants import NOW
from handlers.message import Button, Lines, Rows, Text, When, button
from handlers.turn import Kind, Turn, step
from models.complaints import cause_claims, cause_notices, causes
from models.complaints.causes import CauseView, Standing, Undecided
from models.errors import Refused
from models.people import Role

DECIDERS = (Role.ADMIN, Role.INSPECTOR)


# --- the list of those that wait


def waiting(turn: Turn) -> None:
    """The button `causes[:<page>]`: what this person may decide, the first due first."""
    found = causes.undecided(turn.tx, turn.person_id, turn.at)
    page = max(0, lists.page_number(turn, 0))
    shown = found[page * lists.PAGE : (page + 1) * lists.PAGE]
    turn.say(
        "causes-waiting",
        edit=True,
        n=len(found),
        lines=Lines([_waits(one) for one in shown] or [Text("causes-none")]),
        buttons=[*lists.paged(found, page, _opened, "causes"), [_back_to_list(turn)]],
    )


def _back_to_list(turn: Turn) -> Button:
    """To the page where the list was asked for."""
    return button(Text("button-back"), "offices" if turn.has(Role.ADMIN) else "inspection")


def _waits(one: Undecided) -> Text:
    by = When(one.decide_by, one.zone, "short")
    return Text("causes-line", {"unit": one.unit_name, "tickets": _tickets(one), "by": by})


def _tickets(one: Undecided) -> str | Text:
    first, more = one.tickets[:1], len(one.tickets) - 1
    named = "".join(first)
    return Text("cause-tickets-more", {"tickets": named, "n": more}) if more > 0 else named


def _opened(one: Undecided) -> Button:
    return button(_tickets(one), "cause", one.cause_id)


# --- looking and deciding


def show(turn: Turn) -> None:
    """The button `cause:<id>`."""
    _show(turn, causes.view(turn.tx, turn.integer(0), turn.person_id, turn.at), edit=False)


def accept(turn: Turn) -> None:
    """The button `cause-accept:<id>`."""
    causes.view(turn.tx, turn.integer(0), turn.person_id, turn.at)  # read before it is decided
    view = cause_claims.accept(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.pop_up("cause-accept-done")
    _show(turn, view, edit=True)


def refuse(turn: Turn) -> None:
    """The button `cause-refuse:<id>`: the words come next."""
    view = causes.view(turn.tx, turn.integer(0), turn.person_id, turn.at)
    if not causes.may_decide(turn.tx, view.cause_id, turn.person_id, turn.at):
        standing = Text(f"cause-standing-{view.standing}")
        raise Refused("cause-decided-already", standing=standing)
    turn.ask("cause.refuse", cause=view.cause_id)


def _ask_refuse(turn: Turn) -> None:
    turn.say("cause-ask-refuse", buttons=[_back_to_cause(turn)])


def _take_refuse(turn: Turn) -> None:
    why = turn.input.text
    view = cause_claims.refuse(turn.tx, turn.data["cause"], turn.person_id, why, turn.at)
    _look_again(turn, view)


def over(turn: Turn) -> None:
    """The button `cause-end:<id>`: since when it is over."""
    view = causes.view(turn.tx, turn.integer(0), turn.person_id, turn.at)
    if not causes.may_end(turn.tx, view.cause_id, turn.person_id, turn.at):
        raise Refused("cause-over-already")
    start = view.start.isoformat()
    turn.ask("cause.ended", cause=view.cause_id, zone=view.zone, start=start)


def _ask_ended(turn: Turn) -> None:
    now = turn.choice(Text("cause-end-now"), NOW)
    turn.say("cause-ask-ended", buttons=[[now], _back_to_cause(turn)])


def _take_ended(turn: Turn) -> None:
    ended = instants.chosen(turn, datetime.fromisoformat(turn.data["start"]))
    view = cause_claims.end(turn.tx, turn.data["cause"], turn.person_id, ended, turn.at)
    _look_again(turn, view)


def _look_again(turn: Turn, view: CauseView) -> None:
    """As the button `cause` shows it: the half hour of a reading may be over meanwhile."""
    turn.go_on(replace(turn.input, kind=Kind.BUTTON, data=f"cause:{view.cause_id}", text=""))


def _show(turn: Turn, view: CauseView, *, edit: bool) -> None:
    turn.say(
        "cause-view",
        edit=edit,
        standing=_standing(view),
        attachments=() if edit else view.files,
        buttons=_buttons(turn, view),
        **cause_notices.facts(view),
    )


def _standing(view: CauseView) -> Text:
    values: dict[str, Any] = {}
    if view.standing is Standing.CLAIMED:
        values = {"by": When(view.decide_by, view.zone)}
    elif view.standing is not Standing.LAPSED:
        values = {"name": view.decided_by or "", "words": view.words}
    return Text(f"cause-stands-{view.standing}", values)


def _buttons(turn: Turn, view: CauseView) -> Rows:
    made: list[list[Button]] = []
    if causes.may_decide(turn.tx, view.cause_id, turn.person_id, turn.at):
        names = ("cause-accept", "cause-refuse")
        made.append([button(Text(f"button-{name}"), name, view.cause_id) for name in names])
    if causes.may_end(turn.tx, view.cause_id, turn.person_id, turn.at):
        made.append([button(Text("button-cause-end"), "cause-end", view.cause_id)])
    if view.cases:
        made.append([button(Text("button-case"), "case", view.cases[0][0])])
    return made


# --- for the page of a case


def of_case(turn: Turn, case_id: int) -> list[list[Button]]:
    """A button for each claim about the case."""
    return [
        [
            button(
                Text(
                    "button-cause",
                    {
                        "kind": Text(f"cause-kind-{view.kind}"),
                        "standing": Text(f"cause-standing-{view.standing}"),
                    },
                ),
                "cause",
                view.cause_id,
            )
        ]
        for view in causes.of_case(turn.tx, case_id)
    ]


# --- beneath


def _back_to_cause(turn: Turn) -> list[Button]:
    return [button(Text("button-back"), "cause", turn.data["cause"])]


REFUSE = step(_ask_refuse, _take_refuse)
ENDED = step(_ask_ended, _take_ended)
