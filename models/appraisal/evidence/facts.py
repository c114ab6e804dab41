"""The facts of a unit and period, each with who served or held it then, read in few statements.

Facts of a unit are those of its people and what nobody held; a figure of a person is made of that
person's alone (`figures`). What was excluded, withdrawn or taken back is not here, and supervisory
cases never are. Nothing here says who a citizen was, or what anybody wrote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, or_, select

from models import offices
from models.appraisal.evidence import cases
from models.appraisal.evidence.cases import CaseFact, Served
from models.appraisal.indicators import RecordKind
from models.complaints import access, history
from models.complaints.history import CaseAt
from models.complaints.tables import Case
from models.database import Transaction, table
from models.journal import JournalEntry, Kind
from models.local_days import midnight
from models.offices import Unit
from models.people import Appointment
from models.ratings.ikm import element_scores
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse
from models.ratings.tables import Rating, Standing
from models.visits import timing
from models.visits.tables import Outcome, Visit, VisitPause
from models.worktime import WORKING_UNITS, Calendar, Duration, Pause, worked

ELEMENTS = ("kompetensi", "perilaku", "waktu")  # of the survey, about who served; waktu apart

_visits, _pauses, _ratings = table(Visit), table(VisitPause), table(Rating)
_responses, _answers = table(SurveyResponse), table(SurveyAnswer)
_cases, _journal, _appointments = table(Case), table(JournalEntry), table(Appointment)


@dataclass(frozen=True, slots=True)
class VisitFact:
    """Somebody was served to the end."""

    visit_id: int
    unit_id: int
    officer_id: int
    day: date  # of its beginning
    minutes: float | None  # of processing, in working minutes
    within: bool | None  # what was promised; None: nothing was


@dataclass(frozen=True, slots=True)
class RatingFact:
    """A rating that counts, given while the officer served. Nothing of who gave it."""

    rating_id: int
    unit_id: int
    officer_id: int
    day: date
    score: int  # 1 to 4, as it stands


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """What a questionnaire that came with such a rating says of `ELEMENTS`, in sixtieths."""

    response_id: int
    rating_id: int
    unit_id: int
    officer_id: int
    day: date
    scores: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a period in a unit, and until when it is looked at."""

    first: date
    last: date
    zone: str
    now: datetime

    @property
    def start(self) -> datetime:
        return midnight(self.first, self.zone)

    @property
    def until(self) -> datetime:
        """What happens at `now` counts; what comes after the last day does not."""
        end = midnight(self.last + timedelta(days=1), self.zone)
        return max(self.start, min(end, self.now + timedelta.resolution))


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """Everything of one unit. cases: also those handed on to another, with everybody's parts."""

    unit_id: int
    span: Span
    visits: tuple[VisitFact, ...]
    ratings: tuple[RatingFact, ...]
    answers: tuple[AnswerFact, ...]
    cases: tuple[CaseFact, ...]


def of_unit(
    tx: Transaction,
    unit: Unit,
    first: date,
    last: date,
    now: datetime,
    kinds: Collection[RecordKind] = tuple(RecordKind),
) -> UnitFacts:
    """The facts of a unit from the first to the last day, as far as they are known at `now`.

    Visits and ratings belong to the day they began or were given; a case as it stood at the end of
    the last day, so that what happens to it later leaves a past period alone. kinds: which to read;
    the others are left empty.
    """
    span = Span(first, last, unit.zone, now)
    return UnitFacts(
        unit_id=unit.id or 0,
        span=span,
        visits=tuple(_visits_of(tx, unit, span)) if RecordKind.VISIT in kinds else (),
        ratings=tuple(_ratings_of(tx, unit, span)) if RecordKind.RATING in kinds else (),
        answers=tuple(_answers_of(tx, unit, span)) if RecordKind.ANSWER in kinds else (),
        cases=tuple(_cases_of(tx, unit, span)) if RecordKind.CASE in kinds else (),
    )


def units_of(tx: Transaction, officer_id: int, first: date, last: date) -> list[int]:
    """Units in which an officer served or held a case in a period. An appointment over more than a
    unit leads to those where something was done."""
    margin = timedelta(days=1)  # whatever the zone
    start, end = midnight(first, "UTC") - margin, midnight(last, "UTC") + 2 * margin
    statements: tuple[Select[tuple[int]], ...] = (
        select(_appointments.c.unit_id).where(
            _appointments.c.officer_id == officer_id,
            _appointments.c.role.in_(access.SERVING),
            _appointments.c.unit_id.is_not(None),
            _appointments.c.from_at < end,
            or_(_appointments.c.until_at.is_(None), _appointments.c.until_at > start),
        ),
        select(_visits.c.unit_id).where(
            _visits.c.officer_id == officer_id, _visits.c.day.between(first, last)
        ),
        select(_ratings.c.unit_id).where(
            _ratings.c.officer_id == officer_id,
            _ratings.c.at.between(start, end),
            _ratings.c.visit_id.is_not(None),
        ),
        select(_cases.c.unit_id).where(
            _cases.c.holder_id == officer_id,
            _cases.c.received_at < end,
            or_(_cases.c.resolved_at.is_(None), _cases.c.resolved_at >= start),
        ),
    )
    found = {row[0] for one in statements for row in tx.execute(one.distinct())}
    return sorted(found)


# --- visits and ratings


def _visits_of(tx: Transaction, unit: Unit, span: Span) -> Iterator[VisitFact]:
    names = ("id", "officer_id", "day", "started_at", "ended_at", "promised", "minutes", "within")
    rows = tx.execute(
        select(*(_visits.c[name] for name in names))
        .where(
            _visits.c.unit_id == unit.id,
            _visits.c.day.between(span.first, span.last),
            _visits.c.officer_id.is_not(None),
            _visits.c.outcome == Outcome.DONE.value,
            _visits.c.undone_at.is_(None),
            _visits.c.ended_at <= span.now,
        )
        .order_by(_visits.c.id)
    ).all()
    outside = [row.id for row in rows if not _open_time(row.promised)]
    pauses = _pauses_of(tx, outside)
    calendar = offices.calendar_of(tx, unit) if outside else None
    for row in rows:
        minutes = row.minutes
        if calendar is not None and not _open_time(row.promised):
            minutes = _in_open_time(calendar, row.started_at, row.ended_at, pauses.get(row.id, []))
        yield VisitFact(row.id, unit.id or 0, row.officer_id, row.day, minutes, row.within)


def _open_time(promised: str) -> bool:
    """Whether the time taken was counted in the unit's open time; hours and days run on."""
    return not promised or Duration.parse(promised).unit in WORKING_UNITS


def _in_open_time(
    calendar: Calendar, start: datetime, end: datetime, pauses: Iterable[Pause]
) -> float:
    return timing.grains(worked(calendar, start, end, pauses))


def _pauses_of(tx: Transaction, visit_ids: Iterable[int]) -> dict[int, list[Pause]]:
    found: dict[int, list[Pause]] = defaultdict(list)
    wanted = sorted(visit_ids)
    for place in range(0, len(wanted), _BATCH):
        part = wanted[place : place + _BATCH]
        for row in tx.execute(select(_pauses).where(_pauses.c.visit_id.in_(part))):
            found[row.visit_id].append(Pause(row.from_at, row.until_at))
    return found


_BATCH = 5000


def _ratings_of(tx: Transaction, unit: Unit, span: Span) -> Iterator[RatingFact]:
    names = ("id", "officer_id", "day", "score")
    statement = select(*(_ratings.c[name] for name in names)).where(*_rated(unit, span))
    for row in tx.execute(statement.order_by(_ratings.c.id)):
        yield RatingFact(row.id, unit.id or 0, row.officer_id, row.day, row.score)


def _rated(unit: Unit, span: Span) -> list[ColumnElement[bool]]:
    return [
        _ratings.c.unit_id == unit.id,
        _ratings.c.day.between(span.first, span.last),
        _ratings.c.officer_id.is_not(None),
        _ratings.c.standing == Standing.COUNTED.value,
        _ratings.c.at <= span.now,
    ]


def _answers_of(tx: Transaction, unit: Unit, span: Span) -> Iterator[AnswerFact]:
    question = _answers.c.question
    about = or_(*(or_(question == key, question.like(f"{key}.%")) for key in ELEMENTS))
    rows = tx.execute(
        select(
            _responses.c.id,
            _ratings.c.id.label("rating_id"),
            _ratings.c.officer_id,
            _ratings.c.day,
            question,
            _answers.c.score,
        )
        .join_from(_ratings, _responses, _responses.c.rating_id == _ratings.c.id)
        .join(_answers, _answers.c.response_id == _responses.c.id)
        .where(*_rated(unit, span), _responses.c.standing == Standing.COUNTED.value, about)
        .order_by(_responses.c.id, question)
    )
    given: dict[int, dict[str, int]] = defaultdict(dict)
    whose = {}
    for row in rows:
        given[row.id][row.question] = row.score
        whose[row.id] = (row.rating_id, unit.id or 0, row.officer_id, row.day)
    for response_id, scores in given.items():
        yield AnswerFact(response_id, *whose[response_id], scores=element_scores(scores))


# --- cases


def _cases_of(tx: Transaction, unit: Unit, span: Span) -> Iterator[CaseFact]:
    start, until = span.start, span.until
    past = history.stand(tx, _case_ids(unit, start, until), now=until, before=until)
    served = _served(tx, past)
    measures = history.Measures(tx, many=True)
    for case in past:
        calendar = measures.of(case.events).calendar
        found = cases.fact(case, calendar, served, start, until)
        if found is not None:
            yield found


def _case_ids(unit: Unit, start: datetime, until: datetime) -> Select[tuple[int]]:
    """Ordinary cases that were the unit's at some time, and of which something may have ended in
    the period or be open at its end."""
    handed_on = select(_journal.c.case_id).where(
        _journal.c.kind == Kind.CASE_FORWARDED.value, _journal.c.unit_id == unit.id
    )
    return select(_cases.c.id).where(
        or_(_cases.c.unit_id == unit.id, _cases.c.id.in_(handed_on)),
        _cases.c.received_at < until,
        _cases.c.supervisory.is_(False),
        or_(
            _cases.c.resolved_at.is_(None),
            _cases.c.resolved_at >= start,
            _cases.c.first_answered_at >= start,
        ),
    )


def _served(tx: Transaction, past: Iterable[CaseAt]) -> Served:
    """When those who held the cases could work on them, by officer and unit."""
    held = [part for case in past for part in cases.stretches(case.events, case.events[-1].at)]
    places = {(one.officer_id, one.unit_id) for one in held if one.officer_id is not None}
    appointed = _appointed(tx, {officer_id for officer_id, _ in places})
    found: dict[tuple[int, int], cases.Spans] = {}
    for officer_id, unit_id in places:
        office_id = access.unit_of(tx, unit_id).office_id
        found[officer_id, unit_id] = [
            (row.from_at, row.until_at)
            for row in appointed[officer_id]
            if row.unit_id in (None, unit_id) and row.office_id in (None, office_id)
        ]
    return Served(found)


def _appointed(tx: Transaction, officer_ids: set[int]) -> dict[int, list[Row[Any]]]:
    """Appointments by which officers work on cases, the earliest first."""
    rows = tx.execute(
        select(_appointments)
        .where(
            _appointments.c.officer_id.in_(sorted(officer_ids)),
            _appointments.c.role.in_(access.ROLES),
        )
        .order_by(_appointments.c.from_at)
    )
    found: dict[int, list[Row[Any]]] = {officer_id: [] for officer_id in officer_ids}
    for row in rows:
        found[row.officer_id].append(row)
    return found
