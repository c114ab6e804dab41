"""The state of the database against the migrations.

Alembic is imported only to migrate: every start asks `is_behind`, and need not pay for it.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

HERE = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Bring the database to the newest schema; does nothing when it is there already."""
    from alembic import command
    from alembic.config import Config

    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(HERE))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_behind(engine: Engine) -> bool:
    """Whether migrations are missing."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return True
        return newest() not in connection.scalars(text("SELECT version_num FROM alembic_version"))


def newest() -> str:
    """The newest revision. A migration's file begins with its revision, and those rise."""
    return max(file.name.partition("_")[0] for file in (HERE / "versions").glob("[0-9]*_*.py"))
