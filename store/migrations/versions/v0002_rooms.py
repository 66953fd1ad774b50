# SPDX-License-Identifier: EUPL-1.2
"""What a message says in columns of its own, and what an action, a hearing and a reply lacked.

A column that another part of the product needs is added in `_columns`, as nullable or with a
server default, so that the rows of 0.1.0 have it too. `store.updated` journals the result.
"""

from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

from gehoord.store.migrations import old_words
from gehoord.store.migrations.keys_of_0001 import topics
from gehoord.store.migrations.taken_back import withdraw_what_was_taken_back
from gehoord.store.migrations.without_day import take_away_invented_days

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what 0.1.0 did not have; nothing that is there is lost."""
    _identity()
    _columns()
    _accesses()
    _requests()
    _receipts()
    withdraw_what_was_taken_back(op.get_bind())
    _messages()
    _say_in_which_mode()
    _say_what_was_told_late()


def _identity() -> None:
    """Give the register an identity, by which a board knows to which one it belongs."""
    table = op.create_table("register", sa.Column("id", sa.String(), primary_key=True))
    op.bulk_insert(table, [{"id": str(uuid4())}])


def _columns() -> None:
    """Add columns to the other tables: one `op.add_column` each, beside its model field."""
    op.add_column("action", sa.Column("remind_on", sa.Date(), nullable=True))
    op.add_column("action", sa.Column("reminded_on", sa.Date(), nullable=True))
    op.add_column("action", sa.Column("about", sa.String(), nullable=True))
    # Whatever is still owed is looked at once; the look then knows which reminder comes next.
    op.execute("UPDATE action SET remind_on = changed_on WHERE state = 'open'")
    for party in ("burgemeester", "safety"):
        op.add_column("municipality", sa.Column(f"{party}_address", sa.String(), nullable=True))
    _add("action", "is_told_late", sa.Boolean(), sa.false())
    op.add_column("hearing", sa.Column("round", sa.Integer(), nullable=False, server_default="1"))
    for table in ("zienswijze", "response", "besluit", "reason", "draft_version"):
        op.add_column(table, sa.Column("withdrawn_on", sa.Date(), nullable=True))
        _add(table, "withdrawn_because", sa.String(), "")
    op.add_column("reason", sa.Column("steps", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("reason", sa.Column("version", sa.String(), nullable=True))
    op.execute(
        """
        UPDATE reason SET version = (
            SELECT id FROM draft_version WHERE draft_version.dossier = reason.dossier
            AND is_ontwerp AND made_on <= given_on ORDER BY number DESC LIMIT 1
        )
        """
    )
    op.add_column("municipality", sa.Column("goals_set_on", sa.Date(), nullable=True))
    op.create_index("ix_municipality_name", "municipality", ["dossier", "name", "id"])
    op.create_index("ix_municipality_code", "municipality", ["dossier", "code", "id"])
    op.create_index("ix_zienswijze_municipality", "zienswijze", ["dossier", "municipality", "id"])
    op.create_index("ix_action_step", "action", ["dossier", "step", "owner", "id"])
    op.create_index("ix_action_owner", "action", ["dossier", "owner", "id"])
    op.create_index("ix_action_reminded", "action", ["dossier", "state", "remind_on"])
    op.create_index("ix_action_due", "action", ["dossier", "state", "due_on", "is_told_late"])
    for table in ("action", "step"):
        for day in ("start", "due"):
            _add(table, f"{day}_precision", sa.String(length=40), "dag")
            _add(table, f"{day}_words", sa.String(), "")
    _add("zienswijze", "arrival", sa.String(), "antwoord")
    for table in ("zienswijze", "response"):
        op.add_column(table, sa.Column("document", sa.String(), nullable=True))
    _add("hearing", "respond_precision", sa.String(length=40), "dag")
    _add("hearing", "respond_words", sa.String(), "")
    _add("hearing", "reason_by", sa.String(), "")
    op.add_column("hearing", sa.Column("respite_until", sa.Date(), nullable=True))
    _add("hearing", "respite_because", sa.String(), "")
    _meetings()
    _add("dossier", "mode", sa.String(length=40), "onbekend")
    old_words.give_days_their_words(op.get_bind())
    for table, last in (("action", "due_on"), ("step", "end_on")):
        with op.batch_alter_table(table) as altered:
            for day in ("start_on", last):
                altered.alter_column(day, existing_type=sa.Date(), nullable=True)
    take_away_invented_days(op.get_bind())
    _after_the_adoption()


def _meetings() -> None:
    """Keep for which meeting a council reserved time."""
    for day in ("meets_on", "meeting_changed_on"):
        op.add_column("hearing", sa.Column(day, sa.Date(), nullable=True))
    op.add_column("hearing", sa.Column("meeting_stands", sa.String(length=40), nullable=True))
    _add("hearing", "meeting_sequence", sa.Integer(), "0")
    _add("hearing", "settles_treatment", sa.Boolean(), sa.false())


def _after_the_adoption() -> None:
    """Give what follows an adoption its place: later steps, jaarverslagen, appeals."""
    _add("dossier", "added", sa.String(), "")
    _add("dossier", "addresses", sa.String(), "")
    _add("dossier", "meetings", sa.String(), "")
    op.add_column("besluit", sa.Column("document", sa.String(), nullable=True))
    op.add_column("besluit", sa.Column("year", sa.Integer(), nullable=True))
    op.add_column("besluit", sa.Column("announced_on", sa.Date(), nullable=True))
    op.add_column("draft_version", sa.Column("corrects", sa.String(), nullable=True))
    _add("draft_version", "correction", sa.String(), "")
    _add("draft_version", "displaced", sa.JSON(), "[]")
    _add("draft_version", "reopened", sa.JSON(), "[]")
    op.create_table(
        "appeal",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("dossier", sa.String(), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("heard_on", sa.Date(), nullable=True),
        sa.Column("postponed_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
    )
    op.create_index("ix_appeal_dossier", "appeal", ["dossier"])


def _accesses() -> None:
    """Keep of the link of each party no more than its hashes."""
    op.create_table(
        "access",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("dossier", sa.String(), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("page_hash", sa.String(), nullable=False),
        sa.Column("feed_hash", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
    )
    op.create_index("ix_access_dossier", "access", ["dossier"])
    op.create_index("ix_access_page_hash", "access", ["page_hash"], unique=True)
    op.create_index("ix_access_feed_hash", "access", ["feed_hash"], unique=True)


def _requests() -> None:
    """Keep what parties ask of the adviser."""
    op.create_table(
        "request",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("dossier", sa.String(), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_because", sa.String(), nullable=False),
    )
    op.create_index("ix_request_dossier", "request", ["dossier"])


def _receipts() -> None:
    """Keep for each form that a party sends in what it was, and what came of it."""
    texts = ("recipient", "form", "said", "content", "file")
    op.create_table(
        "receipt",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("dossier", sa.String(), sa.ForeignKey("dossier.id"), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
    )
    op.create_index("ix_receipt_recipient", "receipt", ["dossier", "recipient", "id"])


def _add(table: str, column: str, kind: sa.types.TypeEngine[Any], default: str | sa.False_) -> None:
    op.add_column(table, sa.Column(column, kind, nullable=False, server_default=default))


def _messages() -> None:
    """Let a message say what it is, and the outbox find what waits without reading all."""
    words = sa.String(length=40)
    with op.batch_alter_table("message") as table:
        table.add_column(sa.Column("kind", words, nullable=False, server_default="onbekend"))
        table.add_column(sa.Column("mode", words, nullable=False, server_default="onbekend"))
        table.add_column(sa.Column("letter", words, nullable=True))
        for name in ("step", "owner", "municipality", "cause"):
            table.add_column(sa.Column(name, sa.String(), nullable=True))
        table.add_column(sa.Column("version", sa.Integer(), nullable=True))
        table.add_column(sa.Column("round", sa.Integer(), nullable=True))
        table.add_column(sa.Column("rung", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("edition", sa.Integer(), nullable=False, server_default="0"))
        for name in ("thread", "mail_domain", "failure"):
            table.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        for name in ("next_attempt_at", "failing_since"):
            table.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
        for name in ("facts", "reached", "dead", "missed"):
            table.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    _say_what_they_are()
    with op.batch_alter_table("message") as table:
        table.drop_index("ix_message_dossier")
        table.drop_column("occasion")
        for name in ("kind", "mode", "rung", "edition", "facts", *_OF_DELIVERY):
            table.alter_column(name, server_default=None)
        table.create_index("ix_message_dossier_kind", ["dossier", "kind", "id"])
        table.create_index("ix_message_dossier_step_owner", ["dossier", "step", "owner", "id"])
        table.create_index("ix_message_state", ["state", "dossier"])
        table.create_index("ix_message_thread", ["dossier", "thread", "recipient"])


_OF_DELIVERY = ("thread", "mail_domain", "failure", "reached", "dead", "missed")


def _say_what_they_are() -> None:
    names = ("id", "kind", "letter", "step", "owner", "municipality", "cause")
    numbers = ("version", "round", "edition")
    message = sa.table(
        "message",
        *(sa.column(name, sa.String()) for name in (*names, "rung")),
        *(sa.column(name, sa.Integer()) for name in numbers),
        sa.column("due_on", sa.Date()),
    )
    for identifier, values in topics(op.get_bind()):
        op.execute(sa.update(message).where(message.c.id == identifier).values(values))


def _say_in_which_mode() -> None:
    """Know a dossier of which a griffie without an address got mail: so 0.1.0 did in trial only."""
    op.execute(
        """
        UPDATE dossier SET mode = 'proef'
        WHERE EXISTS (
            SELECT 1 FROM message WHERE message.dossier = dossier.id AND message.address = ''
            AND message.state = 'verzonden' AND message.recipient = message.municipality
        )
        """
    )
    op.execute("UPDATE message SET mode = (SELECT mode FROM dossier WHERE id = message.dossier)")


def _say_what_was_told_late() -> None:
    """Let the adviser not hear again of what the last list of 0.1.0 told."""
    op.execute(
        """
        UPDATE action SET is_told_late = true
        WHERE state = 'open' AND EXISTS (
            SELECT 1 FROM message
            WHERE message.dossier = action.dossier AND message.kind = 'te laat'
            AND action.due_on < message.created_on AND action.changed_on <= message.created_on
        )
        """
    )
