"""Follow-up plans: what is done about a low element of the survey, by whom, until when.

The official report asks for them: element, programme, quarter, person in charge. A plan is made by
who leads the unit, its owner is reminded of it, and what became of it is told in words and by
whether the element rose.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import and_, col, func, or_, select

from models import entries, journal, people
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.local_days import local_day
from models.offices import Unit
from models.people import Appointment, Officer, Role
from models.ratings import instruments, survey_sums
from models.ratings.ikm import ELEMENTS
from models.ratings.periods import Period, PeriodKind
from models.ratings.survey_tables import FollowUpPlan, PlanState

LEADING = (Role.HEAD, Role.ADMIN)
OWNING = (Role.OFFICER, Role.HEAD)
LEAST, LONGEST = 10, 500  # characters of a programme; the outcome has at least 5
LEAST_OUTCOME = 5
QUARTERS = 5  # this one and the next four
MOST = 20  # plans for one period
BEFORE_THE_END = timedelta(days=14)
CLOSED = (PlanState.DONE, PlanState.DROPPED)


class Stage(StrEnum):
    """Where a plan stands in time, in the order in which it comes to it."""

    AHEAD = ""  # its quarter has not begun
    BEGUN = "begun"
    ENDING = "ending"  # two weeks are left
    OVERDUE = "overdue"


# --- making, changing, closing


def make(
    tx: Transaction,
    unit_id: int,
    period: Period,
    element: str,
    programme: str,
    owner_id: int,
    due: Period,
    at: datetime,
    by: int,
) -> int:
    """Make a plan for an element of a period; its id. For who leads the unit."""
    unit = led(tx, unit_id, at, by)
    today = local_day(unit.zone, at)
    if element not in elements(tx, unit_id, period, at) or period.first > today:
        raise Refused("plan-element-unknown")
    _refuse_too_many(tx, unit_id, period)
    plan = FollowUpPlan(
        unit_id=unit_id,
        period=period.code,
        element=element,
        programme=words(programme),
        owner_id=_owner(tx, unit, owner_id, at),
        due=_due(due, unit.zone, at).code,
        reminded=stage(due, today),  # who makes it now need not be told that it has begun
        created_at=at,
        created_by=by,
    )
    tx.session.add(plan)
    tx.session.flush()
    _enter(
        tx,
        Kind.PLAN_MADE,
        plan,
        at,
        by,
        period=plan.period,
        element=element,
        owner=owner_id,
        due=plan.due,
    )
    return plan.id or 0


def give(tx: Transaction, plan_id: int, owner_id: int, at: datetime, by: int) -> None:
    """Another owner."""
    plan, unit = _open(tx, plan_id, at, by)
    was, plan.owner_id = plan.owner_id, _owner(tx, unit, owner_id, at)
    _enter(tx, Kind.PLAN_CHANGED, plan, at, by, field="owner", was=was, now=owner_id)


def move(tx: Transaction, plan_id: int, due: Period, at: datetime, by: int) -> None:
    """Another quarter; its reminders begin anew."""
    plan, unit = _open(tx, plan_id, at, by)
    today = local_day(unit.zone, at)
    was, plan.due = plan.due, _due(due, unit.zone, at).code
    plan.reminded = stage(due, today)
    _enter(tx, Kind.PLAN_CHANGED, plan, at, by, field="due", was=was, now=plan.due)


def close(
    tx: Transaction, plan_id: int, state: PlanState, outcome: str, at: datetime, by: int
) -> None:
    """Done or dropped, with what became of it in words. Its owner may say that it is done; to drop
    it is for who leads the unit."""
    plan = _locked(tx, plan_id)
    unit = tx.session.get_one(Unit, plan.unit_id)
    owns = state is PlanState.DONE and is_owner(tx, plan, by, at)
    if not (owns or leads(tx, unit, at, by)):
        raise Refused("not-for-you")
    if plan.state != PlanState.OPEN or state not in CLOSED:
        raise Refused("plan-closed")
    plan.state, plan.outcome = state, words(outcome, LEAST_OUTCOME)
    plan.closed_at, plan.closed_by = at, by
    _enter(tx, Kind.PLAN_CLOSED, plan, at, by, state=state.value)


def words(text: str, least: int = LEAST) -> str:
    """A programme or an outcome as typed; refuses what is too short or too long."""
    return entries.words(text, least, LONGEST, one_line=True)


# --- what may be chosen


def elements(tx: Transaction, unit_id: int, period: Period, at: datetime) -> tuple[str, ...]:
    """The elements the unit asks about, or has asked about in that period."""
    asked = instruments.current(tx, unit_id, at).keys
    answered = survey_sums.elements(tx, unit_id, period.first, period.last)
    return tuple(key for key in ELEMENTS if key in asked or key in answered)


def quarters(zone: str, at: datetime) -> tuple[Period, ...]:
    """The quarters a plan may be due in: this one and the next four."""
    found = [Period.containing(local_day(zone, at), PeriodKind.QUARTER)]
    while len(found) < QUARTERS:
        found.append(found[-1].after())
    return tuple(found)


def owners(tx: Transaction, unit_id: int, at: datetime) -> list[Officer]:
    """The officers and heads of the unit, by name."""
    unit = tx.session.get_one(Unit, unit_id)
    of_office = or_(
        col(Appointment.office_id).is_(None), col(Appointment.office_id) == unit.office_id
    )
    here = or_(
        col(Appointment.unit_id) == unit_id,
        and_(col(Appointment.role) == Role.HEAD, col(Appointment.unit_id).is_(None), of_office),
    )
    rows = tx.session.exec(
        select(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(here, col(Appointment.role).in_(OWNING), people.valid_at(at))
        .order_by(col(Officer.name), col(Officer.id))
        .distinct()
    )
    return list(rows)


def person_of(tx: Transaction, officer_id: int) -> int | None:
    """The person behind an owner, if there is a chat with them."""
    return tx.session.get_one(Officer, officer_id).person_id


def led(tx: Transaction, unit_id: int, at: datetime, by: int) -> Unit:
    """The unit, for a head or an admin over it; refuses everybody else."""
    unit = tx.session.get(Unit, unit_id)
    if unit is None or not leads(tx, unit, at, by):
        raise Refused("not-for-you")
    return unit


def leads(tx: Transaction, unit: Unit, at: datetime, by: int) -> bool:
    authority = people.known_authority(tx, by, at)
    return any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in LEADING)


def stage(due: Period, today: date) -> Stage:
    """Where a plan due in a quarter stands on a local day."""
    if today > due.last:
        return Stage.OVERDUE
    if today > due.last - BEFORE_THE_END:
        return Stage.ENDING
    return Stage.BEGUN if today >= due.first else Stage.AHEAD


# --- the rest


def _locked(tx: Transaction, plan_id: int) -> FollowUpPlan:
    plan = tx.session.get(FollowUpPlan, plan_id, with_for_update=True)
    if plan is None:
        raise Refused("not-for-you")
    return plan


def _open(tx: Transaction, plan_id: int, at: datetime, by: int) -> tuple[FollowUpPlan, Unit]:
    """An open plan and its unit, for who leads the unit."""
    plan = _locked(tx, plan_id)
    unit = led(tx, plan.unit_id, at, by)
    if plan.state != PlanState.OPEN:
        raise Refused("plan-closed")
    return plan, unit


def _owner(tx: Transaction, unit: Unit, owner_id: int, at: datetime) -> int:
    if owner_id not in {officer.id for officer in owners(tx, unit.id or 0, at)}:
        raise Refused("plan-owner-unfit")
    return owner_id


def _due(due: Period, zone: str, at: datetime) -> Period:
    """A quarter among those that may be chosen."""
    if due not in quarters(zone, at):
        raise Refused("plan-due-unknown")
    return due


def is_owner(tx: Transaction, plan: FollowUpPlan, by: int, at: datetime) -> bool:
    """Who the plan was given to, as long as they hold a role."""
    authority = people.known_authority(tx, by, at)
    mine = authority.officer is not None and authority.officer.id == plan.owner_id
    return mine and bool(authority.appointments)


def _refuse_too_many(tx: Transaction, unit_id: int, period: Period) -> None:
    """The unit's row is locked, so that two taps at once are one after the other."""
    tx.session.exec(select(Unit.id).where(Unit.id == unit_id).with_for_update()).one()
    counting = select(func.count()).where(
        FollowUpPlan.unit_id == unit_id, FollowUpPlan.period == period.code
    )
    if tx.session.exec(counting).one() >= MOST:
        raise Refused("plan-too-many", most=MOST)


def _enter(
    tx: Transaction, kind: Kind, plan: FollowUpPlan, at: datetime, by: int, **codes: Any
) -> None:
    tx.session.add(plan)
    journal.write(tx, kind, at, actor_id=by, unit_id=plan.unit_id, plan=plan.id, **codes)
