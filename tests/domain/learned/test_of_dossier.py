# SPDX-License-Identifier: EUPL-1.2
"""An adopted dossier is an earlier procedure too: its plan of the opening beside its days."""

import pytest

from gehoord.domain.acts.report import StepDone
from gehoord.domain.dossier.dossier import DossierState
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.of_dossier import course_in, is_past
from gehoord.domain.learned.past_course import PastCourse
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ADOPTED, ASKED, FINAL, HEARD, Small, heard, silent

LATER = read_day("Thu 2027-10-07")
A_REASON = "uitgesteld, herinnerd en gebeld, zonder antwoord"


def told(small: Small, until: str) -> StoryInMemory:
    story = StoryInMemory()
    story.tell(small, until)  # type: ignore[arg-type]
    return story


def legs(course: PastCourse) -> dict[Leg, tuple[int, int, int | None]]:
    known = [leg for leg in course.legs if leg.planned and leg.actual]
    return {
        leg.leg: (leg.planned.days, leg.actual.days, leg.difference)
        for leg in known
        if leg.planned and leg.actual
    }


def test_each_leg_says_what_was_planned_at_the_opening_and_what_it_took(small: Small) -> None:
    course = course_in(told(small, "adopted").state)
    assert legs(course) == {
        Leg.WRITING: (98, 98, 0),
        Leg.HEARING: (112, 91, -21),
        Leg.WEIGHING: (28, 49, 21),
        Leg.DECIDING: (140, 140, 0),
    }
    assert {leg.source for leg in course.legs} == {"dossier klein"}
    assert course.adoption
    assert course.adoption.done_on == ADOPTED


def test_a_move_changes_what_was_done_and_not_what_was_planned_at_the_opening(small: Small) -> None:
    story = told(small, "asked")
    story.moves("vaststelling", read_day("Thu 2027-11-18"), ASKED)
    for council in ("Haarlem", "Hoorn", "Texel"):
        story.does(heard(council, on=LATER))
    assert legs(course_in(story.state))[Leg.HEARING] == (112, 112, 0)
    story.does(StepDone(on=FINAL, step="verwerking"))
    by_step = {step.step: step for step in course_in(story.state).steps}
    assert by_step["verwerking"].off == 7


def test_each_council_says_how_long_it_took_and_a_silence_is_no_answer(small: Small) -> None:
    story = told(small, "asked")
    story.does(heard("Haarlem"))
    story.does(heard("Hoorn", on=LATER))
    story.does(silent("Texel", on=read_day("Fri 2027-10-08"), reason=A_REASON))
    course = course_in(story.state)
    known = {answer.council: answer.days for answer in course.answers}
    assert known == {"Haarlem": (HEARD - ASKED).days, "Hoorn": (LATER - ASKED).days}
    assert legs(course)[Leg.HEARING] == (112, 112, 0)


@pytest.mark.parametrize(
    ("state", "mode", "counts"),
    [
        (DossierState.ADOPTED, Mode.LIVE, True),
        (DossierState.ADOPTED, Mode.TRIAL, False),
        (DossierState.ADOPTED, Mode.UNKNOWN, False),
        (DossierState.OPEN, Mode.LIVE, False),
    ],
)
def test_an_exercise_is_no_history_and_neither_is_what_goes_on(
    small: Small, state: DossierState, mode: Mode, counts: bool
) -> None:
    dossier = told(small, "opened").state.dossier
    assert is_past(dossier.model_copy(update={"state": state, "mode": mode})) is counts


def test_what_was_done_before_the_opening_had_no_plan(small: Small) -> None:
    story = told(small, "adopted")
    later = story.state.dossier.model_copy(update={"opened_on": read_day("Fri 2027-06-04")})
    story.state.dossier = later
    planned = {step.step: step.planned is not None for step in course_in(story.state).steps}
    assert (planned["themas"], planned["ontwerp"], planned["akkoord"]) == (False, False, True)
    assert Leg.WRITING not in legs(course_in(story.state))
