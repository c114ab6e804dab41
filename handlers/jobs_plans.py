"""What the clock does with follow-up plans: remind their owners, and say when one is overdue."""

from __future__ import annotations

from datetime import datetime

from handlers.jobs import Ran
from handlers.message import Text, body, button
from handlers.plans import element_text, period_text
from models import offices, outbox
from models.database import Transaction
from models.offices import Unit
from models.outbox import Outgoing
from models.ratings import plan_views
from models.ratings.plan_views import Reminder

AT_ONCE = 50  # plans in one transaction


def remind(tx: Transaction, at: datetime) -> Ran:
    """Tell of the plans that have come to a new stage; each stage of each plan once."""
    found = plan_views.reminders(tx, at, AT_ONCE)
    for reminder in found:
        _tell(tx, reminder, at)
    return Ran(again=len(found) == AT_ONCE)


def _tell(tx: Transaction, reminder: Reminder, at: datetime) -> None:
    plan = reminder.plan
    values = {
        "unit": plan.unit,
        "element": element_text(plan.element),
        "programme": plan.programme,
        "owner": plan.owner,
        "due": period_text(plan.due),
    }
    told = body(
        f"plan-{reminder.stage}",
        values,
        buttons=[[button(Text("button-plan"), "plan", plan.plan_id)]],
    )
    # A quarter begins at midnight, but no plan is so urgent.
    held = offices.until_opening(tx, tx.session.get_one(Unit, plan.unit_id), at)
    for officer in reminder.officers:
        outgoing = Outgoing(officer.person_id or 0, told, unit_id=plan.unit_id, held_until=held)
        outbox.put(tx, outgoing, at)
