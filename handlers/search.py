"""`/cari`: find a case by its ticket, by words, by when it came, by how it stands.

What was asked for is kept with the dialogue, so that pages can be turned and another search typed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers import lists, search_terms
from handlers.message import Button, Lines, Listed, Text, When, button, rows
from handlers.search_terms import Terms
from handlers.turn import Kind, Turn, step
from models.complaints import desks, search, tickets
from models.complaints.search import Found, Wanted
from models.errors import Refused

TYPED = 200  # characters of a search
DEFAULT_ZONE = "Asia/Jakarta"


def command(turn: Turn) -> None:
    """`/cari` asks; `/cari ktp minggu ini` looks at once. The button `search` asks."""
    typed = turn.input.text if turn.input.kind is Kind.COMMAND else ""
    if typed.strip():
        _search(turn, typed)
    else:
        turn.ask("search")


def _ask(turn: Turn) -> None:
    if turn.data.get("typed"):
        _results(turn, str(turn.data["typed"]), int(turn.data["page"]))
    else:
        turn.say("search-ask")


def _take(turn: Turn) -> None:
    """Another search in words, or another page of this one."""
    if turn.input.kind is not Kind.BUTTON:
        _search(turn, turn.input.text)
    elif turn.input.data.isdecimal():
        turn.ask_again(page=int(turn.input.data))
    else:
        raise Refused("button-old")


ASK = step(_ask, _take)


def _search(turn: Turn, typed: str) -> None:
    """A ticket opens its case; anything else is looked for."""
    typed = typed.strip()[:TYPED]
    ticket = tickets.parse(typed)
    if ticket is not None:
        _open(turn, ticket)
    else:
        turn.ask("search", typed=typed, page=0)


def _open(turn: Turn, ticket: str) -> None:
    desk = desks.desk_of(turn.tx, turn.person_id, turn.authority)
    case_id = search.by_ticket(turn.tx, desk, ticket)
    if case_id is None:
        raise Refused("search-no-ticket", ticket=ticket)
    case = replace(turn.input, kind=Kind.BUTTON, data=f"case:{case_id}", command="", text="")
    turn.go_on(case)


def _results(turn: Turn, typed: str, number: int) -> None:
    desk = desks.desk_of(turn.tx, turn.person_id, turn.authority)
    zone = next((unit.zone for unit in desk.every.values()), DEFAULT_ZONE)
    terms = search_terms.read(typed, turn.at.astimezone(ZoneInfo(zone)).date())
    if terms.empty:
        raise Refused("search-nothing")
    if terms.words and not desk.units:
        raise Refused("search-no-words")
    first = number * lists.PAGE
    page = search.find(turn.tx, desk, _wanted(terms, zone), turn.at, first, lists.PAGE)
    turn.say(
        "search-found" if page.found else "search-none",
        edit=True,
        asked=Listed(_asked(terms, zone)),
        lines=Lines([_line(one, len(desk.every) > 1) for one in page.found]),
        note=Text("search-cut", {"n": page.cut}) if page.cut else "",
        buttons=[
            *rows((button(one.ticket, "case", one.case_id) for one in page.found), 2),
            *_turning(turn, number, page.more),
            _others(),
        ],
    )


def _turning(turn: Turn, number: int, more: bool) -> list[list[Button]]:
    beside = ((number - 1, "button-earlier", number > 0), (number + 1, "button-more", more))
    turned = [turn.choice(Text(key), n) for n, key, there in beside if there]
    return [turned] if turned else []


def _others() -> list[Button]:
    return [button(Text("button-search-again"), "search"), button(Text("button-tasks"), "tasks")]


def _wanted(terms: Terms, zone: str) -> Wanted:
    start, end = None, None
    if terms.days is not None:
        first, last = terms.days
        start = datetime.combine(first, time(), ZoneInfo(zone))
        end = datetime.combine(last + timedelta(days=1), time(), ZoneInfo(zone))
    return Wanted(terms.words, start, end, terms.states, terms.late)


def _asked(terms: Terms, zone: str) -> list[Text | When | str]:
    """What was understood, so that a wrong guess shows."""
    asked: list[Text | When | str] = [f"“{word}”" for word in terms.words]
    if terms.days is not None:
        noons = [datetime.combine(day, time(12), ZoneInfo(zone)) for day in terms.days]
        first, last = (When(noon, zone, "date") for noon in noons)
        span = Text("clock-span", {"first": first, "last": last})
        asked.append(first if terms.days[0] == terms.days[1] else span)
    asked += [Text(f"state-{state}") for state in terms.states]
    return [*asked, Text("search-late")] if terms.late else asked


def _line(found: Found, unit: bool) -> Text:
    what = Text("class-berkadar") if found.supervisory else Text(f"category-{found.category}")
    return Text(
        "search-line",
        {
            "ticket": found.ticket,
            "at": When(found.received_at, found.zone, "date"),
            "what": what,
            "unit": Text("tasks-unit", {"unit": found.unit_name}) if unit else "",
            "state": Text(f"state-{found.state}"),
            "said": found.snippet,
        },
    )
