"""When things of the performance record happen in the town: by its working days, so that nobody
decides anything on a Sunday, whichever day the demo is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.sandbox.town_places import DUKCAPIL, WIB
from models import offices
from models.appraisal import terms
from models.local_days import local_day
from models.ratings.periods import Period, PeriodKind

if TYPE_CHECKING:
    from bot.sandbox.town import Town
    from bot.sandbox.town_agenda import Agenda

UNIT = "ktp"
FOUNDING = 1  # working days after the bot came: the record begins
ENOUGH = 2  # working days to appraise in, from the freezing to yesterday
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """Working days of the counters, oldest first, up to yesterday.

    all: since the record began. Of the last month whose record is frozen by now: within: its own;
    closing: those after it until the freezing, or its last one if all are days off; after: those
    since. month: that one. before: the one before; settled: those since
    the freezing of that one, none if the record began later.
    """

    all: tuple[date, ...]
    month: Period
    within: tuple[date, ...]
    closing: tuple[date, ...]
    after: tuple[date, ...]
    before: Period
    settled: tuple[date, ...]

    def share(self, passed: float) -> date:
        """The day on which such a share of all has passed, 0 to 1."""
        return self.all[min(int(passed * len(self.all)), len(self.all) - 1)]

    def ago(self, n: int) -> date:
        """The n-th working day before today."""
        return self.all[-min(n, len(self.all))]


def nth(days: Sequence[date], n: int) -> date:
    """The n-th of some days, from the end where negative; the nearest where there are fewer."""
    return days[min(n, len(days) - 1)] if n >= 0 else days[max(n, -len(days))]


def of(town: Town) -> Days:
    today = _local(town.now)
    every = tuple(_working(town, _local(town.begin) + _DAY * FOUNDING, today))
    month = _month(town, every, today)
    before, frozen = month.before(), _freezing(town, month)
    settled = tuple(day for day in every if day >= _freezing(town, before))
    within = tuple(day for day in every if month.first <= day <= month.last)
    return Days(
        all=every,
        month=month,
        within=within,
        closing=tuple(day for day in every if month.last < day < frozen) or within[-1:],
        after=tuple(day for day in every if day >= frozen),
        before=before,
        settled=settled if every[0] <= before.last else (),
    )


def _month(town: Town, every: Sequence[date], today: date) -> Period:
    """The last month since the record began that has been frozen long enough."""
    first = Period.containing(every[0], PeriodKind.MONTH)
    month = Period.containing(today, PeriodKind.MONTH)
    while month != first:
        month = month.before()
        if sum(day >= _freezing(town, month) for day in every) >= ENOUGH:
            break
    return month


def _freezing(town: Town, month: Period) -> date:
    setting = terms.setting_of(town.tx, town.offices[DUKCAPIL])
    return month.last + _DAY * (1 + setting.freeze_after)


def _working(town: Town, first: date, today: date) -> list[date]:
    calendar = offices.calendar_of(town.tx, town.units[UNIT])
    days = (first + _DAY * n for n in range((today - first).days))
    return [day for day in days if calendar.spans(day)]


def _local(at: datetime) -> date:
    return local_day(WIB, at)


@dataclass(frozen=True, slots=True)
class Diary:
    """Puts what happens on the agenda, by day and local time."""

    town: Town
    agenda: Agenda
    days: Days

    def on(self, day: date, clock: str, act: Callable[[datetime], object]) -> None:
        """clock: as "09:20", local."""
        local = datetime.combine(day, time.fromisoformat(clock), ZoneInfo(WIB))
        at = local.astimezone(UTC)
        self.agenda.add(at, lambda: act(at))

    def person(self, key: str) -> int:
        return self.town.persons[key]

    def officer(self, key: str) -> int:
        return self.town.officers[key]

    @property
    def office(self) -> int:
        return self.town.offices[DUKCAPIL]
