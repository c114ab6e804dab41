"""What the clock does to cases: remind, escalate, nudge, close, hand over from who is away.

Every job can run at any instant, twice, or late: what was done is in the database.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from handlers import absences, late
from handlers.jobs import Ran
from handlers.message import Button, Lines, Text, When, body, button, rows
from models import outbox
from models.complaints import absence, waking
from models.complaints.ladder import Audience
from models.complaints.reminders import Told
from models.database import Transaction
from models.outbox import Outgoing

SHOWN = 10  # cases in one message; the rest is in /tugas
EXPLAINED = 5  # late cases in one message to those who lead; the rest is on the board


def wake(tx: Transaction, at: datetime) -> Ran:
    """Do to each case what its time has come for; what one person is told goes in one message."""
    woken = waking.wake(tx, at)
    ordinary = [one for one in woken.told if not one.supervisory]
    for person_id, told in _by_person(ordinary, Audience.OFFICER).items():
        _remind(tx, person_id, told, at)
    for audience in (Audience.HEAD, Audience.OFFICE, Audience.ADMIN):
        for person_id, told in _by_person(ordinary, audience).items():
            _escalate(tx, person_id, audience, told, at)
    _of_inspectorate(tx, [one for one in woken.told if one.supervisory], at)
    return Ran(again=woken.more, failed={f"case {n}": e for n, e in woken.failed.items()})


def begin_leaves(tx: Transaction, at: datetime) -> Ran:
    """Hand over the cases of those whose leave has begun."""
    handed = absence.begin_leaves(tx, at)
    for one in handed:
        absences.tell(tx, one, at)
    return Ran(again=len(handed) == absence.BATCH)


def _by_person(told: Iterable[Told], audience: Audience) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = {}
    for one in told:
        for person_id in one.people if one.audience is audience else ():
            found.setdefault(person_id, []).append(one)
    return found


def _remind(tx: Transaction, person_id: int, told: list[Told], at: datetime) -> None:
    urgent = _distinct(told)
    lines = [_line(one) for one in urgent[:SHOWN]]
    if len(urgent) > SHOWN:
        lines.append(Text("cases-more", {"n": len(urgent) - SHOWN}))
    tickets = {one.case_id: one.ticket for one in urgent[:SHOWN]}
    buttons = [
        *rows((button(ticket, "case", case_id) for case_id, ticket in tickets.items()), 2),
        [button(Text("button-tasks"), "tasks")],
    ]
    message = body("cases-reminder", {"n": len(urgent), "lines": Lines(lines)}, buttons=buttons)
    outbox.put(tx, Outgoing(person_id, message), at)


def _escalate(
    tx: Transaction, person_id: int, audience: Audience, told: list[Told], at: datetime
) -> None:
    """Why each case is late, and its two buttons: look, give it to somebody else."""
    urgent = _distinct(told)
    lines = [late.line(one) for one in urgent[:EXPLAINED]]
    if len(urgent) > EXPLAINED:
        lines.append(Text("late-more", {"n": len(urgent) - EXPLAINED}))
    cases = {one.case_id: one.ticket for one in urgent[:EXPLAINED]}
    buttons = [
        *([button(ticket, "case", n), _give(n)] for n, ticket in cases.items()),
        [button(Text("button-board"), "board")],
    ]
    values = {
        "n": len(urgent),
        "lines": Lines(lines),
        "whose": Text(f"late-for-{audience}"),
    }
    outbox.put(tx, Outgoing(person_id, body("cases-escalated", values, buttons=buttons)), at)


def _give(case_id: int) -> Button:
    return button(Text("button-case-assign"), "case-assign", case_id)


def _of_inspectorate(tx: Transaction, told: list[Told], at: datetime) -> None:
    """Inspectors read which case it is, nothing of what it says. Admins read a number."""
    numbers: dict[int, set[int]] = {}
    for one in told:
        for person_id in one.people:
            if one.audience is Audience.ADMIN:
                numbers.setdefault(person_id, set()).add(one.case_id)
            else:
                outbox.put(tx, Outgoing(person_id, _sealed(one)), at)
    for person_id, cases in numbers.items():
        told_number = body("supervisory-late-number", {"n": len(cases)})
        outbox.put(tx, Outgoing(person_id, told_number), at)


def _sealed(told: Told) -> dict[str, object]:
    return body(
        "supervisory-late",
        {
            "ticket": told.ticket,
            "clock": _clock(told),
            "step": Text("step-head") if told.clock.overdue else _step(told),
            "due": When(told.clock.due, told.zone, "short"),
            "held": "" if told.held else Text("cases-unheld"),
        },
        buttons=[[button(Text("button-case"), "case", told.case_id)]],
    )


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
            "clock": _clock(told),
            "step": _step(told),
            "due": When(told.clock.due, told.zone, "short"),
            "held": "" if told.held else Text("cases-unheld"),
        },
    )


def _clock(told: Told) -> Text:
    return Text(f"clock-{told.clock.name}".replace("_", "-"))


def _step(told: Told) -> Text:
    return Text(f"step-{told.rung}".replace("_", "-"))
