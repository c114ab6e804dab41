"""What the clock does after a period: freeze everybody's record, and open the appraisals.

Every piece asks the database what is still to be done, so it may stop anywhere, come late, and run
twice: a frozen record is the mark that an officer's turn is over. The row of the period is locked,
so that of two processes one passes on. Nothing here knows a rating.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import col, select

from models import offices
from models.appraisal import leaders, terms
from models.appraisal.deciding import acting, gathering, notices, steps
from models.appraisal.deciding.operations import ground, words
from models.appraisal.deciding.steps import Step
from models.appraisal.deciding.tables import Appraisal, AppraisalState, AppraisalWaiting
from models.appraisal.evidence import figures, freezing
from models.appraisal.evidence.tables import Snapshot
from models.appraisal.leaders import SERVING, Standing
from models.appraisal.terms_tables import CUSTOM, AppraisalPeriod
from models.database import TRANSIENT, Transaction
from models.local_days import local_day
from models.offices import ZONES, Unit
from models.people import Appointment, Officer, Role, holders
from models.worktime import Duration, deadline
from models.worktime import Unit as In

BATCH = 20  # officers in one piece of work
FAILURES = 20  # in one piece: the others' turn comes all the same
A_MOMENT = timedelta.resolution
NAMED = 10  # officers in a message to an admin


@dataclass
class Done:
    """What one piece of work did. more: there is more to do now. failed: by officer, why; they are
    tried again later."""

    opened: list[Appraisal] = field(default_factory=list)
    unled: list[Served] = field(default_factory=list)
    more: bool = False
    failed: dict[str, Exception] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Served:
    """Somebody who served in a period: where, and the last instant of it."""

    officer_id: int
    unit_id: int
    zone: str
    then: datetime


def run(tx: Transaction, at: datetime, batch: int = BATCH) -> Done:
    """Freeze and open up to `batch` records whose time has come; and make the running periods."""
    for office in offices.offices(tx):
        terms.running(tx, office.id or 0, local_day(office.zone, at), at)
    done = Done()
    for period_id in _due(tx, at):
        _open_period(tx, period_id, at, batch, done)
        if done.more:
            break
    _open_waiting(tx, at, batch, done)
    _tell(tx, done, at)
    return done


def _due(tx: Transaction, at: datetime) -> list[int]:
    """Periods that have ended somewhere and are not frozen for everybody, the oldest first.

    Of those that nobody entered by hand, only what was known while it ran: looking at a past year
    makes no appraisal of it.
    """
    today = (at + timedelta(days=1)).date()  # in the easternmost zone it may be a day later
    found = tx.session.exec(
        select(AppraisalPeriod)
        .where(col(AppraisalPeriod.frozen_at).is_(None), AppraisalPeriod.last_day < today)
        .order_by(col(AppraisalPeriod.last_day), col(AppraisalPeriod.id))
    )
    known = (p for p in found if p.kind == CUSTOM or p.made_at.date() <= p.last_day)
    return [period.id or 0 for period in known]


def _open_period(tx: Transaction, period_id: int, at: datetime, batch: int, done: Done) -> None:
    period = tx.session.exec(
        select(AppraisalPeriod)
        .where(AppraisalPeriod.id == period_id, col(AppraisalPeriod.frozen_at).is_(None))
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).first()
    if period is None:
        return
    setting = terms.setting_of(tx, period.office_id)
    statement = select(Snapshot.officer_id).where(Snapshot.period_id == period_id)
    frozen = set(tx.session.exec(statement))
    todo = [one for one in served(tx, period) if one.officer_id not in frozen]
    ready = [one for one in todo if terms.freezes_at(setting, period, one.zone) <= at]
    ready.sort(key=lambda one: (one.unit_id, one.officer_id))  # each unit is read but once or twice
    failed = 0
    for number, one in enumerate(ready):
        if number - failed == batch or failed == FAILURES:
            done.more = failed < FAILURES
            return
        failed += not _open_apart(tx, one, period_id, at, done)
    over = all(terms.freezes_at(setting, period, zone) <= at for zone in ZONES)
    if over and not failed:
        tx.session.get_one(AppraisalPeriod, period_id).frozen_at = at


def _open_apart(tx: Transaction, one: Served, period_id: int, at: datetime, done: Done) -> bool:
    """Freeze and open one record; what goes wrong with it keeps nobody else's from being opened."""
    try:
        with tx.apart():
            _frozen(tx, one.officer_id, terms.period(tx, period_id), at)
            opened = _open(tx, one, period_id, at)
    except TRANSIENT:
        raise
    except Exception as error:
        done.failed[f"officer {one.officer_id}, period {period_id}"] = error
        return False
    if opened is None:
        done.unled.append(one)
    else:
        done.opened.append(opened)
    return True


def served(tx: Transaction, period: AppraisalPeriod) -> list[Served]:
    """Who served in a unit of the office in the period, by officer: the unit where each did last,
    and the last instant there within the period."""
    found: dict[int, Served] = {}
    rows = tx.session.exec(
        select(Appointment, Unit)
        .join(Unit, col(Unit.id) == Appointment.unit_id)
        .where(Unit.office_id == period.office_id, col(Appointment.role).in_(SERVING))
        .order_by(col(Appointment.officer_id), col(Appointment.id).desc())
    )
    for held, unit in rows:
        start, end = terms.bounds(period, unit.zone)
        until = min(held.until_at or end, end) - A_MOMENT
        if held.from_at >= end or until < max(start, held.from_at):
            continue
        before = found.get(held.officer_id)
        if before is None or until >= before.then:
            found[held.officer_id] = Served(held.officer_id, unit.id or 0, unit.zone, until)
    return list(found.values())


def _service(tx: Transaction, officer_id: int, period_id: int) -> Served | None:
    def read() -> dict[int, Served]:
        return {one.officer_id: one for one in served(tx, terms.period(tx, period_id))}

    return tx.once(("served", period_id), read).get(officer_id)


def _frozen(
    tx: Transaction,
    officer_id: int,
    period: AppraisalPeriod,
    at: datetime,
    by: int | None = None,
    reason: str = "",
) -> Snapshot:
    """One version of the record, as it stands at `at`; by: officers.id, None is the clock."""
    shared = figures.Figures(tx, period, at)
    if by is None:  # the clock reads the facts of a unit once for all its officers
        shared = tx.once(("figures to freeze", period.id, at), lambda: shared)
    computed = shared.of(officer_id)
    record = gathering.gather(tx, officer_id, period, at, computed)
    return freezing.freeze(
        tx,
        officer_id,
        period,
        gathering.to_json(record),
        computed,
        at,
        by=by,
        reason=reason,
        plan_id=record.plan_id,
        unit_id=record.unit_id,
    )


def _open(tx: Transaction, one: Served, period_id: int, at: datetime) -> Appraisal | None:
    """Open the appraisal of a frozen record; None: nobody leads the officer, so it waits."""
    snapshot = freezing.latest(tx, one.officer_id, period_id)
    to = acting.appraiser_for(tx, one.officer_id, one.then, at)
    waiting = tx.session.get(AppraisalWaiting, (one.officer_id, period_id))
    if snapshot is None or to is None:
        if waiting is None:
            tx.session.add(AppraisalWaiting(officer_id=one.officer_id, period_id=period_id, at=at))
        return None
    if waiting is not None:
        tx.session.delete(waiting)
    appraisal = Appraisal(
        officer_id=one.officer_id,
        period_id=period_id,
        unit_id=snapshot.unit_id,
        snapshot_id=snapshot.id or 0,
        appraiser_id=to.id or 0,
        opened_at=at,
        rate_until=at,
    )
    setting, calendar = ground(tx, appraisal)
    appraisal.rate_until = deadline(calendar, at, Duration(setting.rate_within, In.DAYS))
    tx.session.add(appraisal)
    tx.session.flush()
    steps.keep(tx, appraisal, Step.OPENED, at, None)
    return appraisal


def _open_waiting(tx: Transaction, at: datetime, batch: int, done: Done) -> None:
    """Those whom nobody led, as far as somebody does by now."""
    found = tx.session.exec(select(AppraisalWaiting).with_for_update(skip_locked=True)).all()
    known = {(one.officer_id, one.period_id) for one in found}
    for officer_id, period_id in sorted(known):
        if len(done.opened) >= batch:
            done.more = True
            return
        one = _service(tx, officer_id, period_id)
        opened = _open(tx, one, period_id, at) if one else None
        if opened is not None:
            done.opened.append(opened)


# --- another leader


def follow_leader(tx: Transaction, appraisal: Appraisal, at: datetime) -> bool:
    """Hand an appraisal that is not confirmed to who appraises now, where the one named does not
    serve any more or an admin named another; says whether it went to somebody else."""
    if appraisal.state not in acting.NOT_CONFIRMED:
        return False
    one = _service(tx, appraisal.officer_id, appraisal.period_id)
    to = acting.appraiser_for(tx, appraisal.officer_id, one.then if one else at, at)
    if to is None or to.id == appraisal.appraiser_id:
        return False
    appraisal.appraiser_id, appraisal.reminded = to.id or 0, ""
    setting, calendar = ground(tx, appraisal)
    appraisal.rate_until = deadline(calendar, at, Duration(setting.rate_within, In.DAYS))
    steps.keep(tx, appraisal, Step.APPRAISER_CHANGED, at, None, to.name)
    notices.appraiser(tx, appraisal, "appraisal-told-yours", at)
    return True


def leader_named(tx: Transaction, officer_id: int, at: datetime) -> int:
    """After an admin named a leader: the officer's appraisals that are not confirmed follow at
    once. Returns how many went to somebody else."""
    found = tx.session.exec(
        select(Appraisal)
        .where(Appraisal.officer_id == officer_id, col(Appraisal.state).in_(acting.NOT_CONFIRMED))
        .with_for_update()
    ).all()
    return sum(follow_leader(tx, one, at) for one in found)


# --- facts that came late


def amend(
    tx: Transaction, officer_id: int, period_id: int, reason: str, at: datetime, by: int
) -> Snapshot:
    """Freeze the record once more, with what came to light since and why; for who leads the
    officer, the superior, or an admin of the office.

    Ratings stay as they are. Before they are confirmed the appraiser gives them again on the new
    version; after that he may, once, until the appraisal is final; then it is kept and shown, and
    the superior may reopen. What is with the superior, the superior decides on the new version.
    """
    allowed = (Standing.LEADER, Standing.SUPERIOR, Standing.ADMIN)
    who = leaders.entitled(tx, officer_id, by, at, *allowed)
    appraisal = _of(tx, officer_id, period_id)
    clean = words(reason)
    period = terms.period(tx, period_id)
    snapshot = _frozen(tx, officer_id, period, at, who.id, clean)
    if appraisal is None:
        return snapshot
    appraisal.snapshot_id = snapshot.id or 0
    steps.keep(tx, appraisal, Step.AMENDED, at, who, clean)
    notices.officer(tx, appraisal, "appraisal-told-amended-officer", at)
    if appraisal.appraiser_id != who.id:
        notices.appraiser(tx, appraisal, "appraisal-told-amended", at)
    if appraisal.state in (AppraisalState.OBJECTED, AppraisalState.FINAL):
        notices.superior(tx, appraisal, "appraisal-told-amended", at)
    return snapshot


def _of(tx: Transaction, officer_id: int, period_id: int) -> Appraisal | None:
    return tx.session.exec(
        select(Appraisal)
        .where(Appraisal.officer_id == officer_id, Appraisal.period_id == period_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()


# --- telling


def _tell(tx: Transaction, done: Done, at: datetime) -> None:
    """One message to each appraiser and period, and one to the admins about those nobody leads."""
    by_appraiser: dict[tuple[int, int], list[Appraisal]] = {}
    for one in done.opened:
        by_appraiser.setdefault((one.appraiser_id, one.period_id), []).append(one)
    for (appraiser_id, _), found in by_appraiser.items():
        notices.opened(tx, tx.session.get_one(Officer, appraiser_id), found, at)
    for office_id, unled in _by_office(tx, done.unled).items():
        names = sorted(tx.session.get_one(Officer, one.officer_id).name for one in unled)
        told = {"n": len(unled), "names": ", ".join(names[:NAMED])}
        for admin in holders(tx, Role.ADMIN, at, unit_id=None, office_id=office_id):
            button = ["terms", office_id]
            unit_id = unled[0].unit_id
            notices.put(tx, admin, "appraisal-told-unled", told, button, at, unit_id=unit_id)


def _by_office(tx: Transaction, unled: Iterable[Served]) -> dict[int, list[Served]]:
    found: dict[int, list[Served]] = {}
    for one in unled:
        found.setdefault(tx.session.get_one(Unit, one.unit_id).office_id, []).append(one)
    return found
