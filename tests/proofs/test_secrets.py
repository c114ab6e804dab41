"""Nothing secret is printed: not the token, not a name, not a word that a citizen wrote.

The real process runs at its most talkative through a dialogue and everything that can go wrong.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from bot.sandbox.driver import Person
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from models.database import Database, Transaction
from models.dialogs import Dialog
from models.intake import ParkedUpdate
from models.ratings.tables import Rating
from tests.proofs import evidence
from tests.proofs.processes import KEY, Bot
from tests.town import TOKEN

pytestmark = pytest.mark.processes

NAME, SURNAME, NICK = "Wijayakusuma", "Hastabrata", "wijaya_hasta"
WORDS = "Kodok ngorek pinggir kali"
DRAFT = "Gajah bertopi ungu"
PHONE = "081234567890"
SECRET = (TOKEN, TOKEN.split(":")[1], KEY, NAME, SURNAME, NICK, WORDS, "Kodok", "Gajah", PHONE)


@pytest.mark.parametrize("form", ["text", "json"])
async def test_nothing_secret_is_printed(sqlite_url: str, tmp_path: Path, form: str) -> None:
    world = World(TOKEN, clock=lambda: datetime.now(UTC))
    sandbox = Sandbox(world, page=False)
    database = Database(sqlite_url)
    (place,) = await evidence.places(database, 1)
    bot = Bot(
        tmp_path,
        {
            "database_url": sqlite_url,
            "telegram_api_base_url": await sandbox.start(),
            "log_level": "debug",
            "log_format": form,
            "poll_timeout": 1,
        },
    )
    person = world.person(NAME, last_name=SURNAME, username=NICK)
    try:
        await bot.start()
        await _rates(world, person, place.link)
        await _breaks(world, person, database)
        await _telegram_fails(world, person)
        await bot.until(waiting=0)
        assert await bot.stop() == 0
        rating = database.read_now(lambda tx: tx.session.exec(select(Rating)).one())
        assert rating.comment == f"{WORDS}, {PHONE}"  # all of it went through the process
    finally:
        await bot.close()
        await sandbox.stop()
        database.close()
    printed = bot.log.read_text()
    for event in ("ready", "update parked", "telegram is away"):
        assert event in printed  # it did talk
    assert [secret for secret in SECRET if secret.lower() in printed.lower()] == []
    assert not re.search(r"/bot\d+:", printed)


async def _rates(world: World, person: Person, link: str) -> None:
    person.opens(link)
    await world.until(lambda: person.sees("Setuju"), 30)
    person.taps("Setuju")
    await world.until(lambda: person.sees("Baik"), 20)
    person.taps("Baik")
    await world.until(lambda: person.sees("Lewati"), 20)
    person.sends(f"{WORDS}, {PHONE}")
    await world.until(lambda: person.sees("komentar Anda"), 20)
    person.sends(DRAFT)
    await world.until(lambda: person.sees("Sampaikan ke unit"), 20)


async def _breaks(world: World, person: Person, database: Database) -> None:
    """A dialogue whose data was spoilt: whatever the person answers is parked."""
    person.sends("/nilai")
    await world.until(lambda: person.sees("Layanan mana"), 20)

    def spoil(tx: Transaction) -> None:
        tx.session.exec(select(Dialog)).one().data = {}

    await database.writer.run(spoil)
    person.sends(WORDS)
    await world.until(lambda: person.sees("Kode:"), 20)
    parked = database.read_now(lambda tx: tx.session.exec(select(ParkedUpdate)).all())
    assert parked


async def _telegram_fails(world: World, person: Person) -> None:
    def seen() -> int:
        return len([m for m in person.messages if m.from_bot])

    async def asks(words: str = "/bantuan") -> None:
        before = seen()
        person.sends(words)
        await world.until(lambda: seen() > before, 30)

    faults = world.faults
    faults.refuse("sendMessage", ApiError(401, "Unauthorized"))
    await asks()
    faults.refuse("sendMessage", bad_request(f"can't parse entities: near {NAME}"))
    await asks(f"/{WORDS.split()[0]}")
    faults.bad_gateways = 1
    await asks()
    faults.refuse("getUpdates", ApiError(502, "Bad Gateway"))
    faults.refuse("getUpdates", ApiError(409, "Conflict: terminated by other getUpdates request"))
    await asks()
