"""Who was served with what is forgotten, and nothing that is still needed before it is over."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select, update

from bot import tables
from models.complaints.tables import Case
from models.database import Database, Transaction
from models.errors import Refused
from models.journal import JournalEntry, Kind
from models.ratings import forgetting, invitations, operations
from models.ratings.tables import Asked, Rating, RatingInvitation
from models.visits import scans
from models.visits.tables import Visit, VisitGuest
from tests.models.ratings import survey_desk as desk
from tests.models.ratings.test_invitations import (
    EVENING,
    KEY,
    MORNING,
    asked,
    complaint,
    everybody,
    person,
    visit,
)

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
FORTNIGHT = MORNING + forgetting.GUESTS_FOR


def guests(tx: Transaction) -> set[int]:
    """Ids of the visits somebody is known to have scanned the code of."""
    return set(tx.session.exec(select(VisitGuest.visit_id)))


def known(tx: Transaction) -> list[int | None]:
    return list(tx.session.exec(select(RatingInvitation.person_id)))


def rate(tx: Transaction, visit_id: int, who: int, at: datetime) -> None:
    unit_id = tx.session.get_one(Visit, visit_id).unit_id
    operations.give(tx, "p1", unit_id, 3, at, asked=Asked.VISIT, visit_id=visit_id, actor_id=who)


def refusal(tx: Transaction, visit_id: int, who: int, at: datetime) -> tuple[str, str]:
    """Of showing the visit to its guest, and of a rating that comes nevertheless."""
    with pytest.raises(Refused) as shown:
        scans.guest(tx, visit_id, who, at)
    with pytest.raises(Refused) as rated:
        rate(tx, visit_id, who, at)
    return shown.value.key, rated.value.key


async def test_guests_are_forgotten_two_weeks_after_they_scanned(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id, budi = desk.unit(tx), person(tx, 1)
        rated, unrated = visit(tx, unit_id, budi), visit(tx, unit_id, budi)
        rate(tx, rated, budi, MORNING)
        forgetting.forget(tx, FORTNIGHT)
        assert guests(tx) == {rated, unrated}
        forgetting.forget(tx, FORTNIGHT + MINUTE)
        assert guests(tx) == set()
        assert len(tx.session.exec(select(Visit)).all()) == 2
        assert tx.session.exec(select(Rating.visit_id)).all() == [rated]

    await database.writer.run(work)


async def test_who_may_still_rate_or_change_is_remembered(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id, budi = desk.unit(tx), person(tx, 1)
        running = visit(tx, unit_id, budi, ended=None)
        at = FORTNIGHT + 3 * DAY
        just_ended = visit(tx, unit_id, budi, ended=at - forgetting.OVER_FOR)
        over = visit(tx, unit_id, budi, ended=at - forgetting.OVER_FOR - MINUTE)
        undone = visit(tx, unit_id, budi, ended=None, undone_at=MORNING)
        assert guests(tx) == {running, just_ended, over, undone}
        forgetting.forget(tx, at)
        assert guests(tx) == {running, just_ended}

    await database.writer.run(work)


async def test_nobody_opens_a_visit_again_once_it_is_forgotten(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id, budi = desk.unit(tx), person(tx, 1)
        rated, unrated = visit(tx, unit_id, budi), visit(tx, unit_id, budi)
        codes = [
            scans.token(tx.session.get_one(Visit, one), KEY, MORNING) for one in (rated, unrated)
        ]
        rate(tx, rated, budi, MORNING)
        late = FORTNIGHT + MINUTE
        forgetting.forget(tx, late)
        for one in (rated, unrated):
            assert refusal(tx, one, budi, late) == ("not-for-you", "not-for-you")
        for code in codes:
            with pytest.raises(Refused, match="visit-code-expired"):
                scans.scan(tx, KEY, code, budi, late)
        assert guests(tx) == set()

    await database.writer.run(work)


async def test_a_code_made_long_after_the_visit_opens_nothing(database: Database) -> None:
    """As a queue system gets one when it mends a visit."""

    def work(tx: Transaction) -> None:
        budi = person(tx, 1)
        over = visit(tx, desk.unit(tx))
        late = FORTNIGHT + MINUTE
        code = scans.token(tx.session.get_one(Visit, over), KEY, late)
        with pytest.raises(Refused, match="visit-code-expired"):
            scans.scan(tx, KEY, code, budi, late)
        assert guests(tx) == set()

    await database.writer.run(work)


async def test_who_was_asked_is_forgotten_but_not_that_somebody_was(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        complaint(tx, unit_id, person(tx, 2))
        budi = person(tx, 1)
        visit(tx, unit_id, budi)
        first = next(one for one in asked(tx) if one.person_id == budi)
        invitations.answer(tx, first.id or 0, budi, "p1", 4, EVENING)
        before = invitations.response(tx, (unit_id,), MORNING.date(), MORNING.date())
        assert before == (2, 1)
        forgetting.forget(tx, EVENING + forgetting.INVITED_FOR)
        assert None not in known(tx)
        forgetting.forget(tx, EVENING + forgetting.INVITED_FOR + MINUTE)
        tx.session.expire_all()
        assert known(tx) == [None, None]
        assert set(tx.session.exec(select(RatingInvitation.case_id))) == {None}
        assert tx.session.exec(select(Case.reporter_id)).one() is not None  # the complaint stays
        assert invitations.response(tx, (unit_id,), MORNING.date(), MORNING.date()) == before
        with pytest.raises(Refused, match="not-for-you"):
            invitations.answer(tx, first.id or 0, budi, "p1", 1, EVENING)

    await database.writer.run(work)


async def test_the_week_of_rest_holds_whatever_is_forgotten(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit_id, budi = everybody(tx), person(tx, 1)
        for day in range(60):
            visit(tx, unit_id, budi, ended=MORNING + day * DAY)
            asked(tx, EVENING + day * DAY)
            forgetting.forget(tx, EVENING + day * DAY)
        sent = sorted(tx.session.exec(select(RatingInvitation.sent_at)))
        assert sent == [EVENING + week * invitations.REST for week in range(9)]
        assert known(tx).count(None) == 4

    await database.writer.run(work)


async def test_a_day_is_asked_about_once_as_long_as_its_visits_may_last(
    database: Database,
) -> None:
    """A second visit of a day may end weeks later: who was asked about that day is still known."""

    def work(tx: Transaction) -> None:
        unit_id, budi = everybody(tx), person(tx, 1)
        visit(tx, unit_id, budi)
        late = visit(tx, unit_id, budi, ended=None)
        asked(tx)
        last = invitations.LONGEST_VISIT - DAY  # the day after is a day off
        forgetting.forget(tx, EVENING + last)
        tx.session.exec(
            update(Visit).where(col(Visit.id) == late).values(ended_at=EVENING + last - MINUTE)
        )
        assert len(asked(tx, EVENING + last)) == 1
        drawn = select(JournalEntry.data).where(JournalEntry.kind == Kind.RATINGS_INVITED.value)
        assert [one["invited"] for one in tx.session.exec(drawn)] == [1, 0]

    await database.writer.run(work)


async def test_it_goes_in_steps(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "MOST", 2)

    def work(tx: Transaction) -> None:
        unit_id = everybody(tx)
        for number in range(1, 6):
            visit(tx, unit_id, person(tx, number))
        asked(tx)
        at = EVENING + forgetting.INVITED_FOR + MINUTE
        for left in (3, 1, 0, 0):
            forgetting.forget(tx, at)
            assert len(guests(tx)) == left
            assert len([one for one in known(tx) if one is not None]) == left

    await database.writer.run(work)


def test_an_index_serves_each_step(sqlite_template: Path) -> None:
    """Else it would read everybody who was ever served, each hour."""
    opened = Database(f"sqlite:///{sqlite_template}")
    plans = [
        ("SELECT 1 FROM visit_guests WHERE at < '2026' ORDER BY at LIMIT 9", "ix_visit_guests_at"),
        (
            "SELECT id FROM rating_invitations WHERE person_id IS NOT NULL AND sent_at < '2026' "
            "ORDER BY sent_at LIMIT 9",
            "ix_rating_invitations_known",
        ),
    ]
    for statement, index in plans:

        def explained(tx: Transaction, statement: str = statement) -> str:
            return str(tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}").all())

        assert index in opened.read_now(explained)
    opened.close()


def test_it_runs_by_itself() -> None:
    assert [job.every for job in tables.JOBS if job.work is forgetting.forget] == [3600]
