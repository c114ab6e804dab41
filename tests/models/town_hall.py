"""A small office for tests of the operations: admins, a unit, a counter, officers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest

from models import office_admin, people, staffing
from models.database import Database, Transaction
from models.errors import Refused
from models.people import Person, Role

T = TypeVar("T")
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday, 09.00 WIB


@dataclass
class TownHall:
    """Ids of what there is; `does` runs an operation as a committed piece of work."""

    database: Database
    office: int = 0
    other_office: int = 0
    unit: int = 0
    counter: int = 0
    admin: int = 0  # of everything
    office_admin: int = 0
    officer: int = 0  # the person; of the unit
    officer_id: int = 0
    citizen: int = 0

    async def does(self, operation: Callable[..., T], *arguments: Any, **named: Any) -> T:
        return await self.database.writer.run(lambda tx: operation(tx, *arguments, **named))

    async def is_refused(
        self, operation: Callable[..., Any], *arguments: Any, **named: Any
    ) -> Refused:
        with pytest.raises(Refused) as refused:
            await self.does(operation, *arguments, **named)
        return refused.value

    def read(self, work: Callable[[Transaction], T]) -> T:
        return self.database.read_now(work)


async def built(database: Database) -> TownHall:
    hall = TownHall(database)
    await database.writer.run(lambda tx: _build(tx, hall))
    return hall


def _build(tx: Transaction, hall: TownHall) -> None:
    office = office_admin.add_office(tx, "Dinas Dukcapil", "Asia/Jakarta", at=NOW, by=None)
    other = office_admin.add_office(tx, "Distrik Wanggar", "Asia/Jayapura", at=NOW, by=None)
    unit = office_admin.add_unit(tx, office.id or 0, "Loket KTP", at=NOW, by=None)
    counter = office_admin.add_counter(tx, unit.id or 0, "Loket 1", at=NOW, by=None)
    hall.office, hall.other_office = office.id or 0, other.id or 0
    hall.unit, hall.counter = unit.id or 0, counter.id or 0
    hall.admin = _person(tx, 1, Role.ADMIN, {})
    hall.office_admin = _person(tx, 2, Role.ADMIN, {"office_id": office.id})
    hall.officer = _person(tx, 3, Role.OFFICER, {"unit_id": unit.id})
    hall.officer_id = people.authority(tx, hall.officer, NOW).appointments[0].officer_id
    hall.citizen = person(tx, 4)


def person(tx: Transaction, number: int) -> int:
    made = Person(telegram_id=number, pseudonym=str(number), created_at=NOW)
    tx.session.add(made)
    tx.session.flush()
    return made.id or 0


def admin_of(tx: Transaction, office_id: int) -> int:
    """One more person, an admin of one office."""
    return _person(tx, 50 + office_id, Role.ADMIN, {"office_id": office_id})


def nip(number: int) -> str:
    return f"19800101200501{number:04d}"


def _person(tx: Transaction, number: int, role: Role, place: dict[str, int | None]) -> int:
    made = person(tx, number)
    token = staffing.invite(tx, role, NOW, by=None, **place)
    people.join(tx, token, made, nip=nip(number), name=f"Pegawai {number}", position="Staf", at=NOW)
    return made
