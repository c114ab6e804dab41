"""Cases whose holder goes on leave or has left: they go to the stand-in, or back to the unit.

Nobody's case waits for somebody who is not there. It is done once, when the leave begins or the
appointment ends, and each of those concerned is told in one message.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, select

from models import leaves
from models.complaints import access, handover, notices, reminders
from models.complaints.tables import Case
from models.database import Transaction
from models.leaves import Leave
from models.offices import Unit
from models.people import Officer, Role

BATCH = 10  # leaves begun in one transaction


@dataclass(frozen=True)
class Moved:
    """A case that changed hands."""

    case_id: int
    ticket: str
    category: str
    unit_id: int
    supervisory: bool


@dataclass
class Handed:
    """What became of the cases of one officer, and who is to be told."""

    officer: Officer
    stand_in: Officer | None = None
    until: datetime | None = None  # the end of the leave; None: gone for good
    given: list[Moved] = field(default_factory=list)  # to the stand-in
    returned: list[Moved] = field(default_factory=list)  # to their units

    @property
    def moved(self) -> list[Moved]:
        return [*self.given, *self.returned]


def begin_leaves(tx: Transaction, at: datetime, limit: int = BATCH) -> list[Handed]:
    """Hand over what is held by those whose leave has begun."""
    found = []
    for leave in leaves.to_begin(tx, at, limit):
        leaves.begin(tx, leave, at)
        if leave.until_at > at:
            found.append(_begin(tx, leave, at))
    return found


def _begin(tx: Transaction, leave: Leave, at: datetime) -> Handed:
    officer = tx.session.get_one(Officer, leave.officer_id)
    stand_in = tx.session.get(Officer, leave.stand_in_id) if leave.stand_in_id else None
    handed = Handed(officer, stand_in, leave.until_at)
    for case in _held(tx, officer):
        _move(tx, case, handed, at, None)
    return handed


def release(tx: Transaction, officer_id: int, at: datetime, by: int | None) -> Handed:
    """Give back the open cases of an officer who may not work on them any more."""
    handed = Handed(tx.session.get_one(Officer, officer_id))
    for case in _held(tx, handed.officer):
        if not access.serves(tx, officer_id, case, at):
            _move(tx, case, handed, at, by)
    return handed


def _held(tx: Transaction, officer: Officer) -> Sequence[Case]:
    statement = select(Case).where(Case.holder_id == officer.id, col(Case.resolved_at).is_(None))
    return tx.session.exec(statement.order_by(col(Case.id)).with_for_update()).all()


def _move(tx: Transaction, case: Case, handed: Handed, at: datetime, by: int | None) -> None:
    given = handover.pass_on(tx, case, handed.stand_in, at, by)
    moved = Moved(case.id or 0, case.ticket, case.category, case.unit_id, case.supervisory)
    (handed.given if given else handed.returned).append(moved)


def crews(tx: Transaction, moved: Iterable[Moved], at: datetime) -> dict[int, list[Moved]]:
    """Whom to tell of cases that nobody holds now, by the person's id: who can take each."""
    found: dict[int, list[Moved]] = {}
    for one in moved:
        case = tx.session.get_one(Case, one.case_id)
        for officer in notices.crew(tx, case, access.unit_of(tx, case.unit_id), at):
            found.setdefault(officer.person_id or 0, []).append(one)
    return found


def heads(tx: Transaction, officer_id: int, at: datetime) -> list[int]:
    """Ids of the people who head the units the officer serves in, without the officer; where a
    unit has none, those of the office."""
    found = [
        head.person_id
        for unit in leaves.units_of(tx, officer_id, at)
        for head in _heads_of(tx, unit, at)
        if head.id != officer_id and head.person_id is not None
    ]
    return list(dict.fromkeys(found))


def _heads_of(tx: Transaction, unit: Unit, at: datetime) -> list[Officer]:
    own = reminders.appointed(tx, Role.HEAD, at, unit_id=unit.id)
    return own or reminders.appointed(tx, Role.HEAD, at, office_id=unit.office_id)
