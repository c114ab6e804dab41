"""A case's history as its journal tells it, and the case as it stood at any instant.

Nothing here looks at a column that changes later, so that a past week gives the same figures
whenever it is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam
from sqlalchemy import select as choose
from sqlmodel import col, select

from models import calendars, offices
from models.complaints import earlier, limit_rules, sla, states
from models.complaints.limits import CaseClass, Limits
from models.complaints.sla import Clocks, Happened
from models.complaints.states import Event, State
from models.complaints.tables import Case
from models.database import Transaction, table
from models.journal import JournalEntry
from models.offices import Unit
from models.worktime import Calendar, Pause

EVENTS = tuple(event.value for event in Event)
ENDING = frozenset({Event.CONFIRMED, Event.CLOSED_BY_SILENCE, Event.REJECTED, Event.ARCHIVED})

_EVENTS = {event.value: event for event in Event} | {earlier.CLOSED: Event.ANSWERED}
_journal = table(JournalEntry)
_ENTRIES = (
    choose(*(_journal.c[name] for name in ("at", "kind", "actor_id", "unit_id", "case_id", "data")))
    .where(_journal.c.kind.in_(tuple(_EVENTS)))
    .order_by(_journal.c.id)
)
_OF_ONE = _ENTRIES.where(_journal.c.case_id == bindparam("case_id"))

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
    supervisory: bool
    events: tuple[Happened, ...]
    clocks: Clocks
    without_causes: Clocks  # with the time of accepted external causes left out

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
        return self.state is State.SOLVED and self._last_end is Event.CONFIRMED

    @property
    def _last_end(self) -> Event | None:
        endings = [happened.event for happened in self.events if happened.event in ENDING]
        return endings[-1] if endings else None

    def happened(self, event: Event, start: datetime, end: datetime) -> int:
        """How many times something happened in [start, end)."""
        return sum(h.event is event and start <= h.at < end for h in self.events)

    def ended_in(self, start: datetime, end: datetime) -> Event | None:
        """How the case was ended in [start, end), by its last ending there."""
        endings = [h.event for h in self.events if h.event in ENDING and start <= h.at < end]
        return endings[-1] if endings else None


def events_of(
    tx: Transaction, case_ids: Ids, before: datetime | None = None
) -> dict[int, list[Happened]]:
    """What happened to each case, before an instant if one is given, oldest first."""
    found: dict[int, list[Happened]] = {}
    for entry in _entries(tx, case_ids):
        past = found.setdefault(entry.case_id, [])
        at = max(entry.at, past[-1].at) if past else entry.at
        if before is None or at < before:
            past.append(_happened(entry, at))
    return {
        case_id: earlier.as_today(past) if earlier.is_earlier(past) else past
        for case_id, past in found.items()
        if past
    }


def _entries(tx: Transaction, case_ids: Ids) -> Iterable[Row[Any]]:
    """Their entries in the order of commit: the clocks of two machines may differ."""
    if not isinstance(case_ids, Select) and len(case_ids) == 1:
        return tx.execute(_OF_ONE, {"case_id": next(iter(case_ids))}, flush=False)
    return tx.execute(_ENTRIES.where(_journal.c.case_id.in_(case_ids)))


def stand(
    tx: Transaction, case_ids: Ids, now: datetime, before: datetime | None = None
) -> list[CaseAt]:
    """The cases as they stand at `now`, by id; `before` leaves out what happened from then on."""
    histories = events_of(tx, case_ids, before)
    tickets = _tickets(tx, case_ids)
    measures = Measures(tx, many=True)
    return [
        _stand(case_id, tickets[case_id], past, measures.of(past), now)
        for case_id, past in sorted(histories.items())
    ]


@dataclass(frozen=True)
class Measure:
    """What the clocks of a case run by: its version of the calendar, the limits at its receipt."""

    calendar: Calendar
    limits: Limits


class Measures:
    """Calendars and limits, each read once in a piece of work. many: of many cases, whose limits
    are told apart by what was set when, and not read anew for each."""

    def __init__(self, tx: Transaction, *, many: bool = False) -> None:
        self._tx = tx
        self._many = many

    def of(self, past: Sequence[Happened]) -> Measure:
        """By the history of a case."""
        sent = past[0]
        version = next((one.calendar_id for one in reversed(past) if one.calendar_id), None)
        key: tuple[object, ...] = ("calendar", version or f"unit {sent.unit_id}")
        calendar = self._tx.once(key, lambda: self._calendar(version, sent))
        key = ("limits", sent.unit_id, self._since(sent) if self._many else sent.at)
        return Measure(calendar, self._tx.once(key, lambda: self._limits(sent)))

    def _calendar(self, version: int | None, sent: Happened) -> Calendar:
        if version is None:  # from before versions were kept
            return offices.calendar_of(self._tx, self._tx.session.get_one(Unit, sent.unit_id))
        return calendars.version(self._tx, version)

    def _since(self, sent: Happened) -> int:
        """How many times the limits had been set when a case was sent."""
        unit = self._tx.session.get_one(Unit, sent.unit_id)
        known = ("changes of limits", sent.unit_id)
        changes = self._tx.once(known, lambda: limit_rules.changes(self._tx, unit))
        return bisect_right(changes, sent.at)

    def _limits(self, sent: Happened) -> Limits:
        unit = self._tx.session.get_one(Unit, sent.unit_id)
        return limit_rules.of_unit(self._tx, unit, sent.at)


def _stand(
    case_id: int, ticket: str, past: list[Happened], measure: Measure, now: datetime
) -> CaseAt:
    state = states.fold(happened.event for happened in past)
    clocks = sla.clocks(past, measure.calendar, now, measure.limits)
    return CaseAt(
        case_id=case_id,
        ticket=ticket,
        unit_id=_last_unit(past),
        category=past[0].category,
        case_class=sla.case_class(past),
        state=state or State.SENT,
        holder_id=past[-1].officer_id,
        received_at=past[0].at,
        supervisory=[one.supervisory for one in past if one.supervisory is not None][-1],
        events=tuple(past),
        clocks=clocks,
        without_causes=sla.less_causes(clocks, past, measure.calendar, now),
    )


def _last_unit(past: Iterable[Happened]) -> int:
    return [h.unit_id for h in past if h.unit_id is not None][-1]


def _tickets(tx: Transaction, case_ids: Ids) -> dict[int, str]:
    rows = tx.session.exec(select(Case.id, Case.ticket).where(col(Case.id).in_(case_ids)))
    return {case_id or 0: ticket for case_id, ticket in rows}


def _happened(entry: Row[Any], at: datetime) -> Happened:
    return happened(_EVENTS[entry.kind], at, entry.unit_id, entry.actor_id, entry.data)


def happened(
    event: Event, at: datetime, unit_id: int | None, actor_id: int | None, data: dict[str, Any]
) -> Happened:
    """An entry of the journal as a part of the case's history."""
    with_unit = {Event.SENT: unit_id, Event.FORWARDED: data.get("to")}.get(event)
    return Happened(
        event=event,
        at=at,
        category=data.get("category", ""),
        case_class=CaseClass(data["case_class"]) if "case_class" in data else None,
        supervisory=data.get("supervisory"),
        verify_due=_instant(data.get("verify_due")),
        answer_due=_instant(data.get("answer_due")),
        resolution_due=_instant(data.get("resolution_due")),
        calendar_id=data.get("calendar"),
        actor_id=actor_id,
        officer_id=data.get("holder"),
        unit_id=with_unit,
        outcome=data.get("outcome", ""),
        cause_id=data.get("cause"),
        excluded=_span(data.get("excluded")),
        score=data.get("score"),
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _span(texts: list[str | None] | None) -> Pause | None:
    """A stretch of time as two instants; without the second it still goes on."""
    start, end = map(_instant, texts or (None, None))
    return Pause(start, end, "cause") if start else None
