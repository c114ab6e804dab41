"""The state of the database against the migrations.

Alembic is imported only to migrate: every start asks `is_behind`, and need not pay for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

HERE = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Bring the database to the newest schema; does nothing when it is there already."""
    from alembic import command
    from alembic.config import Config

    with _free_to_rebuild(engine) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(HERE))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _refuse_loose_ends(connection)


@contextmanager
def _free_to_rebuild(engine: Engine) -> Iterator[Connection]:
    """SQLite makes a table anew to change it, and others refer to it meanwhile (the procedure of
    its documentation, "Making Other Kinds Of Table Schema Changes")."""
    with engine.connect() as connection:
        _look_after_keys(connection, "OFF")
        try:
            yield connection
        finally:
            _look_after_keys(connection, "ON")


def _look_after_keys(connection: Connection, switch: str) -> None:
    if connection.dialect.name == "sqlite":  # not by SQLAlchemy: it would begin a transaction
        connection.connection.cursor().execute(f"PRAGMA foreign_keys={switch}")


def _refuse_loose_ends(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if loose:
            raise RuntimeError(f"rows would refer to nothing after the migration: {loose[:5]}")


def is_behind(engine: Engine) -> bool:
    """Whether migrations are missing."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return True
        return newest() not in connection.scalars(text("SELECT version_num FROM alembic_version"))


def newest() -> str:
    """The newest revision. A migration's file begins with its revision, and those rise."""
    return max(file.name.partition("_")[0] for file in (HERE / "versions").glob("[0-9]*_*.py"))
