"""What the chat tells others of what somebody did in the performance record: the operations of the
models are played without the chat that would have told it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.sandbox.town_places import STAFF
from handlers import figure_words
from handlers.feedback import relation_text, until, value_text
from handlers.message import Button, Lines, Text, body, button
from handlers.period_words import period_named
from models import outbox
from models.appraisal.coaching import needs
from models.appraisal.evidence import contests
from models.appraisal.evidence.tables import Contest
from models.appraisal.feedback import rounds
from models.appraisal.feedback.tables import FeedbackRound
from models.appraisal.skp.plans import Result
from models.outbox import Outgoing
from models.people import Officer

if TYPE_CHECKING:
    from bot.sandbox.town_record_days import Diary
    from bot.sandbox.town_record_words import Note

_NAMES = {who.key: who.name for who in STAFF}


def noted(diary: Diary, note: Note, result: Result | None, at: datetime) -> None:
    """Praise or advice, to whom it is for."""
    about = value_text(note.value) if note.value else Text("feedback-on-nothing")
    what = result.text if result else about
    values = {
        "by": _NAMES[note.giver],
        "kind": Text(f"feedback-kind-{note.kind}"),
        "words": note.text,
        "about": Text("feedback-on", {"what": what}),
    }
    officer = diary.officer(note.about)
    see = button(Text("button-feedback-notes"), "feedback-notes", officer)
    _put(diary, diary.person(note.about), "feedback-got", values, see, at)


def asked(diary: Diary, asked: FeedbackRound, by: int, at: datetime) -> None:
    """A round, to those who are asked and to whom it is about."""
    tx = diary.town.tx
    officer = tx.session.get_one(Officer, asked.officer_id)
    values = {
        "name": officer.name,
        "period": period_named(tx, asked.period_id),
        "until": until(tx, asked),
    }
    givers = rounds.givers_of(tx, asked.id or 0)
    begin = button(Text("button-feedback-begin"), "feedback-go", asked.id)
    for one in givers:
        if one.person_id != by:
            _put(diary, one.person_id or 0, "feedback-asked", values, begin, at)
    lines = [
        Text("feedback-giver", {"name": one.name, "relation": relation_text(one.relation)})
        for one in givers
    ]
    choice = button(Text("button-feedback-replace"), "feedback-choice", asked.id)
    told = values | {"lines": Lines(lines)}
    _put(diary, officer.person_id or 0, "feedback-about-you", told, choice, at)


def contested(diary: Diary, one: Contest, at: datetime) -> None:
    """A contest, to those who may decide it."""
    tx = diary.town.tx
    values = _contest(one) | {"name": tx.session.get_one(Officer, one.officer_id).name}
    for decider in contests.deciders(tx, one, at):
        _put(diary, decider.person_id or 0, "contest-new", values, _look(one), at)


def decided(diary: Diary, one: Contest, at: datetime) -> None:
    """That it was accepted, to the officer."""
    officer = diary.town.tx.session.get_one(Officer, one.officer_id)
    values = _contest(one) | {"words": one.decision_words}
    _put(diary, officer.person_id or 0, "contest-told-accepted", values, _look(one), at)


def wished(diary: Diary, need_id: int, leader: str, at: datetime) -> None:
    """That somebody asks for a training, to the leader."""
    by = diary.person(leader)
    need = needs.one(diary.town.tx, need_id, at, by)
    values = {
        "officer": need.officer,
        "topic": figure_words.name(need.topic),
        "words": need.words,
    }
    see = button(Text("button-training-need"), "training-need", need.id)
    _put(diary, by, "training-asked", values, see, at)


def _contest(one: Contest) -> dict[str, Any]:
    return {
        "what": Text("contest-what-rating" if one.rating_id is not None else "contest-what-case"),
        "why": Text(f"contest-kind-{one.kind}".replace("_", "-")),
    }


def _look(one: Contest) -> Button:
    return button(Text("button-contest-look"), "contest", one.id)


def _put(
    diary: Diary, person: int, key: str, values: dict[str, Any], act: Button, at: datetime
) -> None:
    outbox.put(diary.town.tx, Outgoing(person, body(key, values, buttons=[[act]])), at)
