"""Words to a citizen, drafted in one or several messages and sent by a button.

What an officer writes cannot be taken back, so it is shown once as the citizen will read it:
*Kirim*, *Ubah* or *Batal*. The draft is kept with the dialogue, so that a restart forgets nothing,
and it stays when the sending is refused.
"""

from __future__ import annotations

from typing import Any

from handlers import clipping, uploads
from handlers.message import Button, Text, button, rows
from handlers.turn import Kind, Turn
from models.complaints import templates
from models.complaints.casework import MAX_FILES, TEXT_LIMIT

ACCEPTED = (Kind.TEXT, *uploads.ACCEPTED)
SHOWN = 3500  # code units of the draft in its preview
PAGE = 6  # templates at once

SEND, CHANGE, CANCEL, PICK = "send", "change", "cancel", "templates"


def ask(turn: Turn, key: str, **values: Any) -> None:
    """The question `key`; once something is written, the draft with what can be done with it."""
    if turn.data.get("picking") is not None:
        _list_templates(turn)
    elif turn.data.get("said"):
        _preview(turn)
    elif uploads.kept(turn):
        turn.say("upload-kept-write", buttons=[[_choice(turn, CANCEL)]])
    else:
        values = {"ticket": turn.data["ticket"]} | values
        turn.say(key, buttons=[*_template_button(turn), [_choice(turn, CANCEL)]], **values)


def take(turn: Turn) -> str | None:
    """The words, once they are to be sent; None before that, and the person was told."""
    if turn.input.kind is Kind.BUTTON:
        return _press(turn, turn.input.data)
    if turn.input.kind is Kind.TEXT:
        _add(turn, turn.input.text.strip())
    else:
        _keep(turn)
    return None


# --- the draft


def _preview(turn: Turn) -> None:
    turn.say(
        "draft",
        ticket=turn.data["ticket"],
        said=clipping.clip(turn.data["said"], SHOWN),
        files=Text("draft-files", {"n": n}) if (n := len(uploads.kept(turn))) else "",
        buttons=[
            [_choice(turn, SEND)],
            [_choice(turn, CHANGE), _choice(turn, CANCEL)],
            *_template_button(turn),
        ],
    )


def _choice(turn: Turn, name: str) -> Button:
    return turn.choice(Text(f"button-draft-{name}"), name)


def _press(turn: Turn, pressed: str) -> str | None:
    if pressed == SEND:
        said = str(turn.data.get("said", ""))
        if said:
            return said
        turn.ask_again()
    elif pressed == CANCEL:
        _cancel(turn)
    elif pressed == CHANGE:
        turn.ask_again(said="", files=[])
    elif pressed == PICK:
        turn.ask_again(picking=0)
    else:
        _pick(turn, pressed)
    return None


def _cancel(turn: Turn) -> None:
    """Back to the draft from the list of templates; otherwise the draft is dropped."""
    if turn.data.get("picking") is not None:
        turn.ask_again(picking=None)
        return
    case_id, ticket = turn.data["case"], turn.data["ticket"]
    turn.finish()
    turn.say(
        "draft-dropped",
        edit=True,
        ticket=ticket,
        buttons=[[button(Text("button-case"), "case", case_id)]],
    )


def _add(turn: Turn, words: str) -> None:
    """Put words under those there are."""
    said = "\n".join(filter(None, (str(turn.data.get("said", "")), words)))
    if len(said) > TEXT_LIMIT:
        turn.say("text-too-long", limit=TEXT_LIMIT, length=len(said))
    else:
        turn.ask_again(said=said, picking=None)


def _keep(turn: Turn) -> None:
    """Keep a file with its caption; an album is answered once."""
    told = uploads.collect(turn)
    caption = turn.input.text.strip()
    if caption:
        said = "\n".join(filter(None, (str(turn.data.get("said", "")), caption)))
        turn.keep(said=said[:TEXT_LIMIT])
    if told == "upload-kept":
        turn.ask_again()
    elif told is not None:
        turn.say(told, limit=MAX_FILES)


# --- templates


def _template_button(turn: Turn) -> list[list[Button]]:
    """Where the unit keeps some. (A question that was open before there were any has no unit.)"""
    if not templates.some_of(turn.tx, turn.data.get("unit", 0)):
        return []
    return [[_choice(turn, PICK)]]


def _list_templates(turn: Turn) -> None:
    kept = templates.of_unit(turn.tx, turn.data["unit"])
    last = max(0, (len(kept) - 1) // PAGE)
    number = min(max(int(turn.data["picking"]), 0), last)
    shown = kept[number * PAGE : (number + 1) * PAGE]
    turn.say(
        "draft-templates",
        edit=True,
        buttons=[
            *rows(turn.choice(one.name, f"use-{one.id}") for one in shown),
            _pages(turn, number, last),
            [_choice(turn, CANCEL)],
        ],
    )


def _pages(turn: Turn, number: int, last: int) -> list[Button]:
    turned = ((number - 1, "button-earlier"), (number + 1, "button-more"))
    return [turn.choice(Text(key), f"page-{n}") for n, key in turned if 0 <= n <= last]


def _pick(turn: Turn, pressed: str) -> None:
    """`use-<template>` or `page-<number>`; anything else is an old or a forged choice."""
    what, _, number = pressed.partition("-")
    if what == "page" and number.isdecimal():
        turn.ask_again(picking=int(number))
    elif what == "use" and number.isdecimal():
        chosen = templates.usable(turn.tx, int(number), turn.data["unit"])
        unit = turn.data["unit_name"]
        _add(turn, templates.filled(chosen.text, ticket=turn.data["ticket"], unit=unit))
    else:
        turn.pop_up("button-old")
