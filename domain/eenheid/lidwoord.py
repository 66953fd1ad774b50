# SPDX-License-Identifier: EUPL-1.2
"""The word before a name in a sentence: `de` or `het`."""

import re
from enum import StrEnum
from typing import Final


class Lidwoord(StrEnum):
    """What a Dutch noun has before it."""

    DE = "de"
    HET = "het"


_ENDS: Final = {
    Lidwoord.HET: re.compile(
        r"(plan|overleg|college|bestuur|beraad|kader|programma|convenant|orgaan|platform|team"
        r"|bureau|netwerk|presidium|akkoord|document)$"
    ),
    Lidwoord.DE: re.compile(
        r"(strategie|visie|agenda|nota|aanpak|koers|groep|raad|commissie|delegatie|vergadering"
        r"|kring|tafel|conferentie|driehoek|staf)$"
    ),
}
"""How the nouns end by which plans and bodies are called."""


def known_lidwoord(name: str) -> Lidwoord | None:
    """Return what the first noun of a name that is known takes; nothing when none is known.

    >>> known_lidwoord("Regionale Veiligheidsstrategie 2024-2027")
    <Lidwoord.DE: 'de'>
    >>> known_lidwoord("Meerjarenbeleidsplan (MJB) politie")
    <Lidwoord.HET: 'het'>
    """
    for word in re.findall(r"\w+", name.casefold()):
        for lidwoord, ends in _ENDS.items():
            if ends.search(word):
                return lidwoord
    return None


def in_sentence(name: str, lidwoord: Lidwoord) -> str:
    """Return a name with the word before it; one that has its own keeps that.

    >>> in_sentence("IMV 2028-2031", Lidwoord.HET), in_sentence("De koers", Lidwoord.DE)
    ('het IMV 2028-2031', 'de koers')
    """
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in set(Lidwoord) else f"{lidwoord} {name}"
