# SPDX-License-Identifier: EUPL-1.2
"""A council that is new since the hearing is told.

Law: Kieswet, art. C 4: on which day a council resigns and the next one takes office.
"""

from datetime import date

import pytest

from gehoord.domain.finding import Finding, Severity
from tests.domain.checks.cases import changed, codes, heard, judged, of_code, opened
from tests.domain.checks.written import judged_with
from tests.sentence import assert_sentence

CASE = "aan-burgemeesters"
CODE = "nieuwe-raad-na-horen"


def found(until: str, adopted: str) -> list[Finding]:
    days = (("9 maart 2023", "9 december 2021"), ("31 mei 2023", until), ("20 juni 2023", adopted))
    return of_code(CODE, judged_with(CASE, *days))


def test_a_new_council_between_hearing_and_adoption_is_told() -> None:
    [finding] = found("15 maart 2022", "30 maart 2022")
    assert finding.severity is Severity.WARN
    assert finding.steps == ("horen", "vaststelling")
    assert_sentence(finding.text, "in Deurne (op 30 maart 2022)", "vertrokken")


@pytest.mark.parametrize(
    ("until", "adopted"),
    [
        (
            "15 maart 2022",
            "29 maart 2022",
        ),  # adopted before it takes office: `verkiezingen` says so
        ("16 maart 2022", "20 juni 2022"),  # heard on the day of the vote: that one too
        ("31 mei 2022", "20 juni 2022"),
    ],
)
def test_a_council_that_sits_all_along_or_is_told_otherwise_is_not(
    until: str, adopted: str
) -> None:
    assert found(until, adopted) == []


def test_in_a_dossier_the_day_counts_on_which_a_council_was_heard() -> None:
    in_2030 = (
        ("vorige_vaststelling = 2023-11-09", ""),
        ("donderdag 4 november 2027", "dinsdag 4 juni 2030"),
    )
    assert of_code(CODE, judged(*in_2030)) == []
    state = heard(opened(changed(*in_2030)))
    assert CODE in codes(state, date(2030, 6, 4))
