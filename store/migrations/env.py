# SPDX-License-Identifier: EUPL-1.2
"""How Alembic reaches the database: through the connection that `store.database` hands it."""

from alembic import context
from sqlmodel import SQLModel

from gehoord.store import table_of  # noqa: F401  (registers the tables)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
