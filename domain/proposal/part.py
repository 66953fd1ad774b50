# SPDX-License-Identifier: EUPL-1.2
"""The parts that the law asks for, as an official reads them."""

from collections.abc import Sequence
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.proposal.step import Part

OF_STRENGTH: Final = (Part.STRENGTH, Part.WIJKAGENTEN)
"""What the table of the strength shows."""

IN_ANY_CASE: Final = (Part.STRENGTH, Part.WIJKAGENTEN)
"""What the plan itself holds (Politiewet 2012, art. 39 lid 1); objectives are observed."""

_IN_WORDS: Final = {
    Part.STRENGTH: "de verdeling van de beschikbare politiesterkte (sterkteverdeling)",
    Part.WIJKAGENTEN: "de verdeling van de wijkagenten",
    Part.OBJECTIVES: "de doelstellingen van de minister (Landelijke Veiligheidsagenda)",
}


def part_in_words(part: str) -> str:
    """Return a part of the beleidsplan as a reader knows it; an unknown part as it is.

    >>> part_in_words("wijkagenten")
    'de verdeling van de wijkagenten'
    """
    return _IN_WORDS[Part(part)] if part in set(Part) else part


def are_missing(parts: Sequence[Part]) -> str:
    """Return in one clause which parts are missing; there is at least one.

    >>> are_missing([Part.WIJKAGENTEN])
    'ontbreekt: de verdeling van de wijkagenten'
    """
    verb = "ontbreekt" if len(parts) == 1 else "ontbreken"
    return f"{verb}: {enumeration([part_in_words(part) for part in parts])}"
