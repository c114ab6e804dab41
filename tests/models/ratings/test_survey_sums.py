"""Questionnaires are answered, changed, skipped, described, finished; their ratings are withdrawn,
excluded, taken back in; instruments change: in any order.

Then the daily sums are what the rows say, counted here in another way, and what a rebuild makes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import Engine
from sqlmodel import select

from models.database import Transaction, writing_engine
from models.errors import Refused
from models.ratings import corrections, instruments, operations, survey_sums, surveys
from models.ratings.ikm import ELEMENTS
from models.ratings.instruments import Element, Wording
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse, SurveySum
from models.ratings.surveys import PROFILE
from models.ratings.tables import Rating, Standing
from tests.models.ratings import survey_desk as desk
from tests.models.ratings.survey_desk import NOW
from tests.scale import scaled

RATERS = ("ani", "budi", "citra")
DESCRIBED = [(field, value) for field, values in PROFILE.items() for value in (*values[:2], None)]
FORMS = (
    [Element(key) for key in ELEMENTS],
    [Element("waktu")],
    [Element("biaya", (Wording(), Wording("Apakah murah?", "Is it cheap?"))), Element("produk")],
    [Element("sarana", tuple(Wording(f"Ruang {n}?", f"Room {n}?") for n in range(6)))],
    [Element(key) for key in ELEMENTS[:7]],
)
QUESTIONS = (*ELEMENTS, "biaya.2", *(f"sarana.{n}" for n in range(2, 7)))

places = st.integers(0, 30)
scores = st.integers(1, 4)
Key = tuple[int, str, date]


class AnySequence(RuleBasedStateMachine):
    engine: ClassVar[Engine]

    @initialize()
    def furnish(self) -> None:
        self.connection = self.engine.connect()
        self.connection.begin()
        self.tx = Transaction(self.connection)
        self.at = NOW
        self.units = [desk.unit(self.tx, name) for name in ("Loket KTP", "Loket Akta")]
        self.services = [desk.service(self.tx, unit) for unit in self.units]
        for rater in RATERS[:2]:
            desk.answered(self.tx, self.units[0], rater)

    def teardown(self) -> None:
        if hasattr(self, "connection"):
            self.tx.close()
            self.connection.close()  # rolls back

    @rule(rater=st.sampled_from(RATERS), unit=st.integers(0, 1), score=scores)
    def rate_and_begin(self, rater: str, unit: int, score: int) -> None:
        self._try(
            lambda: surveys.begin(
                self.tx,
                desk.rating(self.tx, self.units[unit], rater, score, self.at),
                rater,
                self.at,
            )
        )

    @rule(place=places, question=st.sampled_from(QUESTIONS), score=scores)
    def answer(self, place: int, question: str, score: int) -> None:
        self._of(place, surveys.answer, question, score)

    @rule(place=places, score=scores)
    def answer_everything(self, place: int, score: int) -> None:
        found = self._one(place)
        if found is not None:
            for question in instruments.by_id(self.tx, found.instrument_id).questions:
                self._of(place, surveys.answer, question.key, score)

    @rule(place=places, question=st.sampled_from(QUESTIONS))
    def skip(self, place: int, question: str) -> None:
        self._of(place, surveys.skip, question)

    @rule(place=places, told=st.sampled_from(DESCRIBED))
    def describe(self, place: int, told: tuple[str, str | None]) -> None:
        self._of(place, surveys.describe, *told)

    @rule(place=places, service=st.sampled_from((0, 1, None)))
    def name_a_service(self, place: int, service: int | None) -> None:
        value = None if service is None else str(self.services[service])
        self._of(place, surveys.describe, "service", value)

    @rule(place=places, really=st.sampled_from((True, False, False)))
    def finish(self, place: int, really: bool) -> None:
        if really:
            self._of(place, surveys.finish)

    @rule(place=places, score=scores)
    def change_the_score(self, place: int, score: int) -> None:
        found = self._rating(place)
        if found is not None:
            self._try(
                lambda: operations.rerate(self.tx, found.rater, found.id or 0, score, self.at, None)
            )

    @rule(place=places, really=st.booleans())
    def withdraw(self, place: int, really: bool) -> None:
        found = self._rating(place)
        if found is not None and really:
            corrections.withdraw(self.tx, found.rater, found.id or 0, self.at, None)

    @rule(place=places)
    def exclude(self, place: int) -> None:
        found = self._rating(place)
        if found is not None:
            corrections.exclude(self.tx, found.id or 0, self.at, None, "burst")

    @rule(place=places)
    def restore(self, place: int) -> None:
        found = self._rating(place)
        if found is not None:
            corrections.restore(self.tx, found.id or 0, self.at, None, "mistaken")

    @rule(unit=st.integers(0, 1), form=st.sampled_from(FORMS))
    def change_the_instrument(self, unit: int, form: list[Element]) -> None:
        instruments.set(self.tx, self.units[unit], form, self.at, None)

    @rule(hours=st.integers(1, 20))
    def time_passes(self, hours: int) -> None:
        self.at += timedelta(hours=hours)

    @invariant()
    def sums_are_what_the_rows_say(self) -> None:
        if hasattr(self, "tx"):
            kept = self._kept()
            assert kept == self._counted()
            survey_sums.rebuild(self.tx)
            assert self._kept() == kept

    def _kept(self) -> dict[Key, tuple[int, int, int]]:
        self.tx.session.expire_all()
        rows = self.tx.session.exec(select(SurveySum)).all()
        assert all(row.total == row.squares == 0 for row in rows if row.n == 0)
        return {
            (row.unit_id, row.key, row.day): (row.n, row.total, row.squares)
            for row in rows
            if row.n
        }

    def _counted(self) -> dict[Key, tuple[int, int, int]]:
        """The sums in plain fractions, without the module that keeps them."""
        given: dict[int, dict[str, int]] = {}
        for answer in self.tx.session.exec(select(SurveyAnswer)):
            given.setdefault(answer.response_id, {})[answer.question] = answer.score
        values: dict[Key, list[int]] = {}
        for response in self.tx.session.exec(select(SurveyResponse)):
            for key, value in self._worth(response, given.get(response.id or 0, {})):
                values.setdefault((response.unit_id, key, response.day), []).append(value)
        return {
            key: (len(found), sum(found), sum(value**2 for value in found))
            for key, found in values.items()
        }

    def _worth(self, response: SurveyResponse, given: dict[str, int]) -> list[tuple[str, int]]:
        if not given:
            return []
        if response.standing != Standing.COUNTED:
            return [("received", 0), (response.standing, 0)]
        means = {}
        for element in ELEMENTS:
            own = [score for key, score in given.items() if key.split(".")[0] == element]
            if own:
                means[element] = Fraction(sum(own), len(own))
        told = [("received", 0), ("medium:chat", 0)]
        told += [(element, int(mean * 60)) for element, mean in means.items()]
        for field in PROFILE:
            if getattr(response, field):
                told.append((f"{field}:{getattr(response, field)}", 0))
        if response.service_id:
            told.append((f"service:{response.service_id}", 0))
        asked = instruments.by_id(self.tx, response.instrument_id).keys
        if set(asked) == set(means):
            mean = sum(means.values(), Fraction()) / len(means) * 3600
            told += [("complete", 0), ("index", int(mean + Fraction(1, 2)))]
        return told

    def _of(self, place: int, operation: Callable[..., Any], *arguments: Any) -> None:
        """An operation on one of the questionnaires by whom it belongs to."""
        found = self._one(place)
        if found is not None:
            rater = self.tx.session.get_one(Rating, found.rating_id).rater
            self._try(lambda: operation(self.tx, found.id, rater, *arguments, self.at))

    def _one(self, place: int) -> SurveyResponse | None:
        found = self.tx.session.exec(select(SurveyResponse)).all()
        return found[place % len(found)] if found else None

    def _rating(self, place: int) -> Rating | None:
        found = self.tx.session.exec(select(Rating)).all()
        return found[place % len(found)] if found else None

    def _try(self, work: Callable[[], object]) -> None:
        with suppress(Refused), self.tx.savepoint():
            work()


def test_sums_are_what_the_rows_say_and_what_a_rebuild_makes(
    sqlite_template: Path, tmp_path: Path
) -> None:
    file = tmp_path / "survey.db"
    shutil.copy(sqlite_template, file)
    AnySequence.engine = writing_engine(f"sqlite:///{file}")
    few = settings(
        max_examples=scaled(40, 20),
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
    )
    try:
        AnySequence.TestCase.settings = few
        AnySequence.TestCase("runTest").debug()
    finally:
        AnySequence.engine.dispose()


def test_the_index_of_one_questionnaire_is_the_mean_of_its_elements() -> None:
    assert survey_sums.index([240] * 9) == 4 * 3600
    assert survey_sums.index([60, 120, 120, 60, 60, 60, 60]) == 4629  # 9/7 of 3600, rounded
