"""What the person and the admin see when Telegram, the network, the database or we ourselves fail.

The clock stands still until it is moved, so waiting is a fact, not a matter of luck.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from aiohttp.test_utils import make_mocked_request
from sqlalchemy import create_engine, make_url, text
from sqlmodel import col, select

from bot import tables
from bot.sandbox.errors import ApiError, bad_request
from bot.web.server import Health
from handlers.message import Text, body
from handlers.turn import Route, Turn, route
from models import outbox
from models.database import TRANSIENT, Transaction
from models.intake import LedgerEntry, ParkedUpdate
from models.journal import JournalEntry, Kind
from models.outbox import OutboxMessage, Outgoing, Urgency
from models.people import Person
from tests.journeys.test_complaints import complains
from tests.town import Actor, Town

AWAY = ("bad_gateway", "drop", "timeout")


async def health(town: Town) -> dict[str, Any]:
    """What /health says."""
    answer = await Health(town.app.database, town.app.dispatcher, town.clock).show(
        make_mocked_request("GET", "/health")
    )
    assert isinstance(answer.body, bytes)
    said: dict[str, Any] = json.loads(answer.body)
    return said


def rows(town: Town) -> list[OutboxMessage]:
    """Every promise, in the order in which it was made."""
    return town.read(
        lambda tx: list(tx.session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id))))
    )


def said(actor: Actor) -> list[str]:
    return [message.text for message in actor.person.messages if message.from_bot]


def unreachable(town: Town, actor: Actor) -> bool:
    def work(tx: Transaction) -> bool:
        found = tx.session.exec(select(Person).where(Person.telegram_id == actor.id)).one()
        return found.unreachable_since is not None

    return town.read(work)


async def promise(town: Town, actor: Actor, number: int, key: str = "command-unknown") -> None:
    """A notice from a job, not an answer."""

    def work(tx: Transaction) -> None:
        who = tx.session.exec(select(Person).where(Person.telegram_id == actor.id)).one()
        message = Outgoing(who.id or 0, body(key, {"command": f"no. {number}"}), Urgency.NOTICE)
        outbox.put(tx, message, town.clock.now())

    await town.write(work)


@pytest.fixture
async def settled(town: Town) -> tuple[Town, list[Actor]]:
    """Three citizens who have agreed."""
    return town, [await town.consenting(name) for name in ("Budi", "Cici", "Dedi")]


Settled = tuple[Town, list[Actor]]


async def test_429_makes_that_chat_wait_and_no_other(settled: Settled) -> None:
    town, (budi, cici, _) = settled
    before = said(budi)
    town.world.faults.too_many_requests(1, retry_after=30, chat_id=budi.id)
    await budi.sends("/bantuan")
    await cici.sends("/bantuan")
    assert cici.sees("Cara memakai")
    assert said(budi) == before
    assert (await health(town))["waiting"] == 1
    assert rows(town)[-2].reason == "429: wait 30 s"
    await town.passes(timedelta(seconds=29))
    assert said(budi) == before
    await town.passes(timedelta(seconds=1))
    assert said(budi) == [*before, *said(cici)[-1:]]
    assert (await health(town))["waiting"] == 0


async def test_the_second_chat_told_to_wait_makes_all_wait(settled: Settled) -> None:
    """Then it is not the chat: it is the limit of the token."""
    town, (budi, cici, dedi) = settled
    for actor in (budi, cici):
        town.world.faults.too_many_requests(1, retry_after=20, chat_id=actor.id)
    await budi.sends("/bantuan")
    await cici.sends("/bantuan")
    await dedi.sends("/bantuan")
    assert not any(actor.sees("Cara memakai") for actor in (budi, cici, dedi))
    await town.passes(timedelta(seconds=20))
    await town.passes(timedelta(seconds=1))
    assert all(actor.sees("Cara memakai") for actor in (budi, cici, dedi))


async def test_many_rows_that_wait_do_not_hide_those_behind_them(settled: Settled) -> None:
    town, (budi, cici, _) = settled
    for number in range(450):  # more than the sender looks at at once
        await promise(town, budi, number)
    town.world.faults.too_many_requests(1, retry_after=3600, chat_id=budi.id)
    await town.settle()
    await promise(town, cici, 0)
    await town.settle()
    assert cici.sees("no. 0")
    assert not budi.sees("no. 0")


async def test_403_marks_the_person_and_tells_the_unit_and_the_week(town: Town) -> None:
    unit = await town.unit()
    officer, admin = await town.officer(unit, "Sari"), await town.admin("Ani")
    citizen = await town.consenting("Budi")
    ticket = await complains(town, citizen, unit)
    citizen.person.record.blocked = True  # Telegram has not told us yet
    await officer.taps("Jawab")
    await officer.sends("KTP Anda sudah jadi.")
    await officer.taps("Kirim")
    assert unreachable(town, citizen)
    assert officer.sees(f"Pesan tentang pengaduan {ticket} tidak sampai ke pelapor")
    failed = [row for row in rows(town) if row.failed_at]
    assert failed
    assert all(row.reason == "403: Forbidden: bot was blocked by the user" for row in failed)
    assert (await health(town))["waiting"] == 0
    entered = town.read(
        lambda tx: tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.UNDELIVERABLE)
        ).all()
    )
    assert [entry.unit_id for entry in entered] == [unit.id] * len(failed)
    await town.passes(timedelta(days=7))
    await admin.sends("/ringkasan")
    assert admin.sees(f"Pesan tidak sampai: {len(failed)}")


async def test_who_blocked_and_comes_back_is_reached_again(town: Town) -> None:
    citizen = await town.consenting("Budi")
    await citizen.does("blocks")
    assert unreachable(town, citizen)
    await citizen.does("unblocks")
    assert not unreachable(town, citizen)
    await promise(town, citizen, 1)
    await town.settle()
    assert citizen.sees("no. 1")


async def test_a_block_that_is_delivered_again_undoes_nothing(town: Town) -> None:
    citizen = await town.consenting("Budi")
    citizen.person.blocks()
    blocked = town.world.take_updates()[0]
    await town.app.intake.receive(blocked)
    await citizen.does("unblocks")
    await town.app.intake.receive(blocked)
    assert not unreachable(town, citizen)


async def test_refused_entities_are_sent_as_plain_text(settled: Settled) -> None:
    town, (budi, *_) = settled
    town.world.faults.refuse(
        "sendMessage", bad_request("can't parse entities: unsupported start tag at offset 3")
    )
    await budi.sends("/bantuan")
    assert budi.last.text.startswith("Cara memakai")
    assert "<" not in budi.last.text
    assert budi.last.html == budi.last.text
    assert rows(town)[-1].sent_at is not None


async def test_what_telegram_refuses_for_good_is_given_up_and_counted(settled: Settled) -> None:
    town, (budi, *_) = settled
    town.world.faults.refuse("sendMessage", bad_request("BUTTON_TYPE_INVALID"))
    await budi.sends("/bantuan")
    await budi.sends("/unit")
    assert "Layanan mana" in budi.last.text  # the queue went on
    lost = rows(town)[-2]
    assert (lost.failed_at is not None, lost.attempts) == (True, 1)
    assert lost.reason == "400: Button_type_invalid"
    assert not unreachable(town, budi)
    week = town.clock.now() - timedelta(days=1), town.clock.now() + timedelta(days=1)
    assert town.read(lambda tx: outbox.undelivered(tx, *week)) == 1


async def test_a_refused_place_does_not_keep_back_the_words(settled: Settled) -> None:
    town, (budi, *_) = settled

    def put(tx: Transaction) -> None:
        who = tx.session.exec(select(Person).where(Person.telegram_id == budi.id)).one()
        told = body("command-unknown", {"command": "/x"}, point=(-6.2, 106.8))
        outbox.put(tx, Outgoing(who.id or 0, told), town.clock.now())

    town.world.faults.refuse("sendLocation", bad_request("wrong place specified"))
    await town.write(put)
    await town.settle()
    assert "/x" in budi.last.text
    assert rows(town)[-1].sent_at is not None


async def test_an_edit_of_a_message_that_is_gone_becomes_a_new_message(settled: Settled) -> None:
    town, (budi, *_) = settled
    await budi.sends("/bahasa")
    asked = budi.last
    town.world.faults.refuse("editMessageText", bad_request("message to edit not found"))
    await budi.taps("English")
    assert budi.last.id > asked.id
    assert budi.last.text != asked.text


async def test_5xx_is_tried_again_with_growing_pauses(settled: Settled) -> None:
    town, (budi, *_) = settled
    town.world.faults.bad_gateways = 2
    await budi.sends("/bantuan")
    assert not budi.sees("Cara memakai")
    await town.passes(timedelta(seconds=1))
    assert not budi.sees("Cara memakai")
    assert rows(town)[-1].attempts == 2
    await town.passes(timedelta(seconds=2))
    assert budi.sees("Cara memakai")
    assert rows(town)[-1].attempts == 3


@pytest.mark.parametrize("outage", AWAY)
async def test_telegram_away_for_ten_minutes(settled: Settled, outage: Any) -> None:
    """All arrives afterwards: in order, once; and nobody is hammered meanwhile."""
    town, people = settled
    before = {actor.id: said(actor) for actor in people}
    town.world.faults.outage = outage
    for number in range(4):
        for actor in people:
            await promise(town, actor, number)
        await town.passes(timedelta(minutes=2, seconds=30), timedelta(seconds=10))
    assert [said(actor) for actor in people] == list(before.values())
    told = await health(town)
    assert (told["waiting"], told["oldest_seconds"]) == (12, 600)
    assert max(row.attempts for row in rows(town)) < 40
    town.world.faults.outage = ""
    await town.passes(timedelta(seconds=70), timedelta(seconds=5))
    for actor in people:
        fresh = said(actor)[len(before[actor.id]) :]
        assert [line.partition(".")[2][1:2] for line in fresh] == ["0", "1", "2", "3"]
    assert (await health(town))["waiting"] == 0


async def test_a_message_performed_whose_answer_is_lost_is_sent_twice_and_counted(
    settled: Settled,
) -> None:
    """At least once: the bot cannot know that it arrived."""
    town, (budi, *_) = settled
    before = said(budi)
    town.world.faults.performed_but_lost = 1
    await budi.sends("/bantuan")
    await town.passes(timedelta(seconds=1))
    fresh = said(budi)[len(before) :]
    assert len(fresh) == 2
    assert fresh[0] == fresh[1]
    assert rows(town)[-1].attempts == 2


async def test_a_message_that_is_too_long_comes_in_several(settled: Settled) -> None:
    town, (budi, *_) = settled
    before = len(said(budi))

    def work(tx: Transaction) -> None:
        who = tx.session.exec(select(Person).where(Person.telegram_id == budi.id)).one()
        long = Text("find-nothing", {"query": "kata & " * 1500})
        outbox.put(
            tx,
            Outgoing(who.id or 0, body("figures-service", {"name": long, "duration": "akhir"})),
            town.clock.now(),
        )

    await town.write(work)
    town.world.faults.too_many_requests(1, retry_after=5, chat_id=budi.id)
    await town.settle()
    await town.passes(timedelta(seconds=5))
    parts = said(budi)[before:]
    assert len(parts) >= 3
    assert "".join(parts).count("kata &") == 1500
    assert parts[-1].endswith("akhir")
    assert rows(town)[-1].parts_sent == len(parts) - 1


class WithCommands:
    """The bot's tables with one command more."""

    BUTTONS, STEPS, FALLBACKS = tables.BUTTONS, tables.STEPS, tables.FALLBACKS
    ask_consent = staticmethod(tables.ask_consent)

    def __init__(self, **commands: Route) -> None:
        self.COMMANDS = tables.COMMANDS | commands


async def test_a_handler_that_always_fails_parks_the_update_after_three_tries(
    settled: Settled,
) -> None:
    town, (budi, cici, _) = settled
    tries = []

    def fails(turn: Turn) -> None:
        tries.append(turn.input.update_id)
        turn.say("menu")
        turn.tx.session.add(OutboxMessage.model_validate(rows(town)[0]))
        raise ZeroDivisionError

    town.app.router.tables = WithCommands(rusak=route(fails))
    promised = len(rows(town))
    budi.person.sends("/rusak")
    cici.person.sends("/bantuan")
    await town.settle()
    assert len(tries) == 3
    parked = town.read(lambda tx: tx.session.exec(select(ParkedUpdate)).one())
    assert parked.update_id == tries[0]
    assert "ZeroDivisionError" in parked.traceback
    assert json.loads(parked.payload)["message"]["text"] == "/rusak"
    assert f"Kode: {parked.reference}" in budi.last.text
    assert cici.sees("Cara memakai")  # the queue moved on
    assert len(rows(town)) == promised + 2  # the apology and the help: nothing of the attempts
    await town.app.intake.receive(json.loads(parked.payload))
    assert len(tries) == 3  # delivered again, it is not tried again


async def test_a_defect_that_passes_leaves_no_trace(settled: Settled) -> None:
    town, (budi, *_) = settled
    tries = []

    def fails_once(turn: Turn) -> None:
        tries.append(1)
        turn.say("menu")
        if len(tries) == 1:
            raise ZeroDivisionError

    town.app.router.tables = WithCommands(rusak=route(fails_once))
    promised = len(rows(town))
    await budi.sends("/rusak")
    assert (len(tries), len(rows(town))) == (2, promised + 1)


class Away:
    """A PostgreSQL that refuses everybody, and throws out who is in."""

    def __init__(self, url: str) -> None:
        self._name = make_url(url).database
        self._engine = create_engine(
            make_url(url).set(database="postgres"), isolation_level="AUTOCOMMIT"
        )

    def __enter__(self) -> None:
        self._say(f"ALTER DATABASE {self._name} ALLOW_CONNECTIONS false")
        self._say(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self._name}'"
        )

    def __exit__(self, *_: object) -> None:
        self._say(f"ALTER DATABASE {self._name} ALLOW_CONNECTIONS true")
        self._engine.dispose()

    def _say(self, statement: str) -> None:
        with self._engine.connect() as connection:
            connection.execute(text(statement))


async def test_while_the_database_is_away_nothing_is_acknowledged_or_parked(
    postgresql_url: str,
) -> None:
    town = await Town.open(postgresql_url)
    budi = await town.consenting("Budi")
    budi.person.sends("/bantuan")
    (update,) = town.world.take_updates()
    with Away(postgresql_url):
        with pytest.raises(TRANSIENT):
            await town.app.intake.receive(update)
        assert (await health(town)).keys() == {"database"}
    assert town.read(lambda tx: tx.session.exec(select(ParkedUpdate)).all()) == []
    entered = town.read(lambda tx: tx.session.exec(select(LedgerEntry.update_id)).all())
    assert update["update_id"] not in entered
    await town.app.intake.receive(update)  # Telegram delivers it again
    await town.settle()
    assert budi.sees("Cara memakai")
    await town.close()


async def test_a_reply_that_rode_is_given_again_but_puts_no_old_question_back(town: Town) -> None:
    """Webhook: the same update again gets the same answer; once more was said, not as an edit."""
    unit = await town.unit()
    budi = await town.consenting("Budi")
    budi.person.opens(f"u{unit.id}")
    (opened,) = town.world.take_updates()
    first = await town.app.intake.receive(opened, can_ride=True)
    assert await town.app.intake.receive(opened, can_ride=True) == first
    await budi.opens(f"u{unit.id}")
    budi.person.taps("Baik")
    (tapped,) = town.world.take_updates()
    edit = await town.app.intake.receive(tapped, can_ride=True)
    assert edit is not None
    assert edit["method"] == "editMessageText"
    await budi.sends("/help")
    again = await town.app.intake.receive(tapped, can_ride=True)
    assert again is not None
    assert (again["method"], again["text"]) == ("sendMessage", edit["text"])


async def test_an_invalid_token_does_not_lose_what_is_promised(settled: Settled) -> None:
    town, (budi, *_) = settled
    town.world.faults.refuse("sendMessage", ApiError(401, "Unauthorized"))
    await budi.sends("/bantuan")
    assert not budi.sees("Cara memakai")
    await town.passes(timedelta(minutes=1))
    assert budi.sees("Cara memakai")
