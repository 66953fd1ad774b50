# SPDX-License-Identifier: EUPL-1.2
"""The path of each council: the meetings before the deciding one, and whether it is heard again.

A column comes with a server default, so that the rows that are there have it too. `store.updated`
journals the result.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not there before; nothing that is there is lost."""
    op.add_column("hearing", sa.Column("agenda", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "rehearing",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("dossier", sa.String(), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("judged_on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("councils", sa.JSON(), nullable=False),
        sa.Column("hearings", sa.JSON(), nullable=False),
        sa.Column("actions", sa.JSON(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_because", sa.String(), nullable=False),
    )
    op.create_index("ix_rehearing_dossier", "rehearing", ["dossier"])
