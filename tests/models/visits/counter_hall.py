"""A unit with a service for each kind of promise, two officers and a head, for tests of visits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest
from sqlmodel import select

from models import office_admin, people, staffing
from models.database import Database, Transaction
from models.errors import Refused
from models.journal import JournalEntry, Kind
from models.offices import RosterEntry
from models.people import Person, Role
from models.visits import sums
from models.visits.recording import Fact
from models.visits.tables import Visit, VisitSum

T = TypeVar("T")
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday, 09.00 WIB; the office opens at 08.00
MINUTE = timedelta(minutes=1)
KEY = "k" * 32
PROMISES = {
    "KTP-el": "15 minutes",
    "Kartu Keluarga": "2 working hours",
    "Akta": "1 working day",
    "Surat Pindah": "3 hours",
    "Legalisir": "1 day",
    "Konsultasi": "",
}


@dataclass
class Hall:
    """Ids of what there is; people are those who write, officers the civil servants they are."""

    database: Database
    unit: int = 0
    other_unit: int = 0
    counter: int = 0
    other_counter: int = 0
    foreign_counter: int = 0
    services: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    officers: dict[str, int] = field(default_factory=dict)

    async def does(self, operation: Callable[..., T], *arguments: Any, **named: Any) -> T:
        return await self.database.writer.run(lambda tx: operation(tx, *arguments, **named))

    async def refused(self, operation: Callable[..., Any], *arguments: Any, **named: Any) -> str:
        """The key of the refusal."""
        with pytest.raises(Refused) as refused:
            await self.does(operation, *arguments, **named)
        return refused.value.key

    def read(self, work: Callable[[Transaction], T]) -> T:
        return self.database.read_now(work)

    def fact(self, service: str = "KTP-el", **changes: Any) -> Fact:
        """Ten minutes from nine o'clock on, after five minutes of waiting, at counter 1."""
        values: dict[str, Any] = {
            "unit_id": self.unit,
            "service_id": self.services[service],
            "counter_id": self.counter,
            "queued_at": NOW - 5 * MINUTE,
            "started_at": NOW,
            "ended_at": NOW + 10 * MINUTE,
        }
        return Fact(**(values | changes))

    def visit(self, visit_id: int | None) -> Visit:
        return self.read(lambda tx: tx.session.get_one(Visit, visit_id))

    def entered(self, kind: Kind) -> list[dict[str, Any]]:
        """What the journal holds of a kind."""
        found = select(JournalEntry.data).where(JournalEntry.kind == kind.value)
        return self.read(lambda tx: list(tx.session.exec(found)))

    def counted(self) -> list[dict[str, Any]]:
        """The sums there are, without those that have become empty."""

        def work(tx: Transaction) -> list[dict[str, Any]]:
            rows = [one.model_dump() for one in tx.session.exec(select(VisitSum))]
            return sorted((row for row in rows if row["visits"]), key=str)

        return self.read(work)

    async def sums_are_right(self) -> None:
        before = self.counted()
        await self.does(sums.rebuild)
        assert self.counted() == before


async def built(database: Database) -> Hall:
    hall = Hall(database)
    await database.writer.run(lambda tx: _build(tx, hall))
    return hall


def _build(tx: Transaction, hall: Hall) -> None:
    office = office_admin.add_office(tx, "Dinas Dukcapil", "Asia/Jakarta", at=NOW, by=None)
    places = {"office_id": office.id or 0}
    unit, other = (
        office_admin.add_unit(tx, places["office_id"], name, at=NOW, by=None).id or 0
        for name in ("Loket KTP", "Loket Pajak")
    )
    hall.unit, hall.other_unit = unit, other
    hall.counter, hall.other_counter, hall.foreign_counter = (
        office_admin.add_counter(tx, where, name, at=NOW, by=None).id or 0
        for where, name in ((unit, "Loket 1"), (unit, "Loket 2"), (other, "Loket A"))
    )
    for name, promise in PROMISES.items():
        duties = office_admin.Duties(duration=promise)
        made = office_admin.add_service(tx, unit, name, duties, at=NOW, by=None)
        hall.services[name] = made.id or 0
    for name, role, where in (
        ("Sari", Role.OFFICER, unit),
        ("Tono", Role.OFFICER, unit),
        ("Hadi", Role.HEAD, unit),
        ("Umar", Role.OFFICER, other),
    ):
        _joins(tx, hall, name, role, where)
    for name in ("Budi", "Citra"):
        hall.people[name] = _person(tx, hall)
    start = NOW - timedelta(days=30)
    tx.session.add(
        RosterEntry(counter_id=hall.counter, officer_id=hall.officers["Sari"], from_at=start)
    )


def _person(tx: Transaction, hall: Hall) -> int:
    number = len(hall.people) + 1
    made = Person(telegram_id=number, pseudonym=f"pseudonym {number}", created_at=NOW)
    tx.session.add(made)
    tx.session.flush()
    return made.id or 0


def _joins(tx: Transaction, hall: Hall, name: str, role: Role, unit_id: int) -> None:
    long_ago = NOW - timedelta(days=30)
    hall.people[name] = _person(tx, hall)
    token = staffing.invite(tx, role, long_ago, by=None, unit_id=unit_id)
    nip = f"19800101200501{hall.people[name]:04d}"
    joined = people.join(
        tx, token, hall.people[name], nip=nip, name=name, position="Staf", at=long_ago
    )
    hall.officers[name] = joined.officer_id
