"""Outbox -> Telegram: read what waits, pace, render, send outside any transaction, mark.

One process sends (it holds the lease `sender`), because Telegram's limits are per token. Within
it: one message at a time per chat, in order; replies first; a bucket of `rate` messages a second;
notices at least 1.1 s apart per chat, counted from the end of a send.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import structlog
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot import metrics
from bot.clock import Clock
from bot.files.luggage import NotReady
from bot.files.porter import Porter
from bot.files.storage import Storage
from bot.rendering import Call, calls
from bot.telegram_api import later, perform, seconds
from handlers import delivery
from handlers.files import Maker
from models import leases, outbox
from models.complaints import files
from models.database import TRANSIENT, Database, Transaction
from models.outbox import Due, Urgency

log = structlog.get_logger()

WINDOW = 200  # rows looked at at once, and more when all of those must wait
WIDEST = 12_800
PARALLEL = 12  # sends in flight: 28/s at 0.4 s each; a kill doubles at most these
LOOK_EVERY = 0.5  # seconds: rows of other processes are found by looking
GIVE_UP_AFTER = timedelta(hours=48)
BACKOFF_LIMIT = 60.0  # seconds between tries while Telegram is away
TROUBLE = 3  # failures in a row before everything pauses, not just one chat
AWAY = 1.0  # seconds before the database is asked again
FILES_AGAIN = 5.0  # seconds before a message looks again for its files, unless told earlier
LAST_SENDS = 10.0  # seconds a send in flight may still take when we stop


@dataclass
class Pace:
    """What keeps the sender below Telegram's limits. Times are monotonic seconds."""

    rate: float  # messages a second
    chat_pause: float  # seconds between notices to one chat
    filled_at: float
    paused_until: float = 0.0
    last_429: tuple[int, float] = (0, 0.0)  # chat and until when it waits
    chat_free_at: dict[int, float] = field(default_factory=dict)
    failures: int = 0

    def __post_init__(self) -> None:
        self.burst = max(1.0, self.rate / 10)
        self.tokens = self.burst

    def take(self, now: float) -> float:
        """Take one token; 0 when it was had, else the seconds until there is one."""
        if now < self.paused_until:
            return self.paused_until - now
        self.tokens = min(self.burst, self.tokens + (now - self.filled_at) * self.rate)
        self.filled_at = now
        if self.tokens >= 1:
            self.tokens -= 1
            return 0.0
        return (1 - self.tokens) / self.rate

    def told_to_wait(self, chat: int, wait: float, now: float) -> None:
        """429: the chat waits; a second chat told so in that time means the limit of the token."""
        other, until = self.last_429
        if other != chat and now < until:
            self.paused_until = max(self.paused_until, now + wait)
        self.last_429 = (chat, now + wait)
        self.chat_free_at[chat] = now + wait

    def failed(self, now: float) -> float:
        """The seconds to wait after a failure that is Telegram's or the network's."""
        self.failures += 1
        wait = min(BACKOFF_LIMIT, 2.0 ** min(self.failures - 1, 6))
        if self.failures >= TROUBLE:
            self.paused_until = now + wait
        return wait

    def sent(self, chat: int, urgency: int, now: float) -> None:
        self.failures = 0
        if urgency > Urgency.REPLY:
            self.chat_free_at[chat] = now + self.chat_pause
        if len(self.chat_free_at) > 10_000:
            self.chat_free_at = {c: at for c, at in self.chat_free_at.items() if at > now}


class Dispatcher:
    def __init__(
        self,
        database: Database,
        bot: Bot,
        clock: Clock,
        makers: Mapping[str, Maker],
        *,
        storage: Storage,
        rate: float,
        chat_pause: float,
    ) -> None:
        self._database = database
        self._bot = bot
        self._clock = clock
        self._makers = makers
        self._porter = Porter(database, storage, bot, clock)
        self._pace = Pace(rate, chat_pause, clock.monotonic())
        self._wake = asyncio.Event()
        self._busy: dict[int, int] = {}  # chat -> row in flight
        self._held: dict[int, float] = {}  # row -> until when it waits for its files
        self._tasks: set[asyncio.Task[None]] = set()
        self._holder = leases.new_holder()
        self._leads_until = float("-inf")

    @property
    def leading(self) -> bool:
        """Whether this process is the sender: until its lease lapses, even if the database,
        and with it the news that another took over, is out of reach."""
        return self._clock.monotonic() < self._leads_until

    def wake(self) -> None:
        self._wake.set()

    def files_ready(self) -> None:
        """A file was settled: what waits for files may try again."""
        self._held.clear()
        self.wake()

    async def answer(self, parameters: dict[str, Any]) -> None:
        """Stop a button's spinner. Not promised: when it fails the button just spins out."""
        try:
            await self._bot.answer_callback_query(**parameters)
        except TelegramError as error:
            log.debug("callback not answered", error=type(error).__name__)

    def answer_soon(self, parameters: dict[str, Any]) -> None:
        """Answer while the person's update is acknowledged; nothing waits for it."""
        self._keep(self.answer(parameters))

    async def run(self) -> None:
        """Send until cancelled, whenever this process holds the lease."""
        leading = asyncio.create_task(self._keep_lease())
        try:
            while True:
                wait = await self._round() if self.leading else LOOK_EVERY
                await self._rest(min(wait, LOOK_EVERY))
        finally:
            leading.cancel()
            await self._finish()

    async def _finish(self) -> None:
        """Let what is in flight arrive, then hand over the lease."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=LAST_SENDS)
            for task in late:
                task.cancel()
        if self.leading:
            await self._database.writer.run(lambda tx: leases.release(tx, "sender", self._holder))

    async def drain(self) -> None:
        """Send all that may be sent now, and what that leads to; leaves what must wait."""
        while True:
            await self._round()
            if not self._tasks:
                return
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    async def _keep_lease(self) -> None:
        while True:
            until = self._clock.monotonic() + leases.TERM.total_seconds()
            try:
                ours = await self._database.writer.run(
                    lambda tx: leases.acquire(tx, "sender", self._holder, self._clock.now())
                )
                self._leads_until = until if ours else float("-inf")
            except Exception as error:
                log.error("lease not renewed", error=type(error).__name__)
            self.wake()
            await asyncio.sleep(leases.RENEW_EVERY.total_seconds())

    async def _rest(self, wait: float) -> None:
        # not `wait_for`: in Python 3.11 it may swallow the cancellation that ends the sender
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(wait, 0.001)):
                await self._wake.wait()
        self._wake.clear()

    async def _round(self) -> float:
        """Start every send that may start; return the seconds until the next one may.

        When all rows of the window belong to chats that wait, it looks beyond them.
        """
        window = WINDOW
        while True:
            in_flight = set(self._busy)  # may end while we read: what we read is then out of date
            try:
                rows = await self._database.read(partial(outbox.waiting, limit=window))
            except Exception as error:
                log.error("outbox not read", error=type(error).__name__)
                return AWAY
            busy = len(self._busy)
            wait, to_the_end = self._start_sends(rows, in_flight)
            more = len(rows) == window < WIDEST and to_the_end and len(self._busy) == busy
            if not more:
                return wait
            window *= 2

    def _start_sends(self, rows: list[Due], in_flight: set[int]) -> tuple[float, bool]:
        """Seconds until the next send may start, and whether all rows were looked at."""
        wait, seen, now = LOOK_EVERY, in_flight | set(self._busy), self._clock.monotonic()
        for row in rows:
            if row.telegram_id in seen:
                continue  # one at a time per chat, in order
            seen.add(row.telegram_id)
            delay = self._delay(row, now)
            if delay > 0:
                wait = min(wait, delay)
            elif len(self._busy) >= PARALLEL:
                return wait, False
            else:
                delay = self._pace.take(now)
                if delay > 0:
                    return min(wait, delay), False
                self._busy[row.telegram_id] = row.id
                self._start(self._deliver(row))
        return wait, True

    def _delay(self, row: Due, now: float) -> float:
        """Seconds until this row may be sent, by its own next try and its chat's pause."""
        own = (row.next_try_at - self._clock.now()).total_seconds()
        free = self._pace.chat_free_at.get(row.telegram_id, 0.0) - now
        return max(own, free, self._held.get(row.id, 0.0) - now)

    def _start(self, sending: Coroutine[Any, Any, None]) -> None:
        """Send; when that is over, the next row of the chat may go."""
        self._keep(sending).add_done_callback(self._ended)

    def _keep(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and task.exception() is not None:
            log.error("sending broke", error=type(task.exception()).__name__)
        self.wake()

    async def _deliver(self, row: Due) -> None:
        try:
            await self._send(row)
        except NotReady:
            self._held[row.id] = self._clock.monotonic() + FILES_AGAIN
        except RetryAfter as told:
            wait = seconds(told.retry_after)
            self._pace.told_to_wait(row.telegram_id, wait, self._clock.monotonic())
            await self._retry(row, wait, f"429: wait {wait:.0f} s")
        except Forbidden as error:
            await self._unreachable(row, f"403: {error.message}")
        except BadRequest as error:
            await self._give_up(row, f"400: {error.message}")
        except NetworkError as error:
            wait = self._pace.failed(self._clock.monotonic())
            await self._retry(row, wait, type(error).__name__)
        except TelegramError as error:
            await self._retry(row, self._pace.failed(self._clock.monotonic()), type(error).__name__)
        except TRANSIENT as error:  # a file could not be made while the database was away
            await self._retry(row, AWAY, type(error).__name__)
        except Exception as error:
            log.error("message not made", row=row.id, error=type(error).__name__)
            await self._give_up(row, f"not made: {type(error).__name__}")
        else:
            self._pace.sent(row.telegram_id, row.urgency, self._clock.monotonic())
            metrics.SENT.labels("sent").inc()
            at = self._clock.now()
            mark = outbox.mark_shown if row.body.get("once") else outbox.mark_sent
            await self._mark(lambda tx: mark(tx, [row.id], at))
        finally:
            del self._busy[row.telegram_id]

    async def _send(self, row: Due) -> None:
        parts = calls(row.body, row.telegram_id, row.language, await self._porter.fetch(row))
        self._held.pop(row.id, None)
        for number, call in enumerate(parts, 1):
            if number <= row.parts_sent:
                continue
            await self._perform(call, row)
            if number < len(parts):
                await self._part(row, number)

    async def _part(self, row: Due, number: int) -> None:
        await self._mark(lambda tx: outbox.mark_part(tx, row.id, number))

    async def _mark(self, work: Callable[[Transaction], None]) -> None:
        """Store what became of a row, however long the database is away: until then its chat is
        busy, since a row that is not marked would be sent again and again."""
        while True:
            try:
                await self._database.writer.run(work)
                return
            except TRANSIENT as error:
                log.error("delivery not stored", error=type(error).__name__)
            await asyncio.sleep(AWAY)

    async def _perform(self, call: Call, row: Due) -> None:
        if call.attached is not None:
            if call.attached and (fresh := await self._porter.carry(call.attached, row)):
                await self._mark(lambda tx: files.remember(tx, fresh))
            return
        made = None
        if call.file is not None:
            file, language = call.file, row.language
            maker = self._makers[file["maker"]]
            made = await self._database.read(lambda tx: maker(tx, language, file["arguments"]))
        try:
            await perform(self._bot, call, made)
        except BadRequest as error:
            instead = _instead(call, error.message)
            if instead is None:
                log.warning("part left out", row=row.id, method=call.method, reason=error.message)
            else:
                await self._perform(instead, row)

    async def _retry(self, row: Due, wait: float, reason: str) -> None:
        now = self._clock.now()
        if now - row.created_at > GIVE_UP_AFTER:
            await self._give_up(row, reason)
            return
        metrics.SENT.labels("retried").inc()
        next_try_at = later(now, wait)
        await self._mark(lambda tx: outbox.mark_retry(tx, row.id, next_try_at, reason))

    async def _give_up(self, row: Due, reason: str) -> None:
        at = self._clock.now()

        def work(tx: Transaction) -> None:
            outbox.mark_failed(tx, row.id, at, reason)
            delivery.given_up(tx, row, at)

        await self._failed(row, reason, work)

    async def _unreachable(self, row: Due, reason: str) -> None:
        at = self._clock.now()
        await self._failed(row, reason, lambda tx: delivery.unreachable(tx, row, at, reason))

    async def _failed(self, row: Due, reason: str, work: Callable[[Transaction], None]) -> None:
        metrics.SENT.labels("failed").inc()
        try:
            await self._mark(work)
        except Exception as error:  # the row must leave the queue, whoever cannot be told
            log.error("failure not told", row=row.id, error=type(error).__name__)
            at = self._clock.now()
            await self._mark(lambda tx: outbox.mark_failed(tx, row.id, at, reason))


def _instead(call: Call, reason: str) -> Call | None:
    """What to do after a 400: None to go on without this call; raises it when nothing helps.

    What goes with the words (a photo, the place, the menu) does not keep them back.
    """
    lowered = reason.lower()
    if "not modified" in lowered or call.goes_along:
        return None
    if call.method == "editMessageText" and "edit" in lowered:
        parameters = {k: v for k, v in call.parameters.items() if k != "message_id"}
        return Call("sendMessage", parameters)
    if "entities" in lowered and "parse_mode" in call.parameters:
        return call.plain()
    raise BadRequest(reason)
