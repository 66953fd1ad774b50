# SPDX-License-Identifier: EUPL-1.2
"""What may come in is told by its content: PDF, DOCX, ODT or plain text, nothing in disguise."""

import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.errors import GehoordError
from gehoord.tasks import upload
from gehoord.tasks.upload import LARGEST, MOST_PARTS, accepted
from tests.sentence import assert_sentence

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\nstartxref\n0\n%%EOF\n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f'<Types><Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
ODT = "application/vnd.oasis.opendocument.text"


def packed(parts: Mapping[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


DOCX = packed({"[Content_Types].xml": TYPES, "word/document.xml": "<w:document/>"})
TEXT = "De raad vraagt aandacht voor wijkagenten: één per 5.000 inwoners.\r\n"
WRITER = packed({"mimetype": ODT, "content.xml": "<office/>", "META-INF/manifest.xml": "<m/>"})


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("Zienswijze.PDF", PDF, "application/pdf"),
        ("zienswijze.docx", DOCX, WORD.removesuffix(".main+xml")),
        ("zienswijze.odt", WRITER, ODT),
        ("zienswijze.txt", TEXT.encode(), "text/plain"),
        ("zienswijze.txt", TEXT.encode("cp1252"), "text/plain"),
        ("zienswijze.txt", "\ufeffmet een merk".encode(), "text/plain"),
    ],
)
def test_four_kinds_may_come_in(name: str, content: bytes, media_type: str) -> None:
    document = accepted(name, content)
    assert (document.media_type, document.content) == (media_type, content)
    assert document.name.casefold() == name.casefold()


HTML = b"<html><script>alert(1)</script>"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("leeg.pdf", b"", "leeg"),
        ("groot.pdf", PDF + b" " * LARGEST, "groter dan 10 MB"),
        ("html.pdf", HTML, "geen PDF"),
        ("brief.html", HTML, "kan hier niet"),
        ("half.pdf", PDF[:-8], "einde ontbreekt"),
        ("dubbel.pdf", PDF + HTML, "nog iets anders"),
        ("dubbel.pdf", PDF[:-6] + DOCX + PDF[-6:], "nog iets anders"),
        ("ervoor.pdf", HTML + PDF, "geen PDF"),
        ("heet-anders.docx", PDF, "geen DOCX"),
        ("ontwerp.pdf.exe", PDF, "kan hier niet"),
        ("programma.exe", b"MZ\x00\x00", "kan hier niet"),
        ("oud.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 500, "oud Word-bestand"),
        ("utf16.txt", "tekst".encode("utf-16"), "kan hier niet"),
        ("kapot.docx", DOCX[:-30], "beschadigd"),
        ("zip.docx", packed({"a.txt": "x"}), "kan hier niet"),
        ("macro.docx", packed({"[Content_Types].xml": TYPES, "word/vbaProject.bin": ""}), "macro"),
        ("macro.odt", packed({"mimetype": ODT, "Basic/Standard/x.xml": ""}), "macro"),
        (
            "macro.docx",
            packed({"[Content_Types].xml": f"{TYPES} application/vnd.ms-word.macroEnabled"}),
            "macro",
        ),
        (
            "slot.odt",
            packed({"mimetype": ODT, "META-INF/manifest.xml": "<m:encryption-data/>"}),
            "wachtwoord",
        ),
        ("blad.ods", packed({"mimetype": ODT.replace("text", "spreadsheet")}), "kan hier niet"),
        ("veel.docx", packed(dict.fromkeys(map(str, range(MOST_PARTS + 1)), "")), "te groot"),
    ],
)
def test_anything_else_is_refused_with_what_to_do(name: str, content: bytes, words: str) -> None:
    with pytest.raises(GehoordError) as refused:
        accepted(name, content)
    assert_sentence(str(refused.value), f"'{name}'", words)


@pytest.mark.parametrize("strength", [4, 6])
@pytest.mark.parametrize("opens_with", ["geheim", ""])
def test_a_pdf_with_a_password_is_refused_as_other_documents_are(
    opens_with: str, strength: Literal[4, 6]
) -> None:
    """Also one that everybody can read and nobody change: ISO 19005-2, 6.1.3 (an archive)."""
    made = io.BytesIO()
    lock = pikepdf.Encryption(owner="baas", user=opens_with, R=strength)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made, encryption=lock)
    with pytest.raises(GehoordError) as refused:
        accepted("slot.pdf", made.getvalue())
    assert_sentence(str(refused.value), "'slot.pdf'", "beveiligd met een wachtwoord")


def test_what_says_it_unpacks_to_too_much_is_refused_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(upload, "LARGEST_UNPACKED", len(TYPES) + 1000)
    assert accepted("klein.docx", DOCX)
    with pytest.raises(GehoordError, match="uitgepakt te groot"):
        accepted("bom.docx", packed({"[Content_Types].xml": TYPES, "bom.xml": "0" * 1001}))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\Users\\x\\Zienswijze raad.pdf", "Zienswijze raad.pdf"),
        ("../../etc/zienswijze.pdf", "zienswijze.pdf"),
        ("raad\u202egnp.pdf", "raadgnp.pdf"),
        ('a"b<c>:d|e?f*.pdf', "a b c d e f.pdf"),
        (f"{'é' * 400}.pdf", f"{'é' * 100}.pdf"),
        ("....pdf", "bestand.pdf"),
        ("Ontwerp", "Ontwerp.pdf"),
        ("Ontwerp versie 1.2", "Ontwerp versie 1.2.pdf"),
        ("Ontwerp d.d. 3 juni", "Ontwerp d.d. 3 juni.pdf"),
    ],
)
def test_a_name_is_never_a_path(name: str, kept: str) -> None:
    assert accepted(name, PDF).name == kept


@settings(max_examples=30)
@given(name=st.text(max_size=60), content=st.binary(max_size=200))
def test_whatever_comes_in_is_taken_or_refused_in_a_sentence(name: str, content: bytes) -> None:
    for start in (b"", b"%PDF-", b"PK\x03\x04", DOCX[:40], DOCX[:-20]):
        with suppress(GehoordError):
            assert "/" not in accepted(name, start + content).name


def test_parts_that_no_word_processor_packs_so_are_not_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
    with pytest.raises(GehoordError, match="kan hier niet"):
        accepted("brief.docx", packed.getvalue())
