"""Opening hours and time zones: chosen from a few, or typed."""

from __future__ import annotations

from handlers import offices
from handlers.message import Text, button, rows
from handlers.texts import ABBREVIATIONS
from handlers.turn import Turn
from models import office_admin, opening_hours
from models.errors import Refused


def hours(turn: Turn) -> None:
    turn.finish()
    ask_hours(turn, turn.integer(0))


def ask_hours(turn: Turn, unit_id: int) -> None:
    """The usual weeks to choose from, and a way to type another."""
    found = offices.my_unit(turn, unit_id)
    presets = [
        [button(Text(f"hours-preset-{name}"), "hours-set", unit_id, name)]
        for name in opening_hours.PRESETS
    ]
    turn.say(
        "hours-choose",
        edit=True,
        name=found.name,
        hours=offices.hours_lines(offices.week_of(found)),
        buttons=[
            *presets,
            [button(Text("button-type-hours"), "write", "unit-hours", unit_id)],
            [button(Text("button-back"), "unit-admin", unit_id)],
        ],
    )


def set_hours(turn: Turn) -> None:
    week = opening_hours.PRESETS.get(turn.arguments[1])
    if week is None:
        raise Refused("not-for-you")
    office_admin.set_hours(turn.tx, turn.integer(0), week, at=turn.at, by=turn.person_id)
    turn.pop_up("saved")
    offices.show_unit(turn, turn.integer(0))


def zone(turn: Turn) -> None:
    turn.finish()
    ask_zone(turn, turn.arguments[0], turn.integer(1))


def ask_zone(turn: Turn, what: str, item: int) -> None:
    """what: 'o' for an office, 'u' for a unit."""
    found = offices.my_office(turn, item) if what == "o" else offices.my_unit(turn, item)
    page = "office-admin" if what == "o" else "unit-admin"
    choices = [
        button(Text(f"zone-{short.lower()}"), "zone-set", what, item, short)
        for short in ABBREVIATIONS.values()
    ]
    turn.say(
        "zone-choose",
        edit=True,
        name=found.name,
        zone=ABBREVIATIONS[found.zone],
        buttons=[*rows(choices), [button(Text("button-back"), page, item)]],
    )


def set_zone(turn: Turn) -> None:
    what, item, short = turn.arguments[0], turn.integer(1), turn.arguments[2]
    chosen = next((name for name, known in ABBREVIATIONS.items() if known == short), "")
    turn.pop_up("saved")
    if what == "o":
        office_admin.set_office_zone(turn.tx, item, chosen, at=turn.at, by=turn.person_id)
        offices.show_office(turn, item)
    else:
        office_admin.set_zone(turn.tx, item, chosen, at=turn.at, by=turn.person_id)
        offices.show_unit(turn, item)
