"""What anybody may know of a unit: the figures of its public page.

Weeks are whole ones: figures end with a Sunday that is over, by the unit's own clock, and what
comes in is in none of them before its week is over. Whoever looks before and after one citizen
rates, or from day to day, sees the same page. What remains: numbers are exact, so who keeps the
pages knows what each whole week brought; where one person alone rated a unit in a week, that is one
score, of nobody known. And a rating of those weeks that is changed (within 24 hours), withdrawn or
excluded later changes the page at once.

There is no figure about fewer than `MINIMUM` people, nor one that the others on the page would give
back. Nothing is told of a complaint that is the inspectorate's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, select

from models.complaints.causes import Causes
from models.database import Transaction, table
from models.offices import Office, Service, Unit
from models.ratings import invitations
from models.ratings.flag_queries import excluded_by_reason
from models.ratings.periods import Period, PeriodKind
from models.ratings.sums import Received
from models.reports import skm
from models.reports.cases import Complaints, Span, Times, complaints
from models.reports.channels import ALL, channels, received
from models.reports.results import Check
from models.reports.skm_figures import Channel, SkmReport
from models.reports.standing import standing
from models.statistics import MINIMUM, Lengths, Part, part
from models.visits import queries as visits
from models.visits.queries import Served, Spread

WEEKS = 13  # that the running figures look back: a quarter of a year
PERIOD = PeriodKind.QUARTER  # of the survey

_units, _offices = table(Unit), table(Office)
_services = table(Service)


# --- which units there are


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit as the list shows it."""

    id: int
    name: str
    office_id: int
    office: str
    zone: str
    closed_at: datetime | None = None  # of the unit or its office

    @property
    def closed(self) -> bool:
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class OfficeUnits:
    """An office with its open units, in the order of their names."""

    id: int
    name: str
    units: tuple[Listed, ...]


def offices(tx: Transaction) -> tuple[OfficeUnits, ...]:
    """Open offices with open units, in the order of their names."""
    found: dict[int, list[Listed]] = {}
    for row in tx.execute(_listed().order_by(_offices.c.name, _offices.c.id, _units.c.name)):
        unit = _unit(row)
        if not unit.closed:
            found.setdefault(unit.office_id, []).append(unit)
    return tuple(OfficeUnits(id_, units[0].office, tuple(units)) for id_, units in found.items())


def unit(tx: Transaction, unit_id: int) -> Listed | None:
    """The unit, closed or not; None: there never was one."""
    row = tx.execute(_listed().where(_units.c.id == unit_id)).first()
    return _unit(row) if row else None


def _listed() -> Select[tuple[int, str, int, str, str, datetime | None, datetime | None]]:
    return select(
        _units.c.id,
        _units.c.name,
        _units.c.office_id,
        _offices.c.name.label("office"),
        _units.c.zone,
        _units.c.closed_at,
        _offices.c.closed_at.label("office_closed_at"),
    ).join(_offices, _offices.c.id == _units.c.office_id)


def _unit(row: Row[tuple[int, str, int, str, str, datetime | None, datetime | None]]) -> Listed:
    closed_at = row.closed_at or row.office_closed_at
    return Listed(row.id, row.name, row.office_id, row.office, row.zone, closed_at)


# --- the span


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, both included, by the unit's clock; `end` is the midnight after."""

    first: date
    last: date
    start: datetime
    end: datetime


def weeks_before(now: datetime, zone: str) -> Days:
    """The `WEEKS` weeks that are over, from a Monday to a Sunday."""
    here = ZoneInfo(zone)
    today = now.astimezone(here).date()
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=WEEKS)
    start, end = (datetime.combine(day, time(), here).astimezone(UTC) for day in (first, monday))
    return Days(first, monday - timedelta(days=1), start, end)


# --- ratings


@dataclass(frozen=True, slots=True)
class Ratings:
    """One-tap ratings. A share of `answered` is of invitations, one of `visited` of visits that
    ended; n of 0: nobody was invited, no visit is known."""

    every: Channel
    by_channel: tuple[Channel, ...]  # visit, invited, self: with all of `every`
    answered: Part
    visited: Part
    received: Received
    reasons: tuple[tuple[str, int], ...]  # of those excluded


def ratings(tx: Transaction, unit_id: int, days: Days) -> Ratings:
    found = received(tx, unit_id, days.first, days.last)
    every, *by_channel = channels(found)
    invited, answered = invitations.response(tx, (unit_id,), days.first, days.last)
    return Ratings(
        every=every,
        by_channel=tuple(by_channel),
        answered=part(answered, invited),
        visited=_visited(tx, unit_id, days, found["visit"].counted),
        received=found[ALL],
        reasons=_reasons(tx, unit_id, days) if found[ALL].excluded else (),
    )


def _visited(tx: Transaction, unit_id: int, days: Days, rated: int) -> Part:
    """How many of the visits that ended were rated. One may be rated on another day than it ended,
    so at the edges of the span there can be more of the former."""
    ended = visits.response_base(tx, (unit_id,), days.first, days.last).get(unit_id, 0)
    return part(min(rated, ended), ended)


def _reasons(tx: Transaction, unit_id: int, days: Days) -> tuple[tuple[str, int], ...]:
    found = excluded_by_reason(tx, (unit_id,), days.first, days.last)
    return tuple((reason, len(ids)) for reason, ids in found.items())


# --- complaints


@dataclass(frozen=True, slots=True)
class Reached:
    """How long something took, and whether it was in time: of n complaints, in working minutes."""

    lengths: Lengths
    in_time: Part


@dataclass(frozen=True, slots=True)
class Answered:
    """Complaints of the span. first_answer and solved are None below `MINIMUM` complaints; the
    same `without` the time of accepted external causes, None where there was none."""

    received: int
    first_answer: Reached | None
    solved: Reached | None
    first_answer_without: Reached | None
    solved_without: Reached | None
    causes: Causes
    check: Check


def complaints_of(tx: Transaction, unit_id: int, days: Days) -> Answered:
    """Never of a supervisory case: not even that there is one."""
    span = Span(days.start, days.end, frozenset({unit_id}))
    return answered(complaints(standing(tx, span), span))


def answered(found: Complaints) -> Answered:
    caused = found.causes.cases > 0
    return Answered(
        received=found.received,
        first_answer=_first_answer(found.times),
        solved=_solved(found.times),
        first_answer_without=_first_answer(found.without_causes) if caused else None,
        solved_without=_solved(found.without_causes) if caused else None,
        causes=found.causes,
        check=found.check,
    )


def _first_answer(times: Times) -> Reached | None:
    return _reached(times.first_answer, times.answered)


def _solved(times: Times) -> Reached | None:
    return _reached(times.resolution, times.resolved)


def _reached(lengths: Lengths, in_time: Part) -> Reached | None:
    return Reached(lengths, in_time) if lengths.n >= MINIMUM else None


# --- services


@dataclass(frozen=True, slots=True)
class Promise:
    """A service with what is promised and what it took, in minutes of the promise's own kind of
    time. took and within are None below `MINIMUM` visits that were done (with a promise)."""

    id: int
    name: str
    promised: str  # `worktime.Duration`; empty: nothing
    requirements: str
    fee: str
    n: int  # visits that were done
    took: Spread | None
    within: Part | None


def services(tx: Transaction, unit_id: int, days: Days) -> tuple[Promise, ...]:
    """Services that the unit still gives, in the order of their names."""
    here = (unit_id,)
    served = {one.service_id: one for one in visits.served(tx, here, days.first, days.last)}
    spread = visits.spread(tx, unit_id, days.first, days.last) if served else {}
    rows = tx.execute(
        select(_services)
        .where(_services.c.unit_id == unit_id, _services.c.closed_at.is_(None))
        .order_by(_services.c.name, _services.c.id)
    )
    return tuple(_promise(row, served.get(row.id), spread.get(row.id)) for row in rows)


def _promise(row: Row[Any], served: Served | None, spread: Spread | None) -> Promise:
    promised = served.promised if served else 0
    return Promise(
        id=row.id,
        name=row.name,
        promised=row.duration,
        requirements=row.requirements,
        fee=row.fee,
        n=served.done if served else 0,
        took=spread if spread and spread.median is not None else None,
        within=part(served.within, promised) if served and promised >= MINIMUM else None,
    )


# --- the whole page


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything on the page of a unit. survey: of the last period that is over."""

    unit: Listed
    days: Days
    survey: SkmReport
    ratings: Ratings
    complaints: Answered
    services: tuple[Promise, ...]

    @property
    def next_survey(self) -> Period:
        """The period whose result comes next, on the day after its last."""
        return self.survey.period.after()


def figures(tx: Transaction, unit_id: int, now: datetime) -> Figures | None:
    """None: there never was such a unit."""
    found = unit(tx, unit_id)
    if found is None:
        return None
    days, today = weeks_before(now, found.zone), now.astimezone(ZoneInfo(found.zone)).date()
    return Figures(
        unit=found,
        days=days,
        survey=skm.report(tx, unit_id, Period.containing(today, PERIOD).before(), now),
        ratings=ratings(tx, unit_id, days),
        complaints=complaints_of(tx, unit_id, days),
        services=services(tx, unit_id, days),
    )
