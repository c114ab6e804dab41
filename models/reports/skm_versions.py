"""The instruments that were in use in a period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from models.database import Transaction
from models.offices import Unit
from models.ratings import instruments
from models.ratings.instruments import BUILT_IN, Form
from models.ratings.periods import Period
from models.ratings.survey_tables import Instrument
from models.reports.skm_figures import Version


def forms(tx: Transaction, unit: Unit) -> list[Form]:
    """Every version there was, the built-in one first."""
    ids = tx.session.exec(
        select(Instrument.id)
        .where(Instrument.unit_id == unit.id)
        .order_by(col(Instrument.valid_from), col(Instrument.version))
    )
    return [BUILT_IN, *(instruments.by_id(tx, id_) for id_ in ids)]


def versions(known: Sequence[Form], zone: str, period: Period) -> tuple[Version, ...]:
    """Of these, the ones in force at some time of the period, oldest first; at least one."""
    start, end = (
        datetime.combine(day, time(), ZoneInfo(zone))
        for day in (period.first, period.last + timedelta(days=1))
    )
    found = [form for form in known if form.valid_from is None or form.valid_from < end]
    begun = [place for place, form in enumerate(found) if (form.valid_from or start) <= start]
    return tuple(_version(form) for form in found[begun[-1] :])


def _version(form: Form) -> Version:
    elements = tuple((element.key, len(element.wordings)) for element in form.elements)
    return Version(form.version, form.valid_from, elements)
