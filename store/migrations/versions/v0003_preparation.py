"""What themes and drafts are made of: what 0.1.0 knew only as steps to tick.

One function for each subject. A column comes as nullable or with a server default, so that the
rows that are there have it too. `store.updated` journals the result.
"""

from typing import Any

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
    _poll()
    _choices()


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


def _poll() -> None:
    """Keep each count of a poll, with nothing of who answered."""
    op.create_table(
        "poll",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("respondents", sa.Integer(), nullable=False),
        sa.Column("groups", sa.JSON(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
    )
    op.create_index("ix_poll_dossier", "poll", ["dossier"])


def _choices() -> None:
    """Keep what bodies choose from, and what each chose."""
    op.create_table(
        "candidate_list",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("listed_on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
    )
    op.create_index("ix_candidate_list_dossier", "candidate_list", ["dossier"])
    op.create_table(
        "body_choice",
        *_of_dossier(),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("chosen_on", sa.Date(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
    )
    op.create_index("ix_body_choice_dossier", "body_choice", ["dossier"])


def _of_dossier() -> tuple[sa.Column[Any], ...]:
    """Return the columns of what belongs to a dossier and can be withdrawn."""
    return (
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("dossier", sa.String(), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_because", sa.String(), nullable=False),
    )
