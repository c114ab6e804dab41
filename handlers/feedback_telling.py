"""Who is told of a round: those who are asked, who is spoken of, and who leads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handlers.feedback import relation_text, until
from handlers.message import Lines, Text, button
from handlers.period_words import period_named
from handlers.turn import Turn
from models.appraisal import leaders
from models.appraisal.feedback import rounds
from models.appraisal.feedback.rounds import Giver
from models.appraisal.feedback.tables import FeedbackRound
from models.people import Officer


def opened(turn: Turn, asked: FeedbackRound) -> None:
    givers = rounds.givers_of(turn.tx, asked.id or 0)
    ask(turn, asked, givers)
    officer = turn.tx.session.get_one(Officer, asked.officer_id)
    if officer.person_id is not None:
        turn.say(
            "feedback-about-you",
            to=officer.person_id,
            **values(turn, asked),
            lines=Lines([giver_line(one, "feedback-giver") for one in givers]),
            buttons=[[button(Text("button-feedback-replace"), "feedback-choice", asked.id)]],
        )


def ask(turn: Turn, asked: FeedbackRound, givers: Iterable[Giver]) -> None:
    begin = [[button(Text("button-feedback-begin"), "feedback-go", asked.id)]]
    for one in givers:
        if one.person_id != turn.person_id:
            tell(turn, one, "feedback-asked", buttons=begin, **values(turn, asked))


def changed(turn: Turn, asked: FeedbackRound) -> None:
    leader = leaders.leader_of(turn.tx, asked.officer_id, turn.at)
    if leader is not None and leader.person_id is not None:
        turn.say(
            "feedback-choice-told",
            to=leader.person_id,
            **values(turn, asked),
            reason=asked.change_reason,
            buttons=[[button(Text("button-feedback-who"), "feedback-state", asked.id)]],
        )


def tell(turn: Turn, giver: Giver, key: str, **how: Any) -> None:
    if giver.person_id is not None:
        turn.say(key, to=giver.person_id, **how)


def values(turn: Turn, asked: FeedbackRound) -> dict[str, Any]:
    return {
        "name": turn.tx.session.get_one(Officer, asked.officer_id).name,
        "period": period_named(turn.tx, asked.period_id),
        "until": until(turn.tx, asked),
    }


def giver_line(giver: Giver, key: str) -> Text:
    return Text(key, {"name": giver.name, "relation": relation_text(giver.relation)})
