"""A citizen's own rating as the chat shows it: read in one statement, since every rating does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from models.database import Transaction, table
from models.errors import Refused
from models.offices import Unit
from models.ratings.survey_tables import SurveyResponse
from models.ratings.tables import Rating, Standing

_ratings, _units, _responses = table(Rating), table(Unit), table(SurveyResponse)
_COLUMNS = ("id", "unit_id", "counter_id", "score", "standing", "why", "at", "reading")
_OWN = (
    select(
        *(_ratings.c[name] for name in _COLUMNS),
        _ratings.c.commented_at,
        _units.c.name.label("unit"),
        _responses.c.id.label("survey_id"),
        _responses.c.finished_at.label("survey_finished_at"),
    )
    .join_from(_ratings, _units, _units.c.id == _ratings.c.unit_id)
    .outerjoin(_responses, _responses.c.rating_id == _ratings.c.id)
    .where(_ratings.c.id == bindparam("rating_id"), _ratings.c.rater == bindparam("rater"))
)


@dataclass(frozen=True, slots=True)
class OwnRating:
    """What the person who gave it may see and do with it."""

    id: int
    unit_id: int
    unit: str  # its name, also of one that has closed since
    counter_id: int | None
    score: int
    why: str | None
    at: datetime
    commented: bool
    reading: dict[str, Any]  # of the comment
    survey_id: int | None  # the questionnaire begun after it
    survey_finished: bool


def rating(tx: Transaction, rater: str, rating_id: int) -> OwnRating:
    """Refuses anybody else's, and one that was taken back."""
    row = tx.execute(_OWN, {"rater": rater, "rating_id": rating_id}).first()
    if row is None:
        raise Refused("not-for-you")
    if row.standing == Standing.WITHDRAWN:
        raise Refused("rating-is-withdrawn")
    return OwnRating(
        row.id,
        row.unit_id,
        row.unit,
        row.counter_id,
        row.score,
        row.why,
        row.at,
        row.commented_at is not None,
        row.reading or {},
        row.survey_id,
        row.survey_finished_at is not None,
    )
