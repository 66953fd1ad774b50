# SPDX-License-Identifier: EUPL-1.2
"""A history in a file names documents by their path, counted from its own folder."""

from pathlib import Path

import pytest

from gehoord.domain.acts.report import VersionMade
from gehoord.domain.errors import GehoordError
from gehoord.replay.history import history_of

TOLD = """
procedure = "klein"
van = 2027-01-01
tot_en_met = 2027-12-31

[[verloop]]
gebeurtenis = { wat = "versie", op = 2027-06-03, stap = "ontwerp", bestand = 'BESTAND' }
bron = "verzonnen"
"""


def told(folder: Path, document: str) -> VersionMade:
    (folder / "klein.verloop.toml").write_text(TOLD.replace("BESTAND", document))
    [entry] = history_of(str(folder / "klein.toml")).events
    assert isinstance(entry.event, VersionMade)
    return entry.event


@pytest.mark.parametrize("is_beside", [True, False])
def test_a_history_brings_the_bytes_of_the_file_it_names(tmp_path: Path, is_beside: bool) -> None:
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7")
    document = told(tmp_path, "stuk.pdf" if is_beside else str(tmp_path / "stuk.pdf")).document
    assert document is not None
    assert (document.name, document.content) == ("stuk.pdf", b"%PDF-1.7")


def test_a_history_that_names_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GehoordError, match=r"stuk\.pdf' is er niet"):
        told(tmp_path, "stuk.pdf")
