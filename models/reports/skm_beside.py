"""What stands beside the index: what was received and left out, one-tap ratings, response rates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import exists, func, select

from models import statistics
from models.database import Transaction, table
from models.ratings import invitations, sums
from models.ratings.periods import Period
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse
from models.ratings.tables import (
    Asked,
    Decision,
    Rating,
    RatingCorrection,
    RatingFlag,
    Standing,
)
from models.reports.skm_figures import Excluded, Rates, Received
from models.visits import queries as visit_queries

_ratings, _changes, _flags = table(Rating), table(RatingCorrection), table(RatingFlag)
_responses, _answers = table(SurveyResponse), table(SurveyAnswer)


def ratings(tx: Transaction, unit_id: int, period: Period) -> Received:
    """One-tap ratings: received = counted + excluded (by reason) + withdrawn."""
    found = sums.received(tx, [unit_id], period.first, period.last)
    left = [(row.standing, row.reason, row.id) for row in _left_out(tx, unit_id, period)]
    return _received(found.received, found.counted, found.withdrawn, left)


def questionnaires(
    tx: Transaction, unit_id: int, period: Period, numbers: tuple[int, int, int]
) -> Received:
    """Those with an answer; numbers: received, excluded, withdrawn."""
    received, excluded, withdrawn = numbers
    rows = _left_out(tx, unit_id, period) if excluded or withdrawn else []
    left = [
        (row.standing, row.reason, row.response_id) for row in rows if row.response_id is not None
    ]
    return _received(received, received - excluded - withdrawn, withdrawn, left)


def _received(
    received: int, counted: int, withdrawn: int, left: Iterable[tuple[str, str, int]]
) -> Received:
    by_reason: dict[str, list[int]] = {}
    gone = []
    for standing, reason, id_ in left:
        if standing == Standing.WITHDRAWN:
            gone.append(id_)
        else:
            by_reason.setdefault(reason, []).append(id_)
    excluded = tuple(Excluded(reason, tuple(ids)) for reason, ids in sorted(by_reason.items()))
    return Received(received, counted, withdrawn, excluded, tuple(gone))


def _left_out(tx: Transaction, unit_id: int, period: Period) -> list[Any]:
    """Ratings of the period that do not count, with their reason and questionnaire.

    Found by their corrections, of which there are few, and never by looking at every rating.
    """
    return tx.once(("left out", unit_id, period), lambda: _read_left_out(tx, unit_id, period))


def _read_left_out(tx: Transaction, unit_id: int, period: Period) -> list[Any]:
    changed = select(_changes.c.rating_id).where(
        _changes.c.unit_id == unit_id,
        _changes.c.day.between(period.first, period.last),
        _changes.c.now.in_([Standing.EXCLUDED.value, Standing.WITHDRAWN.value]),
    )
    response = (
        select(_responses.c.id)
        .where(
            _responses.c.rating_id == _ratings.c.id,
            exists().where(_answers.c.response_id == _responses.c.id),
        )
        .scalar_subquery()
    )
    statement = (
        select(
            _ratings.c.id,
            _ratings.c.standing,
            reason_of_rating().label("reason"),
            response.label("response_id"),
        )
        .where(_ratings.c.id.in_(changed), _ratings.c.standing != Standing.COUNTED.value)
        .order_by(_ratings.c.id)
    )
    return list(tx.execute(statement))


def reason_of_rating() -> Any:
    """Why the rating was excluded, by the first flag that was decided so; empty without one."""
    first = (
        select(_flags.c.reason)
        .where(_flags.c.rating_id == _ratings.c.id, _flags.c.decision == Decision.EXCLUDED.value)
        .order_by(_flags.c.decided_at, _flags.c.id)
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(first, "")


# --- response rates


def rates(tx: Transaction, unit_id: int, period: Period) -> Rates:
    """Who answered, of those who could: also answers left out later were given."""
    first, last = period.first, period.last
    ended = visits(tx, unit_id, first, last)
    by_code = sums.received(tx, [unit_id], first, last, Asked.VISIT.value).received
    invited, answered = invitations.response(tx, (unit_id,), first, last)
    return Rates(
        visits=statistics.part(min(by_code, ended), ended) if ended else None,
        invited=statistics.part(answered, invited) if invited else None,
    )


def visits(tx: Transaction, unit_id: int, first: date, last: date) -> int:
    """Visits that ended, however."""
    return visit_queries.response_base(tx, [unit_id], first, last).get(unit_id, 0)
