"""What an officer does with a case, what its citizen does, and what time does.

Each operation checks who may, asks `states` whether it can be, writes the thread and the journal,
and promises the messages. `at` is when it happens; what comes back says who held the case then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, update
from sqlalchemy.dialects.postgresql import insert

from models import journal, offices
from models.complaints import casework, notices, reminders, sla, telling, tickets
from models.complaints.casework import TEXT_LIMIT, Done, Upload, happen, words
from models.complaints.notices import reply_buttons, text
from models.complaints.sla import Promise
from models.complaints.states import UNASSIGNED, Event, State
from models.complaints.tables import Case, Category, Side, TicketYear
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Counter, Unit
from models.people import CONSENT_VERSION, Officer, Person

__all__ = [
    "TEXT_LIMIT",
    "Complaint",
    "Done",
    "Outcome",
    "Sent",
    "Upload",
    "answer",
    "ask_back",
    "citizen_reply",
    "close_silent",
    "close_with_outcome",
    "confirm",
    "hand_over",
    "rate_handling",
    "reopen",
    "submit",
    "take",
    "withdraw",
]

LEAST_TEXT = 10  # characters of a complaint
_cases, _years = table(Case), table(TicketYear)
_next_number = (
    insert(_years)
    .values(year=bindparam("year"), last=1)
    .on_conflict_do_update(index_elements=["year"], set_={"last": _years.c.last + 1})
    .returning(_years.c.last)
)


class Outcome(StrEnum):
    """How an officer closes a case: done, or not accepted for a reason."""

    DONE = "done"
    NOT_OURS = "not_ours"
    DUPLICATE = "duplicate"
    UNCLEAR = "unclear"
    NO_COMPLAINT = "no_complaint"


@dataclass(frozen=True)
class Complaint:
    """What a citizen sends. name: given only by who wants to be named."""

    unit_id: int
    category: str
    text: str
    counter_id: int | None = None
    files: tuple[Upload, ...] = ()
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    place: str | None = None
    reading: dict[str, Any] | None = None  # nlp.Reading.to_json


@dataclass(frozen=True)
class Sent:
    case_id: int
    ticket: str
    unit_name: str
    zone: str
    promise: Promise


# --- the citizen


def submit(tx: Transaction, person_id: int, complaint: Complaint, at: datetime) -> Sent:
    """A new case: its ticket at once, its officers told, its limits promised."""
    person = tx.session.get_one(Person, person_id)
    if person.consent_version < CONSENT_VERSION:
        raise Refused("consent-needed")
    unit = offices.unit(tx, complaint.unit_id)
    _check(tx, complaint)
    case_class = sla.proposed_class(complaint.category)
    promise = sla.promise(offices.calendar_of(tx, unit), at, case_class)
    case = Case(
        ticket=_ticket(tx, unit, at),
        unit_id=complaint.unit_id,
        counter_id=complaint.counter_id,
        category=complaint.category,
        kind=case_class,
        text=words(complaint.text, LEAST_TEXT),
        reporter_id=person_id,
        reporter=person.pseudonym,
        reporter_name=complaint.name,
        latitude=complaint.latitude,
        longitude=complaint.longitude,
        place=complaint.place,
        state=State.SENT,
        received_at=at,
        first_answer_due=promise.first_answer,
        resolution_due=promise.resolution,
        reading=complaint.reading,
    )
    tx.session.add(case)
    tx.session.flush()
    casework.attach(tx, case, complaint.files, at)
    journal.write(
        tx,
        Kind.CASE_SENT,
        at,
        actor_id=person_id,
        unit_id=unit.id,
        case_id=case.id,
        category=case.category,
        case_class=case_class.value,
        answer_due=promise.first_answer.isoformat(),
        resolution_due=promise.resolution.isoformat(),
    )
    telling.of_new(tx, case, unit, at, "case-new", {})
    return Sent(case.id or 0, case.ticket, unit.name, unit.zone, promise)


def citizen_reply(
    tx: Transaction,
    case_id: int,
    person_id: int,
    said: str,
    at: datetime,
    *,
    files: tuple[Upload, ...] = (),
    wants_answer: bool = True,
) -> Done:
    """The citizen writes. It wants an answer, or it is a note or thanks, which moves no clock.

    A reply to a question always wants one; before the first answer there is one to come anyway.
    """
    case = casework.reported(tx, case_id, person_id)
    state = State(case.state)
    answers = state is State.WAITING or (state is State.ANSWERED and wants_answer)
    said = words(said)
    if answers:
        happen(tx, case, Event.CITIZEN_REPLIED, at, person_id, **casework.asked_anew(tx, case, at))
    else:
        happen(tx, case, Event.COMMENTED, at, person_id)
    casework.write(tx, case, Side.CITIZEN, said, at, files=files)
    telling.of_words(tx, case, "case-replied" if answers else "case-noted", said, at)
    return casework.done(tx, case, at)


def confirm(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Done:
    """*Sudah selesai*: only the citizen can say so."""
    case = casework.reported(tx, case_id, person_id)
    happen(tx, case, Event.CONFIRMED, at, person_id)
    telling.keepers(tx, case, "case-confirmed", at, {})
    return casework.done(tx, case, at, "resolution")


def reopen(tx: Transaction, case_id: int, person_id: int, why: str, at: datetime) -> Done:
    """*Belum selesai*: with what is still wrong, within 30 days of the end."""
    case = casework.reported(tx, case_id, person_id)
    if case.resolved_at is not None and at - case.resolved_at > sla.REOPEN_WITHIN:
        raise Refused("case-too-late", ticket=case.ticket, days=sla.REOPEN_WITHIN.days)
    why = words(why)
    happen(tx, case, Event.REOPENED, at, person_id, **casework.asked_anew(tx, case, at))
    casework.write(tx, case, Side.CITIZEN, why, at)
    telling.of_words(tx, case, "case-reopened", why, at)
    return casework.done(tx, case, at)


def withdraw(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Done:
    case = casework.reported(tx, case_id, person_id)
    happen(tx, case, Event.WITHDRAWN, at, person_id)
    telling.keepers(tx, case, "case-withdrawn", at, {}, but=person_id)
    return casework.done(tx, case, at)


def rate_handling(tx: Transaction, case_id: int, person_id: int, score: int, at: datetime) -> Done:
    """How the citizen was treated, 1 to 4, once after each end of the case."""
    case = casework.reported(tx, case_id, person_id)
    if not 1 <= score <= 4:
        raise Refused("score-unknown")
    if case.handling_score is not None:
        raise Refused("case-rated-already", ticket=case.ticket)
    happen(tx, case, Event.HANDLING_RATED, at, person_id, score=score)
    case.handling_score = score
    return casework.done(tx, case, at)


# --- the officer


def take(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Done:
    """Make the case one's own. Of two who press at once one wins, the other is told who."""
    case, officer = casework.worked_on(tx, case_id, person_id, at)
    if case.holder_id == officer.id:
        raise Refused("case-yours-already", ticket=case.ticket)
    stale = case.holder_id if casework.holder(tx, case, at) is None else None
    free = _cases.c.holder_id.is_(None) | (_cases.c.holder_id == stale)
    won = tx.execute(
        update(_cases)
        .where(_cases.c.id == case_id, free)
        .values(holder_id=officer.id)
        .returning(_cases.c.id)
    ).first()
    tx.session.refresh(case)
    if won is None:
        raise casework.taken(tx, case)
    happen(tx, case, Event.TAKEN, at, person_id)
    return casework.done(tx, case, at)


def answer(
    tx: Transaction,
    case_id: int,
    person_id: int,
    said: str,
    at: datetime,
    files: tuple[Upload, ...] = (),
) -> Done:
    """The answer goes to the citizen, who has the word then."""
    case, officer = casework.worked_on(tx, case_id, person_id, at)
    return _say(tx, case, officer, Event.ANSWERED, person_id, said, at, files)


def ask_back(
    tx: Transaction,
    case_id: int,
    person_id: int,
    said: str,
    at: datetime,
    files: tuple[Upload, ...] = (),
) -> Done:
    """A question to the citizen; the clock of the resolution stands still meanwhile."""
    case, officer = casework.worked_on(tx, case_id, person_id, at)
    return _say(tx, case, officer, Event.ASKED_BACK, person_id, said, at, files)


def close_with_outcome(
    tx: Transaction, case_id: int, person_id: int, outcome: str, said: str, at: datetime
) -> Done:
    """Done, or not accepted for a reason; the citizen reads the words and may reopen."""
    if outcome not in set(Outcome):
        raise Refused("case-outcome-unknown")
    case, officer = casework.worked_on(tx, case_id, person_id, at)
    event = Event.CLOSED if outcome == Outcome.DONE else Event.REJECTED
    return _say(tx, case, officer, event, person_id, said, at, outcome=outcome)


def hand_over(tx: Transaction, case_id: int, person_id: int, to_unit_id: int, at: datetime) -> Done:
    """No wrong door: the case goes to the unit it belongs to, its clocks go on."""
    case, officer = casework.worked_on(tx, case_id, person_id, at)
    target = offices.unit(tx, to_unit_id)
    if to_unit_id == case.unit_id:
        raise Refused("case-same-unit", unit=target.name)
    if State(case.state) not in UNASSIGNED:
        casework.hold(tx, case, officer, person_id, at)
    origin = casework.unit_of(tx, case.unit_id)
    case.holder_id = None
    happen(tx, case, Event.FORWARDED, at, person_id, to=to_unit_id)
    case.unit_id = to_unit_id
    tx.session.flush()
    reminders.begin_anew_for_head(tx, case)
    running = telling.running_dues(tx, case, target, at)
    told_there = running | {"origin": origin.name}
    telling.of_new(tx, case, target, at, "case-forwarded", told_there)
    told = {"unit": target.name}
    notices.tell_citizen(tx, case, "case-forwarded-citizen", at, told, buttons=[["track"]])
    return casework.done(tx, case, at)


# --- time


def close_silent(tx: Transaction, case_id: int, at: datetime) -> Done | None:
    """Close a case whose citizen kept silent for ten working days; None if it is not so.

    It is an end without a word from the citizen: never counted as satisfied, and open to return.
    """
    case = casework.locked(tx, case_id)
    if case.waiting_since is None:
        return None
    if at < sla.silent_until(casework.calendar_of(tx, case), case.waiting_since):
        return None
    happen(tx, case, Event.CLOSED_BY_SILENCE, at, None)
    notices.tell_citizen(
        tx,
        case,
        "case-closed-silent",
        at,
        {"days": sla.AUTO_CLOSE.duration.value, "reopen": sla.REOPEN_WITHIN.days},
        buttons=reply_buttons(State(case.state)),
    )
    return casework.done(tx, case, at)


# --- beneath


def _check(tx: Transaction, complaint: Complaint) -> None:
    if complaint.category not in set(Category):
        raise Refused("category-unknown")
    if len(complaint.files) > casework.MAX_FILES:
        raise Refused("files-too-many", limit=casework.MAX_FILES)
    if complaint.counter_id is not None:
        counter = tx.session.get(Counter, complaint.counter_id)  # also one that has closed since
        if counter is None or counter.unit_id != complaint.unit_id:
            raise Refused("counter-unknown")


def _ticket(tx: Transaction, unit: Unit, at: datetime) -> str:
    year = at.astimezone(ZoneInfo(unit.zone)).year
    number = tx.execute(_next_number, {"year": year}).scalar_one()
    return tickets.ticket(year, int(number))


_TOLD_CITIZEN = {
    Event.ANSWERED: "case-answered-citizen",
    Event.ASKED_BACK: "case-asked-citizen",
    Event.CLOSED: "case-closed-citizen",
    Event.REJECTED: "case-rejected-citizen",
}
_FACTS: dict[Event, tuple[str, ...]] = {
    Event.ANSWERED: ("answer",),
    Event.CLOSED: ("answer", "resolution"),
    Event.REJECTED: ("answer",),
}


def _say(
    tx: Transaction,
    case: Case,
    officer: Officer,
    event: Event,
    person_id: int,
    said: str,
    at: datetime,
    files: tuple[Upload, ...] = (),
    outcome: str = "",
) -> Done:
    """An officer's message, in the thread and to the citizen, as the event it is."""
    said = words(said)
    casework.hold(tx, case, officer, person_id, at)
    happen(tx, case, event, at, person_id, **({"outcome": outcome} if outcome else {}))
    casework.write(tx, case, Side.OFFICER, said, at, officer, files)
    values: dict[str, Any] = {"said": said, "unit": casework.unit_of(tx, case.unit_id).name}
    if outcome and event is Event.REJECTED:
        values["reason"] = text(f"outcome-{outcome}")
    notices.tell_citizen(
        tx,
        case,
        _TOLD_CITIZEN[event],
        at,
        values,
        buttons=reply_buttons(State(case.state)),
        files=telling.latest_files(tx, case),
    )
    return casework.done(tx, case, at, *_FACTS.get(event, ()))
