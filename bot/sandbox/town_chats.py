"""The town's people in the sandbox, and the messages their chats begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot

from bot import telegram_api
from bot.files.luggage import load, send
from bot.files.storage import Storage
from bot.rendering import calls
from bot.sandbox import town, town_files
from bot.sandbox.request import SandboxRequest
from bot.sandbox.town_files import Sample
from bot.sandbox.town_places import CITIZENS, STAFF
from bot.sandbox.world import World
from handlers.files import MadeFile, Maker
from models import outbox
from models.database import Database, Transaction
from models.outbox import Due

UNREAD = timedelta(days=2)  # what is older was read already


def people(world: World) -> dict[str, Sample]:
    """Everybody of the town; returns the files they have to send along."""
    for citizen in CITIZENS:
        person = world.person(
            citizen.first_name,
            last_name=citizen.last_name,
            language_code=citizen.language,
            id=town.telegram_id(citizen.key),
            about=citizen.about,
        )
        person.record.started = citizen.known
    for staff in STAFF:
        person = world.person(
            staff.first_name,
            last_name=staff.last_name,
            id=town.telegram_id(staff.key),
            role=staff.label,
        )
        person.record.started = True
    for key in (*town.offstage(), *town.visitors()):
        person = world.person("Warga", id=town.telegram_id(key))
        person.record.started = person.record.hidden = True
    return town_files.made(world, town.telegram_id("offstage0"))


async def deliver(
    world: World, database: Database, makers: Mapping[str, Maker], storage: Storage
) -> None:
    """Send what the past left in the outbox, each message at the time it was promised."""
    rows = sorted(
        await database.read(lambda tx: outbox.waiting(tx, 10_000)),
        key=lambda row: (row.created_at, row.id),
    )
    clock, now = world.clock, world.clock()
    try:
        async with telegram_api.new_bot(world.token, "", SandboxRequest(world)) as bot:
            for row in rows:
                _let_it_be(world, row.created_at)
                await _send(bot, database, makers, storage, row)
                if row.created_at < now - UNREAD:
                    world.records[row.telegram_id].read_up_to = world.next_message - 1
    finally:
        world.clock = clock
    await database.writer.run(lambda tx: _mark_sent(tx, rows))


def _let_it_be(world: World, at: datetime) -> None:
    world.clock = lambda: at


async def _send(
    bot: Bot, database: Database, makers: Mapping[str, Maker], storage: Storage, row: Due
) -> None:
    ids = row.body.get("attachments", ())
    luggage = await load(database, storage, ids, row.person_id, row.created_at, patient=False)
    for call in calls(row.body, row.telegram_id, row.language, luggage):
        if call.attached is not None:
            if call.attached:
                await send(bot, row.telegram_id, call.attached)
            continue
        made = None if call.file is None else await _made(database, makers, row, call.file)
        await telegram_api.perform(bot, call, made)


async def _made(
    database: Database, makers: Mapping[str, Maker], row: Due, file: Mapping[str, Any]
) -> MadeFile:
    maker = makers[file["maker"]]
    return await database.read(lambda tx: maker(tx, row.language, file["arguments"]))


def _mark_sent(tx: Transaction, rows: Sequence[Due]) -> None:
    for row in rows:
        mark = outbox.mark_shown if row.body.get("once") else outbox.mark_sent
        mark(tx, [row.id], row.created_at)
