"""Facts that come after the freezing are told once, to who may amend the record, and by figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select

from models.appraisal.deciding import late, opening
from models.appraisal.evidence import contests, freezing, lateness
from models.appraisal.evidence.tables import Contest, ContestKind, Snapshot
from models.appraisal.indicators import RecordKind
from models.database import Database, Transaction
from models.offices import Service
from models.outbox import OutboxMessage
from models.people import Role
from models.ratings import corrections
from models.ratings.tables import Rating
from models.visits import recording
from models.visits.tables import Source
from tests.models.appraisal.appraised_town import FROZEN_AT, RATED_AT, AppraisedTown
from tests.models.reported_town import wib

CHANGED, OPEN = "record-late-told-changed", "record-late-told-open"
WHY = "Saya sedang cuti pada hari itu."
REASON = "Sanggahan diputuskan setelah dibekukan."
LATER = RATED_AT + timedelta(days=1)


@dataclass
class Late:
    """The town with its record frozen, and an admin beside the leader and the superior."""

    town: AppraisedTown
    admin_person: int

    @property
    def tx(self) -> Transaction:
        return self.town.tx

    @property
    def ratings(self) -> list[int]:
        statement = select(Rating.id).where(Rating.officer_id == self.town.officer)
        return [one or 0 for one in self.tx.session.exec(statement.order_by(col(Rating.id)))]

    @property
    def snapshot(self) -> Snapshot:
        found = freezing.latest(self.tx, self.town.officer, self.town.period_id)
        assert found is not None
        return found

    def excludes(self, rating: int, at: datetime = RATED_AT) -> None:
        corrections.exclude(self.tx, rating, at, None, "burst")

    def told(self, person: int) -> list[str]:
        """What a person is told by the job that had not been told before."""
        statement = select(OutboxMessage).where(OutboxMessage.person_id == person)
        found = self.tx.session.exec(statement.order_by(col(OutboxMessage.id)))
        return [row.body["key"] for row in found if row.body["key"] in (CHANGED, OPEN)]


async def playing(database: Database, story: Callable[[Late], None], *, contested: bool) -> None:
    def work(tx: Transaction) -> None:
        town = AppraisedTown.build(tx)
        _, admin = town.town.staff("198001012005011009", None, Role.ADMIN)
        here = Late(town, admin)
        if contested:
            about = (RecordKind.RATING, here.ratings[0], ContestKind.NOT_MINE)
            at = wib("2026-12-30 09:00")
            contests.contest(tx, town.officer_person, *about, WHY, at)
        here.excludes(here.ratings[1], wib("2026-12-30 10:00"))  # before: nothing late
        town.freezes(FROZEN_AT)
        story(here)

    await database.writer.run(work)


async def test_a_rating_excluded_after_the_freezing_is_told_once(database: Database) -> None:
    def story(here: Late) -> None:
        head = here.town.head_person
        late.run(here.tx, RATED_AT)
        assert here.told(head) == []
        here.excludes(here.ratings[4])
        for _ in range(3):
            late.run(here.tx, LATER)
        assert here.told(head) == here.told(here.admin_person) == [CHANGED]
        assert here.told(here.town.officer_person) == here.told(here.town.chief_person) == []
        found = {one.indicator: one for one in lateness.changes(here.tx, here.snapshot, LATER)}
        one = found["satisfaction"]
        assert (one.n, one.was and one.was.n, one.now.n) == (1, one.now.n + 1, one.now.n)

    await playing(database, story, contested=False)


async def test_after_an_amendment_what_comes_later_still_is_told_again(
    sqlite_database: Database,
) -> None:
    def story(here: Late) -> None:
        here.excludes(here.ratings[4])
        late.run(here.tx, LATER)
        whose = here.town.officer, here.town.period_id
        opening.amend(here.tx, *whose, REASON, LATER, here.admin_person)
        assert here.snapshot.version == 2
        assert lateness.changes(here.tx, here.snapshot, LATER) == []
        late.run(here.tx, LATER)
        assert here.told(here.town.head_person) == [CHANGED]
        later = LATER + timedelta(hours=1)
        here.excludes(here.ratings[5], later)
        late.run(here.tx, later)
        assert here.told(here.town.head_person) == [CHANGED, CHANGED]

    await playing(sqlite_database, story, contested=False)


async def test_a_contest_that_waited_over_the_freezing_is_told_and_again_when_decided(
    database: Database,
) -> None:
    def story(here: Late) -> None:
        head = here.town.head_person
        for _ in range(2):
            late.run(here.tx, RATED_AT)
        assert here.told(head) == here.told(here.admin_person) == [OPEN]
        contest = here.tx.session.exec(select(Contest)).one()
        decided = (contest.id or 0, here.town.chief_person, True, REASON, LATER)
        contests.decide(here.tx, *decided)
        late.run(here.tx, LATER)
        late.run(here.tx, LATER)
        assert here.told(head) == [OPEN, CHANGED]
        changed = [one.indicator for one in lateness.changes(here.tx, here.snapshot, LATER)]
        assert "satisfaction" in changed
        assert lateness.undecided(here.tx, here.snapshot, LATER) == []

    await playing(database, story, contested=True)


async def test_a_visit_told_of_late_changes_the_record_of_its_own_day_only(
    sqlite_database: Database,
) -> None:
    def story(here: Late) -> None:
        town = here.town.town
        service = here.tx.session.exec(select(Service).where(Service.unit_id == town.unit)).first()
        if service is None:
            service = Service(unit_id=town.unit, name="Cetak KTP-el", duration="1 hours")
            here.tx.session.add(service)
            here.tx.session.flush()
        for day in ("2027-01-08", "2026-10-06"):
            start, end = wib(f"{day} 10:00"), wib(f"{day} 10:20")
            fact = recording.Fact(town.unit, service.id or 0, start, end, counter_id=town.counter)
            made = recording.record(here.tx, fact, Source.API, RATED_AT, None)
            assert made.officer_id == here.town.officer
            late.run(here.tx, LATER)
            in_the_period = day.startswith("2026")
            assert here.told(here.town.head_person) == ([CHANGED] if in_the_period else [])
        (served, *_) = lateness.changes(here.tx, here.snapshot, LATER)
        assert (served.indicator, served.n) == ("visits_served", 1)

    await playing(sqlite_database, story, contested=False)
