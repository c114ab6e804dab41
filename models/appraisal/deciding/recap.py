"""The recap of an office's appraisals in the layout of e-Kinerja: a line per civil servant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from models import people
from models.appraisal import leaders, terms
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.offices import Office
from models.people import Officer, Role


@dataclass(frozen=True, slots=True)
class RecapLine:
    """work, behaviour, predicate: None until the appraiser has confirmed them."""

    nip: str
    name: str
    position: str
    work: str | None
    behaviour: str | None
    predicate: str | None


@dataclass(frozen=True, slots=True)
class Recap:
    office: str
    period: AppraisalPeriod
    zone: str
    lines: tuple[RecapLine, ...]  # by name


def may_make(tx: Transaction, office_id: int, person_id: int, at: datetime) -> bool:
    """Admins of the office and who leads all of it."""
    authority = people.known_authority(tx, person_id, at)
    return any(authority.over_office(role, office_id) for role in (Role.ADMIN, Role.HEAD))


def recap(tx: Transaction, period_id: int, at: datetime, by: int) -> Recap:
    """For who may make it. Those without a confirmed predicate have empty cells: missing is not
    poor."""
    period = terms.period(tx, period_id)
    if not may_make(tx, period.office_id, by, at):
        raise Refused("not-for-you")
    return made(tx, period)


def made(tx: Transaction, period: AppraisalPeriod) -> Recap:
    """The same for a file that was promised to somebody who may have it."""
    office = tx.session.get_one(Office, period.office_id)
    _, end = terms.bounds(period, office.zone)
    found = tx.session.exec(
        select(Officer, Appraisal)
        .join(Appraisal, col(Appraisal.officer_id) == Officer.id)
        .where(Appraisal.period_id == period.id)
    )
    appraised = {officer.id or 0: (officer, appraisal) for officer, appraisal in found}
    served = {
        one.id or 0: one
        for one in leaders.officers(tx, end)
        if leaders.office_of(tx, one.id or 0, end) == office.id
    }
    everybody = {**served, **{key: officer for key, (officer, _) in appraised.items()}}
    lines = [
        _line(officer, appraised[key][1] if key in appraised else None)
        for key, officer in everybody.items()
    ]
    ordered = sorted(lines, key=lambda line: (line.name, line.nip))
    return Recap(office.name, period, office.zone, tuple(ordered))


def _line(officer: Officer, appraisal: Appraisal | None) -> RecapLine:
    told = appraisal is not None and appraisal.predicate is not None
    return RecapLine(
        nip=officer.nip,
        name=officer.name,
        position=officer.position,
        work=appraisal.work if appraisal and told else None,
        behaviour=appraisal.behaviour if appraisal and told else None,
        predicate=appraisal.predicate if appraisal and told else None,
    )
