# SPDX-License-Identifier: EUPL-1.2
"""Reads the tabs of a file that somebody sends: XLSX, ODS or CSV, and nothing that harms us.

XLSX and ODS are opened in a process of their own, with little memory and time: a file of six
kilobytes can end the program that reads it.
"""

import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any, Final

from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.grid import Cell, Flaw, Grid
from gehoord.domain.workbook.judging import Filled
from gehoord.tasks.workbook.delimited import grid_of_text

MEGABYTE: Final = 1 << 20
LARGEST: Final = 25 * MEGABYTE
LARGEST_UNPACKED: Final = 200 * MEGABYTE
MOST_PARTS: Final = 2000
SECONDS: Final = 60
"""How long the reading may last on the clock; the process itself gets half of that to work."""

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
"""How an old XLS begins, and an XLSX with a password."""


def read_workbook(path: Path, by: str) -> Filled:
    """Return what a file holds.

    Args:
        path: of the file.
        by: the office that records what it says.

    Raises:
        OSError: it cannot be read.
        GehoordError: it is no table, has a password, is damaged, or is too large.
    """
    if path.stat().st_size > LARGEST:
        raise GehoordError(f"{path.name} is groter dan 25 MB. Kies het bestand dat u invulde.")
    return workbook_of(path.name, path.read_bytes(), by)


def workbook_of(name: str, content: bytes, by: str) -> Filled:
    """Return what the bytes of a file hold; the arguments and refusals are those of its file."""
    try:
        return Filled(name, grids_of(content), by)
    except UnreadableWorkbookError as error:
        raise GehoordError(f"{name} {error}") from None


class UnreadableWorkbookError(GehoordError):
    """A file cannot be read; its text goes on where the name of the file ends."""


def grids_of(content: bytes) -> tuple[Grid, ...]:
    """Return the tabs in the bytes of a file.

    Raises:
        UnreadableWorkbookError: it is no table, has a password, is damaged, or is too large.
    """
    if not content.startswith((_ZIP, _OLE)):
        try:
            return (grid_of_text(content),)
        except ValueError as error:
            raise UnreadableWorkbookError(str(error)) from None
    if content.startswith(_ZIP):
        _refuse_bomb(content)
    told = _told_by_child(content)
    if isinstance(told, str):
        raise UnreadableWorkbookError(told)
    return tuple(map(_grid, told))


def _refuse_bomb(content: bytes) -> None:
    """Refuse what unpacks to more than any table of ours, before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise UnreadableWorkbookError(
            "is beschadigd. Bewaar het opnieuw vanuit het rekenprogramma."
        ) from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnreadableWorkbookError("is uitgepakt te groot. Kies het bestand dat u invulde.")


def _told_by_child(content: bytes) -> Any:
    """Return what the process says that reads the file: its tabs, or why it cannot."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", "gehoord.tasks.workbook.child"],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            env={"PYTHONUTF8": "1", "RUST_BACKTRACE": "0"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableWorkbookError("lezen duurt te lang. Kies het bestand dat u invulde.") from (
            None
        )
    if done.returncode:
        raise UnreadableWorkbookError(
            "is beschadigd, te groot of te ingewikkeld om te lezen. Vul een nieuw bestand in."
        )
    return json.loads(done.stdout)


def _grid(told: dict[str, Any]) -> Grid:
    rows = tuple(tuple(map(_cell, row)) for row in told["rows"])
    flaws = {(row, column): Flaw[name] for row, column, name in told["flaws"]}
    hidden = told["hidden"] if told["visible"] else range(len(rows))
    return Grid(told["name"], rows, flaws, frozenset(hidden))


def _cell(told: Any) -> Cell:
    """Return a cell; a day comes as a list with the day in it, so that no text passes for one."""
    if isinstance(told, list):
        return date.fromisoformat(told[0])
    return float(told) if isinstance(told, int) and not isinstance(told, bool) else told
