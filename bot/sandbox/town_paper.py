"""The survey before the bot came: questionnaires on paper, typed into files, of earlier quarters.

The sheets of the two units that had them are entered when the town is founded; one of them still
lays paper out beside the bot.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.sandbox.town_counters import TELUK_SERVED
from bot.sandbox.town_opinions import WEAK
from bot.sandbox.town_places import STAFF
from bot.sandbox.town_surveys import PROFILE, person, scored
from models import offices
from models.people import Role
from models.ratings import paper, paper_sheet, survey_settings
from models.ratings.ikm import ELEMENTS, Numbering
from models.ratings.paper import Paper
from models.ratings.periods import Period, PeriodKind, latest

if TYPE_CHECKING:
    from bot.sandbox.town import Town
    from bot.sandbox.town_agenda import Agenda

ENTERED_BY = "anisa"
BLANK = 0.02  # share of the questions left blank on paper
SETTLED = timedelta(days=2)  # after the bot came
LATELY = timedelta(days=6)  # before today: the sheet of this quarter
WORDS = {"female": "perempuan", "male": "laki-laki"}


@dataclass(frozen=True, slots=True)
class Past:
    """Quarters before this one, the oldest first: people served, sheets, and how far the element
    that is worst, and all others, were above what is usual today."""

    unit: str
    quarters: tuple[tuple[int, int, float, float], ...]
    now: int = 0  # sheets of this quarter


PASTS = (
    # asked enough people each time, and saw the waiting get shorter
    Past(
        "ktp",
        (
            (430, 208, -0.35, -0.16),
            (455, 214, -0.32, -0.10),
            (410, 205, -0.20, -0.08),
            (470, 220, -0.18, 0.0),
            (440, 212, 0.05, 0.02),
        ),
        now=115,
    ),
    # never asked enough
    Past(
        "puskesmas",
        (
            (1900, 92, 0.05, 0.0),
            (2100, 104, 0.0, 0.04),
            (2050, 88, -0.04, -0.03),
            (1980, 96, -0.08, 0.02),
        ),
    ),
)


def plan(town: Town, agenda: Agenda) -> None:
    at = town.begin + SETTLED
    agenda.add(at, lambda: _enter_the_past(town, at))
    agenda.add(at, lambda: _enter_served(town, "teluk", TELUK_SERVED, at))
    recently = town.now - LATELY
    agenda.add(recently, lambda: _enter_the_present(town, recently))
    agenda.add(recently, lambda: _enter_served(town, "teluk", TELUK_SERVED, recently))


def quarter(town: Town, unit: str, at: datetime) -> Period:
    day = offices.calendar_of(town.tx, town.units[unit]).day_of(at)
    return Period.containing(day, PeriodKind.QUARTER)


def _enter_the_past(town: Town, at: datetime) -> None:
    for past in PASTS:
        before = quarter(town, past.unit, town.now).before()
        periods = latest(before, len(past.quarters))
        for period, (served, sheets, weak, rest) in zip(periods, past.quarters, strict=True):
            if period.last < quarter(town, past.unit, at).first:
                _enter_sheets(town, past.unit, period, sheets, (weak, rest), at)
                _enter_population(town, past.unit, period, served, at)


def _enter_the_present(town: Town, at: datetime) -> None:
    for past in PASTS:
        if past.now:
            _enter_sheets(town, past.unit, quarter(town, past.unit, at), past.now, (0.1, 0.05), at)


def _enter_served(town: Town, unit: str, served: int, at: datetime) -> None:
    _enter_population(town, unit, quarter(town, unit, at), served, at)


def _enter_population(town: Town, unit: str, period: Period, served: int, at: datetime) -> None:
    head = town.persons[town.led_by(Role.HEAD, unit)]
    survey_settings.enter_population(town.tx, town.unit_id(unit), period, served, at, head)


def _enter_sheets(
    town: Town, unit: str, period: Period, number: int, better: tuple[float, float], at: datetime
) -> None:
    """A file of so many questionnaires, the last of them filled in at the end of the period."""
    calendar = offices.calendar_of(town.tx, town.units[unit])
    day = min(period.last, calendar.day_of(at))
    while not calendar.spans(day):
        day -= timedelta(days=1)
    content = _file(random.Random(f"{unit} {period.code}"), unit, number, *better)
    sheet = paper_sheet.read(content, Numbering.QUESTIONNAIRE)
    name = f"skm-{unit}-{period.code.lower()}.csv"
    entered_by = next(who.name for who in STAFF if who.key == ENTERED_BY)
    paper.store(town.tx, town.unit_id(unit), day, Paper(content, sheet, name, entered_by), at)


def _file(draw: random.Random, unit: str, number: int, weak: float, rest: float) -> bytes:
    lines = [",".join((*ELEMENTS, *PROFILE))]
    for _ in range(number):
        mood = draw.gauss(0, 0.25)
        scores = (
            scored(draw, unit, key, mood + (weak if key == WEAK.get(unit) else rest))
            for key in ELEMENTS
        )
        cells = ["" if draw.random() < BLANK else str(score) for score in scores]
        told = person(draw)
        told["sex"] = WORDS[told["sex"]]
        lines.append(",".join((*cells, *told.values())))
    return "\n".join(lines).encode()
