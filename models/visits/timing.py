"""How long a visit took, beside what was promised; pure.

Processing is counted in the promise's own kind of time: minutes, working hours and working days
are the unit's open time, hours and days run round the clock. Time in which the citizen fetched
missing papers is left out. Waiting is always open time, from taking a number to the counter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from models import worktime
from models.worktime import Calendar, Duration, Pause

# Lengths are kept in 64ths of a minute (about a second): fractions of two add up without any
# error, so that daily sums are the same in whatever order they were added and taken off.
GRAIN = 64


@dataclass(frozen=True, slots=True)
class Figures:
    """minutes, within: of what was promised; waited: minutes. None: not known, or not promised."""

    promised: str = ""
    minutes: float | None = None
    within: bool | None = None
    waited: float | None = None


def figures(
    calendar: Calendar,
    promised: str,
    *,
    queued_at: datetime | None,
    started_at: datetime,
    ended_at: datetime,
    pauses: Sequence[Pause] = (),
    done: bool = True,
) -> Figures:
    """promised: as `Duration.parse` reads it; empty: nothing, then minutes are open time.

    done: False gives no processing time: what was not done took no time to do.
    """
    waited = None if queued_at is None else grains(worktime.worked(calendar, queued_at, started_at))
    if not done:
        return Figures(promised, waited=waited)
    limit = Duration.parse(promised) if promised else None
    clock = worktime.clock_for(calendar, limit.unit) if limit else calendar
    taken = grains(worktime.worked(clock, started_at, ended_at, pauses))
    if limit is None:
        return Figures("", taken, None, waited)
    return Figures(
        promised, taken, _kept(calendar, clock, limit, started_at, ended_at, pauses), waited
    )


def _kept(
    calendar: Calendar,
    clock: Calendar,
    limit: Duration,
    started_at: datetime,
    ended_at: datetime,
    pauses: Sequence[Pause],
) -> bool:
    """Whether it ended by its deadline, moved on by the time of the pauses."""
    over = [Pause(one.start, one.end or ended_at) for one in pauses]
    due = worktime.deadline(calendar, started_at, limit)
    return ended_at <= worktime.extend(clock, due, over)


def grains(length: timedelta) -> float:
    """Minutes, to the 64th."""
    return round(length / timedelta(minutes=1) * GRAIN) / GRAIN
