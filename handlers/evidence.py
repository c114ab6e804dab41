"""What was done to a case becomes evidence in the record of the officer who held it then."""

from __future__ import annotations

from models.appraisal import operations as appraisal
from models.complaints.casework import Done
from models.database import Transaction


def keep(tx: Transaction, done: Done) -> None:
    """An answer (or a reason why not) reached the citizen; a resolution is the citizen's word that
    it is solved, or the officer's that it is done. Silence is evidence of nothing."""
    if done.officer_id is None:
        return
    who = (done.case_id, done.officer_id, done.unit_id, done.at)
    if done.answer:
        appraisal.answered(tx, *who, done.answer, done.zone)
    if done.resolution:
        appraisal.resolved(tx, *who, done.resolution, done.zone)
