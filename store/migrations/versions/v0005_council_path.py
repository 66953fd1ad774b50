"""The path of each council: the meetings before the deciding one, and whether it is heard again.

A column comes with a server default, so that the rows that are there have it too. `store.updated`
journals the result.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not there before; nothing that is there is lost."""
    op.add_column("hearing", sa.Column("agenda", sa.JSON(), nullable=False, server_default="[]"))
