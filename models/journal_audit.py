"""The audit of the journal: its chain from the first seal on, and the rows it speaks of.

What does not fit is told with the table and the row, in a plain sentence. Everything is read in
pieces, so that memory does not grow with the journal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from sqlalchemy import func, select

from models import journal, row_digests
from models.database import Transaction, table
from models.journal import GENESIS, JournalEntry, Seal
from models.row_digests import CASES, RATINGS, raw

PIECE = 1000  # rows at a time
# An entry is sealed within seconds. One that is not, though it says it is older than this beside
# the newest that is, was not written by the service.
STALE = timedelta(minutes=10)
FIRST, LAST = -(2**63), 2**63 - 1  # ids

_journal, _seals = table(JournalEntry), table(Seal)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row that is not as the service left it."""

    table: str
    row: int
    why: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.why}"


@dataclass
class Counts:
    """What an audit looked at."""

    sealed: int = 0
    unsealed: int = 0
    last: str = GENESIS  # the newest hash
    newest: datetime | None = None  # instant of an entry that is sealed
    rows: dict[str, int] = field(default_factory=dict)  # by table: verified by their digest
    waiting: dict[str, int] = field(default_factory=dict)  # have an entry that is not sealed yet
    older: dict[str, int] = field(default_factory=dict)  # sealed before there were digests

    def add(self, counter: dict[str, int], name: str) -> None:
        counter[name] = counter.get(name, 0) + 1


def audit(tx: Transaction, counts: Counts) -> Iterator[Wrong]:
    """Everything that is wrong; `counts` is filled on the way. On PostgreSQL the transaction has to
    see one state of the database (REPEATABLE READ)."""
    yield from chain(tx, counts)
    yield from unsealed(tx, counts)
    for name in (RATINGS, CASES):
        yield from rows(tx, name, counts)


# --- the chain


def chain(tx: Transaction, counts: Counts) -> Iterator[Wrong]:
    """Recompute it from the first seal."""
    hashes: tuple[str, ...] = (GENESIS,)  # of the seal before: as stored, and as computed
    for row in _chained(tx):
        counts.sealed += 1
        if row.number != counts.sealed:
            yield from _missing(counts.sealed, row.number)
            counts.sealed, hashes = row.number, ()
        if row.id is None:
            yield Wrong("journal", row.entry_id, f"it is missing; seal {row.number} is of it")
            hashes = (row.hash,)
            continue
        entry, form = _read(row)
        computed = [journal.chain(one, journal.body(entry), row.digest) for one in hashes]
        if form is not None:
            yield Wrong("journal", row.id, form)
        if hashes and row.hash not in computed:
            yield Wrong(
                "journal",
                row.id,
                f"it, or its row {row.number} in journal_seals, was changed after it was sealed",
            )
        hashes = (row.hash, *computed[:1])
        counts.newest = max(entry.at, counts.newest or entry.at)
        counts.last = row.hash


def _chained(tx: Transaction) -> Iterable[Any]:
    columns = (raw(tx, column).label(column.name) for column in _journal.c)
    statement = (
        select(_seals.c.number, _seals.c.entry_id, _seals.c.hash, _seals.c.digest, *columns)
        .join_from(_seals, _journal, _journal.c.id == _seals.c.entry_id, isouter=True)
        .order_by(_seals.c.number)
    )
    return tx.execute(statement.execution_options(yield_per=PIECE))


def _missing(first: int, following: int) -> Iterator[Wrong]:
    last = following - 1
    span = f"seals {first} to {last} are missing" if last > first else "it is missing"
    yield Wrong("journal_seals", first, span)


def _read(row: Any) -> tuple[Any, str | None]:
    """The entry, and what is odd about how it is stored: the chain covers what it says."""
    at, form = instant(row.at)
    try:
        data = json.loads(row.data)
        form = form or (None if json.dumps(data) == row.data else _REWRITTEN.format("data"))
    except ValueError:
        data, form = row.data, _REWRITTEN.format("data")
    names = ("id", "kind", "actor_id", "unit_id", "case_id", "rating_id")
    read = {name: getattr(row, name) for name in names}
    return SimpleNamespace(**read, at=at, data=data), form


_REWRITTEN = "its column {} was written by hand"


def instant(value: Any) -> tuple[datetime, str | None]:
    """An instant as it is stored, read; and what is odd about how it is stored."""
    if isinstance(value, datetime):
        return value.astimezone(UTC), None
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return datetime.min.replace(tzinfo=UTC), _REWRITTEN.format("at")
    as_written = at.replace(tzinfo=None).isoformat(" ", "microseconds") == value
    return at.replace(tzinfo=UTC), None if as_written else _REWRITTEN.format("at")


def unsealed(tx: Transaction, counts: Counts) -> Iterator[Wrong]:
    """The tail that is not sealed yet; what is too old to be of it."""
    statement = (
        select(_journal.c.id, raw(tx, _journal.c.at).label("at"))
        .join_from(_journal, _seals, _seals.c.entry_id == _journal.c.id, isouter=True)
        .where(_seals.c.entry_id.is_(None))
        .order_by(_journal.c.id)
        .execution_options(yield_per=PIECE)
    )
    for row in tx.execute(statement):
        counts.unsealed += 1
        at, form = instant(row.at)
        if form is not None:
            yield Wrong("journal", row.id, form)
        if counts.newest is not None and at < counts.newest - STALE:
            yield Wrong("journal", row.id, "it is older than others that are sealed, and is not")


# --- ratings and cases


def rows(tx: Transaction, name: str, counts: Counts) -> Iterator[Wrong]:
    """Each row against the digest in the newest seal about it."""
    after = FIRST
    while after < LAST:
        until = _end_of_piece(tx, name, after)
        yield from _piece(tx, name, after, until, counts)
        after = until


def _end_of_piece(tx: Transaction, name: str, after: int) -> int:
    key = row_digests.key(name)
    ids = (
        select(key.label("id"))
        .where(*row_digests.span(key, after, LAST))
        .order_by(key)
        .limit(PIECE)
        .subquery()
    )
    row = tx.execute(select(func.max(ids.c.id).label("last"), func.count().label("n"))).one()
    return int(row.last) if row.n == PIECE else LAST


@dataclass
class _Told:
    """What the journal has about a row."""

    entries: int = 0
    number: int = 0  # of the newest seal
    digest: str | None = None
    waits: bool = False


def _piece(tx: Transaction, name: str, after: int, until: int, counts: Counts) -> Iterator[Wrong]:
    told = _told(tx, name, after, until)
    named = {one.digest.partition(":")[0] for one in told.values() if one.digest}
    digests = {
        version: row_digests.between(tx, name, after, until, version)
        for version in row_digests.COLUMNS
        if version == row_digests.VERSION or str(version) in named
    }
    there = digests[row_digests.VERSION]
    for row_id in sorted(told.keys() | there.keys()):
        known = told.get(row_id, _Told())
        if row_id not in there:
            yield Wrong(name, row_id, f"it is missing; the journal has {known.entries} entries")
        elif not known.entries:
            yield Wrong(name, row_id, "the journal knows nothing of it: it was put in by hand")
        elif known.waits or known.digest is None:
            counts.add(counts.waiting if known.waits else counts.older, name)
        else:
            counts.add(counts.rows, name)
            if not any(of.get(row_id) == known.digest for of in digests.values()):
                yield Wrong(name, row_id, f"it, or its salt, was changed after seal {known.number}")


def _told(tx: Transaction, name: str, after: int, until: int) -> dict[int, _Told]:
    key = _journal.c.rating_id if name == RATINGS else _journal.c.case_id
    about = () if name == RATINGS else (_journal.c.rating_id.is_(None),)
    statement = (
        select(key, _seals.c.number, _seals.c.digest)
        .join_from(_journal, _seals, _seals.c.entry_id == _journal.c.id, isouter=True)
        .where(*row_digests.span(key, after, until), *about)
    )
    found: dict[int, _Told] = {}
    read: Iterable[Any] = tx.execute(statement)
    for row_id, number, digest in read:
        known = found.setdefault(row_id, _Told())
        known.entries += 1
        known.waits = known.waits or number is None
        if number is not None and number > known.number:
            known.number, known.digest = number, digest
    return found
