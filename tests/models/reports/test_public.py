"""The figures of the public page: whole weeks, enough people, nothing that gives others away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from models.database import Database, Transaction
from models.offices import Office, Unit
from models.ratings.tables import Asked
from models.reports import public
from models.statistics import MINIMUM
from tests.models.reports.surveyed_unit import SurveyedUnit, wib
from tests.public_town import NOW, PublicTown, public_template

__all__ = ["public_template"]

T = Transaction
Told = tuple[Database, PublicTown]


@pytest.fixture
def told(public_template: tuple[Path, PublicTown], tmp_path: Path) -> Iterator[Told]:
    """The town, in a database of its own."""
    file, town = public_template
    shutil.copy(file, tmp_path / "town.db")
    opened = Database(f"sqlite:///{tmp_path / 'town.db'}")
    yield opened, town
    opened.close()


def test_weeks_are_whole_and_over_by_the_unit_s_own_clock() -> None:
    late = wib("2026-11-22 23:30")  # in Nabire it is Monday already
    west, east = (public.weeks_before(late, zone) for zone in ("Asia/Jakarta", "Asia/Jayapura"))
    assert (west.first, west.last) == (date(2026, 8, 17), date(2026, 11, 15))
    assert (east.first, east.last) == (date(2026, 8, 24), date(2026, 11, 22))
    assert west.end == wib("2026-11-16 00:00")
    assert east.end - east.start == timedelta(days=91)


@pytest.mark.parametrize("hours", range(0, 7 * 24, 5))
def test_the_figures_of_a_week_stand_still(hours: int) -> None:
    monday = wib("2026-11-23 00:00")
    found = public.weeks_before(monday + timedelta(hours=hours), "Asia/Jakarta")
    assert found == public.weeks_before(monday, "Asia/Jakarta")
    assert found.end == monday
    assert (found.first.weekday(), found.last.weekday()) == (0, 6)


async def test_who_rates_changes_no_figure_before_the_week_is_over(database: Database) -> None:
    def build(tx: T) -> int:
        unit = SurveyedUnit.build(tx)
        for place in range(8):
            unit.rates(3, NOW - timedelta(days=1 + place))
        return unit.unit

    unit_id = await database.writer.run(build)
    before = database.read_now(lambda tx: public.figures(tx, unit_id, NOW))

    def rate(tx: T) -> None:
        SurveyedUnit(tx, unit_id, raters=100).rates(1, NOW)

    await database.writer.run(rate)
    sunday, monday = wib("2026-11-29 23:59"), wib("2026-11-30 00:00")
    after = database.read_now(lambda tx: public.figures(tx, unit_id, sunday))
    then = database.read_now(lambda tx: public.figures(tx, unit_id, monday))
    assert before is not None
    assert after is not None
    assert then is not None
    assert before.ratings == after.ratings
    assert (before.ratings.every.n, then.ratings.every.n) == (8, 9)


async def test_a_rating_of_13_weeks_ago_is_the_last_that_counts(sqlite_database: Database) -> None:
    def build(tx: T) -> int:
        unit = SurveyedUnit.build(tx)
        unit.rates(4, wib("2026-08-23 23:59"))
        unit.rates(2, wib("2026-08-24 00:00"))
        return unit.unit

    unit_id = await sqlite_database.writer.run(build)
    found = _ratings(sqlite_database, unit_id)
    assert found.received.counts == (0, 1, 0, 0)
    assert (found.every.n, found.every.counts, found.every.mean) == (1, None, None)


def _ratings(database: Database, unit_id: int) -> public.Ratings:
    days = public.weeks_before(NOW, "Asia/Jakarta")
    return database.read_now(lambda tx: public.ratings(tx, unit_id, days))


async def test_every_rating_is_told_of_once_with_its_way_and_reason(database: Database) -> None:
    def build(tx: T) -> int:
        unit = SurveyedUnit.build(tx)
        at = NOW - timedelta(days=3)
        for asked in (Asked.VISIT, Asked.INVITED, Asked.COUNTER, Asked.UNIT, Asked.SEARCH):
            given = [unit.rates(3, at, asked) for _ in range(6)]
        unit.excludes(given[0], "burst")
        unit.excludes(given[1], "staff")
        unit.withdraws(given[2])
        return unit.unit

    found = _ratings(database, await database.writer.run(build))
    assert found.received.received == 30
    assert (found.received.counted, found.received.excluded, found.received.withdrawn) == (27, 2, 1)
    assert found.reasons == (("burst", 1), ("staff", 1))
    assert [(one.key, one.n) for one in found.by_channel] == [
        ("visit", 6),
        ("invited", 6),
        ("self", 15),
    ]


# --- complaints, services, survey


async def test_a_supervisory_case_is_in_nothing(told: Told) -> None:
    database, town = told
    before = _figures(database, town.rich)
    assert (before.complaints.received, before.complaints.check.received) == (14, 14)
    assert before.complaints.check.adds_up

    def more(tx: T) -> None:
        again = PublicTown(tx, officer=town.officer)
        again.complains(town.rich, wib("2026-11-02 09:00"), supervisory=True, citizen=70)

    await database.writer.run(more)
    assert _figures(database, town.rich).complaints == before.complaints


def _figures(database: Database, unit_id: int) -> public.Figures:
    found = database.read_now(lambda tx: public.figures(tx, unit_id, NOW))
    assert found is not None
    return found


@pytest.mark.parametrize(("n", "enough"), [(MINIMUM - 1, False), (MINIMUM, True)])
async def test_times_are_told_from_five_complaints_on(told: Told, n: int, enough: bool) -> None:
    database, there = told

    def build(tx: T) -> int:
        town = PublicTown(tx, poor=there.poor)
        town.staff(town.poor, "2" * 18, 901)
        for place in range(n):
            at = wib("2026-10-05 09:00") + timedelta(days=place)
            town.complains(town.poor, at, citizen=100 + place)
        return town.poor

    found = _figures(database, await database.writer.run(build)).complaints
    assert (found.first_answer is not None, found.solved is not None) == (enough, enough)
    if found.first_answer is not None:
        assert found.first_answer.in_time.n == n
        assert found.first_answer_without is None  # no external cause


async def test_services_tell_what_was_promised_and_what_it_took(told: Told) -> None:
    database, town = told
    found = {one.name: one for one in _figures(database, town.rich).services}
    print_ = found["Cetak KTP-el"]
    assert (print_.promised, print_.n) == ("24 hours", 61)
    assert print_.took is not None
    assert print_.took.n == 61
    assert print_.within is not None
    assert (print_.within.k, print_.within.n) == (38, 61)
    bare = _figures(database, town.poor).services[0]
    assert (bare.promised, bare.n, bare.took, bare.within) == ("", 0, None, None)


async def test_the_survey_is_that_of_the_last_quarter_that_is_over(told: Told) -> None:
    database, town = told
    found = _figures(database, town.rich)
    assert found.survey.period.code == "2026-Q3"
    assert found.next_survey.code == "2026-Q4"
    assert found.survey.index is not None
    assert str(found.survey.index.ikm) == "83.33"
    later = database.read_now(lambda tx: public.figures(tx, town.rich, wib("2027-01-01 00:00")))
    assert later is not None
    assert later.survey.period.code == "2026-Q4"  # a Friday: the week goes on, the quarter is over


# --- which units


async def test_closed_units_are_found_but_not_listed(told: Told) -> None:
    database, town = told

    def close(tx: T) -> None:
        home = tx.session.get_one(Unit, town.poor).office_id
        tx.session.get_one(Office, home).closed_at = NOW

    listed = database.read_now(public.offices)
    assert [office.name for office in listed] == [
        "Dinas Dukcapil Kota Tanjungbalai",
        "Puskesmas Rambai Hulu",
    ]
    assert town.closed not in {unit.id for office in listed for unit in office.units}
    await database.writer.run(close)
    assert len(database.read_now(public.offices)) == 1
    found = database.read_now(lambda tx: public.unit(tx, town.poor))
    assert found is not None
    assert found.closed_at == NOW
    assert database.read_now(lambda tx: public.unit(tx, 999)) is None
