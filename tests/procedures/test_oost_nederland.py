# SPDX-License-Identifier: EUPL-1.2
"""VS and MJB 2019-2022 of Oost-Nederland against its planning, contradictions included.

The table is what the planning says of days and order, reduced; it names the year only in a heading.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from gehoord.calendar.due import Precision
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span
from gehoord.domain.checks import Case, findings
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.finding import Severity
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part, Standing, Step, StepKind
from gehoord.procedures.library import eenheid_of, proposal_of

PLANNED = "oost-nederland/vs-mjb-2019-2022"
Day = Callable[[str], date]

D, W, A = Precision.DAY, Precision.WINDOW, Precision.APPROXIMATE
# Step: precision, words, first day, last day, steps it comes after.
DATED: dict[int, tuple[Precision, str, str, str, set[int]]] = {
    1: (D, "", "Thu 2018-01-25", "Thu 2018-01-25", set()),
    2: (W, "januari - maart 2018", "Mon 2018-01-01", "Sat 2018-03-31", set()),
    3: (W, "januari - maart 2018", "Mon 2018-01-01", "Sat 2018-03-31", {2}),
    4: (W, "januari - maart 2018", "Mon 2018-01-01", "Sat 2018-03-31", set()),
    6: (A, "eind maart 2018", "Wed 2018-03-21", "Sat 2018-03-31", set()),
    8: (W, "januari - maart 2018", "Mon 2018-01-01", "Sat 2018-03-31", set()),
    9: (D, "", "Wed 2018-04-04", "Wed 2018-04-04", {7}),
    10: (D, "", "Thu 2018-04-19", "Thu 2018-04-19", {7}),
    11: (D, "", "Mon 2018-04-23", "Mon 2018-04-23", {7}),
    12: (D, "", "Wed 2018-06-20", "Wed 2018-06-20", {7}),
    13: (D, "", "Thu 2018-06-28", "Thu 2018-06-28", {7}),
    14: (W, "april - juni 2018", "Sun 2018-04-01", "Sat 2018-06-30", set()),
    15: (D, "", "Thu 2018-06-07", "Thu 2018-06-07", set()),
    16: (D, "", "Thu 2018-06-07", "Thu 2018-06-07", {9, 10, 11, 12, 13, 15}),
    18: (W, "juli - augustus 2018", "Sun 2018-07-01", "Fri 2018-08-31", {16}),
    19: (D, "", "Wed 2018-09-12", "Wed 2018-09-12", {18}),
    20: (D, "", "Wed 2018-10-31", "Wed 2018-10-31", {19}),
    21: (D, "", "Wed 2018-10-31", "Wed 2018-10-31", {20}),
    23: (W, "november 2018", "Thu 2018-11-01", "Fri 2018-11-30", {21}),
    24: (W, "november 2018", "Thu 2018-11-01", "Fri 2018-11-30", set()),
    25: (W, "november 2018", "Thu 2018-11-01", "Fri 2018-11-30", {22}),
    26: (A, "eind 2018", "Mon 2018-10-01", "Mon 2018-12-31", {24}),
    27: (A, "begin 2019", "Tue 2019-01-01", "Sun 2019-03-31", {25}),
    28: (W, "maart - april 2019", "Fri 2019-03-01", "Tue 2019-04-30", {25, 27}),
    31: (W, "april 2019", "Mon 2019-04-01", "Tue 2019-04-30", {30}),
    32: (W, "april 2019", "Mon 2019-04-01", "Tue 2019-04-30", set()),
}
# Step without a date of its own: not before, not after (derived bounds), steps it comes after.
UNDATED: dict[int, tuple[str, str | None, set[int]]] = {
    5: ("Thu 2018-01-25", "Wed 2018-04-04", {3, 4}),
    7: ("Thu 2018-01-25", "Wed 2018-04-04", {5}),
    17: ("Thu 2018-06-07", "Tue 2018-07-31", {16}),
    22: ("Wed 2018-10-31", "Fri 2018-11-30", {21}),
    29: ("Fri 2019-03-01", None, {28}),
    30: ("Fri 2019-03-01", None, {29}),
    33: ("Mon 2019-04-01", None, {32}),
}
ABOUT_THE_VS = {18, 19, 20, 21, 23, 24, 26, 32, 33}
ADDED = {
    "akkoord",
    "verzending",
    "definitief",
    "toezending-minister",
    "toezending-korpschef",
    "jaarverslag",
}


@pytest.fixture(scope="module")
def eenheid() -> Eenheid:
    return eenheid_of("oost-nederland")


@pytest.fixture(scope="module")
def proposal() -> Proposal:
    return proposal_of(PLANNED)[0]


@pytest.fixture(scope="module")
def plan(proposal: Proposal) -> Plan:
    return lay_out(proposal)


@pytest.fixture(scope="module")
def steps(proposal: Proposal) -> dict[int, Step]:
    return {int(s.seed.removeprefix("ON19-")): s for s in proposal.steps if s.seed}


@pytest.mark.parametrize(
    ("on", "count", "glz"),
    [("Mon 2018-01-01", 78, 16), ("Mon 2018-12-31", 78, 16), ("Tue 2019-01-01", 76, 14)],
)
def test_the_unit_has_78_then_76_municipalities_in_five_districts(
    eenheid: Eenheid, day: Day, on: str, count: int, glz: int
) -> None:
    found = eenheid.municipalities_on(day(on))
    assert len(found) == count
    districts = Counter(m.district for m in found)
    assert districts == {"GLM": 15, "GLZ": glz, "TWN": 14, "IJSS": 11, "NOG": 22}


def test_since_2013_six_municipalities_went_into_another_and_one_has_a_new_name(
    eenheid: Eenheid, day: Day
) -> None:
    ended = {m.name: m.until for m in eenheid.municipalities if m.until}
    became_west_betuwe = ("Geldermalsen", "Lingewaal", "Neerijnen")
    assert ended == {
        "Millingen aan de Rijn": day("Wed 2014-12-31"),
        "Ubbergen": day("Wed 2014-12-31"),
        "Groesbeek": day("Thu 2015-12-31"),
        "Rijnwaarden": day("Sun 2017-12-31"),
        **dict.fromkeys(became_west_betuwe, day("Mon 2018-12-31")),
    }
    came = {(m.code, m.name): m.since for m in eenheid.municipalities if m.since}
    assert came == {
        ("GM1945", "Berg en Dal"): day("Fri 2016-01-01"),
        ("GM1960", "West Betuwe"): day("Tue 2019-01-01"),
    }


def test_the_unit_lies_in_three_holiday_regions(eenheid: Eenheid, day: Day) -> None:
    found = eenheid.municipalities_on(day("Mon 2018-01-01"))
    regions = Counter(m.holiday_region for m in found)
    assert regions == {SchoolRegion.NORTH: 26, SchoolRegion.MIDDLE: 33, SchoolRegion.SOUTH: 19}
    region = {m.name: m.holiday_region for m in found}
    assert region["Zwolle"] is region["Hattem"] is region["Enschede"] is SchoolRegion.NORTH
    assert region["Ede"] is region["Apeldoorn"] is region["Tiel"] is SchoolRegion.MIDDLE
    assert region["Arnhem"] is region["Nijmegen"] is SchoolRegion.SOUTH


def test_only_the_bestuurscollege_can_adopt(eenheid: Eenheid) -> None:
    """Politiewet 2012, art. 39 lid 1: all burgemeesters and the hoofdofficier."""
    assert [p.id for p in eenheid.parties if p.adopts] == ["bestuurscollege"]
    assert [p.id for p in eenheid.parties if p.includes_hoofdofficier] == ["bestuurscollege"]
    assert [p.id for p in eenheid.parties if p.is_delegation] == ["bbg"]
    assert len([p for p in eenheid.parties if p.id.startswith("dvo-")]) == 5


def test_the_councils_that_are_heard_are_those_that_exist_when_they_are_heard(
    eenheid: Eenheid, proposal: Proposal, plan: Plan
) -> None:
    frozen = proposal.municipalities(eenheid)
    assert len(frozen) == 76
    assert frozen == eenheid.municipalities_on(plan["horen"].span.start)
    assert frozen == eenheid.municipalities_on(proposal.beleidsplan.end)
    assert "West Betuwe" in {m.name for m in frozen}


def test_every_one_of_the_33_steps_of_the_planning_is_in_the_proposal(
    proposal: Proposal, steps: dict[int, Step]
) -> None:
    seeds = [s.seed for s in proposal.steps if s.seed]
    assert sorted(seeds) == [f"ON19-{number:02}" for number in range(1, 34)]
    assert sorted([*DATED, *UNDATED]) == sorted(steps)


@pytest.mark.parametrize("number", DATED)
def test_a_dated_step_has_the_days_and_the_words_of_the_planning(
    steps: dict[int, Step], plan: Plan, day: Day, number: int
) -> None:
    precision, words, start, end, _ = DATED[number]
    planned = plan[steps[number].id]
    assert planned.span == Span(day(start), day(end))
    assert planned.precision is precision
    assert words in planned.words


@pytest.mark.parametrize("number", UNDATED)
def test_a_step_without_a_date_in_the_planning_has_none_here_but_its_bounds(
    steps: dict[int, Step], plan: Plan, day: Day, number: int
) -> None:
    not_before, not_after, _ = UNDATED[number]
    step, planned = steps[number], plan[steps[number].id]
    assert step.when is None
    assert planned.precision is Precision.UNDATED
    assert planned.first
    assert planned.first.day == day(not_before)
    assert (step.not_after is not None) == planned.has_day == (not_after is not None)
    assert not_after is None or planned.due_on == day(not_after)


@pytest.mark.parametrize("number", [*DATED, *UNDATED])
def test_a_step_rests_on_the_steps_it_rests_on_in_the_planning(
    proposal: Proposal, steps: dict[int, Step], number: int
) -> None:
    named = {proposal.step(i).seed for i in steps[number].after} - {None}
    expected = DATED[number][4] if number in DATED else UNDATED[number][2]
    assert named == {f"ON19-{other:02}" for other in expected}


def test_every_step_quotes_the_planning_or_says_that_it_is_not_in_it(proposal: Proposal) -> None:
    assert {s.id for s in proposal.steps if not s.seed} == ADDED
    for step in proposal.steps:
        if step.seed:
            assert step.sources, step.id
            assert all(s.quote and s.document == "S004" for s in step.sources), step.id
        else:
            assert step.note.startswith(("Staat ", "Geen eigen stap in de planning")), step.id


def test_nothing_is_reported_as_done_and_three_steps_are_only_possible(
    steps: dict[int, Step],
) -> None:
    assert {n for n, s in steps.items() if s.standing is Standing.DONE} == set()
    assert {n for n, s in steps.items() if s.standing is Standing.POSSIBLE} == {6, 15, 33}


def test_the_steps_stand_in_the_order_of_the_six_stages(proposal: Proposal) -> None:
    stages = [step.stage for step in proposal.steps]
    assert list(dict.fromkeys(stages)) == list(Stage)
    assert stages == sorted(stages, key=list(Stage).index)


def test_a_title_is_an_action_and_names_no_person(proposal: Proposal) -> None:
    for step in proposal.steps:
        assert len(step.title) <= 60, step.title
        assert step.title[0].islower() or step.title.startswith(("MJB ", "VS ")), step.title
        assert "Bruls" not in step.model_dump_json(), step.id
        assert "Veldhuizen" not in step.model_dump_json(), step.id


def test_five_districts_choose_seven_of_ten_and_the_bbg_chooses_five(
    steps: dict[int, Step],
) -> None:
    rounds = {n: (s.owner, s.chooses, s.chooses_from) for n, s in steps.items() if s.chooses}
    assert rounds == {
        9: ("dvo-glm", 7, 10),
        10: ("dvo-glz", 7, 10),
        11: ("dvo-twn", 7, 10),
        12: ("dvo-ijss", 7, 10),
        13: ("dvo-nog", 7, 10),
        16: ("bbg", 5, None),
    }
    assert [n for n, s in steps.items() if s.is_provisional] == [7]


def test_the_bbg_chooses_before_two_of_the_districts_it_rests_on(
    proposal: Proposal, eenheid: Eenheid
) -> None:
    found = [f.steps for f in findings(Case.of(proposal, eenheid)) if f.code == "volgorde"]
    assert sorted(s for s in found if s[0] == "top-vijf") == [
        ("top-vijf", "dvo-ijss"),
        ("top-vijf", "dvo-nog"),
    ]


def test_the_adoption_has_no_day_and_leaves_a_gap(
    proposal: Proposal, eenheid: Eenheid, plan: Plan
) -> None:
    found = {f.code: f for f in findings(Case.of(proposal, eenheid))}
    assert found["vaststelling-zonder-dag"].severity is Severity.BLOCK
    assert "gat-tussen-plannen" in found
    assert plan["vaststelling"].precision is Precision.UNDATED
    assert proposal.beleidsplan.previous_ends_on == date(2018, 12, 31)
    assert plan["vaststelling"].first
    assert plan["vaststelling"].first.day > proposal.beleidsplan.start


def test_the_definitive_mjb_goes_out_while_councils_are_being_heard(plan: Plan) -> None:
    heard, sent = plan["horen"].span, plan["mjb-definitief"].span
    assert heard.start < sent.start < heard.end == sent.end


def test_councils_are_heard_on_the_beleidsplan_and_not_on_the_vs(
    proposal: Proposal, steps: dict[int, Step]
) -> None:
    """Politiewet 2012, art. 38b lid 2: the beleidsplan alone."""
    assert {n for n, s in steps.items() if s.document == "vs"} == ABOUT_THE_VS
    about = {s.document for s in proposal.steps if s.kind in (StepKind.HEARING, StepKind.ADOPTION)}
    assert about == {"beleidsplan"}
    ontwerp = next(s for s in proposal.steps if s.is_ontwerp)
    assert (ontwerp.seed, set(ontwerp.contains)) == ("ON19-25", set(Part))
    assert (ontwerp.missing, ontwerp.provisional_parts) == ((), ())


def test_the_adopted_plan_goes_to_minister_and_korpschef(proposal: Proposal) -> None:
    """Politiewet 2012, art. 39 lid 4: offering the draft to the minister is not that."""
    assert {(s.id, s.letter, *s.to) for s in proposal.steps if s.letter} == {
        ("verzending", Letter.ONTWERP, "raden"),
        ("toezending-minister", Letter.SEND_OUT, "minister"),
        ("toezending-korpschef", Letter.SEND_OUT, "korpschef"),
    }
