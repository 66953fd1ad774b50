# SPDX-License-Identifier: EUPL-1.2
"""Lid 3: the minister decides the difference, the regioburgemeester brings the plan into line.

Law: Politiewet 2012, art. 39 lid 3.
"""

from datetime import timedelta
from typing import Any

import pytest

from gehoord.domain.acts.report import (
    Adopted,
    Announced,
    DifferenceDecided,
    DifferencePut,
    VersionMade,
)
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.besluit import BesluitKind
from tests.conftest import read_day
from tests.story import ADOPTED, COUNCILS, FINAL, ONE_DAY, Story, Told, adopted

PUT = read_day("Fri 2027-10-29")
DECIDED = read_day("Mon 2027-11-01")
LID_3 = "art. 39 lid 3"
ABOUT = "over de wijkagenten in Hoorn"


def put(**more: Any) -> DifferencePut:
    return DifferencePut(**{"on": PUT, "text": ABOUT} | more)


def decided(**more: Any) -> DifferenceDecided:
    return DifferenceDecided(**{"on": DECIDED, "text": "Hoorn krijgt er twee bij."} | more)


def by_lid_3(**more: Any) -> Adopted:
    return Adopted(**{"on": ADOPTED, "basis": "39-3"} | more)


def in_line(story: Story) -> Story:
    story.does(put())
    story.does(decided())
    story.does(VersionMade(on=DECIDED, step="versie-na-beslissing"))
    return story


def test_the_minister_decides_the_difference_and_the_regioburgemeester_adopts(told: Told) -> None:
    story = in_line(told("final"))
    story.does(by_lid_3())
    adoption = story.state.adoption
    assert adoption is not None
    assert (adoption.by, adoption.adopters) == ("regioburgemeester", ("regioburgemeester",))
    assert adoption.version == "klein/versie/3"
    kinds = [b.kind for b in story.state.besluiten if b.by == "minister"]
    assert kinds == [BesluitKind.DIFFERENCE_DECIDED]


def test_what_is_asked_of_minister_and_regioburgemeester_is_an_action_of_each(told: Told) -> None:
    story = told("final")
    story.does(put())
    [owed] = story.state.open_actions(step="beslissing-verschil")
    assert (owed.owner, owed.title) == (
        "minister",
        "beslissen over het verschil over het beleidsplan",
    )
    story.does(decided())
    assert story.state.is_finished("beslissing-verschil")
    [owed] = story.state.open_actions(step="versie-na-beslissing")
    assert owed.owner == "regioburgemeester"
    story.does(VersionMade(on=DECIDED, step="versie-na-beslissing"))
    assert story.state.is_finished("versie-na-beslissing")


def test_without_a_difference_the_minister_decided_there_is_no_adoption_under_lid_3(
    told: Told,
) -> None:
    story = told("final")
    with story.refuses("nog geen verschil over het beleidsplan beslist", law=LID_3):
        story.does(by_lid_3())
    story.does(put())
    with story.refuses("nog geen verschil over het beleidsplan beslist", law=LID_3):
        story.does(by_lid_3())


def test_without_a_version_in_line_with_the_decision_there_is_no_adoption(told: Told) -> None:
    story = told("final")
    story.does(put())
    story.does(decided())
    with story.refuses("nog geen versie", "'versie-na-beslissing'", law=LID_3):
        story.does(by_lid_3())


@pytest.mark.parametrize(
    "others", [{"hoofdofficier": True}, {"body": "rbop"}, {"burgemeesters": COUNCILS}]
)
def test_nobody_adopts_with_the_regioburgemeester_under_lid_3(
    told: Told, others: dict[str, Any]
) -> None:
    story = in_line(told("final"))
    with story.refuses("noem daar niemand anders bij", law=LID_3):
        story.does(by_lid_3(**others))


def test_the_minister_decides_only_what_was_put_to_him_in_writing(told: Told) -> None:
    story = told("final")
    with story.refuses("geen verschil over het beleidsplan bij de minister", law=LID_3):
        story.does(decided())
    with story.refuses("Schrijf in een zin van ten minste 3 woorden op waarover"):
        story.does(put(text="wijkagenten"))
    story.does(put())
    with story.refuses("ligt al bij de minister"):
        story.does(put(on=DECIDED))
    with story.refuses("lag het verschil nog niet bij de minister"):
        story.does(decided(on=PUT - ONE_DAY))


def test_a_new_difference_after_the_first_was_decided_waits_again(told: Told) -> None:
    story = in_line(told("final"))
    story.does(put(on=DECIDED))
    with story.refuses("nog geen verschil over het beleidsplan beslist", law=LID_3):
        story.does(by_lid_3())


def test_who_agree_after_all_adopt_and_nothing_is_asked_of_the_minister_any_more(
    told: Told,
) -> None:
    story = told("final")
    story.does(put())
    story.does(adopted())
    [lapsed] = story.state.actions.where(step="beslissing-verschil")
    assert lapsed.state is ActionState.LAPSED


def test_no_difference_remains_about_an_adopted_plan(told: Told) -> None:
    story = told("adopted")
    with story.refuses("al vastgesteld"):
        story.does(put(on=ADOPTED))


def test_the_minister_decides_no_more_once_the_regioburgemeester_adopted_under_lid_2(
    told: Told,
) -> None:
    story = told("final")
    story.does(put())
    said = story.does(adopted(basis="39-2", burgemeesters=(), body=None))
    assert "Het verschil dat bij de minister ligt, is daarmee van de baan." in said
    with story.refuses("al vastgesteld; er is geen verschil meer over"):
        story.does(decided(on=ADOPTED + ONE_DAY))


def test_an_adoption_without_a_difference_tells_of_none(told: Told) -> None:
    assert "verschil" not in told("final").does(adopted())


def test_no_appeal_is_open_against_an_adoption_under_lid_3(told: Told) -> None:
    story = in_line(told("final"))
    story.does(by_lid_3())
    with story.refuses("op grond van lid 3", law="art. 39 lid 5"):
        story.does(Announced(on=ADOPTED + timedelta(days=1)))


def test_the_day_of_the_version_counts_not_that_of_the_former_one(told: Told) -> None:
    story = told("final")
    story.does(put(on=FINAL))
    story.does(decided())
    story.does(VersionMade(on=DECIDED, step="definitief"))
    story.does(by_lid_3())
    assert story.state.is_adopted
