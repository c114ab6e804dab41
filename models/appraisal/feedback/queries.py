"""What colleagues said of an officer, as the record shows it.

Nothing here asks who reads: `record` does, and whoever builds a sheet has asked already.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, select

from models.appraisal.feedback.tables import (
    FeedbackAnswer,
    FeedbackGiver,
    FeedbackNote,
    FeedbackRound,
    GiverState,
    NoteKind,
    Relation,
    Value,
)
from models.database import Transaction
from models.people import Officer

LEAST = 3  # peers or subordinates, below which nothing of theirs is told
LEVELS = range(1, 5)

Levels = tuple[int, int, int, int]


class Seen(NamedTuple):
    """What those of one relation observed of one value. levels: how many chose 1 to 4; None where
    fewer than `LEAST` did, and then no texts either. The leader is one, by name, and is told."""

    relation: Relation
    levels: Levels | None
    texts: tuple[str, ...]


Summary = tuple[tuple[Value, tuple[Seen, ...]], ...]


@dataclass(frozen=True, slots=True)
class NoteLine:
    """Continuous feedback, signed and dated. result_id, value: what it is about, if it says so."""

    id: int
    by: str
    relation: Relation
    kind: NoteKind
    text: str
    at: datetime
    result_id: int | None
    value: Value | None


def summary(tx: Transaction, officer_id: int, period_id: int, at: datetime) -> Summary:
    """The seven values with what was observed of each; empty before the round is closed.

    Shown while answers still come in, the difference between two looks would be one person's.
    """
    asked = round_of(tx, officer_id, period_id)
    if asked is None or not is_closed(asked, at):
        return ()
    answers: dict[tuple[Value, Relation], list[FeedbackAnswer]] = defaultdict(list)
    for answer in tx.session.exec(
        select(FeedbackAnswer).where(FeedbackAnswer.round_id == asked.id)
    ):
        answers[Value(answer.value), Relation(answer.relation)].append(answer)
    present = _relations(tx, asked)
    return tuple(
        (value, tuple(_seen(relation, answers[value, relation]) for relation in present))
        for value in Value
    )


def notes(tx: Transaction, officer_id: int, start: datetime, end: datetime) -> list[NoteLine]:
    """Praise and advice written in [start, end) and not withdrawn, oldest first."""
    rows = tx.session.exec(
        select(FeedbackNote, Officer.name)
        .join(Officer, col(Officer.id) == FeedbackNote.giver_id)
        .where(
            FeedbackNote.officer_id == officer_id,
            FeedbackNote.at >= start,
            FeedbackNote.at < end,
            col(FeedbackNote.withdrawn_at).is_(None),
        )
        .order_by(col(FeedbackNote.at), col(FeedbackNote.id))
    )
    return [line(note, name) for note, name in rows]


def line(note: FeedbackNote, by: str) -> NoteLine:
    return NoteLine(
        id=note.id or 0,
        by=by,
        relation=Relation(note.relation),
        kind=NoteKind(note.kind),
        text=note.text,
        at=note.at,
        result_id=note.result_id,
        value=None if note.value is None else Value(note.value),
    )


def round_of(tx: Transaction, officer_id: int, period_id: int) -> FeedbackRound | None:
    return tx.session.exec(
        select(FeedbackRound).where(
            FeedbackRound.officer_id == officer_id, FeedbackRound.period_id == period_id
        )
    ).first()


def is_closed(asked: FeedbackRound, at: datetime) -> bool:
    """Whether the term has passed or everybody answered; from then on it can be read."""
    early = asked.closed_at is not None and asked.closed_at <= at
    return early or asked.closes_at <= at


def _relations(tx: Transaction, asked: FeedbackRound) -> Sequence[Relation]:
    """Those of which somebody was asked."""
    found = tx.session.exec(
        select(FeedbackGiver.relation)
        .where(FeedbackGiver.round_id == asked.id, FeedbackGiver.state != GiverState.REPLACED)
        .distinct()
    ).all()
    return [relation for relation in Relation if relation in found]


def _seen(relation: Relation, answers: Iterable[FeedbackAnswer]) -> Seen:
    observed = [answer for answer in answers if answer.level is not None]
    least = 1 if relation is Relation.LEADER else LEAST
    if len(observed) < least:
        return Seen(relation, None, ())
    chosen = Counter(answer.level for answer in observed)
    first, second, third, fourth = (chosen[level] for level in LEVELS)
    return Seen(relation, (first, second, third, fourth), _shuffled(observed))


def _shuffled(answers: Iterable[FeedbackAnswer]) -> tuple[str, ...]:
    """The texts in an order that says nothing: neither that of writing nor that of the ids, and
    the same at every look."""
    texts = [answer.example for answer in answers if answer.example]
    return tuple(sorted(texts, key=lambda text: hashlib.sha256(text.encode()).digest()))
