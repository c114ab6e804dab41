"""Citizens who rate, each in their own way, and remember what they did.

They behave as people do: they act, look for the answer and go on with what the newest message
offers; some tap twice or write before they were asked.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.sandbox.driver import Message, Person
from bot.sandbox.world import World

SCORES = ("Tidak baik", "Kurang baik", "Baik", "Sangat baik")
LOW = 2  # a score up to here is asked for its reason
PATIENCE = 60.0  # seconds: the bot is killed, restarted and behind


@dataclass(frozen=True)
class Place:
    """What a poster leads to."""

    link: str
    where: str  # as the bot calls it
    unit_id: int


@dataclass
class Done:
    """What the dialogues imply for the database."""

    ratings: dict[tuple[int, int], int] = field(default_factory=dict)  # (citizen, unit): score
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    changes: int = 0
    dialogues: int = 0
    duplicates: int = 0  # updates that Telegram delivers twice: their reply rides twice too


class Citizen:
    def __init__(self, world: World, chance: random.Random, done: Done, *, faults: bool) -> None:
        self._world = world
        self._chance = chance
        self._done = done
        self._faults = faults
        self._person: Person = world.person(first_name=f"Warga {len(world.records)}")
        self._agreed = False

    async def rates(self, place: Place) -> None:
        """One dialogue from the poster on, in one of the ways people have."""
        await self._opens(place)
        ways: tuple[Callable[[Place], Awaitable[None]], ...] = (
            self._skips,
            self._comments,
            self._changes,
            self._leaves,
            self._hurries,
            self._taps_twice,
        )
        await self._chance.choice(ways)(place)
        # a tap that arrives after the next dialogue has begun would rightly belong to it
        await self._see(self._all_taken_in, "an empty queue")
        self._done.dialogues += 1

    async def _opens(self, place: Place) -> None:
        self._acts(lambda: self._person.opens(place.link))
        if not self._agreed:
            await self._taps("Setuju", "Apakah Anda setuju")
            self._agreed = True
        await self._offered(SCORES[0], place.where)

    async def _scores(self, place: Place) -> None:
        chosen = self._chance.randrange(4)
        await self._taps(SCORES[chosen], place.where)
        self._done.ratings[self._person.id, place.unit_id] = chosen + 1

    async def _skips(self, place: Place) -> None:
        await self._scores(place)
        await self._taps("Lewati", place.where)
        if self._done.ratings[self._person.id, place.unit_id] <= LOW:
            await self._taps("Lewati", place.where, "Apa yang paling perlu diperbaiki?")
        await self._told("Terima kasih", place.where)

    async def _comments(self, place: Place) -> None:
        await self._scores(place)
        await self._offered("Lewati", place.where)
        self._writes(place)
        await self._told("komentar Anda", place.where)

    async def _changes(self, place: Place) -> None:
        await self._scores(place)
        await self._taps("Ubah nilai", place.where)
        await self._told("nilai yang baru", place.where)
        old = self._done.ratings[self._person.id, place.unit_id]
        new = self._chance.choice([score for score in range(4) if score + 1 != old])
        await self._taps(SCORES[new], place.where)
        self._done.ratings[self._person.id, place.unit_id] = new + 1
        self._done.changes += 1
        await self._offered("Lewati", place.where)

    async def _leaves(self, place: Place) -> None:
        await self._scores(place)
        await self._told("Sudah tersimpan", place.where)

    async def _hurries(self, place: Place) -> None:
        """Writes the comment at once: it may arrive before the score."""
        await self._scores(place)
        self._writes(place)
        await self._told("komentar Anda", place.where)

    async def _taps_twice(self, place: Place) -> None:
        """Two updates with one and the same score."""
        message = await self._offered(SCORES[0], place.where)
        chosen = self._chance.randrange(4)
        for _ in range(2):
            self._acts(lambda: self._person.taps(SCORES[chosen], message))
        self._done.ratings[self._person.id, place.unit_id] = chosen + 1
        await self._told("Sudah tersimpan", place.where)

    def _all_taken_in(self) -> bool:
        """Whether the clock beside each of one's own messages and buttons is gone."""
        mine = f":{self._person.id}"
        return not any(item.queue.endswith(mine) for item in self._world.queue)

    def _writes(self, place: Place) -> None:
        words = f"Petugas {self._chance.choice(('ramah', 'lambat', 'sopan'))}, {place.where}"
        self._acts(lambda: self._person.sends(words))
        self._done.comments[self._person.id, place.unit_id] = words

    def _acts(self, act: Callable[[], object]) -> None:
        self._world.faults.duplicates = self._faults and self._chance.random() < 0.3
        self._done.duplicates += self._world.faults.duplicates
        act()

    async def _taps(self, label: str, *about: str) -> None:
        message = await self._offered(label, *about)
        self._acts(lambda: self._person.taps(label, message))

    async def _offered(self, label: str, *about: str) -> Message:
        """The newest message with these words (such as the place's name) that has the button."""
        await self._see(lambda: self._newest(label, *about), f"{label} – {about}")
        found = self._newest(label, *about)
        assert found is not None
        return found

    def _newest(self, label: str, *about: str) -> Message | None:
        for message in reversed(self._person.messages):
            told = all(words in message.text for words in about)
            if told and any(label in row for row in message.buttons):
                return message
        return None

    async def _told(self, words: str, where: str) -> None:
        await self._see(
            lambda: any(words in m.text and where in m.text for m in self._person.messages),
            f"{words} – {where}",
        )

    async def _see(self, condition: Callable[[], object], what: str) -> None:
        try:
            await self._world.until(condition, PATIENCE)
        except TimeoutError:
            raise AssertionError(f"waited for {what!r}: {self._person.messages}") from None


async def play(
    world: World,
    places: list[Place],
    chance: random.Random,
    *,
    people: int,
    visits: int,
    faults: bool = True,
) -> Done:
    """`people` citizens side by side, `visits` places each."""
    done = Done()

    async def one() -> None:
        citizen = Citizen(world, random.Random(chance.random()), done, faults=faults)
        for place in chance.sample(places, visits):
            await citizen.rates(place)

    await asyncio.gather(*(one() for _ in range(people)))
    world.faults.duplicates = False
    return done
