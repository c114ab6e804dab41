"""Files that were sent along: fetched from Telegram, checked and cleaned apart, kept, marked.

Done by the process that sends (it holds the lease `sender`). Nothing is lost by a kill at any
point: until the row says `stored` it is simply begun again, under the same name in the storage.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from telegram import Bot
from telegram.error import BadRequest, RetryAfter

from bot import metrics
from bot.clock import Clock
from bot.files.apart import Unanswered, clean_apart
from bot.files.content import Clean, Unfit
from bot.files.storage import Storage, StorageAway
from bot.telegram_api import later, seconds
from models.complaints import files
from models.complaints.files import Waiting
from models.database import TRANSIENT, Database, Transaction

log = structlog.get_logger()

Cleaning = Callable[[str, bytes], Awaitable[Clean]]

LARGEST = 20 * 2**20  # bytes a bot may download (Bot API)
DOWNLOAD_TIMEOUT = 120.0  # seconds
PARALLEL = 3  # at once: each holds a file and a child process
LOOK_EVERY = 1.0  # seconds
MOST_WAIT = 300.0  # seconds between tries
GONE_AFTER = timedelta(hours=1)  # Telegram says that it does not have the file
GIVE_UP_AFTER = timedelta(hours=24)  # Telegram cannot be asked
UNREAD_TRIES = 5  # after so many in a row that broke, the file is what breaks it
UNREAD_WAIT = 30.0  # seconds after the first; doubled each time, for a machine that is short of all


class Keeper:
    """ready: called after each file that was settled, so that messages need not wait longer.
    cleaning: reads a file of unknown people and gives a clean copy."""

    def __init__(
        self,
        database: Database,
        bot: Bot,
        clock: Clock,
        storage: Storage,
        *,
        leading: Callable[[], bool],
        ready: Callable[[], None],
        cleaning: Cleaning = clean_apart,
    ) -> None:
        self._database = database
        self._bot = bot
        self._clock = clock
        self._storage = storage
        self._leading = leading
        self._ready = ready
        self._cleaning = cleaning
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._wake = asyncio.Event()

    async def run(self) -> None:
        """Work until cancelled, whenever this process leads."""
        try:
            while True:
                if self._leading():
                    await self._start_due()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_EVERY):
                        await self._wake.wait()
                self._wake.clear()
        finally:
            working = list(self._busy.values())
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)

    async def drain(self) -> None:
        """Settle all that is due now; leaves what must wait."""
        await self._start_due()
        while self._busy:
            await asyncio.wait(self._busy.values(), return_when=asyncio.FIRST_COMPLETED)
            await self._start_due()

    async def _start_due(self) -> None:
        at, most = self._clock.now(), PARALLEL + len(self._busy)
        try:
            due = await self._database.read(lambda tx: files.waiting(tx, at, most))
        except Exception as error:
            log.error("files not looked for", error=type(error).__name__)
            return
        for file in due:
            if file.id not in self._busy and len(self._busy) < PARALLEL:
                self._busy[file.id] = asyncio.create_task(self._settle(file))

    async def _settle(self, file: Waiting) -> None:
        try:
            mark, outcome = await self._outcome(file)
            await self._database.writer.run(mark)
        except TRANSIENT as error:  # it is still pending: found again
            log.error("file not marked", attachment=file.id, error=type(error).__name__)
        else:
            metrics.FILES.labels(outcome).inc()
            self._ready()
        finally:
            del self._busy[file.id]
            self._wake.set()

    async def _outcome(self, file: Waiting) -> tuple[Callable[[Transaction], None], str]:
        """What is to be stored about the file, and in a word."""
        try:
            made = await self._cleaning(file.kind, await self._fetched(file))
            await self._storage.put(file.stored_as, made.data)
        except Unfit as unfit:
            reason, at = unfit.reason, self._clock.now()
            return lambda tx: files.refuse(tx, file.id, reason, at), "refused"
        except Exception as error:
            return self._again(file, error)
        digest, at = hashlib.sha256(made.data).hexdigest(), self._clock.now()
        return lambda tx: files.keep(tx, file.id, made.mime, digest, at), "kept"

    async def _fetched(self, file: Waiting) -> bytes:
        try:
            found = await self._bot.get_file(file.file_id)
        except BadRequest as error:
            if "too big" in error.message.lower():
                raise Unfit("too-large") from None
            raise
        if (found.file_size or 0) > LARGEST:
            raise Unfit("too-large")
        data = bytes(await found.download_as_bytearray(read_timeout=DOWNLOAD_TIMEOUT))
        if len(data) > LARGEST:
            raise Unfit("too-large")
        return data

    def _again(self, file: Waiting, error: Exception) -> tuple[Callable[[Transaction], None], str]:
        at, reason = self._clock.now(), type(error).__name__
        tries = file.attempts if file.reason == reason else 0  # before this one
        if isinstance(error, Unanswered) and tries + 1 >= UNREAD_TRIES:
            return lambda tx: files.refuse(tx, file.id, "unread", at), "refused"
        if self._hopeless(error, at - file.at):
            return lambda tx: files.refuse(tx, file.id, "gone", at), "refused"
        first = UNREAD_WAIT if isinstance(error, Unanswered) else 1.0
        wait = min(MOST_WAIT, first * 2.0**tries)
        if isinstance(error, RetryAfter):
            wait = max(wait, seconds(error.retry_after))
        log.warning("file to be tried again", attachment=file.id, error=reason, wait=wait)
        return lambda tx: files.later(tx, file.id, later(at, wait), reason), "retried"

    @staticmethod
    def _hopeless(error: Exception, age: timedelta) -> bool:
        """What is wrong with our own storage or machine is never the sender's loss; a file that
        could not be read has its own number of tries."""
        if isinstance(error, BadRequest):
            return age > GONE_AFTER
        return age > GIVE_UP_AFTER and not isinstance(error, (StorageAway, OSError, Unanswered))
