"""The tables of what themes and drafts are made of."""

from typing import Any

from sqlmodel import Field, SQLModel

from gehoord.domain.dossier.strength_line import GrowthLine, StrengthLine
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.store.columns import ROW, TupleOf, of_dossier


class StrengthTableRow(StrengthTable, SQLModel, table=True):
    """A sterkteverdeling."""

    __tablename__ = "strength_table"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
    lines: Any = Field(sa_type=TupleOf(StrengthLine))
    growth: Any = Field(sa_type=TupleOf(GrowthLine))
