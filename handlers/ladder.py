"""The ladder of an office or a unit: who is told at which part of a limit, and an own share."""

from __future__ import annotations

from handlers import offices
from handlers.message import Button, Lines, Text, button
from handlers.turn import Kind, Turn, step
from models.complaints import ladder_rules
from models.complaints.ladder import DEFAULTS, FOR, OFF, RANGE, Ladder, Rung
from models.errors import Refused

USUAL, NONE = "usual", "none"
RUNGS = tuple(Rung)


def show(turn: Turn) -> None:
    """`ladder:<o or u>:<office or unit>`."""
    turn.finish()
    _show(turn, turn.arguments[0], turn.integer(1), edit=True)


def _show(turn: Turn, what: str, item: int, *, edit: bool = False) -> None:
    name, now = _place(turn, what, item)
    choices = [
        [button(Text("ladder-label", _told(now, rung)), "ladder-rung", what, item, place)]
        for place, rung in enumerate(RUNGS)
    ]
    page = "office-admin" if what == "o" else "unit-admin"
    turn.say(
        "ladder",
        edit=edit,
        name=name,
        lines=Lines([Text("ladder-line", _told(now, rung)) for rung in RUNGS]),
        buttons=[*choices, [button(Text("button-back"), page, item)]],
    )


def _told(now: Ladder, rung: Rung) -> dict[str, Text | str]:
    percent = now.percent(rung)
    share = Text("ladder-off") if percent == OFF else Text("ladder-percent", {"n": percent})
    return {"who": Text(f"ladder-{FOR[rung]}"), "share": share}


def _place(turn: Turn, what: str, item: int) -> tuple[str, Ladder]:
    """Its name and its ladder; refused to whoever is no admin there."""
    if what == "o":
        home = offices.my_office(turn, item)
        return home.name, ladder_rules.of_unit(turn.tx, 0, home.id or 0, turn.at)
    if what == "u":
        unit = offices.my_unit(turn, item)
        return unit.name, ladder_rules.of_unit(turn.tx, item, unit.office_id, turn.at)
    raise Refused("not-for-you")


# --- another share


def change(turn: Turn) -> None:
    """`ladder-rung:<o or u>:<id>:<place in the list>`."""
    what, item, place = turn.arguments[0], turn.integer(1), turn.integer(2)
    _place(turn, what, item)
    turn.ask("ladder.percent", what=what, item=item, rung=RUNGS[place].value)


def _ask(turn: Turn) -> None:
    rung = Rung(turn.data["rung"])
    _, now = _place(turn, turn.data["what"], turn.data["item"])
    usual = Text("button-ladder-usual", {"n": DEFAULTS[rung]})
    told = _told(now, rung)
    turn.say(
        "ladder-ask",
        who=told["who"],
        share=told["share"],
        first=RANGE[0],
        last=RANGE[-1],
        buttons=[
            [turn.choice(usual, USUAL), turn.choice(Text("button-ladder-off"), NONE)],
            _back(turn),
        ],
    )


def _take(turn: Turn) -> None:
    chosen = {USUAL: None, NONE: OFF}
    if turn.input.kind is Kind.BUTTON:
        if turn.input.data not in chosen:
            raise Refused("button-old")
        percent = chosen[turn.input.data]
    else:
        percent = _number(turn.input.text)
    what, item = turn.data["what"], turn.data["item"]
    unit = offices.my_unit(turn, item) if what == "u" else None
    ladder_rules.set_rung(
        turn.tx,
        Rung(turn.data["rung"]),
        percent,
        turn.at,
        turn.person_id,
        office_id=unit.office_id if unit else item,
        unit_id=unit.id if unit else None,
    )
    turn.finish()
    _show(turn, what, item)


def _number(text: str) -> int:
    clean = text.strip().removesuffix("%").strip()
    if not (clean.isascii() and clean.isdigit() and len(clean) <= 5):
        raise Refused("ladder-range", first=RANGE[0], last=RANGE[-1])
    return int(clean)


def _back(turn: Turn) -> list[Button]:
    return [button(Text("button-back"), "ladder", turn.data["what"], turn.data["item"])]


PERCENT = step(_ask, _take)
