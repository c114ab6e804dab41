"""Ratings in full: visits, slices of the daily sums, corrections, flags, the survey.

While it is being built this derives itself from the tables.
"""

import sqlalchemy as sa
from alembic import op

from models import registry

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    bind = op.get_bind()
    _tables(bind, "rating_sums")
    _ratings(bind)
    op.drop_table("rating_sums")
    _tables(bind)
    _columns(bind)


def _tables(bind, *but: str) -> None:
    known = set(sa.inspect(bind).get_table_names())
    for table in registry.METADATA.sorted_tables:
        if table.name not in known and table.name not in but:
            table.create(bind)


def _columns(bind) -> None:
    for table in registry.METADATA.sorted_tables:
        known = {column["name"] for column in sa.inspect(bind).get_columns(table.name)}
        for column in table.columns:
            if column.name not in known:
                kind = column.type.compile(bind.dialect)
                op.execute(f"ALTER TABLE {table.name} ADD COLUMN {column.name} {kind}")


def _ratings(bind) -> None:
    if bind.dialect.name == "sqlite":
        op.drop_index("ix_ratings_unit_id", "ratings")
        op.drop_index("ix_ratings_at", "ratings")
        old = [column["name"] for column in sa.inspect(bind).get_columns("ratings")]
        table = registry.METADATA.tables["ratings"]
        indexes = [
            str(sa.schema.CreateIndex(index).compile(bind, compile_kwargs={"literal_binds": True}))
            for index in table.indexes
        ]
        made = str(sa.schema.CreateTable(table).compile(bind))
        op.execute(made.replace("TABLE ratings", "TABLE ratings_new"))
        names = ", ".join(old)
        op.execute(
            f"INSERT INTO ratings_new ({names}, standing, aspects) SELECT {names}, 'counted', '' FROM ratings"
        )
        op.execute("DROP TABLE ratings")
        op.execute("ALTER TABLE ratings_new RENAME TO ratings")
        for index in indexes:
            op.execute(index)
    else:
        op.drop_constraint("ratings_rater_unit_id_day_key", "ratings")
        op.drop_index("ix_ratings_unit_id", "ratings")
        for name, kind in (
            ("visit_id", "INTEGER REFERENCES visits (id)"),
            ("service_id", "INTEGER REFERENCES services (id)"),
            ("standing", "VARCHAR NOT NULL DEFAULT 'counted'"),
            ("why", "VARCHAR"),
            ("sentiment", "VARCHAR"),
            ("aspects", "VARCHAR NOT NULL DEFAULT ''"),
        ):
            op.execute(f"ALTER TABLE ratings ADD COLUMN {name} {kind}")
        for index in registry.METADATA.tables["ratings"].indexes:
            index.create(bind, checkfirst=True)


def downgrade() -> None:
    raise RuntimeError("ratings keep what they know")
