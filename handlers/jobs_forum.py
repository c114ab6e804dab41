"""What the clock does with the forum: say to who asked, and to the heads, what was answered."""

from __future__ import annotations

from datetime import datetime

from handlers.jobs import Ran
from handlers.message import Text, body, button
from models import offices, outbox
from models.database import Transaction
from models.forum import answers, questions
from models.forum.tables import ForumQuestion
from models.outbox import Outgoing


def close(tx: Transaction, at: datetime) -> Ran:
    """Each question that has closed is told of once."""
    found = answers.closed_now(tx, at)
    for question in found:
        _tell(tx, question, at)
    return Ran(again=len(found) == answers.AT_ONCE)


def _tell(tx: Transaction, question: ForumQuestion, at: datetime) -> None:
    told = body(
        "forum-closed-told",
        {"place": questions.place_name(tx, question), "question": question.text_id},
        buttons=[[button(Text("button-forum-see"), "forum-read", question.id)]],
    )
    unit = next(iter(questions.units_of(tx, question)), None)
    held = offices.until_opening(tx, unit, at)
    for person in answers.readers(tx, question, at):
        outbox.put(tx, Outgoing(person, told, unit_id=question.unit_id, held_until=held), at)
