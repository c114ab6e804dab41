"""What the clock does with summaries: last week's goes out on Monday at 07.00, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import col, select

from handlers import summary, summary_text
from handlers.message import body
from models import journal, outbox, people
from models.database import Transaction
from models.journal import JournalEntry, Kind
from models.offices import Office, Unit
from models.outbox import Outgoing, Urgency
from models.people import Appointment, Officer, Role
from models.reports.scope import WEEK, Scope, bounds, monday, place
from models.reports.weekly import weekly

AFTER_MIDNIGHT = timedelta(hours=7)  # Monday 07.00 of the office's zone
AT_ONCE = 10  # summaries in one run, so that nobody waits long for the Writer


def send_weekly(tx: Transaction, at: datetime) -> int:
    """Send last week's summaries that are due and were not sent yet; how many.

    A unit's goes to its heads, an office's to those who lead the office, that of all to those who
    lead everything. A process that was down on Monday morning sends later in the week. Whoever was
    appointed after Monday 07.00 gets the first one next week.
    """
    sent, known = 0, _known(tx, at)
    for scope, leaders in _leaders(tx, at).items():
        office_zone = _office_zone(tx, scope)
        if sent == AT_ONCE or office_zone is None:
            continue
        week, due = _last_due(at, office_zone)
        recipients = [leader for leader in leaders if leader.since <= due]
        if recipients and (scope.code, week.isoformat()) not in known:
            sent += _send(tx, scope, week, recipients, at)
    return sent


def _last_due(at: datetime, zone: str) -> tuple[date, datetime]:
    """The last week whose summary is due, and since when."""
    this = monday(at, zone)
    due = bounds(this, zone)[0] + AFTER_MIDNIGHT
    if at < due:
        this, due = this - WEEK, due - WEEK
    return this - WEEK, due


@dataclass(frozen=True, slots=True)
class _Leader:
    """Since when who leads a place, and whether as its admin."""

    since: datetime
    person_id: int
    admin: bool


def _leaders(tx: Transaction, at: datetime) -> dict[Scope, list[_Leader]]:
    """Who leads each place, in the chat."""
    rows = tx.session.exec(
        select(Appointment, Officer.person_id)
        .join(Officer, col(Officer.id) == Appointment.officer_id)
        .where(
            col(Appointment.role).in_([Role.HEAD, Role.ADMIN]),
            col(Officer.person_id).is_not(None),
            people.valid_at(at),
        )
        .order_by(col(Appointment.id))
    )
    found: dict[Scope, list[_Leader]] = {}
    for appointment, person_id in rows:
        office_id = None if appointment.unit_id is not None else appointment.office_id
        scope = Scope(unit_id=appointment.unit_id, office_id=office_id)
        leader = _Leader(appointment.from_at, person_id or 0, appointment.role == Role.ADMIN)
        found.setdefault(scope, []).append(leader)
    return found


def _office_zone(tx: Transaction, scope: Scope) -> str | None:
    """The zone in which it is Monday 07.00; None for a place that has closed."""
    office_id = scope.office_id
    if scope.unit_id is not None:
        unit = tx.session.get_one(Unit, scope.unit_id)
        if unit.closed_at is not None:
            return None
        office_id = unit.office_id
    if office_id is None:
        return place(tx, scope).zone
    office = tx.session.get_one(Office, office_id)
    return None if office.closed_at is not None else office.zone


def _known(tx: Transaction, at: datetime) -> set[tuple[str, str]]:
    """Scope and week of the summaries that were sent of late."""
    entries = tx.session.exec(
        select(JournalEntry).where(
            JournalEntry.kind == Kind.SUMMARY_SENT.value, JournalEntry.at > at - 2 * WEEK
        )
    )
    return {(entry.data["scope"], entry.data["week"]) for entry in entries}


def _send(
    tx: Transaction, scope: Scope, week: date, recipients: list[_Leader], at: datetime
) -> bool:
    _lock(tx, scope)
    if (scope.code, week.isoformat()) in _known(tx, at):
        return False
    admins = {one.person_id for one in recipients if one.admin}
    others = {one.person_id for one in recipients} - admins
    for people_, admin in ((admins, True), (others, False)):
        if people_:
            _put(tx, scope, week, sorted(people_), at, admin=admin)
    journal.write(
        tx,
        Kind.SUMMARY_SENT,
        at,
        unit_id=scope.unit_id,
        scope=scope.code,
        week=week.isoformat(),
        recipients=len(admins | others),
    )
    return True


def _put(
    tx: Transaction, scope: Scope, week: date, people_ids: list[int], at: datetime, *, admin: bool
) -> None:
    found = weekly(tx, scope, week, at, admin=admin)
    values = summary_text.values(found, "summary-title-last")
    told = body("summary", values, buttons=summary.buttons(found))
    for person_id in people_ids:
        outbox.put(tx, Outgoing(person_id, told, Urgency.BULK, unit_id=scope.unit_id), at)


def _lock(tx: Transaction, scope: Scope) -> None:
    """Two processes, while one takes over from the other, never send the same summary twice."""
    if scope.unit_id is not None:
        row = select(Unit.id).where(Unit.id == scope.unit_id)
    else:
        row = select(Office.id).order_by(col(Office.id)).limit(1)
        if scope.office_id is not None:
            row = select(Office.id).where(Office.id == scope.office_id)
    tx.session.exec(row.with_for_update()).all()
