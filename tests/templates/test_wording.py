# SPDX-License-Identifier: EUPL-1.2
"""Days, numbers and parts of the law as they stand in a sentence."""

import doctest

from hypothesis import given
from hypothesis import strategies as st

from gehoord.templates import wording


def test_the_examples_in_the_wording_hold() -> None:
    result = doctest.testmod(wording)
    assert result.attempted > 3
    assert result.failed == 0


@given(text=st.text(), longest=st.integers(min_value=1, max_value=200))
def test_a_shortened_text_is_never_longer_than_asked(text: str, longest: int) -> None:
    assert len(wording.shortened(text, longest)) <= longest
