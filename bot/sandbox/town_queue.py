"""Who comes to the counters of the town on which day, for what, and how long it takes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING

from bot.sandbox.town_counters import COUNTERS, SCATTER, WAITS, Work
from bot.sandbox.town_places import UNITS, VISITORS, UnitSpec
from bot.sandbox.town_visits import Guest, Plan, Visits
from models import offices
from models.visits.tables import Outcome, Source
from models.worktime import Calendar, advance, next_opening

if TYPE_CHECKING:
    from bot.sandbox.town import Town

LAST_CALL = timedelta(minutes=20)  # before closing: later nobody is called
PAPERS = (20, 200)  # minutes of open time until somebody is back with them
LEFT = 0.15  # share of those who never come back
APART = timedelta(minutes=3)  # two visits of a counter begin at least so far apart
"""So that two taps are two visits."""


class Queue:
    """Draws the visits of one unit. The same people come back, but not often: each stands in a
    list that is gone through again and again."""

    def __init__(self, town: Town, spec: UnitSpec, number: int) -> None:
        self.town = town
        self.spec = spec
        self.serving = COUNTERS[spec.key]
        self.calendar = offices.calendar_of(town.tx, town.units[spec.key])
        self.draw = random.Random(3_000 + number)
        self.people = [f"visitor{n}" for n in self.draw.sample(range(VISITORS), VISITORS)]
        self.come = 0

    def visits(self) -> Iterator[Plan]:
        for opening, closing in days(self.calendar, self.town):
            for counter in self.spec.counters:
                works = [w for w in self.serving.works if w.counter in ("", counter)]
                number = self.draw.randint(*self.serving.daily)
                for started in self._calls(opening, closing, number):
                    work = self.draw.choices(works, [one.often for one in works])[0]
                    yield self._visit(work, counter, opening, started)

    def _calls(self, opening: datetime, closing: datetime, number: int) -> list[datetime]:
        """When the counter calls somebody, in order."""
        length = closing - LAST_CALL - opening
        drawn = sorted(opening + self.draw.random() * length for _ in range(number))
        calls = [next_opening(self.calendar, at) for at in drawn]
        return calls[:1] + [b for a, b in pairwise(calls) if b - a >= APART]

    def _visit(self, work: Work, counter: str, opening: datetime, started: datetime) -> Plan:
        draw, serving = self.draw, self.serving
        length = max(2.0, work.minutes * exp(draw.gauss(0, SCATTER)))
        wait = timedelta(minutes=draw.uniform(*WAITS))
        queued = max(opening, started - wait) if serving.source is Source.API else None
        redirected = draw.random() < serving.redirected
        papers = not redirected and draw.random() < serving.paused
        paused, left = None, False
        if papers:
            since = self._later(started, length * 0.3)
            until = self._later(since, draw.uniform(*PAPERS))
            paused, left = (since, until), draw.random() < LEFT and queued is None
        ended = self._later(paused[1] if paused else started, length * (0.7 if paused else 1))
        return Plan(
            self.spec,
            work.service,
            counter,
            started,
            ended,
            Outcome.REDIRECTED if redirected else Outcome.DONE,
            queued,
            paused,
            left,
            self._guest(),
        )

    def _later(self, at: datetime, minutes: float) -> datetime:
        """After so much open time."""
        return advance(self.calendar, at, timedelta(minutes=round(minutes, 1)))

    def _guest(self) -> Guest | None:
        chance = self.draw.random() - self.serving.rated
        if chance > self.serving.looked:
            return None
        self.come += 1
        return Guest(self.people[self.come % len(self.people)], rates=chance <= 0)


def plan(town: Town, visits: Visits) -> None:
    """The visits of every unit that keeps them."""
    for number, spec in enumerate(UNITS):
        if spec.key in COUNTERS:
            for visit in Queue(town, spec, number).visits():
                visits.plan(visit)


def days(calendar: Calendar, town: Town) -> Iterator[tuple[datetime, datetime]]:
    """Each open day since the beginning, from its first opening to its last closing."""
    day, last = calendar.day_of(town.begin + timedelta(weeks=1)), calendar.day_of(town.now)
    while day <= last:
        if spans := calendar.spans(day):
            yield spans[0][0], spans[-1][1]
        day += timedelta(days=1)
