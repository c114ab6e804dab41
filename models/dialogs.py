"""The open step of each person's conversation, kept in the database.

One row per person; its `serial` rises with each question, and stands in the buttons of that
question, so that an old button is recognised.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, bindparam, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel

from models.database import Transaction, UtcDateTime, table
from models.people import CONSENT_VERSION, Person


class Dialog(SQLModel, table=True):
    __tablename__ = "dialogs"

    person_id: int = Field(primary_key=True, foreign_key="people.id")
    step: str | None = None
    serial: int = 0
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    updated_at: datetime = Field(sa_type=UtcDateTime)


@dataclass(slots=True)
class Conversation:
    """A person with the step that is open: everything an update needs to know of its sender."""

    person_id: int
    telegram_id: int
    pseudonym: str
    language: str
    consented: bool
    reachable: bool
    may_invite: bool | None  # may be asked how it was; None: not asked yet
    step: str | None
    serial: int
    data: dict[str, Any]


_people, _dialogs = table(Person), table(Dialog)
_LOAD = (
    select(
        _people.c.id,
        _people.c.telegram_id,
        _people.c.pseudonym,
        _people.c.language,
        _people.c.consent_version,
        _people.c.unreachable_since,
        _people.c.may_invite,
        _dialogs.c.step,
        _dialogs.c.serial,
        _dialogs.c.data,
    )
    .join_from(_people, _dialogs, isouter=True)
    .where(_people.c.telegram_id == bindparam("telegram_id"))
)
# Two updates of one chat never run side by side. A statement of its own, before the step is read:
# in one statement PostgreSQL would wait for the other replica's turn and then show the step as it
# was before that turn. NO KEY: a message that another replica puts into the outbox for this person
# (a foreign key) need not wait for this turn, nor deadlock with it. SQLite has one writer.
_LOCK = (
    select(_people.c.id)
    .where(_people.c.telegram_id == bindparam("telegram_id"))
    .with_for_update(key_share=True)
)
_ENTER = (
    insert(_people)
    .values(
        telegram_id=bindparam("telegram_id"),
        pseudonym=bindparam("pseudonym"),
        language=bindparam("language"),
        consent_version=0,
        created_at=bindparam("at"),
    )
    .on_conflict_do_nothing()
)
_upsert = insert(_dialogs).values(
    person_id=bindparam("person_id"),
    step=bindparam("step"),
    serial=bindparam("serial"),
    data=bindparam("data"),
    updated_at=bindparam("at"),
)
_SAVE = _upsert.on_conflict_do_update(
    index_elements=[_dialogs.c.person_id],
    set_={name: _upsert.excluded[name] for name in ("step", "serial", "data", "updated_at")},
)


def load(tx: Transaction, telegram_id: int) -> Conversation | None:
    """Lock the person and return the conversation; None for somebody new."""
    if tx.connection.dialect.name != "sqlite":
        tx.execute(_LOCK, {"telegram_id": telegram_id})
    row = tx.execute(_LOAD, {"telegram_id": telegram_id}).first()
    if row is None:
        return None
    return Conversation(
        person_id=row.id,
        telegram_id=row.telegram_id,
        pseudonym=row.pseudonym,
        language=row.language,
        consented=row.consent_version >= CONSENT_VERSION,
        reachable=row.unreachable_since is None,
        may_invite=row.may_invite,
        step=row.step,
        serial=row.serial or 0,
        data=row.data or {},
    )


def enter(
    tx: Transaction, telegram_id: int, pseudonym: str, language: str, at: datetime
) -> Conversation:
    """The conversation of somebody who may be new."""
    known = load(tx, telegram_id)
    if known is not None:
        return known
    values = {"telegram_id": telegram_id, "pseudonym": pseudonym, "language": language, "at": at}
    tx.execute(_ENTER, values)
    entered = load(tx, telegram_id)
    if entered is None:
        raise LookupError("a person who was just entered is not there")
    return entered


def save(
    tx: Transaction,
    person_id: int,
    step: str | None,
    serial: int,
    data: dict[str, Any],
    at: datetime,
) -> None:
    tx.execute(
        _SAVE, {"person_id": person_id, "step": step, "serial": serial, "data": data, "at": at}
    )
