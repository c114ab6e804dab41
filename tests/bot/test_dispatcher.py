"""The sender: what was read while a send ended is out of date."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from sqlalchemy import exc

from bot.dispatcher import Dispatcher
from handlers.files import MadeFile
from handlers.message import File, body
from models import outbox
from models.database import Database, Transaction
from models.outbox import Outgoing
from tests.town import Town

T = TypeVar("T")


class SlowReading:
    """A database whose second look at the outbox arrives after a send that it still saw waiting.

    Its readings, in order: the outbox; the file of the first message, held back until the outbox
    was read again; the outbox again, held back until that message is marked as sent.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.writer = self
        self.readings = self.writings = 0
        self.looked_again = asyncio.Event()
        self.both_marked = asyncio.Event()

    async def read(self, work: Callable[[Transaction], T]) -> T:
        self.readings += 1
        number = self.readings
        if number == 2:
            await self.looked_again.wait()
        found = await self._database.read(work)
        if number == 3:
            self.looked_again.set()
            await self.both_marked.wait()
        return found

    async def run(self, work: Callable[[Transaction], T]) -> T:
        result = await self._database.writer.run(work)
        self.writings += 1
        if self.writings == 2:
            self.both_marked.set()
        return result


async def test_a_file_is_made_again_when_the_database_was_away(sqlite_town: Town) -> None:
    await sqlite_town.consenting("Budi")
    failures = [exc.OperationalError("away", None, Exception())]

    def maker(_tx: Transaction, _language: str, _arguments: dict[str, Any]) -> MadeFile:
        if failures:
            raise failures.pop()
        return MadeFile("made.txt", b"made")

    message = Outgoing(1, body("cancelled", {}, file=File("made", {})))
    await sqlite_town.write(lambda tx: outbox.put(tx, message, sqlite_town.clock.now()))
    app = sqlite_town.app
    sender = Dispatcher(
        app.database,
        app.bot,
        sqlite_town.clock,
        {"made": maker},
        storage=app.storage,
        rate=1000,
        chat_pause=0,
    )
    await sender.drain()
    assert sqlite_town.world.calls_to("sendDocument") == []
    sqlite_town.clock.move(timedelta(seconds=2))
    await sender.drain()
    assert len(sqlite_town.world.calls_to("sendDocument")) == 1


async def test_a_row_that_was_sent_while_it_was_being_read_is_not_sent_again(
    sqlite_town: Town,
) -> None:
    await sqlite_town.consenting("Budi")
    await sqlite_town.consenting("Wati")
    at = sqlite_town.clock.now()
    slow_message = Outgoing(1, body("cancelled", {}, file=File("slow", {})))
    quick_message = Outgoing(2, body("cancelled", {}))

    def put(tx: Transaction) -> None:
        outbox.put(tx, slow_message, at)
        outbox.put(tx, quick_message, at)

    await sqlite_town.write(put)
    slow: Any = SlowReading(sqlite_town.app.database)
    makers = {"slow": lambda tx, language, arguments: MadeFile("slow.txt", b"slow")}
    sender = Dispatcher(
        slow,
        sqlite_town.app.bot,
        sqlite_town.clock,
        makers,
        storage=sqlite_town.app.storage,
        rate=1000,
        chat_pause=0,
    )
    await sender.drain()
    assert slow.readings >= 3
    assert len(sqlite_town.world.calls_to("sendDocument")) == 1
