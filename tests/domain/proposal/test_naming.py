# SPDX-License-Identifier: EUPL-1.2
"""How sentences name what a proposal is about, with the lidwoord of its data."""

import pytest

from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.procedures.library import proposal_of
from tests.conftest import HERE

KLEIN = (HERE / "klein.toml").read_text()
TITLE = 'titel = "Beleidsplan 2028-2031"'
NAME = 'naam = "Beleidsplan 2028-2031"'


def named(*changes: tuple[str, str]) -> tuple[str, str]:
    text = KLEIN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    proposal = read_toml(Proposal, text.encode(), "klein")
    return proposal.in_sentence, proposal.beleidsplan.in_sentence


@pytest.mark.parametrize(
    ("changes", "procedure", "plan"),
    [
        ((), "het Beleidsplan 2028-2031", "het Beleidsplan 2028-2031"),
        (
            ((TITLE, 'titel = "IMV 2028"'), (NAME, 'naam = "Veiligheidsvisie 2028"')),
            "de IMV 2028",
            "de Veiligheidsvisie 2028",
        ),
        (
            ((TITLE, 'titel = "RVS 2028"'), (NAME, 'naam = "Samen Veilig"\nlidwoord = "de"')),
            "de RVS 2028",
            "de Samen Veilig",
        ),
        (
            ((TITLE, 'titel = "VS en MJB"'),),
            "het Beleidsplan 2028-2031",
            "het Beleidsplan 2028-2031",
        ),
        (
            ((TITLE, 'titel = "VS en MJB"\naanduiding = "de VS en het MJB"'),),
            "de VS en het MJB",
            "het Beleidsplan 2028-2031",
        ),
    ],
)
def test_a_plan_has_a_lidwoord(
    changes: tuple[tuple[str, str], ...], procedure: str, plan: str
) -> None:
    assert named(*changes) == (procedure, plan)


def test_the_two_plans_of_oost_nederland_have_one_each() -> None:
    assert proposal_of("oost-nederland/vs-mjb-2019-2022")[0].in_sentence == (
        "de VS en het MJB 2019-2022"
    )
