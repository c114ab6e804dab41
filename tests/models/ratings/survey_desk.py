"""A unit whose citizens fill in the survey, for tests of its operations."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlmodel import select

from models.database import Transaction
from models.offices import Office, Service, Unit
from models.ratings import operations, surveys
from models.ratings.tables import Asked

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday, 09.00 WIB
DAY = date(2026, 11, 23)


def unit(tx: Transaction, name: str = "Loket KTP") -> int:
    home = tx.session.exec(select(Office)).first() or Office(
        name="Dinas Dukcapil", zone="Asia/Jakarta"
    )
    tx.session.add(home)
    tx.session.flush()
    made = Unit(office_id=home.id or 0, name=name, zone=home.zone)
    tx.session.add(made)
    tx.session.flush()
    return made.id or 0


def service(tx: Transaction, unit_id: int, name: str = "Cetak KTP-el") -> int:
    made = Service(unit_id=unit_id, name=name, duration="24 hours")
    tx.session.add(made)
    tx.session.flush()
    return made.id or 0


def rating(
    tx: Transaction, unit_id: int, rater: str = "budi", score: int = 3, at: datetime = NOW
) -> int:
    return operations.give(tx, rater, unit_id, score, at, asked=Asked.UNIT).rating_id


def begun(tx: Transaction, unit_id: int, rater: str = "budi") -> int:
    return surveys.begin(tx, rating(tx, unit_id, rater), rater, NOW).id


def answered(tx: Transaction, unit_id: int, rater: str, score: int = 3) -> int:
    """A questionnaire with the same answer everywhere."""
    survey = surveys.begin(tx, rating(tx, unit_id, rater), rater, NOW)
    for question in survey.form.questions:
        surveys.answer(tx, survey.id, rater, question.key, score, NOW)
    return survey.id
