"""What is told of follow-up plans: a unit's list, what became of the element, whom to remind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlmodel import col, select

from models import people
from models.database import Transaction
from models.errors import Refused
from models.local_days import local_day
from models.offices import Unit
from models.people import Officer, Role
from models.ratings import survey_sums
from models.ratings.periods import Period, PeriodKind
from models.ratings.plans import Stage, is_owner, leads, led, stage
from models.ratings.survey_tables import FollowUpPlan, PlanState
from models.statistics import Change, Moments, change_of_moments


class Direction(StrEnum):
    """What an element did since, as far as chance allows to say."""

    ROSE = "rose"
    FELL = "fell"
    SAME = "same"  # no difference beyond chance
    UNTOLD = "untold"  # too few answers in one of the periods
    AHEAD = "ahead"  # no later period is over yet


@dataclass(frozen=True, slots=True)
class Effect:
    """How an element moved from the period of the plan to a later one. change: in points of 1–4,
    with its 95 % interval."""

    direction: Direction
    since: Period
    until: Period | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as it is shown."""

    plan_id: int
    unit_id: int
    unit: str
    zone: str
    period: Period
    element: str
    programme: str
    owner_id: int
    owner: str
    due: Period
    state: PlanState
    outcome: str
    stage: Stage


# --- lists


def of_unit(tx: Transaction, unit_id: int, at: datetime, by: int) -> list[Plan]:
    """The unit's plans for who leads it: the open ones by their quarter, then the closed ones,
    those closed last first."""
    unit = led(tx, unit_id, at, by)
    rows = tx.session.exec(_with_owner().where(FollowUpPlan.unit_id == unit_id)).all()
    opened = [row for row in rows if row[0].state == PlanState.OPEN]
    closed = [row for row in rows if row[0].state != PlanState.OPEN]
    opened.sort(key=lambda row: (row[0].due, row[0].id or 0))
    closed.sort(key=lambda row: (row[0].closed_at or at, row[0].id or 0), reverse=True)
    return [_shown(plan, owner, unit, at) for plan, owner in (*opened, *closed)]


def one(tx: Transaction, plan_id: int, at: datetime, by: int) -> Plan:
    """A plan, for its owner and for who leads the unit."""
    row = tx.session.exec(_with_owner().where(FollowUpPlan.id == plan_id)).first()
    if row is None:
        raise Refused("not-for-you")
    plan, owner = row
    unit = tx.session.get_one(Unit, plan.unit_id)
    if not (is_owner(tx, plan, by, at) or leads(tx, unit, at, by)):
        raise Refused("not-for-you")
    return _shown(plan, owner, unit, at)


def effect(tx: Transaction, plan: Plan, at: datetime) -> Effect:
    """How the plan's element moved from its period to the latest one of that kind that is over."""
    today = local_day(plan.zone, at)
    latest = Period.containing(today, plan.period.kind).before()
    if latest.first <= plan.period.first:
        return Effect(Direction.AHEAD, plan.period)
    before, after = (
        survey_sums.moments(tx, plan.unit_id, period.first, period.last, [plan.element]).get(
            plan.element, Moments()
        )
        for period in (plan.period, latest)
    )
    change = change_of_moments(before, after)
    return Effect(direction(change), plan.period, latest, change)


def direction(change: Change | None) -> Direction:
    """Never from a bare difference: up or down only where the interval leaves nought out."""
    if change is None:
        return Direction.UNTOLD
    if change.within_chance:
        return Direction.SAME
    return Direction.ROSE if change.by > 0 else Direction.FELL


# --- reminders


@dataclass(frozen=True, slots=True)
class Reminder:
    """Somebody who is to be told of a plan. heads: they are told that it is overdue."""

    plan: Plan
    stage: Stage
    officers: tuple[Officer, ...]  # with a chat


def reminders(tx: Transaction, at: datetime, limit: int = 50) -> list[Reminder]:
    """Plans that have come to a new stage, marked as told: each stage of each plan once.

    The owner hears when the quarter begins and two weeks before its end, those who lead the unit
    when it is over. A stage that was slept through is skipped.
    """
    latest = at.date() + timedelta(days=1)  # of all zones
    rows = tx.session.exec(
        _with_owner()
        .where(
            FollowUpPlan.state == PlanState.OPEN,
            FollowUpPlan.due <= Period.containing(latest, PeriodKind.QUARTER).code,
            FollowUpPlan.reminded != Stage.OVERDUE,
        )
        .with_for_update(of=FollowUpPlan)
    ).all()
    told = (_reminder(tx, plan, owner, at) for plan, owner in rows)
    return list(islice(filter(None, told), limit))


def _reminder(tx: Transaction, plan: FollowUpPlan, owner: str, at: datetime) -> Reminder | None:
    unit = tx.session.get_one(Unit, plan.unit_id)
    shown = _shown(plan, owner, unit, at)
    if shown.stage == plan.reminded or shown.stage is Stage.AHEAD:
        return None
    plan.reminded, plan.reminded_at = shown.stage, at
    tx.session.add(plan)
    if shown.stage is Stage.OVERDUE:
        found = people.holders(
            tx, Role.HEAD, at, unit_id=plan.unit_id, office_id=unit.office_id
        ) or people.holders(tx, Role.ADMIN, at, unit_id=plan.unit_id, office_id=unit.office_id)
    else:
        found = [tx.session.get_one(Officer, plan.owner_id)]
    return Reminder(shown, shown.stage, tuple(each for each in found if each.person_id))


def _with_owner() -> Any:
    return select(FollowUpPlan, Officer.name).join(
        Officer, col(Officer.id) == FollowUpPlan.owner_id
    )


def _shown(plan: FollowUpPlan, owner: str, unit: Unit, at: datetime) -> Plan:
    due = Period.of(plan.due)
    return Plan(
        plan.id or 0,
        plan.unit_id,
        unit.name,
        unit.zone,
        Period.of(plan.period),
        plan.element,
        plan.programme,
        plan.owner_id,
        owner,
        due,
        PlanState(plan.state),
        plan.outcome,
        stage(due, local_day(unit.zone, at)),
    )
