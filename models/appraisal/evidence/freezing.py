"""Freezing an officer's record of a period: its figures, each with what it is made of, and a
snapshot over them, both in a chain per officer (`chain`).

The clock freezes a record once. What comes to light afterwards becomes an amendment: a further
version, by somebody who is named and says why; the versions before stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

from sqlalchemy import bindparam, func, insert, select, text
from sqlmodel import col
from sqlmodel import select as choose

from models import journal
from models.appraisal import terms
from models.appraisal.evidence import chain
from models.appraisal.evidence.tables import Figure, Snapshot
from models.appraisal.leaders import SERVING
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction, table
from models.errors import Refused
from models.journal import GENESIS, Kind
from models.offices import Office, Unit
from models.people import Appointment, Officer


class Written(Protocol):
    """What can be written down and read again to the last digit."""

    def to_json(self) -> dict[str, Any]: ...


class Computable(Protocol):
    """A figure as `figures.computed` gives it."""

    @property
    def key(self) -> str: ...
    @property
    def formula(self) -> int: ...
    @property
    def inputs(self) -> Written: ...
    @property
    def result(self) -> Written: ...


_officers, _snapshots, _figures = table(Officer), table(Snapshot), table(Figure)
# not FOR UPDATE: rows that refer to the officer may be added meanwhile
_LOCK = (
    select(_officers.c.id)
    .where(_officers.c.id == bindparam("officer_id"))
    .with_for_update(key_share=True)
)
_LAST_FIGURE = (
    select(_figures.c.hash)
    .where(_figures.c.officer_id == bindparam("officer_id"))
    .order_by(_figures.c.id.desc())
    .limit(1)
)
_LAST_SNAPSHOT = (
    select(_snapshots.c.hash)
    .where(_snapshots.c.officer_id == bindparam("officer_id"))
    .order_by(_snapshots.c.id.desc())
    .limit(1)
)
_ADD_FIGURES = insert(_figures)


def freeze(
    tx: Transaction,
    officer_id: int,
    period: AppraisalPeriod,
    content: Mapping[str, Any],
    computed: Mapping[str, Computable],
    at: datetime,
    *,
    by: int | None = None,
    reason: str = "",
    plan_id: int | None = None,
    unit_id: int | None = None,
) -> Snapshot:
    """Freeze the officer's record of a period, and return the snapshot.

    by: officers.id of who amends it, with the reason; None: the clock, which does it once, and gets
    the newest version back when it is frozen already. content: what the record holds besides its
    figures, JSON values only. unit_id: where the officer served at the end of the period, found
    by the appointments if not given.

    Refused: an amendment of what is not frozen, or without a reason; an officer who served in no
    unit.
    """
    tx.execute(_LOCK, {"officer_id": officer_id})  # one process at a time goes on with the chain
    before = latest(tx, officer_id, period.id or 0)
    if by is None and before is not None:
        return before
    _refuse_amending(before, by, reason)
    row = {
        "id": _ids(tx, "snapshots", 1)[0],
        "officer_id": officer_id,
        "period_id": period.id,
        "version": before.version + 1 if before else 1,
        "unit_id": unit_id or _unit_at_end(tx, officer_id, period),
        "plan_id": plan_id,
        "at": at.astimezone(UTC),
        "by_id": by,
        "reason": reason.strip(),
        "content": chain.plain(content),
        "figures": len(computed),
        "previous": _last(tx, _LAST_SNAPSHOT, officer_id),
    }
    figures = _chained(tx, officer_id, row["id"], computed)
    row["hash"] = chain.digest(chain.snapshot_row(row, figures[-1]["hash"] if figures else None))
    return _kept(tx, Snapshot(**row), figures)


def _refuse_amending(before: Snapshot | None, by: int | None, reason: str) -> None:
    if by is None:
        return
    if before is None:
        raise Refused("amendment-not-frozen")
    if not reason.strip():
        raise Refused("amendment-needs-reason")


def _chained(
    tx: Transaction, officer_id: int, snapshot_id: int, computed: Mapping[str, Computable]
) -> list[chain.Row]:
    """The rows of the figures, each with the hash of the one before."""
    previous = _last(tx, _LAST_FIGURE, officer_id)
    rows = []
    for number, one in zip(_ids(tx, "figures", len(computed)), computed.values(), strict=True):
        row: chain.Row = {
            "id": number,
            "snapshot_id": snapshot_id,
            "officer_id": officer_id,
            "indicator": one.key,
            "formula": one.formula,
            "inputs": chain.plain(one.inputs.to_json()),
            "result": chain.plain(one.result.to_json()),
            "previous": previous,
        }
        row["hash"] = previous = chain.digest(chain.figure_row(row))
        rows.append(row)
    return rows


def _kept(tx: Transaction, snapshot: Snapshot, figures: list[chain.Row]) -> Snapshot:
    tx.session.add(snapshot)
    tx.session.flush()
    if figures:
        tx.execute(_ADD_FIGURES, figures)
    journal.write(
        tx,
        Kind.RECORD_FROZEN if snapshot.version == 1 else Kind.RECORD_AMENDED,
        snapshot.at,
        unit_id=snapshot.unit_id,
        officer=snapshot.officer_id,
        period=snapshot.period_id,
        version=snapshot.version,
        snapshot=snapshot.id,
        figures=[row["id"] for row in figures],
        hash=snapshot.hash,
        by=snapshot.by_id,
    )
    return snapshot


def _last(tx: Transaction, statement: Any, officer_id: int) -> str:
    found: str | None = tx.execute(statement, {"officer_id": officer_id}).scalar()
    return found or GENESIS


def _ids(tx: Transaction, name: str, number: int) -> list[int]:
    """Ids of rows to come, in order: they are part of what is hashed, and no row is changed after
    it was added. On SQLite there is no other writer meanwhile."""
    if tx.connection.dialect.name == "postgresql":
        statement = text(
            f"SELECT nextval(pg_get_serial_sequence('{name}', 'id')) FROM generate_series(1, :n)"
        )
        return sorted(tx.execute(statement, {"n": number}).scalars())
    last = tx.execute(text(f"SELECT coalesce(max(id), 0) FROM {name}")).scalar_one()
    return list(range(last + 1, last + 1 + number))


def _unit_at_end(tx: Transaction, officer_id: int, period: AppraisalPeriod) -> int:
    """The unit of the appointment that held last in the period, else of the last one before."""
    office = tx.session.get_one(Office, period.office_id)
    _, end = terms.bounds(period, office.zone)
    until = func.coalesce(col(Appointment.until_at), end)
    found = tx.session.exec(
        choose(Appointment.unit_id)
        .join(Unit, col(Unit.id) == Appointment.unit_id)
        .where(
            Appointment.officer_id == officer_id,
            Unit.office_id == period.office_id,
            col(Appointment.role).in_(SERVING),
            col(Appointment.from_at) < end,
        )
        .order_by(until.desc(), col(Appointment.id))
    ).first()
    if found is None:
        raise Refused("record-without-unit")
    return found


# --- reading


def latest(tx: Transaction, officer_id: int, period_id: int) -> Snapshot | None:
    """The newest version of an officer's frozen record; None: it is not frozen yet."""
    statement = choose(Snapshot).where(
        Snapshot.officer_id == officer_id, Snapshot.period_id == period_id
    )
    return tx.session.exec(statement.order_by(col(Snapshot.version).desc())).first()


def versions(tx: Transaction, officer_id: int, period_id: int) -> list[Snapshot]:
    """All of them, oldest first."""
    statement = choose(Snapshot).where(
        Snapshot.officer_id == officer_id, Snapshot.period_id == period_id
    )
    return list(tx.session.exec(statement.order_by(col(Snapshot.version))))


def figures(tx: Transaction, snapshot_id: int) -> dict[str, Figure]:
    """The figures of a snapshot by the indicator's key, as they were frozen."""
    statement = choose(Figure).where(Figure.snapshot_id == snapshot_id).order_by(col(Figure.id))
    return {figure.indicator: figure for figure in tx.session.exec(statement)}
