# SPDX-License-Identifier: EUPL-1.2
"""Every besluit of a dossier that has a document for signature: taken, or still a draft."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gehoord.domain.acts.part_adoption import provisional_strength
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.changed_plan import changes_of_plan
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.under_lid_2 import part_besluit
from gehoord.templates.besluit import adoption_paper
from gehoord.templates.besluit_of_change import change_paper, jaarverslag_paper, part_paper
from gehoord.templates.besluit_paper import About, BesluitPaper


@dataclass(frozen=True, slots=True)
class PaperOfBesluit:
    """One such document.

    Attributes:
        key: by which a file and an address name it; of one dossier no two are alike.
        title: what it is, in Dutch.
        about: what it is about, ``year`` of a jaarverslag.
        taken: the besluit; nothing while it is a draft.
    """

    key: str
    title: str
    about: About
    taken: Besluit | None = None
    year: int | None = None

    def made(self, state: State, on: date) -> BesluitPaper:
        """Return what stands in it on a day."""
        if self.about is About.PART:
            return part_paper(state)
        if self.about is About.CHANGE:
            return change_paper(state, self.taken)
        if self.year is not None:
            return jaarverslag_paper(state, self.year)
        return adoption_paper(state, on)


def taken_besluiten(state: State) -> list[PaperOfBesluit]:
    """Return those that were taken: the adoption, and what was decided on the plan after it."""
    return [paper for paper in _of_plan(state) if paper.taken]


def besluiten_to_sign(state: State, on: date) -> list[PaperOfBesluit]:
    """Return those that were taken, and of which a draft can be made on a day.

    The jaarverslag over a year is drafted once that year is over.
    """
    return [
        paper
        for paper in _of_plan(state)
        if paper.taken or paper.year is None or (state.adoption and paper.year < on.year)
    ]


def _of_plan(state: State) -> Iterator[PaperOfBesluit]:
    yield PaperOfBesluit("besluit", "Besluit tot vaststelling", About.ADOPTION, state.adoption)
    part = part_besluit(state)
    if state.adoption and (part or provisional_strength(state)):
        title = "Besluit over de definitieve sterkteverdeling"
        yield PaperOfBesluit("besluit-onderdeel", title, About.PART, part)
    for number, change in enumerate(changes_of_plan(state), 1):
        title = f"Besluit tot wijziging {number}"
        yield PaperOfBesluit(f"besluit-wijziging-{number}", title, About.CHANGE, change)
    plan = state.proposal.beleidsplan
    for year in range(plan.start.year, plan.end.year + 1):
        yield PaperOfBesluit(
            f"besluit-jaarverslag-{year}",
            f"Besluit tot vaststelling van het jaarverslag over {year}",
            About.JAARVERSLAG,
            state.jaarverslag(year),
            year,
        )
