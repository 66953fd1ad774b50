# SPDX-License-Identifier: EUPL-1.2
"""A recorded reason: where the law leaves room, a person may go on, and says why."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.errors import RefusedError

EXTENSION: Final = "verlenging"
"""The finding that an adopted plan extends the one before it without a new hearing."""

FEWEST_WORDS: Final = 3


class Reason(Withdrawable):
    """Who went on in spite of a finding, in which office, on which day and on which ground.

    Attributes:
        steps: the steps it is about; none for the whole dossier.
        version: the ontwerp that was there then. What is done anew for a newer one, needs a
            reason anew.
    """

    id: str
    dossier: str
    code: str
    office: str
    ground: str
    given_on: date
    steps: tuple[str, ...] = ()
    version: str | None = None

    def is_about(self, steps: Sequence[str]) -> bool:
        """Whether it lifts a finding about these steps: what counts is the first of them."""
        return not self.steps or not steps or steps[0] in self.steps


def has_ground(words: str) -> bool:
    """Whether words say enough to be a reason."""
    return len(words.split()) >= FEWEST_WORDS


def refuse_without_ground(ground: str, asked: str = "waarom het toch zo kan") -> None:
    """Refuse a reason that says nothing; ``asked`` is what it should say."""
    if not has_ground(ground):
        raise RefusedError(f"Schrijf in een zin van ten minste {FEWEST_WORDS} woorden op {asked}.")
