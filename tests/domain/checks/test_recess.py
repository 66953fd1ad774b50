# SPDX-License-Identifier: EUPL-1.2
"""What the hearing leaves the councils outside their recess, in weeks from Monday to Friday.

Politiewet 2012, art. 38b lid 2; a full pass through committee and council takes six to ten weeks.
"""

from datetime import date

import pytest

from gehoord.calendar.recess import RecessSetting
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.weeks import is_council_week
from gehoord.domain.checks import Case, findings
from gehoord.domain.eenheid.schedule import whole_recess
from gehoord.domain.finding import Finding
from gehoord.domain.frozen import read_toml
from gehoord.domain.plan.opportunities import WEEKS_OF_A_FULL_PASS
from gehoord.domain.proposal.backwards import HEARING_WEEKS, lay_backwards
from gehoord.domain.proposal.proposal import Proposal
from gehoord.procedures.library import eenheid_of
from gehoord.templates.proposal import new_proposal
from tests.domain.checks.written import CASES, case_of, judged_with

HEARING = 'wanneer = { van = "9 januari 2023", tot_en_met = "3 maart 2023" }'


def hearing_in(window: str, *, regions: tuple[str, ...] = (), recess: str = "") -> list[Finding]:
    """Judge the case of whole weeks with another window, regions or recess of its councils."""
    changes = [(HEARING, f"wanneer = {window}")] if window else []
    return judged_with("hele-weken", *changes, regions=regions, recess=recess)


def codes(found: list[Finding]) -> set[str]:
    return {finding.code for finding in found}


def test_the_week_before_a_holiday_that_starts_on_saturday_counts() -> None:
    """9, 16, 23 and 30 January, 6, 13 and 27 February 2023: seven raadsweken."""
    assert "weinig-tijd-om-te-horen" not in codes(findings(case_of("hele-weken")))


@pytest.mark.parametrize(
    ("window", "weeks"),
    [
        ('"9 januari 2023 tot en met 17 februari 2023"', 6),  # Monday to Friday, six times
        ('"9 januari 2023 tot en met 16 februari 2023"', 5),  # the last week ends on Thursday
        ('"10 januari 2023 tot en met 17 februari 2023"', 5),  # the first begins on Tuesday
        ('"7 januari 2023 tot en met 19 februari 2023"', 6),  # weekends add no week
        ('"16 januari 2023 tot en met 26 februari 2023"', 5),  # the spring holiday takes one
        ('"16 januari 2023 tot en met 3 maart 2023"', 6),
    ],
)
def test_a_week_counts_when_monday_to_friday_lie_in_the_window(window: str, weeks: int) -> None:
    found = [f.text for f in hearing_in(window) if f.code == "weinig-tijd-om-te-horen"]
    if weeks >= WEEKS_OF_A_FULL_PASS:
        assert found == []
    else:
        [text] = found
        assert f"{weeks} raadsweken (maandag tot en met vrijdag)" in text


def test_a_council_with_a_recess_of_its_own_is_counted_by_that() -> None:
    recess = '{ naam = "wintersluiting", van = 2023-01-09, tot_en_met = 2023-01-20 }'
    [text] = [f.text for f in hearing_in("", recess=recess) if f.code == "weinig-tijd-om-te-horen"]
    assert "voor de raad van Deurne (eigen reces) 5 raadsweken" in text


def test_regions_that_differ_in_the_window_are_told() -> None:
    """Spring 2023: zuid and midden from 18 and 25 February, so one week apart."""
    assert "drie-vakantieregios" in codes(hearing_in("", regions=("zuid", "noord")))


@pytest.mark.parametrize(
    "window",
    [
        '"9 januari 2023 tot en met 17 februari 2023"',  # before every holiday
        '"9 januari 2023 tot en met 19 februari 2023"',  # only a Saturday and a Sunday apart
        '"27 april 2023 tot en met 6 juli 2023"',  # the May holiday is the same for all
    ],
)
def test_regions_that_do_not_differ_in_the_window_are_not_told(window: str) -> None:
    assert "drie-vakantieregios" not in codes(hearing_in(window, regions=("zuid", "noord")))


def test_new_and_check_count_the_same_weeks() -> None:
    eenheid = eenheid_of("noord-holland")
    written_on = date(2026, 6, 1)
    laid_out = lay_backwards(eenheid, date(2027, 11, 4), written_on, date(2023, 11, 9))
    proposal = read_toml(
        Proposal, new_proposal(eenheid, laid_out, written_on).encode(), "voorstel.toml"
    )
    case = Case.of(proposal, eenheid)
    assert case.hearing
    span, recess = case.hearing.span, whole_recess(RecessSetting(SchoolRegion.NORTH))
    mondays = [day for day in span if day.weekday() == 0 and day <= span.end]
    counted = sum(is_council_week(d, recess) and (span.end - d).days >= 4 for d in mondays)
    assert recess.weigh(span).council_weeks == counted >= HEARING_WEEKS
    assert "weinig-tijd-om-te-horen" not in codes(findings(case))


def test_every_case_can_be_read() -> None:
    assert all(case_of(path.stem) for path in CASES.glob("*.toml") if path.stem != "eenheid")
