"""The Writer: many pieces, one commit; each piece stands or falls alone."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import exc, text
from sqlmodel import col, select

from models import intake, journal
from models.database import Database, Transaction
from models.intake import LedgerEntry
from models.journal import Kind
from models.leases import Lease
from models.offices import Office

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


class Gate:
    """Holds the Writer in a first piece, so that what follows is committed as one batch."""

    def __init__(self, database: Database) -> None:
        self._open = threading.Event()
        self._entered = threading.Event()
        self.first = asyncio.ensure_future(database.writer.run(self._wait))

    def _wait(self, _tx: Transaction) -> None:
        self._entered.set()
        self._open.wait()

    async def together(
        self, database: Database, *works: Callable[[Transaction], object]
    ) -> list[object]:
        """Hand all in while the Writer is busy; their results or errors."""
        await asyncio.to_thread(self._entered.wait)
        waiting = [database.writer.run(work) for work in works]
        answers = await asyncio.gather(*waiting, self._release(), return_exceptions=True)
        return list(answers[:-1])

    async def _release(self) -> None:
        """Runs after the others have put their pieces into the queue."""
        self._open.set()
        await self.first


def enters(update_id: int) -> Callable[[Transaction], bool]:
    return lambda tx: intake.record(tx, update_id, AT)


def names(name: str) -> Callable[[Transaction], None]:
    def work(tx: Transaction) -> None:
        tx.session.add(Office(name=name))
        tx.session.flush()

    return work


def ledger(database: Database) -> list[int]:
    return list(
        database.read_now(
            lambda tx: tx.session.exec(
                select(LedgerEntry.update_id).order_by(col(LedgerEntry.update_id))
            ).all()
        )
    )


async def test_what_waits_is_committed_together(database: Database) -> None:
    transactions: list[object] = []

    def work(tx: Transaction) -> None:
        transactions.append(tx.connection.get_transaction())

    await Gate(database).together(database, work, work, work)
    assert len({id(one) for one in transactions}) == 1


async def test_a_bad_piece_rolls_back_alone(database: Database) -> None:
    def bad(tx: Transaction) -> None:
        intake.record(tx, 2, AT)
        raise ValueError("bad")

    results = await Gate(database).together(database, enters(1), bad, enters(3))
    assert results[0] is True
    assert isinstance(results[1], ValueError)
    assert results[2] is True
    assert ledger(database) == [1, 3]


async def test_a_session_whose_flush_fails_takes_nobody_with_it(database: Database) -> None:
    """A broken constraint in a session must not roll back the pieces before it."""
    await database.writer.run(names("Dinas"))
    results = await Gate(database).together(
        database, names("Satu"), names("Dinas"), names("Dua"), enters(9)
    )
    assert results[0] is None
    assert isinstance(results[1], exc.IntegrityError)
    assert results[2:] == [None, True]
    stored = database.read_now(lambda tx: tx.session.exec(select(Office.name)).all())
    assert sorted(stored) == ["Dinas", "Dua", "Satu"]
    assert ledger(database) == [9]


async def test_a_piece_that_is_alone_rolls_back_too(database: Database) -> None:
    def bad(tx: Transaction) -> None:
        intake.record(tx, 2, AT)
        raise ValueError("bad")

    with pytest.raises(ValueError, match="bad"):
        await database.writer.run(bad)
    assert ledger(database) == []


async def test_a_deadlock_runs_the_pieces_again_one_by_one(database: Database) -> None:
    """The piece that met the deadlock in company succeeds alone; nothing is done twice."""
    runs = {"first": 0, "second": 0}

    def first(tx: Transaction) -> bool:
        runs["first"] += 1
        return intake.record(tx, 1, AT)

    def second(tx: Transaction) -> bool:
        runs["second"] += 1
        if runs["second"] == 1:
            raise exc.OperationalError("UPDATE", {}, Exception("deadlock detected"))
        return intake.record(tx, 2, AT)

    assert await Gate(database).together(database, first, second) == [True, True]
    assert runs == {"first": 2, "second": 2}
    assert ledger(database) == [1, 2]


async def test_who_stays_deadlocked_gets_the_error_and_the_others_their_results(
    database: Database,
) -> None:
    def away(tx: Transaction) -> None:
        intake.record(tx, 2, AT)
        raise exc.OperationalError("UPDATE", {}, Exception("deadlock detected"))

    results = await Gate(database).together(database, enters(1), away, enters(3))
    assert results[0] is results[2] is True
    assert isinstance(results[1], exc.OperationalError)
    assert ledger(database) == [1, 3]


async def test_a_result_comes_only_after_its_commit(database: Database) -> None:
    """Whoever has the result finds the row on another connection."""

    async def enter(number: int) -> bool:
        await database.writer.run(enters(number))
        return number in await database.read(
            lambda tx: tx.session.exec(select(LedgerEntry.update_id)).all()
        )

    assert all(await asyncio.gather(*(enter(number) for number in range(100))))


async def test_two_real_writers_that_deadlock_both_get_through(postgresql_url: str) -> None:
    """Two processes' batches lock two rows in opposite order on a real PostgreSQL."""
    one, other = Database(postgresql_url), Database(postgresql_url)
    await one.writer.run(names("A"))
    await one.writer.run(names("B"))
    meet, met = threading.Barrier(2), threading.Event()

    def lock(tx: Transaction, name: str) -> None:
        tx.session.exec(select(Office).where(Office.name == name).with_for_update()).one()

    async def takes(database: Database, *order: str) -> list[object]:
        def head(tx: Transaction) -> None:
            lock(tx, order[0])
            if not met.is_set():
                meet.wait()
                met.set()

        def tail(tx: Transaction) -> str:
            lock(tx, order[1])
            journal.write(tx, Kind.UNIT_CHANGED, AT, name=order[0])
            return order[1]

        return await Gate(database).together(database, head, tail)

    results = await asyncio.gather(takes(one, "A", "B"), takes(other, "B", "A"))
    one.close()
    other.close()
    assert results == [[None, "B"], [None, "A"]]


async def test_an_error_names_no_values(database: Database) -> None:
    """What a citizen wrote must not reach a log by way of a statement's parameters."""

    def work(tx: Transaction) -> None:
        tx.execute(text("SELECT :words FROM nowhere"), {"words": "Rahasia Warga"})

    with pytest.raises(exc.SQLAlchemyError) as caught:
        await database.writer.run(work)
    assert "Rahasia" not in str(caught.value)


async def test_what_a_part_that_failed_had_read_is_read_again(database: Database) -> None:
    def work(tx: Transaction) -> str:
        def fails() -> None:
            with tx.apart():
                tx.once("history", lambda: "with what was rolled back")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fails()
        return tx.once("history", lambda: "as it is")

    assert await database.writer.run(work) == "as it is"


async def test_a_part_that_fails_in_any_way_leaves_the_rest(database: Database) -> None:
    """A broken flush too, which takes the session's own transaction with it."""

    def work(tx: Transaction) -> list[str]:
        failed = []
        tx.session.add(Lease(name="before", holder="h", until=AT))
        for name in ("first", "before", "second"):  # the name is the key: one is there already
            try:
                with tx.apart():
                    tx.session.add(Lease(name=name, holder="h", until=AT))
            except exc.IntegrityError:
                failed.append(name)
        tx.session.add(Lease(name="after", holder="h", until=AT))
        return failed

    assert await database.writer.run(work) == ["before"]
    names = database.read_now(lambda tx: sorted(tx.session.exec(select(Lease.name)).all()))
    assert names == ["after", "before", "first", "second"]
