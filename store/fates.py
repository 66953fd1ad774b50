# SPDX-License-Identifier: EUPL-1.2
"""What became of the mail of a dossier, and how much of it is still to leave."""

from typing import Final

import sqlalchemy as sa

from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.message import CAN_LEAVE, Message
from gehoord.store.reader import Reader
from gehoord.store.since import LAST, Place
from gehoord.store.table_of import table_of

_C: Final = table_of(Message).c
_OF_DOSSIER: Final = _C.dossier == sa.bindparam("dossier")
_FATES: Final = (
    sa.select(*(_C[name] for name in Fate.model_fields)).where(_OF_DOSSIER).order_by(_C.id)
)
_TO_LEAVE: Final = (
    sa.select(sa.func.count()).where(_OF_DOSSIER, _C.state.in_(CAN_LEAVE)).scalar_subquery()
)
_PLACE: Final = LAST.add_columns(_TO_LEAVE)


def fates(reader: Reader, dossier: str) -> list[Fate]:
    """Return what became of every message of a dossier."""
    return reader.parts(Fate, Message, _FATES, dossier=dossier)


def place_and_mail(reader: Reader, dossier: str) -> tuple[Place, int]:
    """Return the last entry of a journal, and how many messages are still to meet their fate.

    Mail that leaves, or does not arrive, leaves no entry behind.
    """
    for number, seal, to_leave in reader.rows(_PLACE, dossier=dossier):
        return Place(number, seal), to_leave
    return Place(0, ""), 0
