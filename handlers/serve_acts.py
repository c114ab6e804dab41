"""What an officer does with a visit that has begun: show its code, end, pause, take back."""

from __future__ import annotations

from datetime import timedelta
from math import ceil, floor
from typing import Any

from handlers.durations import duration_text
from handlers.links import deep_link
from handlers.message import Button, File, Minutes, Text, When, button
from handlers.turn import Turn
from models.errors import Refused
from models.offices import Service
from models.visits import operations as visits
from models.visits import queries, scans, tokens
from models.visits.operations import UNDO_FOR, Undone
from models.visits.queries import OpenVisit
from models.visits.tables import Outcome, Visit

OUTCOMES = {"done": Outcome.DONE, "redirected": Outcome.REDIRECTED, "left": Outcome.LEFT}
UNDO_MINUTES = UNDO_FOR // timedelta(minutes=1)
VALID_DAYS = tokens.VALID_FOR // timedelta(days=1)


def show_code(turn: Turn, visit_id: int) -> None:
    """The single-use code as a photo, to be held out to the citizen; under it what comes next."""
    visit, opened = _open(turn, visit_id)
    link = deep_link(turn.bot_name, scans.token(visit, turn.key, turn.at))
    values = {"link": link, "unit": "kunjungan", "counter": str(visit_id)}
    turn.say(
        "visit-code",
        service=opened.service,
        counter=_counter(opened),
        started=When(opened.started_at, opened.zone, "short-day-clock"),
        days=VALID_DAYS,
        file=File("qr", values, as_photo=True),
        buttons=[*_acts(visit_id), [*_back(turn, visit), _next()]],
    )


def code(turn: Turn) -> None:
    """`visit-code:<visit>`."""
    show_code(turn, turn.integer(0))


def show(turn: Turn) -> None:
    """`visit-show:<visit>`."""
    _say_open(turn, turn.integer(0))


def done(turn: Turn) -> None:
    """`visit-end:<visit>:<outcome>`."""
    visit_id, outcome = turn.integer(0), OUTCOMES.get(turn.arguments[1])
    if outcome is None:
        raise Refused("not-for-you")
    visit = visits.finish(turn.tx, visit_id, outcome, turn.at, turn.person_id)
    service = turn.tx.session.get_one(Service, visit.service_id)
    if outcome is not Outcome.DONE:
        _after(turn, visit_id, f"visit-{outcome.value}", service=service.name)
    elif visit.within is None:
        _after(turn, visit_id, "visit-done", service=service.name, taken=_taken(visit))
    else:
        _after(
            turn,
            visit_id,
            "visit-done-within" if visit.within else "visit-done-late",
            service=service.name,
            taken=_taken(visit),
            promised=duration_text(visit.promised),
        )


def pause(turn: Turn) -> None:
    """`visit-pause:<visit>`: *berkas kurang*."""
    visit_id = turn.integer(0)
    visits.pause(turn.tx, visit_id, turn.at, turn.person_id)
    _say_open(turn, visit_id)


def resume(turn: Turn) -> None:
    """`visit-resume:<visit>`: the citizen is back with the papers."""
    visit_id = turn.integer(0)
    visits.resume(turn.tx, visit_id, turn.at, turn.person_id)
    _say_open(turn, visit_id)


def undo(turn: Turn) -> None:
    """`visit-undo:<visit>`: take back the last act."""
    visit_id = turn.integer(0)
    undone = visits.undo(turn.tx, visit_id, turn.at, turn.person_id)
    if undone is Undone.START:
        turn.say("visit-undone", edit=True, buttons=[[_next()]])
        return
    turn.pop_up("visit-goes-on")
    _say_open(turn, visit_id)


def _say_open(turn: Turn, visit_id: int) -> None:
    """A visit that has not ended: how it stands, and what can be done."""
    visit, opened = _open(turn, visit_id)
    if opened.paused_since is None:
        how: dict[str, Any] = {"minutes": Minutes(floor(opened.minutes(turn.at)))}
        acts = [*_acts(visit_id), [button(Text("button-visit-code"), "visit-code", visit_id)]]
    else:
        how = {}
        acts = [
            [button(Text("button-visit-resume"), "visit-resume", visit_id)],
            [button(Text("button-visit-left"), "visit-end", visit_id, "left")],
        ]
    turn.say(
        "visit-running" if opened.paused_since is None else "visit-waiting",
        edit=True,
        service=opened.service,
        counter=_counter(opened),
        started=When(opened.started_at, opened.zone, "short-day-clock"),
        promised=duration_text(opened.promised) or Text("serve-no-promise"),
        buttons=[*acts, [*_back(turn, visit), _next()]],
        **how,
    )


def _after(turn: Turn, visit_id: int, key: str, **values: Any) -> None:
    """What was done, and for five minutes the way back."""
    turn.say(
        key,
        edit=True,
        undo=UNDO_MINUTES,
        buttons=[[_undo(visit_id), _next()]],
        **values,
    )


def _acts(visit_id: int) -> list[list[Button]]:
    return [
        [button(Text("button-visit-done"), "visit-end", visit_id, "done")],
        [
            button(Text("button-visit-pause"), "visit-pause", visit_id),
            button(Text("button-visit-redirected"), "visit-end", visit_id, "redirected"),
        ],
    ]


def _back(turn: Turn, visit: Visit) -> list[Button]:
    """The way back, as long as there is one; what drops the whole visit says so."""
    found = visits.undoable(turn.tx, visit, turn.at)
    if found is None:
        return []
    undone, left = found
    if undone is not Undone.START:
        return [_undo(visit.id or 0)]
    minutes = max(1, ceil(left / timedelta(minutes=1)))
    label = Text("button-visit-undo-start", {"minutes": minutes})
    return [button(label, "visit-undo", visit.id)]


def _undo(visit_id: int) -> Button:
    return button(Text("button-visit-undo"), "visit-undo", visit_id)


def _next() -> Button:
    return button(Text("button-serve-next"), "serve")


def _open(turn: Turn, visit_id: int) -> tuple[Visit, OpenVisit]:
    """The visit, for who may act on it, as long as it has not ended."""
    visit = visits.acted_on(turn.tx, visit_id, turn.at, turn.person_id)
    opened = queries.open_visit(turn.tx, visit_id)
    if opened is None:
        raise Refused("visit-over")
    return visit, opened


def _counter(opened: OpenVisit) -> Text | str:
    return opened.counter or Text("serve-no-counter")


def _taken(visit: Visit) -> Minutes:
    return Minutes(visit.minutes or 0.0)
