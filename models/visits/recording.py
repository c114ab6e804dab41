"""Visits that a queue system or a CSV file tells of, each as a whole, once it is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from models import journal, offices, people
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Counter, Service, Unit
from models.people import Role
from models.visits import ending
from models.visits.tables import Outcome, Source, Visit, VisitPause

MANAGING = (Role.HEAD, Role.ADMIN)
EXTERNAL_LIMIT = 80  # characters
OLDEST = timedelta(days=366)  # what is older has been reported on for long
AHEAD = timedelta(minutes=5)  # the clocks of two machines differ


@dataclass(frozen=True, slots=True)
class Fact:
    """A visit that took place. All instants are aware; pauses are (from, until), in order.

    external: its number in the queue system, once per unit and for good: where numbers begin anew
    every day, the day belongs to it. None: none, then nothing keeps it from being told twice.
    """

    unit_id: int
    service_id: int
    started_at: datetime
    ended_at: datetime
    outcome: Outcome = Outcome.DONE
    external: str | None = None
    counter_id: int | None = None
    queued_at: datetime | None = None
    pauses: tuple[tuple[datetime, datetime], ...] = ()


_visits = table(Visit)
_RECORD = (
    insert(_visits)
    .values(
        {
            name: bindparam(name)
            for name in (
                "unit_id",
                "service_id",
                "counter_id",
                "officer_id",
                "day",
                "source",
                "external",
                "queued_at",
                "started_at",
                "promised",
            )
        }
    )
    .on_conflict_do_nothing()
    .returning(_visits.c.id)
)


def record(tx: Transaction, fact: Fact, source: Source, at: datetime, by: int | None) -> Visit:
    """Store a visit as a whole; the same fact again changes nothing and gives the visit there is.

    by: None for a queue system (whoever calls has checked its key against `fact.unit_id`) or the
    command line, else a head or admin of the unit. Who served is who was on the roster of the
    counter at its beginning. Refuses what cannot be so, and another fact under the same number.
    """
    unit = offices.unit(tx, fact.unit_id)
    _require_leave(tx, unit, at, by)
    _refuse_unsound(tx, fact, at)
    row = tx.execute(_RECORD, _row(tx, fact, source, unit)).first()
    if row is None:
        return _told_before(tx, fact)
    visit = tx.session.get_one(Visit, row.id)
    tx.session.add_all(
        VisitPause(visit_id=row.id, from_at=start, until_at=end) for start, end in fact.pauses
    )
    ending.end(tx, visit, fact.outcome, fact.ended_at)
    journal.write(
        tx,
        Kind.VISIT_RECORDED,
        at,
        actor_id=by,
        unit_id=fact.unit_id,
        visit=row.id,
        service=fact.service_id,
        source=source.value,
        outcome=fact.outcome.value,
    )
    return visit


def known(tx: Transaction, unit_id: int, external: str) -> Visit | None:
    """The visit with this number of the unit's queue system."""
    statement = select(Visit).where(Visit.unit_id == unit_id, Visit.external == external)
    return tx.session.exec(statement).first()


def _row(tx: Transaction, fact: Fact, source: Source, unit: Unit) -> dict[str, object]:
    officer_id = (
        offices.serving(tx, fact.counter_id, fact.started_at)
        if fact.counter_id is not None
        else None
    )
    return {
        "unit_id": fact.unit_id,
        "service_id": fact.service_id,
        "counter_id": fact.counter_id,
        "officer_id": officer_id,
        "day": fact.started_at.astimezone(ZoneInfo(unit.zone)).date(),
        "source": source.value,
        "external": fact.external,
        "queued_at": fact.queued_at,
        "started_at": fact.started_at,
        "promised": "",
    }


def _require_leave(tx: Transaction, unit: Unit, at: datetime, by: int | None) -> None:
    if by is None:
        return
    authority = people.known_authority(tx, by, at)
    if not any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in MANAGING):
        raise Refused("not-for-you")


def _refuse_unsound(tx: Transaction, fact: Fact, at: datetime) -> None:
    if fact.external is not None and not 1 <= len(fact.external) <= EXTERNAL_LIMIT:
        raise Refused("visit-external-length", limit=EXTERNAL_LIMIT)
    service = tx.session.get(Service, fact.service_id)  # a closed one had its visits
    if service is None or service.unit_id != fact.unit_id:
        raise Refused("service-unknown")
    counter = tx.session.get(Counter, fact.counter_id) if fact.counter_id is not None else None
    if fact.counter_id is not None and (counter is None or counter.unit_id != fact.unit_id):
        raise Refused("counter-unknown")
    edges = [edge for pause in fact.pauses for edge in pause]
    times = [fact.queued_at or fact.started_at, fact.started_at, *edges, fact.ended_at]
    if any(later < earlier for earlier, later in pairwise(times)):
        raise Refused("visit-times-order")
    if fact.ended_at > at + AHEAD:
        raise Refused("visit-in-future")
    if times[0] < at - OLDEST:
        raise Refused("visit-too-old", days=OLDEST.days)


def _told_before(tx: Transaction, fact: Fact) -> Visit:
    visit = known(tx, fact.unit_id, fact.external or "")
    if visit is None or fact != _fact(tx, visit):
        raise Refused("visit-external-differs", external=fact.external or "")
    return visit


def _fact(tx: Transaction, visit: Visit) -> Fact:
    ended = visit.ended_at or visit.started_at
    return Fact(
        visit.unit_id,
        visit.service_id,
        visit.started_at,
        ended,
        Outcome(visit.outcome or Outcome.DONE),
        visit.external,
        visit.counter_id,
        visit.queued_at,
        tuple((one.from_at, one.until_at or ended) for one in ending.pauses(tx, visit)),
    )
