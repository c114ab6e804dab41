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
