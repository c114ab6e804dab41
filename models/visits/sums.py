"""Daily sums of visits by service: kept with each visit that ends, made anew from the rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import bindparam, case, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from models.database import Transaction, table
from models.visits.tables import Outcome, Visit, VisitSum

_sums, _visits = table(VisitSum), table(Visit)
NUMBERS = ("visits", "done", "minutes", "promised", "within", "waits", "waited")
_KEYS = ("unit_id", "service_id", "day")


def _adding() -> Any:
    adding = insert(_sums).values({name: bindparam(name) for name in (*_KEYS, *NUMBERS)})
    return adding.on_conflict_do_update(
        index_elements=[_sums.c[name] for name in _KEYS],
        set_={name: _sums.c[name] + adding.excluded[name] for name in NUMBERS},
    )


_ADD = _adding()


def add(tx: Transaction, visit: Visit, n: int = 1) -> None:
    """Count a visit that has ended in; n = -1 takes it out again."""
    done = visit.outcome == Outcome.DONE
    values = {
        "visits": 1,
        "done": int(done),
        "minutes": visit.minutes or 0.0,
        "promised": int(visit.within is not None),
        "within": int(bool(visit.within)),
        "waits": int(visit.waited is not None),
        "waited": visit.waited or 0.0,
    }
    keys: dict[str, int | date] = {
        "unit_id": visit.unit_id,
        "service_id": visit.service_id,
        "day": visit.day,
    }
    tx.execute(_ADD, keys | {name: n * value for name, value in values.items()})


def rebuild(tx: Transaction) -> int:
    """Make every sum anew from the visits; returns how many sums there are."""
    tx.execute(delete(_sums))
    done = _visits.c.outcome == Outcome.DONE.value
    found = (
        select(
            *(_visits.c[name] for name in _KEYS),
            func.count(),
            func.sum(case((done, 1), else_=0)),
            func.coalesce(func.sum(_visits.c.minutes), 0.0),
            func.count(_visits.c.within),
            func.sum(case((_visits.c.within.is_(True), 1), else_=0)),
            func.count(_visits.c.waited),
            func.coalesce(func.sum(_visits.c.waited), 0.0),
        )
        .where(_visits.c.ended_at.is_not(None), _visits.c.undone_at.is_(None))
        .group_by(*(_visits.c[name] for name in _KEYS))
    )
    made = tx.execute(_sums.insert().from_select([*_KEYS, *NUMBERS], found))
    return made.rowcount
