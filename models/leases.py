"""A lease in the database: one process at a time does what must be done by one.

Telegram's limits are per token, so one process sends; the others take over when its lease lapses.
"""

from __future__ import annotations

import os
import socket
import uuid
from datetime import datetime, timedelta

from sqlmodel import Field, SQLModel, select

from models.database import Transaction, UtcDateTime

TERM = timedelta(seconds=10)  # a dead holder is replaced after at most this long
RENEW_EVERY = timedelta(seconds=3)


class Lease(SQLModel, table=True):
    __tablename__ = "leases"

    name: str = Field(primary_key=True)
    holder: str
    until: datetime = Field(sa_type=UtcDateTime)


def new_holder() -> str:
    """A name for this process: host, process id, and a random part."""
    return f"{socket.gethostname()}/{os.getpid()}/{uuid.uuid4().hex[:8]}"


def acquire(tx: Transaction, name: str, holder: str, at: datetime) -> bool:
    """Take or renew the lease; True while it is ours."""
    lease = tx.session.exec(select(Lease).where(Lease.name == name).with_for_update()).first()
    if lease is None:
        tx.session.add(Lease(name=name, holder=holder, until=at + TERM))
        return True
    free = lease.until <= at or lease.until > at + 2 * TERM or _is_dead(lease.holder, holder)
    if lease.holder != holder and not free:
        return False
    lease.holder, lease.until = holder, at + TERM
    return True


def release(tx: Transaction, name: str, holder: str) -> None:
    lease = tx.session.get(Lease, name)
    if lease is not None and lease.holder == holder:
        tx.session.delete(lease)


def _is_dead(theirs: str, mine: str) -> bool:
    """A holder on this machine whose process is gone, or an earlier life of this process id."""
    (host, pid, nonce), (my_host, my_pid, my_nonce) = theirs.split("/"), mine.split("/")
    if host != my_host:
        return False
    if pid == my_pid:
        return nonce != my_nonce
    return not os.path.exists(f"/proc/{pid}") if os.path.isdir("/proc/self") else False
