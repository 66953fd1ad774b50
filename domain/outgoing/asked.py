"""Who is asked about the ontwerp now, and for which time."""

from collections import Counter
from collections.abc import Iterable

from gehoord.domain.acts.act import OntwerpSent
from gehoord.domain.dossier.message import Message


def rounds_of(news: OntwerpSent, letters: Iterable[Message]) -> dict[str, int]:
    """Return for each council that is asked now how often that makes, counted from 1.

    Args:
        news: whom the ontwerp goes to.
        letters: the ontwerp letters that there are; one sent again is the same time.
    """
    asked = Counter(letter.recipient for letter in letters if not letter.edition)
    return {council: asked[council] + 1 for council in news.councils}
