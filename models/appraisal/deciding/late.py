"""Facts that came after a record was frozen: who leads the officer and the office's admins are told
once of each version, and may amend it with a reason (`opening.amend`)."""

from __future__ import annotations

from datetime import datetime

from models.appraisal import leaders
from models.appraisal.deciding import notices
from models.appraisal.evidence import lateness
from models.appraisal.evidence.lateness import Due
from models.appraisal.evidence.tables import Snapshot
from models.appraisal.leaders import Standing
from models.database import Transaction
from models.offices import Unit
from models.people import Officer, Role, holders

AMENDING = (Standing.LEADER, Standing.SUPERIOR, Standing.ADMIN)


def run(tx: Transaction, at: datetime) -> bool:
    """Tell of what is due; says whether there may be more."""
    found, more = lateness.due(tx, at)
    for one in found:
        _tell(tx, one, at)
    return more


def _tell(tx: Transaction, one: Due, at: datetime) -> None:
    snapshot = tx.session.get_one(Snapshot, one.snapshot_id)
    told = {
        "officer": tx.session.get_one(Officer, snapshot.officer_id).name,
        "period": notices.period_name(tx, snapshot.period_id),
        "n": one.n,
    }
    button = ["record-late", snapshot.officer_id, snapshot.period_id]
    for to in _amending(tx, snapshot, at):
        key = f"record-late-told-{one.kind}"
        notices.put(tx, to, key, told, button, at, unit_id=snapshot.unit_id)


def _amending(tx: Transaction, snapshot: Snapshot, at: datetime) -> list[Officer]:
    """Who leads the officer, and the admins of the office; never the officer."""
    office_id = tx.session.get_one(Unit, snapshot.unit_id).office_id
    leader = leaders.leader_of(tx, snapshot.officer_id, at)
    admins = holders(tx, Role.ADMIN, at, unit_id=None, office_id=office_id)
    found = {one.id: one for one in ([leader] if leader else []) + list(admins)}
    return [one for number, one in found.items() if number != snapshot.officer_id]
