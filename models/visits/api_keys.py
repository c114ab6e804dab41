"""The keys with which queue systems send visits: one unit each, shown once, kept as a hash.

An admin of the unit makes and revokes them. What a key may do is no more than what the queue system
of that unit knows: enter visits and read the unit's services.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select

from models import entries, journal, offices
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.staffing import require_admin
from models.visits.tables import ApiKey

PREFIX = "sw_"
RANDOM_BYTES = 32
HINT = 4  # last characters of a key that stay visible
KEYS_LIMIT = 10  # in use in one unit
USE_NOTED = timedelta(minutes=1)  # the last use is told to this precision
_FORM = re.compile(re.escape(PREFIX) + r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Caller:
    """A queue system that showed a key in use."""

    key_id: int
    unit_id: int
    unit: str
    zone: str


def make(
    tx: Transaction, unit_id: int, name: str, *, at: datetime, by: int | None
) -> tuple[ApiKey, str]:
    """A new key of the unit, and its secret, which nobody can read afterwards."""
    unit = _managed(tx, unit_id, at, by)
    clean = entries.name(name)
    in_use = _in_use(tx, unit_id)
    if len(in_use) >= KEYS_LIMIT:
        raise Refused("api-keys-too-many", limit=KEYS_LIMIT)
    if clean.casefold() in {one.name.casefold() for one in in_use}:
        raise Refused("name-taken", name=clean)
    secret = _secret()
    key = ApiKey(
        unit_id=unit.id or 0,
        name=clean,
        hash=_hash(secret),
        hint=secret[-HINT:],
        created_at=at,
        created_by=by,
    )
    tx.session.add(key)
    tx.session.flush()
    journal.write(tx, Kind.API_KEY_MADE, at, actor_id=by, unit_id=unit_id, key=key.id)
    return key, secret


def of_unit(tx: Transaction, unit_id: int, *, at: datetime, by: int | None) -> list[ApiKey]:
    """The keys in use, the newest first."""
    _managed(tx, unit_id, at, by)
    return _in_use(tx, unit_id)


def one(tx: Transaction, key_id: int, *, at: datetime, by: int | None) -> tuple[ApiKey, Unit]:
    """A key in use, and its unit."""
    key = tx.session.get(ApiKey, key_id)
    if key is None or key.revoked_at is not None:
        raise Refused("api-key-gone")
    return key, _managed(tx, key.unit_id, at, by)


def revoke(tx: Transaction, key_id: int, *, at: datetime, by: int | None) -> ApiKey:
    """From now on the key opens nothing; what it sent stays."""
    key, unit = one(tx, key_id, at=at, by=by)
    key.revoked_at = at
    journal.write(tx, Kind.API_KEY_REVOKED, at, actor_id=by, unit_id=unit.id, key=key_id)
    return key


def caller(tx: Transaction, secret: str) -> Caller:
    """Who shows this key. Refuses a key that is unknown or revoked, and one of a closed unit."""
    key = None
    if _FORM.fullmatch(secret):
        key = tx.session.exec(select(ApiKey).where(ApiKey.hash == _hash(secret))).first()
    if key is None:
        raise Refused("api-key-unknown")
    if key.revoked_at is not None:
        raise Refused("api-key-revoked")
    place = offices.place(tx, key.unit_id)
    return Caller(key.id or 0, place.id, place.name, place.zone)


def use(tx: Transaction, key_id: int, at: datetime) -> None:
    """Note the use. Refuses a key that was revoked since it was shown."""
    key = tx.session.get_one(ApiKey, key_id)
    if key.revoked_at is not None:
        raise Refused("api-key-revoked")
    if key.used_at is None or key.used_at < at - USE_NOTED:
        key.used_at = at


def _managed(tx: Transaction, unit_id: int, at: datetime, by: int | None) -> Unit:
    unit = offices.unit(tx, unit_id)
    require_admin(tx, by, at, office_id=unit.office_id, unit_id=unit_id)
    return unit


def _in_use(tx: Transaction, unit_id: int) -> list[ApiKey]:
    statement = select(ApiKey).where(ApiKey.unit_id == unit_id, col(ApiKey.revoked_at).is_(None))
    return list(tx.session.exec(statement.order_by(col(ApiKey.id).desc())))


def _secret() -> str:
    """`sw_` and 32 random bytes as base64url, 46 characters in all."""
    random = base64.urlsafe_b64encode(secrets.token_bytes(RANDOM_BYTES))
    return PREFIX + random.rstrip(b"=").decode()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
