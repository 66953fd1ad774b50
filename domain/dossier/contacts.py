# SPDX-License-Identifier: EUPL-1.2
"""Which names and addresses a dossier holds of who is reached: offices, unless by choice."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from gehoord.domain.dossier.erasing import MARK, texts_in
from gehoord.domain.dossier.journal import JournalEntry, changes_of
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.letterhead import Letterhead, read_letterhead

MAIL: Final = re.compile(r"(?<![\w.+'-])[\w.+'-]++@[\w-]+(?:\.[\w-]+)+")
_DAY: Final = r"\d{1,2}[-./]\d{1,2}[-./]\d{4}"
TELEPHONE: Final = re.compile(
    rf"(?<![\w.,-])(?!{_DAY})(?:\+|00|0)\d(?:[\s()./\u2010-\u2015-]{{0,3}}\d){{8,11}}(?![\w-]|[.,]\d)"
)
_NAMED: Final = ("signatory", "telephone")
"""What of a letterhead is of a person; who deals with it is an office, unless a name was given."""


class Contact(NamedTuple):
    """What it is, in Dutch, and what it says."""

    what: str
    says: str


def contacts(state: State, entries: Iterable[JournalEntry]) -> list[Contact]:
    """Return every name, telephone number and mail address by which somebody is or was reached.

    Args:
        state: the dossier.
        entries: its journal: all that was ever written of it.
    """
    entries = list(entries)
    found = dict.fromkeys(_of_letterheads([*_letterheads(state), *_given(state, entries)], _NAMED))
    said = [text for entry in entries for text in _texts(entry)]
    for what, pattern in (("telefoon", TELEPHONE), ("mailadres", MAIL)):
        written = {each for text in said for each in pattern.findall(text)}
        found |= dict.fromkeys(Contact(what, each) for each in sorted(written))
    return list(found)


def dealt_with_by(state: State) -> list[Contact]:
    """Return who deals with letters, as it was given: mostly an office."""
    return list(dict.fromkeys(_of_letterheads(_letterheads(state), ("handled_by",))))


def _letterheads(state: State) -> list[Letterhead]:
    first = state.eenheid.letterhead
    return [first, state.given_letterhead.on(first)]


def _given(state: State, entries: Iterable[JournalEntry]) -> Iterator[Letterhead]:
    """Yield every letterhead that was ever given: who signed before is in the journal still."""
    for entry in entries:
        for (_, key), content in (changes_of(entry) or {}).items():
            if key == state.id and (kept := content.get("letterhead")):
                yield read_letterhead(kept).on(Letterhead())


def _of_letterheads(letterheads: Iterable[Letterhead], names: Iterable[str]) -> Iterator[Contact]:
    for letterhead in letterheads:
        for name in names:
            if says := getattr(letterhead, name).replace(MARK, "").strip(" ,.;"):
                called = Letterhead.model_fields[name].alias or name
                yield Contact(called.replace("_", " "), says)


def _texts(entry: JournalEntry) -> Iterator[str]:
    said: Any = json.loads(entry.changes)
    return texts_in([entry.by, entry.text, said])
