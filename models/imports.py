"""A CSV file of units, services, counters, people, days off or visits: read row by row, entered.

Good rows are kept, bad ones are reported with line, column and reason. The same file twice
doubles nothing. What the file holds is known by its header, Indonesian or English. Every row goes
through the same operation as the dialogue does, with the same checks and the same journal.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from models import journal
from models.csv_table import Row, Sheet, read_sheet
from models.database import Transaction
from models.errors import Refused
from models.import_rows import ALIASES, KINDS, CellError, Import, Link, RowKind
from models.journal import Kind

CONTENT_LIMIT = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where, and the text that says what."""

    line: int  # as a spreadsheet numbers them: the header is 1
    column: str  # as the file calls it; empty: the whole row
    key: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    kind: str  # a key of KINDS
    added: int
    changed: int
    known: int  # rows that were there already, word for word
    problems: tuple[Problem, ...]
    links: tuple[Link, ...]


def run(
    tx: Transaction, content: bytes, *, at: datetime, by: int | None, office_id: int | None = None
) -> Report:
    """Enter a file. `office_id`: the office of rows that name none.

    Refuses a file that is too large, no text, without a known header, or too long.
    """
    if len(content) > CONTENT_LIMIT:
        raise Refused("csv-too-large", limit=CONTENT_LIMIT // 1000)
    sheet = read_sheet(content, ALIASES)
    kind = _kind(sheet)
    if len(sheet.rows) > kind.limit:
        raise Refused("csv-too-long", limit=kind.limit, rows=len(sheet.rows))
    work = Import(tx, at, by, office_id)
    tally, problems = _rows(work, kind, sheet)
    journal.write(
        tx,
        Kind.IMPORTED,
        at,
        actor_id=by,
        what=kind.name,
        office=office_id,
        rows=len(sheet.rows),
        problems=len(problems),
        **tally,
    )
    unread = [Problem(1, name, "csv-column-unknown", {}) for name in sheet.unknown]
    return Report(
        kind=kind.name,
        added=tally["added"],
        changed=tally["changed"],
        known=tally["known"],
        problems=(*unread, *problems),
        links=tuple(work.links),
    )


def _rows(work: Import, kind: RowKind, sheet: Sheet) -> tuple[Tally[str], list[Problem]]:
    """Enter row by row, each in its own savepoint: a bad row leaves nothing behind."""
    tally: Tally[str] = Tally({"added": 0, "changed": 0, "known": 0})
    problems = []
    for row in sheet.rows:
        links = len(work.links)
        try:
            if row.surplus:
                raise Refused("csv-row-long", columns=len(sheet.columns) + len(sheet.unknown))
            with work.tx.session.begin_nested():
                tally[kind.enter(work, row)] += 1
        except (CellError, Refused) as error:
            del work.links[links:]
            problems.append(_problem(row, error, sheet.columns))
    return tally, problems


def _problem(row: Row, error: CellError | Refused, columns: dict[str, str]) -> Problem:
    if isinstance(error, CellError):
        refused, column = error.refused, columns.get(error.column, error.column)
        return Problem(row.line, column, refused.key, refused.values)
    return Problem(row.line, "", error.key, error.values)


def _kind(sheet: Sheet) -> RowKind:
    """By the column only this kind of file has; the plainest, units, comes last."""
    for kind in KINDS.values():
        if kind.mark in sheet.columns:
            for name in kind.required:
                if name not in sheet.columns:
                    raise Refused("csv-no-column", column=name)
            return kind
    raise Refused("csv-header-unknown", found=", ".join([*sheet.columns.values(), *sheet.unknown]))
