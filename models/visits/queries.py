"""What visits tell: those that are open, how many were served, how long it took, for how many."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select

from models.database import Transaction, table
from models.offices import Counter, Service, Unit
from models.statistics import MINIMUM, counted_quantile
from models.visits.tables import Source, Visit, VisitPause, VisitSum

RECENT = timedelta(days=14)  # what an officer did then tells what comes next
Units = Collection[int] | None
"""Ids of units; None: all."""

_visits, _pauses, _sums = table(Visit), table(VisitPause), table(VisitSum)
_services, _counters, _units = table(Service), table(Counter), table(Unit)


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """One that an officer has begun and not ended yet."""

    visit_id: int
    unit_id: int
    zone: str
    service: str
    promised: str  # as `Duration.parse` reads it; empty: nothing
    counter: str  # empty: at none
    started_at: datetime
    paused_since: datetime | None = None  # waits for papers
    paused: timedelta = timedelta(0)  # earlier, until the citizen came back

    def minutes(self, at: datetime) -> float:
        """How long it has taken so far by the clock on the wall, without waiting for papers."""
        return ((self.paused_since or at) - self.started_at - self.paused) / timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Served:
    """Visits of a service that have ended. Sums, not means: they may be added up."""

    unit_id: int
    service_id: int
    visits: int
    done: int
    minutes: float  # of processing, of those done, in the kind of time of the promise
    promised: int  # of those done, how many had a promise
    within: int  # of those, how many were done in time
    waits: int  # of all, for how many the waiting time is known
    waited: float  # minutes


@dataclass(frozen=True, slots=True)
class Spread:
    """Minutes of processing of n visits that are done; None below five."""

    n: int
    median: float | None
    p90: float | None  # nine of ten visits took at most so long


_OPEN = (
    select(
        _visits.c.id,
        _visits.c.unit_id,
        _units.c.zone,
        _services.c.name.label("service"),
        _services.c.duration,
        _counters.c.name.label("counter"),
        _visits.c.started_at,
    )
    .join_from(_visits, _services, _services.c.id == _visits.c.service_id)
    .join(_units, _units.c.id == _visits.c.unit_id)
    .outerjoin(_counters, _counters.c.id == _visits.c.counter_id)
    .where(
        _visits.c.source == Source.CHAT.value,
        _visits.c.ended_at.is_(None),
        _visits.c.undone_at.is_(None),
    )
    .order_by(_visits.c.started_at, _visits.c.id)
)


def open_of(tx: Transaction, officer_id: int) -> list[OpenVisit]:
    """What the officer has begun in the chat and not ended, the oldest first."""
    return _opened(tx, _visits.c.officer_id == officer_id)


def open_visit(tx: Transaction, visit_id: int) -> OpenVisit | None:
    """The same of one visit; None when it has ended."""
    return next(iter(_opened(tx, _visits.c.id == visit_id)), None)


def _opened(tx: Transaction, which: ColumnElement[bool]) -> list[OpenVisit]:
    rows = list(tx.execute(_OPEN.where(which)))
    since, paused = _pauses_of(tx, [row.id for row in rows])
    return [
        OpenVisit(
            row.id,
            row.unit_id,
            row.zone,
            row.service,
            row.duration,
            row.counter or "",
            row.started_at,
            since.get(row.id),
            paused.get(row.id, timedelta(0)),
        )
        for row in rows
    ]


def _pauses_of(
    tx: Transaction, visit_ids: list[int]
) -> tuple[dict[int, datetime], dict[int, timedelta]]:
    """Since when papers are missing, and how long they were before; by visit."""
    since: dict[int, datetime] = {}
    paused: dict[int, timedelta] = {}
    for row in tx.execute(select(_pauses).where(_pauses.c.visit_id.in_(visit_ids))):
        if row.until_at is None:
            since[row.visit_id] = row.from_at
        else:
            length = row.until_at - row.from_at
            paused[row.visit_id] = paused.get(row.visit_id, timedelta(0)) + length
    return since, paused


def usual_services(tx: Transaction, officer_id: int, at: datetime, n: int) -> list[int]:
    """Ids of the services this officer began most often of late, the most frequent first."""
    found = (
        select(_visits.c.service_id)
        .where(
            _visits.c.officer_id == officer_id,
            _visits.c.day >= (at - RECENT).date(),
        )
        .group_by(_visits.c.service_id)
        .order_by(func.count().desc(), _visits.c.service_id)
        .limit(n)
    )
    return [row.service_id for row in tx.execute(found)]


def served(tx: Transaction, units: Units, first: date, last: date) -> list[Served]:
    """By unit and service, from `first` to `last`, both included; from the daily sums."""
    keys = (_sums.c.unit_id, _sums.c.service_id)
    numbers = ("visits", "done", "minutes", "promised", "within", "waits", "waited")
    found = (
        select(*keys, *(func.sum(_sums.c[name]).label(name) for name in numbers))
        .where(_sums.c.visits > 0, *_within(_sums, units, first, last))
        .group_by(*keys)
        .order_by(*keys)
    )
    return [
        Served(
            row.unit_id,
            row.service_id,
            int(row.visits),
            int(row.done),
            float(row.minutes),
            int(row.promised),
            int(row.within),
            int(row.waits),
            float(row.waited),
        )
        for row in tx.execute(found)
    ]


def response_base(tx: Transaction, units: Units, first: date, last: date) -> dict[int, int]:
    """Visits that ended, by unit: the number that ratings with a token are a share of. A unit
    without visits is not in it: what its ratings are a share of is not known."""
    found = (
        select(_sums.c.unit_id, func.sum(_sums.c.visits).label("n"))
        .where(_sums.c.visits > 0, *_within(_sums, units, first, last))
        .group_by(_sums.c.unit_id)
    )
    return {row.unit_id: int(row.n) for row in tx.execute(found)}


def spread(tx: Transaction, unit_id: int, first: date, last: date) -> dict[int, Spread]:
    """Median and 90th percentile of the processing time, by service, of all visits done.

    Lengths are 64ths of a minute, so the database hands over each length once with its number:
    as many as lengths differ, not as many as there were visits.
    """
    found = (
        select(_visits.c.service_id, _visits.c.minutes, func.count().label("n"))
        .where(_visits.c.minutes.is_not(None), *_within(_visits, [unit_id], first, last))
        .group_by(_visits.c.service_id, _visits.c.minutes)
        .order_by(_visits.c.service_id, _visits.c.minutes)
    )
    lengths: dict[int, list[tuple[float, int]]] = {}
    for row in tx.execute(found):
        lengths.setdefault(row.service_id, []).append((row.minutes, row.n))
    return {service_id: spread_of(each) for service_id, each in lengths.items()}


def spread_of(lengths: Sequence[tuple[float, int]]) -> Spread:
    """Of lengths in order, each with how often it occurred."""
    n = sum(times for _, times in lengths)
    if n < MINIMUM:
        return Spread(n, None, None)
    return Spread(n, counted_quantile(lengths, 0.5), counted_quantile(lengths, 0.9))


def _within(rows: Any, units: Units, first: date, last: date) -> list[ColumnElement[bool]]:
    chosen = [] if units is None else [rows.c.unit_id.in_(list(units))]
    return [rows.c.day.between(first, last), *chosen]
