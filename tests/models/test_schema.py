"""A start sees whether migrations are missing; they make what the tables declare, and keep data."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from models import registry, schema
from models.complaints import history
from models.complaints.tables import Attachment, Case
from models.database import Database, writing_engine


def test_the_newest_file_is_alembics_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.HERE))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.newest()]


def test_an_empty_and_an_older_database_are_behind_a_migrated_one_is_not(tmp_path: Path) -> None:
    engine = writing_engine(f"sqlite:///{tmp_path / 'town.db'}")
    assert schema.is_behind(engine)
    schema.migrate(engine)
    assert not schema.is_behind(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    assert schema.is_behind(engine)
    engine.dispose()


def test_the_migrations_make_what_the_tables_declare(database: Database) -> None:
    with database.reading() as tx:
        found = compare_metadata(MigrationContext.configure(tx.connection), registry.METADATA)
    assert found == []


CLOSED = ("case.sent", "case.taken", "case.answered", "case.closed")
SILENT = ("case.sent", "case.taken", "case.asked_back", "case.closed_by_silence")
RUNNING = ("case.sent", "case.taken")


@pytest.mark.parametrize(
    ("kinds", "before", "after"),
    [
        (CLOSED, "closed", "solved"),
        (SILENT, "closed", "archived"),
        (RUNNING, "in_progress", "in_progress"),
    ],
)
def test_cases_of_an_older_version_stand_where_their_history_leads(
    tmp_path: Path, kinds: tuple[str, ...], before: str, after: str
) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = writing_engine(url)
    with engine.begin() as connection:
        _upgrade(connection, "0002")
    with engine.begin() as connection:
        _fill(connection, kinds, before)
    schema.migrate(engine)
    engine.dispose()
    database = Database(url)
    with database.reading() as tx:
        case = tx.session.get_one(Case, 1)
        (stands,) = history.stand(tx, [1], case.received_at + timedelta(days=30))
        file = tx.session.get_one(Attachment, 1)
    database.close()
    assert case.state == stands.state == after
    assert (case.wake_at is None) is (case.resolved_at is not None)
    assert (file.state, file.sender_id, len(file.stored_as)) == ("pending", 1, 32)


def _upgrade(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.HERE))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _fill(connection: Connection, kinds: tuple[str, ...], state: str) -> None:
    at = "2026-11-02 02:00:00.000000"
    over = f"'{at}'" if state == "closed" else "NULL"
    for statement in (
        "INSERT INTO offices (id, name, zone, seasons) VALUES (1, 'D', 'Asia/Jakarta', '[]')",
        "INSERT INTO units (id, office_id, name, zone) VALUES (1, 1, 'KTP', 'Asia/Jakarta')",
        "INSERT INTO people (id, telegram_id, pseudonym, language, consent_version, created_at)"
        f" VALUES (1, 7, 'p', 'id', 1, '{at}')",
        "INSERT INTO cases (id, ticket, unit_id, category, kind, text, reporter_id, reporter,"
        " state, received_at, first_answer_due, resolution_due, resolved_at) VALUES (1,"
        f" 'SW-26-000001-U', 1, 'waktu', 'normatif', 'Lama.', 1, 'p', '{state}', '{at}', '{at}',"
        f" '{at}', {over})",
        f"INSERT INTO attachments (case_id, kind, file_id, at) VALUES (1, 'photo', 'AgAC', '{at}')",
    ):
        connection.exec_driver_sql(statement)
    for kind in kinds:
        outcome = ', "outcome": "done"' if kind == "case.closed" else ""
        data = f'{{"category": "waktu", "case_class": "normatif"{outcome}}}'
        connection.exec_driver_sql(
            "INSERT INTO journal (at, kind, unit_id, case_id, data)"
            f" VALUES ('{at}', '{kind}', 1, 1, '{data}')"
        )
