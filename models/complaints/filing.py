"""A citizen sends a complaint: its ticket at once, its officers told, its limits promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import insert

from models import calendars, flood, journal, offices
from models.complaints import casework, limit_rules, sla, telling, tickets
from models.complaints.casework import Upload
from models.complaints.limits import CaseClass, proposed_class
from models.complaints.sla import Promise
from models.complaints.states import State
from models.complaints.tables import Case, Category, TicketYear
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Counter, Unit
from models.people import CONSENT_VERSION, Person

LEAST_TEXT = 10  # characters of a complaint
_years = table(TicketYear)
_next_number = (
    insert(_years)
    .values(year=bindparam("year"), last=1)
    .on_conflict_do_update(index_elements=["year"], set_={"last": _years.c.last + 1})
    .returning(_years.c.last)
)


@dataclass(frozen=True)
class Complaint:
    """What a citizen sends. text: what others may read, with insults and personal data masked;
    original: what was written, where it differs. name: only of who is not anonymous."""

    unit_id: int
    category: str
    text: str
    counter_id: int | None = None
    files: tuple[Upload, ...] = ()
    original: str | None = None
    anonymous: bool = True
    confidential: bool = False
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    place: str | None = None
    reading: dict[str, Any] | None = None  # nlp.Reading.to_json
    supervisory: bool | None = None  # for the inspectorate; None: as proposed
    previous_id: int | None = None  # an own case that ended too long ago to be reopened


@dataclass(frozen=True)
class Sent:
    case_id: int
    ticket: str
    unit_name: str
    zone: str
    promise: Promise
    supervisory: bool


def submit(tx: Transaction, person_id: int, complaint: Complaint, at: datetime) -> Sent:
    """A new case."""
    person = tx.session.get_one(Person, person_id)
    if person.consent_version < CONSENT_VERSION:
        raise Refused("consent-needed")
    flood.may_complain(tx, person_id, at)
    unit = offices.unit(tx, complaint.unit_id)
    _check(tx, complaint, person_id)
    case_class = _class_of(complaint)
    calendar_id, calendar = calendars.current(tx, unit, at)
    promise = sla.promise(calendar, at, case_class, limit_rules.of_unit(tx, unit, at))
    case = Case(
        ticket=_ticket(tx, unit, at),
        unit_id=complaint.unit_id,
        counter_id=complaint.counter_id,
        category=complaint.category,
        kind=case_class,
        supervisory=case_class is CaseClass.SUPERVISORY,
        text=casework.words(complaint.text, LEAST_TEXT),
        original=complaint.original,
        reporter_id=person_id,
        reporter=person.pseudonym,
        anonymous=complaint.anonymous,
        confidential=complaint.confidential,
        reporter_name=None if complaint.anonymous else complaint.name,
        latitude=complaint.latitude,
        longitude=complaint.longitude,
        place=complaint.place,
        state=State.SENT,
        calendar_id=calendar_id,
        received_at=at,
        first_answer_due=promise.first_answer,
        resolution_due=promise.resolution,
        previous_id=complaint.previous_id,
        reading=complaint.reading,
    )
    tx.session.add(case)
    tx.session.flush()
    casework.attach(tx, case, complaint.files, at)
    _enter(tx, case, promise, at)
    telling.of_new(tx, case, unit, at, "case-new", {})
    casework.done(tx, case, at)
    return Sent(case.id or 0, case.ticket, unit.name, unit.zone, promise, case.supervisory)


def _enter(tx: Transaction, case: Case, promise: Promise, at: datetime) -> None:
    """The head of its history: what it is filed as, and what was promised by which calendar."""
    journal.write(
        tx,
        Kind.CASE_SENT,
        at,
        actor_id=case.reporter_id,
        unit_id=case.unit_id,
        case_id=case.id,
        category=case.category,
        case_class=CaseClass(case.kind).value,
        supervisory=case.supervisory,
        calendar=case.calendar_id,
        verify_due=promise.verification.isoformat(),
        answer_due=promise.first_answer.isoformat(),
        resolution_due=promise.resolution.isoformat(),
    )


def _class_of(complaint: Complaint) -> CaseClass:
    """As the category and the words propose; the citizen may decide on the inspectorate."""
    proposed = proposed_class(complaint.category, complaint.reading)
    if complaint.supervisory is None or complaint.supervisory is (
        proposed is CaseClass.SUPERVISORY
    ):
        return proposed
    return CaseClass.SUPERVISORY if complaint.supervisory else CaseClass.ORDINARY


def _check(tx: Transaction, complaint: Complaint, person_id: int) -> None:
    if complaint.category not in set(Category):
        raise Refused("category-unknown")
    if len(complaint.files) > casework.MAX_FILES:
        raise Refused("files-too-many", limit=casework.MAX_FILES)
    if complaint.counter_id is not None:
        counter = tx.session.get(Counter, complaint.counter_id)  # also one that has closed since
        if counter is None or counter.unit_id != complaint.unit_id:
            raise Refused("counter-unknown")
    if complaint.previous_id is not None:
        previous = tx.session.get(Case, complaint.previous_id)
        if previous is None or previous.reporter_id != person_id:
            raise Refused("case-unknown")


def _ticket(tx: Transaction, unit: Unit, at: datetime) -> str:
    year = at.astimezone(ZoneInfo(unit.zone)).year
    number = tx.execute(_next_number, {"year": year}).scalar_one()
    return tickets.ticket(year, int(number))
