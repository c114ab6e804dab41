"""What each kind of CSV file holds: its columns, and how one row is entered.

A row goes through the same operation as the dialogue, so a good one is checked and journalled
alike. `enter` says whether something was 'added', 'changed', or 'known' word for word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from models import days_off, entries, office_admin, offices, opening_hours, staffing
from models.csv_table import Row
from models.database import Transaction
from models.errors import Refused
from models.office_admin import Duties
from models.offices import Counter, Office, Service, Unit
from models.people import Role
from models.visits import reading, telling
from models.visits.reading import WrongField
from models.visits.tables import Source

Value = TypeVar("Value")
Named = TypeVar("Named", Office, Unit, Service, Counter)

EVERYWHERE = ("semua", "semua kantor", "all", "all offices")
ROLES = {
    "petugas": Role.OFFICER,
    "officer": Role.OFFICER,
    "atasan": Role.HEAD,
    "kepala": Role.HEAD,
    "kepala unit": Role.HEAD,
    "head": Role.HEAD,
    "admin": Role.ADMIN,
    "pengawas": Role.INSPECTOR,
    "inspector": Role.INSPECTOR,
}
ZONE_NAMES = {
    "wib": "Asia/Jakarta",
    "wita": "Asia/Makassar",
    "wit": "Asia/Jayapura",
} | {zone.lower(): zone for zone in offices.ZONES}
ALIASES = {
    "kantor": "kantor",
    "office": "kantor",
    "unit": "unit",
    "unit layanan": "unit",
    "nama unit": "unit",
    "zona": "zona",
    "zona waktu": "zona",
    "zone": "zona",
    "time zone": "zona",
    "jam": "jam",
    "jam buka": "jam",
    "hours": "jam",
    "layanan": "layanan",
    "service": "layanan",
    "durasi": "durasi",
    "janji": "durasi",
    "waktu": "durasi",
    "duration": "durasi",
    "biaya": "biaya",
    "tarif": "biaya",
    "fee": "biaya",
    "syarat": "syarat",
    "persyaratan": "syarat",
    "requirements": "syarat",
    "loket": "loket",
    "counter": "loket",
    "nip": "nip",
    "nama": "nama",
    "name": "nama",
    "jabatan": "jabatan",
    "position": "jabatan",
    "peran": "peran",
    "role": "peran",
    "tanggal": "tanggal",
    "date": "tanggal",
    "keputusan": "keputusan",
    "dasar": "keputusan",
    "decree": "keputusan",
} | reading.ALIASES
ROW_LIMIT = 1000
VISITS_LIMIT = 500  # a week of a unit; more would hold up everybody who writes meanwhile
REQUIRED = ("unit", "layanan", "loket", "nip", "nama", "peran", "tanggal")  # cells never empty


@dataclass(frozen=True, slots=True)
class Link:
    """The personal invitation of somebody who was entered."""

    name: str
    unit: str
    token: str


@dataclass(slots=True)
class Import:
    """What a row needs to know of the whole."""

    tx: Transaction
    at: datetime
    by: int | None
    office_id: int | None  # where a row belongs that names no office
    links: list[Link] = field(default_factory=list)


class CellError(Exception):
    """What a cell holds is refused."""

    def __init__(self, column: str, refused: Refused) -> None:
        super().__init__(column)
        self.column = column
        self.refused = refused


def _enter_unit(work: Import, row: Row) -> str:
    office = _office(work, row)
    name = _cell(row, "unit", entries.name)
    zone = _cell(row, "zona", _zone) if row.get("zona") else None
    week = _cell(row, "jam", opening_hours.read_week) if row.get("jam") else None
    unit = _same(name, offices.units(work.tx, office.id))
    if unit is None:
        office_admin.add_unit(
            work.tx, office.id or 0, name, zone=zone, week=week, at=work.at, by=work.by
        )
        return "added"
    wanted = (zone or unit.zone, office_admin.stored_hours(week) if week else unit.hours)
    if wanted == (unit.zone, unit.hours):
        return "known"
    office_admin.set_zone(work.tx, unit.id or 0, wanted[0], at=work.at, by=work.by)
    if week is not None:
        office_admin.set_hours(work.tx, unit.id or 0, week, at=work.at, by=work.by)
    return "changed"


def _enter_service(work: Import, row: Row) -> str:
    unit = _unit(work, row)
    name = _cell(row, "layanan", entries.name)
    duties = Duties(
        duration=_cell(row, "durasi", entries.duration),
        fee=_cell(row, "biaya", lambda text: entries.note(text, office_admin.FEE_LIMIT)),
        requirements=_cell(row, "syarat", entries.note),
    )
    service = _same(name, offices.services(work.tx, unit.id or 0))
    if service is None:
        office_admin.add_service(work.tx, unit.id or 0, name, duties, at=work.at, by=work.by)
        return "added"
    changes = _told(row, duties, service)
    if not changes:
        return "known"
    office_admin.change_service(work.tx, service.id or 0, at=work.at, by=work.by, **changes)
    return "changed"


def _told(row: Row, duties: Duties, service: Service) -> dict[str, str]:
    """What the row says differently; a column that the file lacks says nothing."""
    told = {"durasi": "duration", "biaya": "fee", "syarat": "requirements"}
    return {
        name: getattr(duties, name)
        for column, name in told.items()
        if column in row.cells and getattr(duties, name) != getattr(service, name)
    }


def _enter_counter(work: Import, row: Row) -> str:
    unit = _unit(work, row)
    name = _cell(row, "loket", entries.name)
    if _same(name, offices.counters(work.tx, unit.id or 0)):
        return "known"
    office_admin.add_counter(work.tx, unit.id or 0, name, at=work.at, by=work.by)
    return "added"


def _enter_person(work: Import, row: Row) -> str:
    role = _cell(row, "peran", _role)
    office, unit = None, None
    if role in staffing.UNIT_ROLES:
        unit = _unit(work, row)
    elif row.get("kantor").casefold() not in EVERYWHERE:
        office = _office(work, row)
    officer, appointment = staffing.register(
        work.tx,
        work.at,
        by=work.by,
        nip=_cell(row, "nip", entries.nip),
        name=_cell(row, "nama", entries.name),
        position=_cell(row, "jabatan", lambda text: entries.note(text, entries.POSITION_LIMIT)),
        role=role,
        office_id=office.id if office else None,
        unit_id=unit.id if unit else None,
    )
    if appointment is None:
        return "known"
    newcomer = officer.person_id is None
    if newcomer and not staffing.has_invitation(work.tx, officer.id or 0, work.at):
        token = staffing.invite_officer(work.tx, appointment.id or 0, work.at, work.by)
        work.links.append(Link(officer.name, unit.name if unit else "", token))
    return "added"


def _enter_day(work: Import, row: Row) -> str:
    everywhere = row.get("kantor").casefold() in EVERYWHERE
    office = None if everywhere or not (row.get("kantor") or work.office_id) else _office(work, row)
    day = _cell(row, "tanggal", entries.day)
    before = days_off.own_day(work.tx, office.id if office else None, day)
    changed = days_off.set_own_day(
        work.tx,
        office.id if office else None,
        day,
        _cell(row, "nama", entries.name),
        _cell(row, "keputusan", lambda text: entries.note(text, days_off.DECREE_LIMIT)),
        _cell(row, "jam", opening_hours.read_hours),
        at=work.at,
        by=work.by,
    )
    if not changed:
        return "known"
    return "added" if before is None else "changed"


def _enter_visit(work: Import, row: Row) -> str:
    unit = _unit(work, row)
    teller = telling.Teller(unit.id or 0, Source.CSV, work.at, work.by)
    try:
        draft = reading.from_cells(row.cells, unit.zone)
        return telling.tell(work.tx, teller, draft)[1].value
    except WrongField as wrong:
        column = reading.COLUMNS.get(wrong.field, wrong.field)
        raise CellError(column, wrong) from None


def _cell(row: Row, column: str, read: Callable[[str], Value]) -> Value:
    if column in REQUIRED and not row.get(column):
        raise CellError(column, Refused("csv-cell-empty"))
    try:
        return read(row.get(column))
    except Refused as refused:
        raise CellError(column, refused) from None


def _same(name: str, among: Sequence[Named]) -> Named | None:
    """The one with this name, whatever the case."""
    wanted = " ".join(name.split()).casefold()
    return next((one for one in among if one.name.casefold() == wanted), None)


def _office(work: Import, row: Row) -> Office:
    """The office the row names, or else the one the file was sent for."""
    written = row.get("kantor")
    if not written:
        if work.office_id is None:
            raise CellError("kantor", Refused("csv-which-office"))
        return offices.office(work.tx, work.office_id)
    office = _same(written, offices.offices(work.tx))
    if office is None:
        raise CellError("kantor", Refused("csv-no-office", name=written[:60]))
    return office


def _unit(work: Import, row: Row) -> Unit:
    office = _office(work, row)
    written = row.get("unit")
    if not written:
        raise CellError("unit", Refused("csv-cell-empty"))
    unit = _same(written, offices.units(work.tx, office.id))
    if unit is None:
        raise CellError("unit", Refused("csv-no-unit", name=written[:60], office=office.name))
    return unit


def _role(text: str) -> Role:
    role = ROLES.get(text.strip().casefold())
    if role is None:
        raise Refused("role-unknown", text=text[:30])
    return role


def _zone(text: str) -> str:
    zone = ZONE_NAMES.get(text.strip().casefold())
    if zone is None:
        raise Refused("zone-unknown", zone=text[:30])
    return zone


VISIT_COLUMNS = ("unit", *(reading.COLUMNS[field] for field in reading.REQUIRED))


@dataclass(frozen=True, slots=True)
class RowKind:
    name: str
    mark: str  # the column that tells this kind
    required: tuple[str, ...]
    enter: Callable[[Import, Row], str]  # says 'added', 'changed' or 'known'
    limit: int = ROW_LIMIT  # rows of one file


KINDS: dict[str, RowKind] = {
    kind.name: kind
    for kind in (
        RowKind("visits", "mulai", VISIT_COLUMNS, _enter_visit, VISITS_LIMIT),
        RowKind("people", "nip", ("nip", "nama", "peran"), _enter_person),
        RowKind("days", "tanggal", ("tanggal", "nama"), _enter_day),
        RowKind("services", "layanan", ("unit", "layanan"), _enter_service),
        RowKind("counters", "loket", ("unit", "loket"), _enter_counter),
        RowKind("units", "unit", ("unit",), _enter_unit),
    )
}
