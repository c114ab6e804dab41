"""Whose cases a person works on: ordinary ones of some units, supervisory ones of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Boolean, bindparam, or_, select, true
from sqlmodel import col
from sqlmodel import select as select_models

from models.complaints import access
from models.complaints.tables import Case
from models.database import Transaction, table
from models.offices import Unit
from models.people import Authority

_cases = table(Case)


@dataclass(frozen=True)
class Desk:
    """What a person may work on: ordinary cases of some units, supervisory ones of others."""

    person_id: int
    officer_id: int | None
    units: dict[int, Unit]  # ordinary cases
    inspected: dict[int, Unit]  # supervisory cases
    own: tuple[int, ...] = ()  # cases the person sent: nobody handles those of their own

    @property
    def every(self) -> dict[int, Unit]:
        return self.units | self.inspected

    def of(self, unit_id: int) -> Desk:
        """The same for one unit only."""
        kept = [
            {key: unit for key, unit in units.items() if key == unit_id}
            for units in (self.units, self.inspected)
        ]
        return Desk(self.person_id, self.officer_id, kept[0], kept[1], self.own)


_EVERYWHERE = (None, None)
_UNITS = (
    select_models(Unit)
    .where(
        or_(
            col(Unit.id).in_(bindparam("units", expanding=True)),
            col(Unit.office_id).in_(bindparam("offices", expanding=True)),
            bindparam("everywhere", type_=Boolean()) == true(),
        )
    )
    .order_by(col(Unit.name))
)
_OWN = select(_cases.c.id).where(
    _cases.c.reporter_id == bindparam("person_id"), _cases.c.resolved_at.is_(None)
)


def desk_of(tx: Transaction, person_id: int, authority: Authority) -> Desk:
    """The units whose cases the person may work on, and which cases of these are the person's."""
    ordinary, inspected = {}, {}
    for unit in _units_of(tx, authority):
        if access.over(authority, unit, access.ROLES):
            ordinary[unit.id or 0] = unit
        if access.inspects(authority, unit):
            inspected[unit.id or 0] = unit
    own = tx.execute(_OWN, {"person_id": person_id})
    officer_id = authority.officer.id if authority.officer else None
    return Desk(person_id, officer_id, ordinary, inspected, tuple(row.id for row in own))


def _units_of(tx: Transaction, authority: Authority) -> Sequence[Unit]:
    """Every unit an appointment reaches, by name; also those that have closed since."""
    places = [(one.unit_id, one.office_id) for one in authority.appointments]
    values = {
        "units": [unit_id for unit_id, _ in places if unit_id is not None],
        "offices": [office_id for unit_id, office_id in places if unit_id is None],
        "everywhere": _EVERYWHERE in places,
    }
    return tx.session.execute(_UNITS, values).scalars().all()
