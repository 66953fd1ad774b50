# SPDX-License-Identifier: EUPL-1.2
"""Only wordings that share a word or nearly all letters are worth comparing."""

from gehoord.domain.dossier.wording_index import WordingIndex

WORDINGS = ["Drugshandel", "Cybercrime", "Handel in drugs", "Cyber-crimi", "Jeugd"]


def test_what_shares_a_word_or_a_part_of_one_is_near() -> None:
    assert WordingIndex(WORDINGS).near("Drugs") == [0, 2]


def test_each_two_that_may_look_alike_are_told_once_in_their_order() -> None:
    pairs = list(WordingIndex(WORDINGS).pairs())
    assert pairs == [("Drugshandel", "Handel in drugs"), ("Cybercrime", "Cyber-crimi")]
