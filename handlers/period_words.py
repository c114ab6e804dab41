"""The name of an appraisal period, as every message of the performance record has it."""

from __future__ import annotations

from handlers.message import Text
from models.appraisal import terms
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction


def period_text(period: AppraisalPeriod) -> Text:
    """'Triwulan IV 2026', or the own name of a period."""
    return Text(*terms.label(period))


def period_named(tx: Transaction, period_id: int) -> Text:
    """The same by appraisal_periods.id."""
    return period_text(terms.period(tx, period_id))
