"""Six weeks of life in the town, in order of time: visits, ratings, complaints, and what the clock
does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot import tables
from bot.sandbox import (
    town_errands,
    town_events,
    town_opinions,
    town_paper,
    town_plans,
    town_queue,
    town_records,
)
from bot.sandbox.town_agenda import Act, Agenda
from bot.sandbox.town_cases import CASES
from bot.sandbox.town_counters import COUNTERS
from bot.sandbox.town_doubts import Doubts
from bot.sandbox.town_evenings import Evenings
from bot.sandbox.town_opinions import Opinion
from bot.sandbox.town_places import UNITS, UnitSpec
from bot.sandbox.town_story import Story
from bot.sandbox.town_surveys import Surveys
from bot.sandbox.town_visits import Visits
from models import offices, people
from models.ratings import operations as ratings
from models.ratings.tables import Asked

if TYPE_CHECKING:
    from bot.sandbox.town import Town

RATERS = 420
ASKED = ((Asked.COUNTER, 70), (Asked.UNIT, 22), (Asked.SEARCH, 8))
JOBS_AT = (0, 35, 90, 245, 395, 515, 1350)
"""Minutes of a UTC day: 07.00, 07.35, 08.30, 11.05, 13.35 and 15.35 WIB, and 07.30 WIT."""
JOBS: Mapping[str, Callable[[datetime, timedelta], bool]] = {
    "wake the cases whose time has come": lambda at, ago: True,
    "hand over the cases of who is on leave": lambda at, ago: True,
    "close visits that nobody ended": lambda at, ago: at.hour == 8,
    "remind of external causes, let undecided ones lapse": lambda at, ago: True,
    "remind of follow-up plans": lambda at, ago: at.hour == 1,
    "send weekly summaries": lambda at, ago: at.weekday() == 0 and at.hour == 0,
    "tell of ratings in doubt": lambda at, ago: ago < timedelta(days=6),
    # what was laid out on a desk weeks ago nobody sees any more
    "lay out the desks of the units that open": lambda at, ago: ago < timedelta(days=3),
    "let go what quiet hours held back": lambda at, ago: at.hour == 1 or ago < timedelta(days=3),
    # of the performance record once a day, in the morning
    "freeze records, open appraisals": lambda at, ago: at.hour == 0 and at.minute < 30,
    "remind of appraisals, end their terms": lambda at, ago: at.hour == 1,
    "propose trainings by frozen records": lambda at, ago: at.hour == 1,
    "tell the team what trainings did": lambda at, ago: at.hour == 1,
    "remind of promises of meetings": lambda at, ago: at.hour == 1,
    "remind of contests before a record is frozen": lambda at, ago: at.hour == 1,
    "tell of questions of the forum that closed": lambda at, ago: at.hour == 1,
    "remind of feedback, tell of rounds that closed": lambda at, ago: at.hour == 1,
    "publish recognitions": lambda at, ago: at.hour == 4,
}
"""The bot's jobs that matter in a past that is built at one go, and when each can have anything to
do: by the time, and how long ago that is."""


def play(town: Town) -> None:
    """Let everything up to now happen."""
    agenda = Agenda(town.now)
    surveys = Surveys(town, agenda)
    for spec in UNITS:
        _plan_ratings(town, agenda, spec, surveys)
    visits = Visits(town, agenda, surveys)
    town_queue.plan(town, visits)
    town_errands.plan(town, agenda, visits)

    def rated(unit: str, rater: str, opinion: Opinion, at: datetime) -> int:
        spec = next(spec for spec in UNITS if spec.key == unit)
        return by_poster(town, spec, rater, opinion, at, counter=spec.counters[0])

    Doubts(town, agenda, visits, rated).plan()
    for number, case in enumerate(CASES):
        story = Story(town, agenda, case, number)
        town.stories[case.key or f"case {number}"] = story
        story.plan()
    town_events.plan(town, agenda)
    town_paper.plan(town, agenda)
    town_plans.plan(town, agenda)
    town_records.plan(town, agenda)
    Evenings(town, agenda).plan()
    _plan_jobs(town, agenda)
    agenda.run()


# --- ratings


def _plan_ratings(town: Town, agenda: Agenda, spec: UnitSpec, surveys: Surveys) -> None:
    """Those by posters and search; where visits are kept, about half as many."""
    calendar = offices.calendar_of(town.tx, town.units[spec.key])
    for opening, closing in town_queue.days(calendar, town):
        number = town.random.randint(*spec.daily)
        if spec.key in COUNTERS:
            number = (number + 1) // 2
        for rater in town.random.sample(range(RATERS), number):
            at = opening + town.random.random() * (closing - opening)
            agenda.add(at, _rating(town, spec, rater, at, surveys))


def _rating(town: Town, spec: UnitSpec, rater: int, at: datetime, surveys: Surveys) -> Act:
    """A rating with all that chance decides about it, drawn now so that the order is fixed."""
    draw = town.random
    opinion = town_opinions.drawn(town, draw, spec, at)
    asked = draw.choices([way for way, _ in ASKED], [share for _, share in ASKED])[0]
    counter = draw.choice(spec.counters) if asked is Asked.COUNTER else ""

    def rate() -> None:
        name = people.pseudonym(town.key, rater)
        rating_id = by_poster(town, spec, name, opinion, at, asked, counter)
        surveys.after(spec, rating_id, name, opinion.score, at)

    return rate


def by_poster(
    town: Town,
    spec: UnitSpec,
    rater: str,
    opinion: Opinion,
    at: datetime,
    asked: Asked = Asked.COUNTER,
    counter: str = "",
) -> int:
    """Somebody rates without a visit; the rating's id. rater: a pseudonym."""
    unit_id, counter_id = town.unit_id(spec.key), town.counters.get((spec.key, counter))
    given = ratings.give(
        town.tx, rater, unit_id, opinion.score, at, asked=asked.value, counter_id=counter_id
    )
    town_opinions.told(town, rater, None, unit_id, given, opinion, at)
    return given.rating_id


# --- what the clock does


def _plan_jobs(town: Town, agenda: Agenda) -> None:
    """Reminders, escalations, closings and summaries, as the running bot would have done them."""
    first = town.begin + timedelta(weeks=1)
    midnight = first.replace(hour=0, minute=0)
    for day in range((town.now - midnight).days + 1):
        for minute in JOBS_AT:
            at = midnight + timedelta(days=day, minutes=minute + 1)
            if at > first:
                agenda.add(at, _jobs(town, at))


def _jobs(town: Town, at: datetime) -> Act:
    def run() -> None:
        for job in tables.JOBS:
            if job.name in JOBS and JOBS[job.name](at, town.now - at):
                job.work(town.tx, at)

    return run
