"""Measure the audit of 100,000 frozen figures of 20 records each, and what sealing costs.

    python -m tests.bench.audit [FIGURES]

Beside it stands the plain SHA-256 of the same rows, read in the same run: what any audit costs at
least.
"""

from __future__ import annotations

import asyncio
import hashlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from sqlalchemy import func, insert, select

from models import journal, journal_audit, schema
from models.appraisal import indicators
from models.appraisal.evidence import checking, freezing
from models.appraisal.evidence.figures import Computed
from models.appraisal.evidence.tables import Figure
from models.appraisal.indicators import CATALOGUE, Inputs, Others, Record, RecordKind
from models.appraisal.terms_tables import AppraisalPeriod
from models.complaints.tables import Case
from models.database import Database, Transaction, table, writing_engine
from models.journal import Kind
from models.offices import Office, Service, Unit
from models.people import Officer
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse
from models.ratings.tables import Rating
from models.visits.tables import Visit

FIGURES, RECORDS, PERIODS, ENTRIES = 100_000, 20, 10, 100_000
KEYS = tuple(key for key, one in CATALOGUE.items() if not one.of_unit)[:10]
AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
AT_MOST = 60.0  # seconds for 100,000 figures
Rows = list[dict[str, Any]]
T = TypeVar("T")


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else FIGURES
    with tempfile.TemporaryDirectory(prefix="suara-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'town.db'}"
        engine = writing_engine(url)
        schema.migrate(engine)
        engine.dispose()
        database = Database(url)
        asyncio.run(fill(database, number // (len(KEYS) * PERIODS)))
        frozen(database)
        asyncio.run(sealing(database))
        database.close()


# --- a town in which every officer has as many records of each kind


async def fill(database: Database, officers: int) -> None:
    random = Random(5)
    town = list(range(1, officers + 1))
    await database.writer.run(lambda tx: found(tx, town, random))
    periods = await database.writer.run(quarters)
    for first in range(0, officers, 50):
        batch = town[first : first + 50]
        await database.writer.run(lambda tx, batch=batch: freeze(tx, batch, periods))


def found(tx: Transaction, officers: list[int], random: Random) -> None:
    for one in (
        Office(name="Dinas"),
        Unit(office_id=1, name="Loket"),
        Service(unit_id=1, name="K"),
    ):
        tx.session.add(one)
        tx.session.flush()
    named = [{"id": n, "nip": f"{n:018}", "name": f"Petugas {n}"} for n in officers]
    add(tx, Officer, named)
    for make in (ratings, visits, cases, responses, answers):
        for model, rows in make(officers, random).items():
            add(tx, model, rows)


def add(tx: Transaction, model: Any, rows: Rows) -> None:
    whole = {one.name: one.default.arg for one in table(model).columns if one.default is not None}
    plain = {name: value for name, value in whole.items() if not callable(value)}
    tx.execute(insert(table(model)), [plain | row for row in rows])


def ids(officer: int) -> range:
    return range((officer - 1) * RECORDS + 1, officer * RECORDS + 1)


def each(officers: list[int], make: Callable[[int, int], dict[str, Any]]) -> Rows:
    return [make(officer, number) for officer in officers for number in ids(officer)]


def ratings(officers: list[int], random: Random) -> Mapping[Any, Rows]:
    def row(officer: int, number: int) -> dict[str, Any]:
        place = {"unit_id": 1, "day": AT.date(), "officer_id": officer, "asked": "counter"}
        whose = {"id": number, "rater": f"p{number}", "score": random.randint(1, 4)}
        return place | whose | {"at": AT}

    return {Rating: each(officers, row)}


def visits(officers: list[int], random: Random) -> Mapping[Any, Rows]:
    def row(officer: int, number: int) -> dict[str, Any]:
        place = {"unit_id": 1, "service_id": 1, "day": AT.date(), "officer_id": officer}
        taken = {"minutes": random.randint(64, 9000) / 64, "within": random.random() < 0.8}
        times = {"started_at": AT, "ended_at": AT, "outcome": "done", "source": "api"}
        return {"id": number} | place | taken | times

    return {Visit: each(officers, row)}


def cases(officers: list[int], random: Random) -> Mapping[Any, Rows]:
    def row(officer: int, number: int) -> dict[str, Any]:
        whose = {"id": number, "ticket": f"SW-{number}", "unit_id": 1, "holder_id": officer}
        words = {"category": "waktu", "kind": "ordinary", "text": "Lama.", "reporter": "p"}
        times = {"received_at": AT, "first_answer_due": AT, "resolution_due": AT}
        return whose | words | times | {"state": "solved"}

    return {Case: each(officers, row)}


def responses(officers: list[int], random: Random) -> Mapping[Any, Rows]:
    def row(_officer: int, number: int) -> dict[str, Any]:
        times = {"started_at": AT, "finished_at": AT}
        return (
            {"id": number, "unit_id": 1, "day": AT.date(), "medium": "chat"}
            | times
            | {"rating_id": number}
        )

    return {SurveyResponse: each(officers, row)}


def answers(officers: list[int], random: Random) -> Mapping[Any, Rows]:
    def row(question: str) -> Callable[[int, int], dict[str, Any]]:
        return lambda _officer, number: {
            "response_id": number,
            "question": question,
            "score": 1 + number % 4,
        }

    elements = ("kompetensi", "perilaku", "waktu")
    return {SurveyAnswer: [one for name in elements for one in each(officers, row(name))]}


def quarters(tx: Transaction) -> list[AppraisalPeriod]:
    made = [
        AppraisalPeriod(
            office_id=1,
            kind="quarter",
            first_day=date(2024, 1, 1) + timedelta(days=91 * number),
            last_day=date(2024, 1, 1) + timedelta(days=91 * number + 90),
            made_at=AT,
        )
        for number in range(PERIODS)
    ]
    tx.session.add_all(made)
    tx.session.flush()
    return made


def freeze(tx: Transaction, officers: list[int], periods: list[AppraisalPeriod]) -> None:
    for officer in officers:
        made = computed(tx, officer)
        for period in periods:
            later = AT + timedelta(days=30)
            freezing.freeze(tx, officer, period, {"words": ""}, made, later, unit_id=1)
        tx.finish()


def computed(tx: Transaction, officer: int) -> dict[str, Computed]:
    of_ratings = read(tx, Rating, officer)
    of_visits = read(tx, Visit, officer)
    found = {}
    for key in KEYS:
        kind = CATALOGUE[key].kind
        rows = of_visits if kind is RecordKind.VISIT else of_ratings
        records = tuple(record(key, kind, row) for row in rows)
        inputs = Inputs(records, Others(400, 0.8, 20))
        found[key] = Computed(key, 1, inputs, indicators.compute(key, 1, inputs))
    return found


def read(tx: Transaction, model: Any, officer: int) -> list[Any]:
    rows = table(model)
    return list(tx.execute(rows.select().where(rows.c.id.in_(ids(officer)))))


def record(key: str, kind: RecordKind, row: Any) -> Record:
    if kind is RecordKind.VISIT:
        score = float(row.within) if key == "visits_within" else None
        return Record(kind, row.id, score, row.minutes if key == "visit_time" else None)
    if kind is RecordKind.ANSWER:
        return Record(kind, row.id, 60.0 * (1 + row.id % 4))
    if kind is RecordKind.RATING:
        return Record(kind, row.id, float(row.score))
    if key == "first_answer":
        return Record(kind, row.id, minutes=row.id * 7.5 % 2000, running=row.id % 9 == 0)
    return Record(kind, row.id, 1 - row.id % 5 / 4, score_without=1.0 if row.id % 7 == 0 else None)


# --- measuring


def timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.process_time()
    return work(), time.process_time() - started


def frozen(database: Database) -> None:
    """The figures computed again, beside the plain hash of the same rows."""

    def audited(tx: Transaction) -> tuple[int, list[Any]]:
        counts = checking.Counts()
        wrong = list(checking.audit(tx, counts))
        return counts.figures, wrong

    plain, least = timed(lambda: database.read_now(lambda tx: sum(1 for _ in hashes(tx))))
    (number, wrong), seconds = timed(lambda: database.read_now(audited))
    if wrong or number != plain:
        raise SystemExit(f"{len(wrong)} figures do not fit: {wrong[:3]}")
    print(
        f"{number:,} figures of {RECORDS} records computed again: {seconds:.1f} s of CPU; "
        f"plain SHA-256 of the rows: {least:.1f} s ({seconds / least:.1f} times)"
    )
    if seconds * FIGURES / number > AT_MOST:
        raise SystemExit(f"more than {AT_MOST:.0f} s for {FIGURES:,} figures")


def hashes(tx: Transaction) -> Iterator[str]:
    for row in tx.execute(table(Figure).select().execution_options(yield_per=1000)):
        yield hashlib.sha256(repr(tuple(row)).encode()).hexdigest()


async def sealing(database: Database) -> None:
    """Entries of ratings and of cases sealed with the digest of the row; then the audit of both."""

    def enter(tx: Transaction, about: str | None) -> None:
        most = tx.execute(select(func.count()).select_from(table(Rating))).scalar_one()
        for number in range(ENTRIES // 3):
            whose = {about: 1 + number % most} if about else {"unit_id": 1}
            journal.write(tx, Kind.RATED, AT + timedelta(days=31), **whose)

    for name, about in (("no row", None), ("a rating", "rating_id"), ("a case", "case_id")):
        await seal_all(database)
        await database.writer.run(lambda tx, about=about: enter(tx, about))
        number, seconds = await seal_all(database)
        print(f"sealing an entry about {name}: {seconds / number * 1e6:.0f} µs of CPU")
    counts = journal_audit.Counts()
    wrong, seconds = timed(
        lambda: database.read_now(lambda tx: list(journal_audit.audit(tx, counts)))
    )
    if wrong:
        raise SystemExit(f"{len(wrong)} rows do not fit: {wrong[:3]}")
    verified = sum(counts.rows.values())
    print(f"{counts.sealed:,} entries and {verified:,} rows audited: {seconds:.1f} s of CPU")


async def seal_all(database: Database) -> tuple[int, float]:
    started, number = time.process_time(), 0
    while sealed := await database.writer.run(journal.seal):
        number += sealed
    return number, time.process_time() - started


if __name__ == "__main__":
    main()
