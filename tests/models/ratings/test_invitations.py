"""Who is asked at the end of the day: by chance alone, once, and only who agreed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from handlers import jobs_invite
from models import offices, people
from models.complaints import filing
from models.complaints.filing import Complaint
from models.database import Database, Transaction
from models.errors import Refused
from models.journal import JournalEntry, Kind
from models.offices import Unit
from models.outbox import OutboxMessage
from models.people import CONSENT_VERSION, Officer, Person, Role
from models.ratings import invitation_settings, invitations, operations, sums
from models.ratings.tables import Asked, Rating, RatingInvitation
from models.visits.tables import Outcome, Source, Visit, VisitGuest
from tests.models.ratings import survey_desk as desk

KEY = "k" * 32
DAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday 09.00 WIB
CLOSING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # 16.00 WIB, as Perpres 21/2023 has it
EVENING = CLOSING + timedelta(minutes=1)
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


def person(tx: Transaction, number: int, *, agrees: bool | None = True, **more: Any) -> int:
    made = Person(
        telegram_id=number,
        pseudonym=f"p{number}",
        created_at=MORNING,
        may_invite=agrees,
        **({"consent_version": CONSENT_VERSION} | more),
    )
    tx.session.add(made)
    tx.session.flush()
    return made.id or 0


def visit(
    tx: Transaction, unit_id: int, *guests: int, ended: datetime | None = MORNING, **more: Any
) -> int:
    made = Visit(
        unit_id=unit_id,
        service_id=desk.service(tx, unit_id),
        day=(ended or MORNING).date(),
        source=Source.CHAT,
        started_at=MORNING - HOUR,
        ended_at=ended,
        outcome=Outcome.DONE if ended else None,
        **more,
    )
    tx.session.add(made)
    tx.session.flush()
    for guest in guests:
        tx.session.add(VisitGuest(visit_id=made.id or 0, person_id=guest, at=MORNING))
    tx.session.flush()
    return made.id or 0


def everybody(tx: Transaction, beside: int | None = None) -> int:
    """A unit that asks all who may be asked; beside: in the office of that one."""
    if beside is None:
        unit_id = desk.unit(tx)
    else:
        first = tx.session.get_one(Unit, beside)
        made = Unit(office_id=first.office_id, name="Loket KK", zone=first.zone)
        tx.session.add(made)
        tx.session.flush()
        unit_id = made.id or 0
    tx.session.add(
        invitation_settings.RatingInvitationSetting(
            unit_id=unit_id, share=100, next_at=MORNING - HOUR
        )
    )
    tx.session.flush()
    return unit_id


def asked(tx: Transaction, at: datetime = EVENING) -> list[RatingInvitation]:
    """What the job of that instant leaves behind."""
    ran = jobs_invite.ask(tx, at, key=KEY)
    assert not ran.failed
    return list(tx.session.exec(select(RatingInvitation)))


def complaint(tx: Transaction, unit_id: int, who: int, **more: Any) -> None:
    values: dict[str, Any] = {
        "unit_id": unit_id,
        "counter_id": None,
        "category": "waktu",
        "text": "Antrean lama sekali di loket ini",
        "anonymous": False,
        "name": "Siti",
    }
    filing.submit(tx, who, Complaint(**(values | more)), MORNING)


# --- the draw


@pytest.mark.parametrize("share", [10, 30, 50])
def test_chance_takes_the_share_it_was_told_to(share: int) -> None:
    n = 10_000
    taken = sum(invitations.drawn(KEY, one, 7, DAY, share) for one in range(n))
    four_sigma = 4 * (n * share / 100 * (1 - share / 100)) ** 0.5
    assert abs(taken - n * share / 100) < four_sigma


def test_each_of_person_unit_day_and_key_throws_anew() -> None:
    def pattern(key: str = KEY, unit: int = 7, day: date = DAY) -> list[bool]:
        return [invitations.drawn(key, one, unit, day, 50) for one in range(200)]

    first = pattern()
    assert first == pattern()
    for other in (pattern("x" * 32), pattern(unit=8), pattern(day=DAY + timedelta(days=1))):
        agreeing = sum(one is two for one, two in zip(first, other, strict=True))
        assert 65 < agreeing < 135  # as two coins: 100 give or take five standard deviations


def test_a_larger_share_takes_the_same_people_and_more() -> None:
    small, large = (
        {one for one in range(1000) if invitations.drawn(KEY, one, 7, DAY, share)}
        for share in (10, 50)
    )
    assert small < large
    assert not any(invitations.drawn(KEY, one, 7, DAY, 0) for one in range(1000))
    assert all(invitations.drawn(KEY, one, 7, DAY, 100) for one in range(1000))


async def test_only_who_agreed_can_be_reached_and_is_no_colleague_is_asked(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        asked_one = person(tx, 1)
        others = [
            person(tx, 2, agrees=None),
            person(tx, 3, agrees=False),
            person(tx, 4, consent_version=0),
            person(tx, 5, unreachable_since=MORNING),
            colleague(tx, unit_id, 6),
        ]
        visit(tx, unit_id, asked_one)
        for other in others:
            visit(tx, unit_id, other)
        assert [one.person_id for one in asked(tx)] == [asked_one]

    await database.writer.run(work)


def colleague(tx: Transaction, unit_id: int, number: int) -> int:
    person_id = person(tx, number)
    officer = Officer(nip=f"{number:018d}", name="Ani", person_id=person_id)
    tx.session.add(officer)
    tx.session.flush()
    people.appoint(tx, officer, Role.OFFICER, MORNING - WEEK, unit_id=unit_id)
    return person_id


async def test_only_visits_that_ended_and_that_nobody_rated(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        first, second = person(tx, 1), person(tx, 2)
        rated = visit(tx, unit_id, first, second)
        operations.give(
            tx, "p1", unit_id, 4, MORNING, asked=Asked.VISIT, visit_id=rated, actor_id=first
        )
        visit(tx, unit_id, first, ended=None)
        visit(tx, unit_id, first, undone_at=MORNING)
        visit(tx, unit_id, first, ended=MORNING - timedelta(days=2))
        good = visit(tx, unit_id, second)
        assert [(one.person_id, one.visit_id) for one in asked(tx)] == [(second, good)]

    await database.writer.run(work)


async def test_who_came_twice_is_asked_once_about_the_last_visit(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        other = everybody(tx, beside=unit_id)
        budi = person(tx, 1)
        visit(tx, unit_id, budi, ended=MORNING - timedelta(minutes=30))
        last = visit(tx, unit_id, budi)
        visit(tx, other, budi)
        complaint(tx, unit_id, budi)
        assert [(one.unit_id, one.visit_id) for one in asked(tx)] == [(unit_id, last)]

    await database.writer.run(work)


async def test_a_week_of_rest_between_two_questions(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        budi = person(tx, 1)
        for days in (0, 1, 4, 8):
            later = timedelta(days=days)
            visit(tx, unit_id, budi, ended=MORNING + later)
            asked(tx, EVENING + later)
        found = tx.session.exec(select(RatingInvitation.sent_at))
        assert sorted(found) == [EVENING, EVENING + timedelta(days=8)]

    await database.writer.run(work)


async def test_of_complaints_only_ordinary_ones_with_a_name_under_them(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        named, hidden, sealed = (person(tx, n) for n in (1, 2, 3))
        complaint(tx, unit_id, named)
        complaint(tx, unit_id, hidden, anonymous=True, name=None)
        complaint(tx, unit_id, sealed, category="pungli")
        found = asked(tx)
        assert [one.person_id for one in found] == [named]
        assert found[0].case_id is not None

    await database.writer.run(work)


async def test_who_rated_by_themself_is_not_asked_about_the_same_day(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        budi = person(tx, 1)
        complaint(tx, unit_id, budi)
        operations.give(tx, "p1", unit_id, 2, MORNING, asked=Asked.SEARCH, actor_id=budi)
        assert asked(tx) == []

    await database.writer.run(work)


# --- when, and how often


async def test_the_job_run_again_or_after_a_kill_asks_once(database: Database) -> None:
    def begin(tx: Transaction) -> None:
        unit_id = everybody(tx)
        for number in range(1, 6):
            visit(tx, unit_id, person(tx, number))

    def killed(tx: Transaction) -> None:
        assert len(asked(tx)) == 5
        raise RuntimeError("killed before the commit")

    def again(tx: Transaction) -> tuple[int, int]:
        invited = asked(tx)
        return len(invited), len(tx.session.exec(select(OutboxMessage)).all())

    await database.writer.run(begin)
    with pytest.raises(RuntimeError):
        await database.writer.run(killed)
    for _ in range(3):
        assert await database.writer.run(again) == (5, 5)


async def test_it_waits_for_the_closing_and_disturbs_nobody_at_night(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        visit(tx, unit_id, person(tx, 1))

        def waits_for() -> datetime:
            row = tx.session.get_one(invitation_settings.RatingInvitationSetting, unit_id)
            return row.next_at

        assert asked(tx, MORNING) == []
        assert waits_for() == CLOSING
        night = CLOSING + invitation_settings.PATIENCE
        assert asked(tx, night) == []
        next_evening = CLOSING + timedelta(days=1)
        assert waits_for() == next_evening
        assert len(asked(tx, next_evening)) == 1  # the evening before was slept through

    await database.writer.run(work)


async def test_an_evening_is_the_closing_at_six_at_the_latest(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = tx.session.get_one(Unit, desk.unit(tx))
        sunday = DAY - timedelta(days=1)
        hours = {"weekly": {"mon": ["20:00-23:00"], "tue": ["08:00-11:30"]}}

        def local(day: date) -> str:
            found = invitation_settings.evening(offices.calendar_of(tx, unit), day)
            return (found + timedelta(hours=7)).strftime("%H.%M")

        assert (local(DAY), local(sunday)) == ("16.00", "17.00")
        unit.hours = hours
        assert (local(DAY), local(DAY + timedelta(days=1))) == ("18.00", "11.30")

    await database.writer.run(work)


# --- the answer


async def test_an_answer_counts_as_invited_and_belongs_to_the_visit(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        budi, siti = person(tx, 1), person(tx, 2)
        visit_id = visit(tx, unit_id, budi)
        visit(tx, unit_id, siti)
        mine = next(one for one in asked(tx) if one.person_id == budi)
        invitations.answer(tx, mine.id or 0, budi, "p1", 3, EVENING + HOUR)
        invitations.answer(tx, mine.id or 0, budi, "p1", 2, EVENING + 2 * HOUR)
        rating = tx.session.exec(select(Rating)).one()
        assert (rating.visit_id, rating.asked, rating.score) == (visit_id, Asked.INVITED, 2)
        assert sums.counts(tx, [unit_id], DAY, DAY, Asked.INVITED) == (0, 1, 0, 0)
        assert invitations.response(tx, [unit_id], DAY, DAY) == (2, 1)
        assert invitations.response(tx, None, DAY, DAY) == (2, 1)
        assert invitations.response(tx, [unit_id], DAY + HOUR * 24, DAY + WEEK) == (0, 0)
        with pytest.raises(Refused, match="not-for-you"):
            invitations.answer(tx, mine.id or 0, siti, "p2", 1, EVENING + HOUR)

    await database.writer.run(work)


async def test_after_three_days_it_is_too_late(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        budi = person(tx, 1)
        visit(tx, unit_id, budi)
        mine = asked(tx)[0].id or 0
        with pytest.raises(Refused, match="invited-expired"):
            invitations.answer(
                tx, mine, budi, "p1", 3, EVENING + invitations.VALID_FOR + timedelta(seconds=1)
            )
        assert tx.session.exec(select(Rating)).all() == []

    await database.writer.run(work)


# --- the agreement, and the share


async def test_agreeing_is_entered_once_for_each_change(database: Database) -> None:
    def work(tx: Transaction) -> None:
        budi = person(tx, 1, agrees=None)
        for yes in (True, True, False):
            invitations.agree(tx, budi, yes, MORNING)
        entries = tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.INVITING_AGREED.value)
        )
        assert [entry.data["yes"] for entry in entries] == [True, False]
        assert tx.session.get_one(Person, budi).may_invite is False

    await database.writer.run(work)


async def test_the_share_is_an_admins_choice_among_a_few(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id = desk.unit(tx)
        officer = colleague(tx, unit_id, 1)
        boss = colleague(tx, unit_id, 2)
        people.appoint(
            tx, tx.session.exec(select(Officer).where(Officer.person_id == boss)).one(),
            Role.ADMIN, MORNING - WEEK, unit_id=unit_id,
        )  # fmt: skip
        assert invitation_settings.share(tx, unit_id) == invitation_settings.USUAL_SHARE
        with pytest.raises(Refused, match="not-for-you"):
            invitation_settings.set_share(tx, unit_id, 50, MORNING, officer)
        with pytest.raises(Refused, match="invited-share-unknown"):
            invitation_settings.set_share(tx, unit_id, 51, MORNING, boss)
        invitation_settings.set_share(tx, unit_id, 0, MORNING, boss)
        assert invitation_settings.share(tx, unit_id) == 0
        visit(tx, unit_id, person(tx, 3))
        assert asked(tx) == []

    await database.writer.run(work)
