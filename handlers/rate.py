"""Rate a unit: one tap, an optional comment, thanks."""

from __future__ import annotations

from handlers import complain, masked
from handlers.message import Button, Text, button
from handlers.turn import Kind, Turn, step
from models import offices
from models.appraisal import operations as appraisal
from models.offices import Counter, Place, Unit
from models.ratings import operations as ratings
from models.ratings.operations import Given
from models.ratings.tables import SCORES, Asked

COMMENT_LIMIT = 1000  # characters
_ASKED = {"c": Asked.COUNTER, "u": Asked.UNIT, "s": Asked.SEARCH}  # as it stands in the buttons


def at_unit(turn: Turn, unit_id: int) -> None:
    """The poster or link of a unit."""
    question(turn, offices.place(turn.tx, unit_id), counter=None, asked=Asked.UNIT)


def at_counter(turn: Turn, counter_id: int) -> None:
    """The poster of a counter."""
    counter = offices.counter(turn.tx, counter_id)
    unit = offices.place(turn.tx, counter.unit_id)
    question(turn, unit, counter=counter, asked=Asked.COUNTER)


def question(turn: Turn, unit: Unit | Place, *, counter: Counter | None, asked: str) -> None:
    """The four scores, always in the same order, each as large as the others."""
    where = f"{unit.name} · {counter.name}" if counter else unit.name
    counter_id = (counter.id or 0) if counter else 0
    choices = [
        [button(Text(f"score-{score}"), "score", unit.id, counter_id, asked[0], score)]
        for score in SCORES
    ]
    turn.say("rate-question", edit=True, where=where, buttons=choices)


def score(turn: Turn) -> None:
    """A tap on a score: stored at once."""
    unit_id, counter_id = turn.integer(0), turn.integer(1)
    given = ratings.give(
        turn.tx,
        turn.who.pseudonym,
        unit_id,
        turn.integer(3),
        turn.at,
        asked=_ASKED[turn.arguments[2]],
        counter_id=counter_id or None,
        actor_id=turn.person_id,
    )
    if given.officer_id is not None and given.changed_from is None:
        appraisal.rated(
            turn.tx, given.rating_id, given.officer_id, unit_id, turn.at, given.unit_zone
        )
    _stored(turn, given, turn.integer(3))


def rescore(turn: Turn) -> None:
    """*Ubah nilai*: the scores once more."""
    rating = ratings.own(turn.tx, turn.who.pseudonym, turn.integer(0))
    unit = offices.unit(turn.tx, rating.unit_id)
    choices = [[button(Text(f"score-{s}"), "change", rating.id, s)] for s in SCORES]
    turn.say("rate-change", edit=True, where=unit.name, buttons=choices)


def change(turn: Turn) -> None:
    """The new score; a comment given before stays, and is not asked for again."""
    chosen = turn.integer(1)
    given = ratings.rerate(
        turn.tx, turn.who.pseudonym, turn.integer(0), chosen, turn.at, turn.person_id
    )
    if ratings.own(turn.tx, turn.who.pseudonym, given.rating_id).comment:
        _thanks(turn, given.rating_id, given.unit_name, chosen, "rate-thanks-comment")
    else:
        _stored(turn, given, chosen)


def _stored(turn: Turn, given: Given, chosen: int) -> None:
    """Say what was stored, and ask for words; words written before count as the comment."""
    draft = turn.data.get("draft", "")
    if 0 < len(draft) <= COMMENT_LIMIT:
        _comment(turn, given.rating_id, draft)
        _thanks(turn, given.rating_id, given.unit_name, chosen, "rate-thanks-comment")
        return
    turn.ask("rate.comment", rating=given.rating_id, unit=given.unit_name, score=chosen)
    if draft:
        _too_long(turn, draft)


def _ask_comment(turn: Turn) -> None:
    turn.say(
        "rate-comment",
        edit=True,
        where=turn.data["unit"],
        score=Text(f"score-{turn.data['score']}"),
        buttons=[
            [turn.choice(Text("button-skip"), "skip"), _change_button(turn.data["rating"])],
        ],
    )


def _take_comment(turn: Turn) -> None:
    rating, unit, chosen = (turn.data[name] for name in ("rating", "unit", "score"))
    if turn.input.kind is Kind.BUTTON:
        _thanks(turn, rating, unit, chosen, "rate-thanks")
    elif _closed_for_comment(turn, rating):
        turn.go_on(turn.input)  # days later it is a sentence of its own
    elif len(turn.input.text) > COMMENT_LIMIT:
        _too_long(turn, turn.input.text)
    else:
        _comment(turn, rating, turn.input.text)
        _thanks(turn, rating, unit, chosen, "rate-thanks-comment")


def _too_long(turn: Turn, text: str) -> None:
    turn.say("rate-comment-long", limit=COMMENT_LIMIT, length=len(text))


COMMENT = step(_ask_comment, _take_comment)


def _closed_for_comment(turn: Turn, rating_id: int) -> bool:
    rating = ratings.own(turn.tx, turn.who.pseudonym, rating_id)
    return turn.at - rating.at >= ratings.CHANGEABLE_FOR


def _comment(turn: Turn, rating_id: int, text: str) -> None:
    reading = masked.reading(text, masked.known_by(turn.input))
    ratings.comment(
        turn.tx,
        turn.who.pseudonym,
        rating_id,
        text,
        reading,
        turn.at,
        turn.person_id,
    )


def _thanks(turn: Turn, rating_id: int, unit: str, chosen: int, key: str) -> None:
    turn.finish()
    turn.say(
        key,
        edit=True,
        where=unit,
        score=Text(f"score-{chosen}"),
        buttons=[
            [_change_button(rating_id), button(Text("button-menu"), "menu")],
            [button(Text("button-complain"), "complain-about", rating_id)],
        ],
    )


def complain_about(turn: Turn) -> None:
    """From a rating to a complaint about the same unit."""
    rating = ratings.own(turn.tx, turn.who.pseudonym, turn.integer(0))
    complain.begin(turn, unit_id=rating.unit_id, counter_id=rating.counter_id)


def _change_button(rating_id: int) -> Button:
    return button(Text("button-change-score"), "rescore", rating_id)
