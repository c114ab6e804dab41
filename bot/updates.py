"""From Telegram's `Update` to the `Input` that handlers read."""

from __future__ import annotations

from typing import Any

from telegram import CallbackQuery, Message, Update, User

from handlers.turn import Input, Kind

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
INDONESIAN = ("id", "jv", "su", "ms", "min", "ban", "ace", "bug", "mad")


def read(update: Update) -> Input | None:
    """The input of a private chat; None for what the bot has no use for (groups, channels)."""
    if update.callback_query is not None:
        return _button(update.update_id, update.callback_query)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.chat.type != "private":
        return None
    return _message(update.update_id, message, message.from_user, update.message is None)


def reachable_again(update: Update) -> tuple[int, bool] | None:
    """Telegram id and whether the person can be reached, when they blocked or unblocked the bot."""
    change = update.my_chat_member
    if change is None or change.chat.type != "private":
        return None
    return change.from_user.id, change.new_chat_member.status != "kicked"


def language(code: str | None) -> str:
    """Indonesian unless the phone speaks something foreign to Indonesia."""
    return "id" if not code or code.split("-")[0] in INDONESIAN else "en"


def _button(update_id: int, query: CallbackQuery) -> Input | None:
    return Input(
        update_id=update_id,
        telegram_id=query.from_user.id,
        kind=Kind.BUTTON,
        language=language(query.from_user.language_code),
        name=query.from_user.full_name,
        data=query.data or "",
        message_id=query.message.message_id if query.message else None,
        query_id=query.id,
        offered=_offers(query),
    )


def _offers(query: CallbackQuery) -> bool:
    """Whether the message, as Telegram itself gives it, carries the pressed data.

    A changed client may send any data; of an old message Telegram gives no buttons.
    """
    message = query.message
    markup = message.reply_markup if isinstance(message, Message) else None
    rows = markup.inline_keyboard if markup is not None else ()
    return any(button.callback_data == query.data for row in rows for button in row)


def _message(update_id: int, message: Message, sender: User, edited: bool) -> Input:
    kind, rest = _content(message)
    return Input(
        update_id=update_id,
        telegram_id=sender.id,
        kind=kind,
        language=language(sender.language_code),
        name=sender.full_name,
        album=message.media_group_id or "",
        edited=edited,
        **rest,
    )


def _content(message: Message) -> tuple[Kind, dict[str, Any]]:
    text = message.text or message.caption or ""
    if message.text is not None:
        return _text(message.text)
    if message.photo:
        best = message.photo[-1]
        return Kind.PHOTO, {"text": text, "file_id": best.file_id, "file_size": best.file_size or 0}
    if message.document is not None:
        file = message.document
        return Kind.DOCUMENT, {
            "text": text,
            "file_id": file.file_id,
            "file_name": file.file_name or "",
            "file_size": file.file_size or 0,
        }
    if message.location is not None:
        place = message.location
        return Kind.LOCATION, {"latitude": place.latitude, "longitude": place.longitude}
    if message.voice is not None or message.audio is not None or message.video_note is not None:
        return Kind.VOICE, {}
    return (Kind.STICKER if message.sticker is not None else Kind.OTHER), {"text": text}


def _text(text: str) -> tuple[Kind, dict[str, Any]]:
    if not text.startswith("/") or len(text) < 2:
        return Kind.TEXT, {"text": text}
    command, _, arguments = text[1:].partition(" ")
    name = command.partition("@")[0].lower()
    return Kind.COMMAND, {"command": name, "text": arguments.strip()}
