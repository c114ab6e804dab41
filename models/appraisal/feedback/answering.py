"""Answering a round, so that no answer leads back to who gave it.

What would link an answer to its giver, and what is done about it:
- *a name or a time*: an answer has neither; only the leader's bears the name.
- *the order of the rows*: ids are drawn by chance, anew for every answer of the round each time
  somebody answers, and SQLite keeps no number of its own (`WITHOUT ROWID`).
- *the transaction*: PostgreSQL marks each row with the transaction that wrote it. So whoever
  answers writes all answers and all givers of the round anew: all bear the same mark.
- *the journal*: the entry says that somebody of the round answered, not who.
- *the seven answers of one person* are seven rows that nothing holds together.
- *the draft* stands with its giver until it is sent, declined, or the round is closed; then it is
  deleted. What the chat showed of it is taken out of the outbox once it is sent.
- *two looks at a result*: it is told when the round is closed, and not before.

What remains for somebody with the whole database, its backups and its logs is in docs/feedback.md.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, update
from sqlmodel import col, select

from models import entries, journal, people
from models.appraisal.feedback import queries, rounds
from models.appraisal.feedback.tables import (
    FeedbackAnswer,
    FeedbackDraft,
    FeedbackGiver,
    FeedbackRound,
    GiverState,
    Relation,
    Value,
)
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.people import Officer

EXAMPLE_LEAST, EXAMPLE_MOST = 10, 300  # characters
ID_BITS = 63
LEVELS = queries.LEVELS

_answers, _givers = table(FeedbackAnswer), table(FeedbackGiver)
_CONTENT = ("round_id", "relation", "leader_id", "value", "level", "example")
_CHANCE = secrets.SystemRandom()


@dataclass(frozen=True, slots=True)
class Task:
    """A round that waits for somebody's answer. answers: what is drafted so far."""

    round_id: int
    giver_id: int
    relation: Relation
    officer: Officer
    asked: FeedbackRound
    answers: dict[Value, Observation]

    @property
    def missing(self) -> list[Value]:
        """The values that have no answer yet, in their order."""
        return [value for value in Value if not self._answered(value)]

    def _answered(self, value: Value) -> bool:
        return value in self.answers and self.answers[value].answered


@dataclass(frozen=True, slots=True)
class Observation:
    """level: 1 to 4, None with answered: not observed. example: in words, masked."""

    level: int | None = None
    example: str | None = None
    answered: bool = False


def waiting(tx: Transaction, at: datetime, by: int) -> list[Task]:
    """The rounds in which this person is asked and has not answered, the soonest to close first."""
    giver = people.known_authority(tx, by, at).officer
    if giver is None:
        return []
    found = tx.session.exec(
        select(FeedbackRound, FeedbackGiver)
        .join(FeedbackGiver, col(FeedbackGiver.round_id) == FeedbackRound.id)
        .where(FeedbackGiver.giver_id == giver.id, FeedbackGiver.state == GiverState.ASKED)
        .order_by(col(FeedbackRound.closes_at), col(FeedbackRound.id))
    )
    return [_task(tx, asked, row) for asked, row in found if not queries.is_closed(asked, at)]


def task(tx: Transaction, round_id: int, at: datetime, by: int) -> Task:
    """The round with what this person has drafted; refused to who is not asked (any more)."""
    giver = people.known_authority(tx, by, at).officer
    asked = rounds.locked(tx, round_id)
    row = tx.session.get(FeedbackGiver, (round_id, giver.id if giver else 0))
    if row is None or row.state == GiverState.REPLACED:
        raise Refused("not-for-you")
    if queries.is_closed(asked, at):
        raise Refused("feedback-closed")
    if row.state != GiverState.ASKED:
        raise Refused("feedback-answered-already")
    return _task(tx, asked, row)


def observe(
    tx: Transaction, round_id: int, value: Value, level: int | None, at: datetime, by: int
) -> Task:
    """Draft how often one value was seen; None: not observed, and then there is no example."""
    if level is not None and level not in LEVELS:
        raise Refused("button-old")
    mine = task(tx, round_id, at, by)
    known = mine.answers.get(value, Observation())
    example = known.example if level is not None else None
    return _draft(tx, mine, value, Observation(level, example, answered=True))


def exemplify(
    tx: Transaction, round_id: int, value: Value, example: str, at: datetime, by: int
) -> Task:
    """Draft one example in words, masked beforehand; empty: none."""
    mine = task(tx, round_id, at, by)
    known = mine.answers.get(value, Observation())
    least = EXAMPLE_LEAST if example.strip() else 0
    words = entries.words(example, least, EXAMPLE_MOST, one_line=True)
    if words and known.answered and known.level is None:
        raise Refused("feedback-not-observed")
    return _draft(tx, mine, value, Observation(known.level, words or None, known.answered))


def submit(tx: Transaction, round_id: int, at: datetime, by: int) -> Task:
    """Send what is drafted. From now on nothing leads from the answers to the giver, nor back: they
    can be neither changed nor taken back. The round closes when nobody is missing."""
    mine = task(tx, round_id, at, by)
    if mine.missing:
        raise Refused("feedback-incomplete", missing=len(mine.missing))
    fresh = [_row(mine, value, said) for value, said in mine.answers.items()]
    _leave(tx, mine, GiverState.ANSWERED)
    _write_anew(tx, round_id, fresh)
    journal.write(tx, Kind.FEEDBACK_GIVEN, at, round=round_id)
    rounds.close_if_all_answered(tx, mine.asked, at)
    return mine


def decline(tx: Transaction, round_id: int, at: datetime, by: int) -> Task:
    """Nobody has to answer, nor to say why."""
    mine = task(tx, round_id, at, by)
    _leave(tx, mine, GiverState.DECLINED)
    rounds.close_if_all_answered(tx, mine.asked, at)
    return mine


# --- the draft


def _task(tx: Transaction, asked: FeedbackRound, row: FeedbackGiver) -> Task:
    draft = tx.session.get(FeedbackDraft, (row.round_id, row.giver_id))
    return Task(
        row.round_id,
        row.giver_id,
        Relation(row.relation),
        tx.session.get_one(Officer, asked.officer_id),
        asked,
        _read(draft.answers) if draft else {},
    )


def _read(kept: dict[str, Any]) -> dict[Value, Observation]:
    return {value: Observation(*kept[value.value]) for value in Value if value.value in kept}


def _draft(tx: Transaction, mine: Task, value: Value, said: Observation) -> Task:
    mine.answers[value] = said
    kept = {v.value: [one.level, one.example, one.answered] for v, one in mine.answers.items()}
    draft = tx.session.get(FeedbackDraft, (mine.round_id, mine.giver_id))
    draft = draft or FeedbackDraft(round_id=mine.round_id, giver_id=mine.giver_id)
    draft.answers = kept
    tx.session.add(draft)
    tx.session.flush()
    return mine


def _leave(tx: Transaction, mine: Task, state: GiverState) -> None:
    """The draft is deleted; that somebody answered or declined is kept."""
    here = (mine.round_id, mine.giver_id)
    draft = tx.session.get(FeedbackDraft, here)
    if draft is not None:
        tx.session.delete(draft)
    giver = tx.session.get_one(FeedbackGiver, here)
    giver.state = state
    tx.session.add(giver)
    tx.session.flush()


# --- the answers


def _row(mine: Task, value: Value, said: Observation) -> dict[str, Any]:
    leads = mine.relation is Relation.LEADER
    return {
        "round_id": mine.round_id,
        "relation": mine.relation.value,
        "leader_id": mine.giver_id if leads else None,
        "value": value.value,
        "level": said.level,
        "example": said.example,
    }


def _write_anew(tx: Transaction, round_id: int, fresh: Iterable[dict[str, Any]]) -> None:
    """All answers of the round, old and new, in an order and with ids drawn by chance; and all its
    givers: no row is younger than another."""
    mine = _answers.c.round_id == round_id
    columns = [_answers.c[name] for name in _CONTENT]
    kept = [
        dict(row._mapping)
        for row in tx.execute(_answers.select().with_only_columns(*columns).where(mine))
    ]
    every = [*kept, *fresh]
    _CHANCE.shuffle(every)
    tx.execute(delete(_answers).where(mine))
    tx.execute(insert(_answers), [row | {"id": secrets.randbits(ID_BITS)} for row in every])
    touched = update(_givers).where(_givers.c.round_id == round_id)
    tx.execute(touched.values(state=_givers.c.state))
