"""A database of the version before the performance record: its sealed journal stays sound, what is
sealed from now on covers rows too, and frozen records cannot be changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

from models import journal, journal_audit, schema
from models.database import Database, Transaction, writing_engine
from models.journal import GENESIS, Kind
from models.journal_audit import Counts
from tests.models.reported_town import wib
from tests.models.test_schema_ratings import old_url

__all__ = ["old_url"]

MONDAY = "2026-11-16 03:00:00.000000"
AT = "2026-11-16T03:00:00+00:00"
RATED = (1, 2, 3)
SEALED = len(RATED)
FILL = (
    "INSERT INTO offices (id, name, zone, seasons) VALUES (1, 'Dukcapil', 'Asia/Jakarta', '[]')",
    "INSERT INTO units (id, office_id, name, zone) VALUES (1, 1, 'KTP', 'Asia/Jakarta')",
    "INSERT INTO officers (id, nip, name, position) VALUES (1, '198001012005011001', 'Sari', '')",
    *(
        "INSERT INTO ratings (id, rater, unit_id, day, score, asked, standing, at, aspects) VALUES "
        f"({n}, 'p{n}', 1, '2026-11-16', 3, 'unit', 'counted', '{MONDAY}', '')"
        for n in RATED
    ),
    *(
        "INSERT INTO journal (at, kind, unit_id, rating_id, data) "
        f"VALUES ('{MONDAY}', 'rating.given', 1, {n}, '{{\"score\": 3}}')"
        for n in RATED
    ),
)


@pytest.fixture
def migrated(old_url: str) -> Iterator[Database]:
    engine = writing_engine(old_url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(schema.HERE))
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        for statement in FILL:
            connection.exec_driver_sql(statement)
    _seal(engine)
    schema.migrate(engine)
    engine.dispose()
    database = Database(old_url)
    yield database
    database.close()


def _seal(engine: Engine) -> None:
    """As the version before did: the entry and the hash before it, nothing else."""
    wanted = "SELECT id, kind, unit_id, rating_id, data FROM journal ORDER BY id"
    with engine.begin() as connection:
        before = GENESIS
        for row in connection.execute(text(wanted)).all():
            data = row.data if isinstance(row.data, dict) else json.loads(row.data)
            entry = [row.id, AT, row.kind, None, row.unit_id, None, row.rating_id, data]
            body = json.dumps(entry, sort_keys=True, separators=(",", ":"))
            before = hashlib.sha256((before + body).encode()).hexdigest()
            values = f"({row.id}, {row.id}, '{before}')"
            connection.exec_driver_sql(
                f"INSERT INTO journal_seals (number, entry_id, hash) VALUES {values}"
            )


def audited(database: Database) -> tuple[list[str], Counts]:
    counts = Counts()
    with database.reading() as tx:
        return [str(one) for one in journal_audit.audit(tx, counts)], counts


def test_what_was_sealed_before_is_sound_and_its_rows_are_told_as_not_covered(
    migrated: Database,
) -> None:
    wrong, counts = audited(migrated)
    assert wrong == []
    assert (counts.sealed, counts.rows, sum(counts.older.values())) == (SEALED, {}, 3)


async def test_the_chain_goes_on_and_covers_the_row_from_its_next_entry_on(
    migrated: Database,
) -> None:
    def later(tx: Transaction) -> None:
        journal.write(tx, Kind.RATING_COMMENTED, wib("2026-11-17 10:00"), unit_id=1, rating_id=3)
        journal.seal(tx)

    await migrated.writer.run(later)
    wrong, counts = audited(migrated)
    assert (wrong, counts.sealed, counts.rows) == ([], SEALED + 1, {"ratings": 1})
    await migrated.writer.run(lambda tx: tx.execute(text("UPDATE ratings SET score = 4")))
    wrong, _ = audited(migrated)
    assert len(wrong) == 1
    assert wrong[0].startswith("ratings 3:")


@pytest.mark.parametrize("name", ["snapshots", "figures"])
async def test_frozen_records_cannot_be_changed(migrated: Database, name: str) -> None:
    period = (
        "INSERT INTO appraisal_periods (id, office_id, kind, first_day, last_day, name, made_at) "
        f"VALUES (1, 1, 'quarter', '2026-10-01', '2026-12-31', '', '{MONDAY}')"
    )
    snapshot = (
        "INSERT INTO snapshots (id, officer_id, period_id, version, unit_id, at, reason, content, "
        f"figures, previous, hash) VALUES (1, 1, 1, 1, 1, '{MONDAY}', '', '{{}}', 0, 'a', 'b')"
    )
    added = [period, snapshot]
    if name == "figures":
        added.append(
            "INSERT INTO figures (snapshot_id, officer_id, indicator, formula, inputs, result, "
            "previous, hash) VALUES (1, 1, 'satisfaction', 1, '{}', '{}', 'a', 'b')"
        )
    for statement in added:
        await migrated.writer.run(lambda tx, one=statement: tx.execute(text(one)))
    for change in (f"UPDATE {name} SET hash = 'c'", f"DELETE FROM {name}"):
        with pytest.raises(Exception, match="append-only"):
            await migrated.writer.run(lambda tx, one=change: tx.execute(text(one)))
