# SPDX-License-Identifier: EUPL-1.2
"""A poll: which subjects people would like to see in the plan, counted per group.

Nothing is kept of who answered: names and addresses never enter the register.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from pydantic import Field

from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.ranking import Ranked, ranked
from gehoord.domain.dossier.withdrawn import Withdrawable, standing
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import Choice, folded

TOTALS: Final = ("overall", "totaal", "allen", "alle respondenten", "iedereen")
"""How a column is called that counts everybody."""
MOST_GROUPS: Final = 20
FEWEST: Final = 3
"""With fewer respondents the choice of a group can be traced to persons."""
LONGEST_NAME: Final = 200
"""Characters of the name of an option or a group."""
SIZED: Final = re.compile(r"(.*\S)\s*\((\d{1,6})\)")
"""A group with its size behind it, as people write it: ``Burgemeesters (35)``."""


class PollStage(Choice):
    """Whether people could still answer when it was counted."""

    INTERIM = "tussenstand"
    FINAL = "definitief"


class OptionKind(Choice):
    """What is put to people: a theme, or a lever with which several themes are tackled (S003)."""

    THEME = "thema"
    LEVER = "hefboom"
    SUBJECT = "onderwerp"


class PollOption(Frozen):
    """One option, with how many chose it in each group, in the order of the groups."""

    kind: OptionKind
    name: str
    votes: tuple[int, ...]

    @property
    def in_words(self) -> str:
        """What it is and how it is called: ``thema Drugs``."""
        return f"{self.kind} {self.name}"


class PollGroup(Frozen):
    """A group of respondents; ``size`` is how many they are, if that is known."""

    name: str
    size: int | None = Field(None, ge=0)


class Poll(Withdrawable):
    """One count of a poll.

    Attributes:
        number: from 1; a later count has a higher one.
        respondents: how many answered, all groups together.
        groups: in the order of their columns; ``total`` says which of them is everybody.
        options: none when only the number of respondents is known of an interim count.
    """

    id: str
    dossier: str
    number: int = Field(ge=1)
    stage: PollStage
    counted_on: date
    respondents: int = Field(ge=1)
    groups: tuple[PollGroup, ...] = ()
    options: tuple[PollOption, ...] = ()

    @property
    def total(self) -> int:
        """The place of the group that is everybody; the last one when none is called so."""
        return total_of([group.name for group in self.groups])

    def ranking(self, group: int | None = None) -> list[Ranked]:
        """Return the options of one group by their votes, the highest first; ties share a rank."""
        place = self.total if group is None else group
        return ranked((option.in_words, option.votes[place]) for option in self.options)

    def ranks(self, group: int | None = None) -> dict[str, Ranked]:
        """Return the rank of each option in a group, by its words."""
        return {each.name: each for each in self.ranking(group)}

    def options_called(self, said: str) -> tuple[PollOption, ...]:
        """Return which options somebody can mean: one with its kind, or all of that name."""
        wanted = folded(said)
        whole = tuple(each for each in self.options if folded(each.in_words) == wanted)
        return whole or tuple(each for each in self.options if folded(each.name) == wanted)


def is_total(group: str) -> bool:
    """Whether a group is called as everybody is."""
    return folded(group) in map(folded, TOTALS)


def total_of(groups: Sequence[str]) -> int:
    """Return the place of the group that is everybody; without one, of the last."""
    return next((n for n, name in enumerate(groups) if is_total(name)), len(groups) - 1)


def latest_poll(polls: Kept[Poll], stage: PollStage | None = None) -> Poll | None:
    """Return the newest count that was not withdrawn, of one stage or of any."""
    found = [poll for poll in standing(polls) if stage in (None, poll.stage)]
    return max(found, key=lambda poll: poll.number, default=None)
