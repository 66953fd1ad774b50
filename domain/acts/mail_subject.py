# SPDX-License-Identifier: EUPL-1.2
"""The subject of a mail in the adviser's own words: one line, that no mail program cuts."""

import re
from typing import Final

from gehoord.domain.dossier.message import LONGEST_SUBJECT
from gehoord.domain.dossier.own_words import IN_BRACKETS, placeholder
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError

_HEADED: Final = re.compile(r"\A(?:onderwerp:\s*)+", re.IGNORECASE)
"""What stands before a subject where a mail is shown, and is no part of it."""
_OF_DAYS: Final = ("laatste dag", "behandeling", "verzending", "vaststelling")
_LONGEST_DAYS: Final = "van 30 september tot en met 30 september 2027"
_LONGEST_COUNCIL: Final = "de raad van uw gemeente"


def subject_in(text: str, state: State) -> str:
    """Return the subject in what the adviser typed.

    Raises:
        RefusedError: it is no line, there is nothing in it, or it can be too long once its facts
            are filled in.
    """
    subject = _HEADED.sub("", text)
    if not subject:
        raise RefusedError("Na 'Onderwerp:' staat niets. Typ een onderwerp.", field="tekst")
    if "\n" in subject:
        raise RefusedError(
            "Het onderwerp van een mail is één regel. Haal de nieuwe regel eruit.", field="tekst"
        )
    if (longest := _longest(subject, state)) > LONGEST_SUBJECT:
        filled = ", met de feiten ingevuld," if IN_BRACKETS.search(subject) else ""
        raise RefusedError(
            f"Dit onderwerp kan{filled} {longest} tekens lang worden; het mag er hoogstens "
            f"{LONGEST_SUBJECT} hebben. Maak het korter.",
            field="tekst",
        )
    return subject


def _longest(subject: str, state: State) -> int:
    """Return how many signs a subject has at most, whoever gets the mail and whenever."""
    facts = longest_facts(state)
    return len(IN_BRACKETS.sub(lambda found: facts[placeholder(found[1])], subject))


def longest_facts(state: State) -> dict[str, str]:
    """Return for each placeholder the longest that can stand in its place."""
    return {
        **dict.fromkeys(_OF_DAYS, _LONGEST_DAYS),
        "gemeente": max((m.name for m in state.municipalities), key=len, default=""),
        "raad": _LONGEST_COUNCIL,
        "plan": max(state.proposal.beleidsplan.in_sentence, state.proposal.in_sentence, key=len),
        "eenheid": state.dossier.eenheid_name,
    }
