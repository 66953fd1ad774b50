# SPDX-License-Identifier: EUPL-1.2
"""Where the pages of Prefect are, kept for who asks Prefect nothing."""

from pathlib import Path

from gehoord.tasks.board.kept_pages import keep_pages, kept_pages
from gehoord.templates.links import Links

LINKS = Links("https://bord.example", {"melden-gehoord": "7f"}, {"klein-stand-van-zaken": "8a"})


def test_what_was_kept_is_found_again_and_written_but_once(tmp_path: Path) -> None:
    assert kept_pages(tmp_path) is None
    keep_pages(tmp_path, LINKS)
    assert kept_pages(tmp_path) == LINKS
    [file] = tmp_path.iterdir()
    written = file.stat().st_ino
    keep_pages(tmp_path, LINKS)
    assert file.stat().st_ino == written
    keep_pages(tmp_path, Links("https://elders.example"))
    assert kept_pages(tmp_path) == Links("https://elders.example")


def test_a_file_that_is_something_else_gives_no_pages(tmp_path: Path) -> None:
    keep_pages(tmp_path, LINKS)
    [file] = tmp_path.iterdir()
    for content in (b"", b"{", b"[]", b'{"elders": 1}', b'{"page": 5}', b"\xff"):
        file.write_bytes(content)
        assert kept_pages(tmp_path) is None
