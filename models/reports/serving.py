"""How a place served in a span of days: waiting, processing, promises kept, and its services.

Services are told apart only where their intervals are: best and worst are named when the two do
not overlap, never as a list of ranks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import col, select

from models.database import Transaction
from models.offices import Service
from models.ratings import queries as ratings
from models.ratings.sums import Received, Units
from models.statistics import MINIMUM, Mean, Part, mean_of, part
from models.visits import queries as visits
from models.visits.queries import Served
from models.worktime import WORKING_UNITS, Duration


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """What citizens say of a service whose visits they rated."""

    service_id: int
    name: str
    mean: Mean


@dataclass(frozen=True, slots=True)
class Promise:
    """How much of what bears one name was done within the time it promises."""

    service: str
    within: Part


@dataclass(frozen=True, slots=True)
class Serving:
    """Visits that ended in the span. Means are None of fewer than five."""

    visits: int = 0
    done: int = 0  # of services timed in working time
    minutes: float | None = None  # of processing of these, on the mean
    done_by_clock: int = 0  # of services promised in hours or days round the clock
    minutes_by_clock: float | None = None
    within: Part = field(
        default_factory=lambda: part(0, 0)
    )  # done within the promised duration, of those with a promise
    promises: tuple[Promise, ...] = ()  # the same by service, by name; where there are several
    waits: int = 0  # visits whose waiting time is known
    waited: float | None = None  # minutes, on the mean
    best: ServiceLine | None = None  # the two differ by more than chance
    worst: ServiceLine | None = None
    rated: int = 0  # services with enough ratings to compare


def serving(
    tx: Transaction, units: Units, days: tuple[date, date], start: datetime, until: datetime
) -> Serving:
    """days: the first and last, both included, for visits; [start, until) for their ratings."""
    found = visits.served(tx, units, *days)
    by_clock = _by_clock(tx, {one.service_id for one in found})
    working = [one for one in found if one.service_id not in by_clock]
    clock = [one for one in found if one.service_id in by_clock]
    waits, total = _sum(found, "waits"), sum(one.waited for one in found)
    lines = _lines(tx, ratings.services_between(tx, start, until, units))
    best, worst = _apart(lines)
    return Serving(
        visits=_sum(found, "visits"),
        done=_sum(working, "done"),
        minutes=_mean(working),
        done_by_clock=_sum(clock, "done"),
        minutes_by_clock=_mean(clock),
        within=part(_sum(found, "within"), _sum(found, "promised")),
        promises=_promises(tx, found),
        waits=waits,
        waited=total / waits if waits >= MINIMUM else None,
        best=best,
        worst=worst,
        rated=len(lines),
    )


def _by_clock(tx: Transaction, service_ids: Collection[int]) -> set[int]:
    """Services whose time runs at night too: a mean of both kinds of time would be of neither."""
    rows = tx.session.exec(
        select(Service.id, Service.duration).where(col(Service.id).in_(service_ids))
    )
    return {key or 0 for key, promised in rows if promised and _runs_at_night(promised)}


def _runs_at_night(promised: str) -> bool:
    return Duration.parse(promised).unit not in WORKING_UNITS


def _promises(tx: Transaction, found: Sequence[Served]) -> tuple[Promise, ...]:
    """By name, units together; none where there is but one."""
    promised = {one.service_id: one for one in found if one.promised}
    names = tx.session.exec(select(Service.id, Service.name).where(col(Service.id).in_(promised)))
    named: dict[str, list[Served]] = {}
    for key, name in names:
        named.setdefault(name, []).append(promised[key or 0])
    if len(named) < 2:
        return ()
    return tuple(
        Promise(name, part(_sum(alike, "within"), _sum(alike, "promised")))
        for name, alike in sorted(named.items())
    )


def _mean(found: Sequence[Served]) -> float | None:
    """Minutes of processing, from `MINIMUM` visits that were done on."""
    done = _sum(found, "done")
    return sum(one.minutes for one in found) / done if done >= MINIMUM else None


def _sum(found: Iterable[Served], name: str) -> int:
    return sum(getattr(one, name) for one in found)


def _lines(tx: Transaction, found: Mapping[int, Received]) -> list[ServiceLine]:
    """Services with enough ratings, from the best mean down."""
    means = {key: mean for key, one in found.items() if (mean := mean_of(one.counts))}
    names = tx.session.exec(select(Service.id, Service.name).where(col(Service.id).in_(means)))
    lines = [ServiceLine(key or 0, name, means[key or 0]) for key, name in names]
    return sorted(lines, key=lambda line: (-line.mean.mean, line.service_id))


def _apart(lines: Sequence[ServiceLine]) -> tuple[ServiceLine | None, ServiceLine | None]:
    """The first and the last, if their intervals do not overlap."""
    if len(lines) < 2 or lines[0].mean.low <= lines[-1].mean.high:
        return None, None
    return lines[0], lines[-1]
