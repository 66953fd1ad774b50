"""How earlier procedures of a unit went, as the overview of a later one tells it."""

from datetime import date

from gehoord.domain.outgoing.past_course import PastCourse, PastStep
from gehoord.domain.proposal.step import StepKind
from gehoord.procedures.past_courses import past_courses
from gehoord.templates.desk.overview_page import Surroundings, overview_page
from gehoord.templates.desk.past import past_procedures
from gehoord.templates.desk.rendering import written
from tests.story import Small
from tests.templates.standing.written_page import in_october

TODAY = date(2027, 10, 20)


def step(name: str, off: int, kind: StepKind = StepKind.MILESTONE) -> PastStep:
    return PastStep(
        step=name, title=name, kind=kind, planned="1 mei 2020", done_on=date(2020, 5, 8), off=off
    )


def course(*steps: PastStep) -> PastCourse:
    return PastCourse(eenheid="klein", name="klein/eerder", title="Eerder plan", steps=steps)


def test_a_procedure_says_how_many_steps_kept_to_the_plan_and_which_was_the_longest_off() -> None:
    adopted = step("vaststellen", 7, StepKind.ADOPTION)
    [found] = past_procedures([course(step("begin", 0), step("brief", -3), adopted)], "x", TODAY)
    assert found.essence == "3 stappen gedaan: 1 op tijd, 1 later, 1 eerder"
    assert found.largest == "Vaststellen: 7 dagen later"
    assert found.adopted == "8 mei 2020 (7 dagen later)"
    assert [(row.what, row.off) for row in found.rows] == [
        ("Begin", "op tijd"),
        ("Brief", "3 dagen eerder"),
        ("Vaststellen", "7 dagen later"),
    ]


def test_only_what_was_over_counts_as_earlier_and_no_procedure_is_its_own_past() -> None:
    known = past_courses("noord-holland")
    titles = [found.title for found in past_procedures(known, "IMV 2028-2031", TODAY)]
    assert titles == ["IMV 2024-2027", "IMV 2023", "IMV 2019-2022"]
    told = past_procedures(known, "IMV 2024-2027", date(2022, 11, 9))
    assert [found.title for found in told] == ["IMV 2019-2022"]
    of_later = course(step("begin", 0))
    assert past_procedures([of_later], "x", date(2020, 5, 7)) == ()


def test_an_adoption_of_which_no_document_gives_the_day_is_not_told() -> None:
    [found] = past_procedures([course(step("begin", 0))], "x", TODAY)
    assert found.adopted == ""
    shipped = {
        found.title: found.adopted
        for found in past_procedures(past_courses("noord-holland"), "IMV 2028-2031", TODAY)
    }
    assert shipped == {
        "IMV 2024-2027": "",
        "IMV 2023": "10 november 2022 (op tijd)",
        "IMV 2019-2022": "",
    }
    assert past_courses("oost-nederland") == []


def test_the_page_shows_them_in_a_table_and_each_step_behind_its_name(small: Small) -> None:
    around = Surroundings(
        path="/o/sleutel",
        letters=[],
        board=None,
        maps=[],
        past=past_courses("noord-holland"),
        until=None,
        back=None,
    )
    page = written("overzicht.html.j2", p=overview_page(in_october(small), around)).decode()
    assert "Eerdere procedures van deze eenheid" in page
    assert "<summary>Elke stap van IMV 2019-2022</summary>" in page
    assert page.count("<details>") == 3
    assert "Kaart van de raden" not in page  # no municipality has a tile
