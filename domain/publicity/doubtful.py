# SPDX-License-Identifier: EUPL-1.2
"""What may be the name of a person and cannot be told from other words: a person looks at it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gehoord.domain.publicity.names_written import CAPITAL, CAPITALISED, MORE, OF
from gehoord.domain.publicity.ordinary_words import ORDINARY

_WITHIN_SENTENCE: Final = re.compile(rf"(?<=[\w,]\s)(?P<name>(?:{OF}\s+){{0,3}}{CAPITALISED})")
_WORD: Final = re.compile(rf"[{CAPITAL}]{MORE}+")
_ANY_WORD: Final = re.compile(rf"{MORE}+")
_ABBREVIATION: Final = re.compile(r"(?!IJ[a-z])[A-Z]{2}")
_FAMILIAR: Final = frozenset(
    """
    Algemene Awb College Europa Europese Gemeentewet Halt Jeugdwet Justitie Kamer Ministerie
    Nationale Nederland Nederlandse Omgevingsdienst Omgevingswet Openbaar Openbare Orde Politie
    Politiewet Raad Rijk Team Tweede Veilig Veiligheid Veiligheidshuis Veiligheidsregio Wet Woo
    Zorg
    """.split()  # noqa: SIM905, read as a text
)
_FAMILIAR_PLACE: Final = "hier"
"""Stands in the place of a name that is familiar as a whole: within a sentence, and no name."""


def familiar_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words with a capital in texts that name no person."""
    return _FAMILIAR | {word for text in texts for word in _WORD.findall(text)}


def doubtful_names(
    words: str, familiar: frozenset[str], whole: Iterable[str] = ()
) -> Iterator[str]:
    """Yield each word with a capital within a sentence that nothing explains, once.

    A word that stands in small letters too is no name, and neither is one that is familiar or an
    abbreviation. At the beginning of a sentence every word has one: there nothing is told. What is
    familiar only as a ``whole`` goes first: "Dijk en Waard" says nothing of Van Dijk.
    """
    for name in sorted(whole, key=len, reverse=True):
        words = words.replace(name, _FAMILIAR_PLACE)
    small = {word for word in _ANY_WORD.findall(words) if word.islower()}
    for name in dict.fromkeys(found["name"] for found in _WITHIN_SENTENCE.finditer(words)):
        if any(_is_strange(word, small, familiar) for word in _WORD.findall(name)):
            yield " ".join(name.split())


def _is_strange(word: str, small: set[str], familiar: frozenset[str]) -> bool:
    plain = word.casefold()
    return not (
        _ABBREVIATION.match(word) or word in familiar or plain in small or plain in ORDINARY
    )
