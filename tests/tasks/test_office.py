# SPDX-License-Identifier: EUPL-1.2
"""A letter becomes a document to edit, whatever its plan is called."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from gehoord.domain.errors import GehoordError
from gehoord.tasks.office import OfficeKind, office_document
from gehoord.templates.paper.pdf import NotSetError
from tests.templates.written import all_notices

LETTER = next(rendered.letter for _, _, rendered in all_notices())


@pytest.mark.parametrize("kind", OfficeKind)
def test_a_backslash_in_the_name_of_the_plan_stays_in_the_title(
    kind: OfficeKind, tmp_path: Path
) -> None:
    odd = LETTER.replace("<title>", r"<title>Plan \d \1 &amp; \g ")
    with zipfile.ZipFile(BytesIO(office_document(odd, kind, tmp_path))) as document:
        assert rb"<dc:title>Plan \d \1 &amp; \g " in document.read(kind.part_with_title)


def test_what_is_no_letter_is_refused_in_dutch(tmp_path: Path) -> None:
    for wrong in ("", "<p>geen brief</p>"):
        with pytest.raises(NotSetError, match="niet opgemaakt als brief van Gehoord"):
            office_document(wrong, OfficeKind.DOCX, tmp_path)


@pytest.mark.parametrize(
    ("kind", "part"), [(OfficeKind.DOCX, "word/document.xml"), (OfficeKind.ODT, "content.xml")]
)
def test_every_sign_that_people_write_stays_in_a_document_to_edit(
    kind: OfficeKind, part: str, tmp_path: Path
) -> None:
    odd = LETTER.replace("<main>", "<main><p>Dank \U0001f64f voor het e\ufb00ect\x0b\x00</p>")
    with zipfile.ZipFile(BytesIO(office_document(odd, kind, tmp_path))) as document:
        assert "Dank \U0001f64f voor het e\ufb00ect<" in document.read(part).decode()


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (subprocess.TimeoutExpired("pandoc", 60), "was na 60 seconden nog niet klaar"),
        (OSError("No pandoc was found"), "het programma pandoc ontbreekt"),
        (subprocess.CalledProcessError(1, "pandoc"), "Neem de brief als PDF."),
    ],
)
def test_a_fault_of_ours_never_asks_to_remove_a_file_that_is_ours(
    fault: Exception, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(subprocess, "run", fails)
    with pytest.raises(GehoordError, match=told) as refused:
        office_document(LETTER, OfficeKind.DOCX, tmp_path)
    assert "haal het weg" not in str(refused.value)
    (tmp_path / "briefpapier.docx").write_bytes(b"")
    if isinstance(fault, subprocess.CalledProcessError):
        with pytest.raises(GehoordError, match=r"briefpapier\.docx.*haal het weg"):
            office_document(LETTER, OfficeKind.DOCX, tmp_path)
