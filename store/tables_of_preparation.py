"""The tables of what themes and drafts are made of."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from gehoord.domain.dossier.point import Point
from gehoord.store.columns import ROW, of_dossier


class PointRow(Point, SQLModel, table=True):
    """A point of a zienswijze or a response."""

    __tablename__ = "point"
    __table_args__ = (sa.Index("ix_point_answer", "dossier", "answer", "id"),)
    model_config = ROW
    id: str = Field(primary_key=True)
    dossier: str = of_dossier()
