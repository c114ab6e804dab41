from __future__ import annotations

import pytest

from models.database import Database
from tests.models.complaints.offices_and_people import Bureau, opened


@pytest.fixture
async def bureau(database: Database) -> Bureau:
    return await opened(database)
