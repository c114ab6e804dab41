"""`python -m bot demo` as a real process, for the tests that play with it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
STARTING = 100.0  # seconds; a first start founds the town: about 25, more on a busy machine
STOPPING = 20.0
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


class Demo:
    """A started demo. `url` is the address it printed."""

    def __init__(self, process: Process, url: str) -> None:
        self.process = process
        self.url = url

    @classmethod
    async def start(cls, folder: Path, port: int | None = None) -> Demo:
        process = await launch(folder, port or free_port())
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), STARTING)).decode()
        found = ADDRESS.search(line)
        if found is None:
            raise AssertionError(f"no address: {line} {await errors(process)}")
        return cls(process, found[0])

    async def interrupt(self) -> tuple[int, str, str]:
        """Ctrl-C: the exit code, and what else was printed and logged."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGINT)
        out, err = await asyncio.wait_for(self.process.communicate(), STOPPING)
        return self.process.returncode or 0, out.decode(), err.decode()


async def found(folder: Path) -> None:
    """Let the demo found its town in a folder, and end it."""
    code, _, err = await (await Demo.start(folder)).interrupt()
    assert (code, err) == (0, "")


async def launch(folder: Path, port: int) -> Process:
    arguments = ["-m", "bot", "demo", "--port", str(port), "--data", str(folder)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONUNBUFFERED", None)  # the address must come by itself
    return await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=ROOT, env=environment, stdout=PIPE, stderr=PIPE
    )


async def errors(process: Process) -> str:
    assert process.stderr is not None
    return (await process.stderr.read()).decode()
