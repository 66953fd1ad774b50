# SPDX-License-Identifier: EUPL-1.2
"""Somebody who keeps a calendar of the desk with the programs of others."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.lacking import TESTS, leave_out

FOLDER = TESTS / "desk" / "clients"
PYTHON = TESTS.parent / ".venv-clients" / "bin" / "python"
FIRST, AFTER = "2026-11-01", "2028-07-01"
"""The days that are looked at; those of a yearly step of later too far ahead to be of use."""
_VDIRSYNCER = """
[general]
status_path = "{home}/status"
[pair calendar]
a = "desk"
b = "here"
collections = null
[storage desk]
type = "http"
url = "{url}"
[storage here]
type = "filesystem"
path = "{home}/kept"
fileext = ".ics"
"""
_KHAL = """
[calendars]
[[calendar]]
path = {home}/kept
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
[sqlite]
path = {home}/khal.db
"""


class Programs:
    """The programs, running until the end of the session."""

    def __init__(self) -> None:
        if not PYTHON.with_name("vdirsyncer").exists():
            leave_out(
                "vdirsyncer and khal",
                "make .venv-clients/ready",
                "three parsers read the same calendars",
            )
        self.process = subprocess.Popen(
            [PYTHON, FOLDER / "run.py"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, program: str, *words: str) -> tuple[bool, str]:
        """Run one; return whether it succeeded and what it said."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("The programs have no pipes.")
        self.process.stdin.write(json.dumps([program, *words]) + "\n")
        self.process.stdin.flush()
        succeeded, said = json.loads(self.process.stdout.readline())
        return bool(succeeded), str(said)


@dataclass
class Subscriber:
    """One calendar, kept in step with the desk by vdirsyncer and read by khal."""

    programs: Programs
    home: Path
    url: str

    def __post_init__(self) -> None:
        (self.home / "kept").mkdir(parents=True)
        for name, text in (("vdirsyncer", _VDIRSYNCER), ("khal", _KHAL)):
            (self.home / name).write_text(text.format(home=self.home, url=self.url))
        succeeded, said = self._run("vdirsyncer", "discover")
        assert succeeded, said

    def syncs(self) -> bool:
        """Bring it in step; tell whether that went well."""
        return self._run("vdirsyncer", "sync")[0]

    def kept(self) -> dict[str, bytes]:
        """Return the files that vdirsyncer keeps, an event each."""
        return {file.name: file.read_bytes() for file in (self.home / "kept").iterdir()}

    def sees(self) -> list[tuple[str, str, str]]:
        """Return what khal shows: the first day, the title and the status of each event."""
        form = ("--format", "{start-long}\t{title}\t{status}", "--day-format", "", "--once")
        succeeded, said = self._run("khal", "list", *form, FIRST, AFTER)
        assert succeeded, said
        lines = (line.split("\t") for line in said.splitlines() if line.strip())
        return sorted((day[:10], title.strip(), status.strip()) for day, title, status in lines)

    def fetches(self) -> bytes:
        """Return the calendar as a program with a cache has it."""
        return self.programs.run("fetch", self.url)[1].encode()

    def _run(self, program: str, *words: str) -> tuple[bool, str]:
        return self.programs.run(program, "-c", str(self.home / program), *words)
