# SPDX-License-Identifier: EUPL-1.2
"""What is told of when things happen, and what of it is not."""

from gehoord.domain.acts.report import Requested
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_step import PublicStep, public_steps
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ASKED, Small, adopted


def steps_of(story: StoryInMemory) -> dict[str, PublicStep]:
    return {step.step: step for step in public_steps(story.state, Masking())}


def told(small: Small) -> StoryInMemory:
    story = StoryInMemory()
    story.tell(small, "asked")
    return story


def test_a_step_says_whose_it_is_when_and_why_then(small: Small) -> None:
    steps = steps_of(told(small))
    assert steps["verzending"].done == "17 juni 2027"
    adoption = steps["vaststelling"]
    assert (adoption.when, adoption.done) == ("4 november 2027", "")
    assert adoption.owner == (
        "de burgemeesters en de hoofdofficier van justitie, in de vergadering van RBOP"
    )
    assert [link.day for link in steps["themas"].because][-1] == read_day("Thu 2027-11-04")
    assert steps["themas"].done == "11 maart 2027"
    assert steps["horen"].when == "van 18 juni 2027 tot en met 7 oktober 2027"
    main = [step.step for step in steps.values() if step.is_main]
    assert main == ["themas", "verzending", "horen", "vaststelling", "jaarverslag"]


def test_the_step_says_who_adopted_also_when_another_was_planned(small: Small) -> None:
    """Politiewet 2012, art. 39 lid 2."""
    story = StoryInMemory()
    story.tell(small, "final")
    story.does(adopted(basis="39-2", burgemeesters=(), body=None))
    assert steps_of(story)["vaststelling"].owner == "de regioburgemeester"


def test_why_a_person_moved_a_step_is_not_told(small: Small) -> None:
    story = told(small)
    story.moves("vaststelling", read_day("Fri 2027-11-05"), ASKED, reason="De voorzitter is ziek.")
    moved = steps_of(story)["vaststelling"]
    assert (moved.when, moved.because) == ("5 november 2027", ())


def test_what_a_party_asks_is_no_step_for_everybody(small: Small) -> None:
    story = told(small)
    before = set(steps_of(story))
    known = {step.id for step in story.state.as_opened.steps}
    asked = Requested(on=ASKED, who="Hoorn", question=RequestKind.COMMITTEE, text="Is dat genoeg?")
    story.does(asked)
    assert {step.id for step in story.state.as_opened.steps} - known
    assert set(steps_of(story)) == before
