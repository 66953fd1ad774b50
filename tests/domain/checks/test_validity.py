# SPDX-License-Identifier: EUPL-1.2
"""A plan is for at most four years, and a procedure from before the act is not judged.

Law: Politiewet 2012, art. 39 lid 1; it held from 1 January 2013.
"""

import pytest

from gehoord.domain.checks import Case, findings
from gehoord.domain.finding import Finding, Severity
from tests.domain.checks.cases import of_code
from tests.domain.checks.written import case_of, judged_with
from tests.sentence import assert_sentence

CASE = "aan-burgemeesters"
ENDS = "tot_en_met = 2027-12-31"
LONG = "planperiode-te-lang"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-01-01", "2028-01-01"),
        ("2024-01-01", "2028-12-31"),
        ("2024-02-29", "2028-02-29"),
        ("2024-07-01", "2028-07-01"),
    ],
)
def test_a_plan_for_more_than_four_years_is_told(start: str, end: str) -> None:
    days = (("van = 2024-01-01", f"van = {start}"), (ENDS, f"tot_en_met = {end}"))
    [finding] = of_code(LONG, judged_with(CASE, *days))
    assert finding.severity is Severity.WARN
    assert_sentence(finding.text, "meer dan vier jaar")


@pytest.mark.parametrize("end", ["2027-12-31", "2027-12-30", "2024-12-31"])
def test_a_plan_for_four_years_or_less_is_not(end: str) -> None:
    assert of_code(LONG, judged_with(CASE, (ENDS, f"tot_en_met = {end}"))) == []


def in_2012(*more: tuple[str, str]) -> Case:
    days = ("1 maart", "8 maart", "9 maart", "31 mei", "20 juni")
    return case_of(CASE, *((f'"{day} 2023"', f'"{day} 2012"') for day in days), *more)


def test_of_a_procedure_before_the_act_only_is_said_that_it_was_not_judged() -> None:
    [finding] = findings(in_2012(('aan = "burgemeesters"', 'aan = "korpschef"')))
    assert (finding.code, finding.severity) == ("voor-politiewet", Severity.WARN)
    assert_sentence(finding.text, "1 januari 2013", "niet aan die wet getoetst")


def test_nor_is_one_without_a_day_of_adoption_when_all_else_lies_before_the_act() -> None:
    undated = in_2012(('wanneer = "20 juni 2012"', "kiest_themas = false"))
    yearly = ('"jaarlijks van 2024 tot en met 2027"', '"1 oktober 2012"')
    assert [f.code for f in findings(undated)] != ["voor-politiewet"]
    ended = in_2012(('wanneer = "20 juni 2012"', "kiest_themas = false"), yearly)
    assert [f.code for f in findings(ended)] == ["voor-politiewet"]


@pytest.mark.parametrize(
    ("on", "is_judged"), [("31 december 2012", False), ("1 januari 2013", True)]
)
def test_the_act_holds_from_the_first_day_of_2013(on: str, is_judged: bool) -> None:
    judged: list[Finding] = findings(in_2012(('"20 juni 2012"', f'"{on}"')))
    assert ("voor-politiewet" not in [f.code for f in judged]) is is_judged
