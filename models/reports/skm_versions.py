"""The instruments that were in use in a period."""

from __future__ import annotations

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


def versions(tx: Transaction, unit: Unit, period: Period) -> tuple[Version, ...]:
    """Those in force at some time of the period, oldest first; at least one."""
    start, end = (
        datetime.combine(day, time(), ZoneInfo(unit.zone))
        for day in (period.first, period.last + timedelta(days=1))
    )
    ids = tx.session.exec(
        select(Instrument.id)
        .where(Instrument.unit_id == unit.id, col(Instrument.valid_from) < end)
        .order_by(col(Instrument.valid_from), col(Instrument.version))
    )
    forms = [BUILT_IN, *(instruments.by_id(tx, id_) for id_ in ids)]
    begun = [place for place, form in enumerate(forms) if (form.valid_from or start) <= start]
    return tuple(_version(form) for form in forms[begun[-1] :])


def _version(form: Form) -> Version:
    elements = tuple((element.key, len(element.wordings)) for element in form.elements)
    return Version(form.version, form.valid_from, elements)
