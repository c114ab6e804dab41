"""Answering a round: seven values, a tap each; an example in words where there is one.

What is answered goes into the draft of `answering` with each tap, and never into a message that is
kept: the dialogue knows only which value is asked, and the preview is wiped once it is shown.
"""

from __future__ import annotations

import nlp
from handlers.feedback import (
    level_text,
    own_officer,
    relation_text,
    until,
    value_text,
    waiting_buttons,
)
from handlers.masked import known_by
from handlers.message import Lines, Text, body, button, rows
from handlers.period_words import period_named
from handlers.turn import Kind, Turn, step
from models import outbox
from models.appraisal.feedback import answering, queries
from models.appraisal.feedback.answering import Observation, Task
from models.appraisal.feedback.tables import Relation, Value
from models.outbox import Outgoing, Urgency

LATER, PICK, SEND, SHOW = "later", "pick", "send", "show"
UNSEEN = "unseen"


def go(turn: Turn) -> None:
    """`feedback-go:<round>`: who, why, until when, and what becomes of the answer."""
    turn.finish()
    mine = _task(turn, turn.integer(0))
    done = len(Value) - len(mine.missing)
    begin = (
        Text("button-feedback-resume", {"done": done}) if done else Text("button-feedback-begin")
    )
    turn.say(
        "feedback-intro-leader" if mine.relation is Relation.LEADER else "feedback-intro",
        edit=True,
        name=mine.officer.name,
        relation=relation_text(mine.relation),
        period=period_named(turn.tx, mine.asked.period_id),
        until=until(turn.tx, mine.asked),
        least=queries.LEAST,
        buttons=[
            [button(begin, "feedback-begin", mine.round_id)],
            [button(Text("button-feedback-decline"), "feedback-decline", mine.round_id)],
            [button(Text("button-back"), "feedback")],
        ],
    )


def begin(turn: Turn) -> None:
    """`feedback-begin:<round>`: the first value without an answer."""
    mine = _task(turn, turn.integer(0))
    turn.finish()
    _next(turn, mine)


def decline(turn: Turn) -> None:
    """`feedback-decline:<round>`: really?"""
    mine = _task(turn, turn.integer(0))
    turn.finish()
    turn.say(
        "feedback-decline",
        edit=True,
        name=mine.officer.name,
        buttons=[
            [button(Text("button-feedback-decline-yes"), "feedback-decline-yes", mine.round_id)],
            [button(Text("button-back"), "feedback-go", mine.round_id)],
        ],
    )


def decline_now(turn: Turn) -> None:
    """`feedback-decline-yes:<round>`."""
    mine = answering.decline(turn.tx, turn.integer(0), turn.at, turn.person_id)
    turn.finish()
    _leave(turn, "feedback-declined", mine)


# --- one value


def _ask_value(turn: Turn) -> None:
    mine, value = _task(turn, turn.data["round"]), Value(turn.data["value"])
    said = mine.answers.get(value, Observation())
    levels = [turn.choice(level_text(level), level) for level in queries.LEVELS]
    turn.say(
        "feedback-ask",
        edit=True,
        place=list(Value).index(value) + 1,
        name=mine.officer.name,
        value=value_text(value),
        guides=Lines([Text(f"behaviour-{value}-{n}") for n in (1, 2, 3)]),
        example=Text("feedback-example-kept" if said.example else "feedback-example-may"),
        buttons=[
            *rows([*levels, turn.choice(level_text(None), UNSEEN)]),
            [turn.choice(Text("button-feedback-later"), LATER)],
        ],
    )


def _take_value(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        _take_example(turn)
    elif turn.input.data == LATER:
        _pause(turn)
    else:
        level = None if turn.input.data == UNSEEN else int(turn.input.data)
        value = Value(turn.data["value"])
        number = turn.data["round"]
        _next(turn, answering.observe(turn.tx, number, value, level, turn.at, turn.person_id))


def _take_example(turn: Turn) -> None:
    """An example before the tap; after it, on to what comes next."""
    value = Value(turn.data["value"])
    said = _masked(turn)
    mine = answering.exemplify(turn.tx, turn.data["round"], value, said, turn.at, turn.person_id)
    if mine.answers[value].answered:
        _next(turn, mine)
    else:
        turn.ask_again()


def _masked(turn: Turn) -> str:
    """Without insults and numbers, and without what says who wrote it."""
    officer = own_officer(turn)
    written = turn.input.text
    if len(written) > answering.EXAMPLE_MOST:
        return written  # it will be refused
    shown = nlp.mask(written, (*known_by(turn.input), officer.name, officer.nip)).text
    return shown[: answering.EXAMPLE_MOST]


def _next(turn: Turn, mine: Task) -> None:
    """The next value without an answer; then, once, whether there is an example; then the
    preview."""
    if mine.missing:
        turn.ask("feedback.value", round=mine.round_id, value=mine.missing[0].value)
    elif turn.data.get("picked") or _exemplified(mine) or _none_observed(mine):
        turn.ask("feedback.preview", round=mine.round_id)
    else:
        turn.ask("feedback.pick", round=mine.round_id)


def _exemplified(mine: Task) -> bool:
    return any(one.example for one in mine.answers.values())


def _none_observed(mine: Task) -> bool:
    return all(one.level is None for one in mine.answers.values())


# --- one example, and the preview


def _ask_pick(turn: Turn) -> None:
    mine = _task(turn, turn.data["round"])
    turn.say(
        "feedback-pick",
        edit=True,
        name=mine.officer.name,
        buttons=[
            *rows([turn.choice(value_text(value), value.value) for value in Value]),
            [turn.choice(Text("button-feedback-no-example"), SHOW)],
        ],
    )


def _take_pick(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.say("feedback-pick-first")
        turn.ask_again()
    elif turn.input.data == SHOW:
        turn.ask("feedback.preview", round=turn.data["round"])
    else:
        value = Value(turn.input.data)
        turn.ask("feedback.value", round=turn.data["round"], value=value.value, picked=True)


def _ask_preview(turn: Turn) -> None:
    """Shown once: the words are taken out of the outbox when they are delivered."""
    mine = _task(turn, turn.data["round"])
    named = mine.relation is Relation.LEADER
    shown = body(
        "feedback-preview-leader" if named else "feedback-preview",
        {"name": mine.officer.name, "lines": Lines([_line(mine, value) for value in Value])},
        edit=turn.input.message_id,
        buttons=[
            [turn.choice(Text("button-feedback-send"), SEND)],
            [turn.choice(Text("button-feedback-change"), PICK)],
            [turn.choice(Text("button-feedback-later"), LATER)],
        ],
    )
    message = Outgoing(turn.person_id, shown | {"once": True}, Urgency.REPLY)
    outbox.put(turn.tx, message, turn.at, update_id=turn.input.update_id)


def _line(mine: Task, value: Value) -> Text:
    said = mine.answers.get(value, Observation())
    values = {"value": value_text(value), "level": level_text(said.level)}
    if said.example is None:
        return Text("feedback-preview-line", values)
    return Text("feedback-preview-example", values | {"example": said.example})


def _take_preview(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.say("feedback-pick-first")
        turn.ask_again()
    elif turn.input.data == SEND:
        mine = answering.submit(turn.tx, turn.data["round"], turn.at, turn.person_id)
        turn.finish()
        _leave(turn, "feedback-thanks", mine)
    elif turn.input.data == PICK:
        turn.ask("feedback.pick", round=turn.data["round"])
    else:
        _pause(turn)


VALUE = step(_ask_value, _take_value)
PICK_STEP = step(_ask_pick, _take_pick)
PREVIEW = step(_ask_preview, _take_preview)


def _pause(turn: Turn) -> None:
    mine = _task(turn, turn.data["round"])
    turn.finish()
    turn.say(
        "feedback-paused",
        edit=True,
        done=len(Value) - len(mine.missing),
        until=until(turn.tx, mine.asked),
        buttons=[[button(Text("button-feedback-go-on"), "feedback-begin", mine.round_id)]],
    )


def _leave(turn: Turn, key: str, mine: Task) -> None:
    home = [button(Text("button-feedback"), "feedback")]
    turn.say(key, edit=True, name=mine.officer.name, buttons=[*waiting_buttons(turn), home])


def _task(turn: Turn, round_id: int) -> Task:
    return answering.task(turn.tx, round_id, turn.at, turn.person_id)
