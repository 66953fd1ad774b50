# SPDX-License-Identifier: EUPL-1.2
"""Every character that is let through has a shape in the fonts; one without would stop a letter."""

import json
import unicodedata

import pytest
import typst

from gehoord.domain.settable import REPLACEMENT, all_settable, settable, unsettable
from gehoord.templates.paper.pdf import _fonts

PAGE = b"""#set document(title: "proef")
#set text(lang: "nl", font: "Liberation Sans")
#for sign in json(bytes(sys.inputs.signs)) [#sign #linebreak()]
"""
ASSIGNED = [
    chr(code)
    for code in range(0x20, 0x10000)
    if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")
]
KEPT = [sign for sign in ASSIGNED if settable(sign) == sign]


@pytest.mark.parametrize("start", range(0, len(KEPT), 400))
def test_every_character_that_is_kept_can_be_set(start: int) -> None:
    signs = KEPT[start : start + 400]
    said = json.dumps([f"a{sign}" if unicodedata.combining(sign) else sign for sign in signs])
    assert typst.compile(
        PAGE,
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"signs": said},
        pdf_standards=["a-2a", "ua-1"],
    )


def test_what_officials_write_is_kept() -> None:
    text = "Één coöperatie, façade, Müller, Šibenik: € 12,50 \u2013 5 % \u2018ja\u2019 … ≤ ½ ² → •"
    assert settable(text) == text
    assert settable("ja\u202e\x00 🙏") == f"ja{REPLACEMENT * 2} {REPLACEMENT}"
    assert len(KEPT) > 2800


def test_what_is_pasted_from_a_pdf_or_from_word_keeps_its_letters_and_bullets() -> None:
    assert settable("o\ufb03ciële speci\ufb01eke a\ufb02oop, e\ufb00ect, \ufb06") == (
        "officiële specifieke afloop, effect, st"
    )
    assert settable("\uf0b7 een\n\uf0a7 twee") == "• een\n• twee"
    assert all_settable("speci\ufb01ek \uf0b7") == "specifiek •"
    assert not unsettable("speci\ufb01ek \uf0b7")
