from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from models.database import Database
from tests.models.appraisal.skp import desk as desks
from tests.models.appraisal.skp.desk import Desk


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Desk]:
    """On SQLite: what is tried on it does not depend on the database."""
    database = Database(sqlite_url)
    yield await desks.built(database)
    database.close()
