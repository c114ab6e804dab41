"""A town with many cases: a few thousand that the operations wrote, copied as often as needed.

200 units of 20 offices, each with two officers and a head, who between them have what the
operations make of it: nine in ten cases were answered and confirmed, one in twenty was turned down,
one in twenty is open. A copy is a row of its own with its own history and thread; only people and
units are the same.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from models import people, schema
from models.complaints import filing, operations
from models.complaints.filing import Complaint
from models.complaints.tables import Category
from models.database import Transaction, writing_engine
from models.offices import Office, Unit
from models.people import CONSENT_VERSION, Officer, Person, Role
from tests.bench.settings import FIRST_PERSON, PSEUDONYM_KEY

NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)  # Monday 09.30 WIB
UNITS, CITIZENS, WRITTEN = 200, 2000, 2000
COPIED = ("cases", "case_messages", "journal")
WORDS = (
    "Sudah tiga minggu berkas saya belum juga selesai, padahal dijanjikan lima hari kerja.",
    "Antrean di loket sangat panjang dan nomor antrean tidak dipanggil berurutan.",
    "Syaratnya berbeda dengan yang tertulis di papan pengumuman, mohon penjelasan.",
    "Kursi di ruang tunggu rusak dan kipas anginnya mati sejak bulan lalu.",
)


@dataclass
class CaseTown:
    """Telegram ids by which the bench acts."""

    units: list[int] = field(default_factory=list)
    officers: dict[int, list[int]] = field(default_factory=dict)  # unit: Telegram ids
    persons: dict[int, int] = field(default_factory=dict)  # Telegram id: people.id
    citizens: list[int] = field(default_factory=list)


def make(file: Path, cases: int) -> CaseTown:
    """Write the file anew, with `cases` cases (a multiple of `WRITTEN`)."""
    engine = writing_engine(f"sqlite:///{file}")
    schema.migrate(engine)
    town = CaseTown()
    with engine.begin() as connection:
        tx = Transaction(connection)
        _people(tx, town)
        _cases(tx, town)
        tx.finish()
    with engine.begin() as connection:
        _copy(connection, cases // WRITTEN)
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()
    return town


def _people(tx: Transaction, town: CaseTown) -> None:
    for number in range(UNITS):
        if number % 10 == 0:
            office = Office(name=f"Dinas {number // 10}")
            tx.session.add(office)
            tx.session.flush()
        unit = Unit(office_id=office.id or 0, name=f"Loket {number}")
        tx.session.add(unit)
        tx.session.flush()
        town.units.append(unit.id or 0)
        crew = [_person(tx, town, FIRST_PERSON + number * 3 + place) for place in range(3)]
        town.officers[unit.id or 0] = crew[:2]
        for role, telegram_id in zip((Role.OFFICER, Role.OFFICER, Role.HEAD), crew, strict=True):
            officer = Officer(
                nip=f"{telegram_id:018d}", name="Petugas", person_id=town.persons[telegram_id]
            )
            tx.session.add(officer)
            tx.session.flush()
            people.appoint(tx, officer, role, NOW - timedelta(days=400), unit_id=unit.id)
    for number in range(CITIZENS):
        town.citizens.append(_person(tx, town, FIRST_PERSON + 10_000 + number))


def _person(tx: Transaction, town: CaseTown, telegram_id: int) -> int:
    person = Person(
        telegram_id=telegram_id,
        pseudonym=people.pseudonym(PSEUDONYM_KEY, telegram_id),
        consent_version=CONSENT_VERSION,
        consented_at=NOW,
        created_at=NOW,
    )
    tx.session.add(person)
    tx.session.flush()
    town.persons[telegram_id] = person.id or 0
    return telegram_id


def _cases(tx: Transaction, town: CaseTown) -> None:
    chance = random.Random(2026)
    for number in range(WRITTEN):
        unit_id = town.units[number % UNITS]
        citizen = town.persons[town.citizens[number % CITIZENS]]
        officer = town.persons[town.officers[unit_id][number % 2]]
        fate = number // UNITS % 20
        days = chance.uniform(0, 10) if fate == 0 else chance.uniform(15, 300)
        at = NOW - timedelta(days=days)
        complaint = Complaint(
            unit_id=unit_id,
            category=chance.choice([c for c in Category if c is not Category.PUNGLI]),
            text=f"{chance.choice(WORDS)} Berkas nomor {number}.",
        )
        sent = filing.submit(tx, citizen, complaint, at)
        later = at + timedelta(hours=chance.uniform(1, 48))
        if fate == 0:
            if number % 2:
                operations.take(tx, sent.case_id, officer, min(later, NOW))
        elif fate == 1:
            operations.reject(tx, sent.case_id, officer, "unclear", "Belum jelas bagi kami.", later)
        else:
            operations.answer(tx, sent.case_id, officer, "Sudah kami selesaikan hari ini.", later)
            operations.confirm(tx, sent.case_id, citizen, later + timedelta(hours=5))
        if number % 200 == 0:
            tx.session.flush()
            tx.session.expunge_all()


def _copy(connection: Connection, times: int) -> None:
    """Each copy keeps everything but its ids, the ticket, and the case its rows belong to. The
    indexes are made anew afterwards, which is much faster than keeping them."""
    indexes = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
        f"AND tbl_name IN {COPIED}"
    ).all()
    for index in indexes:
        connection.exec_driver_sql(f"DROP INDEX {index.name}")
    _copy_rows(connection, times)
    for index in indexes:
        connection.exec_driver_sql(index.sql)


def _copy_rows(connection: Connection, times: int) -> None:
    for table in COPIED:
        names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
        step = connection.exec_driver_sql(f"SELECT max(id) FROM {table}").scalar_one()
        cases = connection.exec_driver_sql("SELECT max(id) FROM cases").scalar_one()
        shift = {"id": step, "case_id": WRITTEN if table != "cases" else cases}
        chosen = ", ".join(_shifted(name, shift) for name in names)
        for number in range(1, times):
            connection.exec_driver_sql(
                f"INSERT INTO {table} ({', '.join(names)}) "
                f"SELECT {chosen} FROM {table} WHERE id <= {step} ORDER BY id",
                {"n": number},
            )


def _shifted(name: str, shift: dict[str, int]) -> str:
    if name == "ticket":
        return "'SW-26-' || printf('%07d', id + :n * 10000) || '-X'"
    return f"{name} + :n * {shift[name]}" if name in shift else name
