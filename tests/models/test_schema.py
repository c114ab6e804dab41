"""A start sees whether migrations are missing."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

from models import schema
from models.database import writing_engine


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
