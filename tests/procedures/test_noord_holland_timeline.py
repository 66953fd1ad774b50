# SPDX-License-Identifier: EUPL-1.2
"""IMV 2024-2027 against the timeline of its sources.

The table is what the two letters of the regioburgemeester (28 November 2022 and 9 May 2023) say
of days and order, reduced. An approximation is in their own words.
"""

from datetime import date

import pytest

from gehoord.calendar.due import Precision
from gehoord.calendar.span import Span
from gehoord.calendar.written import Fixed
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Letter, Part, Standing, Step, Window
from gehoord.procedures.library import proposal_of

PAST = "noord-holland/imv-2024-2027"


def day(words: str) -> date:
    """Read "Thu 2023-11-09" and refuse a weekday that is wrong."""
    named, iso = words.split()
    found = date.fromisoformat(iso)
    assert found.strftime("%a") == named, words
    return found


D, W, A = Precision.DAY, Precision.WINDOW, Precision.APPROXIMATE
# Step: precision, the approximate words or "", first day, last day, steps it comes after.
DATED: dict[str, tuple[Precision, str, str, str, set[str]]] = {
    "NH24-01": (D, "", "Thu 2022-04-21", "Thu 2022-04-21", set()),
    "NH24-02": (D, "", "Thu 2022-04-21", "Thu 2022-04-21", {"NH24-01"}),
    "NH24-04": (D, "", "Mon 2022-11-28", "Mon 2022-11-28", set()),
    "NH24-07": (A, "begin 2023", "Sun 2023-01-01", "Fri 2023-03-31", set()),
    "NH24-09": (A, "medio maart 2023", "Wed 2023-03-15", "Wed 2023-03-15", set()),
    "NH24-11": (D, "", "Thu 2023-03-30", "Thu 2023-03-30", {"NH24-10"}),
    "NH24-12": (D, "", "Thu 2023-03-30", "Thu 2023-03-30", {"NH24-11"}),
    "NH24-13": (W, "april 2023", "Sat 2023-04-01", "Sun 2023-04-30", {"NH24-09"}),
    "NH24-14": (D, "", "Tue 2023-05-09", "Tue 2023-05-09", {"NH24-12"}),
    "NH24-16": (W, "", "Thu 2023-03-30", "Thu 2023-06-15", set()),
    "NH24-17": (D, "", "Thu 2023-06-15", "Thu 2023-06-15", {"NH24-16"}),
    "NH24-18": (A, "medio juni 2023", "Thu 2023-06-15", "Thu 2023-06-15", {"NH24-12", "NH24-17"}),
    "NH24-19": (A, "medio juni 2023", "Thu 2023-06-15", "Thu 2023-06-15", {"NH24-18"}),
    "NH24-20": (A, "medio oktober 2023", "Thu 2023-06-15", "Sun 2023-10-15", {"NH24-19"}),
    "NH24-21": (W, "september 2023", "Fri 2023-09-01", "Sat 2023-09-30", {"NH24-15", "NH24-19"}),
    "NH24-22": (W, "medio oktober 2023", "Sun 2023-10-15", "Thu 2023-11-09", {"NH24-20"}),
    "NH24-23": (D, "", "Thu 2023-11-09", "Thu 2023-11-09", {"NH24-22"}),
    "NH24-24": (D, "", "Thu 2023-11-09", "Thu 2023-11-09", {"NH24-23"}),
    "NH24-26": (W, "", "Mon 2024-01-01", "Fri 2027-12-31", {"NH24-24"}),
}
# Step without a date of its own: not before, not after (derived bounds), steps it comes after.
UNDATED: dict[str, tuple[str | None, str | None, set[str]]] = {
    "NH24-03": (None, "Mon 2022-11-28", set()),
    "NH24-05": ("Mon 2022-11-28", "Thu 2023-03-30", set()),
    "NH24-06": (None, None, set()),
    "NH24-08": ("Mon 2022-11-28", None, set()),
    "NH24-10": (None, "Thu 2023-03-30", set()),
    "NH24-15": ("Mon 2022-11-28", "Tue 2023-05-09", {"NH24-08"}),
    "NH24-25": (None, "Thu 2023-11-09", {"NH24-02"}),
    "NH24-27": ("Thu 2026-01-01", None, set()),
}
REPLACED = {"NH24-08": "NH24-15", "NH24-09": "NH24-12", "NH24-13": "NH24-14"}
HAPPENED = {
    f"NH24-{number:02}" for number in (1, 2, 3, 4, 10, 11, 12, 14, 15, 16)
}  # reported as done in one of the letters; the rest was still planned


@pytest.fixture(scope="module")
def past() -> Proposal:
    return proposal_of(PAST)[0]


@pytest.fixture(scope="module")
def plan(past: Proposal) -> Plan:
    return lay_out(past)


def by_seed(proposal: Proposal) -> dict[str, Step]:
    return {step.seed: step for step in proposal.steps if step.seed}


def test_every_one_of_the_27_steps_of_the_letters_is_in_the_proposal(past: Proposal) -> None:
    seeds = [step.seed for step in past.steps if step.seed]
    assert sorted(seeds) == [f"NH24-{number:02}" for number in range(1, 28)]
    assert sorted([*DATED, *UNDATED]) == sorted(seeds)


@pytest.mark.parametrize("seed", DATED)
def test_a_dated_step_has_the_days_and_the_words_of_the_letter(
    past: Proposal, plan: Plan, seed: str
) -> None:
    precision, words, start, end, _ = DATED[seed]
    planned = plan[by_seed(past)[seed].id]
    assert planned.span == Span(day(start), day(end))
    assert planned.precision is precision
    assert words in planned.words


@pytest.mark.parametrize("seed", UNDATED)
def test_a_step_without_a_date_in_the_letter_has_none_here_but_its_bounds(
    past: Proposal, plan: Plan, seed: str
) -> None:
    not_before, not_after, _ = UNDATED[seed]
    step = by_seed(past)[seed]
    assert step.when is None
    for written, bound in ((step.not_before, not_before), (step.not_after, not_after)):
        assert isinstance(written, Fixed) == (bound is not None)
    planned = plan[step.id]
    assert planned.precision is Precision.UNDATED
    assert planned.has_day == (not_after is not None)
    assert not_before is None or (planned.first and planned.first.day == day(not_before))
    assert not_after is None or planned.due_on == day(not_after)


def test_the_hearing_keeps_both_approximations_of_the_letter(past: Proposal) -> None:
    assert past.hearing is not None
    when = past.hearing.when
    assert isinstance(when, Window)
    assert (when.start.words, when.end.words) == ("medio juni 2023", "medio oktober 2023")


@pytest.mark.parametrize("seed", [*DATED, *UNDATED])
def test_a_step_rests_on_the_steps_it_rests_on_in_the_letters(past: Proposal, seed: str) -> None:
    named = {past.step(i).seed for i in by_seed(past)[seed].after}
    expected = DATED[seed][4] if seed in DATED else UNDATED[seed][2]
    assert expected <= named
    added = named - expected - {None}
    assert added == ({"NH24-20"} if seed == "NH24-24" else set())  # the law: after the hearing


def test_the_old_planning_is_replaced_by_what_happened(past: Proposal) -> None:
    replaced = {s.seed: past.step(s.replaced_by).seed for s in past.steps if s.replaced_by}
    assert replaced == REPLACED


def test_what_the_letters_report_as_done_is_done_and_nothing_else(past: Proposal) -> None:
    assert {s.seed for s in past.steps if s.standing is Standing.DONE} == HAPPENED


def test_every_step_of_the_letters_quotes_them(past: Proposal) -> None:
    for step in by_seed(past).values():
        assert step.sources, step.id
        for source in step.sources:
            assert source.document in ("S000", "S001"), step.id
            assert source.quote, step.id


def test_a_step_that_the_letters_lack_says_so(past: Proposal) -> None:
    added = {s.id: s for s in past.steps if not s.seed}
    assert set(added) == {
        "akkoord",
        "definitief",
        "vaststellingsbrief",
        "toezending-minister",
        "toezending-korpschef",
        "jaarverslag",
    }
    for step in added.values():
        assert step.note.startswith(("Staat niet in de brieven.", "Staat in S000 alleen als")), step


def test_the_version_that_is_heard_is_the_90_percent_version(past: Proposal) -> None:
    ontwerp = [s for s in past.steps if s.is_ontwerp]
    assert [(s.seed, s.completeness) for s in ontwerp] == [("NH24-18", 90)]
    assert set(ontwerp[0].contains) == set(Part)


def test_the_letters_leave_from_the_steps_of_the_source(past: Proposal) -> None:
    sent = {(s.seed or s.id): (s.letter, *s.to) for s in past.steps if s.letter}
    assert sent == {
        "NH24-04": (Letter.PROCESS, "raden"),
        "NH24-14": (Letter.THEMES, "raden"),
        "NH24-15": (Letter.RESERVE_TIME, "griffies"),
        "NH24-19": (Letter.ONTWERP, "raden"),
        "vaststellingsbrief": (Letter.ADOPTION, "raden"),
        "toezending-minister": (Letter.SEND_OUT, "minister"),
        "toezending-korpschef": (Letter.SEND_OUT, "korpschef"),
    }
