"""What a job of the clock is; the tables of wiring list them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """What the clock does: `work(tx, at)` asks the database what is due.

    keyed: it draws by chance, and is given the service's secret too: `work(tx, at, key=)`.
    """

    name: str
    every: float  # seconds
    work: Callable[..., object]
    keyed: bool = False
