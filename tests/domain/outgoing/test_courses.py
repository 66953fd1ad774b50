# SPDX-License-Identifier: EUPL-1.2
"""How steps went beside how they were planned."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from gehoord.calendar.span import Span
from gehoord.domain.acts.report import RespiteGiven, StepDone
from gehoord.domain.outgoing.courses import StepCourse, courses_of
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.desk.overview_steps import off_in_words
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ADOPTED, ASKED, FINAL, OPENED, RESPOND_BY, Small, heard

HEARD_SPAN = Span(date(2027, 9, 10), date(2027, 9, 20))
days = st.dates(date(2027, 1, 1), date(2028, 12, 31))


def told(small: Small, until: str) -> StoryInMemory:
    story = StoryInMemory()
    story.tell(small, until)  # type: ignore[arg-type]
    return story


def course(story: StoryInMemory, step: str, on: date) -> StepCourse:
    return next(c for c in courses_of(story.state, on) if c.step == step)


def test_every_step_of_the_plan_is_there_once_stage_by_stage(small: Small) -> None:
    found = courses_of(told(small, "opened").state, OPENED)
    assert [c.step for c in found if c.stage is Stage.HEARING] == ["verzending", "horen"]
    assert len({c.step for c in found}) == len(found) == len(small[0].steps)
    order = [list(Stage).index(c.stage) for c in found]
    assert order == sorted(order)


def test_before_anything_happened_nothing_moved_and_nothing_is_done(small: Small) -> None:
    for found in courses_of(told(small, "opened").state, OPENED):
        assert (found.moved, found.off_plan, found.done, found.late) == (0, None, None, 0)


def test_a_move_shows_with_its_days_for_every_step_that_shifted(small: Small) -> None:
    story = told(small, "asked")
    story.moves("vaststelling", read_day("Thu 2027-11-18"), ASKED)
    adoption = course(story, "vaststelling", ASKED)
    assert (adoption.moved, adoption.is_finished) == (14, False)
    assert adoption.baseline
    assert adoption.baseline.last.day == ADOPTED
    assert course(story, "definitief", ASKED).moved == 14


def test_the_hearing_counts_who_is_late_and_who_is_done(small: Small) -> None:
    story = told(small, "asked")
    story.does(heard("Haarlem"))
    found = course(story, "horen", RESPOND_BY + timedelta(days=1))
    assert (found.tally.done, found.owed, found.late) == (1, 3, 2)
    assert found.off_plan is None
    assert course(story, "horen", RESPOND_BY).late == 0


def test_what_was_done_says_how_far_off_its_plan_it_was(small: Small) -> None:
    story = told(small, "heard")
    story.does(StepDone(on=FINAL, step="verwerking"))
    assert course(story, "horen", FINAL).off_plan == 0
    late = course(story, "verwerking", FINAL)
    assert (late.off_plan, late.done and late.done.end) == (7, FINAL)


def test_who_has_longer_is_late_from_his_own_day_on(small: Small) -> None:
    story = told(small, "asked")
    own = read_day("Thu 2027-10-14")
    story.does(
        RespiteGiven(on=ASKED, municipality="Texel", until=own, reason="de raad vergadert later")
    )
    for council in ("Haarlem", "Hoorn"):
        story.does(heard(council))
    assert course(story, "horen", own).late == 0
    late = course(story, "horen", own + timedelta(days=1))
    assert (late.late, late.late_since) == (1, own)
    assert off_in_words(late, own + timedelta(days=1)).startswith("1 van 3, 1 dag te laat")


def test_nobody_is_too_late_by_a_day_that_gehoord_proposed(small: Small) -> None:
    found = course(told(small, "asked"), "horen", RESPOND_BY + timedelta(days=9))
    proposed = replace(found, is_proposed=True)
    assert "9 dagen te laat" in off_in_words(found, RESPOND_BY + timedelta(days=9))
    assert "voorgestelde dag voorbij" in off_in_words(proposed, RESPOND_BY + timedelta(days=9))
