"""What a unit may know of who sends anonymous complaints: whether it is the same person again.

The code is keyed by the person's own pseudonym, which is keyed itself (`people.pseudonym`), and by
the unit: nobody can compute it, and two units cannot compare theirs. Only anonymous complaints of
one unit are tied together, never an anonymous one with a named one or with one to the inspectorate.
Where too few people complain anonymously, even "the same person again" would say who it is: there
the code changes with every complaint.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, bindparam, distinct, func, select

from models.complaints.tables import Case
from models.database import Transaction, table
from models.small_numbers import SMALLEST

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32, none that is misread
LENGTH = 5  # 33 million codes: two of a thousand people share one in a unit out of seventy
SINCE = timedelta(days=365)
LOOKED_AT = 50  # of the unit's anonymous complaints, the newest before this one

_cases = table(Case)


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """code: e.g. P-7K2FM. nth: the how-manieth anonymous complaint of the person to the unit, this
    one included; None where it is not told."""

    code: str
    nth: int | None = None


def of(tx: Transaction, case: Case) -> Pseudonym | None:
    """As the officers of the case may see it; None of who chose to be named."""
    if not case.anonymous:
        return None
    if case.supervisory or case.reporter_id is None or not _enough(tx, case):
        return Pseudonym(_code(case, f"case:{case.id}"))
    return Pseudonym(_code(case, f"unit:{case.unit_id}"), _nth(tx, case))


def _code(case: Case, scope: str) -> str:
    digest = hmac.new(case.reporter.encode(), scope.encode(), hashlib.sha256).digest()
    return "P-" + "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:LENGTH])


def _enough(tx: Transaction, case: Case) -> bool:
    """Whether several different people complained anonymously to the unit in the year before: what
    comes later leaves the code of a case as it is."""
    span = {
        "unit_id": case.unit_id,
        "since": case.received_at - SINCE,
        "until": case.received_at,
    }
    return int(tx.execute(_PEOPLE, span).scalar_one()) >= SMALLEST


def _nth(tx: Transaction, case: Case) -> int:
    values = {
        "reporter_id": case.reporter_id,
        "unit_id": case.unit_id,
        "until": case.received_at,
        "case_id": case.id,
    }
    return int(tx.execute(_BEFORE, values).scalar_one())


def _ordinary() -> tuple[ColumnElement[bool], ...]:
    return _cases.c.anonymous.is_(True), _cases.c.supervisory.is_(False)


_NEWEST = (
    select(_cases.c.reporter)
    .where(
        _cases.c.unit_id == bindparam("unit_id"),
        _cases.c.received_at > bindparam("since"),
        _cases.c.received_at <= bindparam("until"),
        *_ordinary(),
    )
    .order_by(_cases.c.received_at.desc())
    .limit(LOOKED_AT)
    .subquery()
)
_PEOPLE = select(func.count(distinct(_NEWEST.c.reporter)))
# Read by the person, not by the unit: a unit has far more cases, so no index on it is wanted.
_BEFORE = select(func.count()).where(
    _cases.c.reporter_id == bindparam("reporter_id"),
    _cases.c.unit_id + 0 == bindparam("unit_id"),
    _cases.c.received_at <= bindparam("until"),
    _cases.c.id <= bindparam("case_id"),
    *_ordinary(),
)
