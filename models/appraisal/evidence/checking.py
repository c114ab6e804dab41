"""The audit of frozen records: their chains, their figures computed again, and what those are
made of.

Read officer by officer, so that memory does not grow with the years.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, union

from models.appraisal import indicators
from models.appraisal.evidence import chain
from models.appraisal.evidence.inputs_audit import Frozen, checked
from models.appraisal.evidence.tables import Figure, Snapshot
from models.appraisal.indicators import Inputs
from models.database import Transaction, table
from models.journal import GENESIS, JournalEntry, Kind
from models.journal_audit import PIECE, Wrong, instant
from models.row_digests import raw

_snapshots, _figures, _journal = table(Snapshot), table(Figure), table(JournalEntry)
_FROZEN = (Kind.RECORD_FROZEN.value, Kind.RECORD_AMENDED.value)


@dataclass
class Counts:
    """What an audit looked at."""

    snapshots: int = 0
    figures: int = 0


@dataclass(frozen=True, slots=True)
class Entered:
    """What the journal has of a snapshot."""

    entry: int
    hash: str
    figures: tuple[int, ...]


@dataclass
class _Officer:
    """The figures of an officer as they were read: ids and last hash by snapshot."""

    ids: dict[int, list[int]] = field(default_factory=dict)
    last: dict[int, str] = field(default_factory=dict)
    sound: dict[int, list[Frozen]] = field(default_factory=dict)


def audit(tx: Transaction, counts: Counts) -> Iterator[Wrong]:
    """Everything that is wrong; `counts` is filled on the way."""
    entered = dict(_entered(tx))
    for officer_id in _officers(tx):
        officer = _Officer()
        yield from _figures_of(tx, officer_id, officer, counts)
        yield from _snapshots_of(tx, officer_id, officer, entered, counts)
    for snapshot_id, one in sorted(entered.items()):
        yield Wrong("snapshots", snapshot_id, f"it is missing; journal {one.entry} tells of it")
        for figure_id in one.figures:
            yield from _missing(tx, figure_id, snapshot_id)


def _officers(tx: Transaction) -> list[int]:
    both = union(select(_snapshots.c.officer_id), select(_figures.c.officer_id))
    return sorted(tx.execute(both).scalars())


def _entered(tx: Transaction) -> Iterator[tuple[int, Entered]]:
    statement = (
        select(_journal.c.id, raw(tx, _journal.c.data).label("data"))
        .where(_journal.c.kind.in_(_FROZEN))
        .order_by(_journal.c.id)
        .execution_options(yield_per=PIECE)
    )
    for row in tx.execute(statement):
        try:
            data = json.loads(row.data)
            yield data["snapshot"], Entered(row.id, data["hash"], tuple(data["figures"]))
        except (KeyError, TypeError, ValueError):
            continue  # it was changed: the chain of the journal tells so


# --- figures


def _figures_of(
    tx: Transaction, officer_id: int, officer: _Officer, counts: Counts
) -> Iterator[Wrong]:
    """Each figure of an officer: chained to the one before, and the same when computed again."""
    statement = (
        select(*(raw(tx, column).label(column.name) for column in _figures.c))
        .where(_figures.c.officer_id == officer_id)
        .order_by(_figures.c.id)
        .execution_options(yield_per=PIECE)
    )
    before = GENESIS
    for row in tx.execute(statement):
        counts.figures += 1
        why = None if row.previous == before else "it does not follow the officer's figure before"
        inputs, wrong = recomputed(dict(row._mapping))
        if wrong or why:
            yield Wrong("figures", row.id, wrong or why or "")
        if inputs is not None:
            frozen = Frozen(row.id, row.indicator, inputs)
            officer.sound.setdefault(row.snapshot_id, []).append(frozen)
        officer.ids.setdefault(row.snapshot_id, []).append(row.id)
        officer.last[row.snapshot_id] = before = row.hash


def recomputed(row: Mapping[str, Any]) -> tuple[Inputs | None, str | None]:
    """The inputs of a stored figure, and what is wrong with it: its hash, how it is written, or
    that the formula gives something else."""
    try:
        read = {**row, "inputs": json.loads(row["inputs"]), "result": json.loads(row["result"])}
        as_written = all(json.dumps(read[name]) == row[name] for name in ("inputs", "result"))
        fits = chain.digest(chain.figure_row(read)) == row["hash"]
    except (TypeError, ValueError):
        return None, _CHANGED
    if not as_written or not fits:
        return None, _CHANGED
    try:
        inputs = Inputs.from_json(read["inputs"])
        again = indicators.compute(row["indicator"], row["formula"], inputs).to_json()
    except (ArithmeticError, ValueError) as error:
        return None, f"it cannot be computed again: {error}"
    same = chain.canonical(again) == chain.canonical(read["result"])
    return inputs, None if same else "computed again from its inputs it is another figure"


_CHANGED = "it was changed after it was frozen"


# --- snapshots


def _snapshots_of(
    tx: Transaction,
    officer_id: int,
    officer: _Officer,
    entered: dict[int, Entered],
    counts: Counts,
) -> Iterator[Wrong]:
    """Each snapshot of an officer; what it has is taken out of `entered` and `officer`."""
    statement = (
        select(*(raw(tx, column).label(column.name) for column in _snapshots.c))
        .where(_snapshots.c.officer_id == officer_id)
        .order_by(_snapshots.c.id)
    )
    before = GENESIS
    for row in tx.execute(statement).all():
        counts.snapshots += 1
        known, at = entered.pop(row.id, None), instant(row.at)[0]
        why = _why_wrong(row, officer, known, before)
        if why is not None:
            yield Wrong("snapshots", row.id, why)
        yield from _other_figures(tx, row.id, officer, known)
        for figure_id, otherwise in checked(tx, officer_id, officer.sound.pop(row.id, []), at):
            yield Wrong("figures", figure_id, otherwise)
        officer.ids.pop(row.id, None)
        before = row.hash
    for snapshot_id, ids in officer.ids.items():
        if snapshot_id not in entered:
            for figure_id in ids:
                yield Wrong("figures", figure_id, f"it is of no snapshot: {snapshot_id} is missing")


def _why_wrong(row: Any, officer: _Officer, known: Entered | None, before: str) -> str | None:
    if not _fits(dict(row._mapping), officer.last.get(row.id)):
        return _CHANGED
    if known is None:
        return "the journal knows nothing of it: it was put in by hand"
    if known.hash != row.hash:
        return f"journal {known.entry} has another hash of it"
    if row.previous != before:
        return "it does not follow the officer's snapshot before"
    return None


def _fits(row: Mapping[str, Any], last_figure: str | None) -> bool:
    """Whether a stored snapshot has the hash that it should, and is written as the service does."""
    at, form = instant(row["at"])
    try:
        content = json.loads(row["content"])
        as_written = json.dumps(content) == row["content"] and form is None
        made = chain.snapshot_row({**row, "content": content, "at": at}, last_figure)
        return as_written and chain.digest(made) == row["hash"]
    except (TypeError, ValueError):
        return False


def _other_figures(
    tx: Transaction, snapshot_id: int, officer: _Officer, known: Entered | None
) -> Iterator[Wrong]:
    """Figures that were frozen and are not there, and the other way round."""
    there = officer.ids.get(snapshot_id, [])
    frozen = known.figures if known else tuple(there)
    for figure_id in sorted(set(frozen) - set(there)):
        yield from _missing(tx, figure_id, snapshot_id)
    for figure_id in sorted(set(there) - set(frozen)):
        yield Wrong("figures", figure_id, f"it was not frozen with snapshot {snapshot_id}")


def _missing(tx: Transaction, figure_id: int, snapshot_id: int) -> Iterator[Wrong]:
    """What is there, under another officer or snapshot, is named where it stands."""
    if tx.execute(select(_figures.c.id).where(_figures.c.id == figure_id)).first() is None:
        yield Wrong("figures", figure_id, f"it is missing; snapshot {snapshot_id} was made of it")
