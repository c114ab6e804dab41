"""External causes (hambatan luar): time that an office says it could not work on its cases.

An officer claims one with a reason and proof; a second person outside the officer's line decides
within a limit, or it lapses. An accepted one moves no promised deadline: its time is left out of
a second figure that stands beside the first wherever that is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Index, String, Text, text
from sqlmodel import Field, SQLModel, col, select

from models import people
from models.complaints import access, casework, cause_notices, states
from models.complaints.casework import Upload, happen, words
from models.complaints.limits import CaseClass, Step
from models.complaints.notices import text as text_of
from models.complaints.states import Event, State
from models.complaints.tables import Attachment, Case
from models.database import Transaction, UtcDateTime
from models.errors import Refused
from models.offices import Unit
from models.people import Authority, Officer, Role
from models.worktime import deadline, instant_at_share

CLAIM_WITHIN = timedelta(days=30)  # calendar days after the end of a case
LONGEST = timedelta(days=30)  # of one cause; what goes on longer is claimed anew
LEAST_REASON = 20  # characters
LEAST_PROOF = 3
MAX_FILES = 5
CAP = 0.10  # of the working time, or of the cases; a larger share is flagged
CAP_SOURCE = "aturan aplikasi ini"


class CauseKind(StrEnum):
    SYSTEM = "system"  # the central system is down
    POWER = "power"  # no electricity or network
    AGENCY = "agency"  # another agency has to act first
    FORCE_MAJEURE = "force_majeure"
    INCOMPLETE = "incomplete"  # the citizen's file is not complete


class Standing(StrEnum):
    CLAIMED = "claimed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    LAPSED = "lapsed"  # nobody decided in time: not accepted


_CLAIMED = text("standing = 'claimed'")
_GOING_ON = text("ended_at IS NULL")


class ExternalCause(SQLModel, table=True):
    """One claim, for one case or for all open cases of its unit."""

    __tablename__ = "external_causes"
    __table_args__ = (
        Index("causes_due", "decide_by", sqlite_where=_CLAIMED, postgresql_where=_CLAIMED),
        Index("causes_open", "started_at", sqlite_where=_GOING_ON, postgresql_where=_GOING_ON),
    )

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    supervisory: bool = False  # of a case of the inspectorate
    kind: CauseKind = Field(sa_type=String)
    started_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # None: it still goes on
    reason: str = Field(sa_type=Text)
    proof: str = ""  # number of a letter or ticket; files may stand beside it
    claimed_by: int = Field(foreign_key="officers.id")
    claimed_at: datetime = Field(sa_type=UtcDateTime)
    decide_by: datetime = Field(sa_type=UtcDateTime)
    remind_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # None: reminded
    standing: Standing = Field(default=Standing.CLAIMED, sa_type=String)
    decided_by: int | None = Field(default=None, foreign_key="officers.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    words: str = ""  # of the refusal


class CauseOfCase(SQLModel, table=True):
    """A case the claim is for, and the part of its time within the life of the case."""

    __tablename__ = "external_cause_cases"

    cause_id: int = Field(primary_key=True, foreign_key="external_causes.id")
    case_id: int = Field(primary_key=True, foreign_key="cases.id", index=True)
    start: datetime = Field(sa_type=UtcDateTime)
    end: datetime | None = Field(default=None, sa_type=UtcDateTime)


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed. end None: it still goes on."""

    kind: CauseKind
    start: datetime
    end: datetime | None
    reason: str
    proof: str = ""
    files: tuple[Upload, ...] = ()


@dataclass(frozen=True, slots=True)
class CauseView:
    """A claim as the people of the office see it. start and end: as claimed, not clipped."""

    cause_id: int
    kind: CauseKind
    start: datetime
    end: datetime | None
    reason: str
    proof: str
    files: tuple[int, ...]  # ids of attachments
    standing: Standing
    claimed_by: str  # name
    claimed_at: datetime
    decide_by: datetime
    decided_by: str | None  # name; None when it lapsed
    decided_at: datetime | None
    words: str
    unit_name: str
    zone: str
    cases: tuple[tuple[int, str], ...]  # id and ticket

    @property
    def going_on(self) -> bool:
        return self.end is None and self.standing in (Standing.CLAIMED, Standing.ACCEPTED)


# --- claiming


def claimable(tx: Transaction, case_id: int, person_id: int, at: datetime) -> tuple[Case, Officer]:
    """The case, locked, and the officer who may claim a cause for it: who holds or leads it."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    authority = people.authority(tx, person_id, at)
    leads = access.may_lead(authority, case, access.unit_of(tx, case.unit_id))
    if case.holder_id != officer.id and not leads:
        raise Refused("cause-holder-only", ticket=case.ticket)
    if Event.CAUSE_CLAIMED not in states.TRANSITIONS[State(case.state)]:
        state = text_of(f"state-{case.state}")
        raise Refused("case-not-now", ticket=case.ticket, state=state)
    if case.resolved_at is not None and at - case.resolved_at > CLAIM_WITHIN:
        raise Refused("cause-too-late", ticket=case.ticket, days=CLAIM_WITHIN.days)
    return case, officer


def shareable(tx: Transaction, case: Case, person_id: int, at: datetime) -> list[Case]:
    """The unit's other open cases, for who leads it: a power cut stops them all."""
    authority = people.authority(tx, person_id, at)
    leads = access.may_lead(authority, case, access.unit_of(tx, case.unit_id))
    if case.supervisory or not leads:
        return []
    statement = select(Case).where(
        Case.unit_id == case.unit_id,
        col(Case.resolved_at).is_(None),
        col(Case.supervisory).is_(False),
        Case.id != case.id,
        col(Case.reporter_id).is_distinct_from(person_id),
    )
    return list(tx.session.exec(statement.order_by(col(Case.id)).with_for_update()))


def claim(
    tx: Transaction,
    case_id: int,
    person_id: int,
    claimed: Claim,
    at: datetime,
    *,
    every: bool = False,
) -> CauseView:
    """Claim a cause for a case, or for every open case of its unit that it concerns."""
    case, officer = claimable(tx, case_id, person_id, at)
    _check(claimed, at)
    if _clipped(case, claimed, at) is None:
        raise Refused("cause-outside", ticket=case.ticket)
    cause = _entered(tx, case, officer, claimed, at)
    concerned = [case, *(shareable(tx, case, person_id, at) if every else ())]
    for one in concerned:
        if (span := _clipped(one, claimed, at)) is not None:
            start, end = span
            link = CauseOfCase(cause_id=cause.id or 0, case_id=one.id or 0, start=start, end=end)
            tx.session.add(link)
            # No clock or list changes by this, so there is nothing to wind.
            kind = claimed.kind.value
            happen(tx, one, Event.CAUSE_CLAIMED, at, person_id, cause=cause.id, kind_of=kind)
    casework.attach(tx, case, claimed.files, at, sender_id=person_id, cause_id=cause.id)
    tx.session.flush()
    told = _view(tx, cause)
    cause_notices.of_claim(tx, "cause-to-decide", cause, told, deciders(tx, cause, at), at)
    return told


def _check(claimed: Claim, at: datetime) -> None:
    words(claimed.reason, LEAST_REASON)
    if not claimed.files and len(claimed.proof.strip()) < LEAST_PROOF:
        raise Refused("cause-no-proof")
    if len(claimed.files) > MAX_FILES:
        raise Refused("files-too-many", limit=MAX_FILES)
    check_span(claimed.start, claimed.end, at)


def check_span(start: datetime, end: datetime | None, at: datetime) -> None:
    """A cause has begun, ends after it began, and lasts thirty days at most."""
    if start >= at or (end is not None and end > at):
        raise Refused("cause-in-future")
    if end is not None and end <= start:
        raise Refused("cause-backwards")
    if (end or at) - start > LONGEST:
        raise Refused("cause-too-long", days=LONGEST.days)


def _clipped(case: Case, claimed: Claim, at: datetime) -> tuple[datetime, datetime | None] | None:
    """The part within the life of the case; None if there is none."""
    start = max(claimed.start, case.received_at)
    end = claimed.end
    if case.resolved_at is not None:
        end = min(end or at, case.resolved_at)
    return (start, end) if start < (end or at) else None


def _entered(
    tx: Transaction, case: Case, officer: Officer, claimed: Claim, at: datetime
) -> ExternalCause:
    measure = casework.measure_of(tx, case)
    limit = measure.limits.of(Step.CAUSE, CaseClass(case.kind))
    decide_by = deadline(measure.calendar, at, limit.duration)
    cause = ExternalCause(
        unit_id=case.unit_id,
        supervisory=case.supervisory,
        kind=claimed.kind,
        started_at=claimed.start,
        ended_at=claimed.end,
        reason=words(claimed.reason, LEAST_REASON),
        proof=claimed.proof.strip(),
        claimed_by=officer.id or 0,
        claimed_at=at,
        decide_by=decide_by,
        remind_at=instant_at_share(measure.calendar, at, decide_by, 0.5),
    )
    tx.session.add(cause)
    tx.session.flush()
    return cause


# --- deciding


def deciders(tx: Transaction, cause: ExternalCause, at: datetime) -> list[Officer]:
    """Who may decide: admins of the place, for a supervisory case inspectors, who neither claimed
    it, nor serve in the unit, nor hold or sent one of the cases."""
    unit = access.unit_of(tx, cause.unit_id)
    role = Role.INSPECTOR if cause.supervisory else Role.ADMIN
    found = people.holders(tx, role, at, unit_id=unit.id, office_id=unit.office_id)
    cases = _cases(tx, cause)
    holding = {case.holder_id for case in cases} | {cause.claimed_by}
    sent = {case.reporter_id for case in cases}
    return [
        officer
        for officer in found
        if officer.id not in holding
        and officer.person_id not in sent
        and not _serves(tx, officer, unit, at)
    ]


def _serves(tx: Transaction, officer: Officer, unit: Unit, at: datetime) -> bool:
    """Whether the officer stands in the line of the unit."""
    authority = Authority(officer, tuple(people.appointments_of(tx, officer.id or 0, at)))
    return access.over(authority, unit, access.SERVING)


def accept(tx: Transaction, cause_id: int, person_id: int, at: datetime) -> CauseView:
    cause, officer = _to_decide(tx, cause_id, person_id, at)
    return _settle(tx, cause, Standing.ACCEPTED, at, officer, person_id)


def refuse(tx: Transaction, cause_id: int, person_id: int, why: str, at: datetime) -> CauseView:
    cause, officer = _to_decide(tx, cause_id, person_id, at)
    cause.words = words(why, LEAST_PROOF)
    return _settle(tx, cause, Standing.REFUSED, at, officer, person_id)


def _to_decide(
    tx: Transaction, cause_id: int, person_id: int, at: datetime
) -> tuple[ExternalCause, Officer]:
    """The cause, locked and undecided, and the second person."""
    cause = _locked(tx, cause_id)
    able = {officer.person_id: officer for officer in deciders(tx, cause, at)}
    if person_id not in able:
        raise Refused("cause-not-yours-to-decide" if _known_to(tx, cause, person_id, at) else
                      "cause-unknown")  # fmt: skip
    if cause.standing != Standing.CLAIMED:
        raise Refused("cause-decided-already", standing=cause_notices.standing(cause.standing))
    return cause, able[person_id]


def _settle(
    tx: Transaction,
    cause: ExternalCause,
    standing: Standing,
    at: datetime,
    officer: Officer | None = None,
    person_id: int | None = None,
) -> CauseView:
    """Decide for every case that can still be decided on: not for one that was withdrawn, merged or
    given to the inspectorate meanwhile."""
    cause.standing, cause.decided_at = standing, at
    cause.decided_by = officer.id if officer else None
    cause.remind_at = None
    for link, case in _linked(tx, cause):
        decidable = Event.CAUSE_DECIDED in states.TRANSITIONS[State(case.state)]
        if decidable and case.supervisory == cause.supervisory:
            spans = {"excluded": _span(link)} if standing is Standing.ACCEPTED else {}
            happen(
                tx,
                case,
                Event.CAUSE_DECIDED,
                at,
                person_id,
                cause=cause.id,
                standing=standing.value,
                **spans,
            )
    tx.session.flush()
    told = _view(tx, cause)
    cause_notices.of_decision(tx, cause, told, at)
    return told


# --- its end


def end(
    tx: Transaction, cause_id: int, person_id: int, ended_at: datetime, at: datetime
) -> CauseView:
    """*Sudah berakhir*: who claimed it, or who leads the unit, says when it was over."""
    cause = _locked(tx, cause_id)
    if not _may_end(tx, cause, person_id, at):
        raise Refused("cause-unknown")
    if not _view(tx, cause).going_on:
        raise Refused("cause-over-already")
    check_span(cause.started_at, ended_at, at)
    return _end(tx, cause, ended_at, at, person_id)


def may_end(tx: Transaction, cause_id: int, person_id: int, at: datetime) -> bool:
    """Whether it goes on and the person may say that it is over."""
    cause = tx.session.get_one(ExternalCause, cause_id)
    return _view(tx, cause).going_on and _may_end(tx, cause, person_id, at)


def _may_end(tx: Transaction, cause: ExternalCause, person_id: int, at: datetime) -> bool:
    authority = people.authority(tx, person_id, at)
    if authority.officer is None:
        return False
    unit = access.unit_of(tx, cause.unit_id)
    own = authority.officer.id == cause.claimed_by
    return own or access.may_lead(authority, cause, unit)


def _end(
    tx: Transaction,
    cause: ExternalCause,
    ended_at: datetime,
    at: datetime,
    person_id: int | None,
) -> CauseView:
    cause.ended_at = ended_at
    for link, case in _linked(tx, cause):
        link.end = max(link.start, min(link.end or ended_at, ended_at))
        if Event.CAUSE_ENDED in states.TRANSITIONS[State(case.state)]:
            accepted = cause.standing == Standing.ACCEPTED
            spans = {"excluded": _span(link)} if accepted else {}
            happen(tx, case, Event.CAUSE_ENDED, at, person_id, cause=cause.id, **spans)
    tx.session.flush()
    return _view(tx, cause)


# --- what time does


def run(tx: Transaction, at: datetime) -> None:
    """Remind of claims halfway to their limit, let those lapse that nobody decided, and end those
    that were never ended."""
    for cause in _due(tx, col(ExternalCause.remind_at) <= at):
        cause.remind_at = None
        if at < cause.decide_by:
            told = _view(tx, cause)
            cause_notices.of_claim(tx, "cause-reminder", cause, told, deciders(tx, cause, at), at)
    for cause in _due(tx, col(ExternalCause.decide_by) <= at):
        _settle(tx, cause, Standing.LAPSED, at)
    for cause in tx.session.exec(
        select(ExternalCause)
        .where(col(ExternalCause.ended_at).is_(None), ExternalCause.started_at <= at - LONGEST)
        .with_for_update()
    ):
        _end(tx, cause, cause.started_at + LONGEST, at, None)


def _due(tx: Transaction, condition: ColumnElement[bool]) -> Sequence[ExternalCause]:
    """Undecided claims for which the condition holds, locked."""
    return tx.session.exec(
        select(ExternalCause)
        .where(ExternalCause.standing == Standing.CLAIMED, condition)
        .order_by(col(ExternalCause.decide_by), col(ExternalCause.id))
        .with_for_update()
    ).all()


# --- looking


def of_case(tx: Transaction, case_id: int) -> tuple[CauseView, ...]:
    """Every claim about a case, the oldest first. Whether the asking person may see the case is
    for who shows it to check."""
    rows = tx.session.exec(
        select(ExternalCause)
        .join(CauseOfCase, col(CauseOfCase.cause_id) == ExternalCause.id)
        .where(CauseOfCase.case_id == case_id)
        .order_by(col(ExternalCause.id))
    )
    return tuple(_view(tx, cause) for cause in rows.all())


def view(tx: Transaction, cause_id: int, person_id: int, at: datetime) -> CauseView:
    """One claim, for who may work on its cases or decide on it."""
    cause = tx.session.get(ExternalCause, cause_id)
    if cause is None or not _known_to(tx, cause, person_id, at):
        raise Refused("cause-unknown")
    return _view(tx, cause)


def anybody_decides(tx: Transaction, cause_id: int, at: datetime) -> bool:
    """Whether there is somebody who may decide the claim."""
    return bool(deciders(tx, tx.session.get_one(ExternalCause, cause_id), at))


def may_decide(tx: Transaction, cause_id: int, person_id: int, at: datetime) -> bool:
    """Whether the claim is undecided and the person may decide it."""
    cause = tx.session.get_one(ExternalCause, cause_id)
    able = {officer.person_id for officer in deciders(tx, cause, at)}
    return cause.standing == Standing.CLAIMED and person_id in able


# --- beneath


def _locked(tx: Transaction, cause_id: int) -> ExternalCause:
    cause = tx.session.exec(
        select(ExternalCause)
        .where(ExternalCause.id == cause_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if cause is None:
        raise Refused("cause-unknown")
    return cause


def _known_to(tx: Transaction, cause: ExternalCause, person_id: int, at: datetime) -> bool:
    """Who may work on the cases of the unit (for a supervisory case: its inspectors)."""
    authority = people.authority(tx, person_id, at)
    return access.may_work(authority, cause, access.unit_of(tx, cause.unit_id))


def _linked(tx: Transaction, cause: ExternalCause) -> list[tuple[CauseOfCase, Case]]:
    rows = tx.session.exec(
        select(CauseOfCase, Case)
        .join(Case, col(Case.id) == CauseOfCase.case_id)
        .where(CauseOfCase.cause_id == cause.id)
        .order_by(col(Case.id))
        .with_for_update()
    )
    return list(rows.all())


def _cases(tx: Transaction, cause: ExternalCause) -> list[Case]:
    """Those it concerns still: one that went to the inspectorate meanwhile is not shown here."""
    return list(
        tx.session.exec(
            select(Case)
            .join(CauseOfCase, col(CauseOfCase.case_id) == Case.id)
            .where(CauseOfCase.cause_id == cause.id, col(Case.supervisory).is_(cause.supervisory))
            .order_by(col(Case.id))
        )
    )


def _span(link: CauseOfCase) -> list[str | None]:
    return [link.start.isoformat(), link.end.isoformat() if link.end else None]


def _view(tx: Transaction, cause: ExternalCause) -> CauseView:
    unit = access.unit_of(tx, cause.unit_id)
    files = tx.session.exec(select(Attachment.id).where(Attachment.cause_id == cause.id))
    decided_by = tx.session.get(Officer, cause.decided_by) if cause.decided_by else None
    return CauseView(
        cause_id=cause.id or 0,
        kind=CauseKind(cause.kind),
        start=cause.started_at,
        end=cause.ended_at,
        reason=cause.reason,
        proof=cause.proof,
        files=tuple(sorted(file or 0 for file in files)),
        standing=Standing(cause.standing),
        claimed_by=tx.session.get_one(Officer, cause.claimed_by).name,
        claimed_at=cause.claimed_at,
        decide_by=cause.decide_by,
        decided_by=decided_by.name if decided_by else None,
        decided_at=cause.decided_at,
        words=cause.words,
        unit_name=unit.name,
        zone=unit.zone,
        cases=tuple((case.id or 0, case.ticket) for case in _cases(tx, cause)),
    )
