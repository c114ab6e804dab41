"""External causes (hambatan luar): time that an office says it could not work on its cases.

An officer claims one with a reason and proof; a second person outside the officer's line decides
within a limit, or it lapses (`cause_claims`). An accepted one moves no promised deadline: its time
is left out of a second figure that stands beside the first wherever that is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, String, Text, text
from sqlmodel import Field, SQLModel, col, select

from models import people
from models.complaints import access, readings
from models.complaints.tables import Attachment, Case
from models.database import Transaction, UtcDateTime
from models.errors import Refused
from models.offices import Unit
from models.people import Authority, Officer, Role

CAP = 0.10  # of the working time, or of the cases; a larger share is flagged
CAP_SOURCE = "aturan aplikasi ini"


class CauseKind(StrEnum):
    SYSTEM = "system"  # the central system is down
    POWER = "power"  # no electricity or network
    AGENCY = "agency"  # another agency has to act first
    FORCE_MAJEURE = "force_majeure"
    INCOMPLETE = "incomplete"  # the citizen's file is not complete


class Standing(StrEnum):
    CLAIMED = "claimed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    LAPSED = "lapsed"  # nobody decided in time: not accepted


_CLAIMED = text("standing = 'claimed'")
_GOING_ON = text("ended_at IS NULL")


class ExternalCause(SQLModel, table=True):
    """One claim, for one case or for all open cases of its unit."""

    __tablename__ = "external_causes"
    __table_args__ = (
        Index("causes_due", "decide_by", sqlite_where=_CLAIMED, postgresql_where=_CLAIMED),
        Index("causes_open", "started_at", sqlite_where=_GOING_ON, postgresql_where=_GOING_ON),
    )

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id", index=True)
    supervisory: bool = False  # of a case of the inspectorate
    kind: CauseKind = Field(sa_type=String)
    started_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # None: it still goes on
    reason: str = Field(sa_type=Text)
    proof: str = ""  # number of a letter or ticket; files may stand beside it
    claimed_by: int = Field(foreign_key="officers.id")
    claimed_at: datetime = Field(sa_type=UtcDateTime)
    decide_by: datetime = Field(sa_type=UtcDateTime)
    remind_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # None: reminded
    standing: Standing = Field(default=Standing.CLAIMED, sa_type=String)
    decided_by: int | None = Field(default=None, foreign_key="officers.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    words: str = ""  # of the refusal


class CauseOfCase(SQLModel, table=True):
    """A case the claim is for, and the part of its time within the life of the case."""

    __tablename__ = "external_cause_cases"

    cause_id: int = Field(primary_key=True, foreign_key="external_causes.id")
    case_id: int = Field(primary_key=True, foreign_key="cases.id", index=True)
    start: datetime = Field(sa_type=UtcDateTime)
    end: datetime | None = Field(default=None, sa_type=UtcDateTime)


@dataclass(frozen=True, slots=True)
class CauseView:
    """A claim as the people of the office see it. start and end: as claimed, not clipped."""

    cause_id: int
    kind: CauseKind
    start: datetime
    end: datetime | None
    reason: str
    proof: str
    files: tuple[int, ...]  # ids of attachments
    standing: Standing
    claimed_by: str  # name
    claimed_at: datetime
    decide_by: datetime
    decided_by: str | None  # name; None when it lapsed
    decided_at: datetime | None
    words: str
    unit_name: str
    zone: str
    cases: tuple[tuple[int, str], ...]  # id and ticket

    @property
    def going_on(self) -> bool:
        return self.end is None and self.standing in (Standing.CLAIMED, Standing.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Undecided:
    """A claim in the list of those that wait."""

    cause_id: int
    unit_name: str
    zone: str
    tickets: tuple[str, ...]
    decide_by: datetime


@dataclass(frozen=True, slots=True)
class Causes:
    """How much of the time, and of the cases, is laid to external causes."""

    cases: int = 0
    of_cases: int = 0
    minutes: float = 0
    of_minutes: float = 0

    def __add__(self, other: Causes) -> Causes:
        return Causes(
            self.cases + other.cases,
            self.of_cases + other.of_cases,
            self.minutes + other.minutes,
            self.of_minutes + other.of_minutes,
        )

    @property
    def case_share(self) -> float:
        return self.cases / self.of_cases if self.of_cases else 0.0

    @property
    def time_share(self) -> float:
        return self.minutes / self.of_minutes if self.of_minutes else 0.0

    @property
    def flagged(self) -> bool:
        """So large a part that somebody should look at it, however few the cases."""
        return max(self.case_share, self.time_share) > CAP


# --- looking


def of_case(tx: Transaction, case_id: int) -> tuple[CauseView, ...]:
    """Every claim about a case, the oldest first. Whether the asking person may see the case is
    for who shows it to check."""
    rows = tx.session.exec(
        select(ExternalCause)
        .join(CauseOfCase, col(CauseOfCase.cause_id) == ExternalCause.id)
        .where(CauseOfCase.case_id == case_id)
        .order_by(col(ExternalCause.id))
    )
    return tuple(seen(tx, cause) for cause in rows.all())


def view(tx: Transaction, cause_id: int, person_id: int, at: datetime) -> CauseView:
    """One claim, for who may work on its cases or decide on it; of a supervisory case for who has
    said why it is read."""
    cause = tx.session.get(ExternalCause, cause_id)
    if cause is None or not known_to(tx, cause, person_id, at):
        raise Refused("cause-unknown")
    for case in cases_of(tx, cause) if cause.supervisory else ():
        readings.require_reading(tx, case, person_id, at)
    return seen(tx, cause)


def undecided(tx: Transaction, person_id: int, at: datetime) -> list[Undecided]:
    """Claims that wait for a decision this person may take, the first due first. They name no
    reason and no proof: the claim itself is read one by one."""
    waiting = tx.session.exec(
        select(ExternalCause)
        .where(ExternalCause.standing == Standing.CLAIMED)
        .order_by(col(ExternalCause.decide_by), col(ExternalCause.id))
    ).all()
    known = [cause for cause in waiting if known_to(tx, cause, person_id, at)]
    return [
        _undecided(tx, cause) for cause in known if may_decide(tx, cause.id or 0, person_id, at)
    ]


def _undecided(tx: Transaction, cause: ExternalCause) -> Undecided:
    unit = access.unit_of(tx, cause.unit_id)
    tickets = tuple(case.ticket for case in cases_of(tx, cause))
    return Undecided(cause.id or 0, unit.name, unit.zone, tickets, cause.decide_by)


def seen(tx: Transaction, cause: ExternalCause) -> CauseView:
    unit = access.unit_of(tx, cause.unit_id)
    files = tx.session.exec(select(Attachment.id).where(Attachment.cause_id == cause.id))
    decided_by = tx.session.get(Officer, cause.decided_by) if cause.decided_by else None
    return CauseView(
        cause_id=cause.id or 0,
        kind=CauseKind(cause.kind),
        start=cause.started_at,
        end=cause.ended_at,
        reason=cause.reason,
        proof=cause.proof,
        files=tuple(sorted(file or 0 for file in files)),
        standing=Standing(cause.standing),
        claimed_by=tx.session.get_one(Officer, cause.claimed_by).name,
        claimed_at=cause.claimed_at,
        decide_by=cause.decide_by,
        decided_by=decided_by.name if decided_by else None,
        decided_at=cause.decided_at,
        words=cause.words,
        unit_name=unit.name,
        zone=unit.zone,
        cases=tuple((case.id or 0, case.ticket) for case in cases_of(tx, cause)),
    )


def cases_of(tx: Transaction, cause: ExternalCause) -> list[Case]:
    """Those it concerns still: one that went to the inspectorate meanwhile is not shown here."""
    return list(
        tx.session.exec(
            select(Case)
            .join(CauseOfCase, col(CauseOfCase.case_id) == Case.id)
            .where(CauseOfCase.cause_id == cause.id, col(Case.supervisory).is_(cause.supervisory))
            .order_by(col(Case.id))
        )
    )


# --- who


def deciders(tx: Transaction, cause: ExternalCause, at: datetime) -> list[Officer]:
    """Who may decide: admins of the place, for a supervisory case inspectors, who neither claimed
    it, nor serve in the unit, nor hold or sent one of the cases."""
    cases = cases_of(tx, cause)
    sent = {case.reporter_id for case in cases}
    return [one for one in _seconds(tx, cause, cases, at) if one.person_id not in sent]


def _seconds(
    tx: Transaction, cause: ExternalCause, cases: Sequence[Case], at: datetime
) -> list[Officer]:
    """The same, whoever sent the cases."""
    unit = access.unit_of(tx, cause.unit_id)
    role = Role.INSPECTOR if cause.supervisory else Role.ADMIN
    found = people.holders(tx, role, at, unit_id=unit.id, office_id=unit.office_id)
    holding = {case.holder_id for case in cases} | {cause.claimed_by}
    return [one for one in found if one.id not in holding and not _serves(tx, one, unit, at)]


def _serves(tx: Transaction, officer: Officer, unit: Unit, at: datetime) -> bool:
    """Whether the officer stands in the line of the unit."""
    authority = Authority(officer, tuple(people.appointments_of(tx, officer.id or 0, at)))
    return access.over(authority, unit, access.SERVING)


def anybody_decides(tx: Transaction, cause_id: int, at: datetime) -> bool:
    """Whether there is a second person; that this one sent one of the cases is told to nobody."""
    cause = tx.session.get_one(ExternalCause, cause_id)
    return bool(_seconds(tx, cause, cases_of(tx, cause), at))


def may_decide(tx: Transaction, cause_id: int, person_id: int, at: datetime) -> bool:
    """Whether the claim is undecided and the person may decide it."""
    cause = tx.session.get_one(ExternalCause, cause_id)
    able = {officer.person_id for officer in deciders(tx, cause, at)}
    return cause.standing == Standing.CLAIMED and person_id in able


def may_end(tx: Transaction, cause_id: int, person_id: int, at: datetime) -> bool:
    """Whether it goes on and the person may say that it is over."""
    cause = tx.session.get_one(ExternalCause, cause_id)
    return seen(tx, cause).going_on and ends(tx, cause, person_id, at)


def ends(tx: Transaction, cause: ExternalCause, person_id: int, at: datetime) -> bool:
    authority = people.authority(tx, person_id, at)
    if authority.officer is None:
        return False
    unit = access.unit_of(tx, cause.unit_id)
    own = authority.officer.id == cause.claimed_by
    return own or access.may_lead(authority, cause, unit)


def known_to(tx: Transaction, cause: ExternalCause, person_id: int, at: datetime) -> bool:
    """Who may work on the cases of the unit (for a supervisory case: its inspectors)."""
    authority = people.authority(tx, person_id, at)
    return access.may_work(authority, cause, access.unit_of(tx, cause.unit_id))
