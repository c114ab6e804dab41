"""Citizens' answers to a question, and what is told of them.

One of a person, by pseudonym, changeable and removable while the question is open. Once the result
has been told, the pseudonyms are replaced by marks without meaning.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, func, select

from models import entries, journal, people
from models.database import Transaction
from models.errors import Refused
from models.forum import questions
from models.forum.tables import ForumAnswer, ForumQuestion, QuestionKind
from models.journal import Kind
from models.people import Role
from models.small_numbers import SMALLEST, disclosed

LEAST, MOST = 3, 500  # characters of an answer in own words
AT_ONCE = 20  # questions in one transaction


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is told of a question. n None: nobody or so few that nothing is told.

    counts: by option, None where so few chose it that they might be known. texts: in an order that
    says nothing; for the staff, not for citizens.
    """

    question: ForumQuestion
    n: int | None
    counts: tuple[int | None, ...]
    texts: tuple[str, ...]


def choose(tx: Transaction, question_id: int, rater: str, option: int, at: datetime) -> None:
    """One of the options, by its place from 0; instead of what this person chose before."""
    question = _open(tx, question_id, at)
    if question.kind != QuestionKind.CHOICE or option not in range(len(question.options)):
        raise Refused("button-old")
    _put(tx, question, rater, at, choice=option)


def tell(tx: Transaction, question_id: int, rater: str, text: str, at: datetime) -> None:
    """An answer in own words, masked beforehand; instead of the one before."""
    question = _open(tx, question_id, at)
    if question.kind != QuestionKind.OPEN:
        raise Refused("button-old")
    _put(tx, question, rater, at, text=entries.words(text, LEAST, MOST))


def withdraw(tx: Transaction, question_id: int, rater: str, at: datetime) -> None:
    """Take the answer out again, as long as the question is open."""
    question = _open(tx, question_id, at)
    answer = of_rater(tx, question_id, rater)
    if answer is None:
        raise Refused("forum-no-answer")
    tx.session.delete(answer)
    tx.session.flush()
    _enter(tx, question, at, "withdrawn")


def of_rater(tx: Transaction, question_id: int, rater: str) -> ForumAnswer | None:
    return tx.session.exec(
        select(ForumAnswer).where(
            ForumAnswer.question_id == question_id, ForumAnswer.rater == rater
        )
    ).first()


def number(tx: Transaction, question_id: int) -> int:
    """How many have answered; for who asked, while the question is open."""
    counting = select(func.count()).where(ForumAnswer.question_id == question_id)
    return tx.session.exec(counting).one()


def outcome(tx: Transaction, question_id: int, at: datetime) -> Outcome:
    """What everybody may know of a closed question: the counts, and no words."""
    question = questions.one(tx, question_id)
    if not questions.is_closed(question, at):
        raise Refused("forum-still-open")
    return _outcome(question, _answers(tx, question_id), words=False)


def outcome_for_staff(tx: Transaction, question_id: int, at: datetime, by: int) -> Outcome:
    """With the words, for who leads the place."""
    question = questions.led(tx, question_id, at, by)
    if not questions.is_closed(question, at):
        raise Refused("forum-still-open")
    return _outcome(question, _answers(tx, question_id), words=True)


# --- what the clock does


def closed_now(tx: Transaction, at: datetime) -> list[ForumQuestion]:
    """Questions that have closed and whose result nobody was told yet; each once."""
    statement = select(ForumQuestion).where(
        ForumQuestion.closes_at <= at, col(ForumQuestion.told_at).is_(None)
    )
    found = list(tx.session.exec(statement.order_by(col(ForumQuestion.id)).limit(AT_ONCE)))
    for question in found:
        question.told_at = at
        _forget_raters(tx, question.id or 0, question.closes_at)
        journal.write(
            tx,
            Kind.FORUM_CLOSED,
            at,
            unit_id=question.unit_id,
            question=question.id,
            step="told",
        )
    return found


def readers(tx: Transaction, question: ForumQuestion, at: datetime) -> list[int]:
    """Who is told of the result, people.id: who opened it, and the heads of the place."""
    units = [question.unit_id]
    if question.unit_id is None:
        units += [unit.id for unit in questions.units_of(tx, question)]
    heads = [
        head.person_id
        for unit_id in units
        for head in people.holders(tx, Role.HEAD, at, unit_id=unit_id, office_id=question.office_id)
    ]
    return list(dict.fromkeys(one for one in [question.opened_by, *heads] if one is not None))


def _forget_raters(tx: Transaction, question_id: int, closed_at: datetime) -> None:
    """Nobody needs to know from whom an answer came, nor when, once it can change no more."""
    for answer in _answers(tx, question_id):
        answer.rater, answer.at = secrets.token_hex(16), closed_at
        tx.session.add(answer)
    tx.session.flush()


# --- the rest


def _open(tx: Transaction, question_id: int, at: datetime) -> ForumQuestion:
    question = questions.one(tx, question_id)
    if questions.is_closed(question, at):
        raise Refused("forum-closed")
    return question


def _put(
    tx: Transaction,
    question: ForumQuestion,
    rater: str,
    at: datetime,
    *,
    choice: int | None = None,
    text: str | None = None,
) -> None:
    found = of_rater(tx, question.id or 0, rater)
    answer = found or ForumAnswer(question_id=question.id or 0, rater=rater, at=at)
    answer.choice, answer.text, answer.at = choice, text, at
    tx.session.add(answer)
    tx.session.flush()
    _enter(tx, question, at, "changed" if found else "answered")


def _enter(tx: Transaction, question: ForumQuestion, at: datetime, step: str) -> None:
    """By nobody that is named."""
    journal.write(
        tx, Kind.FORUM_ANSWERED, at, unit_id=question.unit_id, question=question.id, step=step
    )


def _answers(tx: Transaction, question_id: int) -> Sequence[ForumAnswer]:
    return tx.session.exec(select(ForumAnswer).where(ForumAnswer.question_id == question_id)).all()


def _outcome(question: ForumQuestion, answers: Sequence[ForumAnswer], *, words: bool) -> Outcome:
    if len(answers) < SMALLEST:
        return Outcome(question, None, (None,) * len(question.options), ())
    chosen = Counter(answer.choice for answer in answers)
    counts = disclosed({place: chosen[place] for place in range(len(question.options))})
    texts = [answer.text for answer in answers if answer.text] if words else []
    texts.sort(key=lambda text: hashlib.sha256(text.encode()).digest())
    return Outcome(question, len(answers), tuple(counts.values()), tuple(texts))
