"""What follows when a message could not be delivered: the unit learns of it."""

from __future__ import annotations

from datetime import datetime

from handlers.message import body
from models import journal, outbox, people
from models.complaints import queries as cases
from models.database import Transaction
from models.journal import Kind
from models.offices import Unit
from models.outbox import Due, Lost, Outgoing
from models.people import Role


def unreachable(tx: Transaction, row: Due, at: datetime, reason: str) -> None:
    """403: the person blocked the bot. Everything that waits for them is given up."""
    outbox.mark_failed(tx, row.id, at, reason)
    others = outbox.fail_all_to(tx, row.person_id, at, reason)
    outbox.mark_unreachable(tx, row.person_id, at)
    told: set[int | None] = set()
    for lost in (Lost(row.id, row.unit_id, row.case_id), *others):
        _enter(tx, lost, at)
        if lost.case_id not in told:
            _tell_unit(tx, lost, row.person_id, at)
        told.add(lost.case_id)


def given_up(tx: Transaction, row: Due, at: datetime) -> None:
    """Enter it in the journal, and tell the officers of the unit whose message it was."""
    lost = Lost(row.id, row.unit_id, row.case_id)
    _enter(tx, lost, at)
    _tell_unit(tx, lost, row.person_id, at)


def _enter(tx: Transaction, lost: Lost, at: datetime) -> None:
    journal.write(
        tx, Kind.UNDELIVERABLE, at, unit_id=lost.unit_id, case_id=lost.case_id, message=lost.id
    )


def _tell_unit(tx: Transaction, lost: Lost, person_id: int, at: datetime) -> None:
    if lost.unit_id is None or lost.case_id is None:
        return
    unit = tx.session.get_one(Unit, lost.unit_id)  # also when it has been closed since
    values = {"ticket": cases.ticket_of(tx, lost.case_id)}
    for officer in people.holders(tx, Role.OFFICER, at, unit_id=unit.id, office_id=unit.office_id):
        if officer.person_id is not None and officer.person_id != person_id:
            told = body("undelivered-notice", values)
            # no unit_id: a notice about a failed notice would never end
            outbox.put(tx, Outgoing(officer.person_id, told), at)
