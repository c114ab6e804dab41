"""Carries the files of a message: loads them, sends them, and finds another way when Telegram does
not take them as they are."""

from __future__ import annotations

from dataclasses import replace

import structlog
from telegram import Bot
from telegram.error import BadRequest

from bot.clock import Clock
from bot.files.luggage import PATIENCE, Group, Luggage, by_content, load, send
from bot.files.storage import FileMissing, Storage, StorageAway
from models.complaints.tables import FileKind
from models.database import Database
from models.outbox import Due

log = structlog.get_logger()


class Porter:
    def __init__(self, database: Database, storage: Storage, bot: Bot, clock: Clock) -> None:
        self._database = database
        self._storage = storage
        self._bot = bot
        self._clock = clock

    async def fetch(self, row: Due) -> Luggage | None:
        """The files a message names, as far as its recipient may see them; None when it names
        none. Raises NotReady while the message may still wait for them."""
        ids = row.body.get("attachments")
        if not ids:
            return None
        at = self._clock.now()
        patient = at - row.created_at < PATIENCE
        return await load(self._database, self._storage, ids, row.person_id, at, patient=patient)

    async def carry(self, group: Group, row: Due) -> dict[int, str | None]:
        """Send files; returns those whose id at Telegram is another now, None for none. Whatever
        Telegram says against a file, the words go on."""
        try:
            sent = await send(self._bot, row.telegram_id, group)
        except BadRequest as error:
            log.warning("files refused", row=row.id, reason=error.message)
            sent = await self._otherwise(group, row)
        return {one.id: sent.get(one.id) for one in group if sent.get(one.id) != one.file_id}

    async def _otherwise(self, group: Group, row: Due) -> dict[int, str]:
        """Each alone: by its bytes when Telegram has forgotten its id, else as a plain file."""
        sent: dict[int, str] = {}
        for one in group:
            try:
                if one.file_id:
                    again = await by_content(
                        self._database, self._storage, one, row.person_id, self._clock.now()
                    )
                    sent |= await send(self._bot, row.telegram_id, (again,))
                else:  # as a plain file, whose id would be of no use for a photo
                    plain = replace(one, kind=FileKind.DOCUMENT)
                    await send(self._bot, row.telegram_id, (plain,))
            except (BadRequest, StorageAway, FileMissing) as error:
                log.warning("file left out", attachment=one.id, reason=type(error).__name__)
        return sent
