"""The forum of the town: a question that is open, and one that closed, with its result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.sandbox import town_record_words as words
from bot.sandbox.town_record_days import UNIT
from models import people
from models.forum import answers, questions
from models.people import Person

if TYPE_CHECKING:
    from bot.sandbox.town_record_days import Diary

CHIEF, HEAD = "surya", "hartono"
OPEN, CLOSED = 14, 7  # days that each is open
FIRST = timedelta(hours=2)  # after it was opened somebody answers
EACH = timedelta(minutes=97)  # from one answer to the next


def plan(diary: Diary) -> None:
    forum = _Forum(diary)
    diary.on(diary.days.share(0.35), "11:15", forum.ask_what_helps)
    diary.on(diary.days.ago(3), "11:25", forum.ask_when)


class _Forum:
    def __init__(self, diary: Diary) -> None:
        self._diary, self._tx = diary, diary.town.tx

    def ask_when(self, at: datetime) -> None:
        """Of the whole office, by its head: one of four."""
        office, by = self._diary.office, self._diary.person(CHIEF)
        people.consent(self._tx, by, True, at)  # the way to it is the citizens' own
        asked = questions.open_question(self._tx, office, None, words.HOURS, OPEN, at, by)
        for number, option in enumerate(words.CHOSEN):
            self._later(at, number, partial(self._choose, asked.id or 0, option))

    def ask_what_helps(self, at: datetime) -> None:
        """Of one unit, by its head: in own words."""
        office, unit = self._diary.office, self._diary.town.unit_id(UNIT)
        by = self._diary.person(HEAD)
        people.consent(self._tx, by, True, at)
        asked = questions.open_question(self._tx, office, unit, words.WAITING, CLOSED, at, by)
        for number, said in enumerate(words.WISHES):
            self._later(at, number, partial(self._write, asked.id or 0, said))

    def _choose(self, question: int, option: int, who: str, at: datetime) -> None:
        answers.choose(self._tx, question, who, option, at)

    def _write(self, question: int, said: str, who: str, at: datetime) -> None:
        answers.tell(self._tx, question, who, said, at)

    def _later(
        self, asked: datetime, number: int, answer: Callable[[str, datetime], object]
    ) -> None:
        """One visitor after the other."""
        at = asked + FIRST + number * EACH

        def act() -> None:
            person = self._diary.town.citizen(f"visitor{number}", at)
            answer(self._tx.session.get_one(Person, person).pseudonym, at)

        self._diary.agenda.add(at, act)
