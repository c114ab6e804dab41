"""What follows when a message could not be delivered: the unit learns of it."""

from __future__ import annotations

from datetime import datetime

from handlers.message import body
from models import journal, outbox
from models.complaints import queries as cases
from models.complaints import telling
from models.database import Transaction
from models.journal import Kind
from models.outbox import Due, Lost, Outgoing


def unreachable(tx: Transaction, row: Due, at: datetime, reason: str) -> None:
    """403: the person blocked the bot. Everything that waits for them is given up.

    Of one case at most an officer is told: several notices at once would say that one person sent
    those cases, also the anonymous ones. The others are told of when their own turn fails.
    """
    outbox.mark_failed(tx, row.id, at, reason)
    others = outbox.fail_all_to(tx, row.person_id, at, reason)
    outbox.mark_unreachable(tx, row.person_id, at)
    every = (Lost(row.id, row.unit_id, row.case_id), *others)
    for lost in every:
        _enter(tx, lost, at)
    first = next((lost for lost in every if lost.case_id is not None), None)
    if first is not None:
        _tell_unit(tx, first, row.person_id, at)


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
    """Its officers; of a supervisory case the inspectorate's people."""
    if lost.case_id is None:
        return
    told = body("undelivered-notice", {"ticket": cases.ticket_of(tx, lost.case_id)})
    for officer in telling.crew_of(tx, lost.case_id, at):
        if officer.person_id is not None and officer.person_id != person_id:
            # no unit_id: a notice about a failed notice would never end
            outbox.put(tx, Outgoing(officer.person_id, told), at)
