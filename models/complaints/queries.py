"""What can be asked about cases: lists, one case's view, and the figures behind reports.

Everything handed out is frozen. Views for officers hold nothing about who sent the case.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, or_, select

from models import people
from models.complaints import access, casework, sla
from models.complaints.history import EVENTS, CaseAt, Measures, stand
from models.complaints.limits import CaseClass, Step
from models.complaints.sla import Clock, Clocks, Happened
from models.complaints.states import State
from models.complaints.tables import Attachment, Case, CaseMessage, Side
from models.database import Transaction
from models.errors import Refused
from models.journal import JournalEntry
from models.offices import Unit
from models.people import Officer
from models.worktime import deadline, worked
from models.worktime_explain import explain

Units = Collection[int] | None
"""Ids of units; None: all."""


@dataclass(frozen=True)
class Spoken:
    """A message of the thread."""

    side: Side
    text: str
    at: datetime
    photos: tuple[str, ...]  # Telegram file ids
    documents: tuple[str, ...]


@dataclass(frozen=True)
class CaseView:
    """One case, for one of the two sides."""

    case_id: int
    ticket: str
    unit_id: int
    unit_name: str
    zone: str
    category: str
    case_class: CaseClass
    supervisory: bool
    text: str
    place: str | None
    latitude: float | None
    longitude: float | None
    photos: tuple[str, ...]
    documents: tuple[str, ...]
    state: State
    holder_id: int | None
    holder_name: str | None
    received_at: datetime
    silent_until: datetime | None  # when it closes by itself; None unless the citizen has the word
    rated: bool
    unit_names: dict[int, str]  # of every unit it has been with
    events: tuple[Happened, ...]
    thread: tuple[Spoken, ...]
    clocks: Clocks


@dataclass(frozen=True)
class CaseLine:
    """A case in a citizen's list."""

    case_id: int
    ticket: str
    category: str
    state: State
    unit_name: str
    received_at: datetime
    zone: str


@dataclass(frozen=True)
class Task:
    """An open case in an officer's list. Time left is working time of its unit."""

    case_id: int
    ticket: str
    category: str
    state: State
    unit_id: int
    unit_name: str
    zone: str
    holder_id: int | None
    holder_name: str | None
    mine: bool
    clock: Clock | None  # the running one that ends first; None while the citizen has the word
    minutes_left: float  # 0 when overdue or nothing runs
    days_left: int  # working days after today up to the end


def ticket_of(tx: Transaction, case_id: int) -> str:
    return tx.session.get_one(Case, case_id).ticket


def by_ticket(tx: Transaction, ticket: str, person_id: int) -> int:
    """Id of the citizen's own case; another's ticket is as unknown as one that never was."""
    found = tx.session.exec(
        select(Case.id).where(Case.ticket == ticket, Case.reporter_id == person_id)
    ).first()
    if found is None:
        raise Refused("ticket-unknown")
    return found


def own_cases(tx: Transaction, person_id: int, limit: int = 10) -> list[CaseLine]:
    """The citizen's cases, newest first."""
    rows = tx.session.exec(
        select(Case, Unit)
        .join(Unit, col(Unit.id) == Case.unit_id)
        .where(Case.reporter_id == person_id)
        .order_by(col(Case.received_at).desc(), col(Case.id).desc())
        .limit(limit)
    )
    return [
        CaseLine(
            case.id or 0,
            case.ticket,
            case.category,
            State(case.state),
            unit.name,
            case.received_at,
            unit.zone,
        )
        for case, unit in rows
    ]


def for_reporter(tx: Transaction, case_id: int, person_id: int, now: datetime) -> CaseView:
    """The case as its citizen sees it."""
    case = tx.session.get(Case, case_id)
    if case is None or case.reporter_id != person_id:
        raise Refused("case-unknown")
    return _view(tx, case, now)


def for_officer(tx: Transaction, case_id: int, person_id: int, now: datetime) -> CaseView:
    """The case as an officer, head or admin of its unit sees it."""
    case = tx.session.get(Case, case_id)
    if case is None:
        raise Refused("case-unknown")
    access.entitled(tx, case, person_id, now)
    return _view(tx, case, now)


def tasks(tx: Transaction, person_id: int, now: datetime) -> list[Task]:
    """The open cases of the person's units, the end nearest first; those that wait for the
    citizen come last."""
    authority = people.authority(tx, person_id, now)
    units = [
        unit for unit in tx.session.exec(select(Unit)) if access.over(authority, unit, access.ROLES)
    ]
    cases = [
        case
        for case in _open_cases(tx, [unit.id or 0 for unit in units])
        if case.reporter_id != person_id
    ]
    own = authority.officer.id if authority.officer else None
    by_id = {unit.id or 0: unit for unit in units}
    return sorted(_tasks(tx, cases, by_id, own, now), key=_urgency)


def clocks_of(tx: Transaction, case: Case, now: datetime) -> Clocks:
    """Every clock of the case as it stands now."""
    past = casework.history(tx, case)
    measure = Measures(tx).of(past)
    return sla.clocks(past, measure.calendar, now, measure.limits)


def silent_until(tx: Transaction, case: Case) -> datetime | None:
    """When the case ends by itself if its citizen keeps silent; None unless the citizen has the
    word."""
    if case.waiting_since is None:
        return None
    measure = casework.measure_of(tx, case)
    limit = measure.limits.of(Step.SILENCE, CaseClass(case.kind))
    return deadline(measure.calendar, case.waiting_since, limit.duration)


def cases_between(tx: Transaction, units: Units, start: datetime, end: datetime) -> list[CaseAt]:
    """Cases something happened to in [start, end), as they stood at `end`.

    A case counts for the unit it was with at `end`.
    """
    touched = (
        select(JournalEntry.case_id)
        .where(col(JournalEntry.kind).in_(EVENTS), JournalEntry.at >= start, JournalEntry.at < end)
        .distinct()
    )
    return _in_units(stand(tx, touched, end, before=end), units)


def open_at(tx: Transaction, units: Units, at: datetime) -> list[CaseAt]:
    """Cases that were open at an instant, with their clocks as they stood then."""
    unended = select(Case.id).where(
        Case.received_at < at, or_(col(Case.resolved_at).is_(None), col(Case.resolved_at) >= at)
    )
    return [case for case in _in_units(stand(tx, unended, at, before=at), units) if case.open]


def open_overdue(tx: Transaction, units: Units, at: datetime) -> list[CaseAt]:
    """Cases that were open and late at an instant; figures count them as late."""
    return [case for case in open_at(tx, units, at) if case.overdue]


def silent_cases(tx: Transaction, at: datetime) -> list[int]:
    """Ids of the cases whose citizen may have kept silent too long, the longest silence first.

    Ten working days take at least ten calendar days, less the hours by which the last of them ends
    before the hour at which the silence began.
    """
    least = timedelta(days=1)
    statement = select(Case.id).where(col(Case.waiting_since) <= at - least)
    rows = tx.session.exec(statement.order_by(col(Case.waiting_since)))
    return [case_id for case_id in rows if case_id is not None]


# --- beneath


def _in_units(cases: list[CaseAt], units: Units) -> list[CaseAt]:
    return [case for case in cases if units is None or case.unit_id in units]


def _open_cases(tx: Transaction, unit_ids: list[int]) -> list[Case]:
    statement = select(Case).where(
        col(Case.unit_id).in_(unit_ids),
        col(Case.resolved_at).is_(None),
        col(Case.supervisory).is_(False),
    )
    return list(tx.session.exec(statement))


def _tasks(
    tx: Transaction, cases: list[Case], units: dict[int, Unit], own: int | None, now: datetime
) -> list[Task]:
    measures = Measures(tx)
    standing = {case.case_id: case for case in stand(tx, [c.id or 0 for c in cases], now)}
    found = []
    for case in cases:
        at, unit = standing[case.id or 0], units[case.unit_id]
        holder = access.holder(tx, case, now)
        clock = at.clocks.next_due
        left = (0.0, 0)
        if clock is not None and clock.due > now:
            calendar = measures.of(at.events).calendar
            left = (
                worked(calendar, now, clock.due).total_seconds() / 60,
                len(explain(calendar, now, clock.due).working_days),
            )
        found.append(
            Task(
                case_id=case.id or 0,
                ticket=case.ticket,
                category=case.category,
                state=at.state,
                unit_id=case.unit_id,
                unit_name=unit.name,
                zone=unit.zone,
                holder_id=holder.id if holder else None,
                holder_name=holder.name if holder else None,
                mine=holder is not None and holder.id == own,
                clock=clock,
                minutes_left=left[0],
                days_left=left[1],
            )
        )
    return found


def _urgency(task: Task) -> tuple[bool, float, int]:
    return (task.clock is None, task.clock.due.timestamp() if task.clock else 0, task.case_id)


def _view(tx: Transaction, case: Case, now: datetime) -> CaseView:
    unit = access.unit_of(tx, case.unit_id)
    events = casework.history(tx, case)
    measure = Measures(tx).of(events)
    photos, documents = _files(casework.files_of(tx, case.id or 0))
    return CaseView(
        case_id=case.id or 0,
        ticket=case.ticket,
        unit_id=case.unit_id,
        unit_name=unit.name,
        zone=unit.zone,
        category=case.category,
        case_class=CaseClass(case.kind),
        supervisory=case.supervisory,
        text=case.text,
        place=case.place,
        latitude=case.latitude,
        longitude=case.longitude,
        photos=photos,
        documents=documents,
        state=State(case.state),
        holder_id=case.holder_id,
        holder_name=_holder_name(tx, case, now),
        received_at=case.received_at,
        silent_until=silent_until(tx, case),
        rated=case.handling_score is not None,
        unit_names={
            h.unit_id: access.unit_of(tx, h.unit_id).name for h in events if h.unit_id is not None
        },
        events=tuple(events),
        thread=tuple(_spoken(tx, m) for m in casework.messages_of(tx, case.id or 0)),
        clocks=sla.clocks(events, measure.calendar, now, measure.limits),
    )


def _holder_name(tx: Transaction, case: Case, now: datetime) -> str | None:
    holder: Officer | None = access.holder(tx, case, now)
    return holder.name if holder else None


def _spoken(tx: Transaction, message: CaseMessage) -> Spoken:
    photos, documents = _files(casework.files_of(tx, message.case_id, message.id))
    return Spoken(message.side, message.text, message.at, photos, documents)


def _files(files: list[Attachment]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    by_kind = {
        kind: tuple(file.file_id for file in files if file.kind == kind)
        for kind in ("photo", "document")
    }
    return by_kind["photo"], by_kind["document"]
