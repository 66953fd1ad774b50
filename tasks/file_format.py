# SPDX-License-Identifier: EUPL-1.2
"""In what form a file is kept, as the PRONOM register has it: what is not sure is not said."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Final

from gehoord.tasks.media_type import media_type
from gehoord.templates.mdto.piece import FileFormat

_PDF: Final = "Portable Document Format"
_OF_PDF: Final = {
    b"1.0": "fmt/14", b"1.1": "fmt/15", b"1.2": "fmt/16", b"1.3": "fmt/17", b"1.4": "fmt/18",
    b"1.5": "fmt/19", b"1.6": "fmt/20", b"1.7": "fmt/276",
}  # fmt: skip
_OF_PDF_A: Final = {
    b"1A": "fmt/95", b"1B": "fmt/354",
    b"2A": "fmt/476", b"2B": "fmt/477", b"2U": "fmt/478",
    b"3A": "fmt/479", b"3B": "fmt/480", b"3U": "fmt/481",
}  # fmt: skip
_HEADER: Final = re.compile(rb"%PDF-(\d\.\d)")
_PART: Final = re.compile(rb"pdfaid:part(?:>|=[\"'])(\d)")
_CONFORMANCE: Final = re.compile(rb"pdfaid:conformance(?:>|=[\"'])([ABU])", re.IGNORECASE)
"""By what a PDF/A says what it keeps to: as an element of its metadata, or as an attribute."""

_OPEN: Final = {
    "odt": ("OpenDocument Text", {b"1.2": "fmt/291", b"1.3": "fmt/1756"}),
    "ods": ("OpenDocument Spreadsheet", {b"1.2": "fmt/295", b"1.3": "fmt/1755"}),
    "odp": ("OpenDocument Presentation", {b"1.2": "fmt/293", b"1.3": "fmt/1754"}),
}
_MANIFEST: Final = "META-INF/manifest.xml"
_LARGEST_MANIFEST: Final = 1_000_000
_OPEN_VERSION: Final = re.compile(rb"manifest:version=[\"'](\d\.\d)[\"']")
_MICROSOFT: Final = {
    "docx": ("word/document.xml", FileFormat("Microsoft Word for Windows 2007 onwards", "fmt/412")),
    "xlsx": ("xl/workbook.xml", FileFormat("Microsoft Excel for Windows 2007 onwards", "fmt/214")),
    "pptx": (
        "ppt/presentation.xml",
        FileFormat("Microsoft Powerpoint for Windows 2007 onwards", "fmt/215"),
    ),
}
_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    ValueError, RuntimeError, NotImplementedError, KeyError, OSError, EOFError,
)  # fmt: skip
"""What the library raises on a zip that is damaged, or has a password."""

_BEGINS: Final = {
    "htm": (rb"(?i)<!doctype html\s*>", FileFormat("Hypertext Markup Language 5", "fmt/471")),
    "html": (rb"(?i)<!doctype html\s*>", FileFormat("Hypertext Markup Language 5", "fmt/471")),
    "xml": (rb"<\?xml version=[\"']1\.0", FileFormat("Extensible Markup Language 1.0", "fmt/101")),
    "ics": (
        rb"BEGIN:VCALENDAR\s",
        FileFormat("Internet Calendar and Scheduling format", "fmt/388"),
    ),
    "eml": (
        rb"(?:[!-9;-~]+:.*\n(?:[ \t].*\n)*)*?MIME-Version: 1\.0",
        FileFormat("MIME Email 1.0", "fmt/950"),
    ),
    "zip": (rb"PK\x03\x04", FileFormat("ZIP Format", "x-fmt/263")),
}
"""By the end of a name: how the bytes must begin. A mail has that among its first lines."""
_TEXT: Final = {
    "csv": FileFormat("Comma Separated Values", "x-fmt/18"),
    "json": FileFormat("JSON Data Interchange Format", "fmt/817"),
    "jsonl": FileFormat("JSON Lines Text Format", "fmt/2054"),
    "md": FileFormat("Markdown", "fmt/1149"),
    "toml": FileFormat("TOML", "fmt/2065"),
    "txt": FileFormat("Plain Text File", "x-fmt/111"),
}
"""What nothing in the bytes tells: PRONOM goes by the name here too."""


def file_format(name: str, content: bytes) -> FileFormat:
    """Return the form of a file: of PRONOM where its bytes bear out its name, else of IANA.

    >>> file_format("Zienswijze.TXT", b"Akkoord.")
    FileFormat(label='Plain Text File', puid='x-fmt/111')
    >>> file_format("oud.doc", b"")
    FileFormat(label='application/msword', puid='')
    """
    ending = PurePosixPath(name.strip().casefold()).suffix.removeprefix(".")
    found = _found(ending, content)
    return found or FileFormat(media_type(name, content).name)


def _found(ending: str, content: bytes) -> FileFormat | None:
    if ending == "pdf":
        return _of_pdf(content)
    if ending in _OPEN or ending in _MICROSOFT:
        return _of_parts(ending, content)
    if ending in _BEGINS:
        begins, form = _BEGINS[ending]
        return form if re.match(begins, content.removeprefix(_BOM)) else None
    return _TEXT.get(ending) if b"\0" not in content else None


_BOM: Final = b"\xef\xbb\xbf"


def _of_pdf(content: bytes) -> FileFormat | None:
    if not (header := _HEADER.match(content)):
        return None
    part, conformance = _PART.search(content), _CONFORMANCE.search(content)
    if part and conformance:
        kept_to = part[1] + conformance[1].upper()
        if puid := _OF_PDF_A.get(kept_to):
            return FileFormat(f"Acrobat PDF/A - {_PDF} {kept_to.decode().lower()}", puid)
    version = header[1].decode()
    if version == "2.0":
        return FileFormat(f"PDF 2.0 - {_PDF} 2.0", "fmt/1129")
    puid = _OF_PDF.get(header[1], "")
    return FileFormat(f"Acrobat PDF {version} - {_PDF} {version}", puid) if puid else None


def _of_parts(ending: str, content: bytes) -> FileFormat | None:
    """Return the form of what is a zip of parts; nothing where it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if ending in _MICROSOFT:
                part, form = _MICROSOFT[ending]
                return form if part in archive.namelist() else None
            return _of_manifest(ending, archive)
    except _DAMAGED:
        return None


def _of_manifest(ending: str, archive: zipfile.ZipFile) -> FileFormat | None:
    """Return the form of an OpenDocument, by the version that its manifest tells."""
    with archive.open(_MANIFEST) as part:
        told = _OPEN_VERSION.search(part.read(_LARGEST_MANIFEST))
    called, versions = _OPEN[ending]
    puid = versions.get(told[1]) if told else None
    return FileFormat(f"{called} {told[1].decode()}", puid) if told and puid else None
