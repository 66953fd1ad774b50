# SPDX-License-Identifier: EUPL-1.2
"""The judgement whether councils are heard again on what changed after they were heard."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.withdrawn import Withdrawable


class Rehearing(Withdrawable):
    """What the regioburgemeester judged of a part that changed after the hearing.

    Attributes:
        by: the office that judged.
        again: whether councils are heard again.
        because: why they are, or are not.
        changes: the keys of the changes that it is about; ``about`` names them, in Dutch.
        councils: the codes of those that are heard again.
        hearings: of these as they stood, and ``actions`` what was done for them.
    """

    id: str
    dossier: str
    number: int
    judged_on: date
    by: str
    again: bool
    because: str
    changes: tuple[str, ...]
    about: str
    councils: tuple[str, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def in_words(self) -> str:
        """What was judged, when, by whom and why."""
        what = "opnieuw horen" if self.again else "niet opnieuw horen"
        return f"{what} ({self.by}, {day_in_words(self.judged_on)}): {self.because}"

    def names(self, council: str) -> bool:
        """Whether a council, by its code, is heard again by it."""
        return council in self.councils
