"""A small town for the reports: two offices, three units, citizens, two officers, and shorthand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers import evidence
from models import people
from models.appraisal import operations as appraisal
from models.complaints import filing
from models.complaints import operations as complaints
from models.complaints.filing import Complaint
from models.database import Transaction
from models.offices import Counter, Office, RosterEntry, Unit
from models.people import CONSENT_VERSION, Officer, Person, Role
from models.ratings import operations as ratings

WIB = ZoneInfo("Asia/Jakarta")


def wib(text: str) -> datetime:
    """An instant from local time in Jakarta, such as "2026-11-16 10:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


LONG_AGO = wib("2026-01-05 08:00")


def reading(label: str | None, *aspects: str, clause: str = "", corruption: bool = False) -> dict:
    """A stored reading, as far as the reports look at it."""
    return {
        "sentiment": {"label": label},
        "aspects": [{"key": key, "clause": clause} for key in aspects],
        "redacted": clause,
        "corruption": corruption,
    }


@dataclass
class ReportedTown:
    """Ids of what the town has; every act is one operation."""

    tx: Transaction
    office: int = 0
    unit: int = 0
    sibling: int = 0
    far: int = 0  # a unit of another office, in WIT
    far_office: int = 0
    counter: int = 0
    officer: int = 0
    officer_person: int = 0
    citizens: list[int] = field(default_factory=list)
    workers: dict[int | None, int] = field(default_factory=dict)  # by unit, a person who serves

    @classmethod
    def build(cls, tx: Transaction) -> ReportedTown:
        town = cls(tx)
        town.office = town._put(Office(name="Dinas Dukcapil"))
        town.far_office = town._put(Office(name="Distrik Wanggar", zone="Asia/Jayapura"))
        town.unit = town._put(Unit(office_id=town.office, name="Loket KTP"))
        town.sibling = town._put(Unit(office_id=town.office, name="Loket Akta"))
        town.far = town._put(
            Unit(office_id=town.far_office, name="Pelayanan Wanggar", zone="Asia/Jayapura")
        )
        town.counter = town._put(Counter(unit_id=town.unit, name="Loket 1"))
        town.officer, town.officer_person = town.staff("198001012005011001", town.unit)
        town._put(RosterEntry(counter_id=town.counter, officer_id=town.officer, from_at=LONG_AGO))
        town.citizens = [town.person(number) for number in range(100, 160)]
        return town

    def person(self, number: int) -> int:
        return self._put(
            Person(
                telegram_id=number,
                pseudonym=f"p{number}",
                consent_version=CONSENT_VERSION,
                created_at=LONG_AGO,
            )
        )

    def staff(self, nip: str, unit_id: int | None, role: Role = Role.OFFICER) -> tuple[int, int]:
        """Ids of an officer and of the person in the chat."""
        person = self.person(int(nip[-4:]))
        officer = Officer(nip=nip, name=f"Petugas {nip[-2:]}", person_id=person)
        self._put(officer)
        people.appoint(self.tx, officer, role, LONG_AGO, unit_id=unit_id)
        self.workers.setdefault(unit_id, person)
        return officer.id or 0, person

    def rates(
        self,
        citizen: int,
        score: int,
        at: str,
        unit: int | None = None,
        *,
        counter: bool = False,
        asked: str = "unit",
    ) -> int:
        """One rating, with its evidence when it was given at the counter; its id."""
        unit_id, when = unit or self.unit, wib(at)
        given = ratings.give(
            self.tx,
            f"p{100 + citizen}",
            unit_id,
            score,
            when,
            asked="counter" if counter else asked,
            counter_id=self.counter if counter else None,
            actor_id=self.citizens[citizen],
        )
        if given.officer_id is not None and given.changed_from is None:
            appraisal.rated(
                self.tx, given.rating_id, given.officer_id, unit_id, when, given.unit_zone
            )
        return given.rating_id

    def says(self, citizen: int, rating: int, at: str, read: dict) -> None:
        ratings.comment(
            self.tx, f"p{100 + citizen}", rating, "kata-kata", read, wib(at), self.citizens[citizen]
        )

    def complains(
        self,
        citizen: int,
        at: str,
        unit: int | None = None,
        category: str = "waktu",
        read: dict | None = None,
    ) -> int:
        return self.complains_at(citizen, wib(at), unit or self.unit, category, read)

    def complains_at(
        self, citizen: int, at: datetime, unit: int, category: str, read: dict | None = None
    ) -> int:
        words = "Sudah dua minggu belum jadi."
        complaint = Complaint(unit, category, words, reading=read)
        return filing.submit(self.tx, self.citizens[citizen], complaint, at).case_id

    def takes(self, case: int, at: str) -> None:
        complaints.take(self.tx, case, self.officer_person, wib(at))

    def answers(self, case: int, at: str, person: int | None = None) -> None:
        by = person or self.officer_person
        evidence.keep(self.tx, complaints.answer(self.tx, case, by, "Sudah kami cek.", wib(at)))

    def confirms(self, case: int, citizen: int, at: str) -> None:
        evidence.keep(self.tx, complaints.confirm(self.tx, case, self.citizens[citizen], wib(at)))

    def _put(self, row: object) -> int:
        self.tx.session.add(row)
        self.tx.session.flush()
        number = getattr(row, "id", None)
        assert isinstance(number, int)
        return number
