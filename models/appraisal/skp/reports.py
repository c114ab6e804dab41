"""What an officer reports of indicators the system does not know: a figure or a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from models.appraisal.skp import plans
from models.appraisal.skp.tables import Proof, Realisation
from models.database import Transaction


@dataclass(frozen=True, slots=True)
class Reported:
    value: float | None  # in the indicator's measure; None: words only
    words: str
    at: datetime
    proofs: tuple[int, ...]  # ids of `Proof`


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
        one: Reported(row.value, row.words, row.at, tuple(proofs[row.id or 0]))
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
