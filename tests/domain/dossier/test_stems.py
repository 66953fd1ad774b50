# SPDX-License-Identifier: EUPL-1.2
"""Words are the same by their stem; what says nothing is no word."""

import pytest

from gehoord.domain.dossier.stems import is_same_word, words_by_stem


def test_capitals_accents_and_words_that_say_nothing_do_not_count() -> None:
    assert set(words_by_stem("Aanpak van POLARISÁTIE en de drugs")) == {"polarisati", "drug"}


@pytest.mark.parametrize(
    ("stem", "other", "same"),
    [
        ("drug", "drugshandel", True),
        ("handel", "drugshandel", True),
        ("zorg", "zorg", True),
        ("om", "overlastom", False),
        ("jeugd", "overlast", False),
    ],
)
def test_a_word_of_four_letters_is_found_within_a_longer_one(
    stem: str, other: str, same: bool
) -> None:
    assert is_same_word(stem, other) is is_same_word(other, stem) is same
