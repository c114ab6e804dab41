"""Who may see a case and act on it.

An ordinary case belongs to the officers, the head and the admins of its unit. A supervisory one
(bribes, abuse, violence, harassment) belongs to the inspectorate's people only: not to the unit it
is about, nor to anybody who serves there. Nobody handles a case of their own.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from sqlmodel import select

from models import people
from models.complaints.history import events_of
from models.complaints.tables import Case
from models.database import Transaction
from models.errors import Refused
from models.offices import Unit
from models.people import Authority, Officer, Role

ROLES = (Role.OFFICER, Role.HEAD, Role.ADMIN)  # those who may work on a case of their unit
LEADING = (Role.HEAD, Role.ADMIN)  # those who may also work on one that somebody else holds
INSPECTING = (Role.INSPECTOR,)
SERVING = (Role.OFFICER, Role.HEAD)  # those a complaint about the unit may be about


class Concern(Protocol):
    """What the rights depend on: of a case as it is, or as it stood."""

    @property
    def unit_id(self) -> int: ...

    @property
    def supervisory(self) -> bool: ...


def locked(tx: Transaction, case_id: int) -> Case:
    """The case, its row locked until the end of the transaction."""
    case = tx.session.exec(
        select(Case)
        .where(Case.id == case_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if case is None:
        raise Refused("case-unknown")
    return case


def reported(tx: Transaction, case_id: int, person_id: int) -> Case:
    """The case, for the citizen who sent it."""
    case = locked(tx, case_id)
    if case.reporter_id != person_id:
        raise Refused("case-unknown")
    return case


def worked_on(tx: Transaction, case_id: int, person_id: int, at: datetime) -> tuple[Case, Officer]:
    """The case, locked, and the officer who may work on it."""
    case = locked(tx, case_id)
    return case, entitled(tx, case, person_id, at)


def entitled(
    tx: Transaction, case: Case, person_id: int, at: datetime, *, giving_back: bool = False
) -> Officer:
    """The person as an officer with a say in the case; refused to everybody else.

    giving_back: also to who was given a case of their own.
    """
    authority = people.known_authority(tx, person_id, at)
    unit = unit_of(tx, case.unit_id)
    if authority.officer is None or not may_work(authority, case, unit):
        raise _turned_away(tx, case, authority, unit)
    returns = giving_back and case.holder_id == authority.officer.id
    if not returns and _sent(tx, case, person_id):
        raise Refused("case-own")
    return authority.officer


def _sent(tx: Transaction, case: Case, person_id: int) -> bool:
    """Whether the case is the person's own, or takes in one that is; also one followed no more."""
    if case.reporter_id == person_id:
        return True
    inside = select(Case.id).where(Case.merged_into_id == case.id, Case.reporter_id == person_id)
    return case.followers > 0 and tx.session.exec(inside.limit(1)).first() is not None


def may_work(authority: Authority, case: Concern, unit: Unit) -> bool:
    if case.supervisory:
        return inspects(authority, unit)
    return over(authority, unit, ROLES)


def inspects(authority: Authority, unit: Unit) -> bool:
    """Of the inspectorate for this unit, and neither serving in it nor its admin: who works with
    the people complained of is not who examines them."""
    return over(authority, unit, INSPECTING) and not over(authority, unit, ROLES)


def may_lead(authority: Authority, case: Concern, unit: Unit) -> bool:
    """Whether the person may act for whoever holds the case, and give it to somebody else."""
    return inspects(authority, unit) if case.supervisory else over(authority, unit, LEADING)


def unit_of(tx: Transaction, unit_id: int) -> Unit:
    """The unit, also one that has closed since."""
    return tx.once(("unit", unit_id), lambda: tx.session.get_one(Unit, unit_id))


def over(authority: Authority, unit: Unit, roles: tuple[Role, ...]) -> bool:
    return any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in roles)


def holder(tx: Transaction, case: Case, at: datetime) -> Officer | None:
    """Who holds the case and may still work on it."""
    if case.holder_id is None or not serves(tx, case.holder_id, case, at):
        return None
    return tx.session.get_one(Officer, case.holder_id)


def serves(tx: Transaction, officer_id: int, case: Concern, at: datetime) -> bool:
    """Whether the officer may work on the case at that instant."""
    serving = tx.once(
        ("appointments", officer_id, at), lambda: people.appointments_of(tx, officer_id, at)
    )
    return may_work(Authority(appointments=tuple(serving)), case, unit_of(tx, case.unit_id))


def taken(tx: Transaction, case: Case) -> Refused:
    """Somebody else was faster."""
    name = tx.session.get_one(Officer, case.holder_id).name
    return Refused("case-taken-by", ticket=case.ticket, name=name)


def _turned_away(tx: Transaction, case: Case, authority: Authority, unit: Unit) -> Refused:
    """Officers of a unit that handed the case over are told where it went. Of a supervisory case
    nobody learns that it is there."""
    if case.supervisory:
        return Refused("case-unknown")
    past = events_of(tx, [case.id or 0]).get(case.id or 0, [])
    earlier = {happened.unit_id for happened in past if happened.unit_id is not None}
    for unit_id in earlier - {unit.id}:
        if over(authority, unit_of(tx, unit_id), ROLES):
            return Refused("case-moved", ticket=case.ticket, unit=unit.name)
    return Refused("not-for-you")
