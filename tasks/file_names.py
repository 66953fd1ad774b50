# SPDX-License-Identifier: EUPL-1.2
"""Names of files that any computer can keep, whatever the name they are made from."""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

LONGEST: Final = 80
"""Signs in the name of one file or folder, its ending apart."""

_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.ASCII)
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    r"""Return text as the name of a file or folder: small letters, digits, dashes; never empty.

    >>> plain("Súdwest-Fryslân"), plain("../../etc/passwd"), plain("CON"), plain("\u202e")
    ('sudwest-fryslan', 'etc-passwd', 'con-', 'naamloos')
    """
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = _OTHER.sub("-", letters).strip("-")[:LONGEST].rstrip("-") or "naamloos"
    return f"{name}-" if is_reserved(name) else name


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for itself, so that no file or folder there can have it."""
    return _RESERVED.fullmatch(name) is not None


def parted(name: str) -> tuple[str, str]:
    """Return the name of a document without folder and ending, and its ending if it is a plain one.

    >>> parted("C:/stukken/ontwerp.PDF"), parted("ontwerp"), parted("x.p df"), parted("../.rc")
    (('ontwerp', '.pdf'), ('ontwerp', ''), ('x.p df', ''), ('.rc', ''))
    """
    path = PurePosixPath(name.replace("\\", "/"))
    end = path.suffix.lower()
    return (path.stem, end) if re.fullmatch(r"\.[a-z0-9]{1,8}", end) else (path.name, "")


class FileNames:
    """Gives each file or folder of an archive a path of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def folder(self, name: str) -> str:
        """Return the name of a folder that no other has; one that is taken gets a number."""
        return self.give("", name, "").removeprefix("/")

    def give(self, folder: str, name: str, end: str) -> str:
        """Return a path in a folder that no other file has; one that is taken gets a number.

        Args:
            folder: as it is to be written, without a slash at its end.
            name: any text.
            end: the ending of the file, with its dot; may be empty.
        """
        wanted, number = f"{folder}/{plain(name)}", 1
        path = f"{wanted}{end}"
        while path in self._taken:
            number += 1
            path = f"{wanted}-{number}{end}"
        self._taken.add(path)
        return path
