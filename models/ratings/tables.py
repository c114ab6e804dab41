"""Ratings, their daily sums, and what changed them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, Text, text
from sqlmodel import Field, SQLModel

from models.database import UtcDateTime

SCORES = (1, 2, 3, 4)  # Tidak baik, Kurang baik, Baik, Sangat baik (PermenPANRB 14/2017)


class Asked(StrEnum):
    """How the citizen came to the question; figures keep these apart."""

    VISIT = "visit"  # scanned the single-use code of a visit
    INVITED = "invited"  # drawn by chance and asked at the end of the day
    COUNTER = "counter"  # the poster at a counter
    UNIT = "unit"  # the poster of a unit, or its link
    SEARCH = "search"  # found in the list or by search


class Standing(StrEnum):
    """received = counted + excluded + withdrawn, in every report and export."""

    COUNTED = "counted"
    EXCLUDED = "excluded"  # decided by two people, for a reason that is kept
    WITHDRAWN = "withdrawn"  # by the citizen


class Rating(SQLModel, table=True):
    """At most one of a visit; without a visit at most one of a person, unit and day."""

    __tablename__ = "ratings"
    __table_args__ = (
        Index(
            "ix_ratings_visit_id",
            "visit_id",
            unique=True,
            sqlite_where=text("visit_id IS NOT NULL"),
            postgresql_where=text("visit_id IS NOT NULL"),
        ),
        Index(
            "ix_ratings_rater_unit_id_day",
            "rater",
            "unit_id",
            "day",
            unique=True,
            sqlite_where=text("visit_id IS NULL"),
            postgresql_where=text("visit_id IS NULL"),
        ),
        Index("ix_ratings_unit_id_day", "unit_id", "day"),
        Index(
            "ix_ratings_commented",
            "unit_id",
            "commented_at",
            "sentiment",
            "aspects",
            sqlite_where=text("commented_at IS NOT NULL"),
            postgresql_where=text("commented_at IS NOT NULL"),
        ),
        Index(
            "ix_ratings_of_visits",
            "officer_id",
            "at",
            sqlite_where=text("visit_id IS NOT NULL"),
            postgresql_where=text("visit_id IS NOT NULL"),
        ),
        CheckConstraint("score BETWEEN 1 AND 4"),
    )

    id: int | None = Field(default=None, primary_key=True)
    rater: str  # the person's pseudonym
    unit_id: int = Field(foreign_key="units.id")
    day: date  # local to the unit
    visit_id: int | None = Field(default=None, foreign_key="visits.id")
    service_id: int | None = Field(default=None, foreign_key="services.id")
    counter_id: int | None = Field(default=None, foreign_key="counters.id")
    officer_id: int | None = Field(default=None, foreign_key="officers.id")  # who served then
    score: int
    asked: str
    standing: str = Standing.COUNTED.value
    why: str | None = None  # the aspect behind a low score, as the citizen chose it
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    comment: str | None = Field(default=None, sa_type=Text)
    commented_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reading: dict[str, Any] | None = Field(default=None, sa_type=JSON)  # nlp.Reading.to_json
    sentiment: str | None = None  # of the comment; None: the reader abstained
    aspects: str = ""  # that the comment names: ",perilaku,waktu,"


class FormerComment(SQLModel, table=True):
    """What a comment was about that was rewritten or erased since; no words."""

    __tablename__ = "former_comments"
    __table_args__ = (Index("ix_former_comments_unit_id_commented_at", "unit_id", "commented_at"),)

    id: int | None = Field(default=None, primary_key=True)
    rating_id: int = Field(foreign_key="ratings.id", index=True)
    unit_id: int = Field(foreign_key="units.id")
    commented_at: datetime = Field(sa_type=UtcDateTime)
    sentiment: str | None = None
    aspects: str = ""


class RatingSum(SQLModel, table=True):
    """Ratings of a slice of a unit on a day; kept in the transaction of each rating.

    slice: "" is everything; a value of `Asked`; "service:<id>" for ratings of a visit. The slices
    of `Asked` add up to "".
    """

    __tablename__ = "rating_sums"
    __table_args__ = (Index("ix_rating_sums_day_slice", "day", "slice"),)

    slice: str = Field(primary_key=True)
    unit_id: int = Field(primary_key=True, foreign_key="units.id")
    day: date = Field(primary_key=True)
    n1: int = 0
    n2: int = 0
    n3: int = 0
    n4: int = 0
    excluded: int = 0
    withdrawn: int = 0


class RatingCorrection(SQLModel, table=True):
    """One change of what a rating counts as, so that any instant's figures can be told later.

    was, now: the name of a column of `RatingSum`: n1 to n4, excluded, withdrawn.
    """

    __tablename__ = "rating_corrections"
    __table_args__ = (Index("ix_rating_corrections_unit_id_day", "unit_id", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    rating_id: int = Field(foreign_key="ratings.id", index=True)
    unit_id: int = Field(foreign_key="units.id")
    # of the rating
    day: date
    asked: str
    service_id: int | None = None
    given_at: datetime = Field(sa_type=UtcDateTime)
    at: datetime = Field(sa_type=UtcDateTime)
    was: str
    now: str


class Decision(StrEnum):
    KEPT = "kept"
    EXCLUDED = "excluded"


class RatingFlag(SQLModel, table=True):
    """A doubt about a rating. To keep it takes one person; to exclude it two: who proposes it, and
    another who decides. Until then it counts. Both are officers: an account may change, and a new
    one is no second person."""

    __tablename__ = "rating_flags"
    __table_args__ = (
        Index("ix_rating_flags_rating_id_reason", "rating_id", "reason", unique=True),
        Index("ix_rating_flags_unit_id_decision", "unit_id", "decision"),
        Index(
            "ix_rating_flags_open",
            "unit_id",
            sqlite_where=text("decided_at IS NULL"),
            postgresql_where=text("decided_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    rating_id: int = Field(foreign_key="ratings.id")
    unit_id: int = Field(foreign_key="units.id")
    reason: str  # of `patterns.Reason`
    pattern: str = ""  # names the burst or group: flags of one pattern are looked at together
    found: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  # numbers that led to it
    raised_at: datetime = Field(sa_type=UtcDateTime)
    raised_by: int | None = Field(default=None, foreign_key="officers.id")  # None: a detector
    proposed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # to exclude it
    proposed_by: int | None = Field(default=None, foreign_key="officers.id")
    proposal: str = ""  # why
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: int | None = Field(default=None, foreign_key="officers.id")
    decision: Decision | None = Field(default=None, sa_type=String)
    because: str = ""


class FlagNotice(SQLModel, table=True):
    """Until when an officer was told of new doubts: once a day, at an opening."""

    __tablename__ = "rating_flag_notices"

    officer_id: int = Field(primary_key=True, foreign_key="officers.id")
    day: date  # of the message, local to the unit that opened
    until: datetime = Field(sa_type=UtcDateTime)  # doubts raised or proposed up to here were told


class RatingInvitation(SQLModel, table=True):
    """Somebody who was served or complained, agreed, and was drawn by chance: one question."""

    __tablename__ = "rating_invitations"
    __table_args__ = (
        Index("ix_rating_invitations_person_id_day", "person_id", "day", unique=True),
        Index("ix_rating_invitations_unit_id_day", "unit_id", "day"),
        Index(
            "ix_rating_invitations_known",
            "sent_at",
            sqlite_where=text("person_id IS NOT NULL"),
            postgresql_where=text("person_id IS NOT NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int | None = Field(foreign_key="people.id")  # None: forgotten since
    unit_id: int = Field(foreign_key="units.id")
    day: date  # of the visit or complaint, local to the unit
    visit_id: int | None = Field(default=None, foreign_key="visits.id")
    case_id: int | None = Field(default=None, foreign_key="cases.id")  # forgotten with the person
    sent_at: datetime = Field(sa_type=UtcDateTime)
    rating_id: int | None = Field(default=None, foreign_key="ratings.id")  # the answer
