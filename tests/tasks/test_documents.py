# SPDX-License-Identifier: EUPL-1.2
"""A document is read where somebody names its file; from there on it is bytes with a name."""

from pathlib import Path

import pytest

from gehoord.domain.dossier.document import LARGEST
from gehoord.domain.errors import GehoordError
from gehoord.tasks.documents import read_document
from tests.sentence import assert_sentence


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("ontwerp.pdf", "application/pdf"), ("ontwerp", "application/octet-stream")],
)
def test_a_document_has_the_name_of_its_file_and_a_media_type(
    tmp_path: Path, name: str, media_type: str
) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7")
    document = read_document(tmp_path / name)
    assert (document.name, document.media_type, document.content) == (name, media_type, b"%PDF-1.7")


@pytest.mark.parametrize("name", ["nergens.pdf", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(GehoordError) as refused:
        read_document(tmp_path / name)
    assert_sentence(str(refused.value), "is er niet", "Kijk de naam na")


def test_what_no_mail_takes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "groot.pdf").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(GehoordError) as refused:
        read_document(tmp_path / "groot.pdf")
    assert_sentence(str(refused.value), "groter dan 25 MB")
