# SPDX-License-Identifier: EUPL-1.2
"""The journal: what happened, in a chain of hashes that shows every later change."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.frozen import Frozen

FIRST: Final = "0" * 64
"""The hash before the first entry of a dossier."""

ERASED: Final = "gewist"
"""The event by which words were erased; under this name it says which lines are other now."""


class JournalEntry(Frozen):
    """One entry. ``on`` is the day it is about, ``at`` the moment (UTC) it was written.

    ``salt`` is drawn for it, and goes when something in it is erased: from then on nobody can try
    names until its hash fits. One that was written before there was salt has none.
    """

    dossier: str
    number: int
    on: date
    at: datetime
    by: str
    event: str
    text: str
    changes: str
    previous: str
    salt: str = ""
    hash: str

    def expected_hash(self) -> str:
        """Return the hash that this entry must have."""
        content = [
            self.dossier,
            self.number,
            self.on.isoformat(),
            self.at.isoformat(),
            self.by,
            self.event,
            self.text,
            self.changes,
            self.previous,
            *([self.salt] if self.salt else []),
        ]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


class ErasedLine(Frozen):
    """A line of which words were erased: its number, and the hash of what is left in it."""

    id: str
    hash: str


def erased_lines(entries: Iterable[JournalEntry]) -> dict[int, str]:
    """Return the hash of what is left in each line of which a later one says that it was erased."""
    left: dict[int, str] = {}
    for entry in entries:
        if entry.event == ERASED:
            said = changes_of(entry) or {}
            left |= {
                int(key): str(content.get("hash"))
                for (table, key), content in said.items()
                if table == ERASED and key.isdecimal() and int(key) < entry.number
            }
    return left


def canonical(objects: Iterable[tuple[str, Frozen]]) -> str:
    """Return the objects of a change, each with the name of its table, as canonical JSON."""
    content: list[tuple[str, Any]] = [(name, o.model_dump(mode="json")) for name, o in objects]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


_CHANGES: Final = TypeAdapter(list[tuple[str, dict[str, Any]]])


def changes_of(entry: JournalEntry) -> dict[tuple[str, str], dict[str, Any]] | None:
    """Return what an entry says of each object, by table and id; nothing when it is unreadable."""
    return said_in(entry.changes)


def said_in(changes: str) -> dict[tuple[str, str], dict[str, Any]] | None:
    """Return what the changes of an entry say of each object; nothing when they are unreadable."""
    try:
        return {
            (table, str(content["id"])): content
            for table, content in _CHANGES.validate_json(changes)
        }
    except (ValidationError, KeyError):
        return None


def broken_at(entries: Sequence[JournalEntry]) -> str | None:
    """Return what is wrong with a chain, in Dutch, or nothing when it is whole.

    A line of which words were erased keeps the hash that it had, so that the chain and every hash
    that was kept elsewhere still hold; a later line says what is left of it.

    Args:
        entries: all entries of one dossier, in order.
    """
    previous, erased = FIRST, erased_lines(entries)
    for place, entry in enumerate(entries, start=1):
        if entry.number != place:
            return f"Regel {place} van het journaal ontbreekt."
        if entry.previous != previous:
            return f"Regel {place} sluit niet aan op de regel ervoor."
        if entry.expected_hash() not in (entry.hash, erased.get(place)):
            return f"Regel {place} ({entry.event}, {day_in_words(entry.on)}) is achteraf veranderd."
        previous = entry.hash
    return None
