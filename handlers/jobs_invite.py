"""What the clock does at the end of a unit's day: ask some of those who agreed how it was."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers import invitation
from handlers.jobs import Ran
from models import outbox
from models.complaints import queries as cases
from models.database import TRANSIENT, Transaction
from models.offices import Unit
from models.outbox import Outgoing, Urgency
from models.ratings import invitation_settings, invitations
from models.ratings.invitation_settings import RatingInvitationSetting
from models.ratings.invitations import LOOKS_BACK, Candidate


def ask(tx: Transaction, at: datetime, *, key: str) -> Ran:
    """Draw for the units whose evening has come, once each. One that fails stops no other.

    key: the service's secret, which decides who is drawn.
    """
    units = invitation_settings.due(tx, at)
    failed: dict[str, Exception] = {}
    for unit_id in units:
        try:
            with tx.apart():
                _ask(tx, unit_id, key, at)
        except TRANSIENT:
            raise
        except Exception as error:
            failed[f"unit {unit_id}"] = error
            invitation_settings.put_off(tx, unit_id, at)
    return Ran(again=len(units) == invitation_settings.BATCH, failed=failed)


def _ask(tx: Transaction, unit_id: int, key: str, at: datetime) -> None:
    unit = tx.session.get_one(Unit, unit_id)
    row, come = invitation_settings.this_evening(tx, unit, at)
    if not come:
        return
    since = _since(row, at)
    drawn = invitations.draw(tx, unit, since, _complaints(tx, unit, since, at), key, at)
    for one in drawn:
        told = invitation.question(one, unit.name)
        outgoing = Outgoing(one.candidate.person_id, told, Urgency.BULK, unit_id=unit_id)
        outbox.put(tx, outgoing, at)
    row.drawn_at = at
    tx.session.add(row)


def _since(row: RatingInvitationSetting, at: datetime) -> datetime:
    """The latest draw, unless it is long ago."""
    return max(row.drawn_at or at - LOOKS_BACK, at - LOOKS_BACK)


def _complaints(tx: Transaction, unit: Unit, since: datetime, at: datetime) -> list[Candidate]:
    zone = ZoneInfo(unit.zone)
    return [
        Candidate(one.person_id, one.received_at.astimezone(zone).date(), case_id=one.case_id)
        for one in cases.named_reports(tx, unit.id or 0, since, at)
    ]
