"""A small office with a line of leaders, for tests of what people decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from models import office_admin, people, staffing
from models.appraisal import terms
from models.appraisal.deciding import gathering, opening, operations, sheet, steps
from models.appraisal.deciding.gathering import IndicatorLine, ResultLine
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.evidence import freezing
from models.appraisal.evidence.tables import Snapshot
from models.appraisal.indicators import Against
from models.appraisal.matrix import Expectation
from models.appraisal.skp.tables import Aspect, Block, Direction, Source
from models.database import Database, Transaction
from models.errors import Refused
from models.journal import JournalEntry, Kind
from models.offices import Office, Unit
from models.outbox import OutboxMessage
from models.people import Officer, Person, Role

T = TypeVar("T")
BELOW, AS_EXPECTED, ABOVE = Expectation
NOTE = "Sesuai dengan bukti dan pembicaraan kita."
OTHER_NOTE = "Rekan dan warga menyebut hal yang sama."
REASON = "Loket pindah dua kali dalam triwulan ini."
OBJECTION = "Target bulan Februari belum dihitung seluruhnya."
EXPLANATION = "Angka Februari sudah termasuk dalam catatan."
DECISION = "Kedua pihak sudah didengar dan bukti sudah dilihat."


def wib(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Jakarta")).astimezone(UTC)


NAMES = ("sari", "tuti", "hadi", "kadis", "ani", "warga")
LONG_AGO = wib("2025-10-05 08:00")
FROZEN = wib("2026-01-08 08:00")  # of the fourth quarter of 2025: seven days after its last


@dataclass
class Bureau:
    """Ids of persons (they write) and of officers (they are written about)."""

    tx: Transaction
    at: datetime = LONG_AGO
    office: int = 0
    unit: int = 0
    person: dict[str, int] = field(default_factory=dict)
    officer: dict[str, int] = field(default_factory=dict)

    @classmethod
    def found(cls, tx: Transaction) -> Bureau:
        """What `build` and `freezes` left in this database; or both now."""
        office = tx.session.exec(select(Office)).first()
        if office is None:
            bureau = cls.build(tx)
            bureau.freezes()
            return bureau
        made = cls(tx, FROZEN, office.id or 0)
        made.unit = tx.session.exec(select(Unit)).one().id or 0
        people_ = tx.session.exec(select(Person).order_by(col(Person.id)))
        made.person = {name: one.id or 0 for name, one in zip(NAMES, people_, strict=True)}
        officers = tx.session.exec(select(Officer))
        made.officer = {one.name.lower(): one.id or 0 for one in officers}
        return made

    @classmethod
    def build(cls, tx: Transaction, zone: str = "Asia/Jakarta") -> Bureau:
        made = cls(tx)
        office = office_admin.add_office(tx, "Dinas Dukcapil", zone, at=LONG_AGO, by=None)
        unit = office_admin.add_unit(tx, office.id or 0, "Loket KTP", at=LONG_AGO, by=None)
        made.office, made.unit = office.id or 0, unit.id or 0
        made.joins("sari", Role.OFFICER, unit_id=made.unit)
        made.joins("tuti", Role.OFFICER, unit_id=made.unit)
        made.joins("hadi", Role.HEAD, unit_id=made.unit)
        made.joins("kadis", Role.HEAD, office_id=made.office)
        made.joins("ani", Role.ADMIN, office_id=made.office)
        made.citizen("warga")
        terms.change(tx, made.office, LONG_AGO, None, yearly=False)
        opening.run(tx, LONG_AGO)  # the quarter runs
        return made

    def citizen(self, name: str) -> None:
        number = len(self.person) + 1
        made = Person(telegram_id=number, pseudonym=str(number), created_at=LONG_AGO)
        self.tx.session.add(made)
        self.tx.session.flush()
        self.person[name] = made.id or 0

    def joins(self, name: str, role: Role, **place: int | None) -> None:
        self.citizen(name)
        token = staffing.invite(self.tx, role, self.at, by=None, **place)
        nip = f"19800101200501{self.person[name]:04d}"
        people.join(
            self.tx,
            token,
            self.person[name],
            nip=nip,
            name=name.title(),
            position="Staf",
            at=self.at,
        )
        found = people.authority(self.tx, self.person[name], self.at).officer
        self.officer[name] = found.id or 0 if found else 0

    def leaves(self, name: str) -> None:
        for held in people.appointments_of(self.tx, self.officer[name], self.at):
            people.dismiss(self.tx, held.id or 0, self.at, None)
        self.tx.session.flush()
        self.tx.forget()

    # --- the clock

    def freezes(self, at: datetime = FROZEN) -> opening.Done:
        self.at = at
        done = opening.run(self.tx, at)
        assert not done.failed, done.failed
        self.tx.forget()
        return done

    def passes(self, **time: float) -> None:
        self.at += timedelta(**time)
        self.tx.forget()

    # --- acts, by name

    def rate(
        self,
        work: Expectation = AS_EXPECTED,
        behaviour: Expectation = AS_EXPECTED,
        by: str = "hadi",
        **more: Any,
    ) -> Appraisal:
        given = (self.appraisal, work, behaviour, NOTE, OTHER_NOTE, self.at, self.person[by])
        return operations.rate(self.tx, *given, **more)

    def confirm(self, by: str = "hadi") -> Appraisal:
        return operations.confirm(self.tx, self.appraisal, self.at, self.person[by])

    def agree(self, by: str = "sari") -> Appraisal:
        return operations.agree(self.tx, self.appraisal, self.at, self.person[by])

    def objects(self, words: str = OBJECTION, by: str = "sari") -> Any:
        return operations.object_to(self.tx, self.appraisal, words, self.at, self.person[by])

    def explain(self, words: str = EXPLANATION, by: str = "hadi") -> Any:
        return operations.explain(self.tx, self.appraisal, words, self.at, self.person[by])

    def uphold(self, words: str = DECISION, by: str = "kadis") -> Appraisal:
        return operations.uphold(self.tx, self.appraisal, words, self.at, self.person[by])

    def change(
        self, work: Expectation, behaviour: Expectation, by: str = "kadis", **more: Any
    ) -> Appraisal:
        given = (self.appraisal, work, behaviour, DECISION, self.at, self.person[by])
        return operations.change(self.tx, *given, **more)

    def reopen(self, words: str = DECISION, by: str = "kadis") -> Appraisal:
        return operations.reopen(self.tx, self.appraisal, words, self.at, self.person[by])

    def amend(
        self, reason: str = "Dua kasus baru tercatat setelah pembekuan.", by: str = "hadi"
    ) -> Any:
        given = self.officer["sari"], self.now.period_id, reason, self.at, self.person[by]
        return opening.amend(self.tx, *given)

    def delivered(self) -> Appraisal:
        """Rated and confirmed by the head."""
        self.rate()
        return self.confirm()

    # --- what there is

    @property
    def now(self) -> Appraisal:
        """Sari's first appraisal."""
        statement = select(Appraisal).where(Appraisal.officer_id == self.officer["sari"])
        found = self.tx.session.exec(statement.order_by(col(Appraisal.id))).first()
        assert found is not None
        return found

    @property
    def appraisal(self) -> int:
        return self.now.id or 0

    @property
    def file(self) -> list[str]:
        return [row.step for row in steps.of(self.tx, self.appraisal)]

    @property
    def journal(self) -> list[str]:
        """The steps of Sari's appraisal as the journal has them."""
        found = self.tx.session.exec(
            select(JournalEntry)
            .where(JournalEntry.kind == Kind.APPRAISAL_STEP.value)
            .order_by(col(JournalEntry.id))
        )
        return [one.data["step"] for one in found if one.data["appraisal"] == self.appraisal]

    def told(self, name: str) -> list[str]:
        """Keys of what a person was told, in order."""
        statement = select(OutboxMessage).where(OutboxMessage.person_id == self.person[name])
        found = self.tx.session.exec(statement.order_by(col(OutboxMessage.id)))
        return [row.body["key"] for row in found if row.body["key"].startswith("appraisal-")]

    def refuses(self, act: Callable[..., Any], *arguments: Any, **named: Any) -> str:
        """The key of the refusal; what was done before it is rolled back, as the router does."""
        with pytest.raises(Refused) as refused, self.tx.savepoint():
            act(*arguments, **named)
        return refused.value.key


async def playing(database: Database, story: Callable[[Bureau], T]) -> T:
    """The story in one piece of work, in an office whose record of a quarter is frozen."""

    def work(tx: Transaction) -> T:
        return story(Bureau.found(tx))

    return await database.writer.run(work)


def officer(bureau: Bureau, name: str) -> Officer:
    return bureau.tx.session.get_one(Officer, bureau.officer[name])


def falls_short(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    """A new version of the record, in which the one planned indicator surely missed its target."""
    snapshot = tx.session.get_one(Snapshot, appraisal.snapshot_id)
    planned = (1, Aspect.TIME, "Pengaduan selesai tepat waktu", 90.0, 0.9, "%", Direction.AT_LEAST)
    line = IndicatorLine(
        *planned, Source.SYSTEM, "solved_on_time", None, Against.SHORT, None, "", ()
    )
    result = ResultLine(1, 1, Block.MAIN, "", "Pengaduan warga selesai", (line,), ())
    content = gathering.to_json(replace(sheet.thawed(tx, snapshot), results=(result,)))
    period = terms.period(tx, appraisal.period_id)
    by = appraisal.appraiser_id
    given = appraisal.officer_id, period, content, {}, at
    made = freezing.freeze(tx, *given, by=by, reason="Satu kasus baru tercatat.")
    appraisal.snapshot_id = made.id or 0
    tx.session.flush()
