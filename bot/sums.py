"""`rebuild-sums`: every daily sum made anew from the rows it sums, and whether that changed any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table, select, text

from models.database import Transaction, table, writing_engine
from models.ratings import sums as rating_sums
from models.ratings import survey_sums
from models.ratings.survey_tables import SurveySum
from models.ratings.tables import RatingSum
from models.visits import sums as visit_sums
from models.visits.tables import VisitSum

PARTS: tuple[tuple[str, Table, Callable[[Transaction], int]], ...] = (
    ("ratings", table(RatingSum), rating_sums.rebuild),
    ("questionnaires", table(SurveySum), survey_sums.rebuild),
    ("visits", table(VisitSum), visit_sums.rebuild),
)
Sums = dict[tuple[Any, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One kind of sums: how many there are, and those that were not what the rows say."""

    name: str
    sums: int
    wrong: tuple[tuple[Any, ...], ...]  # their keys

    @property
    def line(self) -> str:
        if not self.wrong:
            return f"{self.name}: {self.sums} sums, all as they were."
        places = "; ".join(" ".join(map(_word, key)) for key in self.wrong[:3])
        return f"{self.name}: {self.sums} sums, {len(self.wrong)} were wrong ({places}, …)."


def run(url: str, *, keep: bool) -> list[Rebuilt]:
    """Rebuild in one transaction. keep=False: only look, and leave everything as it was."""
    engine = writing_engine(url)
    try:
        with engine.connect() as connection:
            change = connection.begin()
            found = [_rebuilt(Transaction(connection), *part) for part in PARTS]
            if keep:
                change.commit()
            else:
                change.rollback()
            return found
    finally:
        engine.dispose()


def _rebuilt(
    tx: Transaction, name: str, sums: Table, rebuild: Callable[[Transaction], int]
) -> Rebuilt:
    if tx.connection.dialect.name == "postgresql":  # nobody adds to them meanwhile
        tx.execute(text(f"LOCK TABLE {sums.name} IN EXCLUSIVE MODE"))
    before = _read(tx, sums)
    rebuild(tx)
    after = _read(tx, sums)
    wrong = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    return Rebuilt(name, len(after), tuple(sorted(wrong, key=str)))


def _read(tx: Transaction, sums: Table) -> Sums:
    """Those that hold something: a sum of nothing is as good as none."""
    keys = len(sums.primary_key.columns)
    columns = [*sums.primary_key.columns, *(c for c in sums.columns if not c.primary_key)]
    rows = (tuple(row) for row in tx.execute(select(*columns)))
    return {row[:keys]: row[keys:] for row in rows if any(row[keys:])}


def _word(part: Any) -> str:
    return part.isoformat() if isinstance(part, date) else str(part) or "all"
