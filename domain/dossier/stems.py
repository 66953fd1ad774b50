# SPDX-License-Identifier: EUPL-1.2
"""The words of a wording that say something, by their stem: without accents, capitals, endings."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

PART: Final = 4
"""Letters that a word must have to be looked for within a longer one: drugs in drugshandel."""

_SAY_NOTHING: Final = frozenset(
    """
    aan aanpak aanpakken alle bestrijden bestrijding bij bevorderen beter betere de den der een en
    extra gemeente het in incl inclusief met minder naar of om onder onze op over preventie
    prioriteit problematiek rond rondom samen te tegen tegengaan terugdringen thema tot uit van
    vanuit vergroten verbeteren verminderen versterken versterking voor voorkomen zoals
    """.split()  # noqa: SIM905, read as a text
)
_ENDINGS: Final = ("eringen", "ering", "ingen", "heden", "ing", "elijke", "elijk", "ische", "isch",
                   "eren", "ende", "end", "en", "er", "es", "e", "s")  # fmt: skip
_SHORTEST: Final = 4
"""Letters that are left of a word at least when an ending goes."""


def is_same_word(stem: str, other: str) -> bool:
    """Whether two stems are the same, or one is part of the other: drugs in drugshandel."""
    if stem == other:
        return True
    return min(len(stem), len(other)) >= PART and (stem in other or other in stem)


@lru_cache(maxsize=8192)
def words_by_stem(wording: str) -> dict[str, str]:
    """Return the words that say something, by their stem.

    >>> words_by_stem("Aanpak van woninginbraken en fietsendiefstal")
    {'woninginbrak': 'woninginbraken', 'fietsendiefstal': 'fietsendiefstal'}
    """
    letters = unicodedata.normalize("NFKD", wording.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return {_stem(word): word for word in words if word not in _SAY_NOTHING and len(word) > 1}


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word
