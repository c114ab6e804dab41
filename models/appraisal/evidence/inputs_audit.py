"""Whether what frozen figures are made of is there, and says what it said then.

A rating may have been changed, excluded or withdrawn since: its corrections tell what it counted as
at the instant of freezing. A case's own times come from the journal, whose chain stands for them;
here it is only asked whether the case is there. What the unit's others had is not held row by row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from models.appraisal.indicators import Inputs, Record, RecordKind
from models.complaints.tables import Case
from models.database import Transaction, table
from models.ratings.ikm import element_scores
from models.ratings.sums import counted_as
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse
from models.ratings.tables import Rating, RatingCorrection, Standing
from models.visits.tables import Visit
from models.worktime import WORKING_UNITS, Duration

PIECE = 5000  # ids in one statement
# A change that was entered with an earlier or the same instant may have been committed just after
# the record was read, and the other way round.
MEANWHILE = timedelta(minutes=5)

ELEMENTS = {
    "satisfaction_competence": "kompetensi",
    "satisfaction_conduct": "perilaku",
    "satisfaction_time": "waktu",
}

_ratings, _corrections, _visits = table(Rating), table(RatingCorrection), table(Visit)
_responses, _answers, _cases = table(SurveyResponse), table(SurveyAnswer), table(Case)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A figure as it was read: what it is of, and made of."""

    id: int
    indicator: str
    inputs: Inputs


@dataclass(frozen=True, slots=True)
class Then:
    """Whose record, and when it was frozen."""

    officer_id: int
    at: datetime


Sources = Mapping[RecordKind, Mapping[int, Any]]


def checked(
    tx: Transaction, officer_id: int, figures: Sequence[Frozen], at: datetime
) -> Iterator[tuple[int, str]]:
    """Id of a figure of this officer, and which of its records is not there or says otherwise."""
    then, sources = Then(officer_id, at), _read(tx, figures)
    for figure in figures:
        for record in figure.inputs.records:
            row = sources[record.kind].get(record.id)
            if row is None:
                yield figure.id, f"{record.kind} {record.id}, which it is made of, is missing"
            elif not _AGREES[record.kind](figure.indicator, record, row, then):
                yield figure.id, f"{record.kind} {record.id} says otherwise than when it was frozen"


def _read(tx: Transaction, figures: Iterable[Frozen]) -> Sources:
    ids: dict[RecordKind, set[int]] = defaultdict(set)
    for figure in figures:
        for record in figure.inputs.records:
            ids[record.kind].add(record.id)
    return {kind: _READ[kind](tx, sorted(ids[kind])) for kind in RecordKind}


def _pieces(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for place in range(0, len(ids), PIECE):
        yield ids[place : place + PIECE]


def _rows(tx: Transaction, columns: Sequence[Any], key: Any, ids: Sequence[int]) -> Iterator[Any]:
    for piece in _pieces(ids):
        yield from tx.execute(select(*columns).where(key.in_(piece)))


# --- reading


@dataclass(frozen=True, slots=True)
class _Rated:
    officer_id: int | None
    counts: str  # now: a column of `RatingSum`
    corrections: tuple[tuple[datetime, str, str], ...]  # when, was, now; oldest first


def _read_ratings(tx: Transaction, ids: Sequence[int]) -> dict[int, _Rated]:
    changed = _corrections.c
    columns = (changed.rating_id, changed.at, changed.was, changed.now, changed.id)
    corrections: dict[int, list[Any]] = defaultdict(list)
    for row in _rows(tx, columns, changed.rating_id, ids):
        corrections[row.rating_id].append(row)
    known = _ratings.c
    rated = (known.id, known.officer_id, known.score, known.standing)
    return {
        row.id: _Rated(
            row.officer_id,
            counted_as(row.standing, row.score),
            tuple(
                (one.at, one.was, one.now)
                for one in sorted(corrections.get(row.id, ()), key=lambda one: (one.at, one.id))
            ),
        )
        for row in _rows(tx, rated, known.id, ids)
    }


def _read_visits(tx: Transaction, ids: Sequence[int]) -> dict[int, Any]:
    known = _visits.c
    columns = (known.id, known.officer_id, known.minutes, known.within, known.promised)
    return {row.id: row for row in _rows(tx, columns, known.id, ids)}


@dataclass(frozen=True, slots=True)
class _Answered:
    officer_id: int | None
    finished_at: datetime | None
    standing: str
    scores: Mapping[str, int]  # by element, in sixtieths


def _read_answers(tx: Transaction, ids: Sequence[int]) -> dict[int, _Answered]:
    given: dict[int, dict[str, int]] = defaultdict(dict)
    columns = (_answers.c.response_id, _answers.c.question, _answers.c.score)
    for row in _rows(tx, columns, _answers.c.response_id, ids):
        given[row.response_id][row.question] = row.score
    found = {}
    for piece in _pieces(ids):
        for row in tx.execute(
            select(
                _responses.c.id,
                _responses.c.finished_at,
                _responses.c.standing,
                _ratings.c.officer_id,
            )
            .join_from(_responses, _ratings, _ratings.c.id == _responses.c.rating_id)
            .where(_responses.c.id.in_(piece))
        ):
            scores = element_scores(given.get(row.id, {}))
            found[row.id] = _Answered(row.officer_id, row.finished_at, row.standing, scores)
    return found


def _read_cases(tx: Transaction, ids: Sequence[int]) -> dict[int, Any]:
    return {row.id: row for row in _rows(tx, (_cases.c.id,), _cases.c.id, ids)}


_READ: Mapping[RecordKind, Callable[[Transaction, Sequence[int]], Mapping[int, Any]]] = {
    RecordKind.RATING: _read_ratings,
    RecordKind.VISIT: _read_visits,
    RecordKind.ANSWER: _read_answers,
    RecordKind.CASE: _read_cases,
}


# --- does it agree


def _rating(_indicator: str, record: Record, row: _Rated, then: Then) -> bool:
    return row.officer_id == then.officer_id and f"n{record.score:.0f}" in counted(row, then.at)


def counted(row: _Rated, at: datetime) -> Collection[str]:
    """What a rating counted as at an instant, or shortly after it."""
    later = [one for one in row.corrections if one[0] > at]
    then = later[0][1] if later else row.counts
    around = (one for one in row.corrections if abs(one[0] - at) <= MEANWHILE)
    return {then, *(state for _, was, now in around for state in (was, now))}


def _visit(_indicator: str, record: Record, row: Any, then: Then) -> bool:
    if row.officer_id != then.officer_id:
        return False
    if record.score is not None and (row.within is None or record.score != float(row.within)):
        return False
    return record.minutes is None or not _open_time(row.promised) or record.minutes == row.minutes


def _open_time(promised: str) -> bool:
    """Else the visit keeps its minutes in another kind of time than the figure."""
    return not promised or Duration.parse(promised).unit in WORKING_UNITS


def _answer(indicator: str, record: Record, row: _Answered, then: Then) -> bool:
    """Until a questionnaire is finished its answers may change."""
    if row.officer_id != then.officer_id:
        return False
    settled = row.finished_at is not None and row.finished_at <= then.at - MEANWHILE
    if not settled or row.standing != Standing.COUNTED:
        return True
    return row.scores.get(ELEMENTS[indicator]) == record.score


def _case(_indicator: str, _record: Record, _row: Any, _then: Then) -> bool:
    return True


_AGREES: Mapping[RecordKind, Callable[[str, Record, Any, Then], bool]] = {
    RecordKind.RATING: _rating,
    RecordKind.VISIT: _visit,
    RecordKind.ANSWER: _answer,
    RecordKind.CASE: _case,
}
