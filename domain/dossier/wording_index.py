# SPDX-License-Identifier: EUPL-1.2
"""Wordings by their words and letters, so that only those are compared that can look alike."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gehoord.domain.dossier.spelling import can_be_nearly_the_same, first_letter
from gehoord.domain.dossier.stems import PART, is_same_word, words_by_stem


class WordingIndex:
    """Finds the wordings that share a word with another, or nearly all letters.

    Args:
        wordings: among which is looked; a place is that of a wording in them.
    """

    def __init__(self, wordings: Sequence[str]) -> None:
        self._wordings = wordings
        self._by_stem: dict[str, set[int]] = defaultdict(set)
        self._stems_by_part: dict[str, set[str]] = defaultdict(set)
        self._by_first_letter: dict[str, list[int]] = defaultdict(list)
        self._of_word: dict[str, set[int]] = {}
        for place, wording in enumerate(wordings):
            self._add(place, wording)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield every two wordings that can look alike, in their order."""
        for place, wording in enumerate(self._wordings):
            yield from ((wording, self._wordings[p]) for p in self.near(wording) if p > place)

    def near(self, wording: str) -> list[int]:
        """Return the places, in order, of whatever can look like a wording: it may be too much."""
        found: set[int] = set(self._spelt_nearly(wording))
        for stem in words_by_stem(wording):
            if stem not in self._of_word:
                self._of_word[stem] = self._with_word(stem)
            found |= self._of_word[stem]
        return sorted(found)

    def _add(self, place: int, wording: str) -> None:
        for stem in words_by_stem(wording):
            self._by_stem[stem].add(place)
            for part in _parts(stem):
                self._stems_by_part[part].add(stem)
        self._by_first_letter[first_letter(wording)].append(place)

    def _with_word(self, stem: str) -> set[int]:
        """Return the places where a word stands, or one of which it is part, or that is part of it.

        One word is part of the other only where they have four letters in a row in common.
        """
        near = {other for part in _parts(stem) for other in self._stems_by_part.get(part, ())}
        same = {other for other in near if is_same_word(stem, other)} | {stem}
        return {place for other in same for place in self._by_stem.get(other, ())}

    def _spelt_nearly(self, wording: str) -> Iterator[int]:
        for place in self._by_first_letter.get(first_letter(wording), ()):
            if can_be_nearly_the_same(wording, self._wordings[place]):
                yield place


def _parts(stem: str) -> Iterator[str]:
    return (stem[start : start + PART] for start in range(len(stem) - PART + 1))
