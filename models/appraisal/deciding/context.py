"""What stands beside an appraisal and limits nothing: how the predicates of the office are spread,
and the organisation's own predicate. No quota: no other module reads this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, func, select

from models import entries, journal, small_numbers, staffing
from models.appraisal import terms
from models.appraisal.deciding.tables import Appraisal, AppraisalState, OrganisationRating
from models.appraisal.matrix import OrganisationPredicate, Predicate
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit

SHOWN = (AppraisalState.DELIVERED, AppraisalState.FINAL)
SOURCE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Context:
    """counts: by predicate, best first; None: so few that they would tell who it is (1 to 4, or
    what would give such a number back). Empty: fewer than 5 in all. organisation: None is not
    entered yet."""

    counts: Mapping[Predicate, int | None]
    organisation: OrganisationPredicate | None
    source: str


def context(tx: Transaction, office_id: int, period_id: int) -> Context:
    """Of an office and period: what was confirmed so far, and the organisation's predicate."""
    found = Counter(
        dict(
            tx.session.exec(
                select(Appraisal.predicate, func.count())
                .join(Unit, col(Unit.id) == Appraisal.unit_id)
                .where(
                    Unit.office_id == office_id,
                    Appraisal.period_id == period_id,
                    col(Appraisal.state).in_(SHOWN),
                )
                .group_by(col(Appraisal.predicate))
            ).all()
        )
    )
    counts = {one: found[one.value] for one in Predicate}
    enough = sum(counts.values()) >= small_numbers.SMALLEST
    rating = tx.session.get(OrganisationRating, (office_id, period_id))
    return Context(
        counts=small_numbers.disclosed(counts) if enough else {},
        organisation=OrganisationPredicate(rating.predicate) if rating else None,
        source=rating.source if rating else "",
    )


def enter_organisation(
    tx: Transaction,
    office_id: int,
    period_id: int,
    predicate: OrganisationPredicate,
    source: str,
    at: datetime,
    by: int | None,
) -> OrganisationRating:
    """Enter what was decided about the organisation elsewhere, with the letter or decree, for an
    admin of the office. A later entry replaces it; the journal keeps both."""
    staffing.require_admin(tx, by, at, office_id=office_id)
    if terms.period(tx, period_id).office_id != office_id:
        raise Refused("period-unknown")
    clean = entries.note(source, SOURCE_LIMIT)
    if len(clean) < 3:
        raise Refused("terms-source-needed")
    rating = tx.session.get(OrganisationRating, (office_id, period_id)) or OrganisationRating(
        office_id=office_id, period_id=period_id, predicate="", source="", at=at
    )
    rating.predicate, rating.source = OrganisationPredicate(predicate), clean
    rating.at, rating.entered_by = at, by
    tx.session.add(rating)
    tx.session.flush()
    told = {"organisation": rating.predicate, "period": period_id}
    journal.write(tx, Kind.APPRAISAL_TERMS_CHANGED, at, actor_id=by, office=office_id, terms=told)
    return rating
