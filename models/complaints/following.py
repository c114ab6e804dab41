"""Several citizens, one matter: they follow a case, or theirs was merged into it.

A follower gets every answer and learns of each turn, and never reads who sent the case or what its
citizen writes back. Officers see how many reports and followers there are (`merged`), not whose.
Figures count one case.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import select as select_models

from models import people
from models.complaints import access, casework, merged, notices, pseudonyms, telling
from models.complaints.casework import Done, happen
from models.complaints.notices import text
from models.complaints.states import OPEN, Event, State
from models.complaints.tables import Case, Follower
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.people import CONSENT_VERSION, Officer, Person

_cases, _followers = table(Case), table(Follower)


@dataclass(frozen=True)
class Followed:
    """The case that is followed now."""

    case_id: int
    ticket: str
    followers: int


# --- the citizen


def follow(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Followed:
    """Get every answer to an open case of somebody else. A second time changes nothing.

    A case that was merged meanwhile is followed as the one it goes on as.
    """
    if tx.session.get_one(Person, person_id).consent_version < CONSENT_VERSION:
        raise Refused("consent-needed")
    case = access.locked(tx, _merged_into(tx, case_id) or case_id)
    if case.supervisory or case.confidential:
        raise Refused("case-unknown")
    if case.reporter_id == person_id:
        raise Refused("follow-own", ticket=case.ticket)
    _refuse_ended(case)
    if merged.add(tx, case, person_id, None, at):
        case.followers += 1
        _enter(tx, Kind.CASE_FOLLOWED, case, person_id, at)
    return Followed(case.id or 0, case.ticket, case.followers)


def unfollow(tx: Transaction, case_id: int, person_id: int, at: datetime) -> str:
    """Get no more news of a case; also of one that the own was merged into. Gives the ticket.

    Who followed a merged case follows neither any more, and no separation brings them back. Whose
    own case it is leaves the number as it is: or it would tell whose it is.
    """
    found = _with_its_other(tx, case_id, person_id)
    case, row = found[case_id], tx.session.get(Follower, (case_id, person_id))
    if row is None:
        raise Refused("case-unknown")
    came_with, goes_on = found.get(row.merged_id or 0), found.get(case.merged_into_id or 0)
    tx.session.delete(row)
    if came_with is None:
        case.followers -= 1
    elif _gone(tx, came_with, person_id):
        came_with.followers -= 1
        case.followers -= 1
        _enter(tx, Kind.CASE_UNFOLLOWED, came_with, person_id, at)
    if goes_on is not None:
        goes_on.followers -= 1
        _enter(tx, Kind.CASE_UNFOLLOWED, goes_on, person_id, at)
        _gone(tx, goes_on, person_id, case.id)
    _enter(tx, Kind.CASE_UNFOLLOWED, case, person_id, at)
    return case.ticket


def follows(tx: Transaction, case_id: int, person_id: int) -> bool:
    return tx.session.get(Follower, (case_id, person_id)) is not None


# --- the officer


def merge(tx: Transaction, case_id: int, into_id: int, person_id: int, at: datetime) -> Done:
    """The case goes on as another one: its citizen and its followers follow that one.

    Both are open and of units the person may work on; a case of the inspectorate goes only with
    another. What has cases in it is not merged further: merge those one by one. A confidential case
    takes in only what its own citizen wrote.
    """
    if case_id == into_id:
        raise Refused("merge-self")
    case, into = _both(tx, case_id, into_id)
    officer = access.entitled(tx, case, person_id, at)
    access.entitled(tx, into, person_id, at)
    _refuse_to_merge(tx, case, into)
    _refuse_what_another_holds(tx, case, officer, person_id, at)
    happen(tx, case, Event.MERGED, at, person_id, into=into_id)
    case.merged_into_id = into_id
    tx.session.flush()
    merged.move_in(tx, case, into, person_id, at)
    _tell_merged(tx, case, into, person_id, at)
    casework.done(tx, into, at)
    return casework.done(tx, case, at)


def separate(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Done:
    """Merged by mistake: the case is its unit's again; its citizen follows the other no more."""
    case, into = _both(tx, case_id, _merged_into(tx, case_id) or case_id)
    access.entitled(tx, case, person_id, at)
    merged.part(tx, case, into, person_id, at)
    merged.tell_parted(tx, case, into, "case-separated-citizen", at, but=person_id)
    casework.done(tx, into, at)
    return casework.done(tx, case, at)


def target(tx: Transaction, ticket: str, person_id: int, at: datetime) -> int:
    """Id of the case with this ticket, for who may work on it; nobody else learns that it is
    there."""
    case = tx.session.exec(select_models(Case).where(Case.ticket == ticket)).first()
    if case is None:
        raise Refused("merge-unknown", ticket=ticket)
    try:
        access.entitled(tx, case, person_id, at)
    except Refused:
        raise Refused("merge-unknown", ticket=ticket) from None
    return case.id or 0


# --- beneath


def _both(tx: Transaction, one: int, other: int) -> tuple[Case, Case]:
    found = merged.locked(tx, (one, other))
    return found[one], found[other]


def _merged_into(tx: Transaction, case_id: int) -> int | None:
    """Id of the case it goes on as."""
    statement = select(_cases.c.merged_into_id).where(_cases.c.id == case_id)
    return tx.execute(statement).scalar()


def _with_its_other(tx: Transaction, case_id: int, person_id: int) -> dict[int, Case]:
    """The case, with the one it was merged into, or the one with which the person came to it."""
    key = (_followers.c.case_id == case_id) & (_followers.c.person_id == person_id)
    came_with = tx.execute(select(_followers.c.merged_id).where(key)).scalar()
    other_id = came_with or _merged_into(tx, case_id)
    return merged.locked(tx, {case_id, other_id or case_id})


def _refuse_ended(case: Case) -> None:
    if State(case.state) not in OPEN:
        raise Refused("case-not-now", ticket=case.ticket, state=text(f"state-{case.state}"))


def _refuse_what_another_holds(
    tx: Transaction, case: Case, officer: Officer, person_id: int, at: datetime
) -> None:
    """Nobody else's case is merged away, but by who leads the unit."""
    if access.holder(tx, case, at) is None or case.holder_id == officer.id:
        return
    authority = people.authority(tx, person_id, at)
    if not access.may_lead(authority, case, access.unit_of(tx, case.unit_id)):
        raise access.taken(tx, case)


def _refuse_to_merge(tx: Transaction, case: Case, into: Case) -> None:
    _refuse_ended(case)
    _refuse_ended(into)
    if case.supervisory is not into.supervisory:
        raise Refused("merge-inspectorate", ticket=case.ticket)
    if into.confidential and not _known_as_one(tx, case, into):
        raise Refused("merge-confidential", ticket=into.ticket)
    inside = select(_cases.c.id).where(_cases.c.merged_into_id == case.id).limit(1)
    if tx.execute(inside).first() is not None:
        raise Refused("merge-chain", ticket=case.ticket)


def _known_as_one(tx: Transaction, case: Case, into: Case) -> bool:
    """Whether both are of one citizen, as far as their officers may know: or else the answer alone
    would say who sent the one without a name."""
    if case.reporter_id is None or case.reporter_id != into.reporter_id:
        return False
    one, other = pseudonyms.of(tx, case), pseudonyms.of(tx, into)
    return (one and one.code) == (other and other.code)


def _tell_merged(tx: Transaction, case: Case, into: Case, person_id: int, at: datetime) -> None:
    told = {"own": case.ticket, "unit": access.unit_of(tx, into.unit_id).name}
    notices.tell_followers(tx, into, "case-merged-citizen", at, told, merged_id=case.id)
    if case.reporter_id is not None and case.reporter_id == into.reporter_id:
        notices.tell_citizen(tx, into, "case-merged-citizen", at, told, buttons=[["track"]])
    added = {"merged": case.ticket, "n": into.followers}
    telling.keepers(tx, into, "case-merged-here", at, added, but=person_id)


def _gone(tx: Transaction, case: Case, person_id: int, merged_id: int | None = None) -> bool:
    """Whether the person followed the case until now; merged_id: as one who came with that one."""
    statement = delete(_followers).where(
        _followers.c.case_id == case.id, _followers.c.person_id == person_id
    )
    if merged_id is not None:
        statement = statement.where(_followers.c.merged_id == merged_id)
    return tx.execute(statement.returning(_followers.c.person_id)).first() is not None


def _enter(tx: Transaction, kind: Kind, case: Case, person_id: int, at: datetime) -> None:
    casework.enter(tx, kind, case, person_id, at, followers=case.followers)
