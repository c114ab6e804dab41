"""Cases as they stood in a past week or at an instant: what reports and figures count."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlmodel import col, or_, select

from models.complaints.history import EVENTS, CaseAt, stand
from models.complaints.tables import Case
from models.database import Transaction
from models.journal import JournalEntry

Units = Collection[int] | None
"""Ids of units; None: all."""


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


def _in_units(cases: list[CaseAt], units: Units) -> list[CaseAt]:
    return [case for case in cases if units is None or case.unit_id in units]
