"""A case on an officer's screen: what it is about, how it stands, and what can be done next.

The first screen is calm: six buttons at most. Everything else stands under *Lainnya*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlers import case_files, case_lines, causes, lists, reveal, thread
from handlers.message import Button, Lines, Rows, Text, button, rows
from handlers.turn import Turn
from models.complaints import access, queries, states
from models.complaints.queries import CaseView
from models.complaints.states import UNASSIGNED, UNVERIFIED, Event, Party
from models.errors import Refused

FIRST = 4  # buttons of the first screen besides *Lainnya* and *Tugas*
SAID = 1300  # code units of the complaint's words on the first screen
# Acting on a case that nobody has verified verifies it as proposed.
_AFTER_TAKING = frozenset({Event.TAKEN, Event.ASSIGNED, Event.ANSWERED, Event.ASKED_BACK})


def view(turn: Turn) -> None:
    """The button `case:<id>`."""
    show(turn, turn.integer(0))


def more(turn: Turn) -> None:
    """`case-more:<id>:<0 or 1>`: the same message with every button, and back again."""
    every = lists.page_number(turn, 1) != 0
    show(turn, turn.integer(0), edit=True, every=every)


def show(turn: Turn, case_id: int, *, edit: bool = False, every: bool = False) -> None:
    case = queries.for_officer(turn.tx, case_id, turn.person_id, turn.at)
    turn.say(
        "case-view",
        edit=edit,
        ticket=case.ticket,
        facts=Lines(case_lines.facts(case)),
        said=case_lines.said(case, SAID),
        thread=thread.shown(case, officer="thread-officer", citizen="thread-citizen"),
        dues=Lines(case_lines.dues(case, turn.at)),
        buttons=_buttons(turn, case, every),
    )


def whole(turn: Turn) -> None:
    """`case-thread:<id>:<page>`: every word of the complaint and its thread."""
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    pages = thread.whole(case, officer="thread-officer", citizen="thread-citizen")
    number = min(max(lists.page_number(turn, 1), 0), len(pages) - 1)
    turning = lists.turning(number, len(pages) - 1, "case-thread", case.case_id)
    turn.say(
        "case-thread",
        edit=len(turn.arguments) > 1,
        ticket=case.ticket,
        page=number + 1,
        pages=len(pages),
        thread=pages[number],
        buttons=[*turning, [button(Text("button-case"), "case", case.case_id)]],
    )


# --- what can be done


@dataclass(frozen=True)
class _Offer:
    """A button, and when it stands there. event: what it makes happen; None: it only reads."""

    action: str
    event: Event | None
    there: Callable[[Turn, CaseView], bool] = lambda turn, case: True


# In the order of the screen: the first four that apply are shown at once.
OFFERS: tuple[_Offer, ...] = (
    _Offer("case-take", Event.TAKEN, lambda turn, case: case.holder_name is None),
    _Offer("case-answer", Event.ANSWERED),
    _Offer("case-ask", Event.ASKED_BACK),
    _Offer("case-verify", Event.VERIFIED, lambda turn, case: case.state in UNVERIFIED),
    _Offer("case-assign", Event.ASSIGNED, lambda turn, case: _held_or_led(turn, case)),
    _Offer("case-why", None),
    _Offer("case-hand", Event.FORWARDED),
    _Offer("case-merge", Event.MERGED),
    _Offer("case-cause", Event.CAUSE_CLAIMED, lambda turn, case: _held_or_led(turn, case)),
    _Offer("case-class", Event.RECLASSIFIED, lambda turn, case: not case.supervisory),
    _Offer("case-reject", Event.REJECTED),
    _Offer("case-separate", Event.SEPARATED),
    _Offer("case-reveal", None, reveal.offered),
    _Offer("case-refer-back", Event.REFERRED, lambda turn, case: case.supervisory),
    _Offer("case-readings", None, lambda turn, case: case.supervisory),
    _Offer("case-original", None, lambda turn, case: case.masked and not case.anonymous),
    _Offer("case-files", None, lambda turn, case: _has_files(case)),
    _Offer("case-thread", None),
)


def _held_or_led(turn: Turn, case: CaseView) -> bool:
    return case.holder_name is not None or leads(turn, case)


def _has_files(case: CaseView) -> bool:
    return bool(case_files.case_files(case)) or case.latitude is not None


def _buttons(turn: Turn, case: CaseView, every: bool) -> Rows:
    offered = [
        button(Text(f"button-{offer.action}"), offer.action, case.case_id)
        for offer in _offers(turn, case)
    ]
    tasks = button(Text("button-tasks"), "tasks")
    if every:
        fewer = button(Text("button-case-fewer"), "case-more", case.case_id, 0)
        return [*rows(offered, 2), *causes.of_case(turn, case.case_id), [fewer, tasks]]
    last = [tasks]
    if len(offered) > FIRST:
        last.insert(0, button(Text("button-case-more"), "case-more", case.case_id, 1))
    return [*rows(offered[:FIRST], 2), last]


def _offers(turn: Turn, case: CaseView) -> Iterator[_Offer]:
    can, acts = _can(case), may_act(turn, case)
    for offer in OFFERS:
        possible = offer.event is None or (acts and offer.event in can)
        if possible and offer.there(turn, case):
            yield offer


def _can(case: CaseView) -> set[Event]:
    can = set(states.allowed(case.state, Party.OFFICER))
    return can | _AFTER_TAKING if case.state in UNASSIGNED else can


def may_act(turn: Turn, case: CaseView) -> bool:
    """Nobody holds it, or this officer does, or leads the unit and may stand in."""
    own = turn.authority.officer
    if case.holder_name is None or (own is not None and own.id == case.holder_id):
        return True
    return leads(turn, case)


def leads(turn: Turn, case: CaseView) -> bool:
    return access.may_lead(turn.authority, case, access.unit_of(turn.tx, case.unit_id))


def refuse_what_another_holds(turn: Turn, case: CaseView) -> None:
    """Said before anything is written, not after."""
    if not may_act(turn, case):
        raise Refused("case-taken-by", ticket=case.ticket, name=case.holder_name)


def back(case_id: int) -> list[Button]:
    """The buttons under what was done."""
    return [button(Text("button-case"), "case", case_id), button(Text("button-tasks"), "tasks")]
