"""What masking hides: shown to who works on the case, for a reason, and each reading is logged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select

from models import journal, people
from models.complaints import access, readings
from models.complaints.tables import Case, CaseMessage
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind


class ReadingReason(StrEnum):
    """Why somebody reads what is hidden from others."""

    CONTACT = "contact"  # a number or an address is needed to help
    MEANING = "meaning"  # it cannot be understood otherwise
    THREAT = "threat"  # whether it holds a threat
    MISTAKE = "mistake"  # whether it was masked by mistake


@dataclass(frozen=True)
class Original:
    """Words as they were written."""

    at: datetime
    text: str


@dataclass(frozen=True)
class Read:
    case_id: int
    ticket: str
    zone: str
    words: tuple[Original, ...]  # oldest first


def check(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Case:
    """The case, for who may read what is hidden: who holds it, or leads the unit; while nobody
    holds it, whoever may work on it. Refused when nothing is hidden, and for an anonymous case:
    what is hidden there may say who wrote it, which takes two people to reveal."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    readings.require_reading(tx, case, person_id, at)
    if case.anonymous:
        raise Refused("original-anonymous", ticket=case.ticket)
    holder = access.holder(tx, case, at)
    if holder is not None and holder.id != officer.id and not _leads(tx, case, person_id, at):
        raise access.taken(tx, case)
    if case.original is None and not _hidden(tx, case):
        raise Refused("original-none", ticket=case.ticket)
    return case


def read(tx: Transaction, case_id: int, person_id: int, reason: str, at: datetime) -> Read:
    """The words as they were written; the reading is entered in the journal with its reason."""
    if reason not in set(ReadingReason):
        raise Refused("original-reason-unknown")
    case = check(tx, case_id, person_id, at)
    journal.write(
        tx,
        Kind.CASE_ORIGINAL_READ,
        at,
        actor_id=person_id,
        unit_id=case.unit_id,
        case_id=case.id,
        reason=reason,
    )
    own = [Original(case.received_at, case.original)] if case.original is not None else []
    later = [Original(one.at, one.original or "") for one in _hidden(tx, case)]
    return Read(
        case.id or 0,
        case.ticket,
        access.unit_of(tx, case.unit_id).zone,
        (*own, *later),
    )


def _leads(tx: Transaction, case: Case, person_id: int, at: datetime) -> bool:
    return access.may_lead(
        people.authority(tx, person_id, at), case, access.unit_of(tx, case.unit_id)
    )


def _hidden(tx: Transaction, case: Case) -> list[CaseMessage]:
    statement = select(CaseMessage).where(
        CaseMessage.case_id == case.id, col(CaseMessage.original).is_not(None)
    )
    return list(tx.session.exec(statement.order_by(col(CaseMessage.id))))
