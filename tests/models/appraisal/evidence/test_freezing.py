"""A record is frozen once by the clock, amended by name and reason, and chained per officer."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import pytest
from sqlalchemy import exc, text
from sqlmodel import col, select

from models.appraisal import indicators
from models.appraisal.evidence import chain, figures, freezing
from models.appraisal.evidence.tables import Figure, Snapshot
from models.appraisal.indicators import Record, RecordKind
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Database, Transaction
from models.errors import Refused
from models.journal import GENESIS, JournalEntry, Kind
from tests.models.reported_town import ReportedTown, wib

T = TypeVar("T")
RATING, CASE = RecordKind.RATING, RecordKind.CASE
FROZEN_AT = wib("2027-01-08 00:05")
LATER = wib("2027-02-01 09:00")
FORBIDDEN = (
    "UPDATE snapshots SET reason = 'x'",
    "DELETE FROM snapshots",
    "UPDATE figures SET formula = 2",
    "DELETE FROM figures",
)


@dataclass(frozen=True)
class Json:
    value: dict[str, Any]

    def to_json(self) -> dict[str, Any]:
        return self.value


@dataclass(frozen=True)
class Computed:
    key: str
    formula: int
    inputs: Json
    result: Json


def computed(*keys: str, value: float = 0.1 + 0.2) -> dict[str, Computed]:
    return {
        key: Computed(
            key,
            1,
            Json({"records": (("rating", 7, 4),), "10": 1, "9": "é"}),
            Json({"value": value}),
        )
        for key in keys
    }


def quarter(tx: Transaction, office: int, number: int = 4) -> AppraisalPeriod:
    months = {3: (date(2026, 7, 1), date(2026, 9, 30)), 4: (date(2026, 10, 1), date(2026, 12, 31))}
    first, last = months[number]
    period = AppraisalPeriod(
        office_id=office, kind="quarter", first_day=first, last_day=last, made_at=FROZEN_AT
    )
    tx.session.add(period)
    tx.session.flush()
    return period


async def playing(database: Database, story: Callable[[ReportedTown], T]) -> T:
    return await database.writer.run(lambda tx: story(ReportedTown.build(tx)))


def frozen(town: ReportedTown, period: AppraisalPeriod, *keys: str, **more: Any) -> Snapshot:
    at = more.pop("at", FROZEN_AT)
    return freezing.freeze(
        town.tx, town.officer, period, {"plan": None}, computed(*keys), at, **more
    )


async def test_a_frozen_record_holds_everything_and_stands_in_the_journal(
    database: Database,
) -> None:
    def story(town: ReportedTown) -> tuple[int, int]:
        snapshot = frozen(town, quarter(town.tx, town.office), "satisfaction", "reopened")
        assert (snapshot.version, snapshot.unit_id, snapshot.figures) == (1, town.unit, 2)
        assert (snapshot.previous, snapshot.by_id, snapshot.content) == (
            GENESIS,
            None,
            {"plan": None},
        )
        return snapshot.id or 0, town.officer

    number, officer = await playing(database, story)
    with database.reading() as tx:
        kept = freezing.figures(tx, number)
        snapshot = tx.session.get_one(Snapshot, number)
        entry = tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.RECORD_FROZEN.value)
        ).one()
    assert list(kept) == ["satisfaction", "reopened"]
    assert kept["satisfaction"].inputs == {"records": [["rating", 7, 4]], "10": 1, "9": "é"}
    assert entry.data == {
        "officer": officer,
        "period": 1,
        "version": 1,
        "snapshot": number,
        "figures": [one.id for one in kept.values()],
        "hash": snapshot.hash,
        "by": None,
    }


def sha(row: dict[str, Any]) -> str:
    """The rule as it is told to whoever gets a bundle."""
    row = {key: value for key, value in row.items() if key != "hash"}
    written = json.dumps(row, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


async def test_the_chain_can_be_verified_by_anybody_from_what_is_stored(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        frozen(town, quarter(town.tx, town.office, 3), "satisfaction")
        frozen(town, quarter(town.tx, town.office, 4), "reopened", "satisfaction", at=LATER)

    await playing(database, story)
    with database.reading() as tx:
        rows = tx.session.exec(select(Figure).order_by(col(Figure.id))).all()
        snapshots = tx.session.exec(select(Snapshot).order_by(col(Snapshot.id))).all()
    before = GENESIS
    for one in rows:
        row = one.model_dump()
        row["inputs_hash"] = sha(row.pop("inputs"))
        assert row["previous"] == before
        assert sha(row) == one.hash
        before = one.hash
    last = {one.snapshot_id: one.hash for one in rows}
    before = GENESIS
    for snapshot in snapshots:
        row = snapshot.model_dump() | {"at": snapshot.at.isoformat()}
        assert row["previous"] == before
        assert sha(row | {"last_figure": last[snapshot.id or 0]}) == snapshot.hash
        before = snapshot.hash
    assert len(rows) == 3


async def test_the_clock_freezes_once_and_gets_what_is_there(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        period = quarter(town.tx, town.office)
        first = frozen(town, period, "satisfaction")
        again = frozen(town, period, "satisfaction", "reopened", at=LATER)
        assert again.id == first.id
        assert len(freezing.versions(town.tx, town.officer, period.id or 0)) == 1

    await playing(sqlite_database, story)


async def test_an_amendment_has_a_name_and_a_reason_and_leaves_the_first_version(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        period = quarter(town.tx, town.office)
        head, _ = town.staff("197501012000011003", town.unit)
        with pytest.raises(Refused) as early:
            frozen(town, period, "satisfaction", by=head, reason="Ulasan terlambat")
        first = frozen(town, period, "satisfaction")
        with pytest.raises(Refused) as wordless:
            frozen(town, period, "satisfaction", by=head, reason="  ")
        second = frozen(
            town, period, "satisfaction", at=LATER, by=head, reason=" Ulasan terlambat "
        )
        assert early.value.key == "amendment-not-frozen"
        assert wordless.value.key == "amendment-needs-reason"
        assert (second.version, second.by_id, second.reason) == (2, head, "Ulasan terlambat")
        assert second.previous == first.hash
        assert freezing.latest(town.tx, town.officer, period.id or 0) == second
        # a clock that comes late changes nothing
        assert frozen(town, period, "satisfaction", at=LATER).id == second.id

    await playing(sqlite_database, story)


async def test_an_officer_without_figures_has_a_record_all_the_same(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        snapshot = frozen(town, quarter(town.tx, town.office))
        row = snapshot.model_dump() | {"at": snapshot.at.isoformat(), "last_figure": None}
        assert (snapshot.figures, snapshot.hash) == (0, sha(row))

    await playing(sqlite_database, story)


async def test_who_served_in_no_unit_of_the_office_has_no_record(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        stranger, _ = town.staff("197501012000011003", town.far)
        with pytest.raises(Refused) as refused:
            freezing.freeze(
                town.tx, stranger, quarter(town.tx, town.office), {}, computed(), FROZEN_AT
            )
        assert refused.value.key == "record-without-unit"

    await playing(sqlite_database, story)


@pytest.mark.parametrize("statement", FORBIDDEN)
async def test_the_database_itself_refuses_to_rewrite(database: Database, statement: str) -> None:
    await playing(
        database, lambda town: frozen(town, quarter(town.tx, town.office), "satisfaction") and None
    )
    with pytest.raises(exc.DatabaseError, match="append-only"):
        await database.writer.run(lambda tx: tx.execute(text(statement)) and None)


async def test_two_processes_do_not_fork_the_chain(database_url: str) -> None:
    one, other = Database(database_url), Database(database_url)
    officer, periods = await playing(
        one,
        lambda town: (
            town.officer,
            [quarter(town.tx, town.office, number).id for number in (3, 4)],
        ),
    )

    def freeze(period_id: int | None) -> Callable[[Transaction], None]:
        def work(tx: Transaction) -> None:
            period = tx.session.get_one(AppraisalPeriod, period_id)
            freezing.freeze(tx, officer, period, {}, computed("a", "b"), FROZEN_AT)

        return work

    await asyncio.gather(
        *(process.writer.run(freeze(period)) for period in periods for process in (one, other))
    )
    with one.reading() as tx:
        snapshots = tx.session.exec(select(Snapshot).order_by(col(Snapshot.id))).all()
        rows = tx.session.exec(select(Figure).order_by(col(Figure.id))).all()
    assert [row.previous for row in snapshots] == [GENESIS, snapshots[0].hash]
    assert [row.previous for row in rows] == [GENESIS, *(row.hash for row in rows[:-1])]
    one.close()
    other.close()


def test_a_number_that_is_none_is_not_frozen() -> None:
    with pytest.raises(ValueError, match="JSON"):
        chain.digest({"value": float("nan")})


def figure(key: str, *records: Record) -> dict[str, figures.Computed]:
    inputs = indicators.Inputs(records)
    formula = indicators.CATALOGUE[key].formula
    result = indicators.compute(key, formula, inputs)
    return {key: figures.Computed(key, formula, inputs, result)}
