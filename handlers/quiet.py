"""`/tenang`: how an officer is reached while the unit is closed."""

from __future__ import annotations

from handlers.message import Text, button
from handlers.turn import Turn
from models import quiet
from models.errors import Refused
from models.quiet import Manner


def show(turn: Turn) -> None:
    _show(turn)


def choose(turn: Turn) -> None:
    """`quiet-set:<manner>`."""
    quiet.choose(turn.tx, turn.person_id, turn.arguments[0] if turn.arguments else "", turn.at)
    turn.pop_up("saved")
    _show(turn, edit=True)


def _show(turn: Turn, *, edit: bool = False) -> None:
    officer = turn.authority.officer
    if officer is None:
        raise Refused("not-for-you")
    now = quiet.chosen(turn.tx, officer.id or 0)
    choices = [
        [button(Text(f"button-quiet-{manner}"), "quiet-set", manner.value)]
        for manner in Manner
        if manner is not now
    ]
    turn.say("quiet", edit=edit, now=Text(f"quiet-{now}"), buttons=choices)
