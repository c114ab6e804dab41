"""Two webhook processes on one PostgreSQL share the load; one of them sends, and is replaced."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import aiohttp
import pytest
from aiohttp import web
from sqlmodel import select

from bot.sandbox.server import Sandbox
from bot.sandbox.webhooks import SECRET_HEADER, Deliverer
from bot.sandbox.world import World
from models import outbox
from models.database import Database, Transaction
from models.leases import Lease
from models.outbox import Outgoing
from models.people import Person
from tests.proofs import evidence
from tests.proofs.citizens import play
from tests.proofs.processes import ForkedBot
from tests.town import TOKEN

pytestmark = pytest.mark.processes

PEOPLE, VISITS, UNITS = 25, 4, 6
TAKES_OVER_WITHIN = 15.0  # seconds


class Balancer:
    """Stands before the replicas and gives each update to one of them at random."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.ports: list[int] = []
        self.given: Counter[int] = Counter()
        self.url = ""

    async def start(self) -> None:
        self._session = aiohttp.ClientSession()
        site = web.Application()
        site.router.add_post("/telegram", self._pass_on)
        self._runner = web.AppRunner(site, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self._session.close()
        await self._runner.cleanup()

    async def _pass_on(self, request: web.Request) -> web.Response:
        """As a balancer does, it tries the other one when the first is gone."""
        body, secret = await request.read(), request.headers[SECRET_HEADER]
        for port in self._chance.sample(self.ports, len(self.ports)):
            with suppress(aiohttp.ClientError):
                async with self._session.post(
                    f"http://127.0.0.1:{port}/telegram",
                    data=body,
                    headers={SECRET_HEADER: secret},
                ) as answer:
                    self.given[port] += 1
                    return web.Response(
                        status=answer.status, body=await answer.read(), headers=JSON
                    )
        return web.Response(status=502)


JSON = {"Content-Type": "application/json"}


class Pair:
    """Two replicas, and what the database and /health say about them."""

    def __init__(self, bots: list[ForkedBot], database: Database) -> None:
        self.bots = bots
        self.database = database

    def holder(self) -> str:
        """The process id in the lease."""
        with self.database.reading() as tx:
            lease = tx.session.exec(select(Lease)).first()
            return lease.holder.split("/")[1] if lease else ""

    async def senders(self) -> list[ForkedBot]:
        """Those that take themselves for the sender."""
        said = await asyncio.gather(*(bot.health() for bot in self.bots if bot.running))
        running = [bot for bot in self.bots if bot.running]
        return [bot for bot, answer in zip(running, said, strict=True) if answer.get("sender")]

    async def watch(self) -> None:
        """Never are there two, however often one asks."""
        while True:
            senders = await self.senders()
            assert len(senders) <= 1
            if senders:
                assert str(senders[0].pid) == self.holder()


async def test_two_share_the_load_and_one_takes_over(postgresql_url: str, tmp_path: Path) -> None:
    chance = random.Random(7)
    world = World(TOKEN, clock=lambda: datetime.now(UTC))
    first_update = world.next_update
    sandbox = Sandbox(
        world, page=False, deliverer=Deliverer(world, retry_first=0.05, retry_most=0.2)
    )
    balancer = Balancer(chance)
    await balancer.start()
    database = Database(postgresql_url)
    settings = {
        "database_url": postgresql_url,
        "telegram_api_base_url": await sandbox.start(),
        "webhook_url": balancer.url,
        "send_rate": 30_000,
        "chat_pause": 0,
    }
    bots = [ForkedBot(tmp_path, settings, name=name) for name in ("one", "two")]
    pair = Pair(bots, database)
    balancer.ports = [bot.port for bot in bots]
    try:
        await asyncio.gather(*(bot.prepare() for bot in bots))
        places = await evidence.places(database, UNITS)
        for bot in bots:
            await bot.start()
            await bot.until(database="ok")
        async with asyncio.timeout(20):
            while not await pair.senders():
                pass
        watching = asyncio.create_task(pair.watch())
        playing = asyncio.create_task(
            play(world, places, chance, people=PEOPLE, visits=VISITS, faults=False)
        )
        done, _ = await asyncio.wait({watching, playing}, return_when=asyncio.FIRST_COMPLETED)
        assert playing in done, watching.result()
        watching.cancel()
        await world.until(lambda: not world.queue, 20)
        frozen = (await pair.senders())[0]
        lapsed = await _takes_over(pair, world, signal.SIGSTOP)
        os.kill(frozen.pid, signal.SIGCONT)
        assert frozen not in await pair.senders()  # it knows at once that its time is over
        killed = await _takes_over(pair, world, signal.SIGKILL)
        await frozen.until(waiting=0)
        count = evidence.check(database, world, first_update, playing.result())
        print(
            f"\n{playing.result().dialogues} dialogues, {count.updates} updates over two replicas "
            f"{tuple(balancer.given.values())}: lost {count.lost}, doubled {count.doubled}, "
            f"sent twice {count.sent_twice}; the other sends {killed:.1f} s after a death, "
            f"{lapsed:.1f} s after a machine froze"
        )
        assert playing.result().dialogues == PEOPLE * VISITS
        assert (count.lost, count.doubled) == (0, 0)
        assert min(balancer.given.values()) > 0.3 * balancer.given.total()
        assert max(killed, lapsed) < TAKES_OVER_WITHIN
    finally:
        for bot in bots:
            await bot.close()
        await balancer.stop()
        await sandbox.stop()
        database.close()


async def _takes_over(pair: Pair, world: World, number: signal.Signals) -> float:
    """Kill or freeze the sender, promise a message, and see how long it takes to arrive.

    A frozen one is what a machine that vanished looks like: its process cannot be seen to be dead.
    """
    (sender,) = await pair.senders()
    died, dead = monotonic(), str(sender.pid)
    if number is signal.SIGKILL:
        await sender.kill()
    else:
        os.kill(sender.pid, number)
    calls = len(world.calls_to("sendMessage"))

    def work(tx: Transaction) -> None:
        person = tx.session.exec(select(Person)).first()
        assert person is not None
        message = {"key": "nothing-to-cancel", "values": {}}
        outbox.put(tx, Outgoing(person.id or 0, message), datetime.now(UTC))

    await pair.database.writer.run(work)
    await world.until(lambda: len(world.calls_to("sendMessage")) > calls, TAKES_OVER_WITHIN)
    seconds = monotonic() - died
    assert pair.holder() not in ("", dead)
    return seconds
