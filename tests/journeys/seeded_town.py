"""The demo's town in a database, as its tests ask it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.sandbox import town
from bot.sandbox.town_files import KINDS, Sample
from models.database import Database, Transaction

T = TypeVar("T")
NOW = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)  # Wednesday 25 Nov 2026 10.30 WIB
SAMPLES = {
    name: Sample(
        kind, f"file-{name}", "image/jpeg", "0" * 64, "damaged" if name == "broken" else ""
    )
    for name, kind in KINDS.items()
}


def built(url: str, now: datetime) -> Database:
    """The town in the database at this address."""
    opened = Database(url)
    with opened.engine.begin() as connection:
        tx = Transaction(connection)
        town.build(tx, now, "k" * 32, SAMPLES)
        tx.finish()
    return opened


def ask(seeded: Database, work: Callable[[Transaction], T]) -> T:
    return seeded.read_now(work)


def rows(seeded: Database, statement: Any) -> list[Any]:
    return ask(seeded, lambda tx: list(tx.session.execute(statement).all()))
