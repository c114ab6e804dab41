"""An office with a unit of a head and six officers, whose records can be frozen at will."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import pytest
from sqlmodel import col, func, select

from models import office_admin, people, staffing
from models.appraisal import indicators, terms
from models.appraisal.evidence import freezing
from models.appraisal.evidence.figures import Computed
from models.appraisal.indicators import CATALOGUE, Inputs, Others, Record, RecordKind
from models.appraisal.skp.tables import PerformancePlan, PlannedIndicator, PlannedResult
from models.database import Database, Transaction
from models.errors import Refused
from models.offices import Service
from models.people import Officer, Person, Role
from models.ratings.periods import Period
from models.visits.tables import Outcome, Source, Visit

T = TypeVar("T")
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday, 09.00 WIB
NEW_YEAR = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)  # Monday, 09.00 WIB
NAMES = ("Budi", "Dewi", "Rina", "Sari", "Tono", "Wati")
Q3, Q4 = Period.of("2026-Q3"), Period.of("2026-Q4")


@dataclass
class School:
    """Ids by name. Hadi heads the unit, Kepala the office, Ani is its admin."""

    database: Database
    office: int = 0
    unit: int = 0
    service: int = 0
    officers: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    periods: dict[Period, int] = field(default_factory=dict)

    async def does(self, operation: Callable[..., T], *arguments: Any, **named: Any) -> T:
        return await self.database.writer.run(lambda tx: operation(tx, *arguments, **named))

    async def is_refused(
        self, operation: Callable[..., Any], *arguments: Any, **named: Any
    ) -> Refused:
        with pytest.raises(Refused) as refused:
            await self.does(operation, *arguments, **named)
        return refused.value

    def read(self, operation: Callable[..., T], *arguments: Any, **named: Any) -> T:
        return self.database.read_now(lambda tx: operation(tx, *arguments, **named))

    async def freezes(
        self,
        name: str,
        period: Period,
        records: Mapping[str, Sequence[Record]],
        *,
        others: Mapping[str, Others] | None = None,
        plan: int | None = None,
        **more: Any,
    ) -> int:
        """A frozen record with the figures of these records; the snapshot's id."""
        at = more.pop("at", NEW_YEAR)

        def work(tx: Transaction) -> int:
            figures = {
                key: _computed(key, tuple(found), (others or {}).get(key, Others()))
                for key, found in records.items()
            }
            row = terms.period(tx, self.periods[period])
            frozen = freezing.freeze(
                tx,
                self.officers[name],
                row,
                {},
                figures,
                at,
                plan_id=plan,
                unit_id=self.unit,
                **more,
            )
            return frozen.id or 0

        return await self.does(work)

    async def plans(self, name: str, **targets: float) -> int:
        """A plan with these targets of the system's indicators, shares in percent; its id."""
        return await self.does(_plan, self, name, targets)

    async def serves(
        self, name: str, first: date, days: int, within: Callable[[int], bool], each: int = 1
    ) -> None:
        """So many visits a day, of which `within` says by number whether they were in time."""

        def work(tx: Transaction) -> None:
            known = tx.session.exec(select(func.count(col(Visit.id)))).one()
            for number in range(days * each):
                day = first + timedelta(days=number // each)
                begun = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
                tx.session.add(_visit(self, name, known + number, day, begun, within(number)))

        await self.does(work)


def shares(good: int, n: int, key: str = "answered_in_a_day") -> dict[str, list[Record]]:
    """Records of which `good` of `n` reached what the indicator asks."""
    kind = CATALOGUE[key].kind
    return {key: [Record(kind, number, score=float(number < good)) for number in range(n)]}


def answers(score: int, n: int, key: str = "satisfaction_conduct") -> dict[str, list[Record]]:
    """n equal survey answers, of 1 to 4."""
    return {key: [Record(RecordKind.ANSWER, number, score=score * 60.0) for number in range(n)]}


def _computed(key: str, records: tuple[Record, ...], others: Others) -> Computed:
    inputs = Inputs(records, others)
    return Computed(key, 1, inputs, indicators.compute(key, 1, inputs))


def _plan(tx: Transaction, school: School, name: str, targets: Mapping[str, float]) -> int:
    plan = PerformancePlan(
        officer_id=school.officers[name],
        unit_id=school.unit,
        leader_id=school.officers["Hadi"],
        year=2026,
        version=1,
        state="agreed",
        holder="officer",
        made_at=NOW,
        changed_at=NOW,
    )
    tx.session.add(plan)
    tx.session.flush()
    result = PlannedResult(plan_id=plan.id or 0, place=1, block="main", text="Melayani warga")
    tx.session.add(result)
    tx.session.flush()
    for place, (key, target) in enumerate(targets.items(), 1):
        tx.session.add(
            PlannedIndicator(
                result_id=result.id or 0,
                place=place,
                aspect="quality",
                text=key,
                target=target,
                measure="%",
                source="system",
                indicator=key,
            )
        )
    return plan.id or 0


def _visit(
    school: School, name: str, number: int, day: date, begun: datetime, within: bool
) -> Visit:
    return Visit(
        unit_id=school.unit,
        service_id=school.service,
        officer_id=school.officers[name],
        day=day,
        source=Source.CHAT,
        started_at=begun,
        ended_at=begun + timedelta(minutes=10),
        outcome=Outcome.DONE,
        promised="30 working_minutes",
        minutes=10.0 if within else 50.0,
        within=within,
        external=f"q{number}",
    )


async def built(database: Database) -> School:
    made = School(database)
    await database.writer.run(lambda tx: _build(tx, made))
    return made


def _build(tx: Transaction, made: School) -> None:
    long_ago = NOW - timedelta(days=500)
    office = office_admin.add_office(tx, "Dinas Dukcapil", "Asia/Jakarta", at=long_ago, by=None)
    unit = office_admin.add_unit(tx, office.id or 0, "Loket KTP", at=long_ago, by=None)
    made.office, made.unit = office.id or 0, unit.id or 0
    service = Service(unit_id=made.unit, name="Cetak KTP-el", duration="30 working_minutes")
    tx.session.add(service)
    tx.session.flush()
    made.service = service.id or 0
    _joins(tx, made, "Ani", Role.ADMIN, long_ago, office_id=office.id)
    _joins(tx, made, "Kepala", Role.HEAD, long_ago, office_id=office.id)
    _joins(tx, made, "Hadi", Role.HEAD, long_ago, unit_id=unit.id)
    for name in NAMES:
        _joins(tx, made, name, Role.OFFICER, long_ago, unit_id=unit.id)
    for period in (Q3, Q4):
        made.periods[period] = terms.of_kind(tx, made.office, period, NOW).id or 0


def _joins(
    tx: Transaction, made: School, name: str, role: Role, at: datetime, **place: int | None
) -> None:
    number = len(made.people) + 1
    person = Person(telegram_id=number, pseudonym=str(number), created_at=at)
    tx.session.add(person)
    tx.session.flush()
    token = staffing.invite(tx, role, at, by=None, **place)
    nip = f"19800101200501{number:04d}"
    people.join(tx, token, person.id or 0, nip=nip, name=name, position="Staf", at=at)
    officer = tx.session.exec(select(Officer).where(Officer.name == name)).one()
    made.people[name], made.officers[name] = person.id or 0, officer.id or 0
