# SPDX-License-Identifier: EUPL-1.2
"""Up to which entry of its journal something follows a dossier, and what came after it."""

from typing import Final, NamedTuple

import sqlalchemy as sa

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.journal import JournalEntry, said_in
from gehoord.store.reader import Reader
from gehoord.store.table_of import table_of


class Place(NamedTuple):
    """A place in the journal of a dossier: an entry by its number and its hash."""

    number: int
    hash: str


_C: Final = table_of(JournalEntry).c
_OF_DOSSIER: Final = _C.dossier == sa.bindparam("dossier")
LAST: Final = sa.select(_C.number, _C.hash).where(_OF_DOSSIER).order_by(_C.number.desc()).limit(1)
"""The number and the hash of the last entry of a journal."""
_AT: Final = sa.select(_C.number).where(
    _OF_DOSSIER, _C.number == sa.bindparam("number"), _C.hash == sa.bindparam("hash")
)
_FROM: Final = (
    sa.select(_C.number, _C.hash, _C.changes)
    .where(_OF_DOSSIER, _C.number >= sa.bindparam("number"))
    .order_by(_C.number)
)


def last_place(reader: Reader, dossier: str) -> Place:
    """Return the last entry of a journal; number 0 when there is none."""
    return next((Place(*row) for row in reader.rows(LAST, dossier=dossier)), Place(0, ""))


def has_place(reader: Reader, dossier: str, place: Place) -> bool:
    """Whether a journal has this entry with this hash."""
    return bool(reader.rows(_AT, dossier=dossier, number=place.number, hash=place.hash))


def owners_since(reader: Reader, dossier: str, place: Place) -> set[str] | None:
    """Return the owners of what stands in calendars and changed after a place in the journal.

    That are actions, and the hearings of councils: these hold the meetings that councils named.

    Returns: nothing when that cannot be told: this journal has no such place, or an entry after it
        cannot be read, or changed an information session, which stands in the calendars of many.
    """
    entries = reader.rows(_FROM, dossier=dossier, number=place.number)
    if not entries or (entries[0].number, entries[0].hash) != place:
        return None
    owners: set[str] = set()
    for entry in entries[1:]:
        said = said_in(entry.changes)
        if said is None or any(table == _OF_MANY for table, _ in said):
            return None
        of = ((new, _OWNER.get(table)) for (table, _), new in said.items())
        owners |= {new[owner] for new, owner in of if owner}
    return owners


_OWNER: Final = {table_of(Action).name: "owner", table_of(Hearing).name: "municipality"}
"""The field that says in whose calendar something stands, by its table."""
_OF_MANY: Final = table_of(InfoSession).name
