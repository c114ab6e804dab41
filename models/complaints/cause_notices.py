"""Who is told of an external cause: those who may decide it, and who claimed it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from models import outbox
from models.complaints.notices import text, when
from models.database import Transaction
from models.outbox import Outgoing
from models.people import Officer

if TYPE_CHECKING:
    from models.complaints.causes import CauseView, ExternalCause

SHOWN = 10  # tickets named in one message


def of_claim(
    tx: Transaction,
    key: str,
    cause: ExternalCause,
    view: CauseView,
    officers: Iterable[Officer],
    at: datetime,
) -> None:
    """Everything a second person needs to decide, and the two buttons for it; of a supervisory case
    only that there is something to decide, since whoever reads it says why first."""
    body = _unread(key, view) if cause.supervisory else _whole(key, view)
    for officer in officers:
        _tell(tx, officer.person_id, body, cause, at)


def _whole(key: str, view: CauseView) -> dict[str, Any]:
    return {
        "key": key,
        "values": facts(view) | {"decide_by": when(view.decide_by, view.zone)},
        "buttons": [
            [_button("cause-accept", view.cause_id), _button("cause-refuse", view.cause_id)]
        ],
        "attachments": list(view.files),
    }


def _unread(key: str, view: CauseView) -> dict[str, Any]:
    return {
        "key": f"{key}-unread",
        "values": {"tickets": tickets(view), "decide_by": when(view.decide_by, view.zone)},
        "buttons": [[_button("cause-read", view.cause_id, "cause")]],
    }


def of_decision(tx: Transaction, cause: ExternalCause, view: CauseView, at: datetime) -> None:
    """What became of it, to who claimed it; of a supervisory case no words of the claim or of the
    refusal."""
    claimer = tx.session.get_one(Officer, cause.claimed_by)
    if cause.supervisory:
        body = _decided_unread(view)
        _tell(tx, claimer.person_id, body, cause, at)
        return
    values = {
        "tickets": tickets(view),
        "kind": text(f"cause-kind-{view.kind}"),
        "span": span(view),
        "name": view.decided_by or "",
        "words": view.words,
    }
    body = {
        "key": f"cause-{view.standing}",
        "values": values,
        "buttons": [[{"label": label(view), "data": f"cause:{view.cause_id}"}]],
    }
    _tell(tx, claimer.person_id, body, cause, at)


def _decided_unread(view: CauseView) -> dict[str, Any]:
    return {
        "key": "cause-decided-unread",
        "values": {"tickets": tickets(view), "standing": standing(view.standing)},
        "buttons": [[_button("cause-read", view.cause_id, "cause")]],
    }


def facts(view: CauseView) -> dict[str, Any]:
    """The values that every text about a claim needs."""
    return {
        "unit": view.unit_name,
        "name": view.claimed_by,
        "kind": text(f"cause-kind-{view.kind}"),
        "span": span(view),
        "reason": view.reason,
        "proof": view.proof or text("cause-proof-file", n=len(view.files)),
        "tickets": tickets(view),
    }


def tickets(view: CauseView) -> dict[str, Any]:
    """The cases by their tickets; of many the first and how many more."""
    named = ", ".join(ticket for _, ticket in view.cases[:SHOWN])
    more = len(view.cases) - SHOWN
    if more > 0:
        return text("cause-tickets-more", tickets=named, n=more)
    return text("cause-tickets", tickets=named)


def span(view: CauseView) -> dict[str, Any]:
    """From when until when."""
    start = when(view.start, view.zone, "short")
    if view.end is None:
        return text("cause-span-open", start=start)
    return text("cause-span", start=start, end=when(view.end, view.zone, "short"))


def label(view: CauseView) -> dict[str, Any]:
    """What stands on the button that shows the claim."""
    kind = text(f"cause-kind-{view.kind}")
    return text("button-cause", kind=kind, standing=standing(view.standing))


def standing(name: str) -> dict[str, Any]:
    return text(f"cause-standing-{name}")


def _button(name: str, cause_id: int, action: str = "") -> dict[str, Any]:
    return {"label": text(f"button-{name}"), "data": f"{action or name}:{cause_id}"}


def _tell(
    tx: Transaction, person_id: int | None, body: dict[str, Any], cause: ExternalCause, at: datetime
) -> None:
    if person_id is not None:
        unit_id = None if cause.supervisory else cause.unit_id  # whose figures count it
        kept = {name: part for name, part in body.items() if part}
        outbox.put(tx, Outgoing(person_id, kept, unit_id=unit_id), at)
