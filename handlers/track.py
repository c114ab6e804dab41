"""Follow a complaint: the way it went, in plain words, what comes next and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers import case_files, clipping, lists, thread
from handlers.masked import without_reporter
from handlers.message import Button, Lines, Rows, Text, When, button, rows
from handlers.turn import Kind, Turn
from models.complaints import readings, tickets, tracking
from models.complaints.notices import citizen_buttons
from models.complaints.queries import CaseLine, CaseView
from models.complaints.sla import Clock, ClockName, Happened
from models.complaints.states import ENDED, Event, State
from models.complaints.tracking import Tracked
from models.errors import Refused

SHOWN = 1200  # code units of the complaint's own words
STEPS = 12  # of the way, the latest
FEW = 5  # followed cases named below the own ones


# --- the lists


def status(turn: Turn) -> None:
    """`/status`, `status:<page>`: the own complaints; with a ticket number: that one."""
    if turn.input.kind is Kind.COMMAND and turn.input.text:
        _by_ticket(turn, turn.input.text)
        return
    page = tracking.own(turn.tx, turn.person_id, lists.page_number(turn, 0))
    others = tracking.followed(turn.tx, turn.person_id)
    some = others.lines[:FEW]
    follow = [Text("track-followed"), *_lines(some)] if some else []
    turn.say(
        "track-list" if page.total else "track-none",
        edit=True,
        lines=Lines([*_lines(page.lines), *follow]),
        buttons=[
            *rows((_open(one) for one in (*page.lines, *some)), 2),
            *lists.turning(page.number, page.last, "status"),
            *_all_followed(others.total),
            [button(Text("button-complain"), "lapor"), button(Text("button-menu"), "menu")],
        ],
    )


def _all_followed(total: int) -> Rows:
    if total <= FEW:
        return []
    return [[button(Text("button-all-followed", {"n": total}), "followed")]]


def followed(turn: Turn) -> None:
    """`followed:<page>`: the complaints of others that the person follows."""
    page = tracking.followed(turn.tx, turn.person_id, lists.page_number(turn, 0))
    turn.say(
        "track-followed-list" if page.total else "track-followed-none",
        edit=True,
        lines=Lines(_lines(page.lines)),
        buttons=[
            *rows((_open(one) for one in page.lines), 2),
            *lists.turning(page.number, page.last, "followed"),
            [button(Text("button-my-cases"), "status")],
        ],
    )


def _open(case: CaseLine) -> Button:
    return button(case.ticket, "track", case.case_id)


def _lines(cases: tuple[CaseLine, ...]) -> list[Text]:
    return [
        Text(
            "track-line",
            {
                "ticket": case.ticket,
                "unit": case.unit_name,
                "category": Text(f"category-{case.category}"),
                "state": Text(f"state-{case.state}"),
                "sent": When(case.received_at, case.zone, "date"),
            },
        )
        for case in cases
    ]


def _by_ticket(turn: Turn, typed: str) -> None:
    ticket = tickets.parse(typed)
    if ticket is None:
        raise Refused("ticket-wrong", ticket=typed[:40])
    show(turn, tracking.by_ticket(turn.tx, ticket, turn.person_id))


# --- one complaint


def view(turn: Turn) -> None:
    """The button `track:<case>`."""
    show(turn, turn.integer(0))


def show(turn: Turn, case_id: int) -> None:
    tracked = _read(turn, case_id)
    case = tracked.case
    turn.say(
        "track-case" if tracked.own else "track-followed-case",
        ticket=case.ticket,
        facts=Lines([*_facts(tracked), *_readings(turn, tracked)]),
        said=clipping.clip(case.text, SHOWN) or Text("track-not-public"),
        happened=Lines([*_way(tracked), *_spoken(case)]),
        next=Lines(list(_next(turn, tracked))),
        buttons=_buttons(turn, tracked),
    )


def _spoken(case: CaseView) -> list[Text]:
    """What was said after the complaint, below an empty line; nothing while nobody has."""
    if not case.thread:
        return []
    shown = thread.shown(case, officer="thread-officer", citizen="thread-you")
    return [Text("empty-line"), *shown.texts]


def whole_thread(turn: Turn) -> None:
    """`track-thread:<case>:<page>`: everything that was written."""
    case = _read(turn, turn.integer(0)).case
    pages = thread.whole(case, officer="thread-officer", citizen="thread-you")
    number = min(max(lists.page_number(turn, 1), 0), len(pages) - 1)
    turn.say(
        "track-thread",
        edit=len(turn.arguments) > 1,
        ticket=case.ticket,
        lines=pages[number],
        buttons=[
            *lists.turning(number, len(pages) - 1, "track-thread", case.case_id),
            [button(Text("button-track"), "track", case.case_id)],
        ],
    )


def _read(turn: Turn, case_id: int) -> Tracked:
    """The case as this person may read it: the words of both sides may say who the reporter is, so
    who follows reads them masked, as they were told."""
    tracked = tracking.of(turn.tx, case_id, turn.person_id, turn.at)
    if tracked.own:
        return tracked
    case, name = tracked.case, tracked.case.sender_name
    thread = tuple(replace(one, text=without_reporter(one.text, name)) for one in case.thread)
    said = without_reporter(case.text, name)
    return replace(tracked, case=replace(case, text=said, thread=thread))


def _facts(tracked: Tracked) -> Iterator[Text]:
    case = tracked.case
    category = Text(f"category-{case.category}")
    yield Text("track-unit", {"unit": case.unit_name, "category": category})
    if case.previous:
        yield Text("track-previous", {"ticket": case.previous})
    now = Text(f"now-{case.state}", {"with": _with(tracked), **_parties(tracked)})
    yield Text("track-now", {"now": now})


def _readings(turn: Turn, tracked: Tracked) -> Iterator[Text]:
    """How often the inspectorate opened it: the citizen may know."""
    if tracked.own and (times := readings.number_of(turn.tx, tracked.case.case_id)):
        yield Text("track-readings", {"n": times})


def _with(tracked: Tracked) -> Text | str:
    """Who has it now, never a person."""
    case = tracked.case
    return Text("the-inspectorate") if case.supervisory else case.unit_name


def _parties(tracked: Tracked) -> dict[str, Text]:
    """Who complained, as the reader is spoken to."""
    side = "you" if tracked.own else "reporter"
    return {"who": Text(f"who-{side}"), "whom": Text(f"whom-{side}")}


# --- the way


def _way(tracked: Tracked) -> Iterator[Text]:
    lines = list(_steps(tracked))
    if len(lines) > STEPS:
        yield Text("way-earlier", {"n": len(lines) - STEPS})
    yield from lines[-STEPS:]


def _steps(tracked: Tracked) -> Iterator[Text]:
    events, inspectorate = tracked.case.events, False
    for place, happened in enumerate(events):
        if happened.supervisory is not None:
            inspectorate = happened.supervisory
        if not _is_half_of_next(events, place):
            yield _step(tracked, happened, inspectorate)


def _is_half_of_next(events: tuple[Happened, ...], place: int) -> bool:
    """Verified by taking it, in one tap."""
    following = events[place + 1] if place + 1 < len(events) else None
    both = (Event.VERIFIED, Event.TAKEN)
    return (
        following is not None
        and (events[place].event, following.event) == both
        and events[place].at == following.at
    )


def _step(tracked: Tracked, happened: Happened, inspectorate: bool) -> Text:
    case = tracked.case
    name = happened.event.value.removeprefix("case.").replace("_", "-")
    values = {
        "unit": case.unit_names.get(happened.unit_id or 0, case.unit_name),
        "officer": Text("officer-inspectorate" if inspectorate else "officer-unit"),
        **_parties(tracked),
    }
    what = Text(_OTHERWISE.get((happened.event, inspectorate), f"happened-{name}"), values)
    return Text("track-happened", {"at": When(happened.at, case.zone, "short"), "what": what})


# What is told in other words, by whether the inspectorate has the case afterwards.
_OTHERWISE = {
    (Event.REFERRED, False): "happened-referred-back",
    (Event.FORWARDED, True): "happened-forwarded-inspected",
}


# --- what comes next


def _next(turn: Turn, tracked: Tracked) -> Iterator[Text]:
    case = tracked.case
    if case.state in ENDED:
        yield _after_the_end(turn, tracked)
        return
    if case.silent_until is not None:
        side = "" if tracked.own else "follower-"
        yield Text(f"next-{side}{case.state}", {"until": When(case.silent_until, case.zone)})
    for clock in case.clocks.running:
        yield from _promise(tracked, clock)
    if case.movable:
        yield Text("complain-undecreed")


def _after_the_end(turn: Turn, tracked: Tracked) -> Text:
    case = tracked.case
    if not tracked.own and case.state is not State.MERGED:
        return Text("next-follower-ended")
    if tracked.too_late_to_reopen(turn.at) and case.state not in (State.MERGED, State.WITHDRAWN):
        return Text("next-too-late")
    return Text(f"next-{case.state}", {"into": case.merged_into or ""})


_PROMISES = {
    ClockName.VERIFICATION: "next-verification",
    ClockName.FIRST_ANSWER: "next-answer",
    ClockName.NEXT_ANSWER: "next-answer",
    ClockName.RESOLUTION: "next-resolution",
}


def _promise(tracked: Tracked, clock: Clock) -> Iterator[Text]:
    """By when; of what is late, since when and who was told."""
    zone = tracked.case.zone
    late = "-late" if clock.overdue else ""
    yield Text(f"{_PROMISES[clock.name]}{late}", {"due": When(clock.due, zone)})
    for heard in tracked.heard_of(clock):
        told = {"at": When(heard.at, zone, "short"), "ombudsman": Text("ombudsman")}
        yield Text(f"heard-{heard.who}", told)


# --- what can be done


def _buttons(turn: Turn, tracked: Tracked) -> Rows:
    """What can be done, a row each; then what can be looked at, two in a row."""
    case_id = tracked.case.case_id
    acts = [
        [button(Text(f"button-{name}"), name, case_id) for name in row]
        for row in _acts(turn, tracked)
    ]
    looks = [button(Text(f"button-{name}"), name, case_id) for name in _looks(tracked)]
    if tracked.goes_on_as is not None:
        looks.append(button(Text("button-goes-on"), "track", tracked.goes_on_as))
    return [*acts, *rows([*looks, button(Text("button-my-cases"), "status")], 2)]


def _acts(turn: Turn, tracked: Tracked) -> Iterator[list[str]]:
    case = tracked.case
    if not tracked.own:
        yield ["track-again"]
        yield ["track-unfollow"]
        return
    instead = {"track-reopen": "track-again"} if tracked.too_late_to_reopen(turn.at) else {}
    said_already = {"track-solved"} if tracked.last_end is Event.CONFIRMED else set()
    for row in citizen_buttons(case.state, case.rated):
        if kept := [instead.get(name, name) for name in row if name not in said_already]:
            yield kept
    if case.state is State.MERGED:
        yield ["track-again"]


def _looks(tracked: Tracked) -> Iterator[str]:
    case = tracked.case
    if case.state not in ENDED:
        yield "track-why"
    if len(case.thread) > thread.SPOKEN or clipping.length(case.text) > SHOWN:
        yield "track-thread"
    if tracked.own and case_files.case_files(case):
        yield "case-files"
