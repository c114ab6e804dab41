"""Who is told when cases change hands because their holder is away or has left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from handlers.message import Button, Lines, Text, When, body, button, rows
from models import leaves, outbox
from models.complaints import absence
from models.complaints.absence import Handed, Moved
from models.database import Transaction
from models.offices import ZONES
from models.outbox import Outgoing

SHOWN = 10  # cases in one message
ON_LEAVE = {"stand-in": "leave-stand-in", "unit": "leave-returned", "head": "leave-head"}
GONE = {"stand-in": "gone-stand-in", "unit": "gone-returned", "head": "gone-head"}


def tell(tx: Transaction, handed: Handed, at: datetime) -> None:
    """The officer, the stand-in, the units that got cases back, and the heads; each in one
    message. Nothing is said to others when there was nothing to hand over."""
    values = {"name": handed.officer.name} | _until(tx, handed, at)
    if handed.until is not None:
        _to_officer(tx, handed, values, at)
    if not handed.moved:
        return
    keys = ON_LEAVE if handed.until is not None else GONE
    stand_in = handed.stand_in
    if stand_in is not None and stand_in.person_id is not None and handed.given:
        _put(tx, stand_in.person_id, keys["stand-in"], values, handed.given, at)
    crews = absence.crews(tx, handed.returned, at)
    for person_id, moved in crews.items():
        _put(tx, person_id, keys["unit"], values, moved, at)
    ordinary = [one for one in handed.moved if not one.supervisory]
    for person_id in absence.heads(tx, handed.officer.id or 0, at):
        if ordinary and person_id not in crews:
            told = values | {
                "given": sum(not one.supervisory for one in handed.given),
                "returned": sum(not one.supervisory for one in handed.returned),
            }
            _put(tx, person_id, keys["head"], told, ordinary, at)


def _to_officer(tx: Transaction, handed: Handed, values: dict[str, Any], at: datetime) -> None:
    if handed.officer.person_id is None:
        return
    told = values | {
        "given": len(handed.given),
        "returned": len(handed.returned),
        "stand_in": handed.stand_in.name if handed.stand_in else Text("leave-unit"),
    }
    outbox.put(tx, Outgoing(handed.officer.person_id, body("leave-begun", told)), at)


def _until(tx: Transaction, handed: Handed, at: datetime) -> dict[str, When]:
    if handed.until is None:
        return {}
    units = leaves.units_of(tx, handed.officer.id or 0, at)
    zone = units[0].zone if units else ZONES[0]
    return {"until": When(handed.until, zone, "long-day-clock-end")}


def _put(
    tx: Transaction,
    person_id: int,
    key: str,
    values: dict[str, Any],
    moved: Sequence[Moved],
    at: datetime,
) -> None:
    shown = moved[:SHOWN]
    lines = [_line(one) for one in shown]
    if len(moved) > SHOWN:
        lines.append(Text("cases-more", {"n": len(moved) - SHOWN}))
    buttons = [
        *rows((_button(one) for one in shown), 2),
        [button(Text("button-tasks"), "tasks")],
    ]
    told = values | {"n": len(moved), "lines": Lines(lines)}
    outbox.put(tx, Outgoing(person_id, body(key, told, buttons=buttons)), at)


def _line(moved: Moved) -> Text:
    values: dict[str, Any] = {"ticket": moved.ticket}
    if moved.supervisory:
        return Text("moved-line-supervisory", values)
    return Text("moved-line", values | {"category": Text(f"category-{moved.category}")})


def _button(moved: Moved) -> Button:
    return button(moved.ticket, "case", moved.case_id)
