# SPDX-License-Identifier: EUPL-1.2
"""`gehoord nota`: what the councils answered on the screen, the nota as a file."""

import json
from pathlib import Path

from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence


def test_the_councils_are_shown_and_the_nota_is_written(opened: Gehoord, tmp_path: Path) -> None:
    shown = opened("nota", "klein").out
    assert "Gehoord: 0 van 3; geen antwoord: 0; zienswijzen: 0; punten: 0." in shown
    assert "Haarlem\tgepland" in shown
    first, *_ = json.loads(opened("nota", "klein", "--json").out)["councils"]
    assert (first["name"], first["state"], first["late"]) == ("Haarlem", "gepland", False)
    written = tmp_path / "nota.html"
    assert opened("nota", "klein", "-o", str(written)).code == 0
    assert "Nota van beantwoording" in written.read_text()
    taken = opened("nota", "klein", "-o", str(written))
    assert_sentence(taken.err, "bestaat al. Kies een andere naam.")
    refused = opened("nota", "klein", "-o", str(tmp_path / "nota.xlsx"))
    assert refused.code == 2
    assert_sentence(refused.err, "kan eindigen op .pdf, .docx, .odt en .html. Kies er een.")
