"""The weekly summary: what it counts, and that a past week never changes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

import pytest
from sqlmodel import select

from models import outbox
from models.complaints import handover
from models.complaints import operations as complaints
from models.complaints.tables import Case
from models.database import Database
from models.errors import Refused
from models.offices import Unit
from models.outbox import Outgoing
from models.ratings import comments
from models.ratings import operations as ratings
from models.ratings.tables import Rating
from models.reports.scope import Scope, bounds, monday, place
from models.reports.weekly import WeeklySummary, weekly
from tests.models.reported_town import WIB, ReportedTown, reading, wib

T = TypeVar("T")
WEEK = date(2026, 11, 16)  # Monday
LATER = wib("2026-12-28 09:00")


async def playing(database: Database, story: Callable[[ReportedTown], T]) -> T:
    """A story in a new town, in one transaction."""
    return await database.writer.run(lambda tx: story(ReportedTown.build(tx)))


def again(database: Database, scope: Scope, now: datetime = LATER) -> WeeklySummary:
    return database.read_now(lambda tx: weekly(tx, scope, WEEK, now))


def ordinary_week(town: ReportedTown) -> ReportedTown:
    """Six ratings, two comments, three complaints: one answered and solved, one late, one fresh."""
    for citizen, score in enumerate((4, 4, 3, 3, 2)):
        town.rates(citizen, score, f"2026-11-{17 + citizen % 3} 10:00", counter=citizen < 2)
    commented = town.rates(5, 1, "2026-11-18 11:00", asked="search")
    town.says(5, commented, "2026-11-18 11:01", reading("negative", "waktu", clause="antre lama"))
    praised = town.rates(6, 4, "2026-11-15 23:30")  # the Sunday before
    town.says(6, praised, "2026-11-16 00:30", reading("positive", "perilaku"))
    solved = town.complains(10, "2026-11-17 09:00")
    town.takes(solved, "2026-11-17 10:00")
    town.answers(solved, "2026-11-17 11:00")
    town.confirms(solved, 10, "2026-11-18 09:00")
    town.complains(11, "2026-11-06 09:00", category="sarana")  # due 13 Nov, unanswered
    town.complains(12, "2026-11-20 09:00", category="lainnya")
    return town


async def test_an_ordinary_week(database: Database) -> None:
    unit = await playing(database, lambda town: ordinary_week(town).unit)
    week = again(database, Scope(unit_id=unit))
    assert week.counts == (1, 1, 2, 2)
    assert dict(week.asked) == {"counter": 2, "unit": 3, "search": 1}
    assert week.mean is not None
    assert week.mean.mean == pytest.approx(17 / 6)
    assert week.last is None
    assert week.change is None
    assert (week.mood.positive, week.mood.negative, week.mood.n) == (1, 1, 2)
    found = week.complaints
    assert (found.received, found.answered, found.solved) == (2, 1, 1)
    assert (found.open, found.open_late, found.times.late) == (2, 1, 1)
    assert not week.running


async def test_lengths_are_working_time_and_the_late_one_counts_so_far(database: Database) -> None:
    unit = await playing(database, lambda town: ordinary_week(town).unit)
    found = again(database, Scope(unit_id=unit)).complaints
    # Tuesday 9 to 11 is 120 minutes. Friday 6 Nov 9.00 to Sunday 22 Nov, at 450 minutes a day
    # (Friday: 240 + 210): 9.00-11.30 and 13.00-16.30 the first day, then ten days.
    assert found.times.first_answer.n == 2
    assert found.times.first_answer.unfinished == 1
    assert found.times.first_answer.median is not None
    assert found.times.first_answer.median.minutes == pytest.approx((120 + 360 + 10 * 450) / 2)
    assert found.times.first_answer.median.at_least
    # Resolution stands still while the citizen has the word: 2 hours.
    solved = next(line for line in found.lines if line.ended_at is not None)
    assert solved.timed.resolution is not None
    assert solved.timed.resolution.minutes == 120


async def test_the_same_week_asked_again_is_the_same(database: Database) -> None:
    """After a week of new ratings, answers, a new officer and the unit's end."""

    def story(town: ReportedTown) -> None:
        ordinary_week(town)
        scopes = (Scope(unit_id=town.unit), Scope(office_id=town.office), Scope())
        before = [weekly(town.tx, scope, WEEK, wib("2026-11-23 00:00")) for scope in scopes]
        for citizen in range(20, 30):
            town.rates(citizen, 1, "2026-11-24 10:00")
            town.complains(citizen, "2026-11-24 10:00")
        town.staff("198001012005011009", town.unit)
        for case in (2, 3):
            town.answers(case, "2026-11-25 10:00")
        town.tx.session.get_one(Unit, town.unit).closed_at = wib("2026-12-20 09:00")
        assert [weekly(town.tx, scope, WEEK, LATER) for scope in scopes] == before

    await playing(database, story)


async def test_erased_words_leave_the_figures(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        ordinary_week(town)
        before = weekly(town.tx, Scope(unit_id=town.unit), WEEK, LATER)
        for rating in town.tx.session.exec(select(Rating)):
            comments.erase(town.tx, rating)
        for case in town.tx.session.exec(select(Case)):
            case.text, case.reading, case.reporter_id = "", None, None
        after = weekly(town.tx, Scope(unit_id=town.unit), WEEK, LATER)
        unquoted = tuple(replace(aspect, quote="") for aspect in before.aspects)
        assert after == replace(before, aspects=unquoted)
        assert before.aspects != unquoted

    await playing(database, story)


async def test_a_score_changed_after_the_end_counts_as_it_was(database: Database) -> None:
    def story(town: ReportedTown) -> int:
        for citizen in range(4):
            town.rates(citizen, 3, "2026-11-18 10:00")
        late = town.rates(9, 1, "2026-11-22 20:00")
        ratings.rerate(town.tx, "p109", late, 2, wib("2026-11-22 21:00"), None)
        ratings.rerate(town.tx, "p109", late, 4, wib("2026-11-23 08:00"), None)
        ratings.rerate(town.tx, "p109", late, 3, wib("2026-11-23 09:00"), None)
        return town.unit

    unit = await playing(database, story)
    assert again(database, Scope(unit_id=unit)).counts == (0, 1, 4, 0)
    running = again(database, Scope(unit_id=unit), wib("2026-11-22 20:30"))
    assert running.running
    assert running.counts == (1, 0, 4, 0)


async def test_a_comment_rewritten_after_the_end_stays_in_its_week(database: Database) -> None:
    def story(town: ReportedTown) -> int:
        rating = town.rates(0, 2, "2026-11-22 20:00")
        town.says(0, rating, "2026-11-22 20:01", reading("negative", "biaya", clause="mahal"))
        town.says(0, rating, "2026-11-23 08:00", reading("positive", "perilaku"))
        return town.unit

    unit = await playing(database, story)
    this = again(database, Scope(unit_id=unit))
    assert (this.mood.negative, this.mood.positive) == (1, 0)
    assert [(aspect.key, aspect.n) for aspect in this.aspects] == [("biaya", 1)]
    following = database.read_now(
        lambda tx: weekly(tx, Scope(unit_id=unit), WEEK + timedelta(days=7), LATER)
    )
    assert (following.mood.negative, following.mood.positive) == (0, 1)
    assert following.n == 0


async def test_what_happens_to_a_case_later_leaves_the_week_alone(database: Database) -> None:
    def story(town: ReportedTown) -> tuple[int, int, WeeklySummary]:
        case = town.complains(0, "2026-11-06 09:00")
        scope = Scope(unit_id=town.unit)
        before = weekly(town.tx, scope, WEEK, LATER)
        town.takes(case, "2026-11-23 08:00")
        mine = town.officer_person
        handover.forward(town.tx, case, mine, town.sibling, wib("2026-11-23 09:00"))
        _, other = town.staff("198001012005011002", town.sibling)
        complaints.answer(town.tx, case, other, "Sudah kami periksa.", wib("2026-11-24 09:00"))
        town.confirms(case, 0, "2026-11-25 09:00")
        after = weekly(town.tx, scope, WEEK, LATER)
        assert after == before
        return town.unit, town.sibling, after

    unit, sibling, past = await playing(database, story)
    assert (past.complaints.open_late, past.complaints.answered) == (1, 0)

    def following(unit_id: int) -> WeeklySummary:
        week = WEEK + timedelta(days=7)
        return database.read_now(lambda tx: weekly(tx, Scope(unit_id=unit_id), week, LATER))

    handed, got = following(unit).complaints, following(sibling).complaints
    assert (handed.received, handed.answered, handed.open_late) == (0, 0, 0)
    assert (got.received, got.answered, got.solved, got.times.late) == (1, 1, 1, 1)
    office = database.read_now(
        lambda tx: weekly(tx, Scope(office_id=1), WEEK + timedelta(days=7), LATER)
    )
    assert office.complaints.received == 0  # it only changed hands


async def test_reopened_after_the_end_it_was_solved_in_its_week(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        ordinary_week(town)
        scope = Scope(unit_id=town.unit)
        before = weekly(town.tx, scope, WEEK, LATER)
        assert before.complaints.solved == 1
        complaints.reopen(town.tx, 1, town.citizens[10], "Masih salah.", wib("2026-11-24 09:00"))
        assert weekly(town.tx, scope, WEEK, LATER) == before

    await playing(database, story)


async def test_aspects_are_quoted_redacted_and_nothing_is_told_of_a_bribe(
    database: Database,
) -> None:
    def story(town: ReportedTown) -> int:
        slow = reading("negative", "waktu", clause="menunggu sangat lama, telepon [telepon]")
        bribe = reading(
            "negative", "biaya", clause="diminta uang rokok oleh petugas", corruption=True
        )
        for citizen in range(3):
            town.complains(citizen, "2026-11-17 09:00", read=slow)
        for citizen in range(3, 5):
            town.complains(citizen, "2026-11-17 09:00", category="pungli", read=bribe)
        town.complains(5, "2026-11-17 09:00", category="biaya", read=bribe)
        rating = town.rates(6, 1, "2026-11-17 09:00")
        town.says(6, rating, "2026-11-17 09:01", reading("negative", "prosedur", clause="x" * 300))
        town.complains(7, "2026-11-17 09:00", category="lainnya", read=slow)
        secret = town.complains(8, "2026-11-17 09:00", category="sarana", read=slow)
        town.tx.session.get_one(Case, secret).confidential = True
        return town.unit

    unit = await playing(database, story)
    aspects = again(database, Scope(unit_id=unit)).aspects
    assert [(a.key, a.n) for a in aspects] == [("waktu", 3), ("prosedur", 1), ("sarana", 1)]
    assert aspects[0].quote == "menunggu sangat lama, telepon [telepon]"
    assert aspects[2].quote == ""


async def test_messages_that_could_not_be_delivered(database: Database) -> None:
    def story(town: ReportedTown) -> int:
        for when, unit_id in (
            ("2026-11-17 09:00", town.unit),
            ("2026-11-17 09:00", town.far),
            ("2026-11-23 00:00", town.unit),
        ):
            message = Outgoing(town.citizens[0], {"key": "menu", "values": {}}, unit_id=unit_id)
            outbox.put(town.tx, message, wib(when))
            row = outbox.waiting(town.tx, 1)[0]
            outbox.mark_failed(town.tx, row.id, wib(when), "blocked")
        return town.unit

    unit = await playing(database, story)
    assert again(database, Scope(unit_id=unit)).undelivered == 1
    assert again(database, Scope()).undelivered == 2


async def test_a_week_begins_on_monday_by_the_clock_of_its_place(database: Database) -> None:
    """Sunday 22.30 in Jakarta is Monday 00.30 in Jayapura."""

    def story(town: ReportedTown) -> tuple[int, int]:
        town.rates(0, 4, "2026-11-15 22:30", unit=town.far)
        town.rates(0, 4, "2026-11-15 22:30", unit=town.unit)
        return town.unit, town.far

    near, far = await playing(database, story)
    assert again(database, Scope(unit_id=far)).n == 1
    assert again(database, Scope(unit_id=near)).n == 0
    assert again(database, Scope(office_id=2)).place.zone == "Asia/Jayapura"
    assert again(database, Scope()).place.zone == "Asia/Jakarta"
    assert monday(wib("2026-11-15 22:30"), "Asia/Jayapura") == WEEK


async def test_the_parts_add_up_to_the_whole_against_a_naive_count(database: Database) -> None:
    """Ratings and complaints at random, counted once more from what was played."""
    chance = random.Random(4)
    start, end = wib("2026-11-16 00:00"), wib("2026-11-23 00:00")

    def story(town: ReportedTown) -> tuple[dict[int, list[int]], dict[int, int]]:
        units = (town.unit, town.sibling, town.far)
        scores: dict[int, list[int]] = {unit: [] for unit in units}
        received = dict.fromkeys(units, 0)
        for citizen in range(60):
            unit, score = chance.choice(units), chance.randint(1, 4)
            at = start + timedelta(minutes=chance.randint(-3000, 13000))
            local = at.astimezone(WIB)
            town.rates(citizen, score, local.replace(tzinfo=None).isoformat(), unit=unit)
            if chance.random() < 0.5:
                town.complains(citizen, local.replace(tzinfo=None).isoformat(), unit=unit)
                received[unit] += start <= at < end
            if start <= at < end:
                scores[unit].append(score)
        return scores, received

    scores, received = await playing(database, story)
    near = [unit for unit in scores if unit != 3]
    for scope, units in (
        *((Scope(unit_id=unit), [unit]) for unit in near),
        (Scope(office_id=1), near),
        (Scope(), list(scores)),
    ):
        week = again(database, scope)
        told = [score for unit in units for score in scores[unit]]
        assert week.counts == tuple(told.count(score) for score in (1, 2, 3, 4))
        assert week.complaints.received == sum(received[unit] for unit in units)
        assert sum(n for _, n in week.asked) == week.n
        assert week.history[-1].counts == week.counts
        assert week.history[-1].received == week.complaints.received


async def test_the_change_against_last_week_names_chance(database: Database) -> None:
    def story(town: ReportedTown) -> int:
        for citizen in range(30):
            town.rates(citizen, 1 + citizen % 2, "2026-11-11 10:00")
            town.rates(citizen, 3 + citizen % 2, "2026-11-18 10:00")
            town.rates(citizen, 3 + citizen % 2, "2026-11-11 10:00", unit=town.sibling)
            town.rates(citizen, 3 + (citizen + 1) % 2, "2026-11-18 10:00", unit=town.sibling)
        return town.unit

    unit = await playing(database, story)
    moved = again(database, Scope(unit_id=unit)).change
    steady = again(database, Scope(unit_id=unit + 1)).change
    assert moved is not None
    assert steady is not None
    assert moved.by == pytest.approx(2)
    assert not moved.within_chance
    assert steady.within_chance


async def test_a_quiet_week_has_no_figures_rather_than_zeros(database: Database) -> None:
    unit = await playing(database, lambda town: town.unit)
    week = again(database, Scope(unit_id=unit))
    assert (week.n, week.mean, week.change, week.aspects) == (0, None, None, ())
    assert week.complaints.times.first_answer.median is None
    assert len(week.history) == 8


async def test_unknown_places_and_other_days_are_refused(database: Database) -> None:
    await playing(database, lambda town: town.unit)
    for scope in (Scope(unit_id=99), Scope(office_id=99)):
        with pytest.raises(Refused):
            database.read_now(lambda tx, scope=scope: place(tx, scope))
    with pytest.raises(ValueError, match="Monday"):
        bounds(date(2026, 11, 17), "Asia/Jakarta")


@pytest.mark.parametrize("scope", [Scope(), Scope(unit_id=5), Scope(office_id=12)])
def test_a_scope_reads_back_from_its_code(scope: Scope) -> None:
    assert Scope.of(scope.code) == replace(scope)
    with pytest.raises(ValueError, match="scope"):
        Scope.of("x1")
