"""How much the tests try: what fits into minutes, or everything there is (`make proofs`).

A run of minutes kills the bot less often, draws fewer examples, and plays on PostgreSQL only each
third of those tests of a file that are not about the database itself.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence

import pytest

LONG = os.environ.get("PROOFS") == "long"
EACH = 3
# Files that are about the database: transactions, locks, order, what a crash leaves.
OF_DATABASES = (
    *("races", "schema", "writer", "outbox", "journal", "leases", "intake", "freezing"),
    *("checking", "tampered", "faults", "killed", "replicas", "sums", "page_sessions"),
)


def scaled(everything: int, minutes: int) -> int:
    """How many, by the run."""
    return everything if LONG else minutes


def left_out(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """What a run of minutes does not play on PostgreSQL as well."""
    seen: Counter[str] = Counter()
    found = []
    for item in items:
        if (
            LONG
            or "postgresql" not in item.name
            or any(one in item.path.name for one in OF_DATABASES)
        ):
            continue
        seen[item.path.name] += 1
        if seen[item.path.name] % EACH != 1:
            found.append(item)
    return found
