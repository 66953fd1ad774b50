# SPDX-License-Identifier: EUPL-1.2
"""IMV 2023: a plan for one year, adopted as an extension and without a hearing.

The table is what the letter of 28 November 2022 says of days and order, reduced.
"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from gehoord.calendar.due import Precision
from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.span import Span
from gehoord.domain.acts.report import Adopted, CouncilHeard, ThemesChosen
from gehoord.domain.checks import Case, findings
from gehoord.domain.finding import Severity
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.last_lawful_day import last_lawful_day
from gehoord.domain.proposal.proposal import Extension, Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Standing, Step, StepKind
from gehoord.procedures.library import eenheid_of, proposal_of
from gehoord.replay.history import History, history_of

PAST = "noord-holland/imv-2023"
Day = Callable[[str], date]

D, W, U = Precision.DAY, Precision.WINDOW, Precision.UNDATED
# Step: kind, precision, first day, last day, steps it comes after. The days of step 4 are bounds.
STEPS: dict[int, tuple[StepKind, Precision, str, str, set[int]]] = {
    1: (StepKind.MEETING, D, "Thu 2021-07-08", "Thu 2021-07-08", set()),
    2: (StepKind.DECISION, D, "Thu 2021-07-08", "Thu 2021-07-08", {1}),
    3: (StepKind.DECISION, D, "Thu 2021-07-08", "Thu 2021-07-08", {2}),
    4: (StepKind.VERSION, U, "Thu 2021-07-08", "Thu 2022-11-10", {3}),
    5: (StepKind.MEETING, D, "Thu 2022-11-10", "Thu 2022-11-10", {4}),
    6: (StepKind.ADOPTION, D, "Thu 2022-11-10", "Thu 2022-11-10", {5}),
    7: (StepKind.NOTICE, D, "Mon 2022-11-28", "Mon 2022-11-28", {6}),
    8: (StepKind.MILESTONE, W, "Sun 2023-01-01", "Sun 2023-12-31", set()),
}


@pytest.fixture(scope="module")
def past() -> Proposal:
    return proposal_of(PAST)[0]


@pytest.fixture(scope="module")
def plan(past: Proposal) -> Plan:
    return lay_out(past)


@pytest.fixture(scope="module")
def steps(past: Proposal) -> dict[int, Step]:
    return {int(s.seed.removeprefix("NH23-")): s for s in past.steps if s.seed}


@pytest.fixture(scope="module")
def history() -> History:
    return history_of(PAST)


def test_every_one_of_the_8_steps_of_the_letter_is_in_the_proposal(past: Proposal) -> None:
    assert sorted(s.seed for s in past.steps if s.seed) == [f"NH23-{n:02}" for n in STEPS]
    stages = [s.stage for s in past.steps]
    assert stages == sorted(stages, key=list(Stage).index)


@pytest.mark.parametrize("number", STEPS)
def test_a_step_has_the_days_and_the_order_of_the_letter(
    past: Proposal, plan: Plan, steps: dict[int, Step], day: Day, number: int
) -> None:
    kind, precision, start, end, after = STEPS[number]
    step, planned = steps[number], plan[steps[number].id]
    assert (step.kind, planned.precision) == (kind, precision)
    assert planned.span == Span(day(start), day(end))
    assert {past.step(i).seed for i in step.after} == {f"NH23-{n:02}" for n in after}
    assert (step.when is None) == (precision is U)
    assert all(s.quote and s.document in ("S000", "S001", "S002") for s in step.sources)
    assert step.sources


def test_all_but_the_plan_year_is_reported_as_done(steps: dict[int, Step]) -> None:
    assert {n for n, s in steps.items() if s.standing is Standing.DONE} == set(range(1, 8))


def test_no_council_is_heard_and_that_asks_for_a_reason(past: Proposal) -> None:
    """Politiewet 2012, art. 38b lid 2: an extension with a ground and the same content."""
    assert past.hearing is None
    assert not any(s.is_ontwerp for s in past.steps)
    found = findings(Case.of(past, eenheid_of("noord-holland")))
    assert [f.code for f in found if f.severity is Severity.REASON] == ["verlenging"]
    assert not [f for f in found if f.severity is Severity.BLOCK]


def test_the_extension_names_its_plan_its_ground_and_its_day(past: Proposal, day: Day) -> None:
    extension = past.beleidsplan.extension
    assert isinstance(extension, Extension)
    assert extension.plan.endswith("2019-2022")
    assert extension.same_content
    assert extension.decided_on == day("Thu 2021-07-08")
    assert "tot en met 2023" in extension.ground


def test_34_municipalities_at_the_decision_became_32_at_the_adoption(
    past: Proposal, plan: Plan
) -> None:
    unit = eenheid_of("noord-holland")
    assert past.beleidsplan.extension is not None
    decided = {m.name for m in unit.municipalities_on(past.beleidsplan.extension.decided_on)}
    frozen = {m.name for m in past.municipalities(unit)}
    assert (len(decided), len(frozen)) == (34, 32)
    assert decided - frozen == {"Heerhugowaard", "Langedijk", "Beemster"}
    assert frozen - decided == {"Dijk en Waard"}
    assert past.reference_date == plan["vaststelling"].due_on


def test_the_adoption_lies_three_years_and_353_days_after_the_last(
    past: Proposal, plan: Plan, day: Day
) -> None:
    """Politiewet 2012, art. 39 lid 1: at least once in four years."""
    previous, adopted = past.beleidsplan.previous_adopted_on, plan["vaststelling"].due_on
    assert previous == day("Thu 2018-11-22")
    assert (adopted - day("Mon 2021-11-22")).days == 353
    assert adopted <= last_lawful_day(previous)


def test_councils_are_told_18_days_after_the_adoption_for_information_only(
    past: Proposal, plan: Plan
) -> None:
    told = past.step("kennisgeving")
    assert (told.letter, *told.to) == (Letter.NOTE, "raden")
    assert "ter kennisname" in told.note
    assert plan["kennisgeving"].due_on - plan["vaststelling"].due_on == timedelta(days=18)


def test_what_the_law_asks_and_the_letter_lacks_is_added_and_says_so(past: Proposal) -> None:
    """Politiewet 2012, art. 39 lid 1 and 4."""
    added = {s.id: s for s in past.steps if not s.seed}
    assert set(added) == {"toezending-minister", "toezending-korpschef", "jaarverslag"}
    assert all(s.note.startswith("Staat") for s in added.values())
    sent_out = [s for s in added.values() if s.letter is Letter.SEND_OUT]
    assert {to for s in sent_out for to in s.to} == {
        "minister",
        "korpschef",
    }


def test_the_history_knows_only_the_days_of_the_letter_and_assumptions(
    history: History, past: Proposal, day: Day
) -> None:
    assert (history.procedure, history.start) == (PAST, day("Thu 2021-07-08"))
    reported = {e.event.on for e in history.events if e.source.startswith("S000")}
    assert reported == {day("Thu 2021-07-08"), day("Thu 2022-11-10"), day("Mon 2022-11-28")}
    assert all(e.source.startswith(("S000", "aanname: ")) for e in history.events)
    named = {step for e in history.events if (step := getattr(e.event, "step", None))}
    assert named == {"rbop-juli", "verlenging", "definitief", "rbop-november"}
    assert named <= {s.id for s in past.steps}
    holidays = statutory_holidays()
    assert [e.event.on for e in history.events if holidays.is_day_off(e.event.on)] == []


def test_the_history_hears_nobody_and_adopts_on_10_november(history: History, day: Day) -> None:
    assert not any(isinstance(e.event, CouncilHeard) for e in history.events)
    adopted = [e for e in history.events if isinstance(e.event, Adopted)]
    assert [(e.event.on, e.refused) for e in adopted] == [
        (day("Thu 2022-11-10"), True),
        (day("Thu 2022-11-10"), False),  # only after the reason was recorded
    ]
    assert "38b lid 2" in adopted[0].source
    themes = [e.event for e in history.events if isinstance(e.event, ThemesChosen)]
    assert [len(t.themes) for t in themes] == [4]
