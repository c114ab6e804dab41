"""`rebuild-sums` finds a daily sum that is not what the rows say, names it, and mends it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text

from bot import sums
from bot.__main__ import main
from models.database import Database, Transaction
from tests.models.reported_town import ReportedTown

TAMPER = (
    "UPDATE rating_sums SET n4 = n4 + 1 WHERE slice = ''",
    "DELETE FROM rating_sums WHERE slice = 'counter'",
    "INSERT INTO rating_sums (slice, unit_id, day, n1, n2, n3, n4, excluded, withdrawn) "
    "VALUES ('', 1, '2026-01-05', 0, 0, 0, 1, 0, 0)",
)


@pytest.fixture
async def rated(database: Database) -> Database:
    def ratings(tx: Transaction) -> None:
        town = ReportedTown.build(tx)
        for citizen, score in enumerate((4, 4, 3, 1)):
            town.rates(citizen, score, "2026-11-17 10:00", counter=citizen < 2)

    await database.writer.run(ratings)
    return database


def kept(database: Database) -> list[tuple[object, ...]]:
    statement = text("SELECT * FROM rating_sums ORDER BY slice, unit_id, day")
    return [tuple(row) for row in database.read_now(lambda tx: tx.execute(statement).all())]


async def test_sums_that_are_right_stay_as_they_are(
    rated: Database, command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept(rated)
    assert command("rebuild-sums", "--check") == 0
    assert "ratings: 3 sums, all as they were." in capsys.readouterr().out
    assert command("rebuild-sums") == 0
    assert kept(rated) == before


@pytest.mark.parametrize("wrong", TAMPER)
async def test_a_wrong_sum_is_found_named_and_mended(
    rated: Database,
    command: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    wrong: str,
) -> None:
    before = kept(rated)
    await rated.writer.run(lambda tx: tx.execute(text(wrong)))
    tampered = kept(rated)
    assert command("rebuild-sums", "--check") == 1
    assert "1 were wrong" in capsys.readouterr().out
    assert kept(rated) == tampered  # only looked
    assert command("rebuild-sums") == 0
    assert kept(rated) == before
    assert command("rebuild-sums", "--check") == 0


def test_every_table_of_sums_is_rebuilt() -> None:
    from models import registry

    tables = {name for name in registry.METADATA.tables if name.endswith("_sums")}
    assert {part[1].name for part in sums.PARTS} == tables


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Callable[..., int]:
    def run(*words: str) -> int:
        monkeypatch.setenv("DATABASE_URL", database_url)
        monkeypatch.setattr("sys.argv", ["bot", *words])
        return main()

    return run
