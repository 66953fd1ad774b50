# SPDX-License-Identifier: EUPL-1.2
"""A file that somebody names is written whole or not at all, and nothing else is lost for it."""

import errno
import os
from pathlib import Path

import pytest

from tests.app.conftest import Gehoord, files
from tests.sentence import assert_sentence

EARLIER = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    "line",
    ["calendar klein -o x", "export klein -o x", "new oost-nederland --adoption 2027-11-04 -o x"],
)
def test_a_full_disk_leaves_no_half_file(
    opened: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if "calendar" in line:
        (folder / "x").write_bytes(EARLIER)
    before = files(folder)
    monkeypatch.setattr("gehoord.tasks.whole_file.os.fsync", full)
    ran = opened(*line.split())
    assert ran.code == 2
    assert_sentence(ran.err, "x kan niet worden geschreven (de schijf is vol)")
    assert files(folder) == before


def test_a_calendar_takes_the_place_of_an_earlier_one_and_says_so(
    opened: Gehoord, folder: Path
) -> None:
    assert opened("calendar", "klein", "-o", "x.ics").out == "Geschreven: x.ics.\n"
    written = (folder / "x.ics").read_bytes()
    (folder / "x.ics").write_bytes(EARLIER)
    assert opened("calendar", "klein", "-o", "x.ics").out == "Vervangen: x.ics.\n"
    assert (folder / "x.ics").read_bytes() == written


@pytest.mark.parametrize("content", [b"geen agenda", b"", b"\xff\xfe", b"BEGIN:VCARD"])
def test_a_calendar_takes_the_place_of_nothing_else(
    opened: Gehoord, folder: Path, content: bytes
) -> None:
    (folder / "belangrijk.docx").write_bytes(content)
    ran = opened("calendar", "klein", "-o", "belangrijk.docx")
    assert ran.code == 2
    assert_sentence(ran.err, "belangrijk.docx bestaat al en is geen agenda")
    assert (folder / "belangrijk.docx").read_bytes() == content


def test_a_link_leads_to_the_file_that_is_written(opened: Gehoord, folder: Path) -> None:
    (folder / "gedeeld").mkdir()
    (folder / "x.ics").symlink_to("gedeeld/raad.ics")
    opened("calendar", "klein", "-o", "x.ics")
    assert (folder / "x.ics").is_symlink()
    assert (folder / "gedeeld" / "raad.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_pipe_takes_it_as_it_comes(opened: Gehoord, folder: Path) -> None:
    os.mkfifo(folder / "pijp")
    reader = os.open(folder / "pijp", os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reader, True)
    read = os.read
    try:
        assert opened("calendar", "klein", "--for", "Haarlem", "-o", "pijp").code == 0
        assert read(reader, 15) == b"BEGIN:VCALENDAR"
    finally:
        os.close(reader)
    assert (folder / "pijp").is_fifo()
