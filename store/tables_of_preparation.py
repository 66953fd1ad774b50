# SPDX-License-Identifier: EUPL-1.2
"""The tables of what themes and drafts are made of."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from gehoord.domain.dossier.choices import BodyChoice, CandidateList
from gehoord.domain.dossier.circulation import Circulation, SentTo
from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.info_session import Attendance, InfoSession
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.poll import Poll, PollGroup, PollOption
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.strength_line import GrowthLine, StrengthLine
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.store.columns import ROW, TupleOf, of_dossier


class PollRow(Poll, SQLModel, table=True):
    """A count of a poll."""

    __tablename__ = "poll"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    groups: Any = Field(sa_type=TupleOf(PollGroup))
    options: Any = Field(sa_type=TupleOf(PollOption))


class CandidateListRow(CandidateList, SQLModel, table=True):
    """A list that bodies choose from."""

    __tablename__ = "candidate_list"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    names: Any = Field(sa_type=TupleOf(str))


class BodyChoiceRow(BodyChoice, SQLModel, table=True):
    """What one body chose."""

    __tablename__ = "body_choice"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    chosen: Any = Field(sa_type=TupleOf(str))


class LocalPrioritiesRow(LocalPriorities, SQLModel, table=True):
    """What a municipality answered in the survey."""

    __tablename__ = "local_priorities"
    __table_args__ = (sa.Index("ix_priorities_municipality", "dossier", "municipality", "id"),)
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    priorities: Any = Field(sa_type=TupleOf(str))
    closes: Any = Field(sa_type=TupleOf(str))


class ClusterRow(Cluster, SQLModel, table=True):
    """Local priorities that come to the same subject."""

    __tablename__ = "cluster"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    members: Any = Field(sa_type=TupleOf(str))


class StrengthTableRow(StrengthTable, SQLModel, table=True):
    """A sterkteverdeling."""

    __tablename__ = "strength_table"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    lines: Any = Field(sa_type=TupleOf(StrengthLine))
    growth: Any = Field(sa_type=TupleOf(GrowthLine))


class PointRow(Point, SQLModel, table=True):
    """A point of a zienswijze or a response."""

    __tablename__ = "point"
    __table_args__ = (sa.Index("ix_point_answer", "dossier", "answer", "id"),)
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class SafetyPictureRow(SafetyPicture, SQLModel, table=True):
    """A safety picture of the unit."""

    __tablename__ = "safety_picture"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    themes: Any = Field(sa_type=TupleOf(str))
    closes: Any = Field(sa_type=TupleOf(str))


class InfoSessionRow(InfoSession, SQLModel, table=True):
    """An information session."""

    __tablename__ = "info_session"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    invited: Any = Field(sa_type=TupleOf(str))
    attendance: Any = Field(sa_type=TupleOf(Attendance))


class ReviewerRow(Reviewer, SQLModel, table=True):
    """Who reads along with drafts."""

    __tablename__ = "reviewer"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class CirculationRow(Circulation, SQLModel, table=True):
    """A draft that went to those who read along."""

    __tablename__ = "circulation"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    sent_to: Any = Field(sa_type=TupleOf(SentTo))
