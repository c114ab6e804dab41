"""A citizen changes or withdraws a rating while two others leave it out or take it back in.

Whoever is faster, the sums are those of the rows, and nobody's decision is lost.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlmodel import select

from models.database import Database, Transaction
from models.ratings import corrections, operations, sums
from models.ratings.tables import Asked, Rating, RatingSum, Standing
from tests.models.town_hall import NOW, TownHall, built
from tests.rivals import ROUNDS, Act, another, at_once

REASON = "burst"


@dataclass
class Rivals:
    hall: TownHall
    database: Database
    other: Database

    async def rated(self, number: int) -> int:
        """A rating of 4 by a citizen of that number; its id."""
        given = await self.database.writer.run(
            lambda tx: operations.give(
                tx, f"citizen {number}", self.hall.unit, 4, NOW, asked=Asked.UNIT
            )
        )
        return given.rating_id

    async def at_once(self, one: Act, two: Act) -> None:
        answers = await at_once(self.database, self.other, one, two)
        assert not [answer for answer in answers if isinstance(answer, BaseException)], answers

    def standing(self, rating_id: int) -> str:
        return self.hall.read(lambda tx: tx.session.get_one(Rating, rating_id).standing)

    async def sums_are_right(self) -> None:
        def work(tx: Transaction) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
            kept = _whole(tx)
            sums.rebuild(tx)
            tx.session.expire_all()
            return kept, _whole(tx)

        kept, made = await self.database.writer.run(work)
        assert kept == made


def _whole(tx: Transaction) -> list[tuple[object, ...]]:
    rows = tx.session.exec(select(RatingSum).where(RatingSum.slice == sums.ALL))
    return [tuple(getattr(row, name) for name in sums.COUNTED_AS) for row in rows]


@pytest.fixture
async def rivals(database: Database) -> AsyncIterator[Rivals]:
    async with another(database) as other:
        yield Rivals(await built(database), database, other)


def excludes(rating_id: int) -> Act:
    return lambda tx: corrections.exclude(tx, rating_id, NOW, None, REASON)


def withdraws(rating_id: int, number: int) -> Act:
    return lambda tx: corrections.withdraw(tx, f"citizen {number}", rating_id, NOW, None)


async def test_a_change_does_not_take_an_excluded_rating_back_in(rivals: Rivals) -> None:
    for number in range(ROUNDS):
        rating_id = await rivals.rated(number)
        await rivals.at_once(
            excludes(rating_id),
            lambda tx, rating=rating_id, who=f"citizen {number}": operations.rerate(
                tx, who, rating, 1, NOW, None
            ),
        )
        assert rivals.standing(rating_id) == Standing.EXCLUDED
    await rivals.sums_are_right()


async def test_what_was_withdrawn_stays_so(rivals: Rivals) -> None:
    for number in range(ROUNDS):
        rating_id = await rivals.rated(number)
        await rivals.at_once(excludes(rating_id), withdraws(rating_id, number))
        assert rivals.standing(rating_id) == Standing.WITHDRAWN
    await rivals.sums_are_right()


async def test_what_is_withdrawn_is_not_restored(rivals: Rivals) -> None:
    for number in range(ROUNDS):
        rating_id = await rivals.rated(number)
        await rivals.database.writer.run(excludes(rating_id))
        await rivals.at_once(
            lambda tx, rating=rating_id: corrections.restore(tx, rating, NOW, None, REASON),
            withdraws(rating_id, number),
        )
        assert rivals.standing(rating_id) == Standing.WITHDRAWN
    await rivals.sums_are_right()
