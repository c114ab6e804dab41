"""A town founded by the demo, once for all tests that begin in it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.journeys import demo_process


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo that was started and ended with Ctrl-C. Copy it before use."""
    folder = tmp_path_factory.mktemp("founded") / "demo"
    asyncio.run(demo_process.found(folder))
    return folder
