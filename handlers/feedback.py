"""`/masukan`: what colleagues observe of each other. What waits for an answer, and what was said.

Answering is in `feedback_answer`, notes in `feedback_notes`, rounds in `feedback_rounds`.
"""

from __future__ import annotations

from typing import Any

from handlers.message import Button, Lines, Listed, Text, When, button, rows
from handlers.period_words import period_named
from handlers.turn import Turn
from models.appraisal import leaders
from models.appraisal.feedback import answering, queries, rounds
from models.appraisal.feedback.queries import Seen, Summary
from models.appraisal.feedback.tables import FeedbackRound, Relation, Value
from models.database import Transaction
from models.errors import Refused
from models.people import Officer, Role

ROLES = (Role.OFFICER, Role.HEAD)
SHOWN = 8  # rounds in one list


def home(turn: Turn) -> None:
    """The command, and the button `feedback`."""
    turn.finish()
    waiting = answering.waiting(turn.tx, turn.at, turn.person_id)
    leads = leaders.led_by(turn.tx, own_officer(turn).id or 0, turn.at)
    team = [[button(Text("button-feedback-team"), "feedback-team")]] if leads else []
    turn.say(
        "feedback-home",
        edit=True,
        waiting=len(waiting),
        buttons=[
            *waiting_buttons(turn),
            [button(Text("button-feedback-write"), "feedback-to")],
            [button(Text("button-feedback-mine"), "feedback-mine")],
            *team,
            [button(Text("button-menu"), "menu")],
        ],
    )


def waiting_buttons(turn: Turn) -> list[list[Button]]:
    """One for each round that waits for this person's answer."""
    found = answering.waiting(turn.tx, turn.at, turn.person_id)[:SHOWN]
    return rows(
        button(
            Text(
                "button-feedback-answer",
                {"name": one.officer.name, "until": until(turn.tx, one.asked, "short-day-end")},
            ),
            "feedback-go",
            one.round_id,
        )
        for one in found
    )


def mine(turn: Turn) -> None:
    """`feedback-mine`: the rounds about oneself, and the way to the notes."""
    turn.finish()
    officer = own_officer(turn)
    found = rounds.of_officer(turn.tx, officer.id or 0)[:SHOWN]
    turn.say(
        "feedback-mine" if found else "feedback-mine-none",
        edit=True,
        buttons=[
            *rows(_round_button(turn, asked) for asked in found),
            [button(Text("button-feedback-notes"), "feedback-notes", officer.id)],
            [button(Text("button-back"), "feedback")],
        ],
    )


def _round_button(turn: Turn, asked: FeedbackRound) -> Button:
    period = {"period": period_named(turn.tx, asked.period_id)}
    if queries.is_closed(asked, turn.at):
        return button(Text("button-feedback-result", period), "feedback-result", asked.id)
    return button(Text("button-feedback-running", period), "feedback-choice", asked.id)


# --- the result of a round


def result(turn: Turn) -> None:
    """`feedback-result:<round>`: counts of each value; the words of one behind a button."""
    turn.finish()
    asked, found = rounds.result(turn.tx, turn.integer(0), turn.at, turn.person_id)
    with_words = [value for value, seen in found if any(one.texts for one in seen)]
    turn.say(
        "feedback-result",
        edit=True,
        **_about(turn.tx, asked),
        least=queries.LEAST,
        lines=Lines([_value_line(value, seen) for value, seen in found]),
        buttons=[
            *rows(
                button(
                    Text("button-feedback-words", {"value": value_text(value)}),
                    "feedback-words",
                    asked.id,
                    value.value,
                )
                for value in with_words
            ),
            [_back(turn, asked)],
        ],
    )


def words(turn: Turn) -> None:
    """`feedback-words:<round>:<value>`: the examples, shuffled, by relation."""
    asked, found = rounds.result(turn.tx, turn.integer(0), turn.at, turn.person_id)
    value = Value(turn.arguments[1])
    turn.say(
        "feedback-words",
        edit=True,
        **_about(turn.tx, asked),
        value=value_text(value),
        lines=Lines(_examples(found, value)),
        buttons=[[button(Text("button-back"), "feedback-result", asked.id)]],
    )


def _examples(found: Summary, value: Value) -> list[Text]:
    return [
        Text("feedback-example", {"relation": relation_text(one.relation), "words": words})
        for one in dict(found)[value]
        for words in one.texts
    ]


def _value_line(value: Value, seen: tuple[Seen, ...]) -> Text:
    lines = Lines([_seen_line(one) for one in seen])
    return Text("feedback-value-line", {"value": value_text(value), "lines": lines})


def _seen_line(one: Seen) -> Text:
    relation = {"relation": relation_text(one.relation)}
    if one.levels is None:
        key = "feedback-unseen" if one.relation is Relation.LEADER else "feedback-few"
        return Text(key, relation)
    if one.relation is Relation.LEADER:
        level = one.levels.index(1) + 1
        return Text("feedback-seen-leader", relation | {"level": level_text(level)})
    return Text("feedback-seen", relation | {"levels": Listed([*map(str, one.levels)], " · ")})


def _about(tx: Transaction, asked: FeedbackRound) -> dict[str, Any]:
    return {
        "name": tx.session.get_one(Officer, asked.officer_id).name,
        "period": period_named(tx, asked.period_id),
    }


def _back(turn: Turn, asked: FeedbackRound) -> Button:
    own = own_officer(turn).id == asked.officer_id
    if own:
        return button(Text("button-back"), "feedback-mine")
    return button(Text("button-back"), "feedback")


# --- words that all of this uses


def own_officer(turn: Turn) -> Officer:
    officer = turn.authority.officer
    if officer is None:
        raise Refused("not-for-you")
    return officer


def value_text(value: Value) -> Text:
    return Text(f"value-{value}")


def relation_text(relation: Relation) -> Text:
    return Text(f"feedback-relation-{relation}")


def level_text(level: int | None) -> Text:
    return Text(f"feedback-level-{level or 'unseen'}")


def until(tx: Transaction, asked: FeedbackRound, style: str = "long-day-clock-end") -> When:
    """When a round closes, by the clock of the officer's unit."""
    return When(asked.closes_at, rounds.zone_of(tx, asked.officer_id, asked.opened_at), style)
