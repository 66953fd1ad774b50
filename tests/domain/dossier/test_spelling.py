# SPDX-License-Identifier: EUPL-1.2
"""What is written a little differently is nearly the same, letter by letter."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.spelling import NEARLY_THE_SAME, nearly_the_same
from gehoord.domain.nearby import folded


@pytest.mark.parametrize(
    ("one", "other"), [("Woninginbraken", "woning-inbraak"), ("Café", "cafe"), ("", "!")]
)
def test_what_is_written_a_little_differently_is_seen(one: str, other: str) -> None:
    assert nearly_the_same(one, other) >= NEARLY_THE_SAME


@given(st.text("abcé -", max_size=12), st.text("abcé -", max_size=12))
def test_a_quick_look_misses_nothing(one: str, other: str) -> None:
    first, second = sorted((folded(one), folded(other)))
    ratio = SequenceMatcher(None, first, second).ratio()
    is_near = first[:1] == second[:1] and ratio >= NEARLY_THE_SAME
    assert nearly_the_same(one, other) == (ratio if is_near else 0.0)
