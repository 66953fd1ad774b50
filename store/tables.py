"""The tables. A row is a domain object with a key; it decides nothing and never leaves `store/`."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Attachment, Message, Missed
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.dossier.request import PartyRequest
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.frozen import Frozen
from gehoord.domain.proposal.step import Part

_ROW: Any = {"frozen": False, "extra": "ignore"}


class TupleOf(sa.TypeDecorator[tuple[Any, ...]]):
    """A tuple of words or of small models, kept as a list in JSON.

    Args:
        kind: what it is a tuple of.
    """

    impl = sa.JSON
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> Any:
        """Return the list that is kept."""
        if value is None:
            return None
        return [v.model_dump(mode="json") if isinstance(v, Frozen) else str(v) for v in value]

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> tuple[Any, ...]:
        """Return the tuple again.

        Raises:
            TypeError: it is no list; nothing of ours wrote it.
        """
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is no list")
        is_model = issubclass(self.kind, Frozen)
        return tuple(self.kind.model_validate(v) if is_model else self.kind(v) for v in value)


class WordOf(sa.Enum):
    """A word of an enumeration, looked up by its text: a dossier is read in thousands of these."""

    cache_ok = True

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[Any], Any]:
        """Return what finds the word; it raises LookupError on any other text."""
        words: dict[str | None, Enum | None] = {None: None}
        words |= {word.value: word for word in self.enum_class or ()}
        return words.__getitem__


@sa.event.listens_for(sa.Column, "before_parent_attach")
def _words_as_text(column: "sa.Column[Any]", table: Any) -> None:
    """Store a word as its text, so that a new word needs no new type in PostgreSQL."""
    if isinstance(column.type, sa.Enum) and (words := column.type.enum_class):
        column.type = WordOf(
            words, native_enum=False, length=40, values_callable=lambda e: [w.value for w in e]
        )


def _of_dossier() -> Any:
    return Field(foreign_key="dossier.id", index=True)


class DossierRow(Dossier, SQLModel, table=True):
    """A dossier."""

    __tablename__ = "dossier"
    model_config = _ROW
    id: str = Field(primary_key=True)


class MunicipalityRow(FrozenMunicipality, SQLModel, table=True):
    """A municipality of the frozen set."""

    __tablename__ = "municipality"
    __table_args__ = (
        sa.Index("ix_municipality_name", "dossier", "name", "id"),
        sa.Index("ix_municipality_code", "dossier", "code", "id"),
    )
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()


class PlanLineRow(PlanLine, SQLModel, table=True):
    """A step of the plan."""

    __tablename__ = "step"
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()


class ActionRow(Action, SQLModel, table=True):
    """An action."""

    __tablename__ = "action"
    __table_args__ = (
        sa.Index("ix_action_step", "dossier", "step", "owner", "id"),
        sa.Index("ix_action_owner", "dossier", "owner", "id"),
        sa.Index("ix_action_reminded", "dossier", "state", "remind_on"),
        sa.Index("ix_action_due", "dossier", "state", "due_on", "is_told_late"),
    )
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()


class DraftVersionRow(DraftVersion, SQLModel, table=True):
    """A draft version."""

    __tablename__ = "draft_version"
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()
    contains: Any = Field(sa_type=TupleOf(Part))
    displaced: Any = Field(sa_type=TupleOf(PlanLine))
    reopened: Any = Field(sa_type=TupleOf(Action))


class HearingRow(Hearing, SQLModel, table=True):
    """The hearing of one council."""

    __tablename__ = "hearing"
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()


class ZienswijzeRow(Zienswijze, SQLModel, table=True):
    """A zienswijze."""

    __tablename__ = "zienswijze"
    __table_args__ = (sa.Index("ix_zienswijze_municipality", "dossier", "municipality", "id"),)
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()


class ResponseRow(Response, SQLModel, table=True):
    """A response to a draft version."""

    __tablename__ = "response"
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()


class BesluitRow(Besluit, SQLModel, table=True):
    """A besluit."""

    __tablename__ = "besluit"
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()
    adopters: Any = Field(sa_type=TupleOf(str))


class ReasonRow(Reason, SQLModel, table=True):
    """A recorded reason."""

    __tablename__ = "reason"
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()
    steps: Any = Field(sa_type=TupleOf(str))


class AppealRow(Appeal, SQLModel, table=True):
    """An appeal of a burgemeester."""

    __tablename__ = "appeal"
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()


class PartyRequestRow(PartyRequest, SQLModel, table=True):
    """What a party asks of the adviser."""

    __tablename__ = "request"
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()


class AccessRow(Access, SQLModel, table=True):
    """What is kept of the link of a party."""

    __tablename__ = "access"
    __table_args__ = (
        sa.Index("ix_access_page_hash", "page_hash", unique=True),
        sa.Index("ix_access_feed_hash", "feed_hash", unique=True),
    )
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = _of_dossier()


class ReceiptRow(Receipt, SQLModel, table=True):
    """The receipt of a party for what it sent in."""

    __tablename__ = "receipt"
    __table_args__ = (sa.Index("ix_receipt_recipient", "dossier", "recipient", "id"),)
    model_config = _ROW
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
    model_config = _ROW
    id: str = Field(primary_key=True)
    dossier: str = Field(foreign_key="dossier.id")
    attachments: Any = Field(sa_type=TupleOf(Attachment))
    facts: Any = Field(sa_type=TupleOf(str))
    reached: Any = Field(sa_type=TupleOf(str))
    dead: Any = Field(sa_type=TupleOf(str))
    missed: Any = Field(sa_type=TupleOf(Missed))


class JournalRow(JournalEntry, SQLModel, table=True):
    """An entry of the journal. Triggers refuse every later change of it."""

    __tablename__ = "journal"
    model_config = _ROW
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
