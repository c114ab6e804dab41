"""`/templat`: the answers a unit gives often, kept by its own people."""

from __future__ import annotations

from handlers import clipping, lists
from handlers.message import Text, button, rows
from handlers.turn import Turn, step
from models.complaints import templates
from models.complaints.casework import TEXT_LIMIT
from models.complaints.templates import LEAST_TEXT, NAME_LIMIT, AnswerTemplate
from models.errors import Refused

SHOWN = 3500  # code units of a template on the screen


def command(turn: Turn) -> None:
    """The unit's templates; who works for several chooses one of them first."""
    units = templates.units_of(turn.tx, turn.person_id, turn.at)
    if not units:
        raise Refused("not-for-you")
    if len(units) == 1:
        _list(turn, units[0].id or 0)
        return
    listed = lists.paged(
        units,
        lists.page_number(turn, 0),
        lambda unit: button(unit.name, "templates", unit.id, 0),
        "templates-units",
    )
    turn.say("templates-units", edit=bool(turn.arguments), buttons=listed)


def listed(turn: Turn) -> None:
    """`templates:<unit>:<page>`."""
    _list(turn, turn.integer(0), lists.page_number(turn, 1), edit=True)


def _list(turn: Turn, unit_id: int, number: int = 0, *, edit: bool = False) -> None:
    unit = templates.check(turn.tx, unit_id, turn.person_id, turn.at)
    kept = templates.of_unit(turn.tx, unit_id)
    turn.say(
        "templates" if kept else "templates-none",
        edit=edit,
        unit=unit.name,
        n=len(kept),
        buttons=[
            *lists.paged(
                kept, number, lambda one: button(one.name, "template", one.id), "templates", unit_id
            ),
            [button(Text("button-template-add"), "template-add", unit_id)],
        ],
    )


def show(turn: Turn) -> None:
    """`template:<id>`."""
    _show(turn, templates.kept(turn.tx, turn.integer(0), turn.person_id, turn.at), edit=True)


def _show(turn: Turn, one: AnswerTemplate, key: str = "template", *, edit: bool = False) -> None:
    turn.say(
        key,
        edit=edit,
        name=one.name,
        said=clipping.clip(one.text, SHOWN),
        buttons=[
            [
                button(Text("button-template-change"), "template-change", one.id),
                button(Text("button-template-remove"), "template-remove", one.id),
            ],
            [button(Text("button-templates"), "templates", one.unit_id, 0)],
        ],
    )


# --- adding and changing


def add(turn: Turn) -> None:
    """`template-add:<unit>`."""
    unit = templates.check(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.ask("template.name", unit=unit.id)


def change(turn: Turn) -> None:
    """`template-change:<id>`."""
    one = templates.kept(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.ask("template.text", template=one.id, name=one.name)


def _take_name(turn: Turn) -> None:
    name = templates.free_name(turn.tx, turn.data["unit"], turn.input.text)
    turn.ask("template.text", **(turn.data | {"name": name}))


def _take_text(turn: Turn) -> None:
    said, known = turn.input.text, turn.data
    if "template" in known:
        made = templates.change(turn.tx, known["template"], turn.person_id, said, turn.at)
    else:
        made = templates.add(turn.tx, known["unit"], turn.person_id, known["name"], said, turn.at)
    turn.finish()
    _show(turn, made, "template-kept")


NAME = step(lambda turn: turn.say("template-name", limit=NAME_LIMIT), _take_name)
TEXT = step(
    lambda turn: turn.say(
        "template-text", name=turn.data["name"], least=LEAST_TEXT, limit=TEXT_LIMIT
    ),
    _take_text,
)


# --- removing


def remove(turn: Turn) -> None:
    """`template-remove:<id>`: really?"""
    one = templates.kept(turn.tx, turn.integer(0), turn.person_id, turn.at)
    yes = button(Text("button-template-remove-yes"), "template-remove-yes", one.id)
    no = button(Text("button-template-keep"), "template", one.id)
    turn.say("template-remove", edit=True, name=one.name, buttons=rows([yes, no]))


def remove_now(turn: Turn) -> None:
    """`template-remove-yes:<id>`."""
    one = templates.remove(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.say(
        "template-removed",
        edit=True,
        name=one.name,
        buttons=[[button(Text("button-templates"), "templates", one.unit_id, 0)]],
    )
