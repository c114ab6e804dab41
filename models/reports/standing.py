"""Which cases a span concerns, and how they stood at its end.

A case of the inspectorate concerns none, from the instant it is handed over on and for every span
that is asked for afterwards: the unit it is about would see it in the figures of the week before.
`Span.supervisory` tells those who may know their number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlmodel import col, or_, select

from models.complaints import history
from models.complaints.history import EVENTS, CaseAt
from models.complaints.sla import Happened
from models.complaints.tables import Case
from models.database import Transaction
from models.journal import JournalEntry
from models.reports.cases import Span


def standing(tx: Transaction, span: Span) -> list[CaseAt]:
    """Every case that was open at some time in the span and ever with one of its units, as it
    stood at the end."""
    stood = history.stand(tx, _concerned(span), now=span.end, before=span.end)
    secret = _inspected(tx, span)
    marked = [
        replace(case, supervisory=case.supervisory or case.case_id in secret) for case in stood
    ]
    return [case for case in marked if span.supervisory or not case.supervisory]


def _inspected(tx: Transaction, span: Span) -> set[int | None]:
    """Those of the inspectorate by now, whoever had them at the end of the span."""
    if not span.supervisory:
        return set()
    return set(tx.session.exec(_concerned(span).where(col(Case.supervisory).is_(True))))


def events_of(tx: Transaction, span: Span) -> Sequence[Sequence[Happened]]:
    """What happened to those cases before the end of the span."""
    return list(history.events_of(tx, _concerned(span), before=span.end).values())


def _concerned(span: Span) -> Any:
    """A case that ended before the span and was reopened later has no end, or a later one."""
    cases = select(Case.id).where(
        Case.received_at < span.end,
        or_(col(Case.resolved_at).is_(None), col(Case.resolved_at) >= span.start),
    )
    if not span.supervisory:
        cases = cases.where(col(Case.supervisory).is_(False))
    if span.unit_ids is None:
        return cases
    here = list(span.unit_ids)
    been = select(JournalEntry.case_id).where(
        col(JournalEntry.unit_id).in_(here), col(JournalEntry.kind).in_(EVENTS)
    )
    return cases.where(or_(col(Case.unit_id).in_(here), col(Case.id).in_(been)))
