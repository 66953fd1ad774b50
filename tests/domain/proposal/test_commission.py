# SPDX-License-Identifier: EUPL-1.2
"""Who commissions the plan and who writes it: offices and organisations (S000, S003)."""

import pytest

from gehoord.domain.errors import ProposalError
from gehoord.domain.proposal.commission import Commission
from gehoord.domain.proposal.step import Letter
from gehoord.procedures.library import proposal_of as shipped
from gehoord.templates.correspondence import letter
from gehoord.templates.fields import correspondence
from gehoord.templates.standing.commission import commission
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import OPENED, Small

TABLE = """
[opdracht]
opdrachtgevers = ["regioburgemeester", "hoofdofficier van justitie"]
werkgroep = "werkgroep IMV"
vertegenwoordigd = ["gemeenten", "OM", "politie", "SIV"]
voorzitter = "adviseur van de regioburgemeester"

[herinneringen]"""


def with_commission(small: Small) -> str:
    return small[2].replace("\n[herinneringen]", TABLE, 1)


def test_it_is_told_as_what_and_who(small: Small) -> None:
    assert proposal_of(with_commission(small)).commission.lines == (
        ("Opdrachtgevers", "regioburgemeester en hoofdofficier van justitie"),
        ("Werkgroep", "werkgroep IMV"),
        ("Daarin vertegenwoordigd", "gemeenten, OM, politie en SIV"),
        ("Voorzitter", "adviseur van de regioburgemeester"),
    )


def test_without_it_nothing_is_told(small: Small) -> None:
    assert small[0].commission == Commission()
    assert small[0].commission.lines == ()


def test_pages_and_letters_know_it(small: Small) -> None:
    text = with_commission(small)
    story = StoryInMemory()
    story.opens((proposal_of(text), small[1], text))
    assert "- Werkgroep: werkgroep IMV" in commission(story.state)
    assert correspondence(story.state, OPENED).commission.represented[-1] == "SIV"


def test_what_it_does_not_ask_is_refused(small: Small) -> None:
    text = with_commission(small).replace("voorzitter", "voorziter")
    with pytest.raises(ProposalError, match="voorziter"):
        proposal_of(text)


@pytest.mark.parametrize("name", ["imv-2019-2022", "imv-2024-2027", "imv-2028-2031"])
def test_the_procedures_of_noord_holland_name_theirs(name: str) -> None:
    found = shipped(f"noord-holland/{name}")[0].commission
    assert found.working_group
    assert found.represented[0] == "gemeenten"


def test_the_letter_about_the_process_says_who_write_the_plan(small: Small) -> None:
    text = with_commission(small)
    story = StoryInMemory()
    story.opens((proposal_of(text), small[1], text))
    said = letter(Letter.PROCESS, correspondence(story.state, OPENED)).letter
    assert "onder leiding van de adviseur van de regioburgemeester" in said
    assert "vertegenwoordigers van gemeenten, OM, politie en SIV" in said
