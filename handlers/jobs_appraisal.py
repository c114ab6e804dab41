"""What the clock does with appraisals: freeze and open, remind, say that a term has ended."""

from __future__ import annotations

from datetime import datetime

from handlers.jobs import Ran
from models.appraisal.deciding import late, opening, reminding
from models.database import Transaction


def open_(tx: Transaction, at: datetime) -> Ran:
    """Freeze the records of periods that have ended, and open their appraisals."""
    done = opening.run(tx, at)
    return Ran(again=done.more, failed=done.failed)


def late_facts(tx: Transaction, at: datetime) -> Ran:
    """Tell of frozen records whose facts came late."""
    return Ran(again=late.run(tx, at))


def remind(tx: Transaction, at: datetime) -> Ran:
    return Ran(again=reminding.run(tx, at))
