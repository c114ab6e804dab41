"""The daily sums equal a rebuild from the visits, whatever happened before."""

from __future__ import annotations

import random
from datetime import timedelta

from models.errors import Refused
from models.visits import operations
from models.visits.operations import record
from models.visits.tables import Outcome, Source
from tests.models.visits.counter_hall import MINUTE, NOW, PROMISES, Hall

STEPS = 400


class Play:
    """Anything an officer or a queue system may do, at instants that are no whole minutes."""

    def __init__(self, hall: Hall, seed: int) -> None:
        self.hall = hall
        self.dice = random.Random(seed)
        self.at = NOW
        self.visits: list[int] = []
        self.done = 0

    async def step(self) -> None:
        self.at += timedelta(seconds=self.dice.uniform(3, 400))
        officer = [self.start, self.pause, self.resume, self.finish, self.undo]
        act = self.dice.choice([*officer, self.start, self.finish, self.undo, self.told])
        try:
            await act()
            self.done += 1
        except Refused:
            return

    async def start(self) -> None:
        who, service = self.dice.choice(["Sari", "Tono"]), self.dice.choice(list(PROMISES))
        hall = self.hall
        made = await hall.does(
            operations.start,
            hall.officers[who],
            hall.services[service],
            None,
            self.at,
            hall.people[who],
        )
        self.visits.append(made.id or 0)

    async def told(self) -> None:
        start = self.at - timedelta(seconds=self.dice.uniform(60, 9000))
        fact = self.hall.fact(
            self.dice.choice(list(PROMISES)),
            started_at=start,
            queued_at=self.dice.choice([None, start - self.dice.random() * 30 * MINUTE]),
            ended_at=self.at,
            outcome=self.dice.choice(list(Outcome)),
            external=self.dice.choice([None, f"A-{self.dice.randrange(50)}"]),
        )
        await self.hall.does(record, fact, Source.API, self.at, None)

    async def pause(self) -> None:
        await self.hall.does(operations.pause, self.one, self.at, self.hall.people["Hadi"])

    async def resume(self) -> None:
        await self.hall.does(operations.resume, self.one, self.at, self.hall.people["Hadi"])

    async def finish(self) -> None:
        outcome = self.dice.choice(list(Outcome))
        await self.hall.does(
            operations.finish, self.one, outcome, self.at, self.hall.people["Hadi"]
        )

    async def undo(self) -> None:
        await self.hall.does(operations.undo, self.one, self.at, self.hall.people["Hadi"])

    @property
    def one(self) -> int:
        """One of the latest visits."""
        return self.dice.choice(self.visits[-3:] or [0])


async def test_sums_equal_a_rebuild_after_anything(hall: Hall) -> None:
    play = Play(hall, seed=4)
    for _ in range(STEPS):
        await play.step()
    assert play.done > STEPS / 3
    await hall.does(operations.close_stale, play.at + timedelta(days=30))
    counted = hall.counted()
    assert sum(one["visits"] for one in counted) > 50
    assert sum(one["promised"] for one in counted) > sum(one["within"] for one in counted) > 0
    await hall.sums_are_right()
