"""Templates of performance plans, one for each position of an office."""

from __future__ import annotations

from handlers import lists, skp_words
from handlers.message import File, Lines, Text, button
from handlers.skp_files import received
from handlers.turn import Kind, Turn, step
from models.appraisal.skp import plans, templates
from models.appraisal.skp.content import Content, WrongContent, checked
from models.entries import POSITION_LIMIT
from models.offices import Unit
from models.people import Officer, Role

ROLES = (Role.HEAD, Role.ADMIN)


def offices(turn: Turn) -> None:
    """`skp-templates:<page>`: the offices whose templates the reader manages; of one its list."""
    turn.finish()
    found = templates.managed(turn.tx, turn.person_id, turn.at)
    if len(found) == 1:
        show(turn, found[0].id or 0)
        return
    listed = lists.paged(
        found,
        lists.page_number(turn, 0),
        lambda one: button(one.name, "skp-templates-of", one.id),
        "skp-templates",
    )
    back = [button(Text("button-menu"), "menu")]
    turn.say("skp-choose-office", edit=True, buttons=[*listed, back])


def listed(turn: Turn) -> None:
    """`skp-templates-of:<office>:<page>`."""
    turn.finish()
    show(turn, turn.integer(0), lists.page_number(turn, 1))


def show(turn: Turn, office_id: int, page: int = 0) -> None:
    """The templates of an office."""
    templates.require_manager(turn.tx, office_id, turn.person_id, turn.at)
    found = templates.of_office(turn.tx, office_id)
    shown = lists.paged(
        found,
        page,
        lambda one: button(one.position, "skp-template", one.id),
        "skp-templates-of",
        office_id,
    )
    upload = [button(Text("button-skp-template-upload"), "skp-template-upload", office_id)]
    turn.say(
        "skp-templates" if found else "skp-templates-none",
        edit=True,
        buttons=[*shown, upload, [button(Text("button-menu"), "menu")]],
    )


def template(turn: Turn) -> None:
    """`skp-template:<id>`."""
    turn.finish()
    found = templates.template(turn.tx, turn.integer(0), turn.person_id, turn.at)
    lines: list[Text] = []
    for number, result in enumerate(found.content.results, 1):
        lines.append(Text("skp-result-line", {"number": number, "text": result.text}))
        lines += [skp_words.indicator(one) for one in result.indicators]
    turn.say(
        "skp-template",
        edit=True,
        position=found.position,
        results=Lines(lines),
        buttons=[
            [
                button(Text("button-skp-file"), "skp-template-file", found.id),
                button(Text("button-skp-remove"), "skp-template-remove", found.id),
            ],
            [button(Text("button-back"), "skp-templates-of", found.office_id)],
        ],
    )


def file(turn: Turn) -> None:
    """`skp-template-file:<id>`."""
    found = templates.template(turn.tx, turn.integer(0), turn.person_id, turn.at)
    values = {"template": found.id}
    turn.say("skp-template-file", position=found.position, file=File("skp-xlsx", values))


def blank(turn: Turn) -> None:
    """`skp-form`: the empty form."""
    turn.say("skp-form", file=File("skp-xlsx", {}))


def remove(turn: Turn) -> None:
    """`skp-template-remove:<id>`: asks once more."""
    found = templates.template(turn.tx, turn.integer(0), turn.person_id, turn.at)
    yes = [button(Text("button-skp-remove-yes"), "skp-template-remove-yes", found.id)]
    back = [button(Text("button-back"), "skp-template", found.id)]
    turn.say("skp-template-remove-sure", edit=True, position=found.position, buttons=[yes, back])


def remove_now(turn: Turn) -> None:
    """`skp-template-remove-yes:<id>`."""
    found = templates.template(turn.tx, turn.integer(0), turn.person_id, turn.at)
    templates.remove(turn.tx, found.id, turn.person_id, turn.at)
    turn.pop_up("skp-removed")
    show(turn, found.office_id)


# --- a new one: from a plan, or from a file


def make(turn: Turn) -> None:
    """`skp-template-make:<plan>`: the plan becomes the template of a position."""
    plan, _ = plans.readable(turn.tx, turn.integer(0), turn.person_id, turn.at)
    unit = turn.tx.session.get_one(Unit, plan.unit_id)
    templates.require_manager(turn.tx, unit.office_id, turn.person_id, turn.at)
    turn.ask("skp.position", plan=plan.id, office=unit.office_id)


def upload(turn: Turn) -> None:
    """`skp-template-upload:<office>`."""
    office_id = turn.integer(0)
    templates.require_manager(turn.tx, office_id, turn.person_id, turn.at)
    turn.ask("skp.template-file", office=office_id)


def _ask_file(turn: Turn) -> None:
    form = [button(Text("button-skp-form"), "skp-form")]
    back = [button(Text("button-back"), "skp-templates-of", turn.data["office"])]
    turn.say("skp-ask-template-file", edit=True, buttons=[form, back])


def _take_file(turn: Turn) -> None:
    content = received(turn)
    if content is None:
        return
    try:
        checked(content, whole=True)
    except WrongContent as wrong:
        turn.say("skp-not-whole", problems=skp_words.problems(wrong))
        return
    turn.ask("skp.position", office=turn.data["office"], content=content.to_json())


def _ask_position(turn: Turn) -> None:
    """The position of the plan's officer is offered."""
    choices = []
    if "plan" in turn.data:
        plan = plans.plan(turn.tx, turn.data["plan"])
        known = turn.tx.session.get_one(Officer, plan.officer_id).position
        choices = [[turn.choice(known, "own")]] if known else []
    turn.say("skp-ask-position", edit=True, most=POSITION_LIMIT, buttons=choices)


def _take_position(turn: Turn) -> None:
    data, who = turn.data, (turn.person_id, turn.at)
    position = turn.input.text
    if "plan" in data:
        plan = plans.plan(turn.tx, data["plan"])
        if turn.input.kind is Kind.BUTTON:
            position = turn.tx.session.get_one(Officer, plan.officer_id).position
        templates.keep_from_plan(turn.tx, plan.id, position, *who)
    else:
        content = Content.from_json(data["content"])
        templates.keep(turn.tx, data["office"], position, content, *who)
    turn.finish()
    turn.say("skp-template-kept")
    show(turn, data["office"])


FILE = step(_ask_file, _take_file, Kind.DOCUMENT, buttons=False)
POSITION = step(_ask_position, _take_position)
