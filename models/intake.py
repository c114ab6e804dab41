"""What has come in: each update once, and those that could not be handled.

De-duplication is by set, never by a high-water mark: replicas see updates out of order.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Column, Index, Text, bindparam, delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel

from models.database import Transaction, UtcDateTime, table

KEEP_LEDGER = timedelta(days=7)  # Telegram keeps an update for 24 hours
ASKED_TO_WAIT = "asked to wait"  # one input too many: the person was told
REFUSED = "refused: flood"  # came in the minute after
KEEP_PARKED = timedelta(days=30)  # time for an engineer to look


class LedgerEntry(SQLModel, table=True):
    """An update that came in, by Telegram's `update_id`; and whose it was, to see their pace."""

    __tablename__ = "ledger"
    __table_args__ = (Index("ledger_pace", "person_id", "at"),)

    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    person_id: int | None = None  # none: does not count for anybody's pace
    outcome: str | None = None  # none: worked on; else why it was not


class ParkedUpdate(SQLModel, table=True):
    """An update whose handling failed for good; kept whole, so that it can be played again."""

    __tablename__ = "parked_updates"

    reference: str = Field(primary_key=True)
    update_id: int = Field(sa_type=BigInteger, index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    payload: str = Field(sa_type=Text)
    traceback: str = Field(sa_type=Text)


_ledger, _parked = table(LedgerEntry), table(ParkedUpdate)
# `ON CONFLICT … RETURNING` reads the same in SQLite and PostgreSQL; the row that comes back, not
# `rowcount`, tells whether it went in.
_RECORD = (
    insert(_ledger)
    .values({name: bindparam(name) for name in ("update_id", "at", "person_id", "outcome")})
    .on_conflict_do_nothing()
    .returning(_ledger.c.update_id)
)


def record(
    tx: Transaction,
    update_id: int,
    at: datetime,
    person_id: int | None = None,
    outcome: str | None = None,
) -> bool:
    """Enter the update in the ledger; False if it was there already.

    person_id: whose pace it counts for. outcome: why it is not worked on, if so.
    """
    row = {"update_id": update_id, "at": at, "person_id": person_id, "outcome": outcome}
    return tx.execute(_RECORD, row).first() is not None


def park(
    tx: Transaction, update_id: int, reference: str, payload: str, traceback: str, at: datetime
) -> None:
    tx.session.add(
        ParkedUpdate(
            reference=reference, update_id=update_id, at=at, payload=payload, traceback=traceback
        )
    )


def forget(tx: Transaction, at: datetime) -> None:
    """Drop ledger rows that Telegram can no longer deliver again, and what was parked long ago:
    it holds what somebody wrote and is called."""
    tx.execute(delete(_ledger).where(_ledger.c.at < at - KEEP_LEDGER))
    tx.execute(delete(_parked).where(_parked.c.at < at - KEEP_PARKED))
