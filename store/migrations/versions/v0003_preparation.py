# SPDX-License-Identifier: EUPL-1.2
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
    _letterhead()
    _own_words()
    _goals()
    _survey()
    _safety_picture()
    _info_sessions()
    _themes()
    _versions()
    _files()
    _points()
    _circulations()
    _poll()
    _choices()
    _strength()


def _paper() -> None:
    """Keep the PDF with which a letter left. What left before this left as HTML, and stays so."""
    op.create_table(
        "paper",
        sa.Column("message", sa.String(), sa.ForeignKey("message.id"), primary_key=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.add_column("message", sa.Column("paper", sa.String(), nullable=False, server_default=""))


def _letterhead() -> None:
    """Keep what was given of the letterhead since the opening."""
    op.add_column(
        "dossier", sa.Column("letterhead", sa.String(), nullable=False, server_default="")
    )


def _own_words() -> None:
    """Keep what the adviser says in a letter in his own words."""
    op.create_table(
        "own_words",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("dossier", sa.String(), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("passage", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_because", sa.String(), nullable=False),
    )
    op.create_index("ix_own_words_dossier", "own_words", ["dossier"])


def _goals() -> None:
    """Keep which safety goals of a council counted before, so that others can be taken back."""
    op.add_column(
        "municipality", sa.Column("goals_before", sa.JSON(), nullable=False, server_default="[]")
    )


def _survey() -> None:
    """Keep what municipalities say that their priorities are, and what comes to the same."""
    op.create_table(
        "local_priorities",
        *_of_dossier(),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("priorities", sa.JSON(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("is_unchanged", sa.Boolean(), nullable=False),
        sa.Column("closes", sa.JSON(), nullable=False),
        sa.Column("goals_set_on", sa.Date(), nullable=True),
    )
    op.create_index("ix_local_priorities_dossier", "local_priorities", ["dossier"])
    op.create_index(
        "ix_priorities_municipality", "local_priorities", ["dossier", "municipality", "id"]
    )
    op.create_table(
        "cluster",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
    )
    op.create_index("ix_cluster_dossier", "cluster", ["dossier"])


def _themes() -> None:
    """Keep with the choice of themes what each is made of, and on whose advice it was made."""
    op.add_column("besluit", sa.Column("themes", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column(
        "besluit", sa.Column("advised_by", sa.String(), nullable=False, server_default="")
    )


def _versions() -> None:
    """Keep with a version what changed in it, which chapters follow, and when its file came."""
    for column in (
        sa.Column("changed", sa.String(), nullable=False, server_default=""),
        sa.Column("follows", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("filed_because", sa.String(), nullable=False, server_default=""),
        sa.Column("asked_before_filed", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("adopted_before_filed", sa.Boolean(), nullable=False, server_default=sa.false()),
    ):
        op.add_column("draft_version", column)


def _files() -> None:
    """Keep with what came with a document how its file was called: others may have the same."""
    document = sa.table("document", sa.column("sha256"), sa.column("name"))
    for table in ("draft_version", "zienswijze", "response", "besluit"):
        op.add_column(table, sa.Column("file", sa.String(), nullable=False, server_default=""))
        filed = sa.table(table, sa.column("document"), sa.column("file"))
        name = sa.select(document.c.name).where(document.c.sha256 == filed.c.document)
        called = sa.func.coalesce(name.scalar_subquery(), "")
        op.execute(sa.update(filed).values(file=called))


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


def _strength() -> None:
    """Keep sterkteverdelingen, and which one a version contains."""
    op.create_table(
        "strength_table",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("stands", sa.String(length=40), nullable=False),
        sa.Column("follows_by", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("inhabitants", sa.Integer(), nullable=True),
        sa.Column("inhabitants_on", sa.Date(), nullable=True),
        sa.Column("stated_norm", sa.Integer(), nullable=True),
        sa.Column("accepted", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("growth", sa.JSON(), nullable=False),
    )
    op.create_index("ix_strength_table_dossier", "strength_table", ["dossier"])
    op.add_column("draft_version", sa.Column("strength", sa.String(), nullable=True))


def _safety_picture() -> None:
    """Keep the safety picture of the unit with its themes."""
    op.create_table(
        "safety_picture",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("maker", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("closes", sa.JSON(), nullable=False),
    )
    op.create_index("ix_safety_picture_dossier", "safety_picture", ["dossier"])


def _info_sessions() -> None:
    """Keep information sessions: when and where, who was invited, and how many came."""
    op.create_table(
        "info_session",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("meets_on", sa.Date(), nullable=False),
        sa.Column("start", sa.Time(), nullable=False),
        sa.Column("end", sa.Time(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("invited", sa.JSON(), nullable=False),
        sa.Column("called_off_on", sa.Date(), nullable=True),
        sa.Column("called_off_because", sa.String(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=True),
        sa.Column("attendance", sa.JSON(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
    )
    op.create_index("ix_info_session_dossier", "info_session", ["dossier"])


def _circulations() -> None:
    """Keep who reads along with drafts, and which draft went to whom."""
    op.create_table(
        "reviewer",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
    )
    op.create_index("ix_reviewer_dossier", "reviewer", ["dossier"])
    op.create_table(
        "circulation",
        *_of_dossier(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("respond_by", sa.Date(), nullable=True),
        sa.Column("is_voluntary", sa.Boolean(), nullable=False),
        sa.Column("is_by_mail", sa.Boolean(), nullable=False),
        sa.Column("sent_to", sa.JSON(), nullable=False),
    )
    op.create_index("ix_circulation_dossier", "circulation", ["dossier"])
