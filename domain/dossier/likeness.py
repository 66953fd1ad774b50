# SPDX-License-Identifier: EUPL-1.2
"""Which wordings look alike: a help for who clusters them, and never more than a suggestion.

Words are compared by their stem, without accents, capitals and words that say nothing here. No
model and no list of subjects is used: each suggestion says why it was made.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.spelling import nearly_the_same
from gehoord.domain.dossier.stems import is_same_word, words_by_stem
from gehoord.domain.dossier.wording_index import WordingIndex

ALIKE: Final = 0.5
"""The least part of the words that two wordings must share."""


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
    wordings, best = list(loose), dict[str, Suggestion]()
    for found in _in_clusters(wordings, clusters):
        _keep_best(best, found)
    for one, other in WordingIndex(wordings).pairs():
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


def _in_clusters(wordings: Sequence[str], clusters: Iterable[Cluster]) -> Iterator[Suggestion]:
    texts = [(c.name, text) for c in clusters for text in (c.name, *c.members)]
    index = WordingIndex([text for _, text in texts])
    for wording in wordings:
        for name, text in (texts[place] for place in index.near(wording)):
            likeness, because = alike(wording, text)
            if because:
                yield Suggestion(wording, name, True, because, likeness)


def alike(one: str, other: str) -> tuple[float, str]:
    """Return how like two wordings are, from 0 to 1, and why in Dutch; empty when they are not.

    >>> alike("Aanpak ondermijning", "Ondermijnende criminaliteit")[1]
    "deelt 'ondermijning'"
    >>> alike("Jeugdoverlast", "Brandveiligheid")[1]
    ''
    """
    ours, theirs = words_by_stem(one), words_by_stem(other)
    pairs = [(a, b) for a in ours for b in theirs if is_same_word(a, b)]
    if pairs:
        shared = max(len({a for a, _ in pairs}), len({b for _, b in pairs}))
        part = min(shared / min(len(ours), len(theirs)), 1.0)
        if part >= ALIKE:
            said = sorted({min(ours[a], theirs[b], key=len) for a, b in pairs})
            return part, f"deelt {', '.join(map(repr, said))}"
    letters = nearly_the_same(one, other)
    return (letters, "is bijna zo geschreven") if letters else (0.0, "")
