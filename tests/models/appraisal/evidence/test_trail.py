"""What a figure is made of, as it may be read, and by whom: weeks, tickets, frozen records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.appraisal import terms
from models.appraisal.evidence import figures, freezing, trail
from models.appraisal.evidence.trail import Place
from models.appraisal.indicators import CATALOGUE, Record, RecordKind
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import AppraisalPeriod
from models.complaints.tables import Case
from models.database import Database
from models.errors import Refused
from models.people import Role
from models.ratings import surveys
from models.ratings.periods import Period
from models.small_numbers import SMALLEST
from tests.models.reported_town import LONG_AGO, ReportedTown, reading, wib
from tests.scale import scaled

T = TypeVar("T")
LATER = wib("2026-12-07 09:00")
AFTER = wib("2027-01-04 09:00")  # the quarter has ended, so that every voice counts
MONDAY = date(2026, 11, 2)


async def playing(database: Database, story: Callable[[ReportedTown], T]) -> T:
    return await database.writer.run(lambda tx: story(ReportedTown.build(tx)))


def rated(day: int, id_: int = 0) -> tuple[date, Record]:
    return MONDAY + timedelta(days=day), Record(RecordKind.RATING, id_ or day + 1, score=3.0)


def test_weeks_with_fewer_than_five_stand_with_their_neighbours() -> None:
    dated = [rated(day) for day in (0, 1, 2, 7, 8, 9, 10, 11, 14, 28)]
    first, last = trail.pooled(dated)[0], trail.pooled(dated)[-1]
    assert (first.first, first.last, first.n) == (MONDAY, date(2026, 12, 6), 10)
    assert first == last  # three and five, then two that are left over
    assert trail.pooled([rated(day) for day in range(4)]) == []


@settings(max_examples=scaled(100, 50))
@given(st.lists(st.integers(0, 90), max_size=60))
def test_no_group_is_smaller_than_five_and_nothing_is_lost(days: list[int]) -> None:
    groups = trail.pooled([rated(day, number + 1) for number, day in enumerate(days)])
    assert all(group.n >= SMALLEST for group in groups)
    assert all(group.first.weekday() == 0 and group.last.weekday() == 6 for group in groups)
    assert all(one.last < other.first for one, other in pairwise(groups))
    told = sum(group.n for group in groups)
    assert told == (len(days) if len(days) >= SMALLEST else 0)


def quarter(town: ReportedTown) -> AppraisalPeriod:
    return terms.of_kind(town.tx, town.office, Period.of("2026-Q4"), LONG_AGO)


async def test_a_frozen_record_is_read_as_it_was_frozen(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        period, where = quarter(town), trail.place(town.tx, town.officer, LATER)
        for citizen in range(5):
            town.rates(citizen, 4, "2026-11-18 10:00", counter=True)
        running = trail.record(town.tx, town.officer, period, where, LATER)
        assert running.snapshot is None
        assert list(running.figures) == list(CATALOGUE)
        computed = figures.computed(town.tx, town.officer, period, LATER)
        snapshot = freezing.freeze(town.tx, town.officer, period, {}, computed, LATER)
        town.rates(5, 1, "2026-11-19 10:00", counter=True)
        frozen = trail.record(town.tx, town.officer, period, where, LATER)
        assert frozen.snapshot is not None
        assert frozen.snapshot.id == snapshot.id
        assert frozen.figures == running.figures == computed
        one = trail.figure(town.tx, town.officer, period, "satisfaction", LATER)
        assert one == computed["satisfaction"]

    await playing(sqlite_database, story)


async def test_a_rating_leads_to_every_figure_it_feeds(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        rating = town.rates(0, 4, "2026-11-18 10:00", counter=True)
        begun = surveys.begin(town.tx, rating, "p100", LATER)
        surveys.answer(town.tx, begun.id, "p100", "perilaku", 3, LATER)
        town.says(0, rating, "2026-11-18 10:05", reading("negative", clause="ramah"))
        fed = trail.fed(town.tx, town.officer, quarter(town), RecordKind.RATING, rating, AFTER)
        assert {one.key for one, _ in fed} == {"satisfaction", "satisfaction_conduct"}
        (known,) = trail.given(town.tx, [rating])
        assert (known.score, known.words) == (4, "ramah")
        assert not hasattr(known, "rater")

    await playing(sqlite_database, story)


async def test_cases_are_told_by_ticket_unless_the_inspectorate_has_them(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-17 08:00")
        town.answers(case, "2026-11-17 09:00")
        fed = trail.fed(town.tx, town.officer, quarter(town), RecordKind.CASE, case, LATER)
        assert {one.key for one, _ in fed} == {"first_answer", "answered_in_a_day"}
        records = [record for _, record in fed]
        assert trail.tickets(town.tx, records)[case][1] == "waktu"
        town.tx.session.get_one(Case, case).supervisory = True
        town.tx.session.flush()
        assert trail.tickets(town.tx, records) == {}

    await playing(sqlite_database, story)


async def test_who_may_read_a_record(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        _, head = town.staff("198001012005011003", town.unit, Role.HEAD)
        _, peer = town.staff("198001012005011002", town.unit)
        _, other = town.staff("198001012005011005", town.sibling, Role.HEAD)
        _, admin = town.staff("198001012005011004", None, Role.ADMIN)
        own = trail.reader(town.tx, town.officer, town.officer_person, LATER)
        assert own is Standing.OWN
        assert trail.reader(town.tx, town.officer, head, LATER) is Standing.LEADER
        for nobody in (peer, other, admin, town.citizens[0]):
            with pytest.raises(Refused, match="not-for-you"):
                trail.reader(town.tx, town.officer, nobody, LATER)

    await playing(sqlite_database, story)


async def test_periods_are_named_in_buttons_and_looking_makes_none(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        where = Place(town.office, "Asia/Jakarta")
        own = terms.make_custom(
            town.tx, town.office, date(2026, 11, 1), date(2026, 11, 20), "Awal", LATER, None
        )
        before = len(terms.of_office(town.tx, town.office))
        for code in ("2026-Q4", "2026", "2025-Q4", f"c{own.id}"):
            assert trail.code(trail.coded(town.tx, where, code, LATER)) == code
        earlier = trail.earlier(town.tx, trail.coded(town.tx, where, "2026-Q1", LATER), LATER)
        assert earlier is not None
        assert trail.code(earlier) == "2025-Q4"
        assert len(terms.of_office(town.tx, town.office)) == before
        for code, key in (("2027-Q1", "period-unknown"), ("c999", "period-unknown")):
            with pytest.raises(Refused, match=key):
                trail.coded(town.tx, where, code, LATER)
        with pytest.raises(ValueError, match="not a period"):
            trail.coded(town.tx, where, "2026-Q9x", LATER)
        elsewhere = Place(town.far_office, "Asia/Jayapura")
        with pytest.raises(Refused, match="period-unknown"):
            trail.coded(town.tx, elsewhere, f"c{own.id}", LATER)

    await playing(sqlite_database, story)
