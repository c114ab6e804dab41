"""Measure a unit's public page among a million ratings and visits and 20,000 complaints.

CPU is the process's own, in milliseconds: of the figures alone, of the whole page as it is answered
over HTTP when it was not kept (figures, template, compression; the asking client's work is part of
it), and when it was. Medians of `TIMES` units in turn; the first page of a new process, with
templates and texts to be read, stands apart.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import Connection

from bot.clock import FixedClock
from bot.web.public import Public
from handlers import texts
from models.database import Database, Transaction, writing_engine
from models.reports import public
from models.visits import sums
from tests.bench import rating_town
from tests.bench.processes import ROOT
from tests.bench.rating_town import DAYS, FIRST, NOW, SERVICES

RATINGS, VISITS, CASES = 1_000_000, 1_000_000, 20_000
TIMES = 15
LIMIT_MS = 50.0  # for a page that was not kept
RESULT = ROOT / "test-output" / "bench-public.json"


@dataclass(frozen=True)
class Found:
    """CPU milliseconds, and bytes."""

    figures: float
    first: float
    page: float
    kept: float
    whole: int
    zipped: int


def make(file: Path) -> None:
    rating_town.make(file, RATINGS, CASES)
    engine = writing_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        _visits(connection)
    with engine.begin() as connection:
        sums.rebuild(Transaction(connection))
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()


def _visits(connection: Connection) -> None:
    """As many of each unit and service, from 5 to 45 minutes long, nine of ten within 30 or so."""
    service = f"(i % 200) * {SERVICES} + (i / 200 % {SERVICES}) + 1"
    minutes = "5 + (i * 2654435761 % 1000003 % 1920) / 64.0"
    connection.exec_driver_sql(
        f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {VISITS - 1}), "
        f"d AS (SELECT i, date('{FIRST}', '+' || (i * {DAYS} / {VISITS}) || ' days') AS day FROM n)"
        "INSERT INTO visits (unit_id, service_id, day, source, started_at, ended_at, outcome, "
        f"promised, minutes, within) SELECT i % 200 + 1, {service}, day, 'api', "
        "day || ' 02:00:00.000000', day || ' 02:30:00.000000', 'done', '30 minutes', "
        f"{minutes}, {minutes} <= 30 FROM d"
    )


async def measure(url: str) -> Found:
    database, clock, app = Database(url), FixedClock(NOW), web.Application()
    Public(database, clock, bot_name="SuaraWargaBot").add_to(app)
    async with TestClient(TestServer(app)) as client:

        async def page(unit_id: int) -> float:
            start = time.process_time()
            answer = await client.get(f"/u/{unit_id}")
            await answer.read()
            assert answer.status == 200
            return (time.process_time() - start) * 1000

        for language in texts.LANGUAGES:
            texts.bundle(language)  # as the bot does at its start, for the menus of commands
        first = await page(200)
        pages = [await page(unit_id) for unit_id in range(1, TIMES + 1)]
        kept = [await page(unit_id) for unit_id in range(1, TIMES + 1)]
        clock.move(timedelta(minutes=2))
        figures = [_cpu(lambda n=n: _figures(database, n)) for n in range(1, TIMES + 1)]
        plain = await client.get("/u/1", headers={"Accept-Encoding": "identity"})
        whole = len(await plain.read())
        zipped = int((await client.head("/u/1")).headers["Content-Length"])
    database.close()
    return Found(median(figures), first, median(pages), median(kept), whole, zipped)


def _figures(database: Database, unit_id: int) -> None:
    assert database.read_now(lambda tx: public.figures(tx, unit_id, NOW)) is not None


def _cpu(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", metavar="FILE", help="the town: made if it is not there, kept")
    folder = Path(tempfile.mkdtemp(prefix="bench-public-"))
    file = Path(parser.parse_args().keep or folder / "town.db")
    try:
        if not file.exists():
            make(file)
        found = asyncio.run(measure(f"sqlite:///{file}"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    _report(found)


def _report(found: Found) -> None:
    for name, value in (
        ("figures alone", found.figures),
        ("first page of the process", found.first),
        ("page, not kept", found.page),
        ("page, kept", found.kept),
    ):
        print(f"{name:28} {value:8.1f} ms CPU")
    print(f"{'weight':28} {found.whole:8} bytes, {found.zipped} zipped")
    print("within" if found.page < LIMIT_MS else "OVER", f"{LIMIT_MS:.0f} ms")
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(vars(found), indent=2))


if __name__ == "__main__":
    main()
