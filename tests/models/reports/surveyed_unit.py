"""A unit with a survey: citizens rate and fill in questionnaires, some of which do not count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from models.database import Transaction
from models.offices import Office, Service, Unit
from models.people import Person
from models.ratings import corrections, operations, surveys
from models.ratings.ikm import ELEMENTS
from models.ratings.tables import Asked, Decision, Rating, RatingFlag

WIB = ZoneInfo("Asia/Jakarta")
# rules.md §1.2: totals of 49 respondents; 78.74 exact, 78.66 with 0.111, 77.95 with 0.11
WORKED = dict(zip(ELEMENTS, (138, 139, 150, 177, 159, 163, 161, 143, 159), strict=True))
RESPONDENTS = 49


def wib(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


NOW = wib("2026-11-23 09:00")


@dataclass
class SurveyedUnit:
    """Every act is one operation; each citizen rates once."""

    tx: Transaction
    unit: int = 0
    office: int = 0
    services: list[int] = field(default_factory=list)
    raters: int = 0

    @classmethod
    def build(cls, tx: Transaction, name: str = "Loket KTP") -> SurveyedUnit:
        made = cls(tx)
        made.office = made.put(Office(name="Dinas Dukcapil Kota Tanjungbalai"))
        made.unit = made.put(Unit(office_id=made.office, name=name))
        made.services = [
            made.put(Service(unit_id=made.unit, name=one, duration="24 hours"))
            for one in ("Cetak KTP-el", "Akta kelahiran")
        ]
        return made

    def put(self, row: object) -> int:
        self.tx.session.add(row)
        self.tx.session.flush()
        return getattr(row, "id", 0) or 0

    def person(self) -> int:
        """Somebody with no role."""
        self.raters += 1
        name = f"p{self.raters}"
        return self.put(Person(telegram_id=self.raters, pseudonym=name, created_at=NOW))

    def rates(self, score: int, at: datetime = NOW, asked: Asked = Asked.UNIT) -> int:
        """One rating by somebody new; its id."""
        self.raters += 1
        rater = f"p{self.raters}"
        given = operations.give(self.tx, rater, self.unit, score, at, asked=asked.value)
        return given.rating_id

    def answers(
        self,
        scores: Mapping[str, int],
        at: datetime = NOW,
        *,
        asked: Asked = Asked.UNIT,
        rating: int = 3,
        **profile: str,
    ) -> int:
        """A rating and its questionnaire; the rating's id."""
        rating_id = self.rates(rating, at, asked)
        rater = f"p{self.raters}"
        survey = surveys.begin(self.tx, rating_id, rater, at)
        for question, score in scores.items():
            surveys.answer(self.tx, survey.id, rater, question, score, at)
        for name, value in profile.items():
            surveys.describe(self.tx, survey.id, rater, name, value, at)
        return rating_id

    def everybody(
        self,
        totals: Mapping[str, int] = WORKED,
        people: int = RESPONDENTS,
        at: datetime = NOW,
        **profile: str,
    ) -> list[int]:
        """Complete questionnaires with these totals; ids of their ratings."""
        columns = {key: spread(total, people) for key, total in totals.items()}
        return [
            self.answers({key: scores[place] for key, scores in columns.items()}, at, **profile)
            for place in range(people)
        ]

    def excludes(self, rating_id: int, reason: str = "burst", at: datetime = NOW) -> None:
        self.put(
            RatingFlag(
                rating_id=rating_id,
                unit_id=self.unit,
                reason=reason,
                raised_at=at,
                decided_at=at,
                decision=Decision.EXCLUDED,
            )
        )
        corrections.exclude(self.tx, rating_id, at, None, reason)

    def withdraws(self, rating_id: int, at: datetime = NOW) -> None:
        rater = self.tx.session.get_one(Rating, rating_id).rater
        corrections.withdraw(self.tx, rater, rating_id, at, None)


def spread(total: int, people: int) -> Sequence[int]:
    """Scores from 1 to 4 with this sum, as even as can be."""
    low, more = divmod(total, people)
    return [low + (place < more) for place in range(people)]
