"""A case goes to somebody else: another unit, another officer. Its clocks go on."""

from __future__ import annotations

from datetime import datetime

from models import offices
from models.complaints import access, casework, notices, reminders, telling
from models.complaints.casework import Done, happen
from models.complaints.states import UNASSIGNED, Event, State
from models.database import Transaction
from models.errors import Refused


def forward(tx: Transaction, case_id: int, person_id: int, to_unit_id: int, at: datetime) -> Done:
    """No wrong door: the case goes to the unit it belongs to."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    target = offices.unit(tx, to_unit_id)
    if to_unit_id == case.unit_id:
        raise Refused("case-same-unit", unit=target.name)
    if State(case.state) not in UNASSIGNED:
        casework.hold(tx, case, officer, person_id, at)
    origin = access.unit_of(tx, case.unit_id)
    case.holder_id = None
    happen(tx, case, Event.FORWARDED, at, person_id, to=to_unit_id)
    case.unit_id = to_unit_id
    tx.session.flush()
    reminders.begin_anew_for_head(tx, case)
    running = telling.running_dues(tx, case, target, at)
    told_there = running | {"origin": origin.name}
    telling.of_new(tx, case, target, at, "case-forwarded", told_there)
    told = {"unit": target.name}
    notices.tell_citizen(tx, case, "case-forwarded-citizen", at, told, buttons=[["track"]])
    return casework.done(tx, case, at)
