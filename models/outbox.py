"""Every message that was promised, stored with the effect that promised it.

A row names a text and its values, not the words: it is rendered in the recipient's language when
it is sent. Sends are at-least-once, effects exactly-once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Index,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    text,
    update,
)
from sqlmodel import Field, SQLModel

from models.database import Transaction, UtcDateTime, table
from models.people import Person

KEEP_SENT = timedelta(days=30)


class Urgency(IntEnum):
    """Replies go first; a notice is about something of yours; bulk can wait.

    What is to be known at once overtakes even replies that are held back.
    """

    AT_ONCE = -1
    REPLY = 0
    NOTICE = 1
    BULK = 2


_WAITING = text("sent_at IS NULL AND failed_at IS NULL AND held_until IS NULL")
_HELD = text("held_until IS NOT NULL")


class OutboxMessage(SQLModel, table=True):
    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "outbox_ready",
            "urgency",
            "id",
            sqlite_where=_WAITING,
            postgresql_where=_WAITING,
        ),
        Index("outbox_held", "held_until", sqlite_where=_HELD, postgresql_where=_HELD),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    update_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    rides: bool = False  # travels in the webhook's response, not through the dispatcher
    urgency: int = Urgency.REPLY
    body: dict[str, Any] = Field(sa_type=JSON)
    unit_id: int | None = None  # the unit to tell when this cannot be delivered
    case_id: int | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    next_try_at: datetime = Field(sa_type=UtcDateTime)
    held_until: datetime | None = Field(default=None, sa_type=UtcDateTime)  # by quiet hours
    attempts: int = 0
    parts_sent: int = 0  # a long text goes out in several messages
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failed_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to put into the outbox."""

    person_id: int
    body: dict[str, Any]
    urgency: Urgency = Urgency.NOTICE
    unit_id: int | None = None
    case_id: int | None = None
    held_until: datetime | None = None  # quiet hours: not before that instant


@dataclass(slots=True)
class Due:
    """A row that is to be sent, with what its delivery needs to know of the recipient."""

    id: int
    person_id: int
    telegram_id: int
    language: str
    urgency: int
    body: dict[str, Any]
    attempts: int
    parts_sent: int
    next_try_at: datetime
    unit_id: int | None
    case_id: int | None
    created_at: datetime = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lost:
    """A message that was given up, and whose it was."""

    id: int
    unit_id: int | None
    case_id: int | None


_outbox, _people = table(OutboxMessage), table(Person)
_PUT = insert(_outbox).values(
    {
        name: bindparam(name)
        for name in (
            "person_id",
            "update_id",
            "rides",
            "urgency",
            "body",
            "unit_id",
            "case_id",
            "created_at",
            "next_try_at",
            "held_until",
            "sent_at",
        )
    }
    | {"attempts": 0, "parts_sent": 0}
)
_DUE = (
    select(
        _outbox.c.id,
        _outbox.c.person_id,
        _people.c.telegram_id,
        _people.c.language,
        _outbox.c.urgency,
        _outbox.c.body,
        _outbox.c.attempts,
        _outbox.c.parts_sent,
        _outbox.c.next_try_at,
        _outbox.c.unit_id,
        _outbox.c.case_id,
        _outbox.c.created_at,
    )
    .join_from(_outbox, _people)
    .where(
        _outbox.c.sent_at.is_(None), _outbox.c.failed_at.is_(None), _outbox.c.held_until.is_(None)
    )
    .order_by(_outbox.c.urgency, _outbox.c.id)
    .limit(bindparam("limit"))
)
_later = _outbox.alias()
_RODE = (
    select(
        _outbox.c.body,
        _people.c.telegram_id,
        _people.c.language,
        exists()
        .where(_later.c.person_id == _outbox.c.person_id, _later.c.id > _outbox.c.id)
        .label("outdated"),
    )
    .join_from(_outbox, _people)
    .where(_outbox.c.update_id == bindparam("update_id"), _outbox.c.rides)
)


def put(
    tx: Transaction,
    message: Outgoing,
    at: datetime,
    *,
    update_id: int | None = None,
    rides: bool = False,
) -> None:
    """Promise a message. One that rides counts as sent: the response is its delivery, and a
    redelivered update gets it again."""
    tx.promised = tx.promised or not rides
    tx.execute(
        _PUT,
        {
            "person_id": message.person_id,
            "update_id": update_id,
            "rides": rides,
            "urgency": int(message.urgency),
            "body": message.body,
            "unit_id": message.unit_id,
            "case_id": message.case_id,
            "created_at": at,
            "next_try_at": at,
            "held_until": message.held_until,
            "sent_at": at if rides else None,
        },
    )


def delay(tx: Transaction, update_id: int, person_id: int, until: datetime) -> None:
    """Send the replies to this update not before `until`; what others are told is not kept back."""
    tx.execute(
        update(_outbox)
        .where(_outbox.c.update_id == update_id, _outbox.c.person_id == person_id)
        .values(next_try_at=until)
    )


def rode(tx: Transaction, update_id: int) -> tuple[dict[str, Any], int, str] | None:
    """Body, Telegram id and language of the reply that rode in this update's response.

    When more was said since, it comes as a message of its own: an edit would put back a question
    that is answered already.
    """
    row = tx.execute(_RODE, {"update_id": update_id}).first()
    if row is None:
        return None
    message = row.body
    if row.outdated:
        message = {name: part for name, part in message.items() if name != "edit"}
    return message, row.telegram_id, row.language


def waiting(tx: Transaction, limit: int) -> list[Due]:
    """Unsent rows, replies first, oldest first; due or not (a later one must not overtake)."""
    return [Due(**row._mapping) for row in tx.execute(_DUE, {"limit": limit})]


_SENT = (
    update(_outbox)
    .where(_outbox.c.id == bindparam("row"))
    .values(sent_at=bindparam("at"), attempts=_outbox.c.attempts + 1, reason=None)
)


def mark_sent(tx: Transaction, ids: list[int], at: datetime) -> None:
    tx.execute(_SENT, [{"row": row, "at": at} for row in ids])


def mark_shown(tx: Transaction, ids: list[int], at: datetime) -> None:
    """Sent, and to be shown once: what they said is not kept."""
    mark_sent(tx, ids, at)
    tx.execute(update(_outbox).where(_outbox.c.id.in_(ids)).values(body={}))


def release(tx: Transaction, at: datetime) -> int:
    """Let go what quiet hours held back until now; how many. From now on it counts as promised."""
    released = tx.execute(
        update(_outbox)
        .where(_outbox.c.held_until <= at)
        .values(held_until=None, created_at=at, next_try_at=at)
        .returning(_outbox.c.id)
    ).all()
    tx.promised = tx.promised or bool(released)
    return len(released)


def mark_part(tx: Transaction, row: int, parts: int) -> None:
    tx.execute(update(_outbox).where(_outbox.c.id == row).values(parts_sent=parts))


def mark_retry(tx: Transaction, row: int, next_try_at: datetime, reason: str) -> None:
    tx.execute(
        update(_outbox)
        .where(_outbox.c.id == row)
        .values(next_try_at=next_try_at, attempts=_outbox.c.attempts + 1, reason=reason)
    )


def mark_failed(tx: Transaction, row: int, at: datetime, reason: str) -> None:
    tx.execute(
        update(_outbox)
        .where(_outbox.c.id == row)
        .values(failed_at=at, attempts=_outbox.c.attempts + 1, reason=reason)
    )


def fail_all_to(tx: Transaction, person_id: int, at: datetime, reason: str) -> list[Lost]:
    """Give up what waits for somebody who blocked the bot; returns what that was."""
    given_up = tx.execute(
        update(_outbox)
        .where(
            _outbox.c.person_id == person_id,
            _outbox.c.sent_at.is_(None),
            _outbox.c.failed_at.is_(None),
        )
        .values(failed_at=at, reason=reason)
        .returning(_outbox.c.id, _outbox.c.unit_id, _outbox.c.case_id)
    )
    return [Lost(row.id, row.unit_id, row.case_id) for row in given_up]


def mark_unreachable(tx: Transaction, person_id: int, since: datetime | None) -> None:
    """`since` None: the person can be reached again."""
    tx.execute(update(_people).where(_people.c.id == person_id).values(unreachable_since=since))


def forget(tx: Transaction, at: datetime) -> None:
    """Drop what was delivered long ago, and the words of what was given up: they may be what
    people wrote. That a message was given up stays, since the summaries count it."""
    tx.execute(delete(_outbox).where(_outbox.c.sent_at < at - KEEP_SENT))
    tx.execute(update(_outbox).where(_outbox.c.failed_at < at - KEEP_SENT).values(body={}))


def undelivered(
    tx: Transaction, start: datetime, end: datetime, unit_ids: list[int] | None = None
) -> int:
    """Number of messages given up in [start, end), about these units or all."""
    counting = select(func.count()).where(_outbox.c.failed_at >= start, _outbox.c.failed_at < end)
    if unit_ids is not None:
        counting = counting.where(_outbox.c.unit_id.in_(unit_ids))
    return int(tx.execute(counting).scalar_one())


def backlog(tx: Transaction) -> tuple[int, datetime | None]:
    """How many messages wait, and since when the oldest does."""
    columns = func.count().label("waiting"), func.min(_outbox.c.created_at).label("since")
    row = tx.execute(
        select(*columns).where(
            _outbox.c.sent_at.is_(None),
            _outbox.c.failed_at.is_(None),
            _outbox.c.held_until.is_(None),
        )
    ).one()
    return int(row.waiting), row.since
