"""What was promised to the people of a unit about a case and not sent yet, when it leaves them.

A message speaks of a case by its ticket, standing by itself, or by a button; not by a ticket that
somebody wrote in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any

from sqlmodel import col, select

from models import people
from models.complaints import access, casework
from models.complaints.tables import Case
from models.database import Transaction
from models.outbox import OutboxMessage


def recall(tx: Transaction, case: Case, at: datetime) -> None:
    """What the people of a unit that has had the case were still to be told of it is not sent,
    such as what quiet hours hold back. A list of several cases goes out without it."""
    past = casework.history(tx, case)
    units = {one.unit_id for one in past if one.unit_id is not None} | {case.unit_id}
    told = {person_id for unit_id in units for person_id in _people_of(tx, unit_id, at)}
    for message in tx.session.exec(
        select(OutboxMessage).where(
            col(OutboxMessage.person_id).in_(told - {case.reporter_id}),
            col(OutboxMessage.sent_at).is_(None),
            col(OutboxMessage.failed_at).is_(None),
        )
    ):
        left = without(message.body, case.ticket, case.id or 0)
        if left is None:
            tx.session.delete(message)
        elif left != message.body:
            message.body = left


def _people_of(tx: Transaction, unit_id: int, at: datetime) -> list[int]:
    unit = access.unit_of(tx, unit_id)
    place = {"unit_id": unit.id, "office_id": unit.office_id}
    found = [o.person_id for role in access.ROLES for o in people.holders(tx, role, at, **place)]
    return [person_id for person_id in found if person_id is not None]


def without(body: dict[str, Any], ticket: str, case_id: int) -> dict[str, Any] | None:
    """The body with the case taken out of its lists; None when the message is about nothing else.

    body: as the outbox keeps it. A number `n` of the lines goes down with them.
    """
    if not _speaks(body, ticket, case_id):
        return body
    lines = _lines(body)
    left: dict[str, Any] = _taken_out(body, ticket, case_id)
    if _speaks(left, ticket, case_id) or (lines and not _lines(left)):
        return None
    values = left.get("values", {})
    if isinstance(values.get("n"), int):
        values["n"] -= lines - _lines(left)
    return left


def _lines(body: dict[str, Any]) -> int:
    """How many lines the message has."""
    lines = body.get("values", {}).get("lines")
    return len(lines["lines"]) if isinstance(lines, dict) else 0


def _taken_out(part: Any, ticket: str, case_id: int) -> Any:
    """Without the items of lists that still speak of the case when their own lists do not."""
    if isinstance(part, dict):
        return {name: _taken_out(one, ticket, case_id) for name, one in part.items()}
    if not isinstance(part, list):
        return part
    left = [_taken_out(one, ticket, case_id) for one in part]
    return [one for one in left if one != [] and not _speaks(one, ticket, case_id)]


def _speaks(part: Any, ticket: str, case_id: int) -> bool:
    return any(leaf == ticket or _leads_to(leaf, case_id) for leaf in _leaves(part))


def _leads_to(leaf: Any, case_id: int) -> bool:
    """Whether it is what a button of the case says to the bot, such as `case-take:7`."""
    name, *numbers = str(leaf).split(":")
    to_case = name == "case" or name.startswith("case-")
    return to_case and numbers[:1] == [str(case_id)]


def _leaves(part: Any) -> Iterator[Any]:
    if isinstance(part, dict):
        return chain.from_iterable(_leaves(one) for one in part.values())
    if isinstance(part, list):
        return chain.from_iterable(_leaves(one) for one in part)
    return iter((part,))
