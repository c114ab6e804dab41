"""Coaching in the town: a training whose effect can be looked at, a wish for another, a
recognition, and what was promised at the last meeting."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.sandbox import town_record_notices as notices
from bot.sandbox import town_record_words as words
from bot.sandbox.town_places import WIB
from bot.sandbox.town_record_days import UNIT, nth
from models.appraisal import terms
from models.appraisal.coaching import events, needs, promises, recognition, team, trainings
from models.local_days import local_day

if TYPE_CHECKING:
    from bot.sandbox.town_record_days import Diary

CHIEF, HEAD, ADMIN = "surya", "hartono", "anisa"
CAME, STAYED = ("bayu", "nurul", "dodi"), "yohana"
WATCHERS = (HEAD, "sari")
WEEKS = min(events.WEEKS)  # looked at before and after
PASSED = timedelta(weeks=WEEKS, days=1)  # since the training: its effect can be told
DUE = timedelta(days=5)  # from today: the open promise


def plan(diary: Diary) -> None:
    coaching, days = _Coaching(diary), diary.days
    diary.on(days.all[0], "09:10", coaching.keep_catalogue)
    diary.on(nth(days.all, 1), "13:05", coaching.promise)
    diary.on(nth(days.all, 2), "10:30", coaching.invite)
    diary.on(coaching.day, "15:45", coaching.note_who_came)
    diary.on(nth(days.closing, 0), "11:10", coaching.close_promise)
    diary.on(days.ago(2), "10:50", coaching.wish)
    if days.after:
        diary.on(nth(days.after, -2), "08:35", coaching.recognise)


class _Coaching:
    def __init__(self, diary: Diary) -> None:
        self._diary, self._tx = diary, diary.town.tx
        self._trainings: list[int] = []
        self._event = 0
        self._kept = 0
        today = local_day(WIB, diary.town.now)
        past = [day for day in diary.days.all if day <= today - PASSED]
        self.day = nth(past or diary.days.all, -1)
        self._due = today + DUE

    def keep_catalogue(self, at: datetime) -> None:
        office, by = self._diary.office, self._diary.person(ADMIN)
        self._trainings = [
            trainings.add(self._tx, office, name, topic, about, at, by)
            for name, topic, about in words.CATALOGUE
        ]
        for watcher in WATCHERS:
            team.name(self._tx, office, self._diary.officer(watcher), at, by)

    def invite(self, at: datetime) -> None:
        by = self._diary.person(ADMIN)
        training, day = self._trainings[0], self.day
        self._event = events.make(self._tx, training, day, day, at, by, weeks=WEEKS)
        for one in (*CAME, STAYED):
            events.add(self._tx, self._event, self._diary.officer(one), at, by)

    def note_who_came(self, at: datetime) -> None:
        by = self._diary.person(ADMIN)
        for one in (*CAME, STAYED):
            came = one in CAME
            events.attend(self._tx, self._event, self._diary.officer(one), came, at, by)

    def wish(self, at: datetime) -> None:
        topic, by = words.CATALOGUE[1][1], self._diary.person("nurul")
        need = needs.ask(self._tx, topic, words.WISH, at, by)
        notices.wished(self._diary, need, HEAD, at)

    def recognise(self, at: datetime) -> None:
        """By the head of the office, for the month that ended; the clock publishes it."""
        period = terms.of_kind(self._tx, self._diary.office, self._diary.days.month, at)
        officer, by = self._diary.officer("sari"), self._diary.person(CHIEF)
        recognition.give(self._tx, officer, period.id or 0, words.RECOGNITION, at, by)

    # the last meeting, over the month before

    def promise(self, at: datetime) -> None:
        month = self._diary.days.month
        self._kept = self._promise("sari", words.KEPT_PROMISE, at, month.last - month.first)
        self._promise("bayu", words.OPEN_PROMISE, at, None)

    def _promise(self, who: str, said: str, at: datetime, term: timedelta | None) -> int:
        office, before = self._diary.office, self._diary.days.month.before()
        period = terms.of_kind(self._tx, office, before, at)
        today = local_day(WIB, at)
        return promises.make(
            self._tx,
            self._diary.town.unit_id(UNIT),
            period.id or 0,
            self._diary.officer(who),
            said,
            today + term if term is not None else self._due,
            at,
            self._diary.person(HEAD),
        )

    def close_promise(self, at: datetime) -> None:
        promises.close(self._tx, self._kept, True, words.OUTCOME, at, self._diary.person(HEAD))
