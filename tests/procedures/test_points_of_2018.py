# SPDX-License-Identifier: EUPL-1.2
"""The responses to the 70% version of 2018, point by point as S003 tells them.

They come as a history file has them, and at days in the past.
"""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.open import opened
from gehoord.domain.acts.report import read_report
from gehoord.domain.checks import Case
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.rounds_answered import critical_of, rounds_answered
from gehoord.domain.dossier.state import State
from gehoord.procedures.library import proposal_of
from gehoord.templates.account import account_document
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.templates.test_account import OTHER_THEMES

ROUND = (date(2018, 6, 18), date(2018, 7, 13))
LATE = date(2018, 7, 17)
VERSION_85 = date(2018, 7, 24)
WHY = "De vier thema's volgen uit de peiling, en anderen steunen ze."


@pytest.fixture(scope="module")
def told() -> StoryInMemory:
    """The round on the 70% version, with a response of its last day and one of after it."""
    proposal, eenheid, text = proposal_of("noord-holland/imv-2019-2022")
    case = Case.of(proposal, eenheid)
    changes = opened("imv", case, text, date(2018, 2, 1)).changes
    _, [dossier] = changes.of(Dossier)
    story = StoryInMemory(State(dossier).after(changes))
    does(story, wat="versie", op=ROUND[0], stap="concept-70")
    does(story, wat="reactie", op=ROUND[1], van="gemeente 1", tekst=OTHER_THEMES[0])
    does(story, wat="reactie", op=LATE, van="gemeente 2", tekst="\n".join(OTHER_THEMES[1:]))
    for number, suggestion in enumerate(OTHER_THEMES):
        who = f"gemeente {min(number, 1) + 1}"
        point = {"onderwerp": "Thema's", "hoofdlijn": "Andere thema's", "tekst": suggestion}
        does(story, wat="punt", op=LATE, van=who, **point)
    does(story, wat="versie", op=VERSION_85, stap="concept-85")
    return story


def does(story: StoryInMemory, **content: Any) -> str:
    return story.does(read_report(content, "verloop"))


def test_who_came_after_13_july_is_kept_and_marked(told: StoryInMemory) -> None:
    [one] = rounds_answered(told.state)
    assert one.respond_by == ROUND[1]
    assert [said.is_late for said in one.answers] == [False, True]
    page = account_document(told.state, VERSION_85)
    assert "70%-versie van 18 juni 2018" in page
    assert "ontvangen op 17 juli 2018, na de laatste dag" in page


def test_the_five_suggestions_are_one_main_line_that_was_not_taken_over(
    told: StoryInMemory,
) -> None:
    story = StoryInMemory(told.state)
    numbers = [str(number) for number in range(1, len(OTHER_THEMES) + 1)]
    done = {"punten": numbers, "uitkomst": "niet verwerkt", "uitleg": WHY}
    does(story, wat="punt-verwerking", op=VERSION_85, **done)
    [[line]] = [one.main_lines for one in rounds_answered(story.state)]
    assert (len(line.points), line.senders, line.number("niet verwerkt")) == (5, 2, 5)
    assert not any(response.awaits_disposition for response in story.state.responses)


def test_who_was_critical_of_the_70_percent_is_known_for_the_85(told: StoryInMemory) -> None:
    story = StoryInMemory(told.state)
    does(story, wat="houding", op=VERSION_85, van="gemeente 2", houding="kritisch")
    first = min(story.state.versions, key=lambda version: version.number)
    assert [response.sender for response in critical_of(story.state, first)] == ["gemeente 2"]


def test_critics_do_not_read_the_85_percent_while_points_are_open_without_a_reason(
    told: StoryInMemory,
) -> None:
    story = StoryInMemory(told.state)
    does(story, wat="gedaan", op=VERSION_85, stap="raadpleging-70")
    read_again = {"wat": "gedaan", "op": VERSION_85, "stap": "raadpleging-85"}
    with story.refuses("5 punten hebben nog geen verwerking", "punten-zonder-verwerking"):
        does(story, **read_again)
    why = {"bevinding": "punten-zonder-verwerking", "grond": "de antwoorden volgen apart"}
    does(story, wat="reden", op=VERSION_85, door="regioburgemeester", **why)
    does(story, **read_again)
    assert not story.state.owed("raadpleging-85")
