"""Complaints of a period for people who count: one row a case, one row an event, and the check.

The cases are those received in the period that were ever with one of the units of the place, as
they stand at the instant of asking. Read in batches, so that a year of a province fits in memory.
Of the inspectorate's cases only the number, and only for a whole office or all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, select

from models import calendars, small_numbers
from models.complaints import history, sla
from models.complaints.causes import Causes
from models.complaints.history import EVENTS, CaseAt
from models.complaints.sla import Happened
from models.complaints.states import BY, Event, Party
from models.complaints.tables import Case
from models.database import Transaction, table
from models.journal import JournalEntry
from models.offices import Unit
from models.people import Officer
from models.reports.cases import Span, came_in
from models.reports.results import EXCLUDED, Check, Result, checked, reason, result
from models.reports.scope import Place, Scope, place
from models.small_numbers import Told
from models.worktime import Pause, worked

BATCH = 500  # cases
_cases, _journal, _units, _officers = (
    table(model) for model in (Case, JournalEntry, Unit, Officer)
)
_target = _cases.alias()
_COLUMNS = (
    _cases.c.id,
    _cases.c.unit_id,
    _cases.c.category,
    _cases.c.received_at,
    _cases.c.text,
    _cases.c.anonymous,
    _cases.c.confidential,
    _cases.c.followers,
    select(_target.c.ticket)
    .where(
        _target.c.id == _cases.c.merged_into_id,
        _target.c.unit_id == _cases.c.unit_id,
        _target.c.supervisory.is_(False),
    )
    .scalar_subquery()
    .label("merged_into"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """From the first to the last day, by the clock of the place; as of an instant."""

    scope: Scope
    first: date
    last: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Official:
    """An officer as the SKP names one."""

    nip: str
    name: str


@dataclass(frozen=True, slots=True)
class HeldFor:
    """Working minutes for which a holder had the case; official None: it lay with the unit."""

    unit: str
    official: Official | None
    minutes: float
    without_causes: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What a clock of the case says. Lengths are working minutes."""

    promised: datetime
    due: datetime  # moved by waiting for the citizen
    ended_at: datetime | None
    minutes: float
    late: bool


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case. What follows `result` is empty for one that is with another place now."""

    ticket: str
    unit: str
    zone: str
    category: str
    received_at: datetime
    result: Result
    case_class: str = ""
    state: str = ""
    reason: str = ""
    merged_into: str = ""
    clocks: dict[str, Measured] = field(default_factory=dict)
    without_causes: dict[str, Measured] = field(default_factory=dict)
    next_answers_late: int = 0
    caused: bool = False
    holders: tuple[HeldFor, ...] = ()
    reopened: int = 0
    followers: int = 0
    score: int | None = None  # for the handling, of the last end
    anonymous: bool | None = None  # None: not told, since so few were
    confidential: bool | None = None
    text: str = ""  # masked; empty of a confidential case


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event. official: who of the office did it; of a citizen never more than that it was
    one."""

    ticket: str
    event: Event
    at: datetime
    zone: str
    party: Party
    official: Official | None
    case_class: str = ""
    reason: str = ""
    to_unit: str = ""


_NOBODY: tuple[None, None] = (None, None)
CLOCKS = ("verification", "first_answer", "resolution")
_CITIZENS = frozenset(event for event, by in BY.items() if by == (Party.CITIZEN,))
_PARTIES = {Event.CAUSE_DECIDED: Party.SECOND, Event.RECALCULATED: Party.ADMIN}


class Export:
    """One run: ask for the batches first, then for what was found on the way."""

    def __init__(self, tx: Transaction, asked: Asked) -> None:
        self._tx = tx
        self.asked = asked
        self.place: Place = place(tx, asked.scope)
        self.start, self.end = bounds(asked.first, asked.last, self.place.zone)
        self.results: Counter[Result] = Counter()
        self.units: dict[str, Causes] = {}
        self.officials: dict[Official, Causes] = {}
        self.calendars: set[int] = set()

    def batches(self) -> Iterator[tuple[list[CaseRow], list[EventRow]]]:
        """Every case with its events, in the order of receipt."""
        after: tuple[datetime, int] | None = None
        while rows := self._next(after):
            after = (rows[-1].received_at, rows[-1].id)
            yield self._batch(rows)

    @cached_property
    def anonymous(self) -> Told[int, str]:
        """How many anonymous cases there were, by unit and category, as far as it is told."""
        counted: dict[int, dict[str, int]] = {}
        for row in self._tx.execute(
            select(_cases.c.unit_id, _cases.c.category, func.count().label("n"))
            .where(self._selected, _cases.c.supervisory.is_(False), self._here)
            .where(_cases.c.anonymous)
            .group_by(_cases.c.unit_id, _cases.c.category)
        ):
            counted.setdefault(row.unit_id, {})[row.category] = row.n
        return small_numbers.told(counted)

    @property
    def check(self) -> Check:
        """Every case received in the period: the number the database counts, and what became of
        those in the rows."""
        inspected = self._count(_cases.c.supervisory.is_(True)) if self._whole else 0
        received = self._count(_cases.c.supervisory.is_(False)) + inspected
        numbers = self.results | Counter({Result.SUPERVISORY: inspected})
        return checked(received, numbers, supervisory=self._whole)

    def unit_name(self, unit_id: int) -> str:
        return self._unit(unit_id)[0]

    # --- beneath

    @property
    def _whole(self) -> bool:
        """A whole office or all: there the number of supervisory cases is told."""
        return self.place.scope.unit_id is None

    @property
    def _selected(self) -> ColumnElement[bool]:
        if self.place.unit_ids is None:
            return self._received
        passed = and_(self._been, _cases.c.id.not_in(self._never_openly))
        return and_(self._received, or_(self._here, passed))

    @property
    def _received(self) -> ColumnElement[bool]:
        return and_(_cases.c.received_at >= self.start, _cases.c.received_at < self.end)

    @property
    def _been(self) -> ColumnElement[bool]:
        """Ever with one of the units of the place."""
        return exists().where(
            _journal.c.case_id == _cases.c.id,
            _journal.c.unit_id.in_(self.place.unit_ids or ()),
            _journal.c.kind.in_(EVENTS),
        )

    @cached_property
    def _never_openly(self) -> list[int]:
        """Cases that were with the units only while they were the inspectorate's: no unit learns
        from its export what it was not to know."""
        if self._whole:
            return []
        referred = exists().where(
            _journal.c.case_id == _cases.c.id, _journal.c.kind == Event.REFERRED.value
        )
        passed = select(_cases.c.id).where(self._received, ~self._here, self._been, referred)
        units = frozenset(self.place.unit_ids or ())
        span = Span(self.start, self.asked.at + timedelta.resolution, units)
        return [
            case_id
            for case_id, events in history.events_of(self._tx, passed).items()
            if not came_in(events, span)
        ]

    @property
    def _here(self) -> ColumnElement[bool]:
        """With one of the units of the place now."""
        if self.place.unit_ids is None:
            return _cases.c.unit_id.is_not(None)
        return _cases.c.unit_id.in_(self.place.unit_ids)

    def _count(self, condition: ColumnElement[bool]) -> int:
        counting = select(func.count()).select_from(_cases).where(self._selected, condition)
        return int(self._tx.execute(counting).scalar_one())

    def _next(self, after: tuple[datetime, int] | None) -> Sequence[Row[Any]]:
        statement = select(*_COLUMNS).where(self._selected, _cases.c.supervisory.is_(False))
        if after is not None:
            at, case_id = after
            later = or_(
                _cases.c.received_at > at, and_(_cases.c.received_at == at, _cases.c.id > case_id)
            )
            statement = statement.where(_cases.c.received_at >= at, later)
        ordered = statement.order_by(_cases.c.received_at, _cases.c.id).limit(BATCH)
        return self._tx.execute(ordered).all()

    def _batch(self, rows: Sequence[Row[Any]]) -> tuple[list[CaseRow], list[EventRow]]:
        until = self.asked.at + timedelta.resolution  # what happens at the instant counts
        ids = [row.id for row in rows]
        stood = {case.case_id: case for case in history.stand(self._tx, ids, until, until)}
        made: list[CaseRow] = []
        events: list[EventRow] = []
        for row in rows:
            if (case := stood.get(row.id)) is not None:
                made.append(self._row(row, case))
                events += self._events(case)
        self._tx.session.expunge_all()
        return made, events

    def _row(self, row: Row[Any], case: CaseAt) -> CaseRow:
        here = self._concerns(case.unit_id)
        how = result(case, here=here)
        self.results[how] += 1
        name, zone = self._unit(case.unit_id)
        head = (case.ticket, name, zone, row.category, case.received_at, how)
        if not here:
            return CaseRow(*head)
        holders = self._holders(case, how)
        hidden = self.anonymous.cells.get(row.unit_id, {}).get(row.category, 0) is None
        return CaseRow(
            *head,
            case_class=case.case_class.value,
            state=case.state.value,
            reason=reason(case),
            merged_into=row.merged_into or "",
            clocks=_measured(case.clocks),
            without_causes=_measured(case.without_causes),
            next_answers_late=sum(clock.overdue for clock in case.clocks.next_answers),
            caused=any(one.excluded is not None for one in case.events),
            holders=holders,
            reopened=sum(one.event is Event.REOPENED for one in case.events),
            followers=row.followers,
            score=_score(case.events),
            anonymous=None if hidden else row.anonymous,
            confidential=row.confidential,
            text="" if row.confidential else row.text,
        )

    def _holders(self, case: CaseAt, how: Result) -> tuple[HeldFor, ...]:
        """Each holder's own time; added up by unit and officer for what is laid to causes."""
        version = [one.calendar_id for one in case.events if one.calendar_id is not None][-1]
        self.calendars.add(version)
        calendar = calendars.version(self._tx, version)
        spared = sla.without_causes(case.events)
        pauses = [*case.clocks.resolution.pauses, *spared]
        found = []
        for held in sla.holders(case.events, calendar, self.asked.at):
            less = held.minutes
            if spared:
                within = [_closed(one, held.end) for one in pauses if one.start < held.end]
                less = worked(calendar, held.start, held.end, within) / timedelta(minutes=1)
            _, official = self._officials.get(held.officer_id or 0, _NOBODY)
            if _inspected(case.events, held.start):
                official = None
            found.append(HeldFor(self._unit(held.unit_id)[0], official, held.minutes, less))
        if how not in (*EXCLUDED, Result.WITHDRAWN):
            self._add(self._unit(case.unit_id)[0], found, caused=bool(spared))
        return tuple(found)

    def _add(self, unit: str, found: Sequence[HeldFor], *, caused: bool) -> None:
        total = sum(one.minutes for one in found)
        less = sum(one.without_causes for one in found)
        self.units[unit] = self.units.get(unit, Causes()) + Causes(caused, 1, total - less, total)
        by: dict[Official, Causes] = {}
        for one in found:
            if one.official is not None:
                spared = one.minutes - one.without_causes
                before = by.get(one.official, Causes(0, 1))
                touched = max(before.cases, int(spared > 0))
                minutes = before.minutes + spared, before.of_minutes + one.minutes
                by[one.official] = Causes(touched, 1, *minutes)
        for official, causes in by.items():
            self.officials[official] = self.officials.get(official, Causes()) + causes

    def _events(self, case: CaseAt) -> Iterator[EventRow]:
        """What happened while the case was with a unit of the place, the handing over included;
        nothing of the time in which it was the inspectorate's."""
        zone, unit_id, secret = self._unit(case.unit_id)[1], 0, False
        for one in case.events:
            before = unit_id
            unit_id = one.unit_id if one.unit_id is not None else unit_id
            secret = one.supervisory if one.supervisory is not None else secret
            if not secret and (self._concerns(unit_id) or self._concerns(before)):
                yield self._event(case.ticket, zone, one)

    def _event(self, ticket: str, zone: str, one: Happened) -> EventRow:
        party = _PARTIES.get(one.event, Party.OFFICER)
        if one.event in _CITIZENS:
            party = Party.CITIZEN
        elif one.actor_id is None:
            party = Party.CLOCK
        known = party is not Party.CITIZEN and one.actor_id is not None
        official = self._people.get(one.actor_id) if known else None
        return EventRow(
            ticket=ticket,
            event=one.event,
            at=one.at,
            zone=zone,
            party=party,
            official=official,
            case_class=one.case_class.value if one.case_class else "",
            reason=one.outcome,
            to_unit=self._to(one),
        )

    def _to(self, one: Happened) -> str:
        if one.event is not Event.FORWARDED or one.unit_id is None:
            return ""
        return self._unit(one.unit_id)[0]

    def _concerns(self, unit_id: int) -> bool:
        return unit_id > 0 and (self.place.unit_ids is None or unit_id in self.place.unit_ids)

    @cached_property
    def _officials(self) -> dict[int, tuple[int | None, Official]]:
        """By the officer's id; loaded once, there are a few thousand at most."""
        rows = self._tx.execute(
            select(_officers.c.id, _officers.c.person_id, _officers.c.nip, _officers.c.name)
        )
        return {row.id: (row.person_id, Official(row.nip, row.name)) for row in rows}

    @cached_property
    def _people(self) -> dict[int | None, Official]:
        return dict(self._officials.values())

    @cached_property
    def _names(self) -> dict[int, tuple[str, str]]:
        rows = self._tx.execute(select(_units.c.id, _units.c.name, _units.c.zone))
        return {row.id: (row.name, row.zone) for row in rows}

    def _unit(self, unit_id: int) -> tuple[str, str]:
        """Name and zone, also of a unit that has closed."""
        return self._names[unit_id]


def bounds(first: date, last: date, zone: str) -> tuple[datetime, datetime]:
    """From 00.00 of the first day to 24.00 of the last in the zone, as UTC."""
    if last < first:
        raise ValueError(f"a period that ends on {last}, before it begins on {first}")
    days = (first, last + timedelta(days=1))
    start, end = (datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC) for day in days)
    return start, end


def _measured(clocks: sla.Clocks) -> dict[str, Measured]:
    found = {name: getattr(clocks, name) for name in CLOCKS}
    return {
        name: Measured(clock.promised, clock.due, clock.ended_at, clock.elapsed, clock.overdue)
        for name, clock in found.items()
    }


def _closed(pause: Pause, end: datetime) -> Pause:
    return pause if pause.end is not None else Pause(pause.start, end, pause.reason)


def _inspected(events: Sequence[Happened], at: datetime) -> bool:
    """Whether the case was the inspectorate's just after an instant."""
    marks = [one.supervisory for one in events if one.at <= at and one.supervisory is not None]
    return bool(marks and marks[-1])


def _score(events: Sequence[Happened]) -> int | None:
    """The score given since the case ended last."""
    score = None
    for one in events:
        if one.event is Event.REOPENED:
            score = None
        score = one.score if one.score is not None else score
    return score
