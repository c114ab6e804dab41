"""The board of a unit: who holds what, what is late and why. For those who lead the unit.

Made from the columns of the open cases, which are all read: a unit has thousands of them at most.
Histories are read for the cases of one page only.
Supervisory cases are not on it, nor one's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlmodel import col
from sqlmodel import select as pick

from models import leaves, people
from models.complaints import access, reminders
from models.complaints.access import LEADING
from models.complaints.reminders import Why
from models.complaints.sla import Clock
from models.complaints.states import State
from models.complaints.tables import Case
from models.database import Transaction, table
from models.errors import Refused
from models.offices import Unit
from models.people import Appointment, Officer, Role

PAGE = 5  # cases on one page
_cases = table(Case)


@dataclass(frozen=True)
class Desk:
    """What one officer of the unit holds; officer_id None: nobody does."""

    officer_id: int | None
    name: str | None
    n: int
    late: int
    oldest: datetime | None  # receipt of the oldest open case
    away: bool = False


@dataclass(frozen=True)
class Line:
    """A case on the board."""

    case_id: int
    ticket: str
    category: str
    state: State
    holder_name: str | None
    received_at: datetime
    clock: Clock | None  # the running one that ends first; None while the citizen has the word
    why: Why | None  # of a late one


@dataclass(frozen=True)
class Board:
    """A unit at one instant, and one page of its cases."""

    unit_id: int
    unit_name: str
    zone: str
    states: dict[State, int]  # open cases by state
    late: int
    desks: tuple[Desk, ...]  # those nobody holds first, then by officer
    lines: tuple[Line, ...]
    chosen: int  # how many cases the pages hold


@dataclass(frozen=True)
class Wanted:
    """Which cases: of one holder (0: those nobody holds), or only late ones; None: all."""

    holder: int | None = None
    late: bool = False


def units_led(tx: Transaction, person_id: int, at: datetime) -> list[Unit]:
    """The units whose board this person may see, by name."""
    authority = people.authority(tx, person_id, at)
    if not authority.holds(LEADING):
        return []
    units = tx.session.exec(
        pick(Unit).where(col(Unit.closed_at).is_(None)).order_by(col(Unit.name), col(Unit.id))
    )
    return [unit for unit in units if access.over(authority, unit, LEADING)]


def of_unit(
    tx: Transaction,
    unit_id: int,
    person_id: int,
    at: datetime,
    wanted: Wanted | None = None,
    page: int = 0,
) -> Board:
    """The board; refused to whoever does not lead the unit."""
    wanted = wanted or Wanted()
    unit = tx.session.get(Unit, unit_id)
    if unit is None or not access.over(people.authority(tx, person_id, at), unit, LEADING):
        raise Refused("not-for-you")
    ours = _ours(unit_id, person_id)
    counts = tx.execute(_counts(ours, at)).all()
    lines, chosen = _lines(tx, ours, wanted, at, page)
    return Board(
        unit_id=unit_id,
        unit_name=unit.name,
        zone=unit.zone,
        states=_by_state(counts),
        late=sum(row.late for row in counts),
        desks=tuple(_desks(tx, unit, counts, at)),
        lines=lines,
        chosen=chosen,
    )


def _ours(unit_id: int, person_id: int) -> list[ColumnElement[bool]]:
    return [
        _cases.c.unit_id == unit_id,
        _cases.c.resolved_at.is_(None),
        _cases.c.supervisory.is_(False),
        _cases.c.reporter_id.is_distinct_from(person_id),
    ]


def _counts(ours: list[ColumnElement[bool]], at: datetime) -> Select[Any]:
    return (
        select(
            _cases.c.holder_id,
            _cases.c.state,
            func.count().label("n"),
            func.count().filter(_cases.c.next_due < at).label("late"),
            func.min(_cases.c.received_at).label("oldest"),
        )
        .where(*ours)
        .group_by(_cases.c.holder_id, _cases.c.state)
    )


def _by_state(counts: Sequence[Row[Any]]) -> dict[State, int]:
    found = Counter[str]()
    for row in counts:
        found[row.state] += row.n
    return {state: found[state] for state in State if found[state]}


def _desks(tx: Transaction, unit: Unit, counts: Sequence[Row[Any]], at: datetime) -> Iterator[Desk]:
    """Those nobody holds, then everybody of the unit and whoever else holds something."""
    held: dict[int | None, list[Row[Any]]] = {}
    for row in counts:
        held.setdefault(row.holder_id, []).append(row)
    yield _desk(None, None, held.pop(None, []), away=False)
    away, team = leaves.away(tx, at), _team(tx, unit, at)
    others = [tx.session.get_one(Officer, one) for one in held if one not in {o.id for o in team}]
    for officer in [*team, *others]:
        rows = held.get(officer.id, [])
        yield _desk(officer.id, officer.name, rows, away=officer.id in away)


def _desk(
    officer_id: int | None, name: str | None, rows: Sequence[Row[Any]], *, away: bool
) -> Desk:
    return Desk(
        officer_id=officer_id,
        name=name,
        n=sum(row.n for row in rows),
        late=sum(row.late for row in rows),
        oldest=min((row.oldest for row in rows), default=None),
        away=away,
    )


def _team(tx: Transaction, unit: Unit, at: datetime) -> Sequence[Officer]:
    return tx.session.exec(
        pick(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(
            Appointment.unit_id == unit.id, Appointment.role == Role.OFFICER, people.valid_at(at)
        )
        .order_by(col(Officer.name), col(Officer.id))
        .distinct()
    ).all()


def _lines(
    tx: Transaction, ours: list[ColumnElement[bool]], wanted: Wanted, at: datetime, page: int
) -> tuple[tuple[Line, ...], int]:
    """A page of the cases that are wanted, and how many there are: those nobody holds first, then
    by the end that comes first."""
    chosen = [*ours]
    if wanted.holder is not None:
        chosen.append(_cases.c.holder_id == (wanted.holder or None))
    if wanted.late:
        chosen.append(_cases.c.next_due < at)
    n = int(tx.execute(select(func.count()).select_from(_cases).where(*chosen)).scalar_one())
    first = min(max(page, 0), max(0, (n - 1) // PAGE)) * PAGE
    ids = tx.execute(
        select(_cases.c.id)
        .where(*chosen)
        .order_by(
            _cases.c.holder_id.is_not(None),
            _cases.c.next_due.is_(None),
            _cases.c.next_due,
            _cases.c.id,
        )
        .limit(PAGE)
        .offset(first)
    ).scalars()
    return tuple(_line(tx, case_id, at) for case_id in list(ids)), n


def _line(tx: Transaction, case_id: int, at: datetime) -> Line:
    case = tx.session.get_one(Case, case_id)
    standing = reminders.standing_of(tx, case, at)
    clock, holder = standing.clocks.next_due, access.holder(tx, case, at)
    return Line(
        case_id=case_id,
        ticket=case.ticket,
        category=case.category,
        state=State(case.state),
        holder_name=holder.name if holder else None,
        received_at=case.received_at,
        clock=clock,
        why=reminders.why(tx, standing, clock) if clock is not None and clock.overdue else None,
    )
