# SPDX-License-Identifier: EUPL-1.2
"""The tables of what those who adopt say of the plan."""

from sqlmodel import Field, SQLModel

from gehoord.domain.dossier.assent import Assent
from gehoord.domain.dossier.condition import Condition
from gehoord.store.columns import ROW, of_dossier


class AssentRow(Assent, SQLModel, table=True):
    """What one of those who adopt said of a version."""

    __tablename__ = "assent"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()


class ConditionRow(Condition, SQLModel, table=True):
    """A condition on which somebody agrees."""

    __tablename__ = "condition"
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
