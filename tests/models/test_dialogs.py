"""The open step of a conversation, seen by one turn after the other."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime

from sqlalchemy import text

from models import dialogs
from models.database import Database, Transaction
from models.dialogs import Conversation

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
WHO = 700_000_001
WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")


async def enter(database: Database) -> Conversation:
    return await database.writer.run(lambda tx: dialogs.enter(tx, WHO, "p", "id", AT))


def save(tx: Transaction, who: Conversation, step: str, serial: int) -> None:
    dialogs.save(tx, who.person_id, step, serial, {"unit": "Loket é"}, AT)


async def test_a_step_is_found_as_it_was_left(database: Database) -> None:
    who = await enter(database)
    assert (who.step, who.serial, who.data, who.consented, who.reachable) == (
        None,
        0,
        {},
        False,
        True,
    )
    for serial in (1, 2):
        await database.writer.run(lambda tx, serial=serial: save(tx, who, "rate.comment", serial))
    found = await enter(database)
    assert (found.step, found.serial, found.data) == ("rate.comment", 2, {"unit": "Loket é"})


async def test_somebody_unknown_has_none(database: Database) -> None:
    assert await database.writer.run(lambda tx: dialogs.load(tx, 5)) is None


async def test_the_next_turn_sees_what_another_replica_has_just_done(postgresql_url: str) -> None:
    """It waits for the other turn, and then finds that turn's step, not the one before."""
    one, other = Database(postgresql_url), Database(postgresql_url)
    who = await enter(one)
    locked, go = threading.Event(), threading.Event()

    def first(tx: Transaction) -> None:
        dialogs.load(tx, WHO)
        locked.set()
        go.wait()
        save(tx, who, "rate.comment", 8)

    turn = asyncio.ensure_future(one.writer.run(first))
    await asyncio.to_thread(locked.wait)
    next_turn = asyncio.ensure_future(other.writer.run(lambda tx: dialogs.load(tx, WHO)))
    while not one.read_now(lambda tx: tx.execute(WAITING).scalar_one()):
        await asyncio.to_thread(int)  # until the second turn stands before the lock
    go.set()
    await turn
    found = await next_turn
    assert found is not None
    assert (found.step, found.serial) == ("rate.comment", 8)
    one.close()
    other.close()
