"""*Rencana tindak lanjut*: what is done about low elements of the survey, and what became of it.

Reached from the report of a unit and period; a new one is made in `plan_making`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handlers import lists
from handlers.message import Button, Lines, Number, Text, button, rows
from handlers.turn import Turn, step
from models.errors import Refused
from models.offices import Unit
from models.people import Role
from models.ratings import plan_views, plans
from models.ratings.periods import Period
from models.ratings.plan_views import Direction, Effect, Plan
from models.ratings.plans import Stage
from models.ratings.survey_tables import PlanState

LEADING = (Role.HEAD, Role.ADMIN)
ROLES = (Role.OFFICER, *LEADING)  # an officer may own a plan
SHOWN = 10  # plans in one message, the open ones first


def entrance(unit_id: int, period: Period) -> Button:
    """The way here from the report of a unit and period."""
    return button(Text("button-plans"), "plans", unit_id, period.code)


def period_text(period: Period) -> Text:
    return Text(*period.label)


def element_text(key: str) -> Text:
    return Text(f"element-{key}")


# --- the list, and one plan


def listed(turn: Turn) -> None:
    """`plans:<unit>:<period>`: the plans of a unit, and the way to a new one for the period."""
    turn.finish()
    unit = plans.led(turn.tx, turn.integer(0), turn.at, turn.person_id)
    period = period_of(turn.arguments[1])
    found = plan_views.of_unit(turn.tx, unit.id or 0, turn.at, turn.person_id)[:SHOWN]
    lines = [_line(turn, number, plan) for number, plan in enumerate(found, 1)]
    chosen = [button(f"{number}", "plan", plan.plan_id) for number, plan in enumerate(found, 1)]
    turn.say(
        "plans" if found else "plans-none",
        edit=True,
        unit=unit.name,
        lines=Lines(lines),
        buttons=[
            *rows(chosen, 5),
            [
                button(
                    Text("button-plan-new", {"period": period_text(period)}),
                    "plan-new",
                    unit.id,
                    period.code,
                )
            ],
            [button(Text("button-skm-report"), "skm", unit.id, period.code)],
        ],
    )


def _line(turn: Turn, number: int, plan: Plan) -> Text:
    return Text("plans-line", {"number": number, **_values(turn, plan)})


def show(turn: Turn) -> None:
    """`plan:<id>`: for its owner and for who leads the unit."""
    turn.finish()
    show_plan(turn, turn.integer(0))


def show_plan(turn: Turn, plan_id: int) -> None:
    plan = plan_views.one(turn.tx, plan_id, turn.at, turn.person_id)
    unit = turn.tx.session.get_one(Unit, plan.unit_id)
    leads = plans.leads(turn.tx, unit, turn.at, turn.person_id)
    acts = list(_acts(plan, leads)) if plan.state is PlanState.OPEN else []
    back = [button(Text("button-plans"), "plans", plan.unit_id, plan.period.code)] if leads else []
    turn.say(
        "plan",
        edit=True,
        unit=plan.unit,
        **_values(turn, plan),
        buttons=[*acts, back or [button(Text("button-menu"), "menu")]],
    )


def _acts(plan: Plan, leads: bool) -> Iterator[list[Button]]:
    done = button(Text("button-plan-done"), "plan-close", plan.plan_id, PlanState.DONE.value)
    if not leads:
        yield [done]
        return
    yield [done, button(Text("button-plan-drop"), "plan-close", plan.plan_id, "dropped")]
    yield [
        button(Text("button-plan-owner"), "plan-owner", plan.plan_id),
        button(Text("button-plan-due"), "plan-due", plan.plan_id),
    ]


def _values(turn: Turn, plan: Plan) -> dict[str, Any]:
    effect = plan_views.effect(turn.tx, plan, turn.at)
    return {
        "element": element_text(plan.element),
        "period": period_text(plan.period),
        "programme": plan.programme,
        "owner": plan.owner,
        "due": period_text(plan.due),
        "state": _state(plan),
        "effect": effect_text(effect),
    }


def _state(plan: Plan) -> Text:
    if plan.state is not PlanState.OPEN:
        return Text(f"plan-state-{plan.state}", {"outcome": plan.outcome})
    late = plan.stage is Stage.OVERDUE
    return Text("plan-state-overdue" if late else "plan-state-open")


def effect_text(effect: Effect) -> Text:
    """Rose, fell, or no difference beyond chance; with the interval, never a bare difference."""
    if effect.change is None or effect.until is None:
        known = effect.direction if effect.until is not None else Direction.AHEAD
        return Text(f"plan-effect-{known}")
    change = effect.change
    return Text(
        f"plan-effect-{effect.direction}",
        {
            "since": period_text(effect.since),
            "until": period_text(effect.until),
            "low": Number(change.low, 2),
            "high": Number(change.high, 2),
        },
    )


def period_of(code: str) -> Period:
    """The period of a button; refuses a forged one."""
    try:
        return Period.of(code)
    except ValueError:
        raise Refused("not-for-you") from None


# --- changing and closing


def choose_owner(turn: Turn) -> None:
    """`plan-owner:<id>:<page>`."""
    plan = plan_views.one(turn.tx, turn.integer(0), turn.at, turn.person_id)
    plans.led(turn.tx, plan.unit_id, turn.at, turn.person_id)
    others = [
        one for one in plans.owners(turn.tx, plan.unit_id, turn.at) if one.id != plan.owner_id
    ]
    listed_ = lists.paged(
        others,
        lists.page_number(turn, 1),
        lambda one: button(one.name, "plan-give", plan.plan_id, one.id),
        "plan-owner",
        plan.plan_id,
    )
    back = [button(Text("button-back"), "plan", plan.plan_id)]
    turn.say("plan-ask-owner", edit=True, buttons=[*listed_, back])


def give(turn: Turn) -> None:
    """`plan-give:<id>:<officer>`."""
    plan_id = turn.integer(0)
    plans.give(turn.tx, plan_id, turn.integer(1), turn.at, turn.person_id)
    turn.pop_up("saved")
    tell_owner(turn, plan_id)
    show_plan(turn, plan_id)


def choose_due(turn: Turn) -> None:
    """`plan-due:<id>`."""
    plan = plan_views.one(turn.tx, turn.integer(0), turn.at, turn.person_id)
    plans.led(turn.tx, plan.unit_id, turn.at, turn.person_id)
    choices = [
        button(period_text(quarter), "plan-move", plan.plan_id, quarter.code)
        for quarter in plans.quarters(plan.zone, turn.at)
        if quarter != plan.due
    ]
    back = [button(Text("button-back"), "plan", plan.plan_id)]
    turn.say("plan-ask-due", edit=True, buttons=[*rows(choices, 2), back])


def move(turn: Turn) -> None:
    """`plan-move:<id>:<quarter>`."""
    plan_id = turn.integer(0)
    plans.move(turn.tx, plan_id, period_of(turn.arguments[1]), turn.at, turn.person_id)
    turn.pop_up("saved")
    tell_owner(turn, plan_id)
    show_plan(turn, plan_id)


def close(turn: Turn) -> None:
    """`plan-close:<id>:<done or dropped>`: what became of it?"""
    plan = plan_views.one(turn.tx, turn.integer(0), turn.at, turn.person_id)
    turn.finish()
    turn.ask("plan.outcome", plan=plan.plan_id, state=PlanState(turn.arguments[1]).value)


def _ask_outcome(turn: Turn) -> None:
    turn.say(
        f"plan-ask-{turn.data['state']}",
        edit=True,
        most=plans.LONGEST,
        buttons=[[button(Text("button-back"), "plan", turn.data["plan"])]],
    )


def _take_outcome(turn: Turn) -> None:
    plan_id, state = turn.data["plan"], PlanState(turn.data["state"])
    plans.close(turn.tx, plan_id, state, turn.input.text, turn.at, turn.person_id)
    turn.finish()
    show_plan(turn, plan_id)


OUTCOME = step(_ask_outcome, _take_outcome)


def tell_owner(turn: Turn, plan_id: int) -> None:
    """The plan is theirs, or its quarter is another now; nothing to who did that themself."""
    plan = plan_views.one(turn.tx, plan_id, turn.at, turn.person_id)
    owner = plans.person_of(turn.tx, plan.owner_id)
    if owner is not None and owner != turn.person_id:
        turn.say(
            "plan-given",
            to=owner,
            unit_id=plan.unit_id,
            unit=plan.unit,
            element=element_text(plan.element),
            programme=plan.programme,
            due=period_text(plan.due),
            buttons=[[button(Text("button-plan"), "plan", plan.plan_id)]],
        )
