"""An office with two units, its people, and shorthand for what they do to a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from sqlmodel import col, select

from models import people
from models.complaints import (
    access,
    cause_claims,
    filing,
    following,
    handover,
    inspection,
    lapse,
    operations,
    reminders,
    reveals,
)
from models.complaints.casework import Done
from models.complaints.filing import Complaint, Sent
from models.complaints.tables import Case
from models.database import Database, Transaction
from models.errors import Refused
from models.offices import Office, Unit
from models.outbox import OutboxMessage
from models.people import Officer, Person, Role

T = TypeVar("T")
WORDS = "Petugas tidak ramah dan membentak saya di loket."


def wib(day: int, hour: int = 9, minute: int = 0, month: int = 11) -> datetime:
    """An instant of 2026 by the unit's clock; 23 November is a Monday without holidays around."""
    return datetime(2026, month, day, hour - 7, minute, tzinfo=UTC)


# Where an operation is found by its name.
PARTS = (operations, handover, cause_claims, following, inspection, reveals)
NOON = wib(23, 9)
LATER = wib(23, 10)


async def refused(act: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        await act
    return caught.value


def end_silence(tx: Transaction, case_id: int, at: datetime) -> Done | None:
    """What the citizen's silence does to this case alone; None when it is too early."""
    case = access.locked(tx, case_id)
    return lapse.end_silence(tx, reminders.standing_of(tx, case, at))


@dataclass
class Cast:
    """Ids of everybody who matters."""

    units: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)  # people.id
    officers: dict[str, int] = field(default_factory=dict)  # officers.id

    def join(
        self,
        tx: Transaction,
        name: str,
        role: Role,
        *,
        unit: str = "",
        office_id: int | None = None,
        at: datetime | None = None,
    ) -> int:
        at = at or wib(1)
        person_id = self.people.get(name) or self.enter(tx, name, at)
        officer = tx.session.exec(select(Officer).where(Officer.person_id == person_id)).first()
        if officer is None:
            officer = Officer(nip=f"{person_id:018d}", name=name, person_id=person_id)
            tx.session.add(officer)
            tx.session.flush()
        people.appoint(tx, officer, role, at, unit_id=self.units.get(unit), office_id=office_id)
        self.officers[name] = officer.id or 0
        return officer.id or 0

    def enter(self, tx: Transaction, name: str, at: datetime) -> int:
        number = len(self.people) + 1
        person = Person(
            telegram_id=1000 + number,
            pseudonym=f"pseudonym-{number}",
            consent_version=people.CONSENT_VERSION,
            created_at=at,
        )
        tx.session.add(person)
        tx.session.flush()
        self.people[name] = person.id or 0
        return person.id or 0


@dataclass
class Bureau:
    """A cast in a database; `write` runs one piece of work and commits."""

    database: Database
    cast: Cast = field(default_factory=Cast)

    @property
    def units(self) -> dict[str, int]:
        return self.cast.units

    @property
    def people(self) -> dict[str, int]:
        return self.cast.people

    @property
    def officers(self) -> dict[str, int]:
        return self.cast.officers

    async def write(self, work: Callable[[Transaction], T]) -> T:
        return await self.database.writer.run(work)

    def read(self, work: Callable[[Transaction], T]) -> T:
        return self.database.read_now(work)

    async def does(
        self, name: str, operation: str, *arguments: Any, at: datetime, **more: Any
    ) -> Any:
        """`name` does something to a case: `does("Sari", "take", case_id, at=…)`."""
        case_id, *rest = arguments
        run = next(getattr(part, operation) for part in PARTS if hasattr(part, operation))
        return await self.write(
            lambda tx: run(tx, case_id, self.people[name], *rest, at=at, **more)
        )

    async def complains(
        self, who: str = "Budi", unit: str = "KTP", at: datetime = NOON, **more: Any
    ) -> Sent:
        given = {"unit_id": self.units[unit], "category": "perilaku", "text": WORDS} | more
        complaint = Complaint(**given)
        return await self.write(lambda tx: filing.submit(tx, self.people[who], complaint, at))

    def case(self, case_id: int) -> Case:
        return self.read(lambda tx: tx.session.get_one(Case, case_id))

    def told(self, name: str) -> list[str]:
        """Keys of the messages promised to somebody, oldest first."""
        return [message.body["key"] for message in self.messages(name)]

    def messages(self, name: str) -> list[OutboxMessage]:
        statement = select(OutboxMessage).where(OutboxMessage.person_id == self.people[name])
        return self.read(
            lambda tx: list(tx.session.exec(statement.order_by(col(OutboxMessage.id))))
        )

    async def leaves(self, name: str, at: datetime = NOON) -> None:
        """Every appointment of this officer ends."""

        def work(tx: Transaction) -> None:
            for appointment in people.appointments_of(tx, self.officers[name], at):
                people.dismiss(tx, appointment.id or 0, at, None)

        await self.write(work)

    async def joins(
        self,
        name: str,
        role: Role,
        *,
        unit: str = "",
        office_id: int | None = None,
        at: datetime = NOON,
    ) -> None:
        await self.write(
            lambda tx: self.cast.join(tx, name, role, unit=unit, office_id=office_id, at=at)
        )


def furnish(tx: Transaction, cast: Cast) -> None:
    """Two units of one office; Sari and Tono serve KTP, Wati serves SKCK, Hadi heads KTP, Ani is
    the office's admin; Budi and Citra are citizens."""
    office = Office(name="Dinas Dukcapil")
    tx.session.add(office)
    tx.session.flush()
    for name in ("KTP", "SKCK"):
        unit = Unit(office_id=office.id or 0, name=name)
        tx.session.add(unit)
        tx.session.flush()
        cast.units[name] = unit.id or 0
    for name in ("Budi", "Citra"):
        cast.enter(tx, name, NOON)
    cast.join(tx, "Sari", Role.OFFICER, unit="KTP")
    cast.join(tx, "Tono", Role.OFFICER, unit="KTP")
    cast.join(tx, "Wati", Role.OFFICER, unit="SKCK")
    cast.join(tx, "Hadi", Role.HEAD, unit="KTP")
    cast.join(tx, "Ani", Role.ADMIN, office_id=office.id)


async def opened(database: Database) -> Bureau:
    """The town hall of `furnish`."""
    bureau = Bureau(database)
    await bureau.write(lambda tx: furnish(tx, bureau.cast))
    return bureau
