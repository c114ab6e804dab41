"""The rows behind the survey's figures as cells: for the sheet of data and for CSV alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import nlp
from handlers import skm_words as words
from handlers.message import Text
from models.reports.rating_export import QuestionnaireRow, RatingRow

Row = Sequence[Any]
_QUESTIONNAIRE = (
    "id", "rating-id", "day", "asked", "instrument", "standing", "reason", "complete",
)  # fmt: skip
_RATING = ("id", "day", "asked", "service", "score", "standing", "reason", "why", "comment")
_YES_NO = {True: Text("value-yes"), False: Text("value-no")}


def questionnaire_columns(questions: Sequence[str]) -> list[Text | str]:
    """The scores stand under the key of their question."""
    return [*(Text(f"skm-column-{name}") for name in _QUESTIONNAIRE), *questions]


def questionnaire_row(row: QuestionnaireRow, questions: Sequence[str]) -> Row:
    """Ids are words: nothing is to be computed with them."""
    return (
        str(row.id),
        "" if row.rating_id is None else str(row.rating_id),
        row.day,
        words.asked(row.channel),
        str(row.instrument),
        Text(f"skm-standing-{row.standing}"),
        _reason(row),
        _YES_NO[row.complete],
        *(row.scores.get(question) for question in questions),
    )


def rating_columns() -> list[Text | str]:
    return [Text(f"skm-column-{name}") for name in _RATING]


def rating_row(row: RatingRow, services: Mapping[int, str]) -> Row:
    service = "" if row.service is None else services.get(row.service, str(row.service))
    return (
        str(row.id),
        row.day,
        words.asked(row.channel),
        service,
        row.score,
        Text(f"skm-standing-{row.standing}"),
        _reason(row),
        Text(f"why-{row.why}") if row.why else "",
        nlp.mask(row.comment).text if row.comment else "",  # also what was kept before masking
    )


def _reason(row: QuestionnaireRow | RatingRow) -> Text | str:
    return words.reason(row.reason) if row.standing == "excluded" else ""
