# SPDX-License-Identifier: EUPL-1.2
"""No finding names a day that nobody gave, and an approximation stays one."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.checks import findings
from gehoord.domain.finding import Finding, Severity
from tests.domain.checks.written import case_of, judged_with, text_of

DAY = re.compile(r"\b\d{1,2} (?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]* \d{4}")
BASE = "toezending-zonder-dag"
WRITTEN = {
    "ontwerp": ', wanneer = "1 juli 2026"',
    "verzending": ', wanneer = "3 juli 2026"',
    "horen": ', wanneer = { van = "4 juli 2026", tot_en_met = "1 november 2026" }',
    "vaststelling": ', wanneer = "25 november 2026"',
}
HEARING = WRITTEN["horen"]


def codes(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found]


def days_in(text: str) -> set[str]:
    return {match[0] for match in DAY.finditer(text)}


def test_a_hearing_without_a_day_lacks_a_last_day_and_nothing_else() -> None:
    assert codes(findings(case_of("horen-zonder-dag"))) == ["geen-uiterste-dag"]


def test_where_nothing_has_a_day_nothing_is_said_of_recess() -> None:
    found = findings(case_of("reces-zonder-dag"))
    assert codes(found) == ["vaststelling-zonder-dag", "geen-uiterste-dag"]


@pytest.mark.parametrize(
    "gone", [names for n in range(1, 5) for names in combinations(WRITTEN, n)], ids="-".join
)
def test_whatever_has_no_day_no_finding_gives_it_one(gone: tuple[str, ...]) -> None:
    """Sixteen plans: each step with its day and without it, next to every other."""
    changes = [(WRITTEN[step], "") for step in gone]
    allowed = days_in(text_of(BASE, *changes)) | {
        "1 januari 2027",  # the period of the plan
        "11 juli 2026", "23 augustus 2026", "17 oktober 2026", "25 oktober 2026",  # holidays, zuid
        "18 juli 2026", "30 augustus 2026", "5 juli 2026", "4 juli 2026", "1 november 2026",
    }  # fmt: skip
    found = judged_with(BASE, *changes)
    taken = {days for step in gone for days in days_in(WRITTEN[step])} - days_in(
        text_of(BASE, *changes)
    )
    for finding in found:
        named = days_in(finding.text)
        assert named <= allowed, finding
        assert not named & taken - {"4 juli 2026", "1 november 2026"}, finding
        assert finding.severity is not Severity.BLOCK or finding.code == "vaststelling-zonder-dag"


def test_a_limit_that_people_wrote_is_a_last_day() -> None:
    late = (HEARING, ', uiterlijk = "26 november 2026"')
    assert "horen-na-vaststelling" in codes(judged_with(BASE, late))
    in_time = (HEARING, ', uiterlijk = "1 november 2026"')
    assert "horen-na-vaststelling" not in codes(judged_with(BASE, in_time))


def test_a_last_day_alone_leaves_the_days_from_sending() -> None:
    """No window of one day: the councils have from the day after the ontwerp went out."""
    alone = (HEARING, ', wanneer = "uiterlijk 31 juli 2026"')
    [text] = [f.text for f in judged_with(BASE, alone) if f.code == "weinig-tijd-om-te-horen"]
    assert "van 4 juli 2026 tot en met 31 juli 2026" in text


def test_an_approximation_stays_one_in_every_finding() -> None:
    found = findings(case_of("benadering-in-bevinding"))
    assert {"gat-tussen-plannen", "weinig-tijd-om-te-horen", "weinig-verwerkingstijd"} <= set(
        codes(found)
    )
    for finding in found:
        assert "bij benadering" in finding.text, finding
        assert days_in(finding.text) <= {"1 januari 2024"}, finding


def test_one_approximation_is_read_one_way() -> None:
    """'Eind april' is 21 up to and including 30 April, whoever counts with it."""
    told = {f.code: f.text for f in findings(case_of("benadering-in-bevinding"))}
    assert "ongeveer 6 tot 15 dagen" in told["weinig-verwerkingstijd"]
    assert "eind april 2024 (bij benadering)" in told["gat-tussen-plannen"]


ROUGH = st.sampled_from(
    ["begin {} 2024", "medio {} 2024", "eind {} 2024", "half {} 2024", "voor medio {} 2024"]
)
MONTH = st.sampled_from(["februari", "maart", "april", "mei", "juli", "augustus"])


@settings(max_examples=60)
@given(ROUGH, MONTH, ROUGH, MONTH)
def test_no_finding_makes_a_day_of_an_approximation(
    heard: str, month: str, adopted: str, later: str
) -> None:
    until, on = heard.format(month), adopted.format(later)
    window = 'van = "medio maart 2024", tot_en_met = "medio april 2024"'
    changes = (
        (window, f'van = 2024-01-16, tot_en_met = "{until}"'),
        ('wanneer = "eind april 2024"', f'wanneer = "{on}"'),
        ('wanneer = "1 maart 2024"', "wanneer = 2024-01-15"),
        ('wanneer = "8 maart 2024"', "wanneer = 2024-01-15"),
    )  # fmt: skip
    for finding in judged_with("benadering-in-bevinding", *changes):
        if finding.code in ("horen-na-vaststelling", "weinig-verwerkingstijd", "volgorde"):
            assert days_in(finding.text) == set(), finding


def test_an_adoption_by_approximation_blocks_only_when_no_day_of_it_is_late_enough() -> None:
    """Politiewet 2012, art. 38b lid 2: heard before the adoption."""
    rough = ('"25 november 2026"', '"eind oktober 2026"')
    assert "horen-na-vaststelling" in codes(judged_with(BASE, rough))
    within = (HEARING, HEARING.replace("1 november", "25 oktober"))
    found = judged_with(BASE, within, rough)
    assert "horen-na-vaststelling" not in codes(found)
    [text] = [f.text for f in found if f.code == "weinig-verwerkingstijd"]
    assert "ongeveer 0 tot 6 dagen" in text
