"""Two processes at one database that act at the same instant.

Two writers with connections of their own. On PostgreSQL both transactions are open before either
acts; SQLite lets one writer in at a time.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from models.database import Database, Transaction
from models.errors import Refused

ROUNDS = 5  # of a race: the faster one differs
Act = Callable[[Transaction], Any]


async def at_once(first: Database, second: Database, one: Act, two: Act) -> list[Any]:
    """What came of both; a refusal is an answer too."""
    together = threading.Barrier(2, timeout=20)

    def begun_together(act: Act) -> Act:
        def work(tx: Transaction) -> Any:
            if tx.connection.dialect.name != "sqlite":
                together.wait()
            return act(tx)

        return work

    return await asyncio.gather(
        first.writer.run(begun_together(one)),
        second.writer.run(begun_together(two)),
        return_exceptions=True,
    )


@asynccontextmanager
async def another(database: Database) -> AsyncIterator[Database]:
    """A second process at the same database."""
    other = Database(database.url)
    try:
        yield other
    finally:
        other.close()


def refusal(answers: list[Any]) -> Refused:
    """The one refusal among two answers; anything else fails the test."""
    failed = [one for one in answers if isinstance(one, BaseException)]
    assert len(failed) == 1, answers
    assert isinstance(failed[0], Refused), answers
    return failed[0]
