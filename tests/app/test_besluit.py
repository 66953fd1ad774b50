# SPDX-License-Identifier: EUPL-1.2
"""`gehoord besluit` and `gehoord vergaderstuk`: who agrees, and the papers as files."""

import json
from pathlib import Path

from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence


def test_who_agrees_is_shown_and_the_papers_are_written(opened: Gehoord, tmp_path: Path) -> None:
    assert "Haarlem\t\tniet vastgelegd" in opened("besluit", "klein").out
    told = json.loads(opened("besluit", "klein", "--json").out)
    assert told == {"agreed": False, "assents": [], "conditions": []}
    besluit, stuk = tmp_path / "besluit.html", tmp_path / "stuk.html"
    assert opened("besluit", "klein", "-o", str(besluit), "--grondslag", "39-2").code == 0
    assert "Concept-besluit" in besluit.read_text()
    assert opened("vergaderstuk", "klein", "-o", str(stuk)).code == 0
    assert "Er is nog niets vastgesteld." in stuk.read_text()


def test_what_cannot_be_made_is_said_and_nothing_is_written(
    opened: Gehoord, tmp_path: Path
) -> None:
    file = tmp_path / "besluit.pdf"
    for words, more in {
        "'39-4' is geen grondslag. Kies uit: 39-1, 39-2, 39-3.": ("--grondslag", "39-4"),
        "Er is geen wijziging": ("--over", "wijziging"),
        "Noem het jaar": ("--over", "jaarverslag"),
        "nog geen jaarverslag over 2028": ("--over", "jaarverslag", "--jaar", "2028"),
    }.items():
        done = opened("besluit", "klein", "-o", str(file), *more)
        assert done.code == 2
        assert_sentence(done.err, words)
        assert not file.exists()
