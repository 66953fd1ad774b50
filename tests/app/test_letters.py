# SPDX-License-Identifier: EUPL-1.2
"""`gehoord letters`: which letters there are, and each as a file to print or to edit."""

import json
import sqlite3
import zipfile
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from docx import Document

from gehoord.tasks.settings import settings
from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence


def test_letters_are_listed_and_kept_in_a_folder(opened: Gehoord, folder: Path) -> None:
    opened("start", "klein", "start")
    listed = json.loads(opened("letters", "klein", "--json").out)
    assert {each["to"] for each in listed} == {"Haarlem", "Hoorn", "Texel"}
    assert {each["step"] for each in listed} == {"procesbrief"}
    ran = opened("letters", "klein", "--as", "pdf", "-o", "brieven")
    assert (ran.code, ran.out) == (0, "Geschreven: 3 brieven in brieven.\n")
    kept = sorted((folder / "brieven").iterdir())
    assert [file.name for file in kept] == [
        "procesbrief-haarlem.pdf",
        "procesbrief-hoorn.pdf",
        "procesbrief-texel.pdf",
    ]
    assert all(file.read_bytes().startswith(b"%PDF") for file in kept)


def test_a_letter_is_seen_before_it_is_made_and_nothing_is_kept_of_that(
    opened: Gehoord, folder: Path
) -> None:
    asked = ("letters", "klein", "--stap", "procesbrief", "--aan", "Texel", "--als")
    assert opened(*asked, "docx", "-o", "brief.docx").code == 0
    document = Document(str(folder / "brief.docx"))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "De gemeenteraad van Texel\nt.a.v. de griffie" in text
    assert "Hoogachtend," in text
    assert document.core_properties.title.startswith("Proces en planning")
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Stap", "Wanneer"]
    assert opened(*asked, "odt", "-o", "brief.odt").code == 0
    with zipfile.ZipFile(folder / "brief.odt") as odt:
        assert "De gemeenteraad van Texel" in odt.read("content.xml").decode()
        assert "<dc:title>Proces en planning" in odt.read("meta.xml").decode()
    assert opened("letters", "klein").out.startswith("Geen brieven.")


def test_a_single_letter_too_has_an_ending_in_a_folder(opened: Gehoord, folder: Path) -> None:
    opened("start", "klein", "start")
    asked = ("letters", "klein", "--stap", "procesbrief", "--aan", "Texel", "--als", "html")
    assert "1 brief in brieven." in opened(*asked, "-o", "brieven").out
    [letter] = (folder / "brieven").iterdir()
    assert letter.suffix == ".html"


def test_own_words_are_seen_in_a_letter_that_was_sent_already(
    opened: Gehoord, folder: Path
) -> None:
    opened("start", "klein", "start")
    own = ("proces", "planning", "--tekst", "Zo gaat het in [gemeente].")
    told = opened("record", "brieftekst", "klein", *own).out
    assert "Bekijk hem op uw pagina van de balie, onder Brieven." in told
    asked = ("letters", "klein", "--stap", "procesbrief", "--aan", "Texel", "--als", "html", "-o")
    assert opened(*asked, "verzonden.html").code == 0
    assert opened(*asked, "nieuw.html", "--nieuw").code == 0
    words = "Zo gaat het in Texel."
    assert words not in (folder / "verzonden.html").read_text()
    assert words in (folder / "nieuw.html").read_text()
    assert opened(*asked[:-2], "pdf", "-o", "nieuw.pdf", "--nieuw").code == 0
    assert opened(*asked[:-2], "pdf", "-o", "verzonden.pdf").code == 0
    assert (folder / "nieuw.pdf").read_bytes() != (folder / "verzonden.pdf").read_bytes()


def test_of_letters_that_left_as_html_no_pdf_is_made_and_the_others_are_kept(
    opened: Gehoord, folder: Path
) -> None:
    opened("start", "klein", "start")
    with sqlite3.connect(folder / "var" / "gehoord.db") as register:
        register.execute("DELETE FROM paper WHERE message LIKE '%|GM0448'")
    ran = opened("letters", "klein", "--als", "pdf", "-o", "brieven")
    assert ran.code == 0
    assert ran.out.endswith(
        "Als HTML bewaard: de brief aan Texel. De brief is verzonden als HTML en niet als PDF. "
        "Vraag hem als HTML.\n"
    )
    assert sorted(file.name for file in (folder / "brieven").iterdir()) == [
        "procesbrief-haarlem.pdf",
        "procesbrief-hoorn.pdf",
        "procesbrief-texel.html",
    ]
    one = ("--stap", "procesbrief", "--aan", "Texel", "--als", "pdf", "-o", "texel.pdf")
    ran = opened("letters", "klein", *one)
    assert ran.code == 2
    assert_sentence(ran.err, "verzonden als HTML")


def test_the_letter_paper_of_the_office_is_used_and_one_that_is_none_is_named(
    opened: Gehoord, folder: Path
) -> None:
    (settings().home / "briefpapier.docx").write_bytes(b"geen document")
    asked = ("letters", "klein", "--stap", "procesbrief", "--aan", "Texel", "--als", "docx")
    ran = opened(*asked, "-o", "brief.docx")
    assert ran.code == 2
    assert_sentence(ran.err, "briefpapier.docx", "haal het weg")
    assert not (folder / "brief.docx").exists()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--als", "pdf"), "--als en -o"),
        (("-o", "x.pdf"), "--als en -o"),
        (("--stap", "procesbrif"), "procesbrief"),
        (("--nieuw",), "Noem met --stap"),
        (("--stap", "horen"), "geen stap met een brief"),
        (("--stap", "procesbrief", "--aan", "Tessel"), "Tessel"),
        (("--als", "pdf", "-o", "klein.toml"), "geen brief om te bewaren"),
        (("--stap", "procesbrief", "--als", "pdf", "-o", "klein.toml"), "bestaat al"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(
    opened: Gehoord, asked: tuple[str, ...], words: str
) -> None:
    ran = opened("letters", "klein", *asked)
    assert ran.code == 2
    assert words in ran.err
    assert len(ran.err.splitlines()) <= 3


def test_a_trial_goes_to_the_adviser_alone_and_counts_as_sent_nowhere(
    opened: Gehoord, folder: Path
) -> None:
    before = opened("status", "klein", "--json").out
    ran = opened("letters", "klein", "--stap", "procesbrief", "--aan", "Texel", "--proef")
    assert ran.code == 0
    assert "Een proef gaat naar u alleen: PROEF: " in ran.out
    [mail] = (settings().home / "outbox" / "klein").glob("*.eml")
    sent = BytesParser(policy=policy.default).parsebytes(mail.read_bytes())
    assert sent["Subject"].startswith("PROEF: ")
    assert "adviseur" in sent["To"]
    parts = {part.get_content_type(): part for part in sent.walk()}
    assert parts["application/pdf"].get_content().startswith(b"%PDF")
    assert "Dit is een proef." in parts["text/plain"].get_content()
    assert opened("status", "klein", "--json").out == before
    assert opened("letters", "klein").out.startswith("Geen brieven.")
    assert opened("verify", "klein").code == 0
    assert opened("export", "klein", "-o", "klein.zip").code == 0
    with zipfile.ZipFile(folder / "klein.zip") as archive:
        kept = archive.namelist()
    piece = "brief-proefbrief-adviseur-van-de-regioburgemeester"
    assert f"klein/{piece}/{piece}.pdf" in kept
    assert not [name for name in kept if name.startswith("klein/dossiernotitie-")]
    again = opened("letters", "klein", "--stap", "procesbrief", "--proef")
    assert again.code == 0
    opened("start", "klein", "start")
    assert opened("letters", "klein").out.startswith("3 brieven.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((), ("--stap",)),
        (("--stap", "horen"), ("'horen' is geen stap met een brief",)),
        (("--stap", "procesbrief", "--aan", "Utrecht"), ("'Utrecht'", "Texel")),
        (("--stap", "procesbrief", "--aan", "minister"), ("minister",)),
    ],
)
def test_a_trial_of_what_is_no_letter_is_refused(
    opened: Gehoord, typed: tuple[str, ...], said: tuple[str, ...]
) -> None:
    ran = opened("letters", "klein", *typed, "--proef")
    assert ran.code == 2
    assert_sentence(ran.err, *said)
    assert not list((settings().home / "outbox").glob("**/*.eml"))
