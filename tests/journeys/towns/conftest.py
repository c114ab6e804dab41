"""Towns whose clock stands at the beginning of a half-year. SQLite: nothing here depends on it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.journeys.towns.half_year import wib
from tests.town import Town


@pytest.fixture
async def january(sqlite_url: str) -> AsyncIterator[Town]:
    """Monday 5 January 2026, before the counters open."""
    opened = await Town.open(sqlite_url, at=wib("2026-01-05 07:00"))
    yield opened
    await opened.close()


@pytest.fixture
async def july(sqlite_url: str) -> AsyncIterator[Town]:
    """Wednesday 1 July 2026, before the counters open."""
    opened = await Town.open(sqlite_url, at=wib("2026-07-01 07:00"))
    yield opened
    await opened.close()
