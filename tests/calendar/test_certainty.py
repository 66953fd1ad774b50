"""An approximation stays one, a month stays a month, and only a day is shown as a day."""

import doctest
from datetime import date

import pytest

from gehoord.calendar import certainty
from gehoord.calendar.certainty import due_in_words, in_dutch, start_in_words
from gehoord.calendar.written import Fixed, Precision, read


def test_the_examples_of_certainty_hold() -> None:
    result = doctest.testmod(certainty)
    assert result.attempted > 10
    assert result.failed == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2027-10-13", "uiterlijk 13 oktober 2027"),
        ("uiterlijk 13 oktober 2027", "uiterlijk 13 oktober 2027"),
        ("voor oktober 2027", "uiterlijk 30 september 2027"),
        ("1 mei 2027 tot en met 4 juni 2027", "uiterlijk 4 juni 2027"),
        ("september 2027", "in september 2027"),
        ("September 2027", "in September 2027"),
        ("juni tot en met juli 2027", "in juni tot en met juli 2027"),
        ("augustus-september 2027", "in augustus-september 2027"),
        ("uiterlijk september 2027", "uiterlijk september 2027"),
        ("2027", "in 2027"),
        ("in 2027", "in 2027"),
        ("medio oktober 2027", "medio oktober 2027 (bij benadering)"),
        ("eind 2027", "eind 2027 (bij benadering)"),
        ("na de zomer van 2027", "na de zomer van 2027 (bij benadering)"),
        (
            "1 mei 2027 tot en met medio juni 2027",
            "1 mei 2027 tot en met medio juni 2027 (bij benadering)",
        ),
    ],
)
def test_only_words_that_name_a_day_are_due_on_a_day(words: str, said: str) -> None:
    found = read(words)
    assert isinstance(found, Fixed)
    assert due_in_words(found.precision, found.words, found.span.end) == said


@pytest.mark.parametrize(
    ("words", "precision", "said"),
    [
        ("medio juni 2027 tot en met 13 oktober 2027", Precision.WINDOW,
         "medio juni 2027 (bij benadering)"),
        ("van 2027-06-15 tot en met 2027-10-13", Precision.WINDOW, "15 juni 2027"),
        ("van mei 2027 tot en met 13 oktober 2027", Precision.WINDOW, "mei 2027"),
        ("van 2 weken na themas (bij benadering) tot en met mei 2028", Precision.WINDOW,
         "2 weken na themas (bij benadering)"),
        ("mei tot en met juli 2027", Precision.WINDOW, ""),
        ("begin juni 2027", Precision.APPROXIMATE, ""),
    ],
)  # fmt: skip
def test_a_first_day_is_as_sure_as_its_own_words(
    words: str, precision: Precision, said: str
) -> None:
    assert start_in_words(precision, words, date(2027, 6, 15)) == said


def test_no_iso_day_is_left_in_dutch_words() -> None:
    assert in_dutch("van 2027-06-15 tot en met 2027-10-03") == (
        "van 15 juni 2027 tot en met 3 oktober 2027"
    )
