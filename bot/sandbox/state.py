"""What the world remembers: plain records, all of them JSON-friendly except file contents."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.sandbox.errors import Json


@dataclass
class PersonRecord:
    """Somebody with a Telegram account, and the private chat with the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "id"
    role: str = ""
    about: str = ""
    started: bool = False
    blocked: bool = False
    read_up_to: int = 0
    keyboard: Json | None = None
    keyboard_message: int = 0
    hidden: bool = False  # has a chat, which the page does not list

    def user(self) -> Json:
        """The Bot API's `User` object."""
        names = {"last_name": self.last_name, "username": self.username}
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            **{key: value for key, value in names.items() if value},
            "language_code": self.language_code,
        }

    def chat(self) -> Json:
        """The Bot API's `Chat` object of the private chat."""
        names = {"last_name": self.last_name, "username": self.username}
        return {
            "id": self.id,
            "first_name": self.first_name,
            **{key: value for key, value in names.items() if value},
            "type": "private",
        }


@dataclass
class Entry:
    """One message of a chat: `message` is the Bot API's `Message` object as sent to the bot."""

    message: Json
    from_bot: bool
    deleted: bool = False
    silent: bool = False  # came without a sound

    @property
    def id(self) -> int:
        return int(self.message["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self.message["chat"]["id"])


@dataclass
class Pending:
    """An update that waits for the bot; it expires 24 hours after `at`."""

    update: Json
    at: datetime
    queue: str

    @property
    def id(self) -> int:
        return int(self.update["update_id"])


@dataclass
class FileRecord:
    """A stored file. `size` (bytes) may exceed `len(data)`: a large file need not be real."""

    file_id: str
    unique_id: str
    path: str
    mime: str
    size: int
    data: bytes = field(repr=False)


@dataclass
class Webhook:
    """The webhook's settings and what went wrong last; no URL means polling."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""


@dataclass(frozen=True)
class Alert:
    """What `answerCallbackQuery` showed to a person."""

    text: str
    show_alert: bool
    url: str
    at: datetime


@dataclass(frozen=True)
class Call:
    """One call of the Bot API, as logged: `status` is the HTTP status answered."""

    method: str
    params: dict[str, Any]
    status: int
    description: str
    at: datetime
    chat_id: int | None


@dataclass
class Query:
    """A tap on an inline button, waiting for its answer."""

    id: str
    person: int
    at: datetime
    answered: bool = False
