# SPDX-License-Identifier: EUPL-1.2
"""The tables of mail, letters, links, receipts, documents and the journal."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Attachment, Message, Missed
from gehoord.domain.dossier.own_words import OwnWords
from gehoord.domain.dossier.receipt import Receipt
from gehoord.store.columns import ROW, TupleOf, of_dossier


class AccessRow(Access, SQLModel, table=True):
    """What is kept of the link of a party."""

    __tablename__ = "access"
    __table_args__ = (
        sa.Index("ix_access_page_hash", "page_hash", unique=True),
        sa.Index("ix_access_feed_hash", "feed_hash", unique=True),
    )
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class ReceiptRow(Receipt, SQLModel, table=True):
    """The receipt of a party for what it sent in."""

    __tablename__ = "receipt"
    __table_args__ = (sa.Index("ix_receipt_recipient", "dossier", "recipient", "id"),)
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = Field(foreign_key="dossier.id")


class MessageRow(Message, SQLModel, table=True):
    """A message in the outbox."""

    __tablename__ = "message"
    __table_args__ = (
        sa.Index("ix_message_dossier_kind", "dossier", "kind", "id"),
        sa.Index("ix_message_dossier_step_owner", "dossier", "step", "owner", "id"),
        sa.Index("ix_message_state", "state", "dossier"),
        sa.Index("ix_message_thread", "dossier", "thread", "recipient"),
    )
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = Field(foreign_key="dossier.id")
    attachments: Any = Field(sa_type=TupleOf(Attachment))
    facts: Any = Field(sa_type=TupleOf(str))
    reached: Any = Field(sa_type=TupleOf(str))
    dead: Any = Field(sa_type=TupleOf(str))
    missed: Any = Field(sa_type=TupleOf(Missed))


class OwnWordsRow(OwnWords, SQLModel, table=True):
    """What the adviser says in a letter in his own words."""

    __tablename__ = "own_words"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class PaperRow(SQLModel, table=True):
    """The PDF with which a letter left, under the id of its message; it is never made anew."""

    __tablename__ = "paper"
    message: str = Field(primary_key=True, foreign_key="message.id")
    sha256: str
    content: bytes


class JournalRow(JournalEntry, SQLModel, table=True):
    """An entry of the journal. Triggers refuse every later change of it."""

    __tablename__ = "journal"
    model_config = ROW
    dossier: str = Field(foreign_key="dossier.id", primary_key=True)
    number: int = Field(primary_key=True)


class RegisterRow(SQLModel, table=True):
    """The register itself: the identity it was given when it was made. A copy has the same."""

    __tablename__ = "register"
    id: str = Field(primary_key=True)


class DocumentRow(SQLModel, table=True):
    """The bytes of a document, under their SHA-256."""

    __tablename__ = "document"
    sha256: str = Field(primary_key=True)
    name: str
    content: bytes
