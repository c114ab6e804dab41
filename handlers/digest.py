"""The digest at the opening: what an officer finds on the desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from handlers.jobs import Ran
from handlers.message import Lines, Text, When, body, button, rows
from models import outbox
from models.complaints import digest
from models.complaints.digest import Desk, Urgent
from models.database import TRANSIENT, Transaction
from models.outbox import Outgoing


def send(tx: Transaction, at: datetime) -> Ran:
    """The digests of the units that have opened. A unit that fails stops no other one."""
    units = digest.due(tx, at)
    failed: dict[str, Exception] = {}
    for unit_id in units:
        try:
            with tx.apart():
                _lay_out(tx, unit_id, at)
        except TRANSIENT:
            raise
        except Exception as error:
            failed[f"unit {unit_id}"] = error
            digest.put_off(tx, unit_id, at)
    return Ran(again=len(units) == digest.BATCH, failed=failed)


def _lay_out(tx: Transaction, unit_id: int, at: datetime) -> None:
    unit = digest.opened(tx, unit_id, at)
    for desk in digest.desks(tx, unit, at) if unit is not None else ():
        outbox.put(tx, Outgoing(desk.person_id, _message(desk)), at)


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
