"""What the clock does with rounds of feedback: remind who has not answered, and say what closed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from handlers.feedback import until
from handlers.jobs import Ran
from handlers.message import Text, body, button
from handlers.period_words import period_named
from models import offices, outbox
from models.appraisal import leaders
from models.appraisal.feedback import rounds
from models.appraisal.feedback.tables import FeedbackRound
from models.database import Transaction
from models.outbox import Outgoing
from models.people import Officer


def run(tx: Transaction, at: datetime) -> Ran:
    """Each round is told of once when three days are left, and once when it has closed."""
    closed, silent = rounds.closed_now(tx, at), rounds.to_remind(tx, at)
    for asked in closed:
        _tell_closed(tx, asked, at)
    for asked, givers in silent:
        for giver in givers:
            _put(tx, asked, giver.person_id, "feedback-remind", "feedback-go", at)
    return Ran(again=max(len(closed), len(silent)) == rounds.AT_ONCE)


def _tell_closed(tx: Transaction, asked: FeedbackRound, at: datetime) -> None:
    officer = tx.session.get_one(Officer, asked.officer_id)
    leader = leaders.leader_of(tx, asked.officer_id, at)
    _put(tx, asked, officer.person_id, "feedback-closed-yours", "feedback-result", at)
    if leader is not None:
        _put(tx, asked, leader.person_id, "feedback-closed-led", "feedback-result", at)


_LABELS = {"feedback-go": "button-feedback-begin", "feedback-result": "button-feedback-see"}


def _put(
    tx: Transaction, asked: FeedbackRound, person: int | None, key: str, act: str, at: datetime
) -> None:
    if person is None:
        return
    told = body(
        key,
        _values(tx, asked),
        buttons=[[button(Text(_LABELS[act]), act, asked.id)]],
    )
    held = offices.until_opening(tx, leaders.unit_of(tx, asked.officer_id, at), at)
    outbox.put(tx, Outgoing(person, told, held_until=held), at)


def _values(tx: Transaction, asked: FeedbackRound) -> dict[str, Any]:
    return {
        "name": tx.session.get_one(Officer, asked.officer_id).name,
        "period": period_named(tx, asked.period_id),
        "until": until(tx, asked),
    }
