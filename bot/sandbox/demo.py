"""`python -m bot demo`: the bot, Telegram in a box and an invented town, in one process.

The bot speaks to the sandbox over real HTTP; both share a clock that the page's panel moves.
Everything is kept in one folder, so that a second start goes on where the first ended.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot import app, logs, tables
from bot import settings as setting
from bot.app import App
from bot.clock import MovableClock
from bot.sandbox import town, town_chats, town_files
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from bot.settings import BadSetting, Settings
from models import outbox, schema
from models.database import Database, Transaction, writing_engine

TOKEN = "70000001:sandbox-town-of-sungai-rambai"
PSEUDONYM_KEY = "an invented town needs no secret key"
HOST = "127.0.0.1"
STARTING = 30.0  # seconds the bot may take to ask for its first update
# How far a moved clock may be, and the steps in which the jobs then run on the way.
STEPS = (
    (timedelta(days=2), timedelta(hours=1)),
    (timedelta(days=30), timedelta(hours=3)),
    (timedelta.max, timedelta(hours=6)),
)
EDITION = "4"
"""Of the town: one of an earlier edition lacks people and stories, so it is put aside."""
OWN = ("town.db*", "chats.db*", "clock", "files")  # what the demo keeps in its folder
LOOKS, PAUSE = 100, 0.01  # how often, each so many seconds, a step waits for what is being sent


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C. BadSetting when the port is taken."""
    with contextlib.suppress(asyncio.CancelledError):
        asyncio.run(_until_signal(Path(arguments.data), arguments.port))
    return 0


async def _until_signal(folder: Path, port: int) -> None:
    serving = asyncio.create_task(_serve(folder, port))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, serving.cancel)
    await serving


async def _serve(folder: Path, port: int) -> None:
    put_aside(folder)
    clock = KeptClock(folder / "clock")
    world = World(TOKEN, clock=clock.now)
    demo = Demo(world, clock)
    web_port = _web_port(port)
    pages = f"http://{HOST}:{web_port}"
    sandbox = Sandbox(world, move_clock=demo.move, store=folder / "chats.db", pages=f"{pages}/")
    try:
        url = await sandbox.start(HOST, port)
    except OSError as error:
        raise BadSetting(
            f"--port {port} cannot be used ({error.strerror or error}): "
            "choose another, e.g. python -m bot demo --port 8001"
        ) from None
    try:
        await demo.run(_settings(url, folder, web_port, pages), f"{url}/")
    finally:
        await sandbox.stop()


def put_aside(folder: Path) -> None:
    """Keep a town of an earlier edition apart, and say so; a new one is founded then."""
    edition = folder / "edition"
    old = [file for pattern in OWN for file in folder.glob(pattern)]
    if edition.exists() and edition.read_text() == EDITION:
        return
    if old:
        apart = folder / f"lama-{len(list(folder.glob('lama-*'))) + 1}"
        apart.mkdir()
        for file in old:
            file.rename(apart / file.name)
        line = "Kota contoh dari versi sebelumnya disimpan di"
        print(f"{line} {apart}; kota baru dibangun (a new town is built)", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    edition.write_text(EDITION)


def _settings(url: str, folder: Path, web_port: int, pages: str) -> Settings:
    """All in code: the demo asks for no .env, and none disturbs it."""
    return setting.for_running(
        _env_file=None,
        telegram_token=TOKEN,
        telegram_api_base_url=url,
        database_url=f"sqlite:///{folder / 'town.db'}",
        pseudonym_key=PSEUDONYM_KEY,
        webhook_url="",
        web_host=HOST,
        web_port=web_port,
        public_url=pages,
        send_rate=1000,
        chat_pause=0,
        poll_timeout=50,
        log_level="error",
        log_format="text",
    )


def _web_port(port: int) -> int:
    """Where the public pages are: next to the chats if that is free, so that it stays the same."""
    with contextlib.suppress(OSError, OverflowError):
        return _free_port(port + 1)
    return _free_port(0)


def _free_port(wanted: int) -> int:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind((HOST, wanted))
        return int(tried.getsockname()[1])


class KeptClock(MovableClock):
    """The clock that the panel moves; how far it was moved stands in a file."""

    def __init__(self, file: Path) -> None:
        kept = file.read_text() if file.exists() else "0"
        super().__init__(timedelta(seconds=float(kept)))
        self._file = file

    def keep(self) -> None:
        self._file.write_text(str(self.offset.total_seconds()))


@dataclass
class Demo:
    """The bot of the sandbox, and the clock they share."""

    world: World
    clock: KeptClock
    service: App | None = None

    async def run(self, settings: Settings, url: str) -> None:
        """Build the town if there is none, then serve until cancelled."""
        logs.configure(settings)
        _migrate(settings)
        self.service = app.build(settings, self.clock)
        await self._populate(self.service)
        serving = asyncio.create_task(app.run(self.service))
        try:
            await self._announce(serving, url)
            await serving
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)

    async def _populate(self, service: App) -> None:
        """The first start: the town, its people and what their chats begin with."""
        database = service.database
        if not await database.read(town.is_empty):
            return
        samples, now = town_chats.people(self.world), self.clock.now()

        def work(tx: Transaction) -> None:
            town.build(tx, now, PSEUDONYM_KEY, samples)

        await database.writer.run(work)
        await town_files.store(database, service.storage, samples)
        await town_chats.deliver(self.world, database, tables.FILES, service.storage)

    async def _announce(self, serving: asyncio.Task[None], url: str) -> None:
        """Print the address once the bot listens."""
        listening = asyncio.create_task(self.world.until(lambda: self.world.poller, STARTING))
        await asyncio.wait({serving, listening}, return_when=asyncio.FIRST_COMPLETED)
        listening.cancel()
        if serving.done():
            await serving  # says why
        line = f"Buka {url}  –  tekan Ctrl-C untuk berhenti (open it in a browser; Ctrl-C stops)"
        print(line, flush=True)  # at once, also into a pipe

    async def move(self, by: timedelta) -> None:
        """Move the clock in steps; at each the jobs run and what they promise is sent."""
        service, end = self.service, self.clock.now() + by
        if service is None:
            return
        step = next(step for limit, step in STEPS if by <= limit)
        while (left := end - self.clock.now()) > timedelta(0):
            self.clock.move(min(step, left))
            await service.scheduler.run_all()
            await self._sent(service.database)
        self.clock.keep()

    async def _sent(self, database: Database) -> None:
        """Wait until nothing is due any more; not for ever, Telegram may be away."""
        for _ in range(LOOKS):
            if not await database.read(lambda tx: _due(tx, self.clock.now())):
                return
            await asyncio.sleep(PAUSE)


def _due(tx: Transaction, at: datetime) -> bool:
    return any(row.next_try_at <= at for row in outbox.waiting(tx, 50))


def _migrate(settings: Settings) -> None:
    engine = writing_engine(settings.database_url)
    schema.migrate(engine)
    engine.dispose()
