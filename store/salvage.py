# SPDX-License-Identifier: EUPL-1.2
"""Reading what can still be read of a dossier that was changed outside Gehoord."""

from typing import Any, TypeVar

from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.journal import JournalEntry, changes_of
from gehoord.domain.frozen import Frozen
from gehoord.store.reader import CheckedReader, Reader
from gehoord.store.rows import UnreadableRowError
from gehoord.store.table_of import table_of

T = TypeVar("T", bound=Frozen)


class Salvage(CheckedReader):
    """A reader that passes over what it cannot read; `verify` names what that is.

    Args:
        reader: gives the view of the register.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader._connection)

    def all(self, kind: type[T], dossier: str | None = None, /, **equal: Any) -> list[T]:
        """Return every object of one kind, of one dossier, that can be read."""
        try:
            return super().all(kind, dossier, **equal)
        except UnreadableRowError:
            if dossier is None:
                raise
            found = [item for _, item in self.each(kind, dossier) if item is not None]
            return [i for i in found if all(getattr(i, k) == v for k, v in equal.items())]

    def dossier(self, identifier: str) -> Dossier:
        """Return a dossier; one that cannot be read, as the journal last had it.

        Raises:
            GehoordError: there is none by that name, or the journal does not hold it either.
        """
        try:
            return super().dossier(identifier)
        except UnreadableRowError:
            name = table_of(Dossier).name
            for entry in reversed(self.all(JournalEntry, identifier)):
                if said := (changes_of(entry) or {}).get((name, identifier)):
                    return Dossier.model_validate(said)
            raise
