"""Six weeks of life in the town: ratings, complaints and what the clock does, in order of time."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import nlp
from bot import tables
from bot.sandbox.town_cases import CASES, CaseSpec, Step
from bot.sandbox.town_comments import BAD, GOOD
from bot.sandbox.town_places import CITIZENS, OFFSTAGE, UNITS, UnitSpec
from handlers import evidence
from models import offices, people
from models.appraisal import operations as appraisal
from models.complaints import filing, handover
from models.complaints import operations as complaints
from models.complaints.casework import Done, Upload
from models.complaints.filing import Complaint
from models.complaints.tables import FileKind
from models.ratings import operations as ratings
from models.ratings.tables import SCORES, Asked
from models.worktime import Calendar, advance

if TYPE_CHECKING:
    from bot.sandbox.town import Town

RATERS = 420
COMMENTED = 0.3  # share of the ratings with a comment
ASKED = ((Asked.COUNTER, 70), (Asked.UNIT, 22), (Asked.SEARCH, 8))
JOB_HOURS = (0, 4)  # UTC: 07.00 and 11.00 WIB
SKIPPED_JOBS = frozenset({"seal the journal", "forget old updates", "forget old messages"})

_NAMES = {who.key: f"{who.first_name} {who.last_name}" for who in CITIZENS}

Act = Callable[[], object]


@dataclass
class Agenda:
    """What is still to happen; what happens may add to it."""

    until: datetime
    _entries: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _count: int = 0

    def add(self, at: datetime, act: Act) -> None:
        if at <= self.until:
            self._count += 1
            heapq.heappush(self._entries, (at, self._count, act))

    def run(self) -> None:
        while self._entries:
            heapq.heappop(self._entries)[2]()


def play(town: Town) -> None:
    """Let everything up to now happen."""
    agenda = Agenda(town.now)
    for spec in UNITS:
        _plan_ratings(town, agenda, spec)
    for number, case in enumerate(CASES):
        Story(town, agenda, case, number).plan()
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


# --- complaints


class Story:
    """One complaint, step by step, each at its time."""

    def __init__(self, town: Town, agenda: Agenda, spec: CaseSpec, number: int) -> None:
        self.town = town
        self.agenda = agenda
        self.spec = spec
        self.unit = spec.unit  # whose case it is now
        self.citizen = town.persons[spec.who or f"offstage{number % OFFSTAGE}"]
        self.calendar = offices.calendar_of(town.tx, town.units[spec.unit])
        self.case_id = 0
        self.supervisory = False

    def plan(self) -> None:
        sent_at = at = self._sent_at()
        self.agenda.add(at, lambda: self._send(sent_at))
        for step in self.spec.steps:
            minutes = 60 * step[0] + self.town.random.randint(1, 25)
            at = advance(self.calendar, at, timedelta(minutes=minutes))
            self.agenda.add(at, self._act(step, at))

    def _sent_at(self) -> datetime:
        """Some time in the opening hours of that working day; today, a short while ago."""
        town = self.town
        if self.spec.age == 0:
            return town.now - timedelta(minutes=town.random.randint(15, 90))
        day, left = self.calendar.day_of(town.now), self.spec.age
        while left:
            day -= timedelta(days=1)
            left -= bool(self.calendar.spans(day))
        opening, closing = self.calendar.spans(day)[0]
        return opening + town.random.random() * (closing - opening)

    def _act(self, step: Step, at: datetime) -> Act:
        return lambda: _ACTS[step[1]](self, at, *step[2:])

    def _send(self, at: datetime) -> None:
        spec = self.spec
        latitude, longitude = spec.place or (None, None)
        taken = self.town.photos[: spec.photos]
        files = tuple(Upload(FileKind.PHOTO, file_id) for file_id in taken)
        complaint = Complaint(
            unit_id=self.town.unit_id(spec.unit),
            category=spec.category,
            text=spec.text,
            files=files,
            anonymous=not spec.named,
            name=_NAMES[spec.who] if spec.named else None,
            latitude=latitude,
            longitude=longitude,
            reading=nlp.read(spec.text).to_json(),
        )
        sent = filing.submit(self.town.tx, self.citizen, complaint, at)
        self.case_id, self.supervisory = sent.case_id, sent.supervisory

    @property
    def officer(self) -> int:
        crew = self.town.inspectors if self.supervisory else self.town.crew(self.unit)
        return self.town.persons[crew[self.spec.crew % len(crew)]]

    def done(self, done: Done) -> None:
        evidence.keep(self.town.tx, done)

    # what may happen

    def take(self, at: datetime) -> None:
        self.done(complaints.take(self.town.tx, self.case_id, self.officer, at))

    def answer(self, at: datetime, words: str) -> None:
        self.done(complaints.answer(self.town.tx, self.case_id, self.officer, words, at))

    def ask(self, at: datetime, words: str) -> None:
        self.done(complaints.ask_back(self.town.tx, self.case_id, self.officer, words, at))

    def reject(self, at: datetime, reason: str, words: str) -> None:
        self.done(complaints.reject(self.town.tx, self.case_id, self.officer, reason, words, at))

    def hand(self, at: datetime, unit: str) -> None:
        target = self.town.unit_id(unit)
        handover.forward(self.town.tx, self.case_id, self.officer, target, at)
        self.unit = unit

    def reply(self, at: datetime, words: str) -> None:
        complaints.citizen_reply(self.town.tx, self.case_id, self.citizen, words, at)

    def note(self, at: datetime, words: str) -> None:
        complaints.citizen_reply(
            self.town.tx, self.case_id, self.citizen, words, at, wants_answer=False
        )

    def confirm(self, at: datetime) -> None:
        self.done(complaints.confirm(self.town.tx, self.case_id, self.citizen, at))

    def rate(self, at: datetime, score: int) -> None:
        complaints.rate_handling(self.town.tx, self.case_id, self.citizen, score, at)

    def reopen(self, at: datetime, words: str) -> None:
        complaints.reopen(self.town.tx, self.case_id, self.citizen, words, at)

    def withdraw(self, at: datetime) -> None:
        complaints.withdraw(self.town.tx, self.case_id, self.citizen, at)


_ACTS: dict[str, Callable[..., Any]] = {
    name: getattr(Story, name)
    for name in (
        "take",
        "answer",
        "ask",
        "reject",
        "hand",
        "reply",
        "note",
        "confirm",
        "rate",
        "reopen",
        "withdraw",
    )
}


# --- what the clock does


def _plan_jobs(town: Town, agenda: Agenda) -> None:
    """Reminders, escalations, closings and summaries, as the running bot would have done them."""
    first = town.begin + timedelta(weeks=1)
    midnight = first.replace(hour=0, minute=0)
    for day in range((town.now - midnight).days + 1):
        for hour in JOB_HOURS:
            at = midnight + timedelta(days=day, hours=hour, minutes=1)
            if at > first:
                agenda.add(at, _jobs(town, at))


def _jobs(town: Town, at: datetime) -> Act:
    def run() -> None:
        for job in tables.JOBS:
            if job.name not in SKIPPED_JOBS:
                job.work(town.tx, at)

    return run
