"""What the clock does to cases: remind, escalate, close what the citizen left unanswered.

Every job can run at any instant, twice, or late: what was done is in the database.
"""

from __future__ import annotations

from datetime import datetime

from handlers.message import Lines, Text, When, body, button, rows
from models import outbox
from models.complaints import lapse, queries, reminders
from models.complaints.reminders import Told
from models.database import Transaction
from models.outbox import Outgoing

SHOWN = 10  # cases in one message; the rest is in /tugas


def remind(tx: Transaction, at: datetime) -> None:
    """Half, three quarters and the end of a limit: one message for each officer."""
    for person_id, told in reminders.remind(tx, at).items():
        _send(tx, person_id, "cases-reminder", told, at)


def escalate(tx: Transaction, at: datetime) -> None:
    """Overdue cases reach the head, or the admin where there is none."""
    for person_id, told in reminders.escalate(tx, at).items():
        _send(tx, person_id, "cases-escalated", told, at)


def close_silent(tx: Transaction, at: datetime) -> None:
    """Ten working days without a word from the citizen end a case."""
    for case_id in queries.silent_cases(tx, at):
        lapse.close_silent(tx, case_id, at)


def _send(tx: Transaction, person_id: int, key: str, told: list[Told], at: datetime) -> None:
    urgent = _distinct(told)
    lines = [_line(one) for one in urgent[:SHOWN]]
    if len(urgent) > SHOWN:
        lines.append(Text("cases-more", {"n": len(urgent) - SHOWN}))
    tickets = {one.case_id: one.ticket for one in urgent[:SHOWN]}
    buttons = [
        *rows((button(ticket, "case", case_id) for case_id, ticket in tickets.items()), 2),
        [button(Text("button-tasks"), "tasks")],
    ]
    message = body(key, {"n": len(urgent), "lines": Lines(lines)}, buttons=buttons)
    outbox.put(tx, Outgoing(person_id, message), at)


def _distinct(told: list[Told]) -> list[Told]:
    """The nearest end first; two clocks of a case that end together are one line."""
    urgent = sorted(told, key=lambda one: one.clock.due)
    return list({(one.case_id, one.clock.due): one for one in reversed(urgent)}.values())[::-1]


def _line(told: Told) -> Text:
    return Text(
        "cases-line",
        {
            "ticket": told.ticket,
            "unit": told.unit_name,
            "category": Text(f"category-{told.category}"),
            "clock": Text(f"clock-{told.clock.name}".replace("_", "-")),
            "step": Text(f"step-{told.step}".replace("_", "-")),
            "due": When(told.clock.due, told.zone, "short"),
            "held": "" if told.held else Text("cases-unheld"),
        },
    )
