# SPDX-License-Identifier: EUPL-1.2
"""Coordinators read of each draft what was answered on it, and which points are open."""

from dataclasses import replace

from gehoord.domain.acts.report import PointNoted, ResponseReceived
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.point import PointOutcome
from gehoord.templates.told_drafts import told_drafts
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.conftest import at as at
from tests.story import AGREED


def noted(text: str, line: str, outcome: PointOutcome | None = None) -> PointNoted:
    return PointNoted(
        on=AGREED, sender="OM", subject="Thema's", text=text, main_line=line, outcome=outcome
    )


def test_each_version_of_the_plan_says_how_much_was_answered_and_what_is_open(at: At) -> None:
    story = StoryInMemory(at("ontwerp"))
    story.does(ResponseReceived(on=AGREED, sender="OM", text="SMART? En wie doet wat?"))
    story.does(noted("SMART?", "Concreter", PointOutcome.TAKEN_OVER))
    story.does(noted("Wie doet wat?", "Concreter"))
    found = told_drafts(story.state, AGREED)
    assert [(draft.answered, draft.points) for draft in found.each if draft.answered] == [
        ("1", "2, 1 nog open")
    ]
    [round_] = found.rounds
    assert round_.lines == (("Concreter", "2", "1", "1", "0", "0", "1"),)
    assert len(found.headings) == len(round_.lines[0])


def test_an_advice_is_no_version_of_the_plan_and_one_taken_back_is_not_told(at: At) -> None:
    state = StoryInMemory(at("ontwerp")).state
    [version] = [v for v in state.versions if v.is_ontwerp]
    advice = version.model_copy(update={"is_ontwerp": False, "completeness": None})
    taken_back = version.withdraw("het verkeerde stuk", AGREED)
    for other in (advice, taken_back):
        assert told_drafts(replace(state, versions=Kept([other])), AGREED).each == ()


def test_of_more_main_lines_than_fit_it_says_how_many_there_are(at: At) -> None:
    story = StoryInMemory(at("ontwerp"))
    story.does(ResponseReceived(on=AGREED, sender="OM", text="Veel."))
    for number in range(12):
        story.does(noted(f"Punt {number}", f"Lijn {number}"))
    [round_] = told_drafts(story.state, AGREED).rounds
    assert (len(round_.lines), round_.beside) == (10, 2)
