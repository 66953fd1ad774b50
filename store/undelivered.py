# SPDX-License-Identifier: EUPL-1.2
"""Messages that were tried and did not arrive."""

from typing import Final

import sqlalchemy as sa

from gehoord.domain.dossier.message import STUCK, Message, MessageState
from gehoord.store.reader import Reader
from gehoord.store.table_of import table_of

_C: Final = table_of(Message).c
IS_UNDELIVERED: Final = sa.or_(
    _C.state.in_(STUCK),
    sa.and_(_C.state == MessageState.WAITING, _C.failing_since.is_not(None)),
)
"""Tried in vain: whether it is tried again or not."""

_OF_DOSSIER: Final = (
    sa.select(table_of(Message))
    .where(_C.dossier == sa.bindparam("dossier"), IS_UNDELIVERED)
    .order_by(_C.id)
)


def undelivered(reader: Reader, dossier: str) -> list[Message]:
    """Return the messages of a dossier that did not arrive: given up, or yet to be tried again."""
    return reader.those(Message, _OF_DOSSIER, dossier=dossier)
