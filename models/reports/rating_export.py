"""The rows behind the figures of a unit and a period: questionnaires and one-tap ratings.

Everything received stands here, also what does not count, with its standing and reason, so that
every published figure can be computed anew from these rows alone. Nothing tells who it was: no
pseudonym, no hour, and of a questionnaire nothing about the respondent. A withdrawn row keeps its
id and nothing else of what was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import select

from models.database import Transaction, table
from models.offices import Service
from models.ratings import instruments
from models.ratings.ikm import element_of
from models.ratings.periods import Period
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse
from models.ratings.tables import Rating, Standing
from models.reports.skm_beside import reason_of_rating

BATCH = 1000  # rows read at once
PAPER = "paper"  # the channel of a questionnaire that was entered from a sheet

_ratings, _responses, _answers = table(Rating), table(SurveyResponse), table(SurveyAnswer)
_services = table(Service)


@dataclass(frozen=True, slots=True)
class QuestionnaireRow:
    """One questionnaire with at least one answer. scores: by question; empty when withdrawn."""

    id: int
    rating_id: int | None
    day: date
    channel: str  # of `Asked`, or paper
    instrument: int  # its version
    standing: str
    reason: str  # why it was excluded
    complete: bool
    scores: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One one-tap rating. score, why and comment are empty when withdrawn."""

    id: int
    day: date
    channel: str  # of `Asked`
    service: int | None
    score: int | None
    standing: str
    reason: str
    why: str  # the aspect behind a low score
    comment: str  # redacted; empty of what may not be quoted, and of what does not count


def questions(tx: Transaction, unit_id: int, period: Period) -> tuple[str, ...]:
    """Every question that was answered in the period, in the order of the questionnaire."""
    used = (
        select(_answers.c.question)
        .join(_responses, _responses.c.id == _answers.c.response_id)
        .where(*_of_unit(_responses, unit_id, period))
        .distinct()
    )
    asked = [row.question for row in tx.execute(used)]
    keys = [element.key for element in instruments.BUILT_IN.elements]
    return tuple(sorted(asked, key=lambda key: (keys.index(element_of(key)), key)))


def questionnaires(tx: Transaction, unit_id: int, period: Period) -> Iterator[QuestionnaireRow]:
    """In the order of their ids."""
    rows = (
        select(
            _responses.c.id,
            _responses.c.rating_id,
            _responses.c.day,
            _responses.c.medium,
            _responses.c.instrument_id,
            _responses.c.standing,
            _ratings.c.asked,
            reason_of_rating().label("reason"),
            _answers.c.question,
            _answers.c.score,
        )
        .join(_answers, _answers.c.response_id == _responses.c.id)
        .outerjoin(_ratings, _ratings.c.id == _responses.c.rating_id)
        .where(*_of_unit(_responses, unit_id, period))
        .order_by(_responses.c.id)
        .execution_options(yield_per=BATCH)
    )
    for _, answers in groupby(tx.execute(rows), key=lambda row: row.id):
        yield _questionnaire(tx, list(answers))


def _questionnaire(tx: Transaction, answers: list[Any]) -> QuestionnaireRow:
    row = answers[0]
    form = instruments.by_id(tx, row.instrument_id)
    scores = {answer.question: answer.score for answer in answers}
    withdrawn = row.standing == Standing.WITHDRAWN
    return QuestionnaireRow(
        id=row.id,
        rating_id=row.rating_id,
        day=row.day,
        channel=row.asked or PAPER,
        instrument=form.version,
        standing=row.standing,
        reason=_reason(row),
        complete=not withdrawn and {element_of(key) for key in scores} >= {*form.keys},
        scores={} if withdrawn else scores,
    )


def ratings(tx: Transaction, unit_id: int, period: Period) -> Iterator[RatingRow]:
    """In the order of their ids."""
    names = ("id", "day", "asked", "service_id", "score", "standing", "why", "reading")
    rows = (
        select(*(_ratings.c[name] for name in names), reason_of_rating().label("reason"))
        .where(*_of_unit(_ratings, unit_id, period))
        .order_by(_ratings.c.id)
        .execution_options(yield_per=BATCH)
    )
    for row in tx.execute(rows):
        yield _rating(row)


def services(tx: Transaction, unit_id: int) -> dict[int, str]:
    """Names of the unit's services by id, also of those it no longer gives."""
    rows = tx.execute(
        select(_services.c.id, _services.c.name).where(_services.c.unit_id == unit_id)
    )
    return {row.id: row.name for row in rows}


def _rating(row: Any) -> RatingRow:
    told = row.standing != Standing.WITHDRAWN
    return RatingRow(
        id=row.id,
        day=row.day,
        channel=row.asked,
        service=row.service_id,
        score=row.score if told else None,
        standing=row.standing,
        reason=_reason(row),
        why=(row.why or "") if told else "",
        comment=_comment(row),
    )


def _reason(row: Any) -> str:
    return row.reason if row.standing == Standing.EXCLUDED else ""


def _comment(row: Any) -> str:
    """Quoted only of a rating that counts, and never of who speaks of bribes or was abusive."""
    reading = row.reading or {}
    if row.standing != Standing.COUNTED or reading.get("corruption") or reading.get("abuse"):
        return ""
    return str(reading.get("redacted", ""))


def _of_unit(rows: Any, unit_id: int, period: Period) -> list[Any]:
    return [rows.c.unit_id == unit_id, rows.c.day.between(period.first, period.last)]
