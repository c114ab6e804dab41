"""`/halaman`: the way to the pages, and who is signed in on them.

A link is good once, for ten minutes. It stands on a button of a message that is not kept once it is
sent.
"""

from __future__ import annotations

from handlers.message import Button, Lines, Text, When, body, button
from handlers.turn import Turn
from models import outbox, page_sessions
from models.appraisal import leaders, terms
from models.errors import Refused
from models.local_days import local_day
from models.outbox import Outgoing, Urgency
from models.page_sessions import LINK_VALID, PageSession
from models.people import Role

ROLES = (Role.OFFICER, Role.HEAD, Role.ADMIN)
ACTION = "pages"
PATH = "/s/in/"
DEFAULT_ZONE = "Asia/Jakarta"  # of an admin of everything
PLACES = {  # the page a button leads to, by its name; `{}` are the button's further arguments
    "home": "/",
    "plan": "/plan/{}/{}",  # officer, year
    "record": "/record/{}/{}",  # officer, period
    "sheet": "/sheet/{}/{}",  # officer, period
    "unit": "/unit",
}


def show(turn: Turn) -> None:
    """The command, and the button `pages[:<place>[:<number>…]]`."""
    turn.finish()
    if not turn.public_url:
        turn.say("pages-no-address")
        return
    page, zone = _page(turn), _ready(turn)
    token = page_sessions.link(turn.tx, turn.person_id, turn.at, page)
    _send(turn, token, page_sessions.open_sessions(turn.tx, turn.person_id, turn.at), zone)


def end(turn: Turn) -> None:
    """`pages-end`: signs out everywhere, and links that wait open nothing any more."""
    turn.finish()
    ended = page_sessions.end(turn.tx, turn.person_id, turn.at)
    turn.say("pages-ended", n=ended, buttons=[[button(Text("button-pages-again"), ACTION)]])


def _page(turn: Turn) -> str:
    place = turn.arguments[0] if turn.arguments else "home"
    path = PLACES.get(place)
    if path is None:
        raise Refused("not-for-you")
    return path.format(*(turn.integer(1 + number) for number in range(path.count("{}"))))


def _ready(turn: Turn) -> str:
    """Make sure that the officer's office has its periods, which pages only read; returns the time
    zone of the unit."""
    officer = turn.authority.officer
    if officer is None or officer.id is None:
        raise Refused("not-for-you")
    unit = leaders.unit_of(turn.tx, officer.id, turn.at)
    zone = unit.zone if unit else DEFAULT_ZONE
    office_id = leaders.office_of(turn.tx, officer.id, turn.at)
    if office_id is not None:
        terms.running(turn.tx, office_id, local_day(zone, turn.at), turn.at)
    return zone


def _send(turn: Turn, token: str, sessions: list[PageSession], zone: str) -> None:
    """The only message with the token: it does not ride, and is not kept when it is sent."""
    opening = Button(Text("button-pages-open"), url=f"{turn.public_url}{PATH}{token}")
    ending = [[button(Text("button-pages-end"), "pages-end")]] if sessions else []
    said = body(
        "pages-link-signed-in" if sessions else "pages-link",
        {"minutes": LINK_VALID.seconds // 60} | _listed(sessions, zone),
        buttons=[[opening], *ending],
    )
    message = Outgoing(turn.person_id, said | {"once": True}, Urgency.REPLY)
    outbox.put(turn.tx, message, turn.at, update_id=turn.input.update_id)


def _listed(sessions: list[PageSession], zone: str) -> dict[str, object]:
    if not sessions:
        return {}
    lines = [
        Text(
            "pages-session",
            {
                "device": one.device or Text("pages-device-unknown"),
                "since": When(one.made_at, zone, "short"),
                "seen": When(one.seen_at, zone, "short"),
            },
        )
        for one in sessions
    ]
    return {"n": len(sessions), "list": Lines(lines)}
