"""Who was served with what, and who was asked: known for as long as somebody can still rate.

A person and a visit stand side by side only where a code was scanned, a person and a complaint's or
a visit's rating where somebody was asked at the end of the day. Both are forgotten; the visits, the
ratings and how many were asked stay.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, tuple_, update

from models.database import Transaction, table
from models.ratings import invitations, operations
from models.ratings.tables import RatingInvitation
from models.visits import tokens
from models.visits.tables import Visit, VisitGuest

GUESTS_FOR = timedelta(days=14)  # after the code was scanned: by then nearly every visit is over
LATEST = max(  # after the end of a visit somebody may begin to rate it, with a code or when asked
    tokens.VALID_FOR, invitations.LOOKS_BACK + invitations.VALID_FOR
)
OVER_FOR = LATEST + operations.CHANGEABLE_FOR
# A visit is asked about no longer than that after the day it began on, and the person's row of that
# day is what keeps them from being asked twice. The week of rest is shorter.
INVITED_FOR = invitations.LONGEST_VISIT + timedelta(days=4)
MOST = 2000  # rows in one go, so that nobody waits for it

_guests, _visits, _invitations = table(VisitGuest), table(Visit), table(RatingInvitation)


def forget(tx: Transaction, at: datetime) -> None:
    """Run hourly. A visit that still waits for its end keeps its guests."""
    _guests_of_what_is_over(tx, at)
    _who_was_asked(tx, at)


def _guests_of_what_is_over(tx: Transaction, at: datetime) -> None:
    key = (_guests.c.visit_id, _guests.c.person_id)
    old = (
        select(*key)
        .join(_visits, _visits.c.id == _guests.c.visit_id)
        .where(_guests.c.at < at - GUESTS_FOR, _over(at))
        .order_by(_guests.c.at)
        .limit(MOST)
    )
    tx.execute(delete(_guests).where(tuple_(*key).in_(old)))


def _over(at: datetime) -> ColumnElement[bool]:
    return _visits.c.undone_at.is_not(None) | (_visits.c.ended_at < at - OVER_FOR)


def _who_was_asked(tx: Transaction, at: datetime) -> None:
    """The complaint goes too: it says who sent it."""
    old = (
        select(_invitations.c.id)
        .where(_invitations.c.person_id.is_not(None), _invitations.c.sent_at < at - INVITED_FOR)
        .order_by(_invitations.c.sent_at)
        .limit(MOST)
    )
    known = update(_invitations).where(_invitations.c.id.in_(old))
    tx.execute(known.values(person_id=None, case_id=None))
