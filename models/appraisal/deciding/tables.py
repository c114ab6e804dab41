"""What people decide: the two ratings and the predicate, and objections.

No row here is written by the clock but steps that only say that a term has ended. Constraints hold
that no rating and no predicate stands without the person who gave it.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.appraisal.matrix import MATRIX, OrganisationPredicate
from models.database import UtcDateTime

# the nine cells, as the database holds them: no other word is the predicate of a person
_CELLS = " OR ".join(
    f"(work = '{work}' AND behaviour = '{behaviour}' AND predicate = '{predicate}')"
    for (work, behaviour), predicate in MATRIX.items()
)
_OF_ORGANISATIONS = ", ".join(f"'{predicate}'" for predicate in OrganisationPredicate)


class AppraisalState(StrEnum):
    OPEN = "open"  # the record is frozen; the appraiser has not given both ratings
    RATED = "rated"  # both ratings given, the predicate not confirmed
    DELIVERED = "delivered"  # confirmed, and the officer has it; the term of objection runs
    OBJECTED = "objected"  # with the superior
    FINAL = "final"  # agreed, the term has passed, or the superior has decided


class Appraisal(SQLModel, table=True):
    """The appraisal of an officer for a period: evidence beside it, decided by people.

    work, behaviour: `matrix.Expectation`; predicate: `matrix.Predicate`. They are written together
    with the person who gave them, or not at all.
    """

    __tablename__ = "appraisals"
    __table_args__ = (
        UniqueConstraint("officer_id", "period_id"),
        CheckConstraint("(work IS NULL) = (rated_by_id IS NULL)"),
        CheckConstraint("(behaviour IS NULL) = (rated_by_id IS NULL)"),
        CheckConstraint("(predicate IS NULL) = (confirmed_by_id IS NULL)"),
        CheckConstraint(f"predicate IS NULL OR {_CELLS}", name="ck_appraisals_predicate"),
        CheckConstraint("predicate IS NULL OR work IS NOT NULL"),
        CheckConstraint("(rated_by_id IS NULL) = (rated_on_id IS NULL)"),
        CheckConstraint("appraiser_id <> officer_id"),
        CheckConstraint("rated_by_id IS NULL OR rated_by_id <> officer_id"),
        CheckConstraint("confirmed_by_id IS NULL OR confirmed_by_id <> officer_id"),
        CheckConstraint("work IS NULL OR work IN ('below', 'as_expected', 'above')"),
        CheckConstraint("behaviour IS NULL OR behaviour IN ('below', 'as_expected', 'above')"),
    )

    id: int | None = Field(default=None, primary_key=True)
    officer_id: int = Field(foreign_key="officers.id")
    period_id: int = Field(foreign_key="appraisal_periods.id", index=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    snapshot_id: int = Field(foreign_key="snapshots.id")  # what the appraiser saw
    appraiser_id: int = Field(foreign_key="officers.id", index=True)
    state: AppraisalState = Field(default=AppraisalState.OPEN, sa_type=String, index=True)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    rate_until: datetime = Field(sa_type=UtcDateTime)  # house term; nothing is written when it ends
    work: str | None = None
    behaviour: str | None = None
    work_note: str = Field(default="", sa_type=Text)
    behaviour_note: str = Field(default="", sa_type=Text)
    contradiction: str = Field(default="", sa_type=Text)  # why, where the ratings contradict
    rated_by_id: int | None = Field(default=None, foreign_key="officers.id")
    rated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # the version of the record that the ratings were given on; an amendment makes it an older one
    rated_on_id: int | None = Field(default=None, foreign_key="snapshots.id")
    predicate: str | None = None
    confirmed_by_id: int | None = Field(default=None, foreign_key="officers.id")
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    objection_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    final_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reminded: str = ""  # the last term that was reminded of


class AppraisalWaiting(SQLModel, table=True):
    """A frozen record of somebody whom nobody leads. The admin has been told; the appraisal opens
    when there is a leader."""

    __tablename__ = "appraisals_waiting"

    officer_id: int = Field(primary_key=True, foreign_key="officers.id")
    period_id: int = Field(primary_key=True, foreign_key="appraisal_periods.id")
    at: datetime = Field(sa_type=UtcDateTime)


class AppraisalStep(SQLModel, table=True):
    """One step of the file: every one is kept, in order. No rating without a person."""

    __tablename__ = "appraisal_steps"
    __table_args__ = (
        CheckConstraint("work IS NULL OR officer_id IS NOT NULL"),
        CheckConstraint("behaviour IS NULL OR officer_id IS NOT NULL"),
        CheckConstraint("predicate IS NULL OR officer_id IS NOT NULL"),
        CheckConstraint(f"predicate IS NULL OR {_CELLS}", name="ck_appraisal_steps_predicate"),
    )

    id: int | None = Field(default=None, primary_key=True)
    appraisal_id: int = Field(foreign_key="appraisals.id", index=True)
    step: str  # deciding.steps.Step
    officer_id: int | None = Field(default=None, foreign_key="officers.id")  # None: the clock
    words: str = Field(default="", sa_type=Text)
    work: str | None = None  # where the step gave ratings
    behaviour: str | None = None
    predicate: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)


class Objection(SQLModel, table=True):
    """An officer's objection (keberatan) to the appraiser's superior, who decides finally."""

    __tablename__ = "objections"
    __table_args__ = (
        CheckConstraint("(decided_at IS NULL) = (changed IS NULL)"),
        CheckConstraint("(decided_at IS NULL) = (decided_by_id IS NULL)"),
    )

    id: int | None = Field(default=None, primary_key=True)
    appraisal_id: int = Field(foreign_key="appraisals.id", unique=True)
    words: str = Field(sa_type=Text)  # the officer's
    at: datetime = Field(sa_type=UtcDateTime)
    explanation: str = Field(default="", sa_type=Text)  # the appraiser's
    explained_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    explain_until: datetime = Field(sa_type=UtcDateTime)  # then it is decided without
    decide_until: datetime = Field(sa_type=UtcDateTime)  # house term, only reminded of
    # who decides; the appraiser, who never does, stands for nobody as long as nobody is above
    superior_id: int = Field(foreign_key="officers.id", index=True)
    decided_by_id: int | None = Field(default=None, foreign_key="officers.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    changed: bool | None = None  # the ratings; None: not decided yet
    decision: str = Field(default="", sa_type=Text)


class OrganisationRating(SQLModel, table=True):
    """The organisation's predicate for a period, decided elsewhere and entered by an admin with its
    source. It is shown as context, and is no quota."""

    __tablename__ = "organisation_ratings"
    __table_args__ = (CheckConstraint(f"predicate IN ({_OF_ORGANISATIONS})"),)

    office_id: int = Field(primary_key=True, foreign_key="offices.id")
    period_id: int = Field(primary_key=True, foreign_key="appraisal_periods.id")
    predicate: str  # matrix.OrganisationPredicate
    source: str  # the letter or decree
    entered_by: int | None = Field(default=None, foreign_key="people.id")
    at: datetime = Field(sa_type=UtcDateTime)
