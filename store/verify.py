"""Proof that a dossier is as its journal says: the chain is whole, and the tables agree."""

import json
from dataclasses import dataclass
from typing import Any

from gehoord.domain.journal import JournalEntry, broken_at
from gehoord.domain.message import Message
from gehoord.store.register import ROWS, Reader, table_of


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found. ``faults`` are Dutch sentences; none means that all is well."""

    entries: int
    last_hash: str
    faults: tuple[str, ...]


def verify(reader: Reader, dossier: str) -> Verification:
    """Check the journal of a dossier, and every row against what the journal last said of it.

    Messages are not in the journal: that they left is recorded in the outbox alone.
    """
    entries = reader.all(JournalEntry, dossier)
    faults = [fault] if (fault := broken_at(entries)) else []
    said: dict[tuple[str, str], Any] = {}
    for entry in entries:
        for table, content in json.loads(entry.changes):
            said[table, content["id"]] = content
    for kind in ROWS:
        if kind in (JournalEntry, Message):
            continue
        name = table_of(kind).name
        known = {key for table, key in said if table == name}
        objects = (
            [reader.dossier(dossier)] if name == "dossier" else list(reader.all(kind, dossier))
        )
        for item in objects:
            content = item.model_dump(mode="json")
            if content["id"] not in known:
                faults.append(f"'{content['id']}' ({name}) staat niet in het journaal.")
            elif said[name, content["id"]] != content:
                faults.append(f"'{content['id']}' ({name}) is buiten het journaal om veranderd.")
            known.discard(content["id"])
        faults += [f"'{key}' ({name}) is weg, maar staat in het journaal." for key in sorted(known)]
    return Verification(len(entries), entries[-1].hash if entries else "", tuple(faults))
