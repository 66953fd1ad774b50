# SPDX-License-Identifier: EUPL-1.2
"""What is told of a besluit: who took it and on what ground, in whole words."""

from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_besluit import PublicBesluit, public_besluiten
from gehoord.law.politiewet import ADOPT, ADOPT_BY_REGIOBURGEMEESTER
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import ADOPTED, Small, adopted


def adoption_of(small: Small, **changes: object) -> PublicBesluit:
    story = StoryInMemory()
    story.tell(small, "final")
    story.does(adopted(**changes))
    return public_besluiten(story.state, Masking())[-1]


def test_an_adoption_names_the_offices_the_body_and_the_article(small: Small) -> None:
    said = adoption_of(small)
    assert (said.taken_on, said.basis, said.short_body) == (ADOPTED, ADOPT, "RBOP")
    assert said.adopters == (
        "de burgemeesters van alle 3 gemeenten en de hoofdofficier van justitie"
    )


def test_an_adoption_by_the_regioburgemeester_says_with_whom(small: Small) -> None:
    said = adoption_of(small, basis="39-2", burgemeesters=(), body=None)
    assert said.basis == ADOPT_BY_REGIOBURGEMEESTER
    assert said.adopters == (
        "de regioburgemeester, in overeenstemming met de hoofdofficier van justitie"
    )


def test_the_agreement_that_the_ontwerp_may_leave_is_no_public_besluit(at: At) -> None:
    kinds = [besluit.kind for besluit in public_besluiten(at("adopted"), Masking())]
    assert kinds == [BesluitKind.THEMES, BesluitKind.ADOPTION]
