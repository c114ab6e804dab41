"""Continuous feedback: praise or advice to a colleague, signed, on any day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import nlp
from handlers import clipping, lists
from handlers.feedback import own_officer, relation_text, value_text
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models.appraisal.feedback import circle, notes, rounds
from models.appraisal.feedback.queries import NoteLine
from models.appraisal.feedback.tables import NoteKind, Value
from models.people import Officer

A_YEAR = timedelta(days=366)
PAGE = 5  # notes in one message
LABEL = 60  # code units of a planned result on a button
SEND, VALUE_ABOUT, RESULT_ABOUT, NOTHING, CANCEL = "send", "value", "result", "none", "cancel"


def choose(turn: Turn) -> None:
    """`feedback-to[:<page>]`: to whom?"""
    turn.finish()
    found = circle.colleagues(turn.tx, own_officer(turn).id or 0, turn.at)
    turn.say(
        "feedback-to" if found else "feedback-to-nobody",
        edit=True,
        buttons=[
            *lists.paged(found, lists.page_number(turn, 0), _colleague, "feedback-to"),
            [button(Text("button-back"), "feedback")],
        ],
    )


def _colleague(officer: Officer) -> Button:
    return button(officer.name, "feedback-note", officer.id)


def kind(turn: Turn) -> None:
    """`feedback-note:<officer>`: praise or advice?"""
    turn.finish()
    officer = notes.check(turn.tx, turn.integer(0), turn.at, turn.person_id)
    turn.say(
        "feedback-kind",
        edit=True,
        name=officer.name,
        buttons=[
            *rows(
                button(_kind_text(one), "feedback-write", officer.id, one.value) for one in NoteKind
            ),
            [button(Text("button-back"), "feedback-to")],
        ],
    )


def write(turn: Turn) -> None:
    """`feedback-write:<officer>:<kind>`."""
    officer = notes.check(turn.tx, turn.integer(0), turn.at, turn.person_id)
    turn.finish()
    turn.ask("feedback.note", officer=officer.id, kind=NoteKind(turn.arguments[1]).value)


def _ask_note(turn: Turn) -> None:
    turn.say(
        f"feedback-ask-{turn.data['kind']}",
        edit=True,
        name=_name(turn),
        least=notes.LEAST,
        most=notes.MOST,
        buttons=[[button(Text("button-back"), "feedback-note", turn.data["officer"])]],
    )


def _take_note(turn: Turn) -> None:
    said = notes.words(turn.input.text)
    turn.ask("feedback.sign", **turn.data, text=nlp.mask(said).text[: notes.MOST])


NOTE = step(_ask_note, _take_note, buttons=False)


# --- the preview, and what it is about


def _ask_sign(turn: Turn) -> None:
    picking = turn.data.get("picking")
    if picking == VALUE_ABOUT:
        _ask_about(turn, "feedback-about-value", _value_choices(turn))
    elif picking == RESULT_ABOUT:
        _ask_about(turn, "feedback-about-result", _result_choices(turn))
    else:
        _preview(turn)


def _ask_about(turn: Turn, key: str, choices: list[Button]) -> None:
    nothing = turn.choice(Text("button-feedback-about-nothing"), NOTHING)
    turn.say(key, edit=True, buttons=rows([*choices, nothing]))


def _value_choices(turn: Turn) -> list[Button]:
    return [turn.choice(value_text(value), f"v-{value}") for value in Value]


def _result_choices(turn: Turn) -> list[Button]:
    found = notes.results(turn.tx, turn.data["officer"], turn.at)
    return [turn.choice(clipping.clip(one.text, LABEL), f"r-{one.id}") for one in found]


def _preview(turn: Turn) -> None:
    planned = bool(notes.results(turn.tx, turn.data["officer"], turn.at))
    about = [turn.choice(Text("button-feedback-about-value"), VALUE_ABOUT)]
    if planned:
        about.append(turn.choice(Text("button-feedback-about-result"), RESULT_ABOUT))
    turn.say(
        "feedback-sign",
        edit=True,
        name=_name(turn),
        kind=_kind_text(NoteKind(turn.data["kind"])),
        words=turn.data["text"],
        about=_about(turn, turn.data.get("value"), turn.data.get("result")),
        buttons=[
            [turn.choice(Text("button-feedback-send"), SEND)],
            *rows(about),
            [turn.choice(Text("button-feedback-cancel"), CANCEL)],
        ],
    )


def _about(turn: Turn, value: str | None, result_id: int | None) -> Text:
    if value is not None:
        return Text("feedback-on", {"what": value_text(Value(value))})
    for one in notes.results(turn.tx, turn.data["officer"], turn.at) if result_id else ():
        if one.id == result_id:
            return Text("feedback-on", {"what": one.text})
    return Text("feedback-on-nothing")


def _take_sign(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.ask_again(text=nlp.mask(notes.words(turn.input.text)).text[: notes.MOST])
        return
    pressed = turn.input.data
    if pressed == SEND:
        _send(turn)
    elif pressed == CANCEL:
        turn.finish()
        home = [[button(Text("button-feedback"), "feedback")]]
        turn.say("feedback-cancelled", edit=True, buttons=home)
    elif pressed in (VALUE_ABOUT, RESULT_ABOUT):
        turn.ask_again(picking=pressed)
    else:
        turn.ask_again(picking=None, **_chosen(pressed))


def _chosen(pressed: str) -> dict[str, Any]:
    """`v-<value>` or `r-<result>`; anything else: about nothing in particular."""
    what, _, name = pressed.partition("-")
    if what == "v":
        return {"value": Value(name).value, "result": None}
    if what == "r":
        return {"value": None, "result": int(name)}
    return {"value": None, "result": None}


SIGN = step(_ask_sign, _take_sign)


def _send(turn: Turn) -> None:
    data = turn.data
    value = Value(data["value"]) if data.get("value") else None
    about = _about(turn, data.get("value"), data.get("result"))
    note = notes.write(
        turn.tx,
        data["officer"],
        NoteKind(data["kind"]),
        data["text"],
        turn.at,
        turn.person_id,
        result_id=data.get("result"),
        value=value,
    )
    officer = turn.tx.session.get_one(Officer, note.officer_id)
    turn.finish()
    if officer.person_id is not None:
        turn.say(
            "feedback-got",
            to=officer.person_id,
            by=own_officer(turn).name,
            kind=_kind_text(NoteKind(note.kind)),
            words=note.text,
            about=about,
            buttons=[[button(Text("button-feedback-notes"), "feedback-notes", officer.id)]],
        )
    turn.say(
        "feedback-sent",
        edit=True,
        name=officer.name,
        buttons=[
            [button(Text("button-feedback-take-back"), "feedback-take-back", note.id)],
            [button(Text("button-feedback"), "feedback")],
        ],
    )


def take_back(turn: Turn) -> None:
    """`feedback-take-back:<note>`."""
    notes.withdraw(turn.tx, turn.integer(0), turn.at, turn.person_id)
    turn.finish()
    home = [[button(Text("button-feedback"), "feedback")]]
    turn.say("feedback-taken-back", edit=True, buttons=home)


# --- reading


def received(turn: Turn) -> None:
    """`feedback-notes:<officer>[:<page>]`: of the last year, newest first."""
    turn.finish()
    officer_id = turn.integer(0)
    start = turn.at - A_YEAR
    end = turn.at + timedelta(seconds=1)
    found = notes.received(turn.tx, officer_id, start, end, turn.at, turn.person_id)[::-1]
    last = max(0, (len(found) - 1) // PAGE)
    page = min(max(lists.page_number(turn, 1), 0), last)
    zone = rounds.zone_of(turn.tx, officer_id, turn.at)
    shown = found[page * PAGE : (page + 1) * PAGE]
    turn.say(
        "feedback-notes" if found else "feedback-notes-none",
        edit=True,
        name=turn.tx.session.get_one(Officer, officer_id).name,
        n=len(found),
        lines=Lines([_note_line(note, zone) for note in shown]),
        buttons=[
            *lists.turning(page, last, "feedback-notes", officer_id),
            [button(Text("button-back"), "feedback")],
        ],
    )


def _note_line(note: NoteLine, zone: str) -> Text:
    value = Text("feedback-note-value", {"value": value_text(note.value)}) if note.value else ""
    return Text(
        "feedback-note-line",
        {
            "kind": _kind_text(note.kind),
            "by": note.by,
            "relation": relation_text(note.relation),
            "day": _day(note.at, zone),
            "value": value,
            "words": note.text,
        },
    )


def _day(at: datetime, zone: str) -> When:
    return When(at, zone, "date")


def _kind_text(one: NoteKind) -> Text:
    return Text(f"feedback-kind-{one}")


def _name(turn: Turn) -> str:
    return turn.tx.session.get_one(Officer, turn.data["officer"]).name
