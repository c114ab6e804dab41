"""Measure the reports among ten million ratings, beside plain SQL over the rows in the same run.

CPU is the process's own; each figure is the median of `TIMES` readings on an SQLite file in the
cache of the system. "Without sums" asks the same question of the rows: what a report would cost
if nothing were kept.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import text

from models.database import Database, Transaction
from models.ratings import sums
from models.ratings.periods import Period
from models.reports import skm
from models.reports.scope import Scope
from models.reports.weekly import weekly
from tests.bench import rating_town
from tests.bench.processes import ROOT
from tests.bench.rating_town import FIRST, LAST, NOW, UNIT

RATINGS = 10_000_000
TIMES = 5
LIMIT_MS = 50.0  # for each report of a unit, and for the year of all of them
TOWN = "a week's summary of the whole town"  # most of it are the complaints of every unit
RESULT = ROOT / "test-output" / "bench-ratings.json"
WEEK = date(2026, 11, 9)  # a week that is over
YEAR = {"first": FIRST, "last": LAST}

# What the reports would read without sums; the week with its eight weeks of history.
PLAIN_WEEK = (
    "SELECT day, asked, score, standing, count(*) FROM ratings "
    "WHERE at >= :start AND at < :end {unit} GROUP BY day, asked, score, standing",
    "SELECT reading FROM ratings WHERE commented_at >= :week AND commented_at < :end {unit}",
)
PLAIN_YEAR = (
    "SELECT unit_id, count(*), sum(score) FROM ratings WHERE day BETWEEN :first AND :last "
    "AND standing = 'counted' GROUP BY unit_id",
)
_OF_UNIT = "WHERE unit_id = :unit AND day BETWEEN :first AND :last"
PLAIN_SKM = (
    "SELECT question, count(*), sum(score), sum(score * score) FROM survey_answers "
    f"JOIN survey_responses ON survey_responses.id = response_id {_OF_UNIT} "
    "AND standing = 'counted' GROUP BY question",
    *(
        f"SELECT {field}, count(*) FROM survey_responses {_OF_UNIT} GROUP BY {field}"
        for field in ("sex", "age", "education", "occupation", "service_id", "standing")
    ),
    f"SELECT asked, score, standing, count(*) FROM ratings {_OF_UNIT} "
    "GROUP BY asked, score, standing",
)


@dataclass(frozen=True)
class Report:
    """CPU milliseconds with the sums and without."""

    name: str
    ours: float
    plain: float

    @property
    def line(self) -> str:
        ratio = self.plain / self.ours
        return f"{self.name:38} {self.ours:9.1f} {self.plain:12.1f} {ratio:10.0f}×"


def measure(database: Database) -> list[Report]:
    week = {
        "start": f"{WEEK - timedelta(days=50)} 17:00:00",
        "week": f"{WEEK - timedelta(days=1)} 17:00:00",
        "end": f"{WEEK + timedelta(days=6)} 17:00:00",
    }
    mine, year = Scope(unit_id=UNIT), Period.of("2026")
    asked: list[tuple[str, Callable[[Transaction], Any], tuple[str, ...], dict[str, Any]]] = [
        (
            "a week's summary of a unit",
            lambda tx: weekly(tx, mine, WEEK, NOW),
            _narrowed(PLAIN_WEEK, "AND unit_id = :unit"),
            week | {"unit": UNIT},
        ),
        (
            TOWN,
            lambda tx: weekly(tx, Scope(), WEEK, NOW),
            _narrowed(PLAIN_WEEK, ""),
            week,
        ),
        (
            "a year by unit, 200 units",
            lambda tx: sums.by_unit(tx, None, FIRST, LAST),
            PLAIN_YEAR,
            YEAR,
        ),
        (
            "/skm of a unit, a year",
            lambda tx: skm.report(tx, UNIT, year, NOW),
            PLAIN_SKM,
            YEAR | {"unit": UNIT},
        ),
    ]
    return [
        Report(name, _cpu(database, ours), _cpu(database, _plain(statements, values)))
        for name, ours, statements, values in asked
    ]


def _narrowed(statements: tuple[str, ...], unit: str) -> tuple[str, ...]:
    return tuple(statement.format(unit=unit) for statement in statements)


def _plain(
    statements: tuple[str, ...], values: dict[str, Any]
) -> Callable[[Transaction], list[Any]]:
    plain = {name: str(v) if isinstance(v, date) else v for name, v in values.items()}
    return lambda tx: [tx.execute(text(statement), plain).all() for statement in statements]


def _cpu(database: Database, work: Callable[[Transaction], Any]) -> float:
    """Milliseconds; the first reading fills the caches and is not counted."""
    spent = []
    for _ in range(TIMES + 1):
        begun = time.process_time()
        database.read_now(work)
        spent.append((time.process_time() - begun) * 1000)
    return median(spent[1:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ratings", type=int, default=RATINGS)
    parser.add_argument("--file", type=Path, help="keep the town here, and use it again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="suara-bench-") as folder:
        file = arguments.file or Path(folder) / "town.db"
        if not file.exists():
            begun = time.perf_counter()
            rating_town.make(file, arguments.ratings)
            seconds, size = time.perf_counter() - begun, file.stat().st_size
            print(f"{arguments.ratings:,} ratings in {seconds:.0f} s, {size / 1e9:.1f} GB")
        database = Database(f"sqlite:///{file}")
        found = measure(database)
        database.close()
    print(f"{'CPU ms':38} {'with sums':>9} {'without':>12} {'ratio':>11}")
    for one in found:
        print(one.line)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps([vars(one) for one in found], indent=2))
    slow = [one.name for one in found if one.ours > LIMIT_MS and one.name != TOWN]
    print(f"Above {LIMIT_MS:.0f} ms: {', '.join(slow) or 'none'}.")
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
