"""Who may contest what, who decides, and what is set aside by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

import pytest
from sqlmodel import col, select

from models import people
from models.appraisal import leaders, terms
from models.appraisal.evidence import contests, freezing
from models.appraisal.evidence.tables import Contest, ContestKind
from models.appraisal.indicators import RecordKind
from models.complaints import handover
from models.complaints.tables import Case
from models.database import Database
from models.errors import Refused
from models.journal import JournalEntry, Kind
from models.people import Officer, Role
from models.ratings import operations as ratings
from models.ratings.periods import Period
from tests.models.reported_town import LONG_AGO, ReportedTown, wib

T = TypeVar("T")
NOW = wib("2026-11-19 09:00")
WHY = "Saya sedang cuti pada hari itu."
BECAUSE = "Jadwalnya memang menunjukkan begitu."
RATING, CASE = RecordKind.RATING, RecordKind.CASE


@dataclass
class Cast:
    """An officer with a rating, led by the head of the unit; an admin; another head."""

    town: ReportedTown
    rating: int
    head: int
    head_person: int
    admin: int
    admin_person: int
    other: int
    other_person: int

    def raises(self, kind: RecordKind = RATING, id_: int = 0, said: str = WHY) -> Contest:
        town, why = self.town, ContestKind.NOT_MINE
        by = town.officer_person
        return contests.contest(town.tx, by, kind, id_ or self.rating, why, said, NOW)

    def decides(self, contest: Contest, person: int, accepted: bool = True) -> Contest:
        return contests.decide(self.town.tx, contest.id or 0, person, accepted, BECAUSE, NOW)

    def able(self, contest: Contest, at: datetime = NOW) -> set[int | None]:
        return {one.id for one in contests.deciders(self.town.tx, contest, at)}


async def playing(database: Database, story: Callable[[Cast], T]) -> T:
    def work(town: ReportedTown) -> T:
        rating = town.rates(0, 1, "2026-11-18 10:00", counter=True)
        head = town.staff("198001012005011003", town.unit, Role.HEAD)
        admin = town.staff("198001012005011004", None, Role.ADMIN)
        other = town.staff("198001012005011005", town.sibling, Role.HEAD)
        return story(Cast(town, rating, *head, *admin, *other))

    return await database.writer.run(lambda tx: work(ReportedTown.build(tx)))


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refused) as raised:
        work()
    return raised.value.key


async def test_another_than_the_appraiser_decides(database: Database) -> None:
    def story(cast: Cast) -> None:
        raised = cast.raises()
        assert cast.able(raised) == {cast.admin, cast.other}
        for person in (cast.head_person, cast.town.officer_person, cast.town.citizens[3]):
            assert refused(lambda who=person: cast.decides(raised, who)) == "not-for-you"
        assert contests.waiting(cast.town.tx, cast.head_person, NOW) == []
        assert contests.waiting(cast.town.tx, cast.other_person, NOW) == [raised]
        decided = cast.decides(raised, cast.other_person)
        assert (decided.accepted, decided.decided_by_id) == (True, cast.other)
        assert refused(lambda: cast.decides(raised, cast.admin_person)) == "contest-decided"
        assert contests.waiting(cast.town.tx, cast.other_person, NOW) == []
        entries = cast.town.tx.session.exec(
            select(JournalEntry).where(col(JournalEntry.kind).startswith("contest."))
        ).all()
        assert [entry.kind for entry in entries] == [Kind.CONTEST_RAISED, Kind.CONTEST_DECIDED]
        assert WHY not in str([entry.data for entry in entries])

    await playing(database, story)


async def test_the_superior_decides_and_who_is_named_leader_does_not(
    sqlite_database: Database,
) -> None:
    def story(cast: Cast) -> None:
        town = cast.town
        chief, _ = town.staff("198001012005011006", None)
        people.appoint(town.tx, officer(town, chief), Role.HEAD, LONG_AGO, office_id=town.office)
        raised = cast.raises()
        assert cast.able(raised) == {chief, cast.admin, cast.other}
        leaders.name_leader(town.tx, town.officer, cast.other, NOW, None)
        assert cast.able(raised, wib("2026-11-20 09:00")) == {chief, cast.admin, cast.head}

    await playing(sqlite_database, story)


async def test_who_led_at_the_end_of_the_period_appraises_it_and_does_not_decide(
    sqlite_database: Database,
) -> None:
    """Also after the officer has moved on to another unit."""

    def story(cast: Cast) -> None:
        town, moved = cast.town, wib("2027-01-03 08:00")
        raised = cast.raises()
        terms.of_kind(town.tx, town.office, Period.of("2026-Q4"), LONG_AGO)
        for held in people.appointments_of(town.tx, town.officer, moved):
            people.dismiss(town.tx, held.id or 0, moved, None)
        sari = officer(town, town.officer)
        people.appoint(town.tx, sari, Role.OFFICER, moved, unit_id=town.sibling)
        town.tx.forget()
        assert cast.able(raised, wib("2027-01-04 09:00")) == {cast.admin}

    await playing(sqlite_database, story)


def officer(town: ReportedTown, officer_id: int) -> Officer:
    return town.tx.session.get_one(Officer, officer_id)


async def test_whose_rating_or_case_it_is_does_not_decide(sqlite_database: Database) -> None:
    def story(cast: Cast) -> None:
        town = cast.town
        at, asked = wib("2026-11-18 11:00"), "counter"
        given = ratings.give(
            town.tx, "p1005", town.unit, 1, at, asked=asked, counter_id=town.counter
        )
        raised = cast.raises(id_=given.rating_id)  # of the other head, as a citizen
        assert cast.able(raised) == {cast.admin}

    await playing(sqlite_database, story)


async def test_only_what_is_in_the_own_record_once_and_with_words(
    sqlite_database: Database,
) -> None:
    def story(cast: Cast) -> None:
        town = cast.town
        colleague, person = town.staff("198001012005011002", town.unit)
        case = town.complains(0, "2026-11-17 08:00")
        unheld = town.complains(1, "2026-11-17 08:00")
        town.takes(case, "2026-11-17 09:00")
        for kind, id_ in ((CASE, unheld), (CASE, 999), (RATING, 999), (RecordKind.VISIT, 1)):
            assert refused(lambda k=kind, i=id_: cast.raises(k, i)) == "contest-not-yours"

        def by_another() -> object:
            why = ContestKind.INSULT
            return contests.contest(town.tx, person, RATING, cast.rating, why, WHY, NOW)

        assert refused(by_another) == "contest-not-yours"
        assert refused(lambda: cast.raises(said="pendek")) == "text-too-short"
        assert refused(lambda: cast.raises(said="x" * 501)) == "text-too-long"
        handover.assign(town.tx, case, cast.head_person, colleague, wib("2026-11-18 09:00"))
        assert cast.raises(CASE, case).case_id == case  # held once is enough
        cast.raises()
        assert refused(cast.raises) == "contest-already"
        assert len(contests.of_officer(town.tx, town.officer)) == 2

    await playing(sqlite_database, story)


async def test_of_a_supervisory_case_nothing_can_be_contested(sqlite_database: Database) -> None:
    def story(cast: Cast) -> None:
        case = cast.town.complains(0, "2026-11-17 08:00")
        cast.town.takes(case, "2026-11-17 09:00")
        cast.town.tx.session.get_one(Case, case).supervisory = True
        assert refused(lambda: cast.raises(CASE, case)) == "contest-not-yours"

    await playing(sqlite_database, story)


async def test_a_frozen_record_is_contested_no_more(sqlite_database: Database) -> None:
    def story(cast: Cast) -> None:
        town = cast.town
        open_one = town.complains(0, "2026-11-17 08:00")
        town.takes(open_one, "2026-11-17 09:00")
        month = terms.make_custom(
            town.tx, town.office, date(2026, 11, 1), date(2026, 11, 18), "Awal", NOW, None
        )
        freezing.freeze(town.tx, town.officer, month, {}, {}, NOW)
        assert refused(cast.raises) == "contest-frozen"
        assert cast.raises(CASE, open_one).accepted is None  # it goes on into the next record

    await playing(sqlite_database, story)


async def test_an_accepted_contest_sets_the_fact_aside_for_this_officer(
    sqlite_database: Database,
) -> None:
    def story(cast: Cast) -> None:
        town = cast.town
        raised = cast.raises()
        assert contests.set_aside(town.tx, [town.officer]) == frozenset()
        cast.decides(raised, cast.admin_person)
        aside = contests.set_aside(town.tx, [town.officer, cast.head])
        assert aside == {(town.officer, RATING, cast.rating)}
        assert contests.set_aside(town.tx, [cast.head]) == frozenset()

    await playing(sqlite_database, story)


async def test_undecided_ones_are_reminded_of_once_before_the_freezing(
    sqlite_database: Database,
) -> None:
    def story(cast: Cast) -> None:
        town = cast.town
        raised = cast.raises()
        terms.of_kind(town.tx, town.office, Period.of("2026-Q4"), LONG_AGO)
        assert contests.freezes_at(town.tx, raised, NOW) == wib("2027-01-08 00:00")
        assert contests.to_remind(town.tx, wib("2027-01-04 09:00")) == []
        due = wib("2027-01-05 09:00")
        ((found, at, told),) = contests.to_remind(town.tx, due)
        assert (found, at) == (raised, wib("2027-01-08 00:00"))
        assert {one.id for one in told} == {cast.admin, cast.other}
        assert contests.to_remind(town.tx, wib("2027-01-06 09:00")) == []

    await playing(sqlite_database, story)
