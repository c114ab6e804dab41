"""Measure what an officer waits for, with ten thousand and with a million cases, and life cycles.

`/tugas`, a ticket and a status change go through the router as updates do, each a transaction of
its own on an SQLite file, with the garbage collector's settings of the running bot. CPU is the
process's own, user and system. A life cycle is what the public load test of DIGIT CCRS counts:
file, assign, answer, resolve, rate, each durable before the next. Ours runs in one process on this
machine without HTTP; theirs (6.3 a second at a million records) on servers of 2 to 16 cores behind
an API. The figures stand side by side, not as a ratio.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Self

from sqlalchemy import text

from bot import tables, updates
from bot.app import settle_memory
from bot.clock import FixedClock
from bot.router import Router
from models.complaints import filing, operations
from models.complaints.filing import Complaint
from models.database import Database
from models.flood import Limits
from tests.bench import case_town, report
from tests.bench.case_town import NOW, CaseTown
from tests.bench.clock import Clock
from tests.bench.processes import ROOT
from tests.bench.settings import PSEUDONYM_KEY
from tests.bench.updates import callback, message

SIZES = (10_000, 1_000_000)
TIMES = 300
WARM_UP = 30
LIFE_CYCLES, AT_ONCE = 400, 40
DIGIT = 6.3  # life cycles a second at 1 M records, its published load test
DESK = ("/tugas", "a ticket", "a status change (take)")
LIMIT_MS = 5.0  # for each of them
UNHURRIED = Limits(slow_after=10**9, stop_after=10**9)  # the clock stands still: all is one minute
RESULT = ROOT / "test-output" / "bench-cases.json"


@dataclass(frozen=True)
class Cost:
    """CPU milliseconds of one kind of update."""

    p50: float
    p99: float

    @classmethod
    def of(cls, spent: Sequence[float]) -> Self:
        return cls(report.percentile(spent, 0.50), report.percentile(spent, 0.99))


class Desk:
    """The bot's router on a file, and the people who use it."""

    def __init__(self, file: Path, town: CaseTown) -> None:
        self.database = Database(f"sqlite:///{file}")
        self.router = Router(
            self.database.writer, FixedClock(NOW), tables, key=PSEUDONYM_KEY, limits=UNHURRIED
        )
        self.town = town
        self.chance = random.Random(7)

    async def costs(self) -> dict[str, Cost]:
        found = {
            kind: await self._cost(make)
            for kind, make in zip(DESK, (self._tasks, self._view, self._take), strict=True)
        }
        with self.database.reading() as tx:
            assert tx.execute(text("SELECT count(*) FROM parked_updates")).scalar() == 0
        self.database.close()
        return found

    async def _cost(self, make: Callable[[], dict[str, Any]]) -> Cost:
        spent = []
        for number in range(WARM_UP + TIMES):
            update = make()
            received = updates.read(update)
            assert received is not None
            begun = time.process_time()
            await self.router.handle(received, update)
            if number >= WARM_UP:
                spent.append((time.process_time() - begun) * 1000)
        return Cost.of(spent)

    def _tasks(self) -> dict[str, Any]:
        return message(self._officer(self.chance.choice(self.town.units)), "/tugas")

    def _view(self) -> dict[str, Any]:
        case_id, unit_id = self._some("resolved_at IS NOT NULL")
        return callback(self._officer(unit_id), f"case:{case_id}")

    def _take(self) -> dict[str, Any]:
        case_id, unit_id = self._some("state = 'sent' AND resolved_at IS NULL")
        return callback(self._officer(unit_id), f"case-take:{case_id}")

    def _some(self, condition: str) -> tuple[int, int]:
        unit_id = self.chance.choice(self.town.units)
        statement = text(
            f"SELECT id FROM cases WHERE unit_id = :unit AND {condition} LIMIT 1 OFFSET :n"
        )
        with self.database.reading() as tx:
            for n in (self.chance.randrange(8), 0):
                row = tx.execute(statement, {"unit": unit_id, "n": n}).first()
                if row is not None:
                    return row.id, unit_id
        return self._some(condition)

    def _officer(self, unit_id: int) -> int:
        return self.chance.choice(self.town.officers[unit_id])


async def life_cycles(file: Path, town: CaseTown) -> float:
    """Life cycles a second, `AT_ONCE` of them side by side; the Writer commits them in groups."""
    database = Database(f"sqlite:///{file}")
    numbers = iter(range(LIFE_CYCLES))

    async def live() -> None:
        for number in numbers:
            await _live(database, town, number)

    begun = time.perf_counter()
    await asyncio.gather(*(live() for _ in range(AT_ONCE)))
    seconds = time.perf_counter() - begun
    database.close()
    return LIFE_CYCLES / seconds


async def _live(database: Database, town: CaseTown, number: int) -> None:
    run: Callable[..., Awaitable[Any]] = database.writer.run
    unit_id = town.units[number % len(town.units)]
    # one whose complaints are weeks old: a person may send 15 a day, and the copies are hundreds
    citizen = town.persons[town.citizens[(1000 + number) % len(town.citizens)]]
    officer = town.persons[town.officers[unit_id][0]]
    complaint = Complaint(unit_id=unit_id, category="waktu", text=case_town.WORDS[0])
    sent = await run(lambda tx: filing.submit(tx, citizen, complaint, NOW))
    case_id = sent.case_id
    await run(lambda tx: operations.take(tx, case_id, officer, NOW))
    await run(lambda tx: operations.answer(tx, case_id, officer, "Sudah selesai.", NOW))
    await run(lambda tx: operations.confirm(tx, case_id, citizen, NOW))
    await run(lambda tx: operations.rate_handling(tx, case_id, citizen, 4, NOW))


def main() -> int:
    settle_memory()
    costs: dict[int, dict[str, Cost]] = {}
    rates: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for size in SIZES:
            file = Path(name) / f"{size}.db"
            begun = time.perf_counter()
            town = case_town.make(file, size)
            print(f"{size:,} cases: {os.path.getsize(file) / 1e6:,.0f} MB, made in "
                  f"{time.perf_counter() - begun:.0f} s", flush=True)  # fmt: skip
            costs[size] = asyncio.run(Desk(file, town).costs()) | _of_the_clock(file, town)
            rates[size] = median(asyncio.run(life_cycles(file, town)) for _ in range(3))
            file.unlink()
    _show(costs, rates)
    result = {"costs": {str(size): {k: vars(v) for k, v in one.items()}
                        for size, one in costs.items()}, "life_cycles": rates}  # fmt: skip
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=2) + "\n")
    return 0 if all(costs[SIZES[-1]][kind].p50 < LIMIT_MS for kind in DESK) else 1


def _of_the_clock(file: Path, town: CaseTown) -> dict[str, Cost]:
    database = Database(f"sqlite:///{file}")
    spent = Clock(database, town).costs()
    database.close()
    return {kind: Cost.of(times) for kind, times in spent.items()}


def _show(costs: dict[int, dict[str, Cost]], rates: dict[int, float]) -> None:
    print(f"\n{'CPU ms':26}" + "".join(f"{f'{size:,} cases':>26}" for size in SIZES))
    for kind in costs[SIZES[0]]:
        cells = (f"p50 {costs[s][kind].p50:.2f}  p99 {costs[s][kind].p99:.2f}" for s in SIZES)
        print(f"{kind:26}" + "".join(f"{cell:>26}" for cell in cells))
    cells = (f"{rates[size]:.0f}/s" for size in SIZES)
    print(f"{'life cycles':26}" + "".join(f"{cell:>26}" for cell in cells))
    print(f"{'DIGIT CCRS, published':26}{'':>26}{f'{DIGIT}/s':>26}")


if __name__ == "__main__":
    raise SystemExit(main())
