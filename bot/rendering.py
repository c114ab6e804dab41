"""From an outbox body to Bot API calls, in the recipient's language.

A body becomes one or more calls: a long text is cut at 4,096 characters, files go before the text
that carries the buttons.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot import menus
from bot.files.luggage import Group, Luggage
from handlers import texts
from models.people import Role

TEXT_LIMIT = 4096  # characters of a message after entities are parsed (Bot API)
CAPTION_LIMIT = 1024
ALERT_LIMIT = 200
_TAG = re.compile(r"<[^>]+>")
_PIECE = re.compile(r"<[^>]+>|&#?\w+;|.")  # a tag, an entity, or one character: never cut inside


@dataclass(frozen=True, slots=True)
class Call:
    """One Bot API call: the method in Telegram's spelling and its JSON parameters."""

    method: str
    parameters: dict[str, Any]
    file: dict[str, Any] | None = None  # to be made and uploaded
    attached: Group | None = None  # files of a case; none when nothing of them is to be sent

    @property
    def goes_along(self) -> bool:
        """Whether this only accompanies the message that carries the words and buttons."""
        return self.file is None and self.method not in ("sendMessage", "editMessageText")

    def plain(self) -> Call:
        """The same without markup, for when Telegram refuses the entities."""
        changed = {k: v for k, v in self.parameters.items() if k != "parse_mode"}
        for name in ("text", "caption"):
            if name in changed:
                changed[name] = html.unescape(_TAG.sub("", changed[name]))
        return Call(self.method, changed, self.file)


def calls(
    body: dict[str, Any], telegram_id: int, language: str, luggage: Luggage | None = None
) -> list[Call]:
    """The calls that deliver this body, in order. luggage: the files it names."""
    text = texts.render(language, body["key"], body["values"])
    if luggage is not None and luggage.missing:
        text = f"{text}\n\n{texts.render(language, 'files-follow', {})}"
        body = _with_files_button(body, luggage.case_id)
    markup = _markup(body, language)
    before = [*_menu(body, telegram_id, language), *_along(body, telegram_id, luggage)]
    if "file" in body:
        made = [*before, *_upload(body["file"], telegram_id, text, markup)]
    else:
        made = [*before, *_texts(body, telegram_id, text, markup)]
    return [_silenced(call) for call in made] if body.get("silent") else made


def _silenced(call: Call) -> Call:
    """Without a sound, for who has quiet hours."""
    if not call.method.startswith("send"):
        return call
    return replace(call, parameters=call.parameters | {"disable_notification": True})


def webhook_response(body: dict[str, Any], telegram_id: int, language: str) -> dict[str, Any]:
    """The reply as the JSON of a webhook's response: one method per response."""
    call = calls(body, telegram_id, language)[0]
    return {"method": call.method, **call.parameters}


def alert(language: str, shown: dict[str, Any] | None, query_id: str) -> dict[str, Any]:
    """Parameters of answerCallbackQuery, which stops the button's spinner."""
    parameters: dict[str, Any] = {"callback_query_id": query_id}
    if shown is not None:
        text = texts.render(language, shown["key"], shown["values"], escape=False)
        parameters["text"] = _TAG.sub("", text)[:ALERT_LIMIT]
        parameters["show_alert"] = bool(shown.get("modal"))
    return parameters


def _texts(
    body: dict[str, Any], telegram_id: int, text: str, markup: dict[str, Any] | None
) -> Iterator[Call]:
    parts = split(text)
    for number, part in enumerate(parts, 1):
        parameters: dict[str, Any] = {
            "chat_id": telegram_id,
            "text": part,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        if number == len(parts) and markup is not None:
            parameters["reply_markup"] = markup
        edits = number == 1 and "edit" in body
        if edits:
            parameters["message_id"] = body["edit"]
        yield Call("editMessageText" if edits else "sendMessage", parameters)


def _menu(body: dict[str, Any], telegram_id: int, language: str) -> Iterator[Call]:
    """The command menu of somebody whose roles or language changed."""
    if "menu" in body:
        listed = menus.commands(language, [Role(role) for role in body["menu"].split()])
        scope = {"type": "chat", "chat_id": telegram_id}
        yield Call("setMyCommands", {"commands": listed, "scope": scope})


def _with_files_button(body: dict[str, Any], case_id: int) -> dict[str, Any]:
    """What was not ready can be had by a button."""
    data = f"case-files:{case_id}"
    rows = body.get("buttons", [])
    if any(button.get("data") == data for row in rows for button in row):
        return body
    label = {"text": "button-case-files", "values": {}}
    return body | {"buttons": [*rows, [{"label": label, "data": data}]]}


def _along(body: dict[str, Any], telegram_id: int, luggage: Luggage | None) -> Iterator[Call]:
    for group in luggage.groups if luggage else ():
        yield Call("attached", {"chat_id": telegram_id}, attached=group)
    for kind, file_id in body.get("proofs", ()):
        yield Call(_PROOFS[kind], {"chat_id": telegram_id, kind: file_id})
    if "place" in body:
        latitude, longitude = body["place"]
        place = {"chat_id": telegram_id, "latitude": latitude, "longitude": longitude}
        yield Call("sendLocation", place)


def _upload(
    file: dict[str, Any], telegram_id: int, caption: str, markup: dict[str, Any] | None
) -> Iterator[Call]:
    """The file with its caption; what a caption cannot hold follows as text, with the buttons."""
    first, *rest = split(caption, CAPTION_LIMIT)
    parameters: dict[str, Any] = {
        "chat_id": telegram_id,
        "caption": first,
        "parse_mode": "HTML",
    }
    if markup is not None and not rest:
        parameters["reply_markup"] = markup
    yield Call("sendPhoto" if file["as_photo"] else "sendDocument", parameters, file)
    if rest:
        yield from _texts({}, telegram_id, "\n".join(rest), markup)


def _markup(body: dict[str, Any], language: str) -> dict[str, Any] | None:
    if body.get("buttons"):
        return {"inline_keyboard": [[_button(b, language) for b in row] for row in body["buttons"]]}
    return _KEYBOARDS[body.get("keyboard", "")](language)


def _button(button: dict[str, Any], language: str) -> dict[str, Any]:
    shown = {"text": texts.label(language, button["label"])}
    return shown | (
        {"url": button["url"]} if "url" in button else {"callback_data": button["data"]}
    )


def _location_keyboard(language: str) -> dict[str, Any]:
    label = texts.render(language, "button-send-location", {}, escape=False)
    return {
        "keyboard": [[{"text": label, "request_location": True}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }


_PROOFS = {"photo": "sendPhoto", "document": "sendDocument"}
_KEYBOARDS: dict[str, Callable[[str], dict[str, Any] | None]] = {
    "": lambda language: None,
    "location": _location_keyboard,
    "remove": lambda language: {"remove_keyboard": True},
}


def split(text: str, limit: int = TEXT_LIMIT) -> list[str]:
    """Cut a text into messages at line ends, or at spaces inside a line that is too long.

    Our markup never spans lines, and what people wrote holds none, so a cut between lines leaves
    every tag closed; one inside a line closes and opens them again. Length is counted with the
    markup, which is more than Telegram counts.
    """
    parts, open_part = [], ""
    for line in _lines(text, limit):
        if open_part and _length(open_part) + 1 + _length(line) > limit:
            parts.append(open_part)
            open_part = line
        else:
            open_part = f"{open_part}\n{line}" if open_part else line
    return [*parts, open_part] if open_part or not parts else parts


def _lines(text: str, limit: int) -> Iterator[str]:
    for line in text.split("\n"):
        rest = line
        while _length(rest) > limit:
            cut = _cut(rest, limit // 2)  # a character counts as two at most
            opened = _open_tags(rest[:cut])
            yield rest[:cut] + "".join(f"</{_name(tag)}>" for tag in reversed(opened))
            rest = "".join(opened) + rest[cut:].lstrip(" ")
        yield rest


def _cut(line: str, most: int) -> int:
    """The last space before `most` or, in one endless word, `most`; outside tags and entities."""
    pieces, end, space = _PIECE.finditer(line), 0, 0
    for piece in pieces:
        if piece.end() > most:
            break
        end = piece.end()
        space = piece.start() if piece[0] == " " else space
    return space or end


def _open_tags(text: str) -> list[str]:
    """Tags still open at the end of a text, outermost first."""
    opened: list[str] = []
    for tag in _TAG.findall(text):
        if tag.startswith("</"):
            opened.pop()
        else:
            opened.append(tag)
    return opened


def _name(tag: str) -> str:
    return tag.strip("<>").split()[0]


def _length(text: str) -> int:
    """UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dump(parameters: dict[str, Any]) -> bytes:
    """As compact JSON."""
    return _encode(parameters).encode()
