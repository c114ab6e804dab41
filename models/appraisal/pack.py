"""The meeting pack of a unit for the evaluation of a period: of each officer the plan, the figures
and how they moved, own words, and what was promised last time.

For who leads the officers: nobody sees figures of peers. Officers stand by name; there is no order
by figures. Ratings and predicates are no part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models import people
from models.appraisal import leaders, terms
from models.appraisal.coaching import promises
from models.appraisal.coaching.promises import Promised
from models.appraisal.deciding import context
from models.appraisal.deciding.context import Context
from models.appraisal.deciding.sheet import Sheet, sheet_of
from models.appraisal.evidence import freezing
from models.appraisal.indicators import CATALOGUE, Result
from models.appraisal.leaders import Standing
from models.appraisal.skp.tables import Direction
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.offices import Office, Unit
from models.people import Officer, Role

PERIODS = 4  # in a picture, this one included
LEADING = (Standing.LEADER, Standing.SUPERIOR)
PeriodName = tuple[str, dict[str, str | int]]


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure of the plan over the periods, oldest first; None where there was none."""

    key: str
    target: float | None  # as figures are counted: a share from 0 to 1
    direction: Direction | None
    points: tuple[tuple[PeriodName, Result | None], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one officer presents."""

    sheet: Sheet
    trends: tuple[Trend, ...]
    promised: tuple[Promised, ...]  # last time, and still open


@dataclass(frozen=True, slots=True)
class Pack:
    office: str
    unit: str
    zone: str
    period: PeriodName
    at: datetime
    context: Context
    promised: tuple[Promised, ...]  # by the unit
    parts: tuple[Part, ...]  # by name


def may_make(tx: Transaction, unit_id: int, person_id: int, at: datetime) -> bool:
    """Who heads the unit."""
    unit = tx.session.get(Unit, unit_id)
    if unit is None:
        return False
    authority = people.known_authority(tx, person_id, at)
    return authority.over_unit(Role.HEAD, unit_id, unit.office_id)


def pack_of(tx: Transaction, unit_id: int, period_id: int, at: datetime, by: int) -> Pack:
    """The pack for a head of the unit, with the officers whom this head leads or stands above."""
    if not may_make(tx, unit_id, by, at):
        raise Refused("not-for-you")
    unit, period = tx.session.get_one(Unit, unit_id), terms.period(tx, period_id)
    if period.office_id != unit.office_id:
        raise Refused("period-unknown")
    promised = promises.last_time(tx, unit_id, period_id, at)
    return Pack(
        office=tx.session.get_one(Office, unit.office_id).name,
        unit=unit.name,
        zone=unit.zone,
        period=terms.label(period),
        at=at,
        context=context.context(tx, unit.office_id, period_id),
        promised=tuple(one for one in promised if one.officer_id is None),
        parts=tuple(
            _part(tx, officer.id or 0, period, promised, at)
            for officer in presenting(tx, unit, period, at, by)
        ),
    )


def presenting(
    tx: Transaction, unit: Unit, period: AppraisalPeriod, at: datetime, by: int
) -> list[Officer]:
    """Who served in the unit at the end of the period, or serves now, and is led by the reader."""
    _, end = terms.bounds(period, unit.zone)
    served = leaders.officers(tx, min(at, end), unit.id)
    return [one for one in served if leaders.standing(tx, one.id or 0, by, at) in LEADING]


def _part(
    tx: Transaction,
    officer_id: int,
    period: AppraisalPeriod,
    promised: list[Promised],
    at: datetime,
) -> Part:
    found = sheet_of(tx, officer_id, period.id or 0, at)
    return Part(
        sheet=found,
        trends=tuple(_trends(tx, officer_id, period, found)),
        promised=tuple(one for one in promised if one.officer_id == officer_id),
    )


def _trends(tx: Transaction, officer_id: int, period: AppraisalPeriod, found: Sheet) -> list[Trend]:
    """Of the plan's indicators; without a plan of all that the officer controls."""
    earlier = _earlier(tx, officer_id, period)
    planned = [
        Trend(
            line.indicator,
            line.wanted,
            line.direction,
            (*_points(earlier, line.indicator), (found.period, line.result)),
        )
        for result in found.record.results
        for line in result.indicators
        if line.indicator is not None
    ]
    if planned:
        return list({one.key: one for one in planned}.values())
    return [
        Trend(key, None, None, (*_points(earlier, key), (found.period, result)))
        for key, result in found.record.others
        if CATALOGUE[key].controlled
    ]


def _earlier(
    tx: Transaction, officer_id: int, period: AppraisalPeriod
) -> list[tuple[PeriodName, dict[str, Result]]]:
    """The frozen figures of the periods before, oldest first."""
    found: list[tuple[PeriodName, dict[str, Result]]] = []
    before = terms.before(tx, period)
    while before is not None and len(found) < PERIODS - 1:
        snapshot = freezing.latest(tx, officer_id, before.id or 0)
        rows = freezing.figures(tx, snapshot.id or 0) if snapshot else {}
        results = {key: Result.from_json(row.result) for key, row in rows.items()}
        found.append((terms.label(before), results))
        before = terms.before(tx, before)
    return found[::-1]


def _points(
    earlier: list[tuple[PeriodName, dict[str, Result]]], key: str
) -> list[tuple[PeriodName, Result | None]]:
    return [(name, results.get(key)) for name, results in earlier]
