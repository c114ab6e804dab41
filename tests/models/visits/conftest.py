from __future__ import annotations

import pytest

from models.database import Database
from tests.models.visits.counter_hall import Hall, built


@pytest.fixture
async def hall(database: Database) -> Hall:
    return await built(database)
