"""What an officer reports of indicators the system does not know: a figure or a document."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import column
from sqlalchemy import table as named_table
from sqlmodel import col, select

from models import entries, journal
from models.appraisal import leaders, terms
from models.appraisal.leaders import Standing
from models.appraisal.skp import plans
from models.appraisal.skp.content import DECIMALS, HIGHEST
from models.appraisal.skp.plans import Indicator, Plan, Result
from models.appraisal.skp.tables import (
    PlannedIndicator,
    PlannedResult,
    PlanState,
    Proof,
    Realisation,
    Source,
)
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.local_days import local_day
from models.offices import Unit
from models.people import Officer

SEEING = (Standing.OWN, Standing.LEADER, Standing.SUPERIOR)  # what the officer tells
WORDS_LIMIT = 1000  # characters
LEAST_PROOF = 10  # characters of words that stand in the place of a file
MOST_PROOFS = 5
PROOF_KINDS = ("photo", "document")
_WORD, _SHEET, _SLIDES = (
    f"application/vnd.openxmlformats-officedocument.{name}"
    for name in (
        "wordprocessingml.document",
        "spreadsheetml.sheet",
        "presentationml.presentation",
    )
)
TAKEN = frozenset(  # of documents: what an office keeps as proof; nothing that runs
    (
        *("", "application/octet-stream", "application/pdf", "text/csv", "text/plain"),
        *("image/jpeg", "image/png", "image/webp"),
        *("application/msword", "application/vnd.ms-excel", _WORD, _SHEET, _SLIDES),
    )
)
SIZE_LIMIT = 20 * 2**20  # bytes a bot may fetch (Bot API)
_SNAPSHOTS = named_table("snapshots", column("officer_id"), column("period_id"))


@dataclass(frozen=True, slots=True)
class Reported:
    id: int  # of `Realisation`
    value: float | None  # in the indicator's measure; None: words only
    words: str
    at: datetime
    proofs: tuple[int, ...]  # ids of `Proof`


@dataclass(frozen=True, slots=True)
class Given:
    """A file that shows what was reached, by its id at Telegram."""

    kind: str  # of PROOF_KINDS
    file_id: str
    size: int = 0  # bytes; 0: not known
    mime: str = ""  # as the sender's app says


@dataclass(frozen=True, slots=True)
class Due:
    """An indicator that the officer reports on, and a period it may be reported for."""

    result: Result
    indicator: Indicator
    reported: Reported | None


# --- reporting


def report(
    tx: Transaction,
    indicator_id: int,
    period_id: int,
    by: int,
    at: datetime,
    *,
    value: float | None,
    words: str = "",
    proofs: Sequence[Given] = (),
) -> int:
    """Report what was reached in a period; replaces what was reported of it before.

    For the officer. A reported indicator needs a figure; a document is there (1) or not (0). A
    proof is a file, or words that say where it can be found. Refused once the record is frozen.
    """
    plan, indicator = reportable(tx, indicator_id, period_id, by, at)
    tx.session.exec(select(Officer.id).where(Officer.id == plan.officer_id).with_for_update()).one()
    _refuse_frozen(tx, plan, period_id)
    said = entries.note(words, WORDS_LIMIT)
    _check(indicator, value, said, proofs)
    for before in _standing(tx, plans.earlier(tx, [indicator_id])[indicator_id], period_id):
        before.replaced_at = at
    row = Realisation(
        indicator_id=indicator_id,
        period_id=period_id,
        value=value,
        words=said,
        officer_id=plan.officer_id,
        at=at,
    )
    tx.session.add(row)
    tx.session.flush()
    for one in proofs:
        tx.session.add(Proof(realisation_id=row.id or 0, kind=one.kind, file_id=one.file_id, at=at))
    _enter(tx, plan, row, len(proofs), by)
    return row.id or 0


def _enter(tx: Transaction, plan: Plan, row: Realisation, proofs: int, by: int) -> None:
    journal.write(
        tx,
        Kind.REALISATION_REPORTED,
        row.at,
        actor_id=by,
        unit_id=plan.unit_id,
        plan=plan.id,
        indicator=row.indicator_id,
        period=row.period_id,
        realisation=row.id,
        proofs=proofs,
    )


def reportable(
    tx: Transaction, indicator_id: int, period_id: int, by: int, at: datetime
) -> tuple[Plan, Indicator]:
    """The indicator in its plan, if its officer may report on it for a period."""
    plan, indicator = _own(tx, indicator_id, by, at)
    _check_period(tx, plan, period_id, at)
    _refuse_frozen(tx, plan, period_id)
    return plan, indicator


def due(tx: Transaction, plan: Plan, period_id: int) -> list[Due]:
    """The indicators of a plan that are reported by hand, with what was reported in a period."""
    asked = [
        (result, one)
        for result in plan.results
        for one in result.indicators
        if one.source is not Source.SYSTEM
    ]
    known = realised(tx, [one.id for _, one in asked], period_id)
    return [Due(result, one, known.get(one.id)) for result, one in asked]


def periods(tx: Transaction, plan: Plan, at: datetime) -> list[AppraisalPeriod]:
    """The periods that may be reported for: of the plan's year, begun, their record not frozen; the
    one that began last first."""
    unit = tx.session.get_one(Unit, plan.unit_id)
    today = local_day(unit.zone, at)
    made = {one.id: one for one in terms.of_office(tx, unit.office_id)}
    if today.year == plan.year:
        made |= {one.id: one for one in terms.running(tx, unit.office_id, today, at)}
    found = [
        one
        for one in made.values()
        if one.last_day.year == plan.year
        and one.first_day <= today
        and not frozen(tx, plan.officer_id, one.id or 0)
    ]
    return sorted(found, key=lambda one: (one.first_day, -one.last_day.toordinal()), reverse=True)


def frozen(tx: Transaction, officer_id: int, period_id: int) -> bool:
    """Whether the record of an officer and period has a snapshot: what comes now is an amendment.

    The table belongs to a part above this one, so it is asked by name.
    """
    found = select(_SNAPSHOTS.c.officer_id).where(
        _SNAPSHOTS.c.officer_id == officer_id, _SNAPSHOTS.c.period_id == period_id
    )
    return tx.execute(found.limit(1)).first() is not None


def proofs_of(
    tx: Transaction, realisation_id: int, by: int, at: datetime
) -> tuple[Realisation, list[Proof]]:
    """A report and the files that show it, for whom the officer's record is open."""
    row = tx.session.get(Realisation, realisation_id)
    if row is None:
        raise Refused("not-for-you")
    leaders.entitled(tx, row.officer_id, by, at, *SEEING)
    statement = select(Proof).where(Proof.realisation_id == realisation_id)
    return row, list(tx.session.exec(statement.order_by(col(Proof.id))))


def _own(tx: Transaction, indicator_id: int, by: int, at: datetime) -> tuple[Plan, Indicator]:
    """An indicator of the plan that holds, for its officer."""
    plan_id = tx.session.exec(
        select(PlannedResult.plan_id)
        .join(PlannedIndicator, col(PlannedIndicator.result_id) == PlannedResult.id)
        .where(PlannedIndicator.id == indicator_id)
    ).first()
    if plan_id is None:
        raise Refused("not-for-you")
    plan = plans.plan(tx, plan_id)
    leaders.entitled(tx, plan.officer_id, by, at, Standing.OWN)
    if plan.state is not PlanState.AGREED:
        raise Refused("skp-report-not-agreed")
    indicator = next(one for one in plan.indicators if one.id == indicator_id)
    if indicator.source is Source.SYSTEM:
        raise Refused("skp-report-system")
    return plan, indicator


def _refuse_frozen(tx: Transaction, plan: Plan, period_id: int) -> None:
    if frozen(tx, plan.officer_id, period_id):
        raise Refused("skp-report-frozen")


def _check_period(tx: Transaction, plan: Plan, period_id: int, at: datetime) -> None:
    """A period of the officer's office, in the plan's year, that has begun."""
    period = terms.period(tx, period_id)
    unit = tx.session.get_one(Unit, plan.unit_id)
    if period.office_id != unit.office_id or period.last_day.year != plan.year:
        raise Refused("skp-report-period")
    if period.first_day > local_day(unit.zone, at):
        raise Refused("skp-report-early")


def _check(indicator: Indicator, value: float | None, words: str, proofs: Sequence[Given]) -> None:
    if indicator.source is Source.DOCUMENT and value not in (0, 1):
        raise Refused("skp-report-there-or-not")
    if value is None or not (math.isfinite(value) and 0 <= value <= HIGHEST):
        raise Refused("skp-report-value")
    if round(value, DECIMALS) != value:
        raise Refused("skp-target-decimals", decimals=DECIMALS)
    check_proofs(proofs)
    if not proofs and len(words) < LEAST_PROOF:
        raise Refused("skp-report-no-proof", least=LEAST_PROOF)


def check_proofs(proofs: Sequence[Given]) -> None:
    """Photos and documents, not too many, not larger than a bot may fetch."""
    if len(proofs) > MOST_PROOFS:
        raise Refused("skp-proofs-too-many", most=MOST_PROOFS)
    for one in proofs:
        if one.kind not in PROOF_KINDS or not one.file_id or one.mime not in TAKEN:
            raise Refused("skp-proof-kind")
        if one.size > SIZE_LIMIT:
            raise Refused("upload-too-large")


def _standing(
    tx: Transaction, indicator_ids: Sequence[int], period_id: int
) -> Sequence[Realisation]:
    """What was reported and not replaced, of an indicator in all versions of the plan."""
    statement = select(Realisation).where(
        col(Realisation.indicator_id).in_(indicator_ids),
        Realisation.period_id == period_id,
        col(Realisation.replaced_at).is_(None),
    )
    return tx.session.exec(statement).all()


# --- reading


def realised(tx: Transaction, indicator_ids: Iterable[int], period_id: int) -> dict[int, Reported]:
    """What was last reported of each indicator in a period; none of it where nothing was. A report
    on the same indicator of an earlier version of the plan counts for the later one."""
    chains = plans.earlier(tx, indicator_ids)
    asked = {one: beginning for beginning, ids in chains.items() for one in ids}
    rows = tx.session.exec(
        select(Realisation)
        .where(
            col(Realisation.indicator_id).in_(list(asked)),
            Realisation.period_id == period_id,
            col(Realisation.replaced_at).is_(None),
        )
        .order_by(col(Realisation.at), col(Realisation.id))
    )
    last = {asked[row.indicator_id]: row for row in rows}
    proofs = _proofs(tx, [row.id or 0 for row in last.values()])
    return {
        one: Reported(row.id or 0, row.value, row.words, row.at, tuple(proofs[row.id or 0]))
        for one, row in last.items()
    }


def _proofs(tx: Transaction, realisation_ids: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = tx.session.exec(
        select(Proof)
        .where(col(Proof.realisation_id).in_(list(realisation_ids)))
        .order_by(col(Proof.id))
    )
    for row in rows:
        found[row.realisation_id].append(row.id or 0)
    return found
