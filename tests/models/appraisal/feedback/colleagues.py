"""A unit of a head and six officers, who are asked about one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest

from models import office_admin, people, staffing
from models.appraisal import leaders, terms
from models.appraisal.feedback import answering, rounds
from models.appraisal.feedback.tables import FeedbackRound, Value
from models.database import Database, Transaction
from models.errors import Refused
from models.people import Officer, Person, Role
from models.ratings.periods import Period

T = TypeVar("T")
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday, 09.00 WIB
NAMES = ("Sari", "Rina", "Dewi", "Budi", "Tono", "Wati")
Q4 = Period.of("2026-Q4")


@dataclass
class Colleagues:
    """officers, people: ids by name. Hadi leads, the others are peers of one another."""

    database: Database
    office: int = 0
    unit: int = 0
    officers: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    period: int = 0

    async def does(self, operation: Callable[..., T], *arguments: Any, **named: Any) -> T:
        return await self.database.writer.run(lambda tx: operation(tx, *arguments, **named))

    def read(self, work: Callable[[Transaction], T]) -> T:
        return self.database.read_now(work)

    async def opens(
        self, about: str = "Sari", peers: Sequence[str] = NAMES[1:4], at: datetime = NOW
    ) -> FeedbackRound:
        givers = [self.officers[name] for name in peers]
        return await self.does(
            rounds.open_round, self.officers[about], self.period, givers, at, self.people["Hadi"]
        )

    async def answers(
        self,
        name: str,
        asked: FeedbackRound,
        level: int | None = 3,
        at: datetime = NOW,
        **examples: str,
    ) -> None:
        """The same level for each value, with examples by value."""

        def work(tx: Transaction) -> None:
            by, number = self.people[name], asked.id or 0
            for value in Value:
                answering.observe(tx, number, value, level, at, by)
            for value, words in examples.items():
                answering.exemplify(tx, number, Value(value), words, at, by)
            answering.submit(tx, number, at, by)

        await self.does(work)


async def built(database: Database) -> Colleagues:
    made = Colleagues(database)
    await database.writer.run(lambda tx: _build(tx, made))
    return made


def _build(tx: Transaction, made: Colleagues) -> None:
    office = office_admin.add_office(tx, "Dinas Dukcapil", "Asia/Jakarta", at=NOW, by=None)
    unit = office_admin.add_unit(tx, office.id or 0, "Loket KTP", at=NOW, by=None)
    made.office, made.unit = office.id or 0, unit.id or 0
    joins(tx, made, "Kepala", Role.HEAD, office_id=office.id)
    joins(tx, made, "Hadi", Role.HEAD, unit_id=unit.id)
    for name in NAMES:
        joins(tx, made, name, Role.OFFICER, unit_id=unit.id)
    made.period = terms.of_kind(tx, made.office, Q4, NOW).id or 0


def joins(tx: Transaction, made: Colleagues, name: str, role: Role, **place: int | None) -> None:
    number = len(made.people) + 1
    person = Person(telegram_id=number, pseudonym=str(number), created_at=NOW)
    tx.session.add(person)
    tx.session.flush()
    token = staffing.invite(tx, role, NOW - timedelta(days=30), by=None, **place)
    people.join(
        tx,
        token,
        person.id or 0,
        nip=f"19800101200501{number:04d}",
        name=name,
        position="Staf",
        at=NOW - timedelta(days=30),
    )
    officer = people.authority(tx, person.id or 0, NOW).officer
    assert officer is not None
    assert officer.id is not None
    made.people[name], made.officers[name] = person.id or 0, officer.id


def led(tx: Transaction, made: Colleagues, name: str, leader: str) -> None:
    leaders.name_leader(tx, made.officers[name], made.officers[leader], NOW, None)


def names(found: Sequence[Officer]) -> list[str]:
    return [one.name for one in found]


@contextmanager
def refused(key: str) -> Iterator[None]:
    with pytest.raises(Refused) as error:
        yield
    assert error.value.key == key
