# SPDX-License-Identifier: EUPL-1.2
"""The ontwerp reaches the councils when it reaches them or the burgemeesters who hear them.

Law: Politiewet 2012, art. 38b lid 2: the burgemeester hears the council of his own municipality.
"""

import pytest

from gehoord.domain.finding import Severity
from gehoord.domain.plan.opportunities import hearing_window
from tests.conftest import read_day
from tests.domain.checks.cases import of_code
from tests.domain.checks.written import case_of, judged_with
from tests.sentence import assert_sentence

CASE = "aan-burgemeesters"
TO = 'aan = "burgemeesters"'
CODE = "ontwerp-niet-verzonden"


def test_an_ontwerp_sent_to_the_burgemeesters_blocks_nothing() -> None:
    assert [f for f in judged_with(CASE) if f.severity is Severity.BLOCK] == []


@pytest.mark.parametrize(
    "to",
    [
        '"raden"',
        '"griffies"',
        '["raden", "burgemeesters"]',
        '"raden en burgemeesters"',
        '"burgemeesters, griffies en ambtenaren-oov"',
        '["korpschef", "burgemeesters"]',
        '"rbo"',
    ],
)
def test_nor_does_any_other_way_to_the_councils(to: str) -> None:
    assert judged_with(CASE, (TO, f"aan = {to}")) == judged_with(CASE)


@pytest.mark.parametrize("to", ['"ambtenaren-oov"', '"korpschef"', '["minister", "adviseur"]'])
def test_an_ontwerp_that_goes_elsewhere_alone_does_not_reach_them(to: str) -> None:
    [finding] = of_code(CODE, judged_with(CASE, (TO, f"aan = {to}")))
    assert finding.steps == ("horen",)
    assert_sentence(finding.text, "raden", "burgemeesters")


def test_the_hearing_opens_when_the_first_of_two_letters_goes_out() -> None:
    letter = 'id = "verzending", titel = "ontwerp sturen", fase = "horen", soort = "bericht"'
    to_councils = (
        'actiehouder = "adviseur", brief = "ontwerp", aan = "raden", '
        'na = ["ontwerp", "akkoord"], wanneer = "20 maart 2023" },'
    )
    both = case_of(CASE, ("  { " + letter, f"  {{ {letter.replace('verzending', 'raden')}, "
                          f"{to_councils}\n  {{ {letter}"))  # fmt: skip
    window = hearing_window(both.plan)
    assert window is not None
    assert window.start == read_day("Wed 2023-03-08")


def test_without_a_hearing_a_letter_to_the_burgemeesters_is_no_hearing_either() -> None:
    found = judged_with(CASE, ('soort = "horen"', 'soort = "raadpleging"'))
    assert [f.steps for f in of_code("telt-niet-als-horen", found)] == [("verzending",)]
