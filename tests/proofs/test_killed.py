"""Nothing lost, nothing doubled: the bot is killed at 20 moments while 200 dialogues are played
(at 8 of 100 in a run of minutes, see `scale`).

The moments are counted in things seen from outside (a message received by Telegram, an update
acknowledged, a person's act), and the process dies in that very instant: after Telegram has
performed a call, say, but before the bot can know it.
"""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest

from bot.sandbox.errors import Json
from bot.sandbox.server import Sandbox
from bot.sandbox.webhooks import Deliverer
from bot.sandbox.world import World
from models.database import Database
from tests.proofs import evidence
from tests.proofs.citizens import Done, play
from tests.proofs.processes import Bot, ForkedBot, free_port
from tests.scale import LONG, scaled
from tests.town import TOKEN

pytestmark = pytest.mark.processes

KILLS, PEOPLE, VISITS, UNITS = scaled(20, 8), scaled(40, 20), 5, 8
WATCHED = ("call", "queue", "update")
BETWEEN = (10, 90)  # watched events from a start to the kill


class Killer:
    """Watches the world and kills the bot at random counts of what it sees."""

    def __init__(self, world: World, bot: ForkedBot, chance: random.Random) -> None:
        self._world = world
        self._bot = bot
        self._chance = chance
        self._left = 0
        self.killed = asyncio.Event()
        self.kills = 0
        self.moments: list[str] = []
        self.starts: list[float] = []
        world.subscribe(self._see)

    def _see(self, event: Json) -> None:
        if self._left and event["kind"] in WATCHED:
            self._left -= 1
            if not self._left:
                self._bot.kill_now()
                self.moments.append(event["kind"])
                self.killed.set()

    async def run(self) -> None:
        """Start, kill, start again, until it was killed often enough; it runs afterwards."""
        while self.kills < KILLS:
            await self._start()
            self._left = self._chance.randint(*BETWEEN)
            await self.killed.wait()
            self.killed.clear()
            await self._bot.kill()
            self.kills += 1
        await self._start()

    async def _start(self) -> None:
        began, calls = monotonic(), len(self._world.calls_to("getMe"))
        await self._bot.start()
        await self._world.until(lambda: len(self._world.calls_to("getMe")) > calls, 30)
        self.starts.append(monotonic() - began)


@pytest.mark.parametrize("transport", ["polling", "webhook"])
async def test_killed_again_and_again(database_url: str, transport: str, tmp_path: Path) -> None:
    chance = random.Random(f"{transport} {database_url.partition(':')[0]}")
    world = World(TOKEN, clock=lambda: datetime.now(UTC))
    world.faults.reorder = True
    first_update = world.next_update
    sandbox = Sandbox(
        world, page=False, deliverer=Deliverer(world, retry_first=0.02, retry_most=0.1)
    )
    database = Database(database_url)
    places = await evidence.places(database, UNITS)
    bot = await _bot(tmp_path, database_url, transport, await sandbox.start())
    killer = Killer(world, bot, chance)
    try:
        async with asyncio.timeout(110):
            done, _ = await asyncio.gather(
                play(world, places, chance, people=PEOPLE, visits=VISITS), killer.run()
            )
            await world.until(lambda: not world.queue, 30)
            await bot.until(waiting=0)
        assert await bot.stop() == 0
        _report(killer, transport, done, evidence.check(database, world, first_update, done))
    finally:
        await bot.close()
        await sandbox.stop()
        database.close()


async def _bot(folder: Path, database_url: str, transport: str, telegram: str) -> ForkedBot:
    port = free_port()
    settings = {
        "database_url": database_url,
        "telegram_api_base_url": telegram,
        "send_rate": 30_000,
        "chat_pause": 0,
        "poll_timeout": 10,
        "webhook_url": f"http://127.0.0.1:{port}" if transport == "webhook" else "",
    }
    bot = ForkedBot(folder, settings, port=port)
    await bot.prepare()
    return bot


def _report(killer: Killer, transport: str, done: Done, count: evidence.Count) -> None:
    print(
        f"\n{transport}: {done.dialogues} dialogues, {count.updates} updates "
        f"({done.duplicates} delivered twice), "
        f"{killer.kills} kills: lost {count.lost}, doubled effects {count.doubled}, "
        f"messages sent twice: {count.sent_twice} "
        f"(start to first call {sorted(killer.starts)[len(killer.starts) // 2]:.2f} s)"
    )
    assert (done.dialogues, killer.kills) == (PEOPLE * VISITS, KILLS)
    assert set(killer.moments) >= ({"call", "update"} if LONG else {"call"})
    assert (count.lost, count.doubled) == (0, 0)


async def test_started_from_the_command_line(sqlite_url: str, tmp_path: Path) -> None:
    """The same life by `python -m bot run` itself, killed once and started again."""
    world = World(TOKEN, clock=lambda: datetime.now(UTC))
    first_update = world.next_update
    sandbox = Sandbox(world, page=False)
    database = Database(sqlite_url)
    places = await evidence.places(database, 2)
    settings = {
        "database_url": sqlite_url,
        "telegram_api_base_url": await sandbox.start(),
        "send_rate": 30_000,
    }
    bot = Bot(tmp_path, settings)
    try:
        began = monotonic()
        await bot.start()
        playing = asyncio.create_task(play(world, places, random.Random(1), people=4, visits=2))
        await world.until(lambda: world.calls_to("getMe"), 30)
        print(f"\nstart to first call: {monotonic() - began:.2f} s")
        await world.until(lambda: len(world.calls_to("sendMessage")) > 3, 30)
        await bot.kill()
        await bot.start()
        done = await playing
        await world.until(lambda: not world.queue, 30)
        await bot.until(waiting=0)
        assert await bot.stop() == 0
        count = evidence.check(database, world, first_update, done)
        assert (count.lost, count.doubled) == (0, 0)
    finally:
        await bot.close()
        await sandbox.stop()
        database.close()
