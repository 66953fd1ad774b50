# SPDX-License-Identifier: EUPL-1.2
"""What was done last in a dossier, as its journal has it."""

from typing import Final

import sqlalchemy as sa

from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.outgoing.standing import LastDone
from gehoord.store.reader import Reader
from gehoord.store.table_of import table_of

_C: Final = table_of(JournalEntry).c
_NEWEST: Final = (
    sa.select(_C.on, _C.by, _C.event, _C.text)
    .where(_C.dossier == sa.bindparam("dossier"))
    .order_by(_C.number.desc())
    .limit(sa.bindparam("most"))
)


def lately(reader: Reader, dossier: str, most: int) -> tuple[LastDone, ...]:
    """Return so many entries of a journal, the newest first."""
    return tuple(LastDone(*row) for row in reader.rows(_NEWEST, dossier=dossier, most=most))
