"""The world inside the box: people, chats, files, waiting updates. State and rules, no HTTP.

Not thread-safe: everything happens on one event loop. Time comes from the `clock` given, which
returns an aware datetime; the world never asks another.
"""

import asyncio
import random
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.driver import Person
from bot.sandbox.errors import ApiError, Json, bad_request
from bot.sandbox.faults import Faults
from bot.sandbox.files import FileShelf
from bot.sandbox.state import Alert, Call, Entry, Pending, PersonRecord, Query, Webhook

UPDATES_WAIT = timedelta(hours=24)
"""Telegram keeps an unfetched update this long (Bot API, "Getting updates")."""
QUERY_WAITS = timedelta(minutes=10)
"""How long a tapped button may be answered; Telegram does not publish its figure."""
CALLS_KEPT = 50_000
DEFAULT_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

Listener = Callable[[Json], None]


class World:
    """Everything Telegram knows about one bot."""

    def __init__(
        self,
        token: str,
        *,
        clock: Callable[[], datetime],
        bot_username: str = "SuaraWargaBot",
        bot_name: str = "Suara Warga",
        seed: int = 0,
    ) -> None:
        self.token = token
        self.clock = clock
        self.bot_username = bot_username
        self.bot_name = bot_name
        self.random = random.Random(seed)
        self.faults = Faults(random.Random(seed))
        self.files = FileShelf(self.random)
        self.records: dict[int, PersonRecord] = {}
        self.chats: dict[int, list[Entry]] = {}
        self.alerts: dict[int, list[Alert]] = {}
        self.queries: dict[str, Query] = {}
        self.queue: list[Pending] = []
        self.webhook = Webhook()
        self.allowed_updates: list[str] = []
        self.commands: dict[str, list[Json]] = {}
        self.descriptions: dict[str, str] = {}
        self.menu_button: Json = {"type": "commands"}
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.next_update = self.random.randrange(100_000_000, 900_000_000)
        self.next_message = 1
        self.next_person = 700_000_001
        self.poller = 0
        self.revision = 0
        self._listeners: list[Listener] = []
        self._waiters: set[asyncio.Future[None]] = set()

    # -- people -----------------------------------------------------------------------------

    @property
    def bot_id(self) -> int:
        return int(self.token.split(":")[0])

    def bot_user(self) -> Json:
        """The bot's own `User` object."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.bot_name,
            "username": self.bot_username,
        }

    def person(
        self,
        first_name: str = "Sari",
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "id",
        id: int | None = None,
        role: str = "",
        about: str = "",
    ) -> Person:
        """Somebody new; or, when `id` is known already, that person with these labels."""
        if id is None:
            id, self.next_person = self.next_person, self.next_person + 1
        record = self.records.setdefault(id, PersonRecord(id, first_name))
        record.first_name, record.last_name = first_name, last_name
        record.username, record.language_code = username, language_code
        record.role, record.about = role, about
        self.next_person = max(self.next_person, id + 1)
        self.chats.setdefault(id, [])
        self.alerts.setdefault(id, [])
        self.notify("people")
        return Person(self, record)

    def find(self, person_id: int) -> Person:
        """Somebody known already; KeyError otherwise."""
        return Person(self, self.records[person_id])

    @property
    def people(self) -> list[Person]:
        return [Person(self, record) for record in self.records.values()]

    # -- chats ------------------------------------------------------------------------------

    def reachable(self, chat_id: int) -> PersonRecord:
        """The person of a chat the bot may write to, or Telegram's refusal."""
        record = self.records.get(chat_id)
        if record is None:
            raise bad_request("chat not found")
        if record.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if not record.started:
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        return record

    def add_message(
        self, person_id: int, content: Json, *, from_bot: bool, silent: bool = False
    ) -> Entry:
        """Put a message into a chat; `content` is what it has beside id, date, chat, sender."""
        record = self.records[person_id]
        message = {
            "message_id": self.next_message,
            "date": int(self.clock().timestamp()),
            "chat": record.chat(),
            "from": self.bot_user() if from_bot else record.user(),
            **content,
        }
        self.next_message += 1
        entry = Entry(message, from_bot, silent=silent)
        self.chats[person_id].append(entry)
        self.notify("chat", person_id)
        return entry

    def visible(self, person_id: int) -> list[Entry]:
        """A chat as its person sees it, oldest first."""
        return [entry for entry in self.chats.get(person_id, []) if not entry.deleted]

    def entry(self, chat_id: int, message_id: int) -> Entry | None:
        """One visible message of a chat, searched from the newest."""
        chat = reversed(self.chats.get(chat_id, []))
        return next((e for e in chat if e.id == message_id and not e.deleted), None)

    def alert(self, person_id: int, alert: Alert) -> None:
        """Show a person what `answerCallbackQuery` says."""
        self.alerts[person_id].append(alert)
        self.notify("alert", person_id, text=alert.text, show_alert=alert.show_alert)

    def query(self, query_id: str) -> Query | None:
        """A tap that may still be answered."""
        query = self.queries.get(query_id)
        if query is None or self.clock() - query.at > QUERY_WAITS:
            return None
        return query

    def new_query(self, person_id: int) -> Query:
        """A tap on an inline button."""
        identity = str(self.random.getrandbits(62))
        query = self.queries[identity] = Query(identity, person_id, self.clock())
        return query

    # -- updates ----------------------------------------------------------------------------

    @property
    def pending(self) -> int:
        """How many updates wait, duplicates included."""
        return len(self.queue)

    def enqueue(self, kind: str, person_id: int, content: Json) -> Json | None:
        """A new update for the bot; None when the bot does not want this kind."""
        wanted = self.allowed_updates or DEFAULT_UPDATES
        if kind not in wanted:
            return None
        update = {"update_id": self.next_update, kind: content}
        self.next_update += 1
        copies = 2 if self.faults.duplicates else 1
        waiting = [Pending(update, self.clock(), f"{kind}:{person_id}") for _ in range(copies)]
        self.queue += waiting
        self.notify("update", person_id)
        return update

    def waiting(self) -> list[Pending]:
        """The updates still worth delivering, in the order in which they would be delivered."""
        oldest = self.clock() - UPDATES_WAIT
        self.queue = [item for item in self.queue if item.at > oldest]
        order = list(self.queue)
        if self.faults.reorder:
            self.faults.random.shuffle(order)
        return order

    def confirm(self, before: int) -> None:
        """Forget the updates below an offset, as getUpdates does."""
        self._keep(item for item in self.queue if item.id >= before)

    def delivered(self, item: Pending) -> None:
        """Forget one copy of an update, as a webhook's 200 does."""
        self._keep(other for other in self.queue if other is not item)

    def drop_updates(self) -> None:
        """Forget every waiting update."""
        self._keep(iter(()))

    def take_updates(self) -> list[Json]:
        """Hand out all waiting updates and forget them: for a consumer in this process."""
        taken = [item.update for item in self.waiting()]
        self.drop_updates()
        return taken

    def _keep(self, items: Iterator[Pending]) -> None:
        before = len(self.queue)
        self.queue = list(items)
        if len(self.queue) != before:
            self.notify("queue")

    # -- telling others ---------------------------------------------------------------------

    def calls_to(self, method: str) -> list[Call]:
        """The logged calls of one method, oldest first."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every event; returns the way to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def notify(self, kind: str, person_id: int | None = None, **details: Any) -> None:
        """Something changed: wake whoever waits, tell whoever listens."""
        self.revision += 1
        waiters, self._waiters = self._waiters, set()
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)
        for listener in list(self._listeners):
            listener({"kind": kind, "person": person_id, **details})

    async def until(self, predicate: Callable[[], object], within: float = 5.0) -> None:
        """Wait until `predicate()` is true, looking after each change.

        TimeoutError when that does not happen `within` so many seconds.
        """
        async with asyncio.timeout(within):
            while not predicate():
                await self._change()

    async def _change(self) -> None:
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            await waiter
        finally:
            self._waiters.discard(waiter)
