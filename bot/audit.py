"""The audit: that nobody rewrote the journal, a rating, a case or a frozen record by hand.

It only reads, may run while the service does, and names the table and the row of whatever does not
fit. A chain cannot show that its newest part was cut off: for that, note the last hash somewhere
else, and give it to the next audit with `--known`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select

from bot import app
from bot import settings as setting
from bot.settings import BadSetting
from models import journal_audit
from models.appraisal.evidence import checking
from models.database import Transaction, reading_engine, table
from models.journal import Seal
from models.journal_audit import Counts, Wrong
from models.row_digests import CASES, RATINGS

_seals = table(Seal)


def add_to(auditing: argparse.ArgumentParser) -> None:
    """Its arguments."""
    auditing.add_argument(
        "--known",
        metavar="NUMBER:HASH",
        help="what an earlier audit printed last: the chain must still go through it",
    )
    auditing.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Look at everything; exit code 1 when something does not fit."""
    known = _known(arguments.known)
    settings = setting.load()
    app.open_database(settings).close()  # says what is wrong with it
    counts, frozen, wrong = Counts(), checking.Counts(), 0
    with _one_state(settings.database_url) as tx:
        for one in _all(tx, counts, frozen, known):
            print(f"WRONG  {one}")
            wrong += 1
    for line in _summary(counts, frozen):
        print(line)
    print("Everything is sound." if not wrong else f"Rows that do not fit: {wrong}.")
    return 1 if wrong else 0


def _known(given: str | None) -> tuple[int, str] | None:
    if given is None:
        return None
    number, _, digest = given.partition(":")
    if not number.isdecimal() or not digest:
        raise BadSetting("--known: NUMBER:HASH as an audit printed it, such as 1204:9f86d081…")
    return int(number), digest


@contextmanager
def _one_state(url: str) -> Iterator[Transaction]:
    """A transaction that sees the database as it is at one instant, however long it takes."""
    engine = reading_engine(url)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield Transaction(connection)
    finally:
        engine.dispose()


def _all(
    tx: Transaction, counts: Counts, frozen: checking.Counts, known: tuple[int, str] | None
) -> Iterator[Wrong]:
    if known is not None:
        yield from _still_there(tx, *known)
    yield from journal_audit.audit(tx, counts)
    yield from checking.audit(tx, frozen)


def _still_there(tx: Transaction, number: int, digest: str) -> Iterator[Wrong]:
    found = tx.execute(select(_seals.c.hash).where(_seals.c.number == number)).scalar()
    if found != digest:
        yield Wrong("journal_seals", number, "it does not have the hash that was noted down")


def _summary(counts: Counts, frozen: checking.Counts) -> Iterator[str]:
    yield f"journal: {counts.sealed} entries sealed, {counts.unsealed} not sealed yet"
    for name in (RATINGS, CASES):
        told = f"{name}: {counts.rows.get(name, 0)} as they were sealed"
        if waiting := counts.waiting.get(name):
            told += f", {waiting} changed since the last seal"
        if older := counts.older.get(name):
            told += f", {older} not touched since rows are sealed too: not verified"
        yield told
    yield f"frozen records: {frozen.snapshots}, with {frozen.figures} figures computed again"
    yield f"last seal: {counts.sealed}:{counts.last}"
