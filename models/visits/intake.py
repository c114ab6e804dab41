"""Batches of visits from a queue system: read, entered one by one, and told what came of each.

A bad row leaves nothing behind and does not keep the good ones back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.csv_table import Row, Sheet, read_sheet
from models.database import Transaction
from models.errors import Refused
from models.visits import reading, telling
from models.visits.reading import COLUMNS, Draft, WrongField
from models.visits.tables import Source, Visit
from models.visits.telling import Effect, Teller

BATCH_LIMIT = 100  # visits in one request: a fifth of a second of the Writer's time
CONFLICTS = frozenset({"visit-external-differs"})  # with what is stored already
_FIELD_OF = {
    "visit-external-differs": "number",
    "visit-external-length": "number",
    "visit-in-future": "ended_at",
    "visit-times-order": "ended_at",
    "visit-too-old": "started_at",
    "service-unknown": "service",
    "counter-unknown": "counter",
}
"""What an operation refuses without knowing of fields."""


@dataclass(frozen=True, slots=True)
class Told:
    """One visit that was sent; `read` may raise WrongField."""

    read: Callable[[], Draft]
    line: int | None = None  # of a table; the header's is usually 1


@dataclass(frozen=True, slots=True)
class Batch:
    source: Source
    visits: tuple[Told, ...]
    columns: Mapping[str, str] = field(default_factory=dict)  # field -> as the table calls it


@dataclass(frozen=True, slots=True)
class Accepted:
    index: int  # in the batch, from 0
    number: str
    visit_id: int
    effect: Effect
    issued: datetime  # of its code


@dataclass(frozen=True, slots=True)
class Rejected:
    index: int
    line: int | None
    field: str  # as the sender calls it; empty: the whole row
    reason: str  # key of a text
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entered:
    accepted: tuple[Accepted, ...]
    rejected: tuple[Rejected, ...]


def of_json(content: bytes) -> Batch:
    """One visit as an object, or `{"visits": [...]}`; refuses what is neither."""
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        raise Refused("api-json-broken") from None
    if not isinstance(body, dict):
        raise Refused("api-json-no-object")
    if "visits" not in body:
        return _batch(Source.API, [_told(body)])
    if set(body) != {"visits"} or not isinstance(body["visits"], list):
        raise Refused("api-json-no-list")
    return _batch(Source.API, [_told(one) for one in body["visits"]])


def _told(one: object) -> Told:
    return Told(lambda: reading.from_json(one))


def of_csv(content: bytes, zone: str) -> Batch:
    """A table with a header; refuses one that cannot be read or lacks a column."""
    sheet = read_sheet(content, reading.ALIASES)
    for name in reading.REQUIRED:
        if COLUMNS[name] not in sheet.columns:
            raise Refused("csv-no-column", column=COLUMNS[name])
    if sheet.unknown:
        raise Refused("api-csv-column-unknown", column=sheet.unknown[0][:40])
    named = {name: sheet.columns.get(column, column) for name, column in COLUMNS.items()}
    told = [Told(_row_reader(row, sheet, zone), row.line) for row in sheet.rows]
    return _batch(Source.CSV, told, named)


def _batch(source: Source, told: list[Told], columns: Mapping[str, str] | None = None) -> Batch:
    if not told:
        raise Refused("api-visits-none")
    if len(told) > BATCH_LIMIT:
        raise Refused("api-visits-many", limit=BATCH_LIMIT, count=len(told))
    return Batch(source, tuple(told), columns or {})


def _row_reader(row: Row, sheet: Sheet, zone: str) -> Callable[[], Draft]:
    def read() -> Draft:
        if row.surplus:
            raise WrongField("", "csv-row-long", columns=len(sheet.columns))
        return reading.from_cells(row.cells, zone)

    return read


def enter(tx: Transaction, unit_id: int, batch: Batch, at: datetime) -> Entered:
    """Enter every visit that can be; whoever calls has checked the key against the unit."""
    teller = Teller(unit_id, batch.source, at)
    accepted, rejected = [], []
    for index, told in enumerate(batch.visits):
        try:
            accepted.append(_enter(tx, teller, index, told.read()))
        except Refused as refused:
            rejected.append(_rejected(batch, index, refused))
    return Entered(tuple(accepted), tuple(rejected))


def _enter(tx: Transaction, teller: Teller, index: int, draft: Draft) -> Accepted:
    with tx.savepoint():
        visit, effect = telling.tell(tx, teller, draft)
        return Accepted(index, draft.number, visit.id or 0, effect, _issued(visit, teller.at))


def _issued(visit: Visit, at: datetime) -> datetime:
    """The code is good for some days from the visit on, not from the hour it was told of."""
    return min(at, visit.ended_at or visit.started_at)


def _rejected(batch: Batch, index: int, refused: Refused) -> Rejected:
    name = refused.field if isinstance(refused, WrongField) else _FIELD_OF.get(refused.key, "")
    return Rejected(
        index,
        batch.visits[index].line,
        batch.columns.get(name, name),
        refused.key,
        refused.values,
    )
