"""What the clock costs with many cases, a hundred of them due; measured by `tests.bench.cases`.

`wake` does to each due case what its time has come for: the ladder climbed, people told, the case
wound again. Beside it: a run with nothing due, the board of a unit, a morning's digest. CPU of the
process, user and system, on an SQLite file.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from sqlalchemy import text

from handlers import digest, jobs_cases
from models.complaints import board
from models.database import Database, Transaction
from tests.bench.case_town import NOW, CaseTown

DUE = 100
TIMES = 40
_QUIET = text("UPDATE cases SET wake_at = '2027-06-01 00:00:00' WHERE wake_at IS NOT NULL")
_FORGET = text("DELETE FROM reminders")
_RING = text(
    "UPDATE cases SET wake_at = '2026-11-23 02:00:00' WHERE id IN "
    "(SELECT id FROM cases WHERE resolved_at IS NULL AND next_due < '2026-11-23 02:00:00' "
    f"ORDER BY id LIMIT {DUE})"
)


class Clock:
    """The jobs on one file."""

    def __init__(self, database: Database, town: CaseTown) -> None:
        self.database = database
        self.town = town

    def costs(self) -> dict[str, list[float]]:
        """CPU milliseconds of each run."""
        self._write(lambda tx: tx.execute(_QUIET))
        return {
            "wake, nothing due": [self._cost(self._wake) for _ in range(TIMES)],
            "wake, a due case": [self._due() / DUE for _ in range(5)],
            "/papan": [self._board(number) for number in range(TIMES)],
            "digest of 20 units": [self._cost(lambda tx: digest.send(tx, NOW)) for _ in range(5)],
        }

    def _due(self) -> float:
        def ring(tx: Transaction) -> None:
            tx.execute(_FORGET)
            rung = tx.execute(_RING).rowcount
            assert rung == DUE, rung

        self._write(ring)
        return self._cost(self._wake)

    def _wake(self, tx: Transaction) -> None:
        while jobs_cases.wake(tx, NOW).again:
            pass

    def _board(self, number: int) -> float:
        unit_id = self.town.units[number]
        head = self.town.persons[self.town.officers[unit_id][1] + 1]
        return self._cost(lambda tx: board.of_unit(tx, unit_id, head, NOW))

    def _cost(self, work: Callable[[Transaction], object]) -> float:
        begun = time.process_time()
        self._write(work)
        return (time.process_time() - begun) * 1000

    def _write(self, work: Callable[[Transaction], object]) -> None:
        with self.database.engine.begin() as connection:
            tx = Transaction(connection)
            work(tx)
            tx.finish()
