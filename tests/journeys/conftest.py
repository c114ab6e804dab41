"""A town founded by the demo, and its database alone, once for all tests that begin in it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database
from tests.journeys import demo_process, seeded_town


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo that was started and ended with Ctrl-C. Copy it before use."""
    folder = tmp_path_factory.mktemp("founded") / "demo"
    asyncio.run(demo_process.found(folder))
    return folder


@pytest.fixture(scope="session")
def seeded(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Only read by the tests."""
    file = tmp_path_factory.mktemp("seeded") / "town.db"
    shutil.copy(sqlite_template, file)
    opened = seeded_town.built(f"sqlite:///{file}", seeded_town.NOW)
    yield opened
    opened.close()
