# SPDX-License-Identifier: EUPL-1.2
"""The elements of MDTO 1.0.1 that come back in every file, in the order of its schema."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Final
from xml.etree import ElementTree as Xml

from gehoord.calendar.ical.text import one_line
from gehoord.calendar.ical.zone import AMSTERDAM

NAMESPACE: Final = "https://www.nationaalarchief.nl/mdto"
_ROOT: Final = {
    "xmlns": NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{NAMESPACE} {NAMESPACE}/MDTO-XML1.0.1.xsd",
}
OWN_LIST: Final = "Begrippenlijst Gehoord"
SOURCE: Final = "Gehoord"
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class MetadataFile:
    """Writes one file of MDTO: elements come in the order in which they are asked for.

    Args:
        kind: ``informatieobject`` or ``bestand``.
    """

    def __init__(self, kind: str) -> None:
        self._root = Xml.Element("MDTO", _ROOT)
        self._at = Xml.SubElement(self._root, kind)

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return written(self._root)

    def say(self, name: str, text: str) -> None:
        """Add an element with text; what XML cannot carry and nobody sees is left out."""
        Xml.SubElement(self._at, name).text = plain_text(text)

    @contextmanager
    def within(self, name: str) -> Iterator[None]:
        """Add an element that holds those that come meanwhile."""
        before, self._at = self._at, Xml.SubElement(self._at, name)
        yield
        self._at = before

    def identify(self, identification: str, name: str = "identificatie") -> None:
        """Add by what an object is known."""
        with self.within(name):
            self.say("identificatieKenmerk", identification)
            self.say("identificatieBron", SOURCE)

    def refer(self, name: str, called: str, identification: str = "") -> None:
        """Add a reference to another object, to an organisation or to a list."""
        with self.within(name):
            self.say("verwijzingNaam", called)
            if identification:
                self.identify(identification, "verwijzingIdentificatie")

    def term(self, name: str, label: str, listed: str, code: str = "") -> None:
        """Add a word of a list."""
        with self.within(name):
            self.say("begripLabel", label)
            if code:
                self.say("begripCode", code)
            self.refer("begripBegrippenlijst", listed)


def written(root: Xml.Element) -> bytes:
    """Return the bytes of an XML file, to be read by people too."""
    Xml.indent(root)
    content: bytes = Xml.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content + b"\n"


def list_of(name: str) -> str:
    """Return how MDTO calls one of its lists.

    >>> list_of("Waarderingen")
    'Begrippenlijst Waarderingen MDTO'
    """
    return f"Begrippenlijst {name} MDTO"


def plain_text(text: str) -> str:
    r"""Return text on one line as XML can carry it; a dash where nothing of it is left.

    >>> plain_text("Raad\x00 van\nHoorn\uffff"), plain_text("\u202e")
    ('Raad van Hoorn', '-')
    """
    return one_line(_NO_XML.sub("", text)) or "-"


def when(at: date | datetime) -> str:
    """Return a day, or a moment with the clock of the Netherlands beside UTC.

    >>> from datetime import UTC
    >>> when(date(2027, 6, 17)), when(datetime(2027, 6, 17, 6, 5, tzinfo=UTC))
    ('2027-06-17', '2027-06-17T08:05:00+02:00')
    """
    if isinstance(at, datetime):
        return at.astimezone(AMSTERDAM).replace(microsecond=0).isoformat()
    return at.isoformat()
