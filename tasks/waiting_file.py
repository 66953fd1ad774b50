# SPDX-License-Identifier: EUPL-1.2
"""A file that somebody handed in and first looks at: it waits until he says that it counts.

Each party has at most one. It stands in the home folder and never in the register, for nothing of
it was decided. Its bytes are looked for under their SHA-256 alone: no name of anybody is a path.
"""

import hashlib
import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from gehoord.tasks.whole_file import write_whole

FOLDER: Final = "balie-wacht"
LONGEST_WAIT: Final = timedelta(days=1)


def let_wait(home: Path, whose: str, content: bytes, now: datetime) -> str:
    """Keep a file in the place of the one that its party handed in before.

    What anybody left waiting for more than a day goes.

    Args:
        home: the home folder.
        whose: the party, by signs that any file system takes in a name.
        content: all of it.
        now: the moment, in UTC.

    Returns: the SHA-256 by which it is known.
    """
    _forget_old(home / FOLDER, now)
    place = home / FOLDER / whose
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    sha256 = hashlib.sha256(content).hexdigest()
    write_whole(place / sha256, content)
    with suppress(FileNotFoundError):  # another of the same party came at the same moment
        os.utime(place / sha256, (now.timestamp(), now.timestamp()))
    for former in _files(place):
        if former.name != sha256:
            former.unlink(missing_ok=True)
    return sha256


def waiting_file(home: Path, whose: str, sha256: str) -> bytes | None:
    """Return the file of a party that waits under this SHA-256, if it still does."""
    for file in _files(home / FOLDER / whose):
        if file.name == sha256:
            with suppress(FileNotFoundError):
                return file.read_bytes()
    return None


def forget_waiting(home: Path, whose: str) -> None:
    """Take away what waits of a party: it counts now, or something else came in its place."""
    for file in _files(home / FOLDER / whose):
        file.unlink(missing_ok=True)


def _forget_old(folder: Path, now: datetime) -> None:
    for place in folder.iterdir() if folder.is_dir() else ():
        for file in place.iterdir() if place.is_dir() else ():
            with suppress(FileNotFoundError):  # it may go while it is looked at
                if file.stat().st_mtime < (now - LONGEST_WAIT).timestamp():
                    file.unlink()


def _files(place: Path) -> list[Path]:
    """Return the files of a party that are whole: one that is being written begins with a dot."""
    files = place.iterdir() if place.is_dir() else ()
    return [file for file in files if not file.name.startswith(".")]
