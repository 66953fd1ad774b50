# SPDX-License-Identifier: EUPL-1.2
"""What a letter promises is an action that is watched: no promise without a step."""

from gehoord.domain.acts.report import CouncilHeard, ReasonGiven, StepDone, VersionMade
from gehoord.domain.dossier.added_steps import read_steps
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part
from tests.conftest import read_day
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.domain.checks.cases import changed
from tests.story import ADOPTED, AGREED, ASKED, ONTWERP, RESPOND_BY, Small, Told, adopted

TELL_BY = read_day("Thu 2027-11-11")
OWN_LETTER = """
[[stap]]
id = "vaststellingsbrief"
titel = "raden informeren over de vaststelling"
fase = "vaststelling"
soort = "bericht"
actiehouder = "adviseur"
wanneer = "1 week na vaststelling"
na = ["vaststelling"]
brief = "vaststelling"
aan = "raden"
"""


def without_letter(small: Small) -> Small:
    text = changed((OWN_LETTER, ""))
    return proposal_of(text), small[1], text


def test_the_councils_hear_what_became_of_their_zienswijzen_also_if_no_step_says_so(
    small: Small,
) -> None:
    """The letter with the ontwerp: "Na de vaststelling laat ik uw raad weten wat er is gedaan"."""
    story = StoryInMemory()
    story.tell(without_letter(small), "adopted")
    [owed] = story.state.open_actions(step="vaststellingsbrief")
    assert owed.due_on == TELL_BY
    assert story.state.as_opened.step("vaststellingsbrief").letter is Letter.ADOPTION
    assert owed.is_late(read_day("Fri 2027-11-12"))
    story.starts(Stage.ADOPTION, TELL_BY)
    assert story.state.is_finished("vaststellingsbrief")


def test_a_proposal_that_has_the_letter_keeps_its_own(told: Told) -> None:
    story = told("adopted")
    assert [s.id for s in story.state.as_opened.steps if s.letter is Letter.ADOPTION] == [
        "vaststellingsbrief"
    ]
    added = read_steps(story.state.dossier.added)
    assert not [step for step in added if step.letter is Letter.ADOPTION]


def test_what_is_missing_in_the_ontwerp_is_to_be_sent_while_councils_can_answer(
    told: Told,
) -> None:
    """The letter with the ontwerp: "Ik stuur u na wat nog ontbreekt"."""
    story = told("themes")
    story.does(VersionMade(on=ONTWERP, step="ontwerp", contains=(Part.STRENGTH, Part.WIJKAGENTEN)))
    story._agreed()
    assert not story.state.dossier.added
    story.starts(Stage.HEARING, ASKED)
    [owed] = story.state.open_actions(step="nasturen-versie-1")
    assert (owed.owner, owed.due_on) == ("adviseur", RESPOND_BY)
    assert owed.title.endswith("de doelstellingen van de minister (Landelijke Veiligheidsagenda)")
    story.does(StepDone(on=AGREED.replace(month=9), step=owed.step))
    assert story.state.is_finished(owed.step)


def test_a_whole_ontwerp_promises_nothing(told: Told) -> None:
    assert not told("asked").state.dossier.added


def test_zienswijzen_without_disposition_at_the_adoption_are_still_owed_an_answer(
    told: Told,
) -> None:
    """The letter about the adoption: "Ik laat uw raad dat nog weten"."""
    story = told("asked")
    for council in ("Haarlem", "Hoorn", "Texel"):
        story.does(
            CouncilHeard(
                on=ASKED.replace(month=9),
                municipality=council,
                answer=Answer.ZIENSWIJZE,
                text="Meer wijkagenten.",
            )
        )
    story._final()
    why = {"code": "zienswijze-zonder-antwoord", "ground": "de raden krijgen hun antwoord apart"}
    story.does(ReasonGiven(on=ADOPTED, by="regioburgemeester", **why))
    story.does(adopted())
    story.starts(Stage.ADOPTION, ADOPTED)
    [owed] = story.state.open_actions(step="terugkoppeling-zienswijzen")
    assert owed.title.endswith("3 zienswijzen zonder verwerking")
    assert owed.due_on == read_day("Thu 2027-12-02")
