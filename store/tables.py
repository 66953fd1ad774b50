# SPDX-License-Identifier: EUPL-1.2
"""The tables of the procedure: a row is a domain object with a key.

It decides nothing and never leaves `store/`.
"""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.agenda_item import AgendaItem
from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.chapter_to_follow import ChapterToFollow
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.request import PartyRequest
from gehoord.domain.dossier.theme import Theme
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.proposal.step import Part
from gehoord.store.columns import ROW, TupleOf, of_dossier


class DossierRow(Dossier, SQLModel, table=True):
    """A dossier."""

    __tablename__ = "dossier"
    model_config = ROW
    id: str = Field(primary_key=True)


class MunicipalityRow(FrozenMunicipality, SQLModel, table=True):
    """A municipality of the frozen set."""

    __tablename__ = "municipality"
    __table_args__ = (
        sa.Index("ix_municipality_name", "dossier", "name", "id"),
        sa.Index("ix_municipality_code", "dossier", "code", "id"),
    )
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    goals_before: Any = Field(sa_type=TupleOf(date))
    successors: Any = Field(sa_type=TupleOf(str))


class PlanLineRow(PlanLine, SQLModel, table=True):
    """A step of the plan."""

    __tablename__ = "step"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class ActionRow(Action, SQLModel, table=True):
    """An action."""

    __tablename__ = "action"
    __table_args__ = (
        sa.Index("ix_action_step", "dossier", "step", "owner", "id"),
        sa.Index("ix_action_owner", "dossier", "owner", "id"),
        sa.Index("ix_action_reminded", "dossier", "state", "remind_on"),
        sa.Index("ix_action_due", "dossier", "state", "due_on", "is_told_late"),
    )
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class DraftVersionRow(DraftVersion, SQLModel, table=True):
    """A draft version."""

    __tablename__ = "draft_version"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    contains: Any = Field(sa_type=TupleOf(Part))
    displaced: Any = Field(sa_type=TupleOf(PlanLine))
    reopened: Any = Field(sa_type=TupleOf(Action))
    follows: Any = Field(sa_type=TupleOf(ChapterToFollow))


class HearingRow(Hearing, SQLModel, table=True):
    """The hearing of one council."""

    __tablename__ = "hearing"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    agenda: Any = Field(sa_type=TupleOf(AgendaItem))
    former: Any = Field(sa_type=TupleOf(Hearing))


class ZienswijzeRow(Zienswijze, SQLModel, table=True):
    """A zienswijze."""

    __tablename__ = "zienswijze"
    __table_args__ = (sa.Index("ix_zienswijze_municipality", "dossier", "municipality", "id"),)
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class ResponseRow(Response, SQLModel, table=True):
    """A response to a draft version."""

    __tablename__ = "response"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class BesluitRow(Besluit, SQLModel, table=True):
    """A besluit."""

    __tablename__ = "besluit"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    adopters: Any = Field(sa_type=TupleOf(str))
    themes: Any = Field(sa_type=TupleOf(Theme))


class ReasonRow(Reason, SQLModel, table=True):
    """A recorded reason."""

    __tablename__ = "reason"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    steps: Any = Field(sa_type=TupleOf(str))


class AppealRow(Appeal, SQLModel, table=True):
    """An appeal of a burgemeester."""

    __tablename__ = "appeal"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class PartyRequestRow(PartyRequest, SQLModel, table=True):
    """What a party asks of the adviser."""

    __tablename__ = "request"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class RehearingRow(Rehearing, SQLModel, table=True):
    """A judgement whether councils are heard again."""

    __tablename__ = "rehearing"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    changes: Any = Field(sa_type=TupleOf(str))
    councils: Any = Field(sa_type=TupleOf(str))
    hearings: Any = Field(sa_type=TupleOf(Hearing))
    actions: Any = Field(sa_type=TupleOf(Action))
