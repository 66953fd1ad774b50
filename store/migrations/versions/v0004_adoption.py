# SPDX-License-Identifier: EUPL-1.2
"""What those who adopt say of the plan, and to which besluit another belongs.

A column comes as nullable, so that the rows that are there have it too. `store.updated` journals
the result.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not there before; nothing that is there is lost."""
    _assents()
    _conditions()
    op.add_column("besluit", sa.Column("belongs_to", sa.String(), nullable=True))


def _assents() -> None:
    """Keep who was present, and whether he agrees."""
    op.create_table(
        "assent",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("presence", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=True),
    )
    op.create_index("ix_assent_dossier", "assent", ["dossier"])


def _conditions() -> None:
    """Keep on which conditions somebody agrees, and how each was taken away."""
    op.create_table(
        "condition",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("lifted_by", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("assent", sa.String(), nullable=True),
        sa.Column("lifted_on", sa.Date(), nullable=True),
        sa.Column("lifted_how", sa.String(), nullable=False),
    )
    op.create_index("ix_condition_dossier", "condition", ["dossier"])


def _of_dossier() -> tuple[sa.Column[Any], ...]:
    """Return the columns of what belongs to a dossier and can be withdrawn."""
    return (
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("dossier", sa.String(), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_because", sa.String(), nullable=False),
    )
