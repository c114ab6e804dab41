"""Evidence: one fact, one row, for the officer who served then; and the record made of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import pytest
from sqlmodel import col, select

from models import people
from models.appraisal import operations
from models.appraisal.queries import Record, before, bounds, record_of
from models.appraisal.tables import Evidence, EvidenceKind
from models.complaints import handover
from models.database import Database, Transaction
from models.journal import JournalEntry, Kind
from models.offices import RosterEntry
from models.people import Role
from models.ratings import operations as ratings
from tests.models.reported_town import LONG_AGO, ReportedTown, reading, wib

T = TypeVar("T")
LATER = wib("2026-12-07 09:00")


async def playing(database: Database, story: Callable[[ReportedTown], T]) -> T:
    return await database.writer.run(lambda tx: story(ReportedTown.build(tx)))


def record(
    town: ReportedTown, officer: int | None = None, period: str = "2026-Q4", now: datetime = LATER
) -> Record:
    return record_of(town.tx, officer or town.officer, period, now, "Asia/Jakarta")


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


async def test_the_rating_is_of_whoever_served_then(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        town.rates(0, 4, "2026-11-18 10:00", counter=True)
        successor, _ = town.staff("198001012005011002", town.unit)
        for entry in town.tx.session.exec(select(RosterEntry)):
            entry.until_at = wib("2026-11-18 12:00")
        town.tx.session.add(
            RosterEntry(
                counter_id=town.counter, officer_id=successor, from_at=wib("2026-11-18 13:00")
            )
        )
        town.rates(1, 1, "2026-11-18 12:30", counter=True)  # nobody was on the roster
        town.rates(2, 2, "2026-11-18 14:00", counter=True)
        assert record(town).counts == (0, 0, 0, 1)
        assert record(town, successor).counts == (0, 1, 0, 0)

    await playing(database, story)


async def test_a_quarter_ends_by_the_clock_of_the_unit(database: Database) -> None:
    assert operations.period_of(wib("2026-12-31 22:30"), "Asia/Jayapura") == "2027-Q1"
    assert operations.period_of(wib("2026-12-31 22:30"), "Asia/Jakarta") == "2026-Q4"
    assert bounds("2026-Q4", "Asia/Jakarta") == (
        wib("2026-10-01 00:00"),
        wib("2027-01-01 00:00"),
    )
    assert (before("2026-Q4"), before("2026-Q1")) == ("2026-Q3", "2025-Q4")
    with pytest.raises(ValueError, match=r"-Q|unpack|month"):
        bounds("2026-Q5", "Asia/Jakarta")

    def story(town: ReportedTown) -> None:
        town.rates(0, 4, "2026-09-30 10:00", counter=True)
        town.rates(1, 3, "2026-10-01 10:00", counter=True)
        assert record(town, period="2026-Q3").counts == (0, 0, 0, 1)
        assert record(town).counts == (0, 0, 1, 0)

    await playing(database, story)


async def test_below_five_there_is_no_figure_and_a_changed_score_counts_as_it_stands(
    database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        for citizen in range(4):
            town.rates(citizen, 4, "2026-11-18 10:00", counter=True)
        assert record(town).mean is None
        last = town.rates(4, 4, "2026-11-18 10:00", counter=True)
        ratings.rerate(town.tx, "p104", last, 2, wib("2026-11-18 11:00"), None)
        found = record(town)
        assert found.counts == (0, 1, 0, 4)
        assert found.mean is not None
        assert found.mean.low < found.mean.mean == 3.6 < found.mean.high

    await playing(database, story)


async def test_answers_are_timed_from_receipt_and_from_taking(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        for citizen in range(5):
            case = town.complains(citizen, "2026-11-17 08:00")
            town.takes(case, "2026-11-17 09:00")
            town.answers(case, f"2026-11-17 {9 + citizen // 2:02}:30")
            if citizen == 0:
                town.confirms(case, 0, "2026-11-17 14:00")
        found = record(town)
        assert (found.answered, found.resolved, found.open_late, found.late) == (5, 1, 0, 0)
        assert found.first_answer.median is not None
        assert found.held.median is not None
        assert found.first_answer.median.minutes == 150  # 8.00 to 10.30
        assert found.held.median.minutes == 90
        assert [case.ticket for case in found.cases] != []

    await playing(database, story)


async def test_a_colleagues_answer_and_a_later_answer_are_not_the_officers_first(
    database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        other, person = town.staff("198001012005011002", town.unit)
        case = town.complains(0, "2026-11-17 08:00")
        town.answers(case, "2026-11-17 09:00", person)
        assert record(town).cases == ()
        (fact,) = record(town, other).cases
        assert fact.first_answer is not None
        assert fact.first_answer.minutes == 60
        town.answers(case, "2026-11-18 09:00", person)
        assert record(town, other).answered == 1  # one case, answered twice

    await playing(database, story)


async def test_open_and_late_counts_as_late_even_without_any_evidence(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-02 09:00")
        town.takes(case, "2026-11-02 10:00")
        town.complains(1, "2026-11-02 09:00")  # nobody's
        assert evidence(town.tx) == []
        on_time = record(town, now=wib("2026-11-06 09:00"))
        assert on_time.cases == ()
        late = record(town, now=wib("2026-11-12 09:00"))
        assert (late.open_late, late.late, late.answered) == (1, 1, 0)
        town.answers(case, "2026-11-16 09:00")
        after = record(town)
        assert (after.open_late, after.late, after.answered) == (0, 1, 1)
        again = record(town, now=wib("2026-11-12 09:00"))
        assert (again.open_late, again.late) == (1, 1)

    await playing(database, story)


async def test_a_case_handed_over_is_no_longer_the_officers(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-02 09:00")
        town.takes(case, "2026-11-02 10:00")
        handover.forward(town.tx, case, town.officer_person, town.sibling, wib("2026-11-03 09:00"))
        assert record(town).cases == ()

    await playing(database, story)


async def test_a_case_that_lies_after_its_holder_left_is_not_held_against_them(
    database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-02 09:00")
        town.takes(case, "2026-11-02 10:00")
        for held in people.appointments_of(town.tx, town.officer, wib("2026-11-03 09:00")):
            people.dismiss(town.tx, held.id or 0, wib("2026-11-03 09:00"), None)
        assert record(town).cases == ()

    await playing(database, story)


async def test_mood_moves_no_figure_about_a_person(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        given = [town.rates(c, 3, "2026-11-18 10:00", counter=True) for c in range(6)]
        calm = record(town)
        for citizen, rating in enumerate(given):
            town.says(citizen, rating, "2026-11-18 10:05", reading("negative", "perilaku"))
        assert record(town) == calm

    await playing(database, story)


async def test_an_officer_without_facts_has_an_empty_record(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        found = record(town, now=LONG_AGO, period="2026-Q1")
        assert (found.ratings, found.cases, found.mean) == ((), (), None)
        assert found.first_answer.n == 0

    await playing(database, story)


async def test_a_case_given_to_somebody_else_after_the_quarter_was_late_in_it(
    database: Database,
) -> None:
    """Given by the head, never taken; what happens to it in January leaves the old record alone."""

    def story(town: ReportedTown) -> None:
        _, head = town.staff("198001012005011003", town.unit, Role.HEAD)
        other, _ = town.staff("198001012005011002", town.unit)
        case = town.complains(0, "2026-12-01 09:00")
        handover.assign(town.tx, case, head, town.officer, wib("2026-12-01 10:00"))
        january = wib("2027-01-04 09:00")
        assert record(town, now=january).open_late == 1
        handover.assign(town.tx, case, head, other, january)
        assert record(town, now=wib("2027-01-05 09:00")).open_late == 1
        assert record(town, other, now=wib("2027-01-05 09:00")).open_late == 0

    await playing(database, story)
