# SPDX-License-Identifier: EUPL-1.2
"""A merger of the country as one choice in a form: who cease, what they become, and when."""

import re
from collections.abc import Collection, Mapping
from typing import Any, Final

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.acts.asked import OneChoice
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import THE_FORM
from gehoord.law.mergers import Merger, mergers

_CODE: Final = re.compile(r"\bGM\d{4}\b")
_LONGEST_SHOWN: Final = 100


def merger_in_words(merger: Merger, ceasing: Collection[str]) -> str:
    """Return a merger as people choose it, with the code of each municipality.

    Args:
        merger: as the country knows it.
        ceasing: the codes of those that a dossier is to let cease; others lie elsewhere.
    """
    who = [f"{name} ({code})" for code, name in merger.ceased if code in ceasing]
    verb = "gaat" if len(who) == 1 else "gaan"
    return (
        f"{enumeration(who)} {verb} op in {merger.name} ({merger.code}), {day_in_words(merger.on)}"
    )


def answers_of_merger(chosen: str) -> Mapping[str, Any]:
    """Return what a choice stands for, by the names of the fields of the report.

    Raises:
        ProposalError: it is no merger that the country knows.
    """
    for merger in mergers().all:
        ceasing = [code for code in _CODE.findall(chosen) if code in merger.ceased_codes]
        if ceasing and chosen == merger_in_words(merger, ceasing):
            return {
                "opgeheven": ceasing,
                "code": merger.code,
                "naam": merger.name,
                "op": merger.on,
            }
    raise ProposalError(
        f"{THE_FORM}: '{chosen[:_LONGEST_SHOWN]}' is geen herindeling die Gehoord kent. Kies er "
        f"een bij '{KNOWN_MERGER.title}', of vul de gemeenten, de code en de naam zelf in."
    )


KNOWN_MERGER: Final = OneChoice(
    "bekend",
    "Welke herindeling?",
    "Wat Gehoord van het land kent en dit dossier nog niet. Kies er een, en laat de gemeenten, de "
    "code, de naam en de dag leeg. Staat zij er niet bij, vul die dan zelf in.",
    answers_of_merger,
)
