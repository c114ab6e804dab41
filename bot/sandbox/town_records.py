"""The performance record in the town: terms, plans, praise and advice, feedback of 360 degrees,
contests; and, in modules of their own, the month that ended, coaching, and the forum.

The civil registry appraises by the month, so that a month has ended and is frozen whenever the demo
is opened; the health office keeps the quarter.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.sandbox import town_appraisals, town_coaching, town_forum, town_record_days
from bot.sandbox import town_record_notices as notices
from bot.sandbox import town_record_words as words
from bot.sandbox.town_places import WIB
from bot.sandbox.town_record_days import Diary, nth
from bot.sandbox.town_record_words import Note
from models.appraisal import terms
from models.appraisal.deciding import opening
from models.appraisal.evidence import contests, own_words
from models.appraisal.evidence.tables import Contest, ContestKind
from models.appraisal.feedback import answering, circle, notes, rounds
from models.appraisal.feedback.tables import FeedbackRound, Value
from models.appraisal.indicators import RecordKind
from models.appraisal.skp import dialogue, plans, reports, templates
from models.appraisal.skp.content import Content
from models.local_days import local_day
from models.ratings.periods import PeriodKind
from models.ratings.tables import Rating, Standing

if TYPE_CHECKING:
    from bot.sandbox.town import Town
    from bot.sandbox.town_agenda import Agenda

CHIEF, HEAD, ADMIN, PATIENTS = "surya", "hartono", "anisa", "rini"
LOW = 2  # scores up to it
ROUND = 10  # days for answering
WEEK = timedelta(days=7)


def plan(town: Town, agenda: Agenda) -> None:
    """Put everything on the agenda."""
    diary = Diary(town, agenda, town_record_days.of(town))
    _Plans(diary).plan()
    _Feedback(diary).plan()
    _Contests(diary).plan()
    town_appraisals.plan(diary)
    town_coaching.plan(diary)
    town_forum.plan(diary)


class _Plans:
    """The terms of the office, and the plans of its people."""

    def __init__(self, diary: Diary) -> None:
        self._diary, self._tx = diary, diary.town.tx
        self._template = 0

    def plan(self) -> None:
        days, on = self._diary.days, self._diary.on
        on(days.all[0], "08:20", self._terms)
        on(days.all[0], "08:40", self._keep_template)
        for day, year in self._years():
            on(day, "09:00", partial(self._of_year, year))
        on(days.ago(5), "10:20", self._nurul)
        on(days.ago(2), "13:30", self._bayu)
        on(nth(days.closing, 1), "10:05", self._report)

    def _years(self) -> list[tuple[date, int]]:
        """When the plans of a year are made; those of a new one at the end of the old one."""
        every = self._diary.days.all
        first, last = every[0].year, self._diary.town.now.year
        old = [day for day in every if day.year == first]
        return [(nth(every, 1), first), *([(old[-1], last)] if last != first else [])]

    def _terms(self, at: datetime) -> None:
        by, kind = self._diary.person(ADMIN), PeriodKind.MONTH.value
        terms.change(self._tx, self._diary.office, at, by, kind=kind)
        opening.run(self._tx, at)  # the months run from today

    def _keep_template(self, at: datetime) -> None:
        by, office = self._diary.person(ADMIN), self._diary.office
        self._template = templates.keep(self._tx, office, words.POSITION, words.COUNTER, by, at)

    def _of_year(self, year: int, at: datetime) -> None:
        """The head's first, for the others' results serve it. The health office has a draft."""
        self._agreed(self._made(HEAD, year, words.LEADER, at), HEAD, CHIEF, at)
        sari, by = self._diary.officer("sari"), self._diary.person("sari")
        number = templates.begin(self._tx, sari, year, self._template, by, at)
        self._agreed(number, "sari", HEAD, at)
        self._agreed(self._made("bayu", year, words.COUNTER, at), "bayu", HEAD, at)
        self._made("nurul", year, words.DOCUMENTS, at)
        self._made(PATIENTS, year, words.PATIENTS, at)

    def _made(self, who: str, year: int, content: Content, at: datetime) -> int:
        officer, by = self._diary.officer(who), self._diary.person(who)
        return dialogue.make(self._tx, officer, year, by, at, content)

    def _agreed(self, number: int, who: str, leader: str, at: datetime) -> None:
        dialogue.propose(self._tx, number, self._diary.person(who), at)
        dialogue.agree(self._tx, number, self._diary.person(leader), at)

    def _newest(self, who: str, at: datetime) -> int:
        year = local_day(WIB, at).year
        found = plans.newest(self._tx, self._diary.officer(who), year)
        return found.id if found else 0

    def _nurul(self, at: datetime) -> None:
        number = self._newest("nurul", at)
        dialogue.propose(self._tx, number, self._diary.person("nurul"), at)
        self._diary.on(
            self._diary.days.ago(2),
            "09:30",
            lambda then: dialogue.ask_change(
                self._tx, number, words.ASK_CHANGE, self._diary.person(HEAD), then
            ),
        )

    def _bayu(self, at: datetime) -> None:
        """A new version with a lower target waits for the head; the agreed one still holds."""
        by = self._diary.person("bayu")
        number = dialogue.new_version(self._tx, self._newest("bayu", at), words.LOWERED, by, at)
        dialogue.change(self._tx, number, _lowered, by, at)
        dialogue.propose(self._tx, number, by, at)

    def _report(self, at: datetime) -> None:
        """What the system does not count, for the month that ended."""
        month, (value, where) = self._diary.days.month, words.REPORTED
        period = terms.of_kind(self._tx, self._diary.office, month, at)
        officer, by = self._diary.officer("sari"), self._diary.person("sari")
        agreed = plans.agreed(self._tx, officer, month.last.year, at)
        if agreed is not None:
            due = reports.due(self._tx, agreed, period.id or 0)[-1].indicator.id
            reports.report(self._tx, due, period.id or 0, by, at, value=value, words=where)


def _lowered(content: Content) -> Content:
    """With a lower first target."""
    first, *others = content.results
    indicator, *rest = first.indicators
    easier = replace(indicator, target=words.LOWER_TARGET)
    return Content((replace(first, indicators=(easier, *rest)), *others))


class _Feedback:
    """Praise and advice on many days, and colleagues who are asked about somebody."""

    def __init__(self, diary: Diary) -> None:
        self._diary, self._tx = diary, diary.town.tx

    def plan(self) -> None:
        days, on = self._diary.days, self._diary.on
        for note in words.NOTES:
            on(days.share(note.when), "14:10", partial(self._write, note))
        on(nth(days.within, -4), "09:05", self._about_the_head)
        on(days.ago(3), "09:15", self._about_sari)

    def _write(self, note: Note, at: datetime) -> None:
        about, by = self._diary.officer(note.about), self._diary.person(note.giver)
        result = None
        if note.result is not None:
            result = notes.results(self._tx, about, at)[note.result]
        number = result.id if result else None
        notes.write(
            self._tx, about, note.kind, note.text, at, by, result_id=number, value=note.value
        )
        notices.noted(self._diary, note, result, at)

    # colleagues

    def _about_the_head(self, at: datetime) -> None:
        """By the chief, in the month that ended; one has nothing to say, so that it closes."""
        asked = self._open(HEAD, CHIEF, at)
        number, within = asked.id or 0, self._diary.days.within
        for order, giver in enumerate((CHIEF, "sari", "bayu", "nurul", "dodi")):
            day, clock = nth(within, -3 + order // 3), f"{11 + order}:20"
            self._diary.on(day, clock, partial(self._tell, number, order, giver))
        yohana = self._diary.person("yohana")
        self._diary.on(
            within[-1], "16:10", lambda then: answering.decline(self._tx, number, then, yohana)
        )

    def _tell(self, number: int, order: int, giver: str, at: datetime) -> None:
        """Mostly good; of some values an example."""
        by = self._diary.person(giver)
        for place, value in enumerate(Value):
            answering.observe(self._tx, number, value, 2 + (order + place) % 3, at, by)
        example = words.EXAMPLES[order % len(words.EXAMPLES)]
        answering.exemplify(self._tx, number, list(Value)[order], example, at, by)
        answering.submit(self._tx, number, at, by)

    def _about_sari(self, at: datetime) -> None:
        """The head has answered; her colleague has not."""
        asked = self._open("sari", HEAD, at)
        self._diary.on(
            self._diary.days.ago(2), "08:40", lambda then: self._observe_sari(asked.id or 0, then)
        )

    def _observe_sari(self, number: int, at: datetime) -> None:
        by = self._diary.person(HEAD)
        for place, value in enumerate(Value):
            answering.observe(self._tx, number, value, 3 + place % 2, at, by)
        answering.exemplify(self._tx, number, Value.SERVICE, words.OF_SARI, at, by)
        answering.submit(self._tx, number, at, by)

    def _open(self, about: str, by: str, at: datetime) -> FeedbackRound:
        officer = self._diary.officer(about)
        period = rounds.periods(self._tx, officer, at)[0]
        givers = [one.id or 0 for _, one in circle.around(self._tx, officer, at).choosable]
        person = self._diary.person(by)
        asked = rounds.open_round(self._tx, officer, period.id or 0, givers, at, person, days=ROUND)
        notices.asked(self._diary, asked, person, at)
        return asked


class _Contests:
    """One that was accepted before the month was frozen, one that waits; and own words."""

    def __init__(self, diary: Diary) -> None:
        self._diary, self._tx = diary, diary.town.tx

    def plan(self) -> None:
        days, on = self._diary.days, self._diary.on
        on(nth(days.closing, 0), "09:35", self._of_sari)
        on(nth(days.closing, 2), "13:15", self._own_words)
        on(days.ago(1), "15:30", self._of_bayu)

    def _of_sari(self, at: datetime) -> None:
        month = self._diary.days.month
        found = self._low("sari", month.first, month.last)
        if found is None:
            return
        one = self._raise("sari", found, ContestKind.WRONG_VISIT, words.NOT_HER_VISIT, at)
        day = nth(self._diary.days.closing, 1)
        self._diary.on(day, "10:45", lambda then: self._accept(one.id or 0, then))

    def _accept(self, number: int, at: datetime) -> None:
        by = self._diary.person(CHIEF)
        one = contests.decide(self._tx, number, by, True, words.ACCEPTED, at)
        notices.decided(self._diary, one, at)

    def _of_bayu(self, at: datetime) -> None:
        """The newest low one of this week: no record is frozen that soon."""
        today = local_day(WIB, at)
        found = self._low("bayu", today - WEEK, today)
        if found is not None:
            self._raise("bayu", found, ContestKind.NOT_MINE, words.NOT_HIS, at)

    def _raise(self, who: str, rating: int, why: ContestKind, said: str, at: datetime) -> Contest:
        by = self._diary.person(who)
        one = contests.contest(self._tx, by, RecordKind.RATING, rating, why, said, at)
        notices.contested(self._diary, one, at)
        return one

    def _low(self, who: str, first: date, last: date) -> int | None:
        """Of the low ratings of these days the newest, or the lowest one if none is low."""
        statement = select(Rating).where(
            Rating.officer_id == self._diary.officer(who),
            Rating.standing == Standing.COUNTED,
            col(Rating.day).between(first, last),
        )
        found = self._tx.session.exec(statement.order_by(col(Rating.id).desc())).all()
        low = [one for one in found if one.score <= LOW] or sorted(found, key=lambda r: r.score)
        return low[0].id if low else None

    def _own_words(self, at: datetime) -> None:
        period = terms.of_kind(self._tx, self._diary.office, self._diary.days.month, at)
        by = self._diary.person("sari")
        own_words.write(self._tx, by, period.id or 0, words.OWN_WORDS, at)
