"""Which of the citizens' voices are told while a period runs: by whole weeks, and of enough people.

An officer who looked at the own figures before and after serving somebody would otherwise know
what that person said. So ratings and survey answers enter a running figure when their week is over,
and together with at least `SMALLEST` of the same officer; what is left waits for those that follow.
Once the period has ended all of them count.

Pure: standard library only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeVar

from models.small_numbers import SMALLEST

Voice = TypeVar("Voice")


def told(
    voices: Iterable[Voice], day: Callable[[Voice], date], today: date, least: int = SMALLEST
) -> list[Voice]:
    """Those of one officer that may be told on a day, in their order."""
    known = list(voices)
    weeks: dict[date, int] = defaultdict(int)
    for one in known:
        weeks[monday(day(one))] += 1
    last = _last_week(weeks, monday(today), least)
    return [one for one in known if last is not None and monday(day(one)) <= last]


def _last_week(weeks: dict[date, int], this: date, least: int) -> date | None:
    """The Monday of the last week that is over and whose voices stand with enough others."""
    found, held = None, 0
    for week in sorted(week for week in weeks if week < this):
        held += weeks[week]
        if held >= least:
            found, held = week, 0
    return found


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
