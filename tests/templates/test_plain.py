# SPDX-License-Identifier: EUPL-1.2
"""What others wrote stays on its line, and nobody can click on it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.templates.plain import plain

LINK = re.compile(r"https?://", re.IGNORECASE)


@given(st.text(alphabet=st.sampled_from("hHtTpPsS:/\n\r\t\x00\x1b\u202e\u2028\x85 a.")) | st.text())
def test_no_text_breaks_its_line_hides_or_links(text: str) -> None:
    said = plain(text)
    assert said.isprintable()
    assert not LINK.search(said)
    assert len(said) <= 400


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("gebeld\n1 mei 2027: gedaan", "gebeld 1 mei 2027: gedaan"),
        ("zie HTTPS://kwaad.example", "zie HTTPS: //kwaad.example"),
        ("zie httphttp://kwaad.example", "zie httphttp: //kwaad.example"),
        ("ab\u202ecd\x1b[31m", "ab cd [31m"),
        ("de raad van Súdwest-Fryslân", "de raad van Súdwest-Fryslân"),
    ],
)
def test_what_people_wrote_stays_readable(written: str, said: str) -> None:
    assert plain(written) == said
