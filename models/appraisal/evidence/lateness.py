"""Frozen records whose facts came late: what may make somebody amend them.

What changed is found by the journal, entry by entry, so that a run looks only at records that a new
entry is about and computes no other again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import col
from sqlmodel import select as choose

from models.appraisal import terms
from models.appraisal.evidence import chain, contests, figures, freezing
from models.appraisal.evidence.figures import Computed
from models.appraisal.evidence.tables import (
    Contest,
    Figure,
    LateKind,
    LateSeen,
    LateTold,
    Snapshot,
)
from models.appraisal.indicators import Result
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction, table
from models.journal import JournalEntry, Kind
from models.ratings.tables import Rating
from models.visits.tables import Visit

BATCH = 20  # records computed again in one run
ENTRIES = 1000  # of the journal, looked at in one run
OF_RATINGS = (
    Kind.RATING_EXCLUDED,
    Kind.RATING_RESTORED,
    Kind.RATING_WITHDRAWN,
    Kind.RATING_CHANGED,
)
OF_VISITS = (Kind.VISIT_RECORDED, Kind.VISIT_ENDED, Kind.VISIT_UNDONE)
KINDS = (*OF_RATINGS, *OF_VISITS, Kind.CONTEST_DECIDED)

_journal, _snapshots, _told = table(JournalEntry), table(Snapshot), table(LateTold)
_periods, _ratings, _visits = table(AppraisalPeriod), table(Rating), table(Visit)

Whose = tuple[int, date]
"""In whose record a fact stands, and on which day."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that would be another one now. n: records that came, went or changed."""

    indicator: str
    n: int
    was: Result | None
    now: Result


@dataclass(frozen=True, slots=True)
class Due:
    """Of which record people are to be told. n: contests, or figures."""

    snapshot_id: int
    kind: LateKind
    n: int


def changes(tx: Transaction, snapshot: Snapshot, at: datetime) -> list[Changed]:
    """The figures of a frozen record of which a record is not as it was, in their order."""
    period = terms.period(tx, snapshot.period_id)
    frozen = freezing.figures(tx, snapshot.id or 0)
    now = figures.computed(tx, snapshot.officer_id, period, at)
    found = (_figure(frozen.get(key), one) for key, one in now.items())
    return [one for one in found if one.n]


def _figure(frozen: Figure | None, now: Computed) -> Changed:
    """What it is made of, record by record, beside what it was made of."""
    before = _records(frozen.inputs) if frozen else {}
    after = _records(chain.plain(now.inputs.to_json()))
    n = sum(before.get(which) != after.get(which) for which in before.keys() | after.keys())
    was = Result.from_json(frozen.result) if frozen else None
    return Changed(now.key, n, was, now.result)


def _records(inputs: Mapping[str, Any]) -> dict[tuple[str, int], chain.Row]:
    return {(one["kind"], one["id"]): one for one in inputs["records"]}


def undecided(tx: Transaction, snapshot: Snapshot, at: datetime) -> list[Contest]:
    """Contests of facts of the record's period that nobody has decided yet."""
    period = terms.period(tx, snapshot.period_id)
    return [
        one
        for one in contests.of_officer(tx, snapshot.officer_id)
        if one.accepted is None
        and period.first_day <= contests.fact_of(tx, one, at).day <= period.last_day
    ]


# --- what people are to be told of


def due(tx: Transaction, at: datetime, batch: int = BATCH) -> tuple[list[Due], bool]:
    """Records to tell of, marked as told; and whether there may be more to do now."""
    seen = choose(LateSeen).with_for_update(skip_locked=True)
    mark = tx.session.exec(seen.execution_options(populate_existing=True)).first()
    first = tx.execute(select(func.min(_snapshots.c.at))).scalar()
    if first is None:
        return [], False
    if mark is None:
        if tx.session.get(LateSeen, 1) is not None:
            return [], False  # another process looks
        mark = LateSeen()
        tx.session.add(mark)
    entries = _entries(tx, mark.entry_id, first)
    found, done = _changed(tx, entries, at, batch)
    if done:
        mark.entry_id = done
    found += _open(tx, at)
    for one in found:
        tx.session.add(LateTold(snapshot_id=one.snapshot_id, kind=one.kind, at=at))
    tx.session.flush()
    return found, bool(entries) and (len(entries) == ENTRIES or done != entries[-1].id)


def _entries(tx: Transaction, after: int, first: datetime) -> Sequence[Row[Any]]:
    names = ("id", "at", "kind", "rating_id", "data")
    return tx.execute(
        select(*(_journal.c[name] for name in names))
        .where(_journal.c.id > after, _journal.c.at >= first)
        .where(_journal.c.kind.in_([kind.value for kind in KINDS]))
        .order_by(_journal.c.id)
        .limit(ENTRIES)
    ).all()


def _changed(
    tx: Transaction, entries: Sequence[Row[Any]], at: datetime, batch: int
) -> tuple[list[Due], int]:
    """What these entries changed in frozen records; up to which entry it was looked at."""
    whose = _whose(tx, entries, at)
    frozen = _frozen(tx, {officer_id for officer_id, _ in whose.values()})
    found: list[Due] = []
    looked: set[int] = set()
    done = 0
    for entry in entries:
        touched = [one for one in frozen if _holds(one, whose.get(entry.id), entry.at)]
        new = [one.id for one in touched if one.id not in looked]
        if new and len(looked) >= batch:
            break
        for snapshot_id in new:
            looked.add(snapshot_id)
            n = len(changes(tx, tx.session.get_one(Snapshot, snapshot_id), at))
            found += [Due(snapshot_id, LateKind.CHANGED, n)] if n else []
        done = entry.id
    return found, done


def _holds(snapshot: Row[Any], whose: Whose | None, at: datetime) -> bool:
    """Whether a fact of that day, which changed at `at`, stands in a record frozen before."""
    if whose is None or snapshot.officer_id != whose[0] or snapshot.at >= at:
        return False
    return bool(snapshot.first_day <= whose[1] <= snapshot.last_day)


def _frozen(tx: Transaction, officer_ids: Iterable[int]) -> Sequence[Row[Any]]:
    """The newest version of each record of these officers of which nobody was told."""
    newer, told = _snapshots.alias("newer"), LateKind.CHANGED.value
    return tx.execute(
        select(
            _snapshots.c.id,
            _snapshots.c.officer_id,
            _snapshots.c.at,
            _periods.c.first_day,
            _periods.c.last_day,
        )
        .join_from(_snapshots, _periods, _periods.c.id == _snapshots.c.period_id)
        .where(
            _snapshots.c.officer_id.in_(sorted(officer_ids)),
            ~select(newer.c.id)
            .where(
                newer.c.officer_id == _snapshots.c.officer_id,
                newer.c.period_id == _snapshots.c.period_id,
                newer.c.version > _snapshots.c.version,
            )
            .exists(),
            ~select(_told.c.snapshot_id)
            .where(_told.c.snapshot_id == _snapshots.c.id, _told.c.kind == told)
            .exists(),
        )
        .order_by(_snapshots.c.id)
    ).all()


def _whose(tx: Transaction, entries: Sequence[Row[Any]], at: datetime) -> dict[int, Whose]:
    """Whose record each entry is about, by the entry's id; nothing for what is nobody's."""
    rated = {e.id: e.rating_id for e in entries if e.kind in OF_RATINGS}
    visited = {e.id: e.data.get("visit") for e in entries if e.kind in OF_VISITS}
    contested = {e.id: e.data.get("contest") for e in entries if e.kind == Kind.CONTEST_DECIDED}
    found = _of_rows(tx, _ratings, rated) | _of_rows(tx, _visits, visited)
    for entry_id, contest_id in contested.items():
        one = tx.session.get_one(Contest, contest_id)
        found[entry_id] = (one.officer_id, contests.fact_of(tx, one, at).day)
    return found


def _of_rows(tx: Transaction, rows: Any, named: Mapping[int, int | None]) -> dict[int, Whose]:
    wanted = sorted({number for number in named.values() if number is not None})
    statement = select(rows.c.id, rows.c.officer_id, rows.c.day).where(rows.c.id.in_(wanted))
    known = {
        row.id: (row.officer_id, row.day)
        for row in tx.execute(statement)
        if row.officer_id is not None
    }
    return {entry: known[number] for entry, number in named.items() if number in known}


def _open(tx: Transaction, at: datetime) -> list[Due]:
    """Frozen records with contests that were raised before and are not decided."""
    told = select(_told.c.snapshot_id).where(
        _told.c.snapshot_id == _snapshots.c.id, _told.c.kind == LateKind.OPEN.value
    )
    waiting = choose(Contest.id).where(
        Contest.officer_id == Snapshot.officer_id,
        col(Contest.accepted).is_(None),
        Contest.at < Snapshot.at,
    )
    rows = tx.session.exec(
        choose(Snapshot).where(waiting.exists(), ~told.exists()).order_by(col(Snapshot.id))
    )
    counted = ((one.id or 0, len(undecided(tx, one, at))) for one in rows if _newest(tx, one))
    return [Due(number, LateKind.OPEN, n) for number, n in counted if n]


def _newest(tx: Transaction, one: Snapshot) -> bool:
    latest = freezing.latest(tx, one.officer_id, one.period_id)
    return latest is not None and latest.id == one.id
