# SPDX-License-Identifier: EUPL-1.2
"""The strength in the plan: enough, definitive, and the one that the councils were heard on.

Politiewet 2012, art. 38a lid 1, 38b lid 2 and 39 lid 1; mistakes 3, 4 and 6 of the list.
"""

from datetime import date

import pytest

from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.finding import Severity
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import AGREED, ASKED, FINAL, ONTWERP
from tests.tables_of_strength import GROWTH, SMALL, of_s002, read, reported

OTHER = SMALL.replace("1,00;2,00;10,50;13,50", "1,00;3,00;9,50;13,50").replace(
    "1,00;2,00;13,50;16,50", "1,00;3,00;12,50;16,50"
)


@pytest.fixture
def story(at: At) -> StoryInMemory:
    """A dossier just before its ontwerp is recorded."""
    return StoryInMemory(at("themes"))


def ontwerp(story: StoryInMemory, **more: object) -> None:
    story.does(
        VersionMade.model_validate(
            {"on": ONTWERP, "step": "ontwerp", "contains": tuple(Part), **more}
        )
    )


def found(story: StoryInMemory, code: str, on: date = FINAL) -> list[str]:
    case = Case.of_dossier(story.state, on)
    return [finding.text for finding in findings(case) if finding.code == code]


def test_298_wijkagenten_against_305_is_a_warning(story: StoryInMemory) -> None:
    story.does(reported(of_s002(), ONTWERP, inwoners=1_525_000, inwoners_op=date(2018, 1, 1)))
    assert found(story, "wijkagentnorm") == []  # no version contains the table yet
    ontwerp(story)
    assert found(story, "wijkagentnorm") == [
        "De sterkteverdeling telt 298 wijkagenten; bij 1525000 inwoners op 1 januari 2018 zijn er "
        "ten minste 305 nodig."
    ]
    [finding] = [
        f for f in findings(Case.of_dossier(story.state, FINAL)) if f.code == "wijkagentnorm"
    ]
    assert finding.severity is Severity.WARN


def test_the_norm_is_judged_by_the_table_of_the_version_that_is_adopted(
    story: StoryInMemory,
) -> None:
    story.does(reported(read(SMALL), ONTWERP, norm=3))
    ontwerp(story)
    assert "telt 2 wijkagenten; naar de norm" in found(story, "wijkagentnorm")[0]
    story.does(reported(read(OTHER), ONTWERP, "definitief", norm=3))
    assert found(story, "wijkagentnorm")
    story.does(VersionMade(on=ONTWERP, step="definitief", contains=tuple(Part)))
    assert found(story, "wijkagentnorm") == []


def test_whether_the_strength_is_provisional_follows_from_its_table(story: StoryInMemory) -> None:
    story.does(reported(read(SMALL), ONTWERP))
    ontwerp(story)
    assert len(found(story, "deel-voorlopig-in-ontwerp")) == 1
    story.does(VersionMade(on=ONTWERP, step="definitief", contains=tuple(Part)))
    [asked] = found(story, "deel-voorlopig-bij-vaststelling")
    assert "de verdeling van de wijkagenten" in asked
    story.does(reported(read(SMALL), ONTWERP, "definitief"))
    story.does(VersionMade(on=ONTWERP, step="definitief", contains=tuple(Part)))
    assert found(story, "deel-voorlopig-bij-vaststelling") == []


def test_a_plan_without_wijkagenten_in_its_table_is_not_adopted(story: StoryInMemory) -> None:
    none = SMALL.replace("1,00;2,00;10,50;13,50", "3,00;;10,50;13,50").replace(
        "1,00;2,00;13,50;16,50", "3,00;;13,50;16,50"
    )
    story.does(reported(read(none), ONTWERP, "definitief"))
    story.does(VersionMade(on=ONTWERP, step="definitief", contains=tuple(Part)))
    [blocked] = found(story, "deel-ontbreekt")
    assert blocked.endswith("ontbreekt: de verdeling van de wijkagenten.")


def heard_on(story: StoryInMemory, then: str, first: str = SMALL) -> StoryInMemory:
    """Return a dossier of which the councils were asked on one table, and that adopts another."""
    story.does(reported(read(first), ONTWERP))
    ontwerp(story)
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=AGREED, client=client))
    story.starts(Stage.HEARING, ASKED)
    story.does(reported(read(then), FINAL, "definitief"))
    story.does(VersionMade(on=FINAL, step="definitief", contains=tuple(Part)))
    return story


def test_another_strength_than_the_councils_were_heard_on_is_told_in_figures(
    story: StoryInMemory,
) -> None:
    assert found(heard_on(story, OTHER), "sterkte-veranderd-na-horen") == [
        "De sterkteverdeling in 'definitieve versie opleveren' is een andere dan waarover de raden "
        "zijn gevraagd. Tegenover sterkteverdeling 1 (voorlopig, per 1 augustus 2018): wijkagent "
        "van 2 naar 3 en overig van 13,50 naar 12,50; 1 onderdeel verandert. Basisteam Texel: "
        "wijkagent van 2 naar 3 en overig van 10,50 naar 9,50."
    ]


def test_a_growth_that_went_after_the_councils_were_heard_is_a_change(
    story: StoryInMemory,
) -> None:
    [text] = found(heard_on(story, SMALL, first=SMALL + GROWTH), "sterkte-veranderd-na-horen")
    assert text.endswith("de groei is anders. De groei over de jaren staat er niet meer in.")


def test_the_same_strength_that_became_definitive_is_no_change(story: StoryInMemory) -> None:
    assert found(heard_on(story, SMALL), "sterkte-veranderd-na-horen") == []
