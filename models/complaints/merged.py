"""The cases that go on as another one: locked with it, counted with it, parted from it again.

Beside a case stands how many reports and followers came together: one for each case merged into it
and one for each of their followers, whoever they are. Would somebody who is there twice count
once, the number would tell that two reports are of one citizen.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from models.complaints import access, casework, notices, telling
from models.complaints.states import Event
from models.complaints.tables import Case, Follower
from models.database import Transaction, table
from models.journal import Kind

_cases, _followers = table(Case), table(Follower)
_ADD = (
    insert(_followers)
    .values(
        case_id=bindparam("case_id"),
        person_id=bindparam("person_id"),
        merged_id=bindparam("merged_id"),
        at=bindparam("at"),
    )
    .on_conflict_do_nothing()
    .returning(_followers.c.person_id)
)


def locked(tx: Transaction, case_ids: Iterable[int]) -> dict[int, Case]:
    """The cases, locked in the order of their ids, so that nobody waits in a circle."""
    return {case_id: access.locked(tx, case_id) for case_id in sorted(set(case_ids))}


def family(tx: Transaction, case_id: int) -> tuple[Case, list[Case]]:
    """The case and those that were merged into it, all locked."""
    found = locked(tx, {case_id, *_ids(tx, case_id)})
    found |= locked(tx, set(_ids(tx, case_id)) - set(found))  # merged while we waited
    case = found.pop(case_id)
    return case, [one for one in found.values() if one.merged_into_id == case_id]


def add(tx: Transaction, case: Case, person_id: int, merged_id: int | None, at: datetime) -> bool:
    """Whether the person did not follow the case yet. merged_id: the case they came with."""
    row = {"case_id": case.id, "person_id": person_id, "merged_id": merged_id, "at": at}
    return tx.execute(_ADD, row).first() is not None


def move_in(tx: Transaction, case: Case, into: Case, person_id: int, at: datetime) -> None:
    """Its citizen and followers follow the other; what they followed stays, for a separation."""
    for one in sorted(_everybody(tx, case) - {into.reporter_id or 0}):
        add(tx, into, one, case.id, at)
    into.followers += 1 + case.followers
    count = into.followers
    casework.enter(tx, Kind.CASE_FOLLOWED, into, person_id, at, merged=case.id, followers=count)


def part(tx: Transaction, case: Case, into: Case, person_id: int | None, at: datetime) -> None:
    """The case is its unit's again and nobody's yet; who came with it follows the other no more.

    Both are locked. person_id: the officer who does it; None when the other has ended.
    """
    case.holder_id = None
    anew = casework.asked_anew(tx, case, at)
    casework.happen(tx, case, Event.SEPARATED, at, person_id, **anew)
    case.merged_into_id = None
    into.followers -= 1 + case.followers
    tx.session.flush()
    _move_out(tx, case, into, at)
    count = into.followers
    casework.enter(
        tx, Kind.CASE_UNFOLLOWED, into, person_id, at, separated=case.id, followers=count
    )


def tell_parted(
    tx: Transaction, case: Case, into: Case, key: str, at: datetime, but: int | None = None
) -> None:
    """Its citizen and its followers by this text; its officers as of a new case."""
    unit = access.unit_of(tx, case.unit_id)
    told = {"other": into.ticket, "unit": notices.speaker(tx, case)}
    notices.tell_citizen(tx, case, key, at, told, buttons=[["track"]], followers=True)
    due = telling.running_dues(tx, case, unit, at)
    telling.of_new(tx, case, unit, at, "case-separated", due, but=but)


def go_on_alone(tx: Transaction, merged: Iterable[Case], into: Case, at: datetime) -> None:
    """The other was withdrawn by its citizen: the others' matters are not."""
    for case in merged:
        part(tx, case, into, None, at)
        tell_parted(tx, case, into, "case-alone-citizen", at)
        casework.done(tx, case, at)


# --- beneath


def _ids(tx: Transaction, case_id: int) -> list[int]:
    """Of the cases that were merged into this one."""
    return list(tx.execute(select(_cases.c.id).where(_cases.c.merged_into_id == case_id)).scalars())


def _everybody(tx: Transaction, case: Case) -> set[int]:
    """Its citizen, unless erased, and its followers."""
    reporter = {case.reporter_id} if case.reporter_id is not None else set()
    return reporter | set(notices.following(tx, case))


def _move_out(tx: Transaction, case: Case, into: Case, at: datetime) -> None:
    """Who came with the case, but for those who wait for another that was merged there too."""
    gone = tx.execute(
        delete(_followers)
        .where(_followers.c.case_id == into.id, _followers.c.merged_id == case.id)
        .returning(_followers.c.person_id)
    ).scalars()
    left = set(gone)
    for other_id in _ids(tx, into.id or 0) if left else ():
        other = tx.session.get_one(Case, other_id)
        for one in sorted(left & _everybody(tx, other)):
            add(tx, into, one, other_id, at)
