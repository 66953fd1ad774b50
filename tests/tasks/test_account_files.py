# SPDX-License-Identifier: EUPL-1.2
"""The account of the responses leaves in six forms, and nothing in it is ever carried out."""

import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from gehoord.domain.acts.report import PointNoted, ResponseReceived
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.state import State
from gehoord.tasks.account_files import AccountForm, account_file
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.conftest import at as at
from tests.story import AGREED, FINAL

HOSTILE = (
    '#panic("x") #read("/etc/passwd") $(id) =1+1 \\input{x} ![y](/etc/passwd) {{ 7 }} <b>z</b>'
)
LONG = "Eerste regel.\nTweede regel.\n\n" + "woord " * 900
MADE_OF_PARTS = {AccountForm.DOCX: "word/document.xml", AccountForm.ODT: "content.xml"}


@pytest.fixture
def state(at: At) -> State:
    """One sender is hostile, and one point is longer than a page."""
    story = StoryInMemory(at("ontwerp"))
    story.does(ResponseReceived(on=AGREED, sender=HOSTILE, text=HOSTILE))
    for text in (HOSTILE, LONG):
        story.does(
            PointNoted(
                on=AGREED, sender=HOSTILE, subject="Cyber", text=text, main_line=HOSTILE,
                outcome=PointOutcome.NOT_TAKEN_OVER, explanation=HOSTILE,
            )
        )  # fmt: skip
    return story.state


def test_the_pdf_is_accessible_and_is_read_as_headings_quotes_and_tables(
    state: State, tmp_path: Path
) -> None:
    """ISO 14289-1 (PDF/UA-1) and ISO 19005-2 level A (PDF/A-2a)."""
    made = account_file(state, FINAL, AccountForm.PDF, tmp_path)
    assert account_file(state, FINAL, AccountForm.PDF, tmp_path) == made
    pdf = pikepdf.open(BytesIO(made))
    with pdf.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == (
            "2", "A", "1",
        )  # fmt: skip
        assert said["dc:title"].startswith("Verantwoording van de reacties: ")
    assert pdf.Root.Lang == "nl-NL"
    parts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/P" in o]
    told = Counter(str(part.S) for part in parts if "/S" in part)
    assert (told["/H1"], told["/H2"], told["/H3"], told["/BlockQuote"]) == (1, 1, 1, 1)
    assert (told["/Table"], told["/THead"], told["/TH"]) == (2, 2, 7 + 4)


@pytest.mark.parametrize("form", MADE_OF_PARTS)
def test_what_was_written_stands_in_the_document_to_edit_as_it_was_written(
    form: AccountForm, state: State, tmp_path: Path
) -> None:
    with zipfile.ZipFile(BytesIO(account_file(state, FINAL, form, tmp_path))) as document:
        text = document.read(MADE_OF_PARTS[form])
        assert not [name for name in document.namelist() if "passwd" in name or "media/" in name]
    said = " ".join("".join(ElementTree.fromstring(text).itertext()).split())  # noqa: S314
    assert said.count(HOSTILE) >= 5
    assert "Heading" in text.decode()


def test_a_table_to_edit_repeats_its_head_on_each_page(state: State, tmp_path: Path) -> None:
    made = account_file(state, FINAL, AccountForm.DOCX, tmp_path)
    with zipfile.ZipFile(BytesIO(made)) as document:
        assert document.read("word/document.xml").count(b"<w:tblHeader") == 2


@pytest.mark.parametrize("form", [AccountForm.HTML, AccountForm.XLSX, AccountForm.ODS])
def test_it_can_be_read_and_counted_too(form: AccountForm, state: State, tmp_path: Path) -> None:
    begins = b"<!DOCTYPE html>" if form is AccountForm.HTML else b"PK"
    assert account_file(state, FINAL, form, tmp_path).startswith(begins)
