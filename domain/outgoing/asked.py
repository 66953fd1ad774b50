# SPDX-License-Identifier: EUPL-1.2
"""Who is asked about the ontwerp now, and for which time."""

from collections.abc import Iterable

from gehoord.domain.acts.act import OntwerpSent
from gehoord.domain.dossier.message import Message


def rounds_of(news: OntwerpSent, letters: Iterable[Message]) -> dict[str, int]:
    """Return for each council that is asked now how often that makes, counted from 1.

    Args:
        news: whom the ontwerp goes to.
        letters: the ontwerp letters that there are; one sent again is the same time.
    """
    asked: dict[str | None, int] = {}
    for letter in letters:
        asked[letter.municipality] = max(asked.get(letter.municipality, 0), letter.round or 0)
    return {council: asked.get(council, 0) + 1 for council in news.councils}
