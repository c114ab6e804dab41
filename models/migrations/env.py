"""Alembic's entry: runs the migrations on the connection it is given."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from models import registry
from models.database import UtcDateTime


def render(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Migrations name SQLAlchemy's types, so that they outlive the code of today."""
    if kind != "type":
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return "sa.String()" if type(item).__name__ == "AutoString" else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=registry.METADATA,
    render_as_batch=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
