"""A complaint of the town, step by step, each at its time, by the operations the bot uses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import nlp
from bot.sandbox.town_agenda import Act, Agenda
from bot.sandbox.town_places import CITIZENS, OFFSTAGE
from bot.sandbox.town_spec import CaseSpec, Step
from handlers import evidence
from handlers.masked import reading
from models import leaves, offices
from models.complaints import (
    cause_claims,
    files,
    filing,
    following,
    handover,
    inspection,
    originals,
    readings,
    reveals,
)
from models.complaints import operations as complaints
from models.complaints.casework import Done, Upload
from models.complaints.cause_claims import Claim
from models.complaints.causes import CauseKind
from models.complaints.filing import Complaint
from models.complaints.limits import CaseClass
from models.complaints.tables import Case
from models.people import Officer, Role
from models.worktime import Calendar, advance, next_opening

if TYPE_CHECKING:
    from bot.sandbox.town import Town

SETTLING = timedelta(days=2)
"""So long after the bot came nobody complains."""
FETCHING = timedelta(seconds=4)
"""A file takes so long from Telegram to our storage."""

_NAMES = {who.key: f"{who.first_name} {who.last_name}" for who in CITIZENS}


def working_days_before(calendar: Calendar, today: date, number: int, first: date) -> date:
    """The working day so many working days before today; after long holidays, when that would be
    before `first`, the one that follows `first`."""
    day = today
    while number and day > first:
        day -= timedelta(days=1)
        number -= bool(calendar.spans(day))
    while not calendar.spans(day):
        day += timedelta(days=1)
    return day


class Story:
    """The methods below *what may happen* are the steps a `CaseSpec` names."""

    def __init__(self, town: Town, agenda: Agenda, spec: CaseSpec, number: int) -> None:
        self.town = town
        self.tx = town.tx
        self.agenda = agenda
        self.spec = spec
        self.citizen = town.persons[spec.who or f"offstage{number % OFFSTAGE}"]
        self.calendar = offices.calendar_of(town.tx, town.units[spec.unit])
        self.case_id = self.cause_id = self.reveal_id = 0

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
        today, first = self.calendar.day_of(town.now), self.calendar.day_of(town.begin) + SETTLING
        day = working_days_before(self.calendar, today, self.spec.age, first)
        opening, closing = self.calendar.spans(day)[0]
        return opening + town.random.random() * (closing - opening)

    def _act(self, step: Step, at: datetime) -> Act:
        return lambda: ACTS[step[1]](self, at, *step[2:])

    def _send(self, at: datetime) -> None:
        spec = self.spec
        words, original = self._masked(spec.text)
        latitude, longitude = spec.place or (None, None)
        complaint = Complaint(
            unit_id=self.town.unit_id(spec.unit),
            category=spec.category,
            text=words,
            original=original,
            files=self._uploads(spec.files),
            anonymous=not spec.named,
            confidential=spec.confidential,
            name=_NAMES[spec.who] if spec.named else None,
            latitude=latitude,
            longitude=longitude,
            reading=reading(spec.text, self._known),
            previous_id=self.town.stories[spec.previous].case_id if spec.previous else None,
        )
        self.case_id = filing.submit(self.tx, self.citizen, complaint, at).case_id
        self._fetch(spec.files, at)

    # words and files

    @property
    def _known(self) -> tuple[str, ...]:
        """What an anonymous citizen is known by: masked in what others read."""
        known = _NAMES.get(self.spec.who, "")
        return (known,) if known and not self.spec.named else ()

    def _masked(self, said: str) -> tuple[str, str | None]:
        """As others read it, and as written where that differs."""
        shown = nlp.mask(said, self._known).text
        return shown, (said if shown != said else None)

    def _uploads(self, names: Sequence[str]) -> tuple[Upload, ...]:
        sent = (self.town.samples[name] for name in names)
        return tuple(Upload(one.kind, one.file_id) for one in sent)

    def _fetch(self, names: Sequence[str], at: datetime) -> None:
        """What was sent along is fetched, and kept or refused."""
        if not names:
            return
        kept = at + FETCHING
        waiting = files.waiting(self.tx, at, len(names))
        for one, name in zip(waiting, names, strict=True):
            self.agenda.add(kept, self._settled(one.id, name, kept))

    def _settled(self, attachment_id: int, name: str, at: datetime) -> Act:
        sample = self.town.samples[name]
        if sample.refused:
            return lambda: files.refuse(self.tx, attachment_id, sample.refused, at)
        return lambda: files.keep(self.tx, attachment_id, sample.mime, sample.digest, at)

    # who

    def officer(self, at: datetime) -> int:
        """Who holds the case; of one that nobody holds, whose turn it is and who is there."""
        case = self.tx.session.get_one(Case, self.case_id)
        if case.holder_id is not None:
            return self.tx.session.get_one(Officer, case.holder_id).person_id or 0
        if case.supervisory:
            return self.inspector(at)
        unit = next(key for key, unit in self.town.units.items() if unit.id == case.unit_id)
        away = leaves.away(self.tx, at)
        crew = [who for who in self.town.crew(unit) if self.town.officers[who] not in away]
        return self.town.persons[crew[self.spec.crew % len(crew)]]

    def inspector(self, at: datetime) -> int:
        """An inspector, who says why before reading."""
        inspector = self.town.persons[self.town.inspectors[0]]
        case = self.tx.session.get_one(Case, self.case_id)
        if case.supervisory and not readings.is_open(self.tx, case, inspector, at):
            first = readings.number_of(self.tx, self.case_id) == 0
            why = readings.Purpose.NEW if first else readings.Purpose.WORK
            readings.opened(self.tx, self.case_id, inspector, why, at)
        return inspector

    def _holder(self, at: datetime) -> int:
        """The same as `officer`, having read a supervisory case anew."""
        officer = self.officer(at)
        return self.inspector(at) if officer in self._inspectors else officer

    @property
    def _inspectors(self) -> set[int]:
        return {self.town.persons[who] for who in self.town.inspectors}

    @property
    def head(self) -> int:
        return self.town.persons[self.town.led_by(Role.HEAD, self.spec.unit)]

    @property
    def admin(self) -> int:
        return self.town.persons[self.town.led_by(Role.ADMIN, "")]

    def done(self, done: Done) -> None:
        evidence.keep(self.tx, done)

    # what may happen: the unit

    def verify(self, at: datetime, case_class: str) -> None:
        by = self._holder(at)
        complaints.verify(self.tx, self.case_id, by, CaseClass(case_class), at)

    def reclassify(self, at: datetime, case_class: str) -> None:
        by = self._holder(at)
        complaints.reclassify(self.tx, self.case_id, by, CaseClass(case_class), at)

    def take(self, at: datetime) -> None:
        self.done(complaints.take(self.tx, self.case_id, self._holder(at), at))

    def answer(self, at: datetime, words: str, *names: str) -> None:
        sent = self._uploads(names)
        by = self._holder(at)
        shown = nlp.mask(words, self._known).text  # as followers read it
        self.done(complaints.answer(self.tx, self.case_id, by, words, at, sent, shown))
        self._fetch(names, at)

    def ask(self, at: datetime, words: str) -> None:
        self.done(complaints.ask_back(self.tx, self.case_id, self._holder(at), words, at))

    def reject(self, at: datetime, reason: str, words: str) -> None:
        self.done(complaints.reject(self.tx, self.case_id, self._holder(at), reason, words, at))

    def hand(self, at: datetime, unit: str) -> None:
        handover.forward(self.tx, self.case_id, self._holder(at), self.town.unit_id(unit), at)

    def assign(self, at: datetime, who: str) -> None:
        handover.assign(self.tx, self.case_id, self.head, self.town.officers[who], at)

    def give_back(self, at: datetime) -> None:
        handover.give_back(self.tx, self.case_id, self._holder(at), at)

    def merge(self, at: datetime, into: str) -> None:
        target = self.town.stories[into].case_id
        following.merge(self.tx, self.case_id, target, self._holder(at), at)

    def separate(self, at: datetime) -> None:
        following.separate(self.tx, self.case_id, self.head, at)

    def original(self, at: datetime, reason: str) -> None:
        """Read what is masked."""
        originals.read(self.tx, self.case_id, self._holder(at), reason, at)

    # the inspectorate, and who may know a reporter

    def refer(self, at: datetime) -> None:
        inspection.refer(self.tx, self.case_id, self._holder(at), at)

    def refer_back(self, at: datetime, summary: str) -> None:
        inspection.refer_back(self.tx, self.case_id, self.inspector(at), summary, at)

    def reveal(self, at: datetime, reason: str) -> None:
        asked = reveals.ask(self.tx, self.case_id, self.head, reason, at)
        self.reveal_id = asked.reveal_id

    def reveal_decided(self, at: datetime, approve: bool) -> None:
        reveals.decide(self.tx, self.reveal_id, self.admin, approve, at)

    # external causes

    def claim(
        self, at: datetime, kind: str, since: float, lasted: float | None, reason: str, proof: str
    ) -> None:
        """since: hours before, from an opening hour on; lasted: hours, None while it goes on."""
        before = at - timedelta(hours=since)
        start = min(next_opening(self.calendar, before), at - timedelta(minutes=10))
        end = None if lasted is None else min(start + timedelta(hours=lasted), at)
        claimed = Claim(CauseKind(kind), start, end, reason, proof)
        seen = cause_claims.claim(self.tx, self.case_id, self._holder(at), claimed, at)
        self.cause_id = seen.cause_id

    def cause_over(self, at: datetime) -> None:
        cause_claims.end(self.tx, self.cause_id, self._holder(at), at, at)

    def accept(self, at: datetime) -> None:
        cause_claims.accept(self.tx, self.cause_id, self.admin, at)

    def refuse(self, at: datetime, why: str) -> None:
        cause_claims.refuse(self.tx, self.cause_id, self.admin, why, at)

    # the citizens

    def reply(self, at: datetime, words: str) -> None:
        shown, original = self._masked(words)
        complaints.citizen_reply(self.tx, self.case_id, self.citizen, shown, at, original=original)

    def note(self, at: datetime, words: str) -> None:
        complaints.citizen_reply(self.tx, self.case_id, self.citizen, words, at, wants_answer=False)

    def confirm(self, at: datetime) -> None:
        self.done(complaints.confirm(self.tx, self.case_id, self.citizen, at))

    def rate(self, at: datetime, score: int) -> None:
        complaints.rate_handling(self.tx, self.case_id, self.citizen, score, at)

    def reopen(self, at: datetime, words: str) -> None:
        complaints.reopen(self.tx, self.case_id, self.citizen, words, at)

    def withdraw(self, at: datetime) -> None:
        complaints.withdraw(self.tx, self.case_id, self.citizen, at)

    def follow(self, at: datetime, who: str) -> None:
        following.follow(self.tx, self.case_id, self.town.persons[who], at)

    def unfollow(self, at: datetime, who: str) -> None:
        following.unfollow(self.tx, self.case_id, self.town.persons[who], at)


ACTS: dict[str, Callable[..., Any]] = {
    name: act
    for name, act in vars(Story).items()
    if not name.startswith("_") and callable(act) and name not in ("plan", "officer", "done")
}
"""The steps by name."""
