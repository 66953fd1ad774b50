"""Which entries of a calendar are meetings at which the council itself decides, by their name."""

import re
from typing import Final

_COUNCIL: Final = re.compile(
    r"\b(?:gemeente|begrotings|kadernota)?raad\b"
    r"|\b(?:gemeente)?raads?-?(?:vergadering(?:en)?|zitting)\b"
    r"|\bbesluitvormend",
    re.IGNORECASE,
)
_OTHERS: Final = {
    "een commissie is niet de raad": r"commissie",
    "een fractie is niet de raad": r"fractie",
    "dit is niet de raad zelf": (
        r"presidium|seniorenconvent|rekenkamer|college|griffie(?:overleg)?"
        r"|raad van (?:state|toezicht|kerken|advies|commissarissen)"
    ),
    "hier besluit de raad niet": (
        r"beeldvorm|oordeelsvorm|opini[eë]|informatie|bijeenkomst|thema-?\s?(?:avond|sessie)"
        r"|werkbezoek|excursie|training|cursus|inloop|spreekuur|receptie|rondleiding|schouw"
    ),
    "de dag staat niet vast": r"reserve|uitwijk|uitloop|onder\s+voorbehoud|optione",
    "dit is reces": r"reces",
}
"""Why a name is of something else, by the words that say so. They go before those of a council."""
_WHY: Final = {why: re.compile(words, re.IGNORECASE) for why, words in _OTHERS.items()}
_NO_COUNCIL: Final = "volgens de naam geen raadsvergadering"


def why_no_council(title: str) -> str:
    """Return in Dutch why a name is of no meeting at which the council decides; else nothing.

    A name that says both is of something else: an opportunity that was not there is worse than
    one that a person has to name.

    >>> why_no_council("Raadsvergadering"), why_no_council("Gemeenteraad (besluitvormend)")
    ('', '')
    >>> why_no_council("Raadscommissie Bestuur"), why_no_council("Raadsavond")
    ('een commissie is niet de raad', 'volgens de naam geen raadsvergadering')
    """
    others = (why for why, words in _WHY.items() if words.search(title))
    return next(others, "" if _COUNCIL.search(title) else _NO_COUNCIL)
