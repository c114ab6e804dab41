from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from models.database import Database
from tests.models.appraisal.feedback.colleagues import Colleagues, built


@pytest.fixture
async def hall(sqlite_url: str) -> AsyncIterator[Colleagues]:
    """On SQLite alone, for what does not depend on the database."""
    opened = Database(sqlite_url)
    yield await built(opened)
    opened.close()


@pytest.fixture
async def both(database: Database) -> Colleagues:
    """On both databases."""
    return await built(database)


@pytest.fixture
async def on_postgresql(postgresql_url: str) -> AsyncIterator[Colleagues]:
    """For what PostgreSQL keeps beside a row."""
    opened = Database(postgresql_url)
    yield await built(opened)
    opened.close()
