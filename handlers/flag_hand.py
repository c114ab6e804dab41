"""A rating doubted by hand: by who leads or administers the unit, or by the officer rated."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import clipping, lists
from handlers.flags import COMMENT, LAST, PAGE, ROLES, to_list, turning
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Turn, step
from models.people import Role
from models.ratings import flag_review, flags
from models.ratings.flag_review import Latest

WHO = (*ROLES, Role.OFFICER)


def choose(turn: Turn) -> None:
    """The button `flags-hand[:<page>]`: which unit's ratings."""
    turn.finish()
    found = flag_review.units_reviewed(turn.tx, turn.person_id, turn.at)
    if len(found) == 1:
        _latest(turn, found[0].id or 0, 0)
        return
    turn.say(
        "flags-hand-units",
        edit=True,
        buttons=[
            *lists.paged(
                found,
                lists.page_number(turn, 0),
                lambda unit: button(unit.name, "flags-latest", unit.id, 0),
                "flags-hand",
            ),
            [to_list()],
        ],
    )


def latest(turn: Turn) -> None:
    """The button `flags-latest:<unit>:<page>`."""
    _latest(turn, turn.integer(0), max(0, turn.integer(1)))


def _latest(turn: Turn, unit_id: int, page: int) -> None:
    found = flag_review.latest(
        turn.tx, turn.person_id, unit_id, turn.at, PAGE + 1, min(page, LAST) * PAGE
    )
    more = [*turning(found, page, "flags-latest", unit_id), [to_list()]]
    _choices(turn, found, page, more)


def _choices(turn: Turn, found: Sequence[Latest], page: int, more: list[list[Button]]) -> None:
    shown = list(enumerate(found[:PAGE], page * PAGE + 1))
    numbers = (button(str(n), "flag-raise", given.rating_id) for n, given in shown)
    lines = [text for n, given in shown for text in _given(n, given)]
    turn.say(
        "flags-latest",
        edit=True,
        lines=Lines(lines or [Text("flags-none")]),
        buttons=[*rows(numbers, PAGE), *more],
    )


def _given(place: int, given: Latest) -> list[Text]:
    """The day, not the minute."""
    words = clipping.clip(given.words, COMMENT)
    score = Text(f"score-{given.score}")
    line = Text(
        "flags-given", {"n": place, "at": When(given.at, given.zone, "date"), "score": score}
    )
    return [line, Text("flag-words", {"words": words})] if words else [line]


# --- why


def ask(turn: Turn) -> None:
    """The button `flag-raise:<id of a rating>`: why it is doubted comes next."""
    turn.ask("flag.raise", rating=turn.integer(0))


def _ask_why(turn: Turn) -> None:
    turn.say("flag-ask-raise", least=flags.LEAST_REASON, buttons=[_back(turn)])


def _take_why(turn: Turn) -> None:
    flags.raise_by_hand(turn.tx, turn.data["rating"], turn.person_id, turn.input.text, turn.at)
    turn.finish()
    turn.say("flag-raised", buttons=[_back(turn)])


def _back(turn: Turn) -> list[Button]:
    return [to_list() if turn.has(*ROLES) else button(Text("button-record"), "record")]


WHY = step(_ask_why, _take_why)
