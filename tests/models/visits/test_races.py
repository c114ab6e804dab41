"""Two phones and one code, two acts on one visit, at the same instant: one effect."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from models.database import Database, Transaction
from models.errors import Refused
from models.people import Person
from models.ratings import operations as ratings
from models.ratings.tables import Asked, Rating, RatingSum
from models.visits import operations, scans
from models.visits.operations import record
from models.visits.tables import Outcome, Source, Visit
from tests.models.visits.counter_hall import KEY, MINUTE, NOW, Hall
from tests.models.visits.test_operations import begun
from tests.rivals import ROUNDS, Act, another, at_once, refusal


@dataclass
class Rivals:
    hall: Hall
    other: Database

    async def at_once(self, one: Act, two: Act) -> list[Any]:
        """What came of both; a refusal is an answer too."""
        return await at_once(self.hall.database, self.other, one, two)

    def rates(self, visit_id: int, who: str, score: int) -> Act:
        def work(tx: Transaction) -> int:
            person = tx.session.get_one(Person, self.hall.people[who])
            scans.guest(tx, visit_id, person.id or 0, NOW)
            given = ratings.give(
                tx,
                person.pseudonym,
                self.hall.unit,
                score,
                NOW,
                asked=Asked.VISIT,
                visit_id=visit_id,
                actor_id=person.id,
            )
            return given.rating_id

        return work

    async def scanned(self, *who: str, at: Any = NOW) -> int:
        """A visit whose code these people have scanned."""
        visit_id = await begun(self.hall, at=at)
        for name in who:
            await self.hall.does(self.scans(visit_id, name))
        return visit_id

    def scans(self, visit_id: int, who: str) -> Act:
        def work(tx: Transaction) -> None:
            code = scans.token(tx.session.get_one(Visit, visit_id), KEY, NOW)
            scans.scan(tx, KEY, code, self.hall.people[who], NOW)

        return work

    def ratings_of(self, visit_id: int) -> list[Rating]:
        found = select(Rating).where(Rating.visit_id == visit_id)
        return self.hall.read(lambda tx: list(tx.session.exec(found)))


@pytest.fixture
async def rivals(hall: Hall) -> AsyncIterator[Rivals]:
    async with another(hall.database) as other:
        yield Rivals(hall, other)


async def test_two_phones_and_one_code_are_one_rating(rivals: Rivals) -> None:
    for number in range(ROUNDS):
        visit_id = await rivals.scanned("Budi", "Citra", at=NOW + number * MINUTE)
        answers = await rivals.at_once(
            rivals.rates(visit_id, "Budi", 4), rivals.rates(visit_id, "Citra", 1)
        )
        assert refusal(answers).key == "visit-rated"
        assert len(rivals.ratings_of(visit_id)) == 1
    whole = select(RatingSum).where(RatingSum.slice == "")
    sums = rivals.hall.read(lambda tx: tx.session.exec(whole).one())
    assert sums.n1 + sums.n4 == ROUNDS


async def test_one_person_tapping_twice_is_one_rating(rivals: Rivals) -> None:
    visit_id = await rivals.scanned("Budi")
    answers = await rivals.at_once(
        rivals.rates(visit_id, "Budi", 4), rivals.rates(visit_id, "Budi", 4)
    )
    assert answers[0] == answers[1]
    assert len(rivals.ratings_of(visit_id)) == 1


async def test_a_visit_is_rated_or_taken_back_never_both(rivals: Rivals) -> None:
    hall = rivals.hall
    for number in range(ROUNDS):
        at = NOW + number * MINUTE
        visit_id = await begun(hall, at=at)
        steps = rivals.scans(visit_id, "Budi"), rivals.rates(visit_id, "Budi", 2)
        answers = await rivals.at_once(
            lambda tx, steps=steps: [step(tx) for step in steps],
            lambda tx, visit=visit_id, at=at: operations.undo(tx, visit, at, hall.people["Sari"]),
        )
        assert refusal(answers).key in ("visit-undo-rated", "visit-code-undone", "not-for-you")
        undone = hall.visit(visit_id).undone_at is not None
        assert len(rivals.ratings_of(visit_id)) == (0 if undone else 1)


async def test_a_visit_ends_once(rivals: Rivals) -> None:
    hall = rivals.hall
    for number in range(ROUNDS):
        visit_id = await begun(hall, at=NOW + number * MINUTE)
        answers = await rivals.at_once(
            lambda tx, visit=visit_id: operations.finish(
                tx, visit, Outcome.DONE, NOW + 9 * MINUTE, hall.people["Sari"]
            ),
            lambda tx, visit=visit_id: operations.finish(
                tx, visit, Outcome.REDIRECTED, NOW + 9 * MINUTE, hall.people["Hadi"]
            ),
        )
        assert refusal(answers).key == "visit-over"
    assert sum(one["visits"] for one in hall.counted()) == ROUNDS
    await hall.sums_are_right()


async def test_the_officer_ends_what_the_job_closes(rivals: Rivals) -> None:
    hall, late = rivals.hall, NOW + timedelta(days=3)
    for number in range(ROUNDS):
        visit_id = await begun(hall, at=NOW + number * MINUTE)
        answers = await rivals.at_once(
            lambda tx, visit=visit_id: operations.finish(
                tx, visit, Outcome.DONE, late, hall.people["Sari"]
            ),
            lambda tx: operations.close_stale(tx, late),
        )
        assert (isinstance(answers[0], Refused), answers[1]) in [(True, 1), (False, 0)], answers
    assert sum(one["visits"] for one in hall.counted()) == ROUNDS
    await hall.sums_are_right()


async def test_a_number_of_the_queue_system_is_one_visit(rivals: Rivals) -> None:
    late = NOW + timedelta(days=1)
    fact = rivals.hall.fact(external="A-1")

    def told(tx: Transaction) -> int | None:
        return record(tx, fact, Source.API, late, None).id

    answers = await rivals.at_once(told, told)
    assert answers[0] == answers[1]
    assert [one["visits"] for one in rivals.hall.counted()] == [1]
