"""What the clock does to appraisals: remind before each term, and say when one has ended.

A term that ends is a step of the file and nothing else: no rating, no predicate is written by it.
Each reminder once: the row keeps the last one. Any run may come late or twice.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, or_, select

from models import people
from models.appraisal import leaders
from models.appraisal.deciding import acting, notices, opening, operations, steps
from models.appraisal.deciding.steps import Step
from models.appraisal.deciding.tables import Appraisal, AppraisalState, Objection
from models.database import Transaction
from models.people import Appointment, Officer

BEFORE = timedelta(days=3)
AT_ONCE = 50

# the stages of `Appraisal.reminded`; any change of state begins anew
RATE, RATE_LATE = "rate", "rate_late"
OBJECT = "object"
EXPLAIN, DECIDE, DECIDE_SOON = "explain", "decide", "decide_soon"
_AFTER_EXPLAIN = (DECIDE, DECIDE_SOON)


def run(tx: Transaction, at: datetime, limit: int = AT_ONCE) -> bool:
    """Do what is due to up to `limit` appraisals of each kind; says whether there may be more."""
    _hand_on(tx, at)
    _find_superiors(tx, at)
    did = [_each(tx, at, limit, condition, act) for condition, act in _due(at)]
    return any(number == limit for number in did)


_Act = Callable[[Transaction, Appraisal, datetime], None]


def _due(at: datetime) -> list[tuple[ColumnElement[bool], _Act]]:
    soon = at + BEFORE
    unrated, delivered = _in(*acting.NOT_CONFIRMED), _in(AppraisalState.DELIVERED)
    objected, told = _in(AppraisalState.OBJECTED), col(Appraisal.reminded)
    until, rate_until = col(Appraisal.objection_until), col(Appraisal.rate_until)
    explain, decide = col(Objection.explain_until), col(Objection.decide_until)
    silent, spoken = col(Objection.explained_at).is_(None), col(Objection.explained_at).is_not(None)
    joined = col(Officer.person_id).is_not(None)
    return [
        (and_(delivered, until.is_(None), joined), operations.deliver),
        (and_(delivered, until < at), _term_passed),
        (and_(delivered, until <= soon, told == ""), _remind_officer),
        (and_(unrated, rate_until < at, told != RATE_LATE), _rate_late),
        (and_(unrated, rate_until <= soon, told == ""), _remind_appraiser),
        (and_(objected, silent, explain < at, told.not_in(_AFTER_EXPLAIN)), _explanation_passed),
        (and_(objected, silent, explain <= soon, told == ""), _remind_explaining),
        (
            and_(objected, or_(spoken, explain < at), decide <= soon, told != DECIDE_SOON),
            _remind_superior,
        ),
    ]


def _in(*states: AppraisalState) -> ColumnElement[bool]:
    return col(Appraisal.state).in_(states)


def _each(
    tx: Transaction, at: datetime, limit: int, condition: ColumnElement[bool], act: _Act
) -> int:
    found = tx.session.exec(
        select(Appraisal)
        .join(Officer, col(Officer.id) == Appraisal.officer_id)
        .outerjoin(Objection, col(Objection.appraisal_id) == Appraisal.id)
        .where(condition)
        .order_by(col(Appraisal.id))
        .limit(limit)
        .with_for_update(of=Appraisal, skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()
    for appraisal in found:
        act(tx, appraisal, at)
    tx.session.flush()
    return len(found)


# --- the appraiser


def _hand_on(tx: Transaction, at: datetime) -> None:
    """What is not confirmed goes to who leads now, where the appraiser serves no more: also long
    after every reminder. Where nobody leads it stays, and is looked at again."""
    serves = select(Appointment.id).where(
        Appointment.officer_id == Appraisal.appraiser_id,
        col(Appointment.role).in_(leaders.SERVING),
        people.valid_at(at),
    )
    found = tx.session.exec(
        select(Appraisal)
        .where(_in(*acting.NOT_CONFIRMED), ~serves.exists())
        .order_by(col(Appraisal.id))
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()
    for appraisal in found:
        opening.follow_leader(tx, appraisal, at)
    tx.session.flush()


def _remind_appraiser(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    if opening.follow_leader(tx, appraisal, at):
        return
    notices.appraiser(tx, appraisal, "appraisal-told-rate-soon", at)
    appraisal.reminded = RATE


def _rate_late(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    """The term to rate has ended: the appraiser and the superior are told, nothing else happens."""
    if opening.follow_leader(tx, appraisal, at):
        return
    notices.appraiser(tx, appraisal, "appraisal-told-rate-late", at)
    notices.superior(tx, appraisal, "appraisal-told-rate-late-superior", at)
    appraisal.reminded = RATE_LATE


# --- the officer


def _remind_officer(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    notices.officer(tx, appraisal, "appraisal-told-object-soon", at)
    appraisal.reminded = OBJECT


def _term_passed(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    """No objection came within the term: what the appraiser confirmed is final."""
    appraisal.state, appraisal.reminded = AppraisalState.FINAL, ""
    appraisal.final_at = at
    steps.keep(tx, appraisal, Step.TERM_PASSED, at, None)
    notices.officer(tx, appraisal, "appraisal-told-final", at)


# --- the objection


def _remind_explaining(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    notices.appraiser(tx, appraisal, "appraisal-told-explain-soon", at)
    appraisal.reminded = EXPLAIN


def _explanation_passed(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    """The appraiser had the time to explain: the superior may decide without."""
    _follow_superior(tx, appraisal, at)
    steps.keep(tx, appraisal, Step.EXPLANATION_PASSED, at, None)
    notices.superior(tx, appraisal, "appraisal-told-unheard", at)
    appraisal.reminded = DECIDE


def _find_superiors(tx: Transaction, at: datetime) -> None:
    """Objections that had nobody to decide them, where there is somebody by now."""
    found = tx.session.exec(
        select(Appraisal)
        .join(Objection, col(Objection.appraisal_id) == Appraisal.id)
        .where(
            _in(AppraisalState.OBJECTED), col(Objection.superior_id) == col(Appraisal.appraiser_id)
        )
        .order_by(col(Appraisal.id))
        .with_for_update(of=Appraisal, skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()
    for appraisal in found:
        if acting.superior_for(tx, appraisal, at) is not None:
            _follow_superior(tx, appraisal, at)
            notices.superior(tx, appraisal, "appraisal-told-objected", at)
    tx.session.flush()


def _remind_superior(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    _follow_superior(tx, appraisal, at)
    notices.superior(tx, appraisal, "appraisal-told-decide-soon", at)
    appraisal.reminded = DECIDE_SOON


def _follow_superior(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    """An objection lies with who decides it today, where the one it went to serves no more."""
    objection = acting.objection_of(tx, appraisal.id or 0)
    to = acting.superior_for(tx, appraisal, at)
    if objection is not None and to is not None:
        objection.superior_id = to.id or 0
