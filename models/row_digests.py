"""Digests of the rows of ratings and cases, by which the journal's seals show a change by hand.

Each operation that changes a rating or a case enters it in the journal in the same transaction;
the seal of that entry keeps the digest of the row as it then stands. So a row that differs from
its newest digest was changed past the service. An operation, or a migration, that changes a row
without an entry would look the same: write one.

A digest is "version:SHA-256". It covers the columns of its version, as SQLite stores them: instants
as "2026-11-23 07:30:00.000000" in UTC, truth as 0 or 1, JSON as its text. When a table gets
another column, add a version; the columns of older ones stay as they are.

Each digest has a random salt, of which only the newest is kept: words that were erased, or who sent
a case, cannot be guessed and tried out on the digests that stay behind for ever.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    Table,
    Text,
    bindparam,
    cast,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.types import NullType
from sqlmodel import Field, SQLModel

from models.database import Transaction, table

VERSION = 1
SALT = 16  # bytes
RATINGS, CASES = "ratings", "cases"

COLUMNS: Mapping[int, Mapping[str, tuple[str, ...]]] = {
    1: {
        RATINGS: (
            "id",
            "rater",
            "unit_id",
            "day",
            "visit_id",
            "service_id",
            "counter_id",
            "officer_id",
            "score",
            "asked",
            "standing",
            "why",
            "at",
            "comment",
            "commented_at",
            "reading",
            "sentiment",
            "aspects",
        ),
        CASES: (
            "id",
            "ticket",
            "unit_id",
            "counter_id",
            "category",
            "kind",
            "supervisory",
            "text",
            "original",
            "reporter_id",
            "reporter",
            "anonymous",
            "confidential",
            "reporter_name",
            "latitude",
            "longitude",
            "place",
            "state",
            "holder_id",
            "calendar_id",
            "received_at",
            "verified_at",
            "first_answer_due",
            "resolution_due",
            "first_answered_at",
            "answered_at",
            "waiting_since",
            "resolved_at",
            "next_clock",
            "next_due",
            "wake_at",
            "handling_score",
            "reopened",
            "followers",
            "previous_id",
            "merged_into_id",
            "reading",
        ),
    }
}


class RowSalt(SQLModel, table=True):
    """What the newest digest of a row was made with; the next one replaces it."""

    __tablename__ = "row_salts"

    name: str = Field(primary_key=True)  # of the table
    row_id: int = Field(primary_key=True)
    salt: str


_salts = table(RowSalt)
_ADDING = insert(_salts).values({name: bindparam(name) for name in ("name", "row_id", "salt")})
_SALT = _ADDING.on_conflict_do_update(
    index_elements=[_salts.c.name, _salts.c.row_id], set_={"salt": _ADDING.excluded.salt}
)


def of_rows(tx: Transaction, name: str, ids: Collection[int]) -> dict[int, str]:
    """New digests of these rows of ratings or cases, by id, without those that are not there. The
    digests before them can be verified no more."""
    if not ids:
        return {}
    wanted = key(name).in_(bindparam("ids", expanding=True))
    rows = tx.execute(_rows(tx, name, VERSION).where(wanted), {"ids": list(ids)}).all()
    salts = [{"name": name, "row_id": row[0], "salt": token_hex(SALT)} for row in rows]
    if salts:
        tx.execute(_SALT, salts)
    pairs = zip(rows, salts, strict=True)
    return {row[0]: digest(name, row, salted["salt"]) for row, salted in pairs}


def between(
    tx: Transaction, name: str, after: int, until: int, version: int = VERSION
) -> dict[int, str]:
    """The newest digests of the rows with ids in (after, until], by the columns of a version, as
    they ought to be."""
    of_span = span(_salts.c.row_id, after, until)
    salted = select(_salts.c.row_id, _salts.c.salt).where(_salts.c.name == name, *of_span)
    salts: dict[int, str] = {row.row_id: row.salt for row in tx.execute(salted)}
    rows = tx.execute(_rows(tx, name, version).where(*span(key(name), after, until)))
    return {row[0]: digest(name, row, salts.get(row[0], ""), version) for row in rows}


def span(column: ColumnElement[int], after: int, until: int) -> list[ColumnElement[bool]]:
    """The condition for ids in (after, until], however large they are."""
    return [column > literal(after, BigInteger), column <= literal(until, BigInteger)]


def digest(name: str, values: Sequence[Any], salt: str, version: int = VERSION) -> str:
    """The digest of a row whose values come in the order of the version's columns."""
    text = json.dumps([salt, name, *map(stored, values)], separators=(",", ":"), default=repr)
    return f"{version}:{hashlib.sha256(text.encode()).hexdigest()}"


def key(name: str) -> ColumnElement[int]:
    """The column of the rows' ids."""
    return _table(name).c.id


def stored(value: Any) -> Any:
    """The value as SQLite keeps it."""
    made = _STORED.get(type(value))
    return value if made is None else made(value)


def raw(tx: Transaction, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column as the database has it, byte by byte, before anything makes sense of it."""
    if tx.connection.dialect.name == "postgresql" and isinstance(column.type, JSON):
        return cast(column, Text)
    return type_coerce(column, NullType())


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


_STORED: Mapping[type, Callable[[Any], Any]] = {
    datetime: _instant,
    date: date.isoformat,
    bool: int,
}


def _rows(tx: Transaction, name: str, version: int) -> Any:
    columns = _table(name).c
    return select(*(raw(tx, columns[column]) for column in COLUMNS[version][name]))


def _table(name: str) -> Table:
    """By its name: the tables stand above the journal."""
    return SQLModel.metadata.tables[name]
