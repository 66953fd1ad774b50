# SPDX-License-Identifier: EUPL-1.2
"""An approximation stays one, a month stays a month, and only a day is shown as a day."""

import doctest
from datetime import date

import pytest

from gehoord.calendar import due, dutch
from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.calendar.dutch import in_dutch
from gehoord.calendar.written import Fixed, read

LAST = Due.on(date(2027, 10, 13))


def stretch(words: str) -> Stretch:
    found = read(words)
    assert isinstance(found, Fixed)
    return found.stretch


def test_the_examples_of_due_hold() -> None:
    found = [doctest.testmod(module) for module in (due, dutch)]
    assert sum(result.attempted for result in found) > 10
    assert sum(result.failed for result in found) == 0


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
    assert stretch(words).by_in_words == said


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (stretch("medio juni 2027 tot en met 13 oktober 2027").first,
         "medio juni 2027 (bij benadering)"),
        (stretch("van 2027-06-15 tot en met 2027-10-13").first, "15 juni 2027"),
        (stretch("van mei 2027 tot en met 13 oktober 2027").first, "mei 2027"),
        (Due(date(2027, 6, 15), Precision.APPROXIMATE, "2 weken na themas"),
         "2 weken na themas (bij benadering)"),
    ],
)  # fmt: skip
def test_a_first_day_is_as_sure_as_its_own_words(first: Due, said: str) -> None:
    assert Stretch(first, LAST, Precision.WINDOW, "").start_in_words == said


@pytest.mark.parametrize("words", ["mei tot en met juli 2027", "begin juni 2027"])
def test_words_that_are_no_stretch_have_no_first_day(words: str) -> None:
    assert stretch(words).start is None
    assert stretch(words).start_in_words == ""


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Van Medio juni 2027 t/m medio oktober 2027", "Medio juni 2027", "medio oktober 2027"),
        ("mei 2027 tot en met september 2027", "mei 2027", "september 2027"),
        ("van 2027-05-01 tot en met 4 juni 2027", "1 mei 2027", "4 juni 2027"),
    ],
)
def test_each_day_of_a_stretch_keeps_its_own_words(words: str, first: str, last: str) -> None:
    assert (stretch(words).first.words, stretch(words).last.words) == (first, last)


def test_a_rough_first_day_makes_no_sure_last_day_rough() -> None:
    found = stretch("medio juni 2027 tot en met 13 oktober 2027")
    assert (found.first.is_rough, found.last.is_rough) == (True, False)
    assert (found.precision, found.names_day) == (Precision.WINDOW, True)


def test_no_iso_day_is_left_in_dutch_words() -> None:
    assert in_dutch("van 2027-06-15 tot en met 2027-10-03") == (
        "van 15 juni 2027 tot en met 3 oktober 2027"
    )
