"""A running bot against the sandbox, in one process, on a clock that stands still until moved.

citizen = town.citizen("Budi")
await citizen.opens(f"u{unit.id}")
await citizen.taps("Setuju")
await citizen.taps("Baik")
assert citizen.sees("Terima kasih")
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sqlmodel import col, select

from bot.app import App, build
from bot.clock import FixedClock
from bot.sandbox.driver import Message, Person
from bot.sandbox.request import SandboxRequest
from bot.sandbox.world import World
from bot.settings import Settings
from models import people
from models.database import Transaction
from models.offices import Counter, Office, RosterEntry, Service, Unit
from models.people import Officer, Role

T = TypeVar("T")
TOKEN = "4711:test-token-that-must-never-be-logged"
MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday 23 Nov 2026 09.00 WIB, an ordinary day


def settings(database_url: str, **changes: Any) -> Settings:
    values: dict[str, Any] = {
        "telegram_token": TOKEN,
        "database_url": database_url,
        "pseudonym_key": "k" * 32,
        "send_rate": 30_000,
        "chat_pause": 0,
        "flood_slow_after": 1_000_000,  # the clock stands still: all that is sent is in one minute
        "flood_stop_after": 1_000_000,
    }
    return Settings(_env_file=None, **(values | changes))


@dataclass
class Actor:
    """A person of the sandbox whose every act is followed by the bot's answer."""

    town: Town
    person: Person

    async def sends(self, text: str) -> None:
        self.person.sends(text)
        await self.town.settle()

    async def opens(self, payload: str) -> None:
        self.person.opens(payload)
        await self.town.settle()

    async def taps(self, label: str, message: Message | None = None) -> None:
        self.person.taps(label, message)
        await self.town.settle()

    async def does(self, act: str, *arguments: Any, **named: Any) -> None:
        """Any other act of the driver, e.g. `does("sends_location", -0.5, 110.1)`."""
        getattr(self.person, act)(*arguments, **named)
        await self.town.settle()

    def sees(self, fragment: str) -> bool:
        return self.person.sees(fragment)

    @property
    def last(self) -> Message:
        message = self.person.last
        assert message is not None, "nothing was said yet"
        return message

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.person.messages]

    @property
    def id(self) -> int:
        return self.person.id


class Town:
    """The bot, the sandbox and the clock."""

    def __init__(self, app: App, world: World, clock: FixedClock) -> None:
        self.app = app
        self.world = world
        self.clock = clock

    @classmethod
    async def open(cls, database_url: str, at: datetime = MONDAY, **changes: Any) -> Town:
        clock = FixedClock(at)
        world = World(TOKEN, clock=clock.now)
        if not database_url.startswith("sqlite"):  # there, they are kept beside its file
            changes.setdefault("files_dir", tempfile.mkdtemp(prefix="suara-files-"))
        app = build(settings(database_url, **changes), clock, SandboxRequest(world))
        await app.start()
        return cls(app, world, clock)

    async def close(self) -> None:
        await self.app.close()
        shutil.rmtree(self.app.settings.files_folder, ignore_errors=True)

    async def settle(self) -> None:
        """Let the bot handle all that waits, and all that follows."""
        while True:
            updates = self.world.take_updates()
            for update in updates:
                await self.app.intake.receive(update)
            await self.app.keeper.drain()
            await self.app.dispatcher.drain()
            if not updates:
                return

    async def passes(self, time: timedelta, step: timedelta | None = None) -> None:
        """Move the clock, letting the jobs run on the way (each `step`) and at the end."""
        end = self.clock.now() + time
        while self.clock.now() < end:
            self.clock.move(min(step or time, end - self.clock.now()))
            await self.app.scheduler.run_all()
            await self.settle()

    async def write(self, work: Callable[[Transaction], T]) -> T:
        return await self.app.database.writer.run(work)

    def read(self, work: Callable[[Transaction], T]) -> T:
        return self.app.database.read_now(work)

    def citizen(self, name: str = "Budi", language: str = "id") -> Actor:
        return Actor(self, self.world.person(first_name=name, language_code=language))

    async def consenting(self, name: str = "Budi", language: str = "id") -> Actor:
        """A citizen who has agreed to the notice."""
        citizen = self.citizen(name, language)
        await citizen.sends("/start")
        await citizen.taps("Setuju" if language == "id" else "I agree")
        return citizen

    async def unit(
        self, name: str = "Loket KTP", office: str = "Dinas Dukcapil", zone: str = "Asia/Jakarta"
    ) -> Unit:
        def work(tx: Transaction) -> Unit:
            home = tx.session.exec(select(Office).where(Office.name == office)).first()
            if home is None:
                home = Office(name=office, zone=zone)
                tx.session.add(home)
                tx.session.flush()
            made = Unit(office_id=home.id or 0, name=name, zone=zone)
            tx.session.add(made)
            tx.session.flush()
            tx.session.add(Service(unit_id=made.id or 0, name="Cetak KTP-el", duration="24 hours"))
            return made

        return await self.write(work)

    async def counter(self, unit: Unit, name: str = "Loket 1") -> Counter:
        def work(tx: Transaction) -> Counter:
            made = Counter(unit_id=unit.id or 0, name=name)
            tx.session.add(made)
            tx.session.flush()
            return made

        return await self.write(work)

    async def staff(
        self,
        role: Role,
        name: str,
        *,
        unit: Unit | None = None,
        office_id: int | None = None,
        nip: str = "",
        language: str = "id",
    ) -> Actor:
        """Somebody who joined by an invitation, as the joining dialogue would do it."""
        actor = self.citizen(name, language)
        await actor.sends("/start")
        await actor.sends("/batal")  # the joining dialogue closes the question of consent
        number = nip or f"19800101200501{actor.id % 10_000:04d}"

        def work(tx: Transaction) -> None:
            who = tx.session.exec(
                select(people.Person).where(people.Person.telegram_id == actor.id)
            ).one()
            token = people.invite(
                tx,
                role,
                self.clock.now(),
                unit_id=unit.id if unit else None,
                office_id=office_id,
            )
            people.join(
                tx,
                token,
                who.id or 0,
                nip=number,
                name=name,
                position="Petugas pelayanan",
                at=self.clock.now(),
            )

        await self.write(work)
        return actor

    async def officer(self, unit: Unit, name: str = "Sari", **more: Any) -> Actor:
        return await self.staff(Role.OFFICER, name, unit=unit, **more)

    async def head(self, unit: Unit, name: str = "Hadi", **more: Any) -> Actor:
        return await self.staff(Role.HEAD, name, unit=unit, **more)

    async def admin(self, name: str = "Ani", **more: Any) -> Actor:
        return await self.staff(Role.ADMIN, name, **more)

    async def serves(self, officer: Actor, counter: Counter) -> None:
        """Put the officer on the roster of the counter from now on."""

        def work(tx: Transaction) -> None:
            row = tx.session.exec(
                select(Officer)
                .join(people.Person, col(people.Person.id) == Officer.person_id)
                .where(people.Person.telegram_id == officer.id)
            ).one()
            tx.session.add(
                RosterEntry(
                    counter_id=counter.id or 0, officer_id=row.id or 0, from_at=self.clock.now()
                )
            )

        await self.write(work)
