"""What an officer says of the own period: kept in the record, and read at the evaluation meeting.

It may be rewritten until the record is frozen; then it stands as it was.
"""

from __future__ import annotations

from datetime import datetime

from models import entries, people
from models.appraisal import terms
from models.appraisal.evidence import freezing
from models.appraisal.evidence.tables import OwnWords
from models.database import Transaction
from models.errors import Refused

LEAST, MOST = 10, 1000  # characters


def write(tx: Transaction, person_id: int, period_id: int, said: str, at: datetime) -> None:
    """Keep the words in the place of earlier ones, for the officer alone."""
    officer_id = writing(tx, person_id, period_id, at)
    clean = words(said)
    found = tx.session.get(OwnWords, (officer_id, period_id))
    kept = found or OwnWords(officer_id=officer_id, period_id=period_id, words=clean, at=at)
    kept.words, kept.at = clean, at
    tx.session.add(kept)
    tx.session.flush()


def writing(tx: Transaction, person_id: int, period_id: int, at: datetime) -> int:
    """officers.id of who writes; refused once the record is frozen."""
    officer = people.known_authority(tx, person_id, at).officer
    if officer is None:
        raise Refused("not-for-you")
    terms.period(tx, period_id)
    if freezing.latest(tx, officer.id or 0, period_id) is not None:
        raise Refused("own-words-frozen")
    return officer.id or 0


def of(tx: Transaction, officer_id: int, period_id: int) -> str:
    """What was written; empty: nothing yet."""
    found = tx.session.get(OwnWords, (officer_id, period_id))
    return found.words if found else ""


def words(said: str) -> str:
    return entries.said(said, LEAST, MOST)
