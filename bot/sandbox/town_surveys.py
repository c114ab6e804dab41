"""The questionnaires that people of the town fill in after a rating, in the chat."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.sandbox.town_agenda import Agenda
from bot.sandbox.town_opinions import WEAK
from bot.sandbox.town_places import UnitSpec
from models.ratings import surveys
from models.ratings.ikm import ELEMENTS

if TYPE_CHECKING:
    from bot.sandbox.town import Town

STARTED = timedelta(seconds=70)  # after the tap on a score: words and reason come first
EACH = timedelta(seconds=6)  # from one answer to the next
SHARE, STOPPED, SKIPPED = 0.17, 0.12, 0.04
"""Of the ratings, how many lead to a questionnaire; of these, how many stop on the way; of the
questions, how many are skipped."""
TOLD = 0.75  # share of those who say something of themselves
MEANS: dict[str, float] = {"biaya": 3.55, "perilaku": 3.35, "kompetensi": 3.3}
USUAL, WEAKER = 3.12, 0.65
"""What an element gets on average, and how much less the one that is worst in a unit."""
SPREAD = 0.6
# as in the town: most who come are between 20 and 50
PROFILE: dict[str, tuple[tuple[str, int], ...]] = {
    "sex": (("female", 52), ("male", 48)),
    "age": (
        ("under-20", 6), ("20-29", 27), ("30-39", 29), ("40-49", 20), ("50-59", 12), ("60-up", 6),
    ),
    "education": (("SD", 8), ("SMP", 14), ("SMA", 44), ("D3", 11), ("S1", 20), ("S2", 3)),
    "occupation": (
        ("PNS", 9), ("TNI", 1), ("POLRI", 1), ("swasta", 30), ("wirausaha", 24), ("lainnya", 35),
    ),
}  # fmt: skip


def scored(draw: random.Random, unit: str, element: str, better: float = 0.0) -> int:
    """A score somebody gives an element; `better`: by how much it is above what is usual."""
    mean = MEANS.get(element, USUAL) + better - WEAKER * (WEAK.get(unit) == element)
    return min(4, max(1, round(draw.gauss(mean, SPREAD))))


def person(draw: random.Random) -> dict[str, str]:
    """What somebody says of themself."""
    return {
        field: draw.choices([v for v, _ in known], [n for _, n in known])[0]
        for field, known in PROFILE.items()
    }


class Surveys:
    """Lets questionnaires be filled in."""

    def __init__(self, town: Town, agenda: Agenda) -> None:
        self.town = town
        self.tx = town.tx
        self.agenda = agenda
        self.draw = random.Random(20_28)

    def after(
        self,
        unit: UnitSpec,
        rating_id: int,
        rater: str,
        score: int,
        at: datetime,
        answers: int | None = None,
    ) -> None:
        """What follows a rating. answers: so many, then it stays open; 0: no questionnaire; None:
        as it comes."""
        if answers == 0 or (answers is None and self.draw.random() > SHARE):
            return
        if answers is None:
            stops = self.draw.random() < STOPPED
            answers = self.draw.randint(2, 7) if stops else len(ELEMENTS)
        given = [
            (key, scored(self.draw, unit.key, key, (score - 3) * 0.25))
            for key in ELEMENTS[:answers]
            if self.draw.random() >= SKIPPED
        ]
        told = person(self.draw) if self.draw.random() < TOLD else {}
        begun = at + STARTED
        over = begun + EACH * (len(given) + len(told) + 1)
        if answers < len(ELEMENTS):
            self.agenda.add(over, lambda: self._fill_in(rating_id, rater, begun, given))
        else:
            self.agenda.add(over, lambda: self._finish(rating_id, rater, begun, given, told))

    def _fill_in(
        self, rating_id: int, rater: str, at: datetime, given: list[tuple[str, int]]
    ) -> tuple[int, datetime]:
        """One answer after the other; the questionnaire, and when it came so far."""
        survey_id = surveys.begin(self.tx, rating_id, rater, at).id
        for key, score in given:
            at += EACH
            surveys.answer(self.tx, survey_id, rater, key, score, at)
        return survey_id, at

    def _finish(
        self,
        rating_id: int,
        rater: str,
        at: datetime,
        given: list[tuple[str, int]],
        told: dict[str, str],
    ) -> None:
        survey_id, at = self._fill_in(rating_id, rater, at, given)
        for field, value in told.items():
            at += EACH
            surveys.describe(self.tx, survey_id, rater, field, value, at)
        surveys.finish(self.tx, survey_id, rater, at + EACH)
