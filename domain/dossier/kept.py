# SPDX-License-Identifier: EUPL-1.2
"""The objects of one kind that a dossier holds: in order, and found at once by what they say."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Final, TypeVar, overload

from gehoord.domain.frozen import Frozen

T = TypeVar("T", bound=Frozen)

DEEPEST: Final = 40
"""Changes that are asked one through the other; after so many all is looked up once."""


class Kept(Sequence[T]):
    """Objects of one kind, in the order of their keys.

    It reads as a sequence; whoever wants a few of many asks with ``where``, which walks over
    nothing: what was asked once is kept as an index. The register has one that fetches only what
    is asked for (`store.state`).
    """

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[T] | None = list(items)
        self._indexes: dict[tuple[str, ...], dict[tuple[Any, ...], list[T]]] = {}
        self._places: dict[str, int] = {}

    def _all(self) -> list[T]:
        if self._items is None:
            self._items = self._fetch()
        return self._items

    def _fetch(self) -> list[T]:
        return []

    def where(self, **equal: Any) -> list[T]:
        """Return the objects of which every named field has the given value, in order."""
        names = tuple(equal)
        index = self._indexes.get(names)
        if index is None:
            index = self._indexes[names] = {}
            for item in self._all():
                index.setdefault(tuple(getattr(item, name) for name in names), []).append(item)
        return index.get(tuple(equal.values()), [])

    def values(self, names: Sequence[str], **equal: Any) -> Sequence[Sequence[Any]]:
        """Return these fields, two or more, of the objects with the given values, in order."""
        return list(map(attrgetter(*names), self.where(**equal)))

    def one(self, identifier: str) -> T | None:
        """Return the object with this key, or nothing."""
        return next(iter(self.where(id=identifier)), None)

    def greatest(self, name: str, **equal: Any) -> Any:
        """Return the greatest value of a field among those with the given values, if it has any."""
        values = (getattr(item, name) for item in self.where(**equal))
        return max((value for value in values if value is not None), default=None)

    def place(self, item: T) -> tuple[Any, ...]:
        """Return where the object with the key of this one stands: less than the place after it."""
        if not self._places:
            self._places = {_key(item): number for number, item in enumerate(self._all())}
        return (self._places[_key(item)],)

    def with_changes(self, replaced: Iterable[T], added: Iterable[T]) -> "Kept[T]":
        """Return these objects with some of them replaced, by their key, and others added."""
        return Changed(self, replaced, added)

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._all()[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._all()!r})"


class Changed(Kept[T]):
    """Objects of which some were replaced or added; the others are asked of those before."""

    def __init__(self, before: Kept[T], replaced: Iterable[T], added: Iterable[T]) -> None:
        super().__init__()
        self._items = None
        self._before = before
        self._depth: int = before._depth + 1 if isinstance(before, Changed) else 1
        self._newer = {_key(item): item for item in replaced}
        self._replaced, self._added = Kept(self._newer.values()), Kept(added)
        if self._depth > DEEPEST:
            self._items, self._depth = self._fetch(), 0

    def _fetch(self) -> list[T]:
        if not self._newer:
            return [*self._before, *self._added]
        return [*(self._newer.get(_key(item), item) for item in self._before), *self._added]

    def where(self, **equal: Any) -> list[T]:
        """Return the objects of which every named field has the given value, in order."""
        if not self._depth:
            return super().where(**equal)
        found = self._before.where(**equal)
        if self._newer:
            found = [item for item in found if _key(item) not in self._newer]
        if replaced := self._replaced.where(**equal):
            found = sorted([*found, *replaced], key=self._before.place)
        return found + self._added.where(**equal)

    def place(self, item: T) -> tuple[Any, ...]:
        """Return where an object stands: in the place of the one before, or after them all."""
        if not self._depth:
            return super().place(item)
        if self._added.one(_key(item)):
            return (1, *self._added.place(item))
        return (0, *self._before.place(item))


def kept(items: Iterable[T]) -> Kept[T]:
    """Return objects as a state keeps them; those that are kept already as they are."""
    return items if isinstance(items, Kept) else Kept(items)


def _key(item: Frozen) -> str:
    return str(getattr(item, "id", ""))
