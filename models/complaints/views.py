"""One case as one of the two sides sees it, with its thread and its clocks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, bindparam, select

from models.complaints import access, casework, pseudonyms, sealed, sla
from models.complaints.history import Measure, Measures
from models.complaints.limits import CaseClass, Step
from models.complaints.pseudonyms import Pseudonym
from models.complaints.readings import require_reading
from models.complaints.sealed import SealedWords
from models.complaints.sla import Clocks, Happened, Held
from models.complaints.states import Event, State
from models.complaints.tables import Attachment, Case, CaseMessage, Follower, Side
from models.database import Transaction, table
from models.errors import Refused
from models.offices import Unit
from models.people import Officer
from models.worktime import deadline, runs_into_undecreed_year

_attachments, _messages = table(Attachment), table(CaseMessage)
_units, _officers, _cases = table(Unit), table(Officer), table(Case)


@dataclass(frozen=True)
class Spoken:
    """A message of the thread."""

    side: Side
    text: str
    at: datetime
    files: tuple[int, ...]  # ids of attachments


@dataclass(frozen=True)
class CaseView:
    """One case, for one of the two sides."""

    case_id: int
    ticket: str
    unit_id: int
    unit_name: str
    zone: str
    category: str
    case_class: CaseClass
    verified: bool  # the class was decided, not only proposed
    supervisory: bool
    anonymous: bool
    confidential: bool
    sender_name: str | None  # only of who chose to be named
    text: str
    masked: bool  # something of it, or of the thread, is hidden from others
    place: str | None
    latitude: float | None
    longitude: float | None
    files: tuple[int, ...]  # ids of the complaint's own attachments
    state: State
    holder_id: int | None
    holder_name: str | None
    received_at: datetime
    silent_until: datetime | None  # when it closes by itself; None unless the citizen has the word
    rated: bool
    reopened: int  # times
    followers: int  # and merged reports (`merged`)
    previous: str | None  # ticket of the case it goes on from
    merged_into: str | None  # ticket
    merged: tuple[str, ...]  # tickets of the cases that go on as this one
    unit_names: dict[int, str]  # of every unit it has been with
    officer_names: dict[int, str]  # of everybody who has held it
    events: tuple[Happened, ...]
    thread: tuple[Spoken, ...]
    clocks: Clocks
    without_causes: Clocks  # with the time of accepted external causes left out
    held: tuple[Held, ...]
    measure: Measure  # what its clocks run by
    movable: bool  # days off that are not decreed yet may move its limits
    pseudonym: Pseudonym | None = None  # to an officer: of who is anonymous


def for_reporter(tx: Transaction, case_id: int, person_id: int, now: datetime) -> CaseView:
    """The case as its citizen sees it."""
    case = tx.session.get(Case, case_id)
    if case is None or case.reporter_id != person_id:
        raise Refused("case-unknown")
    return _view(tx, case, now, whole=True)


def for_follower(tx: Transaction, case_id: int, person_id: int, now: datetime) -> CaseView:
    """The case as who follows it may see it: the masked words, and nothing of other cases of its
    citizen. What its citizen wrote back is for `tracking` to leave out."""
    case = tx.session.get(Case, case_id)
    if case is None or tx.session.get(Follower, (case_id, person_id)) is None:
        raise Refused("case-unknown")
    return replace(_view(tx, case, now), previous=None)


def for_officer(tx: Transaction, case_id: int, person_id: int, now: datetime) -> CaseView:
    """The case as who may work on it sees it; a supervisory one only for a reason (`readings`)."""
    case = tx.session.get(Case, case_id)
    if case is None:
        raise Refused("case-unknown")
    access.entitled(tx, case, person_id, now)
    require_reading(tx, case, person_id, now)
    seen = _view(tx, case, now, whole=case.supervisory)
    return replace(seen, pseudonym=pseudonyms.of(tx, case), previous=_previous(tx, case))


def _previous(tx: Transaction, case: Case) -> str | None:
    """The ticket of the case it goes on from, as its officers may know it: not when only one of the
    two has a name, which would be the name of both; nor when only one is the inspectorate's."""
    if case.previous_id is None:
        return None
    before = tx.session.get_one(Case, case.previous_id)
    alike = before.anonymous is case.anonymous and before.supervisory is case.supervisory
    return before.ticket if alike else None


def clocks_of(tx: Transaction, case: Case, now: datetime) -> Clocks:
    """Every clock of the case as it stands now."""
    past = casework.history(tx, case)
    measure = Measures(tx).of(past)
    return sla.clocks(past, measure.calendar, now, measure.limits)


def _silent_until(case: Case, measure: Measure) -> datetime | None:
    if case.waiting_since is None:
        return None
    limit = measure.limits.of(Step.SILENCE, CaseClass(case.kind))
    return deadline(measure.calendar, case.waiting_since, limit.duration)


def _view(tx: Transaction, case: Case, now: datetime, *, whole: bool = False) -> CaseView:
    """whole: also what was written for the inspectorate only, when the unit has the case now."""
    unit = access.unit_of(tx, case.unit_id)
    events = casework.history(tx, case)
    measure = Measures(tx).of(events)
    clocks = sla.clocks(events, measure.calendar, now, measure.limits)
    files = _files(tx, case.id or 0)
    kept = _sealed(tx, case, events)
    thread, masked = _thread(tx, case, files, kept, whole=whole)
    said = kept if kept is not None and whole else case
    holder = access.holder(tx, case, now)
    return CaseView(
        case_id=case.id or 0,
        ticket=case.ticket,
        unit_id=case.unit_id,
        unit_name=unit.name,
        zone=unit.zone,
        category=case.category,
        case_class=CaseClass(case.kind),
        verified=case.verified_at is not None,
        supervisory=case.supervisory,
        anonymous=case.anonymous,
        confidential=case.confidential,
        sender_name=None if case.anonymous else case.reporter_name,
        text=said.text,
        masked=masked or said.original is not None,
        place=said.place,
        latitude=said.latitude,
        longitude=said.longitude,
        files=files.get(None, ()),
        state=State(case.state),
        holder_id=case.holder_id,
        holder_name=holder.name if holder else None,
        received_at=case.received_at,
        silent_until=_silent_until(case, measure),
        rated=case.handling_score is not None,
        reopened=case.reopened,
        followers=case.followers,
        previous=_ticket(tx, case.previous_id),
        merged_into=_ticket(tx, case.merged_into_id),
        merged=_merged(tx, case),
        unit_names=_unit_names(tx, unit, events),
        officer_names=_officer_names(tx, events),
        events=tuple(events),
        thread=thread,
        clocks=clocks,
        without_causes=_without_causes(events, measure, now) or clocks,
        held=sla.holders(events, measure.calendar, now),
        measure=measure,
        movable=runs_into_undecreed_year(measure.calendar, clocks.resolution.due),
    )


def _without_causes(events: list[Happened], measure: Measure, now: datetime) -> Clocks | None:
    """None where no external cause was accepted: then it is the same."""
    if not sla.without_causes(events):
        return None
    return sla.clocks_without_causes(events, measure.calendar, now, measure.limits)


_FILES = (
    select(_attachments.c.message_id, _attachments.c.id)
    .where(_attachments.c.case_id == bindparam("case_id"), _attachments.c.cause_id.is_(None))
    .order_by(_attachments.c.id)
)
_THREAD = (
    select(
        _messages.c.id,
        _messages.c.side,
        _messages.c.text,
        _messages.c.at,
        _messages.c.original.is_not(None).label("masked"),
    )
    .where(_messages.c.case_id == bindparam("case_id"))
    .order_by(_messages.c.id)
)


def _files(tx: Transaction, case_id: int) -> dict[int | None, tuple[int, ...]]:
    """Ids of the attachments by the message they came with; None: the complaint itself."""
    found: dict[int | None, tuple[int, ...]] = {}
    for row in tx.execute(_FILES, {"case_id": case_id}):
        found[row.message_id] = (*found.get(row.message_id, ()), row.id)
    return found


def _sealed(tx: Transaction, case: Case, events: list[Happened]) -> SealedWords | None:
    """What the unit does not read of a case that came back from the inspectorate."""
    came_back = any(one.event is Event.REFERRED and one.supervisory is False for one in events)
    return sealed.of(tx, case) if came_back else None


def _thread(
    tx: Transaction,
    case: Case,
    files: dict[int | None, tuple[int, ...]],
    kept: SealedWords | None,
    *,
    whole: bool,
) -> tuple[tuple[Spoken, ...], bool]:
    """The messages, and whether something of them is hidden from others."""
    rows = tx.execute(_THREAD, {"case_id": case.id}).all()
    until = kept.until_message_id if kept and not whole else 0
    words = sealed.thread_of(tx, case) if kept and whole else {}
    spoken = (
        Spoken(Side(row.side), words.get(row.id, row.text), row.at, files.get(row.id, ()))
        for row in rows
        if row.id > until
    )
    return tuple(spoken), any(row.masked for row in rows)


def _ticket(tx: Transaction, case_id: int | None) -> str | None:
    if case_id is None:
        return None
    return tx.execute(select(_cases.c.ticket).where(_cases.c.id == case_id)).scalar()


def _merged(tx: Transaction, case: Case) -> tuple[str, ...]:
    """Those that were merged into this one; each counts among its followers, whoever sent it."""
    if not case.followers:
        return ()
    rows = tx.execute(
        select(_cases.c.ticket)
        .where(_cases.c.merged_into_id == case.id, _cases.c.supervisory.is_(bool(case.supervisory)))
        .order_by(_cases.c.id)
    )
    return tuple(row.ticket for row in rows)


_UNIT_NAMES = select(_units.c.id, _units.c.name).where(
    _units.c.id.in_(bindparam("ids", expanding=True))
)
_OFFICER_NAMES = select(_officers.c.id, _officers.c.name).where(
    _officers.c.id.in_(bindparam("ids", expanding=True))
)


def _unit_names(tx: Transaction, unit: Unit, events: list[Happened]) -> dict[int, str]:
    others = {h.unit_id for h in events if h.unit_id is not None} - {unit.id}
    return {unit.id or 0: unit.name} | _names(tx, _UNIT_NAMES, others)


def _officer_names(tx: Transaction, events: list[Happened]) -> dict[int, str]:
    ids = {h.officer_id for h in events if h.officer_id is not None}
    return _names(tx, _OFFICER_NAMES, ids)


def _names(
    tx: Transaction, statement: Select[int, str], ids: Collection[int | None]
) -> dict[int, str]:
    if not ids:
        return {}
    return {row.id: row.name for row in tx.execute(statement, {"ids": list(ids)})}
