# SPDX-License-Identifier: EUPL-1.2
"""Into which municipalities one that ceased went: what 0.1.0 said in a sentence alone.

A municipality that ceased before this has no successor here: the journal tells it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column; every row that is there gets no successors."""
    op.add_column(
        "municipality", sa.Column("successors", sa.JSON(), nullable=False, server_default="[]")
    )
