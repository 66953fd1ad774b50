"""Every character that is let through has a shape in the fonts; one without would stop a letter."""

import json
import unicodedata

import pytest
import typst

from gehoord.domain.settable import REPLACEMENT, settable
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
