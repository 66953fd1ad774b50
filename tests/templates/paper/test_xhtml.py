# SPDX-License-Identifier: EUPL-1.2
"""A letter of 0.1.0 can be set as those of today."""

import json
import lzma
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gehoord.tasks.office import OfficeKind, office_document
from gehoord.templates.paper.pdf import letter_as_pdf
from gehoord.templates.paper.xhtml import xhtml
from tests.store.version_0_1_0 import FIXTURE
from tests.templates.written import all_notices


@pytest.fixture
def old(tmp_path: Path) -> list[str]:
    """One letter of each kind that a register of 0.1.0 holds."""
    file = tmp_path / "oud.db"
    file.write_bytes(lzma.decompress(FIXTURE.read_bytes()))
    with closing(sqlite3.connect(file)) as register:
        kept = register.execute(
            "SELECT attachments FROM message WHERE attachments LIKE '%text/html%' GROUP BY occasion"
        )
        parts = [part for (attachments,) in kept for part in json.loads(attachments)]
    return [part["content"] for part in parts if part["media_type"] == "text/html"]


def test_every_letter_of_0_1_0_can_be_set_and_edited(old: list[str], tmp_path: Path) -> None:
    assert len(old) == 4
    for html in old:
        assert "<h1>" not in html
        assert letter_as_pdf(html, date(2023, 6, 1)).startswith(b"%PDF-1.7")
    assert office_document(old[0], OfficeKind.DOCX, tmp_path).startswith(b"PK")


def test_a_letter_of_today_stays_as_it_is() -> None:
    for _, _, rendered in all_notices():
        assert xhtml(rendered.letter) == rendered.letter
