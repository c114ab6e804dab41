"""Who may act on an appraisal, and the locked row they act on.

Whoever is nothing to an appraisal is refused in the same words, whether there is one or not.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select

from models import people
from models.appraisal import leaders
from models.appraisal.deciding.tables import Appraisal, AppraisalState, Objection
from models.appraisal.leaders import SERVING
from models.appraisal.terms_tables import ReportingLine
from models.database import Transaction
from models.errors import Refused
from models.people import Officer

NOT_CONFIRMED = frozenset({AppraisalState.OPEN, AppraisalState.RATED})


def locked(tx: Transaction, appraisal_id: int) -> Appraisal:
    """The appraisal, which nobody else changes meanwhile."""
    found = tx.session.exec(
        select(Appraisal)
        .where(Appraisal.id == appraisal_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if found is None:
        raise Refused("not-for-you")
    return found


def acting(tx: Transaction, person_id: int, at: datetime) -> Officer:
    """The person as an officer or head who serves now."""
    authority = people.known_authority(tx, person_id, at)
    if authority.officer is None or not authority.holds(SERVING):
        raise Refused("not-for-you")
    return authority.officer


def appraiser(tx: Transaction, appraisal: Appraisal, person_id: int, at: datetime) -> Officer:
    """The person as the named appraiser; refused to everybody else, the officer before all."""
    officer = acting(tx, person_id, at)
    if officer.id != appraisal.appraiser_id or officer.id == appraisal.officer_id:
        raise Refused("not-for-you")
    return officer


def appraised(tx: Transaction, appraisal: Appraisal, person_id: int, at: datetime) -> Officer:
    """The person as the officer whose appraisal it is, who may have left meanwhile."""
    officer = people.known_authority(tx, person_id, at).officer
    if officer is None or officer.id != appraisal.officer_id:
        raise Refused("not-for-you")
    return officer


def superior(tx: Transaction, appraisal: Appraisal, person_id: int, at: datetime) -> Officer:
    """The person as the one above the appraiser: named by the objection, or by today's lines."""
    officer = acting(tx, person_id, at)
    involved = (appraisal.officer_id, appraisal.appraiser_id, appraisal.rated_by_id)
    named = superior_for(tx, appraisal, at)
    if named is None or officer.id != named.id or officer.id in involved:
        raise Refused("not-for-you")
    return officer


def superior_for(tx: Transaction, appraisal: Appraisal, at: datetime) -> Officer | None:
    """Who decides an objection: the one it went to, while serving; else who is above the appraiser,
    and neither the officer nor the appraiser."""
    objection = objection_of(tx, appraisal.id or 0)
    involved = {appraisal.officer_id, appraisal.appraiser_id, appraisal.rated_by_id}
    asked = tx.session.get(Officer, objection.superior_id) if objection else None
    candidates = (
        asked,
        leaders.leader_of(tx, appraisal.appraiser_id, at),
        leaders.superior_of(tx, appraisal.officer_id, at),
    )
    return next((o for o in candidates if o and o.id not in involved and _serves(tx, o, at)), None)


def appraiser_for(tx: Transaction, officer_id: int, then: datetime, at: datetime) -> Officer | None:
    """Who appraises a period that ended at `then`: who is named for the officer by now, else who
    led the officer then, else who does now; each only while serving. None: nobody."""
    candidates = (
        _named_since(tx, officer_id, then, at),
        leaders.leader_of(tx, officer_id, then),
        leaders.leader_of(tx, officer_id, at),
    )
    return next((o for o in candidates if o and o.id != officer_id and _serves(tx, o, at)), None)


def _named_since(tx: Transaction, officer_id: int, then: datetime, at: datetime) -> Officer | None:
    """An admin named another leader after the period, and the officer works where it was."""
    line = tx.session.exec(
        select(ReportingLine)
        .where(
            ReportingLine.officer_id == officer_id,
            ReportingLine.from_at > then,
            ReportingLine.from_at <= at,
            col(ReportingLine.until_at).is_(None),
        )
        .order_by(col(ReportingLine.id).desc())
    ).first()
    was, now = leaders.unit_of(tx, officer_id, then), leaders.unit_of(tx, officer_id, at)
    moved = now is None or was is None or was.id != now.id
    return None if line is None or moved else tx.session.get(Officer, line.leader_id)


def objection_of(tx: Transaction, appraisal_id: int) -> Objection | None:
    return tx.session.exec(select(Objection).where(Objection.appraisal_id == appraisal_id)).first()


def _serves(tx: Transaction, officer: Officer, at: datetime) -> bool:
    held = people.appointments_of(tx, officer.id or 0, at)
    return any(one.role in SERVING for one in held)
