"""Days, numbers and parts of the law as they stand in a sentence."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.templates import wording


def test_the_examples_in_the_wording_hold() -> None:
    result = doctest.testmod(wording)
    assert result.attempted > 8
    assert result.failed == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("donderdag 4 november 2027", "op donderdag 4 november 2027"),
        ("maandag 6 september 2027 tot en met 8 oktober 2027",
         "van maandag 6 september 2027 tot en met 8 oktober 2027"),
        ("september - oktober 2027", "in september - oktober 2027"),
        ("2027", "in 2027"),
        ("medio juni 2023 (bij benadering)", "medio juni 2023 (bij benadering)"),
        ("na de zomer 2018 (bij benadering)", "na de zomer 2018 (bij benadering)"),
    ],
)  # fmt: skip
def test_a_moment_gets_the_preposition_its_words_ask(words: str, said: str) -> None:
    assert wording.moment(words) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("8 oktober 2027", "uiterlijk 8 oktober 2027"),
        ("uiterlijk 8 oktober 2027", "uiterlijk 8 oktober 2027"),
        ("tot en met 8 oktober 2027", "uiterlijk 8 oktober 2027"),
        ("van 17 juni 2027 tot en met 8 oktober 2027", "uiterlijk 8 oktober 2027"),
        ("uiterlijk half augustus 2018 (bij benadering)", "half augustus 2018 (bij benadering)"),
        ("medio oktober 2023", "medio oktober 2023"),
        ("in september 2023", "in september 2023"),
        ("uiterlijk september 2023", "in september 2023"),
        ("2023", "in 2023"),
        ("", ""),
    ],
)
def test_a_deadline_says_uiterlijk_once_and_never_of_an_approximation(
    words: str, said: str
) -> None:
    assert wording.deadline(words) == said


@given(text=st.text(), longest=st.integers(min_value=1, max_value=200))
def test_a_shortened_text_is_never_longer_than_asked(text: str, longest: int) -> None:
    assert len(wording.shortened(text, longest)) <= longest
