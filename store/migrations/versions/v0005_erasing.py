# SPDX-License-Identifier: EUPL-1.2
"""What erasing asks: salt in the journal, and how often words were erased from a dossier.

What was written before has no salt, and keeps its hash.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both; nothing that is there is lost."""
    op.add_column("journal", sa.Column("salt", sa.String(), nullable=False, server_default=""))
    op.add_column("dossier", sa.Column("erased", sa.Integer(), nullable=False, server_default="0"))
