# SPDX-License-Identifier: EUPL-1.2
"""Rounds in which bodies choose from a list: what was put to them, and who chose what on which day.

S004: of ten candidates each DVO chooses seven; the BBG then sets a top five.
"""

from collections.abc import Iterable
from datetime import date

from pydantic import Field

from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.ranking import Ranked, ranked
from gehoord.domain.dossier.withdrawn import Withdrawable, standing
from gehoord.domain.nearby import meant
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Step


class CandidateList(Withdrawable):
    """What is put to the bodies to choose from. A later list takes the place of an earlier one.

    ``by`` is who drew it up, as it was reported.
    """

    id: str
    dossier: str
    number: int = Field(ge=1)
    listed_on: date
    by: str
    names: tuple[str, ...]


class BodyChoice(Withdrawable):
    """What one body chose in the step that is its turn; the order counts where it was asked for.

    ``by`` is the key of the body, ``by_name`` how people call it.
    """

    id: str
    dossier: str
    step: str
    by: str
    by_name: str
    chosen_on: date
    chosen: tuple[str, ...]

    def has(self, name: str) -> bool:
        """Whether it chose what a list calls so; a list after it may spell it otherwise."""
        return meant(name, self.chosen) is not None


def latest_list(lists: Kept[CandidateList]) -> CandidateList | None:
    """Return the list that counts now, if there is one."""
    return max(standing(lists), key=lambda each: each.number, default=None)


def tally_of(candidates: CandidateList, choices: Iterable[BodyChoice]) -> list[Ranked]:
    """Return how many bodies chose each candidate, most first; a tie is shown."""
    chosen = standing(choices)
    return ranked((name, sum(each.has(name) for each in chosen)) for name in candidates.names)


def choice_in(step: str, choices: Iterable[BodyChoice]) -> BodyChoice | None:
    """Return what was chosen in a step, if it was and was not taken back."""
    return next((choice for choice in standing(choices) if choice.step == step), None)


def choosing_steps(proposal: Proposal) -> list[Step]:
    """Return the steps in which a body chooses from a list, before the themes are chosen."""
    return [s for s in proposal.steps if s.chooses and not s.chooses_themes and s.stands]
