"""`/cuti`: leave of officers, entered by themselves or by who leads them, and who stands in."""

from __future__ import annotations

from datetime import date

from handlers import absences, lists
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models import entries, leaves
from models.complaints import absence
from models.errors import Refused
from models.leaves import Days, Leave
from models.offices import ZONES
from models.people import Officer

UNIT = "unit"  # the choice: nobody stands in, the cases go back
DAY = "long-day"


def command(turn: Turn) -> None:
    """One's own leave, and the way to that of one's people."""
    turn.finish()
    own = turn.authority.officer
    if own is None:
        raise Refused("not-for-you")
    if turn.authority.holds(leaves.SERVING):
        _show(turn, own, edit=bool(turn.arguments))
    else:
        _choose(turn, 0)


def of_officer(turn: Turn) -> None:
    """`leave-of:<officer>`."""
    turn.finish()
    officer = leaves.require_say(turn.tx, turn.integer(0), turn.person_id, turn.at)
    _show(turn, officer, edit=True)


def others(turn: Turn) -> None:
    """`leave-others:<page>`: whose leave."""
    turn.finish()
    _choose(turn, lists.page_number(turn, 0))


def _choose(turn: Turn, page: int) -> None:
    found = leaves.led(turn.tx, turn.person_id, turn.at)
    listed = lists.paged(
        found, page, lambda one: button(one.name, "leave-of", one.id), "leave-others"
    )
    key = "leave-whose" if found else "leave-nobody"
    turn.say(key, edit=bool(turn.arguments), buttons=listed)


def _show(turn: Turn, officer: Officer, *, edit: bool = False) -> None:
    coming = leaves.coming(turn.tx, officer.id or 0, turn.at)
    mine = turn.authority.officer is not None and turn.authority.officer.id == officer.id
    leads = bool(leaves.led(turn.tx, turn.person_id, turn.at))
    ends = [
        [button(Text("button-leave-end", {"first": _day(turn, one)}), "leave-end", one.id)]
        for one in coming
    ]
    turn.say(
        "leave-own" if mine else "leave-theirs",
        edit=edit,
        name=officer.name,
        lines=Lines([_line(turn, one) for one in coming] or [Text("leave-none")]),
        buttons=[
            [button(Text("button-leave-new"), "leave-new", officer.id)],
            *ends,
            *([[button(Text("button-leave-others"), "leave-others", 0)]] if leads else []),
        ],
    )


def _line(turn: Turn, leave: Leave) -> Text:
    stand_in = turn.tx.session.get(Officer, leave.stand_in_id) if leave.stand_in_id else None
    zone = _zone(turn, leave.officer_id)
    return Text(
        "leave-line",
        {
            "first": When(leave.from_at, zone, DAY),
            "last": When(leave.until_at - leaves.A_MOMENT, zone, DAY),
            "stand_in": stand_in.name if stand_in else Text("leave-unit"),
        },
    )


def _day(turn: Turn, leave: Leave) -> When:
    return When(leave.from_at, _zone(turn, leave.officer_id), "date")


def _zone(turn: Turn, officer_id: int) -> str:
    units = leaves.units_of(turn.tx, officer_id, turn.at)
    return units[0].zone if units else ZONES[0]


# --- a new one: from when until when, and who stands in


def new(turn: Turn) -> None:
    """`leave-new:<officer>`."""
    officer = leaves.require_say(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.ask("leave.days", officer=officer.id, name=officer.name)


def _ask_days(turn: Turn) -> None:
    turn.say("leave-ask-days", name=turn.data["name"], buttons=[_back(turn)])


def _take_days(turn: Turn) -> None:
    """One day, or the first and the last."""
    text = turn.input.text
    one_day = len(text.split()) == 1
    first, last = (entries.day(text),) * 2 if one_day else entries.two_days(text)
    turn.ask("leave.stand-in", **turn.data, first=first.isoformat(), last=last.isoformat())


def _ask_stand_in(turn: Turn) -> None:
    found = leaves.colleagues(turn.tx, turn.data["officer"], turn.at, free_from=_days(turn).start)
    choices = [turn.choice(one.name, one.id) for one in found]
    unit = turn.choice(Text("button-leave-unit"), UNIT)
    turn.say("leave-ask-stand-in", edit=True, buttons=[*rows(choices), [unit], _back(turn)])


def _take_stand_in(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON or not _number_or_unit(turn.input.data):
        turn.say("complain-choose")
        turn.ask_again()
        return
    chosen = None if turn.input.data == UNIT else int(turn.input.data)
    officer_id, days = turn.data["officer"], _days(turn)
    leave = leaves.plan(turn.tx, officer_id, days, chosen, turn.at, turn.person_id)
    turn.finish()
    _tell(turn, leave)
    for handed in absence.begin_leaves(turn.tx, turn.at):
        absences.tell(turn.tx, handed, turn.at)


def _number_or_unit(chosen: str) -> bool:
    return chosen == UNIT or (chosen.isascii() and chosen.isdigit() and len(chosen) < 10)


def _days(turn: Turn) -> Days:
    first, last = date.fromisoformat(turn.data["first"]), date.fromisoformat(turn.data["last"])
    return Days(first, last, _zone(turn, turn.data["officer"]))


def _back(turn: Turn) -> list[Button]:
    return [button(Text("button-back"), "leave-of", turn.data["officer"])]


DAYS = step(_ask_days, _take_days)
STAND_IN = step(_ask_stand_in, _take_stand_in)


# --- calling one off


def end(turn: Turn) -> None:
    """`leave-end:<leave>`."""
    leave = leaves.end(turn.tx, turn.integer(0), turn.at, turn.person_id)
    officer = turn.tx.session.get_one(Officer, leave.officer_id)
    turn.pop_up("leave-ended", name=officer.name)
    _notify(turn, leave, "leave-ended-notice")
    _show(turn, officer, edit=True)


# --- who is told


def _tell(turn: Turn, leave: Leave) -> None:
    officer = turn.tx.session.get_one(Officer, leave.officer_id)
    back = [button(Text("button-leave"), "leave-of", officer.id)]
    turn.say("leave-planned", edit=True, name=officer.name, line=_line(turn, leave), buttons=[back])
    _notify(turn, leave, "leave-planned-notice")


def _notify(turn: Turn, leave: Leave, key: str) -> None:
    """The officer, the stand-in and the heads; whoever entered it knows."""
    officer = turn.tx.session.get_one(Officer, leave.officer_id)
    stand_in = turn.tx.session.get(Officer, leave.stand_in_id) if leave.stand_in_id else None
    heads = absence.heads(turn.tx, leave.officer_id, turn.at)
    known = [officer.person_id, stand_in.person_id if stand_in else None, *heads]
    for person_id in dict.fromkeys(known):
        if person_id not in (None, turn.person_id):
            turn.say(key, to=person_id, name=officer.name, line=_line(turn, leave))
