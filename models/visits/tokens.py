"""The single-use token of a visit, as it stands in the QR code; pure.

A token is the payload of a deep link (at most 64 characters of A-Z a-z 0-9 _ -): "v" and 24 bytes
as base64url: version, the visit's id, the minute it expires, and the first 15 bytes of an
HMAC-SHA256. What is signed is not only what the token says, but also unit, counter, service and
shift as they stand in the visit's row: a token that was edited does not fit its row, and a row
that was edited does not fit its token. Nothing in it is secret, and it says nothing of a person.

A token does not know whether it was used: the visit is rated once, and the database sees to that.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

# Who is served on a Friday can still say on Monday how it was; a code that somebody photographed
# is of no use to anybody for longer than that.
VALID_FOR = timedelta(days=3)
PREFIX = "v"
LENGTH = 33  # characters
VERSION = 1
MAC_BYTES = 15  # 120 bits: one guess in 10^36 fits
MAX_ID = 2**32 - 1

_HEAD = struct.Struct(">BII")  # version, visit, minutes since 1970
_SHAPE = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{{LENGTH - 1}}}")
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PURPOSE = b"suara warga: token of a visit, version 1"


class Problem(StrEnum):
    """Why a token is not accepted."""

    MALFORMED = "malformed"  # not a token at all
    FORGED = "forged"  # nobody here made it, or not for this visit as it is
    EXPIRED = "expired"


class BadToken(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Bound:
    """What a token is bound to. shift: the local day of the visit and who served."""

    visit_id: int
    unit_id: int
    counter_id: int | None
    service_id: int
    shift: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a token says of itself; true only once `check` has accepted it."""

    visit_id: int
    expires: datetime
    head: bytes
    mac: bytes


def make(key: str, bound: Bound, issued: datetime) -> str:
    """The token, good until `VALID_FOR` after `issued` (an aware instant), rounded down to the
    minute. `ValueError` if the id is not from 1 to `MAX_ID`."""
    if not 1 <= bound.visit_id <= MAX_ID:
        raise ValueError(f"a visit's id is 1 to {MAX_ID}, not {bound.visit_id}")
    minute = (issued + VALID_FOR - _EPOCH) // _MINUTE
    head = _HEAD.pack(VERSION, bound.visit_id, minute)
    return PREFIX + base64.urlsafe_b64encode(head + _mac(key, bound, head)).decode()


def read(payload: str) -> Claim:
    """What the token claims, to look up the visit by; `BadToken` if it has not the form of one."""
    if not _SHAPE.fullmatch(payload):
        raise BadToken(Problem.MALFORMED)
    content = base64.urlsafe_b64decode(payload[len(PREFIX) :])
    head, mac = content[: _HEAD.size], content[_HEAD.size :]
    version, visit_id, minute = _HEAD.unpack(head)
    if version != VERSION:
        raise BadToken(Problem.MALFORMED)
    try:
        expires = _EPOCH + minute * _MINUTE
    except OverflowError:  # in the year 10136: nobody made that
        raise BadToken(Problem.FORGED) from None
    return Claim(visit_id, expires, head, mac)


def check(key: str, claim: Claim, bound: Bound, at: datetime) -> None:
    """Accept the claim for this visit at this instant, or raise `BadToken`."""
    if claim.visit_id != bound.visit_id or not hmac.compare_digest(
        claim.mac, _mac(key, bound, claim.head)
    ):
        raise BadToken(Problem.FORGED)
    if at >= claim.expires:
        raise BadToken(Problem.EXPIRED)


def _mac(key: str, bound: Bound, head: bytes) -> bytes:
    own_key = hmac.digest(key.encode(), _PURPOSE, hashlib.sha256)
    parts = (
        head.hex(),
        bound.visit_id,
        bound.unit_id,
        bound.counter_id or "-",
        bound.service_id,
        bound.shift,
    )
    return hmac.digest(own_key, "|".join(map(str, parts)).encode(), hashlib.sha256)[:MAC_BYTES]
