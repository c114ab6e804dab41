"""What follows when a message could not be delivered: the unit learns of it."""

from __future__ import annotations

from datetime import datetime

from handlers.turn import body
from models import journal, offices, outbox, people
from models.complaints import queries as cases
from models.database import Transaction
from models.journal import Kind
from models.outbox import Due, Outgoing
from models.people import Role


def unreachable(tx: Transaction, row: Due, at: datetime, reason: str) -> None:
    """403: the person blocked the bot. Everything that waits for them is given up."""
    outbox.mark_failed(tx, row.id, at, reason)
    outbox.fail_all_to(tx, row.person_id, at, reason)
    outbox.mark_unreachable(tx, row.person_id, at)
    given_up(tx, row, at)


def given_up(tx: Transaction, row: Due, at: datetime) -> None:
    """Enter it in the journal, and tell the officers of the unit whose message it was."""
    journal.write(
        tx, Kind.UNDELIVERABLE, at, unit_id=row.unit_id, case_id=row.case_id, message=row.id
    )
    if row.unit_id is None or row.case_id is None:
        return
    unit = offices.unit(tx, row.unit_id)
    values = {"ticket": cases.ticket_of(tx, row.case_id)}
    for officer in people.holders(tx, Role.OFFICER, at, unit_id=unit.id, office_id=unit.office_id):
        if officer.person_id is not None and officer.person_id != row.person_id:
            told = body("undelivered-notice", values)
            # no unit_id: a notice about a failed notice would never end
            outbox.put(tx, Outgoing(officer.person_id, told), at)
