"""Which names and addresses a dossier holds of who is reached: offices, unless by choice."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.letterhead import Letterhead

_ADDRESS: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_BROKEN: Final = re.compile(r"\\+[nrt]")
"""The end of a line in JSON; what follows it is another word."""
_NAMED: Final = ("signatory", "telephone")
"""What of a letterhead is of a person; who deals with it is an office, unless a name was given."""


class Contact(NamedTuple):
    """What it is, in Dutch, and what it says."""

    what: str
    says: str


def contacts(state: State, texts: Iterable[str]) -> list[Contact]:
    """Return every name, telephone number and mail address by which somebody is reached.

    Args:
        state: the dossier.
        texts: all that was ever written of it: its journal.
    """
    found = dict.fromkeys(_of_letterheads(state, _NAMED))
    written = {address for text in texts for address in _ADDRESS.findall(_BROKEN.sub(" ", text))}
    return [*found, *(Contact("mailadres", address) for address in sorted(written))]


def dealt_with_by(state: State) -> list[Contact]:
    """Return who deals with letters, as it was given: mostly an office."""
    return list(dict.fromkeys(_of_letterheads(state, ("handled_by",))))


def _of_letterheads(state: State, names: Iterable[str]) -> Iterator[Contact]:
    first = state.eenheid.letterhead
    for letterhead in (first, state.given_letterhead.on(first)):
        for name in names:
            if says := getattr(letterhead, name):
                called = Letterhead.model_fields[name].alias or name
                yield Contact(called.replace("_", " "), says)
