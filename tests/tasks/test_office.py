"""A letter becomes a document to edit, whatever its plan is called."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

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
