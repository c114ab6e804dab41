"""The file of an appraisal: every act of a person, and every term that ended, is one step of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select

from models import journal
from models.appraisal.deciding.tables import Appraisal, AppraisalStep
from models.appraisal.matrix import Expectation, Predicate
from models.database import Transaction
from models.journal import Kind
from models.people import Officer


class Step(StrEnum):
    """The closed vocabulary of the file."""

    OPENED = "opened"  # by the clock: the record is frozen, the appraiser is told
    APPRAISER_CHANGED = "appraiser_changed"  # by the clock: another leader appraises now
    AMENDED = "amended"  # a new version of the record, with its reason
    RATED = "rated"  # both ratings
    CONFIRMED = "confirmed"  # the predicate
    AGREED = "agreed"  # by the officer
    TERM_PASSED = "term_passed"  # by the clock: no objection came
    OBJECTED = "objected"
    EXPLAINED = "explained"  # by the appraiser
    EXPLANATION_PASSED = "explanation_passed"  # by the clock: no explanation came
    DECIDED = "decided"  # by the superior, with the ratings that hold now
    REOPENED = "reopened"  # by the superior, after an amendment


def keep(
    tx: Transaction,
    appraisal: Appraisal,
    step: Step,
    at: datetime,
    officer: Officer | None,
    words: str = "",
    *,
    work: Expectation | None = None,
    behaviour: Expectation | None = None,
    predicate: Predicate | None = None,
) -> None:
    """Add a step to the file and to the journal. officer: who took it; None: the clock."""
    made = AppraisalStep(
        appraisal_id=appraisal.id or 0,
        step=step,
        officer_id=officer.id if officer else None,
        words=words,
        work=work,
        behaviour=behaviour,
        predicate=predicate,
        at=at,
    )
    tx.session.add(made)
    tx.session.flush()
    journal.write(
        tx,
        Kind.APPRAISAL_STEP,
        at,
        actor_id=officer.person_id if officer else None,
        unit_id=appraisal.unit_id,
        appraisal=appraisal.id,
        step=step.value,
        number=made.id,
        work=work,
        behaviour=behaviour,
        predicate=predicate,
        snapshot=appraisal.snapshot_id,
    )


def of(tx: Transaction, appraisal_id: int) -> list[AppraisalStep]:
    """The whole file, in order."""
    statement = select(AppraisalStep).where(AppraisalStep.appraisal_id == appraisal_id)
    return list(tx.session.exec(statement.order_by(col(AppraisalStep.id))))
