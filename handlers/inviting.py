"""*Boleh kami bertanya lain kali?*: the standing agreement to be asked how it was.

It is offered on the screens that end a rating or a complaint until it is answered, and can be
changed at any time in `/privasi` and `/saya`.
"""

from __future__ import annotations

from handlers.message import Button, Text, button
from handlers.turn import Turn
from models.ratings import invitations

_SHOWN = {True: "inviting-on", False: "inviting-off", None: "inviting-ask"}


def offer(turn: Turn) -> list[list[Button]]:
    """One row, for who was not asked yet."""
    if turn.who.may_invite is not None:
        return []
    return [[button(Text("button-inviting-ask"), "inviting")]]


def switch() -> list[Button]:
    """The row in `/privasi` and `/saya`."""
    return [button(Text("button-inviting"), "inviting")]


def show(turn: Turn) -> None:
    """What it means, how it stands, and how to change it."""
    now = turn.who.may_invite
    yes = button(Text("button-inviting-yes"), "inviting-set", "yes")
    no = button(Text("button-inviting-no"), "inviting-set", "no")
    choices = [one for one, wanted in ((yes, True), (no, False)) if wanted is not now]
    turn.say(
        _SHOWN[now],
        rest=invitations.REST.days,
        buttons=[choices, [button(Text("button-menu"), "menu")]],
    )


def choose(turn: Turn) -> None:
    """`inviting-set:<yes or no>`; also under a question that was sent."""
    yes = turn.arguments == ("yes",)
    invitations.agree(turn.tx, turn.person_id, yes, turn.at)
    turn.say(
        "inviting-agreed" if yes else "inviting-declined",
        edit=True,
        buttons=[[button(Text("button-menu"), "menu")]],
    )
