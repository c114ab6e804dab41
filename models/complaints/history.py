"""A case's history as its journal tells it, and the case as it stood at any instant.

Nothing here looks at a column that changes later, so that a past week gives the same figures
whenever it is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select
from sqlmodel import col, select

from models import offices
from models.complaints import sla, states
from models.complaints.sla import CaseClass, Clocks, Happened
from models.complaints.states import Event, State
from models.complaints.tables import Case
from models.database import Transaction
from models.journal import JournalEntry
from models.offices import Unit
from models.worktime import Calendar

EVENTS = tuple(event.value for event in Event)
_ENDING = frozenset({Event.CONFIRMED, Event.CLOSED, Event.CLOSED_BY_SILENCE, Event.REJECTED})

Ids = Collection[int] | Select[Any]
"""Ids of cases, or the query that gives them."""


@dataclass(frozen=True)
class CaseAt:
    """A case as it stood just before an instant: nothing of what came later."""

    case_id: int
    ticket: str
    unit_id: int
    category: str
    case_class: CaseClass
    state: State
    holder_id: int | None  # officers.id
    received_at: datetime
    events: tuple[Happened, ...]
    clocks: Clocks

    @property
    def open(self) -> bool:
        return self.state in states.OPEN

    @property
    def overdue(self) -> bool:
        """Open, with a clock that runs past its end."""
        return self.open and self.clocks.overdue

    @property
    def confirmed(self) -> bool:
        """Solved in the citizen's own words; silence is not."""
        return self.state is State.SOLVED

    def happened(self, event: Event, start: datetime, end: datetime) -> int:
        """How many times something happened in [start, end)."""
        return sum(h.event is event and start <= h.at < end for h in self.events)

    def ended_in(self, start: datetime, end: datetime) -> Event | None:
        """How the case was ended in [start, end), by its last ending there."""
        endings = [h.event for h in self.events if h.event in _ENDING and start <= h.at < end]
        return endings[-1] if endings else None


def events_of(
    tx: Transaction, case_ids: Ids, before: datetime | None = None
) -> dict[int, list[Happened]]:
    """What happened to each case, before an instant if one is given, oldest first."""
    found: dict[int, list[Happened]] = {}
    for entry in tx.session.exec(
        select(JournalEntry)
        .where(col(JournalEntry.case_id).in_(case_ids), col(JournalEntry.kind).in_(EVENTS))
        .order_by(col(JournalEntry.id))  # the order of commit: clocks of two machines may differ
    ):
        past = found.setdefault(entry.case_id or 0, [])
        at = max(entry.at, past[-1].at) if past else entry.at
        if before is None or at < before:
            past.append(_happened(entry, at))
    return {case_id: past for case_id, past in found.items() if past}


def stand(
    tx: Transaction, case_ids: Ids, now: datetime, before: datetime | None = None
) -> list[CaseAt]:
    """The cases as they stand at `now`, by id; `before` leaves out what happened from then on."""
    histories = events_of(tx, case_ids, before)
    tickets = _tickets(tx, case_ids)
    calendars = Calendars(tx)
    return [
        _stand(case_id, tickets[case_id], past, calendars.of(past[0].unit_id or 0), now)
        for case_id, past in sorted(histories.items())
    ]


class Calendars:
    """Calendars of units, each made once in a run."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._made: dict[int, Calendar] = {}

    def of(self, unit_id: int) -> Calendar:
        if unit_id not in self._made:
            unit = self._tx.session.get_one(Unit, unit_id)
            self._made[unit_id] = offices.calendar_of(self._tx, unit)
        return self._made[unit_id]


def _stand(
    case_id: int, ticket: str, past: list[Happened], calendar: Calendar, now: datetime
) -> CaseAt:
    state = states.fold(happened.event for happened in past)
    return CaseAt(
        case_id=case_id,
        ticket=ticket,
        unit_id=_last_unit(past),
        category=past[0].category,
        case_class=past[0].case_class,
        state=state or State.SENT,
        holder_id=past[-1].officer_id,
        received_at=past[0].at,
        events=tuple(past),
        clocks=sla.clocks(past, calendar, now),
    )


def _last_unit(past: Iterable[Happened]) -> int:
    return [h.unit_id for h in past if h.unit_id is not None][-1]


def _tickets(tx: Transaction, case_ids: Ids) -> dict[int, str]:
    rows = tx.session.exec(select(Case.id, Case.ticket).where(col(Case.id).in_(case_ids)))
    return {case_id or 0: ticket for case_id, ticket in rows}


def _happened(entry: JournalEntry, at: datetime) -> Happened:
    event, data = Event(entry.kind), entry.data
    unit_id = {Event.SENT: entry.unit_id, Event.FORWARDED: data.get("to")}.get(event)
    return Happened(
        event=event,
        at=at,
        category=data.get("category", ""),
        case_class=CaseClass(data.get("case_class", CaseClass.ORDINARY)),
        answer_due=_instant(data.get("answer_due")),
        resolution_due=_instant(data.get("resolution_due")),
        actor_id=entry.actor_id,
        officer_id=data.get("holder"),
        unit_id=unit_id,
        outcome=data.get("outcome", ""),
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
