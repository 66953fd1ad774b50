# SPDX-License-Identifier: EUPL-1.2
"""IMV 2019-2022 against the timeline of its sources, mistakes included.

The table is what the account of 13 August 2018 and the 95% version say of days and order, reduced.
An approximation is in their own words; what they leave open is open here.
"""

from collections.abc import Callable
from datetime import date

import pytest

from gehoord.calendar.due import Precision
from gehoord.calendar.offset import Offset
from gehoord.calendar.school import SchoolBreak, SchoolRegion, school_holidays
from gehoord.calendar.span import Span
from gehoord.calendar.written import Fixed
from gehoord.domain.checks import Case, findings
from gehoord.domain.errors import ProposalError
from gehoord.domain.finding import Severity
from gehoord.domain.frozen import check
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part, Standing, Step, StepKind
from gehoord.procedures.library import eenheid_of, proposal_of

PAST = "noord-holland/imv-2019-2022"
Day = Callable[[str], date]

D, W, A, Y = Precision.DAY, Precision.WINDOW, Precision.APPROXIMATE, Precision.YEARLY
# Step: precision, words, first day, last day, steps it comes after.
DATED: dict[int, tuple[Precision, str, str, str, set[int]]] = {
    4: (W, "februari - maart 2018", "Thu 2018-02-01", "Sat 2018-03-31", {3}),
    5: (W, "maart 2018", "Thu 2018-03-01", "Sat 2018-03-31", set()),
    9: (D, "", "Thu 2018-05-24", "Thu 2018-05-24", {8}),
    10: (D, "", "Thu 2018-05-24", "Thu 2018-05-24", {9}),
    11: (D, "", "Thu 2018-05-24", "Thu 2018-05-24", set()),
    12: (D, "", "Wed 2018-06-06", "Wed 2018-06-06", {8}),
    13: (D, "", "Mon 2018-06-18", "Mon 2018-06-18", {10, 12}),
    14: (W, "13 juli 2018", "Mon 2018-06-18", "Fri 2018-07-13", {13}),
    15: (W, "13 juli 2018", "Mon 2018-06-18", "Fri 2018-07-13", {13}),
    16: (D, "", "Thu 2018-07-19", "Thu 2018-07-19", set()),
    17: (D, "", "Thu 2018-07-19", "Thu 2018-07-19", {16}),
    23: (D, "", "Wed 2018-08-01", "Wed 2018-08-01", set()),
    26: (A, "uiterlijk half augustus 2018", "Wed 2018-08-15", "Wed 2018-08-15", set()),
    27: (D, "", "Fri 2018-08-10", "Fri 2018-08-10", {25}),
    28: (D, "", "Fri 2018-08-10", "Fri 2018-08-10", set()),
    29: (D, "", "Mon 2018-08-13", "Mon 2018-08-13", set()),
    30: (D, "", "Mon 2018-08-13", "Mon 2018-08-13", set()),
    35: (D, "", "Thu 2018-11-22", "Thu 2018-11-22", {31, 34}),
    36: (D, "", "Thu 2018-11-22", "Thu 2018-11-22", {35}),
    37: (D, "", "Tue 2019-01-01", "Tue 2019-01-01", {36}),
    38: (Y, "jaarlijks", "Tue 2019-01-01", "Sat 2022-12-31", set()),
    39: (Y, "jaarlijks", "Tue 2019-01-01", "Sat 2022-12-31", set()),
    41: (D, "", "Sat 2022-12-31", "Sat 2022-12-31", set()),
}
# Step without a date of its own: not before, not after (derived bounds), steps it comes after.
UNDATED: dict[int, tuple[str | None, str, set[int]]] = {
    1: (None, "Wed 2018-02-28", set()),
    2: (None, "Mon 2018-06-18", {1}),
    3: (None, "Wed 2018-02-28", set()),
    6: (None, "Thu 2018-05-24", set()),
    7: (None, "Wed 2018-06-06", {6}),
    8: (None, "Wed 2018-06-06", {4, 6}),
    18: ("Fri 2018-07-13", "Mon 2018-08-13", {14}),
    19: ("Fri 2018-07-13", "Fri 2018-08-10", {14}),
    20: ("Fri 2018-07-13", "Fri 2018-08-10", {14}),
    21: ("Fri 2018-07-13", "Fri 2018-08-10", {20}),
    22: ("Fri 2018-07-13", "Mon 2018-08-13", {21}),
    24: ("Wed 2018-08-01", "Fri 2018-08-10", {17, 21}),
    25: ("Wed 2018-08-01", "Fri 2018-08-10", {22, 24}),
    31: ("Mon 2018-08-13", "Wed 2018-11-21", {27, 29}),
    32: ("Mon 2018-08-13", "Thu 2018-11-22", {17}),
    33: ("Mon 2018-08-13", "Thu 2018-11-22", {32}),
    34: ("Mon 2018-08-13", "Thu 2018-11-22", {31, 33}),
    40: (None, "Sat 2022-12-31", set()),
}
HAPPENED = set(range(1, 31))  # the account reports it as done; from step 31 on all was planned
PROVISIONAL = {10, 11, 17, 19}  # support, main lines: no adoption
ADDED = {"toezending-minister", "toezending-korpschef"}


@pytest.fixture(scope="module")
def past() -> Proposal:
    return proposal_of(PAST)[0]


@pytest.fixture(scope="module")
def plan(past: Proposal) -> Plan:
    return lay_out(past)


@pytest.fixture(scope="module")
def steps(past: Proposal) -> dict[int, Step]:
    return {int(s.seed.removeprefix("NH19-")): s for s in past.steps if s.seed}


def test_every_one_of_the_41_steps_of_the_sources_is_in_the_proposal(
    past: Proposal, steps: dict[int, Step]
) -> None:
    seeds = [s.seed for s in past.steps if s.seed]
    assert sorted(seeds) == [f"NH19-{number:02}" for number in range(1, 42)]
    assert sorted([*DATED, *UNDATED]) == sorted(steps)


def test_councils_of_35_municipalities_are_heard(past: Proposal) -> None:
    names = [m.name for m in past.municipalities(eenheid_of("noord-holland"))]
    assert len(names) == len(set(names)) == 35
    assert {"Haarlemmermeer", "Haarlemmerliede en Spaarnwoude", "Langedijk", "Beemster"} <= set(
        names
    )
    assert "Dijk en Waard" not in names


@pytest.mark.parametrize("number", DATED)
def test_a_dated_step_has_the_days_and_the_words_of_the_source(
    steps: dict[int, Step], plan: Plan, day: Day, number: int
) -> None:
    precision, words, start, end, _ = DATED[number]
    planned = plan[steps[number].id]
    assert planned.span == Span(day(start), day(end))
    assert planned.precision is precision
    assert words in planned.words


@pytest.mark.parametrize("number", UNDATED)
def test_a_step_without_a_date_in_the_source_has_none_here_but_its_bounds(
    steps: dict[int, Step], plan: Plan, day: Day, number: int
) -> None:
    not_before, not_after, _ = UNDATED[number]
    step, planned = steps[number], plan[steps[number].id]
    assert step.when is None
    assert planned.precision is Precision.UNDATED
    assert (step.not_before is None) == (not_before is None)
    assert planned.span == Span(day(not_before or not_after), day(not_after))


@pytest.mark.parametrize("number", [*DATED, *UNDATED])
def test_a_step_rests_on_the_steps_it_rests_on_in_the_source(
    past: Proposal, steps: dict[int, Step], number: int
) -> None:
    named = {past.step(i).seed for i in steps[number].after}
    expected = DATED[number][4] if number in DATED else UNDATED[number][2]
    assert named == {f"NH19-{other:02}" for other in expected}


def test_what_the_account_reports_as_done_is_done_and_nothing_else(steps: dict[int, Step]) -> None:
    assert {n for n, s in steps.items() if s.standing is Standing.DONE} == HAPPENED


def test_every_step_of_the_sources_quotes_them_and_the_added_ones_say_so(past: Proposal) -> None:
    assert {s.id for s in past.steps if not s.seed} == ADDED
    for step in past.steps:
        if step.seed:
            assert step.sources, step.id
            assert all(s.quote and s.document in ("S002", "S003") for s in step.sources), step.id
        else:
            assert step.note.startswith("Staat niet in de stukken. De wet vraagt het"), step.id


def test_the_steps_stand_in_the_order_of_the_six_stages(past: Proposal) -> None:
    stages = [step.stage for step in past.steps]
    assert list(dict.fromkeys(stages)) == list(Stage)
    assert stages == sorted(stages, key=list(Stage).index)


def test_a_title_reads_as_an_action(past: Proposal) -> None:
    for step in past.steps:
        assert len(step.title) <= 60, step.title
        assert not step.title.endswith("."), step.title
        first = step.title[0]
        assert first.islower() or step.title.startswith(("IMV ", "7", "8", "9", "Land")), step.title


def test_the_ontwerp_was_sent_three_days_before_the_clients_agreed(
    past: Proposal, plan: Plan, day: Day
) -> None:
    """A draft leaves after both clients agreed. This one did not, and that is shown."""
    assert (plan["akkoord"].due_on - plan["verzending"].due_on).days == 3
    assert plan["verzending"].due_on == day("Fri 2018-08-10")
    assert past.step("akkoord").kind is StepKind.AGREEMENT
    found = findings(Case.of(past, eenheid_of("noord-holland")))
    assert ("verzending", "akkoord") in [f.steps for f in found if f.severity is Severity.REASON]


def test_the_heard_version_lacks_the_objectives_and_its_strength_is_provisional(
    past: Proposal,
) -> None:
    """Politiewet 2012, art. 39 lid 1 and art. 20 lid 1."""
    ontwerp = next(s for s in past.steps if s.is_ontwerp)
    assert (ontwerp.seed, ontwerp.completeness) == ("NH19-25", 95)
    assert ontwerp.missing == (Part.OBJECTIVES,)
    assert ontwerp.provisional_parts == ontwerp.contains == (Part.STRENGTH, Part.WIJKAGENTEN)
    assert set(past.step("definitief").contains) == set(Part)
    assert past.step("definitief").provisional_parts == ()


def test_the_sources_give_the_councils_no_closing_day(past: Proposal, plan: Plan) -> None:
    hearing = past.hearing
    assert hearing is not None
    assert hearing.when is None
    assert isinstance(hearing.not_before, Fixed)
    assert isinstance(hearing.not_after, Offset)
    assert (plan["vaststelling"].due_on - plan["horen"].due_on).days == 1


def test_the_hearing_overlaps_the_summer_by_21_days_and_the_autumn_by_9(plan: Plan) -> None:
    heard = plan["horen"].span
    lost = {
        b.name: (min(b.span.end, heard.end) - max(b.span.start, heard.start)).days + 1
        for b in school_holidays(SchoolRegion.NORTH, heard)
    }
    assert heard.days == 101
    assert lost == {SchoolBreak.SUMMER: 21, SchoolBreak.AUTUMN: 9}


def test_only_the_round_on_the_70_percent_version_accepts_late_answers(past: Proposal) -> None:
    assert [s.seed for s in past.steps if s.accepts_late] == ["NH19-14"]


def test_support_and_main_lines_are_no_adoption(steps: dict[int, Step]) -> None:
    assert {n for n, s in steps.items() if s.is_provisional} == PROVISIONAL
    assert steps[10].chooses_themes


def test_what_leaves_goes_to_councils_burgemeesters_minister_and_korpschef(past: Proposal) -> None:
    """Politiewet 2012, art. 38b lid 2 and 39 lid 4."""
    assert {(s.seed or s.id): (s.letter, *s.to) for s in past.steps if s.letter} == {
        "NH19-27": (Letter.ONTWERP, "raden"),
        "NH19-33": (Letter.NOTE, "burgemeesters"),
        "toezending-minister": (Letter.SEND_OUT, "minister"),
        "toezending-korpschef": (Letter.SEND_OUT, "korpschef"),
    }


VERSION = {
    "id": "x",
    "titel": "x",
    "fase": "ontwerpen",
    "soort": "versie",
    "actiehouder": "politie",
}


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ({"bevat": ["wijkagenten"], "ontbreekt": ["wijkagenten"]}, "kies een van beide"),
        ({"voorlopige_delen": ["wijkagenten"]}, "zet het ook bij 'bevat'"),
        ({"soort": "besluit", "ontbreekt": ["wijkagenten"]}, "horen bij soort 'versie'"),
        ({"kiest_uit": 10}, "'kiest_uit' hoort bij 'kiest'"),
        ({"kiest": 11, "kiest_uit": 10}, "niet kleiner dan 'kiest'"),
    ],
)
def test_a_step_that_contradicts_itself_is_refused(fault: dict[str, object], says: str) -> None:
    assert check(Step, dict(VERSION), "stap.toml").document == "beleidsplan"
    with pytest.raises(ProposalError, match=says):
        check(Step, VERSION | fault, "stap.toml")
