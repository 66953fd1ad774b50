# SPDX-License-Identifier: EUPL-1.2
"""The nota van beantwoording leaves in four forms, and nothing in it is ever carried out."""

import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from gehoord.domain.dossier.state import State
from gehoord.tasks.file_format import file_format
from gehoord.tasks.report_files import ReportForm, nota_file
from tests.domain.acts.story_in_memory import At
from tests.domain.conftest import at as at
from tests.story import FINAL
from tests.templates.test_nota import HOSTILE
from tests.templates.test_nota import state as state


def test_the_pdf_is_accessible_and_has_a_heading_for_each_council(
    state: State, tmp_path: Path
) -> None:
    """ISO 14289-1 (PDF/UA-1) and ISO 19005-2 level A (PDF/A-2a)."""
    made = nota_file(state, FINAL, ReportForm.PDF, tmp_path)
    assert file_format("nota.pdf", made).puid == "fmt/476"
    pdf = pikepdf.open(BytesIO(made))
    with pdf.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfuaid:part"]) == ("2", "1")
        assert said["dc:title"].startswith("Nota van beantwoording: ")
    parts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/P" in o]
    told = Counter(str(part.S) for part in parts if "/S" in part)
    assert (told["/H1"], told["/H3"], told["/BlockQuote"]) == (1, 3, 2)


@pytest.mark.parametrize(
    ("form", "part", "puid"),
    [
        (ReportForm.DOCX, "word/document.xml", "fmt/412"),
        (ReportForm.ODT, "content.xml", "fmt/1756"),
    ],
)
def test_own_words_stand_in_the_document_to_edit_as_they_were_written(
    form: ReportForm, part: str, puid: str, state: State, tmp_path: Path
) -> None:
    made = nota_file(state, FINAL, form, tmp_path)
    assert file_format(f"nota.{form}", made).puid == puid
    with zipfile.ZipFile(BytesIO(made)) as document:
        text = document.read(part)
    assert HOSTILE in "".join(ElementTree.fromstring(text).itertext())  # noqa: S314


def test_it_is_a_page_too(at: At, tmp_path: Path) -> None:
    made = nota_file(at("opened"), FINAL, ReportForm.HTML, tmp_path)
    assert made.startswith(b"<!DOCTYPE html>")
