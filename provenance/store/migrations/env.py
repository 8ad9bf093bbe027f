"""Alembic runs this file. The connection, and the transaction around it, come from `store/migrate.py`."""

from __future__ import annotations

from alembic import context

from provenance.store.rows import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
