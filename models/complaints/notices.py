"""Who is told what when something happens to a case. Each notice is a row of the outbox.

A notice to an officer never says who sent the complaint. Buttons are named here and labelled by
the text `button-<name>`; `bot/tables.py` says what they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import select

from models import leaves, outbox, people, quiet
from models.complaints import access, states
from models.complaints.states import Event, Party, State
from models.complaints.tables import Attachment, Case, Follower
from models.database import Transaction
from models.offices import Unit
from models.outbox import Outgoing, Urgency
from models.people import Officer, Role

Rows = Sequence[Sequence[str]]

# In the order in which they stand under a case.
OFFICER_BUTTONS: tuple[tuple[tuple[str, Event], ...], ...] = (
    (("case-take", Event.TAKEN),),
    (("case-answer", Event.ANSWERED), ("case-ask", Event.ASKED_BACK)),
    (("case-hand", Event.FORWARDED), ("case-reject", Event.REJECTED)),
)
CITIZEN_BUTTONS: tuple[tuple[tuple[str, Event], ...], ...] = (
    (("track-solved", Event.CONFIRMED), ("track-unsolved", Event.REOPENED)),
    (("track-reply", Event.COMMENTED),),
    (("track-rate", Event.HANDLING_RATED),),
    (("track-withdraw", Event.WITHDRAWN),),
)
_ONCE_ENDED = {"track-unsolved": "track-reopen"}  # the same act under another label
# Acting on a case that nobody holds takes it first.
_AFTER_TAKING = frozenset({Event.TAKEN, Event.ANSWERED, Event.ASKED_BACK})


def text(key: str, **values: Any) -> dict[str, Any]:
    """A text by key inside the values of another, as the outbox keeps it."""
    return {"text": key, "values": values}


def when(at: datetime, zone: str, style: str = "full") -> dict[str, Any]:
    return {"at": at.isoformat(), "zone": zone, "style": style}


def officer_buttons(state: State, held: bool) -> list[list[str]]:
    """What an officer can do with a case; held: somebody holds it already."""
    can = set(states.allowed(state, Party.OFFICER))
    if state in states.UNASSIGNED:
        can |= _AFTER_TAKING
    if held:
        can.discard(Event.TAKEN)
    return _offered(OFFICER_BUTTONS, can)


def citizen_buttons(state: State, rated: bool) -> list[list[str]]:
    """What the citizen can do with a case; rated: the handling has its score already."""
    can = _citizen_can(state)
    if rated:
        can.discard(Event.HANDLING_RATED)
    return _named(state, _offered(CITIZEN_BUTTONS, can))


def reply_buttons(state: State) -> list[list[str]]:
    """What stands under a message to the citizen: the next word, not the way out."""
    return _named(state, _offered(CITIZEN_BUTTONS, _citizen_can(state) - {Event.WITHDRAWN}))


def _named(state: State, rows: list[list[str]]) -> list[list[str]]:
    if state not in states.ENDED:
        return rows
    return [[_ONCE_ENDED.get(name, name) for name in row] for row in rows]


def _citizen_can(state: State) -> set[Event]:
    can = set(states.allowed(state, Party.CITIZEN))
    return can | {Event.COMMENTED} if Event.CITIZEN_REPLIED in can else can


def _offered(table: tuple[tuple[tuple[str, Event], ...], ...], can: set[Event]) -> list[list[str]]:
    offered = ([name for name, event in row if event in can] for row in table)
    return [row for row in offered if row]


def crew(tx: Transaction, case: Case, unit: Unit, at: datetime) -> list[Officer]:
    """Who is told of a case of the unit: its officers; without any, its head; then the admin.
    Of a supervisory one: the inspectorate's people, nobody else.

    The person who sent the case is never told as an officer.
    """
    if case.supervisory:
        found = reached(tx, Role.INSPECTOR, unit, at, case.reporter_id)
        return [one for one in found if access.serves(tx, one.id or 0, case, at)]
    for role in access.ROLES:
        if found := reached(tx, role, unit, at, case.reporter_id):
            return found
    return []


def reached(
    tx: Transaction, role: Role, unit: Unit, at: datetime, but: int | None = None
) -> list[Officer]:
    """Who is in the chat and at work: nobody on leave."""
    officers = people.holders(tx, role, at, unit_id=unit.id, office_id=unit.office_id)
    there = leaves.present(tx, officers, at)
    return [officer for officer in there if officer.person_id not in (None, but)]


def tell_officers(
    tx: Transaction,
    officers: Iterable[Officer],
    case: Case,
    key: str,
    at: datetime,
    values: dict[str, Any],
    *,
    buttons: Rows = (),
    files: Iterable[Attachment] = (),
    with_place: bool = False,
    but: int | None = None,
) -> None:
    """but: the person who did it needs no telling. Of a supervisory case only that there is
    something to read: each reading of it is logged."""
    if case.supervisory:
        body = _without_content(key, case, values)
        officers = [one for one in officers if access.serves(tx, one.id or 0, case, at)]
    else:
        body = _body(key, {"ticket": case.ticket} | values, buttons, case.id, files)
    if with_place and not case.supervisory and case.latitude is not None:
        body["place"] = [case.latitude, case.longitude]
    told = [one for one in officers if one.person_id is not None and one.person_id != but]
    ways = quiet.deliveries(tx, [one.id or 0 for one in told], _unit(tx, case), at)
    for officer in told:
        way = ways[officer.id or 0]
        # No case_id: it is the citizen's undelivered messages that the unit is told of.
        message = Outgoing(
            officer.person_id or 0,
            body | {"silent": True} if way.silent else body,
            Urgency.NOTICE,
            unit_id=whose(case),
            held_until=way.held_until,
        )
        outbox.put(tx, message, at)


def _unit(tx: Transaction, case: Case) -> Unit:
    return access.unit_of(tx, case.unit_id)


# What is told of a supervisory case instead, and which values go with it.
_WITHOUT_CONTENT: dict[str, tuple[str, tuple[str, ...]]] = {
    "case-new": ("case-new-supervisory", ("answer_due", "resolution_due")),
    "case-forwarded": ("case-new-supervisory", ("answer_due", "resolution_due")),
    "case-referred": ("case-new-supervisory", ("answer_due", "resolution_due")),
    "case-separated": ("case-new-supervisory", ("answer_due", "resolution_due")),
    "case-replied": ("supervisory-replied", ()),
    "case-noted": ("supervisory-noted", ()),
    "case-reopened": ("supervisory-reopened", ()),
    "case-confirmed": ("supervisory-confirmed", ()),
    "case-withdrawn": ("supervisory-withdrawn", ()),
}


def _without_content(key: str, case: Case, values: dict[str, Any]) -> dict[str, Any]:
    plain, kept = _WITHOUT_CONTENT.get(key, ("supervisory-news", ()))
    told = {"ticket": case.ticket} | {name: values[name] for name in kept}
    return _body(plain, told, [["case"]], case.id, ())


def whose(case: Case) -> int | None:
    """The unit to be told when a message about the case cannot be delivered, and whose figures
    count it; none for a supervisory one."""
    return None if case.supervisory else case.unit_id


def speaker(tx: Transaction, case: Case) -> Any:
    """Who answers, in words for the citizen: the unit, or the inspectorate."""
    return text("the-inspectorate") if case.supervisory else access.unit_of(tx, case.unit_id).name


def tell_citizen(
    tx: Transaction,
    case: Case,
    key: str,
    at: datetime,
    values: dict[str, Any],
    *,
    buttons: Rows = (),
    files: Iterable[Attachment] = (),
    followers: bool = False,
) -> None:
    """Tell the reporter, unless the data were erased; and those who follow the case, if they are
    to read it too. A follower can look at the case, and nothing more."""
    body = _body(key, {"ticket": case.ticket} | values, buttons, case.id, files)
    if case.reporter_id is not None:
        _tell(tx, case, case.reporter_id, body, at)
    if followers and case.followers:
        body = _body(key, {"ticket": case.ticket} | values, [["track"]], case.id, files)
        for person_id in following(tx, case):
            _tell(tx, case, person_id, body, at)


def tell_followers(
    tx: Transaction,
    case: Case,
    key: str,
    at: datetime,
    values: dict[str, Any],
    *,
    files: Iterable[Attachment] = (),
    merged_id: int | None = None,
    over: bool = False,
) -> None:
    """Tell those who follow the case in words of their own; they can look at it, nothing more.

    merged_id: only those who came with that case. over: it has ended, for them without their word;
    one tap sends a complaint of their own, linked with the one that was merged.
    """
    if not case.followers:
        return
    body = _body(key, {"ticket": case.ticket} | values, [["track"]], case.id, files)
    own = _merged_of(tx, case) if over else {}
    for person_id in following(tx, case, merged_id):
        again = _row(["track-again"], own.get(person_id, case.id))
        more = {"buttons": [*body["buttons"], again]} if over else {}
        _tell(tx, case, person_id, body | more, at)


def following(tx: Transaction, case: Case, merged_id: int | None = None) -> list[int]:
    """Ids of the people who follow the case; of those who came with a merged one, if given."""
    statement = select(Follower.person_id).where(Follower.case_id == case.id)
    if merged_id is not None:
        statement = statement.where(Follower.merged_id == merged_id)
    return list(tx.session.exec(statement.order_by("at")))


def _merged_of(tx: Transaction, case: Case) -> dict[int | None, int | None]:
    """By citizen the id of the case that was merged into this one."""
    statement = select(Case.reporter_id, Case.id).where(Case.merged_into_id == case.id)
    return dict(tx.session.exec(statement.order_by("id")).all())


def _tell(tx: Transaction, case: Case, person_id: int, body: dict[str, Any], at: datetime) -> None:
    # The officers learn when the reporter cannot be reached; of a follower that says nothing.
    case_id = case.id if person_id == case.reporter_id else None
    told = Outgoing(person_id, body, Urgency.NOTICE, unit_id=whose(case), case_id=case_id)
    outbox.put(tx, told, at)


def _body(
    key: str,
    values: dict[str, Any],
    buttons: Rows,
    case_id: int | None,
    files: Iterable[Attachment],
) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "buttons": [_row(row, case_id) for row in buttons],
        "attachments": [file.id for file in files],
    }
    return {"key": key, "values": values} | {name: part for name, part in parts.items() if part}


def _row(names: Iterable[str], case_id: int | None) -> list[dict[str, Any]]:
    return [{"label": text(f"button-{name}"), "data": f"{name}:{case_id}"} for name in names]
