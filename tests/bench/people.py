"""A migrated SQLite file with one unit and people who have agreed to the notice."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from models import people, schema
from models.database import Transaction, writing_engine
from models.offices import Office, Unit
from models.people import CONSENT_VERSION, Person
from tests.bench.settings import FIRST_PERSON, PSEUDONYM_KEY


def make_town(file: Path, count: int) -> None:
    """Write the file anew, with `count` people from `FIRST_PERSON` on."""
    engine = writing_engine(f"sqlite:///{file}")
    schema.migrate(engine)
    with engine.begin() as connection:
        transaction = Transaction(connection)
        _fill(transaction, count)
        transaction.finish()
    engine.dispose()


def _fill(tx: Transaction, count: int) -> None:
    office = Office(name="Dinas Dukcapil", zone="Asia/Jakarta")
    tx.session.add(office)
    tx.session.flush()
    tx.session.add(Unit(office_id=office.id or 0, name="Loket KTP", zone="Asia/Jakarta"))
    at = datetime.now(UTC)
    for telegram_id in range(FIRST_PERSON, FIRST_PERSON + count):
        tx.session.add(
            Person(
                telegram_id=telegram_id,
                pseudonym=people.pseudonym(PSEUDONYM_KEY, telegram_id),
                consent_version=CONSENT_VERSION,
                consented_at=at,
                created_at=at,
            )
        )
