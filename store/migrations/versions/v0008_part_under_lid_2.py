# SPDX-License-Identifier: EUPL-1.2
"""An appeal against a part of the plan that was adopted later, under lid 2, names its besluit.

`store.updated` journals the result.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not there before; nothing that is there is lost."""
    op.add_column("appeal", sa.Column("besluit", sa.String(), nullable=True))
