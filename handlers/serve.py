"""`/layani`: the officer at the counter begins a visit in two taps, and sees those that are open.

Choosing the service, and *Mulai*. What then happens to a visit is in `serve_acts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from handlers import offices as places
from handlers import serve_acts
from handlers.durations import duration_text
from handlers.lists import page_number, paged
from handlers.message import Button, Lines, Minutes, Text, When, button
from handlers.turn import Turn
from models import offices
from models.errors import Refused
from models.offices import Service, Unit
from models.visits import operations as visits
from models.visits import queries
from models.visits.operations import SERVING
from models.visits.queries import OpenVisit

ROLES = SERVING
USUAL = 3  # services on top of the list


def command(turn: Turn) -> None:
    """What is open, then the unit or, when there is but one, its services."""
    turn.finish()
    mine = _units(turn)
    if not mine:
        raise Refused("serve-no-unit")
    if len(mine) == 1:
        _services(turn, mine[0], 0)
        return
    opened = _opened(turn)
    chosen = paged(
        mine, page_number(turn, 0), lambda one: button(one.name, "serve-unit", one.id), "serve"
    )
    turn.say(
        "serve-units",
        edit=True,
        open=_lines(turn, opened),
        buttons=[*_open_rows(turn, opened), *chosen, places.menu_row()],
    )


def unit(turn: Turn) -> None:
    """`serve-unit:<unit>:<page>`."""
    _services(turn, places.my_unit(turn, turn.integer(0), *ROLES), page_number(turn, 1))


def service(turn: Turn) -> None:
    """`serve-service:<service>`: the second tap begins."""
    chosen, where = _mine(turn, turn.integer(0))
    turn.say(
        "serve-service",
        edit=True,
        service=chosen.name,
        unit=where.name,
        promised=duration_text(chosen.duration) or Text("serve-no-promise"),
        buttons=[
            [button(Text("button-serve-start"), "serve-start", chosen.id)],
            [button(Text("button-back"), "serve-unit", where.id)],
        ],
    )


def start(turn: Turn) -> None:
    """`serve-start:<service>`: the clock runs, and the code is shown to the citizen."""
    chosen, _ = _mine(turn, turn.integer(0))
    visit = visits.start(turn.tx, _officer_id(turn), chosen.id or 0, None, turn.at, turn.person_id)
    serve_acts.show_code(turn, visit.id or 0)


def _services(turn: Turn, where: Unit, page: int) -> None:
    opened, listed = _opened(turn), _ordered(turn, where)
    if not listed:
        raise Refused("serve-no-service")
    if len(listed) == 1:
        label = Text("button-serve-start-one", {"service": listed[0].name})
        chosen = [[button(label, "serve-start", listed[0].id)]]
    else:
        chosen = paged(
            listed,
            page,
            lambda one: button(one.name, "serve-service", one.id),
            "serve-unit",
            where.id,
        )
    turn.say(
        "serve",
        edit=True,
        unit=where.name,
        open=_lines(turn, opened),
        buttons=[*_open_rows(turn, opened), *chosen, places.menu_row()],
    )


def _ordered(turn: Turn, where: Unit) -> Sequence[Service]:
    """What this officer gives most often comes first; the rest by name."""
    found = offices.services(turn.tx, where.id or 0)
    usual = queries.usual_services(turn.tx, _officer_id(turn), turn.at, USUAL)
    place = {service_id: number for number, service_id in enumerate(usual)}
    return sorted(found, key=lambda one: place.get(one.id or 0, USUAL))


def _opened(turn: Turn) -> list[OpenVisit]:
    """Those that run come before those that wait for papers."""
    found = queries.open_of(turn.tx, _officer_id(turn))
    return sorted(found, key=lambda one: one.paused_since is not None)


def _lines(turn: Turn, opened: Sequence[OpenVisit]) -> Lines | Text:
    """What is open, in words; the buttons below have the same order."""
    if not opened:
        return Text("serve-none-open")
    return Lines([_line(turn, one) for one in opened])


def _line(turn: Turn, one: OpenVisit) -> Text:
    if one.paused_since is None:
        minutes = Minutes(floor(one.minutes(turn.at)))
        return Text("serve-line-open", {"service": one.service, "minutes": minutes})
    since = When(one.paused_since, one.zone, "short-day-clock")
    return Text("serve-line-paused", {"service": one.service, "since": since})


def _open_rows(turn: Turn, opened: Sequence[OpenVisit]) -> list[list[Button]]:
    return [[_open_button(turn, one)] for one in opened]


def _open_button(turn: Turn, one: OpenVisit) -> Button:
    if one.paused_since is not None:
        return button(
            Text("button-visit-resume-of", {"service": one.service}), "visit-resume", one.visit_id
        )
    values = {"service": one.service, "minutes": Minutes(floor(one.minutes(turn.at)))}
    return button(Text("button-visit-of", values), "visit-show", one.visit_id)


def _mine(turn: Turn, service_id: int) -> tuple[Service, Unit]:
    chosen = offices.service(turn.tx, service_id)
    return chosen, places.my_unit(turn, chosen.unit_id, *ROLES)


def _units(turn: Turn) -> list[Unit]:
    return [
        one
        for one in offices.units(turn.tx)
        if any(turn.authority.over_unit(role, one.id or 0, one.office_id) for role in ROLES)
    ]


def _officer_id(turn: Turn) -> int:
    officer = turn.authority.officer
    if officer is None:
        raise Refused("not-for-you")
    return officer.id or 0
