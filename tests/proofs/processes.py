"""The bot as a real process: started, signalled, killed, asked how it is."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from tests.town import TOKEN

ROOT = Path(__file__).parents[2]
KEY = "k" * 32
# Our citizens live a day in a minute: that is no flood.
HURRIED = {"FLOOD_SLOW_AFTER": "1000000", "FLOOD_STOP_AFTER": "1000000"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(**settings: object) -> dict[str, str]:
    """The settings as the process gets them; nothing of the developer's own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    given = {name.upper(): str(value) for name, value in settings.items()}
    defaults = {"TELEGRAM_TOKEN": TOKEN, "PSEUDONYM_KEY": KEY, "PYTHONPATH": str(ROOT)}
    return kept | defaults | HURRIED | given


@dataclass
class Bot:
    """`python -m bot run` in a folder of its own; what it prints is kept in `log`."""

    folder: Path
    settings: dict[str, Any]
    port: int = field(default_factory=free_port)
    name: str = "bot"
    _process: asyncio.subprocess.Process | None = None

    def __post_init__(self) -> None:
        self.log = self.folder / f"{self.name}.log"

    @property
    def env(self) -> dict[str, str]:
        return environment(web_port=self.port, **self.settings)

    async def start(self) -> None:
        self._process = await self._spawn("-m", "bot", "run")

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def kill(self) -> None:
        """SIGKILL: no last word, nothing tidied up."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; returns the exit code."""
        return await self._end(signal.SIGTERM)

    async def close(self) -> None:
        """Make sure that nothing of it is left, whatever happened."""
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    async def _end(self, number: signal.Signals) -> int:
        assert self._process is not None
        self._process.send_signal(number)
        return await self._process.wait()

    async def _spawn(self, *arguments: str, **pipes: Any) -> asyncio.subprocess.Process:
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                *arguments,
                cwd=self.folder,
                env=self.env,
                stderr=log,
                **({"stdout": log} | pipes),
            )

    async def health(self) -> dict[str, Any]:
        """What /health says; an empty answer while nobody listens."""
        address = f"http://127.0.0.1:{self.port}/health"
        try:
            async with aiohttp.ClientSession() as session, session.get(address) as answer:
                said: dict[str, Any] = await answer.json()
                return said
        except aiohttp.ClientError:
            return {}

    async def until(self, within: float = 20, **wanted: object) -> None:
        """Ask /health until it says so."""
        async with asyncio.timeout(within):
            while not wanted.items() <= (await self.health()).items():
                assert self.running, self.log.read_text()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None


class ForkedBot(Bot):
    """The same, started by the launcher, which has imported the code already."""

    _launcher: asyncio.subprocess.Process | None = None
    _pid: int = 0

    @property
    def pid(self) -> int:
        return self._pid

    async def prepare(self) -> None:
        pipe = asyncio.subprocess.PIPE
        self._launcher = await self._spawn("-m", "tests.proofs.launcher", stdin=pipe, stdout=pipe)
        assert await self._answer() == "imported"

    async def start(self) -> None:
        self._pid = int(await self._order("start"))

    def kill_now(self) -> None:
        """SIGKILL in this very instant; `kill` must follow, to see it gone."""
        os.kill(self._pid, signal.SIGKILL)

    async def _end(self, number: signal.Signals) -> int:
        pid, self._pid = self._pid, 0
        return int(await self._order(f"{number.name} {pid}"))

    async def close(self) -> None:
        if self._pid:
            await self.kill()
        if self._launcher is not None:
            self._launcher.kill()
            await self._launcher.wait()

    @property
    def running(self) -> bool:
        return bool(self._pid)

    async def _order(self, line: str) -> str:
        assert self._launcher is not None
        assert self._launcher.stdin is not None
        self._launcher.stdin.write(f"{line}\n".encode())
        return await self._answer()

    async def _answer(self) -> str:
        assert self._launcher is not None
        assert self._launcher.stdout is not None
        line = await self._launcher.stdout.readline()
        assert line, self.log.read_text()
        return line.decode().strip()
