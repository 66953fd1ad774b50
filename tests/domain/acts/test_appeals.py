# SPDX-License-Identifier: EUPL-1.2
"""Appeals of burgemeesters against an adoption under lid 2.

Law: Politiewet 2012, art. 39 lid 5 and 6; Awb, art. 6:7 to 6:10, 6:16 and 7:24.
"""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.report import (
    Announced,
    AppealLodged,
    AppealWentOn,
    Instructed,
    Merged,
    PlanChanged,
    StepLapsed,
)
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.proposal.step import Part
from tests.conftest import read_day
from tests.domain.acts.test_announcement import ANNOUNCED, LAST, WEEK_LATER, by_lid_2
from tests.story import ADOPTED, ONE_DAY, Story, Told

DECIDE_BY = read_day("Thu 2028-04-13")
POSTPONED_BY = read_day("Thu 2028-06-22")
DECIDED = read_day("Mon 2028-03-06")
LID_5 = "art. 39 lid 5"
STEP = "beroep-gm0448"


def announced(told: Told) -> Story:
    story = by_lid_2(told("final"))
    story.does(Announced(on=ANNOUNCED))
    return story


def lodged(on: date = LAST, whose: str = "Texel", **more: Any) -> AppealLodged:
    return AppealLodged(on=on, appellant=whose, **more)


def went_on(event: Any, on: date = DECIDED, whose: str = "Texel") -> AppealWentOn:
    return AppealWentOn(on=on, appellant=whose, event=event)


def appeal_of(story: Story, code: str = "GM0448") -> Appeal:
    return story.state.appeals.where(municipality=code)[-1]


def test_an_appeal_in_time_asks_a_decision_of_the_minister_within_sixteen_weeks(told: Told) -> None:
    story = announced(told)
    said = story.does(lodged())
    assert "op tijd: dat kon tot en met 23 december 2027" in said
    assert "beslist uiterlijk 13 april 2028" in said
    assert "schorst de vaststelling niet" in said
    [owed] = story.state.open_actions(step=STEP)
    assert (owed.owner, owed.due_on) == ("minister", DECIDE_BY)
    assert owed.title == "beslissen op het beroep van de burgemeester van Texel"
    assert not appeal_of(story).is_late


@pytest.mark.parametrize(
    ("received_on", "posted_on", "late"),
    [
        (LAST, None, False),
        (LAST + ONE_DAY, None, True),
        (WEEK_LATER, LAST, False),
        (WEEK_LATER + ONE_DAY, LAST, True),
        (WEEK_LATER, LAST + ONE_DAY, True),
        (ADOPTED, None, False),
    ],
)
def test_in_time_is_received_in_time_or_posted_in_time_and_received_within_a_week(
    told: Told, received_on: date, posted_on: date | None, late: bool
) -> None:
    story = announced(told)
    said = story.does(lodged(received_on, posted_on=posted_on))
    assert appeal_of(story).is_late is late
    assert ("te laat: dat kon tot en met 23 december 2027" in said) is late
    assert story.state.open_actions(step=STEP)  # of a late one too: the minister decides


@pytest.mark.parametrize(
    "who",
    ["raad van Texel", "gemeenteraad Texel", "de griffie van Texel", "Zandvoort", "hoofdofficier",
     "korpschef", "rbop"],
)  # fmt: skip
def test_nobody_but_a_burgemeester_of_the_eenheid_can_appeal(told: Told, who: str) -> None:
    story = announced(told)
    with story.refuses("alleen een burgemeester van een gemeente in de eenheid", law=LID_5):
        story.does(lodged(whose=who))


@pytest.mark.parametrize(
    "who", ["texel", "burgemeester van Texel", "De burgemeester van de gemeente Texel", "GM0448"]
)
def test_a_burgemeester_is_named_as_people_do(told: Told, who: str) -> None:
    story = announced(told)
    story.does(lodged(whose=who))
    assert appeal_of(story).name == "Texel"


def test_without_a_day_of_announcement_nobody_knows_whether_it_is_in_time(told: Told) -> None:
    story = by_lid_2(told("final"))
    with story.refuses("als 'bekendmaking'", law=LID_5):
        story.does(lodged())


def test_against_an_adoption_by_all_burgemeesters_there_is_no_appeal(told: Told) -> None:
    story = told("adopted")
    with story.refuses("op grond van lid 1", law=LID_5):
        story.does(lodged())


def test_an_appeal_on_an_impossible_day_is_refused(told: Told) -> None:
    story = announced(told)
    with story.refuses("was het plan nog niet vastgesteld"):
        story.does(lodged(ADOPTED - ONE_DAY))
    with story.refuses("kan niet zijn gepost op 24 december 2027"):
        story.does(lodged(posted_on=LAST + ONE_DAY))


def test_each_burgemeester_appeals_once_unless_he_withdrew_it(told: Told) -> None:
    story = announced(told)
    story.does(lodged(ANNOUNCED))
    story.does(lodged(ANNOUNCED, "Hoorn"))
    with story.refuses("heeft al beroep ingesteld"):
        story.does(lodged())
    story.does(went_on("ingetrokken", ANNOUNCED))
    [lapsed] = story.state.actions.where(step=STEP)
    assert lapsed.state is ActionState.LAPSED
    story.does(lodged())
    assert story.state.open_actions(step=f"{STEP}-2")
    assert story.state.open_actions(step="beroep-gm0405")


@pytest.mark.parametrize("outcome", ["ongegrond", "niet-ontvankelijk"])
def test_a_decision_that_it_is_unfounded_changes_nothing(told: Told, outcome: str) -> None:
    story = announced(told)
    story.does(lodged())
    versions = list(story.state.versions)
    assert "Het plan blijft zoals het is." in story.does(went_on(outcome))
    assert story.state.is_finished(STEP)
    assert list(story.state.versions) == versions
    assert not story.state.open_actions(step=f"aanpassen-{STEP}")
    with story.refuses("verandert alleen na een beroep dat gegrond", law="art. 39 lid 6"):
        story.does(PlanChanged(on=DECIDED, basis="beroep"))


@pytest.mark.parametrize("outcome", ["gegrond", "deels gegrond"])
def test_after_a_founded_appeal_the_regioburgemeester_brings_the_plan_into_line(
    told: Told, outcome: str
) -> None:
    story = announced(told)
    story.does(lodged())
    story.does(went_on(outcome))
    [owed] = story.state.open_actions(step=f"aanpassen-{STEP}")
    assert (owed.owner, owed.due_on) == ("regioburgemeester", read_day("Mon 2028-04-03"))
    story.does(PlanChanged(on=owed.due_on, basis="beroep", note="Hoofdstuk 3."))
    assert story.state.is_finished(owed.step)
    final = story.state.final
    assert final is not None
    assert (final.number, final.contains) == (3, tuple(Part))


def test_the_decision_can_be_postponed_once_by_ten_weeks(told: Told) -> None:
    story = announced(told)
    story.does(lodged())
    assert "uiterlijk 22 juni 2028" in story.does(went_on("verdaagd"))
    [owed] = story.state.open_actions(step=STEP)
    assert owed.due_on == POSTPONED_BY
    assert len(story.state.versions) == 2
    with story.refuses("al verdaagd op 6 maart 2028"):
        story.does(went_on("verdaagd", DECIDE_BY))
    story.does(went_on("ongegrond", POSTPONED_BY))
    assert story.state.is_finished(STEP)


def test_a_postponement_after_the_last_day_is_kept_and_said(told: Told) -> None:
    story = announced(told)
    story.does(lodged())
    assert "had er al op 13 april 2028" in story.does(went_on("verdaagd", DECIDE_BY + ONE_DAY))


def test_that_the_burgemeester_was_heard_is_kept(told: Told) -> None:
    story = announced(told)
    story.does(lodged())
    story.does(went_on("gehoord"))
    assert appeal_of(story).heard_on == DECIDED
    assert story.state.open_actions(step=STEP)


@pytest.mark.parametrize("outcome", ["ongegrond", "niet-ontvankelijk", "gegrond", "ingetrokken"])
def test_a_decision_on_an_appeal_nobody_was_heard_on_says_so(told: Told, outcome: str) -> None:
    """Awb, art. 7:16: a withdrawn appeal asks for no hearing."""
    silent = announced(told)
    silent.does(lodged())
    words = "van een hoorzitting is niets vastgelegd (Algemene wet bestuursrecht, art. 7:16 lid 1)"
    assert (words in silent.does(went_on(outcome))) is (outcome != "ingetrokken")


def test_a_decision_after_the_burgemeester_was_heard_says_nothing_of_it(told: Told) -> None:
    story = announced(told)
    story.does(lodged())
    story.does(went_on("gehoord"))
    assert "hoorzitting" not in story.does(went_on("ongegrond"))


def test_of_a_late_appeal_the_minister_says_once_what_he_does(told: Told) -> None:
    said = announced(told).does(lodged(LAST + ONE_DAY))
    assert "Wat dat betekent, bepaalt de minister. De minister beslist uiterlijk 13 april" in said


def test_what_follows_an_appeal_needs_one_that_is_open(told: Told) -> None:
    story = announced(told)
    with story.refuses("geen beroep vastgelegd"):
        story.does(went_on("ongegrond"))
    story.does(lodged())
    with story.refuses("was het beroep van de burgemeester van Texel er nog niet"):
        story.does(went_on("ongegrond", LAST - ONE_DAY))
    story.does(went_on("ongegrond"))
    with story.refuses("al afgesloten: ongegrond"):
        story.does(went_on("gegrond", DECIDE_BY))


def test_what_a_burgemeester_lodged_before_his_municipality_ceased_is_decided(told: Told) -> None:
    """Lodged in time it stays lodged, be it recorded only after the merger."""
    story = announced(told)
    story.does(lodged())
    new_year = read_day("Sat 2028-01-01")
    story.does(Merged(on=new_year, ceased=("Texel", "Hoorn"), code="GM0392", name="Haarlem"))
    story.does(went_on("gehoord"))
    story.does(went_on("ongegrond"))
    assert appeal_of(story).outcome == "ongegrond"
    with story.refuses("Hoorn bestond op 3 januari 2028 niet meer", "is gepost", law=LID_5):
        story.does(lodged(new_year + 2 * ONE_DAY, "Hoorn"))
    story.does(lodged(new_year + 2 * ONE_DAY, "Hoorn", posted_on=LAST))
    assert appeal_of(story, "GM0405").name == "Hoorn"


def test_another_day_of_announcement_weighs_the_appeals_anew(told: Told) -> None:
    story = announced(told)
    story.does(lodged(LAST + ONE_DAY))
    assert appeal_of(story).is_late
    story.does(Announced(on=ANNOUNCED + ONE_DAY, note="de brief ging een dag later weg"))
    assert not appeal_of(story).is_late
    [owed] = story.state.open_actions(step=STEP)
    assert owed.due_on == DECIDE_BY + ONE_DAY


def test_an_appeal_and_an_instruction_do_not_stand_in_each_others_way(told: Told) -> None:
    story = announced(told)
    story.does(lodged())
    said = {"text": "Neem de doelen op.", "heard_on": LAST}
    story.does(Instructed(on=LAST, **said))
    story.does(PlanChanged(on=DECIDED, basis="aanwijzing"))
    assert story.state.open_actions(step=STEP)
    story.does(went_on("gegrond"))
    story.does(Instructed(on=DECIDED, **said))
    story.does(PlanChanged(on=DECIDED, basis="beroep"))
    assert [v.number for v in story.state.versions] == [1, 2, 3, 4]
    assert story.state.is_finished(f"aanpassen-{STEP}")
    assert story.state.open_actions(step="aanpassen-aanwijzing-2")


def test_what_the_law_asks_after_an_appeal_does_not_lapse(told: Told) -> None:
    story = announced(told)
    story.does(lodged())
    why = "er is geen tijd meer voor"
    with story.refuses("kan niet vervallen", "'beroep-vervolg'"):
        story.does(StepLapsed(on=DECIDED, step=STEP, reason=why))
    story.does(went_on("gegrond"))
    with story.refuses("de wet vraagt erom", law="art. 39 lid 6"):
        story.does(StepLapsed(on=DECIDED, step=f"aanpassen-{STEP}", reason=why))
