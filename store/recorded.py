# SPDX-License-Identifier: EUPL-1.2
"""Reading the journal of a dossier as what happened in it."""

from collections.abc import Iterator
from typing import Any, Final, get_args

import sqlalchemy as sa
from pydantic import ValidationError

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.journal import JournalEntry, said_in
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.queued import QueuedMessage
from gehoord.domain.dossier.recorded import Recorded
from gehoord.domain.dossier.request import PartyRequest
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.frozen import Frozen
from gehoord.domain.outgoing.happened import PreparedFact
from gehoord.store.reader import Reader
from gehoord.store.table_of import table_of

_C: Final = table_of(JournalEntry).c
_ENTRIES: Final = (
    sa.select(_C.at, _C.on, _C.by, _C.event, _C.text, _C.changes)
    .where(_C.dossier == sa.bindparam("dossier"))
    .order_by(_C.number)
)
_TOLD: Final = (
    *(Action, PlanLine, Hearing, Zienswijze, PartyRequest, InfoSession),
    *get_args(PreparedFact),
)
_KINDS: Final[dict[str, type[Frozen]]] = {table_of(kind).name: kind for kind in _TOLD} | {
    table_of(Message).name: QueuedMessage
}
"""The kinds of object of which a story tells, by the table under which the journal has them."""


def recorded(reader: Reader, dossier: str) -> list[Recorded]:
    """Return every entry of a journal, in order; one that is damaged has no objects."""
    return [
        Recorded(at, on, by, event, text, tuple(_objects(changes)))
        for at, on, by, event, text, changes in reader.rows(_ENTRIES, dossier=dossier)
    ]


def _objects(changes: str) -> Iterator[Frozen]:
    for (table, _), content in (said_in(changes) or {}).items():
        kind = _KINDS.get(table)
        if kind and (found := _as_it_became(kind, content)):
            yield found


def _as_it_became(kind: type[Frozen], content: dict[str, Any]) -> Frozen | None:
    """Return an object; nothing when an older version of Gehoord wrote it in another form."""
    try:
        return kind.model_validate(content)
    except ValidationError:
        return None
