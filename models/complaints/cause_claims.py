"""What becomes of an external cause: claimed by an officer, decided by a second person, ended.

No clock or list changes by any of it, since a promised deadline stays as it is: what was accepted
is only left out of a second figure. So there is nothing to wind (`casework.done`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from models import people
from models.complaints import access, casework, cause_notices, causes, states
from models.complaints.casework import Upload, happen, words
from models.complaints.causes import CauseKind, CauseOfCase, CauseView, ExternalCause, Standing
from models.complaints.limits import CaseClass, Step
from models.complaints.notices import text
from models.complaints.states import Event, State
from models.complaints.tables import Case
from models.database import Transaction
from models.errors import Refused
from models.people import Officer
from models.worktime import deadline, instant_at_share

CLAIM_WITHIN = timedelta(days=30)  # calendar days after the end of a case
LONGEST = timedelta(days=30)  # of one cause; what goes on longer is claimed anew
LEAST_REASON = 20  # characters
LEAST_PROOF = 3
MAX_FILES = 5
MOST_CASES = 1000  # in one claim


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed. end None: it still goes on."""

    kind: CauseKind
    start: datetime
    end: datetime | None
    reason: str
    proof: str = ""
    files: tuple[Upload, ...] = ()


# --- claiming


def claimable(tx: Transaction, case_id: int, person_id: int, at: datetime) -> tuple[Case, Officer]:
    """The case, locked, and the officer who may claim a cause for it: who holds or leads it."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    authority = people.authority(tx, person_id, at)
    leads = access.may_lead(authority, case, access.unit_of(tx, case.unit_id))
    if case.holder_id != officer.id and not leads:
        raise Refused("cause-holder-only", ticket=case.ticket)
    if Event.CAUSE_CLAIMED not in states.TRANSITIONS[State(case.state)]:
        state = text(f"state-{case.state}")
        raise Refused("case-not-now", ticket=case.ticket, state=state)
    if case.resolved_at is not None and at - case.resolved_at > CLAIM_WITHIN:
        raise Refused("cause-too-late", ticket=case.ticket, days=CLAIM_WITHIN.days)
    return case, officer


def shareable(tx: Transaction, case: Case, person_id: int, at: datetime) -> int:
    """How many other open cases of the unit a claim can be for; none for who does not lead it."""
    counting = select(func.count()).select_from(_others(case).subquery())
    return int(tx.session.exec(counting).one()) if _leads(tx, case, person_id, at) else 0


def _leads(tx: Transaction, case: Case, person_id: int, at: datetime) -> bool:
    """Whether the person may speak for all cases of the unit: a power cut stops them all."""
    authority = people.authority(tx, person_id, at)
    unit = access.unit_of(tx, case.unit_id)
    return not case.supervisory and access.may_lead(authority, case, unit)


def _others(case: Case) -> SelectOfScalar[Case]:
    """The oldest open ones besides this, whoever sent them: one that were missing would say that
    the claimer sent it. A second person decides, who sent none of them."""
    statement = select(Case).where(
        Case.unit_id == case.unit_id,
        col(Case.resolved_at).is_(None),
        col(Case.supervisory).is_(False),
        Case.id != case.id,
    )
    return statement.order_by(col(Case.id)).limit(MOST_CASES - 1)


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
    concerned = [case]
    if every and _leads(tx, case, person_id, at):
        concerned += tx.session.exec(_others(case).with_for_update())
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
    told = causes.seen(tx, cause)
    cause_notices.of_claim(tx, "cause-to-decide", cause, told, causes.deciders(tx, cause, at), at)
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
    able = {officer.person_id: officer for officer in causes.deciders(tx, cause, at)}
    if person_id not in able:
        raise Refused("cause-not-yours-to-decide" if causes.known_to(tx, cause, person_id, at) else
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
    told = causes.seen(tx, cause)
    cause_notices.of_decision(tx, cause, told, at)
    return told


# --- its end


def end(
    tx: Transaction, cause_id: int, person_id: int, ended_at: datetime, at: datetime
) -> CauseView:
    """*Sudah berakhir*: who claimed it, or who leads the unit, says when it was over."""
    cause = _locked(tx, cause_id)
    if not causes.ends(tx, cause, person_id, at):
        raise Refused("cause-unknown")
    if not causes.seen(tx, cause).going_on:
        raise Refused("cause-over-already")
    check_span(cause.started_at, ended_at, at)
    return _end(tx, cause, ended_at, at, person_id)


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
    return causes.seen(tx, cause)


# --- what time does


def run(tx: Transaction, at: datetime) -> None:
    """Remind of claims halfway to their limit, let those lapse that nobody decided, and end those
    that were never ended."""
    for cause in _due(tx, col(ExternalCause.remind_at) <= at):
        cause.remind_at = None
        if at < cause.decide_by:
            told = causes.seen(tx, cause)
            cause_notices.of_claim(
                tx, "cause-reminder", cause, told, causes.deciders(tx, cause, at), at
            )
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


def _linked(tx: Transaction, cause: ExternalCause) -> list[tuple[CauseOfCase, Case]]:
    rows = tx.session.exec(
        select(CauseOfCase, Case)
        .join(Case, col(Case.id) == CauseOfCase.case_id)
        .where(CauseOfCase.cause_id == cause.id)
        .order_by(col(Case.id))
        .with_for_update()
    )
    return list(rows.all())


def _span(link: CauseOfCase) -> list[str | None]:
    return [link.start.isoformat(), link.end.isoformat() if link.end else None]
