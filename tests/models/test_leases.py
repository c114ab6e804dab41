"""One process at a time holds a lease; a dead or silent one is replaced."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from datetime import UTC, datetime, timedelta

from models import leases
from models.database import Database
from models.leases import TERM

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HERE, THERE = "other-host/1/aa", "third-host/1/bb"


async def acquire(database: Database, holder: str, at: datetime = AT) -> bool:
    return await database.writer.run(lambda tx: leases.acquire(tx, "sender", holder, at))


async def test_the_first_holds_it_and_renews_it(database: Database) -> None:
    assert await acquire(database, HERE)
    assert not await acquire(database, THERE, AT + TERM / 2)
    assert await acquire(database, HERE, AT + TERM / 2)
    assert not await acquire(database, THERE, AT + TERM)


async def test_a_lease_that_lapsed_goes_to_who_asks(database: Database) -> None:
    assert await acquire(database, HERE)
    assert not await acquire(database, THERE, AT + TERM - timedelta(milliseconds=1))
    assert await acquire(database, THERE, AT + TERM)
    assert not await acquire(database, HERE, AT + TERM)


async def test_who_releases_it_lets_the_next_one_in_at_once(database: Database) -> None:
    await acquire(database, HERE)
    await database.writer.run(lambda tx: leases.release(tx, "sender", THERE))
    assert not await acquire(database, THERE)
    await database.writer.run(lambda tx: leases.release(tx, "sender", HERE))
    assert await acquire(database, THERE)


async def test_a_process_that_died_on_this_machine_is_replaced_at_once(database: Database) -> None:
    gone = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await gone.wait()
    assert await acquire(database, f"{socket.gethostname()}/{gone.pid}/aa")
    assert await acquire(database, leases.new_holder())


async def test_one_that_lives_on_this_machine_is_not(database: Database) -> None:
    assert await acquire(database, f"{socket.gethostname()}/{os.getppid()}/aa")
    assert not await acquire(database, leases.new_holder())


async def test_an_earlier_life_of_the_same_process_id_is_replaced(database: Database) -> None:
    """In a container every start has process id 1."""
    assert await acquire(database, leases.new_holder())
    assert await acquire(database, leases.new_holder())


async def test_a_lease_from_a_clock_that_ran_ahead_holds_nobody_up(database: Database) -> None:
    assert await acquire(database, HERE, AT + timedelta(days=400))
    assert await acquire(database, THERE, AT)


async def test_of_two_that_ask_at_once_one_gets_it(postgresql_url: str) -> None:
    one, other = Database(postgresql_url), Database(postgresql_url)
    await acquire(one, HERE)
    later = AT + TERM
    asking = acquire(one, THERE, later), acquire(other, "fourth/1/cc", later)
    got = await asyncio.gather(*asking)
    assert sorted(got) == [False, True]
    one.close()
    other.close()
