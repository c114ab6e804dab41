"""A database on SQLite alone, for what does not depend on the database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from models.database import Database


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    opened.close()
