"""A new follow-up plan: the element, the programme, who is in charge, until when."""

from __future__ import annotations

from fractions import Fraction

from handlers import forum_staff
from handlers.message import Button, Number, Text, button, rows
from handlers.plans import element_text, period_of, period_text, show_plan, tell_owner
from handlers.turn import Kind, Turn, step
from models.errors import Refused
from models.offices import Unit
from models.ratings import plans
from models.ratings.ikm import rounded
from models.reports import skm as reports
from models.reports.skm_figures import ElementLine

MOST_OWNERS = 40  # buttons
OTHER = "other"


def new(turn: Turn) -> None:
    """`plan-new:<unit>:<period>`."""
    unit = plans.led(turn.tx, turn.integer(0), turn.at, turn.person_id)
    period = period_of(turn.arguments[1])
    turn.finish()
    turn.ask("plan.element", unit=unit.id, period=period.code)


def _ask_element(turn: Turn) -> None:
    """The three lowest first; all of them on request, or when too few people answered."""
    unit_id, period = turn.data["unit"], period_of(turn.data["period"])
    lowest = reports.report(turn.tx, unit_id, period, turn.at).lowest
    every = plans.elements(turn.tx, unit_id, period, turn.at)
    if lowest and not turn.data.get("every"):
        choices = [turn.choice(_with_nrr(line), line.key) for line in lowest]
        choices.append(turn.choice(Text("button-plan-other"), OTHER))
    else:
        choices = [turn.choice(element_text(key), key) for key in every]
    turn.say(
        "plan-ask-element" if lowest else "plan-ask-element-unknown",
        edit=True,
        period=period_text(period),
        buttons=[*rows(choices), _back(turn)],
    )


def _with_nrr(line: ElementLine) -> Text:
    nrr = Number(float(rounded(line.nrr or Fraction())), 2)
    return Text("plan-element", {"element": element_text(line.key), "nrr": nrr})


def _take_element(turn: Turn) -> None:
    if not _chosen(turn):
        return
    if turn.input.data == OTHER:
        turn.ask_again(every=True)
        return
    period = period_of(turn.data["period"])
    if turn.input.data not in plans.elements(turn.tx, turn.data["unit"], period, turn.at):
        raise Refused("plan-element-unknown")
    turn.ask("plan.programme", **(turn.data | {"element": turn.input.data}))


def _ask_programme(turn: Turn) -> None:
    turn.say(
        "plan-ask-programme",
        edit=True,
        element=element_text(turn.data["element"]),
        least=plans.LEAST,
        most=plans.LONGEST,
        buttons=[_back(turn)],
    )


def _take_programme(turn: Turn) -> None:
    turn.ask("plan.owner", **turn.data, programme=plans.words(turn.input.text))


def _ask_owner(turn: Turn) -> None:
    found = plans.owners(turn.tx, turn.data["unit"], turn.at)[:MOST_OWNERS]
    choices = [turn.choice(one.name, one.id) for one in found]
    key = "plan-ask-owner" if found else "plan-no-owner"
    turn.say(key, edit=True, buttons=[*rows(choices), _back(turn)])


def _take_owner(turn: Turn) -> None:
    if not _chosen(turn):
        return
    names = {str(one.id): one.name for one in plans.owners(turn.tx, turn.data["unit"], turn.at)}
    if turn.input.data not in names:
        raise Refused("plan-owner-unfit")
    owner = {"owner": int(turn.input.data), "owner_name": names[turn.input.data]}
    turn.ask("plan.due", **(turn.data | owner))


def _ask_due(turn: Turn) -> None:
    unit = turn.tx.session.get_one(Unit, turn.data["unit"])
    quarters = plans.quarters(unit.zone, turn.at)
    choices = [turn.choice(period_text(quarter), quarter.code) for quarter in quarters]
    turn.say("plan-ask-due", edit=True, buttons=[*rows(choices, 2), _back(turn)])


def _take_due(turn: Turn) -> None:
    if _chosen(turn):
        turn.ask("plan.confirm", **(turn.data | {"due": period_of(turn.input.data).code}))


def _ask_confirm(turn: Turn) -> None:
    data = turn.data
    turn.say(
        "plan-confirm",
        edit=True,
        element=element_text(data["element"]),
        period=period_text(period_of(data["period"])),
        programme=data["programme"],
        owner=data["owner_name"],
        due=period_text(period_of(data["due"])),
        buttons=[[turn.choice(Text("button-plan-make"), "yes")], _back(turn)],
    )


def _take_confirm(turn: Turn) -> None:
    if not _chosen(turn):
        return
    data = turn.data
    plan_id = plans.make(
        turn.tx,
        data["unit"],
        period_of(data["period"]),
        data["element"],
        data["programme"],
        data["owner"],
        period_of(data["due"]),
        turn.at,
        turn.person_id,
    )
    forum_staff.link_plan(turn, plan_id)
    turn.finish()
    turn.pop_up("plan-made")
    tell_owner(turn, plan_id)
    show_plan(turn, plan_id)


ELEMENT = step(_ask_element, _take_element)
PROGRAMME = step(_ask_programme, _take_programme)
OWNER = step(_ask_owner, _take_owner)
DUE = step(_ask_due, _take_due)
CONFIRM = step(_ask_confirm, _take_confirm)


def _chosen(turn: Turn) -> bool:
    """Whether a button was pressed; words are answered by asking again."""
    if turn.input.kind is Kind.BUTTON:
        return True
    turn.say("complain-choose")
    turn.ask_again()
    return False


def _back(turn: Turn) -> list[Button]:
    return [button(Text("button-back"), "plans", turn.data["unit"], turn.data["period"])]
