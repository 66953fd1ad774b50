# SPDX-License-Identifier: EUPL-1.2
"""An appeal that was recorded by mistake is withdrawn: it stays to be seen, and counts nowhere.

`store.updated` journals the result.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not there before; nothing that is there is lost."""
    op.add_column("appeal", sa.Column("withdrawn_on", sa.Date(), nullable=True))
    op.add_column(
        "appeal",
        sa.Column("withdrawn_because", sa.String(), nullable=False, server_default=""),
    )
