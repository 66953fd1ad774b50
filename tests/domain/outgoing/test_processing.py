# SPDX-License-Identifier: EUPL-1.2
"""Mistake 23: what councils answered is processed in time, so the days left are watched."""

from datetime import date

from gehoord.domain.acts.report import Disposed, PointNoted
from gehoord.domain.outgoing.processing import processing
from gehoord.templates.told_processing import answered_in_words, left_in_words, time_in_words
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.conftest import at as at
from tests.story import FINAL
from tests.templates.test_nota import LATE, says


def answered(at: At) -> StoryInMemory:
    """Texel answered in two points and Hoorn too late; neither has an answer yet."""
    story = StoryInMemory(at("asked"))
    story.does(says("Texel", "Over cyber."))
    story.does(says("Hoorn", "Over jeugd.", LATE))
    for text in ("Noem cyber", "Wie betaalt?"):
        story.does(PointNoted(on=LATE, sender="Texel", subject="Cyber", text=text))
    return story


def test_zienswijzen_points_and_late_ones_are_counted(at: At) -> None:
    found = processing(answered(at).state)
    assert found
    assert (found.said, found.late, found.open, found.points) == (2, 1, 2, 2)
    told = "2 zienswijzen, waarvan 1 te laat; 2 nog zonder antwoord (2 punten)."
    assert answered_in_words(found) == told


def test_working_days_count_from_the_day_after_up_to_the_day_before_the_adoption(at: At) -> None:
    """From Friday 8 October up to Wednesday 3 November 2027, without a holiday: 19 days."""
    found = processing(answered(at).state)
    assert found
    assert found.working_days == 19
    assert time_in_words(found) == (
        "Tussen de laatste dag om te antwoorden, 7 oktober 2027, en de vaststelling, "
        "4 november 2027: 19 werkdagen."
    )
    assert left_in_words(found, date(2027, 11, 1)) == (
        "Tot de vaststelling, 4 november 2027, nog 2 werkdagen."
    )
    assert found.working_days_left(date(2027, 11, 3)) == 0
    assert found.working_days_left(date(2027, 12, 1)) == 0


def test_once_all_is_answered_no_time_is_counted(at: At) -> None:
    story = answered(at)
    story.does(Disposed(on=FINAL, sender="Hoorn", disposition="Dank."))
    one = processing(story.state)
    assert one
    assert (one.open, one.points) == (1, 2)
    alone = StoryInMemory(at("asked"))
    alone.does(says("Hoorn", "Over jeugd."))
    alone.does(Disposed(on=FINAL, sender="Hoorn", disposition="Dank."))
    done = processing(alone.state)
    assert done
    assert (answered_in_words(done), left_in_words(done, FINAL)) == (
        "1 zienswijze; alle beantwoord.", "",
    )  # fmt: skip


def test_before_the_first_answer_and_after_the_adoption_there_is_nothing_to_tell(at: At) -> None:
    assert processing(at("asked")) is None
    assert processing(at("adopted")) is None
