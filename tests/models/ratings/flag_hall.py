"""A unit with everybody who may have a say in a doubtful rating, and citizens who rate."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import select

from models import people, staffing
from models.database import Database, Transaction
from models.offices import Service
from models.people import Person, Role
from models.ratings import flags
from models.ratings import operations as ratings
from models.ratings.tables import Asked, Rating, RatingFlag
from models.visits.tables import Outcome, Source, Visit, VisitGuest
from tests.models.town_hall import NOW, TownHall, built, nip

MINUTE = timedelta(minutes=1)
WHY = "Semua dinilai dari satu telepon"
LONG_AGO = NOW - timedelta(days=90)


class FlagHall:
    """The people by name; `hall` has the ids of the places."""

    def __init__(self, hall: TownHall) -> None:
        self.hall = hall
        self.unit = hall.unit
        self.people = {"admin": hall.admin, "office admin": hall.office_admin}
        self.people |= {"officer": hall.officer, "citizen": hall.citizen}
        self.service = 0

    @classmethod
    async def open(cls, database: Database) -> FlagHall:
        opened = cls(await built(database))
        await database.writer.run(opened._fill)
        return opened

    def _fill(self, tx: Transaction) -> None:
        here = {"unit_id": self.unit}
        self.people["head"] = staffed(tx, 11, Role.HEAD, here)
        self.people["second head"] = staffed(tx, 12, Role.HEAD, here)
        self.people["inspector"] = staffed(tx, 13, Role.INSPECTOR, {})
        self.people["admin elsewhere"] = staffed(
            tx, 14, Role.ADMIN, {"office_id": self.hall.other_office}
        )
        service = Service(unit_id=self.unit, name="Cetak KTP-el")
        tx.session.add(service)
        tx.session.flush()
        self.service = service.id or 0

    async def does(self, operation: Any, *arguments: Any, **named: Any) -> Any:
        return await self.hall.does(operation, *arguments, **named)

    async def refused(self, operation: Any, *arguments: Any, **named: Any) -> str:
        return (await self.hall.is_refused(operation, *arguments, **named)).key

    def read(self, work: Any) -> Any:
        return self.hall.read(work)

    async def burst(self, n: int = 16, at: datetime = NOW) -> list[int]:
        """Ratings one minute apart by people known for long; their ids."""
        return await self.does(
            lambda tx: [
                rates(tx, self.unit, f"c{k}-{at:%d%H%M}", at + k * MINUTE, 1 + k % 4)
                for k in range(n)
            ]
        )

    async def doubted(self, n: int = 16) -> tuple[int, list[int]]:
        """A burst that was found: the id of its first doubt, and its ratings."""
        ids = await self.burst(n)
        assert await self.does(flags.detect, NOW + 30 * MINUTE) == n
        return self.flags()[0].id or 0, ids

    def flags(self) -> list[RatingFlag]:
        return self.read(lambda tx: tx.session.exec(select(RatingFlag).order_by("id")).all())

    def rating(self, rating_id: int) -> Rating:
        return self.read(lambda tx: tx.session.get_one(Rating, rating_id))

    def officer_of(self, name: str) -> int:
        """Id of the officer whom this person is."""
        person = self.people[name]
        found = self.read(lambda tx: people.authority(tx, person, NOW).officer)
        return found.id or 0


def staffed(tx: Transaction, number: int, role: Role, place: dict[str, Any]) -> int:
    made = citizen(tx, f"staff {number}", LONG_AGO)
    token = staffing.invite(tx, role, NOW, by=None, **place)
    name = f"Pegawai {number}"
    people.join(tx, token, made.id or 0, nip=nip(number), name=name, position="Staf", at=NOW)
    return made.id or 0


def citizen(tx: Transaction, pseudonym: str, since: datetime) -> Person:
    known = tx.session.exec(select(Person).where(Person.pseudonym == pseudonym)).first()
    if known is None:
        number = 1000 + len(tx.session.exec(select(Person.id)).all())
        known = Person(telegram_id=number, pseudonym=pseudonym, created_at=since)
        tx.session.add(known)
        tx.session.flush()
    return known


def rates(
    tx: Transaction,
    unit: int,
    pseudonym: str,
    at: datetime,
    score: int = 4,
    *,
    since: datetime = LONG_AGO,
    asked: Asked = Asked.UNIT,
    visit: int | None = None,
    counter: int | None = None,
) -> int:
    who = citizen(tx, pseudonym, since)
    given = ratings.give(
        tx, pseudonym, unit, score, at, asked=asked, visit_id=visit, counter_id=counter,
        actor_id=who.id,
    )  # fmt: skip
    return given.rating_id


def visited(
    tx: Transaction,
    hall: FlagHall,
    pseudonym: str,
    at: datetime,
    length: timedelta,
    score: int = 4,
    *,
    known: bool = True,
) -> int:
    """A visit, begun and ended by hand, and its rating; the id of the rating. known: who served."""
    visit = Visit(
        unit_id=hall.unit,
        service_id=hall.service,
        officer_id=hall.hall.officer_id if known else None,
        day=at.date(),
        source=Source.CHAT,
        started_at=at - length,
        ended_at=at,
        outcome=Outcome.DONE,
    )
    tx.session.add(visit)
    tx.session.flush()
    who = citizen(tx, pseudonym, LONG_AGO)
    tx.session.add(VisitGuest(visit_id=visit.id or 0, person_id=who.id or 0, at=at))
    return rates(tx, hall.unit, pseudonym, at, score, asked=Asked.VISIT, visit=visit.id)
