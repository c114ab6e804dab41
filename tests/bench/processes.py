"""Starting, watching and ending the processes of the bench."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.bench.load import Order
from tests.bench.settings import PSEUDONYM_KEY, TOKEN

ROOT = Path(__file__).parents[2]
START_LIMIT = 30.0  # seconds


@dataclass
class Process:
    popen: subprocess.Popen[str]
    start_seconds: float

    @property
    def pid(self) -> int:
        return self.popen.pid


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextlib.contextmanager
def running(
    arguments: list[str], address: str, log: Path, environment: dict[str, str] | None = None
) -> Iterator[Process]:
    """A Python process; the start is timed from here until `address` answers."""
    with log.open("w") as output:
        began = time.perf_counter()
        popen = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            _await(popen, address, log)
            yield Process(popen, time.perf_counter() - began)
        finally:
            popen.terminate()
            popen.wait(15)


def _await(popen: subprocess.Popen[str], address: str, log: Path) -> None:
    until = time.perf_counter() + START_LIMIT
    while time.perf_counter() < until:
        if popen.poll() is not None:
            raise RuntimeError(f"ended at once:\n{log.read_text()}")
        with contextlib.suppress(OSError):
            fetch(address)
            return
        time.sleep(0.01)
    raise TimeoutError(f"{address} does not answer:\n{log.read_text()}")


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as response:
        answer: str = response.read().decode()
    return answer


def bot_environment(database: Path, port: int, api_url: str) -> dict[str, str]:
    """What `python -m bot run` needs; everything else stays at its default."""
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_BASE_URL": api_url,
        "DATABASE_URL": f"sqlite:///{database}",
        "PSEUDONYM_KEY": PSEUDONYM_KEY,
        "WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "WEB_PORT": str(port),
        "LOG_FORMAT": "json",
    }


def apply_load(order: Order) -> dict[str, Any]:
    """Run the load generator and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load", json.dumps(asdict(order))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    played: dict[str, Any] = json.loads(done.stdout)
    return played
