"""A unit with two officers, its head, the head of the office, an admin, and somebody elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest

from models import people
from models.appraisal.skp import dialogue
from models.appraisal.skp.content import (
    Content,
    IndicatorContent,
    ResultContent,
    system_indicator,
)
from models.appraisal.skp.tables import Aspect, Block, Direction, Source
from models.appraisal.values import Value
from models.database import Database, Transaction
from models.errors import Refused
from models.offices import Office, Unit
from models.people import Officer, Person, Role

T = TypeVar("T")
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday, 09.00 WIB
LONG_AGO = NOW - timedelta(days=900)
YEAR = 2026


def later(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)


@dataclass(frozen=True)
class Who:
    person: int
    officer: int


@dataclass
class Desk:
    database: Database
    office: int
    unit: int
    sari: Who  # officer of the unit
    budi: Who  # her peer
    hadi: Who  # head of the unit: their leader
    rahma: Who  # head of the office: his leader
    ani: Who  # admin of the office
    dewi: Who  # head of a unit of another office

    async def does(self, operation: Callable[..., T], *arguments: Any, **named: Any) -> T:
        return await self.database.writer.run(lambda tx: operation(tx, *arguments, **named))

    async def is_refused(
        self, key: str, operation: Callable[..., Any], *arguments: Any, **named: Any
    ) -> Refused:
        with pytest.raises(Refused) as refused:
            await self.does(operation, *arguments, **named)
        assert refused.value.key == key
        return refused.value

    def read(self, operation: Callable[..., T], *arguments: Any) -> T:
        return self.database.read_now(lambda tx: operation(tx, *arguments))

    async def agreed(self, who: Who | None = None, content: Content | None = None) -> int:
        """A plan that both confirmed at NOW."""
        officer = who or self.sari

        def work(tx: Transaction) -> int:
            leader = self.rahma if officer == self.hadi else self.hadi
            wanted = content or CONTENT
            made = dialogue.make(tx, officer.officer, YEAR, officer.person, NOW, wanted)
            dialogue.propose(tx, made, officer.person, NOW)
            dialogue.agree(tx, made, leader.person, NOW)
            return made

        return await self.does(work)


async def built(database: Database) -> Desk:
    return await database.writer.run(lambda tx: _build(tx, database))


def _build(tx: Transaction, database: Database) -> Desk:
    office, other = _office(tx, "Dinas Dukcapil"), _office(tx, "Distrik Wanggar")
    unit, elsewhere = _unit(tx, office, "Loket KTP"), _unit(tx, other, "Loket Akta")
    return Desk(
        database,
        office,
        unit,
        sari=officer(tx, 1, "Sari", Role.OFFICER, unit_id=unit),
        budi=officer(tx, 2, "Budi", Role.OFFICER, unit_id=unit),
        hadi=officer(tx, 3, "Hadi", Role.HEAD, unit_id=unit),
        rahma=officer(tx, 4, "Rahma", Role.HEAD, office_id=office),
        ani=officer(tx, 5, "Ani", Role.ADMIN, office_id=office),
        dewi=officer(tx, 6, "Dewi", Role.HEAD, unit_id=elsewhere),
    )


def _office(tx: Transaction, name: str) -> int:
    made = Office(name=name, zone="Asia/Jakarta")
    tx.session.add(made)
    tx.session.flush()
    return made.id or 0


def _unit(tx: Transaction, office_id: int, name: str) -> int:
    made = Unit(office_id=office_id, name=name, zone="Asia/Jakarta")
    tx.session.add(made)
    tx.session.flush()
    return made.id or 0


def officer(tx: Transaction, number: int, name: str, role: Role, **place: int) -> Who:
    person = Person(telegram_id=number, pseudonym=f"p{number}", created_at=NOW)
    tx.session.add(person)
    tx.session.flush()
    made = Officer(nip=f"{number:018d}", name=name, position="Staf", person_id=person.id)
    tx.session.add(made)
    tx.session.flush()
    people.appoint(tx, made, role, LONG_AGO, **place)
    return Who(person.id or 0, made.id or 0)


SERVED = system_indicator("visits_served", 600, "Warga yang dilayani", Aspect.QUANTITY)
IN_A_DAY = system_indicator("answered_in_a_day", 90, "Dijawab dalam sehari", Aspect.TIME)
BROCHURES = IndicatorContent(
    Aspect.QUANTITY, "Brosur yang dibagikan", 250.5, "lembar", Direction.AT_LEAST
)
REPORT = IndicatorContent(
    Aspect.QUALITY, "Laporan tahunan", 1, "dokumen", Direction.AT_LEAST, Source.DOCUMENT
)
CONTENT = Content(
    (
        ResultContent(Block.MAIN, "Pelayanan KTP-el terlaksana", "", (SERVED, IN_A_DAY)),
        ResultContent(Block.MAIN, "Warga tahu syarat layanan", "", (BROCHURES,)),
        ResultContent(Block.ADDITIONAL, "Laporan loket tersusun", "", (REPORT,)),
    ),
    {Value.SERVICE: "Menyapa tiap warga", Value.LOYAL: "Menjaga rahasia jabatan"},
)
OTHERS = Content((replace(CONTENT.results[0], text="Pelayanan akta terlaksana"),))
