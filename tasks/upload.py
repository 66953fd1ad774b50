# SPDX-License-Identifier: EUPL-1.2
"""What people may send in: a PDF, DOCX, ODT or plain text, told by its content and not its name.

Nothing of it is ever shown, unpacked or run here; it is kept, and given back as a download.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.document import LARGEST_SENT_IN, Document
from gehoord.domain.errors import GehoordError
from gehoord.tasks.media_type import media_type

LARGEST: Final = LARGEST_SENT_IN
"""Bytes of one file."""
MOST_PARTS: Final = 2000
LARGEST_UNPACKED: Final = 200_000_000
"""Bytes of all parts of one DOCX or ODT together, as it says itself."""
LARGEST_PART_READ: Final = 1_000_000
"""Bytes of a part that is looked into: what lists the others."""
LONGEST_NAME: Final = 100
"""Signs, its ending apart."""

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
"""How an old DOC begins, and a DOCX with a password."""
_AFTER_PDF: Final = b"\0\t\n\f\r\x1a "
"""What writers of PDF leave after its end."""
_END_WITHIN: Final = 2048
_ENCRYPTED: Final = re.compile(rb"/Encrypt\s*(?:<<|\d+\s+\d+\s+R)")
"""How a PDF tells that it is locked, be it against changes alone: no archive can keep that."""
_WORD: Final = b"officedocument.wordprocessingml.document.main+xml"
_MACROS: Final = (b"macroEnabled", b"vbaProject")
_ODT: Final = b"application/vnd.oasis.opendocument.text"
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How Word and LibreOffice pack; what unpacks in another way is not even begun."""
_FAULTS: Final = (
    zipfile.BadZipFile, zlib.error, struct.error,
    ValueError, RuntimeError, NotImplementedError, KeyError, OSError, EOFError,
)  # fmt: skip
"""What the library raises on a zip that is damaged, or has a password."""


def accepted(name: str, content: bytes, largest: int = LARGEST) -> Document:
    """Return a file as a document, under a name that any computer can keep.

    Args:
        name: as it was sent in; no more than its last part counts.
        content: its bytes.
        largest: how many there may be.

    Raises:
        GehoordError: it is none of the kinds that may come in, or it is damaged, has a password or
            macros, is something else as well, or has the name of another kind.
    """
    plainly = one_line(PurePosixPath(name.replace("\\", "/")).name) or "bestand"
    told = f"'{plainly[:LONGEST_NAME]}'"
    if not content:
        raise GehoordError(f"{told} is leeg. Kies een ander bestand.")
    if len(content) > largest:
        raise GehoordError(
            f"{told} is groter dan {largest // 1_000_000} MB. Kies een kleiner bestand."
        )
    ending = _ending(told, content)
    bare, named = _parted(plainly)
    _refuse_other_name(told, named, ending)
    return Document(
        name=_kept(bare, ending),
        media_type=media_type(f"x{ending}", content).name,
        content=content,
    )


def _parted(name: str) -> tuple[str, str]:
    """Return a name without its ending, and that ending; 'versie 1.2' has none."""
    path = PurePosixPath(name)
    named = path.suffix.casefold()
    return (path.stem, named) if _AN_ENDING.fullmatch(named) else (name, "")


def _refuse_other_name(told: str, named: str, ending: str) -> None:
    """Refuse a file whose name says another kind than its content is; it may say none."""
    if named in ("", ending):
        return
    if named in _CALLED:
        raise GehoordError(f"{told} is geen {_CALLED[named]}, al heet het zo. {_CHOOSE}")
    raise GehoordError(f"{told} kan hier niet. {_CHOOSE}")


def _kept(name: str, ending: str) -> str:
    """Return a name without what a folder or a command would read in it."""
    bare = "".join(" " if sign in '<>:"|?*' else sign for sign in name)
    return f"{one_line(bare)[:LONGEST_NAME].strip('. ') or 'bestand'}{ending}"


def _ending(told: str, content: bytes) -> str:
    """Return the ending that the name of a file with this content must have."""
    if content.startswith(b"%PDF-"):
        return _of_pdf(told, content)
    if content.startswith(_ZIP):
        return _of_parts(told, content)
    if content.startswith(_OLE):
        raise GehoordError(
            f"{told} is een oud Word-bestand of heeft een wachtwoord. Bewaar het als PDF of als "
            "DOCX zonder wachtwoord."
        )
    if not _is_text(content):
        raise GehoordError(f"{told} kan hier niet. {_CHOOSE}")
    return ".txt"


def _of_pdf(told: str, content: bytes) -> str:
    end = content.rfind(b"%%EOF", max(0, len(content) - _END_WITHIN))
    if end < 0:
        raise GehoordError(
            f"{told} is geen hele PDF: het einde ontbreekt. Bewaar het stuk opnieuw als PDF."
        )
    if content[end + 5 :].strip(_AFTER_PDF) or zipfile.is_zipfile(io.BytesIO(content)):
        raise GehoordError(
            f"In {told} zit na de PDF nog iets anders. Bewaar het stuk opnieuw als PDF."
        )
    if _ENCRYPTED.search(content):
        raise GehoordError(
            f"{told} is beveiligd met een wachtwoord. Bewaar het stuk opnieuw als PDF, zonder "
            "beveiliging."
        )
    return ".pdf"


def _of_parts(told: str, content: bytes) -> str:
    """Return what a zip is by what it lists; only the parts that list the others are read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if any(part.compress_type not in _PACKED for part in parts):
                raise GehoordError(f"{told} kan hier niet. {_CHOOSE}")
            if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > LARGEST_UNPACKED:
                raise GehoordError(f"{told} is uitgepakt te groot. Bewaar het stuk als PDF.")
            names = {part.filename for part in parts}

            def read(name: str) -> bytes:
                return _start_of(archive, name) if name in names else b""

            return _of_office(told, names, read)
    except _FAULTS:
        raise GehoordError(
            f"{told} is beschadigd of heeft een wachtwoord. Bewaar het stuk opnieuw, zonder "
            "wachtwoord."
        ) from None


def _start_of(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(LARGEST_PART_READ)


def _of_office(told: str, names: set[str], read: Callable[[str], bytes]) -> str:
    """Return which of the two it is.

    Raises:
        GehoordError: it is neither, or it has macros or a password.
    """
    types = read("[Content_Types].xml")
    is_word, is_odt = _WORD in types, read("mimetype").strip() == _ODT
    has_macros = any(sign in types for sign in _MACROS) or any(map(_is_macro, names))
    if has_macros:
        raise GehoordError(f"{told} heeft macro's. Bewaar het stuk zonder macro's, of als PDF.")
    if b"encryption-data" in read("META-INF/manifest.xml"):
        raise GehoordError(f"{told} heeft een wachtwoord. Bewaar het stuk zonder wachtwoord.")
    if is_word == is_odt:
        raise GehoordError(f"{told} kan hier niet. {_CHOOSE}")
    return ".docx" if is_word else ".odt"


def _is_macro(name: str) -> bool:
    plain = name.casefold()
    return plain.endswith("vbaproject.bin") or plain.startswith(("basic/", "scripts/"))


def _is_text(content: bytes) -> bool:
    """Whether it is text that a person typed: in UTF-8 or as Windows writes it."""
    for charset in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(charset)
        except UnicodeDecodeError:
            continue
        return not _CONTROL.search(text)
    return False


_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_AN_ENDING: Final = re.compile(r"\.[a-z0-9]*[a-z][a-z0-9]*")
_CALLED: Final = {".pdf": "PDF", ".docx": "DOCX", ".odt": "ODT", ".txt": "gewone tekst (.txt)"}
_CHOOSE: Final = "Kies een PDF, DOCX, ODT of gewone tekst (.txt)."
