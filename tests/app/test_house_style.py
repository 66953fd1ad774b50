# SPDX-License-Identifier: EUPL-1.2
"""A house style in a public site fetches nothing and tells nothing of who wrote it."""

from pathlib import Path

import pytest

from gehoord.app.house_style import public_style
from gehoord.domain.errors import GehoordError
from tests.conftest import HERE
from tests.sentence import assert_sentence

ELSEWHERE = (
    b"@import 'https://x.example/a.css';",
    b"@IMPORT 'a.css';",
    rb"@\69mport 'a.css';",
    b"a { background: url(https://x.example/a.png) }",
    rb"a { background: u\72 l(//x.example/a.png) }",
    b'@font-face { src: url( "letter.woff2" ) }',
    b'a { background: image-set("https://x.example/a.png" 1x) }',
    b'a { content: "/*"; background: url(//x.example/a.png); quotes: "*/" "" }',
)


@pytest.mark.parametrize("css", ELSEWHERE)
def test_what_is_not_in_the_site_is_not_fetched(css: bytes, tmp_path: Path) -> None:
    file = tmp_path / "huisstijl.css"
    file.write_bytes(css)
    with pytest.raises(GehoordError) as refused:
        public_style(file)
    assert_sentence(str(refused.value), "van buiten de openbare site", "huisstijl.css")


def test_a_style_in_other_signs_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "huisstijl.css"
    file.write_bytes("a { background: url(//x.example) }".encode("utf-16"))
    with pytest.raises(GehoordError) as refused:
        public_style(file)
    assert_sentence(str(refused.value), "UTF-8")


def test_what_the_style_says_stays_and_remarks_go(tmp_path: Path) -> None:
    file = tmp_path / "huisstijl.css"
    said = b'a { content: "/* blijft */"; background: url("data:image/png;base64,AA==") }'
    file.write_bytes(b"/* van J. Jansen, C:\\stijl */\n" + said + b"/* nog niet klaar")
    assert public_style(file) == said + b"\n"
    own = public_style(HERE.parent / "desk" / "huisstijl.css")
    assert b"--utrecht-link-color: #154273;" in own
