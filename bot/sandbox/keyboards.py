"""Keyboards: checking what a bot sends, finding what a person taps."""

import re
from typing import Any

from bot.sandbox.errors import Json, bad_request

BUTTONS_MOST = 100
DATA_BYTES = 64
ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "copy_text",
    "pay",
)
LINK = re.compile(r"^(https?|tg|tonsite)://[^\s]+$")
EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def check(markup: Any) -> Json | None:
    """A reply markup worth keeping, or Telegram's refusal; None when there is none."""
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return {"inline_keyboard": _rows(markup["inline_keyboard"], _inline_button)}
    if "keyboard" in markup:
        return {**markup, "keyboard": _rows(markup["keyboard"], _reply_button)}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return dict(markup)
    return None


def _rows(rows: Any, button: Any) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" of the reply markup must be an Array of Arrays')
    if sum(len(row) for row in rows) > BUTTONS_MOST:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return [[button(item) for item in row] for row in rows if row]


def _reply_button(button: Any) -> Json:
    made = {"text": button} if isinstance(button, str) else dict(button)
    if not str(made.get("text", "")).strip():
        raise bad_request('can\'t parse keyboard button: field "text" must be non-empty')
    return made


def _inline_button(button: Any) -> Json:
    text = button.get("text") if isinstance(button, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise bad_request("can't parse inline keyboard button: Text must be non-empty")
    if not any(action in button for action in ACTIONS):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not LINK.match(full_link(button["url"])):
        url = button["url"]
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return dict(button)


def full_link(url: str) -> str:
    """A link with its scheme: Telegram takes `t.me/x` for `http://t.me/x`."""
    return url if "://" in url else f"http://{url}" if "." in url else url


def matches(button: Json, wanted: str) -> bool:
    """Whether a person who says `wanted` means this button: its label or its data.

    Case, and signs or emoji around the label, do not matter.
    """
    if wanted in (button["text"], button.get("callback_data")):
        return True
    return bool(_bare(wanted)) and _bare(button["text"]) == _bare(wanted)


def _bare(label: str) -> str:
    return EDGES.sub("", label).casefold()


def pick(rows: list[list[Json]], wanted: str) -> Json | None:
    """The button meant by `wanted`, an exact label before a similar one."""
    buttons = [button for row in rows for button in row]
    exact = (b for b in buttons if wanted in (b["text"], b.get("callback_data")))
    similar = (b for b in buttons if matches(b, wanted))
    return next(exact, None) or next(similar, None)
