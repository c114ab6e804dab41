"""No file is lost or doubled: the bot is killed again and again while it takes them in."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import func, select

from bot.sandbox import samples
from bot.sandbox.server import Sandbox
from models.complaints.tables import Attachment, FileState
from models.database import Transaction
from models.journal import JournalEntry, Kind
from tests.bot.test_files_content import OWNER, acting, photo
from tests.journeys.test_files import to_the_end, up_to_files
from tests.proofs.processes import ForkedBot, free_port
from tests.scale import scaled
from tests.town import Town

pytestmark = pytest.mark.processes

KILLS = scaled(8, 4)
LATEST = 0.35  # seconds after a file was asked for: fetched, checked, written or marked


async def promised(town: Town) -> None:
    """A complaint with five files is in the database; nothing of it was fetched or sent."""
    unit = await town.unit()
    await town.officer(unit)
    citizen = await town.consenting("Budi")
    await up_to_files(citizen, unit)
    await citizen.does("sends_album", [photo(), photo("PNG")])
    await citizen.does("sends_document", "Budi.jpg", photo())
    await citizen.does("sends_document", "a.pdf", acting("locked"))
    await citizen.does("sends_voice", 3, samples.voice(3, "HP Budi Santoso"))
    await to_the_end(citizen)
    citizen.person.taps("Kirim pengaduan")
    for update in town.world.take_updates():
        await town.app.intake.receive(update)


def outcome(town: Town) -> tuple[dict[str, int], int]:
    """Files by state, and journal entries about them."""

    def work(tx: Transaction) -> tuple[dict[str, int], int]:
        counted = select(Attachment.state, func.count()).group_by(Attachment.state)
        entered = select(func.count()).where(JournalEntry.kind == Kind.CASE_FILE_KEPT)
        return {str(k): n for k, n in tx.session.exec(counted)}, tx.session.exec(entered).one()

    return town.read(work)


async def test_killed_while_files_are_fetched(database_url: str, tmp_path: Path) -> None:
    chance = random.Random(database_url.partition(":")[0])
    folder = tmp_path / "files"
    town = await Town.open(database_url, datetime.now(UTC), files_dir=str(folder))
    await promised(town)
    sandbox = Sandbox(town.world, page=False)
    settings = {
        "database_url": database_url,
        "telegram_api_base_url": await sandbox.start(),
        "files_dir": str(folder),
        "send_rate": 30_000,
        "chat_pause": 0,
        "poll_timeout": 1,
    }
    bot = ForkedBot(tmp_path, settings, port=free_port())
    await bot.prepare()
    world, kills = town.world, 0
    try:
        async with asyncio.timeout(100):
            while kills < KILLS and FileState.PENDING in outcome(town)[0]:
                asked = len(world.calls_to("getFile"))
                await bot.start()
                await world.until(lambda asked=asked: len(world.calls_to("getFile")) > asked, 30)
                gone = asyncio.Event()
                asyncio.get_running_loop().call_later(chance.uniform(0, LATEST), gone.set)
                await gone.wait()
                await bot.kill()
                kills += 1
            await bot.start()
            await world.until(lambda: len(world.calls_to("sendVoice")) > 0, 60)
            await bot.until(waiting=0)
        assert await bot.stop() == 0
    finally:
        await bot.close()
        await sandbox.stop()
    assert kills > 2
    states, entered = outcome(town)
    assert (states, entered) == ({"stored": 4, "refused": 1}, 4)
    kept = [path for path in folder.rglob("*") if path.is_file()]
    assert len(kept) == 4
    assert not [path for path in kept if OWNER in path.read_bytes()]
    print(f"\n{kills} kills, {len(world.calls_to('getFile'))} times asked for 5 files")
    await town.close()
