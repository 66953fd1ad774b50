# SPDX-License-Identifier: EUPL-1.2
"""The name that somebody meant: without regard to capitals, accents, spaces and hyphens."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Final, Self

FEW: Final = 20
"""Names that one sentence can hold."""


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return the letters and figures of a name, small and without accents.

    >>> folded("Súdwest-Fryslân") == folded("sudwest fryslan")
    True
    """
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def meant(said: str, known: Iterable[str]) -> str | None:
    """Return the name that was said in other capitals, accents, spaces or hyphens; or nothing."""
    wanted = folded(said)
    return next((name for name in known if folded(name) == wanted), None)


def spelled(text: str) -> str:
    """Return words as they are compared when each sign in them counts: small, evenly spaced.

    >>> spelled("Meer  Blauw") == spelled("meer blauw"), spelled("C") == spelled("C++")
    (True, False)
    """
    return " ".join(text.split()).casefold()


def near(said: str, known: Iterable[str]) -> str | None:
    """Return the name that is most like what was said, if one is."""
    by_letters = {folded(name): name for name in known}
    close = get_close_matches(folded(said), by_letters, 1)
    return by_letters[close[0]] if close else None


def step_name(said: object) -> object:
    """Return the name of a step as a proposal writes it.

    >>> step_name("Concept 70")
    'concept-70'
    """
    if not isinstance(said, str):
        return said
    letters = unicodedata.normalize("NFKD", said.strip().casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "-".join(bare.replace("_", " ").split())


def unknown(what: str, said: str, known: Iterable[str]) -> str:
    """Return the sentence about a name that is not known, with the one that was probably meant.

    >>> unknown("'werkgoep' is geen actiehouder", "werkgoep", ["werkgroep", "rbop"])
    "'werkgoep' is geen actiehouder; bedoelt u 'werkgroep'?"
    """
    names = list(known)
    if (close := near(said, names)) is not None:
        return f"{what}; bedoelt u '{close}'?"
    if len(names) > FEW:
        return f"{what}. Kijk na hoe het heet; er zijn er {len(names)}."
    return f"{what}. Kies uit: {', '.join(names)}."


class Choice(StrEnum):
    """One of a few words, read without regard to capitals, accents, spaces and hyphens."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        found = meant(value, list(cls)) if isinstance(value, str) else None
        return None if found is None else cls(found)
