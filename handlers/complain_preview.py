"""The look at a complaint before it is sent: what officers will read, and who may read it.

Two switches stand by themselves: without a name or with it, and shown to the public or not. A
third way leads to the inspectorate, or back to the unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handlers import clipping, complain_sending, similar, uploads
from handlers.message import Button, Lines, Text, button, rows
from handlers.turn import Kind, Turn, step

CHANGEABLE = ("category", "text", "photos", "place")  # steps the preview leads back to
SHOWN = 2000  # code units of the words
SWITCHES: dict[str, dict[str, Any]] = {
    "public": {"confidential": False},
    "confidential": {"confidential": True},
    "inspectorate": {"supervisory": True},
    "unit": {"supervisory": False},
}


def _ask(turn: Turn) -> None:
    data = turn.data
    words, original = complain_sending.said(turn)
    inspectorate = complain_sending.for_inspectorate(turn)
    turn.say(
        "complain-preview",
        edit=not data.get("fresh"),
        unit=data["unit_name"],
        category=Text(f"category-{data['category']}"),
        n=len(uploads.kept(turn)),
        where=_place(turn),
        said=clipping.clip(words, SHOWN),
        readers=Lines(list(_readers(turn, original is not None, inspectorate))),
        buttons=_buttons(turn, inspectorate),
    )


def _readers(turn: Turn, hidden: bool, inspectorate: bool) -> Iterator[Text]:
    """Who reads what, a sentence each."""
    data = turn.data
    if hidden:
        yield Text("preview-hidden")
    if data["anonymous"]:
        yield Text("preview-anonymous")
    else:
        yield Text("preview-named", {"name": data["name"]})
    if inspectorate:  # who reads it is settled
        yield Text("preview-inspectorate", {"unit": data["unit_name"]})
    else:
        yield Text("preview-confidential" if data["confidential"] else "preview-public")


def _buttons(turn: Turn, inspectorate: bool) -> list[list[Button]]:
    data = turn.data
    names = _switch(turn, ("anonymous", "named"), not data["anonymous"])
    public = _switch(turn, ("public", "confidential"), data["confidential"])
    to = "unit" if inspectorate else "inspectorate"
    changes = [turn.choice(Text(f"button-change-{name}"), name) for name in CHANGEABLE]
    return [
        [turn.choice(Text("button-send-complaint"), "send")],
        names,
        *([] if inspectorate else [public]),
        [turn.choice(Text(f"button-to-{to}"), to)],
        *rows(changes, 2),
        [turn.choice(Text("button-stop"), "stop")],
    ]


def _switch(turn: Turn, names: tuple[str, str], second: bool) -> list[Button]:
    """Two buttons, the chosen one marked."""
    chosen = names[second]
    return [
        turn.choice(Text(f"switch-{name}{'-on' if name == chosen else ''}"), name) for name in names
    ]


def _place(turn: Turn) -> Text | str:
    if turn.data.get("latitude") is not None:
        return Text("complain-place-point")
    return complain_sending.place(turn) or Text("complain-place-unknown")


def _take(turn: Turn) -> None:
    wanted = turn.input.data if turn.input.kind is Kind.BUTTON else ""
    if wanted == "send":
        if not similar.offer(turn):
            complain_sending.send(turn)
    elif wanted in SWITCHES:
        turn.ask_again(fresh=False, **SWITCHES[wanted])
    elif wanted == "anonymous":
        _without_name(turn)
    elif wanted == "stop":
        turn.finish()
        turn.say("complain-stopped", edit=True, buttons=[[button(Text("button-menu"), "menu")]])
    elif wanted in (*CHANGEABLE, "named"):
        name = "name" if wanted == "named" else wanted
        turn.ask(f"complain.{name}", **(turn.data | {"changing": True, "fresh": False}))
    else:
        turn.say("complain-choose")
        turn.ask_again()


def _without_name(turn: Turn) -> None:
    """A voice tells who speaks: it goes with the name."""
    left = uploads.without_voices(turn)
    dropped = len(left) < len(uploads.kept(turn))
    if dropped:
        turn.say("complain-voice-dropped")
    turn.ask_again(fresh=dropped, anonymous=True, files=left)


PREVIEW = step(_ask, _take)
