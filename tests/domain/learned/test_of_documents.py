# SPDX-License-Identifier: EUPL-1.2
"""An earlier procedure as its documents tell it: no day is taken for done that none names."""

from datetime import date

import pytest

from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.past_course import PastCourse, PastLeg, PastStep
from gehoord.procedures.past_courses import past_courses

OF_2018 = "noord-holland/imv-2019-2022"
OF_2023 = "noord-holland/imv-2024-2027"
OF_THE_EAST = "oost-nederland/vs-mjb-2019-2022"


def course(name: str) -> PastCourse:
    return next(course for course in past_courses() if course.name == name)


def leg(name: str, wanted: Leg) -> PastLeg:
    [found] = [past for past in course(name).legs if past.leg is wanted]
    return found


def step(name: str, wanted: str) -> PastStep:
    return next(step for step in course(name).steps if step.step == wanted)


def test_a_proposal_that_comes_from_no_documents_is_no_past() -> None:
    names = [course.name for course in past_courses()]
    assert names == [OF_2018, "noord-holland/imv-2023", OF_2023, OF_THE_EAST]


def test_a_plan_that_was_written_down_afterwards_is_no_plan() -> None:
    """S003 tells on 13 August 2018 what was done: that it was done "in time" says nothing."""
    assert all(step.planned is None and step.off is None for step in course(OF_2018).steps)


def test_the_letter_of_2022_planned_the_themes_earlier_than_they_came() -> None:
    """S000: "medio maart", and the councils "in april"; S001: 30 March and 9 May 2023."""
    themes, told = step(OF_2023, "themas"), step(OF_2023, "themabrief")
    assert (themes.planned_in_words, themes.done_on, themes.off) == (
        "medio maart 2023 (bij benadering)",
        date(2023, 3, 30),
        10,
    )
    assert (told.planned_in_words, told.done_on, told.off) == ("april 2023", date(2023, 5, 9), 9)
    past = leg(OF_2023, Leg.TELLING_THEMES)
    assert past.actual
    assert (past.actual.days, past.source) == (40, "S000 en S001")


@pytest.mark.parametrize(
    ("name", "wanted", "planned", "actual"),
    [
        (OF_2018, Leg.READING, "", "25 dagen"),
        (OF_2018, Leg.WRITING, "", "78 dagen"),
        (OF_2018, Leg.DECIDING, "104 dagen", ""),
        (OF_2023, Leg.HEARING, "ongeveer 122 dagen (112 tot 132)", ""),
        (OF_2023, Leg.WEIGHING, "ongeveer 25 dagen (20 tot 30)", ""),
        (OF_THE_EAST, Leg.HEARING, "ongeveer 60 dagen", ""),
    ],
)
def test_a_leg_says_apart_what_was_planned_and_what_it_took(
    name: str, wanted: Leg, planned: str, actual: str
) -> None:
    found = leg(name, wanted)
    assert (found.planned.in_words if found.planned else "") == planned
    assert (found.actual.in_words if found.actual else "") == actual


def test_no_council_was_heard_on_a_day_that_a_document_names() -> None:
    assert not any(course.answers for course in past_courses())
    hearings = [past for c in past_courses() for past in c.legs if past.leg is Leg.HEARING]
    assert hearings
    assert not any(past.actual for past in hearings)


@pytest.mark.parametrize(
    ("name", "undated"),
    [
        (OF_2018, "raadsverkiezingen"),  # S003: "in maart 2018"
        (OF_2018, "peiling"),  # a limit: that of its result
        (OF_2023, "opdracht"),  # S000 names no day; the limit is that of the letter itself
        (OF_2023, "verkenning"),  # reported in May as going on until June
    ],
)
def test_a_limit_or_a_month_is_no_day_on_which_it_was_done(name: str, undated: str) -> None:
    assert undated not in [step.step for step in course(name).steps]


def test_how_many_steps_were_done_on_no_day_is_counted() -> None:
    assert {course.name: course.undated for course in past_courses()} == {
        OF_2018: 16,
        "noord-holland/imv-2023": 1,
        OF_2023: 4,
        OF_THE_EAST: 0,
    }
