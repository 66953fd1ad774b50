# SPDX-License-Identifier: EUPL-1.2
"""Wordings are put together in a workbook, with what looks alike beside them as a suggestion."""

from gehoord.domain.dossier.survey import clusters
from tests.domain.acts.surveyed import FIRST, surveyed, together
from tests.filled import Filling
from tests.story import Small

TAB = "Clusters"


def test_what_looks_alike_is_suggested_and_never_filled_in(small: Small) -> None:
    rows = {row[0]: row[1:4] for row in Filling(surveyed(small).state, FIRST).rows[TAB][1:]}
    assert rows["Ondermijning"] == [
        "Haarlem", "Aanpak ondermijnende criminaliteit (deelt 'ondermijning')", "",
    ]  # fmt: skip
    assert rows["Cybercrime"] == ["Haarlem, Hoorn", "", ""]


def test_the_same_name_beside_two_wordings_makes_one_cluster(small: Small) -> None:
    story = surveyed(small)
    filling = Filling(story.state, FIRST)
    for wording in ("Ondermijning", "Aanpak ondermijnende criminaliteit"):
        filling.fill(TAB, wording, {"Cluster": "Ondermijning"})
    found = filling.judged(story.state, FIRST)
    assert found.faults == ()
    for report in found.reports:
        story.does(report)
    [cluster] = clusters(story.state)
    assert len(cluster.members) == 2
    assert filling.judged(story.state, FIRST).reports == ()


def test_a_wording_is_not_just_taken_out(small: Small) -> None:
    story = surveyed(small)
    story.does(together("Cyber", "Cybercrime"))
    for name, why in (("!!!", "is geen naam"), ("x" * 301, "is te lang")):
        filling = Filling(story.state, FIRST).fill(TAB, "Jeugdoverlast", {"Cluster": name})
        [fault] = filling.judged(story.state, FIRST).faults
        assert (fault.column, why in str(fault)) == ("Cluster", True)
    filling = Filling(story.state, FIRST).fill(TAB, "Cybercrime", {"Cluster": ""})
    [fault] = filling.judged(story.state, FIRST).faults
    assert "hier stond 'Cyber'" in str(fault)
