"""Who sent an anonymous complaint: told only when two people agree, and the citizen learns of it.

The head of the unit asks, with a reason; for a supervisory case an inspector does. An admin of the
office who does not serve in that unit decides; for a supervisory case another inspector. Who asked
is told once what is known, which is the account at Telegram and nothing else, and it is kept in no
list. The citizen is told who asked, why, and what came of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text, text
from sqlmodel import Field, SQLModel, col, select

from models import entries, outbox, people
from models.complaints import access, casework, inspectors, notices
from models.complaints.access import Concern
from models.complaints.states import State
from models.complaints.tables import Case
from models.database import Transaction, UtcDateTime
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.outbox import Outgoing
from models.people import Authority, Officer, Person, Role
from models.worktime import Duration, deadline
from models.worktime import Unit as TimeUnit

LEAST_REASON = 20  # characters
MOST_REASON = 500
WITHIN = Duration(3, TimeUnit.WORKING_DAYS)
_UNDECIDED = text("decided_at IS NULL")


class Reveal(SQLModel, table=True):
    """A request to be told who sent a case. It never holds who it was."""

    __tablename__ = "reveals"
    __table_args__ = (
        Index(
            "reveals_undecided",
            "expires_at",
            sqlite_where=_UNDECIDED,
            postgresql_where=_UNDECIDED,
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="cases.id", index=True)
    asker_id: int = Field(foreign_key="officers.id")
    reason: str = Field(sa_type=Text)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decider_id: int | None = Field(default=None, foreign_key="officers.id")
    approved: bool | None = None  # None: not decided, or nobody did in time


@dataclass(frozen=True)
class Asked:
    """A request as who decides sees it."""

    reveal_id: int
    ticket: str
    unit_name: str
    zone: str
    supervisory: bool
    asker: str
    reason: str
    expires_at: datetime


# --- asking


def may_ask(tx: Transaction, case: Concern, authority: Authority) -> bool:
    """The head of the unit; of a supervisory case the inspectorate."""
    unit = access.unit_of(tx, case.unit_id)
    if case.supervisory:
        return access.inspects(authority, unit)
    return access.over(authority, unit, (Role.HEAD,))


def check(tx: Transaction, case_id: int, person_id: int, at: datetime) -> tuple[Case, Officer]:
    """The case, for who may ask now; refused with the rule that says no."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    if not may_ask(tx, case, people.authority(tx, person_id, at)):
        raise Refused("reveal-head-only")
    _refuse_pointless(case)
    if _undecided(tx, case, at) is not None:
        raise Refused("reveal-asked-already", ticket=case.ticket)
    if not _seconds(tx, case, officer, at):
        raise Refused("reveal-nobody")
    return case, officer


def ask(tx: Transaction, case_id: int, person_id: int, reason: str, at: datetime) -> Asked:
    """Ask to be told who sent the case."""
    case, officer = check(tx, case_id, person_id, at)
    reason = _reason(reason)
    calendar = casework.measure_of(tx, case).calendar
    reveal = Reveal(
        case_id=case.id or 0,
        asker_id=officer.id or 0,
        reason=reason,
        asked_at=at,
        expires_at=deadline(calendar, at, WITHIN),
    )
    tx.session.add(reveal)
    tx.session.flush()
    casework.enter(tx, Kind.CASE_REVEAL_ASKED, case, person_id, at, reveal=reveal.id)
    asked = _asked(tx, case, reveal)
    for decider in deciders(tx, case, officer, at):
        _tell(tx, decider, "reveal-asked", _told_decider(asked), at, [("reveal", reveal.id)])
    return asked


def deciders(tx: Transaction, case: Case, asker: Officer, at: datetime) -> list[Officer]:
    """Who may be the second person: nobody under or beside the asker, nor the citizen."""
    found = _seconds(tx, case, asker, at)
    return [one for one in found if one.person_id != case.reporter_id]


def _seconds(tx: Transaction, case: Case, asker: Officer, at: datetime) -> list[Officer]:
    """The same, whoever sent the case: that there is nobody else would say who it was."""
    unit = access.unit_of(tx, case.unit_id)
    if case.supervisory:
        found = inspectors.reading(tx, unit, at)
    else:
        admins = notices.reached(tx, Role.ADMIN, unit, at)
        found = [one for one in admins if not _serves(tx, one, unit, at)]
    return [one for one in found if one.id != asker.id]


# --- deciding


def asked(tx: Transaction, reveal_id: int, person_id: int, at: datetime) -> Asked:
    """An open request, for who may decide it."""
    reveal, case, _ = _decidable(tx, reveal_id, person_id, at)
    return _asked(tx, case, reveal)


def decide(tx: Transaction, reveal_id: int, person_id: int, approve: bool, at: datetime) -> Asked:
    """The second person's word. When it is yes, who asked is told; the citizen learns either."""
    reveal, case, decider = _decidable(tx, reveal_id, person_id, at)
    asker = tx.session.get_one(Officer, reveal.asker_id)
    if approve:
        _refuse_pointless(case)
        _refuse_asker(tx, case, asker, at)
    reveal.decided_at, reveal.decider_id, reveal.approved = at, decider.id, approve
    kind = Kind.CASE_REVEALED if approve else Kind.CASE_REVEAL_REFUSED
    casework.enter(tx, kind, case, person_id, at, reveal=reveal.id)
    if approve:
        _show(tx, case, asker, at)
    elif access.serves(tx, reveal.asker_id, case, at):
        _tell(tx, asker, "reveal-refused", {"ticket": case.ticket}, at)
    told = _asked(tx, case, reveal)
    _tell_citizen(tx, case, "shown" if approve else "refused", told, at)
    return told


def lapse(tx: Transaction, at: datetime) -> int:
    """Requests that nobody decided in time are void; who asked is told, and the citizen. Returns
    how many."""
    expired = list(
        tx.session.exec(
            select(Reveal)
            .where(col(Reveal.decided_at).is_(None), Reveal.expires_at <= at)
            .order_by(col(Reveal.id))
            .with_for_update(skip_locked=True)
        )
    )
    for reveal in expired:
        case = tx.session.get_one(Case, reveal.case_id)
        reveal.decided_at = at
        casework.enter(tx, Kind.CASE_REVEAL_REFUSED, case, None, at, reveal=reveal.id, lapsed=True)
        asker = tx.session.get_one(Officer, reveal.asker_id)
        if access.serves(tx, reveal.asker_id, case, at):
            _tell(tx, asker, "reveal-lapsed-notice", {"ticket": case.ticket}, at)
        _tell_citizen(tx, case, "lapsed", _asked(tx, case, reveal), at)
    return len(expired)


# --- beneath


def _tell_citizen(tx: Transaction, case: Case, came: str, asked: Asked, at: datetime) -> None:
    """Who asked, why, and what came of it: shown, refused or lapsed."""
    values = {"name": asked.asker, "unit": notices.speaker(tx, case), "reason": asked.reason}
    key = f"reveal-citizen-{came}"
    notices.tell_citizen(tx, case, key, at, values, buttons=[["track"]])


def _reason(words: str) -> str:
    return entries.said(words, LEAST_REASON, MOST_REASON)


def _refuse_pointless(case: Case) -> None:
    if case.reporter_id is None or State(case.state) is State.WITHDRAWN:
        raise Refused("reveal-gone", ticket=case.ticket)
    if not case.anonymous:
        raise Refused("reveal-named", ticket=case.ticket)


def _refuse_asker(tx: Transaction, case: Case, asker: Officer, at: datetime) -> None:
    """Who asked may have left, or the case may be the inspectorate's now."""
    serving = Authority(asker, tuple(people.appointments_of(tx, asker.id or 0, at)))
    if asker.person_id is None or not may_ask(tx, case, serving):
        raise Refused("reveal-asker-left")


def _undecided(tx: Transaction, case: Case, at: datetime) -> Reveal | None:
    return tx.session.exec(
        select(Reveal).where(
            Reveal.case_id == case.id, col(Reveal.decided_at).is_(None), Reveal.expires_at > at
        )
    ).first()


def _decidable(
    tx: Transaction, reveal_id: int, person_id: int, at: datetime
) -> tuple[Reveal, Case, Officer]:
    """The request, its case and the second person; of a request that is not theirs to decide
    nobody learns that it is there."""
    reveal = tx.session.exec(
        select(Reveal)
        .where(Reveal.id == reveal_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if reveal is None:
        raise Refused("reveal-unknown")
    case = tx.session.get_one(Case, reveal.case_id)
    asker = tx.session.get_one(Officer, reveal.asker_id)
    if asker.person_id == person_id:
        raise Refused("reveal-own")
    mine = [one for one in deciders(tx, case, asker, at) if one.person_id == person_id]
    if not mine:
        raise Refused("reveal-unknown")
    if reveal.decided_at is not None or reveal.expires_at <= at:
        raise Refused("reveal-decided" if reveal.approved is not None else "reveal-lapsed")
    return reveal, case, mine[0]


def _serves(tx: Transaction, officer: Officer, unit: Unit, at: datetime) -> bool:
    serving = Authority(officer, tuple(people.appointments_of(tx, officer.id or 0, at)))
    return access.over(serving, unit, access.SERVING)


def _show(tx: Transaction, case: Case, asker: Officer, at: datetime) -> None:
    """The one message that says who it is; its row forgets it when it is sent."""
    person = tx.session.get_one(Person, case.reporter_id)
    values = {"ticket": case.ticket, "account": str(person.telegram_id)}
    _tell(tx, asker, "reveal-shown", values, at, once=True)


def _asked(tx: Transaction, case: Case, reveal: Reveal) -> Asked:
    unit = access.unit_of(tx, case.unit_id)
    return Asked(
        reveal_id=reveal.id or 0,
        ticket=case.ticket,
        unit_name=unit.name,
        zone=unit.zone,
        supervisory=case.supervisory,
        asker=tx.session.get_one(Officer, reveal.asker_id).name,
        reason=reveal.reason,
        expires_at=reveal.expires_at,
    )


def _told_decider(asked: Asked) -> dict[str, Any]:
    return {
        "ticket": asked.ticket,
        "name": asked.asker,
        "unit": notices.text("the-inspectorate") if asked.supervisory else asked.unit_name,
        "reason": asked.reason,
        "due": notices.when(asked.expires_at, asked.zone),
    }


def _tell(
    tx: Transaction,
    officer: Officer,
    key: str,
    values: dict[str, Any],
    at: datetime,
    buttons: list[tuple[str, int | None]] | None = None,
    *,
    once: bool = False,
) -> None:
    if officer.person_id is None:
        return
    body: dict[str, Any] = {"key": key, "values": values}
    if buttons:
        rows = [[{"label": notices.text(f"button-{n}"), "data": f"{n}:{i}"}] for n, i in buttons]
        body["buttons"] = rows
    outbox.put(tx, Outgoing(officer.person_id, body | ({"once": True} if once else {})), at)
