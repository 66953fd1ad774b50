# SPDX-License-Identifier: EUPL-1.2
"""A letter says a day with the words that its certainty asks, and never promises more."""

import doctest
from datetime import date

import pytest

from gehoord.calendar.due import Due, Stretch
from gehoord.calendar.written import Fixed, read
from gehoord.templates import when
from gehoord.templates.when import When


def stretch(words: str) -> Stretch:
    found = read(words)
    assert isinstance(found, Fixed)
    return found.stretch


def test_the_examples_of_when_hold() -> None:
    result = doctest.testmod(when)
    assert result.attempted > 7
    assert result.failed == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("4 november 2027", "op 4 november 2027"),
        ("6 september 2027 tot en met 8 oktober 2027",
         "van 6 september 2027 tot en met 8 oktober 2027"),
        ("van 6 september 2027 tot en met 8 oktober 2027",
         "van 6 september 2027 tot en met 8 oktober 2027"),
        ("van medio juni 2023 tot en met 13 oktober 2023",
         "medio juni 2023 tot en met 13 oktober 2023"),
        ("september - oktober 2027", "in september - oktober 2027"),
        ("uiterlijk september 2027", "uiterlijk september 2027"),
        ("2027", "in 2027"),
        ("medio juni 2023", "medio juni 2023 (bij benadering)"),
        ("na de zomer 2018", "na de zomer 2018 (bij benadering)"),
    ],
)  # fmt: skip
def test_a_moment_gets_the_preposition_its_words_ask(words: str, said: str) -> None:
    assert When.during(stretch(words)).moment == said


def test_a_moment_keeps_a_weekday() -> None:
    said = When("donderdag 4 november 2027", Due.on(date(2027, 11, 4)))
    assert said.moment == "op donderdag 4 november 2027"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("8 oktober 2027", "uiterlijk 8 oktober 2027"),
        ("uiterlijk 8 oktober 2027", "uiterlijk 8 oktober 2027"),
        ("tot en met 8 oktober 2027", "uiterlijk 8 oktober 2027"),
        ("van 17 juni 2027 tot en met 8 oktober 2027", "uiterlijk 8 oktober 2027"),
        ("uiterlijk half augustus 2018", "half augustus 2018 (bij benadering)"),
        ("medio oktober 2023", "medio oktober 2023 (bij benadering)"),
        ("van medio juni 2023 tot en met medio oktober 2023",
         "medio oktober 2023 (bij benadering)"),
        ("september 2023", "in september 2023"),
        ("in 2023", "in 2023"),
        ("uiterlijk september 2023", "in september 2023"),
        ("2023", "in 2023"),
    ],
)  # fmt: skip
def test_a_deadline_says_uiterlijk_once_and_never_of_an_approximation(
    words: str, said: str
) -> None:
    assert When.by(stretch(words)).deadline == said
    assert When.promised(stretch(words)).deadline == said
