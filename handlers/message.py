"""What is said: texts by key with their values, buttons, files; as the outbox keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from handlers import texts


@dataclass(frozen=True, slots=True)
class Text:
    """A text by key, with its values; may stand inside another text's values."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"text": self.key, "values": encode(self.values)}


@dataclass(frozen=True, slots=True)
class Lines:
    """Several texts, one under the other, as a value of a text."""

    texts: Sequence[Text]

    def to_json(self) -> dict[str, Any]:
        return {"lines": [text.to_json() for text in self.texts]}


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values one after the other, as one value of a text: 'Kam, Jum, Sen'."""

    items: Sequence[Any]
    between: str = ", "

    def to_json(self) -> dict[str, Any]:
        return {"listed": encode(self.items), "between": self.between}


@dataclass(frozen=True, slots=True)
class When:
    """An instant to be shown in a zone: 'Senin 23 Nov 2026 14.30 WIB'.

    style: a name of `texts.PATTERNS`; with "-end" after it midnight is 24.00 of the day it ends.
    """

    at: datetime
    zone: str
    style: str = "full"

    def to_json(self) -> dict[str, Any]:
        return {"at": self.at.isoformat(), "zone": self.zone, "style": self.style}


@dataclass(frozen=True, slots=True)
class Minutes:
    """A length of time in minutes: '2 jam 10 menit'."""

    minutes: float

    def to_json(self) -> dict[str, Any]:
        return {"minutes": self.minutes}


@dataclass(frozen=True, slots=True)
class Number:
    """A number with a fixed count of decimals in the local form: '1.234,5'."""

    value: float
    decimals: int = 0

    def to_json(self) -> dict[str, Any]:
        return {"number": self.value, "decimals": self.decimals}


def encode(value: Any) -> Any:
    """Values as JSON for the outbox; the renderer reads them back."""
    if hasattr(value, "to_json"):
        return value.to_json()
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return str(value) if isinstance(value, StrEnum) else value
    raise TypeError(f"a text cannot hold a {type(value).__name__}")


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button. The label is a `Text`, or plain words such as a unit's name.

    `data` is at most 64 bytes: an action of the router's table BUTTONS and its arguments, or, in a
    step, `=` with the question's serial and the choice (made by `Turn.choice`).
    """

    label: Text | str
    data: str = ""
    url: str = ""

    def to_json(self) -> dict[str, Any]:
        return {"label": encode(self.label)} | (
            {"url": self.url} if self.url else {"data": self.data}
        )


def button(label: Text | str, action: str, *arguments: object) -> Button:
    """A button that calls `action` of the table BUTTONS; ids are checked again when pressed."""
    return Button(label, ":".join([action, *map(str, arguments)]))


Rows = Sequence[Sequence[Button]]


@dataclass(frozen=True, slots=True)
class File:
    """A file made when the message is sent: `maker` is a key of the table FILES."""

    maker: str
    arguments: dict[str, Any]
    as_photo: bool = False

    def to_json(self) -> dict[str, Any]:
        return {"maker": self.maker, "arguments": self.arguments, "as_photo": self.as_photo}


def body(
    key: str,
    values: dict[str, Any],
    *,
    buttons: Rows = (),
    keyboard: str = "",
    edit: int | None = None,
    attachments: Sequence[int] = (),
    file: File | None = None,
    point: tuple[float, float] | None = None,
    proofs: Sequence[tuple[str, str]] = (),
    menu: Iterable[str] | None = None,
) -> dict[str, Any]:
    """A message as the outbox keeps it. Empty parts are left out.

    keyboard: 'location' shows the reply keyboard that asks for the place, 'remove' takes it away.
    edit: id of the message to change instead of sending a new one.
    attachments: ids of files of a case, sent along as far as the recipient may see them.
    point: latitude and longitude to show.
    proofs: kind (photo, document) and Telegram's id of files that civil servants sent of their own
    work; whoever says them has looked at the recipient's rights.
    menu: the roles now held (maybe none): the command menu follows them.
    """
    parts: dict[str, Any] = {
        "buttons": [[b.to_json() for b in row] for row in buttons],
        "keyboard": keyboard,
        "edit": edit,
        "attachments": list(attachments),
        "file": file.to_json() if file else None,
        "place": list(point) if point else None,
        "proofs": [list(one) for one in proofs],
    }
    made = {"key": key, "values": encode(values)} | {k: v for k, v in parts.items() if v}
    return made if menu is None else made | {"menu": " ".join(menu)}


def rows(buttons: Iterable[Button], width: int = 1) -> list[list[Button]]:
    """Buttons laid out in rows of `width`."""
    listed = list(buttons)
    return [listed[i : i + width] for i in range(0, len(listed), width)]


def said(language: str, value: Any) -> str:
    """A text, lines, a date or plain words in the language, not escaped: for files, terminals."""
    return texts.label(language, encode(value))
