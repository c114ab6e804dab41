"""How updates come in: polling or webhook. An update is acknowledged after its commit."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot import metrics, rendering, updates
from bot.dispatcher import Dispatcher
from bot.router import Reply, Router
from bot.telegram_api import READ_TIMEOUT, seconds
from handlers.turn import Input, Kind
from models import intake, outbox
from models.database import TRANSIENT, Database, Transaction
from models.dialogs import load

log = structlog.get_logger()

READ_LIMIT = 1_000_000  # bytes of a file that is read
READ_ENDINGS = (".csv", ".xlsx")
AWAY = 2.0  # seconds before asking again while Telegram or the database is away


class Intake:
    """What both transports do with an update."""

    def __init__(
        self, bot: Bot, database: Database, router: Router, dispatcher: Dispatcher
    ) -> None:
        self._bot = bot
        self._database = database
        self._router = router
        self._dispatcher = dispatcher

    async def receive(self, update: Any, *, can_ride: bool = False) -> dict[str, Any] | None:
        """Handle an update, Telegram's JSON, durably. Returns the method that may ride in a
        webhook's response. Raises `updates.Malformed` when it is no update."""
        change = updates.reachable_again(update)
        if change is not None:
            await self._reachable(*change)
            return None
        received = updates.read(update)
        if received is None:
            return None
        received = await self._with_content(received)
        with metrics.HANDLING.time():
            reply = await self._router.handle(received, update, can_ride=can_ride)
        metrics.UPDATES.inc()
        if reply.promised:
            self._dispatcher.wake()
        return self._respond(reply, can_ride)

    def _respond(self, reply: Reply, can_ride: bool) -> dict[str, Any] | None:
        """A text that cannot be made is our defect: the update is handled all the same."""
        try:
            return self._answer(reply, can_ride)
        except Exception as error:
            log.error("answer not made", error=type(error).__name__)
            return None

    def _answer(self, reply: Reply, can_ride: bool) -> dict[str, Any] | None:
        riding = None
        if reply.body is not None:
            riding = rendering.webhook_response(reply.body, reply.telegram_id, reply.language)
        if not reply.query_id:
            return riding
        answer = rendering.alert(reply.language, reply.alert, reply.query_id)
        if can_ride and riding is None:
            return {"method": "answerCallbackQuery", **answer}
        self._dispatcher.answer_soon(answer)
        return riding

    async def _reachable(self, update_id: int, telegram_id: int, reachable: bool) -> None:
        """Once per update: a block that is delivered again must not undo what came after it."""
        at = self._router.clock.now()

        def work(tx: Transaction) -> None:
            fresh = intake.record(tx, update_id, at)
            who = load(tx, telegram_id)
            if fresh and who is not None:
                outbox.mark_unreachable(tx, who.person_id, None if reachable else at)

        await self._database.writer.run(work)

    async def _with_content(self, received: Input) -> Input:
        """Fetch a small table before the Writer sees the update: handlers do no I/O."""
        named = received.file_name.lower()
        if received.kind is not Kind.DOCUMENT or not named.endswith(READ_ENDINGS):
            return received
        if received.file_size > READ_LIMIT:
            return received
        try:
            file = await self._bot.get_file(received.file_id)
            return replace(received, content=bytes(await file.download_as_bytearray()))
        except TelegramError as error:
            log.warning("file not fetched", error=type(error).__name__)
            return received


class Polling:
    """Long polling: the offset moves on only after everything before it is committed."""

    def __init__(self, bot: Bot, intake: Intake, timeout: int) -> None:
        self._bot = bot
        self._intake = intake
        self._timeout = timeout
        self._offset: int | None = None

    async def run(self) -> None:
        while True:
            try:
                await self.once(self._timeout)
            except InvalidToken:
                raise
            except Conflict:
                log.error("another process polls with this token, or a webhook is set: stop it")
                await asyncio.sleep(AWAY)
            except RetryAfter as told:
                await asyncio.sleep(seconds(told.retry_after))
            except NetworkError as error:
                log.warning("telegram is away", error=type(error).__name__)
                await asyncio.sleep(AWAY)
            except TRANSIENT as error:
                log.error("the database is away", error=type(error).__name__)
                await asyncio.sleep(AWAY)
            except Exception as error:  # the queue is Telegram's: nothing is lost by asking again
                log.error("updates not taken in", error=type(error).__name__)
                await asyncio.sleep(AWAY)

    async def once(self, wait: int = 0) -> int:
        """Fetch and handle one batch; returns its size."""
        fetched = await self._bot.get_updates(
            offset=self._offset,
            timeout=wait,
            read_timeout=READ_TIMEOUT,  # PTB adds `timeout`
            allowed_updates=updates.ALLOWED,
        )
        by_person: dict[int, list[Update]] = {}
        for update in fetched:
            sender = update.effective_user
            by_person.setdefault(sender.id if sender else 0, []).append(update)
        handled = await asyncio.gather(
            *(self._in_order(mine) for mine in by_person.values()), return_exceptions=True
        )
        for error in handled:
            if error is not None:
                raise error  # after all have ended: the whole batch comes again
        if fetched:
            self._offset = max(update.update_id for update in fetched) + 1
        return len(fetched)

    async def _in_order(self, mine: list[Update]) -> None:
        for update in mine:
            try:
                await self._intake.receive(update.to_dict())
            except updates.Malformed as error:  # it would come again for ever, and hold up all
                log.error(
                    "update not understood", update_id=update.update_id, error=type(error).__name__
                )
