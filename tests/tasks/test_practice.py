# SPDX-License-Identifier: EUPL-1.2
"""What earlier procedures teach is read from documents, and from a real register."""

from gehoord.domain.dossier.mode import Mode
from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.practice import Practice
from gehoord.flows.mode import put_in_mode
from gehoord.tasks.practice import practice_in
from tests.story import ADOPTED
from tests.story_in_register import StoryInRegister, ToldInRegister


def practice(story: StoryInRegister) -> Practice:
    with story.register.reading() as reader:
        return practice_in(reader)


def of_dossiers(found: Practice) -> list[str]:
    return [course.name for course in found.courses if course.is_dossier]


def test_without_a_register_the_documents_alone_teach() -> None:
    found = practice_in(None)
    assert len(found.courses) == 4
    assert of_dossiers(found) == []


def test_a_dossier_teaches_once_it_is_adopted_in_earnest(told: ToldInRegister) -> None:
    story = told("adopted")
    assert (of_dossiers(practice(story)), practice(story).exercises) == ([], 1)
    put_in_mode(story.register, "klein", Mode.LIVE, "het was de echte procedure", ADOPTED)
    found = practice(story)
    assert (of_dossiers(found), found.exercises) == (["klein"], 0)
    [hearing] = found.of("klein").instances(Leg.HEARING)
    assert hearing.in_words == f"{story.state.dossier.title} duurde 91 dagen (dossier klein)"
    assert {each.council: each.longest for each in found.councils()} == {
        "Haarlem": 91,
        "Hoorn": 91,
        "Texel": 91,
    }
