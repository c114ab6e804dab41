"""The daily sums of the survey: kept with each answer, read for every figure, made anew from rows.

What a questionnaire adds follows from itself alone (`contribution`), so that any change of it adds
the difference of two contributions, and a rebuild adds them all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from sqlalchemy import ColumnElement, bindparam, case, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from models.database import Transaction, table
from models.ratings import instruments
from models.ratings.ikm import ELEMENTS, UNIT, element_scores
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse, SurveySum
from models.ratings.tables import Standing
from models.statistics import Moments

INDEX, RECEIVED, COMPLETE = "index", "received", "complete"
PROFILE = ("sex", "age", "education", "occupation")  # keys "sex:female", …; and "service:<id>"
BATCH = 2000  # rows of a rebuild written at once

Units = int | Collection[int] | None
"""A unit, several, or (None) all."""

Change = Mapping[str, Moments]
"""What is added by key of the sums."""

NOTHING = Moments()

_sums, _responses, _answers = table(SurveySum), table(SurveyResponse), table(SurveyAnswer)


class Counted(Protocol):
    """What a questionnaire is counted by: a `SurveyResponse` or a row of its table."""

    @property
    def medium(self) -> str: ...
    @property
    def standing(self) -> str: ...
    @property
    def service_id(self) -> int | None: ...
    @property
    def sex(self) -> str | None: ...
    @property
    def age(self) -> str | None: ...
    @property
    def education(self) -> str | None: ...
    @property
    def occupation(self) -> str | None: ...


def contribution(
    response: Counted, answers: Mapping[str, int], elements: Collection[str]
) -> dict[str, Moments]:
    """What a questionnaire adds to the sums of its unit and day; nothing before its first answer.

    answers: scores by question; elements: of its instrument. Only what counts has scores.
    """
    if not answers:
        return {}
    if response.standing != Standing.COUNTED:
        return dict.fromkeys((RECEIVED, str(response.standing)), _one())
    scores = element_scores(answers)
    found = {key: _one(score) for key, score in scores.items()}
    found |= dict.fromkeys(_numbers(response), _one())
    if scores.keys() >= {*elements}:
        found[COMPLETE] = _one()
        found[INDEX] = _one(index([scores[key] for key in elements]))
    return found


def index(scores: Collection[int]) -> int:
    """The mean of elements' scores (in sixtieths) in 1/3600, to the nearest, half up."""
    return (2 * UNIT * sum(scores) + len(scores)) // (2 * len(scores))


def _numbers(response: Counted) -> Iterator[str]:
    yield RECEIVED
    yield f"medium:{response.medium}"
    if response.service_id is not None:
        yield f"service:{response.service_id}"
    for name in PROFILE:
        value = getattr(response, name)
        if value is not None:
            yield f"{name}:{value}"


def _one(score: int = 0) -> Moments:
    return Moments.of([score])


def difference(before: Change, after: Change) -> dict[str, Moments]:
    """What must be added to the sums when a contribution becomes another."""
    keys = before.keys() | after.keys()
    found = {key: after.get(key, NOTHING) - before.get(key, NOTHING) for key in keys}
    return {key: more for key, more in found.items() if more != NOTHING}


def add(
    tx: Transaction, unit_id: int, day: date, key: str, n: int, total: int = 0, squares: int = 0
) -> None:
    """Add to one sum; numbers below 0 take away."""
    add_all(tx, unit_id, day, {key: Moments(n, total, squares)})


def add_all(tx: Transaction, unit_id: int, day: date, change: Change) -> None:
    """Add to several sums; in the order of keys, so that writers never wait for each other in a
    circle."""
    rows = [
        {"unit_id": unit_id, "day": day, "key": key}
        | {"n": more.n, "total": more.total, "squares": more.squares}
        for key, more in sorted(change.items())
    ]
    if rows:
        tx.execute(_ADD, rows, flush=False)


def _adding() -> Any:
    numbers = ("n", "total", "squares")
    added = insert(_sums).values(
        {name: bindparam(name) for name in ("unit_id", "key", "day", *numbers)}
    )
    return added.on_conflict_do_update(
        index_elements=[_sums.c.unit_id, _sums.c.key, _sums.c.day],
        set_={name: _sums.c[name] + added.excluded[name] for name in numbers},
    )


_ADD = _adding()


def moments(
    tx: Transaction, units: Units, first: date, last: date, keys: Collection[str] | None = None
) -> dict[str, Moments]:
    """Every sum in which there is something, by key, from `first` to `last`, both included.

    Scores of elements are in sixtieths, "index" in 1/3600; see `SurveySum` for the keys.
    """
    wanted = [_sums.c.key.in_(list(keys))] if keys is not None else []
    found = select(_sums.c.key, *_totals()).where(*_within(units, first, last), *wanted)
    return {row.key: _moments(row) for row in tx.execute(found.group_by(_sums.c.key)) if row.n}


def moments_of(
    tx: Transaction, units: Units, spans: Sequence[tuple[date, date]], keys: Collection[str]
) -> list[dict[str, Moments]]:
    """The same for several spans of days that do not overlap, first and last included, at once."""
    place = case(
        *((_sums.c.day.between(*span), place) for place, span in enumerate(spans)), else_=-1
    ).label("place")
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    found = select(place, _sums.c.key, *_totals()).where(
        *_within(units, first, last), _sums.c.key.in_(list(keys))
    )
    told: list[dict[str, Moments]] = [{} for _ in spans]
    for row in tx.execute(found.group_by(place, _sums.c.key)):
        if row.n and row.place >= 0:
            told[row.place][row.key] = _moments(row)
    return told


def numbers(
    tx: Transaction, units: Units, first: date, last: date, keys: Collection[str] | None = None
) -> dict[str, int]:
    """How many questionnaires there are under each key, where there are any."""
    return {key: one.n for key, one in moments(tx, units, first, last, keys).items()}


def elements(tx: Transaction, units: Units, first: date, last: date) -> dict[str, Moments]:
    """The sums of the elements alone, in the official order."""
    found = moments(tx, units, first, last, ELEMENTS)
    return {key: found[key] for key in ELEMENTS if key in found}


def by_unit(
    tx: Transaction, units: Units, first: date, last: date, keys: Collection[str]
) -> dict[int, dict[str, Moments]]:
    """The sums under these keys of each unit that has any."""
    columns = (_sums.c.unit_id, _sums.c.key)
    found = select(*columns, *_totals()).where(
        *_within(units, first, last), _sums.c.key.in_(list(keys))
    )
    told: dict[int, dict[str, Moments]] = {}
    for row in tx.execute(found.group_by(*columns)):
        if row.n:
            told.setdefault(row.unit_id, {})[row.key] = _moments(row)
    return told


def _totals() -> list[ColumnElement[int]]:
    return [
        func.coalesce(func.sum(_sums.c[name]), 0).label(name) for name in ("n", "total", "squares")
    ]


def _within(units: Units, first: date, last: date) -> list[ColumnElement[bool]]:
    days = _sums.c.day.between(first, last)
    if units is None:
        return [days]
    if isinstance(units, int):
        return [_sums.c.unit_id == units, days]
    return [_sums.c.unit_id.in_(list(units)), days]


def _moments(row: Any) -> Moments:
    return Moments(int(row.n), int(row.total), int(row.squares))


def rebuild(tx: Transaction) -> int:
    """Make every sum anew from the questionnaires; returns how many sums there are.

    Sums that are nothing are left out; those kept day by day may stand at nothing.
    """
    found: dict[tuple[int, str, date], Moments] = {}
    for response, answers in _questionnaires(tx):
        form = instruments.by_id(tx, response.instrument_id)
        for key, more in contribution(response, answers, form.keys).items():
            place = (response.unit_id, key, response.day)
            found[place] = found.get(place, NOTHING) + more
    tx.execute(delete(_sums))
    rows = [_row(place, sums) for place, sums in found.items()]
    for start in range(0, len(rows), BATCH):
        tx.execute(_sums.insert(), rows[start : start + BATCH])
    return len(rows)


def _row(place: tuple[int, str, date], sums: Moments) -> dict[str, Any]:
    unit_id, key, day = place
    return {"unit_id": unit_id, "key": key, "day": day} | {
        "n": sums.n,
        "total": sums.total,
        "squares": sums.squares,
    }


def _questionnaires(tx: Transaction) -> Iterator[tuple[Any, dict[str, int]]]:
    """Each response that has answers, with them."""
    together = (
        select(_responses, _answers.c.question, _answers.c.score)
        .join(_answers, _answers.c.response_id == _responses.c.id)
        .order_by(_responses.c.id)
        .execution_options(yield_per=1000)
    )
    response, answers = None, dict[str, int]()
    for row in tx.execute(together):
        if response is not None and row.id != response.id:
            yield response, answers
            answers = {}
        response = row
        answers[row.question] = row.score
    if response is not None:
        yield response, answers
