"""The performance record: plans, figures, feedback, appraisals, coaching, forum, pages."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """While this is being written: whatever the tables declare and the database lacks."""
    from models.registry import METADATA

    bind = op.get_bind()
    seen = sa.inspect(bind)
    known = set(seen.get_table_names())
    METADATA.create_all(bind)
    for table in METADATA.sorted_tables:
        if table.name in known:
            columns = {column["name"] for column in seen.get_columns(table.name)}
            for column in table.columns:
                if column.name not in columns:
                    op.add_column(table.name, sa.Column(column.name, column.type, nullable=True))
    _never_change(bind.dialect.name)


FROZEN = ("snapshots", "figures")
REASON = "a frozen record is append-only"


def _never_change(database: str) -> None:
    """Frozen records cannot be changed or deleted, not even by our own code."""
    if database == "sqlite":
        for table in FROZEN:
            for change in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{REASON}'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION frozen_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REASON}'; END $$"
    )
    for table in FROZEN:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION frozen_is_append_only()"
        )
