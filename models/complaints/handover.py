"""A case goes to somebody else: another unit, another officer, the unit. Its clocks go on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, func, select

from models import leaves, offices, people
from models.complaints import access, casework, notices, reminders, telling
from models.complaints.casework import Done, happen
from models.complaints.limits import CaseClass
from models.complaints.states import UNASSIGNED, UNVERIFIED, Event, State
from models.complaints.tables import Case
from models.database import Transaction
from models.errors import Refused
from models.people import Appointment, Officer, Role

TEAM = (Role.OFFICER, Role.HEAD)


@dataclass(frozen=True)
class Candidate:
    """Somebody a case can be given to."""

    officer_id: int
    name: str
    open_cases: int  # held now, in all units


@dataclass(frozen=True)
class Giving:
    """A case that is to be given to somebody: who holds it now, and who could."""

    ticket: str
    holder_name: str | None
    candidates: tuple[Candidate, ...]  # the least loaded first
    supervisory: bool = False  # then it goes back to the inspectorate, not to the unit


def forward(tx: Transaction, case_id: int, person_id: int, to_unit_id: int, at: datetime) -> Done:
    """No wrong door: the case goes to the unit it belongs to."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    target = offices.unit(tx, to_unit_id)
    if to_unit_id == case.unit_id:
        raise Refused("case-same-unit", unit=target.name)
    if State(case.state) not in UNASSIGNED:
        casework.hold(tx, case, officer, person_id, at)
    origin = access.unit_of(tx, case.unit_id)
    case.holder_id = None
    happen(tx, case, Event.FORWARDED, at, person_id, to=to_unit_id)
    case.unit_id = to_unit_id
    tx.session.flush()
    reminders.begin_anew(tx, case, origin, target)
    running = telling.running_dues(tx, case, target, at)
    told_there = running | {"origin": origin.name}
    telling.of_new(tx, case, target, at, "case-forwarded", told_there)
    told = {"unit": target.name}
    key = "case-forwarded-inspected" if case.supervisory else "case-forwarded-citizen"
    notices.tell_citizen(tx, case, key, at, told, buttons=[["track"]], followers=True)
    return casework.done(tx, case, at)


# --- within the unit


def assign(
    tx: Transaction, case_id: int, person_id: int, officer_id: int, at: datetime
) -> tuple[Done, str]:
    """Give the case to an officer of the unit: by who holds it, or by who leads the unit. What
    nobody had verified is verified as proposed. With the name of who has it now."""
    case, giver = access.worked_on(tx, case_id, person_id, at)
    before = _given_by(tx, case, giver, person_id, at)
    taker = _taker(tx, case, officer_id, at)
    if State(case.state) in UNVERIFIED:
        casework.classify(tx, case, Event.VERIFIED, CaseClass(case.kind), at, person_id)
    _give(tx, case, taker, at, person_id)
    by = {"name": giver.name}
    if taker.person_id != case.reporter_id:
        telling.of_given(tx, case, [taker], "case-assigned", at, by, but=person_id)
    if before is not None:
        notices.tell_officers(
            tx, [before], case, "case-assigned-away", at, by | {"to": taker.name}, but=person_id
        )
    return casework.done(tx, case, at), taker.name


def give_back(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Done:
    """Nobody holds the case any more; its unit is told. Who was given a case of their own can do
    nothing else with it."""
    case = access.locked(tx, case_id)
    giver = access.entitled(tx, case, person_id, at, giving_back=True)
    before = _given_by(tx, case, giver, person_id, at)
    if before is None:
        raise Refused("case-held-by-none", ticket=case.ticket)
    let_go(tx, case, at, person_id)
    by = {"name": giver.name}
    crew = notices.crew(tx, case, access.unit_of(tx, case.unit_id), at)
    told = [one for one in crew if one.id != before.id]
    telling.of_given(tx, case, told, "case-returned", at, by, but=person_id)
    notices.tell_officers(
        tx, [before], case, "case-returned-away", at, by, buttons=[["case"]], but=person_id
    )
    return casework.done(tx, case, at)


def pass_on(
    tx: Transaction, case: Case, stand_in: Officer | None, at: datetime, person_id: int | None
) -> bool:
    """Take a case from a holder who is away or has left: to the stand-in if that is possible, else
    back to the unit; whether the stand-in got it."""
    fit = stand_in is not None and _fit(tx, case, stand_in, at)
    if fit and stand_in is not None:
        _give(tx, case, stand_in, at, person_id)
    else:
        let_go(tx, case, at, person_id)
    casework.done(tx, case, at)
    return fit


def take_from_absent(tx: Transaction, case: Case, at: datetime) -> None:
    """Back to the unit what its holder, on leave or gone, has held since it ended: nobody's case
    waits for somebody who is not there."""
    holder = access.holder(tx, case, at)
    there = holder is not None and bool(leaves.present(tx, [holder], at))
    if case.holder_id is not None and not there:
        let_go(tx, case, at, None)


def let_go(tx: Transaction, case: Case, at: datetime, person_id: int | None) -> None:
    """Back to the unit."""
    case.holder_id = None
    happen(tx, case, Event.RETURNED, at, person_id)


def giving(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Giving:
    """Whom the case can be given to by this person; refused to who may not give it."""
    case = tx.session.get(Case, case_id)
    if case is None:
        raise Refused("case-unknown")
    giver = access.entitled(tx, case, person_id, at)
    holder = _given_by(tx, case, giver, person_id, at)
    fit = [one for one in _team(tx, case, at) if holder is None or one.id != holder.id]
    load = _loads(tx, [one.id or 0 for one in fit])
    found = [Candidate(one.id or 0, one.name, load.get(one.id or 0, 0)) for one in fit]
    by_load = sorted(found, key=lambda one: (one.open_cases, one.name))
    name = holder.name if holder else None
    return Giving(case.ticket, name, tuple(by_load), case.supervisory)


# --- beneath


def _given_by(
    tx: Transaction, case: Case, giver: Officer, person_id: int, at: datetime
) -> Officer | None:
    """Who holds the case; refused unless that is the giver, or the giver leads the unit."""
    holder = access.holder(tx, case, at)
    if holder is not None and holder.id == giver.id:
        return holder
    authority = people.authority(tx, person_id, at)
    if not access.may_lead(authority, case, access.unit_of(tx, case.unit_id)):
        raise access.taken(tx, case) if holder else Refused("case-take-first", ticket=case.ticket)
    return holder


def _taker(tx: Transaction, case: Case, officer_id: int, at: datetime) -> Officer:
    officer = tx.session.get(Officer, officer_id)
    if officer is None or officer.person_id is None:
        raise Refused("assign-unfit")
    if officer.id == case.holder_id and access.holder(tx, case, at) is not None:
        raise Refused("assign-same", ticket=case.ticket, name=officer.name)
    if not leaves.present(tx, [officer], at):
        raise Refused("assign-away", name=officer.name)
    if not _fit(tx, case, officer, at):
        raise Refused("assign-unfit")
    return officer


def _fit(tx: Transaction, case: Case, officer: Officer, at: datetime) -> bool:
    """Whether the officer is there and serves where the case is. Whoever sent it fits as well: that
    only this one does not would say who it was."""
    return (
        officer.person_id is not None
        and access.serves(tx, officer.id or 0, case, at)
        and bool(leaves.present(tx, [officer], at))
    )


def _give(tx: Transaction, case: Case, taker: Officer, at: datetime, person_id: int | None) -> None:
    """Who sent the case and is given it now is asked to give it back, and nobody learns why."""
    case.holder_id = taker.id
    happen(tx, case, Event.ASSIGNED, at, person_id)
    if taker.person_id == case.reporter_id:
        notices.tell_citizen(tx, case, "case-own-given", at, {}, buttons=[["case-return"]])


def _team(tx: Transaction, case: Case, at: datetime) -> list[Officer]:
    """Who can be given the case: of the unit; a supervisory one, of the inspectorate."""
    unit = access.unit_of(tx, case.unit_id)
    if case.supervisory:
        found = notices.reached(tx, Role.INSPECTOR, unit, at)
        return [one for one in found if access.serves(tx, one.id or 0, case, at)]
    rows = tx.session.exec(
        select(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(
            col(Appointment.role).in_(TEAM),
            Appointment.unit_id == unit.id,
            col(Officer.person_id).is_not(None),
            people.valid_at(at),
        )
        .order_by(col(Officer.name), col(Officer.id))
        .distinct()
    )
    return leaves.present(tx, rows.all(), at)


def _loads(tx: Transaction, officer_ids: Iterable[int]) -> dict[int, int]:
    """How many open cases each officer holds."""
    statement = (
        select(Case.holder_id, func.count())
        .where(col(Case.holder_id).in_(list(officer_ids)), col(Case.resolved_at).is_(None))
        .group_by(col(Case.holder_id))
    )
    return {holder_id or 0: int(n) for holder_id, n in tx.session.exec(statement)}
