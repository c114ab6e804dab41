"""Most of what people decide does not depend on the database: SQLite alone, with an office whose
quarter is frozen already."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database, Transaction
from tests.models.appraisal.deciding.bureau import Bureau


@pytest.fixture(scope="session")
def frozen_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an office with a frozen quarter, made once."""
    file = tmp_path_factory.mktemp("bureau") / "frozen.db"
    shutil.copy(sqlite_template, file)
    opened = Database(f"sqlite:///{file}")
    with opened.engine.begin() as connection:
        tx = Transaction(connection)
        Bureau.found(tx)
        tx.finish()
    opened.close()
    return file


@pytest.fixture
def sqlite(frozen_template: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of it."""
    file = tmp_path / "frozen.db"
    shutil.copy(frozen_template, file)
    yield from _opened(f"sqlite:///{file}")


@pytest.fixture
def empty(sqlite_url: str) -> Iterator[Database]:
    """A migrated database without an office."""
    yield from _opened(sqlite_url)


def _opened(url: str) -> Iterator[Database]:
    opened = Database(url)
    yield opened
    opened.close()
