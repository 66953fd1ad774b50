# SPDX-License-Identifier: EUPL-1.2
"""What a council was until its municipality grew, so that a merger can be taken back without loss.

Of a merger of before this nothing is known: that council is heard anew, as it was until now.
`store.updated` journals the result.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not there before; nothing that is there is lost."""
    op.add_column("hearing", sa.Column("former", sa.JSON(), nullable=False, server_default="[]"))
