"""The weekly summary beyond ratings: trend, elements, visits and services, and what to look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from models.complaints import operations as complaints
from models.database import Database, Transaction
from models.offices import Service
from models.ratings import corrections, survey_sums
from models.ratings import operations as ratings
from models.ratings.tables import Asked, RatingInvitation
from models.reports.attention import Look
from models.reports.scope import Scope
from models.reports.weekly import WeeklySummary, weekly
from models.visits.tables import Source, Visit, VisitGuest, VisitSum
from tests.models.reported_town import ReportedTown, wib

T = TypeVar("T")
WEEK = date(2026, 11, 16)  # Monday
DAY = date(2026, 11, 18)
LATER = wib("2026-11-30 09:00")


async def summary(database: Database, story: Callable[[ReportedTown], object]) -> WeeklySummary:
    def played(tx: Transaction) -> int:
        town = ReportedTown.build(tx)
        story(town)
        return town.unit

    unit = await database.writer.run(played)
    return database.read_now(lambda tx: weekly(tx, Scope(unit_id=unit), WEEK, LATER))


def service(town: ReportedTown, name: str, scores: list[int]) -> None:
    """A service with one rated visit for each score."""
    row = Service(unit_id=town.unit, name=name)
    town.tx.session.add(row)
    town.tx.session.flush()
    for place, score in enumerate(scores):
        at = wib("2026-11-18 09:00") + timedelta(minutes=place)
        visit = Visit(
            unit_id=town.unit, service_id=row.id or 0, day=DAY, source=Source.CHAT, started_at=at
        )
        town.tx.session.add(visit)
        town.tx.session.flush()
        guest = town.citizens[place]
        town.tx.session.add(VisitGuest(visit_id=visit.id or 0, person_id=guest, at=at))
        ratings.give(
            town.tx,
            f"p{100 + place}",
            town.unit,
            score,
            at,
            asked=Asked.VISIT,
            visit_id=visit.id,
            actor_id=guest,
        )


async def test_services_are_named_only_when_they_differ_by_more_than_chance(
    database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        service(town, "KTP", [4] * 12)
        service(town, "Akta", [1] * 12)
        service(town, "KK", [1, 4, 1])  # too few to be told

    found = (await summary(database, story)).serving
    assert found.best is not None
    assert found.worst is not None
    assert (found.best.name, found.best.mean.mean, found.best.mean.n) == ("KTP", 4, 12)
    assert (found.worst.name, found.worst.mean.mean, found.rated) == ("Akta", 1, 2)


async def test_services_that_may_be_alike_are_not_ranked(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        service(town, "KTP", [4, 3, 4, 3, 4, 3])
        service(town, "Akta", [3, 3, 4, 3, 4, 3])

    found = (await summary(database, story)).serving
    assert (found.best, found.worst, found.rated) == (None, None, 2)


async def test_visits_of_the_week_with_their_times(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        service(town, "KTP", [])
        numbers = {"visits": 9, "done": 8, "minutes": 96.0, "promised": 8, "within": 6}
        for day in (DAY, DAY - timedelta(days=7)):
            town.tx.session.add(
                VisitSum(unit_id=town.unit, service_id=1, day=day, waits=9, waited=45.0, **numbers)
            )

    found = (await summary(database, story)).serving
    assert (found.visits, found.done, found.waited, found.waits) == (9, 8, 5, 9)
    assert (found.minutes, found.minutes_by_clock, found.done_by_clock) == (12, None, 0)
    assert (found.within.k, found.within.n, found.within.share) == (6, 8, 0.75)


async def test_time_round_the_clock_is_not_mixed_with_working_time(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        for name, duration, minutes in (("KTP", "24 hours", 9000.0), ("SKCK", "10 minutes", 60.0)):
            row = Service(unit_id=town.unit, name=name, duration=duration)
            town.tx.session.add(row)
            town.tx.session.flush()
            done = {"visits": 6, "done": 6, "minutes": minutes}
            town.tx.session.add(
                VisitSum(unit_id=town.unit, service_id=row.id or 0, day=DAY, **done)
            )

    found = (await summary(database, story)).serving
    assert (found.done, found.minutes) == (6, 10)
    assert (found.done_by_clock, found.minutes_by_clock) == (6, 1500)


async def test_few_visits_have_no_means(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        service(town, "KTP", [])
        row = VisitSum(unit_id=town.unit, service_id=1, day=DAY, visits=4, done=4, minutes=40.0)
        town.tx.session.add(row)

    found = (await summary(database, story)).serving
    assert (found.visits, found.minutes, found.waited, found.within.share) == (4, None, None, None)


async def test_elements_of_the_week_the_lowest_first(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        for key, score, n in (("waktu", 2, 6), ("perilaku", 4, 5), ("biaya", 3, 4)):
            sixtieths = score * 60
            survey_sums.add(
                town.tx, town.unit, DAY, key, n, n * sixtieths, n * sixtieths * sixtieths
            )

    found = (await summary(database, story)).elements
    assert [(key, mean.mean, mean.n) for key, mean in found] == [
        ("waktu", 2, 6),
        ("perilaku", 4, 5),
    ]


async def test_the_trend_sets_four_weeks_against_the_four_before(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        for citizen in range(8):
            town.rates(citizen, 2, f"2026-10-{5 + citizen:02} 10:00")
            town.rates(citizen, 4, f"2026-11-{9 + citizen:02} 10:00")

    found = (await summary(database, story)).trend
    assert found is not None
    assert (found.by, found.within_chance) == (2, False)


async def test_what_to_look_at_names_its_cases_and_no_more_than_three_lines(
    database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        town.complains(0, "2026-11-02 09:00", category="sarana")  # late and open
        again = town.complains(1, "2026-11-16 09:00")
        town.takes(again, "2026-11-16 10:00")
        town.answers(again, "2026-11-16 11:00")
        complaints.reopen(
            town.tx, again, town.citizens[1], "Belum jadi juga.", wib("2026-11-17 09:00")
        )
        poor = town.complains(2, "2026-11-16 09:30")
        town.takes(poor, "2026-11-16 10:00")
        town.answers(poor, "2026-11-16 11:00")
        town.confirms(poor, 2, "2026-11-17 08:00")
        complaints.rate_handling(town.tx, poor, town.citizens[2], 1, wib("2026-11-17 09:00"))
        town.complains(3, "2026-11-18 09:30")

    told = (await summary(database, story)).attention
    assert [(one.look, one.n) for one in told] == [
        (Look.LATE, 1),
        (Look.REOPENED, 1),
        (Look.UNHAPPY, 1),
    ]
    assert all(len(one.cases) == one.n for one in told)


async def test_the_subject_named_most_is_a_line_when_nothing_is_worse(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        for citizen in range(4):
            town.complains(citizen, f"2026-11-20 09:0{citizen}", category="waktu")
        town.complains(5, "2026-11-20 10:00", category="sarana")

    unit_week = await database.writer.run(lambda tx: _on_friday(ReportedTown.build(tx), story))
    assert [(one.look, one.n, one.subject, len(one.cases)) for one in unit_week.attention] == [
        (Look.SUBJECT, 4, "waktu", 3)
    ]


def _on_friday(town: ReportedTown, story: Callable[[ReportedTown], object]) -> WeeklySummary:
    story(town)
    return weekly(town.tx, Scope(unit_id=town.unit), WEEK, wib("2026-11-20 15:00"))


async def test_nothing_received_is_left_out_in_silence(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        given = [town.rates(citizen, 3, "2026-11-17 10:00") for citizen in range(7)]
        corrections.withdraw(town.tx, "p100", given[0], wib("2026-11-18 10:00"), None)
        corrections.exclude(town.tx, given[1], wib("2026-11-19 10:00"), None, "burst")
        corrections.exclude(town.tx, given[2], wib("2026-11-25 10:00"), None, "burst")  # later

    found = await summary(database, story)
    told = found.received
    assert (told.received, told.counted, told.excluded, told.withdrawn) == (7, 5, 1, 1)
    assert found.n == told.counted


async def test_how_many_of_those_asked_answered(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        service(town, "KTP", [4, 3])
        town.tx.session.add(
            VisitSum(unit_id=town.unit, service_id=1, day=DAY, visits=9, done=9, minutes=90.0)
        )
        for place, citizen in enumerate(town.citizens[:5]):
            town.tx.session.add(
                RatingInvitation(
                    person_id=citizen,
                    unit_id=town.unit,
                    day=DAY,
                    sent_at=wib("2026-11-18 17:00"),
                    rating_id=town.rates(place, 3, "2026-11-18 18:00") if place < 2 else None,
                )
            )

    found = await summary(database, story)
    assert (found.by_visit, found.serving.visits, found.invited) == (2, 9, (5, 2))
