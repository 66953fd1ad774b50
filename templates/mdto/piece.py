# SPDX-License-Identifier: EUPL-1.2
"""A piece of an archive (archiefstuk): what it is, what happened to it, and its files."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, NamedTuple
from uuid import UUID, uuid5

END: Final = ".mdto.xml"
"""How the name of every file with metadata ends."""


class Happening(NamedTuple):
    """What happened to a piece, by a word of the list of MDTO; ``by`` is an office, if known."""

    kind: str
    at: date | datetime
    by: str = ""


class FileFormat(NamedTuple):
    """In what form a file is kept.

    ``label`` is its name in the PRONOM register, where it has the number ``puid``; without a number
    it is the media type of IANA.
    """

    label: str
    puid: str = ""


class ArchivedFile(NamedTuple):
    """One file of an archive."""

    name: str
    content: bytes
    form: FileFormat


@dataclass(frozen=True, slots=True)
class Piece:
    """One archiefstuk, in a folder of its own.

    Attributes:
        key: by which the register knows it; the same in every archive of this register.
        folder: the name of its folder.
        title: what it is, in Dutch.
        kind: which sort it is, in Dutch.
        files: the same content in one form or more.
        happenings: what happened to it, the first thing first.
        sent_in_by: whose it is, if somebody else sent it in.
        is_public: whether its nature makes it public: adopted, or before a council.
    """

    key: str
    folder: str
    title: str
    kind: str
    files: tuple[ArchivedFile, ...]
    happenings: tuple[Happening, ...] = ()
    sent_in_by: str = ""
    is_public: bool = False

    @property
    def path(self) -> str:
        """Where its first file is, within the folder of the dossier."""
        return f"{self.folder}/{self.files[0].name}"


class Identities:
    """Gives each object of a dossier an identification that stays the same for ever.

    Args:
        register: the identity of the register; another register may have a dossier of this name.
        dossier: its name.
    """

    def __init__(self, register: str, dossier: str) -> None:
        self._space = uuid5(_GEHOORD, f"{register}/{dossier}")

    def of(self, key: str) -> str:
        """Return the identification of the object with a key; the dossier has the empty one."""
        return str(uuid5(self._space, key))


_GEHOORD: Final = UUID("0c3e1d0a-5d7b-5b0e-9a55-6f2f6a1c7d11")
"""Drawn once; what hangs on it would have another identification under another one."""
