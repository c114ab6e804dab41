"""What can happen to a questionnaire in the chat: begun after a rating, answered, finished.

Each change keeps the daily sums in the same transaction. It is open for 30 days, so that it may be
taken up again; while open every answer may be changed. It takes no words at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete
from sqlalchemy import select as select_columns
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from models import journal, offices
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.ratings import instruments, survey_sums
from models.ratings.instruments import Form
from models.ratings.survey_tables import Medium, SurveyAnswer, SurveyResponse
from models.ratings.tables import SCORES, Rating, Standing

OPEN_FOR = timedelta(days=30)  # from its beginning; and after a rating one may be begun

# PermenPANRB 14/2017 asks for these; every one may be skipped
PROFILE: dict[str, tuple[str, ...]] = {
    "sex": ("female", "male"),
    "age": ("under-20", "20-29", "30-39", "40-49", "50-59", "60-up"),
    "education": ("SD", "SMP", "SMA", "D3", "S1", "S2", "S3"),
    "occupation": ("PNS", "TNI", "POLRI", "swasta", "wirausaha", "lainnya"),
}

SERVICE = "service"

_answers, _responses, _units = table(SurveyAnswer), table(SurveyResponse), table(Unit)
_BEGUN = (
    select_columns(_responses.c.id, _units.c.name)
    .join_from(_responses, _units, _units.c.id == _responses.c.unit_id)
    .where(
        _responses.c.rater == bindparam("rater"),
        _responses.c.finished_at.is_(None),
        _responses.c.started_at > bindparam("since"),
        _responses.c.standing != Standing.WITHDRAWN.value,
    )
    .order_by(_responses.c.started_at.desc())
    .limit(1)
)
_OF_RESPONSE = select_columns(_answers.c.question, _answers.c.score).where(
    _answers.c.response_id == bindparam("response_id")
)
_ADDING = insert(_answers).values(
    {name: bindparam(name) for name in ("response_id", "question", "score")}
)
_ANSWER = _ADDING.on_conflict_do_update(
    index_elements=[_answers.c.response_id, _answers.c.question],
    set_={"score": _ADDING.excluded.score},
)
_SKIP = delete(_answers).where(
    _answers.c.response_id == bindparam("the_response"),
    _answers.c.question == bindparam("the_question"),
)


@dataclass(frozen=True, slots=True)
class Begun:
    """A questionnaire that may be taken up again."""

    response_id: int
    unit: str  # its name


@dataclass(frozen=True, slots=True)
class Survey:
    """A questionnaire as it stands."""

    response: SurveyResponse
    form: Form
    answers: dict[str, int]  # by question

    @property
    def id(self) -> int:
        return self.response.id or 0

    @property
    def place(self) -> int:
        """Where to go on: the question (from 0) after the last one answered."""
        return max((self.after(key) for key in self.answers), default=0)

    def after(self, question: str) -> int:
        """The place of the question that follows this one."""
        return [known.key for known in self.form.questions].index(question) + 1


def begin(tx: Transaction, rating_id: int, rater: str, at: datetime) -> Survey:
    """The questionnaire of one's own rating: a new one, or the one begun before."""
    rating = _own_rating(tx, rating_id, rater)
    begun = of_rating(tx, rating_id)
    if begun is not None:
        return load(tx, begun.id or 0, rater, at)
    if at - rating.at >= OPEN_FOR:
        raise Refused("survey-too-old", days=OPEN_FOR.days)
    form = instruments.current(tx, rating.unit_id, at)
    made = SurveyResponse(
        unit_id=rating.unit_id,
        day=rating.day,
        medium=Medium.CHAT,
        rating_id=rating_id,
        rater=rater,
        instrument_id=form.instrument_id,
        service_id=rating.service_id,
        standing=rating.standing,
        started_at=at,
    )
    tx.session.add(made)
    tx.session.flush()
    return Survey(made, form, {})


def of_rating(tx: Transaction, rating_id: int) -> SurveyResponse | None:
    """The questionnaire that belongs to a rating, also a finished one."""
    belonging = select(SurveyResponse).where(SurveyResponse.rating_id == rating_id)
    return tx.session.exec(belonging).first()


def resume(tx: Transaction, rater: str, at: datetime) -> Begun | None:
    """The person's newest questionnaire that is not finished and still open."""
    row = tx.execute(_BEGUN, {"rater": rater, "since": at - OPEN_FOR}).first()
    return None if row is None else Begun(row.id, row.name)


def load(tx: Transaction, response_id: int, rater: str, at: datetime) -> Survey:
    """One's own open questionnaire, held until the transaction ends; refuses any other."""
    held = (
        select(SurveyResponse)
        .where(SurveyResponse.id == response_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    response = tx.session.exec(held).first()
    if response is None or response.rater not in (rater, None):
        raise Refused("not-for-you")
    if response.finished_at is not None or response.rater is None:
        raise Refused("survey-finished")
    if response.standing == Standing.WITHDRAWN:
        raise Refused("survey-withdrawn")
    if at - response.started_at >= OPEN_FOR:
        raise Refused("survey-too-old", days=OPEN_FOR.days)
    return Survey(
        response, instruments.by_id(tx, response.instrument_id), _answers_of(tx, response_id)
    )


def answer(
    tx: Transaction, response_id: int, rater: str, question: str, score: int, at: datetime
) -> Survey:
    """Answer a question with 1 to 4, or change what was answered."""
    if score not in SCORES:
        raise Refused("score-unknown")

    def answered(survey: Survey) -> dict[str, int]:
        tx.execute(_ANSWER, {"response_id": survey.id, "question": question, "score": score})
        return survey.answers | {question: score}

    return _answering(tx, load(tx, response_id, rater, at), question, answered)


def skip(tx: Transaction, response_id: int, rater: str, question: str, at: datetime) -> Survey:
    """Leave a question without an answer, also when it had one."""

    def skipped(survey: Survey) -> dict[str, int]:
        tx.execute(_SKIP, {"the_response": survey.id, "the_question": question})
        return {key: score for key, score in survey.answers.items() if key != question}

    return _answering(tx, load(tx, response_id, rater, at), question, skipped)


def _answering(
    tx: Transaction, survey: Survey, question: str, change: Callable[[Survey], dict[str, int]]
) -> Survey:
    if all(question != known.key for known in survey.form.questions):
        raise Refused("not-for-you")
    changed = Survey(survey.response, survey.form, change(survey))
    _add(tx, survey, _contribution(survey), _contribution(changed))
    return changed


def describe(
    tx: Transaction, response_id: int, rater: str, field: str, value: str | None, at: datetime
) -> Survey:
    """Something the person tells of themself: a value of `PROFILE`, or the id of the service they
    received, where the visit does not tell. None: rather not."""
    survey = load(tx, response_id, rater, at)
    column, kept = _described(tx, survey, field, value)
    before = _contribution(survey)
    setattr(survey.response, column, kept)
    tx.session.flush()
    _add(tx, survey, before, _contribution(survey))
    return survey


def _described(
    tx: Transaction, survey: Survey, field: str, value: str | None
) -> tuple[str, str | int | None]:
    """The column and what to keep in it."""
    if field == SERVICE:
        if served(tx, survey.response):
            raise Refused("not-for-you")
        return "service_id", None if value is None else _service(tx, survey, int(value))
    if field not in PROFILE or value not in (*PROFILE[field], None):
        raise Refused("not-for-you")
    return field, value


def _service(tx: Transaction, survey: Survey, service_id: int) -> int:
    if offices.service(tx, service_id).unit_id != survey.response.unit_id:
        raise Refused("not-for-you")
    return service_id


def served(tx: Transaction, response: SurveyResponse) -> bool:
    """Whether the visit tells the service."""
    rating = tx.session.get(Rating, response.rating_id)
    return rating is not None and rating.service_id is not None


def finish(tx: Transaction, response_id: int, rater: str, at: datetime) -> Survey:
    """Close it: nobody changes it any more."""
    survey = load(tx, response_id, rater, at)
    survey.response.finished_at = at
    survey.response.rater = None
    tx.session.flush()
    journal.write(
        tx,
        Kind.SURVEY_FINISHED,
        at,
        unit_id=survey.response.unit_id,
        rating_id=survey.response.rating_id,
        answers=len(survey.answers),
    )
    return survey


def follow(tx: Transaction, rating_id: int, was: str, now: str) -> None:
    """A rating is counted, excluded or withdrawn from now on: so is its questionnaire."""
    if was == now:
        return
    held = (
        select(SurveyResponse)
        .where(SurveyResponse.rating_id == rating_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    response = tx.session.exec(held).first()
    if response is None:
        return
    form = instruments.by_id(tx, response.instrument_id)
    survey = Survey(response, form, _answers_of(tx, response.id or 0))
    before = _contribution(survey)
    response.standing = str(now)
    tx.session.flush()
    _add(tx, survey, before, _contribution(survey))


def _own_rating(tx: Transaction, rating_id: int, rater: str) -> Rating:
    """Held, so that what it counts as stays the same while its questionnaire is made."""
    held = (
        select(Rating)
        .where(Rating.id == rating_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    rating = tx.session.exec(held).first()
    if rating is None or rating.rater != rater:
        raise Refused("not-for-you")
    if rating.standing == Standing.WITHDRAWN:
        raise Refused("survey-withdrawn")
    return rating


def _answers_of(tx: Transaction, response_id: int) -> dict[str, int]:
    rows = tx.execute(_OF_RESPONSE, {"response_id": response_id})
    return {row.question: row.score for row in rows}


def _contribution(survey: Survey) -> survey_sums.Change:
    return survey_sums.contribution(survey.response, survey.answers, survey.form.keys)


def _add(
    tx: Transaction, survey: Survey, before: survey_sums.Change, after: survey_sums.Change
) -> None:
    response: Any = survey.response
    change = survey_sums.difference(before, after)
    survey_sums.add_all(tx, response.unit_id, response.day, change)
