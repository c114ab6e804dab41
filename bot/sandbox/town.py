"""Builds the town of Sungai Rambai in a database: what `make demo` shows.

Everything is made by the operations the bot itself uses, with the times at which it would have
happened, so that journal, sums, evidence and limits are as in a town that has lived for six weeks.
The same `now` gives the same town.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import select

from bot.sandbox import town_history
from bot.sandbox.town_files import Sample
from bot.sandbox.town_places import (
    CITIZENS,
    FRIENDS,
    OFFICES,
    OFFSTAGE,
    STAFF,
    UNITS,
    VISITORS,
    WIB,
    StaffSpec,
    UnitSpec,
)
from bot.sandbox.town_story import Story
from handlers.message import Button, Text, body, button
from models import dialogs, journal, office_admin, opening_hours, outbox, people, staffing
from models.database import Transaction, table
from models.office_admin import Duties
from models.offices import Office, Unit
from models.outbox import OutboxMessage, Outgoing
from models.people import Officer, Role
from models.ratings import invitations

WEEKS = 6
_FIRST_PERSON = {
    "citizen": 700_000_101,
    "staff": 700_000_201,
    "offstage": 700_000_301,
    "visitor": 700_001_001,
}
RELUCTANT = 3
"""Every so many-th visitor does not want to be asked at the end of a day how it was."""
SHOWN = 6
"""Notices of the weeks before that a chat still shows, the newest."""
REGULAR = frozenset({"digest", "summary", "cases-reminder", "cases-escalated"})
"""Of these only the newest is shown."""
_WEEK = timedelta(weeks=1)
ASKING = {
    "appraisal-told-opened": 3 * _WEEK,
    "appraisal-told-delivered": 2 * _WEEK,
    "appraisal-told-heard": 2 * _WEEK,
    "cases-escalated": 3 * _WEEK,
    "contest-new": _WEEK,
    "feedback-asked": _WEEK,
    "skp-told-change": _WEEK,
    "skp-told-proposed": _WEEK,
    "training-asked": _WEEK,
}
"""What asks for a step: the newest of each comes first, unless it is older than this."""


@dataclass
class Town:
    """What the builders share: the ids of what is there already, by the keys of the data."""

    tx: Transaction
    now: datetime
    key: str  # for pseudonyms
    samples: Mapping[str, Sample] = field(default_factory=dict)  # files to send along
    random: random.Random = field(default_factory=lambda: random.Random(20_26))
    offices: dict[str, int] = field(default_factory=dict)  # offices.id
    units: dict[str, Unit] = field(default_factory=dict)
    counters: dict[tuple[str, str], int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)  # people.id
    officers: dict[str, int] = field(default_factory=dict)  # officers.id
    stories: dict[str, Story] = field(default_factory=dict)  # by the key of the case
    said: dict[tuple[str, str], list[datetime]] = field(default_factory=dict)  # unit, words

    @property
    def begin(self) -> datetime:
        """When the bot came to this town."""
        return self.now - timedelta(weeks=WEEKS + 1)

    def unit_id(self, key: str) -> int:
        return self.units[key].id or 0

    def crew(self, unit: str) -> list[str]:
        """The officers of a unit."""
        return [who.key for who in STAFF if (Role.OFFICER, unit) in who.places]

    def led_by(self, role: Role, unit: str) -> str:
        """The one who holds a role at exactly this place."""
        return next(who.key for who in STAFF if (role, unit) in who.places)

    def citizen(self, key: str, at: datetime) -> int:
        """The person behind a key of the data; a visitor comes to the bot when first needed."""
        if key not in self.persons:
            person_id = _enter(self, key, at=at)
            people.consent(self.tx, person_id, True, at)
            if int(key.removeprefix("visitor")) % RELUCTANT:
                invitations.agree(self.tx, person_id, True, at)
        return self.persons[key]

    @property
    def inspectors(self) -> list[str]:
        """Those who read the supervisory cases of every unit."""
        return [who.key for who in STAFF if (Role.INSPECTOR, "") in who.places]


def telegram_id(key: str) -> int:
    """The number of somebody's chat; the same in the database and in the sandbox."""
    for many in ("offstage", "visitor"):
        if key.startswith(many):
            return _FIRST_PERSON[many] + int(key.removeprefix(many))
    citizens = [who.key for who in CITIZENS]
    if key in citizens:
        return _FIRST_PERSON["citizen"] + citizens.index(key)
    return _FIRST_PERSON["staff"] + [who.key for who in STAFF].index(key)


def offstage() -> list[str]:
    """Those who wrote, and whose chats stay closed."""
    return [f"offstage{number}" for number in range(OFFSTAGE)]


def visitors() -> list[str]:
    """Those who were served at a counter and rated that, and no more."""
    return [f"visitor{number}" for number in range(VISITORS + FRIENDS)]


def is_empty(tx: Transaction) -> bool:
    return tx.session.exec(select(Office)).first() is None


def build(tx: Transaction, now: datetime, key: str, samples: Mapping[str, Sample]) -> None:
    """Found the town and let it live until `now`. Only a few messages remain to be sent.

    samples: what `town_files.KINDS` names.
    """
    town = Town(tx, now.replace(second=0, microsecond=0), key, samples)
    _build_offices(town)
    _let_staff_join(town)
    _let_citizens_agree(town)
    town_history.play(town)
    _leave_the_newest_messages(tx, town.now)
    while journal.seal(tx):
        pass


# --- places


def _build_offices(town: Town) -> None:
    for name in OFFICES:
        office = office_admin.add_office(town.tx, name, WIB, at=town.begin, by=None)
        town.offices[name] = office.id or 0
    for spec in UNITS:
        _build_unit(town, spec, town.offices[spec.office])


def _build_unit(town: Town, spec: UnitSpec, office_id: int) -> None:
    at = town.begin
    week = opening_hours.read_week(spec.hours) if spec.hours else None
    unit = office_admin.add_unit(
        town.tx, office_id, spec.name, at=at, by=None, zone=spec.zone, week=week
    )
    town.units[spec.key] = unit
    for service in spec.services:
        duties = Duties(service.duration, service.fee, service.requirements)
        office_admin.add_service(town.tx, unit.id or 0, service.name, duties, at=at, by=None)
    for name in spec.counters:
        counter = office_admin.add_counter(town.tx, unit.id or 0, name, at=at, by=None)
        town.counters[spec.key, name] = counter.id or 0


# --- people


def _enter(town: Town, key: str, language: str = "id", at: datetime | None = None) -> int:
    number = telegram_id(key)
    name = people.pseudonym(town.key, number)
    found = dialogs.enter(town.tx, number, name, language, at or town.begin)
    town.persons[key] = found.person_id
    return found.person_id


def _let_staff_join(town: Town) -> None:
    for spec in STAFF:
        person_id = _enter(town, spec.key)
        for role, place in spec.places:
            _join(town, spec, person_id, role, place)
        officer = town.tx.session.exec(select(Officer).where(Officer.nip == spec.nip)).one()
        town.officers[spec.key] = officer.id or 0
        for counter in spec.serves:
            counter_id = town.counters[counter]
            staffing.assign(town.tx, counter_id, officer.id, town.begin, by=None)
        _welcome(town, spec, person_id)


def _join(town: Town, spec: StaffSpec, person_id: int, role: Role, place: str) -> None:
    """place: a unit, an office, or everywhere."""
    unit_id = town.unit_id(place) if place in town.units else None
    office_id = town.offices.get(place)
    token = staffing.invite(
        town.tx, role, town.begin, by=None, office_id=office_id, unit_id=unit_id
    )
    people.join(
        town.tx,
        token,
        person_id,
        nip=spec.nip,
        name=spec.name,
        position=spec.position,
        at=town.begin,
    )


def _welcome(town: Town, spec: StaffSpec, person_id: int) -> None:
    """The message that ends the joining dialogue; it brings the menu of the role."""
    role, place = spec.places[0]
    where = town.units[place].name if place in town.units else place or Text("all-offices")
    said = body(
        f"joined-{role.value}",
        {"name": spec.name, "where": where},
        buttons=_FIRST_STEPS[role],
        menu=sorted({role.value for role, _ in spec.places}),
    )
    outbox.put(town.tx, Outgoing(person_id, said), town.begin)


_TASKS = button(Text("button-tasks"), "tasks")
_SUMMARY = button(Text("button-summary"), "summary")
_FIRST_STEPS: dict[Role, list[list[Button]]] = {
    Role.OFFICER: [[_TASKS, button(Text("button-record"), "record")]],
    Role.HEAD: [[_TASKS, _SUMMARY]],
    Role.ADMIN: [[_SUMMARY, button(Text("button-offices"), "offices")]],
    Role.INSPECTOR: [[button(Text("button-inspection"), "inspection")]],
}


def _let_citizens_agree(town: Town) -> None:
    known = [(who.key, who.language) for who in CITIZENS if who.known]
    for key, language in known + [(key, "id") for key in offstage()]:
        person_id = _enter(town, key, language)
        people.consent(town.tx, person_id, True, town.begin)


# --- what the chats still show


def _leave_the_newest_messages(tx: Transaction, now: datetime) -> None:
    """All that was promised in the past was sent in the past, but for the newest of each chat,
    what asks for a step, the welcome, and nothing to those offstage: `town_chats` puts these into
    the chats."""
    out = table(OutboxMessage)
    waiting = outbox.waiting(tx, 100_000)
    keep: set[int] = set()
    for chat in {row.telegram_id for row in waiting}:
        rows = sorted((r for r in waiting if r.telegram_id == chat), key=_age)
        if chat < _FIRST_PERSON["offstage"]:
            keep |= {row.id for row in _shown(rows, now)}
            keep |= {row.id for row in rows if row.body["key"].startswith("joined-")}
    sent = [row for row in waiting if row.id not in keep]
    _forget(tx, sent)
    for start in range(0, len(sent), 500):
        chunk = [row.id for row in sent[start : start + 500]]
        tx.execute(update(out).where(out.c.id.in_(chunk)).values(sent_at=out.c.created_at))


def _forget(tx: Transaction, sent: list[outbox.Due]) -> None:
    """What was to be shown once is not kept."""
    for row in sent:
        if row.body.get("once"):
            outbox.mark_shown(tx, [row.id], row.created_at)


def _news(rows: list[outbox.Due]) -> list[outbox.Due]:
    """Of what comes every day or week only the newest."""
    latest = {row.body["key"]: row.id for row in rows}
    return [r for r in rows if r.body["key"] not in REGULAR or latest[r.body["key"]] == r.id]


def _shown(rows: list[outbox.Due], now: datetime) -> list[outbox.Due]:
    """What asks for a step, and the newest of the rest."""
    latest = {row.body["key"]: row for row in rows if row.body["key"] in ASKING}
    asking = [row for key, row in latest.items() if row.created_at > now - ASKING[key]]
    asking = sorted(asking, key=_age)[-SHOWN:]
    others = [row for row in _news(rows) if row not in asking]
    return [*asking, *others[len(asking) - SHOWN :]] if len(asking) < SHOWN else asking


def _age(row: outbox.Due) -> tuple[datetime, int]:
    return row.created_at, row.id
