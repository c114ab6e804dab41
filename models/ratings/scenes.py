"""What the detectors look at, read from the database: ratings of the last hours, by unit.

Bounded work, however many ratings there are: everything starts from the ratings of the last hours
(by the index on `at`), and what is compared with them is read only for units where it could matter.
One run can look at a part of the units, so that the Writer is never held up for long.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select

from models import offices
from models.database import Transaction, table
from models.journal import JournalEntry, Kind
from models.people import Appointment, Officer, Person, Role
from models.ratings.patterns import NOBODY, USUAL_THRESHOLDS, Rated, Scene, Thresholds, closing
from models.ratings.periods import Period, PeriodKind
from models.ratings.sums import COLUMNS
from models.ratings.tables import Asked, Rating, RatingSum, Standing
from models.ratings.wording import own_words
from models.visits.tables import Outcome, Source, Visit, VisitSum

RECENT = timedelta(hours=3)  # what one run looks at; it outlasts a pause of the job
PARTS = 10  # into which the units are divided
MOST = 20_000  # ratings of one run, the newest
WORDS_BACK = timedelta(days=14)
MOST_WORDS = 300  # comments of one unit compared with each other, the newest
TURNS_BACK = timedelta(days=30)
TURNS_FRESH = timedelta(minutes=30)  # an officer rated since is looked at again
USUAL_DAYS = timedelta(days=28)
KNOWN_DAYS = 5  # with ratings, before a mean of days says anything
MOST_OF_A_DAY = 5_000
_LOOSE = (Asked.COUNTER.value, Asked.UNIT.value, Asked.SEARCH.value)  # no visit, no invitation
_EVER = datetime.max.replace(tzinfo=UTC)
_COMPLAINING = tuple(kind.value for kind in Kind if kind.value.startswith("case."))

_ratings, _people, _visits = table(Rating), table(Person), table(Visit)
_officers, _appointments = table(Officer), table(Appointment)
_sums, _visit_sums, _journal = table(RatingSum), table(VisitSum), table(JournalEntry)

_SEEN = (
    "id",
    "rater",
    "unit_id",
    "officer_id",
    "visit_id",
    "asked",
    "score",
    "at",
    "day",
)
_COUNTED = _ratings.c.standing == Standing.COUNTED.value


def scenes(
    tx: Transaction,
    at: datetime,
    part: int | None = None,
    limits: Thresholds = USUAL_THRESHOLDS,
) -> Iterator[Scene]:
    """One for each unit that was rated or commented on in the last hours.

    part: 0 to `PARTS` - 1, only the units of that part; None: all.
    """
    rows = tx.execute(recent(at, part)).all()
    people = {row.rater: row.person_id for row in rows}
    staff = _staff(tx, {row.unit_id for row in rows})
    units: dict[int, list[Rated]] = defaultdict(list)
    for row in rows:
        serving = staff.get((row.person_id, row.unit_id), [])
        by_staff = any(since <= row.at < until for since, until in serving)
        units[row.unit_id].append(_recent(row, by_staff))
    commented = {unit_id for unit_id in _commented(tx, at) if part in (None, unit_id % PARTS)}
    for unit_id in sorted(units.keys() | commented):
        ratings = _curious(tx, units.get(unit_id, []), people, at, limits)
        scene = Scene(recent=tuple(ratings))
        if unit_id in commented:
            scene = _with_words(tx, scene, unit_id, at)
        scene = _with_turns(tx, scene, at, limits)
        yield _with_usual(tx, scene, unit_id, limits)


def recent(at: datetime, part: int | None = None) -> Select[Any]:
    """The ratings of the last hours, each with its visit and when its rater was first seen."""
    of_part = [] if part is None else [_ratings.c.unit_id % PARTS == part]
    return (
        select(
            *(_ratings.c[name] for name in _SEEN),
            _people.c.id.label("person_id"),
            _people.c.created_at.label("first_seen"),
            _visits.c.started_at,
            _visits.c.ended_at,
            _visits.c.outcome,
            _visits.c.source,
        )
        .join(_people, _people.c.pseudonym == _ratings.c.rater, isouter=True)
        .join(_visits, _visits.c.id == _ratings.c.visit_id, isouter=True)
        .where(_ratings.c.at > at - RECENT, _ratings.c.at <= at, _COUNTED, *of_part)
        .order_by(_ratings.c.at.desc())
        .limit(MOST)
    )


_Times = list[tuple[datetime, datetime]]


def _staff(tx: Transaction, units: Collection[int]) -> dict[tuple[int, int], _Times]:
    """By person and unit, from when until when the person served there."""
    found: dict[tuple[int, int], _Times] = defaultdict(list)
    rows = tx.execute(
        select(
            _officers.c.person_id,
            _appointments.c.unit_id,
            _appointments.c.from_at,
            _appointments.c.until_at,
        )
        .join_from(_appointments, _officers, _officers.c.id == _appointments.c.officer_id)
        .where(
            _appointments.c.unit_id.in_(units),
            _appointments.c.role.in_((Role.OFFICER.value, Role.HEAD.value)),
            _officers.c.person_id.is_not(None),
        )
    )
    for row in rows:
        found[row.person_id, row.unit_id].append((row.from_at, row.until_at or _EVER))
    return found


def _rated(row: Row[Any], **more: Any) -> Rated:
    known = {name: getattr(row, name) for name in _SEEN if name != "asked"}
    return Rated(**known, invited=row.asked == Asked.INVITED, **more)


def _recent(row: Row[Any], by_staff: bool) -> Rated:
    """Only what the officer began and ended by hand has a length: a queue system may send minutes
    without seconds."""
    timed = row.source == Source.CHAT and row.outcome == Outcome.DONE and row.ended_at is not None
    served = row.ended_at - row.started_at if timed else None
    return _rated(row, first_seen=row.first_seen, staff=by_staff, served=served)


# --- people who came for this alone


def _curious(
    tx: Transaction,
    ratings: list[Rated],
    people: dict[str, int | None],
    at: datetime,
    limits: Thresholds,
) -> list[Rated]:
    """With those marked who have done nothing else. Who is that new has done all of it in the last
    hours, so no more need be read."""
    new = {
        one.rater
        for one in ratings
        if one.first_seen is not None and one.at - one.first_seen <= limits.new_since
    }
    if len(new) < limits.new_least:
        return ratings
    elsewhere = set(tx.execute(_elsewhere(new, ratings[0].unit_id, at)).scalars())
    busy = _complained(tx, [people[rater] for rater in new], at - RECENT - limits.new_since)
    alone = {rater for rater in new - elsewhere if people[rater] not in busy}
    return [replace(one, nothing_else=one.rater in alone) for one in ratings]


def _elsewhere(raters: Collection[str], unit_id: int, at: datetime) -> Select[Any]:
    """Those of the raters who rated another unit too."""
    lately = _ratings.c.at > at - RECENT, _ratings.c.at <= at
    return select(_ratings.c.rater).where(
        *lately, _ratings.c.rater.in_(raters), _ratings.c.unit_id != unit_id
    )


def _complained(tx: Transaction, people: Collection[int | None], since: datetime) -> set[int]:
    rows = tx.execute(
        select(_journal.c.actor_id).where(
            _journal.c.at > since,
            _journal.c.kind.in_(_COMPLAINING),
            _journal.c.actor_id.in_(people),
        )
    )
    return set(rows.scalars())


# --- words


def _commented(tx: Transaction, at: datetime) -> set[int]:
    """Ids of the units that were commented on; a comment may come a day after its rating."""
    rows = tx.execute(
        select(_journal.c.unit_id)
        .where(_journal.c.at > at - RECENT, _journal.c.kind == Kind.RATING_COMMENTED.value)
        .distinct()
    )
    return {unit_id for unit_id in rows.scalars() if unit_id is not None}


def _with_words(tx: Transaction, scene: Scene, unit_id: int, at: datetime) -> Scene:
    rows = tx.execute(
        select(*(_ratings.c[name] for name in _SEEN), _ratings.c.comment, _ratings.c.commented_at)
        .where(
            _ratings.c.unit_id == unit_id,
            _ratings.c.commented_at > at - WORDS_BACK,
            _ratings.c.commented_at <= at,
            _COUNTED,
        )
        .order_by(_ratings.c.commented_at.desc())
        .limit(MOST_WORDS)
    ).all()
    worded = [(row, own_words(row.comment or "")) for row in rows]
    return replace(
        scene,
        worded=tuple(_rated(row, words=words) for row, words in worded if words),
        fresh_words=frozenset(
            row.id for row, words in worded if words and row.commented_at > at - RECENT
        ),
    )


# --- people who come often


def _with_turns(tx: Transaction, scene: Scene, at: datetime, limits: Thresholds) -> Scene:
    fresh = [one for one in scene.recent if one.visit_id is not None and one.at > at - TURNS_FRESH]
    if not fresh:
        return scene
    of_visits = (
        _served_by({one.officer_id for one in fresh}, fresh[0].unit_id),
        _ratings.c.visit_id.is_not(None),
        _ratings.c.at > at - TURNS_BACK,
        _ratings.c.at <= at,
        _COUNTED,
    )
    keys = (_ratings.c.officer_id, _ratings.c.rater)
    counted = tx.execute(select(*keys, func.count().label("n")).where(*of_visits).group_by(*keys))
    served: Counter[int] = Counter()
    often = set()
    for row in counted:
        served[row.officer_id or NOBODY] += row.n
        if row.n >= limits.turns_each:
            often.add(row.rater)
    if not often:
        return scene
    found = select(*(_ratings.c[name] for name in _SEEN))
    rows = tx.execute(found.where(*of_visits, _ratings.c.rater.in_(often)))
    return replace(scene, of_officers=tuple(_rated(row) for row in rows), served=dict(served))


def _served_by(officers: Collection[int | None], unit_id: int) -> ColumnElement[bool]:
    """By one of them; None: in the unit, by nobody knows whom."""
    known = _ratings.c.officer_id.in_([one for one in officers if one is not None])
    if None not in officers:
        return known
    return or_(known, and_(_ratings.c.officer_id.is_(None), _ratings.c.unit_id == unit_id))


# --- what is usual


def _with_usual(tx: Transaction, scene: Scene, unit_id: int, limits: Thresholds) -> Scene:
    """Read only where there is something to compare with it."""
    days = {one.day for one in scene.recent}
    last = {day for day in days if closing(day, limits)}
    if last:
        scene = _with_closing(tx, scene, unit_id, last, limits)
    if len(scene.recent) < min(limits.burst_least, limits.new_least):
        return scene
    first, until = min(days) - USUAL_DAYS, min(days) - timedelta(days=1)
    loose, visits = (by_day(tx, unit_id, first, until) for by_day in (_loose, _visited))
    usual = replace(
        scene.usual,
        counters=len(offices.counters(tx, unit_id)),
        busiest_day=max(loose.values(), default=0),
        busiest_visits=max(visits.values(), default=0),
        ended=_ended(tx, unit_id, days),
    )
    return replace(scene, usual=usual)


def _with_closing(
    tx: Transaction, scene: Scene, unit_id: int, days: Collection[date], limits: Thresholds
) -> Scene:
    """The last days of a quarter, beside its other days."""
    if max(_loose(tx, unit_id, min(days), max(days)).values(), default=0) < limits.closing_least:
        return scene
    quarter = Period.containing(max(days), PeriodKind.QUARTER)
    until = quarter.last - timedelta(days=limits.closing_days)
    before = _loose(tx, unit_id, quarter.first, until).values()
    rows = tx.execute(
        select(*(_ratings.c[name] for name in _SEEN))
        .where(_ratings.c.unit_id == unit_id, _ratings.c.day.in_(days), _COUNTED)
        .order_by(_ratings.c.id.desc())
        .limit(MOST_OF_A_DAY)
    )
    usual = replace(
        scene.usual,
        per_day=sum(before) / len(before) if len(before) >= KNOWN_DAYS else None,
        visits=_visited(tx, unit_id, min(days), max(days)),
    )
    return replace(scene, closing=tuple(_rated(row) for row in rows), usual=usual)


def _loose(tx: Transaction, unit_id: int, first: date, last: date) -> dict[date, int]:
    """Counted ratings without a visit or invitation, by day; days without any are missing."""
    counted = sum((_sums.c[name] for name in COLUMNS[1:]), start=_sums.c[COLUMNS[0]])
    rows = tx.execute(
        select(_sums.c.day, func.sum(counted).label("n"))
        .where(
            _sums.c.unit_id == unit_id,
            _sums.c.slice.in_(_LOOSE),
            _sums.c.day.between(first, last),
        )
        .group_by(_sums.c.day)
    )
    return {row.day: int(row.n) for row in rows if row.n}


def _visited(tx: Transaction, unit_id: int, first: date, last: date) -> dict[date, int]:
    """Visits that ended, by day."""
    rows = tx.execute(
        select(_visit_sums.c.day, func.sum(_visit_sums.c.visits).label("n"))
        .where(_visit_sums.c.unit_id == unit_id, _visit_sums.c.day.between(first, last))
        .group_by(_visit_sums.c.day)
    )
    return {row.day: int(row.n) for row in rows}


def _ended(tx: Transaction, unit_id: int, days: Iterable[date]) -> tuple[datetime, ...]:
    """When visits of these days ended."""
    rows = tx.execute(
        select(_visits.c.ended_at).where(
            _visits.c.unit_id == unit_id,
            _visits.c.day.in_(list(days)),
            _visits.c.ended_at.is_not(None),
            _visits.c.undone_at.is_(None),
        )
    )
    return tuple(rows.scalars())
