"""How long each holder had a case, by name: their times add up to the clock of the resolution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.complaints import access, sla
from models.complaints.sla import Happened
from models.database import Transaction
from models.people import Officer
from models.worktime import Calendar


@dataclass(frozen=True)
class HeldBy:
    """One holder's time in all. Minutes are working minutes without pauses."""

    unit_id: int
    unit_name: str
    name: str | None  # None: it lay with the unit, taken by nobody
    since: datetime  # when the holder first got it
    minutes: float
    holds: bool  # still


def told(
    tx: Transaction, past: Sequence[Happened], calendar: Calendar, now: datetime
) -> tuple[HeldBy, ...]:
    """Everybody who had the case, in the order in which they got it; a second time is added."""
    spans = sla.holders(past, calendar, now)
    found: dict[tuple[int, int | None], HeldBy] = {}
    for span in spans:
        key = (span.unit_id, span.officer_id)
        before = found.get(key)
        found[key] = HeldBy(
            unit_id=span.unit_id,
            unit_name=access.unit_of(tx, span.unit_id).name,
            name=_name(tx, span.officer_id),
            since=before.since if before else span.start,
            minutes=span.minutes + (before.minutes if before else 0),
            holds=span is spans[-1],
        )
    return tuple(found.values())


def _name(tx: Transaction, officer_id: int | None) -> str | None:
    return None if officer_id is None else tx.session.get_one(Officer, officer_id).name
