"""What can be asked about cases, for whoever asks: other parts read cases through here only.

Everything handed out is frozen. Views for officers hold nothing about who sent an anonymous case.
One case is in `views`, an officer's list in `tasks`, past weeks in `figures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from models.complaints import access
from models.complaints.figures import Units, cases_between, open_at, open_overdue
from models.complaints.states import State
from models.complaints.tables import Case
from models.complaints.views import (
    CaseView,
    Spoken,
    clocks_of,
    for_officer,
    for_reporter,
)
from models.database import Transaction
from models.errors import Refused
from models.offices import Unit

__all__ = [
    "CaseLine",
    "CaseView",
    "NamedReport",
    "Spoken",
    "Units",
    "by_ticket",
    "cases_between",
    "clocks_of",
    "for_officer",
    "for_reporter",
    "is_held",
    "named_reports",
    "open_at",
    "open_overdue",
    "own_cases",
    "ticket_of",
]


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
class NamedReport:
    """Who filed a case without hiding, and when."""

    person_id: int
    case_id: int
    received_at: datetime


def named_reports(
    tx: Transaction, unit_id: int, since: datetime, until: datetime
) -> list[NamedReport]:
    """Ordinary cases of a unit received in (since, until], oldest first; none that is anonymous,
    supervisory or was withdrawn."""
    rows = tx.session.exec(
        select(Case.reporter_id, Case.id, Case.received_at)
        .where(
            Case.unit_id == unit_id,
            Case.received_at > since,
            Case.received_at <= until,
            col(Case.anonymous).is_(False),
            col(Case.supervisory).is_(False),
            col(Case.reporter_id).is_not(None),
            Case.state != State.WITHDRAWN,
        )
        .order_by(col(Case.received_at), col(Case.id))
    )
    return [NamedReport(person or 0, case or 0, received) for person, case, received in rows]


def ticket_of(tx: Transaction, case_id: int) -> str:
    return tx.session.get_one(Case, case_id).ticket


def is_held(tx: Transaction, case_id: int, at: datetime) -> bool:
    """Whether somebody who may still work on the case holds it."""
    return access.holder(tx, tx.session.get_one(Case, case_id), at) is not None


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
