"""From Telegram's JSON of an update to the `Input` that handlers read.

Read as it came: python-telegram-bot would build an object of a hundred fields for each message,
which costs more than all the rest of the reading, and we look at ten of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from handlers.turn import Input, Kind

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
INDONESIAN = ("id", "jv", "su", "ms", "min", "ban", "ace", "bug", "mad")

Json = dict[str, Any]
T = TypeVar("T")


class Malformed(ValueError):
    """Not an update, or not one of the Bot API as we know it."""


def read(update: Json) -> Input | None:
    """The input of a private chat; None for what the bot has no use for (groups, channels)."""
    return _checked(_read, update)


def reachable_again(update: Json) -> tuple[int, int, bool] | None:
    """When a person blocked or unblocked the bot: the update's id, Telegram's id of the person,
    and whether they can be reached."""
    return _checked(_reachable_again, update)


def _checked(reader: Callable[[Json], T], update: Json) -> T:
    try:
        return reader(update)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise Malformed(type(error).__name__) from None


def _read(update: Json) -> Input | None:
    if "callback_query" in update:
        return _button(update["update_id"], update["callback_query"])
    message = update.get("message") or update.get("edited_message")
    if message is None or "from" not in message or message["chat"]["type"] != "private":
        return None
    if "message" not in update and "location" in message:
        return None  # a live location moves every few seconds; what counts is where it was sent
    return _message(update["update_id"], message, "message" not in update)


def _reachable_again(update: Json) -> tuple[int, int, bool] | None:
    change = update.get("my_chat_member")
    if change is None or change["chat"]["type"] != "private":
        return None
    reachable = change["new_chat_member"]["status"] != "kicked"
    return update["update_id"], change["from"]["id"], reachable


def language(code: str | None) -> str:
    """Indonesian unless the phone speaks something foreign to Indonesia."""
    return "id" if not code or code.split("-")[0] in INDONESIAN else "en"


def _button(update_id: int, query: Json) -> Input:
    sender, message, data = query["from"], query.get("message"), query.get("data", "")
    return Input(
        update_id=update_id,
        telegram_id=sender["id"],
        kind=Kind.BUTTON,
        language=language(sender.get("language_code")),
        name=_full_name(sender),
        username=sender.get("username", ""),
        data=data,
        message_id=message["message_id"] if message else None,
        query_id=query["id"],
        offered=_offers(message or {}, data),
    )


def _offers(message: Json, data: str) -> bool:
    """Whether the message, as Telegram itself gives it, carries the pressed data.

    A changed client may send any data; of an old message Telegram gives no buttons.
    """
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return any(button.get("callback_data") == data for row in rows for button in row)


def _message(update_id: int, message: Json, edited: bool) -> Input:
    kind, rest = _content(message)
    sender = message["from"]
    return Input(
        update_id=update_id,
        telegram_id=sender["id"],
        kind=kind,
        language=language(sender.get("language_code")),
        name=_full_name(sender),
        username=sender.get("username", ""),
        album=message.get("media_group_id", ""),
        edited=edited,
        **rest,
    )


def _full_name(user: Json) -> str:
    return f"{user['first_name']} {user.get('last_name', '')}".rstrip()


def _content(message: Json) -> tuple[Kind, Json]:
    if "text" in message:
        return _text(message["text"])
    for part, content in _CONTENTS.items():
        if part in message:
            kind, rest = content(message[part])
            return kind, {"text": message.get("caption", ""), **rest}
    return Kind.OTHER, {"text": message.get("caption", "")}


def _text(text: str) -> tuple[Kind, Json]:
    if not text.startswith("/") or len(text) < 2:
        return Kind.TEXT, {"text": text}
    command, _, arguments = text[1:].partition(" ")
    name = command.partition("@")[0].lower()
    return Kind.COMMAND, {"command": name, "text": arguments.strip()}


def _photo(sizes: list[Json]) -> tuple[Kind, Json]:
    return Kind.PHOTO, _file(sizes[-1])  # the largest stands last


def _document(document: Json) -> tuple[Kind, Json]:
    return Kind.DOCUMENT, {**_file(document), "file_name": document.get("file_name", "")}


def _file(file: Json) -> Json:
    return {
        "file_id": file["file_id"],
        "file_size": file.get("file_size", 0),
        "mime": file.get("mime_type", ""),
    }


def _location(place: Json) -> tuple[Kind, Json]:
    return Kind.LOCATION, {"latitude": place["latitude"], "longitude": place["longitude"]}


def _voice(recording: Json) -> tuple[Kind, Json]:
    return Kind.VOICE, _file(recording)


def _sound(_music: Json) -> tuple[Kind, Json]:
    """Music, or a round video: something to hear, but no voice message that we could keep."""
    return Kind.VOICE, {}


def _sticker(_sticker: Json) -> tuple[Kind, Json]:
    return Kind.STICKER, {}


_CONTENTS: dict[str, Callable[[Any], tuple[Kind, Json]]] = {
    "photo": _photo,
    "document": _document,
    "location": _location,
    "voice": _voice,
    "audio": _sound,
    "video_note": _sound,
    "sticker": _sticker,
}
