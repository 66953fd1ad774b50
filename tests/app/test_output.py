# SPDX-License-Identifier: EUPL-1.2
"""What was done stays done, and goes on, whoever reads what is printed of it (real processes)."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence

SHELL = ("bash", "-o", "pipefail", "-c")
PROGRAM = "from gehoord.app.cli import main; main()"
ENDINGS = ["> /dev/full", "2> /dev/full", "| true", "<&- >&- 2>&-"]
CHANGES = [
    *(("record adres klein Hoorn griffie@hoorn.example", ending) for ending in ENDINGS),
    ("start klein start", "> /dev/full"),
    ("move klein concept-70 2027-04-15 --reason 'de zaal is bezet' --json", "| head -1"),
    ("watch --op 2027-03-12", "> /dev/full"),
]


def shell(ending: str, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a shell, its output where the ending says; a pipe fails when it does."""
    return subprocess.run(
        [*SHELL, f'"$@" {ending}', "gehoord", sys.executable, "-c", PROGRAM, *shlex.split(line)],
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def entries(gehoord: Gehoord) -> int:
    return int(json.loads(gehoord("verify", "klein", "--json").out)["entries"])


def mails(folder: Path) -> int:
    return len(list((folder / "var" / "outbox").rglob("*.eml")))


@pytest.mark.parametrize(("line", "ending"), CHANGES)
def test_what_is_committed_is_done_whatever_becomes_of_its_output(
    opened: Gehoord, folder: Path, line: str, ending: str
) -> None:
    before = entries(opened)
    done = shell(ending, line)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert entries(opened) == before + 1
    assert (folder / "var" / "agenda" / "klein" / "dossier.ics").exists()
    assert bool(mails(folder)) is line.startswith(("start", "watch"))
    if ending == "> /dev/full":
        assert_sentence(done.stderr, "Niet alles kon worden getoond", "is wel gedaan")


def test_a_dossier_that_was_opened_is_open(folder: Path, gehoord: Gehoord) -> None:
    done = shell("> /dev/full", "open klein.toml")
    assert done.returncode == 0
    assert_sentence(done.stderr, "Niet alles kon worden getoond", "is wel gedaan")
    assert gehoord("status", "klein").code == 0


def test_a_sign_that_the_terminal_lacks_stops_nothing(opened: Gehoord, folder: Path) -> None:
    assert opened("record", "versie", "klein", "concept-70", "--op", "2027-01-04").code == 0
    said = shell("", "record reactie klein “OM” --tekst “Helder”", PYTHONIOENCODING="ascii")
    assert (said.returncode, said.stderr) == (0, "")
    assert "?OM?" in said.stdout
    shown = shell("", "check klein --json", PYTHONIOENCODING="ascii")
    assert shown.returncode in (0, 2)
    assert json.loads(shown.stdout)["findings"]


@pytest.mark.parametrize("line", ["status", "--help"])
def test_a_command_that_only_shows_ends_in_peace_or_says_that_the_disk_is_full(
    opened: Gehoord, line: str
) -> None:
    for ending in ("| head -1", ">&- 2>&-"):
        done = shell(ending, line)
        assert (done.returncode, done.stderr) == (0, ""), ending
    full = shell("> /dev/full", line)
    assert full.returncode == 2
    assert_sentence(full.stderr, "schijf is vol")


def test_a_refusal_keeps_its_code_when_nobody_can_read_it(opened: Gehoord) -> None:
    for ending in ("2> /dev/full", "2>&-", ">&- 2>&-"):
        assert shell(ending, "status nergens").returncode == 2


def test_calendars_that_cannot_be_written_undo_no_record_and_hold_up_no_mail(
    opened: Gehoord, folder: Path
) -> None:
    (folder / "var" / "agenda").write_text("hier hoort een map te staan")
    before = entries(opened)
    done = opened("start", "klein", "start")
    assert done.code == 3
    assert "Nog niet bijgewerkt: de agenda's (" in done.out
    assert done.err == ""
    assert entries(opened) == before + 1
    assert mails(folder)


def test_a_register_that_stays_locked_after_the_commit_is_not_called_unchanged(
    opened: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise OperationalError("", {}, Exception("database is locked"))

    monkeypatch.setattr("gehoord.tasks.calendars.write_calendars", locked)
    done = opened("record", "adres", "klein", "Hoorn", "griffie@hoorn.example")
    assert done.code == 3
    assert "Nog niet bijgewerkt: de agenda's (een ander programma houdt haar bezet)." in done.out
    assert "niets veranderd" not in done.out + done.err
