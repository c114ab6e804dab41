"""Who may say something of an officer: the leader, peers, subordinates; each with a chat.

Peers are the others of the unit with the same leader; a head, who is alone in the unit, has the
other heads whom the same leader leads.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from models import people
from models.appraisal import leaders
from models.appraisal.feedback.tables import Relation
from models.appraisal.terms_tables import ReportingLine
from models.database import Transaction
from models.people import Officer, Role

DRAWN = 5  # of each relation, when chance proposes


@dataclass(frozen=True, slots=True)
class Circle:
    """Those around an officer who can be asked: with a chat, by name."""

    leader: Officer | None
    peers: tuple[Officer, ...]
    subordinates: tuple[Officer, ...]

    def everybody(self) -> list[tuple[Relation, Officer]]:
        of_leader = [(Relation.LEADER, self.leader)] if self.leader else []
        return [
            *of_leader,
            *((Relation.PEER, one) for one in self.peers),
            *((Relation.SUBORDINATE, one) for one in self.subordinates),
        ]

    def relation(self, officer_id: int) -> Relation | None:
        """What somebody is to the officer; None: not of the circle."""
        found = (relation for relation, one in self.everybody() if one.id == officer_id)
        return next(found, None)

    @property
    def choosable(self) -> list[tuple[Relation, Officer]]:
        """All but the leader, who is always asked."""
        return [pair for pair in self.everybody() if pair[0] is not Relation.LEADER]


def around(tx: Transaction, officer_id: int, at: datetime) -> Circle:
    return tx.once(("circle", officer_id, at), lambda: _around(tx, officer_id, at))


def _around(tx: Transaction, officer_id: int, at: datetime) -> Circle:
    leader = leaders.leader_of(tx, officer_id, at)
    below = leaders.led_by(tx, officer_id, at) if _may_lead(tx, officer_id, at) else []
    beside = leaders.peers_of(tx, officer_id, at) or _under(tx, leader, officer_id, at)
    known = {one.id for one in below}
    return Circle(
        leader=leader if leader and leader.person_id is not None else None,
        peers=tuple(one for one in beside if one.person_id is not None and one.id not in known),
        subordinates=tuple(one for one in below if one.person_id is not None),
    )


def colleagues(tx: Transaction, officer_id: int, at: datetime) -> list[Officer]:
    """Those to whom an officer may write: in whose circle the officer is; by name."""
    return sorted((one for _, one in around(tx, officer_id, at).everybody()), key=_name)


def drawn(circle: Circle, officer_id: int, period_id: int, key: str) -> list[int]:
    """Peers and subordinates drawn by chance, officers.id: nobody picks friends.

    The same key gives the same draw, so that asking again changes nothing; who does not know the
    service's secret cannot foresee it.
    """

    def lot(one: Officer) -> bytes:
        label = f"feedback:{officer_id}:{period_id}:{one.id}".encode()
        return hmac.new(key.encode(), label, hashlib.sha256).digest()

    pools: Iterable[tuple[Officer, ...]] = (circle.peers, circle.subordinates)
    return [one.id or 0 for pool in pools for one in sorted(pool, key=lot)[:DRAWN]]


def _may_lead(tx: Transaction, officer_id: int, at: datetime) -> bool:
    """Heads, and who was named a leader: nobody else needs a look at every officer."""
    held = people.appointments_of(tx, officer_id, at)
    if any(one.role == Role.HEAD for one in held):
        return True
    named = select(ReportingLine.id).where(
        ReportingLine.leader_id == officer_id, col(ReportingLine.until_at).is_(None)
    )
    return tx.session.exec(named.limit(1)).first() is not None


def _under(tx: Transaction, leader: Officer | None, officer_id: int, at: datetime) -> list[Officer]:
    if leader is None or leader.id is None:
        return []
    return [one for one in leaders.led_by(tx, leader.id, at) if one.id != officer_id]


def _name(officer: Officer) -> tuple[str, int]:
    return officer.name, officer.id or 0
