"""Measure the durable rating dialogue beside aiogram's echo: `make bench`.

Ours: `python -m bot run` by webhook, on an SQLite file, with its default settings. A person's visit
is four updates (`/start u1`, a score, a comment, the menu); each is stored with its effect and its
reply before it is acknowledged. aiogram: the echo bot of its documentation by webhook on aiohttp,
with four text messages per person; it stores nothing. Both are driven by the same load generator
on 40 keep-alive connections and call the same Bot API, which answers at once; every one of these
is a process of its own. The bots take turns, each with a fresh process in each round.

CPU is user and system time of the bot's process while the load runs, from /proc. aiogram's main
row handles an update before it answers Telegram (`handle_in_background=False`), as ours does.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from bot.settings import Settings
from models.database import reading_engine
from tests.bench import report
from tests.bench.load import Order
from tests.bench.people import make_town
from tests.bench.processes import (
    ROOT,
    Process,
    apply_load,
    bot_environment,
    fetch,
    free_port,
    running,
)
from tests.bench.report import Round
from tests.bench.settings import PEOPLE, TOKEN, UPDATES_EACH, WARM_UP

OURS = "Suara Warga, durable rating"
ECHO = "aiogram echo, own send"
BOTS = {
    OURS: "",
    ECHO: "waiting",
    "aiogram echo, own send, in background (its default)": "background",
    "aiogram echo, own send, with our collector's settings": "collector",
    "aiogram echo, reply in the response": "riding",
}
RESULT = ROOT / "test-output" / "bench.json"


class Bench:
    def __init__(self, folder: Path, api_port: int, people: int) -> None:
        self.folder = folder
        self.api_port = api_port
        self.people = people
        self.template = folder / "template.db"
        make_town(self.template, WARM_UP + people)

    def one(self, variant: str) -> Round:
        """One bot, one round; '' is ours."""
        return self._ours() if not variant else self._echo(variant)

    def _ours(self) -> Round:
        database, port = self.folder / "bench.db", free_port()
        for old in self.folder.glob("bench.db*"):
            old.unlink()
        shutil.copy(self.template, database)
        environment = bot_environment(database, port, self._api)
        secret = Settings(_env_file=None, telegram_token=TOKEN).webhook_secret
        health, log = f"http://127.0.0.1:{port}/health", self.folder / "bot.log"
        with running(["-m", "bot", "run"], health, log, environment) as process:
            ready = _ready(log)
            found = self._measure(process, port, secret, "rating", lambda: _batch(port))
        _verify(database, WARM_UP + self.people)
        settings = f"gc {tuple(ready['gc'])}, {ready['frozen']:,} frozen"
        return Round(**found, settings=settings)

    def _echo(self, variant: str) -> Round:
        port, secret = free_port(), "s" * 32
        arguments = ["-m", "tests.bench.echo", variant, str(port), self._api, secret]
        health, log = f"http://127.0.0.1:{port}/health", self.folder / "echo.log"
        with running(arguments, health, log) as process:
            gc = json.loads(fetch(health))
            found = self._measure(process, port, secret, "echo", lambda: 0.0)
        settings = f"gc {tuple(gc['gc_threshold'])}, {gc['gc_frozen']:,} frozen"
        return Round(**found, settings=settings)

    @property
    def _api(self) -> str:
        return f"http://127.0.0.1:{self.api_port}"

    def _measure(
        self, process: Process, port: int, secret: str, script: str, batch: Callable[[], float]
    ) -> dict[str, Any]:
        memory = psutil.Process(process.pid).memory_info
        at_start = memory().rss / 1e6
        order = Order(port, process.pid, secret, script, self.api_port, WARM_UP, self.people)
        played = apply_load(order)
        if played["refused"] or played["updates"] != self.people * UPDATES_EACH:
            raise RuntimeError(f"{played['refused']} of {played['updates']} updates refused")
        return {
            "updates": played["updates"],
            "seconds": played["seconds"],
            "cpu_seconds": played["cpu_user"] + played["cpu_system"],
            "riding": played["riding"],
            "separate": sum(played["separate"].values()),
            "p50_ms": report.percentile(played["waits"], 0.50) * 1000,
            "p99_ms": report.percentile(played["waits"], 0.99) * 1000,
            "rss_mb": at_start,
            "rss_after_mb": memory().rss / 1e6,
            "start_seconds": process.start_seconds,
            "batch": batch(),
        }


def _ready(log: Path) -> dict[str, Any]:
    """The line with which the bot says that it serves; it also names its GC settings."""
    for _ in range(500):
        for line in log.read_text().splitlines():
            if '"event": "ready"' in line:
                found: dict[str, Any] = json.loads(line)
                return found
        time.sleep(0.02)
    raise TimeoutError(f"the bot did not get ready:\n{log.read_text()}")


def _batch(port: int) -> float:
    """How many pieces of work the Writer committed together, in the mean."""
    exposition = fetch(f"http://127.0.0.1:{port}/metrics")
    commits = report.metric(exposition, "suara_commits_total")
    return report.metric(exposition, "suara_commit_pieces_total") / max(1.0, commits)


def _verify(database: Path, people: int) -> None:
    """Every person's rating and comment is there, once; else the figures mean nothing."""
    engine = reading_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        counted = connection.exec_driver_sql(
            "SELECT count(*), count(DISTINCT rater), count(comment), sum(score) FROM ratings"
        ).one()
    engine.dispose()
    if tuple(counted) != (people, people, people, 3 * people):
        raise RuntimeError(f"expected {people} ratings with comments, found {tuple(counted)}")


def measure(rounds: int, people: int) -> dict[str, list[Round]]:
    """The bots take turns: A B C …, A B C …"""
    found: dict[str, list[Round]] = {name: [] for name in BOTS}
    with tempfile.TemporaryDirectory() as name:
        folder, api_port = Path(name), free_port()
        address = f"http://127.0.0.1:{api_port}/counts"
        arguments = ["-m", "tests.bench.fake_api", str(api_port)]
        with running(arguments, address, folder / "api.log"):
            bench = Bench(folder, api_port, people)
            for number in range(1, rounds + 1):
                for bot, variant in BOTS.items():
                    one = bench.one(variant)
                    found[bot].append(one)
                    print(
                        f"round {number}: {bot}: {one.per_second:.0f}/s, {one.cpu_ms:.3f} ms CPU",
                        file=sys.stderr,
                    )
    return found


def show(found: dict[str, list[Round]]) -> dict[str, Any]:
    """Print the table and return it as JSON values."""
    all_figures = [report.figures(name, rounds) for name, rounds in found.items()]
    compared = report.ratios(OURS, found)
    print(report.table(all_figures))
    print()
    for one in all_figures:
        print(f"{one.name}: {one.settings}")
    print(f"{OURS}: {all_figures[0].batch:.1f} updates per commit")
    print()
    for name, ratio in compared.items():
        print(f"against {name}: {ratio.throughput:.2f} x updates/s, {ratio.cpu:.2f} x per CPU")
    return report.to_json(all_figures, compared)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--people", type=int, default=PEOPLE)
    chosen = parser.parse_args()
    found = measure(chosen.rounds, chosen.people)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    result = {"machine": machine, "rounds": chosen.rounds, **show(found)}
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=2) + "\n")
    ratio = report.ratios(OURS, found)[ECHO]
    print(f"\n{machine}; {RESULT.relative_to(ROOT)}")
    return 0 if min(ratio.throughput, ratio.cpu) >= 1.0 else 1


if __name__ == "__main__":
    sys.exit(main())
