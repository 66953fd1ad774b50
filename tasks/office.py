# SPDX-License-Identifier: EUPL-1.2
"""A document to edit, of its HTML: DOCX or ODT, on the letter paper of the office if it has one."""

import io
import re
import subprocess
import zipfile
from enum import StrEnum
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pypandoc

from gehoord.domain.errors import GehoordError
from gehoord.templates import paper
from gehoord.templates.paper.pdf import NotSetError
from gehoord.templates.paper.xhtml import xhtml

SECONDS: Final = 60
"""How long the making of one document may last."""
PAPER: Final = "briefpapier"
"""How a file in the home folder is called that takes the place of our letter paper."""

_FOLDER: Final = Path(paper.__file__).parent
_OWN_LINES: Final = "eigen-regels"
_NO_LETTER: Final = (
    "De brief kan niet als document worden gemaakt: hij is niet opgemaakt als brief van Gehoord."
)


class OfficeKind(StrEnum):
    """What sort of document it is."""

    DOCX = "docx"
    ODT = "odt"

    @property
    def part_with_title(self) -> str:
        """In which part of the file its title stands."""
        return "docProps/core.xml" if self is OfficeKind.DOCX else "meta.xml"


def office_document(html: str, kind: OfficeKind, home: Path) -> bytes:
    """Return a document to edit; the program that makes it reads no other file.

    Args:
        html: a letter, also one of 0.1.0, or the account of the responses.
        kind: of the document.
        home: may hold the letter paper of the office: ``briefpapier.docx`` or ``.odt``.

    Raises:
        NotSetError: it is no document of ours.
        GehoordError: the letter paper cannot be used.
    """
    own = home / f"{PAPER}.{kind}"
    reference = own if own.is_file() else _FOLDER / f"reference.{kind}"
    try:
        letter = ET.fromstring(xhtml(html).removeprefix("<!DOCTYPE html>").lstrip())  # noqa: S314
    except ET.ParseError as error:
        raise NotSetError(_NO_LETTER) from error
    main = letter.find(".//main")
    if main is None:
        raise NotSetError(_NO_LETTER)
    _with_styles(main)
    body = ET.tostring(main, encoding="unicode", method="html")
    return _titled(_made(body, kind, reference), kind, letter.findtext(".//title") or "")


def _made(body: str, kind: OfficeKind, reference: Path) -> bytes:
    """Return what pandoc makes of the text of a document."""
    options = [
        "--sandbox",
        "--from=html",
        f"--to={kind}",
        f"--reference-doc={reference}",
        f"--lua-filter={_FOLDER / 'office.lua'}",
        "--metadata=lang=nl-NL",
        "--output=-",
    ]
    try:
        command = [pypandoc.get_pandoc_path(), *options]
        ran = subprocess.run(  # noqa: S603
            command, input=body.encode(), capture_output=True, check=True, timeout=SECONDS
        )
    except subprocess.CalledProcessError:
        raise GehoordError(_wrong_paper(reference)) from None
    except subprocess.TimeoutExpired:
        raise GehoordError(
            f"Het document was na {SECONDS} seconden nog niet klaar. Probeer het later opnieuw, of "
            "neem de brief als PDF."
        ) from None
    except OSError:  # also what pypandoc raises when it finds none
        raise GehoordError(
            "Het document kan niet worden gemaakt: het programma pandoc ontbreekt op de computer "
            "van Gehoord. Vraag de beheerder het te installeren, of neem de brief als PDF."
        ) from None
    return ran.stdout


def _wrong_paper(reference: Path) -> str:
    """Return what is told when nothing can be made on a letter paper; ours is never to blame."""
    if reference.parent == _FOLDER:
        return "Het document kan niet worden gemaakt. Neem de brief als PDF."
    return (
        f"Het document kan niet worden gemaakt op {reference.name}. Kijk of dat bestand in Word of "
        "LibreOffice opent, of haal het weg."
    )


def _with_styles(main: ET.Element) -> None:
    """Put each paragraph with a class in a block of that class: pandoc knows no other style.

    The lines of an address, and those that a writer made himself, become lines of one paragraph;
    the subject of a letter, which stands among the particulars, stands out there.
    """
    for subject in main.iterfind(".//dd/h1"):
        subject.tag = "strong"
    for parent in list(main.iter()):
        if parent.tag in ("td", "blockquote") and parent.attrib.pop("class", "") == _OWN_LINES:
            _keep_lines(parent)
        for place, child in enumerate(list(parent)):
            if child.tag in ("p", "address") and (style := child.attrib.pop("class", "")):
                if child.tag == "address":
                    _as_lines(child)
                if style == _OWN_LINES:
                    _keep_lines(child)
                block = ET.Element("div", {"class": style})
                block.tail, child.tail = child.tail, None
                block.append(child)
                parent[place] = block


def _as_lines(address: ET.Element) -> None:
    address.tag = "p"
    for line in list(address)[:-1]:
        line.tail = None
        line.append(ET.Element("br"))


def _keep_lines(paragraph: ET.Element) -> None:
    first, *rest = (paragraph.text or "").split("\n")
    paragraph.text = first
    for place, line in enumerate(rest):
        end = ET.Element("br")
        end.tail = line
        paragraph.insert(place, end)


def _titled(document: bytes, kind: OfficeKind, title: str) -> bytes:
    """Return the document with its title, which pandoc would print in the text as well."""
    made, given = io.BytesIO(), f"<dc:title>{escape(title)}</dc:title>".encode()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == kind.part_with_title:
                content = _TITLE.sub(lambda _: given, content, 1)
            new.writestr(part, content, part.compress_type)
    return made.getvalue()


_TITLE: Final = re.compile(rb"<dc:title\s*/>|<dc:title>.*?</dc:title>")
