"""The team that watches what trainings do: named by an admin, and told each month.

The list goes out on the first working day of a month, when the watcher's unit opens, once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import col, select

from models import journal, offices
from models.appraisal import leaders
from models.appraisal.coaching import effects, events, ground
from models.appraisal.coaching.events import Event
from models.appraisal.coaching.tables import TrainingNeed, Watcher
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.local_days import local_day, midnight
from models.offices import Unit
from models.people import Officer


@dataclass(frozen=True, slots=True)
class Report:
    """What a team looks at on a day. No name of who needs what: that is for the leaders."""

    office_id: int
    office: str
    zone: str
    day: date
    ended: tuple[Event, ...]  # last month
    ready: tuple[Event, ...]  # its effect can be told since last month began
    waiting: tuple[tuple[Event, date], ...]  # held; its effect can be told from that day on
    untold: tuple[Event, ...]  # nobody entered who came
    needs: tuple[tuple[str, int], ...]  # undecided ones by unit
    oldest: datetime | None  # since when the oldest of them waits


# --- who watches


def name(tx: Transaction, office_id: int, officer_id: int, at: datetime, by: int) -> None:
    """Put somebody who serves in the office into the team. The first list comes next month."""
    ground.admin(tx, by, at, office_id)
    if officer_id not in {one.id for one in ground.served(tx, office_id, at)}:
        raise Refused("not-for-you")
    if tx.session.get(Watcher, (office_id, officer_id)) is None:
        zone = offices.office(tx, office_id).zone
        month = _month(local_day(zone, at))
        tx.session.add(Watcher(office_id=office_id, officer_id=officer_id, sent_for=month))
        _enter(tx, office_id, officer_id, "watcher-named", at, by)


def dismiss(tx: Transaction, office_id: int, officer_id: int, at: datetime, by: int) -> None:
    """Out of the team; a watcher may leave it too."""
    if ground.officer(tx, by, at).id != officer_id:
        ground.admin(tx, by, at, office_id)
    row = tx.session.get(Watcher, (office_id, officer_id))
    if row is not None:
        tx.session.delete(row)
        _enter(tx, office_id, officer_id, "watcher-dismissed", at, by)


def of_office(tx: Transaction, office_id: int) -> list[Officer]:
    """The team, by name."""
    rows = tx.session.exec(
        select(Officer)
        .join(Watcher, col(Watcher.officer_id) == Officer.id)
        .where(Watcher.office_id == office_id)
        .order_by(col(Officer.name), col(Officer.id))
    )
    return list(rows)


def watched(tx: Transaction, at: datetime, by: int) -> list[int]:
    """The offices whose trainings somebody watches."""
    me = ground.officer(tx, by, at)
    statement = select(Watcher.office_id).where(Watcher.officer_id == me.id)
    return list(tx.session.exec(statement.order_by(col(Watcher.office_id))))


# --- what they are told


def report(tx: Transaction, office_id: int, at: datetime) -> Report:
    """The list as it stands."""
    office = offices.office(tx, office_id)
    today = local_day(office.zone, at)
    since = _month_before(today)
    held = [one for one in events.of_office(tx, office_id) if one.last_day < today]
    told = [one for one in held if one.attended]
    waiting = [(one, effects.ready_on(one)) for one in told]
    needs = _undecided(tx, office_id)
    return Report(
        office_id=office_id,
        office=office.name,
        zone=office.zone,
        day=today,
        ended=tuple(one for one in held if since <= one.last_day < today.replace(day=1)),
        ready=tuple(one for one, ready in waiting if since <= ready <= today),
        waiting=tuple((one, ready) for one, ready in waiting if ready > today),
        untold=tuple(one for one in held if not one.attended),
        needs=tuple(sorted(Counter(unit for unit, _ in needs).items())),
        oldest=min((since for _, since in needs), default=None),
    )


def of_reader(tx: Transaction, office_id: int, at: datetime, by: int) -> Report:
    """For a watcher, an admin or a head of the office."""
    watches = office_id in watched(tx, at, by) or ground.heads_office(tx, by, at, office_id)
    if not watches:
        ground.admin(tx, by, at, office_id)
    return report(tx, office_id, at)


def due(tx: Transaction, at: datetime, limit: int = 20) -> list[tuple[Officer, Report]]:
    """Watchers whose list of this month is due, marked as told: each month once. Those without a
    chat are passed over."""
    rows = tx.session.exec(
        select(Watcher, Officer)
        .join(Officer, col(Officer.id) == Watcher.officer_id)
        .where(col(Officer.person_id).is_not(None))
        .order_by(col(Watcher.office_id), col(Watcher.officer_id))
        .with_for_update(of=Watcher)
    ).all()
    ready = [(watcher, officer) for watcher, officer in rows if _due(tx, watcher, at)][:limit]
    found = []
    for watcher, officer in ready:
        made = report(tx, watcher.office_id, at)
        watcher.sent_for = _month(made.day)
        tx.session.add(watcher)
        found.append((officer, made))
    tx.session.flush()
    return found


def _due(tx: Transaction, watcher: Watcher, at: datetime) -> bool:
    """Since the unit opened for the first time in the month; without a unit the office's first
    one says when."""
    unit = leaders.unit_of(tx, watcher.officer_id, at)
    if unit is None or unit.office_id != watcher.office_id:
        unit = next(iter(offices.units(tx, watcher.office_id)), None)
    if unit is None:
        return False
    first = local_day(unit.zone, at).replace(day=1)
    if watcher.sent_for >= _month(first):
        return False
    opening = offices.next_opening(tx, unit, midnight(first, unit.zone))
    return opening is not None and opening <= at


def _undecided(tx: Transaction, office_id: int) -> list[tuple[str, datetime]]:
    """The unit and the day of each need nobody has decided."""
    rows = tx.session.exec(
        select(Unit.name, TrainingNeed.at)
        .join(Unit, col(Unit.id) == TrainingNeed.unit_id)
        .where(Unit.office_id == office_id, col(TrainingNeed.accepted).is_(None))
    )
    return list(rows)


def _month(day: date) -> str:
    return f"{day.year}-{day.month:02}"


def _month_before(day: date) -> date:
    """The first day of the month before."""
    return (day.replace(day=1) - ground.DAY).replace(day=1)


def _enter(
    tx: Transaction, office_id: int, officer_id: int, step: str, at: datetime, by: int
) -> None:
    journal.write(
        tx,
        Kind.TRAINING_CHANGED,
        at,
        actor_id=by,
        step=step,
        office=office_id,
        officer=officer_id,
    )
