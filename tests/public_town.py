"""A town for the public pages: a unit with everything, one with little, one closed, one named by a
prankster; and the web side that shows it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models.complaints import filing, operations
from models.complaints.filing import Complaint
from models.database import Transaction, writing_engine
from models.offices import Office, Service, Unit
from models.people import CONSENT_VERSION, Officer, Person, Role, appoint
from models.ratings.survey_tables import Population
from models.ratings.tables import Asked, RatingInvitation
from models.visits import sums as visit_sums
from models.visits.tables import Outcome, Source, Visit
from tests.models.reports.surveyed_unit import WORKED, SurveyedUnit, wib

NOW = wib("2026-11-23 09:00")  # Monday; the third quarter is over
BEGIN = wib("2025-01-06 08:00")
PRANK = '<script>alert("x")</script> & =1+1 Loket'
QUARTERS = (("2025-11-12", -9), ("2026-02-11", -4), ("2026-05-13", 2), ("2026-08-12", 9))
"""A day of each quarter, and by how much its totals differ from the worked case of the rules."""
SCORES = (4, 4, 3, 4, 3, 2, 4, 3, 4, 1)


@dataclass
class PublicTown:
    """Ids of the units."""

    tx: Transaction
    rich: int = 0
    poor: int = 0
    closed: int = 0
    prank: int = 0
    citizens: list[int] = field(default_factory=list)
    officer: int = 0  # the person

    @classmethod
    def build(cls, tx: Transaction) -> PublicTown:
        town = cls(tx)
        town._rich()
        town._others()
        tx.finish()
        return town

    def _rich(self) -> None:
        unit = SurveyedUnit.build(self.tx, "Loket KTP-el dan KK")
        self.rich = unit.unit
        for day, more in QUARTERS:
            totals = {key: total + more for key, total in WORKED.items()}
            unit.everybody(totals, at=wib(f"{day} 10:00"))
        self.put(Population(unit_id=unit.unit, period="2026-Q3", served=1200, at=NOW))
        for place in range(60):
            asked = (Asked.VISIT, Asked.COUNTER, Asked.SEARCH)[place % 3]
            rating = unit.rates(SCORES[place % 10], NOW - timedelta(days=1 + place), asked)
            if place in (7, 11):
                unit.excludes(rating, at=NOW - timedelta(days=1))
            if place == 13:
                unit.withdraws(rating, NOW - timedelta(days=1))
        self._invited(unit)
        self._visited(unit)
        self._complained()

    def _invited(self, unit: SurveyedUnit) -> None:
        for place in range(12):
            person, day = unit.person(), NOW - timedelta(days=2 + place)
            rating = unit.rates(3, day, Asked.INVITED) if place < 6 else None
            self.put(
                RatingInvitation(
                    person_id=person,
                    unit_id=unit.unit,
                    day=day.date(),
                    sent_at=day,
                    rating_id=rating,
                )
            )

    def _visited(self, unit: SurveyedUnit) -> None:
        for place in range(70):
            at = NOW - timedelta(days=1 + place)
            minutes = 60.0 * (6 + 7 * place % 30)
            visit = Visit(
                unit_id=unit.unit,
                service_id=unit.services[place % 8 == 0],
                day=at.date(),
                source=Source.API,
                started_at=at,
                ended_at=at + timedelta(minutes=minutes),
                outcome=Outcome.DONE,
                promised="24 hours",
                minutes=minutes,
                within=minutes <= 24 * 60,
            )
            self.put(visit)
            visit_sums.add(self.tx, visit)

    def _complained(self) -> None:
        self.staff(self.rich, "1" * 18, 900)
        for place in range(14):
            at = wib("2026-09-07 09:00") + timedelta(days=3 * place)
            self.complains(self.rich, at, answered=place != 12, citizen=place)
        self.complains(self.rich, wib("2026-10-05 09:00"), supervisory=True)

    def staff(self, unit_id: int, nip: str, number: int) -> None:
        """Who answers complaints from now on."""
        officer = Officer(nip=nip, name="Sari Rahasia", person_id=self.person(number))
        self.put(officer)
        appoint(self.tx, officer, Role.OFFICER, BEGIN, unit_id=unit_id)
        self.officer = officer.person_id or 0

    def complains(
        self,
        unit_id: int,
        at: datetime,
        *,
        answered: bool = True,
        supervisory: bool = False,
        citizen: int = 50,
    ) -> int:
        """A complaint, answered and confirmed within hours; the id of its case."""
        person = self.person(1000 + citizen)
        complaint = Complaint(
            unit_id=unit_id,
            category="pungli" if supervisory else "waktu",
            text="Antrean panjang sekali, mohon diperiksa.",
            supervisory=supervisory,
        )
        case_id = filing.submit(self.tx, person, complaint, at).case_id
        if answered and not supervisory:
            later = at + timedelta(hours=3 + 7 * (citizen % 5))
            operations.answer(self.tx, case_id, self.officer, "Sudah kami perbaiki.", later)
            operations.confirm(self.tx, case_id, person, later + timedelta(hours=20))
        return case_id

    def _others(self) -> None:
        office = self.put(Office(name="Puskesmas Rambai Hulu"))
        self.poor = self.unit(office, "Poli umum")
        self.prank = self.unit(office, PRANK, service="=1+1")
        self.closed = self.unit(office, "Loket lama", closed_at=wib("2026-06-30 15:00"))
        few = SurveyedUnit(self.tx, self.poor, raters=5000)
        for _ in range(3):
            few.rates(2, NOW - timedelta(days=3))
        few.rates(1, NOW)  # of today: not in the figures yet

    def unit(
        self,
        office: int,
        name: str,
        *,
        closed_at: datetime | None = None,
        service: str = "Pemeriksaan umum",
    ) -> int:
        unit = self.put(Unit(office_id=office, name=name, closed_at=closed_at))
        self.put(Service(unit_id=unit, name=service))
        return unit

    def person(self, number: int) -> int:
        return self.put(
            Person(
                telegram_id=number + 100_000,
                pseudonym=f"citizen {number}",
                consent_version=CONSENT_VERSION,
                consented_at=BEGIN,
                created_at=BEGIN,
            )
        )

    def put(self, row: object) -> int:
        self.tx.session.add(row)
        self.tx.session.flush()
        return getattr(row, "id", 0) or 0


@pytest.fixture(scope="session")
def public_template(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, PublicTown]:
    """A database that holds the town, for all tests of the pages. Copy it before writing."""
    file = tmp_path_factory.mktemp("public") / "town.db"
    shutil.copy(sqlite_template, file)
    engine = writing_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        town = PublicTown.build(Transaction(connection))
    engine.dispose()
    return file, town
