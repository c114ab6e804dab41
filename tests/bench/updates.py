"""Telegram's updates for one person's visit, with all the fields Telegram sends."""

from __future__ import annotations

import html
import itertools
import json
import re
from collections.abc import Callable
from typing import Any

COMMENT = "Petugasnya ramah dan cepat, tapi antreannya panjang"
_DATE = 1_800_000_000
_TAG = re.compile(r"<[^>]+>")
_ids = itertools.count(700_000_001)

Reply = dict[str, Any]  # the method in the webhook's response


def message(person: int, text: str) -> dict[str, Any]:
    said = {
        "message_id": next(_ids) % 1_000_000,
        "from": _sender(person),
        "chat": _chat(person),
        "date": _DATE,
        "text": text,
    }
    if text.startswith("/"):
        length = len(text.partition(" ")[0])
        said["entities"] = [{"offset": 0, "length": length, "type": "bot_command"}]
    return {"update_id": next(_ids), "message": said}


def press(person: int, action: str, shown: Reply) -> dict[str, Any]:
    """A tap on the first button of `shown` whose data begins with `action`."""
    keyboard = shown["reply_markup"]["inline_keyboard"]
    pressed = next(
        button["callback_data"]
        for row in keyboard
        for button in row
        if button.get("callback_data", "").startswith(action)
    )
    return callback(person, pressed, shown)


# Four updates each. The rating's presses need the reply before them; the echo gets four texts,
# which is the least work for it.
RATING: tuple[Callable[[int, Reply], dict[str, Any]], ...] = (
    lambda person, shown: message(person, "/start u1"),
    lambda person, shown: press(person, "score:1:0:u:3", shown),
    lambda person, shown: message(person, COMMENT),
    lambda person, shown: press(person, "menu", shown),
)
ECHO: tuple[Callable[[int, Reply], dict[str, Any]], ...] = (
    lambda person, shown: message(person, "/start u1"),
    lambda person, shown: message(person, "Baik"),
    lambda person, shown: message(person, COMMENT),
    lambda person, shown: message(person, "Menu"),
)
SCRIPTS = {"rating": RATING, "echo": ECHO}


def _sender(person: int) -> dict[str, Any]:
    return {
        "id": person,
        "is_bot": False,
        "first_name": "Siti",
        "last_name": "Rahma",
        "username": f"siti{person}",
        "language_code": "id",
    }


def _chat(person: int) -> dict[str, Any]:
    return {
        "id": person,
        "first_name": "Siti",
        "last_name": "Rahma",
        "username": f"siti{person}",
        "type": "private",
    }


def encode(update: dict[str, Any]) -> bytes:
    return json.dumps(update, separators=(",", ":"), ensure_ascii=False).encode()


def callback(person: int, data: str, shown: Reply | None = None) -> dict[str, Any]:
    """A tap on the button with this data, on the message `shown` or one that holds just it."""
    shown = shown or {"text": "-", "reply_markup": _keyboard(data)}
    carrier = {
        "message_id": shown.get("message_id", 5),
        "from": {"id": 4711, "is_bot": True, "first_name": "Suara Warga", "username": "suara_bot"},
        "chat": _chat(person),
        "date": _DATE,
        "text": html.unescape(_TAG.sub("", shown["text"])),
        "reply_markup": shown["reply_markup"],
    }
    query = {
        "id": str(next(_ids)),
        "from": _sender(person),
        "message": carrier,
        "chat_instance": "-3141592653589793238",
        "data": data,
    }
    return {"update_id": next(_ids), "callback_query": query}


def _keyboard(data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "-", "callback_data": data}]]}
