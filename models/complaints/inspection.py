"""A case goes to the inspectorate, or from there back to the unit.

An officer who finds bribes, abuse, violence or harassment in an ordinary case gives it up at once:
the unit no longer sees that it is there. An inspector who finds nothing of the kind gives it back
with a summary, and the unit reads the summary and what comes after it (`sealed`). The citizen is
told in the same moment who reads it now.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import select

from models import outbox
from models.complaints import access, casework, merged, notices, recall, reminders, sealed, telling
from models.complaints.casework import Done
from models.complaints.filing import LEAST_TEXT
from models.complaints.limits import CaseClass, proposed_class
from models.complaints.readings import Purpose, log_of, number_of, opened, require_reading
from models.complaints.states import Event
from models.complaints.tables import Case, Follower, Side
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.outbox import Outgoing

__all__ = [
    "Purpose",
    "log_of",
    "number_of",
    "opened",
    "ordinary_class",
    "refer",
    "refer_back",
    "require_reading",
]


def refer(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Done:
    """To the inspectorate. Anybody of the unit may do it, also with a case that somebody else
    holds: it may be about that officer."""
    case, others = merged.family(tx, case_id)
    access.entitled(tx, case, person_id, at)
    if case.supervisory:
        raise Refused("inspection-already", ticket=case.ticket)
    for one in others:  # each citizen's words are examined
        merged.part(tx, one, case, person_id, at)
    for one in (case, *others):
        _refer(tx, one, person_id, at)
        _let_go(tx, one, at)
        casework.done(tx, one, at)
    return casework.done(tx, case, at)


def refer_back(tx: Transaction, case_id: int, person_id: int, summary: str, at: datetime) -> Done:
    """To the unit, with a summary in place of what the citizen wrote for the inspectorate only."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    if not case.supervisory:
        raise Refused("inspection-ordinary", ticket=case.ticket)
    require_reading(tx, case, person_id, at)
    summary = casework.words(summary, LEAST_TEXT)
    casework.write(tx, case, Side.OFFICER, summary, at, officer)
    message = casework.messages_of(tx, case.id or 0)[-1]
    sealed.seal(tx, case, summary, message.id or 0, at)
    case.supervisory, case.holder_id = False, None
    casework.classify(
        tx, case, Event.REFERRED, ordinary_class(case), at, person_id, supervisory=False
    )
    tx.session.flush()
    reminders.with_other_readers(tx, case)
    unit = access.unit_of(tx, case.unit_id)
    told = {"unit": unit.name, "summary": summary}
    notices.tell_citizen(tx, case, "case-referred-back-citizen", at, told, buttons=[["track"]])
    due = telling.running_dues(tx, case, unit, at)
    telling.of_new(tx, case, unit, at, "case-referred-back", due)
    return casework.done(tx, case, at)


def ordinary_class(case: Case) -> CaseClass:
    """What the category alone proposes; whoever verifies the case decides."""
    proposed = proposed_class(case.category)
    return CaseClass.ORDINARY if proposed is CaseClass.SUPERVISORY else proposed


# --- beneath


def _refer(tx: Transaction, case: Case, person_id: int, at: datetime) -> None:
    recall.recall(tx, case, at)
    case.supervisory, case.holder_id = True, None
    casework.classify(
        tx, case, Event.REFERRED, CaseClass.SUPERVISORY, at, person_id, supervisory=True
    )
    tx.session.flush()
    reminders.with_other_readers(tx, case)
    unit = access.unit_of(tx, case.unit_id)
    due = telling.running_dues(tx, case, unit, at)
    notices.tell_citizen(
        tx,
        case,
        "case-referred-citizen",
        at,
        {"unit": unit.name, "due": due["resolution_due"]},
        buttons=[["track"]],
    )
    telling.of_new(tx, case, unit, at, "case-referred", due)


def _let_go(tx: Transaction, case: Case, at: datetime) -> None:
    """Who only followed the case is told that it can no longer be followed."""
    for follower in tx.session.exec(select(Follower).where(Follower.case_id == case.id)):
        body = {"key": "case-follow-ended", "values": {"ticket": case.ticket}}
        outbox.put(tx, Outgoing(follower.person_id, body), at)
        casework.enter(tx, Kind.CASE_UNFOLLOWED, case, follower.person_id, at)
        tx.session.delete(follower)
    case.followers = 0
    tx.session.flush()
