"""What was promised at an evaluation meeting, and what became of it.

The meeting is held over a period; what is promised there stands in the next meeting's pack. An
officer promises for oneself, the leader enters it; for the unit the head promises. Whether it was
kept is told by who leads, not by who promised.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import col, or_, select

from models import journal, offices, people
from models.appraisal import leaders, terms
from models.appraisal.coaching import ground
from models.appraisal.coaching.tables import Promise
from models.appraisal.leaders import Standing
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.local_days import local_day
from models.offices import Unit
from models.people import Officer, Role

BEFORE = timedelta(days=7)  # a promise is reminded of so long before it is due
FARTHEST = timedelta(days=732)
LEAST_OUTCOME = 5
MOST = 50  # promises of a unit at one meeting
ENTERING = (Standing.OWN, Standing.LEADER)


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise as it is shown."""

    id: int
    unit_id: int
    unit: str
    zone: str
    period_id: int
    officer_id: int | None
    officer: str  # empty: the unit's
    words: str
    due: date
    kept: bool | None
    outcome: str
    late: bool  # due, and nothing was told


def make(
    tx: Transaction,
    unit_id: int,
    period_id: int,
    officer_id: int | None,
    words: str,
    due: date,
    at: datetime,
    by: int,
) -> int:
    """Enter a promise of an officer, or of the unit (None); its id."""
    unit, me = offices.unit(tx, unit_id), ground.officer(tx, by, at)
    _refuse_stranger(tx, unit, officer_id, at, by)
    if terms.period(tx, period_id).office_id != unit.office_id:
        raise Refused("period-unknown")
    today = local_day(unit.zone, at)
    if not today <= due <= today + FARTHEST:
        raise Refused("promise-due-wrong")
    _refuse_too_many(tx, unit_id, period_id)
    promise = Promise(
        unit_id=unit_id,
        period_id=period_id,
        officer_id=officer_id,
        words=ground.words(words),
        due=due,
        made_by=me.id or 0,
        made_at=at,
    )
    tx.session.add(promise)
    tx.session.flush()
    told = {"period": period_id, "due": due.isoformat()}
    _enter(tx, Kind.PROMISE_MADE, promise, at, by, **told)
    return promise.id or 0


def close(
    tx: Transaction, promise_id: int, kept: bool, outcome: str, at: datetime, by: int
) -> None:
    """Kept or not, in words; for the leader of who promised, or the head over the unit."""
    promise = tx.session.get(Promise, promise_id, with_for_update=True)
    if promise is None or not closes(tx, promise_id, at, by):
        raise Refused("not-for-you")
    if promise.closed_at is not None:
        raise Refused("promise-closed")
    promise.kept, promise.outcome = kept, ground.words(outcome, LEAST_OUTCOME)
    promise.closed_at = at
    tx.session.add(promise)
    _enter(tx, Kind.PROMISE_CLOSED, promise, at, by, kept=kept)


def _enter(
    tx: Transaction, kind: Kind, promise: Promise, at: datetime, by: int, **told: Any
) -> None:
    journal.write(
        tx,
        kind,
        at,
        actor_id=by,
        unit_id=promise.unit_id,
        promise=promise.id,
        officer=promise.officer_id,
        **told,
    )


def closes(tx: Transaction, promise_id: int, at: datetime, by: int) -> bool:
    """Whether a person may tell what became of a promise."""
    promise = tx.session.get_one(Promise, promise_id)
    if promise.officer_id is None:
        return _heads(tx, tx.session.get_one(Unit, promise.unit_id), at, by)
    standing = leaders.standing(tx, promise.officer_id, by, at)
    return standing in (Standing.LEADER, Standing.SUPERIOR)


# --- reading


def one(tx: Transaction, promise_id: int, at: datetime, by: int) -> Promised:
    """For who promised and who leads; of the unit for everybody who serves there too."""
    promise = tx.session.get(Promise, promise_id)
    if promise is None or not _sees(tx, promise, at, by):
        raise Refused("not-for-you")
    return _shown(tx, promise, at)


def of_reader(tx: Transaction, unit_id: int, at: datetime, by: int) -> list[Promised]:
    """What somebody may see of a unit's promises: open ones by their day, then the closed ones,
    those closed last first."""
    rows = tx.session.exec(select(Promise).where(Promise.unit_id == unit_id)).all()
    seen = [row for row in rows if _sees(tx, row, at, by)]
    opened = sorted((one for one in seen if one.closed_at is None), key=lambda p: (p.due, p.id))
    closed = [one for one in seen if one.closed_at is not None]
    closed.sort(key=lambda p: (p.closed_at, p.id), reverse=True)
    return [_shown(tx, row, at) for row in (*opened, *closed)]


def last_time(tx: Transaction, unit_id: int, period_id: int, at: datetime) -> list[Promised]:
    """For the pack of a period's meeting: what was promised at the meeting before, and what is
    still open from earlier ones; the unit's own first, then by officer."""
    before = terms.before(tx, terms.period(tx, period_id))
    earlier = col(Promise.period_id) == (before.id if before else None)
    still = col(Promise.closed_at).is_(None) & (col(Promise.period_id) != period_id)
    rows = tx.session.exec(select(Promise).where(Promise.unit_id == unit_id, or_(earlier, still)))
    found = [_shown(tx, row, at) for row in rows]
    return sorted(found, key=lambda one: (one.officer, one.due, one.id))


# --- reminders


@dataclass(frozen=True, slots=True)
class Reminder:
    """Who is to be reminded of a promise: who made it and who leads, those with a chat."""

    promise: Promised
    officers: tuple[Officer, ...]


def reminders(tx: Transaction, at: datetime, limit: int = 50) -> list[Reminder]:
    """Open promises that fall due within a week, marked as told: each once."""
    latest = at.date() + timedelta(days=1) + BEFORE  # of all zones
    rows = tx.session.exec(
        select(Promise)
        .where(
            col(Promise.closed_at).is_(None),
            col(Promise.reminded_at).is_(None),
            col(Promise.due) <= latest,
        )
        .order_by(col(Promise.due), col(Promise.id))
        .limit(limit)
        .with_for_update()
    ).all()
    return [one for one in (_reminder(tx, row, at) for row in rows) if one is not None]


def _reminder(tx: Transaction, promise: Promise, at: datetime) -> Reminder | None:
    unit = tx.session.get_one(Unit, promise.unit_id)
    if local_day(unit.zone, at) < promise.due - BEFORE:
        return None
    promise.reminded_at = at
    tx.session.add(promise)
    tx.session.flush()
    return Reminder(_shown(tx, promise, at), tuple(_told(tx, promise, unit, at)))


def _told(tx: Transaction, promise: Promise, unit: Unit, at: datetime) -> list[Officer]:
    if promise.officer_id is None:
        return people.holders(tx, Role.HEAD, at, unit_id=unit.id, office_id=unit.office_id)
    both = (
        tx.session.get(Officer, promise.officer_id),
        leaders.leader_of(tx, promise.officer_id, at),
    )
    return [one for one in both if one is not None and one.person_id is not None]


# --- beneath


def _heads(tx: Transaction, unit: Unit, at: datetime, by: int) -> bool:
    authority = people.known_authority(tx, by, at)
    return authority.over_unit(Role.HEAD, unit.id or 0, unit.office_id)


def _sees(tx: Transaction, promise: Promise, at: datetime, by: int) -> bool:
    unit = tx.session.get_one(Unit, promise.unit_id)
    if promise.officer_id is None:
        me = people.known_authority(tx, by, at).officer
        home = leaders.unit_of(tx, me.id or 0, at) if me else None
        return (home is not None and home.id == unit.id) or _heads(tx, unit, at, by)
    standing = leaders.standing(tx, promise.officer_id, by, at)
    return standing in (*ENTERING, Standing.SUPERIOR)


def _refuse_stranger(
    tx: Transaction, unit: Unit, officer_id: int | None, at: datetime, by: int
) -> None:
    if officer_id is None:
        if not _heads(tx, unit, at, by):
            raise Refused("not-for-you")
        return
    leaders.entitled(tx, officer_id, by, at, *ENTERING)
    home = leaders.unit_of(tx, officer_id, at)
    if home is None or home.id != unit.id:
        raise Refused("not-for-you")


def _refuse_too_many(tx: Transaction, unit_id: int, period_id: int) -> None:
    same = select(Promise.id).where(Promise.unit_id == unit_id, Promise.period_id == period_id)
    if len(tx.session.exec(same).all()) >= MOST:
        raise Refused("promise-too-many", most=MOST)


def _shown(tx: Transaction, promise: Promise, at: datetime) -> Promised:
    unit = tx.session.get_one(Unit, promise.unit_id)
    names = ground.names(tx, [promise.officer_id]) if promise.officer_id else {}
    open_ = promise.closed_at is None
    return Promised(
        id=promise.id or 0,
        unit_id=promise.unit_id,
        unit=unit.name,
        zone=unit.zone,
        period_id=promise.period_id,
        officer_id=promise.officer_id,
        officer=names.get(promise.officer_id or 0, ""),
        words=promise.words,
        due=promise.due,
        kept=promise.kept,
        outcome=promise.outcome,
        late=open_ and local_day(unit.zone, at) > promise.due,
    )
