"""Find a case among those of an officer's units: by words, time of receipt and state.

Only what others may read is searched, and only the newest cases of each unit in the time asked for,
so that a search costs the same whatever there is; the answer says when that left some out. Of many
units fewer cases each are looked at.
Supervisory cases are found by their inspectors, never by words: what they say is read case by case,
with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, literal, not_, or_, select

from models.complaints.desks import Desk
from models.complaints.states import State
from models.complaints.tables import Case, CaseMessage
from models.database import Transaction, UtcDateTime, table
from models.offices import Unit

LOOKED_AT = 1000  # the newest cases of a unit
ALL_TOLD = 5000  # of many units together
AT_LEAST = 10  # of each unit, however many there are
EVER = datetime(2000, 1, 1, tzinfo=UTC)  # before any case
SNIPPET = 80  # characters of what was written

_cases, _messages, _units = table(Case), table(CaseMessage), table(Unit)


@dataclass(frozen=True)
class Wanted:
    """What is looked for; everything given must fit. start, end: of the receipt, [start, end)."""

    words: tuple[str, ...] = ()
    start: datetime | None = None
    end: datetime | None = None
    states: tuple[State, ...] = ()
    late: bool = False  # open, with a clock past its end


@dataclass(frozen=True)
class Found:
    """A case in the list of what was found."""

    case_id: int
    ticket: str
    category: str
    supervisory: bool
    state: State
    unit_name: str
    zone: str
    received_at: datetime
    snippet: str  # empty for a supervisory case


@dataclass(frozen=True)
class Page:
    found: tuple[Found, ...]  # newest first
    more: bool  # there are more on the next page
    cut: int  # only so many of the newest of a unit were looked at, and it has more; 0: of none


def by_ticket(tx: Transaction, desk: Desk, ticket: str) -> int | None:
    """Id of the case with this ticket, if the person may work on it."""
    row = tx.execute(
        select(_cases.c.id, _cases.c.unit_id, _cases.c.supervisory).where(_cases.c.ticket == ticket)
    ).first()
    if row is None or row.id in desk.own:
        return None
    units = desk.inspected if row.supervisory else desk.units
    return row.id if row.unit_id in units else None


def find(tx: Transaction, desk: Desk, wanted: Wanted, now: datetime, first: int, size: int) -> Page:
    """`size` cases from place `first` on, newest first."""
    each = _each(len(desk.every))
    edges = _edges(desk, wanted, each).cte("edges").prefix_with("MATERIALIZED")
    left_out = select(func.count()).where(edges.c.edge > EVER)
    cut = tx.execute(left_out).scalar_one() > 0
    rows = tx.execute(
        select(
            _cases.c.id,
            _cases.c.ticket,
            _cases.c.category,
            _cases.c.supervisory,
            _cases.c.state,
            _cases.c.unit_id,
            _cases.c.received_at,
            func.substr(_cases.c.text, 1, SNIPPET + 1).label("text"),
        )
        .join_from(edges, _cases, _cases.c.unit_id == edges.c.unit_id)
        .where(_cases.c.received_at > edges.c.edge)
        .where(*_within(wanted), _allowed(desk, wanted), *_fits(wanted, now))
        .order_by(_cases.c.received_at.desc(), _cases.c.id.desc())
        .limit(size + 1)
        .offset(first)
    ).all()
    found = [_found(desk, row) for row in rows[:size]]
    return Page(tuple(found), len(rows) > size, each if cut else 0)


def _found(desk: Desk, row: Row[Any]) -> Found:
    unit = desk.every[row.unit_id]
    said = "" if row.supervisory else " ".join(row.text.split())
    return Found(
        case_id=row.id,
        ticket=row.ticket,
        category=row.category,
        supervisory=row.supervisory,
        state=State(row.state),
        unit_name=unit.name,
        zone=unit.zone,
        received_at=row.received_at,
        snippet=said if len(said) <= SNIPPET else f"{said[: SNIPPET - 1]}…",
    )


# --- beneath


def _each(units: int) -> int:
    """How many of the newest cases of each unit are looked at."""
    return max(AT_LEAST, min(LOOKED_AT, ALL_TOLD // max(units, 1)))


def _edges(desk: Desk, wanted: Wanted, each: int) -> Select[Any]:
    """For each unit the receipt of its newest case that is left out, EVER when none is: read from
    an index alone."""
    edge = (
        select(_cases.c.received_at)
        .where(_cases.c.unit_id == _units.c.id, *_within(wanted))
        .order_by(_cases.c.received_at.desc())
        .limit(1)
        .offset(each)
    )
    ids = _units.c.id.in_(list(desk.every))
    since = func.coalesce(edge.scalar_subquery(), literal(EVER, UtcDateTime()))
    return select(_units.c.id.label("unit_id"), since.label("edge")).where(ids)


def _within(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """Received in the time asked for."""
    if wanted.start is not None:
        yield _cases.c.received_at >= wanted.start
    if wanted.end is not None:
        yield _cases.c.received_at < wanted.end


def _allowed(desk: Desk, wanted: Wanted) -> ColumnElement[bool]:
    """Cases the person may work on; by words never supervisory ones."""
    unit_id = _cases.c.unit_id + 0  # not by its index: that is for the newest of each unit
    ordinary = and_(_cases.c.supervisory.is_(False), unit_id.in_(list(desk.units)))
    inspected = and_(_cases.c.supervisory.is_(True), unit_id.in_(list(desk.inspected)))
    kinds = ordinary if wanted.words else or_(ordinary, inspected)
    return and_(kinds, not_(_cases.c.id.in_(desk.own))) if desk.own else kinds


def _fits(wanted: Wanted, now: datetime) -> Sequence[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [_says(word) for word in wanted.words]
    if wanted.states:
        conditions.append(_cases.c.state.in_([state.value for state in wanted.states]))
    if wanted.late:
        conditions += [_cases.c.resolved_at.is_(None), _cases.c.next_due < now]
    return conditions


def _says(word: str) -> ColumnElement[bool]:
    """Whether the complaint, its place or its thread holds the word, as others read them."""
    spoken = exists().where(
        _messages.c.case_id == _cases.c.id, _messages.c.text.icontains(word, autoescape=True)
    )
    return or_(
        _cases.c.text.icontains(word, autoescape=True),
        _cases.c.place.icontains(word, autoescape=True),
        spoken,
    )
