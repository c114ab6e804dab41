"""The journal is append-only, and its hash chain shows whoever rewrote it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, exc, text
from sqlmodel import col, select

from models import journal, journal_audit, row_digests
from models.database import Database, Transaction
from models.journal import JournalEntry, Kind, Seal
from models.journal_audit import Counts, Wrong
from models.registry import METADATA

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
FORBIDDEN = (
    "UPDATE journal SET kind = 'case.closed' WHERE id = 1",
    "DELETE FROM journal WHERE id = 1",
    "UPDATE journal_seals SET hash = 'x' WHERE number = 1",
    "DELETE FROM journal_seals WHERE number = 1",
)


async def write(database: Database, number: int) -> None:
    def work(tx: Transaction) -> None:
        for one in range(number):
            journal.write(tx, Kind.RATED, AT, unit_id=1, rating_id=one, score=4, words="é")

    await database.writer.run(work)


async def seal(database: Database, limit: int = journal.SEAL_BATCH) -> int:
    return await database.writer.run(lambda tx: journal.seal(tx, limit))


def audit(database: Database) -> tuple[int, int, list[tuple[str, int]]]:
    """How many entries are sealed, how many are not, and the rows that are wrong."""

    def work(tx: Transaction) -> tuple[Counts, list[Wrong]]:
        counts = Counts()
        return counts, [
            *journal_audit.chain(tx, counts),
            *journal_audit.unsealed(tx, counts),
        ]

    counts, wrong = database.read_now(work)
    return counts.sealed, counts.unsealed, [(one.table, one.row) for one in wrong]


def tamper(database: Database, statement: str) -> None:
    """What somebody with the database's password can do: switch the triggers off."""
    engine = create_engine(database.url)
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            rows = connection.execute(text("SELECT name FROM sqlite_master WHERE type='trigger'"))
            for (name,) in rows.all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(statement))
    engine.dispose()


async def test_the_chain_is_sound_and_the_tail_is_shown(database: Database) -> None:
    await write(database, 5)
    assert await seal(database, 3) == 3
    assert audit(database) == (3, 2, [])
    assert await seal(database) == 2
    assert await seal(database) == 0
    assert audit(database) == (5, 0, [])


@pytest.mark.parametrize("statement", FORBIDDEN)
async def test_the_database_itself_refuses_to_rewrite(database: Database, statement: str) -> None:
    await write(database, 2)
    await seal(database)
    with pytest.raises(exc.DatabaseError):
        await database.writer.run(lambda tx: tx.execute(text(statement)) and None)
    assert audit(database) == (2, 0, [])


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("UPDATE journal SET unit_id = 2 WHERE id = 3", [("journal", 3)]),
        ("UPDATE journal SET kind = 'case.closed' WHERE id = 1", [("journal", 1)]),
        ("UPDATE journal SET data = '{\"score\": 1}' WHERE id = 5", [("journal", 5)]),
        ('UPDATE journal SET data = \'{"score": 4, "words": "é"}\' WHERE id = 4', [("journal", 4)]),
        ("UPDATE journal SET actor_id = 7 WHERE id = 2", [("journal", 2)]),
        ("DELETE FROM journal WHERE id = 2", [("journal", 2)]),
        ("DELETE FROM journal_seals WHERE number = 4", [("journal_seals", 4)]),
        ("UPDATE journal_seals SET hash = 'x' WHERE number = 2", [("journal", 2)]),
        ("UPDATE journal_seals SET digest = 'x' WHERE number = 2", [("journal", 2)]),
        (
            "INSERT INTO journal (id, at, kind, data)"
            " VALUES (9, '2026-11-23 01:00:00.000000', 'rating.given', '{}')",
            [("journal", 9)],
        ),
    ],
)
async def test_the_audit_names_the_entry_that_was_rewritten(
    database: Database, statement: str, wrong: list[tuple[str, int]]
) -> None:
    await write(database, 5)
    await seal(database)
    tamper(database, statement)
    assert audit(database)[2] == wrong


async def test_sealing_goes_on_after_the_last_seal_in_any_process(database: Database) -> None:
    for _ in range(3):
        await write(database, 2)
        await seal(database)
    numbers = database.read_now(
        lambda tx: tx.session.exec(
            select(Seal.number, Seal.entry_id).order_by(col(Seal.number))
        ).all()
    )
    assert [tuple(one) for one in numbers] == [(n, n) for n in range(1, 7)]


async def test_two_sealers_at_once_make_one_chain(postgresql_url: str) -> None:
    """A sender that was thought dead and its successor: one of them fails, nothing forks."""
    one, other = Database(postgresql_url), Database(postgresql_url)
    await write(one, 50)
    await asyncio.gather(seal(one, 20), seal(other, 20), return_exceptions=True)
    await seal(one)
    assert audit(one) == (50, 0, [])
    one.close()
    other.close()


async def test_an_entry_that_is_committed_after_a_later_one_is_sealed_too(
    postgresql_url: str,
) -> None:
    database = Database(postgresql_url)
    with database.engine.connect() as slow, slow.begin():
        journal.write(Transaction(slow), Kind.RATED, AT)
        await write(database, 1)
        assert await seal(database) == 1
    assert await seal(database) == 1
    assert audit(database) == (2, 0, [])
    database.close()


def test_a_digest_covers_every_column_of_its_table() -> None:
    for name, columns in row_digests.COLUMNS[row_digests.VERSION].items():
        assert columns == tuple(column.name for column in METADATA.tables[name].columns)


async def test_a_kind_outside_the_vocabulary_cannot_be_named() -> None:
    with pytest.raises(ValueError, match="not a valid Kind"):
        Kind("rating.deleted")
    assert len({kind.value for kind in Kind}) == len(Kind)


async def test_entries_of_a_case_come_in_their_order(database: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        journal.write(tx, Kind.CASE_ANSWERED, AT, case_id=4)
        journal.write(tx, Kind.CASE_REJECTED, AT, case_id=4)
        journal.write(tx, Kind.CASE_SENT, AT, case_id=5)
        return [entry.kind for entry in journal.of_case(tx, 4)]

    assert await database.writer.run(work) == [Kind.CASE_ANSWERED, Kind.CASE_REJECTED]
    stored = database.read_now(lambda tx: tx.session.exec(select(JournalEntry)).all())
    assert len(stored) == 3
