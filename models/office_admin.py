"""What an admin changes: offices, units with their hours, services and counters.

Every operation takes `at` and `by`, checks that `by` is an admin there (None: the command line),
refuses what is not sound with a text that names the trouble, and enters itself in the journal.
Nothing is ever deleted: what is closed stays in the figures of its time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from models import entries, journal, offices
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import ZONES, Counter, Office, RosterEntry, Service, Unit
from models.staffing import require_admin
from models.worktime import OFFICE_WEEK, Calendar, Week

FEE_LIMIT = 120


@dataclass(frozen=True, slots=True)
class Duties:
    """What a service asks and promises; empty parts are not told."""

    duration: str = ""
    fee: str = ""
    requirements: str = ""

    def checked(self) -> Duties:
        return Duties(
            entries.duration(self.duration),
            entries.note(self.fee, FEE_LIMIT),
            entries.note(self.requirements),
        )


NO_DUTIES = Duties()


# --- offices


def add_office(tx: Transaction, name: str, zone: str, *, at: datetime, by: int | None) -> Office:
    require_admin(tx, by, at, office_id=None)
    office = Office(name=_free_for_office(tx, name), zone=_zone(zone))
    tx.session.add(office)
    tx.session.flush()
    _changed(tx, Kind.OFFICE_CHANGED, at, by, office=office.id, what="added", zone=zone)
    return office


def rename_office(
    tx: Transaction, office_id: int, name: str, *, at: datetime, by: int | None
) -> Office:
    office = _office(tx, office_id, at, by)
    office.name = _free_for_office(tx, name, office)
    _changed(tx, Kind.OFFICE_CHANGED, at, by, office=office_id, what="renamed")
    return office


def set_office_zone(
    tx: Transaction, office_id: int, zone: str, *, at: datetime, by: int | None
) -> Office:
    """The zone of the office's own reports and of units added from now on."""
    office = _office(tx, office_id, at, by)
    office.zone = _zone(zone)
    _changed(tx, Kind.OFFICE_CHANGED, at, by, office=office_id, what="zone", zone=zone)
    return office


def close_office(tx: Transaction, office_id: int, *, at: datetime, by: int | None) -> None:
    """Close an office whose units are all closed; only an admin of everything may."""
    require_admin(tx, by, at, office_id=None)
    office = offices.office(tx, office_id)
    if still_open := offices.units(tx, office_id):
        raise Refused("office-has-units", count=len(still_open))
    office.closed_at = at
    _changed(tx, Kind.OFFICE_CHANGED, at, by, office=office_id, what="closed")


# --- units


def add_unit(
    tx: Transaction,
    office_id: int,
    name: str,
    *,
    at: datetime,
    by: int | None,
    zone: str | None = None,
    week: Week | None = None,
) -> Unit:
    """A unit in the office's zone unless told otherwise; `week` None: the usual office hours."""
    office = _office(tx, office_id, at, by)
    unit = Unit(
        office_id=office_id,
        name=_free(entries.name(name), [one.name for one in offices.units(tx, office_id)]),
        zone=_zone(zone or office.zone),
        hours=stored_hours(week),
    )
    tx.session.add(unit)
    tx.session.flush()
    _unit_changed(tx, unit, "added", at, by, zone=unit.zone, hours=unit.hours)
    return unit


def rename_unit(tx: Transaction, unit_id: int, name: str, *, at: datetime, by: int | None) -> Unit:
    unit = _unit(tx, unit_id, at, by)
    others = [one.name for one in offices.units(tx, unit.office_id) if one.id != unit_id]
    unit.name = _free(entries.name(name), others)
    _unit_changed(tx, unit, "renamed", at, by)
    return unit


def set_zone(tx: Transaction, unit_id: int, zone: str, *, at: datetime, by: int | None) -> Unit:
    unit = _unit(tx, unit_id, at, by)
    unit.zone = _zone(zone)
    _unit_changed(tx, unit, "zone", at, by, zone=unit.zone)
    return unit


def set_hours(
    tx: Transaction, unit_id: int, week: Week | None, *, at: datetime, by: int | None
) -> Unit:
    """Weekly opening hours; None: those of Perpres 21/2023, shorter in the office's Ramadan."""
    unit = _unit(tx, unit_id, at, by)
    unit.hours = stored_hours(week)
    _unit_changed(tx, unit, "hours", at, by, hours=unit.hours)
    return unit


def close_unit(tx: Transaction, unit_id: int, *, at: datetime, by: int | None) -> None:
    """Close a unit with its counters and services. Open cases are the caller's to look at first."""
    unit = _unit(tx, unit_id, at, by)
    for counter in offices.counters(tx, unit_id):
        _end_counter(tx, counter, at)
    for service in offices.services(tx, unit_id):
        service.closed_at = at
    unit.closed_at = at
    _unit_changed(tx, unit, "closed", at, by)


# --- services


def add_service(
    tx: Transaction,
    unit_id: int,
    name: str,
    duties: Duties = NO_DUTIES,
    *,
    at: datetime,
    by: int | None,
) -> Service:
    unit = _unit(tx, unit_id, at, by)
    clean = _free(entries.name(name), [one.name for one in offices.services(tx, unit_id)])
    service = Service(unit_id=unit_id, name=clean, **asdict(duties.checked()))
    tx.session.add(service)
    tx.session.flush()
    _service_changed(tx, unit, service, "added", at, by)
    return service


def change_service(
    tx: Transaction, service_id: int, *, at: datetime, by: int | None, **changes: str
) -> Service:
    """Change any of name, duration, fee and requirements."""
    service = offices.service(tx, service_id)
    unit = _unit(tx, service.unit_id, at, by)
    if "name" in changes:
        others = [one.name for one in offices.services(tx, service.unit_id) if one is not service]
        service.name = _free(entries.name(changes.pop("name")), others)
    before = Duties(service.duration, service.fee, service.requirements)
    for field, value in asdict(Duties(**(asdict(before) | changes)).checked()).items():
        setattr(service, field, value)
    _service_changed(tx, unit, service, "changed", at, by)
    return service


def close_service(tx: Transaction, service_id: int, *, at: datetime, by: int | None) -> None:
    service = offices.service(tx, service_id)
    unit = _unit(tx, service.unit_id, at, by)
    service.closed_at = at
    _service_changed(tx, unit, service, "closed", at, by)


# --- counters


def add_counter(
    tx: Transaction, unit_id: int, name: str, *, at: datetime, by: int | None
) -> Counter:
    unit = _unit(tx, unit_id, at, by)
    clean = _free(entries.name(name), [one.name for one in offices.counters(tx, unit_id)])
    counter = Counter(unit_id=unit_id, name=clean)
    tx.session.add(counter)
    tx.session.flush()
    _counter_changed(tx, unit, counter, "added", at, by)
    return counter


def rename_counter(
    tx: Transaction, counter_id: int, name: str, *, at: datetime, by: int | None
) -> Counter:
    counter = offices.counter(tx, counter_id)
    unit = _unit(tx, counter.unit_id, at, by)
    others = [one.name for one in offices.counters(tx, counter.unit_id) if one is not counter]
    counter.name = _free(entries.name(name), others)
    _counter_changed(tx, unit, counter, "renamed", at, by)
    return counter


def close_counter(tx: Transaction, counter_id: int, *, at: datetime, by: int | None) -> None:
    """Close a counter; nobody serves there any more, and its poster is no longer good."""
    counter = offices.counter(tx, counter_id)
    unit = _unit(tx, counter.unit_id, at, by)
    _end_counter(tx, counter, at)
    _counter_changed(tx, unit, counter, "closed", at, by)


# --- what they share


def _office(tx: Transaction, office_id: int, at: datetime, by: int | None) -> Office:
    office = offices.office(tx, office_id)
    require_admin(tx, by, at, office_id=office_id)
    return office


def _unit(tx: Transaction, unit_id: int, at: datetime, by: int | None) -> Unit:
    unit = offices.unit(tx, unit_id)
    require_admin(tx, by, at, office_id=unit.office_id, unit_id=unit_id)
    return unit


def _free_for_office(tx: Transaction, name: str, office: Office | None = None) -> str:
    """The clean name of this office or a new one; that of a closed office stays its own."""
    own = office.id if office else None
    others = [other for other in tx.session.exec(select(Office)) if other.id != own]
    clean = _free(entries.name(name), [other.name for other in others if not other.closed_at])
    if any(other.name == clean for other in others):
        raise Refused("name-of-closed", name=clean)
    return clean


def _free(name: str, taken: Sequence[str]) -> str:
    if name.casefold() in {other.casefold() for other in taken}:
        raise Refused("name-taken", name=name)
    return name


def _zone(zone: str) -> str:
    if zone not in ZONES:
        raise Refused("zone-unknown", zone=zone)
    return zone


def stored_hours(week: Week | None) -> dict[str, Any] | None:
    """Hours as a unit keeps them; the zone is the unit's, holidays come from elsewhere."""
    if week is None or week == OFFICE_WEEK:
        return None
    written = Calendar(ZONES[0], week).to_json()
    return {"weekly": written["weekly"], "seasons": []}


def _end_counter(tx: Transaction, counter: Counter, at: datetime) -> None:
    counter.closed_at = at
    for entry in tx.session.exec(
        select(RosterEntry).where(
            RosterEntry.counter_id == counter.id, col(RosterEntry.until_at).is_(None)
        )
    ):
        entry.until_at = at


def _changed(tx: Transaction, kind: Kind, at: datetime, by: int | None, **data: Any) -> None:
    journal.write(tx, kind, at, actor_id=by, **data)


def _unit_changed(
    tx: Transaction, unit: Unit, what: str, at: datetime, by: int | None, **data: Any
) -> None:
    _changed(tx, Kind.UNIT_CHANGED, at, by, unit_id=unit.id, what=what, **data)


def _service_changed(
    tx: Transaction, unit: Unit, service: Service, what: str, at: datetime, by: int | None
) -> None:
    _changed(
        tx,
        Kind.SERVICE_CHANGED,
        at,
        by,
        unit_id=unit.id,
        service=service.id,
        what=what,
        duration=service.duration,
    )


def _counter_changed(
    tx: Transaction, unit: Unit, counter: Counter, what: str, at: datetime, by: int | None
) -> None:
    _changed(tx, Kind.COUNTER_CHANGED, at, by, unit_id=unit.id, counter=counter.id, what=what)
