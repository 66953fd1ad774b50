# SPDX-License-Identifier: EUPL-1.2
"""What a document is, told by its name: a mail program opens it with the right program."""

from pathlib import PurePosixPath
from typing import Final, NamedTuple


class MediaType(NamedTuple):
    """A media type; of a text with the character set in which it is written, if that is known."""

    name: str
    charset: str = ""


UNKNOWN: Final = MediaType("application/octet-stream")

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_OPEN: Final = "application/vnd.oasis.opendocument"
_KNOWN: Final = {
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "htm": "text/html",
    "html": "text/html",
    "ics": "text/calendar",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "jsonl": "text/plain",
    "md": "text/markdown",
    "odp": f"{_OPEN}.presentation",
    "ods": f"{_OPEN}.spreadsheet",
    "odt": f"{_OPEN}.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "rtf": "application/rtf",
    "toml": "application/toml",
    "txt": "text/plain",
    "xls": "application/vnd.ms-excel",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""By the end of a name; the library of Python knows other ones on every machine."""


def media_type(name: str, content: bytes) -> MediaType:
    """Return what a document is.

    >>> media_type("Ontwerp.PDF", b"%PDF-1.7").name
    'application/pdf'
    >>> media_type("tabel.csv", "één".encode("cp1252"))
    MediaType(name='text/csv', charset='windows-1252')
    """
    kind = _KNOWN.get(PurePosixPath(name.strip().casefold()).suffix.removeprefix("."))
    if kind is None:
        return UNKNOWN
    return MediaType(kind, _charset(content) if kind.startswith("text/") else "")


def _charset(content: bytes) -> str:
    for charset, python in (("utf-8", "utf-8"), ("windows-1252", "cp1252")):
        try:
            content.decode(python)
        except UnicodeDecodeError:
            continue
        return charset
    return ""
