"""`/kantor`: what an admin sees of offices, units, services and counters, and the ways from there.

These pages only show; what is typed is taken in `office_forms`, `office_hours`, `own_days`.
"""

from __future__ import annotations

from collections.abc import Iterable

from handlers.durations import duration_text
from handlers.lists import page_number, paged
from handlers.message import Button, Lines, Text, button
from handlers.texts import ABBREVIATIONS
from handlers.turn import Turn
from models import offices, opening_hours, staffing
from models.errors import Refused
from models.offices import Counter, Office, Service, Unit
from models.people import Role
from models.worktime import OFFICE_WEEK, Calendar, Week


def listed(turn: Turn) -> None:
    """`/kantor`: straight to the only office, or a list of them."""
    turn.finish()
    found = managed(turn)
    if len(found) == 1 and not everywhere(turn):
        show_office(turn, found[0].id or 0)
        return
    rows = paged(
        found,
        page_number(turn, 0),
        lambda office: button(office.name, "office-admin", office.id),
        "offices",
    )
    if everywhere(turn):
        rows.append([button(Text("button-add-office"), "write", "office-new", 0)])
        rows.append([button(Text("button-days-everywhere"), "days", 0)])
        rows.append([button(Text("button-causes"), "causes")])
    turn.say("offices-list", edit=True, count=len(found), buttons=[*rows, menu_row()])


def office(turn: Turn) -> None:
    turn.finish()
    show_office(turn, turn.integer(0))


def show_office(turn: Turn, office_id: int, *, edit: bool = True) -> None:
    found = my_office(turn, office_id)
    turn.say(
        "office-page",
        edit=edit,
        name=found.name,
        zone=ABBREVIATIONS[found.zone],
        units=len(offices.units(turn.tx, office_id)),
        buttons=[
            [button(Text("button-units"), "units", office_id)],
            [
                button(Text("button-people"), "people", office_id),
                button(Text("button-days"), "days", office_id),
            ],
            [
                button(Text("button-import"), "import", office_id),
                button(Text("button-zone"), "zone", "o", office_id),
            ],
            [button(Text("button-ladder"), "ladder", "o", office_id)],
            [button(Text("button-causes"), "causes")],
            [
                button(Text("button-rename"), "write", "office-name", office_id),
                *_closing(turn, found),
            ],
            [button(Text("button-back"), "offices")] if everywhere(turn) else menu_row(),
        ],
    )


def _closing(turn: Turn, found: Office) -> list[Button]:
    return [button(Text("button-close"), "close", "o", found.id)] if everywhere(turn) else []


def units(turn: Turn) -> None:
    """The units of an office."""
    turn.finish()
    office_id = turn.integer(0)
    found = my_office(turn, office_id)
    rows = paged(
        offices.units(turn.tx, office_id),
        page_number(turn, 1),
        lambda unit: button(unit.name, "unit-admin", unit.id),
        "units",
        office_id,
    )
    turn.say(
        "units-list",
        edit=True,
        name=found.name,
        buttons=[
            *rows,
            [button(Text("button-add-unit"), "write", "unit-new", office_id)],
            [button(Text("button-back"), "office-admin", office_id)],
        ],
    )


def unit(turn: Turn) -> None:
    turn.finish()
    show_unit(turn, turn.integer(0))


def show_unit(turn: Turn, unit_id: int, *, edit: bool = True) -> None:
    found = my_unit(turn, unit_id)
    turn.say(
        "unit-page",
        edit=edit,
        name=found.name,
        zone=ABBREVIATIONS[found.zone],
        hours=hours_lines(week_of(found)),
        services=len(offices.services(turn.tx, unit_id)),
        counters=len(offices.counters(turn.tx, unit_id)),
        buttons=[
            [
                button(Text("button-services"), "services", unit_id),
                button(Text("button-counters"), "counters", unit_id),
            ],
            [
                button(Text("button-hours"), "hours", unit_id),
                button(Text("button-zone"), "zone", "u", unit_id),
            ],
            [
                button(Text("button-limits"), "limits", unit_id),
                button(Text("button-ladder"), "ladder", "u", unit_id),
            ],
            [button(Text("button-instrument"), "instrument", unit_id)],
            [
                button(Text("button-invite-staff"), "invite-to", unit_id),
                button(Text("button-poster"), "qr-unit", unit_id),
            ],
            [
                button(Text("button-api-keys"), "api-keys", unit_id),
                button(Text("button-invited"), "invited-share", unit_id),
            ],
            [
                button(Text("button-rename"), "write", "unit-name", unit_id),
                button(Text("button-close"), "close", "u", unit_id),
            ],
            [button(Text("button-back"), "units", found.office_id)],
        ],
    )


def services(turn: Turn) -> None:
    """The services of a unit."""
    turn.finish()
    unit_id = turn.integer(0)
    found = my_unit(turn, unit_id)
    rows = paged(
        offices.services(turn.tx, unit_id),
        page_number(turn, 1),
        lambda service: button(service.name, "service-admin", service.id),
        "services",
        unit_id,
    )
    turn.say(
        "services-list",
        edit=True,
        name=found.name,
        buttons=[
            *rows,
            [button(Text("button-add-service"), "write", "service-new", unit_id)],
            [button(Text("button-back"), "unit-admin", unit_id)],
        ],
    )


def service(turn: Turn) -> None:
    turn.finish()
    show_service(turn, turn.integer(0))


def show_service(turn: Turn, service_id: int, *, edit: bool = True) -> None:
    found, home = my_service(turn, service_id)
    turn.say(
        "service-page",
        edit=edit,
        name=found.name,
        unit=home.name,
        duration=duration_text(found.duration) or Text("not-filled"),
        fee=_or_missing(found.fee),
        requirements=_or_missing(found.requirements),
        buttons=[
            [
                button(Text("button-duration"), "write", "service-duration", service_id),
                button(Text("button-fee"), "write", "service-fee", service_id),
            ],
            [button(Text("button-requirements"), "write", "service-requirements", service_id)],
            [
                button(Text("button-rename"), "write", "service-name", service_id),
                button(Text("button-close"), "close", "s", service_id),
            ],
            [button(Text("button-back"), "services", home.id)],
        ],
    )


def counters(turn: Turn) -> None:
    """The counters of a unit, with who serves there now."""
    turn.finish()
    unit_id = turn.integer(0)
    found = my_unit(turn, unit_id)
    names = staffing.serving_names(turn.tx, unit_id, turn.at)
    rows = paged(
        offices.counters(turn.tx, unit_id),
        page_number(turn, 1),
        lambda counter: button(_counter_label(counter, names), "counter-admin", counter.id),
        "counters",
        unit_id,
    )
    turn.say(
        "counters-list",
        edit=True,
        name=found.name,
        buttons=[
            *rows,
            [button(Text("button-add-counter"), "write", "counter-new", unit_id)],
            [button(Text("button-back"), "unit-admin", unit_id)],
        ],
    )


def counter(turn: Turn) -> None:
    turn.finish()
    show_counter(turn, turn.integer(0))


def show_counter(turn: Turn, counter_id: int, *, edit: bool = True) -> None:
    found, home = my_counter(turn, counter_id)
    name = staffing.serving_names(turn.tx, home.id or 0, turn.at).get(counter_id)
    turn.say(
        "counter-page",
        edit=edit,
        name=found.name,
        unit=home.name,
        officer=name or Text("counter-empty"),
        buttons=[
            [
                button(Text("button-roster"), "roster", counter_id),
                button(Text("button-poster"), "qr-make", "c", counter_id),
            ],
            [
                button(Text("button-rename"), "write", "counter-name", counter_id),
                button(Text("button-close"), "close", "c", counter_id),
            ],
            [button(Text("button-back"), "counters", home.id)],
        ],
    )


# --- what is mine, and how it is said


def everywhere(turn: Turn) -> bool:
    """Whether the person is an admin of all offices."""
    return turn.authority.over_office(Role.ADMIN, None)


def managed(turn: Turn) -> list[Office]:
    """Open offices of which the person is an admin."""
    return [
        office
        for office in offices.offices(turn.tx)
        if turn.authority.over_office(Role.ADMIN, office.id)
    ]


def my_office(turn: Turn, office_id: int) -> Office:
    found = offices.office(turn.tx, office_id)
    if not turn.authority.over_office(Role.ADMIN, office_id):
        raise Refused("not-for-you")
    return found


def my_unit(turn: Turn, unit_id: int, *roles: Role) -> Unit:
    """The unit, if the person has one of the roles over it (admin unless told otherwise)."""
    found = offices.unit(turn.tx, unit_id)
    wanted = roles or (Role.ADMIN,)
    if not any(turn.authority.over_unit(role, unit_id, found.office_id) for role in wanted):
        raise Refused("not-for-you")
    return found


def my_service(turn: Turn, service_id: int) -> tuple[Service, Unit]:
    found = offices.service(turn.tx, service_id)
    return found, my_unit(turn, found.unit_id)


def my_counter(turn: Turn, counter_id: int, *roles: Role) -> tuple[Counter, Unit]:
    found = offices.counter(turn.tx, counter_id)
    return found, my_unit(turn, found.unit_id, *roles)


def week_of(found: Unit) -> Week:
    """The unit's weekly hours."""
    if found.hours is None:
        return OFFICE_WEEK
    return Calendar.from_json({"zone": found.zone} | found.hours).weekly


def hours_lines(week: Week) -> Lines:
    """One line for each run of days with the same hours."""
    return Lines([_hours_line(*run) for run in opening_hours.same_days(week)])


def _hours_line(first: int, last: int, hours: tuple[tuple[int, int], ...]) -> Text:
    days = {"first": Text(f"weekday-{first}"), "last": Text(f"weekday-{last}")}
    shown = hours_words(hours)
    if first == last:
        return Text("hours-day", {"day": days["first"], "hours": shown})
    return Text("hours-days", days | {"hours": shown})


def hours_words(hours: Iterable[Iterable[int]]) -> str | Text:
    """'07.30–12.00, 13.00–16.00', or that it is closed."""
    return opening_hours.write_hours(hours) or Text("hours-closed")


def menu_row() -> list[Button]:
    return [button(Text("button-menu"), "menu")]


def _or_missing(words: str) -> str | Text:
    return words or Text("not-filled")


def _counter_label(counter: Counter, names: dict[int, str]) -> str:
    name = names.get(counter.id or 0)
    return f"{counter.name} – {name}" if name else counter.name
