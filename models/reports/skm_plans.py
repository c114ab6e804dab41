"""Follow-up plans in the report: what was promised for low elements, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from models.database import Transaction
from models.offices import Unit
from models.people import Officer
from models.ratings import survey_sums
from models.ratings.ikm import ELEMENTS, UNIT
from models.ratings.periods import Period
from models.ratings.survey_tables import FollowUpPlan
from models.reports.skm_figures import PlanLine
from models.statistics import Change, Moments, change_of_moments

_NOTHING = Moments()


def of(tx: Transaction, unit_id: int, period: Period) -> tuple[PlanLine, ...]:
    """Those that follow the result of this very period, in the order they were made."""
    rows = _plans().where(FollowUpPlan.unit_id == unit_id, FollowUpPlan.period == period.code)
    return tuple(_line(plan, owner, None) for plan, owner in tx.session.exec(rows))


def earlier(
    tx: Transaction, unit: Unit, period: Period, this: Mapping[str, Moments]
) -> tuple[PlanLine, ...]:
    """Those of former periods that were still open when this one began; each with how its element
    has moved since the period it follows."""
    start = datetime.combine(period.first, time(), ZoneInfo(unit.zone))
    rows = tx.session.exec(
        _plans().where(
            FollowUpPlan.unit_id == unit.id,
            (col(FollowUpPlan.closed_at).is_(None)) | (col(FollowUpPlan.closed_at) >= start),
        )
    )
    former = [row for row in rows if Period.of(row[0].period).last < period.first]
    then = {code: _sums(tx, unit.id or 0, code) for code in {plan.period for plan, _ in former}}
    return tuple(
        _line(plan, owner, _moved(then[plan.period], this, plan.element)) for plan, owner in former
    )


def _plans() -> Select[FollowUpPlan, str]:
    return (
        select(FollowUpPlan, Officer.name)
        .join(Officer, col(Officer.id) == FollowUpPlan.owner_id)
        .order_by(col(FollowUpPlan.id))
    )


def _sums(tx: Transaction, unit_id: int, code: str) -> Mapping[str, Moments]:
    period = Period.of(code)
    return survey_sums.moments(tx, unit_id, period.first, period.last, ELEMENTS)


def _moved(
    before: Mapping[str, Moments], after: Mapping[str, Moments], element: str
) -> Change | None:
    return change_of_moments(before.get(element, _NOTHING), after.get(element, _NOTHING), UNIT)


def _line(plan: FollowUpPlan, owner: str, change: Change | None) -> PlanLine:
    return PlanLine(
        Period.of(plan.period),
        plan.element,
        plan.programme,
        owner,
        plan.due,
        str(plan.state),
        plan.outcome,
        change,
    )
