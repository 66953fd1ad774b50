# SPDX-License-Identifier: EUPL-1.2
"""Whether a burgemeester, or the hoofdofficier, agrees with the plan that is put up for adoption.

Law: Politiewet 2012, art. 39 lid 1: all burgemeesters and the hoofdofficier adopt.
"""

from datetime import date
from typing import Final

from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.nearby import Choice

Order = tuple[date, int]
"""When something was said: on which day, and of one day in the order in which it was recorded."""

LAST: Final[Order] = (date.max, 0)


class Presence(Choice):
    """How somebody took part in the meeting; who acts in his place takes part as he does."""

    PRESENT = "aanwezig"
    REPLACED = "vervangen"
    ABSENT = "afwezig"
    IN_WRITING = "schriftelijk"


class AssentAnswer(Choice):
    """What somebody says of the plan."""

    AGREES = "stemt in"
    ON_CONDITION = "stemt in onder voorwaarde"
    DISAGREES = "stemt niet in"


LETS_GO: Final = (AssentAnswer.AGREES, AssentAnswer.DISAGREES)
"""What lets a condition fall of who made it, or has it now."""


class Assent(Withdrawable):
    """What one of those who adopt said of one version; a later one takes its place.

    Attributes:
        number: from 1 in each dossier.
        owner: the code of the municipality of a burgemeester, or the hoofdofficier.
        version: the content of the version that it is about.
        given_on: the day of the meeting, or of the letter.
        answer: nothing of who was absent.
    """

    id: str
    dossier: str
    number: int
    owner: str
    version: str
    given_on: date
    presence: Presence
    answer: AssentAnswer | None = None

    @property
    def order(self) -> Order:
        """Where it stands among what was said; of one dossier no two are alike."""
        return self.given_on, self.number

    @property
    def agrees(self) -> bool:
        """Whether he agrees, also when he does so on a condition."""
        return self.answer in (AssentAnswer.AGREES, AssentAnswer.ON_CONDITION)

    @property
    def in_words(self) -> str:
        """How he took part, and what he said."""
        return ", ".join(filter(None, [self.presence, self.answer]))
