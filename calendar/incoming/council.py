# SPDX-License-Identifier: EUPL-1.2
"""Which entries of a calendar are meetings at which the council itself decides, by their name."""

import re
from typing import Final

from gehoord.calendar.dutch import MONTHS, WEEKDAYS
from gehoord.calendar.incoming.left_out import NOT_FIXED
from gehoord.calendar.meetings import NAMELESS

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
    NOT_FIXED: (
        r"reserve|uitwijk|uitloop|onder\s+voorbehoud|\bopti(?:e|one)|verplaats|\bverzet\b|verschoven"
        r"|uitgesteld|opgeschort|\bconcept\b|voorlopig|tentative|postponed"
    ),
    "dit is reces": r"reces",
}
"""Why a name is of something else, by the words that say so. They go before those of a council."""
_WHY: Final = {why: re.compile(words, re.IGNORECASE) for why, words in _OTHERS.items()}
_NO_COUNCIL: Final = "volgens de naam geen raadsvergadering"
_MORE: Final = "volgens de naam niet alleen een raadsvergadering"
_WORD: Final = re.compile(r"[^\W\d_]+")
_OF_A_COUNCIL: Final = frozenset(
    _WORD.findall("""
    raad gemeenteraad begrotingsraad kadernotaraad raads gemeenteraads vergadering vergaderingen
    raadsvergadering raadsvergaderingen gemeenteraadsvergadering gemeenteraadsvergaderingen zitting
    raadszitting gemeenteraadszitting besluitvormend besluitvormende besluitvorming besluit
    openbaar openbare besloten extra ingelast ingelaste vervolg regulier reguliere plenair plenaire
    begroting begrotings begrotingsvergadering begrotingsbehandeling programmabegroting
    meerjarenbegroting kadernota voorjaarsnota perspectiefnota zomernota najaarsnota jaarrekening
    jaarstukken raadzaal gemeentehuis stadhuis deel
    de het der van in en om gemeente uur u h e ste eerste tweede derde i ii iii
    ma di wo do vr za zo jan feb mrt apr jun jul aug sep sept okt nov dec
    """)
).union(WEEKDAYS, MONTHS)
"""All words that the name of such a meeting may have; any number may be in it as well."""


def why_no_council(title: str, place: str = "") -> str:
    """Return in Dutch why a name is of no meeting at which the council decides; else nothing.

    A name that says more is of something else, be it of a council (the last day for its papers,
    its election, the day from which it moved): an opportunity that was not there is worse than one
    that a person has to name.

    Args:
        title: the whole name.
        place: what the municipality is called; that may be part of the name.

    >>> why_no_council("Raadsvergadering"), why_no_council("Gemeenteraad (besluitvormend)")
    ('', '')
    >>> why_no_council("Raadscommissie Bestuur"), why_no_council("Raadsavond")
    ('een commissie is niet de raad', 'volgens de naam geen raadsvergadering')
    """
    others = (why for why, words in _WHY.items() if words.search(title))
    return next(others, _why_not_alone(title.casefold(), place.casefold()))


def _why_not_alone(title: str, place: str) -> str:
    if not _COUNCIL.search(title):
        return _NO_COUNCIL
    words = _WORD.findall(title.replace(NAMELESS, ""))
    return "" if _OF_A_COUNCIL.union(_WORD.findall(place)).issuperset(words) else _MORE
