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
    _themes()
    _points()


def _paper() -> None:
    """Keep the PDF with which a letter left. What left before this left as HTML, and stays so."""
    op.create_table(
        "paper",
        sa.Column("message", sa.String(), sa.ForeignKey("message.id"), primary_key=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def _themes() -> None:
    """Keep with the choice of themes what each is made of, and on whose advice it was made."""
    op.add_column("besluit", sa.Column("themes", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column(
        "besluit", sa.Column("advised_by", sa.String(), nullable=False, server_default="")
    )


def _points() -> None:
    """Split what was answered into points, and keep by when it was asked for and how it stands."""
    words = ("answer", "sender", "subject", "text", "main_line", "explanation")
    op.create_table(
        "point",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("dossier", sa.String(), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in words),
        sa.Column("version", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("disposed_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_because", sa.String(), nullable=False),
    )
    op.create_index("ix_point_dossier", "point", ["dossier"])
    op.create_index("ix_point_answer", "point", ["dossier", "answer", "id"])
    op.add_column("response", sa.Column("respond_by", sa.Date(), nullable=True))
    op.add_column("response", sa.Column("stance", sa.String(length=40), nullable=True))
