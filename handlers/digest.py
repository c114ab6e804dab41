"""The digest at the opening: what an officer finds on the desk; and what quiet hours held back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from handlers.jobs import Ran
from handlers.message import Lines, Text, When, body, button, rows
from models import outbox
from models.complaints import digest
from models.complaints.digest import Desk, Urgent
from models.database import Transaction
from models.outbox import Outgoing


def send(tx: Transaction, at: datetime) -> Ran:
    """The digests of the units that have opened; what was held back until now goes out with it."""
    opened, more = digest.due(tx, at)
    for unit in opened:
        for desk in digest.desks(tx, unit, at):
            outbox.put(tx, Outgoing(desk.person_id, _message(desk)), at)
    outbox.release(tx, at)
    return Ran(again=more)


def _message(desk: Desk) -> dict[str, Any]:
    counts = {"new": desk.new, "due": desk.due_today, "late": desk.overdue, "wait": desk.waiting}
    lines = [Text(f"digest-{name}", {"n": n}) for name, n in counts.items() if n]
    urgent = [_line(one) for one in desk.urgent]
    told = [Text("digest-first"), *urgent] if urgent else []
    buttons = [
        *rows((button(one.ticket, "case", one.case_id) for one in desk.urgent), 2),
        [button(Text("button-tasks"), "tasks")],
    ]
    return body("digest", {"lines": Lines([*lines, *told])}, buttons=buttons)


def _line(one: Urgent) -> Text:
    key = "digest-line-late" if one.late else "digest-line"
    return Text(
        key,
        {
            "ticket": one.ticket,
            "category": Text(f"category-{one.category}"),
            "unit": one.unit_name,
            "due": When(one.due, one.zone, "short"),
            "held": "" if one.mine else Text("cases-unheld"),
        },
    )
