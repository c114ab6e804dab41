"""A citizen's message about a case, written within a dialogue: words, and files before or with
them."""

from __future__ import annotations

from typing import Any

from handlers import uploads
from handlers.message import Text, button
from handlers.turn import Kind, Turn
from models.complaints.casework import MAX_FILES, TEXT_LIMIT

ACCEPTED = (Kind.TEXT, *uploads.ACCEPTED)
STOP = "stop"


def ask(turn: Turn, key: str, **values: Any) -> None:
    """The question `key`; once there are files, ask for their words or the order to send."""
    stop = [turn.choice(Text("button-stop"), STOP)]
    if not uploads.kept(turn):
        turn.say(key, buttons=[stop], **values)
    elif turn.data.get("said"):
        send = [turn.choice(Text("button-send"), "send")]
        turn.say("writing-ready", said=turn.data["said"], buttons=[send, stop])
    else:
        turn.say("upload-kept-write", buttons=[stop])


def take(turn: Turn) -> str | None:
    """The words when the message is complete; None while it is not, and the person was told."""
    before = str(turn.data.get("said", ""))
    if turn.input.kind is Kind.BUTTON and turn.input.data == STOP:
        _stop(turn)
        return None
    if turn.input.kind is Kind.BUTTON:
        return before or None
    if turn.input.kind is not Kind.TEXT:
        _keep(turn, before)
        return None
    said = "\n".join(filter(None, (before, turn.input.text.strip())))
    if len(said) > TEXT_LIMIT:
        turn.say("text-too-long", limit=TEXT_LIMIT, length=len(said))
        return None
    return said


def _stop(turn: Turn) -> None:
    back = [[button(Text("button-track"), "track", turn.data["case"])]]
    turn.finish()
    turn.say("writing-stopped", edit=True, buttons=back)


def _keep(turn: Turn, before: str) -> None:
    """Keep a file with its caption; an album is answered once."""
    told = uploads.collect(turn)
    caption = turn.input.text.strip()[:TEXT_LIMIT]
    if caption:
        turn.keep(said="\n".join(filter(None, (before, caption)))[:TEXT_LIMIT])
    if told == "upload-kept":
        turn.ask_again()
    elif told is not None:
        turn.say(told, limit=MAX_FILES)
