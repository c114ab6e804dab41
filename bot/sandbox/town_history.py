"""Six weeks of life in the town: ratings, complaints and what the clock does, in order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import nlp
from bot import tables
from bot.sandbox import town_events
from bot.sandbox.town_agenda import Act, Agenda
from bot.sandbox.town_cases import CASES
from bot.sandbox.town_comments import BAD, GOOD
from bot.sandbox.town_places import UNITS, UnitSpec
from bot.sandbox.town_story import Story
from models import offices, people
from models.appraisal import operations as appraisal
from models.ratings import operations as ratings
from models.ratings.tables import SCORES, Asked
from models.worktime import Calendar

if TYPE_CHECKING:
    from bot.sandbox.town import Town

RATERS = 420
COMMENTED = 0.3  # share of the ratings with a comment
ASKED = ((Asked.COUNTER, 70), (Asked.UNIT, 22), (Asked.SEARCH, 8))
JOBS_AT = (0, 35, 90, 245, 395, 515, 1350)
"""Minutes of a UTC day: 07.00, 07.35, 08.30, 11.05, 13.35 and 15.35 WIB, and 07.30 WIT."""
JOBS: Mapping[str, Callable[[datetime, timedelta], bool]] = {
    "wake the cases whose time has come": lambda at, ago: True,
    "hand over the cases of who is on leave": lambda at, ago: True,
    "remind of external causes, let undecided ones lapse": lambda at, ago: True,
    "send weekly summaries": lambda at, ago: at.weekday() == 0 and at.hour == 0,
    # what was laid out on a desk weeks ago nobody sees any more
    "lay out the desks of the units that open": lambda at, ago: ago < timedelta(days=3),
    "let go what quiet hours held back": lambda at, ago: ago < timedelta(days=3),
}
"""The bot's jobs that matter in a past that is built at one go, and when each can have anything to
do: by the time, and how long ago that is."""


def play(town: Town) -> None:
    """Let everything up to now happen."""
    agenda = Agenda(town.now)
    for spec in UNITS:
        _plan_ratings(town, agenda, spec)
    for number, case in enumerate(CASES):
        story = Story(town, agenda, case, number)
        town.stories[case.key or f"case {number}"] = story
        story.plan()
    town_events.plan(town, agenda)
    _plan_jobs(town, agenda)
    agenda.run()


# --- ratings


def _plan_ratings(town: Town, agenda: Agenda, spec: UnitSpec) -> None:
    calendar = offices.calendar_of(town.tx, town.units[spec.key])
    for opening, closing in _days(calendar, town):
        raters = town.random.sample(range(RATERS), town.random.randint(*spec.daily))
        for rater in raters:
            at = opening + town.random.random() * (closing - opening)
            agenda.add(at, _rating(town, spec, f"{rater}", at))


def _days(calendar: Calendar, town: Town) -> Iterator[tuple[datetime, datetime]]:
    """Each open day since the beginning, from its first opening to its last closing."""
    day, last = calendar.day_of(town.begin + timedelta(weeks=1)), calendar.day_of(town.now)
    while day <= last:
        if spans := calendar.spans(day):
            yield spans[0][0], spans[-1][1]
        day += timedelta(days=1)


def _rating(town: Town, spec: UnitSpec, rater: str, at: datetime) -> Act:
    """A rating with all that chance decides about it, drawn now so that the order is fixed."""
    draw = town.random
    score = draw.choices(SCORES, _weights(spec, (town.now - at).days))[0]
    asked = draw.choices([way for way, _ in ASKED], [share for _, share in ASKED])[0]
    counter = draw.choice(spec.counters) if asked is Asked.COUNTER else ""
    words = ""
    if draw.random() < COMMENTED:
        words = draw.choice((GOOD if score >= 3 else BAD)[spec.key])
    return lambda: _rate(town, spec.key, rater, score, at, asked, counter, words)


def _weights(spec: UnitSpec, days_ago: int) -> tuple[int, ...]:
    """The Puskesmas gets better, the KTP counter worse: a summary should have news."""
    one, two, three, four = spec.scores
    if spec.key == "puskesmas" and days_ago < 14:
        return one // 2, two // 2, three, four + 10
    if spec.key == "ktp" and days_ago < 10:
        return one + 8, two + 10, three, four // 2
    return spec.scores


def _rate(
    town: Town,
    unit: str,
    rater: str,
    score: int,
    at: datetime,
    asked: Asked,
    counter: str,
    words: str,
) -> None:
    name = people.pseudonym(town.key, int(rater))
    unit_id, counter_id = town.unit_id(unit), town.counters.get((unit, counter))
    given = ratings.give(
        town.tx, name, unit_id, score, at, asked=asked.value, counter_id=counter_id
    )
    if given.officer_id is not None:
        appraisal.rated(town.tx, given.rating_id, given.officer_id, unit_id, at, given.unit_zone)
    if words:
        reading = nlp.read(words).to_json()
        later = at + timedelta(seconds=40)
        ratings.comment(town.tx, name, given.rating_id, words, reading, later, None)


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
