# SPDX-License-Identifier: EUPL-1.2
"""Nothing is called adopted before the councils were heard.

Law: Politiewet 2012, art. 38b lid 2: they are heard before the plan is adopted.
"""

import pytest

from gehoord.domain.finding import Finding, Severity
from gehoord.law.politiewet import HEAR_COUNCILS
from tests.domain.checks.cases import of_code
from tests.domain.checks.written import judged_with
from tests.sentence import assert_sentence

CASE = "vastgesteld-besluit-voor-horen"
TITLE = 'titel = "beleidsplan vastgesteld"'
ON = 'wanneer = "6 maart 2023"'
BY = 'soort = "besluit", actiehouder = "rbo", wanneer = "6'


def found(*changes: tuple[str, str]) -> list[Finding]:
    return of_code("vastgesteld-voor-horen", judged_with(CASE, *changes))


def test_a_besluit_that_is_called_adoption_before_the_hearing_asks_for_a_reason() -> None:
    [finding] = found()
    assert finding.severity is Severity.REASON
    assert finding.steps == ("besluit", "horen")
    assert finding.article == HEAR_COUNCILS
    assert_sentence(finding.text, "'beleidsplan vastgesteld' (6 maart 2023)", "nog niet gehoord")


@pytest.mark.parametrize(
    "change",
    [
        (ON, 'wanneer = "31 mei 2023"'),
        (ON, 'wanneer = "maart 2023"'),
        (", " + ON, ""),
        (BY, BY.replace("besluit", "vergadering")),
        (BY, BY.replace("besluit", "mijlpaal")),
        (BY, BY.replace("rbo", "burgemeesters")),
        (TITLE, 'titel = "vaststelling proef"'),
    ],
)
def test_so_does_the_same_on_another_day_of_another_kind_or_in_other_words(
    change: tuple[str, str],
) -> None:
    assert [finding.steps[0] for finding in found(change)] == ["besluit"]


@pytest.mark.parametrize(
    "change",
    [
        (ON, 'wanneer = "1 juni 2023"'),
        (TITLE, 'titel = "thema\'s vaststellen"'),
        (TITLE, 'titel = "instemmen met het ontwerpbeleidsplan"'),
        (BY, BY.replace("rbo", "raden")),
        (BY, f"voorlopig = true, {BY}"),
    ],
)
def test_what_comes_after_the_hearing_or_adopts_no_plan_asks_nothing(
    change: tuple[str, str],
) -> None:
    assert found(change) == []


def test_an_approximate_day_stays_one() -> None:
    [finding] = found((ON, 'wanneer = "begin maart 2023"'))
    assert "(begin maart 2023 (bij benadering))" in finding.text
