# SPDX-License-Identifier: EUPL-1.2
"""A person puts wordings together; Gehoord only suggests (S003: the working group clustered)."""

from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.survey import clusters, counted_priorities
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.surveyed import FIRST, surveyed, together
from tests.story import Small

UNDERMINING = ("Ondermijning", "Aanpak ondermijnende criminaliteit")


def taken_back(name: str) -> Corrected:
    why = "dat is toch iets anders"
    return Corrected(on=FIRST, report="cluster", owner=name, reason=why)


def test_wordings_that_are_put_together_are_counted_together(small: Small) -> None:
    story = surveyed(small)
    assert {p.number for p in counted_priorities(story.state) if p.name in UNDERMINING} == {1}
    said = story.does(together("Ondermijning", *UNDERMINING))
    assert said == "Het cluster 'Ondermijning' heeft nu 2 prioriteiten."
    found = {p.name: (p.number, p.is_cluster) for p in counted_priorities(story.state)}
    assert found["Ondermijning"] == (2, True)
    assert found["Cybercrime"] == (2, False)


def test_a_wording_is_in_one_cluster_and_moves_when_it_is_put_in_another(small: Small) -> None:
    story = surveyed(small)
    story.does(together("Jeugd", "Jeugdoverlast", "Overlast door jeugd"))
    story.does(together("Overlast", "overlast door JEUGD"))
    held = {c.name: c.members for c in clusters(story.state)}
    assert held == {"Jeugd": ("Jeugdoverlast",), "Overlast": ("Overlast door jeugd",)}
    with story.refuses("dit staat al in het cluster 'Overlast'"):
        story.does(together("overlast", "Overlast door jeugd"))


def test_what_no_municipality_named_is_in_no_cluster(small: Small) -> None:
    with surveyed(small).refuses("Geen gemeente noemt 'Jeugdoverlas'", "bedoelt u 'Jeugdoverlast'"):
        surveyed(small).does(together("Jeugd", "Jeugdoverlas"))


def test_a_cluster_is_taken_back_by_its_name(small: Small) -> None:
    story = surveyed(small)
    before = as_it_reads(story.state)
    story.does(together("Ondermijning", *UNDERMINING))
    with story.refuses("Er is geen cluster 'Drugs'"):
        story.does(taken_back("Drugs"))
    story.does(taken_back("ondermijning"))
    assert as_it_reads(story.state) == before


def test_the_form_offers_what_is_in_no_cluster_first(small: Small) -> None:
    story = surveyed(small)
    story.does(together("Cyber", "Cybercrime"))
    choices = offered("cluster", "prioriteiten", [story.state], FIRST)
    assert choices is not None
    assert choices[-1] == "Cybercrime"
    assert len(choices) == 6
