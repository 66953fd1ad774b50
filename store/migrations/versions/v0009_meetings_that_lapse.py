# SPDX-License-Identifier: EUPL-1.2
"""Since when a municipality was no more, by which its meetings lapse and come back with it.

The meetings before the deciding one count their changes from now on, which needs no column: they
stand in `agenda`. `store.updated` journals the result.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column; of a hearing that lapsed before this its meeting has lapsed already."""
    op.add_column("hearing", sa.Column("lapsed_on", sa.Date(), nullable=True))
