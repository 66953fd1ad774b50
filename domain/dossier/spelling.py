# SPDX-License-Identifier: EUPL-1.2
"""How like two wordings are letter by letter, without capitals, accents, spaces and hyphens."""

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from gehoord.domain.nearby import folded

NEARLY_THE_SAME: Final = 0.85
"""The least likeness, letter by letter, of what is written a little differently."""


def nearly_the_same(one: str, other: str) -> float:
    """Return how like two wordings are spelt, from `NEARLY_THE_SAME` to 1; else nothing."""
    if not can_be_nearly_the_same(one, other):
        return 0.0
    first, second = sorted((_letters(one)[0], _letters(other)[0]))
    ratio = SequenceMatcher(None, first, second).ratio()
    return ratio if ratio >= NEARLY_THE_SAME else 0.0


def can_be_nearly_the_same(one: str, other: str) -> bool:
    """Whether two wordings begin alike and share enough letters, in whatever order: soon seen."""
    (text, letters), (other_text, others) = _letters(one), _letters(other)
    least = NEARLY_THE_SAME * (len(text) + len(other_text)) / 2
    return (
        text[:1] == other_text[:1]
        and min(len(text), len(other_text)) >= least
        and (letters & others).total() >= least
    )


def first_letter(wording: str) -> str:
    """Return the letter with which it begins; nothing where it has none."""
    return _letters(wording)[0][:1]


@lru_cache(maxsize=8192)
def _letters(wording: str) -> tuple[str, Counter[str]]:
    text = folded(wording)
    return text, Counter(text)
