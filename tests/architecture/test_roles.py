"""Every command and every button refuses the wrong role, the wrong person and forged data.

Generated over the tables: a row added later is covered the moment it stands there.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlmodel import SQLModel, select

from bot import record_tables, tables
from handlers.turn import Route
from models.database import Transaction
from models.dialogs import Dialog
from models.intake import ParkedUpdate
from models.people import Person, Role
from tests.journeys.test_complaints import complains
from tests.town import Actor, Town

REFUSAL = "bukan untuk Anda"
SECRET = "Wijayakusuma"  # stands in everything the citizen of the other unit wrote
JUNK = ("abc", "", "-1", "²", "9" * 12, "9" * 20)
LIMIT = 64  # bytes of callback_data
# Those of the performance record are pressed by everybody with real ids in `test_rights`.
OTHERS = {n: r for n, r in tables.BUTTONS.items() if n not in record_tables.BUTTONS}
PARTS = 4  # in which the buttons are tried, side by side

# What an update may change of the person who sent it, and of nobody else's.
OWN = {"ledger", "outbox", "dialogs", "people", "rating_sums", "journal_seals"}


@dataclass
class Cast:
    """A town with somebody of every role in one unit, and others in another."""

    town: Town
    by_role: dict[Role | None, Actor]
    owner: Actor  # the citizen of the other unit, with a rating and a complaint

    @classmethod
    async def assemble(cls, town: Town) -> Cast:
        here, there = await town.unit("Loket KTP"), await town.unit("Loket Akta")
        await town.counter(there)
        await town.officer(there, "Tuti")
        owner = await town.consenting("Budi")
        await owner.opens(f"u{there.id}")
        await owner.taps("Baik")
        await owner.sends(f"Petugasnya ramah, {SECRET}")
        await complains(town, owner, there, f"Akta saya belum jadi juga, {SECRET}")
        by_role = {
            None: await town.consenting("Cici"),
            Role.OFFICER: await town.officer(here, "Sari"),
            Role.HEAD: await town.head(here, "Hadi"),
            Role.ADMIN: await town.admin("Ani"),
            Role.INSPECTOR: await town.staff(Role.INSPECTOR, "Ira"),
        }
        for actor in by_role.values():
            await actor.sends("/start")
        return cls(town, by_role, owner)

    def without(self, route: Route) -> Iterator[Actor]:
        """Everybody whose role does not open this route."""
        return (actor for role, actor in self.by_role.items() if role not in route.roles)

    def within(self, route: Route) -> Iterator[Actor]:
        """Those it is open to."""
        for role, actor in self.by_role.items():
            if not route.roles or role in route.roles:
                yield actor

    def parked(self) -> list[str]:
        def work(tx: Transaction) -> list[str]:
            return [row.traceback for row in tx.session.exec(select(ParkedUpdate))]

        return self.town.read(work)


@pytest.fixture
async def cast(sqlite_town: Town) -> Cast:
    return await Cast.assemble(sqlite_town)


async def presses(actor: Actor, data: str) -> str:
    """Send any callback data, as a changed client can; returns what the person was shown."""
    calls, alerts = len(actor.town.world.calls), len(actor.person.alerts)
    message = next(m for m in reversed(actor.person.messages) if m.from_bot)
    query = actor.town.world.new_query(actor.id)
    content = {
        "id": query.id,
        "from": actor.person.record.user(),
        "message": message.raw,
        "chat_instance": "1",
        "data": data,
    }
    actor.town.world.enqueue("callback_query", actor.id, content)
    await actor.town.settle()
    said = [
        str(call.params.get("text") or call.params.get("caption") or call.method)
        for call in itertools.islice(actor.town.world.calls, calls, None)
        if call.chat_id == actor.id
    ]
    return " ".join([*said, *(alert.text for alert in actor.person.alerts[alerts:])])


def rows(town: Town) -> dict[str, set[str]]:
    """Every stored row, as text, by table."""

    def work(tx: Transaction) -> dict[str, set[str]]:
        return {
            name: {repr(tuple(row)) for row in tx.execute(select(table))}
            for name, table in SQLModel.metadata.tables.items()
            if name not in OWN
        }

    return town.read(work)


def forged(turn: int) -> Iterator[str]:
    """Too few arguments, too many, and each junk in one of the places; from button to button
    (`turn`) another one, so that every junk stands in every place of a fifth of all buttons."""
    yield ""
    yield ":1:1:1:1:1:1"
    for place, junk in enumerate(JUNK, turn):
        yield (f":{junk}", f":1:{junk}", f":1:1:{junk}", f":1:0:u:{junk}", f":{junk}:{junk}")[
            place % 5
        ]


def fits(data: str) -> bool:
    return len(data.encode()) <= LIMIT


async def test_every_command_refuses_the_wrong_role(cast: Cast) -> None:
    before, allowed = rows(cast.town), []
    for name, route in tables.COMMANDS.items():
        for actor in cast.without(route) if route.roles else ():
            await actor.sends(f"/{name}")
            if REFUSAL not in actor.last.text:
                allowed.append(f"/{name}: {actor.last.text}")
    assert allowed == []
    assert rows(cast.town) == before


async def test_every_button_refuses_the_wrong_role(cast: Cast) -> None:
    before, allowed = rows(cast.town), []
    for name, route in OTHERS.items():
        for actor in cast.without(route) if route.roles else ():
            for data in (name, f"{name}:1", f"{name}:1:1"):
                said = await presses(actor, data)
                if REFUSAL not in said:
                    allowed.append(f"{data}: {said}")
    assert allowed == []
    assert rows(cast.town) == before


@pytest.mark.parametrize("part", range(PARTS))
async def test_forged_arguments_are_answered_politely_and_park_nothing(
    cast: Cast, part: int
) -> None:
    silent = []
    buttons = enumerate(tables.BUTTONS.items())
    for turn, (name, route) in itertools.islice(buttons, part, None, PARTS):
        actor = next(cast.within(route))
        for data in filter(fits, (name + arguments for arguments in forged(turn))):
            if not await presses(actor, data):
                silent.append(data)
        assert cast.parked() == [], name
    assert silent == []


async def test_forged_choices_of_a_question_park_nothing(cast: Cast) -> None:
    """Whatever the question: a choice it never offered, or the choice of another question."""
    actor = cast.by_role[Role.ADMIN]
    for name in tables.STEPS:
        for junk in JUNK:
            serial = await _opens(cast.town, actor, name)
            await presses(actor, f"={serial}:{junk}")
            assert await presses(actor, f"={serial - 1}:{junk}"), name
            assert await presses(actor, f"={junk}:{junk}"), name
            assert cast.parked() == [], (name, junk)


async def _opens(town: Town, actor: Actor, step: str) -> int:
    """Put the person into the middle of a dialogue that knows nothing."""

    def work(tx: Transaction) -> int:
        person = tx.session.exec(select(Person).where(Person.telegram_id == actor.id)).one()
        dialog = tx.session.get_one(Dialog, person.id)
        dialog.step, dialog.serial, dialog.data = step, dialog.serial + 7, {}
        return dialog.serial

    return await town.write(work)


async def test_no_button_opens_or_changes_what_is_somebody_elses(cast: Cast) -> None:
    """The ids are real, the role is right, the person is wrong: another citizen, an officer and a
    head of another unit, an inspector, since the case is no supervisory one. (An admin of
    everything has the right to everything else.)"""
    town = cast.town
    strangers = [cast.by_role[role] for role in (None, Role.OFFICER, Role.HEAD, Role.INSPECTOR)]
    before = rows(town)
    for actor, (name, route) in itertools.product(strangers, OTHERS.items()):
        if actor not in list(cast.within(route)):
            continue
        for arguments in ("1", "2", "1:1", "2:1", "1:2", "2:2", "1:4", "1:1:u:1"):
            said = await presses(actor, f"{name}:{arguments}")
            assert SECRET not in said, f"{name}:{arguments}: {said}"
    after = rows(town)
    gone = {name: lost for name in before if (lost := before[name] - after[name])}
    assert gone == {}
    assert cast.parked() == []


async def test_the_owner_is_not_refused(cast: Cast) -> None:
    """The counterpart: what strangers are refused works for the person it belongs to."""
    assert "Silakan pilih nilai yang baru" in await presses(cast.owner, "rescore:1")
    assert SECRET in await presses(cast.owner, "track:1")
    assert REFUSAL in await presses(cast.by_role[None], "rescore:1")


async def test_a_defect_behind_a_button_that_was_offered_is_parked(cast: Cast) -> None:
    """Politeness must not hide our own mistakes: only forged data is answered as an old button."""
    citizen, town = cast.by_role[None], cast.town

    def broken(_turn: Any) -> None:
        raise KeyError("a defect")

    await citizen.sends("/start")
    offered = next(iter(citizen.last.rows[0]))["callback_data"].split(":")[0]
    with_defect = dict(tables.BUTTONS) | {offered: replace(tables.BUTTONS[offered], handler=broken)}
    town.app.router.tables = TablesWith(with_defect)
    await citizen.taps(citizen.last.buttons[0][0])
    assert len(cast.parked()) == 1


class TablesWith:
    """The bot's tables with other buttons."""

    COMMANDS, STEPS, FALLBACKS = tables.COMMANDS, tables.STEPS, tables.FALLBACKS
    ask_consent = staticmethod(tables.ask_consent)

    def __init__(self, buttons: dict[str, Route]) -> None:
        self.BUTTONS = buttons
