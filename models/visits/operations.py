"""What happens to a visit: begun, paused for missing papers, ended, taken back, or told of whole.

An officer begins and ends the visits at the own counter; a head of the unit may end what an officer
left open. What a queue system tells of is its own affair (`telling`, `recording`). What nobody
ended a job closes: see `close_stale`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import col, func, or_, select

from models import journal, offices, people, worktime
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import Counter, RosterEntry, Unit
from models.people import Role
from models.visits import ending, rated
from models.visits.recording import Fact, record
from models.visits.scans import scan
from models.visits.tables import Outcome, Source, Visit, VisitGuest, VisitPause

__all__ = [
    "SERVING",
    "UNDO_FOR",
    "Fact",
    "Undone",
    "acted_on",
    "close_stale",
    "counter_now",
    "finish",
    "pause",
    "record",
    "resume",
    "scan",
    "start",
    "undo",
]

SERVING = (Role.OFFICER, Role.HEAD)
UNDO_FOR = timedelta(minutes=5)
DOUBLE_TAP = timedelta(seconds=3)  # two taps on one button are one visit
MOST_OPEN = 20  # visits of one officer at once; more were forgotten
# What is still open at the end of the next working day nobody ended: how long it took is not known.
ONE_DAY_MORE = worktime.Duration(1, worktime.Unit.WORKING_DAYS)
PAPERS_WAIT = timedelta(days=14)  # for papers the citizen may take longer
OVERNIGHT = timedelta(hours=6)  # no visit younger than this has seen the end of a next day


class Undone(StrEnum):
    """What was taken back."""

    START = "start"  # the visit never took place
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


def start(
    tx: Transaction,
    officer_id: int,
    service_id: int,
    counter_id: int | None,
    at: datetime,
    by: int,
) -> Visit:
    """Begin a visit. `by` is the officer's own person, who holds a role over the unit now.

    counter_id: None: the counter where the roster has the officer now, if there is one.
    """
    service = offices.service(tx, service_id)
    unit = offices.unit(tx, service.unit_id)
    if _officer(tx, unit, at, by) != officer_id:
        raise Refused("not-for-you")
    if counter_id is None:
        counter_id = counter_now(tx, officer_id, service.unit_id, at)
    elif offices.counter(tx, counter_id).unit_id != service.unit_id:
        raise Refused("counter-unknown")
    _refuse_too_many(tx, officer_id, service_id, at)
    visit = Visit(
        unit_id=service.unit_id,
        service_id=service_id,
        counter_id=counter_id,
        officer_id=officer_id,
        day=at.astimezone(ZoneInfo(unit.zone)).date(),
        source=Source.CHAT,
        started_at=at,
    )
    tx.session.add(visit)
    tx.session.flush()
    _enter(tx, Kind.VISIT_STARTED, visit, at, by, service=service_id, counter=counter_id)
    return visit


def pause(tx: Transaction, visit_id: int, at: datetime, by: int) -> Visit:
    """*Berkas kurang*: the citizen fetches missing papers, and the clock stands still."""
    visit = _running(tx, visit_id, at, by)
    if _open_pause(tx, visit) is not None:
        raise Refused("visit-paused")
    tx.session.add(VisitPause(visit_id=visit_id, from_at=at))
    _enter(tx, Kind.VISIT_PAUSED, visit, at, by)
    return visit


def resume(tx: Transaction, visit_id: int, at: datetime, by: int) -> Visit:
    """The papers are there; the clock goes on."""
    visit = _running(tx, visit_id, at, by)
    waiting = _open_pause(tx, visit)
    if waiting is None:
        raise Refused("visit-not-paused")
    waiting.until_at = at
    tx.session.add(waiting)
    _enter(tx, Kind.VISIT_RESUMED, visit, at, by)
    return visit


def finish(tx: Transaction, visit_id: int, outcome: Outcome, at: datetime, by: int) -> Visit:
    """End a visit, also one that waits for papers: that time stays left out."""
    visit = _running(tx, visit_id, at, by)
    ending.end(tx, visit, outcome, at)
    _enter(tx, Kind.VISIT_ENDED, visit, at, by, outcome=outcome.value)
    return visit


def undo(tx: Transaction, visit_id: int, at: datetime, by: int) -> Undone:
    """Take back the last act on a visit, within `UNDO_FOR`. What is rated stays as it is, and so
    does a start whose code was scanned: or a guest could lose the right to rate."""
    visit = acted_on(tx, visit_id, at, by)
    if visit.undone_at is not None:
        raise Refused("visit-over")
    if rated.of(tx, visit_id) is not None:
        raise Refused("visit-undo-rated")
    last, undone = _last_act(tx, visit)
    if at - last > UNDO_FOR:
        raise Refused("visit-undo-late", minutes=UNDO_FOR // timedelta(minutes=1))
    if undone is Undone.START and _scanned(tx, visit_id):
        raise Refused("visit-undo-scanned")
    _take_back(tx, visit, undone, at)
    _enter(tx, Kind.VISIT_UNDONE, visit, at, by, what=undone.value)
    return undone


def undoable(tx: Transaction, visit: Visit, at: datetime) -> tuple[Undone, timedelta] | None:
    """What `undo` would take back now, and for how long still; None: nothing."""
    last, undone = _last_act(tx, visit)
    left, visit_id = last + UNDO_FOR - at, visit.id or 0
    if left < timedelta(0) or visit.undone_at is not None or rated.of(tx, visit_id) is not None:
        return None
    return None if undone is Undone.START and _scanned(tx, visit_id) else (undone, left)


def close_stale(tx: Transaction, at: datetime) -> int:
    """Close the visits nobody ended; returns how many. They count as visits, never as done.

    One that runs: at the end of the next working day after it last went on. One that waits for
    papers: `PAPERS_WAIT` after they were asked for.
    """
    opened = (
        col(Visit.ended_at).is_(None),
        col(Visit.undone_at).is_(None),
        Visit.started_at < at - OVERNIGHT,
    )
    statement = select(Visit).where(*opened).order_by(col(Visit.id)).with_for_update()
    found = tx.session.exec(statement).all()
    stale = [visit for visit in found if _stale_since(tx, visit) <= at]
    for visit in stale:
        ending.end(tx, visit, Outcome.LEFT, at)
        _enter(tx, Kind.VISIT_ENDED, visit, at, None, outcome=Outcome.LEFT.value)
    return len(stale)


def counter_now(tx: Transaction, officer_id: int, unit_id: int, at: datetime) -> int | None:
    """The open counter of the unit where the roster has the officer, the latest if several."""
    return tx.session.exec(
        select(RosterEntry.counter_id)
        .join(Counter, col(Counter.id) == RosterEntry.counter_id)
        .where(
            RosterEntry.officer_id == officer_id,
            Counter.unit_id == unit_id,
            col(Counter.closed_at).is_(None),
            RosterEntry.from_at <= at,
            or_(col(RosterEntry.until_at).is_(None), col(RosterEntry.until_at) > at),
        )
        .order_by(col(RosterEntry.from_at).desc())
    ).first()


# --- who may, and what is now


def _officer(tx: Transaction, unit: Unit, at: datetime, by: int) -> int:
    """The id of the person as an officer who serves in the unit; refused to everybody else."""
    authority = people.known_authority(tx, by, at)
    holds = any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in SERVING)
    if authority.officer is None or not holds:
        raise Refused("not-for-you")
    return authority.officer.id or 0


def acted_on(tx: Transaction, visit_id: int, at: datetime, by: int) -> Visit:
    """The visit, locked, for the officer who serves or a head of the unit."""
    visit = tx.session.exec(
        select(Visit)
        .where(Visit.id == visit_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if visit is None:
        raise Refused("not-for-you")
    unit = tx.session.get_one(Unit, visit.unit_id)
    leads = people.known_authority(tx, by, at).over_unit(Role.HEAD, visit.unit_id, unit.office_id)
    if _officer(tx, unit, at, by) != visit.officer_id and not leads:
        raise Refused("not-for-you")
    if visit.source != Source.CHAT:
        raise Refused("visit-of-queue")
    return visit


def _running(tx: Transaction, visit_id: int, at: datetime, by: int) -> Visit:
    visit = acted_on(tx, visit_id, at, by)
    if visit.ended_at is not None or visit.undone_at is not None:
        raise Refused("visit-over")
    return visit


def _refuse_too_many(tx: Transaction, officer_id: int, service_id: int, at: datetime) -> None:
    opened = (
        Visit.officer_id == officer_id,
        Visit.source == Source.CHAT,
        col(Visit.ended_at).is_(None),
        col(Visit.undone_at).is_(None),
    )
    just_now = (Visit.service_id == service_id, Visit.started_at > at - DOUBLE_TAP)
    if tx.session.exec(select(Visit.id).where(*opened, *just_now)).first() is not None:
        raise Refused("visit-just-started")
    if tx.session.exec(select(func.count()).where(*opened)).one() >= MOST_OPEN:
        raise Refused("visit-too-many", limit=MOST_OPEN)


def _scanned(tx: Transaction, visit_id: int) -> bool:
    guests = select(VisitGuest.visit_id).where(VisitGuest.visit_id == visit_id)
    return tx.session.exec(guests).first() is not None


def _open_pause(tx: Transaction, visit: Visit) -> VisitPause | None:
    found = ending.pauses(tx, visit)
    return found[-1] if found and found[-1].until_at is None else None


# --- taking back


def _last_act(tx: Transaction, visit: Visit) -> tuple[datetime, Undone]:
    if visit.ended_at is not None:
        return visit.ended_at, Undone.END
    found = ending.pauses(tx, visit)
    if not found:
        return visit.started_at, Undone.START
    if found[-1].until_at is None:
        return found[-1].from_at, Undone.PAUSE
    return found[-1].until_at, Undone.RESUME


def _take_back(tx: Transaction, visit: Visit, undone: Undone, at: datetime) -> None:
    if undone is Undone.START:
        visit.undone_at = at
        tx.session.add(visit)
    elif undone is Undone.END:
        ending.reopen(tx, visit)
    elif undone is Undone.PAUSE:
        tx.session.delete(ending.pauses(tx, visit)[-1])
    else:
        last = ending.pauses(tx, visit)[-1]
        last.until_at = None
        tx.session.add(last)


def _stale_since(tx: Transaction, visit: Visit) -> datetime:
    found = ending.pauses(tx, visit)
    if found and found[-1].until_at is None:
        return found[-1].from_at + PAPERS_WAIT
    went_on = found[-1].until_at if found else None
    calendar = offices.calendar_of(tx, tx.session.get_one(Unit, visit.unit_id))
    return worktime.deadline(calendar, went_on or visit.started_at, ONE_DAY_MORE)


def _enter(
    tx: Transaction, kind: Kind, visit: Visit, at: datetime, by: int | None, **codes: Any
) -> None:
    journal.write(tx, kind, at, actor_id=by, unit_id=visit.unit_id, visit=visit.id, **codes)
