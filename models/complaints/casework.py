"""What every operation on a case needs: the event entered, the thread written, the lists kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from models import entries, journal, people
from models.complaints import access, sla, states, timers
from models.complaints.history import ENDING, Measure, Measures, events_of, happened
from models.complaints.limits import CaseClass, Step
from models.complaints.notices import text
from models.complaints.sla import Happened
from models.complaints.states import ENDED, UNVERIFIED, WITH_CITIZEN, Event, State
from models.complaints.tables import Attachment, Case, CaseMessage, FileKind, Side
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.people import Officer
from models.worktime import deadline

TEXT_LIMIT = 3000  # characters of a complaint, reply or answer
MAX_FILES = 5


@dataclass(frozen=True, slots=True)
class Upload:
    """A file at Telegram's servers. size in bytes, None if not told."""

    kind: FileKind
    file_id: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an operation, with the officer who held the case then."""

    case_id: int
    ticket: str
    unit_id: int
    zone: str
    state: State
    at: datetime
    officer_id: int | None
    answer: str = ""  # names the answer for the performance record, e.g. answer:4:1
    resolution: str = ""  # names the resolution, e.g. resolution:4:1


# --- events


def happen(
    tx: Transaction, case: Case, event: Event, at: datetime, actor_id: int | None, **data: Any
) -> None:
    """Move the case by an event and enter it in the journal; refuse what cannot happen now."""
    before = State(case.state)
    try:
        after = states.next_state(before, event)
    except states.Forbidden:
        raise Refused("case-not-now", ticket=case.ticket, state=text(f"state-{before}")) from None
    past = history(tx, case)
    case.state = after
    _mark(case, event, before, after, at)
    data["holder"] = case.holder_id
    ids = {"actor_id": actor_id, "unit_id": case.unit_id}
    journal.write(tx, Kind(event.value), at, case_id=case.id, **ids, **data)
    entered = happened(event, max(at, past[-1].at), case.unit_id, actor_id, data)
    tx.remember(("history", case.id), [*past, entered])


def enter(
    tx: Transaction, kind: Kind, case: Case, actor_id: int | None, at: datetime, **data: Any
) -> None:
    """Enter in the journal what is about the case and does not move it."""
    journal.write(tx, kind, at, actor_id=actor_id, unit_id=case.unit_id, case_id=case.id, **data)


def _mark(case: Case, event: Event, before: State, after: State, at: datetime) -> None:
    """The columns that lists are made from."""
    if event in sla.DECIDES_WHOSE:
        case.verified_at = case.verified_at or at
    if event in sla.ANSWERS:
        case.first_answered_at = case.first_answered_at or at
    if event in sla.WORD_OF_OFFICER:
        case.answered_at = at
    if after not in WITH_CITIZEN:
        case.waiting_since = None
    elif event in sla.WORD_OF_OFFICER:
        case.waiting_since = at
    if event is Event.REOPENED:
        case.reopened += 1
    if after in ENDED and before not in ENDED:
        case.resolved_at = at
    elif after not in ENDED:
        case.resolved_at = case.handling_score = None


def classify(
    tx: Transaction,
    case: Case,
    event: Event,
    case_class: CaseClass,
    at: datetime,
    person_id: int,
    **data: Any,
) -> None:
    """Decide the class by an event; the limits follow it, counted from the receipt as ever."""
    measure = measure_of(tx, case)
    promise = sla.promise(measure.calendar, case.received_at, case_class, measure.limits)
    case.kind = case_class
    case.resolution_due = promise.resolution
    if case.first_answered_at is None:
        case.first_answer_due = promise.first_answer
        data["answer_due"] = promise.first_answer.isoformat()
    happen(
        tx,
        case,
        event,
        at,
        person_id,
        case_class=case_class.value,
        resolution_due=promise.resolution.isoformat(),
        **data,
    )


def hold(tx: Transaction, case: Case, officer: Officer, person_id: int, at: datetime) -> None:
    """Make sure this officer may act: a case nobody holds is taken by acting on it."""
    if access.holder(tx, case, at) is None:
        seize(tx, case, officer, person_id, at)
    elif case.holder_id != officer.id:
        authority = people.authority(tx, person_id, at)
        if not access.may_lead(authority, case, access.unit_of(tx, case.unit_id)):
            raise access.taken(tx, case)


def seize(tx: Transaction, case: Case, officer: Officer, person_id: int, at: datetime) -> None:
    """The officer holds the case from now on; what nobody had verified is verified as proposed."""
    if State(case.state) in UNVERIFIED:
        classify(tx, case, Event.VERIFIED, CaseClass(case.kind), at, person_id)
    case.holder_id = officer.id
    if State(case.state) not in WITH_CITIZEN:
        happen(tx, case, Event.TAKEN, at, person_id)
    else:
        happen(tx, case, Event.ASSIGNED, at, person_id)


def asked_anew(tx: Transaction, case: Case, at: datetime) -> dict[str, str]:
    """The promise made with a reply or a reopening: when it will be answered."""
    measure = measure_of(tx, case)
    limit = measure.limits.of(Step.NEXT_ANSWER, CaseClass(case.kind))
    return {"answer_due": deadline(measure.calendar, at, limit.duration).isoformat()}


# --- history


def history(tx: Transaction, case: Case) -> list[Happened]:
    """What happened to the case up to now, read once until something more happens."""
    case_id = case.id or 0
    return tx.once(("history", case_id), lambda: events_of(tx, [case_id])[case_id])


def measure_of(tx: Transaction, case: Case) -> Measure:
    """The calendar and the limits its clocks run by."""
    return Measures(tx).of(history(tx, case))


def confirmed(tx: Transaction, case: Case) -> bool:
    """Solved in the citizen's own words, not by silence."""
    return _last_end(tx, case) is Event.CONFIRMED


def ended_by_silence(tx: Transaction, case: Case) -> bool:
    """It is over because its citizen said nothing."""
    return _last_end(tx, case) is Event.CLOSED_BY_SILENCE


def _last_end(tx: Transaction, case: Case) -> Event | None:
    """What ended the case; None while it is open."""
    if State(case.state) not in ENDED:
        return None
    ends = [one.event for one in history(tx, case) if one.event in ENDING]
    return ends[-1] if ends else None


# --- the thread


def words(said: str, least: int = 1) -> str:
    """What a person wrote, within the limits."""
    return entries.said(said, least, TEXT_LIMIT)


def write(
    tx: Transaction,
    case: Case,
    side: Side,
    said: str,
    at: datetime,
    officer: Officer | None = None,
    files: tuple[Upload, ...] = (),
    original: str | None = None,
) -> None:
    """Put a message into the thread that both sides see. original: as written, if masked."""
    if len(files) > MAX_FILES:
        raise Refused("files-too-many", limit=MAX_FILES)
    message = CaseMessage(
        case_id=case.id or 0,
        side=side,
        officer_id=officer.id if officer else None,
        text=said,
        original=original,
        at=at,
    )
    tx.session.add(message)
    tx.session.flush()
    attach(tx, case, files, at, message)


def attach(
    tx: Transaction,
    case: Case,
    files: tuple[Upload, ...],
    at: datetime,
    message: CaseMessage | None = None,
    sender_id: int | None = None,
    cause_id: int | None = None,
) -> None:
    """Files of a message, of the complaint itself, or the proof of an external cause. They are
    fetched and checked afterwards.

    sender_id: who sent them, when it is neither the message's officer nor the reporter.
    """
    officer_id = message.officer_id if message else None
    if sender_id is None and officer_id is not None:
        sender_id = tx.session.get_one(Officer, officer_id).person_id
    by_reporter = sender_id is None or sender_id == case.reporter_id
    if by_reporter and case.anonymous and any(file.kind == FileKind.VOICE for file in files):
        raise Refused("upload-voice-anonymous")
    for file in files:
        tx.session.add(
            Attachment(
                case_id=case.id or 0,
                message_id=message.id if message else None,
                cause_id=cause_id,
                sender_id=sender_id or case.reporter_id,
                kind=FileKind(file.kind),
                file_id=file.file_id,
                size=file.size,
                at=at,
                next_try_at=at,
                stored_as=secrets.token_hex(16),
            )
        )


def messages_of(tx: Transaction, case_id: int) -> list[CaseMessage]:
    statement = select(CaseMessage).where(CaseMessage.case_id == case_id)
    return list(tx.session.exec(statement.order_by(col(CaseMessage.id))))


def files_of(tx: Transaction, case_id: int, message_id: int | None = None) -> list[Attachment]:
    """The files of one message of the thread; None: those of the complaint itself."""
    statement = select(Attachment).where(
        Attachment.case_id == case_id,
        col(Attachment.message_id).is_not_distinct_from(message_id),
        col(Attachment.cause_id).is_(None),
    )
    return list(tx.session.exec(statement.order_by(col(Attachment.id))))


# --- the end of an operation


def done(tx: Transaction, case: Case, at: datetime, *facts: str) -> Done:
    """Keep the lists true and tell what came of it.

    facts: answer, resolution; each is numbered through the case's life.
    """
    past = history(tx, case)
    timers.wind(tx, case, past, Measures(tx).of(past), at)
    return Done(
        case_id=case.id or 0,
        ticket=case.ticket,
        unit_id=case.unit_id,
        zone=access.unit_of(tx, case.unit_id).zone,
        state=State(case.state),
        at=at,
        officer_id=case.holder_id,
        **{fact: _source(case, fact, past) for fact in facts},
    )


def _source(case: Case, fact: str, past: list[Happened]) -> str:
    number = sum(happened.event in _NUMBERED[fact] for happened in past)
    return f"{fact}:{case.id}:{number}"


# A case is resolved once more only after it was reopened.
_NUMBERED = {
    "answer": sla.ANSWERS,
    "resolution": frozenset({Event.SENT, Event.REOPENED}),
}
