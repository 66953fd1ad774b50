"""Which wordings look alike: a help for who clusters them, and never more than a suggestion.

Words are compared by their stem, without accents, capitals and words that say nothing here. No
model and no list of subjects is used: each suggestion says why it was made.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import Final

from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.nearby import folded

ALIKE: Final = 0.5
"""The least part of the words that two wordings must share."""
NEARLY_THE_SAME: Final = 0.85
"""The least likeness, letter by letter, of what is written a little differently."""
_PART: Final = 4
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


@dataclass(frozen=True, slots=True)
class Suggestion:
    """That a wording may come to a cluster, or to the same subject as another wording.

    Attributes:
        wording: the one that is in no cluster.
        like: the name of the cluster, or the other wording.
        is_cluster: whether ``like`` is a cluster.
        because: why, in Dutch.
        likeness: from 0 to 1.
    """

    wording: str
    like: str
    is_cluster: bool
    because: str
    likeness: float


def suggestions(loose: Iterable[str], clusters: Iterable[Cluster]) -> list[Suggestion]:
    """Return for each wording without a cluster what it looks like most, if anything.

    Args:
        loose: the wordings that are in no cluster.
        clusters: those that there are; they go before another wording that is as like.
    """
    wordings, there = list(loose), list(clusters)
    best: dict[str, Suggestion] = {}
    for wording in wordings:
        for found in _in_clusters(wording, there):
            _keep_best(best, found)
    for one, other in combinations(wordings, 2):
        likeness, because = alike(one, other)
        if because:
            _keep_best(best, Suggestion(one, other, False, because, likeness))
            _keep_best(best, Suggestion(other, one, False, because, likeness))
    return [best[wording] for wording in wordings if wording in best]


def _keep_best(best: dict[str, Suggestion], found: Suggestion) -> None:
    """Keep a suggestion if there is none for its wording that is as like."""
    known = best.get(found.wording)
    if known is None or known.likeness < found.likeness:
        best[found.wording] = found


def _in_clusters(wording: str, clusters: list[Cluster]) -> Iterator[Suggestion]:
    for cluster in clusters:
        for text in (cluster.name, *cluster.members):
            likeness, because = alike(wording, text)
            if because:
                yield Suggestion(wording, cluster.name, True, because, likeness)


def alike(one: str, other: str) -> tuple[float, str]:
    """Return how like two wordings are, from 0 to 1, and why in Dutch; empty when they are not.

    >>> alike("Aanpak ondermijning", "Ondermijnende criminaliteit")[1]
    "deelt 'ondermijning'"
    >>> alike("Jeugdoverlast", "Brandveiligheid")[1]
    ''
    """
    ours, theirs = words_by_stem(one), words_by_stem(other)
    pairs = [(a, b) for a in ours for b in theirs if _is_same_word(a, b)]
    if pairs:
        shared = max(len({a for a, _ in pairs}), len({b for _, b in pairs}))
        part = min(shared / min(len(ours), len(theirs)), 1.0)
        if part >= ALIKE:
            said = sorted({min(ours[a], theirs[b], key=len) for a, b in pairs})
            return part, f"deelt {', '.join(map(repr, said))}"
    letters = _letters_alike(*sorted((folded(one), folded(other))))
    return (letters, "is bijna zo geschreven") if letters >= NEARLY_THE_SAME else (0.0, "")


def _letters_alike(one: str, other: str) -> float:
    """Return how like two texts are, letter by letter; of what begins otherwise nothing."""
    if one[:1] != other[:1]:
        return 0.0
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.real_quick_ratio() >= NEARLY_THE_SAME else 0.0


def _is_same_word(stem: str, other: str) -> bool:
    """Whether two stems are the same, or one is part of the other: drugs in drugshandel."""
    short, long = sorted((stem, other), key=len)
    return short == long or (len(short) >= _PART and short in long)


@lru_cache(maxsize=2048)
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
