"""Whose record, of which period: found by the numbers in an address, for who may see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.web.pages.asked import Asked
from models import people
from models.appraisal import leaders, terms
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.local_days import local_day
from models.people import Authority, Officer

READERS = (Standing.OWN, Standing.LEADER, Standing.SUPERIOR)
"""Of what is said about a person. An admin arranges terms and periods and reads none of it."""
DEFAULT_ZONE = "Asia/Jakarta"


@dataclass(frozen=True, slots=True)
class Named:
    """A period with its name, as a text."""

    id: int
    key: str
    values: dict[str, Any]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Subject:
    """An officer whose pages are shown, and what the reader is to the officer."""

    id: int
    name: str
    position: str
    unit: str
    zone: str
    standing: Standing
    office_id: int | None

    @property
    def own(self) -> bool:
        return self.standing is Standing.OWN


def reader(tx: Transaction, asked: Asked) -> Officer:
    """Who asks, as an officer."""
    officer = authority(tx, asked).officer
    if officer is None:
        raise Refused("not-for-you")
    return officer


def authority(tx: Transaction, asked: Asked) -> Authority:
    return people.known_authority(tx, asked.person_id, asked.at)


def subject(
    tx: Transaction, asked: Asked, officer_id: int, allowed: Iterable[Standing] = READERS
) -> Subject:
    """The officer, for those who may read this; refused to everybody else, there or not."""
    leaders.entitled(tx, officer_id, asked.person_id, asked.at, *allowed)
    standing = leaders.standing(tx, officer_id, asked.person_id, asked.at)
    if standing is None:
        raise Refused("not-for-you")
    officer = tx.session.get_one(Officer, officer_id)
    unit = leaders.unit_of(tx, officer_id, asked.at)
    return Subject(
        id=officer_id,
        name=officer.name,
        position=officer.position,
        unit=unit.name if unit else "",
        zone=unit.zone if unit else DEFAULT_ZONE,
        standing=standing,
        office_id=leaders.office_of(tx, officer_id, asked.at),
    )


def period(tx: Transaction, officer: Subject, period_id: int) -> AppraisalPeriod:
    """Of the officer's office."""
    found = terms.period(tx, period_id)
    if found.office_id != officer.office_id:
        raise Refused("period-unknown")
    return found


def periods(tx: Transaction, officer: Subject, at: datetime) -> list[Named]:
    """That have begun, newest first."""
    if officer.office_id is None:
        return []
    today = local_day(officer.zone, at)
    return [named(one) for one in terms.of_office(tx, officer.office_id) if one.first_day <= today]


def named(one: AppraisalPeriod) -> Named:
    key, values = terms.label(one)
    return Named(one.id or 0, key, values, one.first_day, one.last_day)
