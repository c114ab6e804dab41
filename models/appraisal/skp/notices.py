"""Who is told of a step: always the other of the two, with the way to the plan."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from models import outbox
from models.appraisal.skp.tables import PerformancePlan, Side
from models.database import Transaction
from models.outbox import Outgoing
from models.people import Officer


def tell(
    tx: Transaction, plan: PerformancePlan, side: Side, key: str, at: datetime, **values: Any
) -> bool:
    """Promise one side a message about the plan; False: there is no chat with that one yet."""
    officers = {Side.OFFICER: plan.officer_id, Side.LEADER: plan.leader_id}
    to = tx.session.get_one(Officer, officers[side])
    if to.person_id is None:
        return False
    of_plan = {"year": str(plan.year), "version": plan.version, **values}
    label = {"text": "button-skp-plan", "values": {}}
    body = {
        "key": key,
        "values": of_plan,
        "buttons": [[{"label": label, "data": f"skp-plan:{plan.id}"}]],
    }
    outbox.put(tx, Outgoing(to.person_id, body, unit_id=plan.unit_id), at)
    return True
