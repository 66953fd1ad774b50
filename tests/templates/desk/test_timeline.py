# SPDX-License-Identifier: EUPL-1.2
"""The picture of the timeline: where each step stands in it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.domain.dossier.tally import Tally
from gehoord.domain.outgoing.courses import StepCourse, courses_of
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.templates.desk.timeline import (
    HEAD,
    LABELS,
    LEAST,
    NOTES,
    ROW,
    SOON_AFTER,
    WIDTH,
    Timeline,
    TimelineBar,
    timeline,
)
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ASKED, FINAL, OPENED, Small

days = st.dates(date(2020, 1, 1), date(2032, 12, 31))


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    first = draw(days)
    last = first + timedelta(days=draw(st.integers(0, 400)))
    return Stretch(Due.on(first), Due.on(last), draw(st.sampled_from(Precision)), "woorden")


@st.composite
def courses(draw: st.DrawFn) -> StepCourse:
    first = draw(st.none() | days)
    last = first + timedelta(days=draw(st.integers(0, 90))) if first else None
    done = draw(st.integers(0, 3)) if first else 0
    return StepCourse(
        step="stap",
        title=draw(st.text(max_size=80)),
        stage=draw(st.sampled_from(Stage)),
        kind=StepKind.MILESTONE,
        owner="adviseur",
        baseline=draw(st.none() | stretches()),
        planned=draw(st.none() | stretches()),
        is_yearly=draw(st.booleans()),
        tally=Tally(draw(st.integers(0, 2)), done, draw(st.integers(0, 1)), first, last),
        late=draw(st.integers(0, 2)),
    )


many = st.lists(courses(), max_size=12).map(
    lambda found: sorted(found, key=lambda c: list(Stage).index(c.stage))
)


def bars(found: Timeline) -> list[TimelineBar]:
    rows = found.rows
    return [bar for r in rows for bar in (r.baseline, r.planned, r.done) if bar]


@settings(max_examples=60, database=None)
@given(found=many, on=days)
def test_every_step_lies_between_the_ends_and_no_row_runs_into_another(
    found: Sequence[StepCourse], on: date
) -> None:
    picture = timeline(found, on)
    if picture is None:
        return
    for bar in bars(picture):
        assert LABELS <= bar.x < bar.end <= WIDTH - NOTES + 0.11
    tops = sorted([s.y for s in picture.stages] + [r.y for r in picture.rows])
    assert tops[0] == HEAD
    assert all(round(b - a, 6) == ROW for a, b in pairwise(tops))
    assert tops[-1] + ROW <= picture.height
    assert all(LABELS <= month.x < WIDTH - NOTES for month in picture.months)
    if picture.today is not None:
        assert LABELS < picture.today < WIDTH - NOTES


@settings(max_examples=60, database=None)
@given(found=many, on=days)
def test_the_line_of_today_parts_what_was_planned_before_it_from_what_comes_after(
    found: Sequence[StepCourse], on: date
) -> None:
    planned = [c.planned for c in found if c.planned and c.stage is not Stage.ACCOUNT]
    shown = [c for c in found if c.planned in planned and not c.is_yearly]
    picture = timeline(shown, on)
    if picture is None or picture.today is None:
        return
    pairs = zip(shown, picture.rows, strict=True)
    for course, row in pairs:
        if course.planned and row.planned:
            if course.planned.span.start > on:
                assert row.planned.x + LEAST >= picture.today
            if course.planned.span.end < on:
                assert row.planned.end - LEAST <= picture.today


def test_the_step_that_moved_shows_both_its_days_and_by_how_many(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    story.moves("vaststelling", read_day("Thu 2027-11-18"), ASKED)
    picture = timeline(courses_of(story.state, ASKED), ASKED)
    assert picture
    rows = {row.label: row for row in picture.rows}
    adoption = rows["Beleidsplan vaststellen"]
    assert adoption.baseline
    assert adoption.planned
    assert adoption.baseline.end < adoption.planned.x
    assert (adoption.note, adoption.how) == ("+14 dagen", "open")
    sending = rows["Ontwerp aan de raden sturen"]
    assert (sending.baseline, sending.how) == (None, "gedaan")
    assert sending.done
    assert [stage.heading for stage in picture.stages][:2] == ["Start", "Thema's kiezen"]


def test_what_comes_each_year_or_long_after_stands_in_the_table_alone(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "opened")
    found = courses_of(story.state, OPENED)
    picture = timeline(found, OPENED)
    assert picture
    yearly = {c.title for c in found if c.is_yearly}
    assert yearly
    assert not yearly & {row.label for row in picture.rows}
    assert timedelta(weeks=12) < SOON_AFTER


def test_a_procedure_of_which_no_day_is_known_has_no_picture() -> None:
    assert timeline([], FINAL) is None


def test_today_outside_the_picture_draws_no_line(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "opened")
    picture = timeline(courses_of(story.state, OPENED), date(2031, 1, 1))
    assert picture
    assert picture.today is None
