"""What a message says in columns of its own, and what an action, a hearing and a reply lacked.

A column that another part of the product needs is added in `_columns`, as nullable or with a
server default, so that the rows of 0.1.0 have it too. `store.database` journals the result.
"""

import sqlalchemy as sa
from alembic import op

from gehoord.store.migrations import old_words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what 0.1.0 did not have; nothing that is there is lost."""
    _columns()
    _messages()


def _columns() -> None:
    """Add columns to the other tables: one `op.add_column` each, beside its model field."""
    op.add_column("action", sa.Column("remind_on", sa.Date(), nullable=True))
    # Whatever is still owed is looked at once; the look then knows which reminder comes next.
    op.execute("UPDATE action SET remind_on = changed_on WHERE state = 'open'")
    op.add_column("hearing", sa.Column("round", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("zienswijze", sa.Column("withdrawn_on", sa.Date(), nullable=True))
    op.add_column(
        "zienswijze",
        sa.Column("withdrawn_because", sa.String(), nullable=False, server_default=""),
    )
    op.create_index("ix_action_step", "action", ["dossier", "step", "owner"])
    op.create_index("ix_action_reminded", "action", ["dossier", "state", "remind_on"])
    op.create_index("ix_action_due", "action", ["dossier", "state", "due_on"])
    for table in ("action", "step"):
        for day in ("start", "due"):
            _add(table, f"{day}_precision", sa.String(length=40), "dag")
            _add(table, f"{day}_words", sa.String(), "")
    _add("hearing", "respond_precision", sa.String(length=40), "dag")
    _add("hearing", "respond_words", sa.String(), "")
    old_words.give_days_their_words(op.get_bind())


def _add(table: str, column: str, kind: sa.types.TypeEngine[str], default: str) -> None:
    op.add_column(table, sa.Column(column, kind, nullable=False, server_default=default))


def _messages() -> None:
    """Let the outbox find what waits without reading what has left."""
    op.create_index("ix_message_state", "message", ["state"])
