"""A hint to the head of a unit: elements of the survey that were low in two quarters.

What citizens say of a unit is nobody's own figure, so that it proposes a training for nobody: the
head sees it and may propose one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from models import people
from models.database import Transaction
from models.errors import Refused
from models.local_days import local_day
from models.offices import Unit
from models.people import Role
from models.ratings import survey_sums
from models.ratings.periods import Period, PeriodKind
from models.statistics import Mean, Moments, mean_of_moments

GOOD = 3.0644  # of 1 to 4: quality B begins here (PermenPANRB 14/2017)
TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "kompetensi": "satisfaction_competence",
        "perilaku": "satisfaction_conduct",
        "waktu": "visits_within",
        "pengaduan": "answered_in_a_day",
    }
)
"""What an officer can do about an element; about the others an officer can do nothing."""


@dataclass(frozen=True, slots=True)
class Hint:
    """An element clearly below quality B in both quarters, with what was answered."""

    element: str
    topic: str
    periods: tuple[Period, Period]
    means: tuple[Mean, Mean]


def of_unit(tx: Transaction, unit_id: int, at: datetime, by: int) -> list[Hint]:
    """For the head over a unit, in the order of `TOPICS`."""
    unit = tx.session.get(Unit, unit_id)
    if unit is None or not people.known_authority(tx, by, at).over_unit(
        Role.HEAD, unit_id, unit.office_id
    ):
        raise Refused("not-for-you")
    today = local_day(unit.zone, at)
    later = Period.containing(today, PeriodKind.QUARTER).before()
    periods = (later.before(), later)
    first, second = (_low(tx, unit_id, period) for period in periods)
    return [
        Hint(element, TOPICS[element], periods, (first[element], second[element]))
        for element in TOPICS
        if element in first and element in second
    ]


def _low(tx: Transaction, unit_id: int, period: Period) -> dict[str, Mean]:
    """By element, the means whose whole interval lies below quality B."""
    found = survey_sums.moments(tx, unit_id, period.first, period.last, list(TOPICS))
    means = {key: mean_of_moments(found.get(key, Moments())) for key in TOPICS}
    return {key: mean for key, mean in means.items() if mean is not None and mean.high < GOOD}
