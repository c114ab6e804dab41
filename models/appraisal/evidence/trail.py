"""The record of an officer as it may be read: figures of a period, frozen or as they stand, and
what each is made of.

For the officer, and for who leads: nobody else. Ratings are told by whole weeks, from five on, and
weeks with fewer than five together, so that no single day or person can be guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, select

from models import people
from models.appraisal import leaders, terms
from models.appraisal.evidence import figures, freezing
from models.appraisal.evidence.figures import Computed, Figures
from models.appraisal.evidence.tables import Figure, Snapshot
from models.appraisal.indicators import CATALOGUE, Inputs, Record, RecordKind, Result
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import CUSTOM, AppraisalPeriod
from models.complaints.tables import Case
from models.database import Transaction, table
from models.errors import Refused
from models.local_days import local_day
from models.offices import Office
from models.people import Officer
from models.ratings import flag_review
from models.ratings.periods import Period, PeriodKind
from models.ratings.survey_tables import SurveyResponse
from models.ratings.tables import Rating
from models.small_numbers import SMALLEST
from models.visits.tables import Visit

READERS = (Standing.OWN, Standing.LEADER, Standing.SUPERIOR)
WEEK = timedelta(days=7)
_BATCH = 5000  # ids in one statement

_cases, _ratings, _responses, _visits = (
    table(one) for one in (Case, Rating, SurveyResponse, Visit)
)
_DAYS: Mapping[RecordKind, Table] = {
    RecordKind.RATING: _ratings,
    RecordKind.ANSWER: _responses,
    RecordKind.VISIT: _visits,
}


# --- whose, and of when


@dataclass(frozen=True, slots=True)
class Place:
    """Where an officer's periods are counted."""

    office_id: int
    zone: str


def reader(tx: Transaction, officer_id: int, person_id: int, at: datetime) -> Standing:
    """What the person is to the record; refused to who is neither the officer nor leads."""
    leaders.entitled(tx, officer_id, person_id, at, *READERS)
    found = leaders.standing(tx, officer_id, person_id, at)
    if found is None:
        raise Refused("not-for-you")
    return found


def own(tx: Transaction, person_id: int, at: datetime) -> Officer:
    officer = people.known_authority(tx, person_id, at).officer
    if officer is None:
        raise Refused("not-for-you")
    return officer


def place(tx: Transaction, officer_id: int, at: datetime) -> Place:
    """By the unit the officer serves in; refused to who serves nowhere."""
    unit = leaders.unit_of(tx, officer_id, at)
    if unit is not None:
        return Place(unit.office_id, unit.zone)
    office_id = leaders.office_of(tx, officer_id, at)
    if office_id is None:
        raise Refused("record-nowhere")
    return Place(office_id, tx.session.get_one(Office, office_id).zone)


def running(tx: Transaction, where: Place, at: datetime) -> list[AppraisalPeriod]:
    """The periods of today, the shorter one first."""
    return terms.running(tx, where.office_id, local_day(where.zone, at), at)


def earlier(tx: Transaction, period: AppraisalPeriod, at: datetime) -> AppraisalPeriod | None:
    """The period before, also one the office has never appraised: it can be looked at all the
    same. None: there is none."""
    if period.kind == CUSTOM:
        return terms.before(tx, period)
    known = Period.containing(period.first_day, PeriodKind(period.kind)).before()
    return _of_kind(tx, period.office_id, known, at)


def code(period: AppraisalPeriod) -> str:
    """Stands in buttons: 2026-Q4, 2026, c7."""
    if period.kind == CUSTOM:
        return f"c{period.id}"
    return Period.containing(period.first_day, PeriodKind(period.kind)).code


def coded(tx: Transaction, where: Place, text: str, at: datetime) -> AppraisalPeriod:
    """The inverse of `code`; ValueError on anything else, refused what has not begun."""
    found = _coded(tx, where, text, at)
    if found.first_day > local_day(where.zone, at):
        raise Refused("period-unknown")
    return found


def _coded(tx: Transaction, where: Place, text: str, at: datetime) -> AppraisalPeriod:
    if not text.startswith("c"):
        return _of_kind(tx, where.office_id, Period.of(text), at)
    found = terms.period(tx, int(text[1:]))
    if found.office_id != where.office_id:
        raise Refused("period-unknown")
    return found


def _of_kind(tx: Transaction, office_id: int, known: Period, at: datetime) -> AppraisalPeriod:
    """The office's row, or one that is kept nowhere: looking makes no period."""
    for period in terms.of_office(tx, office_id):
        if (period.first_day, period.last_day) == (known.first, known.last):
            return period
    return AppraisalPeriod(
        office_id=office_id,
        kind=known.kind.value,
        first_day=known.first,
        last_day=known.last,
        made_at=at,
    )


# --- the record


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """snapshot: the frozen record; None: the figures are as they stand, and move."""

    officer: Officer
    period: AppraisalPeriod
    where: Place
    until: datetime
    snapshot: Snapshot | None
    figures: Mapping[str, Computed]


def record(
    tx: Transaction, officer_id: int, period: AppraisalPeriod, where: Place, now: datetime
) -> OwnRecord:
    """Every figure of a period: of the frozen record where there is one."""
    _, end = terms.bounds(period, where.zone)
    snapshot = _snapshot(tx, officer_id, period)
    known = (
        {key: _thawed(one) for key, one in freezing.figures(tx, snapshot.id or 0).items()}
        if snapshot is not None
        else Figures(tx, period, now).of(officer_id)
    )
    return OwnRecord(
        officer=tx.session.get_one(Officer, officer_id),
        period=period,
        where=where,
        until=min(now, end),
        snapshot=snapshot,
        figures={key: known[key] for key in CATALOGUE if key in known},
    )


def figure(
    tx: Transaction, officer_id: int, period: AppraisalPeriod, key: str, now: datetime
) -> Computed:
    """One figure of it alone."""
    if key not in CATALOGUE:
        raise ValueError(key)
    snapshot = _snapshot(tx, officer_id, period)
    if snapshot is None:
        return Figures(tx, period, now).one(officer_id, key)
    found = freezing.figures(tx, snapshot.id or 0).get(key)
    if found is None:
        raise Refused("record-figure-unknown")
    return _thawed(found)


def _snapshot(tx: Transaction, officer_id: int, period: AppraisalPeriod) -> Snapshot | None:
    return freezing.latest(tx, officer_id, period.id) if period.id is not None else None


def _thawed(frozen: Figure) -> Computed:
    inputs, result = Inputs.from_json(frozen.inputs), Result.from_json(frozen.result)
    return Computed(frozen.indicator, frozen.formula, inputs, result)


def fed(
    tx: Transaction,
    officer_id: int,
    period: AppraisalPeriod,
    kind: RecordKind,
    id_: int,
    now: datetime,
) -> list[tuple[Computed, Record]]:
    """The figures of a period that a rating or case feeds, with what it is in each. A rating feeds
    those of its questionnaire too."""
    snapshot = _snapshot(tx, officer_id, period)
    if snapshot is None:
        known: Iterable[Computed] = Figures(tx, period, now).of(officer_id).values()
    else:
        known = map(_thawed, freezing.figures(tx, snapshot.id or 0).values())
    names = {(kind, id_)}
    if kind is RecordKind.RATING:
        answer = _responses.c.rating_id == id_
        answers = tx.execute(select(_responses.c.id).where(answer)).scalars()
        names |= {(RecordKind.ANSWER, response_id) for response_id in answers}
    return [
        (one, record)
        for one in known
        for record in one.inputs.records
        if (record.kind, record.id) in names
    ]


# --- what a figure is made of


@dataclass(frozen=True, slots=True)
class Weeks:
    """Whole weeks with what was given in them: from Monday to Sunday."""

    first: date
    last: date
    records: tuple[Record, ...]

    @property
    def n(self) -> int:
        return len(self.records)

    @property
    def scores(self) -> Counter[float]:
        return Counter(one.score for one in self.records if one.score is not None)


def weekly(tx: Transaction, records: Sequence[Record], least: int = SMALLEST) -> list[Weeks]:
    """Records other than cases by whole weeks, oldest first; weeks with fewer than `least` stand
    with their neighbours, and fewer in all than that are not told."""
    found = days(tx, records)
    return pooled([(found[one.kind, one.id], one) for one in records], least)


def days(tx: Transaction, records: Iterable[Record]) -> dict[tuple[RecordKind, int], date]:
    """The day of each record, local to its unit."""
    found: dict[tuple[RecordKind, int], date] = {}
    for kind, ids in figures.sources(Inputs(tuple(records))).items():
        known = _DAYS[kind]
        for part in _parts(ids):
            rows = tx.execute(select(known.c.id, known.c.day).where(known.c.id.in_(part)))
            found |= {(kind, row.id): row.day for row in rows}
    return found


def pooled(dated: Iterable[tuple[date, Record]], least: int = SMALLEST) -> list[Weeks]:
    """Weeks of at least so many, the smaller ones joined with those that follow; what is left at
    the end joins the last."""
    by_week: dict[date, list[Record]] = {}
    for day, record in sorted(dated, key=lambda one: one[0]):
        by_week.setdefault(day - timedelta(days=day.weekday()), []).append(record)
    found: list[Weeks] = []
    first, held = None, list[Record]()
    for monday, records in by_week.items():
        first, held = first or monday, held + records
        if len(held) >= least:
            found.append(Weeks(first, monday + WEEK - timedelta(days=1), _shuffled(held)))
            first, held = None, []
    if held and found:
        last = found.pop()
        sunday = max(by_week) + WEEK - timedelta(days=1)
        found.append(Weeks(last.first, sunday, _shuffled([*last.records, *held])))
    return found


def _shuffled(records: Iterable[Record]) -> tuple[Record, ...]:
    """In an order that says nothing of the time: by score, then by the end of the id."""
    return tuple(sorted(records, key=lambda one: (one.score or 0, str(one.id)[::-1])))


def tickets(tx: Transaction, records: Iterable[Record]) -> dict[int, tuple[str, str]]:
    """Of the cases among them the ticket and category, by id."""
    found: dict[int, tuple[str, str]] = {}
    for part in _parts([one.id for one in records if one.kind is RecordKind.CASE]):
        named = select(_cases.c.id, _cases.c.ticket, _cases.c.category)
        rows = tx.execute(named.where(_cases.c.id.in_(part), _cases.c.supervisory.is_(False)))
        found |= {row.id: (row.ticket, row.category) for row in rows}
    return found


@dataclass(frozen=True, slots=True)
class Given:
    """A rating as its officer may read it: nothing of who gave it, and no day."""

    rating_id: int
    score: int
    why: str | None
    words: str  # masked


def given(tx: Transaction, rating_ids: Sequence[int]) -> list[Given]:
    """The ratings of these ids, in this order."""
    names = ("id", "score", "why", "reading")
    rows: dict[int, Any] = {}
    for part in _parts(rating_ids):
        found = select(*(_ratings.c[name] for name in names)).where(_ratings.c.id.in_(part))
        rows |= {row.id: row for row in tx.execute(found)}
    return [
        Given(id_, rows[id_].score, rows[id_].why, flag_review.redacted(rows[id_].reading))
        for id_ in rating_ids
        if id_ in rows
    ]


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
