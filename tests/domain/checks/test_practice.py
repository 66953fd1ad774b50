# SPDX-License-Identifier: EUPL-1.2
"""A plan that is tighter than earlier procedures were is told so; no law speaks of it."""

from dataclasses import replace
from datetime import date

import pytest

from gehoord.domain.checks import Case, findings
from gehoord.domain.finding import Finding, Severity
from gehoord.domain.ground import GroundKind
from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.length import Length
from gehoord.domain.learned.past_course import PastAnswer, PastCourse, PastLeg
from gehoord.domain.learned.practice import Practice
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.domain.checks.cases import case, changed, of_code
from tests.sentence import assert_sentence
from tests.story import HEARD, RESPOND_BY, Small

SHORTER, LONGER = "korter-dan-eerder", "raad-eerder-langer"
OF_KLEIN = 112
"""Days from the sending of the ontwerp to the last answer in the small procedure."""


def past(title: str, leg: Leg, length: Length, *answers: PastAnswer) -> PastCourse:
    legs = (PastLeg(leg, length, None, "S009"),)
    return PastCourse("elders", f"elders/{title}", title, date(2020, 1, 1), (), legs, answers)


def took(days: int, leg: Leg = Leg.HEARING) -> PastCourse:
    return past(f"Plan van {days}", leg, Length(days, days, days))


def rough(days: int, least: int, most: int) -> PastCourse:
    return past("Ruw plan", Leg.HEARING, Length(days, least, most, is_rough=True))


def answered(**days: int) -> PastCourse:
    codes = {"haarlem": "GM0392", "hoorn": "GM0405", "texel": "GM0448", "zwolle": "GM0193"}
    answers = [PastAnswer(codes[name], name.title(), taken) for name, taken in days.items()]
    return replace(took(300), answers=tuple(answers))


def judged(*courses: PastCourse, of: Case | None = None) -> list[Finding]:
    return findings(replace(of or case(), practice=Practice(courses)))


def test_a_hearing_shorter_than_in_every_earlier_procedure_is_told_with_source_and_number() -> None:
    [found] = of_code(SHORTER, judged(took(OF_KLEIN + 1), took(150)))
    assert (found.severity, found.ground.kind) == (Severity.WARN, GroundKind.PRACTICE)
    assert found.steps == ("verzending", "horen")
    assert_sentence(
        found.text, "gepland 112 dagen", "2 zaken", "Plan van 113 gepland: 113 dagen (S009)"
    )


@pytest.mark.parametrize(
    "courses",
    [
        (),
        (took(150),),
        (took(OF_KLEIN), took(150)),
        (rough(122, OF_KLEIN, 132), took(150)),
        (took(150, Leg.READING), took(150, Leg.READING)),
    ],
    ids=["nothing known", "one case", "as short before", "perhaps as short", "another leg"],
)
def test_nothing_is_told_where_earlier_procedures_do_not_say_so(
    courses: tuple[PastCourse, ...],
) -> None:
    assert of_code(SHORTER, judged(*courses)) == []


@pytest.mark.parametrize(
    ("leg", "days", "steps"),
    [
        (Leg.WEIGHING, 28, ("horen", "vaststelling")),
        (Leg.WRITING, 98, ("themas", "verzending")),
        (Leg.DECIDING, 140, ("verzending", "vaststelling")),
        (Leg.TELLING_THEMES, 14, ("themas", "themabrief")),
    ],
)
def test_each_leg_is_measured_to_the_day(leg: Leg, days: int, steps: tuple[str, ...]) -> None:
    [found] = of_code(SHORTER, judged(took(days + 1, leg), took(days + 2, leg)))
    assert found.steps == steps
    assert of_code(SHORTER, judged(took(days, leg), took(days + 2, leg))) == []


def test_councils_that_needed_longer_are_named_with_how_many_are_known() -> None:
    [found] = of_code(LONGER, judged(answered(haarlem=113, hoorn=112, texel=90, zwolle=400)))
    assert found.severity is Severity.WARN
    assert_sentence(found.text, "1 van de 3 raden", "Haarlem (113 dagen)")
    assert of_code(LONGER, judged(answered(haarlem=113))) == []
    assert of_code(LONGER, judged(answered(haarlem=112, hoorn=112))) == []


def test_a_leg_that_is_over_is_not_judged_any_more(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    courses = (took(200), took(150), took(200, Leg.WEIGHING), took(150, Leg.WEIGHING))
    before = judged(*courses, of=Case.of_dossier(story.state, HEARD))
    assert [f.steps for f in of_code(SHORTER, before)] == [
        ("verzending", "horen"),
        ("horen", "vaststelling"),
    ]
    story = StoryInMemory()
    story.tell(small, "heard")
    after = judged(*courses, of=Case.of_dossier(story.state, RESPOND_BY))
    assert [f.steps for f in of_code(SHORTER, after)] == [("horen", "vaststelling")]


def test_no_finding_of_practice_ever_blocks() -> None:
    found = judged(took(900), took(901), answered(haarlem=900, hoorn=901))
    assert {f.severity for f in found if f.code in (SHORTER, LONGER)} == {Severity.WARN}


def test_an_approximation_in_the_plan_itself_is_taken_at_its_longest() -> None:
    day = 'wanneer = "20 weken voor vaststelling"'
    rough_plan = case(changed((day, 'wanneer = "medio juni 2027"')))  # from the 10th on
    assert of_code(SHORTER, judged(took(119), took(150), of=rough_plan)) == []
    [found] = of_code(SHORTER, judged(took(120), took(150), of=rough_plan))
    assert_sentence(found.text, "ongeveer 114 dagen (109 tot 119)")
