"""The journal: what happened, in a chain of hashes that shows every later change."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.frozen import Frozen

FIRST: Final = "0" * 64
"""The hash before the first entry of a dossier."""


class JournalEntry(Frozen):
    """One entry. ``on`` is the day it is about, ``at`` the moment (UTC) it was written."""

    dossier: str
    number: int
    on: date
    at: datetime
    by: str
    event: str
    text: str
    changes: str
    previous: str
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
        ]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


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


def broken_at(entries: Iterable[JournalEntry]) -> str | None:
    """Return what is wrong with a chain, in Dutch, or nothing when it is whole.

    Args:
        entries: all entries of one dossier, in order.
    """
    previous = FIRST
    for place, entry in enumerate(entries, start=1):
        if entry.number != place:
            return f"Regel {place} van het journaal ontbreekt."
        if entry.previous != previous:
            return f"Regel {place} sluit niet aan op de regel ervoor."
        if entry.hash != entry.expected_hash():
            return f"Regel {place} ({entry.event}, {day_in_words(entry.on)}) is achteraf veranderd."
        previous = entry.hash
    return None
