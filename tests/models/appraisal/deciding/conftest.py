"""Most of what people decide does not depend on the database: SQLite alone, and both by name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from models.database import Database


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    opened.close()
