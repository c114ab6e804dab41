"""Adding evidence: each rating and case to the record of the officer who served or held it *then*.

The same fact can be reported twice (a redelivered update, a repaired import); `source` names the
fact, so that the second report changes nothing. A later change of a rating's score needs no call:
evidence points at the rating, and the record reads the score that stands.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import insert

from models import journal
from models.appraisal.tables import Evidence, EvidenceKind
from models.database import Transaction, table
from models.journal import Kind

_evidence = table(Evidence)
_COLUMNS = ("officer_id", "period", "kind", "source", "unit_id", "rating_id", "case_id", "at")
# `ON CONFLICT … RETURNING` reads the same in SQLite and PostgreSQL; the row that comes back tells
# whether it went in.
_ADD = (
    insert(_evidence)
    .values({name: bindparam(name) for name in _COLUMNS})
    .on_conflict_do_nothing(index_elements=["source"])
    .returning(_evidence.c.id)
)


def rated(
    tx: Transaction, rating_id: int, officer_id: int, unit_id: int, at: datetime, zone: str
) -> bool:
    """A citizen rated while this officer was on the roster. False if it was known already.

    zone: the unit's, e.g. "Asia/Jakarta"; it decides which quarter the fact belongs to.
    """
    source = f"rating:{rating_id}"
    return _add(tx, EvidenceKind.RATING, source, officer_id, unit_id, at, zone, rating_id=rating_id)


def answered(
    tx: Transaction,
    case_id: int,
    officer_id: int,
    unit_id: int,
    at: datetime,
    source: str,
    zone: str,
) -> bool:
    """The officer held the case when the citizen got an answer. False if it was known already.

    source: names the fact for ever, e.g. "answer:4:1" for the first answer of case 4.
    """
    return _add(tx, EvidenceKind.ANSWER, source, officer_id, unit_id, at, zone, case_id=case_id)


def resolved(
    tx: Transaction,
    case_id: int,
    officer_id: int,
    unit_id: int,
    at: datetime,
    source: str,
    zone: str,
) -> bool:
    """The officer held the case when it was solved. False if it was known already.

    source: e.g. "resolution:4:1"; a case that was reopened is resolved a second time.
    """
    return _add(tx, EvidenceKind.RESOLUTION, source, officer_id, unit_id, at, zone, case_id=case_id)


def period_of(at: datetime, zone: str) -> str:
    """The quarter an instant falls into by the unit's own clock, e.g. "2026-Q4"."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local.year}-Q{(local.month + 2) // 3}"


def _add(
    tx: Transaction,
    kind: EvidenceKind,
    source: str,
    officer_id: int,
    unit_id: int,
    at: datetime,
    zone: str,
    *,
    rating_id: int | None = None,
    case_id: int | None = None,
) -> bool:
    row = {
        "officer_id": officer_id,
        "period": period_of(at, zone),
        "kind": kind,
        "source": source,
        "unit_id": unit_id,
        "rating_id": rating_id,
        "case_id": case_id,
        "at": at,
    }
    if tx.execute(_ADD, row).first() is None:
        return False
    journal.write(
        tx,
        Kind.EVIDENCE_ADDED,
        at,
        unit_id=unit_id,
        case_id=case_id,
        rating_id=rating_id,
        officer=officer_id,
        source=source,
        period=row["period"],
    )
    return True
