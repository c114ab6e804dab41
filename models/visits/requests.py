"""Requests of queue systems: the same request again has no effect and gets the same answer.

The row of an idempotency key is written before the work and in the same transaction: of two that
arrive at once the second waits for the first and then finds its answer. A request of which nothing
was accepted leaves no row, so that it may be mended and sent again under the same key.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from models.database import Transaction, table
from models.errors import Refused
from models.visits import api_keys, intake, scans
from models.visits.api_keys import Caller
from models.visits.intake import Accepted, Batch, Entered, Rejected
from models.visits.tables import ApiRequest, Visit
from models.visits.telling import Effect

KEEP = timedelta(days=7)  # nobody sends a request again after that
KEY_LIMIT = 200  # characters of an idempotency key
_requests = table(ApiRequest)


@dataclass(frozen=True, slots=True)
class Answer:
    entered: Entered
    tokens: dict[int, str]  # of the visits that were accepted, by id
    repeated: bool  # this request was answered before


def valid_key(key: str) -> bool:
    """1 to 200 printable ASCII characters."""
    return 1 <= len(key) <= KEY_LIMIT and key.isascii() and key.isprintable()


def fingerprint(kind: str, content: bytes) -> str:
    """Of a body, and what it is said to be."""
    return hashlib.sha256(kind.encode() + b"\n" + content).hexdigest()


def receive(
    tx: Transaction,
    caller: Caller,
    batch: Batch,
    *,
    key: str,
    mark: str,
    signing: str,
    at: datetime,
) -> Answer:
    """Enter a batch once. key: of idempotency; mark: the fingerprint of the body; signing: the key
    that signs the codes of visits. Refuses another body under a key that was used."""
    api_keys.use(tx, caller.key_id, at)
    before = _claimed(tx, caller, key, mark, at)
    if before is not None:
        entered = _restored(before.response)
    else:
        entered = intake.enter(tx, caller.unit_id, batch, at)
        _keep(tx, caller, key, entered)
    return Answer(entered, _tokens(tx, entered, signing), before is not None)


def forget(tx: Transaction, at: datetime) -> None:
    """Drop the answers that nobody asks for any more."""
    tx.execute(delete(_requests).where(_requests.c.at < at - KEEP))


def _claimed(
    tx: Transaction, caller: Caller, key: str, mark: str, at: datetime
) -> ApiRequest | None:
    """The request that used this key before, if one did."""
    row = {"key_id": caller.key_id, "idempotency_key": key, "fingerprint": mark, "at": at}
    claim = insert(_requests).values(row | {"status": 0, "response": {}}).on_conflict_do_nothing()
    if tx.execute(claim.returning(_requests.c.key_id)).first() is not None:
        return None
    before = tx.session.get_one(ApiRequest, (caller.key_id, key))
    if before.fingerprint != mark:
        raise Refused("api-key-reused")
    return before


def _keep(tx: Transaction, caller: Caller, key: str, entered: Entered) -> None:
    mine = (_requests.c.key_id == caller.key_id) & (_requests.c.idempotency_key == key)
    if not entered.accepted:
        tx.execute(delete(_requests).where(mine))
        return
    status = 207 if entered.rejected else 201
    stored = _stored(entered)
    tx.execute(_requests.update().where(mine).values(status=status, response=stored))


def _stored(entered: Entered) -> dict[str, Any]:
    """Codes and numbers: the words are made when answering, and the codes of visits signed anew,
    so that nothing is stored that would open anything."""
    accepted = [asdict(one) | {"issued": one.issued.isoformat()} for one in entered.accepted]
    return {"accepted": accepted, "rejected": [asdict(one) for one in entered.rejected]}


def _restored(stored: dict[str, Any]) -> Entered:
    return Entered(
        tuple(
            Accepted(
                **one
                | {
                    "issued": datetime.fromisoformat(one["issued"]),
                    "effect": Effect(one["effect"]),
                }
            )
            for one in stored["accepted"]
        ),
        tuple(Rejected(**one) for one in stored["rejected"]),
    )


def _tokens(tx: Transaction, entered: Entered, signing: str) -> dict[int, str]:
    issued = {one.visit_id: one.issued for one in entered.accepted}
    found = tx.session.exec(select(Visit).where(col(Visit.id).in_(issued)))
    return {visit.id or 0: scans.token(visit, signing, issued[visit.id or 0]) for visit in found}
