"""Supervisory cases and those who may read them; and what is done while nobody may.

A supervisory case is nobody's but the inspectorate's. Where none of them may read it, those who can
invite somebody are told every day how many wait, and nothing about them: also not whether there is
an inspector already, who may have sent one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import col, select

from models import journal, outbox, people
from models.complaints import access, notices
from models.complaints.states import State
from models.complaints.tables import Case
from models.database import Transaction
from models.journal import JournalEntry, Kind
from models.offices import Office, Unit
from models.outbox import Outgoing
from models.people import Authority, Officer, Role

CALLS_FROM = 8  # o'clock in the office's zone: nobody is called for an inspector at night
CALLS_KEPT = timedelta(days=2)  # an earlier call is no longer looked at
PAGE = 8


@dataclass(frozen=True)
class Line:
    """A supervisory case in the inspector's list: nothing of what it says."""

    case_id: int
    ticket: str
    state: State
    unit_name: str
    zone: str
    received_at: datetime
    due: datetime | None  # None while no clock runs
    overdue: bool
    holder_name: str | None
    mine: bool


@dataclass(frozen=True)
class Listed:
    """A page of the list. number: of all cases in it."""

    number: int
    lines: tuple[Line, ...]


def inspected(tx: Transaction, authority: Authority) -> dict[int, Unit]:
    """The units whose supervisory cases this person may read, by id."""
    every = tx.session.exec(select(Unit))
    return {unit.id or 0: unit for unit in every if access.inspects(authority, unit)}


def listed(
    tx: Transaction, person_id: int, at: datetime, *, ended: bool = False, page: int = 0
) -> Listed:
    """The supervisory cases a person may read: the open ones, the nearest end first; or the ended
    ones, newest first. Nobody sees one of their own."""
    authority = people.authority(tx, person_id, at)
    units = inspected(tx, authority)
    which = [
        col(Case.supervisory).is_(True),
        (col(Case.unit_id) + 0).in_(list(units)),  # not by its index: few are supervisory
        col(Case.reporter_id).is_distinct_from(person_id),
        col(Case.resolved_at).is_not(None) if ended else col(Case.resolved_at).is_(None),
    ]
    order: list[Any] = [col(Case.next_due).is_(None), col(Case.next_due)]
    if ended:
        order = [col(Case.resolved_at).desc()]
    found = tx.session.exec(
        select(Case)
        .where(*which)
        .order_by(*order, col(Case.id))
        .offset(max(page, 0) * PAGE)
        .limit(PAGE)
    )
    number = tx.session.exec(select(func.count()).select_from(Case).where(*which)).one()
    own = authority.officer.id if authority.officer else None
    lines = tuple(_line(tx, case, units[case.unit_id], own, at) for case in found)
    return Listed(number, lines)


def _line(tx: Transaction, case: Case, unit: Unit, own: int | None, at: datetime) -> Line:
    holder = access.holder(tx, case, at)
    return Line(
        case_id=case.id or 0,
        ticket=case.ticket,
        state=State(case.state),
        unit_name=unit.name,
        zone=unit.zone,
        received_at=case.received_at,
        due=case.next_due,
        overdue=case.next_due is not None and case.next_due < at,
        holder_name=holder.name if holder else None,
        mine=holder is not None and holder.id == own,
    )


def by_ticket(tx: Transaction, ticket: str, person_id: int, at: datetime) -> int | None:
    """Id of a supervisory case the person may read; None for any other ticket."""
    case = tx.session.exec(
        select(Case).where(Case.ticket == ticket, col(Case.supervisory).is_(True))
    ).first()
    if case is None or case.reporter_id == person_id:
        return None
    unit = access.unit_of(tx, case.unit_id)
    return case.id if access.inspects(people.authority(tx, person_id, at), unit) else None


# --- an inspector is wanted


def unattended(tx: Transaction, at: datetime) -> list[Case]:
    """Open supervisory cases that nobody may read."""
    open_ones = tx.session.exec(
        select(Case).where(col(Case.supervisory).is_(True), col(Case.resolved_at).is_(None))
    )
    readers: dict[int, set[int | None]] = {}
    left = []
    for case in sorted(open_ones, key=lambda one: one.id or 0):
        if case.unit_id not in readers:
            found = reading(tx, access.unit_of(tx, case.unit_id), at)
            readers[case.unit_id] = {one.person_id for one in found}
        if not readers[case.unit_id] - {case.reporter_id}:
            left.append(case)
    return left


def reading(tx: Transaction, unit: Unit, at: datetime) -> list[Officer]:
    """The inspectorate's people for a unit, at work or on leave."""
    found = people.holders(tx, Role.INSPECTOR, at, unit_id=unit.id, office_id=unit.office_id)
    return [one for one in found if access.inspects(_authority(tx, one, at), unit)]


def _authority(tx: Transaction, officer: Officer, at: datetime) -> Authority:
    return Authority(officer, tuple(people.appointments_of(tx, officer.id or 0, at)))


def call(tx: Transaction, at: datetime) -> int:
    """Tell those who can invite somebody that supervisory cases wait for a reader; at once, then
    once a day until there is one. Returns how many people were told."""
    waiting = unattended(tx, at)
    offices = _offices(tx, waiting)
    called = _calls(tx, at)
    due = [one for one in offices if _is_due(one, called.get(one.id or 0), at)]
    told = 0
    for admin, theirs in _admins(tx, due, at).items():
        outbox.put(tx, Outgoing(admin, _wanted(len(waiting), theirs)), at)
        told += 1
    if told:
        ids = [office.id for office in due]
        journal.write(tx, Kind.INSPECTOR_WANTED, at, offices=ids, waiting=len(waiting))
    return told


def _offices(tx: Transaction, cases: Iterable[Case]) -> list[Office]:
    ids = {access.unit_of(tx, case.unit_id).office_id for case in cases}
    found = select(Office).where(col(Office.id).in_(ids)).order_by(col(Office.id))
    return list(tx.session.exec(found))


def _calls(tx: Transaction, at: datetime) -> dict[int, datetime]:
    """When each office was called for last."""
    entries = tx.session.exec(
        select(JournalEntry)
        .where(JournalEntry.kind == Kind.INSPECTOR_WANTED, JournalEntry.at > at - CALLS_KEPT)
        .order_by(col(JournalEntry.id))
    )
    return {office_id: entry.at for entry in entries for office_id in entry.data["offices"]}


def _is_due(office: Office, last: datetime | None, at: datetime) -> bool:
    if last is None:
        return True
    now = at.astimezone(ZoneInfo(office.zone))
    return now.date() > last.astimezone(now.tzinfo).date() and now.hour >= CALLS_FROM


def _admins(tx: Transaction, offices: Sequence[Office], at: datetime) -> dict[int, list[Office]]:
    """Whom to tell, by the person's id: the admins of everything; without any, each office's."""
    everywhere = people.holders(tx, Role.ADMIN, at, unit_id=None, office_id=None)
    found: dict[int, list[Office]] = {}
    for office in offices:
        own = people.holders(tx, Role.ADMIN, at, unit_id=None, office_id=office.id)
        for admin in everywhere or own:
            if admin.person_id is not None:
                found.setdefault(admin.person_id, []).append(office)
    return found


def _wanted(waiting: int, offices: Sequence[Office]) -> dict[str, Any]:
    names = {"listed": [office.name for office in offices], "between": ", "}
    return {
        "key": "inspector-wanted",
        "values": {"n": waiting, "offices": names},
        "buttons": [[{"label": notices.text("button-invite"), "data": "invite"}]],
    }


def waiting_for(tx: Transaction, person_id: int, at: datetime) -> int:
    """How many open supervisory cases wait for who has just joined."""
    return listed(tx, person_id, at).number
