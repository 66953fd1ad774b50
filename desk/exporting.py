# SPDX-License-Identifier: EUPL-1.2
"""Makes what takes long, one at a time, by the command itself in a program beside the desk.

So a download holds what the command would have written, and is refused for the same reasons; and
who answers meanwhile is not kept waiting by it.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any, Final

from gehoord.domain.errors import GehoordError

REFUSED: Final = 2
"""The code of a command that says in a sentence what a person must put right."""
_FAILED: Final = (
    "Het maken is niet gelukt. Probeer het opnieuw, of vraag uw beheerder om de opdracht "
    "'gehoord export'."
)
_PREFIX: Final = ".uitvoer-"
_LONG_AGO: Final = 600.0
"""Seconds after which nobody is at it any more: the machine was stopped halfway."""
_CONSOLE: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CommandRan:
    """What a command of Gehoord left: its code, and what it said on either side."""

    code: int
    said: str
    complained: str


RunCommand = Callable[[Sequence[str]], CommandRan]
"""Runs a command of Gehoord on the register that the desk serves."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What `gehoord export` made.

    Attributes:
        files: each file by its name.
        told: what it said of that, as its JSON has it.
        complained: what it warned of; empty when all is right.
    """

    files: dict[str, bytes]
    told: dict[str, Any]
    complained: str


class OtherExportError(Exception):
    """Another export is being made at this moment."""


class Exporter:
    """Makes one export at a time.

    Args:
        run: runs a command.
        home: the folder below which it is written, until it is read.
    """

    def __init__(self, run: RunCommand, home: Path) -> None:
        self._run, self._home = run, home
        self._lock = threading.Lock()

    def export(self, dossier: str, name: str, *options: str) -> Exported:
        """Return what is made of a dossier.

        Args:
            dossier: its name.
            name: of the file.
            options: of the command.

        Raises:
            OtherExportError: one is being made already.
            GehoordError: it cannot be made.
        """
        if not self._lock.acquire(blocking=False):
            raise OtherExportError
        try:
            _forget_old(self._home)
            with TemporaryDirectory(prefix=_PREFIX, dir=self._home) as folder:
                output = ["-o", str(Path(folder, name)), "--json"]
                ran = self._run(["export", *output, *options, "--", dossier])
                if ran.code == REFUSED:
                    raise GehoordError(ran.complained.strip() or _FAILED)
                files = {file.name: file.read_bytes() for file in Path(folder).iterdir()}
                return Exported(files, _told(ran, name in files), ran.complained.strip())
        finally:
            self._lock.release()


def _told(ran: CommandRan, is_made: bool) -> dict[str, Any]:
    """Return what a command said of what it made.

    Raises:
        GehoordError: it broke off. Why is for the log: it is no sentence, and may name what the
            adviser has no business with.
    """
    try:
        if ran.code == 0 and is_made:
            told: dict[str, Any] = json.loads(ran.said)
            return told
    except ValueError:
        pass
    _CONSOLE.error("'gehoord export' brak af met code %s. %s", ran.code, ran.complained.strip())
    raise GehoordError(_FAILED)


def _forget_old(home: Path) -> None:
    for left in home.glob(f"{_PREFIX}*"):
        with suppress(FileNotFoundError):  # whoever made it takes it away at this moment
            if left.stat().st_mtime < time.time() - _LONG_AGO:
                rmtree(left, ignore_errors=True)
