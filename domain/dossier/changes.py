# SPDX-License-Identifier: EUPL-1.2
"""What changes in a dossier: objects that come, objects that become others, documents kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from gehoord.domain.dossier.document import Document
from gehoord.domain.frozen import Frozen

T = TypeVar("T", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is added and what is replaced, in the order in which the journal tells it.

    ``replaced`` holds pairs: the object as it was seen, and as it becomes. Who makes the changes
    sees to it that it still is what was seen.
    """

    added: tuple[Frozen, ...] = ()
    replaced: tuple[tuple[Frozen, Frozen], ...] = ()
    documents: tuple[Document, ...] = ()

    @classmethod
    def adding(cls, *items: Frozen) -> "Changes":
        """Return the changes that add these objects."""
        return cls(added=items)

    @classmethod
    def keeping(cls, document: Document | None) -> "Changes":
        """Return the changes that keep a document, if there is one."""
        return cls(documents=(document,) if document else ())

    @classmethod
    def replacing(cls, pairs: Iterable[tuple[T, T]]) -> "Changes":
        """Return the changes that replace these objects; one that stays as it is, is left out."""
        return cls(replaced=tuple((a, b) for a, b in pairs if a != b))

    def __add__(self, later: "Changes") -> "Changes":
        """Return both in one; what is replaced twice goes from its first form to its last."""
        keys = {_key(after): place for place, (_, after) in enumerate(self.replaced)}
        pairs, added = list(self.replaced), list(self.added)
        new = {_key(item): place for place, item in enumerate(added)}
        for before, after in later.replaced:
            key = _key(after)
            if key in new:
                added[new[key]] = after
            elif key in keys:
                pairs[keys[key]] = (pairs[keys[key]][0], after)
            else:
                keys[key] = len(pairs)
                pairs.append((before, after))
        return Changes((*added, *later.added), tuple(pairs), (*self.documents, *later.documents))

    def __bool__(self) -> bool:
        return bool(self.added or self.replaced or self.documents)

    def mapped(self, becomes: Callable[[Frozen], Frozen]) -> "Changes":
        """Return these changes with another form for what is added and for what things become."""
        return Changes(
            tuple(becomes(item) for item in self.added),
            tuple((before, becomes(after)) for before, after in self.replaced),
            self.documents,
        )

    def without_the_same(self) -> "Changes":
        """Return these changes without what stays as it was."""
        return Changes(self.added, tuple(p for p in self.replaced if p[0] != p[1]), self.documents)

    def of(self, kind: type[T]) -> tuple[list[T], list[T]]:
        """Return what objects of one kind become, and which are added."""
        return (
            [after for _, after in self.replaced if isinstance(after, kind)],
            [item for item in self.added if isinstance(item, kind)],
        )


def _key(item: Any) -> tuple[type, str]:
    return type(item), item.id
