"""`/rapat`: a unit's evaluation meeting: its pack, what was promised, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handlers import lists
from handlers.message import Button, Lines, Text, button, rows
from handlers.period_words import period_named, period_text
from handlers.training_words import day
from handlers.turn import Turn, step
from models import entries, offices
from models.appraisal import leaders, pack, terms
from models.appraisal.coaching import ground, promises
from models.appraisal.coaching.promises import Promised
from models.appraisal.terms_tables import AppraisalPeriod
from models.errors import Refused
from models.local_days import local_day
from models.offices import Unit
from models.people import Role

ROLES = (Role.OFFICER, Role.HEAD)
SHOWN = 10  # promises in one message
PERIODS = 3  # that have begun, to choose from
UNIT = 0  # instead of an officer's id: the unit promises


def home(turn: Turn) -> None:
    """The command, and the button `meeting`: the unit, if there is a choice."""
    turn.finish()
    found = _units(turn)
    if not found:
        raise Refused("meeting-no-unit")
    if len(found) == 1:
        _show_unit(turn, found[0])
        return
    chosen = lists.paged(
        found,
        lists.page_number(turn, 0),
        lambda one: button(one.name, "meeting-unit", one.id),
        "meeting",
    )
    turn.say("meeting-units", edit=True, buttons=chosen)


def _units(turn: Turn) -> list[Unit]:
    """Where somebody serves, and what they are head of."""
    me = ground.officer(turn.tx, turn.person_id, turn.at)
    own = leaders.unit_of(turn.tx, me.id or 0, turn.at)
    return [
        one
        for one in offices.units(turn.tx)
        if (own is not None and one.id == own.id)
        or turn.authority.over_unit(Role.HEAD, one.id or 0, one.office_id)
    ]


def unit(turn: Turn) -> None:
    """`meeting-unit:<unit>`."""
    turn.finish()
    _show_unit(turn, _mine(turn, turn.integer(0)))


def _mine(turn: Turn, unit_id: int) -> Unit:
    for one in _units(turn):
        if one.id == unit_id:
            return one
    raise Refused("not-for-you")


def _show_unit(turn: Turn, home_: Unit) -> None:
    number = home_.id or 0
    found = promises.of_reader(turn.tx, number, turn.at, turn.person_id)[:SHOWN]
    lines = [_line(place, one) for place, one in enumerate(found, 1)]
    chosen = [button(str(place), "meeting-promise", one.id) for place, one in enumerate(found, 1)]
    turn.say(
        "meeting" if found else "meeting-none",
        edit=True,
        unit=home_.name,
        lines=Lines(lines),
        buttons=[
            *rows(chosen, 5),
            *_pack_rows(turn, home_),
            [button(Text("button-meeting-new"), "meeting-new", number)],
            [button(Text("button-menu"), "menu")],
        ],
    )


def _line(place: int, one: Promised) -> Text:
    return Text("meeting-line", {"number": place, **_values(one)})


def _values(one: Promised) -> dict[str, Any]:
    return {
        "who": one.officer or one.unit,
        "words": one.words,
        "due": day(one.due, one.zone),
        "state": _state(one),
    }


def _state(one: Promised) -> Text:
    if one.kept is None:
        return Text("meeting-late" if one.late else "meeting-open")
    key = "meeting-kept" if one.kept else "meeting-not-kept"
    return Text(key, {"outcome": one.outcome})


def _pack_rows(turn: Turn, home_: Unit) -> Iterator[list[Button]]:
    """The pack of the last period that is over, as PDF and workbook."""
    number = home_.id or 0
    if not pack.may_make(turn.tx, number, turn.person_id, turn.at):
        return
    today = local_day(home_.zone, turn.at)
    over = [one for one in terms.of_office(turn.tx, home_.office_id) if one.last_day < today]
    for period in over[:1]:
        yield [
            button(Text("button-pack-pdf"), "pack", number, period.id, "pdf"),
            button(Text("button-pack-xlsx"), "pack", number, period.id, "xlsx"),
        ]


# --- one promise


def promise(turn: Turn) -> None:
    """`meeting-promise:<id>`."""
    turn.finish()
    _show_promise(turn, turn.integer(0))


def _show_promise(turn: Turn, promise_id: int) -> None:
    one = promises.one(turn.tx, promise_id, turn.at, turn.person_id)
    closing = one.kept is None and promises.closes(turn.tx, one.id, turn.at, turn.person_id)
    acts = [
        button(Text("button-meeting-kept"), "meeting-close", one.id, 1),
        button(Text("button-meeting-not-kept"), "meeting-close", one.id, 0),
    ]
    turn.say(
        "meeting-promise",
        edit=True,
        unit=one.unit,
        period=period_named(turn.tx, one.period_id),
        **_values(one),
        buttons=[*([acts] if closing else []), _back(one.unit_id)],
    )


def close(turn: Turn) -> None:
    """`meeting-close:<id>:<1 kept, 0 not>`: in what words?"""
    one = promises.one(turn.tx, turn.integer(0), turn.at, turn.person_id)
    kept = turn.integer(1) == 1
    if not promises.closes(turn.tx, one.id, turn.at, turn.person_id):
        raise Refused("not-for-you")
    turn.finish()
    turn.ask("meeting.outcome", promise=one.id, kept=kept, unit=one.unit_id)


def _ask_outcome(turn: Turn) -> None:
    key = "meeting-ask-kept" if turn.data["kept"] else "meeting-ask-not-kept"
    turn.say(key, edit=True, most=ground.LONGEST, buttons=[_back(turn.data["unit"])])


def _take_outcome(turn: Turn) -> None:
    number, kept = turn.data["promise"], turn.data["kept"]
    promises.close(turn.tx, number, kept, turn.input.text, turn.at, turn.person_id)
    turn.finish()
    _show_promise(turn, number)


OUTCOME = step(_ask_outcome, _take_outcome)


# --- a new one: who, at which meeting, what, until when


def new(turn: Turn) -> None:
    """`meeting-new:<unit>:<page>`: who promises?"""
    turn.finish()
    home_ = _mine(turn, turn.integer(0))
    number = home_.id or 0
    chosen = lists.paged(
        _promising(turn, number),
        lists.page_number(turn, 1),
        lambda one: button(one[1], "meeting-who", number, one[0]),
        "meeting-new",
        number,
    )
    whole = [[button(Text("button-meeting-unit"), "meeting-who", number, UNIT)]]
    heads = turn.authority.over_unit(Role.HEAD, number, home_.office_id)
    turn.say("meeting-who", edit=True, buttons=[*(whole if heads else []), *chosen, _back(number)])


def _promising(turn: Turn, unit_id: int) -> list[tuple[int, str]]:
    """Oneself, and those who are led, in the unit."""
    return [
        (one.id or 0, one.name)
        for one in leaders.officers(turn.tx, turn.at, unit_id)
        if leaders.standing(turn.tx, one.id or 0, turn.person_id, turn.at) in promises.ENTERING
    ]


def _refuse_others(turn: Turn, home_: Unit, officer_id: int) -> None:
    """The unit is asked about when its promise is entered."""
    if officer_id != UNIT and officer_id not in dict(_promising(turn, home_.id or 0)):
        raise Refused("not-for-you")


def who(turn: Turn) -> None:
    """`meeting-who:<unit>:<officer, or 0 for the unit>`: at the meeting of which period?"""
    home_, officer_id = _mine(turn, turn.integer(0)), turn.integer(1)
    _refuse_others(turn, home_, officer_id)
    found = _begun(turn, home_)
    if not found:
        raise Refused("meeting-no-period")
    chosen = [button(period_text(one), "meeting-at", home_.id, officer_id, one.id) for one in found]
    turn.say("meeting-period", edit=True, buttons=[*rows(chosen), _back(home_.id or 0)])


def _begun(turn: Turn, home_: Unit) -> list[AppraisalPeriod]:
    today = local_day(home_.zone, turn.at)
    found = terms.of_office(turn.tx, home_.office_id)
    return [one for one in found if one.first_day <= today][:PERIODS]


def at(turn: Turn) -> None:
    """`meeting-at:<unit>:<officer>:<period>`: what is promised?"""
    home_ = _mine(turn, turn.integer(0))
    officer_id, period_id = turn.integer(1), turn.integer(2)
    _refuse_others(turn, home_, officer_id)
    terms.period(turn.tx, period_id)
    turn.finish()
    turn.ask("meeting.words", unit=home_.id, who=officer_id, period=period_id)


def _ask_words(turn: Turn) -> None:
    turn.say(
        "meeting-ask-words",
        edit=True,
        least=ground.LEAST,
        most=ground.LONGEST,
        buttons=[_back(turn.data["unit"])],
    )


def _take_words(turn: Turn) -> None:
    turn.ask("meeting.due", **turn.data, words=ground.words(turn.input.text))


def _ask_due(turn: Turn) -> None:
    turn.say("meeting-ask-due", edit=True, buttons=[_back(turn.data["unit"])])


def _take_due(turn: Turn) -> None:
    data = turn.data
    number = promises.make(
        turn.tx,
        data["unit"],
        data["period"],
        data["who"] or None,
        data["words"],
        entries.day(turn.input.text),
        turn.at,
        turn.person_id,
    )
    turn.finish()
    _show_promise(turn, number)


WORDS = step(_ask_words, _take_words)
DUE = step(_ask_due, _take_due)


def _back(unit_id: int) -> list[Button]:
    return [button(Text("button-back"), "meeting-unit", unit_id)]
