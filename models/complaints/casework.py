"""What every operation on a case needs: the locked row, the right to touch it, the entry made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from models import journal, offices, people
from models.complaints import states
from models.complaints.history import events_of
from models.complaints.notices import text
from models.complaints.sla import SEEN_BY_CITIZEN, Happened, next_answer_due
from models.complaints.states import ENDED, WITH_CITIZEN, Event, State
from models.complaints.tables import Attachment, Case, CaseMessage, Side
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.people import Authority, Officer, Role
from models.worktime import Calendar

TEXT_LIMIT = 3000  # characters of a complaint, reply or answer
MAX_FILES = 5
ROLES = (Role.OFFICER, Role.HEAD, Role.ADMIN)  # those who may work on a case of their unit
LEADING = (Role.HEAD, Role.ADMIN)  # those who may also work on one that somebody else holds


@dataclass(frozen=True, slots=True)
class Upload:
    """A file at Telegram's servers. kind: photo or document; size in bytes, None if not told."""

    kind: str
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


def locked(tx: Transaction, case_id: int) -> Case:
    """The case, its row locked until the end of the transaction."""
    case = tx.session.exec(
        select(Case)
        .where(Case.id == case_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if case is None:
        raise Refused("case-unknown")
    return case


def reported(tx: Transaction, case_id: int, person_id: int) -> Case:
    """The case, for the citizen who sent it."""
    case = locked(tx, case_id)
    if case.reporter_id != person_id:
        raise Refused("case-unknown")
    return case


def worked_on(tx: Transaction, case_id: int, person_id: int, at: datetime) -> tuple[Case, Officer]:
    """The case and the officer who may work on it: of its unit, its head or admin."""
    case = locked(tx, case_id)
    officer = entitled(tx, case, person_id, at)
    return case, officer


def entitled(tx: Transaction, case: Case, person_id: int, at: datetime) -> Officer:
    """The person as an officer with a say in the case; refused to everybody else."""
    authority = people.authority(tx, person_id, at)
    unit = unit_of(tx, case.unit_id)
    if authority.officer is None or not over(authority, unit, ROLES):
        raise _turned_away(tx, case, authority, unit)
    if case.reporter_id == person_id:
        raise Refused("case-own")
    return authority.officer


def unit_of(tx: Transaction, unit_id: int) -> Unit:
    """The unit, also one that has closed since."""
    return tx.session.get_one(Unit, unit_id)


def over(authority: Authority, unit: Unit, roles: tuple[Role, ...]) -> bool:
    return any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in roles)


def _turned_away(tx: Transaction, case: Case, authority: Authority, unit: Unit) -> Refused:
    """Officers of a unit that handed the case over are told where it went."""
    past = events_of(tx, [case.id or 0]).get(case.id or 0, [])
    earlier = {happened.unit_id for happened in past if happened.unit_id is not None}
    for unit_id in earlier - {unit.id}:
        if over(authority, unit_of(tx, unit_id), ROLES):
            return Refused("case-moved", ticket=case.ticket, unit=unit.name)
    return Refused("not-for-you")


def hold(tx: Transaction, case: Case, officer: Officer, person_id: int, at: datetime) -> None:
    """Make sure this officer may act: a case nobody holds is taken by acting on it."""
    if holder(tx, case, at) is None:
        if State(case.state) not in WITH_CITIZEN:
            case.holder_id = officer.id
            happen(tx, case, Event.TAKEN, at, person_id)
        else:
            case.holder_id = officer.id
    elif case.holder_id != officer.id:
        _may_stand_in(tx, case, person_id, at)


def _may_stand_in(tx: Transaction, case: Case, person_id: int, at: datetime) -> None:
    unit = unit_of(tx, case.unit_id)
    if not over(people.authority(tx, person_id, at), unit, LEADING):
        raise Refused("case-taken-by", ticket=case.ticket, name=_name(tx, case.holder_id))


def holder(tx: Transaction, case: Case, at: datetime) -> Officer | None:
    """Who holds the case and still serves its unit."""
    if case.holder_id is None:
        return None
    if not serves(tx, case.holder_id, case.unit_id, at):
        return None
    return tx.session.get_one(Officer, case.holder_id)


def serves(tx: Transaction, officer_id: int, unit_id: int, at: datetime) -> bool:
    """Whether the officer may work on the cases of the unit at that instant."""
    serving = Authority(appointments=tuple(people.appointments_of(tx, officer_id, at)))
    return over(serving, unit_of(tx, unit_id), ROLES)


def taken(tx: Transaction, case: Case) -> Refused:
    return Refused("case-taken-by", ticket=case.ticket, name=_name(tx, case.holder_id))


def _name(tx: Transaction, officer_id: int | None) -> str:
    return tx.session.get_one(Officer, officer_id).name


def happen(
    tx: Transaction, case: Case, event: Event, at: datetime, actor_id: int | None, **data: Any
) -> None:
    """Move the case by an event and enter it in the journal; refuse what cannot happen now."""
    before = State(case.state)
    try:
        after = states.next_state(before, event)
    except states.Forbidden:
        raise Refused("case-not-now", ticket=case.ticket, state=text(f"state-{before}")) from None
    case.state = after
    _mark(case, event, before, after, at)
    journal.write(
        tx,
        Kind(event.value),
        at,
        actor_id=actor_id,
        unit_id=case.unit_id,
        case_id=case.id,
        holder=case.holder_id,
        **data,
    )


def _mark(case: Case, event: Event, before: State, after: State, at: datetime) -> None:
    """The columns that lists are made from."""
    if event in SEEN_BY_CITIZEN:
        case.first_answered_at = case.first_answered_at or at
        case.answered_at = at
    if after not in WITH_CITIZEN:
        case.waiting_since = None
    elif event in SEEN_BY_CITIZEN:
        case.waiting_since = at
    if after in ENDED and before not in ENDED:
        case.resolved_at = at
    elif after not in ENDED:
        case.resolved_at = case.handling_score = None


def asked_anew(tx: Transaction, case: Case, at: datetime) -> dict[str, str]:
    """The promise made with a reply or a reopening: when it will be answered."""
    return {"answer_due": next_answer_due(calendar_of(tx, case), at).isoformat()}


def calendar_of(tx: Transaction, case: Case) -> Calendar:
    """The calendar its clocks run by: that of the unit it was sent to."""
    sent = events_of(tx, [case.id or 0])[case.id or 0][0]
    return offices.calendar_of(tx, unit_of(tx, sent.unit_id or case.unit_id))


def history(tx: Transaction, case: Case) -> list[Happened]:
    return events_of(tx, [case.id or 0])[case.id or 0]


def words(said: str, least: int = 1) -> str:
    """What a person wrote, within the limits."""
    said = said.strip()
    if len(said) < least:
        raise Refused("text-too-short", least=least)
    if len(said) > TEXT_LIMIT:
        raise Refused("text-too-long", limit=TEXT_LIMIT, length=len(said))
    return said


def write(
    tx: Transaction,
    case: Case,
    side: Side,
    said: str,
    at: datetime,
    officer: Officer | None = None,
    files: tuple[Upload, ...] = (),
) -> None:
    """Put a message into the thread that both sides see."""
    if len(files) > MAX_FILES:
        raise Refused("files-too-many", limit=MAX_FILES)
    message = CaseMessage(
        case_id=case.id or 0,
        side=side,
        officer_id=officer.id if officer else None,
        text=said,
        at=at,
    )
    tx.session.add(message)
    tx.session.flush()
    attach(tx, case, files, at, message.id)


def attach(
    tx: Transaction,
    case: Case,
    files: tuple[Upload, ...],
    at: datetime,
    message_id: int | None = None,
) -> None:
    for file in files:
        tx.session.add(
            Attachment(
                case_id=case.id or 0,
                message_id=message_id,
                kind=file.kind,
                file_id=file.file_id,
                size=file.size,
                at=at,
            )
        )


def done(tx: Transaction, case: Case, at: datetime, *facts: str) -> Done:
    """facts: answer, resolution; each is numbered through the case's life."""
    sources = {fact: _source(tx, case, fact) for fact in facts}
    return Done(
        case_id=case.id or 0,
        ticket=case.ticket,
        unit_id=case.unit_id,
        zone=unit_of(tx, case.unit_id).zone,
        state=State(case.state),
        at=at,
        officer_id=case.holder_id,
        **sources,
    )


def _source(tx: Transaction, case: Case, fact: str) -> str:
    number = sum(happened.event in _NUMBERED[fact] for happened in history(tx, case))
    return f"{fact}:{case.id}:{number}"


# A case is resolved once more only after it was reopened: closing and confirming are one fact.
_NUMBERED = {
    "answer": frozenset({Event.ANSWERED, Event.CLOSED, Event.REJECTED}),
    "resolution": frozenset({Event.SENT, Event.REOPENED}),
}


def messages_of(tx: Transaction, case_id: int) -> list[CaseMessage]:
    statement = select(CaseMessage).where(CaseMessage.case_id == case_id)
    return list(tx.session.exec(statement.order_by(col(CaseMessage.id))))


def files_of(tx: Transaction, case_id: int, message_id: int | None = None) -> list[Attachment]:
    """The files of one message of the thread; None: those of the complaint itself."""
    statement = select(Attachment).where(
        Attachment.case_id == case_id, col(Attachment.message_id).is_not_distinct_from(message_id)
    )
    return list(tx.session.exec(statement.order_by(col(Attachment.id))))
