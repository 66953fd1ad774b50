# SPDX-License-Identifier: EUPL-1.2
"""The surnames in what a dossier knows of persons: who signs, and whose mail address it has."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gehoord.domain.publicity.names_written import APOSTROPHE, CAPITAL, INITIALS, MORE, OF, PERSON
from gehoord.domain.publicity.ordinary_words import ORDINARY

_SHORTEST: Final = 4
"""Letters of a surname that is looked for alone: a shorter one is many another word."""
_WORD: Final = rf"[{CAPITAL}]{MORE}+"
_PART: Final = rf"(?:[dD][{APOSTROPHE}])?{_WORD}"
_OF_ANY: Final = rf"(?:(?i:{OF})\s+){{0,3}}"
_SIGNED: Final = re.compile(
    rf"(?:(?i:{PERSON})\.?\s+)*(?:{INITIALS}\s*(?:\({_WORD}\)\s*)?|(?:{_WORD}\s+){{1,3}}?)"
    rf"(?P<of>{_OF_ANY})(?P<surname>{_PART}(?:\s?-\s?{_OF_ANY}{_PART})?)"
)
_MAILED: Final = re.compile(
    r"(?:[a-z]\.){1,4}(?P<of>(?:[a-z]{1,3}\.){0,3})(?P<surname>[a-z]{4,})\d*@\S+"
)
_NO_PERSON: Final = re.compile(
    r"(?i)\b(?:loco-?|regio)?(?:burgemeester|griffi|secretar|advis|beleid|team|politie|gemeente|"
    r"bureau|afdeling|postbus|stadhuis|eenheid|officier|hoofdofficier|korps|minist|info|overleg)"
    r"|(?:straat|weg|plein|laan)\b"
)
"""In a line with one of these an office or a place stands, and not or not only a person."""


def surnames_in(known: Iterable[str], spared: frozenset[str]) -> frozenset[str]:
    """Return the surnames in lines of letters and in mail addresses, each as it may be written.

    >>> sorted(surnames_in(["mr. A.B. van der Zande", "p.jansen@x.example"], frozenset()))
    ['Jansen', 'Zande', 'van der Zande']
    >>> surnames_in(["Secretariaat RBOP", "info@x.example"], frozenset())
    frozenset()

    Args:
        known: what the register holds of persons and of where they are reached.
        spared: what is no person.
    """
    return frozenset(name for line in known for name in _surnames(line) if name not in spared)


def _surnames(line: str) -> Iterator[str]:
    bare = line.partition(",")[0].strip()
    if _NO_PERSON.search(bare):
        return
    if found := _SIGNED.fullmatch(bare):
        surname = found["surname"]
        if found["of"]:
            yield f"{' '.join(found['of'].split())} {surname}"
    elif found := _MAILED.fullmatch(bare):
        surname = found["surname"].capitalize()
    else:
        return
    if len(surname) >= _SHORTEST and surname.casefold() not in ORDINARY:
        yield surname
