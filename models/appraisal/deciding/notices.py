"""Who is told when something happens to an appraisal: a row of the outbox each, with a button.

Nothing of an appraisal is urgent: what comes while the unit is closed waits until it opens. The
messages hold no rating, no predicate and no words: those are read behind the button.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from models import offices, outbox
from models.appraisal import terms
from models.appraisal.deciding import acting
from models.appraisal.deciding.tables import Appraisal, Objection
from models.complaints.notices import text, when
from models.database import Transaction
from models.offices import Unit
from models.outbox import Outgoing
from models.people import Officer, Role, holders


def officer(tx: Transaction, appraisal: Appraisal, key: str, at: datetime) -> None:
    """Tell whose appraisal it is."""
    _tell(tx, appraisal, tx.session.get(Officer, appraisal.officer_id), key, at)


def appraiser(tx: Transaction, appraisal: Appraisal, key: str, at: datetime) -> None:
    _tell(tx, appraisal, tx.session.get(Officer, appraisal.appraiser_id), key, at)


def superior(tx: Transaction, appraisal: Appraisal, key: str, at: datetime) -> None:
    _tell(tx, appraisal, acting.superior_for(tx, appraisal, at), key, at)


def nobody_above(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    """An objection has nobody to decide it: the officer is told, and the admins of the office."""
    officer(tx, appraisal, "appraisal-told-waits", at)
    unit = _unit(tx, appraisal)
    told = {
        "officer": tx.session.get_one(Officer, appraisal.officer_id).name,
        "appraiser": tx.session.get_one(Officer, appraisal.appraiser_id).name,
        "period": period_name(tx, appraisal.period_id),
    }
    for admin in holders(tx, Role.ADMIN, at, unit_id=None, office_id=unit.office_id):
        button: list[object] = ["terms", unit.office_id]
        put(tx, admin, "appraisal-told-nobody-above", told, button, at, unit_id=unit.id or 0)


def opened(tx: Transaction, to: Officer, appraisals: Iterable[Appraisal], at: datetime) -> None:
    """One message to an appraiser about all that were opened together, of one period."""
    found = list(appraisals)
    first = found[0]
    told = {
        "n": len(found),
        "period": period_name(tx, first.period_id),
        "until": when(first.rate_until, _unit(tx, first).zone, "day-end"),
    }
    put(tx, to, "appraisal-told-opened", told, ["appraisals"], at, unit_id=first.unit_id)


def put(
    tx: Transaction,
    to: Officer,
    key: str,
    values: dict[str, Any],
    button: list[object],
    at: datetime,
    *,
    unit_id: int,
) -> None:
    """A message with one button, held back until the unit opens; nobody is told who has no chat."""
    if to.person_id is None:
        return
    label = text(f"button-{button[0]}")
    row = {"label": label, "data": ":".join(map(str, button))}
    body = {"key": key, "values": values, "buttons": [[row]]}
    held = offices.until_opening(tx, tx.session.get_one(Unit, unit_id), at)
    outbox.put(tx, Outgoing(to.person_id, body, unit_id=unit_id, held_until=held), at)


def period_name(tx: Transaction, period_id: int) -> dict[str, Any]:
    key, values = terms.label(terms.period(tx, period_id))
    return text(key, **values)


def told_until(tx: Transaction, appraisal: Appraisal, objection: Objection) -> dict[str, Any]:
    """The end of the appraiser's time to explain, by the unit's clock."""
    return when(objection.explain_until, _unit(tx, appraisal).zone)


def _tell(
    tx: Transaction, appraisal: Appraisal, to: Officer | None, key: str, at: datetime
) -> None:
    if to is None:
        return
    objection = acting.objection_of(tx, appraisal.id or 0)
    zone = _unit(tx, appraisal).zone
    values: dict[str, Any] = {
        "officer": tx.session.get_one(Officer, appraisal.officer_id).name,
        "appraiser": tx.session.get_one(Officer, appraisal.appraiser_id).name,
        "period": period_name(tx, appraisal.period_id),
        "rate_until": when(appraisal.rate_until, zone, "day-end"),
        "objection_until": _when(appraisal.objection_until, zone),
        "explain_until": _when(objection.explain_until if objection else None, zone),
        "decide_until": _when(objection.decide_until if objection else None, zone),
    }
    put(tx, to, key, values, ["appraisal", appraisal.id], at, unit_id=appraisal.unit_id)


def _when(at: datetime | None, zone: str) -> Any:
    return "" if at is None else when(at, zone, "full-end")


def _unit(tx: Transaction, appraisal: Appraisal) -> Unit:
    return tx.session.get_one(Unit, appraisal.unit_id)
