# SPDX-License-Identifier: EUPL-1.2
"""Who heard of the days of a dossier before: they are told when these change."""

from typing import Final

import sqlalchemy as sa

from gehoord.domain.acts.move import Informed
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.store.reader import Reader
from gehoord.store.table_of import table_of

_C: Final = table_of(Message).c
_OF_DOSSIER: Final = _C.dossier == sa.bindparam("dossier")
_TOLD: Final = (
    sa.select(_C.municipality)
    .distinct()
    .where(_OF_DOSSIER, _C.municipality.is_not(None), _C.kind != MessageKind.INVITATION)
)
_INVITED: Final = sa.select(_C.step, _C.owner).where(
    _OF_DOSSIER, _C.kind == MessageKind.INVITATION, _C.rung == ""
)


def informed(reader: Reader, dossier: str) -> Informed:
    """Return in which municipalities somebody got a message, and who was invited for what."""
    municipalities = reader.rows(_TOLD, dossier=dossier)
    invited = reader.rows(_INVITED, dossier=dossier)
    return Informed({m for (m,) in municipalities}, {(step, owner) for step, owner in invited})
