"""The end of a visit: its figures and the daily sums, in one transaction; and taking it back."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select

from models import offices
from models.database import Transaction
from models.offices import Service, Unit
from models.visits import sums, timing
from models.visits.tables import Outcome, Visit, VisitPause
from models.worktime import Pause


def end(tx: Transaction, visit: Visit, outcome: Outcome, at: datetime) -> None:
    """End the visit and count it, by the calendar and the promise of now."""
    unit = tx.session.get_one(Unit, visit.unit_id)
    service = tx.session.get_one(Service, visit.service_id)
    found = timing.figures(
        offices.calendar_of(tx, unit),
        service.duration,
        queued_at=visit.queued_at,
        started_at=visit.started_at,
        ended_at=at,
        pauses=[Pause(one.from_at, one.until_at) for one in pauses(tx, visit)],
        done=outcome is Outcome.DONE,
    )
    visit.ended_at, visit.outcome = at, outcome
    visit.promised, visit.minutes = found.promised, found.minutes
    visit.within, visit.waited = found.within, found.waited
    tx.session.add(visit)
    sums.add(tx, visit)


def reopen(tx: Transaction, visit: Visit) -> None:
    """The visit goes on as before; what was counted is taken off."""
    sums.add(tx, visit, -1)
    visit.ended_at = visit.outcome = None
    visit.promised, visit.minutes, visit.within, visit.waited = "", None, None, None
    tx.session.add(visit)


def pauses(tx: Transaction, visit: Visit) -> list[VisitPause]:
    """In the order they began; one without an end lasts, at most until the end of the visit."""
    statement = select(VisitPause).where(VisitPause.visit_id == visit.id)
    return list(tx.session.exec(statement.order_by(col(VisitPause.from_at), col(VisitPause.id))))
