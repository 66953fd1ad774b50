# SPDX-License-Identifier: EUPL-1.2
"""What earlier procedures teach together."""

from dataclasses import replace
from datetime import date

from gehoord.calendar.due import Stretch
from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.length import Length
from gehoord.domain.learned.past_course import PastAnswer, PastCourse, PastLeg, PastStep
from gehoord.domain.learned.practice import Practice, practice_of
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind

DAY = date(2020, 5, 8)


def course(title: str, hearing: int, *answers: PastAnswer, took: bool = False) -> PastCourse:
    length = Length(hearing, hearing, hearing)
    leg = PastLeg(Leg.HEARING, None if took else length, length if took else None, "S009")
    return PastCourse("klein", f"klein/{title}", title, date(2020, 1, 1), (), (leg,), answers)


def done(off_from: date | None) -> PastStep:
    plan = Stretch.on(off_from) if off_from else None
    return PastStep("brief", "brief", Stage.START, StepKind.NOTICE, plan, DAY)


def test_each_known_length_is_told_with_its_source_and_how_it_is_known() -> None:
    practice = Practice((course("Lang", 120), course("Kort", 60, took=True)))
    said = [instance.in_words for instance in practice.instances(Leg.HEARING)]
    assert said == ["Kort duurde 60 dagen (S009)", "Lang gepland: 120 dagen (S009)"]
    assert practice.instances(Leg.WEIGHING) == []


def test_of_one_procedure_a_dossier_goes_before_documents() -> None:
    documents, dossier = course("Plan", 120), course("Plan", 90, took=True)
    assert practice_of([documents], [dossier]).courses == (dossier,)
    elsewhere = replace(documents, eenheid="groot")
    assert practice_of([elsewhere], [dossier]).courses == (elsewhere, dossier)


def test_no_procedure_is_its_own_past_or_that_of_an_older_one() -> None:
    later = replace(course("Later", 60), plan_starts_on=date(2024, 1, 1))
    practice = Practice((course("Eerder", 120), later))
    assert [c.title for c in practice.before(date(2028, 1, 1)).courses] == ["Eerder", "Later"]
    assert [c.title for c in practice.before(date(2024, 1, 1)).courses] == ["Eerder"]
    assert practice.before(date(2020, 1, 1)).courses == ()


def test_only_a_step_with_a_plan_from_before_says_how_plans_hold() -> None:
    steps = (done(date(2020, 5, 1)), done(DAY), done(None))
    practice = Practice((replace(course("Plan", 1), steps=steps),))
    [kept] = practice.kept_plans()
    assert (kept.stage, kept.kind, kept.offs) == (Stage.START, StepKind.NOTICE, (0, 7))
    assert practice.unmeasured == 1


def test_a_council_is_known_by_its_code_and_its_longest_comes_first() -> None:
    first = course("Eerste", 1, PastAnswer("GM1", "Hoorn", 80), PastAnswer("GM2", "Texel", 90))
    second = course("Tweede", 1, PastAnswer("GM1", "Hoorn", 100))
    hoorn, texel = Practice((first, second)).councils()
    assert (hoorn.council, hoorn.longest, len(hoorn.answers)) == ("Hoorn", 100, 2)
    assert (texel.council, texel.longest) == ("Texel", 90)
