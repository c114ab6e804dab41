"""Move open deadlines to a calendar that was changed: show what would move, ask, then move it."""

from __future__ import annotations

from handlers.message import Lines, Text, When, button
from handlers.turn import Turn
from models.complaints import recalculation
from models.complaints.recalculation import Move, Moves

SHOWN = 8  # cases named before the question
AT_ONCE = 200  # cases moved by one press; more are asked for again


def show(turn: Turn) -> None:
    """The button `recalculate:<office, 0: all>`."""
    office_id = turn.integer(0)
    found = _proposed(turn, office_id)
    back = [button(Text("button-back"), "days", office_id)]
    if not found:
        turn.say("recalculate-nothing", edit=True, buttons=[back])
        return
    turn.say(
        "recalculate",
        edit=True,
        n=len(found),
        lines=Lines(lines(found)),
        buttons=[[button(Text("button-recalculate-yes"), "recalculate-yes", office_id)], back],
    )


def move(turn: Turn) -> None:
    """The button `recalculate-yes:<office>`."""
    office_id = turn.integer(0)
    found = _proposed(turn, office_id)
    for one in found[:AT_ONCE]:
        recalculation.recalculate(turn.tx, one.case_id, turn.at, by=turn.person_id)
    left = len(found) - AT_ONCE
    again = [button(Text("button-recalculate"), "recalculate", office_id)]
    turn.say(
        "recalculate-done",
        edit=True,
        n=min(len(found), AT_ONCE),
        buttons=[*([again] if left > 0 else []), [button(Text("button-back"), "days", office_id)]],
    )


def _proposed(turn: Turn, office_id: int) -> list[Moves]:
    return recalculation.proposed(turn.tx, turn.at, by=turn.person_id, office_id=office_id or None)


def lines(found: list[Moves], limit: int = SHOWN) -> list[Text]:
    """One line a case; of supervisory cases only how many there are."""
    named = [one for one in found if not one.supervisory]
    hidden = len(found) - len(named)
    told = [_line(one) for one in named[:limit]]
    if len(named) > limit:
        told.append(Text("recalculate-more", {"n": len(named) - limit}))
    return [*told, Text("recalculate-hidden", {"n": hidden})] if hidden else told


def _line(one: Moves) -> Text:
    last = max(one.moves, key=lambda move: move.after)
    return Text(
        "recalculate-line",
        {
            "ticket": one.ticket,
            "unit": one.unit_name,
            "clock": Text(f"clock-{last.clock}".replace("_", "-")),
            "before": When(last.before, one.zone, "short"),
            "after": When(last.after, one.zone, "short"),
            "note": _note(last),
        },
    )


def _note(last: Move) -> Text | str:
    return Text("recalculate-undecreed") if last.undecreed else ""
