"""The month that ended in the town: its records are frozen by the clock, then people decide, and
each who opens the demo finds a step to take."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.sandbox import town_record_words as words
from bot.sandbox.town_record_days import nth
from models.appraisal import terms
from models.appraisal.deciding import context, operations
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.matrix import Expectation, OrganisationPredicate
from models.people import Officer

if TYPE_CHECKING:
    from bot.sandbox.town_record_days import Diary

CHIEF, HEAD, ADMIN = "surya", "hartono", "anisa"


def plan(diary: Diary) -> None:
    """Open stays: Nurul's for her head, the head's for the chief. Waits: Sari's for her answer,
    Bayu's, to which he objected, for the chief's decision. Dodi's is final."""
    after, settled, deciding = diary.days.after, diary.days.settled, _Deciding(diary)
    if settled:
        diary.on(settled[0], "10:05", deciding.rate_before)
        diary.on(nth(settled, 1), "14:45", deciding.agree_before)
    if not after:
        return
    first, then, last = (nth(after, -n) for n in (3, 2, 1))
    # where there are few days, one step still comes after the other
    diary.on(first, "09:20", deciding.of_sari)
    diary.on(first, "09:50", deciding.of_bayu)
    diary.on(first, "10:15", deciding.of_dodi)
    diary.on(first, "10:40", deciding.organisation)
    diary.on(then, "13:15", deciding.bayu_objects)
    diary.on(then, "13:40", deciding.dodi_agrees)
    diary.on(last, "14:25", deciding.explain)


class _Deciding:
    def __init__(self, diary: Diary) -> None:
        self._diary, self._tx = diary, diary.town.tx

    # the month before, where there was one: nobody objected

    def rate_before(self, at: datetime) -> None:
        as_expected = Expectation.AS_EXPECTED
        for one in self._before(at):
            number, by = one.id or 0, self._person(one.appraiser_id)
            operations.rate(self._tx, number, as_expected, as_expected, *words.ANYBODY, at, by)
            operations.confirm(self._tx, number, at, by)

    def agree_before(self, at: datetime) -> None:
        for one in self._before(at):
            operations.agree(self._tx, one.id or 0, at, self._person(one.officer_id))

    def _before(self, at: datetime) -> list[Appraisal]:
        period = terms.of_kind(self._tx, self._diary.office, self._diary.days.before, at)
        statement = select(Appraisal).where(Appraisal.period_id == period.id)
        return list(self._tx.session.exec(statement.order_by(col(Appraisal.id))))

    def _person(self, officer_id: int) -> int:
        return self._tx.session.get_one(Officer, officer_id).person_id or 0

    # the month that ended

    def of_sari(self, at: datetime) -> None:
        self._rate("sari", HEAD, Expectation.AS_EXPECTED, Expectation.ABOVE, words.SARI, at)

    def of_bayu(self, at: datetime) -> None:
        self._rate("bayu", HEAD, Expectation.BELOW, Expectation.AS_EXPECTED, words.BAYU, at)

    def of_dodi(self, at: datetime) -> None:
        self._rate("dodi", CHIEF, Expectation.AS_EXPECTED, Expectation.ABOVE, words.DODI, at)

    def _rate(
        self,
        who: str,
        by: str,
        work: Expectation,
        behaviour: Expectation,
        said: tuple[str, str],
        at: datetime,
    ) -> None:
        """Both ratings, and what the matrix calls them. The reason is kept where the evidence says
        the opposite."""
        number, person = self._appraisal(who, at), self._diary.person(by)
        operations.rate(
            self._tx, number, work, behaviour, *said, at, person, contradiction=words.WHY_BELOW
        )
        operations.confirm(self._tx, number, at, person)

    def bayu_objects(self, at: datetime) -> None:
        number = self._appraisal("bayu", at)
        operations.object_to(self._tx, number, words.OBJECTION, at, self._diary.person("bayu"))

    def explain(self, at: datetime) -> None:
        number = self._appraisal("bayu", at)
        operations.explain(self._tx, number, words.EXPLANATION, at, self._diary.person(HEAD))

    def dodi_agrees(self, at: datetime) -> None:
        operations.agree(self._tx, self._appraisal("dodi", at), at, self._diary.person("dodi"))

    def organisation(self, at: datetime) -> None:
        """What was decided about the office elsewhere."""
        office, by = self._diary.office, self._diary.person(ADMIN)
        period, good = self._period(at), OrganisationPredicate.GOOD
        context.enter_organisation(self._tx, office, period, good, words.ORGANISATION, at, by)

    def _appraisal(self, who: str, at: datetime) -> int:
        statement = select(Appraisal.id).where(
            Appraisal.officer_id == self._diary.officer(who),
            Appraisal.period_id == self._period(at),
        )
        return self._tx.session.exec(statement).one() or 0

    def _period(self, at: datetime) -> int:
        month = self._diary.days.month
        return terms.of_kind(self._tx, self._diary.office, month, at).id or 0
