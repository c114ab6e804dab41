"""Complaints in full. Written out at the end of the work; until then: what the tables declare."""

from alembic import op
from alembic.autogenerate import produce_migrations
from alembic.operations.ops import AddColumnOp, CreateForeignKeyOp, ModifyTableOps
from sqlmodel import SQLModel

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    changes = produce_migrations(op.get_context(), SQLModel.metadata).upgrade_ops
    for change in changes.ops if changes else ():
        if not isinstance(change, ModifyTableOps):
            op.invoke(change)
            continue
        with op.batch_alter_table(change.table_name) as batch:
            for one in change.ops:
                if isinstance(one, CreateForeignKeyOp):
                    one.constraint_name = f"{change.table_name}_{one.local_cols[0]}_fkey"
                elif isinstance(one, AddColumnOp):
                    one.column = one.column._copy()
                    one.column.unique = one.column.index = None
                elif getattr(one, "constraint_name", "") is None:
                    one.constraint_name = f"{change.table_name}_{one.columns[0]}_key"
                batch.invoke(one)


def downgrade() -> None:
    raise RuntimeError("there is no way back")
