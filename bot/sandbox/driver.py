"""Acting as somebody in a chat: `person.sends("…")`, `person.taps("…")`, `person.sees("…")`.

Everything a person does is immediate: it changes the world and queues an update for the bot.
Waiting for the bot's answer is the caller's business (`await world.until(…)`).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.sandbox import keyboards, samples
from bot.sandbox.entities import detect, to_html
from bot.sandbox.errors import Json
from bot.sandbox.links import payload_of
from bot.sandbox.state import Alert, Entry, PersonRecord

if TYPE_CHECKING:
    from bot.sandbox.world import World


class Message:
    """One message of a chat, as its person sees it."""

    def __init__(self, world: "World", entry: Entry) -> None:
        self._world = world
        self._entry = entry

    @property
    def raw(self) -> Json:
        """The Bot API's `Message` object."""
        return self._entry.message

    @property
    def id(self) -> int:
        return self._entry.id

    @property
    def from_bot(self) -> bool:
        return self._entry.from_bot

    @property
    def silent(self) -> bool:
        """Whether it came without a sound."""
        return self._entry.silent

    @property
    def text(self) -> str:
        """The plain text or caption; empty when there is none."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def html(self) -> str:
        """The text or caption with its formatting as HTML."""
        entities = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return to_html(self.text, entities)

    @property
    def rows(self) -> list[list[Json]]:
        """The inline keyboard as sent."""
        rows: list[list[Json]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[list[str]]:
        """The labels of the inline keyboard, row by row."""
        return [[button["text"] for button in row] for row in self.rows]

    @property
    def photo(self) -> list[Json] | None:
        """The picture's `PhotoSize` list, smallest first."""
        return self.raw.get("photo")

    @property
    def document(self) -> Json | None:
        return self.raw.get("document")

    @property
    def voice(self) -> Json | None:
        return self.raw.get("voice")

    @property
    def location(self) -> Json | None:
        return self.raw.get("location")

    @property
    def data(self) -> bytes:
        """The bytes of the photo (largest size), document or voice message; KeyError when there
        is none."""
        part = self.raw["photo"][-1] if "photo" in self.raw else None
        part = part or self.raw.get("document") or self.raw["voice"]
        return self._world.files.get(part["file_id"]).data

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    def __repr__(self) -> str:
        who = "bot" if self.from_bot else self.raw["from"]["first_name"]
        return f"<{self.id} {who}: {self.text!r} {self.buttons or ''}>"


class Person:
    """Somebody with the chat open; two objects of the same person are interchangeable."""

    def __init__(self, world: "World", record: PersonRecord) -> None:
        self.world = world
        self.record = record

    @property
    def id(self) -> int:
        return self.record.id

    # -- sending ----------------------------------------------------------------------------

    def sends(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Types a text; commands, links and mentions get their entities."""
        content: Json = {"text": text}
        if entities := detect(text, []):
            content["entities"] = entities
        if reply_to is not None:
            content["reply_to_message"] = reply_to.raw
        return self._send(content)

    def opens(self, payload: str = "") -> Message:
        """Opens the bot by a link: sends `/start`, with the payload when there is one."""
        return self.sends(f"/start {payload}".strip())

    def sends_photo(self, data: bytes | None = None, caption: str = "") -> Message:
        """Sends a picture; a built-in one when no bytes are given."""
        return self._send({"photo": self._photo(data), **_caption(caption)})

    def sends_album(self, photos: Sequence[bytes | None] | int, caption: str = "") -> list[Message]:
        """Sends several pictures as one album (a number: that many built-in ones)."""
        pictures = [None] * photos if isinstance(photos, int) else photos
        group = str(self.world.random.getrandbits(53))
        return [
            self._send(
                {
                    "media_group_id": group,
                    "photo": self._photo(data, number),
                    **_caption("" if number else caption),
                }
            )
            for number, data in enumerate(pictures)
        ]

    def sends_document(
        self,
        name: str = "surat.pdf",
        data: bytes | None = None,
        caption: str = "",
        *,
        mime: str = "",
        size: int = 0,
    ) -> Message:
        """Sends a file, a letter when no bytes are given; `size` (bytes) may claim more than
        there is."""
        data = samples.letter() if data is None else data
        file = self.world.files.add("documents", name, data, mime, size)
        document = {
            **self.world.files.identity(file),
            "file_name": name,
            "mime_type": file.mime,
        }
        return self._send({"document": document, **_caption(caption)})

    def sends_location(self, latitude: float, longitude: float) -> Message:
        """Sends a place, in degrees."""
        return self._send({"location": {"latitude": latitude, "longitude": longitude}})

    def sends_voice(
        self, seconds: int = 4, data: bytes | None = None, caption: str = ""
    ) -> Message:
        """Sends a voice message; a silent one of so many seconds when no bytes are given."""
        sound = samples.voice(seconds) if data is None else data
        return self._send({"voice": self.world.files.voice(sound), **_caption(caption)})

    def sends_audio(self, name: str = "lagu.mp3", data: bytes = b"ID3" + bytes(60)) -> Message:
        """Sends a music file, which is no voice message."""
        file = self.world.files.add("music", name, data, "audio/mpeg")
        audio = {**self.world.files.identity(file), "duration": 60, "mime_type": file.mime}
        return self._send({"audio": {**audio, "file_name": name}})

    def sends_sticker(self, emoji: str = "👍") -> Message:
        file = self.world.files.add("stickers", "sticker.webp", samples.sticker(), "image/webp")
        looks = {"type": "regular", "width": 512, "height": 512, "emoji": emoji}
        kind = {"is_animated": False, "is_video": False}
        return self._send({"sticker": {**self.world.files.identity(file), **looks, **kind}})

    def sends_contact(self, phone_number: str = "+6281234567890") -> Message:
        """Sends the own contact card."""
        contact = {
            "phone_number": phone_number,
            "first_name": self.record.first_name,
            "user_id": self.id,
        }
        return self._send({"contact": contact})

    def edits(self, message: Message, text: str) -> Message:
        """Changes an own text or caption."""
        if message.from_bot:
            raise ValueError("a person edits own messages only")
        field = "text" if "text" in message.raw else "caption"
        message.raw[field] = text
        message.raw["edit_date"] = int(self.world.clock().timestamp())
        message.raw.pop("entities", None)
        if entities := detect(text, []):
            message.raw["entities" if field == "text" else "caption_entities"] = entities
        self.world.notify("chat", self.id)
        self.world.enqueue("edited_message", self.id, dict(message.raw))
        return message

    # -- tapping ----------------------------------------------------------------------------

    def taps(self, label: str, message: Message | None = None) -> Json | None:
        """Taps the newest visible button with that label or callback data.

        Returns the update this makes for the bot, or None (a link elsewhere). LookupError when
        there is no such button, naming those there are.
        """
        for candidate in [message] if message else reversed(self.messages):
            if button := keyboards.pick(candidate.rows, label):
                return self._tap_inline(button, candidate)
            if message is None and candidate.id == self.record.keyboard_message:
                break
        if message is None and (button := keyboards.pick(self.keyboard_rows, label)):
            return self._tap_reply(button)
        return self._tap_older(label, message)

    def _tap_older(self, label: str, message: Message | None) -> Json | None:
        """An inline button above the message that brought the reply keyboard."""
        for candidate in [] if message else reversed(self.messages):
            if button := keyboards.pick(candidate.rows, label):
                return self._tap_inline(button, candidate)
        raise LookupError(f"no button {label!r} among {self.visible_buttons()}")

    def visible_buttons(self) -> list[str]:
        """Every label in sight, newest message first, then the reply keyboard."""
        inline = [b for m in reversed(self.messages) for row in m.buttons for b in row]
        return inline + [button["text"] for row in self.keyboard_rows for button in row]

    @property
    def keyboard_rows(self) -> list[list[Json]]:
        """The reply keyboard above the input, empty when there is none."""
        keyboard = self.record.keyboard or {}
        rows: list[list[Json]] = keyboard.get("keyboard", [])
        return rows

    @property
    def keyboard(self) -> list[list[str]]:
        """The labels of the reply keyboard, row by row."""
        return [[button["text"] for button in row] for row in self.keyboard_rows]

    def _tap_reply(self, button: Json) -> Json | None:
        if (self.record.keyboard or {}).get("one_time_keyboard"):
            self.record.keyboard = None
        if button.get("request_location"):
            sent = self.sends_location(*samples.PLACES["kantor"])
        elif button.get("request_contact"):
            sent = self.sends_contact()
        else:
            sent = self.sends(button["text"])
        return sent.raw

    def _tap_inline(self, button: Json, message: Message) -> Json | None:
        if "url" in button:
            payload = payload_of(button["url"], self.world.bot_username)
            return None if payload is None else self.opens(payload).raw
        self._must_be_able()
        query = self.world.new_query(self.id)
        content = {
            "id": query.id,
            "from": self.record.user(),
            "message": message.raw,
            "chat_instance": str(self.id * 7919),
            "data": button.get("callback_data", ""),
        }
        return self.world.enqueue("callback_query", self.id, content)

    # -- the bot as such --------------------------------------------------------------------

    def blocks(self) -> None:
        """Stops the bot: its messages are refused from now on."""
        self._membership("member", "kicked")

    def unblocks(self) -> None:
        """Lets the bot write again."""
        self._membership("kicked", "member")

    def _membership(self, old: str, new: str) -> None:
        if self.record.blocked == (new == "kicked"):
            return
        self.record.blocked = new == "kicked"
        bot = self.world.bot_user()
        states = {
            name: {
                "user": bot,
                "status": status,
                **({"until_date": 0} if status == "kicked" else {}),
            }
            for name, status in (("old_chat_member", old), ("new_chat_member", new))
        }
        change = {
            "chat": self.record.chat(),
            "from": self.record.user(),
            "date": int(self.world.clock().timestamp()),
            **states,
        }
        self.world.notify("people")
        self.world.enqueue("my_chat_member", self.id, change)

    # -- seeing -----------------------------------------------------------------------------

    @property
    def messages(self) -> list[Message]:
        """The visible chat, newest last."""
        return [Message(self.world, entry) for entry in self.world.visible(self.id)]

    @property
    def last(self) -> Message:
        """The newest message; LookupError in an empty chat."""
        if not (messages := self.messages):
            raise LookupError(f"nothing was said in the chat of {self.record.first_name}")
        return messages[-1]

    @property
    def alerts(self) -> list[Alert]:
        """What answers to taps have shown, oldest first."""
        return self.world.alerts[self.id]

    def sees(self, fragment: str) -> bool:
        """Whether the bot said this in a visible message, its buttons, or an alert."""
        told = [m for m in self.messages if m.from_bot]
        shown = [m.text for m in told] + [b for m in told for row in m.buttons for b in row]
        return any(fragment in text for text in shown + [alert.text for alert in self.alerts])

    # -- beneath ----------------------------------------------------------------------------

    def _photo(self, data: bytes | None, number: int = 0) -> list[Json]:
        return self.world.files.photo(data if data is not None else samples.photo(number))

    def _send(self, content: Json) -> Message:
        self._must_be_able()
        self.record.started = True
        entry = self.world.add_message(self.id, content, from_bot=False)
        self.world.enqueue("message", self.id, dict(entry.message))
        return Message(self.world, entry)

    def _must_be_able(self) -> None:
        if self.record.blocked:
            raise PermissionError(f"{self.record.first_name} has blocked the bot")


def _caption(text: str) -> Json:
    if not text:
        return {}
    entities = detect(text, [])
    return {"caption": text, **({"caption_entities": entities} if entities else {})}
