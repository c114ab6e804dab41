"""A case as the citizens see it who wait for its end: the one who sent it, and those who follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Executable, bindparam, func, select

from models.complaints import sealed, views
from models.complaints.history import ENDING
from models.complaints.ladder import Audience
from models.complaints.limits import REOPEN_WITHIN
from models.complaints.queries import CaseLine
from models.complaints.sla import Clock
from models.complaints.states import ENDED, Event, State
from models.complaints.tables import Case, CaseMessage, Follower, Side
from models.complaints.views import CaseView, Spoken
from models.database import Transaction, table
from models.errors import Refused
from models.journal import JournalEntry, Kind
from models.offices import Unit

PAGE = 10  # cases of a list at once


class Above(StrEnum):
    """Who hears of what is late, in the order in which a citizen reads it."""

    HEAD = "head"
    OFFICE = "office"
    INSPECTORATE = "inspectorate"
    ADMIN = "admin"
    OMBUDSMAN = "ombudsman"  # the citizen heard of it


_ABOVE = {
    Audience.HEAD: Above.HEAD,
    Audience.OFFICE: Above.OFFICE,
    Audience.ADMIN: Above.ADMIN,
    Audience.CITIZEN: Above.OMBUDSMAN,
}
_cases, _units, _messages = table(Case), table(Unit), table(CaseMessage)
_followers, _journal = table(Follower), table(JournalEntry)


@dataclass(frozen=True)
class Heard:
    """Somebody above was told that a limit has passed."""

    who: Above
    at: datetime


@dataclass(frozen=True)
class Tracked:
    """The case and its thread in the words that this person may read: who sent it reads it as
    written; who follows it, the masked words (none of a case that is not for the public) and what
    officers wrote."""

    case: CaseView
    own: bool  # sent by this person; else followed
    ended_at: datetime | None
    last_end: Event | None  # how it ended, when it has
    goes_on_as: int | None  # id of the case it was merged into
    heard: dict[tuple[str, datetime], tuple[Heard, ...]]  # by a clock's name and promised end

    @property
    def by_silence(self) -> bool:
        return self.last_end is Event.CLOSED_BY_SILENCE

    def too_late_to_reopen(self, now: datetime) -> bool:
        return self.ended_at is not None and now - self.ended_at > REOPEN_WITHIN

    def heard_of(self, clock: Clock) -> tuple[Heard, ...]:
        return self.heard.get((clock.name.value, clock.promised), ())


@dataclass(frozen=True)
class Page:
    """A part of a list, newest first. number: from 0; last: that of the last page."""

    lines: tuple[CaseLine, ...]
    number: int
    last: int
    total: int


def of(tx: Transaction, case_id: int, person_id: int, now: datetime) -> Tracked:
    """The case, for its citizen or a follower; for everybody else there is none."""
    case = tx.session.get(Case, case_id)
    if case is None:
        raise Refused("case-unknown")
    if case.reporter_id == person_id:
        return _own(tx, case, person_id, now)
    return _followed(tx, case, person_id, now)


def by_ticket(tx: Transaction, ticket: str, person_id: int) -> int:
    """Id of a case of one's own or one that is followed; any other is as unknown as none."""
    row = tx.execute(
        select(_cases.c.id, _cases.c.reporter_id).where(_cases.c.ticket == ticket)
    ).first()
    if row is None or (
        row.reporter_id != person_id and tx.session.get(Follower, (row.id, person_id)) is None
    ):
        raise Refused("ticket-unknown")
    return int(row.id)


def own(tx: Transaction, person_id: int, number: int = 0) -> Page:
    """What the person has sent."""
    return _page(tx, _OWN, _OWN_COUNT, person_id, number)


def followed(tx: Transaction, person_id: int, number: int = 0) -> Page:
    """What the person follows, except what goes on as another case."""
    return _page(tx, _FOLLOWED, _FOLLOWED_COUNT, person_id, number)


# --- beneath


_line = select(
    _cases.c.id.label("case_id"),
    _cases.c.ticket,
    _cases.c.category,
    _cases.c.state,
    _units.c.name.label("unit_name"),
    _cases.c.received_at,
    _units.c.zone,
).join(_units, _units.c.id == _cases.c.unit_id)
_OWN = (
    _line.where(_cases.c.reporter_id == bindparam("person_id"))
    .order_by(_cases.c.received_at.desc(), _cases.c.id.desc())
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_OWN_COUNT = (
    select(func.count()).select_from(_cases).where(_cases.c.reporter_id == bindparam("person_id"))
)
_following = (
    (_followers.c.case_id == _cases.c.id)
    & (_followers.c.person_id == bindparam("person_id"))
    & (_cases.c.state != State.MERGED)
)
_FOLLOWED = (
    _line.join(_followers, _following)
    .order_by(_followers.c.at.desc(), _cases.c.id.desc())
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_FOLLOWED_COUNT = select(func.count()).select_from(_cases.join(_followers, _following))


def _page(
    tx: Transaction, rows: Executable, count: Executable, person_id: int, number: int
) -> Page:
    total = int(tx.execute(count, {"person_id": person_id}).scalar_one())
    last = max(0, (total - 1) // PAGE)
    number = min(max(number, 0), last)
    asked = {"person_id": person_id, "limit": PAGE, "offset": number * PAGE}
    lines = (
        CaseLine(**(row._asdict() | {"state": State(row.state)})) for row in tx.execute(rows, asked)
    )
    return Page(tuple(lines), number, last, total)


def _own(tx: Transaction, case: Case, person_id: int, now: datetime) -> Tracked:
    view = views.for_reporter(tx, case.id or 0, person_id, now)
    untouched = sealed.of(tx, case) is None
    said = (case.original or view.text) if untouched else view.text
    thread = _as_written(tx, view) if untouched else view.thread
    return _tracked(tx, case, replace(view, text=said, thread=thread), own=True)


def _followed(tx: Transaction, case: Case, person_id: int, now: datetime) -> Tracked:
    view = views.for_follower(tx, case.id or 0, person_id, now)
    said = "" if case.supervisory or case.confidential else view.text
    answers = tuple(replace(one, files=()) for one in view.thread if one.side == Side.OFFICER)
    return _tracked(tx, case, replace(view, text=said, thread=answers, files=()), own=False)


def _tracked(tx: Transaction, case: Case, view: CaseView, *, own: bool) -> Tracked:
    ends = [one.event for one in view.events if one.event in ENDING]
    return Tracked(
        case=view,
        own=own,
        ended_at=case.resolved_at,
        last_end=ends[-1] if ends and view.state in ENDED else None,
        goes_on_as=case.merged_into_id,
        heard=_heard(tx, view),
    )


def _as_written(tx: Transaction, view: CaseView) -> tuple[Spoken, ...]:
    """The thread with the citizen's own words as they were written."""
    rows = tx.execute(
        select(_messages.c.original)
        .where(_messages.c.case_id == view.case_id)
        .order_by(_messages.c.id)
    ).all()
    return tuple(
        replace(one, text=row.original) if row.original and one.side == Side.CITIZEN else one
        for one, row in zip(view.thread, rows, strict=True)
    )


def _heard(tx: Transaction, view: CaseView) -> dict[tuple[str, datetime], tuple[Heard, ...]]:
    """Who was told in the end: a rung with nobody goes to the next one up, and of what the
    inspectorate has neither the unit nor its office hears, the admins a number only."""
    rows = tx.execute(
        select(_journal.c.at, _journal.c.data)
        .where(_journal.c.case_id == view.case_id, _journal.c.kind == Kind.CASE_ESCALATED)
        .order_by(_journal.c.id)
    )
    found: dict[tuple[str, datetime], dict[Above, Heard]] = {}
    for row in rows:
        who = _who(view, row.at, row.data)
        if who is not None:
            key = (row.data["clock"], datetime.fromisoformat(row.data["due"]))
            found.setdefault(key, {}).setdefault(who, Heard(who, row.at))
    return {key: _in_order(heard.values()) for key, heard in found.items()}


def _who(view: CaseView, at: datetime, data: dict[str, Any]) -> Above | None:
    """None: nobody who is to be named. An older version kept the rung alone."""
    if data.get("meant_for") == Audience.CITIZEN:
        return Above.OMBUDSMAN
    if not data.get("officers", True):
        return None
    known = data.get("audience", data["step"])
    who = _ABOVE[Audience(known)] if known in set(Audience) else None
    if not _secret(view, at) or who is None:
        return who
    return None if who is Above.ADMIN else Above.INSPECTORATE


def _secret(view: CaseView, at: datetime) -> bool:
    """Whether the inspectorate had the case then."""
    told = [one.supervisory for one in view.events if one.supervisory is not None and one.at <= at]
    return bool(told and told[-1])


def _in_order(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    return tuple(sorted(heard, key=lambda one: list(Above).index(one.who)))
