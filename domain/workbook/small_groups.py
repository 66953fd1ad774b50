# SPDX-License-Identifier: EUPL-1.2
"""Groups of respondents that are so small that others could tell who chose what."""

from collections.abc import Mapping
from typing import Final

from gehoord.domain.dossier.poll import FEWEST
from gehoord.domain.nearby import folded

OTHERS: Final = "Overig"
"""How the group is called into which they go."""


def joined_groups(sizes: Mapping[str, int]) -> tuple[str, ...]:
    """Return which groups go into one, the smallest first; none when all are large enough.

    Were the small ones together still too few, the next smallest goes along. A group that is called
    so in the file is one of them.

    Law: AVG, art. 5 lid 1 onder c.

    >>> joined_groups({"Burgemeesters": 30, "Officier": 2, "Adviseurs": 40})
    ('Officier', 'Burgemeesters')
    """
    by_size = sorted(
        sizes, key=lambda name: (sizes[name] >= FEWEST, not _is_others(name), sizes[name])
    )
    joined = [name for name in by_size if sizes[name] < FEWEST]
    if not joined:
        return ()
    for name in by_size[len(joined) :]:
        if _is_others(name) or sum(sizes[each] for each in joined) < FEWEST:
            joined.append(name)
    return tuple(joined)


def _is_others(name: str) -> bool:
    return folded(name) == folded(OTHERS)
