# SPDX-License-Identifier: EUPL-1.2
"""`gehoord responses`: the main lines on the screen, the account as a file."""

import json
from pathlib import Path

from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence


def test_the_main_lines_are_shown_and_the_account_is_written(
    opened: Gehoord, tmp_path: Path
) -> None:
    assert "Er zijn nog geen reacties" in opened("responses", "klein").out
    opened("record", "reactie", "klein", "OM", "--tekst", "Kan het concreter?")
    point = ("--onderwerp", "Cyber", "--tekst", "Concreter?", "--hoofdlijn", "Concreter")
    assert opened("record", "punt", "klein", "OM", *point).code == 0
    why = ("--uitkomst", "niet verwerkt", "--uitleg", "Het plan blijft op hoofdlijnen.")
    assert opened("record", "punt-verwerking", "klein", "1", *why).code == 0
    shown = opened("responses", "klein").out
    assert "Concreter\t1\t1\t0\t1\t0\t0" in shown
    assert "kritisch of niet? (gehoord record houding): OM." in shown
    [one] = json.loads(opened("responses", "klein", "--json").out)["rounds"]
    assert one["main_lines"][0]["outcomes"]["niet verwerkt"] == 1
    written = tmp_path / "verantwoording.html"
    assert opened("responses", "klein", "-o", str(written)).code == 0
    assert "Het plan blijft op hoofdlijnen." in written.read_text()
    pdf = tmp_path / "verantwoording.pdf"
    assert opened("responses", "klein", "-o", str(pdf)).code == 0
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    refused = opened("responses", "klein", "-o", str(tmp_path / "x.exe"))
    assert refused.code == 2
    assert_sentence(
        refused.err, "kan eindigen op .pdf, .docx, .odt, .html, .xlsx en .ods. Kies er een."
    )
