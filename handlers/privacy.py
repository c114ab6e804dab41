"""What is kept about a person, and how to end it (UU 27/2022)."""

from __future__ import annotations

from handlers import inviting
from handlers.message import Text, button
from handlers.turn import Turn
from models import people


def show(turn: Turn) -> None:
    """The notice in full, and the way out."""
    if turn.who.consented:
        choice = button(Text("button-withdraw"), "withdraw", "ask")
    else:
        choice = button(Text("button-read-again"), "consent")
    asked = [inviting.switch()] if turn.who.consented else []
    turn.say("privacy", buttons=[*asked, [choice], [button(Text("button-menu"), "menu")]])


def withdraw(turn: Turn) -> None:
    """Withdrawing is as easy as agreeing: one tap and one to confirm."""
    if turn.arguments == ("ask",):
        turn.say(
            "withdraw-ask",
            edit=True,
            buttons=[
                [button(Text("button-withdraw-yes"), "withdraw", "yes")],
                [button(Text("button-menu"), "menu")],
            ],
        )
        return
    people.consent(turn.tx, turn.person_id, False, turn.at)
    turn.finish()
    turn.say("withdrawn", edit=True, buttons=[[button(Text("button-read-again"), "consent")]])
