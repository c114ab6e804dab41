from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from models.database import Database
from tests.models.appraisal.coaching.school import School, built


@pytest.fixture
async def school(sqlite_url: str) -> AsyncIterator[School]:
    """On SQLite alone, for what does not depend on the database."""
    opened = Database(sqlite_url)
    yield await built(opened)
    opened.close()


@pytest.fixture
async def both(database: Database) -> School:
    """On both databases."""
    return await built(database)
