"""What an admin types about offices, units, services and counters, and closing them.

One step takes every single text; the table FIELDS says what is asked and what is done with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handlers import office_hours, offices
from handlers.message import Button, Text, button
from handlers.turn import Kind, Turn, step
from models import days_off, entries, office_admin, opening_hours
from models import offices as places
from models.complaints import queries as cases
from models.errors import Refused

EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Field:
    """A text that is asked for: `save(turn, id, text)` stores it and shows what follows."""

    question: str
    save: Callable[[Turn, int, str], None]
    back: str  # the page to go back to, a button action
    may_be_empty: bool = False


def write(turn: Turn) -> None:
    """The button that asks for a text: the field's name and the id it belongs to."""
    if turn.arguments[0] not in FIELDS:
        raise Refused("not-for-you")
    turn.ask("offices.write", field=turn.arguments[0], id=turn.integer(1))


def _ask(turn: Turn) -> None:
    field = FIELDS[turn.data["field"]]
    rows: list[list[Button]] = []
    if field.may_be_empty:
        rows.append([turn.choice(Text("button-empty"), EMPTY)])
    back = (
        button(Text("button-back"), field.back, turn.data["id"])
        if turn.data["id"]
        else button(Text("button-back"), "offices")
    )
    turn.say(field.question, buttons=[*rows, [back]])


def _take(turn: Turn) -> None:
    """The operation checks the text and the right to write it; a refusal leaves the step open."""
    field, item = FIELDS[turn.data["field"]], int(turn.data["id"])
    emptied = turn.input.kind is Kind.BUTTON and turn.input.data == EMPTY
    field.save(turn, item, "" if emptied else turn.input.text)


WRITE = step(_ask, _take)


# --- what is done with each text


def _new_office(turn: Turn, _item: int, text: str) -> None:
    zone = places.ZONES[0]
    made = office_admin.add_office(turn.tx, text, zone, at=turn.at, by=turn.person_id)
    turn.finish()
    turn.say("saved-office", name=made.name)
    office_hours.ask_zone(turn, "o", made.id or 0)


def _office_name(turn: Turn, item: int, text: str) -> None:
    office_admin.rename_office(turn.tx, item, text, at=turn.at, by=turn.person_id)
    _saved(turn, offices.show_office, item)


def _ramadan(turn: Turn, item: int, text: str) -> None:
    first, last = entries.two_days(text)
    days_off.set_ramadan(turn.tx, item, first, last, at=turn.at, by=turn.person_id)
    _saved(turn, offices.show_office, item)


def _new_unit(turn: Turn, item: int, text: str) -> None:
    made = office_admin.add_unit(turn.tx, item, text, at=turn.at, by=turn.person_id)
    turn.finish()
    turn.say("saved-unit", name=made.name)
    office_hours.ask_hours(turn, made.id or 0)


def _unit_name(turn: Turn, item: int, text: str) -> None:
    office_admin.rename_unit(turn.tx, item, text, at=turn.at, by=turn.person_id)
    _saved(turn, offices.show_unit, item)


def _unit_hours(turn: Turn, item: int, text: str) -> None:
    week = opening_hours.read_week(text)
    office_admin.set_hours(turn.tx, item, week, at=turn.at, by=turn.person_id)
    _saved(turn, offices.show_unit, item)


def _new_service(turn: Turn, item: int, text: str) -> None:
    made = office_admin.add_service(turn.tx, item, text, at=turn.at, by=turn.person_id)
    turn.ask("offices.write", field="service-duration", id=made.id)


def _service_part(part: str) -> Callable[[Turn, int, str], None]:
    def save(turn: Turn, item: int, text: str) -> None:
        office_admin.change_service(turn.tx, item, at=turn.at, by=turn.person_id, **{part: text})
        _saved(turn, offices.show_service, item)

    return save


def _new_counter(turn: Turn, item: int, text: str) -> None:
    made = office_admin.add_counter(turn.tx, item, text, at=turn.at, by=turn.person_id)
    _saved(turn, offices.show_counter, made.id or 0)


def _counter_name(turn: Turn, item: int, text: str) -> None:
    office_admin.rename_counter(turn.tx, item, text, at=turn.at, by=turn.person_id)
    _saved(turn, offices.show_counter, item)


FIELDS: dict[str, Field] = {
    "office-new": Field("write-office-new", _new_office, "offices"),
    "office-name": Field("write-office-name", _office_name, "office-admin"),
    "ramadan": Field("write-ramadan", _ramadan, "days"),
    "unit-new": Field("write-unit-new", _new_unit, "units"),
    "unit-name": Field("write-unit-name", _unit_name, "unit-admin"),
    "unit-hours": Field("write-unit-hours", _unit_hours, "hours"),
    "service-new": Field("write-service-new", _new_service, "services"),
    "service-name": Field("write-service-name", _service_part("name"), "service-admin"),
    "service-duration": Field(
        "write-service-duration", _service_part("duration"), "service-admin", may_be_empty=True
    ),
    "service-fee": Field(
        "write-service-fee", _service_part("fee"), "service-admin", may_be_empty=True
    ),
    "service-requirements": Field(
        "write-service-requirements",
        _service_part("requirements"),
        "service-admin",
        may_be_empty=True,
    ),
    "counter-new": Field("write-counter-new", _new_counter, "counters"),
    "counter-name": Field("write-counter-name", _counter_name, "counter-admin"),
}


# --- closing, after a second question


def close(turn: Turn) -> None:
    """Ask whether it is meant; says what closing does."""
    what, item = turn.arguments[0], turn.integer(1)
    thing = _thing(what)
    turn.say(
        f"close-{thing.page}",
        edit=True,
        name=thing.name(turn, item),
        buttons=[
            [button(Text("button-close-yes"), "close-yes", what, item)],
            [button(Text("button-back"), thing.page, item)],
        ],
    )


def close_now(turn: Turn) -> None:
    what, item = turn.arguments[0], turn.integer(1)
    _thing(what).close(turn, item)


def _close_office(turn: Turn, item: int) -> None:
    office_admin.close_office(turn.tx, item, at=turn.at, by=turn.person_id)
    _closed(turn, "offices")


def _close_unit(turn: Turn, item: int) -> None:
    found = offices.my_unit(turn, item)
    if waiting := len(cases.open_at(turn.tx, (item,), turn.at)):
        raise Refused("unit-has-cases", count=waiting)
    office_admin.close_unit(turn.tx, item, at=turn.at, by=turn.person_id)
    _closed(turn, "units", found.office_id)


def _close_service(turn: Turn, item: int) -> None:
    found, _ = offices.my_service(turn, item)
    office_admin.close_service(turn.tx, item, at=turn.at, by=turn.person_id)
    _closed(turn, "services", found.unit_id)


def _close_counter(turn: Turn, item: int) -> None:
    found, _ = offices.my_counter(turn, item)
    office_admin.close_counter(turn.tx, item, at=turn.at, by=turn.person_id)
    _closed(turn, "counters", found.unit_id)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be closed."""

    page: str
    name: Callable[[Turn, int], str]
    close: Callable[[Turn, int], None]


THINGS: dict[str, Thing] = {
    "o": Thing("office-admin", lambda t, i: offices.my_office(t, i).name, _close_office),
    "u": Thing("unit-admin", lambda t, i: offices.my_unit(t, i).name, _close_unit),
    "s": Thing("service-admin", lambda t, i: offices.my_service(t, i)[0].name, _close_service),
    "c": Thing("counter-admin", lambda t, i: offices.my_counter(t, i)[0].name, _close_counter),
}


def _thing(what: str) -> Thing:
    if what not in THINGS:
        raise Refused("not-for-you")
    return THINGS[what]


# --- what they share


def _saved(turn: Turn, show: Callable[..., None], item: int) -> None:
    turn.finish()
    turn.say("saved")
    show(turn, item, edit=False)


def _closed(turn: Turn, action: str, *arguments: int) -> None:
    turn.say("closed", edit=True, buttons=[[button(Text("button-back"), action, *arguments)]])
