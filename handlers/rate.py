"""Rate a unit: one tap, an optional comment, after a low score the reason, thanks.

From the thanks the survey is one tap away, and so is taking the rating back.
"""

from __future__ import annotations

from handlers import complain, inviting, masked, survey
from handlers.message import Button, Text, button, rows
from handlers.turn import Kind, Turn, step
from models import offices
from models.appraisal import operations as appraisal
from models.errors import Refused
from models.offices import Counter, Place, Unit
from models.ratings import corrections, own
from models.ratings import operations as ratings
from models.ratings.ikm import ELEMENTS
from models.ratings.operations import LOW, Given
from models.ratings.own import OwnRating
from models.ratings.tables import SCORES, Asked

COMMENT_LIMIT = 1000  # characters
OTHER = "lainnya"
WHYS = (*ELEMENTS, "pungli", "keterlambatan", "informasi", OTHER)  # as complaints have them
USUAL = ("waktu", "perilaku", "prosedur", "informasi", "persyaratan", "biaya")  # asked for first
WHYS_SHOWN = 6
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
    stored(turn, given, turn.integer(3))


def rescore(turn: Turn) -> None:
    """*Ubah nilai*: the scores once more."""
    rating = _own(turn, turn.integer(0))
    choices = [[button(Text(f"score-{s}"), "change", rating.id, s)] for s in SCORES]
    back = [button(Text("button-rating-withdraw"), "rating-withdraw", rating.id)]
    turn.say("rate-change", edit=True, where=rating.unit, buttons=[*choices, back])


def change(turn: Turn) -> None:
    """The new score; a comment given before stays, and is not asked for again."""
    chosen = turn.integer(1)
    given = ratings.rerate(
        turn.tx, turn.who.pseudonym, turn.integer(0), chosen, turn.at, turn.person_id
    )
    if _own(turn, given.rating_id).commented:
        _commented(turn, given.rating_id)
    else:
        stored(turn, given, chosen)


def stored(turn: Turn, given: Given, chosen: int) -> None:
    """Say what was stored, and ask for words; words written before count as the comment."""
    draft = turn.data.get("draft", "")
    if 0 < len(draft) <= COMMENT_LIMIT:
        _comment(turn, given.rating_id, draft)
        _commented(turn, given.rating_id)
        return
    turn.ask(
        "rate.comment",
        rating=given.rating_id,
        unit=given.unit_name,
        score=chosen,
        before=given.changed_from,
    )
    if draft:
        _too_long(turn, draft)


def _ask_comment(turn: Turn) -> None:
    """What was stored; who rates twice on a day reads that the first score was replaced."""
    score, before = turn.data["score"], turn.data.get("before")
    changed = before is not None and before != score
    turn.say(
        "rate-comment-changed" if changed else "rate-comment",
        edit=True,
        where=turn.data["unit"],
        score=Text(f"score-{score}"),
        before=Text(f"score-{before}") if changed else "",
        buttons=[
            [turn.choice(Text("button-skip"), "skip"), _change_button(turn.data["rating"])],
        ],
    )


def _take_comment(turn: Turn) -> None:
    rating = turn.data["rating"]
    if turn.input.kind is Kind.BUTTON:
        _commented(turn, rating)
    elif _closed_for_comment(turn, rating):
        turn.go_on(turn.input)  # days later it is a sentence of its own
    elif len(turn.input.text) > COMMENT_LIMIT:
        _too_long(turn, turn.input.text)
    else:
        _comment(turn, rating, turn.input.text)
        _commented(turn, rating)


def _too_long(turn: Turn, text: str) -> None:
    turn.say("rate-comment-long", limit=COMMENT_LIMIT, length=len(text))


COMMENT = step(_ask_comment, _take_comment)


def _closed_for_comment(turn: Turn, rating_id: int) -> bool:
    return turn.at - _own(turn, rating_id).at >= ratings.CHANGEABLE_FOR


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


def _commented(turn: Turn, rating_id: int) -> None:
    """After the words, or without any: what lies behind a low score, once; else thanks."""
    turn.finish()
    rating = _own(turn, rating_id)
    if rating.score <= LOW and rating.why is None:
        _ask_why(turn, rating)
    else:
        _thanks(turn, rating)


# --- what lies behind a low score


def _ask_why(turn: Turn, rating: OwnRating) -> None:
    choices = [button(Text(f"why-{name}"), "why", rating.id, name) for name in _whys(rating)]
    turn.say(
        "rate-why-comment" if rating.commented else "rate-why",
        edit=True,
        where=rating.unit,
        score=Text(f"score-{rating.score}"),
        buttons=[*rows(choices, 2), [button(Text("button-skip"), "rated", rating.id)]],
    )


def _whys(rating: OwnRating) -> list[str]:
    """What the comment speaks of comes first, then what is asked for most; the rest is `OTHER`."""
    read = [aspect["key"] for aspect in rating.reading.get("aspects", ())]
    known = dict.fromkeys(name for name in (*read, *USUAL) if name in WHYS)
    return [*list(known)[:WHYS_SHOWN], OTHER]


def why(turn: Turn) -> None:
    """The button `why:<rating>:<aspect>`."""
    aspect = turn.arguments[1]
    if aspect not in WHYS:
        raise Refused("not-for-you")
    ratings.explain(turn.tx, turn.who.pseudonym, turn.integer(0), aspect, turn.at, turn.person_id)
    _thanks(turn, _own(turn, turn.integer(0)))


# --- thanks, and what may follow


def thanks(turn: Turn) -> None:
    """The button `rated:<rating>`."""
    _thanks(turn, _own(turn, turn.integer(0)))


def _thanks(turn: Turn, rating: OwnRating) -> None:
    """After a low score the way to an answer comes before the survey."""
    onward = [*survey.offer(turn, rating), [_complain_button(rating.id)]]
    turn.say(
        _thanks_key(rating),
        edit=True,
        where=rating.unit,
        score=Text(f"score-{rating.score}"),
        buttons=[
            *(reversed(onward) if rating.score <= LOW else onward),
            [
                _change_button(rating.id),
                button(Text("button-rating-withdraw"), "rating-withdraw", rating.id),
            ],
            *inviting.offer(turn),
            [button(Text("button-menu"), "menu")],
        ],
    )


def _thanks_key(rating: OwnRating) -> str:
    if rating.score <= LOW:
        return "rate-thanks-low"
    return "rate-thanks-comment" if rating.commented else "rate-thanks"


def withdraw(turn: Turn) -> None:
    """The button `rating-withdraw:<rating>`: ask whether that is really meant."""
    turn.finish()
    rating = _own(turn, turn.integer(0))
    turn.say(
        "rating-withdraw-sure",
        edit=True,
        where=rating.unit,
        buttons=[
            [button(Text("button-rating-withdraw-yes"), "rating-withdraw-yes", rating.id)],
            [button(Text("button-rating-keep"), "rated", rating.id)],
        ],
    )


def withdraw_now(turn: Turn) -> None:
    """The button `rating-withdraw-yes:<rating>`."""
    rating = _own(turn, turn.integer(0))
    corrections.withdraw(turn.tx, turn.who.pseudonym, rating.id, turn.at, turn.person_id)
    turn.finish()
    again = [button(Text("button-menu"), "menu")]
    turn.say("rating-withdrawn", edit=True, where=rating.unit, buttons=[again])


def complain_about(turn: Turn) -> None:
    """From a rating to a complaint about the same unit."""
    rating = _own(turn, turn.integer(0))
    complain.begin(turn, unit_id=rating.unit_id, counter_id=rating.counter_id)


def _own(turn: Turn, rating_id: int) -> OwnRating:
    return own.rating(turn.tx, turn.who.pseudonym, rating_id)


def _complain_button(rating_id: int) -> Button:
    return button(Text("button-complain"), "complain-about", rating_id)


def _change_button(rating_id: int) -> Button:
    return button(Text("button-change-score"), "rescore", rating_id)
