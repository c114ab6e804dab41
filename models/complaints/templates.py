"""Answers a unit gives often, kept by its own people and filled in when they are used."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, Text, text
from sqlmodel import Field, SQLModel, col, func, select

from models import entries, people
from models.complaints import access
from models.complaints.casework import TEXT_LIMIT, words
from models.database import Transaction, UtcDateTime
from models.errors import Refused
from models.offices import Unit

NAME_LIMIT = 40  # characters; fits a button
MOST = 40  # templates of a unit
LEAST_TEXT = 10  # characters
_KEPT = text("removed_at IS NULL")


class AnswerTemplate(SQLModel, table=True):
    """A text for answers. Removed ones stay: what they said may have been sent."""

    __tablename__ = "answer_templates"
    __table_args__ = (
        Index(
            "answer_templates_kept",
            "unit_id",
            "name",
            sqlite_where=_KEPT,
            postgresql_where=_KEPT,
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="units.id")
    name: str
    text: str = Field(sa_type=Text)
    by: int | None = Field(default=None, foreign_key="people.id")
    at: datetime = Field(sa_type=UtcDateTime)
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


def of_unit(tx: Transaction, unit_id: int) -> list[AnswerTemplate]:
    """Those of a unit that are kept, by name."""
    statement = select(AnswerTemplate).where(
        AnswerTemplate.unit_id == unit_id, col(AnswerTemplate.removed_at).is_(None)
    )
    return list(tx.session.exec(statement.order_by(col(AnswerTemplate.name))))


def some_of(tx: Transaction, unit_id: int) -> bool:
    """Whether the unit keeps any."""
    statement = select(AnswerTemplate.id).where(
        AnswerTemplate.unit_id == unit_id, col(AnswerTemplate.removed_at).is_(None)
    )
    return tx.session.exec(statement.limit(1)).first() is not None


def units_of(tx: Transaction, person_id: int, at: datetime) -> list[Unit]:
    """The open units whose templates the person keeps, by name."""
    authority = people.authority(tx, person_id, at)
    statement = select(Unit).where(col(Unit.closed_at).is_(None)).order_by(col(Unit.name))
    return [
        unit for unit in tx.session.exec(statement) if access.over(authority, unit, access.ROLES)
    ]


def kept(tx: Transaction, template_id: int, person_id: int, at: datetime) -> AnswerTemplate:
    """A template of a unit the person works for; refused to everybody else."""
    found = tx.session.get(AnswerTemplate, template_id)
    if found is None or found.removed_at is not None:
        raise Refused("template-unknown")
    check(tx, found.unit_id, person_id, at)
    return found


def usable(tx: Transaction, template_id: int, unit_id: int) -> AnswerTemplate:
    """A template of this unit, for an answer to one of its cases."""
    found = tx.session.get(AnswerTemplate, template_id)
    if found is None or found.removed_at is not None or found.unit_id != unit_id:
        raise Refused("template-unknown")
    return found


def check(tx: Transaction, unit_id: int, person_id: int, at: datetime) -> Unit:
    """The unit, for who keeps its templates: its officers, its head, its admins."""
    unit = tx.session.get(Unit, unit_id)
    authority = people.authority(tx, person_id, at)
    if unit is None or not access.over(authority, unit, access.ROLES):
        raise Refused("not-for-you")
    return unit


def add(
    tx: Transaction, unit_id: int, person_id: int, name: str, said: str, at: datetime
) -> AnswerTemplate:
    check(tx, unit_id, person_id, at)
    name = free_name(tx, unit_id, name)
    counted = select(func.count()).where(
        AnswerTemplate.unit_id == unit_id, col(AnswerTemplate.removed_at).is_(None)
    )
    if tx.session.exec(counted).one() >= MOST:
        raise Refused("template-too-many", limit=MOST)
    made = AnswerTemplate(
        unit_id=unit_id, name=name, text=words(said, LEAST_TEXT), by=person_id, at=at
    )
    tx.session.add(made)
    tx.session.flush()
    return made


def change(
    tx: Transaction, template_id: int, person_id: int, said: str, at: datetime
) -> AnswerTemplate:
    """Other words under the same name; those before stay in the row that is removed."""
    before = kept(tx, template_id, person_id, at)
    before.removed_at = at
    tx.session.flush()
    return add(tx, before.unit_id, person_id, before.name, said, at)


def remove(tx: Transaction, template_id: int, person_id: int, at: datetime) -> AnswerTemplate:
    found = kept(tx, template_id, person_id, at)
    found.removed_at = at
    return found


def free_name(tx: Transaction, unit_id: int, name: str) -> str:
    """The name, tidied; refused when it is too long or the unit has it already."""
    name = entries.name(name, NAME_LIMIT)
    same = select(AnswerTemplate.id).where(
        AnswerTemplate.unit_id == unit_id,
        func.lower(col(AnswerTemplate.name)) == name.lower(),
        col(AnswerTemplate.removed_at).is_(None),
    )
    if tx.session.exec(same).first() is not None:
        raise Refused("template-there", name=name)
    return name


PLACEHOLDERS = {"{tiket}": "ticket", "{ticket}": "ticket", "{unit}": "unit"}


def filled(said: str, *, ticket: str, unit: str) -> str:
    """The text with its placeholders filled; no longer than an answer may be."""
    values = {"ticket": ticket, "unit": unit}
    for mark, value in PLACEHOLDERS.items():
        said = said.replace(mark, values[value])
    return said[:TEXT_LIMIT]
