"""The limits of a unit's complaints: what holds, where it comes from, and an own one instead."""

from __future__ import annotations

from handlers import offices
from handlers.durations import duration_text
from handlers.message import Lines, Text, button, rows
from handlers.turn import Kind, Turn, step
from models import entries
from models.complaints import limit_rules
from models.complaints.limits import DEFAULTS, CaseClass, Limit, Step
from models.errors import Refused
from models.worktime import Duration

KEYS = tuple(DEFAULTS)  # in the order in which they are listed and numbered


def listed(turn: Turn) -> None:
    """The button `limits:<unit>`."""
    turn.finish()
    unit = offices.my_unit(turn, turn.integer(0))
    now = limit_rules.of_unit(turn.tx, unit, turn.at)
    limits = [now.of(*_of(place)) for place in range(len(KEYS))]
    lines = [_line(place, one, KEYS[place] in now.own) for place, one in enumerate(limits)]
    choices = [
        button(Text("limit-number", {"n": place + 1}), "limit", unit.id, place)
        for place in range(len(KEYS))
    ]
    turn.say(
        "limits",
        edit=True,
        unit=unit.name,
        lines=Lines(lines),
        sources=Lines(_sources(limits)),
        buttons=[*rows(choices, 4), [button(Text("button-back"), "unit-admin", unit.id)]],
    )


def change(turn: Turn) -> None:
    """The button `limit:<unit>:<place in the list>`."""
    unit, place = offices.my_unit(turn, turn.integer(0)), turn.integer(1)
    if not 0 <= place < len(KEYS):
        raise Refused("not-for-you")
    turn.ask("limit.value", unit=unit.id, unit_name=unit.name, place=place)


def _of(place: int) -> tuple[Step, CaseClass]:
    kind, case_class = KEYS[place]
    return kind, case_class or CaseClass.ORDINARY


def _line(place: int, limit: Limit, own: bool) -> Text:
    return Text(
        "limit-line",
        {
            "n": place + 1,
            "what": _what(place),
            "limit": duration_text(str(limit.duration)) or "",
            "own": Text("limit-own") if own else "",
        },
    )


def _sources(limits: list[Limit]) -> list[Text]:
    """Each source once, with the numbers of the limits it is the source of."""
    places: dict[str, list[str]] = {}
    for place, limit in enumerate(limits):
        places.setdefault(limit.source, []).append(str(place + 1))
    return [
        Text("limit-source", {"numbers": ", ".join(numbers), "source": source})
        for source, numbers in places.items()
    ]


def _what(place: int) -> Text:
    kind, case_class = KEYS[place]
    if case_class is None:
        return Text(f"limit-{kind}".replace("_", "-"))
    return Text("limit-of-class", {"class": Text(f"class-{case_class}".replace("_", "-"))})


def _ask_value(turn: Turn) -> None:
    place = turn.data["place"]
    _, default = KEYS[place], DEFAULTS[KEYS[place]]
    usual = turn.choice(Text("button-limit-default"), "default")
    turn.say(
        "limit-ask",
        unit=turn.data["unit_name"],
        what=_what(place),
        usual=duration_text(str(default.duration)) or "",
        source=default.source,
        buttons=[[usual], [button(Text("button-back"), "limits", turn.data["unit"])]],
    )


def _take_value(turn: Turn) -> None:
    if turn.input.kind is Kind.BUTTON:
        _set(turn, None, "")
        return
    written = entries.duration(turn.input.text)
    if not written:
        raise Refused("duration-unreadable", text="")
    turn.ask("limit.source", **turn.data, limit=written)


def _ask_source(turn: Turn) -> None:
    turn.say("limit-ask-source", limit=duration_text(turn.data["limit"]) or "")


def _take_source(turn: Turn) -> None:
    _set(turn, Duration.parse(turn.data["limit"]), turn.input.text)


def _set(turn: Turn, duration: Duration | None, source: str) -> None:
    kind, case_class = KEYS[turn.data["place"]]
    unit_id, unit_name = turn.data["unit"], turn.data["unit_name"]
    limit_rules.set_limit(
        turn.tx, unit_id, kind, case_class, duration, source, at=turn.at, by=turn.person_id
    )
    turn.finish()
    back = [button(Text("button-limits"), "limits", unit_id)]
    turn.say("limit-set", unit=unit_name, buttons=[back])


VALUE = step(_ask_value, _take_value)
SOURCE = step(_ask_source, _take_source)
