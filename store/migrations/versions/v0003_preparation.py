"""What themes and drafts are made of: what 0.1.0 knew only as steps to tick.

One function for each subject. A column comes as nullable or with a server default, so that the
rows that are there have it too. `store.updated` journals the result.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not there before; nothing that is there is lost."""
    _paper()
    _letterhead()
    _themes()


def _paper() -> None:
    """Keep the PDF with which a letter left. What left before this left as HTML, and stays so."""
    op.create_table(
        "paper",
        sa.Column("message", sa.String(), sa.ForeignKey("message.id"), primary_key=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def _letterhead() -> None:
    """Keep what was given of the letterhead since the opening."""
    op.add_column(
        "dossier", sa.Column("letterhead", sa.String(), nullable=False, server_default="")
    )


def _themes() -> None:
    """Keep with the choice of themes what each is made of, and on whose advice it was made."""
    op.add_column("besluit", sa.Column("themes", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column(
        "besluit", sa.Column("advised_by", sa.String(), nullable=False, server_default="")
    )
