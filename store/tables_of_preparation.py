"""The tables of what themes and drafts are made of."""

from typing import Any

from sqlmodel import Field, SQLModel

from gehoord.domain.dossier.choices import BodyChoice, CandidateList
from gehoord.domain.dossier.poll import Poll, PollGroup, PollOption
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
