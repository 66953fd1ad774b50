# SPDX-License-Identifier: EUPL-1.2
"""An appeal of the wrong besluit, or with a wrong end, is taken back and told anew.

Law: Politiewet 2012, art. 39 lid 5 and 6; Awb, art. 6:7 and 7:24.
"""

from datetime import timedelta

from gehoord.domain.acts.report import (
    Announced,
    AppealLodged,
    AppealWentOn,
    Corrected,
    PlanChanged,
    TakenBack,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.under_lid_2 import Appealable, appeals_against, part_besluit
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_announcement import ANNOUNCED, reached
from tests.domain.acts.test_part_under_lid_2 import PART, with_figures
from tests.story import Story, Told

DAY = ANNOUNCED + timedelta(days=20)
PART_ANNOUNCED = ANNOUNCED + timedelta(days=7)
WHY = "Het ging over de sterkteverdeling."
APPEAL = "art. 39 lid 5"


def twice_under_lid_2(story: Story) -> Story:
    """The plan and the definitive strength both rest on lid 2, each with its own announcement."""
    story = reached(with_figures(story, by_lid_2=True))
    story.does(PART)
    story.does(Announced(on=ANNOUNCED, about=Appealable.ADOPTION))
    story.does(Announced(on=PART_ANNOUNCED, about=Appealable.PART))
    return story


def back(kind: TakenBack, of: str | None = None) -> Corrected:
    return Corrected(on=DAY, report=kind, owner=of, reason=WHY)


def decisions(state: State) -> dict[str, str]:
    """What the minister still owes, with by when."""
    return {a.step: str(a.due_on) for a in state.open_actions() if a.owner == "minister"}


def test_an_appeal_told_of_the_wrong_besluit_is_told_anew_of_the_right_one(at: At) -> None:
    story = twice_under_lid_2(StoryInMemory(at("heard")))
    lodged = AppealLodged(on=DAY, appellant="Texel", about=Appealable.ADOPTION)
    before = decisions(story.state)
    story.does(lodged)
    [of_plan] = decisions(story.state).items() - before.items()
    said = story.does(back(TakenBack.APPEAL, "burgemeester van Texel"))
    assert said.startswith("Teruggenomen: het beroep van de burgemeester van Texel.")
    assert "met dat besluit erbij (beroep, over)" in said
    assert decisions(story.state) == before, "no minister decides on what nobody lodged"
    story.does(lodged.model_copy(update={"about": Appealable.PART}))
    [of_part] = decisions(story.state).items() - before.items()
    assert of_part[0] == "beroep-gm0448-2"
    assert of_part[1] > of_plan[1], "counted from the announcement of the part itself"
    part, adoption = part_besluit(story.state), story.state.adoption
    assert part
    assert adoption
    assert len(appeals_against(story.state, part)) == 1
    assert appeals_against(story.state, adoption) == []
    with story.refuses("Er is van geen beroep iets vastgelegd"):
        story.does(back(TakenBack.APPEAL_EVENT))
    story.does(lodged.model_copy(update={"appellant": "Hoorn"}))
    story.does(lodged)
    with story.refuses("Kies uit: Texel (onderdeel), Texel (vaststelling)."):
        story.does(back(TakenBack.APPEAL, "Texel"))
    story.does(back(TakenBack.APPEAL, "texel (vaststelling)"))
    story.does(back(TakenBack.APPEAL, "Hoorn"))
    announced = Corrected(on=DAY, step="bekendmaking", reason=WHY)
    assert "Er loopt geen termijn voor beroep." in story.does(announced), "no appeal stands there"
    assert list(decisions(story.state)) == ["beroep-gm0448-2"]


def test_an_end_that_was_told_wrong_is_taken_back_and_the_minister_decides_after_all(
    told: Told,
) -> None:
    story = twice_under_lid_2(told("heard"))
    story.does(AppealLodged(on=DAY, appellant="Hoorn", about=Appealable.PART))
    story.does(back(TakenBack.APPEAL, "Hoorn"))
    assert [a.withdrawn_because for a in story.state.appeals] == [WHY], "it stays to be seen"
    story.does(AppealLodged(on=DAY, appellant="Texel", about=Appealable.PART))
    begun = decisions(story.state)
    later = DAY + timedelta(days=30)

    def went(event: str, days: int) -> None:
        on = DAY + timedelta(days=days)
        story.does(AppealWentOn.model_validate({"on": on, "van": "Texel", "gebeurtenis": event}))

    went("gehoord", 10)
    went("verdaagd", 20)
    postponed = decisions(story.state)
    assert postponed != begun
    went("gegrond", 30)
    assert story.state.owed("aanpassen-beroep-gm0448")
    of_card = Corrected(on=later, step="beroep-gm0448", reason="Het was ongegrond.")
    assert "is afgesloten: gegrond." in story.does(of_card)
    assert decisions(story.state) == postponed
    assert not story.state.owed("aanpassen-beroep-gm0448")
    went("ingetrokken", 30)
    assert "beroep-gm0448" not in decisions(story.state)
    assert "is afgesloten: ingetrokken." in story.does(of_card)
    assert decisions(story.state) == postponed
    assert "is verdaagd." in story.does(of_card)
    assert decisions(story.state) == begun
    assert "is gehoord." in story.does(of_card)
    with story.refuses("Er is van geen beroep iets vastgelegd"):
        story.does(of_card)
    went("gegrond", 30)
    story.does(PlanChanged(on=later, basis="beroep"))
    for taken in (of_card, back(TakenBack.APPEAL)):
        with story.refuses("is het plan op 31 december 2027 gewijzigd", law=APPEAL):
            story.does(taken.model_copy(update={"on": later}))
