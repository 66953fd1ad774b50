# SPDX-License-Identifier: EUPL-1.2
"""How earlier procedures of a unit went, as the overview of a later one tells it."""

from datetime import date, timedelta

from gehoord.calendar.due import Stretch
from gehoord.domain.learned.past_course import PastCourse, PastStep
from gehoord.domain.learned.practice import Practice
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.procedures.past_courses import past_courses
from gehoord.templates.desk.overview_page import Surroundings, overview_page
from gehoord.templates.desk.past import PastPart, past_part
from gehoord.templates.desk.rendering import written
from tests.story import Small
from tests.templates.standing.written_page import in_october

TODAY = date(2027, 10, 20)
DONE = date(2020, 5, 8)


def step(name: str, off: int | None, kind: StepKind = StepKind.MILESTONE) -> PastStep:
    plan = None if off is None else Stretch.on(DONE - timedelta(days=off))
    return PastStep(name, name, Stage.START, kind, plan, DONE)


def course(*steps: PastStep) -> PastCourse:
    return PastCourse("klein", "klein/eerder", "Eerder plan", date(2020, 1, 1), steps, ())


def part(*courses: PastCourse, title: str = "x", on: date = TODAY) -> PastPart:
    found = past_part(Practice(courses), title, on)
    assert found
    return found


def of_north_holland() -> Practice:
    return Practice(past_courses()).of("noord-holland")


def test_a_procedure_says_how_many_steps_kept_to_the_plan_and_which_was_the_longest_off() -> None:
    adopted = step("vaststellen", 7, StepKind.ADOPTION)
    [found] = part(course(step("begin", 0), step("brief", -3), adopted)).procedures
    assert found.essence == (
        "3 stappen met een bekende dag; van 3 is ook de planning van daarvoor bekend: 1 op tijd, "
        "1 later, 1 eerder"
    )
    assert found.largest == "Vaststellen: 7 dagen later"
    assert found.adopted == "8 mei 2020 (7 dagen later)"
    assert [(row.what, row.planned, row.off) for row in found.rows] == [
        ("Begin", "8 mei 2020", "op tijd"),
        ("Brief", "11 mei 2020", "3 dagen eerder"),
        ("Vaststellen", "1 mei 2020", "7 dagen later"),
    ]


def test_a_step_without_a_plan_from_before_is_called_neither_late_nor_in_time() -> None:
    [found] = part(course(step("begin", None))).procedures
    assert found.essence.endswith("een planning van daarvoor is niet bekend")
    assert [(row.planned, row.off) for row in found.rows] == [("", "")]


def test_after_an_approximation_it_is_at_least_so_much_later() -> None:
    [newest, *_] = part(*of_north_holland().courses, title="IMV 2028-2031").procedures
    assert newest.title == "IMV 2024-2027"
    assert newest.largest == "Thema's vaststellen: ten minste 10 dagen later"


def test_only_what_was_over_counts_as_earlier_and_no_procedure_is_its_own_past() -> None:
    known = of_north_holland()
    titles = [found.title for found in part(*known.courses, title="IMV 2028-2031").procedures]
    assert titles == ["IMV 2024-2027", "IMV 2023", "IMV 2019-2022"]
    told = part(*known.courses, title="IMV 2024-2027", on=date(2022, 11, 9))
    assert [found.title for found in told.procedures] == ["IMV 2019-2022"]
    assert past_part(Practice((course(step("begin", 0)),)), "x", date(2020, 5, 7)) is None


def test_an_adoption_of_which_no_document_gives_the_day_is_not_told() -> None:
    shipped = {
        found.title: found.adopted
        for found in part(*of_north_holland().courses, title="IMV 2028-2031").procedures
    }
    assert shipped == {
        "IMV 2024-2027": "",
        "IMV 2023": "10 november 2022",
        "IMV 2019-2022": "",
    }


def test_the_page_shows_them_in_tables_and_each_step_behind_its_name(small: Small) -> None:
    around = Surroundings(
        path="/o/sleutel",
        letters=[],
        board=None,
        maps=[],
        past=of_north_holland(),
        until=None,
        back=None,
    )
    page = written("overzicht.html.j2", p=overview_page(in_october(small), around)).decode()
    assert "Eerdere procedures van deze eenheid" in page
    assert "<summary>Elke stap van IMV 2019-2022</summary>" in page
    assert page.count("<details>") == 3
    assert "IMV 2024-2027 gepland: ongeveer 122 dagen (112 tot 132) (S000 en S001)" in page
    assert "Dit is ervaring en geen voorschrift." in page
    assert "Kaart van de raden" not in page  # no municipality has a tile
