"""One turn of a conversation: who writes, what, when; and what is said in return.

No Telegram types here: `bot/` turns an update into an `Input`, and what a handler says into
outbox rows, which are rendered and sent after the commit.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from handlers.message import Button, Text, body, encode
from models import dialogs, outbox, people
from models.database import Transaction
from models.dialogs import Conversation
from models.errors import Refused
from models.outbox import Outgoing, Urgency
from models.people import Authority, Role

RIDE_LIMIT = 2500  # a longer text may need several messages, and only one can ride
TEMPLATE = 160  # characters of a text without its values, at most but for a few


class Kind(StrEnum):
    """What kind of thing a person sent."""

    TEXT = "text"
    COMMAND = "command"
    BUTTON = "button"
    PHOTO = "photo"
    DOCUMENT = "document"
    LOCATION = "location"
    VOICE = "voice"
    STICKER = "sticker"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Input:
    """What arrived, freed from Telegram's types."""

    update_id: int
    telegram_id: int
    kind: Kind
    language: str = "id"  # of the person's app
    name: str = ""  # as the person is called at Telegram; stored only when a citizen asks for it
    username: str = ""  # at Telegram, without @; never stored
    text: str = ""  # text, caption, or the arguments of a command
    command: str = ""  # without the slash, lower case
    data: str = ""  # of the button
    message_id: int | None = None  # of the message whose button was pressed
    query_id: str = ""  # of the callback query
    offered: bool = False  # the message is known to have carried this button: not forged
    file_id: str = ""
    file_name: str = ""
    file_size: int = 0  # bytes
    mime: str = ""  # as the sender's app says
    content: bytes = b""  # of a .csv or .xlsx document up to 1 MB; empty: another, or not had
    album: str = ""  # media group: several files sent as one
    latitude: float | None = None
    longitude: float | None = None
    edited: bool = False


@dataclass
class Turn:
    """What a handler gets. It reads `input`, calls one operation, and says what comes next."""

    tx: Transaction
    at: datetime
    input: Input
    who: Conversation
    steps: dict[str, Step]
    bot_name: str = ""
    key: str = field(default="", repr=False)  # the service's secret: signs the codes of visits
    public_url: str = ""  # of the pages on the web; empty: not known
    can_ride: bool = False  # the reply may travel in the webhook's response
    arguments: tuple[str, ...] = ()  # of the button
    alert: dict[str, Any] | None = None  # shown over the pressed button
    rode: dict[str, Any] | None = None  # the reply that travels in the webhook's response
    replay: Callable[[Turn, Input], None] | None = None  # the router, for `go_on`
    _said: list[Outgoing] = field(default_factory=list)
    _dirty: bool = False

    @property
    def person_id(self) -> int:
        return self.who.person_id

    @cached_property
    def authority(self) -> Authority:
        """Loaded when first asked for; most turns are a citizen's."""
        return people.known_authority(self.tx, self.person_id, self.at)

    def has(self, *roles: Role) -> bool:
        return self.authority.holds(roles)

    def integer(self, place: int) -> int:
        """The button's argument at `place` as a number.

        A forged one raises ValueError or IndexError; the router answers it politely.
        """
        return int(self.arguments[place])

    def say(self, key: str, *, to: int | None = None, edit: bool = False, **rest: Any) -> None:
        """Promise a message. `to`: another person's id, then it is a notice.

        edit: change the message whose button was pressed; without one it is a new message.
        The keywords of `body` (buttons, keyboard, attachments, file, point, proofs, menu),
        `urgency`, `unit_id` and `case_id` say how; all others are values of the text.
        """
        how = {name: rest.pop(name) for name in _BODY if name in rest}
        row = {name: rest.pop(name) for name in ("urgency", "unit_id", "case_id") if name in rest}
        own = to is None or to == self.person_id
        if edit and own:
            how["edit"] = self.input.message_id
        row.setdefault("urgency", Urgency.REPLY if own else Urgency.NOTICE)
        self._said.append(Outgoing(to or self.person_id, body(key, rest, **how), **row))

    def pop_up(self, key: str, *, modal: bool = False, **values: Any) -> None:
        """Show a short text over the pressed button."""
        self.alert = {"key": key, "values": encode(values), "modal": modal}

    def ask(self, step: str, **data: Any) -> None:
        """Open a step: store it, then let it ask. `data` is what the dialogue knows so far."""
        self.who = replace(self.who, step=step, serial=self.who.serial + 1, data=data)
        self._dirty = True
        self.steps[step].ask(self)

    def ask_again(self, **changes: Any) -> None:
        """Ask the open step's question once more, with changed data."""
        if self.who.step is None:
            raise LookupError("no step is open")
        self.ask(self.who.step, **(self.who.data | changes))

    def keep(self, **changes: Any) -> None:
        """Change the dialogue's data without asking anew."""
        self.who = replace(self.who, data=self.who.data | changes)
        self._dirty = True

    @property
    def roles(self) -> list[str]:
        """The roles held now, for the command menu, also when this turn has changed them."""
        return roles_of(self, self.person_id)

    def finish(self) -> None:
        """Close the dialogue and forget what it knew."""
        if self.who.step is not None or self.who.data:
            self.who = replace(self.who, step=None, data={})
            self._dirty = True

    @property
    def data(self) -> dict[str, Any]:
        return self.who.data

    def choice(self, label: Text | str, value: object) -> Button:
        """A button of the open question; it grows old with the question."""
        return Button(label, f"={self.who.serial}:{value}")

    def go_on(self, wanted: Input) -> None:
        """Take up what the person wanted before a question came in between. When that is refused,
        the answer to the question stays."""
        if self.replay is None:
            raise LookupError("no router to go on with")
        self.finish()
        who, said = self.who, len(self._said)
        try:
            with self.tx.savepoint():
                self.replay(self, wanted)
        except Refused as refused:
            self.who = who
            del self._said[said:]
            self.say(refused.key, **refused.values)

    def flush(self) -> None:
        """Store the step and the promised messages."""
        if self._dirty:
            who = self.who
            dialogs.save(self.tx, who.person_id, who.step, who.serial, who.data, self.at)
        own = [m for m in self._said if m.person_id == self.person_id]
        rides = self.can_ride and len(own) == 1 and _may_ride(own[0].body)
        for message in self._said:
            mine = message.person_id == self.person_id
            outbox.put(
                self.tx,
                message,
                self.at,
                update_id=self.input.update_id,
                rides=rides and mine,
            )
        self.rode = own[0].body if rides else None


def roles_of(turn: Turn, person_id: int) -> list[str]:
    """The roles a person holds now, for the command menu."""
    held = people.authority(turn.tx, person_id, turn.at).appointments
    return sorted({str(appointment.role) for appointment in held})


_BODY = frozenset({"buttons", "keyboard", "attachments", "file", "point", "proofs", "menu"})


def _may_ride(message: dict[str, Any]) -> bool:
    """One Bot API call of plain text, surely within 4,096 characters once it is escaped."""
    if message.keys() & {"attachments", "file", "place", "proofs", "menu"}:
        return False
    values = str(message["values"])
    units = len(html.escape(values, quote=False).encode("utf-16-le")) // 2
    return units + TEMPLATE * values.count("'text':") <= RIDE_LIMIT


Handler = Callable[[Turn], None]


@dataclass(frozen=True, slots=True)
class Step:
    """A named step of a dialogue: `ask` puts the question, `take` receives the answer.

    accepts: kinds of input that `take` understands; anything else is asked again with a reason.
    A pressed choice arrives as `turn.input.data`.
    """

    ask: Handler
    take: Handler
    accepts: frozenset[Kind] = frozenset({Kind.TEXT})
    buttons: bool = True  # the question has choices


@dataclass(frozen=True, slots=True)
class Route:
    """A command or button: its handler, who may use it, and whether consent is needed first."""

    handler: Handler
    roles: frozenset[Role] = frozenset()  # empty: everybody
    consent: bool = False
    menu: str = ""  # text key of the description in the command menu; empty: not shown


def route(handler: Handler, *roles: Role, consent: bool = False, menu: str = "") -> Route:
    return Route(handler, frozenset(roles), consent, menu)


def step(ask: Handler, take: Handler, *accepts: Kind, buttons: bool = True) -> Step:
    return Step(ask, take, frozenset(accepts or (Kind.TEXT,)), buttons)
