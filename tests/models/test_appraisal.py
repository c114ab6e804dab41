"""Evidence: one fact, one row, for the officer who served then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlmodel import col, select

from models.appraisal import operations
from models.appraisal.tables import Evidence, EvidenceKind
from models.database import Database, Transaction
from models.journal import JournalEntry, Kind
from tests.models.reported_town import ReportedTown, wib

T = TypeVar("T")
LATER = wib("2026-12-07 09:00")


async def playing(database: Database, story: Callable[[ReportedTown], T]) -> T:
    return await database.writer.run(lambda tx: story(ReportedTown.build(tx)))


def evidence(tx: Transaction) -> list[Evidence]:
    return list(tx.session.exec(select(Evidence).order_by(col(Evidence.id))))


async def test_a_fact_told_twice_is_one_row_and_one_entry(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        rating = town.rates(0, 4, "2026-11-18 10:00", counter=True)
        again = operations.rated(
            town.tx, rating, town.officer, town.unit, wib("2026-11-19 10:00"), "Asia/Jakarta"
        )
        assert not again
        (row,) = evidence(town.tx)
        assert (row.kind, row.source, row.period) == (EvidenceKind.RATING, "rating:1", "2026-Q4")
        assert row.at == wib("2026-11-18 10:00")
        entries = town.tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.EVIDENCE_ADDED.value)
        ).all()
        assert [entry.data["source"] for entry in entries] == ["rating:1"]

    await playing(database, story)


async def test_the_period_is_that_of_the_units_clock() -> None:
    assert operations.period_of(wib("2026-12-31 22:30"), "Asia/Jayapura") == "2027-Q1"
    assert operations.period_of(wib("2026-12-31 22:30"), "Asia/Jakarta") == "2026-Q4"


async def test_a_case_answered_twice_is_two_facts_of_who_held_it_then(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        other, person = town.staff("198001012005011002", town.unit)
        case = town.complains(0, "2026-11-17 08:00")
        town.answers(case, "2026-11-17 09:00", person)
        town.answers(case, "2026-11-18 09:00", person)
        found = evidence(town.tx)
        assert [row.source for row in found] == [f"answer:{case}:1", f"answer:{case}:2"]
        assert {row.officer_id for row in found} == {other}

    await playing(database, story)
