"""Plans to begin with, one for each position of an office.

Managed by an admin over the office and by heads in it; officers of the office begin with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from models import entries, people
from models.appraisal import leaders
from models.appraisal.skp import dialogue, drafting, plans
from models.appraisal.skp.content import Content, checked
from models.appraisal.skp.tables import PlanTemplate
from models.database import Transaction
from models.errors import Refused
from models.offices import Office, Unit
from models.people import Role

MOST = 50  # of one office


@dataclass(frozen=True, slots=True)
class Template:
    id: int
    office_id: int
    position: str
    content: Content


def of_office(tx: Transaction, office_id: int) -> list[Template]:
    """By position."""
    statement = select(PlanTemplate).where(PlanTemplate.office_id == office_id)
    return [_read(row) for row in tx.session.exec(statement.order_by(col(PlanTemplate.position)))]


def fitting(tx: Transaction, officer_id: int, at: datetime) -> list[Template]:
    """Those an officer may begin with: of the own office, that of the own position first."""
    office_id = leaders.office_of(tx, officer_id, at)
    officer = tx.session.get(people.Officer, officer_id)
    if office_id is None or officer is None:
        return []
    own = officer.position.casefold()
    return sorted(of_office(tx, office_id), key=lambda one: one.position.casefold() != own)


def template(tx: Transaction, template_id: int, by: int, at: datetime) -> Template:
    """One of them, for who manages those of its office."""
    found = _row(tx, template_id)
    require_manager(tx, found.office_id, by, at)
    return _read(found)


def begin(
    tx: Transaction, officer_id: int, year: int, template_id: int, by: int, at: datetime
) -> int:
    """Begin a plan with a template of the officer's office; its id."""
    leaders.entitled(tx, officer_id, by, at, *dialogue.WRITING)
    found = {one.id: one for one in fitting(tx, officer_id, at)}
    if template_id not in found:
        raise Refused("not-for-you")
    return dialogue.make(tx, officer_id, year, by, at, found[template_id].content)


def keep(
    tx: Transaction, office_id: int, position: str, content: Content, by: int, at: datetime
) -> int:
    """Make the template of a position, or change it; its id. It has to be whole."""
    require_manager(tx, office_id, by, at)
    name = entries.name(position, entries.POSITION_LIMIT)
    whole = checked(content, whole=True)
    tx.session.exec(select(Office.id).where(Office.id == office_id).with_for_update()).one()
    known = of_office(tx, office_id)
    same = next((one for one in known if one.position.casefold() == name.casefold()), None)
    if same is None and len(known) >= MOST:
        raise Refused("skp-too-many-templates", most=MOST)
    row = (
        _row(tx, same.id)
        if same
        else PlanTemplate(office_id=office_id, position=name, content={}, changed_at=at)
    )
    row.content, row.changed_at, row.changed_by = whole.to_json(), at, by
    tx.session.add(row)
    tx.session.flush()
    return row.id or 0


def keep_from_plan(tx: Transaction, plan_id: int, position: str, by: int, at: datetime) -> int:
    """Make the template of a position from a plan that one may read, in the plan's office."""
    plan, _ = plans.readable(tx, plan_id, by, at)
    unit = tx.session.get_one(Unit, plan.unit_id)
    return keep(tx, unit.office_id, position, drafting.content_of(plan), by, at)


def remove(tx: Transaction, template_id: int, by: int, at: datetime) -> None:
    """Plans that began with it stay."""
    row = _row(tx, template_id)
    require_manager(tx, row.office_id, by, at)
    tx.session.delete(row)


def content_of(tx: Transaction, template_id: int | None) -> Content:
    """What a template says, for the maker of its file; None: an empty plan."""
    return _read(_row(tx, template_id)).content if template_id is not None else Content()


def managed(tx: Transaction, by: int, at: datetime) -> list[Office]:
    """The offices whose templates somebody manages, by name."""
    found = tx.session.exec(select(Office).order_by(col(Office.name), col(Office.id)))
    return [one for one in found if manages(tx, one.id or 0, by, at)]


def manages(tx: Transaction, office_id: int, by: int, at: datetime) -> bool:
    """An admin over the office, or a head anywhere in it."""
    authority = people.known_authority(tx, by, at)
    if authority.over_office(Role.ADMIN, office_id):
        return True
    heads = [one for one in authority.appointments if one.role == Role.HEAD]
    return any(_office_of(tx, one) in (None, office_id) for one in heads)


def require_manager(tx: Transaction, office_id: int, by: int, at: datetime) -> None:
    if not manages(tx, office_id, by, at):
        raise Refused("not-for-you")


def _office_of(tx: Transaction, held: people.Appointment) -> int | None:
    """The office an appointment is in; None: it is over all of them."""
    if held.unit_id is not None:
        return tx.session.get_one(Unit, held.unit_id).office_id
    return held.office_id


def _row(tx: Transaction, template_id: int) -> PlanTemplate:
    row = tx.session.get(PlanTemplate, template_id)
    if row is None:
        raise Refused("not-for-you")
    return row


def _read(row: PlanTemplate) -> Template:
    return Template(row.id or 0, row.office_id, row.position, Content.from_json(row.content))
